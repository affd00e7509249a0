// 公开活动台账: one activity a row, planned, held or both. An activity without 举办日期 has not been held, so
// that nothing is summed of it.
#include <array>
#include <map>

#include "base/text.h"
#include "calendar/task_deadline.h"
#include "intake/ledger_readers.h"
#include "intake/ledger_unit_lists.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

struct Column {
  enum Number : int {
    name,
    kind,
    units,
    planned,
    held,
    ended,
    form,
    theme,
    interaction,
    participants,
    opinions,
    adopted,
    feedback
  };
};

const LedgerShape& activities_shape() {
  static const LedgerShape kShape = {
      "activities",
      "活动台账",
      {{"活动名称", {"名称"}, {}},
       {"类别", {"活动类别", "活动类型"}, {}},
       {"主办单位", {"单位", "举办单位", "组织单位"}, {}},
       {"计划日期", {"计划时间", "计划举办日期", "计划举办时间"}, {}},
       {"举办日期", {"举办时间", "实际举办日期", "实际举办时间", "活动日期", "活动时间"}, {}},
       {"结束日期", {"结束时间"}, {}},
       {"形式", {"活动形式"}, {}},
       {"主题征集", {"是否征集主题"}, {}},
       {"互动环节", {}, {}},
       {"参与人数", {"参加人数"}, {}},
       {"收集意见数", {"收集意见建议数"}, {}},
       {"采纳意见数", {"采纳意见建议数"}, {}},
       {"反馈公开", {"反馈公开链接"}, {}}},
      {{Column::name}, {Column::kind}, {Column::planned, Column::held}},
      Column::name,
      {Column::kind, Column::units, Column::planned, Column::held, Column::ended, Column::form}};
  return kShape;
}

bool is_link(std::string_view text) {
  return text.find("://") != std::string_view::npos || starts_with(name_key(text.substr(0, 8)), "www.");
}

class ActivityBuilder {
 public:
  ActivityBuilder(const LedgerBasis& basis, std::vector<Activity>& activities)
      : basis_(basis), lists_(basis.units, notes_), activities_(activities) {}

  void build(LedgerRow& row) {
    Activity activity;
    activity.units = lists_.read(row, Column::units);
    const std::string_view host = row.text(Column::units);
    activity.units_text = host;
    // 各有关单位: nobody can say who, but somebody is named.
    if (activity.units.empty() && !host.empty() && !is_not_applicable(host))
      activity.units.emplace_back(host);
    if (activity.units.size() == 1) row.set_unit(activity.units.front());
    if (row.require(Column::name)) activity.name = row.text(Column::name);
    if (row.require(Column::kind)) activity.kind = row.text(Column::kind);
    read_dates(row, activity);
    read_counts(row, activity);
    activity.form = row.text(Column::form);
    activity.interaction = row.text(Column::interaction);
    activity.theme_collected = read_yes_no(row, Column::theme);
    read_feedback(row, activity);
    check_twice(row, activity);
    activity.place = row.place();
    if (!row.failed()) activities_.push_back(std::move(activity));
  }

  void report_notes(Diagnostics& diagnostics) const { notes_.report(diagnostics); }

 private:
  // A plan may name the month alone: "2024年8月", "8月".
  DateCell read_planned(LedgerRow& row) const {
    const std::string_view text = row.text(Column::planned);
    if (!parse_ledger_date(row.kind(Column::planned), text)) {
      const TaskDeadline month = parse_task_deadline(text, basis_.year.value(), std::nullopt);
      if (month.kind == DeadlineKind::day) return {month.day, true};
    }
    return read_date(row, Column::planned, "也可以只写到月：2024年8月、8月。");
  }

