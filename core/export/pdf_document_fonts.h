// The fonts of one document: which glyphs of which faces it draws, the code each glyph has in its text, and
// the font objects in the file.
//
// Used in two passes. First every glyph is noted; then `embed` cuts and writes the fonts, which fixes the
// codes; only then can text be written. Fonts are numbered by first use, so the same pages give the same
// file.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "export/pdf_fonts.h"
#include "export/pdf_objects.h"
#include "export/pdf_subset.h"

namespace nianbao {

class DocumentFonts {
 public:
  struct Coded {
    std::uint16_t code = 0;
    bool extracts = true;  // false: the font's ToUnicode gives another character for this glyph
  };

  void note(const PdfFace& face, std::uint16_t glyph, char32_t character);
  // Notes .notdef: the invisible glyph that carries the text of a missing character.
  void note(const PdfFace& face);

  // Creates the objects; the result is the /Font dictionary of the pages' resources.
  PoDoFo::PdfDictionary embed(PoDoFo::PdfVecObjects& objects);

  Coded find_code(const PdfFace& face, std::uint16_t glyph, char32_t character) const;
  const std::string& resource_name(const PdfFace& face) const;

 private:
  struct Font {
    const PdfFace* face = nullptr;
    std::string resource;
    std::map<std::uint16_t, char32_t> characters;  // of each glyph, the first that it showed
    FontProgram program;
  };
  Font& font_of(const PdfFace& face);
  const Font& font_of(const PdfFace& face) const;

  std::vector<Font> fonts_;
  std::map<const PdfFace*, std::size_t> by_face_;  // looked up only, never walked
};

}  // namespace nianbao
