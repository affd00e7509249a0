#include "rules/prose_shares.h"

#include "base/text.h"
#include "rules/prose_words.h"

namespace nianbao {

namespace {

// Between a count and the 占 of its share.
bool is_pause(std::string_view text) {
  static const WordIndex kPause = words_of("， 、 （ ( , * ，约", true);
  return kPause.covers(text);
}

// Words that leave open of which whole: 占申请总数的.
bool names_requests(std::string_view text) {
  static const WordIndex kDone = {"办理", "办结", "答复", "处理"};
  return text.find("申请") != std::string_view::npos && !kDone.is_in(text);
}

}  // namespace

void ShareReader::read(std::size_t mark) {
  if (read_rate(mark)) return;
  const Mark& number = sentence_.marks()[mark];
  const std::size_t from = sentence_.from(mark);
  const std::size_t at = sentence_.between(from, number.begin).rfind(kShareOf);
  const Subject* before = mark > 0 && counts_.subject_at(mark - 1) ? &*counts_.subject_at(mark - 1) : nullptr;
  if (before != nullptr && !before->is_right_here) before = nullptr;
  if (at == std::string_view::npos) {
    if (before != nullptr && is_right_behind(mark)) claim_share(mark, number.begin, *before);
    return;
  }
  const std::size_t share = from + at;
  const Tie tied = sentence_.tied_before(share, from);
  if (!tied.empty() && counts_.speaks_of_whole(tied)) {
    Subject subject = counts_.make(mark, tied);
    subject.count.text.clear();
    claim_share(mark, share + kShareOf.size(), std::move(subject));
  } else if (before != nullptr && is_pause(sentence_.between(from, share))) {
    claim_share(mark, share + kShareOf.size(), *before);
  }
}

// “35件（4.34%）”, “35件，4.34%，”; not “98件，100%按期答复”.
bool ShareReader::is_right_behind(std::size_t mark) const {
  static const WordIndex kClose = {"）", ")"};
  static const WordIndex kEnd = {"，", "、", "；", "。", ",", ";"};
  const std::string_view before = sentence_.between(sentence_.from(mark), sentence_.marks()[mark].begin);
  const std::string_view behind = sentence_.text().substr(sentence_.marks()[mark].after);
  if (before == "（" || before == "(") return kClose.begins(behind);
  return (before == "，" || before == "、") && (behind.empty() || kEnd.begins(behind));
}

void ShareReader::claim_share(std::size_t mark, std::size_t begin, Subject subject) {
  const Mark& number = sentence_.marks()[mark];
  if (subject.count.readings.empty() || number.number == nullptr) return;
  ProseClaim claim = counts_.claim_at(number);
  claim.kind = ProseClaim::Kind::share;
  claim.words = subject.count.words;
  claim.own_count = subject.count.text;
  claim.readings = std::move(subject.count.readings);
  // “占新收申请的80%”: the prose says of what.
  const Tie whole = sentence_.tied_before(number.begin, begin);
  const std::string_view words =
      sentence_.between(begin, whole.empty() ? number.begin : whole.front()->begin);
  if (!prose::share_glue().covers(words)) return;
  claim.names_whole = !whole.empty();
  if (claim.names_whole) claim.wholes = counts_.make(mark, whole).count.readings;
  if (whole.empty() && names_requests(words)) {
    claim.wholes = {{"table3.received.total"}, {"table3.received.total", "table3.carried_in.total"}};
  }
  claims_.push_back(std::move(claim));
}

// The phrase of a rate right before the number.
bool ShareReader::read_rate(std::size_t mark) {
  const Mark& number = sentence_.marks()[mark];
  auto next = sentence_.first_phrase(number.begin);
  if (next == sentence_.occurrences().begin()) return false;
  const Occurrence& rate = *--next;
  if (rate.phrase->wholes.empty() || rate.begin < sentence_.from(mark)) return false;
  if (!prose::rate_glue().covers(sentence_.between(rate.end, number.begin))) return false;
  const std::size_t head = sentence_.scope().clause_begin(rate.begin);
  // “政务服务事项按期办结率” is another rate.
  if (!prose::plain_head().covers(sentence_.between(head, rate.begin))) return true;
  ProseClaim claim = counts_.claim_at(number);
  claim.kind = ProseClaim::Kind::rate;
  claim.words = rate.phrase->word;
  for (const std::string& figure : rate.phrase->figures)
    claim.readings.push_back(figure_names(figure, {"total"}));
  for (const std::string& whole : rate.phrase->wholes) claim.wholes.push_back(figure_names(whole, {"total"}));
  claims_.push_back(std::move(claim));
  return true;
}

}  // namespace nianbao
