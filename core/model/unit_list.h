// 牵头部门 and 责任单位 as cells list them: names, groups of names (model/unit_group.h) and 等有关部门单位,
// taken apart and looked up in the register.
//
// Names are separated by 、 ， ； and line breaks, but not inside brackets, and not where the register has a
// name with such a sign, or a group goes on behind it (县政府各部门、单位). 和, 及, 会同 and 等 separate only
// where what stands behind them is a group, or both sides are known: 区人力资源和社会保障局 stays one name.
// A bracket behind a name may name others: 甲局（会同乙局） is both. Behind a group, 等 leaves somebody open.
// Invariant: each name stands once, in the order of first mention.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/unit_register.h"

namespace nianbao {

struct UnitList {
  // Full names, groups by their members in the order of the register. Without a register: names and groups as
  // written; so are groups, and names that it lacks, with a list of names.
  std::vector<std::string> names;
  std::vector<std::string> unknown;  // with a register or a list: neither a unit nor a group
  // As written: groups that nobody can resolve (有关部门单位, 等), or of which the register has no member.
  std::vector<std::string> open;
};

UnitList read_unit_list(std::string_view text, const UnitRegister& units);

}  // namespace nianbao
