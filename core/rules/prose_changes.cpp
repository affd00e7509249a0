#include "rules/prose_changes.h"

#include <algorithm>

#include "base/text.h"
#include "rules/prose_words.h"

namespace nianbao {

namespace {

const WordIndex& rising() {
  static const WordIndex kWords = words_of("增长 上升 增加 提高 增多 净增 增幅 涨幅 增速");
  return kWords;
}
const WordIndex& falling() {
  static const WordIndex kWords = {"下降", "减少", "降低", "降幅", "回落"};
  return kWords;
}
const WordIndex& weakly_rising() {
  static const WordIndex kWords = words_of("多 多收 多收到 多受理 多新收 多办结 多答复 多了 多出");
  return kWords;
}
const WordIndex& weakly_falling() {
  static const WordIndex kWords = words_of("少 少收 少收到 少受理 少新收 少办结 少答复 少了");
  return kWords;
}
const WordIndex& reaching() {
  static const WordIndex kWords = words_of(
      "增加到 增加至 增加为 增至 增长到 增长至 上升到 上升至 升至 减少到 减少至 "
      "减少为 减至 下降到 下降至 降低到 降至 降到");
  return kWords;
}
// Between a word of change and its number.
const WordIndex& behind_change() {
  static const WordIndex kWords = words_of(
      "了 约 大约 近 将近 超过 超 逾 达 达到 为 幅度 幅度为 率 率为 申请 "
      "政府信息公开申请 案件 * “ ：",
      true);
  return kWords;
}
// Around a comparison, and between it and the word of change.
const WordIndex& beside_comparison() {
  static const WordIndex kWords = words_of("， 、 （ ( , 由 从 而 其 又 也 分别");
  return kWords;
}
// Between last year and its number.
const WordIndex& behind_last_year() {
  static const WordIndex kWords = words_of("的 为 是 有 约 近 同期 共 仅 仅为 只有 ： *", true);
  return kWords;
}

bool is_beside_comparison(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const std::size_t size = std::max(beside_comparison().at(rest).size, prose::glue().at(rest).size);
    if (size == 0) return false;
    i += size;
  }
  return true;
}

// The comparison that ends last before `at`, with those that lead to it (“与上年相比，同比”); empty: none.
TextSpan comparison_before(const Sentence& sentence, std::size_t from, std::size_t at) {
  const auto& all = sentence.comparisons();
  auto next = std::upper_bound(all.begin(), all.end(), at,
                               [](std::size_t place, const TextSpan& span) { return place < span.end; });
  if (next == all.begin() || (next - 1)->begin < from) return {};
  TextSpan found = *--next;
  while (next != all.begin() && (next - 1)->begin >= from &&
         is_beside_comparison(sentence.between((next - 1)->end, found.begin))) {
    found.begin = (--next)->begin;
  }
  return found;
}

struct ChangeWord {
  std::size_t size = 0;
  bool falls = false, reaches = false, is_weak = false;
};

ChangeWord change_word_at(std::string_view text) {
  if (const std::size_t size = reaching().at(text).size) return {size, false, true, false};
  if (const std::size_t size = rising().at(text).size) return {size, false, false, false};
  if (const std::size_t size = falling().at(text).size) return {size, true, false, false};
  if (const std::size_t size = weakly_rising().at(text).size) return {size, false, false, true};
  if (const std::size_t size = weakly_falling().at(text).size) return {size, true, false, true};
  return {};
}

}  // namespace

std::optional<ChangeWords> find_change(const Sentence& sentence, std::size_t from, std::size_t at) {
  for (std::size_t i = from; i < at;) {
    const std::string_view rest = sentence.between(i, at);
    const ChangeWord word = change_word_at(rest);
    if (word.size > 0 && behind_change().covers(rest.substr(word.size))) {
      ChangeWords words{i, i, from, false, word.falls, word.reaches, word.is_weak};
      const TextSpan comparison = comparison_before(sentence, from, i);
      words.is_compared = comparison.end > 0;
      if (words.is_compared && is_beside_comparison(sentence.between(comparison.end, i))) {
        words.subject_end = comparison.begin;
      } else if (words.is_compared) {
        words.subject_from = comparison.end;  // “与上年相比，新收申请增长25%”
      }
      return words;
    }
    i += word.size > 0 ? word.size : character_size(rest);
  }
  return std::nullopt;
}

bool ChangeReader::read(std::size_t mark) {
  const Mark& number = sentence_.marks()[mark];
  const std::size_t from = sentence_.from(mark);
  const auto words = find_change(sentence_, from, number.begin);
  if (!words) {
    if (read_last_year(mark)) return true;
    // “较上年征地类20件”: whatever it is, it is no count of this year.
    const TextSpan comparison = comparison_before(sentence_, from, number.begin);
    return comparison.end > 0 && comparison.begin >= sentence_.scope().clause_begin(number.begin);
  }
  if (sentence_.scope().is_elsewhere(number.begin)) return true;
  if (auto subject = find_subject(mark, words->subject_from, words->subject_end))
    claim(mark, *words, std::move(*subject));
  return true;
}

