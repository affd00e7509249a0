#include "figures/json_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace nianbao {

using Poco::Dynamic::Var;

namespace {

constexpr std::size_t kLongestKey = 60;  // bytes of a foreign key that are quoted

std::string joined(const std::string& parent, const std::string& key) {
  return parent.empty() ? key : parent + "." + key;
}

}  // namespace

Cell json_cell(const Var& value) {
  if (value.isEmpty()) return {};
  if (value.isBoolean()) return Cell::invalid(value.convert<bool>() ? "true" : "false");
  if (value.isInteger() && !value.isSigned()) {
    return value.convert<std::uint64_t>() <= 9007199254740991ULL ? Cell::of(value.convert<std::int64_t>())
                                                                 : Cell::invalid(value.toString());
  }
  if (value.isInteger()) {
    const auto number = value.convert<std::int64_t>();
    return number >= 0 && number <= 9007199254740991LL ? Cell::of(number)
                                                       : Cell::invalid(std::to_string(number));
  }
  if (value.isNumeric()) {
    const double number = value.convert<double>();
    const bool is_count = number >= 0 && number <= 9007199254740991.0 && std::floor(number) == number;
    return is_count ? Cell::of(static_cast<std::int64_t>(number)) : Cell::invalid(fmt::format("{}", number));
  }
  if (!value.isString()) return Cell::invalid("（不是数）");
  const auto& text = value.extract<std::string>();
  // Text that happens to be digits is not a count: a count is a JSON number.
  const Cell cell = read_cell(text);
  return cell.is_number() ? Cell::invalid("\"" + text + "\"") : cell;
}

Amount json_amount(const Var& value) {
  if (value.isEmpty()) return {};
  if (value.isString()) return read_amount(value.extract<std::string>());
  if (value.isInteger() && !value.isBoolean()) return read_amount(value.toString());
  return Amount::invalid(value.isNumeric() ? fmt::format("{}", value.convert<double>()) : "（不是数）");
}

void JsonReader::report(const char* code, Severity severity, const std::string& cell,
                        const std::string& message) {
  Diagnostic d;
  d.code = code;
  d.severity = severity;
  d.place.file = file_;
  d.place.cell = cell;
  d.message = message;
  diagnostics_.add(std::move(d));
}

void JsonReader::fault(const std::string& cell, const std::string& message) {
  failed_ = true;
  report("C-02", Severity::error, cell, (cell.empty() ? "" : cell + "：") + message);
}

void JsonReader::note_unknown(const Object& object, const std::string& path,
                              const std::vector<std::string>& known) {
  for (const std::string& key : object->getNames()) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::string name = cut_text(key, kLongestKey);
    const std::string* nearest = key.size() > kLongestKey ? nullptr : find_nearest(key, known);
    report("N-02", Severity::note, joined(path, name),
           fmt::format("不认识的键“{}”，没有读取{}", name, nearest ? "；是不是“" + *nearest + "”？" : ""));
  }
}

std::string JsonReader::text(const Object& object, const std::string& key, const std::string& parent) {
  if (!object->has(key) || object->isNull(key)) return {};
  const Var value = object->get(key);
  if (value.isString()) return value.extract<std::string>();
  fault(joined(parent, key), "应为文字");
  return {};
}

std::optional<std::int64_t> JsonReader::whole(const Object& object, const std::string& key,
                                              const std::string& parent) {
  if (!object->has(key) || object->isNull(key)) return std::nullopt;
  const Cell cell = json_cell(object->get(key));
  if (cell.is_number()) return cell.number;
  fault(joined(parent, key), "应为非负整数");
  return std::nullopt;
}

bool JsonReader::flag(const Object& object, const std::string& key, const std::string& parent) {
  if (!object->has(key) || object->isNull(key)) return false;
  const Var value = object->get(key);
  if (value.isBoolean()) return value.convert<bool>();
  fault(joined(parent, key), "应为 true 或 false");
  return false;
}

JsonReader::Object JsonReader::object(const Object& parent, const std::string& key, const std::string& path) {
  if (!parent->has(key) || parent->isNull(key)) return nullptr;
  const Var value = parent->get(key);
  if (value.type() == typeid(Object)) return value.extract<Object>();
  fault(path, "应为对象 {…}");
  return nullptr;
}

JsonReader::Array JsonReader::array(const Object& parent, const std::string& key, const std::string& path) {
  if (!parent->has(key) || parent->isNull(key)) return nullptr;
  const Var value = parent->get(key);
  if (value.type() == typeid(Array)) return value.extract<Array>();
  fault(path, "应为数组 […]");
  return nullptr;
}

}  // namespace nianbao
