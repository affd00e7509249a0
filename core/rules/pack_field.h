// What a pack says of the headings of its locality's ledgers: `field` in fields.lua.
//   field { ledger = "requests", heading = "来件日期", means = "收到日期" }      another name for a column
//   field { ledger = "requests", heading = "邮寄日期", kind = "date" }           a column of its own
//   field { ledger = "requests", heading = "送达方式", words = { "当面", "邮寄" } }
#pragma once

#include <string>

#include "model/extra_column.h"

namespace nianbao {

struct PackField {
  std::string pack;    // that says so
  std::string ledger;  // as in [ledgers]
  std::string means;   // the standard heading; empty for a column of its own
  ExtraColumn extra;   // the heading and its place; kind and words of a column of its own
};

}  // namespace nianbao
