#include <Poco/JSON/Array.h>
#include <Poco/JSON/JSONException.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <sstream>

#include "base/text.h"
#include "figures/figures_json.h"

namespace nianbao {

namespace {

using Poco::Dynamic::Var;
using ObjectPtr = Poco::JSON::Object::Ptr;
using ArrayPtr = Poco::JSON::Array::Ptr;

constexpr const char* kSchema = "nianbao/figures/1";

// Keys that the contract knows and this reader has no use for.
constexpr std::initializer_list<const char*> kTopKeys = {
    "schema", "year",   "issuer",   "body",  "level",      "scope", "locality", "form",      "table2",
    "table3", "table4", "requests", "tasks", "activities", "text",  "parts",    "provenance"};
constexpr std::initializer_list<const char*> kRequestKeys = {
    "answered",       "in_time",      "overdue",    "open",        "overdue_open",
    "processing_fee", "days",         "by_unit",    "by_month",    "by_topic",
    "by_channel",     "by_applicant", "by_outcome", "oldest_open", "open_ids"};

// A count may be written 3 or 3.0; text is read as people write it; anything else is kept as invalid.
Cell cell_of(const Var& value) {
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

Amount amount_of(const Var& value) {
  if (value.isEmpty()) return {};
  if (value.isString()) return read_amount(value.extract<std::string>());
  if (value.isInteger() && !value.isBoolean()) return read_amount(value.toString());
  return Amount::invalid(value.isNumeric() ? fmt::format("{}", value.convert<double>()) : "（不是数）");
}

class Reader {
 public:
  Reader(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  std::optional<Figures> read(const ObjectPtr& root) {
    if (text(root, "schema") != kSchema) {
      fault("", fmt::format("不是年报数据：schema 应为“{}”", kSchema));
      return std::nullopt;
    }
    note_unknown(root, "", kTopKeys);
    const std::int64_t year = whole(root, "year").value_or(0);
    const bool is_year = year >= 2008 && year <= 2100;
    figures_.year = is_year ? static_cast<int>(year) : 0;
    if (!is_year) fault("year", "缺少年份，或年份不在 2008 至 2100 之间");
    for (const auto& [key, target] : {std::pair{"issuer", &figures_.issuer},
                                      {"body", &figures_.body},
                                      {"level", &figures_.level},
                                      {"scope", &figures_.scope},
                                      {"locality", &figures_.locality}}) {
      *target = text(root, key);
    }
    if (const auto table = object(root, "table2", "table2")) read_table2(table);
    if (const auto table = object(root, "table3", "table3")) read_table3(root, table);
    if (const auto table = object(root, "table4", "table4")) read_table4(table);
    if (const auto requests = object(root, "requests", "requests")) read_requests(requests);
    if (failed_) return std::nullopt;
    return std::move(figures_);
  }

 private:
  void report(const char* code, Severity severity, const std::string& cell, const std::string& message) {
    Diagnostic d;
    d.code = code;
    d.severity = severity;
    d.place.file = file_;
    d.place.cell = cell;
    d.message = message;
    diagnostics_.add(std::move(d));
  }

  void fault(const std::string& cell, const std::string& message) {
    failed_ = true;
    report("C-02", Severity::error, cell, (cell.empty() ? "" : cell + "：") + message);
  }

  void note_unknown(const ObjectPtr& object, const std::string& path,
                    std::initializer_list<const char*> known) {
    const std::vector<std::string> names(known.begin(), known.end());
    note_unknown(object, path, names);
  }

  void note_unknown(const ObjectPtr& object, const std::string& path, const std::vector<std::string>& known) {
    for (const std::string& key : object->getNames()) {
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      const std::string* nearest = find_nearest(key, known);
      report("N-02", Severity::note, path.empty() ? key : path + "." + key,
             fmt::format("不认识的键“{}”，没有读取{}", key, nearest ? "；是不是“" + *nearest + "”？" : ""));
    }
  }

  std::string text(const ObjectPtr& object, const char* key) {
    if (!object->has(key) || object->isNull(key)) return {};
    const Var value = object->get(key);
    if (value.isString()) return value.extract<std::string>();
    fault(key, "应为文字");
    return {};
  }

  std::optional<std::int64_t> whole(const ObjectPtr& object, const char* key) {
    if (!object->has(key) || object->isNull(key)) return std::nullopt;
    const Cell cell = cell_of(object->get(key));
    if (cell.is_number()) return cell.number;
    fault(key, "应为非负整数");
    return std::nullopt;
  }

  // Null when the key is absent or null, or (with a fault) holds something else.
  ObjectPtr object(const ObjectPtr& parent, const char* key, const std::string& path) {
    if (!parent->has(key) || parent->isNull(key)) return nullptr;
    const Var value = parent->get(key);
    if (value.type() == typeid(ObjectPtr)) return value.extract<ObjectPtr>();
    fault(path, "应为对象 {…}");
    return nullptr;
  }

  ArrayPtr array(const ObjectPtr& parent, const std::string& key, const std::string& path) {
    if (!parent->has(key) || parent->isNull(key)) return nullptr;
    const Var value = parent->get(key);
    if (value.type() == typeid(ArrayPtr)) return value.extract<ArrayPtr>();
    fault(path, "应为数组 […]");
    return nullptr;
  }

  template <std::size_t size>
  void read_row(const ObjectPtr& table, const std::string& key, const std::string& path,
                std::array<Cell, size>& row) {
    const ArrayPtr values = array(table, key, path);
    if (!values) return;
    if (values->size() != size) {
      fault(path, fmt::format("应有 {} 个数，实有 {} 个", size, values->size()));
      return;
    }
    for (std::size_t i = 0; i < size; ++i) row[i] = cell_of(values->get(static_cast<unsigned>(i)));
  }

  void read_documents(const ObjectPtr& table, DisclosureItem item, std::array<Cell, kDocumentCounts>& cells) {
    const std::string key = form_name(item).key;
    const auto documents = object(table, key.c_str(), "table2." + key);
    if (!documents) return;
    std::vector<std::string> known;
    for (int i = 0; i < kDocumentCounts; ++i) {
      known.emplace_back(form_name(static_cast<DocumentCount>(i)).key);
      if (documents->has(known.back()))
        cells[static_cast<std::size_t>(i)] = cell_of(documents->get(known.back()));
    }
    note_unknown(documents, "table2." + key, known);
  }

  void read_table2(const ObjectPtr& table) {
    Table2& values = figures_.table2.emplace();
    std::vector<std::string> known;
    for (int i = 0; i < kDisclosureItems; ++i)
      known.emplace_back(form_name(static_cast<DisclosureItem>(i)).key);
    note_unknown(table, "table2", known);
    read_documents(table, DisclosureItem::regulation, values.documents[0]);
    read_documents(table, DisclosureItem::normative_document, values.documents[1]);
    for (std::size_t i = 0; i < values.decisions.size(); ++i) {
      if (table->has(known[i + 2])) values.decisions[i] = cell_of(table->get(known[i + 2]));
    }
    if (table->has(known[5])) values.administrative_charge = amount_of(table->get(known[5]));
  }

  void read_table3(const ObjectPtr& root, const ObjectPtr& table) {
    Table3& values = figures_.table3.emplace();
    const auto form = whole(root, "form").value_or(2021);
    if (form != 2019 && form != 2021) fault("form", "应为 2019 或 2021");
    values.form_2019 = form == 2019;
    std::vector<std::string> known;
    for (int i = 0; i < kTable3Rows; ++i) {
      const Row3 row = static_cast<Row3>(i);
      if (values.form_2019 && row >= Row3::other_correction_overdue && row <= Row3::other_other) continue;
      known.emplace_back(form_name(row).key);
      read_row(table, known.back(), "table3." + known.back(), values.row(row));
    }
    if (values.form_2019) {
      known.emplace_back("other");
      read_row(table, "other", "table3.other", values.other_2019);
    }
    note_unknown(table, "table3", known);
  }

  void read_table4(const ObjectPtr& table) {
    Table4& values = figures_.table4.emplace();
    std::vector<std::string> known;
    for (int i = 0; i < kCaseKinds; ++i) {
      known.emplace_back(form_name(static_cast<CaseKind>(i)).key);
      read_row(table, known.back(), "table4." + known.back(), values.groups[static_cast<std::size_t>(i)]);
    }
    note_unknown(table, "table4", known);
  }

  void read_requests(const ObjectPtr& requests) {
    RequestFigures& values = figures_.requests.emplace();
    note_unknown(requests, "requests", kRequestKeys);
    values.answered = whole(requests, "answered").value_or(0);
    values.open = whole(requests, "open").value_or(0);
    if (requests->has("processing_fee")) values.processing_fee = amount_of(requests->get("processing_fee"));
    for_each_object(requests, "by_unit", [&](const ObjectPtr& entry) {
      values.by_unit.push_back(
          {text(entry, "key"), whole(entry, "received").value_or(0), whole(entry, "closed").value_or(0)});
    });
    for_each_object(requests, "open_ids", [&](const ObjectPtr& entry) {
      values.open_ids.push_back({text(entry, "unit"), text(entry, "id")});
    });
  }

  template <typename Take>
  void for_each_object(const ObjectPtr& parent, const std::string& key, Take take) {
    const ArrayPtr entries = array(parent, key, "requests." + key);
    for (std::size_t i = 0; entries && i < entries->size(); ++i) {
      const ObjectPtr entry = entries->getObject(static_cast<unsigned>(i));
      if (entry) {
        take(entry);
      } else {
        fault(fmt::format("requests.{}[{}]", key, i), "应为对象 {…}");
      }
    }
  }

  const std::string& file_;
  Diagnostics& diagnostics_;
  Figures figures_;
  bool failed_ = false;
};

// The line that `in` has come to: the parser reads byte by byte and stops behind what it does not like.
std::int64_t line_reached(std::istringstream& in) {
  in.clear();
  const auto position = static_cast<std::ptrdiff_t>(in.tellg());
  const std::string text = in.str();
  return 1 + std::count(text.begin(), text.begin() + std::max<std::ptrdiff_t>(position - 1, 0), '\n');
}

void report_syntax(const std::string& file, std::int64_t line, const std::string& message,
                   Diagnostics& diagnostics) {
  Diagnostic d;
  d.code = "C-02";
  d.place.file = file;
  d.place.row = line;
  d.message = "不是有效的 JSON 文件（" + message + "）";
  d.hint = "请给出 nianbao build 写出的 figures.json，或按同样格式录入的已公布数据";
  diagnostics.add(std::move(d));
}

}  // namespace

std::optional<Figures> read_figures_json(std::string_view text, const std::string& file,
                                         Diagnostics& diagnostics) {
  if (starts_with(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!is_valid_utf8(text)) {
    report_syntax(file, 0, "不是 UTF-8 文字", diagnostics);
    return std::nullopt;
  }
  std::istringstream in{std::string(text)};
  try {
    Poco::JSON::Parser parser;
    parser.setDepth(64);
    const Var root = parser.parse(in);
    if (root.type() != typeid(ObjectPtr)) {
      report_syntax(file, 1, "最外层应为对象 {…}", diagnostics);
      return std::nullopt;
    }
    return Reader(file, diagnostics).read(root.extract<ObjectPtr>());
  } catch (const Poco::Exception& e) {
    report_syntax(file, line_reached(in), e.message().empty() ? e.displayText() : e.message(), diagnostics);
    return std::nullopt;
  }
}

}  // namespace nianbao
