#include "rules/prose_claims.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "rules/prose_lists.h"
#include "rules/prose_words.h"

namespace nianbao {

namespace {

// What a text on requests says without saying it.
constexpr std::string_view kAboutRequests = "政府信息公开申请";

// Bytes; what is longer is no sentence, and is not read.
constexpr std::size_t kLongestSentence = 3000;

class SentenceReader {
 public:
  SentenceReader(Sentence& sentence, ProseThread& thread)
      : sentence_(sentence),
        counts_(sentence, thread),
        changes_(sentence, counts_, claims_),
        shares_(sentence, counts_, claims_),
        lists_(sentence, counts_, claims_) {}

  std::vector<ProseClaim> read() {
    const auto& marks = sentence_.marks();
    for (std::size_t i = 0; i < marks.size();) {
      counts_.pass_rows(sentence_.from(i));
      const std::size_t listed = lists_.read(i, changes_, shares_);
      if (listed == 0) read_mark(i);
      i += std::max<std::size_t>(listed, 1);
      counts_.pass_rows(marks[i - 1].after);
    }
    counts_.pass_rows(sentence_.text().size());
    counts_.end_sentence();
    drop_parts();
    read_denials();
    return std::move(claims_);
  }

 private:
  void read_mark(std::size_t i) {
    const Mark& mark = sentence_.marks()[i];
    if (sentence_.is_beside_the_point(mark) || changes_.read(i)) return;
    if (sentence_.scope().is_elsewhere(mark.begin)) return;
    if (mark.percent) return shares_.read(i);
    const Tie tied = counts_.find_tie(i);
    // “某局收到12件，办结11件” goes on with the other body.
    const bool is_left = tied.empty() ? sentence_.leads_elsewhere(mark)
                                      : !counts_.speaks_of_whole(tied) || counts_.goes_on_with_some(tied);
    if (is_left) return sentence_.scope().leave_at(mark.after);
    if (tied.empty()) return;
    const bool is_behind = tied.front()->begin >= mark.after;
    if (!is_behind && !PlainClauses::ends_at(sentence_, mark.after)) return;
    auto subject = counts_.read(i, tied);
    if (!subject) return;
    if (mark.number != nullptr) claims_.push_back(subject->count);
    counts_.set_subject(i, std::move(*subject));
  }

  // Two numbers for one figure in a sentence are parts of it, or one of them is: none of them is judged.
  void drop_parts() {
    std::map<std::pair<ProseClaim::Kind, std::vector<FigureNames>>, int> times;
    for (const ProseClaim& claim : claims_) times[{claim.kind, claim.readings}] += 1;
    const auto has_twin = [&](const ProseClaim& claim) { return times[{claim.kind, claim.readings}] > 1; };
    claims_.erase(std::remove_if(claims_.begin(), claims_.end(), has_twin), claims_.end());
  }

  // “全年未收取信息处理费”
  void read_denials() {
    static const WordIndex kSome = words_of("对 凡 如 除 其余 其他 若 部分 只 仅 免 期间 的，");
    const std::size_t some = kSome.find_in(sentence_.text());
    for (const Occurrence& occurrence : sentence_.occurrences()) {
      if (!occurrence.phrase->denies || !is_of_whole(occurrence)) continue;
      if (some < sentence_.scope().clause_begin(occurrence.begin)) continue;
      ProseClaim claim;
      claim.kind = ProseClaim::Kind::denial;
      claim.begin = occurrence.begin;
      claim.end = occurrence.end;
      claim.text = claim.words = occurrence.phrase->word;
      for (const std::string& figure : occurrence.phrase->figures)
        claim.readings.push_back(figure_names(figure, {"total"}));
      claims_.push_back(std::move(claim));
    }
  }

  // Nothing but the whole is spoken of in the clause, and it ends here.
  bool is_of_whole(const Occurrence& denial) const {
    static const WordIndex kEnd = words_of("， ； 。 ！ 、 , ; ） . *");
    const ProseScope& scope = sentence_.scope();
    const std::string_view behind = sentence_.text().substr(denial.end);
    const std::string_view head = sentence_.between(scope.clause_begin(denial.begin), denial.begin);
    if (!prose::denying_head().covers(head) || !(behind.empty() || kEnd.begins(behind))) return false;
    return !scope.is_elsewhere(denial.begin) && !scope.is_of_others(denial.begin) &&
           !scope.is_quoted(denial.begin);
  }

  Sentence& sentence_;
  std::vector<ProseClaim> claims_;
  CountReader counts_;
  ChangeReader changes_;
  ShareReader shares_;
  ListReader lists_;
};

// Behind the full stop of the sentence that begins here.
std::size_t sentence_end(std::string_view line, std::size_t begin) {
  static const WordIndex kStops = {"。", "！", "？"};
  for (std::size_t i = begin; i < line.size(); i += character_size(line.substr(i))) {
    if (const std::size_t size = kStops.at(line.substr(i)).size) return i + size;
  }
  return line.size();
}

// Where in the paragraph each needed word has been said.
class NeededWords {
 public:
  NeededWords(std::string_view line, const std::set<std::string>& words, bool is_about_requests) {
    for (const std::string& word : words) {
      const bool is_given = is_about_requests && kAboutRequests.find(word) != std::string_view::npos;
      const std::size_t at = is_given ? 0 : line.find(word);
      if (at != std::string_view::npos) said_.emplace_back(is_given ? 0 : at + word.size(), word);
    }
  }
  std::set<std::string> until(std::size_t end) const {
    std::set<std::string> met;
    for (const auto& [at, word] : said_) {
      if (at <= end) met.insert(word);
    }
    return met;
  }

 private:
  std::vector<std::pair<std::size_t, std::string>> said_;
};

}  // namespace

ClaimReader::ClaimReader(std::vector<Phrase> phrases, ProseContext context)
    : book_(std::move(phrases), std::move(context)) {}

std::vector<ProseClaim> ClaimReader::read(std::string_view line, bool is_about_requests,
                                          std::size_t most) const {
  std::vector<ProseClaim> claims;
  const NeededWords needed(line, book_.needed_words(), is_about_requests);
  ProseThread thread;
  for (std::size_t begin = 0, end = 0; begin < line.size() && claims.size() < most; begin = end) {
    end = sentence_end(line, begin);
    const std::string_view text = line.substr(begin, end - begin);
    // “从申请人看，自然人301件”: a new sentence speaks of a row again, or goes on with 其中.
    if (!starts_with(trim(text), "其中")) thread = {};
    if (text.size() > kLongestSentence) continue;
    Sentence sentence(text, book_, needed.until(end), thread.row);
    for (ProseClaim& claim : SentenceReader(sentence, thread).read()) {
      claim.begin += begin;
      claim.end += begin;
      claims.push_back(std::move(claim));
    }
  }
  return claims;
}

}  // namespace nianbao
