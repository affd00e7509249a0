// SHA-256 of files and strings, for provenance: which input, which pack, which font made this report.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

std::string sha256_hex(std::string_view bytes);

// Reads the file in pieces. Empty when it cannot be read.
std::optional<std::string> sha256_of_file(const std::string& path);

}  // namespace nianbao
