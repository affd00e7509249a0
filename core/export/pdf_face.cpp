#include "export/pdf_face.h"

#include <hb-ot.h>

#include <algorithm>
#include <cmath>

#include "export/pdf_objects.h"

namespace nianbao {
namespace {

constexpr char32_t kPlaneSize = 0x10000;
constexpr std::uint16_t kAbsent = 0xFFFF;

std::string plain_name(std::string name) {
  std::erase_if(name, [](char c) {
    return !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-');
  });
  return name.empty() ? "Font" : name;
}

// The path that hb_draw_funcs_t calls write into.
struct Outline {
  std::string operators;
  double scale = 1;

  void add(std::initializer_list<float> units, const char* name) {
    for (const float unit : units) operators += pdf_number(unit * scale) + " ";
    operators += name;
  }
};

Outline& outline_at(void* data) {
  return *static_cast<Outline*>(data);
}

using HbDrawFuncs = std::unique_ptr<hb_draw_funcs_t, HarfBuzzDeleter<hb_draw_funcs_destroy>>;

// Curves of the second degree reach us as the third degree that PDF has.
HbDrawFuncs make_pen() {
  HbDrawFuncs pen(hb_draw_funcs_create());
  const auto move = [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    outline_at(data).add({x, y}, "m\n");
  };
  const auto line = [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    outline_at(data).add({x, y}, "l\n");
  };
  const auto curve = [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2,
                        float y2, float x3, float y3, void*) {
    outline_at(data).add({x1, y1, x2, y2, x3, y3}, "c\n");
  };
  const auto close = [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    outline_at(data).add({}, "h\n");
  };
  hb_draw_funcs_set_move_to_func(pen.get(), move, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(pen.get(), line, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(pen.get(), curve, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(pen.get(), close, nullptr, nullptr);
  return pen;
}

}  // namespace

PdfFace::PdfFace(const FontFace& place)
    : postscript_name_(plain_name(place.postscript)),
      blob_(hb_blob_create_from_file(place.path.c_str())),
      face_(hb_face_create(blob_.get(), static_cast<unsigned>(place.index))),
      plane_zero_(std::make_unique<std::atomic<std::uint16_t>[]>(kPlaneSize)) {
  hb_face_make_immutable(face_.get());
  font_.reset(hb_font_create(face_.get()));
  hb_ot_font_set_funcs(font_.get());
  hb_font_make_immutable(font_.get());
  units_per_em_ = std::max(1, static_cast<int>(hb_face_get_upem(face_.get())));
}

std::uint16_t PdfFace::find_glyph(char32_t character) const {
  if (character >= kPlaneSize) {
    const std::lock_guard lock(mutex_);
    const auto [slot, added] = astral_.try_emplace(character, 0);
    if (added) slot->second = look_up(character);
    return slot->second;
  }
  std::atomic<std::uint16_t>& slot = plane_zero_[character];
  std::uint16_t glyph = slot.load(std::memory_order_relaxed);
  if (glyph == 0) {
    glyph = look_up(character);
    if (glyph == 0) glyph = kAbsent;
    slot.store(glyph, std::memory_order_relaxed);
  }
  return glyph == kAbsent ? 0 : glyph;
}

std::uint16_t PdfFace::look_up(char32_t character) const {
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(font_.get(), character, &glyph)) return 0;
  return glyph < kAbsent ? static_cast<std::uint16_t>(glyph) : 0;
}

int PdfFace::advance(std::uint16_t glyph) const {
  const double units = hb_font_get_glyph_h_advance(font_.get(), glyph);
  return static_cast<int>(std::lround(units * 1000.0 / units_per_em_));
}

std::string PdfFace::outline(std::uint16_t glyph) const {
  const HbDrawFuncs pen = make_pen();
  Outline outline{{}, 1000.0 / units_per_em_};
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(font_.get(), glyph, pen.get(), &outline);
#else
  hb_font_get_glyph_shape(font_.get(), glyph, pen.get(), &outline);
#endif
  return std::move(outline.operators);
}

}  // namespace nianbao
