#include "intake/task_table.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/ledger_values.h"
#include "intake/task_document_facts.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestNumber = 15;  // bytes of a 序号
constexpr std::array<TaskField, 2> kHeadingFields = {TaskField::area, TaskField::part};

std::size_t at(TaskField field) {
  return static_cast<std::size_t>(field);
}

// The filled cells of a row as headings are compared, and how many empty ones stand before them.
std::vector<std::string> heading_texts(const DocumentLine& line, std::size_t& indent) {
  std::vector<std::string> texts;
  indent = 0;
  for (const DocumentCell& cell : line.cells) {
    std::string key = cell.text.size() > kLongestName ? "…" : name_key(cell.text);
    if (!key.empty()) texts.push_back(std::move(key));
    if (texts.empty()) ++indent;
  }
  return texts;
}

std::vector<std::optional<TaskField>> plain_columns(const DocumentLine& line) {
  std::vector<std::optional<TaskField>> columns;
  for (const DocumentCell& cell : line.cells) {
    auto field = cell.text.size() > kLongestName ? std::nullopt : find_task_field(cell.text);
    if (std::find(columns.begin(), columns.end(), field) != columns.end()) field.reset();
    columns.push_back(field);
  }
  return columns;
}

bool has(const std::vector<std::optional<TaskField>>& columns, TaskField field) {
  return std::find(columns.begin(), columns.end(), field) != columns.end();
}

// 工作任务 is the task where there is no 具体要求, else its 二级任务 (find_task_field says part).
void settle_plain_text(std::vector<std::optional<TaskField>>& columns) {
  if (has(columns, TaskField::text)) return;
  const auto part = std::find(columns.begin(), columns.end(), std::optional(TaskField::part));
  if (part != columns.end()) *part = TaskField::text;
}

// A row that without a form is taken for the headings: it names the task, and units or a deadline.
std::optional<TaskHeading> plain_heading(const DocumentLine& line) {
  TaskHeading heading;
  heading.texts = heading_texts(line, heading.indent);
  heading.indent = 0;
  heading.columns = plain_columns(line);
  const bool has_text = has(heading.columns, TaskField::text) || has(heading.columns, TaskField::part);
  const bool has_more = has(heading.columns, TaskField::units) || has(heading.columns, TaskField::leads) ||
                        has(heading.columns, TaskField::deadline);
  settle_plain_text(heading.columns);
  return has_text && has_more ? std::optional(std::move(heading)) : std::nullopt;
}

class TableReader {
 public:
  TableReader(TaskHeading heading, const TaskForm& form, TaskWriter& writer, TaskNotes& notes)
      : heading_(std::move(heading)), form_(form), writer_(writer), notes_(notes) {}

  void take(const DocumentLine& line) {
    if (!line.is_row) return take_paragraph(line);
    if (line.sheet != sheet_) start_sheet(line.sheet);
    std::size_t indent = 0;
    if (heading_texts(line, indent) == heading_.texts) return;
    if (form_.shape == TaskShape::plain) {
      if (auto other = plain_heading(line)) {  // another table, or another sheet
        heading_ = std::move(*other);
        return;
      }
    }
    if (take_single(line)) return;
    take_row(line);
  }
  void finish() const {
    if (plain_carried_ == 0) return;
    notes_.note("N-32", notes_.whole(),
                "有 " + std::to_string(plain_carried_) + " 行的一级任务或二级任务是空的，照上一行填了",
                "请核对。");
  }

 private:
  void start_sheet(const std::string& sheet) {
    sheet_ = sheet;
    above_ = {};
    area_.clear();
    part_.clear();
  }

  void take_paragraph(const DocumentLine& line) {
    if (is_furniture(line, form_)) return;
    const std::string& text = *line.only_text();
    const auto mark = form_.marks.find(text);
    if (mark && mark->level != TaskLevel::item && text.size() <= kLongestName)
      return take_heading(*mark, line);
    stray(line, text);
  }

  void stray(const DocumentLine& line, const std::string& text) {
    notes_.note("N-30", notes_.place(line), "这一行不属于哪一项任务，没有读入：" + in_quotes(text),
                "是任务的，请补进台账；是页眉、页脚之类的，可写进 tasks.lua 的 furniture。");
  }

