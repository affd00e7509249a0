#include "export/pdf_document_fonts.h"

#include "export/pdf_font_objects.h"

namespace nianbao {

void DocumentFonts::note(const PdfFace& face, std::uint16_t glyph, char32_t character) {
  font_of(face).characters.try_emplace(glyph, character);
}

void DocumentFonts::note(const PdfFace& face) {
  font_of(face);
}

PoDoFo::PdfDictionary DocumentFonts::embed(PoDoFo::PdfVecObjects& objects) {
  PoDoFo::PdfDictionary resources;
  for (Font& font : fonts_) {
    std::set<std::uint16_t> glyphs;
    for (const auto& [glyph, character] : font.characters) glyphs.insert(glyph);
    font.program = subset_face(*font.face, glyphs);
    const auto reference = write_font(objects, *font.face, font.program, font.characters);
    resources.AddKey(PoDoFo::PdfName(font.resource), reference);
  }
  return resources;
}

DocumentFonts::Coded DocumentFonts::find_code(const PdfFace& face, std::uint16_t glyph,
                                              char32_t character) const {
  const Font& font = font_of(face);
  const auto known = font.characters.find(glyph);
  const bool extracts = known != font.characters.end() && known->second == character;
  return {font.program.codes.at(glyph), extracts};
}

const std::string& DocumentFonts::resource_name(const PdfFace& face) const {
  return font_of(face).resource;
}

DocumentFonts::Font& DocumentFonts::font_of(const PdfFace& face) {
  const auto [place, added] = by_face_.try_emplace(&face, fonts_.size());
  if (added) fonts_.push_back({&face, std::string("F").append(std::to_string(fonts_.size() + 1)), {}, {}});
  return fonts_[place->second];
}

const DocumentFonts::Font& DocumentFonts::font_of(const PdfFace& face) const {
  return fonts_[by_face_.at(&face)];
}

}  // namespace nianbao