bool ChangeReader::claim(std::size_t mark, const ChangeWords& words, Subject subject) {
  const Mark& number = sentence_.marks()[mark];
  const bool is_compared = words.is_compared || subject.is_compared;
  if (!number.percent && (!is_compared || number.unit.empty())) return false;
  if (!number.percent && !counts_.takes_unit(*subject.phrase, number.unit)) return false;
  if (words.is_weak && !is_compared) return false;
  // “行政事业性收费减少12%”: against what?
  if (!is_compared && subject.count.text.empty()) return false;
  if (words.reaches && (number.percent || !subject.is_compared)) return false;
  if (number.number != nullptr) {
    ProseClaim made = counts_.claim_at(number);
    made.kind = words.reaches    ? ProseClaim::Kind::count
                : number.percent ? ProseClaim::Kind::growth
                                 : ProseClaim::Kind::change;
    made.falls = words.falls;
    made.words = subject.count.words;
    made.readings = subject.count.readings;
    made.own_count = words.reaches ? "" : subject.count.text;
    made.own_before = words.reaches ? "" : subject.own_before;
    if (!words.reaches && !made.own_count.empty()) add_counts_before(mark, made);
    claims_.push_back(std::move(made));
  }
  subject.is_compared = true;
  subject.is_right_here = words.reaches;
  if (words.reaches) subject.count.text = counts_.claim_at(number).text;
  counts_.set_subject(mark, std::move(subject));
  return true;
}

// “较上年306件”, “去年为306件”, “由上年的80件”: last year's number of what is spoken of.
bool ChangeReader::read_last_year(std::size_t mark) {
  const Mark& number = sentence_.marks()[mark];
  const std::size_t from = sentence_.from(mark);
  TextSpan named = comparison_before(sentence_, from, number.begin);
  const bool is_compared =
      named.end > 0 && behind_last_year().covers(sentence_.between(named.end, number.begin));
  for (std::size_t i = from; i < number.begin && !is_compared;) {
    const std::string_view rest = sentence_.between(i, number.begin);
    const std::size_t size = last_year_size(rest, sentence_.year());
    if (size > 0 && behind_last_year().covers(rest.substr(size))) {
      named = {i, i + size};
      break;
    }
    i += size > 0 ? size : character_size(rest);
  }
  if (named.end == 0 || !behind_last_year().covers(sentence_.between(named.end, number.begin))) return false;
  const bool is_inside = ends_with(sentence_.between(0, named.begin), "（") &&
                         starts_with(sentence_.text().substr(number.after), "）");
  auto subject =
      sentence_.scope().is_elsewhere(named.begin) ? std::nullopt : find_subject(mark, from, named.begin);
  // “去年为80件，办结75件” goes on with last year.
  if (!is_compared && !is_inside && !find_change(sentence_, number.after, sentence_.until(mark)))
    sentence_.scope().leave_at(number.after);
  const bool is_count = !number.percent && !number.unit.empty();
  if (!subject || !is_count || !counts_.takes_unit(*subject->phrase, number.unit)) return true;
  if (number.number != nullptr) {
    ProseClaim made = counts_.claim_at(number);
    made.kind = ProseClaim::Kind::last_year;
    made.words = subject->count.words;
    made.readings = subject->count.readings;
    if (!subject->count.text.empty()) add_counts_before(mark, made);
    subject->own_before = made.text;
    claims_.push_back(std::move(made));
  }
  subject->is_compared = true;
  subject->is_right_here = false;
  counts_.set_subject(mark, std::move(*subject));
  return true;
}

// The phrases that the words name, else what the number before was of.
std::optional<Subject> ChangeReader::find_subject(std::size_t mark, std::size_t from, std::size_t end) {
  std::size_t edge = end;
  for (std::string_view word : {"（", "，", "由", "从", "而"}) {
    if (edge >= from + word.size() && ends_with(sentence_.between(from, edge), word)) edge -= word.size();
  }
  const Tie tied = sentence_.tied_before(edge, from);
  if (!tied.empty()) {
    if (!counts_.speaks_of_whole(tied)) {
      sentence_.scope().leave_at(sentence_.marks()[mark].after);
      return std::nullopt;
    }
    Subject subject = counts_.make(mark, tied);
    subject.count.text.clear();  // the prose gives no count of this year
    if (subject.count.readings.empty()) return std::nullopt;
    return subject;
  }
  const bool goes_on =
      mark > 0 && from == sentence_.from(mark) && is_beside_comparison(sentence_.between(from, end));
  return goes_on ? counts_.subject_at(mark - 1) : std::nullopt;
}

// “共收到100件，其中自然人80件，同比增长25%”: the growth may be of what was counted before, too.
void ChangeReader::add_counts_before(std::size_t mark, ProseClaim& claim) const {
  static constexpr std::size_t kMost = 8;
  for (std::size_t i = mark; i > 0 && claim.readings.size() < kMost; --i) {
    const auto& subject = counts_.subject_at(i - 1);
    if (!subject || !subject->is_right_here) continue;
    for (const FigureNames& names : subject->count.readings) {
      if (std::find(claim.readings.begin(), claim.readings.end(), names) == claim.readings.end())
        claim.readings.push_back(names);
    }
  }
}

}  // namespace nianbao
