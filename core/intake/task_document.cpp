#include "intake/task_document.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "calendar/deadline_mentions.h"
#include "intake/ledger_values.h"
#include "intake/task_document_facts.h"
#include "intake/task_items.h"
#include "intake/task_table.h"
#include "intake/task_writer.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestSearched = 16UL * 1024;  // bytes of a text that is searched for deadlines

struct FieldName {
  TaskField field;
  const char* heading;
  std::vector<const char*> others;
};

const std::vector<FieldName>& field_names() {
  static const std::vector<FieldName> kNames = {
      {TaskField::number, "序号", {"编号", "任务编号"}},
      {TaskField::area, "一级任务", {"任务类别", "工作类别", "重点工作", "重点领域"}},
      {TaskField::part,
       "二级任务",
       {"工作任务", "任务名称", "主要任务", "重点任务", "工作事项", "任务", "事项"}},
      {TaskField::text,
       "具体要求",
       {"工作要求", "具体任务", "具体内容", "工作内容", "任务内容", "具体措施", "工作措施", "主要内容",
        "任务要求"}},
      {TaskField::leads, "牵头部门", {"牵头单位", "牵头责任单位", "主办单位"}},
      {TaskField::units, "责任单位", {"责任部门", "配合单位", "承办单位", "落实单位", "责任单位和部门"}},
      {TaskField::deadline, "完成时限", {"完成期限", "时限要求", "完成时间", "时限", "时间要求", "办结时限"}},
      {TaskField::remark, "备注", {"说明"}}};
  return kNames;
}

// The lines of the list: [first, last).
struct ListRange {
  std::size_t first = 0, last = 0;
};

bool begins_with_words(const DocumentLine& line, const std::string& words) {
  const std::string* text = line.only_text();
  return !words.empty() && text != nullptr && starts_with(name_key(text->substr(0, 300)), name_key(words));
}

std::size_t find_end(const std::vector<DocumentLine>& lines, std::size_t first, const TaskForm& form) {
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (begins_with_words(lines[i], form.ends)) return i;
  }
  return lines.size();
}

// The first heading that says `begins`; without it the first number of the outermost level.
std::optional<ListRange> find_items(const std::vector<DocumentLine>& lines, const TaskForm& form) {
  const std::string wanted = name_key(form.begins);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string* text = lines[i].only_text();
    const auto mark = text != nullptr ? form.marks.find(*text) : std::nullopt;
    const bool is_outer = mark && (mark->level == TaskLevel::area || !form.marks.has(TaskLevel::area));
    if (!is_outer || (!wanted.empty() && name_key(mark->rest).find(wanted) == std::string::npos)) continue;
    return ListRange{i, find_end(lines, i + 1, form)};
  }
  return std::nullopt;
}

class DocumentReader {
 public:
  DocumentReader(const std::vector<DocumentLine>& lines, const TaskForm& form, TaskNotes& notes)
      : lines_(lines), form_(form), notes_(notes) {}

  TaskPlan read(std::optional<Date> given) {
    const bool has_items = form_.shape == TaskShape::items;
    const auto heading = has_items ? std::nullopt : find_task_heading(lines_, form_);
    const auto range = heading
                           ? std::optional(ListRange{heading->index, find_end(lines_, heading->index, form_)})
                       : has_items ? find_items(lines_, form_)
                                   : std::nullopt;
    if (!range) {
      report_no_list();
      return {};
    }
    TaskPlan plan = read_document_facts(lines_, range->first, range->last, form_, given, notes_);
    TaskWriter writer(form_, plan, notes_);
    if (heading) {
      read_task_table(lines_, *heading, range->last, form_, writer, notes_);
    } else {
      read_task_items(lines_, range->first, range->last, form_, writer, notes_);
    }
    if (plan.tasks.empty()) {
      notes_.fail("L-02", notes_.place(lines_[range->first]), "找到了列表的开头，下面却一项任务也没有读出来",
                  "请核对文件，以及 tasks.lua 的 columns、marks。");
      return plan;
    }
    note_outside(*range, plan);
    writer.finish();
    return plan;
  }

