// Cells and findings as the csv and the xlsx reader both make them.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "base/text.h"
#include "intake/grid.h"

namespace nianbao {

// White space alone. Most text is told by its first byte.
inline bool is_blank_text(std::string_view text) {
  if (text.empty()) return true;
  const auto first = static_cast<unsigned char>(text.front());
  const bool may_be_space = first <= ' ' || first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF;
  return may_be_space && trim(text).empty();
}

inline GridCell text_cell(std::string_view text) {
  if (is_blank_text(text)) return {};
  return {GridKind::text, text};
}

// An error of the file itself.
inline Diagnostic grid_fault(std::string code, std::string message, std::string hint, Place place) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostic.place = std::move(place);
  return diagnostic;
}

inline Place grid_place(const std::string& file, const std::string& sheet = {}, std::int64_t row = 0,
                        int column = 0) {
  Place place;
  place.file = file;
  place.sheet = sheet;
  place.row = row;
  place.column = column;
  return place;
}

}  // namespace nianbao
