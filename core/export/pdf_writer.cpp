// write_pdf: pages, links, outline and metadata put together. Pages are plain dictionaries made here, because
// PoDoFo's own page tree frees the page it returned before.
#include <stdexcept>

#include "base/sha256.h"
#include "export/pdf_content.h"
#include "export/pdf_document_fonts.h"
#include "export/pdf_draft_mark.h"
#include "export/pdf_export.h"
#include "export/pdf_fonts.h"
#include "export/pdf_metadata.h"
#include "export/pdf_objects.h"
#include "export/pdf_outline.h"

namespace nianbao {
namespace {

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;

// ASCII as a URI action wants it; what is there already escaped stays.
std::string escape_uri(std::string_view url) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7F) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

class PdfWriter {
 public:
  PdfWriter(const PageSet& pages, const FontChains& chains) : pages_(pages), chains_(chains), mark_(chains) {}

  std::string write(const PdfInfo& info);

 private:
  void note_all_glyphs();
  void write_page(const Page& page);
  PageContent compose(const Page& page) const;
  void add_links(PdfObject& object, const Page& page, const std::vector<LinkArea>& links);
  void write_catalog();
  std::string serialize();

  const PageSet& pages_;
  const FontChains& chains_;
  const DraftMark mark_;
  PoDoFo::PdfMemDocument document_;
  DocumentFonts fonts_;
  PdfObject* resources_ = nullptr;
  std::vector<PdfObject*> page_objects_;
};

std::string PdfWriter::write(const PdfInfo& info) {
  document_.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
  document_.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
  note_all_glyphs();
  resources_ = document_.GetObjects().CreateObject();
  resources_->GetDictionary().AddKey("Font", fonts_.embed(document_.GetObjects()));
  if (pages_.draft) resources_->GetDictionary().AddKey("XObject", mark_.write(document_.GetObjects()));
  for (const Page& page : pages_.pages) write_page(page);
  write_catalog();
  write_outline(document_, pages_, page_objects_);
  write_metadata(document_, info);
  // PoDoFo makes the file's /ID from the Info dictionary alone. A digest of everything else in there gives
  // two different documents different IDs, and the same document the same.
  const std::string digest = sha256_hex(serialize());
  document_.GetInfo()->GetObject()->GetDictionary().AddKey("ContentHash", PoDoFo::PdfString(digest));
  return serialize();
}

void PdfWriter::note_all_glyphs() {
  for (const Page& page : pages_.pages) {
    for (const PlacedText& text : page.texts) note_glyphs(text, chains_, fonts_);
    note_glyphs(page.number, chains_, fonts_);
  }
  if (pages_.draft) mark_.note_glyphs(fonts_);
}

void PdfWriter::write_page(const Page& page) {
  PdfObject* object = document_.GetObjects().CreateObject("Page");
  page_objects_.push_back(object);
  const PageContent content = compose(page);
  PdfObject* stream = document_.GetObjects().CreateObject();
  set_stream(*stream, content.stream());

  PdfDictionary& keys = object->GetDictionary();
  keys.AddKey("MediaBox", pdf_numbers({0, 0, page.width, page.height}));
  keys.AddKey("Resources", resources_->Reference());
  keys.AddKey("Contents", stream->Reference());
  if (page.rotated) keys.AddKey("Rotate", pdf_integer(90));
  add_links(*object, page, content.links());
}

PageContent PdfWriter::compose(const Page& page) const {
  PageContent content(chains_, fonts_);
  // Square line ends, so that the rules of a table close at its corners; round joins for strokes of letters.
  content.save(page.rotated ? "2 J 1 j 0 1 -1 0 " + pdf_number(page.width) + " 0 cm" : "2 J 1 j");
  if (pages_.draft) {
    if (page.rotated) {
      mark_.draw(content, page.height, page.width);
    } else {
      mark_.draw(content, page.width, page.height);
    }
  }
  for (const PlacedBox& box : page.boxes) content.add_box(box);
  for (const PlacedLine& line : page.lines) content.add_line(line);
  for (const PlacedText& text : page.texts) content.add_text(text);
  content.restore();
  if (!page.number.text.empty()) {
    content.begin_artifact("Footer");
    content.add_text(page.number);
    content.end_artifact();
  }
  return content;
}

void PdfWriter::add_links(PdfObject& object, const Page& page, const std::vector<LinkArea>& links) {
  if (links.empty()) return;
  PdfArray annotations;
  for (const LinkArea& link : links) {
    PdfDictionary action;
    action.AddKey("S", PdfName("URI"));
    action.AddKey("URI", PoDoFo::PdfString(escape_uri(link.url)));
    PdfObject* annotation = document_.GetObjects().CreateObject("Annot");
    PdfDictionary& keys = annotation->GetDictionary();
    keys.AddKey("Subtype", PdfName("Link"));
    keys.AddKey("Rect", page.rotated ? pdf_numbers({page.width - link.top, link.left,
                                                    page.width - link.bottom, link.right})
                                     : pdf_numbers({link.left, link.bottom, link.right, link.top}));
    keys.AddKey("Border", pdf_numbers({0, 0, 0}));
    keys.AddKey("F", pdf_integer(4));  // printed
    keys.AddKey("A", action);
    annotations.push_back(annotation->Reference());
  }
  object.GetDictionary().AddKey("Annots", annotations);
}

void PdfWriter::write_catalog() {
  PdfDictionary& catalog = document_.GetCatalog()->GetDictionary();
  PdfObject* tree = document_.GetCatalog()->GetIndirectKey("Pages");
  PdfArray kids;
  for (PdfObject* page : page_objects_) {
    page->GetDictionary().AddKey("Parent", tree->Reference());
    kids.push_back(page->Reference());
  }
  tree->GetDictionary().AddKey("Kids", kids);
  tree->GetDictionary().AddKey("Count", pdf_integer(static_cast<std::int64_t>(kids.size())));

  PdfDictionary preferences;
  preferences.AddKey("DisplayDocTitle", PoDoFo::PdfVariant(true));
  catalog.AddKey("ViewerPreferences", preferences);
  catalog.AddKey("Lang", PoDoFo::PdfString("zh-CN"));

  PdfDictionary decimal, labels;
  decimal.AddKey("S", PdfName("D"));
  PdfArray ranges;
  ranges.push_back(pdf_integer(0));
  ranges.push_back(decimal);
  labels.AddKey("Nums", ranges);
  catalog.AddKey("PageLabels", labels);
}

std::string PdfWriter::serialize() {
  PoDoFo::PdfRefCountedBuffer buffer;
  PoDoFo::PdfOutputDevice device(&buffer);
  document_.Write(&device);
  return std::string(buffer.GetBuffer(), static_cast<std::size_t>(device.GetLength()));
}

}  // namespace

std::string write_pdf(const PageSet& pages, const FontSet& fonts, const PdfInfo& info) {
  if (pages.pages.empty()) throw std::runtime_error("PDF 没有写出：报告没有任何一页");
  quiet_podofo();
  try {
    return PdfWriter(pages, fonts.chains()).write(info);
  } catch (const PoDoFo::PdfError& error) {
    throw std::runtime_error(std::string("PDF 没有写出：PoDoFo 报告 ") +
                             PoDoFo::PdfError::ErrorName(error.GetError()));
  }
}

}  // namespace nianbao
