// A cut font as the objects of a PDF: Type0 font, CID font, descriptor, font file, widths and ToUnicode.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "export/pdf_face.h"
#include "export/pdf_objects.h"
#include "export/pdf_subset.h"

namespace nianbao {

// `characters` says which character each glyph shows.
PoDoFo::PdfReference write_font(PoDoFo::PdfVecObjects& objects, const PdfFace& face,
                                const FontProgram& program,
                                const std::map<std::uint16_t, char32_t>& characters);

// The CMap that turns codes back into text.
std::string to_unicode_map(const std::map<std::uint16_t, char32_t>& by_code);

}  // namespace nianbao
