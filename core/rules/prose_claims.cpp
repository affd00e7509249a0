#include "rules/prose_claims.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>

#include "base/text.h"

namespace nianbao {

namespace {

// What a text on requests says without saying it.
constexpr std::string_view kAboutRequests = "政府信息公开申请";

// Bytes; what is longer is no sentence, and is not read.
constexpr std::size_t kLongestSentence = 3000;

// Words that may stand between a phrase and its number, longest first.
constexpr std::array<std::string_view, 55> kGlue = {"政府信息公开申请",
                                                    "依申请公开申请",
                                                    "信息公开申请",
                                                    "政府信息公开",
                                                    "政府信息",
                                                    "申请事项",
                                                    "公开申请",
                                                    "依申请公开",
                                                    "各类申请",
                                                    "申请数量",
                                                    "申请总数",
                                                    "申请件数",
                                                    "申请",
                                                    "案件数量",
                                                    "案件",
                                                    "件数",
                                                    "数量",
                                                    "总数",
                                                    "总量",
                                                    "总计",
                                                    "合计",
                                                    "共计",
                                                    "累计",
                                                    "共有",
                                                    "共",
                                                    "计",
                                                    "答复",
                                                    "决定",
                                                    "情形",
                                                    "情况",
                                                    "数",
                                                    "为",
                                                    "是",
                                                    "达到",
                                                    "达",
                                                    "了",
                                                    "的",
                                                    "有",
                                                    "约",
                                                    "大约",
                                                    "近",
                                                    "将近",
                                                    "超过",
                                                    "超",
                                                    "逾",
                                                    "“",
                                                    "”",
                                                    "：",
                                                    ":",
                                                    "（",
                                                    " ",
                                                    "各类",
                                                    "提交的",
                                                    "至",
                                                    "*"};
// Between two phrases whose figures are added.
constexpr std::array<std::string_view, 7> kAnd = {"以及", "及", "和", "与", "、", "或", "”"};
// Between a number and the phrase right behind it.
constexpr std::array<std::string_view, 9> kForwardGlue = {"申请", "的", "被", "作出", "作了",
                                                          "予以", "为", "“",  " "};
// A number behind one of these speaks of a part of the whole, or of something else.
constexpr std::array<std::string_view, 56> kOtherScope = {
    "涉及", "关于", "方面", "领域",   "上年度收", "去年",  "上一年", "上年收", "同期", "月份",
    "季度", "每",   "历年", "近三年", "近五年",   "年来",  "代理",   "其中涉", "建议", "提案",
    "热线", "留言", "来信", "信箱",   "信访",     "舆情",  "办件",   "咨询",   "投诉", "举报",
    "网民", "网友", "找错", "网络",   "网上",     "线上",  "当面",   "现场",   "邮寄", "信函",
    "信件", "传真", "渠道", "上半年", "下半年",   "平均",  "人均",   "单笔",   "最多", "最少",
    "其次", "参加", "参训", "满意",   "各单位",   "各部门"};
// What says beside a number that it includes the applications carried in, …
constexpr std::array<std::string_view, 6> kCarriedWords = {"含上年结转",   "含上年度结转",   "包括上年结转",
                                                           "包含上年结转", "包括上年度结转", "含结转"};
// … and elsewhere in the sentence that it may.
constexpr std::string_view kCarriedTogether = "连同上年";
constexpr std::array<std::string_view, 8> kGrows = {"同比增长",   "同比上升",   "同比增加",   "比上年增长",
                                                    "较上年增长", "比上年增加", "较上年增加", "增长"};
constexpr std::array<std::string_view, 8> kFalls = {"同比下降",   "同比减少",   "比上年下降", "较上年下降",
                                                    "比上年减少", "较上年减少", "下降",       "减少"};

template <std::size_t size>
bool has_one_of(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Nothing but words of the list.
template <std::size_t size>
bool is_only(std::string_view text, const std::array<std::string_view, size>& words) {
  while (!text.empty()) {
    const auto* word =
        std::find_if(words.begin(), words.end(), [&](std::string_view w) { return starts_with(text, w); });
    if (word == words.end()) return false;
    text.remove_prefix(word->size());
  }
  return true;
}

struct Occurrence {
  std::size_t begin = 0, end = 0;
  const Phrase* phrase = nullptr;
  bool is_column() const { return !phrase->columns.empty(); }
};

// A number, or a bound place, in the order of the sentence.
struct Mark {
  std::size_t begin = 0, after = 0;
  const NumberMention* number = nullptr;  // null for a bound place
};

class SentenceReader {
 public:
  // `so_far`: the paragraph through the end of the sentence.
  SentenceReader(std::string_view sentence, std::string_view so_far, const std::vector<Phrase>& phrases,
                 const ProseContext& context, const Phrase*& row)
      : text_(sentence), so_far_(so_far), context_(context), row_(row), numbers_(find_numbers(sentence)) {
    find_phrases(phrases);
    find_marks();
  }

  std::vector<ProseClaim> read() {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i].number != nullptr) read_number(i);
      pass_rows(marks_[i].after);
    }
    pass_rows(text_.size());
    drop_parts();
    return std::move(claims_);
  }