 private:
  void report_no_list() {
    if (form_.shape == TaskShape::items) {
      std::string wanted = form_.begins.empty() ? "" : "，标题里有“" + form_.begins + "”";
      const auto& style =
          form_.marks.style(form_.marks.has(TaskLevel::area) ? TaskLevel::area : TaskLevel::item);
      if (style) wanted = "编号像“" + style->sample + "”的一行" + wanted;
      return notes_.fail("L-02", notes_.whole(), "没有找到任务：应有" + wanted,
                         "请核对文件是不是全文，以及 tasks.lua 的 marks、begins。");
    }
    std::string wanted;
    for (const std::string& text : form_.heading) wanted += (wanted.empty() ? "" : "、") + text;
    if (wanted.empty()) wanted = "具体要求（或工作任务），以及责任单位、牵头部门或完成时限";
    notes_.fail("L-02", notes_.whole(), "没有找到任务表：应有一行标题，写着" + wanted,
                form_.shape == TaskShape::plain
                    ? "没有 tasks.lua 的地方只能读表格；条目式的文件请在规则包里写 tasks.lua，写法见 "
                      "plugins/README.md。"
                    : "请核对文件是不是全文，以及 tasks.lua 的 heading。");
  }

  // What stands before and behind the list is not read; which lines that are is said once, and what asks for
  // something there line by line.
  void note_outside(const ListRange& range, const TaskPlan& plan) {
    note_span(0, range.first, "在任务之前");
    note_span(range.last, lines_.size(), "在任务之后");
    if (!form_.preface_asks) return;
    for (std::size_t i = 0; i < range.first; ++i) {
      const std::string* text = lines_[i].only_text();
      const auto mark = text != nullptr ? form_.marks.find(*text) : std::nullopt;
      if (!mark || mark->level != TaskLevel::area) continue;
      notes_.note("N-30", notes_.place(lines_[i]),
                  "任务表之外也有要求，没有列入台账：" + in_quotes(*text) + deadlines_in(mark->rest, plan),
                  "要按任务落实的，请补进台账。");
    }
  }

  static std::string deadlines_in(const std::string& text, const TaskPlan& plan) {
    std::string found;
    for (const DeadlineMention& mention :
         find_deadlines(text.substr(0, kLongestSearched), plan.year.value_or(2000), plan.issued)) {
      found += (found.empty() ? "；其中的时限：" : "、") + mention.text;
    }
    return found;
  }

  void note_span(std::size_t first, std::size_t last, const char* where) {
    while (first < last && is_furniture(lines_[first], form_)) ++first;
    while (last > first && is_furniture(lines_[last - 1], form_)) --last;
    if (first == last) return;
    const std::int64_t begin = lines_[first].number;
    const std::int64_t end = lines_[last - 1].number;
    const std::string through = begin == end ? "" : "到第 " + std::to_string(end) + " 行";
    notes_.note("N-30", notes_.place(lines_[first]),
                "第 " + std::to_string(begin) + " 行" + through + where + "，没有读入",
                "里面有任务的，请补进台账。");
  }

  const std::vector<DocumentLine>& lines_;
  const TaskForm& form_;
  TaskNotes& notes_;
};

}  // namespace

std::optional<TaskField> find_task_field(std::string_view heading, bool exact) {
  const std::string key = name_key(heading);
  for (const FieldName& name : field_names()) {
    if (key == name.heading) return name.field;
    const bool is_other = std::any_of(name.others.begin(), name.others.end(),
                                      [&key](const char* other) { return key == other; });
    if (is_other && !exact) return name.field;
  }
  return std::nullopt;
}

const char* task_field_heading(TaskField field) {
  for (const FieldName& name : field_names()) {
    if (name.field == field) return name.heading;
  }
  return "";
}

TaskPlan read_task_document(const std::vector<DocumentLine>& lines, const std::string& file,
                            const TaskForm& form, std::optional<Date> given, Diagnostics& diagnostics) {
  TaskForm used = form;
  if (used.shape == TaskShape::plain) {
    used.marks.set(TaskLevel::area, *parse_mark_style("一、"));
    used.marks.set(TaskLevel::part, *parse_mark_style("（一）"));
  }
  TaskNotes notes(file, diagnostics);
  return DocumentReader(lines, used, notes).read(given);
}

}  // namespace nianbao
