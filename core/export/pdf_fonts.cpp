#include "export/pdf_fonts.h"

#include <algorithm>

#include "base/text.h"
#include "export/pdf_face.h"
#include "export/pdf_font_scan.h"

namespace nianbao {
namespace {

constexpr std::array<FontRole, kFontRoles> kRoles = {FontRole::title, FontRole::song, FontRole::hei,
                                                     FontRole::kai,   FontRole::fang, FontRole::fang_bold};

std::size_t place_of(FontRole role) {
  return static_cast<std::size_t>(role);
}

// Nothing to see and no width: joiners, marks of direction, byte order marks, variation selectors.
bool is_ignorable(char32_t c) {
  return c == 0x00AD || c == 0x034F || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xE0100 && c <= 0xE01EF);
}

// The character whose glyph shows this one as well, where fonts often lack the first; else itself.
char32_t twin_of(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r' || c == 0x00A0 || c == 0x202F) return ' ';
  if (c == 0x2010 || c == 0x2011) return '-';
  if (c == 0x2015) return 0x2014;
  return c;
}

// What a private character looks like is known only to the font that the writer of the text had; in another
// font it is some other sign.
bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

std::unique_ptr<FontSet> FontSet::find(const std::vector<std::string>& folders) {
  std::vector<std::string> places = folders;
  const std::vector<std::string> others = default_font_folders();
  places.insert(places.end(), others.begin(), others.end());
  return std::make_unique<FontChains>(find_font_files(places));
}

FontChains::FontChains(const std::vector<std::string>& files) {
  FaceIndex by_name;
  read_files(files, by_name);
  for (const FontRole role : kRoles) {
    build_chain(role, by_name);
    describe_gaps(role);
  }
}

void FontChains::read_files(const std::vector<std::string>& files, FaceIndex& by_name) {
  for (const std::string& file : files) {
    for (FontFace& place : read_font_faces(file)) {
      faces_.push_back(std::make_unique<LazyFace>(std::move(place)));
      LazyFace* face = faces_.back().get();
      for (const std::string& name : face->place.names) by_name.try_emplace(name, face);
    }
  }
}

void FontChains::build_chain(FontRole role, const FaceIndex& by_name) {
  std::vector<Link>& chain = chains_[place_of(role)];
  for (const FontPreference& preference : font_preferences(role)) {
    const auto found = by_name.find(name_key(preference.name));
    if (found == by_name.end()) continue;
    const LazyFace* face = found->second;
    const bool known =
        std::any_of(chain.begin(), chain.end(), [&](const Link& link) { return link.face == face; });
    if (known) continue;
    const FontUse use = read_font_use(face->place);
    if (use == FontUse::embeddable) {
      chain.push_back({face, preference});
      choices_.push_back(
          {role, face->place.postscript, face->place.path, preference.standing <= FontStanding::stand_in});
    } else {
      const std::string reason =
          use == FontUse::not_permitted ? "的授权不允许以子集嵌入 PDF" : "没有 PDF 能嵌入的轮廓";
      const std::string line =
          std::string(preference.name) + "（" + file_name(face->place.path) + "）" + reason + "，未采用";
      if (std::find(missing_.begin(), missing_.end(), line) == missing_.end()) missing_.push_back(line);
    }
  }
}

// Says what the role's own typefaces were, when none of them is there.
void FontChains::describe_gaps(FontRole role) {
  const std::vector<Link>& chain = chains_[place_of(role)];
  const std::string label(role_label(role));
  if (chain.empty()) {
    missing_.push_back(label + "：没有可用的中文字体");
    return;
  }
  if (chain.front().preference.standing == FontStanding::standard) return;
  const std::string wanted(font_preferences(role).front().name);
  missing_.push_back(label + "：没有 " + wanted + " 或同类字体，以 " + chain.front().face->place.postscript +
                     " 代替");
}

FontChains::LazyFace::LazyFace(FontFace found) : place(std::move(found)) {}
FontChains::LazyFace::~LazyFace() = default;
FontChains::~FontChains() = default;

const PdfFace& FontChains::LazyFace::open() const {
  std::call_once(once, [this] { opened = std::make_unique<PdfFace>(place); });
  return *opened;
}

bool FontChains::has_glyph(FontRole role, char32_t character) const {
  const ShownGlyph shown = show(role, character);
  return shown.face != nullptr || shown.invisible;
}

ShownGlyph FontChains::show(FontRole role, char32_t character) const {
  if (is_ignorable(character)) return {.advance = 0, .invisible = true};
  const char32_t twin = twin_of(character);
  if (twin != character) {
    const ShownGlyph shown = find_shown(role, twin);
    if (shown.face != nullptr) return shown;
  }
  return find_shown(role, character);
}

std::vector<std::string> FontChains::missing() const {
  // A character of the 通用规范汉字表 beyond the first plane: a font that has it was made for the whole list.
  constexpr char32_t probe = U'\U0002CB5A';
  std::vector<std::string> lines = missing_;
  if (!choices_.empty() && !has_glyph(FontRole::fang, probe)) {
    lines.emplace_back(
        "没有收字齐全的后备字体（如 BabelStone Han）：人名中的生僻字可能显示不出，可运行 scripts/fonts 备齐");
  }
  return lines;
}

const PdfFace* FontChains::find_first_face(FontRole role) const {
  const std::vector<Link>& chain = chains_[place_of(role)];
  return chain.empty() ? nullptr : &chain.front().face->open();
}

ShownGlyph FontChains::find_shown(FontRole role, char32_t character) const {
  for (const Link& link : chains_[place_of(role)]) {
    if (is_private(character) && link.preference.standing != FontStanding::standard) continue;
    const PdfFace& face = link.face->open();
    const std::uint16_t glyph = face.find_glyph(character);
    if (glyph != 0) return {&face, glyph, face.advance(glyph), link.preference.stroke, false};
  }
  return {};
}

}  // namespace nianbao
