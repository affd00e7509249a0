#include <Poco/JSONString.h>
#include <fmt/format.h>

#include <functional>

#include "figures/figures_json.h"

namespace nianbao {

namespace {

std::string quoted(const std::string& text) {
  return Poco::toJSON(text, Poco::JSON_WRAP_STRINGS);
}

// What is no count is kept as text, so that reading it again gives V-02 again.
std::string value_of(const Cell& cell) {
  if (cell.is_number()) return std::to_string(cell.number);
  if (cell.is_blank()) return "null";
  return cell.state == CellState::not_applicable ? "\"n/a\"" : quoted(cell.raw);
}

std::string value_of(const Amount& amount) {
  if (amount.is_number()) return quoted(amount.value.to_string());
  if (amount.is_blank()) return "null";
  return amount.state == CellState::not_applicable ? "\"n/a\"" : quoted(amount.raw);
}

template <std::size_t size>
std::string row_of(const std::array<Cell, size>& cells) {
  std::string out;
  for (const Cell& cell : cells) out += (out.empty() ? "" : ", ") + value_of(cell);
  return "[" + out + "]";
}

// An object or array in the making: members joined by commas, one per line.
class Lines {
 public:
  Lines(char open, char close, std::string indent) : open_(open), close_(close), indent_(std::move(indent)) {}
  void member(const std::string& key, const std::string& value) { item(quoted(key) + ": " + value); }
  void item(const std::string& text) { body_ += (body_.empty() ? "\n" : ",\n") + indent_ + "  " + text; }
  std::string text() const {
    return body_.empty() ? std::string{open_, close_} : open_ + body_ + "\n" + indent_ + close_;
  }

 private:
  char open_, close_;
  std::string indent_, body_;
};

std::string documents(const std::array<Cell, kDocumentCounts>& cells) {
  std::string out;
  for (int i = 0; i < kDocumentCounts; ++i) {
    out += (i == 0 ? "" : ", ") + quoted(form_name(static_cast<DocumentCount>(i)).key) + ": " +
           value_of(cells[static_cast<std::size_t>(i)]);
  }
  return "{" + out + "}";
}

std::string table2_text(const Table2& table) {
  Lines lines('{', '}', "  ");
  lines.member("regulation", documents(table.documents[0]));
  lines.member("normative_document", documents(table.documents[1]));
  lines.member("licence", value_of(table.decisions[0]));
  lines.member("penalty", value_of(table.decisions[1]));
  lines.member("compulsion", value_of(table.decisions[2]));
  lines.member("administrative_charge", value_of(table.administrative_charge));
  return lines.text();
}

std::string table3_text(const Table3& table) {
  Lines lines('{', '}', "  ");
  for (int i = 0; i < kTable3Rows; ++i) {
    const Row3 row = static_cast<Row3>(i);
    const bool split_row = row >= Row3::other_correction_overdue && row <= Row3::other_other;
    if (table.form_2019 && row == Row3::other_other) lines.member("other", row_of(table.other_2019));
    if (!(table.form_2019 && split_row)) lines.member(form_name(row).key, row_of(table.row(row)));
  }
  return lines.text();
}

std::string table4_text(const Table4& table) {
  Lines lines('{', '}', "  ");
  for (int i = 0; i < kCaseKinds; ++i) {
    lines.member(form_name(static_cast<CaseKind>(i)).key, row_of(table.groups[static_cast<std::size_t>(i)]));
  }
  return lines.text();
}

std::string requests_text(const RequestFigures& requests) {
  Lines lines('{', '}', "  ");
  lines.member("answered", std::to_string(requests.answered));
  lines.member("open", std::to_string(requests.open));
  lines.member("processing_fee", value_of(requests.processing_fee));
  Lines units('[', ']', "    ");
  for (const UnitCount& unit : requests.by_unit) {
    units.item(fmt::format(R"({{"key": {}, "received": {}, "closed": {}}})", quoted(unit.key), unit.received,
                           unit.closed));
  }
  lines.member("by_unit", units.text());
  Lines open('[', ']', "    ");
  for (const OpenRequest& request : requests.open_ids) {
    open.item(fmt::format(R"({{"unit": {}, "id": {}}})", quoted(request.unit), quoted(request.id)));
  }
  lines.member("open_ids", open.text());
  return lines.text();
}

std::string provenance_text(const Provenance& provenance) {
  Lines lines('{', '}', "  ");
  lines.member("tool", quoted(provenance.tool));
  Lines packs('[', ']', "    ");
  for (const auto& pack : provenance.packs) {
    packs.item(fmt::format(R"({{"id": {}, "version": {}, "sha256": {}}})", quoted(pack.id),
                           quoted(pack.version), quoted(pack.sha256)));
  }
  lines.member("packs", packs.text());
  Lines inputs('[', ']', "    ");
  for (const auto& input : provenance.inputs) {
    inputs.item(fmt::format(R"({{"file": {}, "sha256": {}}})", quoted(input.file), quoted(input.sha256)));
  }
  lines.member("inputs", inputs.text());
  Lines conventions('[', ']', "    ");
  for (const std::string& convention : provenance.conventions) conventions.item(quoted(convention));
  lines.member("conventions", conventions.text());
  lines.member("exceptions", "[]");
  return lines.text();
}

}  // namespace

std::string write_figures_json(const Figures& figures) {
  Lines lines('{', '}', "");
  lines.member("schema", quoted("nianbao/figures/1"));
  lines.member("year", std::to_string(figures.year));
  lines.member("issuer", quoted(figures.issuer));
  lines.member("body", quoted(figures.body));
  lines.member("level", quoted(figures.level));
  lines.member("scope", quoted(figures.scope));
  lines.member("locality", quoted(figures.locality));
  if (figures.table3 && figures.table3->form_2019) lines.member("form", "2019");
  lines.member("table2", figures.table2 ? table2_text(*figures.table2) : "null");
  lines.member("table3", figures.table3 ? table3_text(*figures.table3) : "null");
  lines.member("table4", figures.table4 ? table4_text(*figures.table4) : "null");
  lines.member("requests", figures.requests ? requests_text(*figures.requests) : "null");
  lines.member("provenance", provenance_text(figures.provenance));
  return lines.text() + "\n";
}

}  // namespace nianbao
