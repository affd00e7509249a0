#include "reporter/name_finder.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/person_names.h"
#include "base/text.h"

namespace nianbao {

namespace {

// Words for persons: what stands beside them is a name.
constexpr std::array<std::u32string_view, 18> kPersonBefore = {
    U"申请人", U"当事人", U"代理人", U"举报人", U"投诉人", U"信访人", U"联系人", U"负责人", U"第三人",
    U"公民",   U"居民",   U"村民",   U"市民",   U"群众",   U"业主",   U"原告",   U"被告",   U"姓名"};
constexpr std::array<std::u32string_view, 7> kPersonBehind = {U"先生", U"女士", U"同志",  U"老人",
                                                              U"本人", U"等人", U"身份证"};

// Words that go before and behind names as well as other words.
constexpr std::array<std::u32string_view, 34> kBefore = {
    U"与",   U"和",   U"及",   U"由",   U"向",   U"对",   U"为",   U"给",   U"被",   U"将",  U"因",   U"让",
    U"诉",   U"是",   U"如",   U"的",   U"叫",   U"以",   U"把",   U"经",   U"从",   U"到",  U"关于", U"答复",
    U"受理", U"收到", U"办理", U"征求", U"通知", U"告知", U"联系", U"约谈", U"回访", U"回复"};
constexpr std::array<std::u32string_view, 33> kBehind = {
    U"申请", U"提出", U"提交", U"要求", U"不服", U"反映", U"诉",   U"与",   U"和",   U"及",   U"向",
    U"对",   U"因",   U"于",   U"在",   U"的",   U"案",   U"一案", U"等",   U"提起", U"来",   U"邮寄",
    U"作出", U"所",   U"就",   U"以",   U"称",   U"询问", U"咨询", U"投诉", U"举报", U"多次", U"再次"};

constexpr std::uint64_t pair_key(char32_t first, char32_t second) {
  return (static_cast<std::uint64_t>(first) << 32U) | second;
}

bool is_token_character(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

NameFinder::NameFinder(const std::vector<std::string_view>& texts) {
  for (const std::string_view text : texts) add_text(text);
  index_pairs();
}

void NameFinder::add_text(std::string_view text) {
  const auto add = [this](char32_t c, std::size_t begin, std::size_t end, bool blank) {
    characters_.push_back(c);
    begin_.push_back(static_cast<std::uint32_t>(begin));
    end_.push_back(static_cast<std::uint32_t>(end));
    blank_before_.push_back(blank);
  };
  add(0, 0, 0, false);
  first_.push_back(characters_.size());
  bool blank = false;
  int line_breaks = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t raw = next_code_point(text, i);
    const char32_t c = name_character(raw);
    if (c == 0) {
      line_breaks += raw == '\n' ? 1 : 0;
      blank = blank || (raw != '\n' && raw != '\r');
      continue;
    }
    if (line_breaks > 1) add(0, begin, begin, false);
    add(c, begin, i, blank);
    blank = false;
    line_breaks = 0;
  }
  add(0, text.size(), text.size(), false);
}

void NameFinder::index_pairs() {
  pairs_.reserve(characters_.size());
  for (std::size_t i = 0; i + 1 < characters_.size(); ++i) {
    if (characters_[i] == 0 || characters_[i + 1] == 0) continue;
    pairs_.push_back({pair_key(characters_[i], characters_[i + 1]), static_cast<std::uint32_t>(i)});
  }
  std::sort(pairs_.begin(), pairs_.end(),
            [](const Pair& a, const Pair& b) { return std::tie(a.key, a.at) < std::tie(b.key, b.at); });
}

NameFinder::Range NameFinder::positions(char32_t first, char32_t second) const {
  const std::uint64_t key = pair_key(first, second);
  const auto begin = std::lower_bound(pairs_.begin(), pairs_.end(), key,
                                      [](const Pair& pair, std::uint64_t k) { return pair.key < k; });
  const auto end = std::upper_bound(begin, pairs_.end(), key,
                                    [](std::uint64_t k, const Pair& pair) { return k < pair.key; });
  return {begin, end};
}

bool NameFinder::stands_at(std::u32string_view name, std::size_t at) const {
  return characters_.compare(at, name.size(), name) == 0;
}

void NameFinder::find(const SearchedName& name, const std::function<void(const NameHit&)>& take) const {
  Range rarest;
  std::size_t offset = 0;
  for (std::size_t i = 0; i + 1 < name.key.size(); ++i) {
    const Range range = positions(name.key[i], name.key[i + 1]);
    if (range.first == range.second) return;
    if (i > 0 && range.second - range.first >= rarest.second - rarest.first) continue;
    rarest = range;
    offset = i;
  }
  for (auto pair = rarest.first; pair != rarest.second; ++pair) {
    if (pair->at < offset || !stands_at(name.key, pair->at - offset)) continue;
    const std::size_t begin = pair->at - offset;
    const Evidence found = evidence(name, begin);
    if (found == Evidence::none) continue;
    const auto next = std::upper_bound(first_.begin(), first_.end(), begin);
    take({static_cast<std::size_t>(next - first_.begin()) - 1, begin_[begin],
          end_[begin + name.key.size() - 1], found == Evidence::certain});
  }
}

NameFinder::Evidence NameFinder::evidence(const SearchedName& name, std::size_t begin) const {
  if (name.kind == SearchedKind::person) return evidence_of_person(name, begin);
  const std::size_t end = begin + name.key.size();
  const bool goes_on =
      (is_token_character(name.key.front()) && is_token_character(characters_[begin - 1]) &&
       !blank_before_[begin]) ||
      (is_token_character(name.key.back()) && is_token_character(characters_[end]) && !blank_before_[end]);
  if (goes_on) return Evidence::none;
  return name.is_organisation && !speaks_of_application(begin, end) ? Evidence::doubtful : Evidence::certain;
}

NameFinder::Evidence NameFinder::evidence_of_person(const SearchedName& name, std::size_t begin) const {
  const std::size_t end = begin + name.key.size();
  if (has_before(begin, kPersonBefore) || has_behind(end, kPersonBehind)) return Evidence::certain;
  if (name.is_word) return Evidence::none;
  const int free = (is_free_before(begin) ? 1 : 0) + (is_free_behind(end) ? 1 : 0);
  if (free == 2) return Evidence::certain;
  const auto is_one_of = [&](std::u32string_view surnames) {
    return surnames.find(name.key.front()) != std::u32string_view::npos;
  };
  if (name.key.size() == 3) return is_one_of(common_surnames()) ? Evidence::doubtful : Evidence::certain;
  return free == 1 || is_one_of(plain_surnames()) ? Evidence::doubtful : Evidence::none;
}

// The sentence has 申请 in it, other than in 依申请公开.
bool NameFinder::speaks_of_application(std::size_t begin, std::size_t end) const {
  const auto ends_sentence = [this](std::size_t at) {
    return characters_[at] == 0 ||
           std::u32string_view(U"。！？；;!?").find(characters_[at]) != std::u32string_view::npos;
  };
  while (!ends_sentence(begin - 1)) --begin;
  while (!ends_sentence(end)) ++end;
  for (std::size_t at = begin; at + 1 < end; ++at) {
    if (stands_at(U"申请", at) && characters_[at - 1] != U'依') return true;
  }
  return false;
}

bool NameFinder::is_free_before(std::size_t begin) const {
  const char32_t c = characters_[begin - 1];
  if (blank_before_[begin] || !(is_chinese_character(c) || c == U'·')) return true;
  return has_before(begin, kBefore);
}

bool NameFinder::is_free_behind(std::size_t end) const {
  const char32_t c = characters_[end];
  if (blank_before_[end] || !(is_chinese_character(c) || c == U'·')) return true;
  return has_behind(end, kBehind);
}

template <typename Words>
bool NameFinder::has_before(std::size_t begin, const Words& words) const {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return begin >= word.size() && stands_at(word, begin - word.size());
  });
}

template <typename Words>
bool NameFinder::has_behind(std::size_t end, const Words& words) const {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return stands_at(word, end); });
}

}  // namespace nianbao
