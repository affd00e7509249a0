// A file of a user on its way to being opened: where it is, how it is shown, and whom to tell what is wrong.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/text.h"
#include "intake/grid_cell.h"

namespace nianbao {

struct Opening {
  const std::string& path;
  const std::string& shown_name;
  Diagnostics& diagnostics;

  std::nullopt_t fail(std::string code, std::string message, std::string hint) const {
    diagnostics.add(grid_fault(std::move(code), std::move(message), std::move(hint), grid_place(shown_name)));
    return std::nullopt;
  }
  // ".xlsx", in small letters.
  std::string extension() const { return small_letters(std::filesystem::path(path).extension().string()); }
};

}  // namespace nianbao
