#include <Poco/JSON/JSONException.h>
#include <Poco/JSON/Parser.h>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "figures/figures_json.h"
#include "figures/figures_json_year.h"

namespace nianbao {

namespace {

using Poco::Dynamic::Var;
using ObjectPtr = JsonReader::Object;
using ArrayPtr = JsonReader::Array;

constexpr const char* kSchema = "nianbao/figures/1";

// Keys that the contract knows and this reader has no use for.
const std::vector<std::string> kTopKeys = {
    "schema", "year",   "issuer",   "body",  "level",      "scope", "locality", "form",      "table2",
    "table3", "table4", "requests", "tasks", "activities", "text",  "parts",    "provenance"};
class Reader : private JsonReader {
 public:
  Reader(const std::string& file, Diagnostics& diagnostics) : JsonReader(file, diagnostics) {}

  std::optional<Figures> read(const ObjectPtr& root) {
    if (text(root, "schema", "") != kSchema) {
      fault("", fmt::format("不是年报数据：schema 应为“{}”", kSchema));
      return std::nullopt;
    }
    note_unknown(root, "", kTopKeys);
    const std::int64_t year = whole(root, "year", "").value_or(0);
    const bool is_year = year >= 2008 && year <= 2100;
    figures_.year = is_year ? static_cast<int>(year) : 0;
    if (!is_year) fault("year", "缺少年份，或年份不在 2008 至 2100 之间");
    for (const auto& [key, target] : {std::pair{"issuer", &figures_.issuer},
                                      {"body", &figures_.body},
                                      {"level", &figures_.level},
                                      {"scope", &figures_.scope},
                                      {"locality", &figures_.locality}}) {
      *target = text(root, key, "");
    }
    if (const auto table = object(root, "table2", "table2")) read_table2(table);
    if (const auto table = object(root, "table3", "table3")) read_table3(root, table);
    if (const auto table = object(root, "table4", "table4")) read_table4(table);
    if (const auto requests = object(root, "requests", "requests"))
      figures_.requests = read_request_figures(*this, requests);
    if (const auto tasks = object(root, "tasks", "tasks")) figures_.tasks = read_task_figures(*this, tasks);
    if (const auto activities = object(root, "activities", "activities"))
      figures_.activities = read_activity_figures(*this, activities);
    if (const auto paragraphs = object(root, "text", "text")) read_text(paragraphs);
    if (failed()) return std::nullopt;
    return std::move(figures_);
  }

 private:
  template <std::size_t size>
  void read_row(const ObjectPtr& table, const std::string& key, const std::string& path,
                std::array<Cell, size>& row) {
    const ArrayPtr values = array(table, key, path);
    if (!values) return;
    if (values->size() != size) {
      fault(path, fmt::format("应有 {} 个数，实有 {} 个", size, values->size()));
      return;
    }
    for (std::size_t i = 0; i < size; ++i) row[i] = json_cell(values->get(static_cast<unsigned>(i)));
  }

  void read_documents(const ObjectPtr& table, DisclosureItem item, std::array<Cell, kDocumentCounts>& cells) {
    const std::string key = form_name(item).key;
    const auto documents = object(table, key, "table2." + key);
    if (!documents) return;
    std::vector<std::string> known;
    for (int i = 0; i < kDocumentCounts; ++i) {
      known.emplace_back(form_name(static_cast<DocumentCount>(i)).key);
      if (documents->has(known.back()))
        cells[static_cast<std::size_t>(i)] = json_cell(documents->get(known.back()));
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
      if (table->has(known[i + 2])) values.decisions[i] = json_cell(table->get(known[i + 2]));
    }
    if (table->has(known[5])) values.administrative_charge = json_amount(table->get(known[5]));
  }

  void read_table3(const ObjectPtr& root, const ObjectPtr& table) {
    Table3& values = figures_.table3.emplace();
    const auto form = whole(root, "form", "").value_or(2021);
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

  void read_text(const ObjectPtr& written) {
    note_unknown(written, "text", {"paragraphs"});
    auto& paragraphs = figures_.text.emplace();
    for_each_object(written, "paragraphs", "text.paragraphs", [&](const ObjectPtr& entry, const std::string& path) {
      note_unknown(entry, "text.paragraphs", {"section", "sha256"});
      paragraphs.push_back({text(entry, "section", path), text(entry, "sha256", path)});
    });
  }

  Figures figures_;
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
