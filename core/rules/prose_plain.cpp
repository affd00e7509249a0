#include "rules/prose_plain.h"

#include <algorithm>

#include "base/text.h"
#include "rules/prose_claims.h"
#include "rules/prose_sentence.h"
#include "rules/prose_words.h"

namespace nianbao {

namespace {

constexpr std::string_view kReceived = "table3.received.*", kTotal = "table3.total.*";

bool counts(const Phrase& phrase, std::string_view figure) {
  return std::find(phrase.figures.begin(), phrase.figures.end(), figure) != phrase.figures.end();
}

bool is_of(const Phrase& phrase, std::string_view table) {
  return starts_with(phrase.figures.front(), table);
}

// A row of table 三 that says how requests ended.
bool is_outcome(const Phrase& phrase) {
  static constexpr std::string_view kOthers[] = {"table3.received.", "table3.carried_in.", "table3.total.",
                                                 "table3.carried_out."};
  return is_of(phrase, "table3.") && std::none_of(std::begin(kOthers), std::end(kOthers),
                                                  [&](auto other) { return is_of(phrase, other); });
}

// “经审查后，”, “属于主动公开的，”: what follows is of these only.
bool opens_a_part(std::string_view clause) {
  static constexpr std::string_view kEnds[] = {"的", "中", "后", "时", "内", "下", "方面"};
  return std::any_of(std::begin(kEnds), std::end(kEnds), [&](auto end) { return ends_with(clause, end); });
}

const WordIndex& part_words() {
  static const WordIndex kWords = {"其中", "中"};
  return kWords;
}

// “1次（9月）”: of that month.
bool is_dated(std::string_view behind) {
  static constexpr std::string_view kOpen = "（", kClose = "）", kMonth = "月";
  static constexpr std::size_t kLongest = 60;
  if (!starts_with(behind, kOpen)) return false;
  const std::string_view inside = behind.substr(0, std::min(kLongest, behind.find(kClose)));
  return inside.find(kMonth) != std::string_view::npos;
}

// Walks one sentence, clause by clause.
class Walk {
 public:
  Walk(const Sentence& sentence, const Phrase* before)
      : sentence_(sentence), mark_(0), row_(before), plain_(sentence.occurrences().size(), false) {}

  void read_clause(std::size_t begin, std::size_t end) {
    const bool is_part = is_next_of_part_;
    const Phrase* whole = is_next_of_part_ || !goes_on_with_whole_ ? nullptr : whole_;
    is_next_of_part_ = goes_on_with_whole_ = false;
    whole_ = whole;
    open_ = nullptr;
    is_plain_ = !is_part;
    has_mark_ = false;
    plain_until_ = begin;
    for (at_ = begin; at_ < end;) step(end);
    const std::string_view said = sentence_.between(begin, std::min(at_, end));
    const std::string_view text = said.substr(0, said.size() - pause_at_end(said));
    if (!is_plain_ && !has_mark_) is_next_of_part_ = opens_a_part(text);
    goes_on_with_whole_ = is_plain_ && whole_ != nullptr && ends_with(text, "中");
  }

  std::size_t plain_until() const { return plain_until_; }
  std::vector<bool> take() { return std::move(plain_); }

 private:
  static std::size_t pause_at_end(std::string_view text) {
    for (std::string_view pause : {"，", "：", "；", ",", ":", ";"}) {
      if (ends_with(text, pause)) return pause.size();
    }
    return 0;
  }

  void step(std::size_t end) {
    const auto& marks = sentence_.marks();
    while (mark_ < marks.size() && marks[mark_].after <= at_) ++mark_;
    const std::string_view rest = sentence_.between(at_, end);
    if (mark_ < marks.size() && marks[mark_].begin <= at_) {
      pass_mark(marks[mark_]);
    } else if (take_occurrence()) {
      return;
    } else {
      take_word(rest);
    }
    if (is_plain_) plain_until_ = at_;
  }

  void pass_mark(const Mark& mark) {
    at_ = mark.after;
    if (open_ != nullptr) row_ = open_;
    open_ = nullptr;
    has_mark_ = true;
  }

