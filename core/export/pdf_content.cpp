#include "export/pdf_content.h"

#include <cmath>

#include "export/pdf_face.h"

namespace nianbao {
namespace {

constexpr int kBoxWidth = 1000;  // of a missing character, as layout measures it
constexpr int kFill = 0, kFillAndStroke = 2, kInvisible = 3;

// Where a line of text begins and ends above and below its baseline, in em.
constexpr double kAscent = 0.88, kDescent = 0.12;

void append_numbers(std::string& out, std::initializer_list<double> values) {
  for (const double value : values) {
    out += pdf_number(value);
    out += ' ';
  }
}

std::string actual_text(char32_t character) {
  std::string text = "/Span << /ActualText <FEFF";
  append_utf16_hex(text, character);
  return text + "> >> BDC\n";
}

}  // namespace

void note_glyphs(const PlacedText& text, const FontChains& chains, DocumentFonts& fonts) {
  for (const char32_t character : text.text) {
    const ShownGlyph shown = chains.show(text.role, character);
    if (shown.face != nullptr) {
      fonts.note(*shown.face, shown.glyph, character);
    } else if (const PdfFace* first = chains.find_first_face(text.role);
               first != nullptr && !shown.invisible) {
      fonts.note(*first);
    }
  }
}

void PageContent::add_text(const PlacedText& text) {
  if (text.text.empty()) return;
  set_fill(text.colour);
  stream_ += "BT\n";
  Run run;
  double x = text.x;
  for (const char32_t character : text.text) {
    const ShownGlyph shown = chains_.show(text.role, character);
    if (shown.face != nullptr) {
      add_shown(text, shown, character, run, x);
    } else {
      flush(text, run);
      if (!shown.invisible) add_missing(text, character, x);
    }
    x += shown.advance * text.size / 1000 + text.letter_spacing;
  }
  flush(text, run);
  stream_ += "ET\n";
  draw_boxes(text.size);
  if (!text.link.empty()) add_link(text, x - text.letter_spacing);
}

void PageContent::add_unseen_text(const PlacedText& text) {
  set_render_mode(kInvisible);
  add_text(text);
  set_render_mode(kFill);
}

void PageContent::add_shown(const PlacedText& text, const ShownGlyph& shown, char32_t character, Run& run,
                            double x) {
  if (run.face != shown.face || run.stroke != shown.stroke) flush(text, run);
  const DocumentFonts::Coded coded = fonts_.find_code(*shown.face, shown.glyph, character);
  if (!coded.extracts) flush(text, run);
  if (run.codes.empty()) run = {shown.face, shown.stroke, x, {}};
  append_hex(run.codes, coded.code);
  if (coded.extracts) return;
  stream_ += actual_text(character);
  flush(text, run);
  stream_ += "EMC\n";
}

void PageContent::add_missing(const PlacedText& text, char32_t character, double x) {
  boxes_.push_back({x, text.y});
  const PdfFace* carrier = chains_.find_first_face(text.role);
  if (carrier == nullptr) return;
  Run run{carrier, 0, x, "0000"};
  stream_ += actual_text(character);
  set_render_mode(kInvisible);
  // As wide as the box, else a reader takes the rest of the box for a blank.
  const int width = carrier->advance(0);
  if (width > 0) stream_ += pdf_number(100.0 * kBoxWidth / width) + " Tz\n";
  flush(text, run);
  if (width > 0) stream_ += "100 Tz\n";
  set_render_mode(kFill);
  stream_ += "EMC\n";
}

// Writes the run and empties it. In the invisible mode the mode stays.
void PageContent::flush(const PlacedText& text, Run& run) {
  if (run.codes.empty()) return;
  const std::string font = "/" + fonts_.resource_name(*run.face) + " " + pdf_number(text.size) + " Tf\n";
  if (state_.font != font) stream_ += font;
  state_.font = font;
  if (state_.letter_spacing != text.letter_spacing) stream_ += pdf_number(text.letter_spacing) + " Tc\n";
  state_.letter_spacing = text.letter_spacing;
  if (state_.render_mode != kInvisible) set_render_mode(run.stroke > 0 ? kFillAndStroke : kFill);
  if (run.stroke > 0) set_line_width(run.stroke * text.size);
  stream_ += "1 0 0 1 ";
  append_numbers(stream_, {run.x, text.y});
  stream_ += "Tm <" + run.codes + "> Tj\n";
  run = {};
}

void PageContent::set_render_mode(int mode) {
  if (state_.render_mode != mode) stream_ += std::to_string(mode) + " Tr\n";
  state_.render_mode = mode;
}

void PageContent::set_line_width(double width) {
  if (state_.line_width != width) stream_ += pdf_number(width) + " w\n";
  state_.line_width = width;
}

void PageContent::set_fill(Colour colour) {
  if (state_.fill == colour) return;
  append_numbers(stream_, {colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0});
  stream_ += "rg\n";
  state_.fill = colour;
}

void PageContent::draw_boxes(double size) {
  if (boxes_.empty()) return;
  set_line_width(size * 0.04);
  for (const Point& box : boxes_) {
    const double left = box.x + size * 0.08, right = box.x + size * 0.92;
    const double bottom = box.y - size * 0.06, top = box.y + size * 0.78;
    append_numbers(stream_, {left, bottom, right - left, top - bottom});
    stream_ += "re ";
    append_numbers(stream_, {left, bottom});
    stream_ += "m ";
    append_numbers(stream_, {right, top});
    stream_ += "l ";
    append_numbers(stream_, {left, top});
    stream_ += "m ";
    append_numbers(stream_, {right, bottom});
    stream_ += "l S\n";
  }
  boxes_.clear();
}

void PageContent::add_line(const PlacedLine& line) {
  set_line_width(line.width);
  append_numbers(stream_, {line.x1, line.y1});
  stream_ += "m ";
  append_numbers(stream_, {line.x2, line.y2});
  stream_ += "l S\n";
}

void PageContent::add_box(const PlacedBox& box) {
  set_fill(box.colour);
  append_numbers(stream_, {box.x, box.y, box.width, box.height});
  stream_ += "re f\n";
}

// Neighbouring texts of one link on one line become one area.
void PageContent::add_link(const PlacedText& text, double right) {
  static constexpr double kGap = 2;  // pt
  const LinkArea area{text.x, text.y - text.size * kDescent, right, text.y + text.size * kAscent, text.link};
  if (!links_.empty()) {
    LinkArea& last = links_.back();
    if (last.url == area.url && last.bottom == area.bottom && std::fabs(last.right - area.left) < kGap) {
      last.right = area.right;
      return;
    }
  }
  links_.push_back(area);
}

void PageContent::save(const std::string& operators) {
  stream_ += "q\n" + operators + "\n";
  saved_.push_back(state_);
}

void PageContent::restore() {
  stream_ += "Q\n";
  state_ = saved_.back();
  saved_.pop_back();
}

void PageContent::begin_artifact(const char* subtype) {
  stream_ += std::string("/Artifact << /Type /Pagination /Subtype /") + subtype + " >> BDC\n";
}

void PageContent::end_artifact() {
  stream_ += "EMC\n";
}

}  // namespace nianbao
