// What prose says in numbers: “新收申请388件”, “其中自然人301件”, “予以公开及部分公开258件”,
// “占办结总数的33.9%”, “较上年增长12.5%”, “按期办结率98.5%”. A table of phrases, which packs extend, ties a
// number to the figures that its words name. A number that no phrase explains, or whose words speak of
// something else (another year, one unit, one topic), is left alone: a wrong tie would be worse than none.
//
// The tie is close by design: between phrase and number only words of no meaning of their own may stand
// (申请, 共, 为 …), before the number or right behind it, within one sentence. Reading takes time in
// proportion to the line, whatever stands in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/phrase_book.h"

namespace nianbao {

using FigureNames = std::vector<std::string>;  // to be added up; one that begins with "-" is taken away

struct ProseClaim {
  enum class Kind {
    count,      // the figure is this
    share,      // the figure is this part of the total of table 三, or of `wholes`
    growth,     // the figure grew or fell by this percentage against last year
    change,     // … by this number
    last_year,  // the figure of last year was this
    rate,       // reading and whole of the same place make this percentage
    denial      // the figure is 0
  };
  Kind kind = Kind::count;
  std::size_t begin = 0, end = 0;     // bytes of `text` in the line
  std::string text;                   // "约3600余件", "33.9%"; of a denial its words
  std::string words;                  // the phrases that tied it: "予以公开及部分公开"
  bool falls = false;                 // growth, change: 下降, 减少
  std::string own_count;              // share, growth, change: the number that the prose itself gives, if any
  std::string own_before;             // growth, change: last year's number as the prose gives it, if it does
  std::vector<FigureNames> readings;  // one reading must hold
  bool names_whole = false;           // share: the prose names its whole by a phrase: 占新收的
  std::vector<FigureNames> wholes = {};  // rate: of each reading; share: what the prose names, if it does
};

class ClaimReader {
 public:
  ClaimReader(std::vector<Phrase> phrases, ProseContext context);

  // The claims of one line of text, in order. Bytes 0x02 are places bound to figures: boundaries, and right.
  // `is_about_requests`: the whole text is, as section 一（二） of the report; others have to say so.
  // Stops behind the sentence that reaches `most`.
  std::vector<ProseClaim> read(std::string_view line, bool is_about_requests = false,
                               std::size_t most = std::string_view::npos) const;

 private:
  PhraseBook book_;
};

inline constexpr char kBoundPlace = '\x02';

}  // namespace nianbao
