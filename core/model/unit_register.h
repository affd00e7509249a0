// 单位名录: which units there are, under which names, and which of them count.
//
// A list of names (the units.csv of a pack) is less: it says how the documents of a place name its units, not
// who else there is or who reports. So nobody is left out, due or expected on its word, and groups of units
// (各部门) are not expanded by it: with it and without it the same numbers count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nianbao {

struct Unit {
  std::string name;
  std::string kind;                  // 部门, 街道办事处 …
  std::vector<std::string> aliases;  // 简称, 别名, 更名自
  std::string parent;                // 上级单位
  bool due = true;                   // 应报
  bool counted = true;               // 计入汇总
  std::string why_not_counted;       // 不计原因
  bool zero_report = false;          // 零报告
  std::int64_t row = 0;
};

class UnitRegister {
 public:
  UnitRegister() = default;
  // A list of names, of that file as shown to people.
  explicit UnitRegister(std::string list_of_names) : list_file_(std::move(list_of_names)) {}

  // Says who there is and who counts; else a list of names.
  bool is_whole() const { return list_file_.empty(); }
  const std::string& list_file() const { return list_file_; }
  // Of a list of names: whether the unit may be asked this year what units that report are asked.
  void set_due(std::string_view name, bool due);

  // The name or alias that the unit shares with one added before it (U-02), or empty. The unit is added
  // either way.
  std::optional<std::string> add(Unit unit);

  bool empty() const { return units_.empty(); }
  const std::vector<Unit>& units() const { return units_; }

  // By full name or alias, however spaced, bracketed or wide. Null when unknown.
  const Unit* find(std::string_view name) const;
  // Whether the unit counts in the body's report. One that the register does not know does: without a
  // register all do, and by a list of names, too.
  bool counts(std::string_view name) const;
  // The known name most like it, or null.
  const std::string* nearest(std::string_view name) const;
  // Of a list of names, the one that was likely meant, or null: 区发改局 is short for 区发展改革局, and
  // 县教育据 is misspelt. What offices of one place share (区…局) does not count: 区民政局 is not a misspelt
  // 区财政局.
  const std::string* likely_meant(std::string_view name) const;

 private:
  std::string list_file_;
  std::vector<Unit> units_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<std::string> names_;
};

}  // namespace nianbao
