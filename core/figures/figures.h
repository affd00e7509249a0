// The year's figures of one body as a value: what figures.json holds, what rules read, what the report
// prints. A table whose source was not given is absent, which is not the same as a table of zeros.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/cell.h"
#include "model/official_tables.h"

namespace nianbao {

struct OpenRequest {
  std::string unit, id;
  bool operator==(const OpenRequest&) const = default;
};

struct UnitCount {
  std::string key;  // the unit
  std::int64_t received = 0, closed = 0;
  bool operator==(const UnitCount&) const = default;
};

// What is known of the applications apart from table 三; only from case records.
struct RequestFigures {
  std::int64_t answered = 0;  // closed in the year
  std::int64_t open = 0;      // open on 31 December
  Amount processing_fee;      // 元; blank where the ledger has no such column
  std::vector<UnitCount> by_unit;
  std::vector<OpenRequest> open_ids;
  bool operator==(const RequestFigures&) const = default;
};

struct Provenance {
  struct Pack {
    std::string id, version, sha256;
  };
  struct Input {
    std::string file, sha256;
  };
  std::string tool;
  std::vector<Pack> packs;
  std::vector<Input> inputs;
  std::vector<std::string> conventions;  // Chinese sentences: what was counted how, where the form is silent
};

struct Figures {
  int year = 0;
  std::string issuer, body, level, scope, locality;
  std::optional<Table2> table2;
  std::optional<Table3> table3;
  std::optional<Table4> table4;
  std::optional<RequestFigures> requests;
  Provenance provenance;
};

}  // namespace nianbao
