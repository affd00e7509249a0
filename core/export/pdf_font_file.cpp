#include "export/pdf_font_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/gb18030.h"
#include "base/text.h"

namespace nianbao {
namespace {

constexpr std::uint32_t kMaxFaces = 64;
constexpr std::uint32_t kMaxTables = 256;
constexpr std::uint32_t kMaxNameTable = 1 << 20;

constexpr std::uint32_t tag(const char (&text)[5]) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(text[i]);
  return value;
}

// A file read by position. pread and not a mapping: a file that shrinks meanwhile must not kill the program.
class FontFile {
 public:
  explicit FontFile(const std::string& path) : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~FontFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  FontFile(const FontFile&) = delete;
  FontFile& operator=(const FontFile&) = delete;

  // Exactly `length` bytes, or nothing.
  std::string read(std::uint64_t offset, std::size_t length) const {
    std::string bytes(length, '\0');
    const ssize_t got = pread(descriptor_, bytes.data(), length, static_cast<off_t>(offset));
    if (got != static_cast<ssize_t>(length)) bytes.clear();
    return bytes;
  }

 private:
  int descriptor_;
};

// Big-endian numbers; what lies outside reads as 0.
std::uint32_t number(std::string_view bytes, std::size_t offset, int size) {
  if (offset + static_cast<std::size_t>(size) > bytes.size()) return 0;
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[offset + static_cast<std::size_t>(i)]);
  }
  return value;
}

struct TableEntry {
  std::uint32_t tag = 0, offset = 0, length = 0;
};

bool is_sfnt(std::uint32_t version) {
  return version == 0x00010000 || version == tag("OTTO") || version == tag("true");
}

std::vector<TableEntry> read_directory(const FontFile& file, std::uint32_t start) {
  const std::string head = file.read(start, 12);
  const std::uint32_t count = number(head, 4, 2);
  if (!is_sfnt(number(head, 0, 4)) || count > kMaxTables) return {};
  const std::string bytes = file.read(std::uint64_t{start} + 12, std::size_t{count} * 16);
  std::vector<TableEntry> entries(bytes.size() / 16);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i] = {number(bytes, i * 16, 4), number(bytes, i * 16 + 8, 4), number(bytes, i * 16 + 12, 4)};
  }
  return entries;
}

std::vector<std::uint32_t> face_offsets(const FontFile& file) {
  const std::string head = file.read(0, 12);
  if (number(head, 0, 4) != tag("ttcf")) return {0};
  const std::uint32_t count = std::min(number(head, 8, 4), kMaxFaces);
  const std::string bytes = file.read(12, std::size_t{count} * 4);
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = 0; i < bytes.size(); i += 4) offsets.push_back(number(bytes, i, 4));
  return offsets;
}

const TableEntry* find_table(const std::vector<TableEntry>& directory, std::uint32_t wanted) {
  const auto found = std::find_if(directory.begin(), directory.end(),
                                  [&](const TableEntry& entry) { return entry.tag == wanted; });
  return found == directory.end() ? nullptr : &*found;
}

std::string from_utf16(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i + 2 <= bytes.size(); i += 2) {
    char32_t unit = number(bytes, i, 2);
    if (unit >= 0xD800 && unit < 0xDC00 && i + 4 <= bytes.size()) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (number(bytes, i + 2, 2) & 0x3FF);
      i += 2;
    }
    append_utf8(out, unit);
  }
  return out;
}

// Older Chinese fonts keep their names as GB bytes, on the Windows platform padded with zeros.
std::string from_gb(std::string_view bytes) {
  std::string packed;
  std::copy_if(bytes.begin(), bytes.end(), std::back_inserter(packed), [](char c) { return c != '\0'; });
  return gb18030_to_utf8(packed).value_or("");
}

std::string decode_name(std::uint32_t platform, std::uint32_t encoding, std::string_view bytes) {
  static constexpr std::uint32_t kWindows = 3, kMacintosh = 1, kWindowsPrc = 3, kMacSimplified = 25;
  if (platform == kWindows && encoding == kWindowsPrc) return from_gb(bytes);
  if (platform == kMacintosh) {
    const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0; });
    if (ascii) return std::string(bytes);
    return encoding == kMacSimplified ? from_gb(bytes) : "";
  }
  return from_utf16(bytes);
}

