#include "intake/xlsx_styles.h"

#include <map>
#include <string>

#include "base/text.h"
#include "intake/xlsx_reference.h"
#include "intake/xlsx_xml.h"

namespace nianbao {

namespace {

// The letters of the first section that are codes: without quoted and escaped text, colours, locales and
// conditions. An elapsed time leaves "[" in front.
std::string format_letters(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) break;
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (c == '[' && !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos)
        return "[";
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      letters.push_back(c);
    }
  }
  return small_letters(std::move(letters));
}

// Sections of the style sheet that matter: number formats, and the formats of cells (not of named styles).
class StyleSink : public XmlSink {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmts" || name == "cellXfs") section_ = name;
    if (section_ == "numFmts" && name == "numFmt") {
      const std::optional<std::int64_t> id = parse_index(attributes.get("numFmtId"));
      if (id) custom_[*id] = is_date_format(attributes.get("formatCode"));
    } else if (section_ == "cellXfs" && name == "xf") {
      formats_.push_back(parse_index(attributes.get("numFmtId")).value_or(0));
    }
  }
  void close(std::string_view name) override {
    if (name == section_) section_.clear();
  }

  std::vector<bool> dates() const {
    std::vector<bool> dates;
    for (const std::int64_t id : formats_) {
      const auto custom = custom_.find(id);
      dates.push_back(custom != custom_.end() ? custom->second
                                              : id < 164 && is_builtin_date_format(static_cast<int>(id)));
    }
    return dates;
  }

 private:
  std::string section_;
  std::map<std::int64_t, bool> custom_;
  std::vector<std::int64_t> formats_;
};

}  // namespace

bool is_date_format(std::string_view code) {
  std::string letters = format_letters(code);
  // "General" and the am/pm marks hold letters that are no codes.
  for (const std::string_view word : {"general", "am/pm", "a/p"}) letters = replace_all(letters, word, "");
  if (starts_with(letters, "[")) return false;
  if (letters.find_first_of("yd") != std::string::npos) return true;
  // The year of an era: e"年"m"月"; not the exponent of 0.00E+00.
  const std::size_t era = letters.find('e');
  if (era != std::string::npos && letters.find_first_of("+-", era) != era + 1) return true;
  if (letters.find("aaa") != std::string::npos) return true;  // day of the week
  // Months and minutes share a letter.
  return letters.find('m') != std::string::npos && letters.find_first_of("hs") == std::string::npos;
}

bool is_builtin_date_format(int id) {
  // 18–21 and 45–47 are times; so are, in a Chinese Excel, 32–35, 55 and 56.
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
         id == 57 || id == 58;
}

bool XlsxStyles::read(const XlsxPackage& package, const std::string& part, XlsxReport& report) {
  const auto stream = package.open_part(part, report);
  StyleSink sink;
  if (!stream || !parse_part(*stream, sink, report)) return false;
  dates_ = sink.dates();
  return true;
}

}  // namespace nianbao