 private:
  // Two numbers for one figure in a sentence are parts of it, or one of them is: none of them is judged.
  void drop_parts() {
    const auto has_twin = [&](const ProseClaim& claim) {
      return std::any_of(claims_.begin(), claims_.end(), [&](const ProseClaim& other) {
        return other.kind == claim.kind && other.readings == claim.readings && other.text != claim.text;
      });
    };
    std::vector<ProseClaim> kept;
    for (const ProseClaim& claim : claims_) {
      if (!has_twin(claim)) kept.push_back(claim);
    }
    claims_ = std::move(kept);
  }

  // Everyday verbs speak of applications only where the paragraph does.
  bool has_needed_words(const Phrase& phrase) const {
    if (phrase.needs.empty()) return true;
    return std::any_of(phrase.needs.begin(), phrase.needs.end(),
                       [&](const std::string& word) { return so_far_.find(word) != std::string_view::npos; });
  }

  void find_phrases(const std::vector<Phrase>& phrases) {
    for (std::size_t i = 0; i < text_.size();) {
      if (const std::size_t bracket = carried_bracket(i); bracket > 0) {
        i += bracket;
        continue;
      }
      const auto phrase = std::find_if(phrases.begin(), phrases.end(),
                                       [&](const Phrase& p) { return starts_with(text_.substr(i), p.word); });
      if (phrase != phrases.end()) {
        if (has_needed_words(*phrase)) occurrences_.push_back({i, i + phrase->word.size(), &*phrase});
        i += phrase->word.size();
      } else {
        ++i;
      }
    }
  }

