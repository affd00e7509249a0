// 单位名录: one unit a row, with the names under which other ledgers know it.
#include <algorithm>

#include "base/text.h"
#include "intake/ledger_readers.h"
#include "intake/ledger_unit_lists.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

struct Column {
  enum Number : int {
    name,
    kind,
    short_name,
    alias,
    parent,
    due,
    counted,
    why_not_counted,
    zero_report,
    merged_into,
    renamed_from
  };
};

const LedgerShape& units_shape() {
  static const LedgerShape kShape = {"units",
                                     "单位名录",
                                     {{"单位名称", {}, {}},
                                      {"类别", {}, {}},
                                      {"简称", {}, {}},
                                      {"别名", {}, {}},
                                      {"上级单位", {}, {}},
                                      {"应报", {}, {}},
                                      {"计入汇总", {}, {}},
                                      {"不计原因", {}, {}},
                                      {"零报告", {}, {}},
                                      {"并入", {}, {}},
                                      {"更名自", {"并入/更名自"}, {}}},
                                     {{Column::name}},
                                     Column::name};
  return kShape;
}

bool separates_names(char32_t c) {
  return c == U'；' || c == U';' || c == U'、' || c == U'，' || c == U',' || c == U'\n' || c == U'\r';
}

// Names separated by ；、, ; or line breaks.
std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  auto add = [&names](std::string_view part) {
    const std::string_view name = trim_cell(part);
    if (!name.empty() && !is_not_applicable(name)) names.emplace_back(name);
  };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = i;
    if (!separates_names(next_code_point(text, i))) continue;
    add(text.substr(begin, end - begin));
    begin = i;
  }
  add(text.substr(begin));
  return names;
}

// Vertically managed bodies report in their own line, public enterprises and institutions not in this one.
bool reports_elsewhere(std::string_view kind) {
  const std::string key = name_key(kind);
  return key == "垂直管理" || key == "公共企事业单位";
}

const std::vector<std::string>& unit_kinds() {
  static const std::vector<std::string> kKinds = {
      "政府",   "政府办公室", "部门",     "派出机构",           "功能区管委会",   "街道办事处",
      "镇政府", "乡政府",     "垂直管理", "党委机构(加挂牌子)", "公共企事业单位", "其他"};
  return kKinds;
}

class UnitBuilder {
 public:
  explicit UnitBuilder(UnitRegister& units) : units_(units) {}

  void report_notes(Diagnostics& diagnostics) const { notes_.report(diagnostics); }

  void build(LedgerRow& row) {
    if (!row.require(Column::name)) return;
    Unit unit;
    unit.name = row.text(Column::name);
    unit.row = row.place().row;
    row.set_unit(unit.name);
    unit.kind = row.text(Column::kind);
    check_kind(row);
    unit.parent = row.text(Column::parent);
    unit.why_not_counted = row.text(Column::why_not_counted);
    unit.due = read_yes_no(row, Column::due).value_or(true);
    unit.counted = read_yes_no(row, Column::counted).value_or(!reports_elsewhere(unit.kind));
    unit.zero_report = read_yes_no(row, Column::zero_report).value_or(false);
    check_name(row, Column::name, unit.name);
    for (int column : {Column::short_name, Column::alias, Column::renamed_from}) {
      for (std::string& name : split_names(row.text(column))) {
        if (name_key(name) == name_key(unit.name)) continue;
        check_name(row, column, name);
        unit.aliases.push_back(std::move(name));
      }
    }
    // The shared name was reported where it stands.
    units_.add(std::move(unit));
  }

 private:
  // Groups of units are told by it: a mistyped class leaves its unit out of 各街道, 各部门.
  void check_kind(const LedgerRow& row) {
    const std::string_view text = row.text(Column::kind);
    if (text.empty() || is_not_applicable(text)) return;
    const std::string key = name_key(text.substr(0, kLongestName));
    const bool is_known = std::any_of(unit_kinds().begin(), unit_kinds().end(),
                                      [&key](const std::string& kind) { return name_key(kind) == key; });
    if (is_known) return;
    Diagnostic d = row.finding(
        "N-22", Column::kind,
        "类别" + in_quotes(text) + "不是单位名录的类别之一，“各部门”“各街道”等展开时找不到这个单位",
        nearest_hint(find_like(text, unit_kinds())) + "可以填：" + listed(unit_kinds()) + "。");
    d.severity = Severity::warning;
    notes_.add(std::move(d));
  }

  void check_name(LedgerRow& row, int column, const std::string& name) const {
    const Unit* other = units_.find(name);
    if (other == nullptr) return;
    row.report("U-02", column,
               in_quotes(name) + "已经是第 " + std::to_string(other->row) + " 行" + in_quotes(other->name) +
                   "的名称或别名",
               "一个名称只能指一个单位：同一单位请合并成一行，不同单位请改用不会混淆的简称。");
  }

  UnitRegister& units_;
  CountedNotes notes_;
};

}  // namespace

namespace {

// Without a unit in it the register is as good as not given: nobody is told from anybody.
void report_empty(const LedgerInput& input, bool is_list) {
  Diagnostic d;
  d.code = "N-23";
  d.severity = Severity::warning;
  d.place.file = input.source.files.front().shown_name;
  d.message = "单位名录是空的，只有标题，没有核对任何单位名称";
  d.hint = is_list ? "请填入单位，一行一个；文件没有写单位的，请删去规则包的 units.csv。"
                   : "请填入单位，一行一个；不用名录的，请从 report.toml 的 [ledgers] 里去掉 units。";
  input.diagnostics.add(std::move(d));
}

}  // namespace

LedgerOutcome read_units(const LedgerInput& input, UnitRegister& units) {
  UnitBuilder builder(units);
  LedgerOutcome outcome =
      scan_ledger(input, units_shape(), [&builder](LedgerRow& row) { builder.build(row); });
  builder.report_notes(input.diagnostics);
  if (outcome.readable && outcome.rows == 0 && !input.source.files.empty())
    report_empty(input, !units.is_whole());
  return outcome;
}

}  // namespace nianbao