bool names_regular_style(const std::string& key) {
  static constexpr std::array<std::string_view, 8> kRegular = {"regular", "normal", "book", "roman",
                                                               "r",       "常规",   "标准", "標準"};
  return std::find(kRegular.begin(), kRegular.end(), key) != kRegular.end();
}

struct NameLists {
  std::vector<std::string> families, styles, exact;
  std::string postscript;
};

void add_name(NameLists& lists, std::uint32_t id, const std::string& name) {
  static constexpr std::uint32_t kFamily = 1, kStyle = 2, kFull = 4, kPostScript = 6;
  if (name.empty()) return;
  if (id == kFamily) lists.families.push_back(name_key(name));
  if (id == kStyle) lists.styles.push_back(name_key(name));
  if (id == kFull || id == kPostScript) lists.exact.push_back(name_key(name));
  if (id == kPostScript && lists.postscript.empty()) lists.postscript = name;
}

NameLists read_names(const std::string& table) {
  static constexpr std::uint32_t kIdsWanted = 1U << 1 | 1U << 2 | 1U << 4 | 1U << 6;
  NameLists lists;
  const std::uint32_t count = number(table, 2, 2), storage = number(table, 4, 2);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t record = 6 + std::size_t{12} * i;
    const std::uint32_t id = number(table, record + 6, 2);
    if (id > 6 || (kIdsWanted >> id & 1) == 0) continue;
    const std::size_t start = storage + number(table, record + 10, 2), length = number(table, record + 8, 2);
    if (start + length > table.size()) continue;
    const std::string_view bytes(table.data() + start, length);
    add_name(lists, id, decode_name(number(table, record, 2), number(table, record + 2, 2), bytes));
  }
  return lists;
}

// The family's name stands for its regular face alone, else the bold face could pass for it.
std::vector<std::string> names_of(NameLists lists) {
  const bool regular =
      lists.styles.empty() || std::any_of(lists.styles.begin(), lists.styles.end(), names_regular_style);
  if (regular) lists.exact.insert(lists.exact.end(), lists.families.begin(), lists.families.end());
  std::sort(lists.exact.begin(), lists.exact.end());
  lists.exact.erase(std::unique(lists.exact.begin(), lists.exact.end()), lists.exact.end());
  return std::move(lists.exact);
}

}  // namespace

std::vector<FontFace> read_font_faces(const std::string& path) {
  const FontFile file(path);
  std::vector<FontFace> faces;
  int index = -1;
  for (const std::uint32_t offset : face_offsets(file)) {
    ++index;
    const std::vector<TableEntry> directory = read_directory(file, offset);
    const TableEntry* table = find_table(directory, tag("name"));
    if (table == nullptr || table->length > kMaxNameTable) continue;
    NameLists lists = read_names(file.read(table->offset, table->length));
    std::string postscript = lists.postscript;
    std::vector<std::string> names = names_of(std::move(lists));
    if (!names.empty()) faces.push_back({path, index, std::move(postscript), std::move(names)});
  }
  return faces;
}

FontUse read_font_use(const FontFace& face) {
  static constexpr std::uint32_t kLicenceBits = 0x000F, kRestricted = 0x0002, kNoSubsetting = 0x0100,
                                 kBitmapOnly = 0x0200;
  const FontFile file(face.path);
  const std::vector<std::uint32_t> offsets = face_offsets(file);
  if (static_cast<std::size_t>(face.index) >= offsets.size()) return FontUse::not_supported;
  const auto directory = read_directory(file, offsets[static_cast<std::size_t>(face.index)]);
  const bool outlines =
      find_table(directory, tag("glyf")) != nullptr || find_table(directory, tag("CFF ")) != nullptr;
  if (!outlines || find_table(directory, tag("fvar")) != nullptr) return FontUse::not_supported;
  const TableEntry* os2 = find_table(directory, tag("OS/2"));
  const std::uint32_t type = os2 == nullptr ? 0 : number(file.read(std::uint64_t{os2->offset} + 8, 2), 0, 2);
  const bool refused = (type & kLicenceBits) == kRestricted || (type & (kNoSubsetting | kBitmapOnly)) != 0;
  return refused ? FontUse::not_permitted : FontUse::embeddable;
}

}  // namespace nianbao
