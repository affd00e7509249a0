#include "export/pdf_font_objects.h"

#include <hb-ot.h>

#include <algorithm>

#include "base/sha256.h"

namespace nianbao {
namespace {

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfVecObjects;

constexpr int kDefaultWidth = 1000;

// "KBDXQA+FandolFang-Regular". The six letters are a digest of the program: the same subset has the same
// name.
std::string subset_name(const PdfFace& face, const FontProgram& program) {
  const std::string digest = sha256_hex(program.bytes);
  std::string name;
  for (std::size_t i = 0; i < 6; ++i) {
    const int value = std::stoi(digest.substr(i * 2, 2), nullptr, 16);
    name += static_cast<char>('A' + value % 26);
  }
  return name + "+" + face.postscript_name();
}

PdfArray bounding_box(const PdfFace& face) {
  const HbBlob head(hb_face_reference_table(face.harfbuzz(), HB_TAG('h', 'e', 'a', 'd')));
  unsigned length = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(head.get(), &length));
  const int units = std::max(1, static_cast<int>(hb_face_get_upem(face.harfbuzz())));
  PdfArray box;
  for (unsigned offset = 36; offset < 44; offset += 2) {
    const int value = length < 44 ? 0 : static_cast<std::int16_t>(bytes[offset] << 8 | bytes[offset + 1]);
    box.push_back(pdf_integer(value * 1000 / units));
  }
  return box;
}

PdfObject* write_program(PdfVecObjects& objects, const FontProgram& program) {
  PdfObject* file = objects.CreateObject();
  set_stream(*file, program.bytes);
  if (program.cff) {
    file->GetDictionary().AddKey("Subtype", PdfName("CIDFontType0C"));
  } else {
    file->GetDictionary().AddKey("Length1", pdf_integer(static_cast<std::int64_t>(program.bytes.size())));
  }
  return file;
}

PdfObject* write_descriptor(PdfVecObjects& objects, const PdfFace& face, const FontProgram& program,
                            const std::string& name) {
  static constexpr int kSymbolic = 4;
  PdfObject* descriptor = objects.CreateObject("FontDescriptor");
  PdfDictionary& keys = descriptor->GetDictionary();
  keys.AddKey("FontName", PdfName(name));
  keys.AddKey("Flags", pdf_integer(kSymbolic));
  keys.AddKey("FontBBox", bounding_box(face));
  keys.AddKey("ItalicAngle", pdf_integer(0));
  // The em box of Chinese type: the line metrics in the fonts are not to be trusted.
  keys.AddKey("Ascent", pdf_integer(880));
  keys.AddKey("Descent", pdf_integer(-120));
  keys.AddKey("CapHeight", pdf_integer(700));
  keys.AddKey("StemV", pdf_integer(80));
  keys.AddKey(program.cff ? "FontFile3" : "FontFile2", write_program(objects, program)->Reference());
  return descriptor;
}

// [first [width width …] …]: runs of neighbouring codes whose width is not the default.
PdfArray width_runs(const PdfFace& face, const FontProgram& program) {
  std::map<std::uint16_t, int> widths;
  for (const auto& [glyph, code] : program.codes) {
    const int width = face.advance(glyph);
    if (width != kDefaultWidth) widths[code] = width;
  }
  PdfArray runs;
  for (auto next = widths.begin(); next != widths.end();) {
    const int first = next->first;
    PdfArray run;
    for (int code = first; next != widths.end() && next->first == code; ++next, ++code) {
      run.push_back(pdf_integer(next->second));
    }
    runs.push_back(pdf_integer(first));
    runs.push_back(run);
  }
  return runs;
}

PdfObject* write_cid_font(PdfVecObjects& objects, const PdfFace& face, const FontProgram& program,
                          const std::string& name) {
  PdfDictionary system;
  system.AddKey("Registry", PoDoFo::PdfString("Adobe"));
  system.AddKey("Ordering", PoDoFo::PdfString("Identity"));
  system.AddKey("Supplement", pdf_integer(0));

  PdfObject* font = objects.CreateObject("Font");
  PdfDictionary& keys = font->GetDictionary();
  keys.AddKey("Subtype", PdfName(program.cff ? "CIDFontType0" : "CIDFontType2"));
  keys.AddKey("BaseFont", PdfName(name));
  keys.AddKey("CIDSystemInfo", system);
  keys.AddKey("FontDescriptor", write_descriptor(objects, face, program, name)->Reference());
  keys.AddKey("DW", pdf_integer(kDefaultWidth));
  if (!program.cff) keys.AddKey("CIDToGIDMap", PdfName("Identity"));
  const PdfArray widths = width_runs(face, program);
  if (!widths.empty()) keys.AddKey("W", widths);
  return font;
}

}  // namespace

std::string to_unicode_map(const std::map<std::uint16_t, char32_t>& by_code) {
  static constexpr std::size_t kMostPerBlock = 100;
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  auto next = by_code.begin();
  for (std::size_t left = by_code.size(); left > 0;) {
    const std::size_t block = std::min(left, kMostPerBlock);
    map += std::to_string(block) + " beginbfchar\n";
    for (std::size_t i = 0; i < block; ++i, ++next) {
      map += '<';
      append_hex(map, next->first);
      map += "> <";
      append_utf16_hex(map, next->second);
      map += ">\n";
    }
    map += "endbfchar\n";
    left -= block;
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

PoDoFo::PdfReference write_font(PdfVecObjects& objects, const PdfFace& face, const FontProgram& program,
                                const std::map<std::uint16_t, char32_t>& characters) {
  std::map<std::uint16_t, char32_t> by_code;
  for (const auto& [glyph, character] : characters) by_code.try_emplace(program.codes.at(glyph), character);
  PdfObject* map = objects.CreateObject();
  set_stream(*map, to_unicode_map(by_code));

  const std::string name = subset_name(face, program);
  PdfArray descendants;
  descendants.push_back(write_cid_font(objects, face, program, name)->Reference());
  PdfObject* font = objects.CreateObject("Font");
  PdfDictionary& keys = font->GetDictionary();
  keys.AddKey("Subtype", PdfName("Type0"));
  keys.AddKey("BaseFont", PdfName(program.cff ? name + "-Identity-H" : name));
  keys.AddKey("Encoding", PdfName("Identity-H"));
  keys.AddKey("DescendantFonts", descendants);
  keys.AddKey("ToUnicode", map->Reference());
  return font->Reference();
}

}  // namespace nianbao
