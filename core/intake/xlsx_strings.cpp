#include "intake/xlsx_strings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "intake/xlsx_xml.h"

namespace nianbao {

namespace {

// The code of an escape at `at`, -1 when there is none.
int escape_at(std::string_view text, std::size_t at) {
  const std::string_view escape = text.substr(at, 7);
  if (escape.size() != 7 || escape[1] != 'x' || escape[6] != '_') return -1;
  int code = 0;
  const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, code, 16);
  if (error != std::errc() || end != escape.data() + 6) return -1;
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  return is_surrogate || code == 0 ? -1 : code;
}

}  // namespace

void unescape_spreadsheet_text(std::string& text, std::size_t from) {
  std::size_t at = text.find("_x", from);
  if (at == std::string::npos) return;
  std::string out;
  std::size_t taken = from;
  for (; at != std::string::npos; at = text.find("_x", at)) {
    const int code = escape_at(text, at);
    if (code < 0) {
      ++at;
      continue;
    }
    out.append(text, taken, at - taken);
    append_utf8(out, static_cast<char32_t>(code));
    at += 7;
    taken = at;
  }
  out.append(text, taken, std::string::npos);
  text.replace(from, std::string::npos, out);
}

// <si><t>plain</t></si>, or runs <si><r><t>one</t></r><r><t>two</t></r><rPh>reading</rPh></si>.
class StringSink : public XmlSink {
 public:
  StringSink(XlsxStrings& strings, XlsxPart& part, XlsxReport& report)
      : strings_(strings), part_(part), report_(report) {}

  void open(std::string_view name, const XmlAttributes& /*attributes*/) override {
    if (name == "rPh") ++phonetic_;
    if (name == "t") collecting_ = phonetic_ == 0;
    if (name == "si") begin_ = strings_.text_.size();
  }
  void close(std::string_view name) override {
    if (name == "rPh") --phonetic_;
    if (name == "t") collecting_ = false;
    if (name != "si") return;
    unescape_spreadsheet_text(strings_.text_, begin_);
    strings_.ends_.push_back(static_cast<std::uint32_t>(strings_.text_.size()));
    check_size();
  }
  void text(std::string_view piece) override {
    if (!collecting_) return;
    strings_.text_.append(piece);
    check_size();
  }

 private:
  void check_size() {
    const std::size_t held = strings_.text_.size() + strings_.ends_.size() * sizeof(std::uint32_t);
    const bool is_long = strings_.text_.size() - begin_ > kMaxCellBytes;
    if (!is_long && held <= kMaxStringBytes) return;
    if (is_long)
      report_.fail("L-10", fmt::format("有一个单元格的文字超过 {} MiB", kMaxCellBytes / kMebibyte),
                   "台账单元格最多 32,767 字；请删去该单元格中的多余内容");
    else
      report_.fail("L-10", fmt::format("工作簿的文字超过 {} MiB", kMaxStringBytes / kMebibyte),
                   "请把台账分成几个文件，或另存为 CSV（CSV 不限大小）");
    part_.stop();
  }

  XlsxStrings& strings_;
  XlsxPart& part_;
  XlsxReport& report_;
  int phonetic_ = 0;
  bool collecting_ = false;
  std::size_t begin_ = 0;
};

bool XlsxStrings::read(const XlsxPackage& package, const std::string& part, XlsxReport& report) {
  const auto stream = package.open_part(part, report);
  if (!stream) return false;
  // Never more than the XML around it; what is not used is never touched.
  text_.reserve(std::min<std::size_t>(stream->expected_size(), kMaxStringBytes));
  StringSink sink(*this, *stream, report);
  return parse_part(*stream, sink, report);
}

}  // namespace nianbao
