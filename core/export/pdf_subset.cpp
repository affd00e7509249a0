#include "export/pdf_subset.h"

#include <ft2build.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <type_traits>

#include FT_FREETYPE_H
#include FT_CID_H

namespace nianbao {
namespace {

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');
constexpr hb_tag_t kLoca = HB_TAG('l', 'o', 'c', 'a');

// All that a font program in a PDF needs. A face of these tables alone spares the subsetter the walk over the
// whole character map and the layout tables: it then takes a third of the time.
constexpr std::array<hb_tag_t, 10> kNeededTables = {
    kCff,
    HB_TAG('g', 'l', 'y', 'f'),
    kLoca,
    HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'),
    HB_TAG('h', 'm', 't', 'x'),
    HB_TAG('m', 'a', 'x', 'p'),
    HB_TAG('c', 'v', 't', ' '),
    HB_TAG('f', 'p', 'g', 'm'),
    HB_TAG('p', 'r', 'e', 'p'),
};

[[noreturn]] void fail(const PdfFace& face) {
  throw std::runtime_error("字体 " + face.postscript_name() +
                           " 不能嵌入 PDF：字体文件可能已损坏，请换一份再试");
}

bool has_table(hb_face_t* face, hb_tag_t table) {
  return hb_blob_get_length(HbBlob(hb_face_reference_table(face, table)).get()) > 0;
}

HbFace strip(const PdfFace& face) {
  HbFace stripped(hb_face_builder_create());
  for (const hb_tag_t table : kNeededTables) {
    const HbBlob blob(hb_face_reference_table(face.harfbuzz(), table));
    if (hb_blob_get_length(blob.get()) > 0) hb_face_builder_add_table(stripped.get(), table, blob.get());
  }
  hb_face_make_immutable(stripped.get());
  return stripped;
}

HbSubsetPlan plan_subset(hb_face_t* stripped, const std::set<std::uint16_t>& glyphs) {
  const HbSubsetInput input(hb_subset_input_create_or_fail());
  if (input == nullptr) throw std::bad_alloc();
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return HbSubsetPlan(hb_subset_plan_create_or_fail(stripped, input.get()));
}

std::string bytes_of(const HbBlob& blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return length == 0 ? std::string() : std::string(data, length);
}

template <auto destroy>
struct FreeTypeDeleter {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using FreeTypeLibrary = std::unique_ptr<std::remove_pointer_t<FT_Library>, FreeTypeDeleter<FT_Done_FreeType>>;
using FreeTypeFace = std::unique_ptr<std::remove_pointer_t<FT_Face>, FreeTypeDeleter<FT_Done_Face>>;

// In a CID-keyed CFF text is coded in CIDs, which the subset keeps; FreeType reads them from the small font.
void code_by_cid(const PdfFace& face, FontProgram& program) {
  FT_Library opened = nullptr;
  if (FT_Init_FreeType(&opened) != 0) throw std::bad_alloc();
  const FreeTypeLibrary library(opened);
  FT_Face small = nullptr;
  const auto* data = reinterpret_cast<const FT_Byte*>(program.bytes.data());
  if (FT_New_Memory_Face(library.get(), data, static_cast<FT_Long>(program.bytes.size()), 0, &small) != 0)
    fail(face);
  const FreeTypeFace holder(small);
  FT_Bool cid_keyed = 0;
  if (FT_Get_CID_Is_Internally_CID_Keyed(small, &cid_keyed) != 0 || cid_keyed == 0) return;
  for (auto& [glyph, code] : program.codes) {
    FT_UInt cid = 0;
    if (FT_Get_CID_From_Glyph_Index(small, code, &cid) != 0 || cid > 0xFFFF) fail(face);
    code = static_cast<std::uint16_t>(cid);
  }
}

}  // namespace

FontProgram subset_face(const PdfFace& face, const std::set<std::uint16_t>& glyphs) {
  const HbFace stripped = strip(face);
  const HbSubsetPlan plan = plan_subset(stripped.get(), glyphs);
  if (plan == nullptr) fail(face);
  const HbFace subset(hb_subset_plan_execute_or_fail(plan.get()));
  if (subset == nullptr) fail(face);

  FontProgram program;
  const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  program.codes[0] = 0;
  for (const std::uint16_t glyph : glyphs) {
    const hb_codepoint_t number = hb_map_get(numbers, glyph);
    if (number == HB_MAP_VALUE_INVALID) fail(face);
    program.codes[glyph] = static_cast<std::uint16_t>(number);
  }
  program.cff = has_table(face.harfbuzz(), kCff);
  // Of a table that it cannot read HarfBuzz leaves nothing, and says nothing.
  if (!has_table(subset.get(), program.cff ? kCff : kLoca)) fail(face);
  if (program.cff) {
    program.bytes = bytes_of(HbBlob(hb_face_reference_table(subset.get(), kCff)));
    code_by_cid(face, program);
  } else {
    program.bytes = bytes_of(HbBlob(hb_face_reference_blob(subset.get())));
  }
  return program;
}

}  // namespace nianbao
