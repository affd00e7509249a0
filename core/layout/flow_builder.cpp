#include "layout/flow_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/text.h"
#include "layout/chart_layout.h"
#include "layout/flow_lines.h"
#include "layout/page_geometry.h"
#include "layout/table_fitting.h"

namespace nianbao {

namespace {

double height_of(const std::vector<FlowLine>& lines) {
  return std::accumulate(lines.begin(), lines.end(), 0.0,
                         [](double height, const FlowLine& line) { return height + line.height; });
}

}  // namespace

double FlowTable::caption_height() const {
  return height_of(caption);
}

double FlowTable::notes_height() const {
  return height_of(notes);
}

double FlowChart::height() const {
  return height_of(caption) + drawing.height + height_of(notes);
}

namespace {

constexpr int kDeepestBookmark = 2;

// A paragraph that somebody wrote in bold in place of a heading.
bool is_all_strong(const std::vector<Span>& spans) {
  return !spans.empty() &&
         std::all_of(spans.begin(), spans.end(), [](const Span& span) { return span.strong; });
}

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
    const bool is_led = std::exchange(leads_, false);
    if (paragraph.kind == ParagraphKind::signature) return add_signature(paragraph);
    if (paragraph.kind == ParagraphKind::attachment) return add_attachments(paragraph);
    if (paragraph.kind == ParagraphKind::note)
      return add_paragraph(
          note_lines(style_spans(paragraph.spans, FontRole::song), measure_, kMarginLeft, kTypeWidth),
          UnitKind::small_line);
    if (is_led) glue_last_line();
    const std::string_view marker =
        paragraph.kind == ParagraphKind::list_item ? std::string_view(paragraph.marker) : std::string_view();
    add_paragraph(body_lines(style_spans(paragraph.spans, FontRole::fang, marker), measure_), UnitKind::line);
    introduces_ = ends_with(trim(plain_text(paragraph.spans)), "：");
    leads_ = introduces_ || is_all_strong(paragraph.spans);
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

  // 附件说明: one line free above it; no page ends behind its first line or before its last one.
  void add_attachments(const Paragraph& first) {
    if (!flow_.empty()) add_blank();
    const std::size_t top = flow_.size();
    for (const Paragraph* next = &first; next != nullptr; next = next_attachment()) {
      add_paragraph(
          attachment_lines(style_spans(next->spans, FontRole::fang), next->marker, next == &first, measure_),
          UnitKind::line);
    }
    if (flow_.size() - top < 2) return;
    flow_[top].may_break_after = false;
    flow_[flow_.size() - 2].may_break_after = false;
  }

  const Paragraph* next_attachment() {
    if (next_ == document_.blocks.size()) return nullptr;
    const auto* more = std::get_if<Paragraph>(&document_.blocks[next_]);
    if (more == nullptr || more->kind != ParagraphKind::attachment) return nullptr;
    ++next_;
    return more;
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
    flow_table->notes = note_lines(style_text(table.note, FontRole::song), measure_, left, width);
    take_notes(flow_table->notes, left, width);
    fit_table(*flow_table, table.keep_whole, kTypeHeight - glued_lines() * kLinePitch);
    if (!flow_table->turned) keep_introduction(flow_table->height(), flow_table->whole);
    FlowUnit unit;
    unit.kind = UnitKind::table;
    unit.table = std::move(flow_table);
    if (!table.caption.empty()) unit.bookmark = {depth_ + 1, table.caption, 0, 0};
    flow_.push_back(std::move(unit));
    lines_wanted_ = 0;
    introduces_ = false;
  }

  // Several pictures where one page cannot hold all categories, each with the title.
  void add(const Chart& chart) {
    const auto caption = [&](std::size_t part, std::size_t parts) {
      const std::string title =
          parts < 2 ? chart.title : fmt::format("{}（{}/{}）", chart.title, part + 1, parts);
      return caption_lines(title, measure_, kMarginLeft, kTypeWidth);
    };
    std::vector<FlowLine> notes;
    take_notes(notes, kMarginLeft, kTypeWidth);
    double room = kTypeHeight - glued_lines() * kLinePitch - height_of(notes) - height_of(caption(0, 1));
    std::vector<ChartDrawing> drawings = draw_chart(chart, measure_, room);
    if (drawings.size() > 1) {
      room = kTypeHeight - height_of(notes) - height_of(caption(0, drawings.size()));
      drawings = draw_chart(chart, measure_, room);
    }
    for (std::size_t i = 0; i < drawings.size(); ++i) {
      FlowUnit unit;
      unit.kind = UnitKind::chart;
      unit.chart = std::make_unique<FlowChart>();
      if (!chart.title.empty()) {
        unit.chart->caption = caption(i, drawings.size());
        if (i == 0) unit.bookmark = {depth_ + 1, chart.title, 0, 0};
      }
      unit.chart->drawing = std::move(drawings[i]);
      if (i + 1 == drawings.size()) unit.chart->notes = notes;
      if (i == 0) keep_introduction(unit.chart->height(), true);
      flow_.push_back(std::move(unit));
    }
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

  // The note paragraphs that follow a table or a chart stand under it.
  void take_notes(std::vector<FlowLine>& notes, double left, double width) {
    while (next_ < document_.blocks.size()) {
      const auto* note = std::get_if<Paragraph>(&document_.blocks[next_]);
      if (note == nullptr || note->kind != ParagraphKind::note) return;
      std::vector<FlowLine> lines =
          note_lines(style_spans(note->spans, FontRole::song), measure_, left, width);
      std::move(lines.begin(), lines.end(), std::back_inserter(notes));
      ++next_;
    }
  }

  // The text right above a table or a chart stays with it, unless that needs the page for itself.
  void keep_introduction(double height, bool whole) {
    if (flow_.empty() || flow_.back().kind != UnitKind::line) return;
    const bool fits = height + 3 * kLinePitch <= kTypeHeight;
    const bool small = height <= kTypeHeight / 2;
    if (!whole || (fits && (small || introduces_))) glue_last_line();
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
  bool leads_ = false;       // it does, or is bold from end to end: no page ends between it and the next
};

}  // namespace

Flow build_flow(const Document& document, const TextMeasure& measure) {
  return Builder(document, measure).build();
}

}  // namespace nianbao
