// A measure without fonts: full-wide characters 1000, all below U+0250 500. Tests that count characters stay
// true on every machine.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "layout/line_breaker.h"
#include "layout/paginator.h"

namespace nianbao {

class FixedMeasure : public TextMeasure {
 public:
  explicit FixedMeasure(std::u32string_view missing = {}) : missing_(missing.begin(), missing.end()) {}
  int advance(FontRole /*role*/, char32_t character) const override { return character < 0x250 ? 500 : 1000; }
  bool has_glyph(FontRole /*role*/, char32_t character) const override {
    return !missing_.contains(character);
  }

 private:
  std::set<char32_t> missing_;
};

// The lines of a text in a space of `characters` full-wide characters.
inline std::vector<std::string> broken(const std::string& text, double characters,
                                       Fill fill = Fill::justified, int indent = 0) {
  const BreakableText breakable(style_text(text, FontRole::fang), FixedMeasure());
  std::vector<std::string> lines;
  for (const TextLine& line : breakable.break_lines({static_cast<int>(characters * 1000), indent, fill})) {
    std::u32string out;
    for (std::size_t i = line.begin; i < line.end; ++i) out += breakable.text().characters[i].character;
    lines.push_back(to_utf8(out));
  }
  return lines;
}

inline Paragraph paragraph(const std::string& text, ParagraphKind kind = ParagraphKind::body) {
  Paragraph out;
  out.kind = kind;
  out.spans.push_back({text, false, false, {}});
  return out;
}

// "一二三四五六七八九十一二…", `count` characters: text that may break anywhere.
inline std::string filler(int count) {
  static const std::u32string kDigits = U"一二三四五六七八九十";
  std::u32string out;
  for (int i = 0; i < count; ++i) out += kDigits[static_cast<std::size_t>(i) % kDigits.size()];
  return to_utf8(out);
}

inline TableCell cell(int row, int column, const std::string& text, int row_span = 1, int column_span = 1) {
  TableCell out;
  out.row = row;
  out.column = column;
  out.row_span = row_span;
  out.column_span = column_span;
  out.value = text;
  return out;
}

// `rows` × `columns` with one heading row and "行.列" in each cell.
inline Table plain_table(int rows, int columns) {
  Table table;
  table.name = "plain";
  table.rows = rows;
  table.columns = columns;
  table.heading_rows = 1;
  table.column_weights.assign(static_cast<std::size_t>(columns), 1);
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      table.cells.push_back(
          cell(r, c, r == 0 ? "栏" + std::to_string(c) : std::to_string(r) + "." + std::to_string(c)));
      if (r == 0) table.cells.back().role = CellRole::heading;
    }
  return table;
}

inline Document document_of(std::vector<Block> blocks) {
  Document document;
  document.blocks = std::move(blocks);
  return document;
}

inline PageSet pages_of(std::vector<Block> blocks) {
  return lay_out(document_of(std::move(blocks)), FixedMeasure());
}

// All text of a page, piece after piece.
inline std::string text_of(const Page& page) {
  std::string out;
  for (const PlacedText& text : page.texts) out += to_utf8(text.text);
  return out;
}

inline int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// The first piece with this text; fails the test's later checks at (-1, -1) when there is none.
inline PlacedText piece_of(const Page& page, const std::string& text) {
  for (const PlacedText& piece : page.texts)
    if (to_utf8(piece.text) == text) return piece;
  PlacedText none;
  none.x = none.y = -1;
  return none;
}

}  // namespace nianbao
