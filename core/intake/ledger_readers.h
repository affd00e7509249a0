// The readers of the ledgers over any input: ledgers.h calls them with files, tests with sheets of their
// own.
#pragma once

#include <functional>
#include <vector>

#include "intake/ledger_scan.h"
#include "model/records.h"

namespace nianbao {

using RequestTaker = std::function<void(const Request&, const Place&)>;
using ApplicantTaker = std::function<void(const ApplicantCells&, const Place&)>;

LedgerOutcome read_requests(const LedgerInput& input, const UnitRegister& units, const RequestTaker& take);
void read_applicants(const LedgerInput& input, const ApplicantTaker& take);
LedgerOutcome read_reviews(const LedgerInput& input, const UnitRegister& units,
                           std::vector<ReviewCase>& cases);
LedgerOutcome read_disclosures(const LedgerInput& input, const UnitRegister& units,
                               std::vector<Disclosure>& rows);
LedgerOutcome read_unit_tables(const LedgerInput& input, const UnitRegister& units,
                               std::vector<UnitTables>& tables);
LedgerOutcome read_tasks(const LedgerInput& input, const LedgerBasis& basis, std::vector<Task>& tasks);
LedgerOutcome read_activities(const LedgerInput& input, const LedgerBasis& basis,
                              std::vector<Activity>& activities);
LedgerOutcome read_units(const LedgerInput& input, UnitRegister& units);

}  // namespace nianbao
