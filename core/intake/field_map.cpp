#include "intake/field_map.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kSeenHeadings = 2000;
constexpr std::size_t kLongestHeading = 300;  // bytes

bool is_mark(char c) {
  return c == '*' || c == '#';
}

// What forms write in brackets behind a heading without changing what it means.
bool is_remark(std::string_view content) {
  static constexpr std::array<std::string_view, 14> kRemarks = {
      "必填",     "选填", "可选",  "下拉选择", "下拉",       "年月日",     "年/月/日",
      "年-月-日", "日期", "是/否", "天",       "yyyy-mm-dd", "yyyy/mm/dd", "工作日"};
  for (std::string_view remark : kRemarks) {
    if (content == remark) return true;
  }
  return false;
}

std::string in_marks(const std::string& text) {
  return "“" + text + "”";
}

std::string config_hint(const LedgerShape& shape) {
  return "请检查 report.toml 的 [fields." + shape.key + "]。";
}

Diagnostic config_error(std::string message, std::string hint) {
  Diagnostic d;
  d.code = "C-02";
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place.file = "report.toml";
  return d;
}

}  // namespace

std::string heading_key(std::string_view text) {
  std::string key = name_key(text);
  while (!key.empty() && is_mark(key.front())) key.erase(0, 1);
  while (!key.empty() && is_mark(key.back())) key.pop_back();
  if (key.empty() || key.back() != ')') return key;
  const std::size_t open = key.rfind('(');
  if (open == std::string::npos || open == 0) return key;
  if (is_remark(std::string_view(key).substr(open + 1, key.size() - open - 2))) key.resize(open);
  return key;
}

HeadingNames::HeadingNames(const LedgerShape& shape, const std::map<std::string, std::string>& fields,
                           Diagnostics& diagnostics)
    : shape_(shape) {
  std::vector<std::string> canonical;
  for (std::size_t i = 0; i < shape.columns.size(); ++i) {
    const LedgerColumn& column = shape.columns[i];
    canonical.push_back(column.heading);
    add(column.heading, static_cast<int>(i), HeadingTrust::canonical);
    for (const std::string& synonym : column.synonyms)
      add(synonym, static_cast<int>(i), HeadingTrust::synonym);
    for (const std::string& near : column.doubtful) add(near, static_cast<int>(i), HeadingTrust::doubtful);
  }
  std::vector<std::pair<std::string, int>> own;
  for (const auto& [heading, name] : fields) {
    const auto meaning = find(name);
    if (meaning && meaning->trust != HeadingTrust::doubtful) {
      own.emplace_back(heading, meaning->column);
      own_[heading] = name;
      continue;
    }
    const std::string* nearest = find_nearest(name, canonical);
    std::string message = "[fields." + shape.key + "] 把";
    message.append(in_marks(heading)).append("对应到").append(in_marks(name));
    message.append("，").append(shape.title).append("没有这个标题");
    diagnostics.add(config_error(
        std::move(message), nearest ? "最接近的标准标题是" + in_marks(*nearest) + "。" : config_hint(shape)));
  }
  for (const auto& [heading, column] : own) add(heading, column, HeadingTrust::own);
}

void HeadingNames::add(const std::string& heading, int column, HeadingTrust trust) {
  std::string key = heading_key(heading);
  if (trust == HeadingTrust::own) {
    by_key_[std::move(key)] = {column, trust};
  } else {
    by_key_.emplace(std::move(key), HeadingMeaning{column, trust});
  }
}

std::optional<HeadingMeaning> HeadingNames::find(std::string_view heading) const {
  const auto entry = by_key_.find(heading_key(heading));
  return entry == by_key_.end() ? std::nullopt : std::optional<HeadingMeaning>(entry->second);
}

void HeadingNames::note_seen(const std::vector<std::string>& headings) {
  for (const std::string& heading : headings) {
    if (heading.size() <= kLongestHeading && seen_.size() < kSeenHeadings) seen_.insert(heading);
  }
}

bool HeadingNames::has_seen(std::string_view heading) const {
  const std::string key = heading_key(heading);
  return std::any_of(seen_.begin(), seen_.end(),
                     [&](const std::string& seen) { return heading_key(seen) == key; });
}

void HeadingNames::report_unused(Diagnostics& diagnostics) const {
  std::set<std::string> keys;
  std::vector<std::string> unknown;
  for (const std::string& heading : seen_) {
    keys.insert(heading_key(heading));
    if (!find(heading)) unknown.push_back(heading);
  }
  for (const auto& [heading, name] : own_) {
    if (keys.count(heading_key(heading)) > 0) continue;
    const std::string* nearest = find_nearest(heading, unknown);
    std::string message = "[fields." + shape_.key + "] 里的";
    message.append(in_marks(heading)).append("（对应").append(in_marks(name)).append("）在");
    message.append(shape_.title).append("的文件中没有找到");
    diagnostics.add(config_error(std::move(message), nearest
                                                         ? "文件中最接近的标题是" + in_marks(*nearest) + "。"
                                                         : "请按文件里的原样填写标题，或者删去这一行。"));
  }
}

}  // namespace nianbao