  void find_marks() {
    for (const NumberMention& number : numbers_) marks_.push_back({number.begin, number.after, &number});
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == kBoundPlace) marks_.push_back({i, i + 1, nullptr});
    }
    std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
  }

  // The row of table 三 that an applicant named later belongs to.
  void pass_rows(std::size_t until) {
    for (const Occurrence& occurrence : occurrences_) {
      const bool is_row =
          !occurrence.is_column() && starts_with(occurrence.phrase->figures.front(), "table3.");
      if (is_row && occurrence.begin >= passed_ && occurrence.end <= until) row_ = occurrence.phrase;
    }
    passed_ = std::max(passed_, until);
  }

  std::size_t begin_of(std::size_t i) const { return i == 0 ? 0 : marks_[i - 1].after; }

  void read_number(std::size_t i) {
    const NumberMention& number = *marks_[i].number;
    const std::size_t from = begin_of(i);
    last_mark_ = from;
    next_mark_ = i + 1 < marks_.size() ? marks_[i + 1].begin : text_.size();
    const std::string_view before = text_.substr(from, number.begin - from);
    pass_rows(from);
    if (is_elsewhere(number.begin)) return;
    if (number.percent) return read_percent(number, before, from);
    std::vector<const Occurrence*> tied = tied_before(number.begin, from);
    if (tied.empty()) tied = tied_behind(i);
    if (!tied.empty()) claim_count(number, tied);
  }

  // Another year, one unit, one topic: not of the whole.
  bool is_elsewhere(std::size_t at) const {
    const std::string_view part = text_.substr(0, at);
    if (has_one_of(part, kOtherScope)) return true;
    for (const std::string& name : context_.unit_names) {
      if (name != context_.issuer && part.find(name) != std::string_view::npos) return true;
    }
    return names_other_year(part);
  }

  bool names_other_year(std::string_view part) const {
    for (std::size_t at = part.find("年"); at != std::string_view::npos; at = part.find("年", at + 1)) {
      if (at < 4) continue;
      const std::string_view digits = part.substr(at - 4, 4);
      const bool is_year = digits.find_first_not_of("0123456789") == std::string_view::npos;
      if (is_year && digits != std::to_string(context_.year)) return true;
    }
    return false;
  }

  // The phrases right before the number: the last one, and those that are joined to it.
  std::vector<const Occurrence*> tied_before(std::size_t at, std::size_t from) const {
    std::vector<const Occurrence*> tied;
    std::size_t edge = at;
    for (const Occurrence& occurrence : std::ranges::reverse_view(occurrences_)) {
      if (occurrence.end > edge || occurrence.begin < from) continue;
      const std::string_view between = text_.substr(occurrence.end, edge - occurrence.end);
      const bool joins =
          tied.empty() ? is_glue(occurrence.end, edge) : goes_with(occurrence, *tied.front(), between);
      if (!joins) break;
      tied.insert(tied.begin(), &occurrence);
      edge = occurrence.begin;
    }
    return tied;
  }

  // Words of no meaning of their own, and brackets that say what is included.
  bool is_glue(std::size_t begin, std::size_t end) const {
    while (begin < end) {
      const std::string_view rest = text_.substr(begin, end - begin);
      std::size_t size = carried_bracket(begin);
      for (std::string_view word : kGlue) {
        if (size == 0 && starts_with(rest, word)) size = word.size();
      }
      if (size == 0) return false;
      begin += size;
    }
    return true;
  }

  // 予以公开和部分公开 are added; 自然人新收 and 新收自然人 say row and applicant.
  bool goes_with(const Occurrence& left, const Occurrence& right, std::string_view between) const {
    if (left.is_column() != right.is_column()) return is_only(between, kGlue);
    const bool same_table = left.is_column() || part_of(*left.phrase) == part_of(*right.phrase);
    return same_table && !between.empty() && is_only(between, kAnd);
  }

  static std::string part_of(const Phrase& phrase) {
    return phrase.figures.front().substr(0, phrase.figures.front().find('.'));
  }

  std::vector<const Occurrence*> tied_behind(std::size_t i) const {
    const std::size_t from = marks_[i].after;
    const std::size_t until = i + 1 < marks_.size() ? marks_[i + 1].begin : text_.size();
    for (const Occurrence& occurrence : occurrences_) {
      if (occurrence.begin < from || occurrence.end > until) continue;
      const bool is_near = is_only(text_.substr(from, occurrence.begin - from), kForwardGlue);
      // “9件，不予公开2件”: the phrase belongs to the number behind it.
      const bool is_next =
          until < text_.size() && is_only(text_.substr(occurrence.end, until - occurrence.end), kGlue);
      if (is_near && !is_next) return {&occurrence};
      break;
    }
    return {};
  }

  // “收到申请（含上年结转）406件”, “收到申请406件（含上年结转18件）”.
  bool is_carried_in_included(std::size_t begin) const {
    return has_one_of(text_.substr(begin, next_mark_ - begin), kCarriedWords);
  }
  bool may_include_carried_in() const {
    return has_one_of(text_, kCarriedWords) || text_.find(kCarriedTogether) != std::string_view::npos;
  }
  // The length of a bracket that says it, at this place; else 0.
  std::size_t carried_bracket(std::size_t at) const {
    if (!starts_with(text_.substr(at), "（")) return 0;
    const std::size_t close = text_.find("）", at);
    if (close == std::string_view::npos) return 0;
    const std::size_t open = at + std::string_view("（").size();
    const std::string_view inside = text_.substr(open, close - open);
    const bool says_it = std::find(kCarriedWords.begin(), kCarriedWords.end(), inside) != kCarriedWords.end();
    return says_it ? close + std::string_view("）").size() - at : 0;
  }

  // The names of one reading with the applicant put in.
  static std::vector<std::string> names_of(const std::string& figure, const std::string& column) {
    std::vector<std::string> names;
    for (std::string_view part : split(figure, '+')) {
      std::string name(trim(part));
      if (ends_with(name, ".*")) name = name.substr(0, name.size() - 1) + column;
      names.push_back(std::move(name));
    }
    return names;
  }

  void claim_count(const NumberMention& number, const std::vector<const Occurrence*>& tied) {
    ProseClaim claim = make_claim(number, tied);
    if (!claim.readings.empty() && goes_with_unit(number, tied)) {
      claims_.push_back(std::move(claim));
      last_count_ = claims_.size();
    }
  }

  static bool goes_with_unit(const NumberMention& number, const std::vector<const Occurrence*>& tied) {
    const auto& units = tied.back()->phrase->units;
    return units.empty() || std::find(units.begin(), units.end(), number.unit) != units.end();
  }

  ProseClaim make_claim(const NumberMention& number, const std::vector<const Occurrence*>& tied) const {
    ProseClaim claim;
    claim.begin = number.begin;
    claim.end = number.after;
    for (std::string_view word : {"约", "大约", "近", "将近", "超过", "超", "逾"}) {
      if (ends_with(text_.substr(0, claim.begin), word)) claim.begin -= word.size();
    }
    claim.text = std::string(text_.substr(claim.begin, claim.end - claim.begin));
    claim.words = std::string(text_.substr(tied.front()->begin, tied.back()->end - tied.front()->begin));
    std::vector<std::string> columns = {"total"};
    std::vector<const Phrase*> rows;
    for (const Occurrence* occurrence : tied) {
      if (occurrence->is_column()) columns = occurrence->phrase->columns;
      if (!occurrence->is_column()) rows.push_back(occurrence->phrase);
    }
    if (rows.empty()) rows.push_back(row_);
    if (rows.front() == nullptr) return claim;
    add_readings(rows, columns, claim);
    const bool names_applicant =
        std::any_of(tied.begin(), tied.end(), [](const Occurrence* o) { return o->is_column(); });
    if (!names_applicant) add_applicants_before(tied.front()->begin, rows, claim);
    const bool is_received = rows.size() == 1 && rows.front()->figures.front() == "table3.received.*";
    if (is_received) include_carried_in(tied.front()->begin, columns, claim);
    return claim;
  }

  void add_readings(const std::vector<const Phrase*>& rows, const std::vector<std::string>& columns,
                    ProseClaim& claim) const {
    if (rows.size() == 1) {
      for (const std::string& figure : rows.front()->figures)
        claim.readings.push_back(summed(figure, columns));
    } else {
      std::vector<std::string> sum;
      for (const Phrase* row : rows) {
        for (std::string& name : summed(row->figures.front(), columns)) sum.push_back(std::move(name));
      }
      claim.readings.push_back(std::move(sum));
    }
  }

  // “以自然人为主，新收301件”: the number may be of the applicants that were spoken of.
  void add_applicants_before(std::size_t at, const std::vector<const Phrase*>& rows,
                             ProseClaim& claim) const {
    for (const Occurrence& occurrence : occurrences_) {
      if (!occurrence.is_column() || occurrence.end > at) continue;
      // “商业企业申请37件，其中予以公开16件” goes on with them, too.
      const bool goes_on =
          text_.substr(occurrence.end, at - occurrence.end).find("其中") != std::string_view::npos;
      const bool is_before = occurrence.begin >= last_mark_ || goes_on;
      if (occurrence.is_column() && is_before) add_readings(rows, occurrence.phrase->columns, claim);
    }
  }

  void include_carried_in(std::size_t begin, const std::vector<std::string>& columns,
                          ProseClaim& claim) const {
    std::vector<std::string> both = summed("table3.received.* + table3.carried_in.*", columns);
    if (is_carried_in_included(begin)) {
      claim.readings = {std::move(both)};
    } else if (may_include_carried_in()) {
      claim.readings.push_back(std::move(both));
    }
  }

  static std::vector<std::string> summed(const std::string& figure, const std::vector<std::string>& columns) {
    std::vector<std::string> names;
    for (const std::string& column : columns) {
      for (std::string& name : names_of(figure, column)) names.push_back(std::move(name));
    }
    return names;
  }

  void read_percent(const NumberMention& number, std::string_view before, std::size_t from) {
    const bool grows = has_one_of(before, kGrows);
    const bool falls = has_one_of(before, kFalls);
    std::vector<const Occurrence*> tied =
        grows || falls ? std::vector<const Occurrence*>{} : tied_share(number, from);
    ProseClaim claim;
    if (!tied.empty()) {
      claim = make_claim(number, tied);
    } else if (last_count_ > 0 && claims_[last_count_ - 1].end <= from + 0 && is_right_behind(from)) {
      const ProseClaim& count = claims_[last_count_ - 1];
      claim.begin = number.begin;
      claim.end = number.after;
      claim.text = std::string(text_.substr(number.begin, number.after - number.begin));
      claim.words = count.words;
      claim.readings = count.readings;
      claim.own_count = count.text;
    } else {
      return;
    }
    const bool is_share = before.find("占") != std::string_view::npos;
    if (!grows && !falls && !is_share && !(claim.own_count.empty() ? false : is_bracket(before))) return;
    claim.kind = grows || falls ? ProseClaim::Kind::growth : ProseClaim::Kind::share;
    claim.falls = falls && !grows;
    if (!claim.readings.empty()) claims_.push_back(std::move(claim));
  }

  // “予以公开占33.9%”, “予以公开的占比为33.9%”.
  std::vector<const Occurrence*> tied_share(const NumberMention& number, std::size_t from) const {
    const std::size_t at = text_.substr(from, number.begin - from).find("占");
    return at == std::string_view::npos ? std::vector<const Occurrence*>{} : tied_before(from + at, from);
  }

  // The number before this one is the last count: nothing else stands between.
  bool is_right_behind(std::size_t from) const { return claims_[last_count_ - 1].end == from; }

  static bool is_bracket(std::string_view before) {
    return before == "（" || before == "，" || before == "、" || before == "(";
  }

  std::string_view text_, so_far_;
  const ProseContext& context_;
  const Phrase*& row_;
  std::vector<NumberMention> numbers_;
  std::vector<Occurrence> occurrences_;
  std::vector<Mark> marks_;
  std::vector<ProseClaim> claims_;
  std::size_t last_count_ = 0;  // claims_ index of the last count, plus one
  std::size_t passed_ = 0;
  std::size_t last_mark_ = 0, next_mark_ = 0;  // where the number before the one that is read ends, and the
                                               // one behind it begins
};

}  // namespace

