#include <fmt/format.h>

#include "figures/figures_json.h"
#include "figures/figures_json_year.h"
#include "figures/json_lines.h"

namespace nianbao {

namespace {

template <std::size_t size>
std::string row_of(const std::array<Cell, size>& cells) {
  std::string out;
  for (const Cell& cell : cells) out += (out.empty() ? "" : ", ") + json_value(cell);
  return "[" + out + "]";
}

std::string documents(const std::array<Cell, kDocumentCounts>& cells) {
  std::string out;
  for (int i = 0; i < kDocumentCounts; ++i) {
    out += (i == 0 ? "" : ", ") + json_quoted(form_name(static_cast<DocumentCount>(i)).key) + ": " +
           json_value(cells[static_cast<std::size_t>(i)]);
  }
  return "{" + out + "}";
}

std::string table2_text(const Table2& table) {
  JsonLines lines('{', '}', "  ");
  lines.member("regulation", documents(table.documents[0]));
  lines.member("normative_document", documents(table.documents[1]));
  lines.member("licence", json_value(table.decisions[0]));
  lines.member("penalty", json_value(table.decisions[1]));
  lines.member("compulsion", json_value(table.decisions[2]));
  lines.member("administrative_charge", json_value(table.administrative_charge));
  return lines.text();
}

std::string table3_text(const Table3& table) {
  JsonLines lines('{', '}', "  ");
  for (int i = 0; i < kTable3Rows; ++i) {
    const Row3 row = static_cast<Row3>(i);
    const bool split_row = row >= Row3::other_correction_overdue && row <= Row3::other_other;
    if (table.form_2019 && row == Row3::other_other) lines.member("other", row_of(table.other_2019));
    if (!(table.form_2019 && split_row)) lines.member(form_name(row).key, row_of(table.row(row)));
  }
  return lines.text();
}

std::string table4_text(const Table4& table) {
  JsonLines lines('{', '}', "  ");
  for (int i = 0; i < kCaseKinds; ++i) {
    lines.member(form_name(static_cast<CaseKind>(i)).key, row_of(table.groups[static_cast<std::size_t>(i)]));
  }
  return lines.text();
}

std::string paragraphs_text(const std::vector<TextParagraph>& paragraphs) {
  JsonLines list('[', ']', "    ");
  for (const TextParagraph& paragraph : paragraphs) {
    list.item(fmt::format(R"({{"section": {}, "sha256": {}}})", json_quoted(paragraph.section),
                          json_quoted(paragraph.sha256)));
  }
  JsonLines lines('{', '}', "  ");
  lines.member("paragraphs", list.text());
  return lines.text();
}

std::string provenance_text(const Provenance& provenance) {
  JsonLines lines('{', '}', "  ");
  lines.member("tool", json_quoted(provenance.tool));
  JsonLines packs('[', ']', "    ");
  for (const auto& pack : provenance.packs) {
    packs.item(fmt::format(R"({{"id": {}, "version": {}, "sha256": {}}})", json_quoted(pack.id),
                           json_quoted(pack.version), json_quoted(pack.sha256)));
  }
  lines.member("packs", packs.text());
  JsonLines inputs('[', ']', "    ");
  for (const auto& input : provenance.inputs) {
    inputs.item(
        fmt::format(R"({{"file": {}, "sha256": {}}})", json_quoted(input.file), json_quoted(input.sha256)));
  }
  lines.member("inputs", inputs.text());
  JsonLines conventions('[', ']', "    ");
  for (const std::string& convention : provenance.conventions) conventions.item(json_quoted(convention));
  lines.member("conventions", conventions.text());
  JsonLines exceptions('[', ']', "    ");
  for (const std::string& exception : provenance.exceptions) exceptions.item(json_quoted(exception));
  lines.member("exceptions", exceptions.text());
  return lines.text();
}

}  // namespace

std::string write_figures_json(const Figures& figures) {
  JsonLines lines('{', '}', "");
  lines.member("schema", json_quoted("nianbao/figures/1"));
  lines.member("year", std::to_string(figures.year));
  lines.member("issuer", json_quoted(figures.issuer));
  lines.member("body", json_quoted(figures.body));
  lines.member("level", json_quoted(figures.level));
  lines.member("scope", json_quoted(figures.scope));
  lines.member("locality", json_quoted(figures.locality));
  if (figures.table3 && figures.table3->form_2019) lines.member("form", "2019");
  lines.member("table2", figures.table2 ? table2_text(*figures.table2) : "null");
  lines.member("table3", figures.table3 ? table3_text(*figures.table3) : "null");
  lines.member("table4", figures.table4 ? table4_text(*figures.table4) : "null");
  lines.member("requests", figures.requests ? request_figures_text(*figures.requests) : "null");
  lines.member("tasks", figures.tasks ? task_figures_text(*figures.tasks) : "null");
  lines.member("activities", figures.activities ? activity_figures_text(*figures.activities) : "null");
  lines.member("text", figures.text ? paragraphs_text(*figures.text) : "null");
  lines.member("provenance", provenance_text(figures.provenance));
  return lines.text() + "\n";
}

}  // namespace nianbao
