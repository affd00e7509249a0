// 单位名录: which units there are, under which names, and which of them count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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
  // The name or alias that the unit shares with one added before it (U-02), or empty. The unit is added
  // either way.
  std::optional<std::string> add(Unit unit);

  bool empty() const { return units_.empty(); }
  const std::vector<Unit>& units() const { return units_; }

  // By full name or alias, however spaced, bracketed or wide. Null when unknown.
  const Unit* find(std::string_view name) const;
  // Whether the unit counts in the body's report. One that the register does not know does: without a
  // register all do.
  bool counts(std::string_view name) const;
  // The known name most like it, or null.
  const std::string* nearest(std::string_view name) const;

 private:
  std::vector<Unit> units_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<std::string> names_;
};

}  // namespace nianbao
