// One opened face: which glyph a character has and how wide it is. Shaping is not needed: for these fonts and
// these texts HarfBuzz's shaper gives the same glyphs as the character map.
//
// Invariant: an opened face never changes but for its caches, whose slots are atomic and only ever go from
// unknown to the one right value; any number of threads may ask.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "export/pdf_font_file.h"
#include "export/pdf_harfbuzz.h"

namespace nianbao {

class PdfFace {
 public:
  // Maps the file; a file that cannot be opened gives a face without glyphs.
  explicit PdfFace(const FontFace& place);

  // 0: the face lacks the character.
  std::uint16_t find_glyph(char32_t character) const;
  // Thousandths of the font size.
  int advance(std::uint16_t glyph) const;

  // Path operators, one unit per thousandth of the font size, closed but not filled.
  std::string outline(std::uint16_t glyph) const;

  hb_face_t* harfbuzz() const { return face_.get(); }
  // For FontName: letters, digits and hyphens only, never empty.
  const std::string& postscript_name() const { return postscript_name_; }

 private:
  std::uint16_t look_up(char32_t character) const;

  std::string postscript_name_;
  HbBlob blob_;
  HbFace face_;
  HbFont font_;
  int units_per_em_ = 1000;
  // Per character of the first plane: 0 unknown, kAbsent, or the glyph.
  std::unique_ptr<std::atomic<std::uint16_t>[]> plane_zero_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<char32_t, std::uint16_t> astral_;
};

}  // namespace nianbao
