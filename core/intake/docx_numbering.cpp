#include "intake/docx_numbering.h"

#include <algorithm>
#include <charconv>

#include "base/chinese_number.h"
#include "base/text.h"
#include "intake/xlsx_xml.h"

namespace nianbao {

namespace {

constexpr int kMostNumber = 100000;

int number_of(std::string_view text, int most) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 0, most);
}

// A number as its format writes it; empty for a format that is not known. `bullet` writes none.
std::string written(const std::string& format, int number) {
  if (format == "decimal" || format == "decimalFullWidth") return std::to_string(number);
  if (format == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
  static constexpr std::array<std::string_view, 6> kChinese = {
      "chineseCounting",   "chineseCountingThousand",   "japaneseCounting",
      "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital"};
  if (std::find(kChinese.begin(), kChinese.end(), format) != kChinese.end()) return chinese_number(number);
  if (format == "decimalEnclosedCircle" && number <= 20) {
    std::string circled;
    append_utf8(circled, U'①' + static_cast<char32_t>(number - 1));
    return circled;
  }
  return {};
}

}  // namespace

class NumberingSink : public XmlSink {
 public:
  explicit NumberingSink(DocxNumbering& numbering) : numbering_(numbering) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    const std::string value(attributes.get("val"));
    if (name == "abstractNum") look_ = attributes.get("abstractNumId");
    if (name == "num") list_ = attributes.get("numId");
    if (name == "abstractNumId" && !list_.empty()) numbering_.look_of_[list_] = value;
    if (name == "lvl" && list_.empty()) level_ = number_of(attributes.get("ilvl"), kNumberingLevels - 1);
    if (look_.empty() || level_ < 0) return;
    DocxNumbering::Level& level = numbering_.looks_[look_][static_cast<std::size_t>(level_)];
    if (name == "start") level.start = number_of(value, kMostNumber);
    if (name == "numFmt") level.format = value;
    if (name == "lvlText") level.text = value;
  }
  void close(std::string_view name) override {
    if (name == "abstractNum") look_.clear();
    if (name == "num") list_.clear();
    if (name == "lvl") level_ = -1;
  }

 private:
  DocxNumbering& numbering_;
  std::string look_, list_;
  int level_ = -1;
};

class StyleSink : public XmlSink {
 public:
  explicit StyleSink(DocxNumbering& numbering) : numbering_(numbering) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "style") style_ = attributes.get("styleId");
    if (style_.empty()) return;
    if (name == "numId") numbering_.styles_[style_].list = attributes.get("val");
    if (name == "ilvl")
      numbering_.styles_[style_].level = number_of(attributes.get("val"), kNumberingLevels - 1);
  }
  void close(std::string_view name) override {
    if (name == "style") style_.clear();
  }

 private:
  DocxNumbering& numbering_;
  std::string style_;
};

bool DocxNumbering::read(const XlsxPackage& package, XlsxReport& report) {
  NumberingSink numbering(*this);
  StyleSink styles(*this);
  const auto read_part = [&](const char* name, XmlSink& sink) {
    if (!package.has(name)) return true;
    const auto part = package.open_part(name, report);
    return part && parse_part(*part, sink, report);
  };
  return read_part("word/numbering.xml", numbering) && read_part("word/styles.xml", styles);
}

std::string DocxNumbering::next(const ParagraphNumber* own, const std::string& style) {
  const auto of_style = styles_.find(style);
  if (own == nullptr && of_style != styles_.end()) own = &of_style->second;
  if (own == nullptr || own->list.empty() || own->list == "0") return {};
  const auto look = look_of_.find(own->list);
  const auto levels = look == look_of_.end() ? looks_.end() : looks_.find(look->second);
  if (levels == looks_.end()) return {};
  auto& counts = counts_[look->second];
  const auto level = static_cast<std::size_t>(own->level);
  counts[level] = counts[level] == 0 ? levels->second[level].start : std::min(counts[level] + 1, kMostNumber);
  std::fill(counts.begin() + own->level + 1, counts.end(), 0);
  return write(levels->second, counts, own->level);
}

// “（%1）” with the counts in their places.
std::string DocxNumbering::write(const Levels& levels, const std::array<int, kNumberingLevels>& counts,
                                 int level) {
  const Level& own = levels[static_cast<std::size_t>(level)];
  if (own.format == "bullet" || own.format == "none" || own.text.empty()) return {};
  std::string out;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool is_place =
        own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
    if (!is_place) {
      out += own.text[i];
      continue;
    }
    const auto place = static_cast<std::size_t>(own.text[++i] - '1');
    const int count = std::max(counts[place], levels[place].start);
    const std::string number = written(levels[place].format, count);
    if (number.empty()) {
      ++unknown_;
      return {};
    }
    out += number;
  }
  return out;
}

}  // namespace nianbao
