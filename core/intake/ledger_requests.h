// 依申请公开台账: the columns, and one row made into a Request. Articles 29–36 of the regulation
// (国务院令第711号) give the dates their meaning; the outcomes are the rows of table 三.
#pragma once

#include "intake/duplicate_finder.h"
#include "intake/ledger_readers.h"
#include "intake/ledger_shape.h"
#include "intake/ledger_values.h"

namespace nianbao {

struct RequestColumn {
  enum Number : int {
    id,
    unit,
    applicant,
    received,
    channel,
    topic,
    correction_asked,
    correction_received,
    consultations,
    consultation_begin,
    consultation_end,
    extended,
    extension_told,
    extension_days,
    agreed_deadline,
    fee_asked,
    fee_paid,
    replied,
    ended,
    outcome,
    processing_fee,
    split_from,
    carried_in,
    applicant_ref,
    applicant_name
  };
};

const LedgerShape& requests_shape();

class RequestBuilder {
 public:
  RequestBuilder(const UnitRegister& units, const std::vector<ExtraColumn>& extra, const RequestTaker& take);

  // Reports every fault of the row; hands the request on when there is none.
  void build(LedgerRow& row);
  // The number and unit of a row as far as they can be read, without a finding; empty when one is blank.
  std::optional<RecordKey> key_of(const LedgerRow& row);

 private:
  template <typename Value>
  struct Word {
    std::optional<Value> value;
    std::string hint;      // of an unknown one
    bool is_like = false;  // the unknown one resembles a known one
  };
  struct Dates {
    DateCell received, replied, ended;
    int closing_column = RequestColumn::replied;
    // What counts as closing: 答复日期, else 办结日期.
    const DateCell& closing() const { return replied.given ? replied : ended; }
  };
  void read_identity(LedgerRow& row);
  Dates read_dates(LedgerRow& row);
  void read_outcome(LedgerRow& row);
  void check_closing(LedgerRow& row, const Dates& dates);
  void check_order(LedgerRow& row, const Dates& dates) const;
  void read_rest(LedgerRow& row);

  const std::vector<ExtraColumn>& extra_;
  const RequestTaker& take_;
  UnitFinder units_;
  TextMemory<Word<Applicant>> applicants_;
  TextMemory<Word<Row3>> outcomes_;
  NearestWord nearest_outcome_;
  NearestWord nearest_applicant_;
  Request request_;  // used again for every row
};

}  // namespace nianbao