  void take_heading(const TaskMark& mark, const DocumentLine& line) {
    const std::string text = writer_.heading(*line.only_text(), notes_.place(line));
    if (mark.level == TaskLevel::area) area_ = text;
    part_ = mark.level == TaskLevel::area ? "" : text;
    above_ = {};
  }

  // A row with one filled cell: a heading, a task that takes over all else, or neither.
  bool take_single(const DocumentLine& line) {
    const std::string* only = line.only_text();
    if (only == nullptr) {
      return std::all_of(line.cells.begin(), line.cells.end(),
                         [](const DocumentCell& cell) { return cell.text.empty(); });
    }
    const bool is_merged = std::any_of(line.cells.begin(), line.cells.end(),
                                       [](const DocumentCell& cell) { return !cell.merged.empty(); });
    const auto column = static_cast<std::size_t>(std::distance(
        line.cells.begin(), std::find_if(line.cells.begin(), line.cells.end(),
                                         [](const DocumentCell& cell) { return !cell.text.empty(); })));
    const std::string& text = *only;
    const auto mark = text.size() <= kLongestName ? form_.marks.find(text) : std::nullopt;
    if (mark && mark->level != TaskLevel::item && !is_merged) {
      take_heading(*mark, line);
      return true;
    }
    if (field_of(column) == TaskField::text) return false;
    if (is_furniture(line, form_)) return true;
    stray(line, text);
    return true;
  }

  std::optional<TaskField> field_of(std::size_t cell) const {
    const std::size_t column = cell - std::min(cell, heading_.indent);
    if (cell < heading_.indent || column >= heading_.columns.size()) return std::nullopt;
    return heading_.columns[column];
  }

  using Values = std::array<std::string, kTaskFields>;