ClaimReader::ClaimReader(std::vector<Phrase> phrases, ProseContext context)
    : phrases_(std::move(phrases)), context_(std::move(context)) {
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.word.size() > b.word.size(); });
}

std::vector<ProseClaim> ClaimReader::read(std::string_view line, bool is_about_requests) const {
  std::vector<ProseClaim> claims;
  const Phrase* row = nullptr;
  std::size_t begin = 0;
  while (begin < line.size()) {
    std::size_t end = line.size();
    for (std::string_view mark : {"。", "！", "？"}) {
      const std::size_t found = line.find(mark, begin);
      if (found != std::string_view::npos) end = std::min(end, found + mark.size());
    }
    const std::string_view sentence = line.substr(begin, end - begin);
    // “从申请人看，自然人301件”: a new sentence speaks of a row again, or goes on with 其中.
    if (!starts_with(trim(sentence), "其中")) row = nullptr;
    if (sentence.size() > kLongestSentence) {
      begin = end;
      continue;
    }
    for (ProseClaim& claim :
         SentenceReader(sentence, is_about_requests ? kAboutRequests : line.substr(0, end), phrases_,
                        context_, row)
             .read()) {
      claim.begin += begin;
      claim.end += begin;
      claims.push_back(std::move(claim));
    }
    begin = end;
  }
  return claims;
}

}  // namespace nianbao
