// Groups of units as documents name them in place of their members: 各街道（镇）, 区政府各部门单位,
// 有关部门单位.
//
// A group begins with 各, 全体 or 所有, whose body may stand before it (区政府, 县直, 管委会), and goes on
// with words for classes of the register, in any order, with or without brackets and 、:
//   街道, 街, 街道办事处, 办事处, 派出机关     街道办事处
//   镇, 镇政府; 乡, 乡政府; 镇街, 乡镇         镇政府; 乡政府; both of what they name
//   级                                         街道办事处, 镇政府, 乡政府
//   功能区, 开发区, 管委会                     功能区管委会
//   部门                                       部门, 政府办公室
//   单位                                       部门, 政府办公室, 派出机构, 垂直管理, 其他
//   [公共]企事业单位; 派出机构; 垂管单位, 驻区单位   公共企事业单位; 派出机构; 垂直管理
// 垂直管理 bodies have tasks, though they report in their own line. With 有关 or 相关, with a word of no
// class (各学校), and of the party (区委各部门) a group is open: nobody can say who belongs to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

struct UnitGroup {
  bool open = false;
  std::vector<std::string> kinds;  // 类别 of the register, each once; empty for an open group
};

// Empty when the text is no group.
std::optional<UnitGroup> parse_unit_group(std::string_view text);

// Words for classes and nothing else: 单位, 镇（街）, 部门和单位. Alone they name nobody; behind a group they
// belong to it.
bool is_class_words(std::string_view text);

}  // namespace nianbao
