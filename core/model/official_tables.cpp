#include "model/official_tables.h"

namespace nianbao {

namespace {

template <std::size_t size>
void add_cells(std::array<Cell, size>& sum, const std::array<Cell, size>& part) {
  for (std::size_t i = 0; i < size; ++i) sum[i] = add(sum[i], part[i]);
}

}  // namespace

void add_to(Table2& sum, const Table2& part) {
  for (std::size_t i = 0; i < sum.documents.size(); ++i) add_cells(sum.documents[i], part.documents[i]);
  add_cells(sum.decisions, part.decisions);
  sum.administrative_charge = add(sum.administrative_charge, part.administrative_charge);
}

void add_to(Table3& sum, const Table3& part) {
  for (std::size_t i = 0; i < sum.rows.size(); ++i) add_cells(sum.rows[i], part.rows[i]);
  add_cells(sum.other_2019, part.other_2019);
  sum.form_2019 = sum.form_2019 || part.form_2019;
}

void add_to(Table4& sum, const Table4& part) {
  for (std::size_t i = 0; i < sum.groups.size(); ++i) add_cells(sum.groups[i], part.groups[i]);
}

}  // namespace nianbao
