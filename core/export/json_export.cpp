#include "export/json_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace nianbao {

namespace {

// More digits than these do not survive the double that most JSON readers make of a number.
constexpr std::size_t kExactDigits = 15;

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);  // a broken byte yields U+FFFD
    if (c == '"' || c == '\\') {
      out += {'\\', static_cast<char>(c)};
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      append_utf8(out, c);
    }
  }
  return out + '"';
}

// "12" and "-3", but not "007", "-0", "1.0" or "1e3".
bool is_plain_integer(std::string_view text) {
  const bool negative = starts_with(text, "-");
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > kExactDigits) return false;
  if (text.front() == '0' && (negative || text.size() > 1)) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string side(const std::string& value) {
  return is_plain_integer(value) ? value : quoted(value);
}

// Members of an object, in the order they are added.
class Members {
 public:
  explicit Members(int indent) : indent_(static_cast<std::size_t>(indent), ' ') {}

  void add(const char* key, const std::string& json) {
    text_ += fmt::format("{}\n{}  \"{}\": {}", text_.empty() ? "" : ",", indent_, key, json);
  }

  void add_text(const char* key, const std::string& text) {
    if (!text.empty()) add(key, quoted(text));
  }

  std::string close() const { return text_.empty() ? "{}" : "{" + text_ + "\n" + indent_ + "}"; }

 private:
  std::string indent_;
  std::string text_;
};

std::string write_place(const Place& place) {
  Members members(4);
  members.add_text("file", place.file);
  members.add_text("sheet", place.sheet);
  if (place.row > 0) members.add("row", std::to_string(place.row));
  members.add_text("column", column_letters(place.column));
  members.add_text("heading", place.heading);
  members.add_text("cell", place.cell);
  members.add_text("unit", place.unit);
  return members.close();
}

std::string write_finding(const Diagnostic& finding) {
  Members members(2);
  members.add("code", quoted(finding.code));
  members.add("severity", quoted(severity_key(finding.severity)));
  members.add("message", quoted(finding.message));
  members.add("hint", quoted(finding.hint));
  members.add("place", write_place(finding.place));
  if (finding.left) members.add("left", side(*finding.left));
  if (finding.right) members.add("right", side(*finding.right));
  members.add("basis", quoted(finding.basis));
  members.add("count", std::to_string(finding.count));
  return members.close();
}

}  // namespace

std::string write_findings_json(const std::vector<Diagnostic>& findings) {
  std::string out = "[";
  for (const Diagnostic& finding : findings) {
    out += out.size() > 1 ? ",\n  " : "\n  ";
    out += write_finding(finding);
  }
  return out + (findings.empty() ? "]\n" : "\n]\n");
}

}  // namespace nianbao
