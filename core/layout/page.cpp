#include "layout/page.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"

namespace nianbao {
namespace {

// To 0.1, and never "-0.0".
std::string tenth(double value) {
  const double rounded = std::round(value * 10) / 10;
  return fmt::format("{:.1f}", rounded == 0 ? 0.0 : rounded);
}

const char* role_name(FontRole role) {
  switch (role) {
    case FontRole::title:
      return "title";
    case FontRole::song:
      return "song";
    case FontRole::hei:
      return "hei";
    case FontRole::kai:
      return "kai";
    case FontRole::fang:
      return "fang";
    case FontRole::fang_bold:
      return "fang_bold";
  }
  return "";
}

std::string hex(Colour colour) {
  return fmt::format("#{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
}

std::string dump_text(const char* kind, const PlacedText& text) {
  std::string line =
      fmt::format("{} {} {} {} {} {} |{}|", kind, tenth(text.x), tenth(text.y), role_name(text.role),
                  tenth(text.size), tenth(text.letter_spacing), to_utf8(text.text));
  if (text.colour != kBlack) line += " " + hex(text.colour);
  if (!text.link.empty()) line += " " + text.link;
  return line + "\n";
}

}  // namespace

std::string dump(const PageSet& pages) {
  std::string out = pages.draft ? "draft\n" : "";
  int number = 0;
  for (const Page& page : pages.pages) {
    out += fmt::format("page {}{}\n", ++number, page.rotated ? " rotated" : "");
    for (const PlacedText& text : page.texts) out += dump_text("text", text);
    for (const PlacedLine& line : page.lines)
      out +=
          fmt::format("line {} {} {} {}\n", tenth(line.x1), tenth(line.y1), tenth(line.x2), tenth(line.y2));
    for (const PlacedBox& box : page.boxes)
      out += fmt::format("box {} {} {} {} {}\n", tenth(box.x), tenth(box.y), tenth(box.width),
                         tenth(box.height), hex(box.colour));
    if (!page.number.text.empty()) out += dump_text("number", page.number);
  }
  for (const Bookmark& mark : pages.bookmarks)
    out += fmt::format("bookmark {} page {} {} |{}|\n", mark.level, mark.page + 1, tenth(mark.y), mark.title);
  return out;
}

}  // namespace nianbao
