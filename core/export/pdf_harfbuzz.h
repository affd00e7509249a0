// HarfBuzz's counted objects held by unique_ptr.
#pragma once

#include <hb-subset.h>
#include <hb.h>

#include <memory>

namespace nianbao {

template <auto destroy>
struct HarfBuzzDeleter {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};

using HbBlob = std::unique_ptr<hb_blob_t, HarfBuzzDeleter<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, HarfBuzzDeleter<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, HarfBuzzDeleter<hb_font_destroy>>;
using HbSubsetInput = std::unique_ptr<hb_subset_input_t, HarfBuzzDeleter<hb_subset_input_destroy>>;
using HbSubsetPlan = std::unique_ptr<hb_subset_plan_t, HarfBuzzDeleter<hb_subset_plan_destroy>>;

}  // namespace nianbao
