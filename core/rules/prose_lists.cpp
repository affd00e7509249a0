#include "rules/prose_lists.h"

#include <algorithm>

#include "base/text.h"
#include "rules/prose_words.h"

namespace nianbao {

namespace {

constexpr std::string_view kEach = "分别";

const WordIndex& joining_names() {
  static const WordIndex kWords = {"、", "和", "及", "以及", "与"};
  return kWords;
}
// Between a name of the list and the next one, beside what joins them.
const WordIndex& behind_name() {
  static const WordIndex kWords = words_of("申请 政府信息公开申请 案件 件数 数量 数 的 “ ”");
  return kWords;
}

// One joining word, and words of no meaning around it.
bool joins_names(std::string_view text) {
  std::string_view rest = text.substr(behind_name().skip(text));
  const std::size_t joining = joining_names().at(rest).size;
  return joining > 0 && behind_name().covers(rest.substr(joining));
}

bool ends_joining(std::string_view text) {
  for (std::string_view word : {"、", "和", "及", "与"}) {
    if (ends_with(text, word)) return true;
  }
  return false;
}

}  // namespace

std::optional<ListReader::List> ListReader::find_list(std::size_t mark) const {
  const std::size_t begin = sentence_.marks()[mark].begin;
  List list;
  list.mark = mark;
  list.from = sentence_.from(mark);
  const std::size_t each = sentence_.between(list.from, begin).rfind(kEach);
  if (each == std::string_view::npos) return std::nullopt;
  list.count = run_length(mark);
  list.names_end = list.from + each;
  list.behind = list.names_end + kEach.size();
  list.words = find_change(sentence_, list.from, begin);
  for (std::string_view share : {"占比", "占"}) {
    if (list.is_share || !ends_with(sentence_.between(list.from, list.names_end), share)) continue;
    list.is_share = true;
    list.names_end -= share.size();
  }
  if (list.words) list.names_end = std::min(list.names_end, list.words->subject_end);
  const Tie row = sentence_.tied_before(begin, list.behind);
  const bool is_row = row.size() == 1 && !row.front()->is_column() &&
                      prose::glue().covers(sentence_.between(list.behind, row.front()->begin));
  if (is_row) list.row = row.front();
  return list;
}

std::size_t ListReader::read(std::size_t mark, ChangeReader& changes, ShareReader& shares) {
  const auto list = find_list(mark);
  if (!list) return 0;
  const Mark& first = sentence_.marks()[mark];
  if (sentence_.scope().is_elsewhere(first.begin) || !is_same_unit(mark, list->count)) return list->count;
  auto subjects = subjects_of(*list);
  if (subjects.empty()) return list->count;
  const std::string_view rest = sentence_.between(list->behind, first.begin);
  if (list->words && list->words->begin >= list->behind) {
    for (std::size_t i = 0; i < list->count; ++i)
      changes.claim(mark + i, *list->words, std::move(*subjects[i]));
  } else if (first.percent && is_share(*list, rest)) {
    for (std::size_t i = 0; i < list->count; ++i)
      shares.claim_share(mark + i, sentence_.marks()[mark + i].begin, *subjects[i]);
  } else if (!first.percent && (list->row != nullptr || prose::glue().covers(rest))) {
    claim_counts(mark, subjects);
  }
  return list->count;
}

bool ListReader::is_share(const List& list, std::string_view rest) {
  const bool is_said = starts_with(rest, kShareOf);
  return (is_said || list.is_share) && prose::share_glue().covers(rest.substr(is_said ? kShareOf.size() : 0));
}

std::size_t ListReader::run_length(std::size_t mark) const {
  const auto& marks = sentence_.marks();
  std::size_t end = mark + 1;
  while (end < marks.size() && marks[end].begin > marks[end - 1].after &&
         joining_names().covers(sentence_.between(marks[end - 1].after, marks[end].begin))) {
    ++end;
  }
  return end - mark;
}

bool ListReader::is_same_unit(std::size_t mark, std::size_t count) const {
  const auto& marks = sentence_.marks();
  for (std::size_t i = mark; i < mark + count; ++i) {
    const bool is_bound = marks[i].number == nullptr && marks[i].unit.empty();
    if (!is_bound && (marks[i].unit != marks[mark].unit || marks[i].percent != marks[mark].percent))
      return false;
    if (sentence_.is_beside_the_point(marks[i])) return false;
  }
  return true;
}

// The names of the list that ends at this place, in order; empty where one of them is no phrase.
std::vector<Tie> ListReader::names_before(std::size_t at, std::size_t from) const {
  std::vector<Tie> names;
  for (auto next = sentence_.first_phrase(at); next != sentence_.occurrences().begin();) {
    const Occurrence& name = *--next;
    if (name.begin < from || name.end > at || !name.phrase->is_tied()) break;
    const bool joins = names.empty()
                           ? sentence_.is_glue(name.end, at)
                           : joins_names(sentence_.between(name.end, names.back().front()->begin)) &&
                                 name.is_column() == names.back().front()->is_column();
    if (!joins) break;
    names.push_back({&name});
  }
  std::reverse(names.begin(), names.end());
  if (names.empty()) return names;
  const std::size_t begin = names.front().front()->begin;
  const bool is_cut = ends_joining(sentence_.between(from, begin)) || !counts_.speaks_of_whole(names.front());
  return is_cut ? std::vector<Tie>{} : names;
}

// What each number is of: the names before 分别, or the numbers before it. Empty where they do not fit.
std::vector<std::optional<Subject>> ListReader::subjects_of(const List& list) {
  static const WordIndex kPause = {"，", "、", "（", ","};
  const std::size_t mark = list.mark, count = list.count;
  std::vector<std::optional<Subject>> subjects;
  std::vector<Tie> names = names_before(list.names_end, list.from);
  const bool takes_row = list.row == nullptr || (!names.empty() && names.front().front()->is_column());
  if (names.size() == count && takes_row) {
    for (std::size_t i = 0; i < count; ++i) {
      if (list.row != nullptr) names[i].push_back(list.row);
      subjects.emplace_back(counts_.make(mark + i, names[i]));
      subjects.back()->count.text.clear();
      if (list.row != nullptr) subjects.back()->count.words = names[i].front()->phrase->word;
      if (subjects.back()->count.readings.empty()) return {};
    }
  } else if (names.empty() && mark >= count && kPause.covers(sentence_.between(list.from, list.names_end))) {
    for (std::size_t i = mark - count; i < mark; ++i) {
      const auto& subject = counts_.subject_at(i);
      if (!subject || !subject->is_right_here) return {};
      subjects.push_back(subject);
    }
  }
  return subjects;
}

void ListReader::claim_counts(std::size_t mark, std::vector<std::optional<Subject>>& subjects) {
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const bool fits = subjects[i]->count.text.empty() &&
                      counts_.takes_unit(*subjects[i]->phrase, sentence_.marks()[mark + i].unit);
    if (!fits) return;
  }
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    Subject& subject = *subjects[i];
    const Mark& number = sentence_.marks()[mark + i];
    ProseClaim claim = subject.count;
    claim.text = counts_.claim_at(number).text;
    subject.count = claim;
    subject.is_right_here = true;
    if (number.number != nullptr) claims_.push_back(std::move(claim));
    counts_.set_subject(mark + i, std::move(subject));
  }
}

}  // namespace nianbao
