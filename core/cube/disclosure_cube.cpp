#include "cube/disclosure_cube.h"

namespace nianbao {

void DisclosureCube::add(const Disclosure& disclosure) {
  Table2& table = units_[disclosure.unit];
  switch (disclosure.item) {
    case DisclosureItem::regulation:
    case DisclosureItem::normative_document: {
      auto& counts = table.documents[static_cast<std::size_t>(disclosure.item)];
      for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] = nianbao::add(counts[i], disclosure.counts[i]);
      break;
    }
    case DisclosureItem::licence:
    case DisclosureItem::penalty:
    case DisclosureItem::compulsion: {
      const auto index =
          static_cast<std::size_t>(disclosure.item) - static_cast<std::size_t>(DisclosureItem::licence);
      table.decisions[index] = nianbao::add(table.decisions[index], disclosure.decisions);
      break;
    }
    case DisclosureItem::administrative_charge:
      table.administrative_charge = nianbao::add(table.administrative_charge, disclosure.charge);
      break;
  }
}

Table2 DisclosureCube::sum() const {
  Table2 sum;
  for (const auto& [unit, table] : units_) add_to(sum, table);
  return sum;
}

}  // namespace nianbao
