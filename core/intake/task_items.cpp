#include "intake/task_items.h"

#include <array>
#include <optional>

#include "base/text.h"
#include "intake/ledger_values.h"
#include "intake/task_document_facts.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestItem = 32UL * 1024;  // bytes; the longest known has 2,000
constexpr std::size_t kLongestTitle = 120;
constexpr std::string_view kStop = "。";

struct Item {
  DocumentLine line;  // its first, without the text
  TaskMark mark;
  std::string text;
  std::string title;
  std::size_t looked_at = std::string::npos;  // length of the text when is_closed was found out
  bool is_closed = false;
  bool has_own_title_line = false;  // what follows belongs to it, however whole the last sentence is
};

class ItemReader {
 public:
  ItemReader(const TaskForm& form, TaskWriter& writer, TaskNotes& notes)
      : form_(form), writer_(writer), notes_(notes) {
    for (const auto& [label, field] : form.closing) labels_.push_back(label);
  }

  void take(const DocumentLine& line) {
    text_ = line.only_text();
    if (text_ == nullptr) return take_row(line);
    if (is_furniture(line, form_)) return;
    const auto mark = form_.marks.find(*text_);
    if (mark && !is_part_of_text(*mark, line)) {
      mark->level == TaskLevel::item ? begin_item(*mark, line) : begin_heading(*mark, line);
    } else if (item_) {
      go_on(line);
    } else {
      stray(line, *text_, "前面没有任务");
    }
  }

  void take_row(const DocumentLine& line) {
    for (const DocumentCell& cell : line.cells) {
      if (!cell.text.empty()) return stray(line, cell.text, "是表格里的一行，这份文件按条目读");
    }
  }

  void finish() {
    end_item();
    report_empty_heading();
  }

 private:
  // The number that comes next, or the first one below a new heading.
  bool is_expected(const TaskMark& mark) {
    if (is_first_ && !form_.begins.empty()) return true;  // the form says where the list begins
    const auto level = static_cast<std::size_t>(mark.level);
    return mark.number == numbers_[level] + 1 || (mark.number == 1 && may_restart_[level]);
  }

  // A sentence that a page cut may go on with what looks like a number: a number out of its turn does not
  // count.
  bool is_part_of_text(const TaskMark& mark, const DocumentLine& line) {
    if (!item_ || is_whole_sentence(item_->text) || item_->text.empty() || is_expected(mark)) return false;
    notes_.warn("N-34", notes_.place(line),
                "这一行像编号，而上一行的句子没有完、编号也不相连，当作同一项：" + in_quotes(*text_),
                "请核对；是另一项任务的，请改正文件后再读。");
    return true;
  }

  void check_number(const TaskMark& mark, const DocumentLine& line) {
    const Place place = notes_.place(line);
    if (mark.is_odd) {
      notes_.note("N-34", place, "编号写成" + in_quotes(*text_) + "，按“" + mark.written + "”读", "请核对。");
    }
    const auto level = static_cast<std::size_t>(mark.level);
    if (!is_expected(mark)) {
      notes_.warn(
          "N-34", place,
          "编号“" + mark.written + "”与前面的不相连（前面是第 " + std::to_string(numbers_[level]) + " 个）",
          "请核对有没有漏读或读错的编号。");
    }
    is_first_ = false;
    numbers_[level] = mark.number;
    may_restart_[level] = false;
    for (std::size_t below = level + 1; below < kTaskLevels; ++below) may_restart_[below] = true;
  }

  void begin_heading(const TaskMark& mark, const DocumentLine& line) {
    end_item();
    if (mark.level == TaskLevel::area || !part_.empty()) report_empty_heading();
    check_number(mark, line);
    std::string rest = mark.rest;
    const std::size_t stop = rest.find(kStop);
    if (stop != std::string::npos && stop + kStop.size() < rest.size()) {
      stray(line, rest.substr(stop + kStop.size()), "跟在标题后面");
      rest.resize(stop);
    }
    const std::string heading = mark.written + rest;
    if (mark.level == TaskLevel::area) area_ = heading;
    part_ = mark.level == TaskLevel::area ? "" : heading;
    heading_line_ = line;
    items_below_ = 0;
  }

  void begin_item(const TaskMark& mark, const DocumentLine& line) {
    end_item();
    check_number(mark, line);
    ++items_below_;
    Item item;
    item.line = {line.number, line.sheet, false, {}};
    item.mark = mark;
    item.text = mark.rest;
    if (form_.has_title) take_title(item);
    item_ = std::move(item);
  }

  // A title is the whole first line, or its first sentence.
  static void take_title(Item& item) {
    const std::size_t stop = item.text.find(kStop);
    const bool is_line = stop == std::string::npos;
    if ((is_line ? item.text.size() : stop) > kLongestTitle) return;
    if (is_line && (ends_with(item.text, "，") || ends_with(item.text, "、"))) return;
    const std::string whole = std::move(item.text);
    item.title = item.mark.written + std::string(trim(std::string_view(whole).substr(0, stop)));
    item.text = is_line ? "" : std::string(trim(std::string_view(whole).substr(stop + kStop.size())));
    item.has_own_title_line = is_line;
  }

