// What prose says in numbers: “新收申请388件”, “其中自然人301件”, “予以公开及部分公开258件”,
// “占办结总数的33.9%”. A table of phrases, which packs extend, ties a number to the figures that its words
// name. A number that no phrase explains, or whose words speak of something else (another year, one unit, one
// topic), is left alone: a wrong tie would be worse than none.
//
// The tie is close by design: between phrase and number only words of no meaning of their own may stand
// (申请, 共, 为 …), before the number or right behind it, within one sentence.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/number_text.h"

namespace nianbao {

// One phrase of the table. `figures` are the readings of which one must hold; each names figures by their
// JSON names, several joined by " + "; ".*" at the end stands for the applicant of the context, else the
// total. A phrase with a `column` names an applicant of table 三 instead.
struct Phrase {
  std::string word;
  std::vector<std::string> figures;
  std::vector<std::string> columns;     // "enterprise", or several that are added
  std::vector<std::string> units;       // measure words it goes with; "" where none follows
  std::vector<std::string> needs = {};  // one of these must stand in the paragraph; empty: nothing needed
};

struct ProseClaim {
  enum class Kind {
    count,  // the figure is this
    share,  // the figure is this part of the total of table 三
    growth  // the figure grew or fell by this against last year
  };
  Kind kind = Kind::count;
  std::size_t begin = 0, end = 0;                  // bytes of `text` in the line
  std::string text;                                // "约3600余件", "33.9%"
  std::string words;                               // the phrases that tied it: "予以公开及部分公开"
  bool falls = false;                              // growth: 下降, 减少
  std::string own_count;                           // share: the number that the prose itself gives, if any
  std::vector<std::vector<std::string>> readings;  // names to be added up; one reading must hold
};

struct ProseContext {
  int year = 0;
  std::set<std::string> unit_names;  // a sentence that speaks of one of them is not of the whole body
  std::string issuer;                // nor is the body itself a unit
};

class ClaimReader {
 public:
  ClaimReader(std::vector<Phrase> phrases, ProseContext context);

  // The claims of one line of text, in order. Bytes 0x02 are places bound to figures: boundaries, and right.
  // `is_about_requests`: the whole text is, as section 一（二） of the report; others have to say so.
  std::vector<ProseClaim> read(std::string_view line, bool is_about_requests = false) const;

 private:
  std::vector<Phrase> phrases_;  // longest word first
  ProseContext context_;
};

inline constexpr char kBoundPlace = '\x02';

}  // namespace nianbao
