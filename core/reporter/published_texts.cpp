#include "reporter/published_texts.h"

namespace nianbao {

namespace {

class Gatherer {
 public:
  Gatherer(const Workspace& workspace, const Compilation& compilation)
      : workspace_(workspace), compilation_(compilation) {}

  std::vector<PublishedText> gather() {
    take_texts();
    take_body();
    if (compilation_.figures.tasks) take_tasks();
    if (compilation_.figures.activities) take_activities();
    take_units();
    take_groups();
    return std::move(texts_);
  }

 private:
  void take_texts() {
    for (const auto& [section, text] : compilation_.texts) {
      Place place;
      place.file = text.file;
      place.row = 1;
      texts_.push_back({text.raw, place, true, std::nullopt});
      // Link targets and comments stand in the source alone, names between marks on paper alone.
      TextView view = view_without_marks(text.raw);
      if (view.text.size() < text.raw.size()) texts_.push_back({text.raw, place, true, std::move(view)});
      if (!text.written.empty()) texts_.push_back({text.written, place, true, view_of_places(text.written)});
    }
  }

  void take(std::string_view text, const Place& place, const char* heading) {
    if (text.empty()) return;
    texts_.push_back({text, place, false, std::nullopt});
    texts_.back().place.heading = heading;
  }

  void take_body() {
    const Body& body = workspace_.body;
    Place place;
    place.file = "report.toml";
    take(body.issuer, place, "issuer");
    take(body.contact.address, place, "contact.address");
    take(body.contact.postcode, place, "contact.postcode");
    take(body.contact.phone, place, "contact.phone");
    take(body.contact.fax, place, "contact.fax");
    take(body.contact.email, place, "contact.email");
    take(body.contact.website, place, "contact.website");
    for (const Correction& correction : body.corrections) {
      take(correction.reason, place, "previous.corrections.reason");
    }
  }

  void take_tasks() {
    for (const Task& task : compilation_.tasks) {
      take(task.number, task.place, "序号");
      take(task.area, task.place, "一级任务");
      take(task.part, task.place, "二级任务");
      take(task.text, task.place, "具体要求");
      take(task.leads_text, task.place, "牵头部门");
      take(task.units_text, task.place, "责任单位");
      take(task.deadline_text, task.place, "完成时限");
      take(task.evidence, task.place, "佐证");
      take(task.remark, task.place, "备注");
    }
  }

  void take_activities() {
    for (const Activity& activity : compilation_.activities) {
      take(activity.name, activity.place, "活动名称");
      take(activity.kind, activity.place, "类别");
      take(activity.units_text, activity.place, "主办单位");
      take(activity.form, activity.place, "形式");
      take(activity.interaction, activity.place, "互动环节");
      take(activity.feedback_link, activity.place, "反馈公开");
    }
  }

  void take_units() {
    if (!compilation_.units.is_whole()) return;  // who of a list of names is printed, the groups tell
    Place place;
    const LedgerSource* source = workspace_.ledger("units");
    if (source != nullptr && source->files.size() == 1) place.file = source->files.front().shown_name;
    for (const Unit& unit : compilation_.units.units()) {
      place.row = place.file.empty() ? 0 : unit.row;
      take(unit.name, place, "单位名称");
    }
  }

  // Request cells that become the names of groups.
  void take_groups() {
    const auto& requests = compilation_.figures.requests;
    if (!requests) return;
    Place place;
    if (const LedgerSource* source = workspace_.ledger("requests")) {
      place.file = source->files.front().shown_name;
    }
    for (const TimeFigures& group : requests->by_topic) take(group.key, place, "事项类别");
    for (const TimeFigures& group : requests->by_channel) take(group.key, place, "受理渠道");
    if (compilation_.units.is_whole() && !compilation_.units.empty()) return;
    // Without a register, and by a list of names, every word of the column is a unit.
    for (const TimeFigures& group : requests->by_unit) take(group.key, place, "受理单位");
  }

  const Workspace& workspace_;
  const Compilation& compilation_;
  std::vector<PublishedText> texts_;
};

}  // namespace

std::vector<PublishedText> printed_reasons(const Compilation& compilation) {
  std::vector<PublishedText> texts;
  for (const ReviewCase& review : compilation.reviews) {
    if (review.reason.empty()) continue;
    texts.push_back({review.reason, review.place, false, std::nullopt});
    texts.back().place.heading = "原因";
  }
  return texts;
}

std::vector<PublishedText> published_texts(const Workspace& workspace, const Compilation& compilation) {
  return Gatherer(workspace, compilation).gather();
}

}  // namespace nianbao