  void take_row(const DocumentLine& line) {
    const Place place = notes_.place(line);
    Values own, merged;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      const auto field = field_of(i);
      if (field) {
        own[at(*field)] = line.cells[i].text;
        merged[at(*field)] = line.cells[i].merged;
      } else if (!line.cells[i].text.empty()) {
        std::string& remark = own[at(TaskField::remark)];
        remark += (remark.empty() ? "" : "；") + line.cells[i].text;
      }
    }
    report_width(line, place);
    Values values = own;
    for (std::size_t i = 0; i < kTaskFields; ++i) {
      const bool is_its_own = i == at(TaskField::number) || i == at(TaskField::text);
      if (values[i].empty() && !is_its_own) values[i] = merged[i];
    }
    for (const TaskField field : kHeadingFields) {
      if (!values[at(field)].empty()) values[at(field)] = writer_.heading(values[at(field)], place);
    }
    const Values written = values;
    carry(written, values, place);
    check_number(values, place);
    note_blank_units(values, place);
    TaskWriter::Draft draft;
    draft.number = values[at(TaskField::number)];
    draft.area = values[at(TaskField::area)].empty() ? area_ : values[at(TaskField::area)];
    draft.part = values[at(TaskField::part)].empty() ? part_ : values[at(TaskField::part)];
    draft.text = join_paragraphs(values[at(TaskField::text)]);
    draft.leads = values[at(TaskField::leads)];
    draft.units = values[at(TaskField::units)];
    draft.deadline = values[at(TaskField::deadline)];
    draft.remark = values[at(TaskField::remark)];
    writer_.write(std::move(draft), place);
    above_ = values;
  }

  void report_width(const DocumentLine& line, const Place& place) {
    const std::size_t wanted = heading_.columns.size() + heading_.indent;
    if (!line.sheet.empty() || line.cells.size() == wanted || form_.shape == TaskShape::plain) return;
    notes_.warn(
        "N-36", place,
        "这一行有 " + std::to_string(line.cells.size()) + " 格，应有 " + std::to_string(wanted) + " 格",
        "少了的按空格、多了的放进备注；请核对各格有没有错位。");
  }

  // `written` is what the row says itself; a rule looks at nothing else.
  void carry(const Values& written, Values& values, const Place& place) {
    if (form_.shape == TaskShape::plain) return carry_plain(written, values);
    const std::string& area = written[at(TaskField::area)];
    const bool is_new_area = !area.empty() && area != above_[at(TaskField::area)];
    const std::string& part = written[at(TaskField::part)];
    const bool is_new_part = is_new_area || (!part.empty() && part != above_[at(TaskField::part)]);
    for (const CarryRule& rule : form_.carry) {
      const std::size_t i = at(rule.field);
      if (!written[i].empty() || above_[i].empty()) continue;
      if (rule.only_with && !written[at(*rule.only_with)].empty()) continue;
      if (rule.field == TaskField::part && is_new_area) continue;
      values[i] = above_[i];
      const bool is_unit = rule.field == TaskField::leads || rule.field == TaskField::units;
      const bool is_far = is_new_part && rule.field == TaskField::deadline;
      if (is_unit || is_far) {
        notes_.note("N-32", place,
                    std::string(task_field_heading(rule.field)) + "是空的，照上一行填了" +
                        in_quotes(values[i]) + (is_new_part ? "，而上一行属于另一个标题" : ""),
                    "请核对是不是同上。");
      }
    }
  }

  // Without a form, only headings are taken from above.
  void carry_plain(const Values& written, Values& values) {
    const bool is_new_area = !written[at(TaskField::area)].empty();
    bool carried = false;
    for (const TaskField field : kHeadingFields) {
      const std::size_t i = at(field);
      if (!written[i].empty() || above_[i].empty() || (field == TaskField::part && is_new_area)) continue;
      values[i] = above_[i];
      carried = true;
    }
    if (carried) ++plain_carried_;
  }

  // One of the two is empty and stays so.
  void note_blank_units(const Values& values, const Place& place) {
    for (const TaskField field : {TaskField::leads, TaskField::units}) {
      const TaskField other = field == TaskField::leads ? TaskField::units : TaskField::leads;
      if (!has(heading_.columns, field) || !values[at(field)].empty() || values[at(other)].empty()) continue;
      notes_.note("N-31", place, std::string(task_field_heading(field)) + "是空的，台账里也留空", "请核对。");
    }
  }

  void check_number(const Values& values, const Place& place) {
    const std::string key = name_key(values[at(TaskField::number)]);
    const bool is_number =
        !key.empty() && key.size() <= 6 && key.find_first_not_of("0123456789") == std::string::npos;
    if (key.size() > kLongestNumber) {  // 1.1 and （一） are numbers, too
      notes_.note("N-34", place, "序号" + in_quotes(key) + "不是数", "请核对各格有没有错位。");
    }
    if (!is_number) return;
    const int number = std::stoi(key);
    if (last_number_ > 0 && number != last_number_ + 1) {
      notes_.note("N-34", place,
                  "序号从 " + std::to_string(last_number_) + " 到 " + std::to_string(number) + "，不相连",
                  "请核对有没有漏读的行。");
    }
    last_number_ = number;
  }

  static std::string join_paragraphs(const std::string& text) {
    std::string joined;
    for (std::string_view piece : split(text, '\n')) append_paragraph(joined, trim(piece));
    return joined;
  }

  TaskHeading heading_;
  const TaskForm& form_;
  TaskWriter& writer_;
  TaskNotes& notes_;
  std::string sheet_;
  Values above_;             // the last row, with what it took over
  std::string area_, part_;  // of heading rows
  int last_number_ = 0;
  int plain_carried_ = 0;
};

}  // namespace

std::optional<TaskHeading> find_task_heading(const std::vector<DocumentLine>& lines, const TaskForm& form) {
  std::vector<std::string> wanted;
  for (const std::string& text : form.heading) wanted.push_back(name_key(text));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].is_row) continue;
    auto heading = form.shape == TaskShape::plain ? plain_heading(lines[i]) : std::optional(TaskHeading());
    if (!heading) continue;
    heading->index = i;
    if (form.shape == TaskShape::plain) return heading;
    heading->texts = heading_texts(lines[i], heading->indent);
    if (heading->texts != wanted) continue;
    heading->columns = form.columns;
    return heading;
  }
  return std::nullopt;
}

void read_task_table(const std::vector<DocumentLine>& lines, const TaskHeading& heading, std::size_t last,
                     const TaskForm& form, TaskWriter& writer, TaskNotes& notes) {
  TableReader reader(heading, form, writer, notes);
  for (std::size_t i = heading.index + 1; i < last; ++i) reader.take(lines[i]);
  reader.finish();
}

}  // namespace nianbao
