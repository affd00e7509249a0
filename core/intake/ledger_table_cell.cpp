#include "intake/ledger_table_cell.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

struct TableNames {
  std::string_view numeral, digit, title;
};
constexpr std::array<TableNames, 3> kTables = {{{"二", "2", "主动公开政府信息情况"},
                                                {"三", "3", "收到和处理政府信息公开申请情况"},
                                                {"四", "4", "政府信息公开行政复议、行政诉讼情况"}}};

// "table3.received" -> "received".
std::string_view without_table(std::string_view text) {
  const bool has_table = starts_with(text, "table") && text.size() > 7 && text[6] == '.';
  return has_table ? text.substr(7) : text;
}

bool is_row_2019(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kWords = {
      "其他处理", "(六)", "(六)其他处理", "三、(六)其他处理", "三、本年度办理结果/(六)其他处理", "other"};
  const std::string key = name_key(text);
  return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), key) != words.end();
}

// "制发件数", "本年制发", "issued" …
std::optional<int> find_document_count(const std::string& key) {
  for (int i = 0; i < kDocumentCounts; ++i) {
    const FormName& form = form_name(static_cast<DocumentCount>(i));
    const std::string label = form.label;
    std::string brief = replace_all(label, "本年", "");
    brief = replace_all(brief, "件数", "");
    if (is_one_of(key, {form.key, label, brief, brief + "件数", "本年" + brief})) return i;
  }
  return std::nullopt;
}

std::optional<int> find_table2_column(int row, std::string_view text) {
  const std::string key = name_key(text);
  if (is_document_row(row)) return find_document_count(key);
  if (key.empty() || is_not_applicable(key)) return 0;
  const std::string item = form_name(static_cast<DisclosureItem>(row)).key;
  if (key == item) return 0;
  if (!is_charge_row(row)) {
    const bool known = is_one_of(key, {"本年处理决定数量", "处理决定数量", "decisions"});
    return known ? std::optional<int>(0) : std::nullopt;
  }
  const std::string amount = replace_all(replace_all(key, "本年", ""), "单位:", "");
  if (is_one_of(amount, {"收费金额", "收费金额(万元)", "charge"})) return 0;
  return amount == "收费金额(元)" ? std::optional<int>(kYuanColumn) : std::nullopt;
}

}  // namespace

std::optional<OfficialTable> find_official_table(std::string_view text) {
  const std::string key = name_key(text);
  for (std::size_t i = 0; i < kTables.size(); ++i) {
    const TableNames& names = kTables[i];
    const std::string numeral(names.numeral);
    const std::string digit(names.digit);
    const bool is_it = is_one_of(key, {numeral, digit, "t" + digit, "table" + digit, names.title}) ||
                       starts_with(key, "表" + numeral) || starts_with(key, "表" + digit) ||
                       key == numeral + "、" + std::string(names.title);
    if (is_it) return static_cast<OfficialTable>(i);
  }
  return std::nullopt;
}

std::optional<int> find_table_row(OfficialTable table, std::string_view text) {
  text = without_table(text);
  switch (table) {
    case OfficialTable::table2:
      if (const auto item = find_disclosure_item(text)) return static_cast<int>(*item);
      return std::nullopt;
    case OfficialTable::table3:
      if (is_row_2019(text)) return kRow2019;
      if (const auto row = find_row3(text)) return static_cast<int>(*row);
      return std::nullopt;
    case OfficialTable::table4:
      break;
  }
  const auto kind = find_case_kind(text);
  return kind ? std::optional<int>(static_cast<int>(*kind)) : std::nullopt;
}

const std::vector<std::string>& table_row_labels(OfficialTable table) {
  static const std::array<std::vector<std::string>, 3> kLabels = {
      labels_of(kDisclosureItems, [](int i) { return form_name(static_cast<DisclosureItem>(i)).label; }),
      labels_of(kTable3Rows, [](int i) { return form_name(static_cast<Row3>(i)).brief; }),
      labels_of(kCaseKinds, [](int i) { return form_name(static_cast<CaseKind>(i)).label; })};
  return kLabels[static_cast<std::size_t>(table)];
}

std::optional<int> find_table_column(OfficialTable table, int row, std::string_view text) {
  switch (table) {
    case OfficialTable::table2:
      return find_table2_column(row, text);
    case OfficialTable::table3:
      return find_table3_column(text);
    case OfficialTable::table4:
      break;
  }
  return find_table4_column(text);
}

std::vector<std::string> table_column_labels(OfficialTable table, int row) {
  if (table == OfficialTable::table3) {
    return labels_of(kTable3Columns, [](int i) { return table3_column(i).label; });
  }
  if (table == OfficialTable::table4) {
    return labels_of(kTable4Columns, [](int i) { return table4_column(i).label; });
  }
  if (is_document_row(row)) {
    return labels_of(kDocumentCounts, [](int i) { return form_name(static_cast<DocumentCount>(i)).label; });
  }
  if (is_charge_row(row)) return {"收费金额(万元)", "收费金额(元)"};
  return {"处理决定数量"};
}

std::string table_cell_name(OfficialTable table, int row, int column) {
  switch (table) {
    case OfficialTable::table2: {
      const std::string name = std::string("table2.") + form_name(static_cast<DisclosureItem>(row)).key;
      return is_document_row(row) ? name + "." + form_name(static_cast<DocumentCount>(column)).key : name;
    }
    case OfficialTable::table3:
      return std::string("table3.") + (row == kRow2019 ? "other" : form_name(static_cast<Row3>(row)).key) +
             "." + table3_column(column).key;
    case OfficialTable::table4:
      return std::string("table4.") + form_name(static_cast<CaseKind>(row)).key + "." +
             table4_column(column).key;
  }
  return "";
}

}  // namespace nianbao
