// Pages into a PDF file: PoDoFo as object writer, HarfBuzz and FreeType for the fonts (subset, searchable).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "layout/page.h"

namespace nianbao {

class FontChains;

// Which file serves a role, for `doctor`, provenance and warnings.
struct FontChoice {
  FontRole role = FontRole::fang;
  std::string family;  // its PostScript name: "FandolFang-Regular"
  std::string path;
  bool is_first_choice = false;  // the typeface that the standard names, or its stand-in
};

// The measure that layout uses and the faces that write_pdf draws with. Several threads may share one set.
class FontSet : public TextMeasure {
 public:
  // Looks for fonts by name-table family and PostScript names in `folders` (the user's first), then in the
  // system's font folders. Never throws for a missing font: an empty chain has no glyphs.
  static std::unique_ptr<FontSet> find(const std::vector<std::string>& folders);
  // The chain of each role, best first.
  virtual const std::vector<FontChoice>& choices() const = 0;
  // Chinese lines for `doctor`: a role whose own typefaces are not there and what stands in for them, and
  // fonts that may not be embedded.
  virtual std::vector<std::string> missing() const = 0;
  // The faces themselves, for write_pdf alone.
  virtual const FontChains& chains() const = 0;
};

// The user's and the system's font folders, those that exist: $NIANBAO_FONTS, the user's own, the system's.
std::vector<std::string> default_font_folders();

struct PdfInfo {
  std::string title, author, date;  // ISO date
  std::string producer;             // "nianbao 0.1.0"
};

// The bytes of the file. Throws std::runtime_error when a font cannot be embedded or PoDoFo fails.
std::string write_pdf(const PageSet& pages, const FontSet& fonts, const PdfInfo& info);

// What a PDF holds, for `doctor --pdf`: one Chinese line per fact. Throws std::runtime_error (a Chinese
// sentence) when the file is no PDF that can be read.
std::vector<std::string> describe_pdf(const std::string& path);

}  // namespace nianbao
