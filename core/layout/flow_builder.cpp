#include "layout/flow_builder.h"

#include <algorithm>

#include "base/text.h"
#include "layout/flow_lines.h"
#include "layout/page_geometry.h"
#include "layout/table_fitting.h"

namespace nianbao {

double FlowTable::caption_height() const {
  double height = 0;
  for (const FlowLine& line : caption) height += line.height;
  return height;
}

double FlowTable::notes_height() const {
  double height = 0;
  for (const FlowLine& line : notes) height += line.height;
  return height;
}

namespace {

constexpr int kDeepestBookmark = 2;

class Builder {
 public:
  Builder(const Document& document, const TextMeasure& measure) : document_(document), measure_(measure) {}

  Flow build() {
    add_title();
    for (next_ = 0; next_ < document_.blocks.size();) {
      const Block& block = document_.blocks[next_++];
      std::visit([this](const auto& part) { add(part); }, block);
    }
    return std::move(flow_);
  }

 private:
  void add_title() {
    std::vector<FlowLine> lines = title_lines(document_.title, measure_);
    if (lines.empty()) return;
    for (FlowLine& line : lines) add_line(std::move(line), UnitKind::line, false);
    add_blank();
  }

  void add(const Heading& heading) {
    std::vector<FlowLine> lines = body_lines(style_text(heading.text, heading_role(heading.level)), measure_);
    if (lines.empty()) return;
    const std::size_t first = flow_.size();
    for (FlowLine& line : lines) add_line(std::move(line), UnitKind::line, false);
    depth_ = std::clamp(heading.level, 1, kDeepestBookmark);
    if (heading.level <= kDeepestBookmark) flow_[first].bookmark = {depth_, heading.text, 0, 0};
    lines_wanted_ = 2;
    introduces_ = false;
  }

  void add(const Paragraph& paragraph) {
    if (paragraph.kind == ParagraphKind::signature) return add_signature(paragraph);
    if (paragraph.kind == ParagraphKind::note)
      return add_paragraph(
          note_lines(style_spans(paragraph.spans, FontRole::song), measure_, kMarginLeft, kTypeWidth),
          UnitKind::small_line);
    const std::string_view marker =
        paragraph.kind == ParagraphKind::list_item ? std::string_view(paragraph.marker) : std::string_view();
    add_paragraph(body_lines(style_spans(paragraph.spans, FontRole::fang, marker), measure_), UnitKind::line);
    introduces_ = ends_with(trim(plain_text(paragraph.spans)), "：");
  }

  // No page ends behind the first line of a paragraph or before its last one, nor before a heading has two
  // lines under it.
  void add_paragraph(std::vector<FlowLine> lines, UnitKind kind) {
    const std::size_t count = lines.size();
    for (std::size_t i = 0; i < count; ++i) {
      lines_wanted_ = std::max(0, lines_wanted_ - 1);
      const bool inside = i + 1 < count && (i == 0 || i + 2 == count);
      add_line(std::move(lines[i]), kind, !inside && lines_wanted_ == 0);
    }
    introduces_ = false;
  }

  void add_signature(const Paragraph& paragraph) {
    std::vector<StyledText> texts{style_spans(paragraph.spans, FontRole::fang)};
    while (next_ < document_.blocks.size()) {
      const auto* more = std::get_if<Paragraph>(&document_.blocks[next_]);
      if (more == nullptr || more->kind != ParagraphKind::signature) break;
      texts.push_back(style_spans(more->spans, FontRole::fang));
      ++next_;
    }
    std::vector<FlowLine> lines = signature_lines(std::move(texts), measure_);
    if (lines.empty()) return;
    if (!flow_.empty()) {
      glue_last_line();
      add_blank();
      flow_.back().may_break_after = false;
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
      add_line(std::move(lines[i]), UnitKind::line, i + 1 == lines.size());
    lines_wanted_ = 0;
  }

  void add(const Table& table) {
    auto flow_table = std::make_unique<FlowTable>(table, measure_);
    choose_direction(*flow_table);
    const double left = flow_table->turned ? kTurnedLeft : kMarginLeft;
    const double width = flow_table->turned ? kTurnedWidth : kTypeWidth;
    flow_table->caption = caption_lines(table.caption, measure_, left, width);
    add_notes(*flow_table, note_lines(style_text(table.note, FontRole::song), measure_, left, width));
    while (next_ < document_.blocks.size()) {
      const auto* note = std::get_if<Paragraph>(&document_.blocks[next_]);
      if (note == nullptr || note->kind != ParagraphKind::note) break;
      add_notes(*flow_table, note_lines(style_spans(note->spans, FontRole::song), measure_, left, width));
      ++next_;
    }
    fit_table(*flow_table, table.keep_whole, kTypeHeight - glued_lines() * kLinePitch);
    keep_introduction(*flow_table);
    FlowUnit unit;
    unit.kind = UnitKind::table;
    unit.table = std::move(flow_table);
    if (!table.caption.empty()) unit.bookmark = {depth_ + 1, table.caption, 0, 0};
    flow_.push_back(std::move(unit));
    lines_wanted_ = 0;
    introduces_ = false;
  }

  void add(const PageBreak& /*unused*/) {
    FlowUnit unit;
    unit.kind = UnitKind::page_break;
    flow_.push_back(std::move(unit));
    lines_wanted_ = 0;
    introduces_ = false;
  }

  static void add_notes(FlowTable& table, std::vector<FlowLine> lines) {
    std::move(lines.begin(), lines.end(), std::back_inserter(table.notes));
  }

  // The text right above a table stays with it, unless the table needs the page for itself.
  void keep_introduction(const FlowTable& table) {
    if (table.turned || flow_.empty() || flow_.back().kind != UnitKind::line) return;
    const bool fits = table.height() + 3 * kLinePitch <= kTypeHeight;
    const bool small = table.height() <= kTypeHeight / 2;
    if (!table.whole || (fits && (small || introduces_))) glue_last_line();
  }

  void glue_last_line() {
    if (flow_.back().kind == UnitKind::line || flow_.back().kind == UnitKind::small_line)
      flow_.back().may_break_after = false;
  }

  int glued_lines() const {
    int count = 0;
    for (auto unit = flow_.rbegin(); unit != flow_.rend() && !unit->may_break_after; ++unit) ++count;
    return std::min(count, kGridLines / 2);
  }

  void add_line(FlowLine line, UnitKind kind, bool may_break_after) {
    FlowUnit unit;
    unit.kind = kind;
    unit.may_break_after = may_break_after;
    unit.line = std::move(line);
    flow_.push_back(std::move(unit));
  }

  void add_blank() {
    FlowUnit unit;
    unit.kind = UnitKind::blank;
    unit.may_break_after = false;
    flow_.push_back(std::move(unit));
  }

  const Document& document_;
  const TextMeasure& measure_;
  Flow flow_;
  std::size_t next_ = 0;     // the block after the one being added
  int depth_ = 0;            // of the last heading, for the captions under it
  int lines_wanted_ = 0;     // that the last heading must still have on its page
  bool introduces_ = false;  // the last paragraph ends in "："
};

}  // namespace

Flow build_flow(const Document& document, const TextMeasure& measure) {
  return Builder(document, measure).build();
}

}  // namespace nianbao
