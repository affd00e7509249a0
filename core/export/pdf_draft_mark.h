// 草稿, large and light grey across the page, behind the text. It is drawn as outlines: as text, its two
// turned characters would break into the sentences of whoever copies or searches the page. The word itself
// stands unseen in the upper margin, where a search and a screen reader find it whole.
#pragma once

#include "export/pdf_content.h"
#include "export/pdf_fonts.h"
#include "export/pdf_objects.h"
#include "layout/page.h"

namespace nianbao {

class DraftMark {
 public:
  explicit DraftMark(const FontChains& chains) : chains_(chains) {}

  void note_glyphs(DocumentFonts& fonts) const;
  // A form with its centre at the origin, for all pages: the result belongs into the pages' /XObject.
  PoDoFo::PdfDictionary write(PoDoFo::PdfVecObjects& objects) const;
  // Width and height are those of the page as it is read.
  void draw(PageContent& content, double width, double height) const;

 private:
  const FontChains& chains_;
  Watermark mark_ = {.text = U"草稿"};
};

}  // namespace nianbao