  void go_on(const DocumentLine& line) {
    std::string& text = item_->text;
    mend_label(text, line);
    const bool is_in_bracket = ends_with(text, "（") || ends_with(text, "(");
    if (!is_in_bracket && begins_with_label(*text_, labels_)) {  // the same as in brackets
      bracketed_ = "（" + *text_ + "）";
      text_ = &bracketed_;
    }
    const auto closing = find_closing(*text_, labels_);
    const bool begins_closing = closing && closing->text.empty();
    if (!begins_closing && is_closed(*item_)) return stray(line, *text_, "前一项已经写完责任单位");
    if (text.size() + text_->size() > kLongestItem) return stray(line, *text_, "前一项已经太长");
    if (is_whole_sentence(text) && !item_->has_own_title_line && !begins_closing) {
      notes_.note("N-36", notes_.place(line), "这一段没有编号，并入上一项：" + in_quotes(*text_),
                  "请核对；是另一项任务的，请在台账里分开。");
    }
    note_doubled(text, line);
    append_paragraph(text, *text_);
  }

  // Looked at once for every length, however many lines follow.
  bool is_closed(Item& item) const {
    if (item.looked_at != item.text.size()) {
      item.looked_at = item.text.size();
      item.is_closed = has_closing(item.text);
    }
    return item.is_closed;
  }

  bool has_closing(std::string_view text) const {
    text = trim(text);
    if (ends_with(text, kStop)) text.remove_suffix(kStop.size());
    if (labels_.empty() || (!ends_with(text, "）") && !ends_with(text, ")"))) return false;
    const auto closed = find_closing(text, labels_);
    return closed && !closed->is_open;
  }

  // A character printed on both sides of a page break: “（责” above, “责任单位：” below. Only where a label
  // shows it the text is mended.
  void mend_label(std::string& text, const DocumentLine& line) {
    for (const std::string& label : labels_) {
      for (std::size_t size = 3; size < label.size(); size += 3) {
        const std::string head = label.substr(0, size);
        const bool is_doubled =
            starts_with(*text_, label) && (ends_with(text, "（" + head) || ends_with(text, "(" + head));
        if (!is_doubled) continue;
        text.resize(text.size() - size);
        notes_.note("N-36", notes_.place(line), "“" + head + "”在换页处印了两次，去掉了一次", "请核对。");
        return;
      }
    }
  }

  void note_doubled(const std::string& text, const DocumentLine& line) {
    if (is_whole_sentence(text) || text.size() < 3 || text_->size() < 3) return;
    if (static_cast<unsigned char>(text.back()) >= 0x80 &&
        starts_with(*text_, text.substr(text.size() - 3))) {
      notes_.note("N-36", notes_.place(line),
                  "换页处前后是同一个字" + in_quotes(text.substr(text.size() - 3)) + "，照原样接起来了",
                  "印了两次的，请在台账里去掉一个。");
    }
  }

  void end_item() {
    if (!item_) return;
    Item item = std::move(*item_);
    item_.reset();
    const Place place = notes_.place(item.line);
    TaskWriter::Draft draft;
    draft.area = area_;
    draft.part = form_.has_title ? item.title : part_;
    take_closing(item, draft, place);
    draft.text =
        item.text.empty() && !item.title.empty() ? item.title.substr(item.mark.written.size()) : item.text;
    writer_.write(std::move(draft), place);
  }

  void take_closing(Item& item, TaskWriter::Draft& draft, const Place& place) {
    if (labels_.empty()) return;
    const auto closed = find_closing(item.text, labels_);
    if (!closed) return;
    item.text = closed->text;
    if (closed->is_open) {
      notes_.warn("N-36", place, "责任单位的括号没有写完", "请核对责任单位有没有漏读。");
    }
    if (!closed->behind.empty()) {
      notes_.warn("N-36", place, "责任单位的括号后面还有文字，接在具体要求后面：" + in_quotes(closed->behind),
                  "请核对。");
      append_paragraph(item.text, closed->behind);
    }
    for (const auto& [label, field] : form_.closing) {
      const auto part = closed->parts.find(label);
      if (part == closed->parts.end()) continue;
      std::string& target = field == TaskField::leads ? draft.leads : draft.units;
      target += (target.empty() ? "" : "、") + part->second;
    }
  }

  void report_empty_heading() {
    if (items_below_ > 0 || !heading_line_) return;
    notes_.note("N-34", notes_.place(*heading_line_),
                in_quotes(part_.empty() ? area_ : part_) + "下面没有任务", "请核对有没有漏读。");
  }

  void stray(const DocumentLine& line, const std::string& text, const char* why) {
    notes_.note("N-30", notes_.place(line), std::string("这一行没有读入（") + why + "）：" + in_quotes(text),
                "是任务的，请补进台账；是页眉、页脚之类的，可写进 tasks.lua 的 furniture。");
  }

  const TaskForm& form_;
  TaskWriter& writer_;
  TaskNotes& notes_;
  std::vector<std::string> labels_;
  const std::string* text_ = nullptr;  // of the line at hand
  std::string bracketed_;              // it, where it names units without a bracket
  std::optional<Item> item_;
  std::string area_, part_;
  std::optional<DocumentLine> heading_line_;
  int items_below_ = 0;
  bool is_first_ = true;  // no number has been read
  std::array<int, kTaskLevels> numbers_{};
  std::array<bool, kTaskLevels> may_restart_{true, true, true};  // below a new heading
};

}  // namespace

void read_task_items(const std::vector<DocumentLine>& lines, std::size_t first, std::size_t last,
                     const TaskForm& form, TaskWriter& writer, TaskNotes& notes) {
  ItemReader reader(form, writer, notes);
  for (std::size_t i = first; i < last; ++i) reader.take(lines[i]);
  reader.finish();
}

}  // namespace nianbao
