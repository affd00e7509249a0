// The chains of faces behind the roles, and the one place that decides which glyph shows a character: layout
// measures with it and the writer draws with it, so that both always agree.
//
// Faces are opened when a character first reaches them, once. All of it may be asked by several threads.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "export/pdf_export.h"
#include "export/pdf_font_file.h"
#include "export/pdf_font_policy.h"

namespace nianbao {

class PdfFace;

// How a character is shown. Without a face: nothing is drawn (invisible is true), or a box stands for the
// missing glyph.
struct ShownGlyph {
  const PdfFace* face = nullptr;
  std::uint16_t glyph = 0;
  int advance = 1000;  // thousandths of the font size
  double stroke = 0;   // em
  bool invisible = false;
};

class FontChains final : public FontSet {
 public:
  // The faces of these files only.
  explicit FontChains(const std::vector<std::string>& files);
  ~FontChains() override;

  int advance(FontRole role, char32_t character) const override { return show(role, character).advance; }
  bool has_glyph(FontRole role, char32_t character) const override;
  const std::vector<FontChoice>& choices() const override { return choices_; }
  std::vector<std::string> missing() const override;
  const FontChains& chains() const override { return *this; }

  ShownGlyph show(FontRole role, char32_t character) const;
  // The best face of the role; null when there is none.
  const PdfFace* find_first_face(FontRole role) const;

 private:
  // Opened on first use and shared by all chains that name it.
  struct LazyFace {
    explicit LazyFace(FontFace found);
    ~LazyFace();
    const FontFace place;
    mutable std::once_flag once;
    mutable std::unique_ptr<PdfFace> opened;
    const PdfFace& open() const;
  };
  struct Link {
    const LazyFace* face = nullptr;
    FontPreference preference;
  };
  using FaceIndex = std::map<std::string, LazyFace*, std::less<>>;

  void read_files(const std::vector<std::string>& files, FaceIndex& by_name);
  void build_chain(FontRole role, const FaceIndex& by_name);
  void describe_gaps(FontRole role);
  ShownGlyph find_shown(FontRole role, char32_t character) const;

  std::vector<std::unique_ptr<LazyFace>> faces_;
  std::array<std::vector<Link>, kFontRoles> chains_;
  std::vector<FontChoice> choices_;
  std::vector<std::string> missing_;
};

}  // namespace nianbao
