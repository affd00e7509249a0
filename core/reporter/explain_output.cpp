#include "reporter/explain_output.h"

#include <fmt/format.h>

#include "figures/json_lines.h"

namespace nianbao {

namespace {

const Decimal kOne(1);

std::string value_text(const Amount& value) {
  if (value.is_blank()) return "（空白）";
  return to_text(value);
}

std::string record_text(const Place& place, const std::vector<Fact>& facts, const Amount& value) {
  std::string text = place.file;
  if (!place.sheet.empty()) text += "“" + place.sheet + "”";
  text += fmt::format(" 第 {} 行", place.row);
  for (const Fact& fact : facts) {
    if (fact.text.empty()) continue;
    const std::string gap = fact.label[0] == '\0' ? "" : " ";
    text += fmt::format("  {}{}{}", fact.label, gap, fact.text);
  }
  if (!(value.is_number() && value.value == kOne)) text += "  计 " + value_text(value);
  return text;
}

std::string record_json(const Place& place, const std::vector<Fact>& facts, const Amount& value) {
  std::string text = fmt::format("{{\"file\": {}, \"sheet\": {}, \"row\": {}", json_quoted(place.file),
                                 json_quoted(place.sheet), place.row);
  for (const Fact& fact : facts) {
    text += fmt::format(", \"{}\": {}", fact.key, fact.text.empty() ? "null" : json_quoted(fact.text));
  }
  return text + ", \"value\": " + json_value(value) + "}";
}

}  // namespace

void ExplainOutput::begin(const std::string& name, const std::string& words, const Amount& value) {
  value_ = value;
  if (as_json_) {
    line_(
        fmt::format("{{\"place\": {}, \"value\": {}, \"records\": [", json_quoted(name), json_value(value)));
  } else {
    line_(fmt::format("{}：{}", words, value_text(value)));
  }
}

void ExplainOutput::record(const Place& place, const std::vector<Fact>& facts, const Amount& value) {
  sum_ = add(sum_, value);
  if (as_json_) {
    line_((records_ == 0 ? "  " : "  ,") + record_json(place, facts, value));
  } else {
    line_(record_text(place, facts, value));
  }
  records_ += 1;
}

void ExplainOutput::end() {
  if (as_json_) {
    line_("]}");
  } else {
    end_text();
  }
}

void ExplainOutput::end_text() {
  if (records_ == 0) {
    line_("没有记录计入这个数。");
    return;
  }
  const bool agrees =
      sum_ == value_ || (sum_.is_number() && value_.is_number() && sum_.value == value_.value);
  line_(fmt::format("共 {} 条记录，合计 {}{}", records_, value_text(sum_),
                    agrees ? "，与报告里的数一致" : "，报告里的数是 " + value_text(value_)));
}

}  // namespace nianbao
