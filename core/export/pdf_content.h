// The content stream of one page: text, lines, filled boxes, crossed boxes for missing glyphs, and where
// links lie.
//
// A character that no font has is drawn as a crossed box of one em, and its text is carried by an invisible
// .notdef with ActualText: it is seen, it can be searched, and it is never silently nothing.
#pragma once

#include <string>
#include <vector>

#include "export/pdf_document_fonts.h"
#include "export/pdf_fonts.h"
#include "layout/page.h"

namespace nianbao {

// In the coordinates of the text that it belongs to.
struct LinkArea {
  double left = 0, bottom = 0, right = 0, top = 0;
  std::string url;
};

// Notes every glyph that `text` needs: the first pass.
void note_glyphs(const PlacedText& text, const FontChains& chains, DocumentFonts& fonts);

// The second pass. Operators are written only where the state changes.
class PageContent {
 public:
  PageContent(const FontChains& chains, const DocumentFonts& fonts) : chains_(chains), fonts_(fonts) {}

  void add_text(const PlacedText& text);
  // For search only: nothing of it shows.
  void add_unseen_text(const PlacedText& text);
  void add_line(const PlacedLine& line);
  void add_box(const PlacedBox& box);
  // Between these two, `operators` hold: a matrix, a colour.
  void save(const std::string& operators);
  void restore();
  // Content that is not the document's own: a page number, the mark of a draft.
  void begin_artifact(const char* subtype);
  void end_artifact();

  const std::string& stream() const { return stream_; }
  const std::vector<LinkArea>& links() const { return links_; }

 private:
  // A stretch of text in one font.
  struct Run {
    const PdfFace* face = nullptr;
    double stroke = 0;
    double x = 0;
    std::string codes;
  };
  // What the stream has set so far.
  struct State {
    std::string font;
    double letter_spacing = 0;
    double line_width = 1;
    int render_mode = 0;
    Colour fill = kBlack;
  };

  void add_shown(const PlacedText& text, const ShownGlyph& shown, char32_t character, Run& run, double x);
  void add_missing(const PlacedText& text, char32_t character, double x);
  void flush(const PlacedText& text, Run& run);
  void set_render_mode(int mode);
  void set_line_width(double width);
  void set_fill(Colour colour);
  void draw_boxes(double size);
  void add_link(const PlacedText& text, double right);

  const FontChains& chains_;
  const DocumentFonts& fonts_;
  std::string stream_;
  std::vector<LinkArea> links_;
  std::vector<State> saved_;
  State state_;
  struct Point {
    double x = 0, y = 0;
  };
  std::vector<Point> boxes_;  // of the text being written
};

}  // namespace nianbao