  bool take_occurrence() {
    const auto& all = sentence_.occurrences();
    while (next_ < all.size() && all[next_].begin < at_) ++next_;
    if (next_ == all.size() || all[next_].begin != at_) return false;
    const Occurrence& occurrence = all[next_];
    const Phrase& phrase = *occurrence.phrase;
    const bool fits = whole_ == nullptr || may_be_part(*whole_, phrase);
    // “新收申请总量”: two words for one figure.
    const bool is_alone =
        open_ == nullptr || (phrase.is_count() && open_->figures.front() == phrase.figures.front());
    plain_[next_] = is_plain_ && is_alone && fits;
    if (phrase.is_count()) open_ = &phrase;
    if (plain_[next_] && is_behind_its_number(occurrence)) row_ = &phrase;
    at_ = occurrence.end;
    if (is_plain_) plain_until_ = at_;
    return true;
  }

  // “388件新收申请中”
  bool is_behind_its_number(const Occurrence& occurrence) const {
    return occurrence.phrase->is_count() && mark_ > 0 &&
           prose::forward_glue().covers(
               sentence_.between(sentence_.marks()[mark_ - 1].after, occurrence.begin));
  }

  void take_word(std::string_view rest) {
    if (const std::size_t size = part_words().at(rest).size) {
      if (open_ != nullptr || row_ != nullptr) whole_ = open_ != nullptr ? open_ : row_;
      open_ = nullptr;
      at_ += size;
      return;
    }
    std::size_t size = std::max(sentence_.comparison_size(at_), sentence_.carried_bracket(at_));
    size = std::max({size, sentence_.issuer_size(at_), prose::plain_head().at(rest).size,
                     prose::glue().at(rest).size, prose::joining().at(rest).size,
                     prose::forward_glue().at(rest).size});
    if (size == 0) is_plain_ = false;
    at_ += size > 0 ? size : character_size(rest);
  }

  const Sentence& sentence_;
  std::size_t at_ = 0, mark_, next_ = 0;
  const Phrase* row_;              // that was counted last
  const Phrase* whole_ = nullptr;  // whose part is spoken of
  const Phrase* open_ = nullptr;   // a row that no number has followed yet
  bool is_plain_ = true, has_mark_ = false;
  bool is_next_of_part_ = false, goes_on_with_whole_ = false;
  std::size_t plain_until_ = 0;
  std::vector<bool> plain_;
};

}  // namespace

bool may_be_part(const Phrase& whole, const Phrase& part) {
  if (!part.is_count()) return !part.columns.empty() && is_of(whole, "table3.");
  if (counts(whole, std::string(kTotal)) &&
      (is_outcome(part) || is_of(part, "requests.in_time") || is_of(part, "requests.overdue")))
    return true;
  if (counts(whole, std::string(kReceived)) && is_of(part, "table3.carried_in.")) return true;
  if (is_outcome(whole) && is_outcome(part))
    return whole.figures.front() != part.figures.front() &&
           whole.figures.front().find(part.figures.front()) != std::string::npos;
  const bool both4 = is_of(whole, "table4.") && is_of(part, "table4.");
  const bool both2 = is_of(whole, "table2.") && is_of(part, "table2.");
  return (both2 || both4) && whole.figures != part.figures;
}

PlainClauses::PlainClauses(const Sentence& sentence, const Phrase* before) {
  Walk walk(sentence, before);
  std::size_t begin = 0;
  const auto& ends = sentence.scope().clause_begins();
  for (std::size_t i = 0; i <= ends.size(); ++i) {
    const std::size_t end = i < ends.size() ? ends[i] : sentence.text().size();
    walk.read_clause(begin, end);
    clauses_.push_back({begin, walk.plain_until()});
    begin = end;
  }
  plain_ = walk.take();
}

bool PlainClauses::is_plain_at(std::size_t at) const {
  const auto next =
      std::upper_bound(clauses_.begin(), clauses_.end(), at,
                       [](std::size_t place, const Clause& clause) { return place < clause.begin; });
  return next != clauses_.begin() && at <= (next - 1)->plain_until;
}

bool PlainClauses::ends_at(const Sentence& sentence, std::size_t at) {
  const std::string_view text = sentence.text();
  if (is_dated(text.substr(at))) return false;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    const auto occurrence = sentence.first_phrase(at);
    const bool is_phrase = occurrence != sentence.occurrences().end() && occurrence->begin == at;
    if (is_phrase || prose::behind_count().begins(rest) || sentence.comparison_size(at) > 0) return true;
    const std::size_t size = std::max(prose::glue().at(rest).size, sentence.carried_bracket(at));
    if (size == 0) return rest.front() == kBoundPlace;
    at += size;
  }
  return true;
}

}  // namespace nianbao
