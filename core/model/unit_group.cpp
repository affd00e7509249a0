#include "model/unit_group.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestGroup = 150;  // bytes
constexpr const char* kStreet = "街道办事处";
constexpr const char* kTown = "镇政府";
constexpr const char* kTownship = "乡政府";

struct ClassWord {
  std::string_view word;
  std::vector<const char*> kinds;  // none: says nothing of its own
};

// Longer words before those that they begin with.
const std::vector<ClassWord>& class_words() {
  static const std::vector<ClassWord> kWords = {
      {"街道办事处", {kStreet}},
      {"街道办", {kStreet}},
      {"街道", {kStreet}},
      {"街办事处", {kStreet}},
      {"街办", {kStreet}},
      {"街", {kStreet}},
      {"办事处", {kStreet}},
      {"派出机关", {kStreet}},
      {"镇办事处", {kTown, kStreet}},
      {"镇办", {kTown, kStreet}},
      {"镇", {kTown}},
      {"乡", {kTownship}},
      {"级", {kStreet, kTown, kTownship}},
      {"功能区", {"功能区管委会"}},
      {"开发区", {"功能区管委会"}},
      {"管委会", {"功能区管委会"}},
      {"垂直管理单位", {"垂直管理"}},
      {"垂直管理部门", {"垂直管理"}},
      {"垂管单位", {"垂直管理"}},
      {"垂管部门", {"垂直管理"}},
      {"驻区单位", {"垂直管理"}},
      {"驻县单位", {"垂直管理"}},
      {"驻市单位", {"垂直管理"}},
      {"派出机构", {"派出机构"}},
      {"公共企事业单位", {"公共企事业单位"}},
      {"公共企业事业单位", {"公共企事业单位"}},
      {"企事业单位", {"公共企事业单位"}},
      {"企业事业单位", {"公共企事业单位"}},
      {"部门", {"部门", "政府办公室"}},
      {"单位", {"部门", "政府办公室", "派出机构", "垂直管理", "其他"}},
      {"人民政府", {}},
      {"政府", {}},
      {"工作", {}},
      {"组成", {}},
      {"职能", {}},
      {"直属", {}},
      {"所属", {}},
      {"以及", {}},
      {"和", {}},
      {"及", {}},
      {"与", {}},
  };
  return kWords;
}

// Whose departments they are, behind 各: 各区直部门.
constexpr std::array<std::string_view, 15> kScopes = {"区政府", "县政府", "市政府", "区直", "县直",
                                                      "市直",   "区级",   "县级",   "市级", "区属",
                                                      "县属",   "市属",   "全区",   "全县", "全市"};

// What a body ends with that stands before 各.
constexpr std::array<std::string_view, 15> kBodyEnds = {"政府", "管委会", "区", "县", "市", "州", "旗", "镇",
                                                        "乡",   "街道",   "直", "级", "属", "内", "委"};

// The text without blanks, in half width, and without the brackets and commas that stand between class words.
std::string group_key(std::string_view text) {
  std::string key;
  const std::string name = name_key(text);
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = next_code_point(name, i);
    static constexpr std::u32string_view kDropped = U"()〈〉<>《》、,/";
    if (kDropped.find(c) == std::u32string_view::npos) append_utf8(key, c);
  }
  return key;
}

bool take(std::string_view& rest, std::string_view word) {
  if (!starts_with(rest, word)) return false;
  rest.remove_prefix(word.size());
  return true;
}

void add_kinds(const std::vector<const char*>& from, std::vector<std::string>& kinds) {
  for (const char* kind : from) {
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.emplace_back(kind);
  }
}

bool take_class_word(std::string_view& rest, std::vector<std::string>& kinds) {
  for (const ClassWord& word : class_words()) {
    if (!take(rest, word.word)) continue;
    add_kinds(word.kinds, kinds);
    return true;
  }
  return false;
}

bool take_scope(std::string_view& rest) {
  return std::any_of(kScopes.begin(), kScopes.end(),
                     [&rest](std::string_view scope) { return take(rest, scope); });
}

struct Quantifier {
  std::string_view word;
  bool open;
};
constexpr std::array<Quantifier, 5> kQuantifiers = {
    {{"各", false}, {"全体", false}, {"所有", false}, {"有关", true}, {"相关", true}}};

const Quantifier* take_quantifier(std::string_view& rest) {
  for (const Quantifier& quantifier : kQuantifiers) {
    if (take(rest, quantifier.word)) return &quantifier;
  }
  return nullptr;
}

std::size_t first_quantifier(std::string_view key) {
  std::size_t first = std::string_view::npos;
  for (const Quantifier& quantifier : kQuantifiers) first = std::min(first, key.find(quantifier.word));
  return first;
}

bool is_body(std::string_view text) {
  if (text.empty()) return true;
  // 区财政局和区直有关部门 is a name and a group, not a group.
  for (std::string_view joint : {"和", "及", "与", "等", "会同"}) {
    if (text.find(joint) != std::string_view::npos) return false;
  }
  return std::any_of(kBodyEnds.begin(), kBodyEnds.end(),
                     [text](std::string_view end) { return ends_with(text, end); });
}

}  // namespace

std::optional<UnitGroup> parse_unit_group(std::string_view text) {
  if (text.size() > kLongestGroup) return std::nullopt;
  const std::string key = group_key(text);
  const std::size_t begin = first_quantifier(key);
  if (begin == std::string::npos) return std::nullopt;
  const std::string_view body = std::string_view(key).substr(0, begin);
  if (!is_body(body)) return std::nullopt;
  UnitGroup group;
  // The register holds no departments of the party.
  group.open = ends_with(body, "委");
  std::string_view rest = std::string_view(key).substr(begin);
  while (!rest.empty()) {
    if (const Quantifier* quantifier = take_quantifier(rest)) {
      group.open = group.open || quantifier->open;
    } else if (!take_scope(rest) && !take_class_word(rest, group.kinds)) {
      group.open = true;
      break;
    }
  }
  group.open = group.open || group.kinds.empty();
  if (group.open) group.kinds.clear();
  return group;
}

bool is_class_words(std::string_view text) {
  if (text.size() > kLongestGroup) return false;
  const std::string key = group_key(text);
  std::string_view rest = key;
  std::vector<std::string> kinds;
  while (!rest.empty()) {
    if (!take_class_word(rest, kinds)) return false;
  }
  return !kinds.empty();
}

}  // namespace nianbao
