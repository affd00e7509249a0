#include "intake/grid_signature.h"

#include <algorithm>
#include <fstream>
#include <string_view>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kBlock = 64UL * 1024;

struct Magic {
  std::string_view bytes;
  const char* name;
};

constexpr Magic kMagics[] = {
    {"\x89PNG", "PNG 图片"},
    {"\xFF\xD8\xFF", "JPEG 图片"},
    {"GIF8", "GIF 图片"},
    {"%PDF", "PDF 文件"},
    {"Rar!", "RAR 压缩包"},
    {"7z\xBC\xAF\x27\x1C", "7z 压缩包"},
    {"\x1F\x8B\x08", "gzip 压缩包"},
    {"{\\rtf", "RTF 文档"},
    {std::string_view("II*\0", 4), "TIFF 图片"},
    {std::string_view("MM\0*", 4), "TIFF 图片"},
    {std::string_view("SQLite format 3\0", 16), "SQLite 数据库"},
};

constexpr Magic kMarkups[] = {
    {"<html", "HTML 网页"}, {"<!doctype html", "HTML 网页"}, {"<table", "HTML 网页"}, {"<?xml", "XML 文件"}};

constexpr std::string_view kPackage("PK\x03\x04", 4);
constexpr std::string_view kEmptyPackage("PK\x05\x06", 4);
constexpr std::string_view kCompound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

const char* find_markup(std::string_view head) {
  if (starts_with(head, "\xEF\xBB\xBF")) head.remove_prefix(3);
  std::string start(head.substr(0, 512));
  start.erase(0, start.find_first_not_of(" \t\r\n"));
  start = small_letters(std::move(start));
  for (const Magic& markup : kMarkups) {
    if (starts_with(start, markup.bytes)) return markup.name;
  }
  return nullptr;
}

const char* find_other(std::string_view head) {
  for (const Magic& magic : kMagics) {
    if (starts_with(head, magic.bytes)) return magic.name;
  }
  // "BM" alone may begin a text.
  if (starts_with(head, "BM") && head.substr(6, 4) == std::string_view("\0\0\0\0", 4)) return "BMP 图片";
  if (starts_with(head, "RIFF") && head.substr(8, 4) == "WEBP") return "WebP 图片";
  return find_markup(head);
}

// The name of the stream that says how the package inside is encrypted, as directories spell it.
bool has_encryption_info(std::ifstream& file) {
  std::string name;
  for (const char c : std::string_view("EncryptionInfo")) name.append(1, c).append(1, '\0');
  std::string text;
  std::string block(kBlock, '\0');
  file.clear();
  file.seekg(0);
  while (file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    text.append(block, 0, static_cast<std::size_t>(file.gcount()));
    if (text.find(name) != std::string::npos) return true;
    text.erase(0, text.size() - std::min(text.size(), name.size()));
  }
  return false;
}

}  // namespace

FileSignature sign_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(4096, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));

  FileSignature signature;
  signature.has_zero_bytes = head.find('\0') != std::string::npos;
  if (starts_with(head, kPackage) || starts_with(head, kEmptyPackage)) {
    signature.kind = FileKind::package;
  } else if (head.size() < kPackage.size() && starts_with(kPackage, head) && head.size() >= 2) {
    signature.kind = FileKind::cut_package;
  } else if (starts_with(head, kCompound)) {
    signature.kind = has_encryption_info(file) ? FileKind::encrypted_office : FileKind::old_office;
  } else if (const char* name = find_other(head)) {
    signature.kind = FileKind::other;
    signature.name = name;
  }
  return signature;
}

}  // namespace nianbao
