// Fonts made on the spot, so that the tests of names, rights, chains and files need no font of the machine:
// OpenType with a name-keyed CFF, every glyph a box (of its own height, so that they can be told apart by
// eye).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace nianbao {

struct MadeName {
  int platform = 3, encoding = 1, id = 1;
  std::string bytes;  // in the platform's encoding
};

struct MadeFont {
  std::vector<MadeName> names;
  std::u32string characters;
  int width = 1000;
  int rights = 0;  // OS/2 fsType
};

inline std::string big_endian(std::uint32_t value, int size) {
  std::string out;
  for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
  return out;
}
inline std::string u16(std::uint32_t value) {
  return big_endian(value & 0xFFFF, 2);
}
inline std::string u32(std::uint32_t value) {
  return big_endian(value, 4);
}

// A Windows name in UTF-16.
inline MadeName windows_name(int id, const std::u16string& text) {
  MadeName name{3, 1, id, {}};
  for (const char16_t unit : text) name.bytes += u16(unit);
  return name;
}

// Family, full and PostScript name of a regular face.
inline std::vector<MadeName> regular_names(const std::u16string& family, const std::u16string& postscript) {
  return {windows_name(1, family), windows_name(2, u"Regular"), windows_name(4, family),
          windows_name(6, postscript)};
}

inline std::string name_table(const std::vector<MadeName>& names) {
  std::string records, storage;
  for (const MadeName& name : names) {
    records += u16(static_cast<std::uint32_t>(name.platform)) +
               u16(static_cast<std::uint32_t>(name.encoding)) + u16(0) +
               u16(static_cast<std::uint32_t>(name.id)) + u16(static_cast<std::uint32_t>(name.bytes.size())) +
               u16(static_cast<std::uint32_t>(storage.size()));
    storage += name.bytes;
  }
  const auto count = static_cast<std::uint32_t>(names.size());
  return u16(0) + u16(count) + u16(6 + 12 * count) + records + storage;
}

inline std::string cff_index(const std::vector<std::string>& items) {
  if (items.empty()) return u16(0);
  std::string offsets = u32(1), data;
  for (const std::string& item : items) {
    data += item;
    offsets += u32(static_cast<std::uint32_t>(data.size() + 1));
  }
  return u16(static_cast<std::uint32_t>(items.size())) + '\4' + offsets + data;
}

// A box from the baseline up, standing 100 from the left.
inline std::string box_glyph(int height) {
  const auto number = [](int value) { return '\x1C' + u16(static_cast<std::uint32_t>(value)); };
  return number(100) + number(0) + '\x15' + number(800) + '\6' + number(height) + '\7' + number(-800) +
         "\6\x0E";
}

inline std::string cff_table(std::size_t glyphs) {
  const auto number = [](std::size_t value) { return '\x1D' + u32(static_cast<std::uint32_t>(value)); };
  std::vector<std::string> boxes;
  std::string charset(1, '\0');
  for (std::size_t i = 0; i < glyphs; ++i) {
    boxes.push_back(box_glyph(400 + static_cast<int>(i % 8) * 50));
    if (i > 0) charset += u16(static_cast<std::uint32_t>(i));
  }
  const std::string char_strings = cff_index(boxes), private_dict = '\x1C' + u16(1000) + '\x14';
  const std::string head = std::string("\1\0\4\4", 4) + cff_index({"Made"});
  const std::size_t top_size = cff_index({std::string(23, ' ')}).size();
  const std::size_t charset_at = head.size() + top_size + 4, strings_at = charset_at + charset.size();
  const std::string top = number(charset_at) + '\x0F' + number(strings_at) + '\x11' +
                          number(private_dict.size()) + number(strings_at + char_strings.size()) + '\x12';
  return head + cff_index({top}) + cff_index({}) + cff_index({}) + charset + char_strings + private_dict;
}

// Format 12, one group per character.
inline std::string cmap_table(std::u32string characters) {
  std::sort(characters.begin(), characters.end());
  std::string groups;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    groups += u32(characters[i]) + u32(characters[i]) + u32(static_cast<std::uint32_t>(i + 1));
  }
  const auto count = static_cast<std::uint32_t>(characters.size());
  return u16(0) + u16(1) + u16(3) + u16(10) + u32(12) + u16(12) + u16(0) + u32(16 + 12 * count) + u32(0) +
         u32(count) + groups;
}

using MadeTables = std::vector<std::pair<std::string, std::string>>;

inline MadeTables made_tables(const MadeFont& font) {
  const std::size_t glyphs = font.characters.size() + 1;
  const std::string count = u16(static_cast<std::uint32_t>(glyphs)),
                    width = u16(static_cast<std::uint32_t>(font.width));
  std::string metrics;
  for (std::size_t i = 0; i < glyphs; ++i) metrics += width + u16(0);
  const std::string head = u32(0x00010000) + u32(0) + u32(0) + u32(0x5F0F3CF5) + u16(0) + u16(1000) +
                           std::string(16, '\0') + u16(0) + u16(0) + u16(1000) + u16(1000) + u16(0) + u16(8) +
                           u16(2) + u16(0) + u16(0);
  const std::string hhea =
      u32(0x00010000) + u16(880) + u16(65416) + u16(0) + width + std::string(22, '\0') + count;
  return {{"CFF ", cff_table(glyphs)},
          {"OS/2", u16(4) + u16(0) + u16(400) + u16(5) + u16(static_cast<std::uint32_t>(font.rights)) +
                       std::string(86, '\0')},
          {"cmap", cmap_table(font.characters)},
          {"head", head},
          {"hhea", hhea},
          {"hmtx", metrics},
          {"maxp", u32(0x00005000) + count},
          {"name", name_table(font.names)}};
}

// The directory and then the tables, for a font that begins at `start` of its file.
inline std::string sfnt(const MadeTables& tables, std::size_t start = 0) {
  const auto count = static_cast<std::uint32_t>(tables.size());
  std::string directory = "OTTO" + u16(count) + u16(0) + u16(0) + u16(0), data;
  const std::size_t data_start = start + directory.size() + tables.size() * 16;
  for (const auto& [tag, bytes] : tables) {
    directory += tag + u32(0) + u32(static_cast<std::uint32_t>(data_start + data.size())) +
                 u32(static_cast<std::uint32_t>(bytes.size()));
    data += bytes + std::string((4 - bytes.size() % 4) % 4, '\0');
  }
  return directory + data;
}

inline std::string made_font(const MadeFont& font) {
  return sfnt(made_tables(font));
}

// A collection of two faces.
inline std::string made_collection(const MadeFont& first, const MadeFont& second) {
  const std::size_t start = 12 + 8;
  const std::string one = sfnt(made_tables(first), start);
  const std::string two = sfnt(made_tables(second), start + one.size());
  return "ttcf" + u32(0x00010000) + u32(2) + u32(start) +
         u32(static_cast<std::uint32_t>(start + one.size())) + one + two;
}

}  // namespace nianbao
