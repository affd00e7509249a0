// A face cut down to the glyphs that one document draws, in the form that a PDF embeds.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "export/pdf_face.h"

namespace nianbao {

struct FontProgram {
  std::string bytes;  // a bare CFF table, or a TrueType font
  bool cff = false;
  // The face's glyph to the two-byte code that text uses: the CID of a CID-keyed CFF, else the glyph's number
  // in `bytes`. Glyph 0 (.notdef) is always there.
  std::map<std::uint16_t, std::uint16_t> codes;
};

// Hints and layout tables are dropped. Throws std::runtime_error (a Chinese sentence) when the font is
// broken.
FontProgram subset_face(const PdfFace& face, const std::set<std::uint16_t>& glyphs);

}  // namespace nianbao
