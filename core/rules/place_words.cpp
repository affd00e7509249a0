#include "rules/place_words.h"

#include <string_view>

#include "base/text.h"
#include "model/official_form.h"

namespace nianbao {

namespace {

std::string quoted(std::string_view text) {
  return "“" + replace_all(replace_all(std::string(text), "“", "‘"), "”", "’") + "”";
}

// （三）4 and its name: "（三）4.保护第三方合法权益"; rows that are no outcome: "一、本年新收".
std::string row_label(const Row3Name& row) {
  const std::string_view path = row.path;
  if (!starts_with(path, "（")) return std::string(path) + "、" + row.brief;
  return std::string(path) + (ends_with(path, "）") ? "" : ".") + row.brief;
}

std::string row2(std::string_view key) {
  for (int i = 0; i < kDisclosureItems; ++i) {
    const FormName& item = form_name(static_cast<DisclosureItem>(i));
    if (key == item.key) return quoted(item.label);
  }
  return "";
}

std::string row3(std::string_view key) {
  for (int i = 0; i < kTable3Rows; ++i) {
    const Row3Name& row = form_name(static_cast<Row3>(i));
    if (key == row.key) return quoted(row_label(row));
  }
  for (const Row3Group& group : table3_groups()) {
    if (key == group.key) return quoted(group.label);
  }
  return "";
}

std::string row4(std::string_view key) {
  for (int i = 0; i < kCaseKinds; ++i) {
    const FormName& kind = form_name(static_cast<CaseKind>(i));
    if (key == kind.key) return quoted(kind.label);
  }
  return "";
}

std::string column_of(char table, std::string_view key) {
  const int columns = table == '2' ? kDocumentCounts : table == '3' ? kTable3Columns : kTable4Columns;
  for (int i = 0; i < columns; ++i) {
    const FormName& column = table == '2'   ? form_name(static_cast<DocumentCount>(i))
                             : table == '3' ? table3_column(i)
                                            : table4_column(i);
    if (key == column.key) return quoted(column.label);
  }
  return "";
}

}  // namespace

std::string place_in_words(const std::string& cell) {
  const std::string_view text = cell;
  if (!starts_with(text, "table") || text.size() < 6 || text[5] < '2' || text[5] > '4') return cell;
  const char table = text[5];
  std::string name = table == '2' ? "表二" : table == '3' ? "表三" : "表四";
  if (text.size() == 6) return name;
  if (text[6] != '.') return cell;
  const std::string_view rest = text.substr(7);
  const auto row_of = [table](std::string_view key) {
    return table == '2' ? row2(key) : table == '3' ? row3(key) : row4(key);
  };
  if (const std::string whole = row_of(rest); !whole.empty()) return name + whole;
  const std::size_t dot = rest.rfind('.');
  if (dot == std::string_view::npos) return cell;
  const std::string_view last = rest.substr(dot + 1);
  const std::string row = rest.substr(0, dot) == "*" ? "" : row_of(rest.substr(0, dot));
  const std::string column = last == "*" ? "各列" : column_of(table, last);
  if (column.empty() || (row.empty() && rest.substr(0, dot) != "*")) return cell;
  return name + row + column + (row.empty() ? "一列" : "");
}

}  // namespace nianbao
