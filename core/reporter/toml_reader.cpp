#include "reporter/toml_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr const char* kFile = "report.toml";

std::int64_t line_of_node(const toml::node& node) {
  return static_cast<std::int64_t>(node.source().begin.line);
}

}  // namespace

const toml::node* TomlReader::find(const char* key) {
  asked_.insert(key);
  known_.insert(key);
  return table_.get(key);
}

std::int64_t TomlReader::line_of(const char* key) const {
  const toml::node* node = table_.get(key);
  return node ? line_of_node(*node) : line_of_node(table_);
}

void TomlReader::fault(const char* key, const std::string& message, const std::string& hint) {
  Diagnostic d;
  d.code = "C-02";
  d.place.file = kFile;
  d.place.row = line_of(key);
  d.left = full_name(key);
  d.message = full_name(key) + "：" + message;
  d.hint = hint;
  diagnostics_.add(std::move(d));
}

std::string TomlReader::text(const char* key) {
  const toml::node* node = find(key);
  if (!node) return {};
  if (const auto* value = node->as_string()) return value->get();
  fault(key, "应为引号里的文字");
  return {};
}

std::string TomlReader::required_text(const char* key) {
  if (!table_.contains(key)) {
    find(key);
    fault(key, "缺少这一项", fmt::format("请加一行 {} = \"…\"", key));
    return {};
  }
  std::string value = text(key);
  if (trim(value).empty() && table_.get(key)->is_string()) fault(key, "不能为空");
  return value;
}

std::string TomlReader::choice(const char* key, const std::vector<std::string>& choices) {
  std::string value = required_text(key);
  if (value.empty()) return value;
  for (const std::string& each : choices) {
    if (value == each) return value;
  }
  const std::string* nearest = find_nearest(value, choices);
  fault(key, fmt::format("没有“{}”这个取值{}", value, nearest ? "，是不是“" + *nearest + "”？" : ""),
        fmt::format("可以写：{}", fmt::join(choices, "、")));
  return {};
}

std::optional<std::int64_t> TomlReader::whole(const char* key) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  if (const auto* value = node->as_integer()) return value->get();
  fault(key, "应为不带引号的整数");
  return std::nullopt;
}

std::optional<Date> TomlReader::date(const char* key) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  if (const auto* value = node->as_date()) {
    const toml::date d = value->get();
    return Date{std::chrono::year{d.year}, std::chrono::month{d.month}, std::chrono::day{d.day}};
  }
  if (const auto* value = node->as_string()) {
    if (auto parsed = parse_date(value->get())) return parsed;
  }
  fault(key, "应为日期，例如 2025-01-24");
  return std::nullopt;
}

std::vector<TomlReader::Entry> TomlReader::texts(const char* key) {
  const toml::node* node = find(key);
  if (!node) return {};
  if (const auto* value = node->as_string()) return {{value->get(), line_of_node(*node)}};
  std::vector<Entry> entries;
  const toml::array* values = node->as_array();
  bool all_texts = values != nullptr;
  for (std::size_t i = 0; values && i < values->size(); ++i) {
    const auto* value = (*values)[i].as_string();
    all_texts = all_texts && value;
    if (value) entries.push_back({value->get(), line_of_node(*value)});
  }
  if (!all_texts) fault(key, "应为一个文件名，或文件名的列表 [\"甲.csv\", \"乙.xlsx\"]");
  return entries;
}

std::vector<std::pair<std::string, TomlReader::Entry>> TomlReader::all_texts() {
  std::vector<std::pair<std::string, Entry>> entries;
  for (const auto& [key, node] : table_) {
    const std::string name(key.str());
    const std::string value = text(name.c_str());
    if (node.is_string()) entries.emplace_back(name, Entry{value, line_of_node(node)});
  }
  return entries;
}

void TomlReader::table(const char* key, const std::function<void(TomlReader&)>& read) {
  const toml::node* node = find(key);
  if (!node) return;
  if (const toml::table* inner = node->as_table()) {
    TomlReader reader(*inner, full_name(key), diagnostics_);
    read(reader);
  } else {
    fault(key, fmt::format("应为一节 [{}]", full_name(key)));
  }
}

void TomlReader::tables(const char* key, const std::function<void(TomlReader&)>& read) {
  const toml::node* node = find(key);
  if (!node) return;
  const toml::array* array = node->as_array();
  bool all_tables = array != nullptr;
  for (std::size_t i = 0; array && i < array->size(); ++i) {
    const toml::table* inner = (*array)[i].as_table();
    all_tables = all_tables && inner;
    if (!inner) continue;
    TomlReader reader(*inner, full_name(key), diagnostics_);
    read(reader);
  }
  if (!all_tables) fault(key, fmt::format("应为若干节 [[{}]]", full_name(key)));
}

void TomlReader::finish() {
  const std::vector<std::string> known(known_.begin(), known_.end());
  for (const auto& [key, node] : table_) {
    const std::string name(key.str());
    if (asked_.count(name) > 0) continue;
    Diagnostic d;
    d.code = "C-01";
    d.place.file = kFile;
    d.place.row = static_cast<std::int64_t>(key.source().begin.line);
    d.left = full_name(name);
    d.message = fmt::format("不认识“{}”", full_name(name));
    const std::string* nearest = find_nearest(name, known);
    d.hint =
        nearest ? "是不是“" + *nearest + "”？" : "可以写的有：" + fmt::format("{}", fmt::join(known, "、"));
    diagnostics_.add(std::move(d));
  }
}

}  // namespace nianbao
