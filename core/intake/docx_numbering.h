// Numbers that Word counts by itself and does not write into the text (自动编号): a paragraph names a list
// and a level, numbering.xml says how its number looks: （%1）, 一、, 1. What a paragraph's style names
// counts as well.
//
// Invariant: a number in a way of writing that is not known gives nothing, and is counted as such.
#pragma once

#include <array>
#include <map>
#include <string>

#include "intake/xlsx_package.h"

namespace nianbao {

inline constexpr int kNumberingLevels = 9;

// What a paragraph says of its number; a list 0 is none.
struct ParagraphNumber {
  std::string list;  // numId
  int level = 0;
};

class DocxNumbering {
 public:
  // Without the parts in question there are no numbers. False with the fault reported.
  bool read(const XlsxPackage& package, XlsxReport& report);

  // The number of the next paragraph, counted on; empty for none. `style` is used where the paragraph says
  // nothing itself.
  std::string next(const ParagraphNumber* own, const std::string& style);
  // Numbers that could not be written.
  int unknown() const { return unknown_; }

 private:
  friend class NumberingSink;
  friend class StyleSink;

  struct Level {
    int start = 1;
    std::string format = "decimal", text;
  };
  using Levels = std::array<Level, kNumberingLevels>;

  std::string write(const Levels& levels, const std::array<int, kNumberingLevels>& counts, int level);

  std::map<std::string, Levels> looks_;                              // by abstractNumId
  std::map<std::string, std::string> look_of_;                       // numId -> abstractNumId
  std::map<std::string, ParagraphNumber> styles_;                    // by styleId
  std::map<std::string, std::array<int, kNumberingLevels>> counts_;  // by abstractNumId: 0 is not begun
  int unknown_ = 0;
};

}  // namespace nianbao
