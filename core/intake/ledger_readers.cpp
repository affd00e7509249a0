#include "intake/ledger_readers.h"

#include "intake/ledger_requests.h"
#include "intake/ledgers.h"

namespace nianbao {

LedgerOutcome read_requests(const LedgerSource& source, const UnitRegister& units,
                            const std::function<void(const Request&, const Place&)>& take,
                            Diagnostics& diagnostics) {
  return read_requests(LedgerInput{source, diagnostics}, units, take);
}

void read_requests_again(const LedgerSource& source, const UnitRegister& units,
                         const std::function<void(const Request&, const Place&)>& take) {
  Diagnostics reported_before;
  RequestBuilder builder(units, source.extra, take);
  scan_ledger(LedgerInput{source, reported_before}, requests_shape(),
              [&](LedgerRow& row) { builder.build(row); });
}

void read_applicants(const LedgerSource& source,
                     const std::function<void(const ApplicantCells&, const Place&)>& take) {
  Diagnostics reported_before;
  read_applicants(LedgerInput{source, reported_before}, take);
}

LedgerOutcome read_reviews(const LedgerSource& source, const UnitRegister& units,
                           std::vector<ReviewCase>& cases, Diagnostics& diagnostics) {
  return read_reviews(LedgerInput{source, diagnostics}, units, cases);
}

LedgerOutcome read_disclosures(const LedgerSource& source, const UnitRegister& units,
                               std::vector<Disclosure>& rows, Diagnostics& diagnostics) {
  return read_disclosures(LedgerInput{source, diagnostics}, units, rows);
}

LedgerOutcome read_unit_tables(const LedgerSource& source, const UnitRegister& units,
                               std::vector<UnitTables>& tables, Diagnostics& diagnostics) {
  return read_unit_tables(LedgerInput{source, diagnostics}, units, tables);
}

LedgerOutcome read_tasks(const LedgerSource& source, const LedgerBasis& basis, std::vector<Task>& tasks,
                         Diagnostics& diagnostics) {
  return read_tasks(LedgerInput{source, diagnostics}, basis, tasks);
}

LedgerOutcome read_activities(const LedgerSource& source, const LedgerBasis& basis,
                              std::vector<Activity>& activities, Diagnostics& diagnostics) {
  return read_activities(LedgerInput{source, diagnostics}, basis, activities);
}

LedgerOutcome read_units(const LedgerSource& source, UnitRegister& units, Diagnostics& diagnostics) {
  return read_units(LedgerInput{source, diagnostics}, units);
}

}  // namespace nianbao
