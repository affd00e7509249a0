#include "rules/prose_sentence.h"

#include <algorithm>

#include "base/text.h"
#include "rules/prose_claims.h"
#include "rules/prose_words.h"

namespace nianbao {

namespace {

constexpr std::string_view kOpen = "（", kClose = "）";

bool has_needed_words(const Phrase& phrase, const std::set<std::string>& met) {
  if (phrase.needs.empty()) return true;
  return std::any_of(phrase.needs.begin(), phrase.needs.end(),
                     [&](const std::string& word) { return met.count(word) > 0; });
}

// “受理行政复议”, “办理结果”: words that begin as a phrase does and are none.
std::size_t longest_other(std::string_view text) {
  return std::max({prose::other_scope().at(text).size, prose::other_clause().at(text).size,
                   prose::plain_head().at(text).size});
}

std::string_view part_of(const Phrase& phrase) {
  const std::string_view figure = phrase.figures.front();
  return figure.substr(0, figure.find('.'));
}

}  // namespace

Sentence::Sentence(std::string_view text, const PhraseBook& book, const std::set<std::string>& met,
                   const Phrase* before)
    : text_(text),
      issuer_(book.context().issuer),
      year_(book.context().year),
      numbers_(find_numbers(text)),
      comparisons_(find_comparisons(text, year_)),
      scope_({}, {}, book) {
  find_phrases(book, met);
  find_marks();
  scope_ = ProseScope(text_, known_spans(), book);
  plain_ = PlainClauses(*this, before);
}

void Sentence::find_phrases(const PhraseBook& book, const std::set<std::string>& met) {
  auto comparison = comparisons_.begin();
  for (std::size_t i = 0; i < text_.size();) {
    while (comparison != comparisons_.end() && comparison->end <= i) ++comparison;
    std::size_t size = carried_bracket(i);
    if (size == 0 && comparison != comparisons_.end() && comparison->begin == i) size = comparison->end - i;
    const Phrase* phrase = size == 0 ? book.at(text_.substr(i)) : nullptr;
    // “受理行政复议”, “行政复议机构”: more than the phrase, and something else.
    const std::size_t other =
        phrase == nullptr ? prose::everyone().at(text_.substr(i)).size : longest_other(text_.substr(i));
    if (phrase == nullptr) size = std::max(size, other);
    if (phrase != nullptr && other > phrase->word.size()) {
      size = other;
    } else if (phrase != nullptr) {
      size = phrase->word.size();
      if (has_needed_words(*phrase, met)) occurrences_.push_back({i, i + size, phrase});
    }
    i += size > 0 ? size : character_size(text_.substr(i));
  }
}

void Sentence::find_marks() {
  for (const NumberMention& number : numbers_) {
    // “三类内部事务信息” is a name.
    const auto behind = first_phrase(number.begin + 1);
    if (behind != occurrences_.begin() && (behind - 1)->end > number.begin) continue;
    marks_.push_back({number.said, number.after, &number, number.unit, number.percent});
  }
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] != kBoundPlace) continue;
    const std::string_view rest = text_.substr(i + 1);
    const std::string_view unit = rest.substr(0, starts_with(rest, "%") ? 1 : measure_word_size(rest));
    marks_.push_back({i, i + 1 + unit.size(), nullptr, unit, unit == "%"});
  }
  std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
}

std::vector<TextSpan> Sentence::known_spans() const {
  std::vector<TextSpan> spans = comparisons_;
  for (const Occurrence& occurrence : occurrences_) spans.push_back({occurrence.begin, occurrence.end});
  std::sort(spans.begin(), spans.end(),
            [](const TextSpan& a, const TextSpan& b) { return a.begin < b.begin; });
  return spans;
}

std::vector<Occurrence>::const_iterator Sentence::first_phrase(std::size_t at) const {
  return std::lower_bound(
      occurrences_.begin(), occurrences_.end(), at,
      [](const Occurrence& occurrence, std::size_t place) { return occurrence.begin < place; });
}

Tie Sentence::tied_before(std::size_t at, std::size_t from) const {
  Tie tied;
  std::size_t edge = at;
  for (auto next = first_phrase(at); next != occurrences_.begin();) {
    const Occurrence& occurrence = *--next;
    if (occurrence.end > edge || !occurrence.phrase->is_tied()) break;
    if (occurrence.begin < from) break;
    const bool joins = tied.empty() ? is_glue(occurrence.end, edge)
                                    : goes_with(occurrence, *tied.back(), between(occurrence.end, edge));
    if (!joins) break;
    tied.push_back(&occurrence);
    edge = occurrence.begin;
  }
  std::reverse(tied.begin(), tied.end());
  return tied;
}

Tie Sentence::tied_behind(std::size_t mark) const {
  const std::size_t begin = marks_[mark].after;
  const std::size_t end = until(mark);
  const auto next = first_phrase(begin);
  if (next == occurrences_.end() || next->end > end || !next->phrase->is_tied()) return {};
  if (!prose::forward_glue().covers(between(begin, next->begin))) return {};
  // “9件，不予公开2件”: the phrase belongs to the number behind it.
  if (end < text_.size() && prose::glue().covers(between(next->end, end))) return {};
  if (!PlainClauses::ends_at(*this, next->end)) return {};
  return {&*next};
}

bool Sentence::is_glue(std::size_t begin, std::size_t end) const {
  while (begin < end) {
    std::size_t size = carried_bracket(begin);
    if (size == 0) size = prose::glue().at(between(begin, end)).size;
    if (size == 0) return false;
    begin += size;
  }
  return true;
}

// 予以公开和部分公开 are added; 自然人新收 and 新收自然人 say row and applicant.
bool Sentence::goes_with(const Occurrence& left, const Occurrence& right, std::string_view between) const {
  if (left.is_column() != right.is_column()) return prose::glue().covers(between);
  const bool same_table = left.is_column() || part_of(*left.phrase) == part_of(*right.phrase);
  return same_table && !between.empty() && prose::joining().covers(between);
}

std::size_t Sentence::comparison_size(std::size_t at) const {
  const auto next =
      std::lower_bound(comparisons_.begin(), comparisons_.end(), at,
                       [](const TextSpan& span, std::size_t place) { return span.begin < place; });
  return next != comparisons_.end() && next->begin == at ? next->end - at : 0;
}

std::size_t Sentence::issuer_size(std::size_t at) const {
  static constexpr std::string_view kGovernment = "人民政府";
  std::string_view name = issuer_;
  if (!name.empty() && starts_with(text_.substr(at), name)) return name.size();
  if (!ends_with(name, kGovernment)) return 0;
  name.remove_suffix(kGovernment.size());
  return !name.empty() && starts_with(text_.substr(at), name) ? name.size() : 0;
}

bool Sentence::leads_elsewhere(const Mark& mark) const {
  static const WordIndex kCases = words_of("件次 件 宗 起 份 例");
  return kCases.begins(mark.unit) && !plain_.is_plain_at(mark.begin);
}

std::size_t Sentence::carried_bracket(std::size_t at) const {
  if (!starts_with(text_.substr(at), kOpen)) return 0;
  const std::string_view inside = text_.substr(at + kOpen.size());
  const std::size_t size =
      std::max(prose::carried_words().at(inside).size, prose::not_carried_words().at(inside).size);
  const bool closes = size > 0 && starts_with(inside.substr(size), kClose);
  return closes ? kOpen.size() + size + kClose.size() : 0;
}

bool Sentence::is_beside_the_point(const Mark& mark) const {
  return prose::qualifying().begins(text_.substr(mark.after)) || scope_.is_quoted(mark.begin);
}

}  // namespace nianbao