  void read_dates(LedgerRow& row, Activity& activity) const {
    const DateCell planned = read_planned(row);
    const DateCell held = read_date(row, Column::held);
    const DateCell ended = read_date(row, Column::ended);
    activity.planned = planned.date;
    if (planned.date && !parse_ledger_date(row.kind(Column::planned), row.text(Column::planned))) {
      activity.planned_text = row.text(Column::planned);
    }
    activity.held = held.date;
    activity.ended = ended.date;
    const int held_column = row.has(Column::held) ? Column::held : Column::planned;
    if (ended.given && !held.given) {
      row.report("R-07", held_column, "有结束日期" + in_quotes(row.text(Column::ended)) + "，但没有举办日期",
                 "已经举办的请补上举办日期；没有举办的请删去结束日期。");
    } else if (!planned.given && !held.given) {
      row.report("R-07", held_column, "没有计划日期，也没有举办日期", "两个日期至少要填一个。");
    }
    if (held.date && ended.date && *ended.date < *held.date) {
      row.report("R-01", Column::ended,
                 "结束日期" + format_iso(*ended.date) + "早于举办日期" + format_iso(*held.date),
                 "请核对这两个日期。");
    }
    if (held.date && planned.date && held.date->year() < planned.date->year()) {
      row.warn("N-12", Column::held,
               "举办日期" + format_iso(*held.date) + "比计划日期" + format_iso(*planned.date) + "早一个年度",
               "请核对这两个日期的年份。");
    }
  }

  static void read_counts(LedgerRow& row, Activity& activity) {
    activity.participants = read_count(row, Column::participants);
    activity.opinions = read_count(row, Column::opinions);
    activity.adopted = read_count(row, Column::adopted);
    const bool some_adopted = activity.adopted.is_number() && activity.adopted.number > 0;
    if (some_adopted &&
        !(activity.opinions.is_number() && activity.adopted.number <= activity.opinions.number)) {
      const std::string opinions =
          activity.opinions.is_number() ? "只有 " + std::to_string(activity.opinions.number) : "却没有填数";
      row.warn("N-14", Column::adopted,
               "采纳意见数是 " + std::to_string(activity.adopted.number) + "，收集意见数" + opinions,
               "采纳的意见应当在收集的意见之内，请核对这两个数。");
    }
    if (row.is_blank(Column::held)) check_not_held(row, activity);
  }

  static void check_not_held(LedgerRow& row, const Activity& activity) {
    const std::array<std::pair<int, const Cell*>, 3> counts = {
        {{Column::participants, &activity.participants},
         {Column::opinions, &activity.opinions},
         {Column::adopted, &activity.adopted}}};
    for (const auto& [column, cell] : counts) {
      if (!cell->is_number() || cell->number == 0) continue;
      row.warn(
          "N-18", column,
          "没有举办日期，却填了“" + row.heading(column) + "” " + std::to_string(cell->number) + "，没有计入",
          "已经举办的请补上举办日期；没有举办的请删去这个数。");
      return;
    }
  }

  static void read_feedback(LedgerRow& row, Activity& activity) {
    const std::string_view text = row.text(Column::feedback);
    if (is_link(text)) {
      activity.feedback_published = true;
      activity.feedback_link = text;
    } else {
      activity.feedback_published =
          read_yes_no(row, Column::feedback, "请填“是”或“否”，或者公开的网址（https://…）。");
    }
  }

  void check_twice(LedgerRow& row, const Activity& activity) {
    if (row.failed()) return;
    std::string key = name_key(activity.name) + '\n' +
                      (activity.planned ? format_iso(*activity.planned) : "") + '\n' +
                      (activity.held ? format_iso(*activity.held) : "");
    for (const std::string& unit : activity.units) key += '\n' + unit;
    const auto [first, is_new] = seen_.try_emplace(key, row.place());
    if (is_new) return;
    row.warn("N-15", Column::name,
             "活动" + in_quotes(activity.name) + "的主办单位和日期与" +
                 place_text(first->second, row.place()) + "完全相同",
             "重复登记的请删去一行，否则这次活动计了两次；确是两次活动的，可以不管。");
  }

  const LedgerBasis& basis_;
  CountedNotes notes_;
  UnitListReader lists_;
  std::vector<Activity>& activities_;
  std::map<std::string, Place> seen_;  // by name, days and hosts
};

}  // namespace

LedgerOutcome read_activities(const LedgerInput& input, const LedgerBasis& basis,
                              std::vector<Activity>& activities) {
  ActivityBuilder builder(basis, activities);
  LedgerOutcome outcome =
      scan_ledger(input, activities_shape(), [&builder](LedgerRow& row) { builder.build(row); });
  builder.report_notes(input.diagnostics);
  return outcome;
}

}  // namespace nianbao
