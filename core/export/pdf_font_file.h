// What a font file says about its faces, read from the file's own tables without opening a font: a few short
// reads per file, so that a folder of hundreds of fonts costs milliseconds. A broken file has no faces; every
// offset is checked against the bytes that were read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nianbao {

// One face of a font file; `index` counts within a collection (TTC).
struct FontFace {
  std::string path;
  int index = 0;
  std::string postscript;          // as written; may be empty
  std::vector<std::string> names;  // in name_key form: PostScript, full name, family of a regular face
};

std::vector<FontFace> read_font_faces(const std::string& path);

enum class FontUse {
  embeddable,
  not_permitted,  // OS/2 fsType: restricted licence, bitmaps only, or no subsetting
  not_supported   // no outlines that a PDF can hold: bitmaps, CFF2, variable fonts
};

// Whether the face may stand in a PDF as a subset.
FontUse read_font_use(const FontFace& face);

}  // namespace nianbao
