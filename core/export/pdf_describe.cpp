// describe_pdf: what a PDF is, for `doctor --pdf`. The file may be anyone's and broken: sizes, depths and
// numbers of steps are bounded, and the outline and page trees are walked here, not by PoDoFo, whose own
// walks do not end on a circle.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

#include "base/text.h"
#include "export/pdf_export.h"
#include "export/pdf_objects.h"

namespace nianbao {
namespace {

using PoDoFo::PdfMemDocument;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;

constexpr std::uintmax_t kLargestFile = 512U << 20;
constexpr std::size_t kMostSteps = 100000;

[[noreturn]] void refuse(const std::string& path, const std::string& reason) {
  throw std::runtime_error(path + " " + reason);
}

// PoDoFo believes what it opens; what is plainly no PDF must not reach it.
void require_pdf(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) refuse(path, "不存在，或者不是文件");
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) refuse(path, "不能读取");
  if (size == 0) refuse(path, "是空文件，不是 PDF");
  if (size > kLargestFile) refuse(path, "超过 512 MB，不作分析");
  std::ifstream in(path, std::ios::binary);
  std::string head(1024, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  if (head.empty()) refuse(path, "不能读取：请检查文件权限");
  if (head.find("%PDF-") == std::string::npos) refuse(path, "不是 PDF：文件开头没有 %PDF- 标记");
}

bool says_encrypted(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return bytes.find("/Encrypt") != std::string::npos;
}

PdfObject* follow(PdfMemDocument& document, PdfObject* object) {
  for (int i = 0; i < 32 && object != nullptr && object->IsReference(); ++i) {
    object = document.GetObjects().GetObject(object->GetReference());
  }
  return object;
}

PdfObject* find_key(PdfMemDocument& document, PdfObject* object, const char* key) {
  if (object == nullptr || !object->IsDictionary()) return nullptr;
  return follow(document, object->GetDictionary().GetKey(PdfName(key)));
}

std::string name_of(PdfMemDocument& document, PdfObject* object, const char* key) {
  const PdfObject* value = find_key(document, object, key);
  return value != nullptr && value->IsName() ? value->GetName().GetName() : "";
}

// A name or text from the file, safe to print: one line of valid UTF-8, not endless.
std::string printable(const std::string& text) {
  static constexpr std::size_t kLongest = 200;
  std::string out;
  std::size_t i = 0;
  while (i < text.size() && out.size() < kLongest) {
    const char32_t c = next_code_point(text, i);
    if (c >= ' ' && c != 0x7F && !(c >= 0x80 && c < 0xA0)) append_utf8(out, c);
  }
  return i < text.size() ? out + "…" : out;
}

std::string text_of(PdfMemDocument& document, PdfObject* object, const char* key) {
  const PdfObject* value = find_key(document, object, key);
  const bool is_text = value != nullptr && (value->IsString() || value->IsHexString());
  return is_text ? printable(value->GetString().GetStringUtf8()) : "";
}

// A value that a page may take from a node above it.
PdfObject* find_inherited(PdfMemDocument& document, PdfObject* page, const char* key) {
  for (int depth = 0; depth < 64 && page != nullptr; ++depth) {
    PdfObject* value = find_key(document, page, key);
    if (value != nullptr) return value;
    page = find_key(document, page, "Parent");
  }
  return nullptr;
}

std::vector<PdfObject*> find_pages(PdfMemDocument& document) {
  std::vector<PdfObject*> pages, open = {find_key(document, document.GetCatalog(), "Pages")};
  std::set<const PdfObject*> seen;
  while (!open.empty() && seen.size() < kMostSteps) {
    PdfObject* node = open.back();
    open.pop_back();
    if (node == nullptr || !node->IsDictionary() || !seen.insert(node).second) continue;
    PdfObject* kids = find_key(document, node, "Kids");
    if (kids == nullptr || !kids->IsArray()) {
      pages.push_back(node);
      continue;
    }
    const std::size_t below = open.size();
    for (PdfObject& kid : kids->GetArray()) open.push_back(follow(document, &kid));
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(below), open.end());
  }
  return pages;
}

std::string paper(double width, double height) {
  const auto is = [&](double w, double h) { return std::fabs(width - w) < 2 && std::fabs(height - h) < 2; };
  std::string size = fmt::format("{:.0f} × {:.0f} mm", width * 25.4 / 72, height * 25.4 / 72);
  if (is(595.28, 841.89)) return "A4 竖向（" + size + "）";
  if (is(841.89, 595.28)) return "A4 横向（" + size + "）";
  return size;
}

std::string page_size(PdfMemDocument& document, PdfObject* page) {
  PdfObject* box = find_inherited(document, page, "MediaBox");
  if (box == nullptr || !box->IsArray() || box->GetArray().size() != 4) return "大小不明";
  double corner[4] = {0, 0, 0, 0};
  for (std::size_t i = 0; i < 4; ++i) {
    const PdfObject* value = follow(document, &box->GetArray()[i]);
    if (value != nullptr && (value->IsNumber() || value->IsReal())) corner[i] = value->GetReal();
  }
  std::string size = paper(std::fabs(corner[2] - corner[0]), std::fabs(corner[3] - corner[1]));
  const PdfObject* turn = find_inherited(document, page, "Rotate");
  if (turn != nullptr && turn->IsNumber() && turn->GetNumber() % 360 != 0) {
    size += fmt::format("，显示时转 {} 度", turn->GetNumber() % 360);
  }
  return size;
}

