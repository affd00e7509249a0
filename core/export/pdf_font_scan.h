// Which font files there are. The order is that of the folders given, and by name within each, whatever the
// disk returns; a file that can be reached twice is listed once, at its first place.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

// The font files (ttf, otf, ttc, otc) below `places`, each a folder or a font file. Hidden folders, folders
// more than 12 levels down and what cannot be read are left out.
std::vector<std::string> find_font_files(const std::vector<std::string>& places);

}  // namespace nianbao
