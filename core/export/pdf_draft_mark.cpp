#include "export/pdf_draft_mark.h"

#include <cmath>
#include <numbers>

namespace nianbao {
namespace {

constexpr FontRole kRole = FontRole::hei;
constexpr double kGap = 0.2;          // em between the characters
constexpr double kHalfHeight = 0.38;  // em from the baseline to the middle of a character
constexpr char kLightGrey[] = "0.86 g";

// Where a search finds the word: in the upper margin.
PlacedText unseen_text(const std::u32string& word, double height) {
  PlacedText text;
  text.x = 40;
  text.y = height - 40;
  text.role = kRole;
  text.size = 12;
  text.text = word;
  return text;
}

}  // namespace

void DraftMark::note_glyphs(DocumentFonts& fonts) const {
  nianbao::note_glyphs(unseen_text(mark_.text, 0), chains_, fonts);
}

PoDoFo::PdfDictionary DraftMark::write(PoDoFo::PdfVecObjects& objects) const {
  const double size = mark_.size, count = static_cast<double>(mark_.text.size());
  const double half_width = size * (count + kGap * (count - 1)) / 2;
  const double angle = mark_.degrees * std::numbers::pi / 180;
  const std::string cosine = pdf_number(std::cos(angle)), sine = pdf_number(std::sin(angle));
  std::string path =
      std::string(kLightGrey) + "\n" + cosine + " " + sine + " -" + sine + " " + cosine + " 0 0 cm\n";
  double x = -half_width;
  for (const char32_t character : mark_.text) {
    const ShownGlyph shown = chains_.show(kRole, character);
    if (shown.face != nullptr) {
      path += "q " + pdf_number(size / 1000) + " 0 0 " + pdf_number(size / 1000) + " " + pdf_number(x) + " " +
              pdf_number(-size * kHalfHeight) + " cm\n" + shown.face->outline(shown.glyph) + "f Q\n";
    }
    x += size * (1 + kGap);
  }
  PoDoFo::PdfObject* form = objects.CreateObject("XObject");
  form->GetDictionary().AddKey("Subtype", PoDoFo::PdfName("Form"));
  const double reach = half_width + size;
  form->GetDictionary().AddKey("BBox", pdf_numbers({-reach, -reach, reach, reach}));
  form->GetDictionary().AddKey("Resources", PoDoFo::PdfDictionary());
  set_stream(*form, path);
  PoDoFo::PdfDictionary names;
  names.AddKey("Draft", form->Reference());
  return names;
}

void DraftMark::draw(PageContent& content, double width, double height) const {
  content.begin_artifact("Watermark");
  content.save("1 0 0 1 " + pdf_number(width / 2) + " " + pdf_number(height / 2) + " cm /Draft Do");
  content.restore();
  content.add_unseen_text(unseen_text(mark_.text, height));
  content.end_artifact();
}

}  // namespace nianbao