// "第 1–3 页：A4 竖向（…）", one line per stretch of equal pages.
void describe_pages(PdfMemDocument& document, std::vector<std::string>& lines) {
  const std::vector<PdfObject*> pages = find_pages(document);
  lines.push_back(fmt::format("页数：{}", pages.size()));
  for (std::size_t first = 0; first < pages.size();) {
    const std::string size = page_size(document, pages[first]);
    std::size_t next = first + 1;
    while (next < pages.size() && page_size(document, pages[next]) == size) ++next;
    const std::string range =
        next - first == 1 ? fmt::format("第 {} 页", next) : fmt::format("第 {}–{} 页", first + 1, next);
    lines.push_back(fmt::format("{}：{}", range, size));
    first = next;
  }
}

// The CID font below a Type0 font, else the font itself: it is the one with the descriptor.
PdfObject* described_font(PdfMemDocument& document, PdfObject* font) {
  PdfObject* below = find_key(document, font, "DescendantFonts");
  if (below == nullptr || !below->IsArray() || below->GetArray().empty()) return font;
  PdfObject* first = follow(document, &below->GetArray()[0]);
  return first == nullptr ? font : first;
}

std::string describe_font(PdfMemDocument& document, PdfObject* font) {
  std::string name = printable(name_of(document, font, "BaseFont"));
  PdfObject* descriptor = find_key(document, described_font(document, font), "FontDescriptor");
  const bool type3 = name_of(document, font, "Subtype") == "Type3";
  const bool embedded = type3 || find_key(document, descriptor, "FontFile") != nullptr ||
                        find_key(document, descriptor, "FontFile2") != nullptr ||
                        find_key(document, descriptor, "FontFile3") != nullptr;
  const bool subset = name.size() > 7 && name[6] == '+';
  const bool text = find_key(document, font, "ToUnicode") != nullptr;
  if (name.empty()) name = "（无名）";
  return fmt::format("字体 {}：{}，{}，{}", name, embedded ? "已嵌入" : "没有嵌入",
                     subset ? "子集" : "非子集", text ? "文字可检索" : "没有 ToUnicode（文字可能不能检索）");
}

void describe_fonts(PdfMemDocument& document, std::vector<std::string>& lines) {
  std::set<std::string> fonts;
  for (PdfObject* object : document.GetObjects()) {
    if (name_of(document, object, "Type") != "Font") continue;
    const std::string subtype = name_of(document, object, "Subtype");
    if (subtype != "CIDFontType0" && subtype != "CIDFontType2") fonts.insert(describe_font(document, object));
  }
  lines.push_back(fmt::format("字体数：{}", fonts.size()));
  lines.insert(lines.end(), fonts.begin(), fonts.end());
}

std::size_t count_bookmarks(PdfMemDocument& document) {
  std::set<const PdfObject*> seen;
  std::vector<PdfObject*> open = {
      find_key(document, find_key(document, document.GetCatalog(), "Outlines"), "First")};
  while (!open.empty() && seen.size() < kMostSteps) {
    PdfObject* item = open.back();
    open.pop_back();
    if (item == nullptr || !item->IsDictionary() || !seen.insert(item).second) continue;
    open.push_back(find_key(document, item, "Next"));
    open.push_back(find_key(document, item, "First"));
  }
  return seen.size();
}

std::string version_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string head(1024, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  const std::size_t mark = head.find("%PDF-");
  return mark == std::string::npos ? "" : printable(head.substr(mark + 5, 3));
}

std::vector<std::string> describe(PdfMemDocument& document, const std::string& path) {
  std::vector<std::string> lines = {"PDF 版本：" + version_of(path)};
  PoDoFo::PdfInfo* held = document.GetInfo();
  PdfObject* info = held == nullptr ? nullptr : held->GetObject();
  const std::string title = text_of(document, info, "Title"), author = text_of(document, info, "Author");
  lines.push_back("标题：" + (title.empty() ? "（无）" : title));
  if (!author.empty()) lines.push_back("作者：" + author);
  lines.emplace_back(document.GetEncrypted() ? "加密：有" : "加密：无");
  describe_pages(document, lines);
  lines.push_back(fmt::format("书签：{} 个", count_bookmarks(document)));
  describe_fonts(document, lines);
  return lines;
}

}  // namespace

std::vector<std::string> describe_pdf(const std::string& path) {
  require_pdf(path);
  quiet_podofo();
  try {
    PdfMemDocument document;
    document.Load(path.c_str());
    return describe(document, path);
  } catch (const PoDoFo::PdfError& error) {
    // Older ciphers are refused by today's OpenSSL, and PoDoFo then speaks of an internal error.
    if (says_encrypted(path)) refuse(path, "已加密，不能打开：请先去除密码，另存一份再试");
    refuse(path, std::string("不能作为 PDF 读取，文件可能已损坏（") +
                     PoDoFo::PdfError::ErrorName(error.GetError()) + "）");
  }
}

}  // namespace nianbao
