#include "rules/prose_counts.h"

#include <algorithm>

#include "base/text.h"
#include "rules/prose_words.h"

namespace nianbao {

namespace {

constexpr std::string_view kAmong = "其中", kCarriedTogether = "连同上年";
constexpr const char* kReceivedName = "table3.received.*";
constexpr std::string_view kCarriedIn = "table3.carried_in.";
constexpr const char* kTotalName = "table3.total.*";
constexpr std::string_view kReceived = kReceivedName;
constexpr const char* kBoth = "table3.received.* + table3.carried_in.*";

void add_names(std::string_view figure, const std::string& column, FigureNames& names) {
  for (std::string_view sum : split(figure, '+')) {
    std::string_view sign;
    for (std::string_view rest = sum; !rest.empty();) {
      const std::size_t minus = rest.find(" - ");
      std::string name(trim(rest.substr(0, minus)));
      if (ends_with(name, ".*")) name = name.substr(0, name.size() - 1) + column;
      names.push_back(std::string(sign) + name);
      sign = "-";
      rest = minus == std::string_view::npos ? std::string_view() : rest.substr(minus + 3);
    }
  }
}

}  // namespace

FigureNames figure_names(const std::string& figure, const std::vector<std::string>& columns) {
  FigureNames names;
  for (const std::string& column : columns) add_names(figure, column, names);
  return names;
}

CountReader::CountReader(const Sentence& sentence, ProseThread& thread)
    : sentence_(sentence), thread_(thread), subjects_(sentence.marks().size()) {
  const std::string_view text = sentence.text();
  for (std::size_t at = text.find(kAmong); at != std::string_view::npos; at = text.find(kAmong, at + 1))
    among_.push_back(at);
  may_include_carried_in_ =
      prose::carried_words().is_in(text) || text.find(kCarriedTogether) != std::string_view::npos;
}

void CountReader::pass_rows(std::size_t until) {
  const auto& occurrences = sentence_.occurrences();
  for (auto next = sentence_.first_phrase(passed_); next != occurrences.end() && next->end <= until; ++next) {
    const Phrase& phrase = *next->phrase;
    if (phrase.is_count() && starts_with(phrase.figures.front(), "table3.")) thread_.row = &phrase;
  }
  passed_ = std::max(passed_, until);
}

void CountReader::end_sentence() {
  std::vector<const Phrase*>& known = thread_.applicants;
  for (const Occurrence& occurrence : sentence_.occurrences()) {
    const bool is_new = std::find(known.begin(), known.end(), occurrence.phrase) == known.end();
    if (occurrence.is_column() && is_new) known.push_back(occurrence.phrase);
  }
}

ProseClaim CountReader::claim_at(const Mark& mark) const {
  ProseClaim claim;
  claim.begin = mark.begin;
  claim.end = mark.after;
  claim.text = std::string(sentence_.between(claim.begin, claim.end));
  return claim;
}

bool CountReader::has_counted(std::string_view head) const {
  const auto next = counted_.lower_bound(head);
  return next != counted_.end() && starts_with(*next, head);
}

bool CountReader::goes_on_with_some(const Tie& tied) const {
  const Phrase& phrase = *tied.back()->phrase;
  if (!phrase.goes_on.empty() && !has_counted(phrase.goes_on)) return true;
  const std::string_view figure =
      phrase.figures.empty() ? kReceived : std::string_view(phrase.figures.front());
  if (!starts_with(figure, "table3.")) return false;
  if (has_counted("requests.by_")) return true;
  const bool opens = starts_with(figure, "table3.received.") || starts_with(figure, kCarriedIn);
  return has_counted(kCarriedIn) && !has_counted("table3.received.") && !opens;
}

bool CountReader::takes_unit(const Phrase& phrase, std::string_view unit) const {
  return phrase.units.empty() ||
         std::find(phrase.units.begin(), phrase.units.end(), unit) != phrase.units.end();
}

Tie CountReader::find_tie(std::size_t mark) const {
  const Tie tied = sentence_.tied_before(sentence_.marks()[mark].begin, sentence_.from(mark));
  const Tie behind = sentence_.tied_behind(mark);
  // “行政诉讼3件直接起诉” is of both.
  if (!tied.empty() && !behind.empty() && !behind.front()->is_column()) return {};
  return tied.empty() ? behind : tied;
}

std::optional<Subject> CountReader::read(std::size_t mark, const Tie& tied) {
  Subject subject = make(mark, tied);
  const bool fits = takes_unit(*subject.phrase, sentence_.marks()[mark].unit);
  if (subject.count.readings.empty() || !fits) return std::nullopt;
  subject.is_right_here = true;
  counted_.insert(subject.count.readings.front().front());
  return subject;
}

Subject CountReader::make(std::size_t mark, const Tie& tied) {
  Subject subject{claim_at(sentence_.marks()[mark]), tied.back()->phrase};
  ProseClaim& claim = subject.count;
  claim.words = std::string(sentence_.between(tied.front()->begin, tied.back()->end));
  std::vector<std::string> columns = {"total"};
  std::vector<const Phrase*> rows;
  bool names_applicant = false;
  for (const Occurrence* occurrence : tied) {
    names_applicant = names_applicant || occurrence->is_column();
    if (occurrence->is_column()) columns = occurrence->phrase->columns;
    if (!occurrence->is_column()) rows.push_back(occurrence->phrase);
  }
  const std::size_t begin = tied.front()->begin;
  pass_rows(begin);
  if (rows.empty() && thread_.row == nullptr) {
    if (says_request(mark, tied)) add_request_readings(columns, claim);
    return subject;
  }
  if (rows.empty()) rows.push_back(thread_.row);
  add_readings(rows, columns, claim);
  if (!names_applicant) add_applicants_before(mark, begin, rows, claim);
  const bool is_received = rows.size() == 1 && rows.front()->figures.front() == kReceived;
  if (is_received) include_carried_in(mark, begin, columns, claim);
  return subject;
}

void CountReader::add_readings(const std::vector<const Phrase*>& rows,
                               const std::vector<std::string>& columns, ProseClaim& claim) const {
  if (rows.size() == 1) {
    for (const std::string& figure : rows.front()->figures)
      claim.readings.push_back(figure_names(figure, columns));
    return;
  }
  FigureNames sum;
  for (const Phrase* row : rows) {
    for (std::string& name : figure_names(row->figures.front(), columns)) sum.push_back(std::move(name));
  }
  claim.readings.push_back(std::move(sum));
}

// “以自然人为主，新收301件”: the number may be of the applicants that were spoken of.
void CountReader::add_applicants_before(std::size_t mark, std::size_t at,
                                        const std::vector<const Phrase*>& rows, ProseClaim& claim) const {
  const auto behind = std::upper_bound(among_.begin(), among_.end(), at - std::min(at, kAmong.size()));
  const std::size_t last_among = behind == among_.begin() ? 0 : *(behind - 1);
  std::vector<const Phrase*> seen = thread_.applicants;
  for (const Phrase* applicant : seen) add_readings(rows, applicant->columns, claim);
  for (const Occurrence& occurrence : sentence_.occurrences()) {
    if (occurrence.end > at) break;
    if (!occurrence.is_column() || std::find(seen.begin(), seen.end(), occurrence.phrase) != seen.end())
      continue;
    // “商业企业申请37件，其中予以公开16件” goes on with them, too.
    const bool is_received = rows.front()->figures.front() == kReceived;
    const bool is_meant =
        !is_received || occurrence.begin >= sentence_.from(mark) || last_among >= occurrence.end;
    if (!is_meant) continue;
    seen.push_back(occurrence.phrase);
    add_readings(rows, occurrence.phrase->columns, claim);
  }
}

// “自然人申请301件”, where no row was named: of those that came in, or of those that were worked on.
bool CountReader::says_request(std::size_t mark, const Tie& tied) const {
  const std::string_view words = sentence_.between(tied.back()->end, sentence_.marks()[mark].begin);
  return words.find("申请") != std::string_view::npos;
}

void CountReader::add_request_readings(const std::vector<std::string>& columns, ProseClaim& claim) {
  for (const char* figure : {kReceivedName, kBoth, kTotalName})
    claim.readings.push_back(figure_names(figure, columns));
}

// “收到申请（含上年结转）406件”, “收到申请406件（含上年结转18件）”; elsewhere in the sentence it stays open.
void CountReader::include_carried_in(std::size_t mark, std::size_t begin,
                                     const std::vector<std::string>& columns, ProseClaim& claim) const {
  if (!may_include_carried_in_) return;
  const std::size_t end = std::max(begin, sentence_.until(mark));
  const std::string_view near = sentence_.between(begin, end);
  if (prose::not_carried_words().is_in(near)) return;
  if (prose::carried_words().is_in(near)) claim.readings.clear();
  claim.readings.push_back(figure_names(kBoth, columns));
}

}  // namespace nianbao
