// Of what a sentence speaks: of the whole body and the year, or of something else from some place on. Another
// year, a part of the year, one unit, one topic, one channel, what is planned, what is quoted: numbers there
// are not those of the figures. Doubt counts as something else.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "rules/phrase_book.h"

namespace nianbao {

struct TextSpan {
  std::size_t begin = 0, end = 0;  // bytes
};

// Bytes of 上年, 去年同期, 2023年 (for 2024) at the head of `text`; 0 where it does not begin so.
std::size_t last_year_size(std::string_view text, int year);
// The places that compare with last year: 同比, 较上年, 与去年同期相比.
std::vector<TextSpan> find_comparisons(std::string_view text, int year);

class ProseScope {
 public:
  // `known`: phrases and comparisons, in order; words inside them mean nothing else.
  ProseScope(std::string_view text, const std::vector<TextSpan>& known, const PhraseBook& book);

  // Something else is spoken of before this place of the sentence …
  bool is_elsewhere(std::size_t at) const { return elsewhere_ <= at; }
  // … or before it within its clause.
  bool is_of_others(std::size_t at) const;
  bool is_quoted(std::size_t at) const;
  std::size_t clause_begin(std::size_t at) const;
  // Where all clauses but the first begin.
  const std::vector<std::size_t>& clause_begins() const { return clauses_; }
  // From here on something else is spoken of.
  void leave_at(std::size_t at);

 private:
  std::size_t read_place(std::size_t at, const PhraseBook& book);
  void read_mark(std::size_t at);
  bool names_other_year(std::size_t at, int year) const;
  bool names_part_of_year(std::size_t at) const;

  std::string_view text_;
  std::size_t elsewhere_ = std::string_view::npos;
  std::vector<std::size_t> clauses_, others_;  // where clauses begin, and where words of others do
  std::vector<std::size_t> opened_;
  std::vector<TextSpan> quotes_;
};

}  // namespace nianbao
