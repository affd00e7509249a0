#include "model/unit_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/text.h"
#include "model/unit_group.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestPiece = 300;  // bytes; longer ones are no name and are not taken apart
constexpr std::size_t kMostPieces = 4;      // of which one name or group may consist
constexpr int kMostJoints = 8;              // 和, 等 … in one piece

using Strings = std::vector<std::string_view>;

bool separates(char32_t c) {
  static constexpr std::u32string_view kSigns = U"、，,；;\n\r\t";
  return kSigns.find(c) != std::u32string_view::npos;
}
// Where the text may be parted: byte positions of separating signs outside brackets. A bracket that is never
// closed protects nothing.
std::vector<std::size_t> find_separators(std::string_view text) {
  std::vector<std::size_t> found;
  std::vector<std::size_t> open;  // of each open bracket: how many separators stood before it
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(text, i);
    if (separates(c)) {
      found.push_back(at);
    } else if (opens_bracket(c)) {
      open.push_back(found.size());
    } else if (closes_bracket(c) && !open.empty()) {
      found.resize(open.back());
      open.pop_back();
    }
  }
  return found;
}

struct Piece {
  std::size_t begin = 0, end = 0;
};

std::vector<Piece> split_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    if (!trim(text.substr(begin, end - begin)).empty()) pieces.push_back({begin, end});
  };
  for (std::size_t at : find_separators(text)) {
    add(at);
    begin = at;
    next_code_point(text, begin);
  }
  add(text.size());
  return pieces;
}

// What follows "三个", "5家", "五" at the beginning: 等 before a number closes a list and leaves nobody out.
std::optional<std::string_view> behind_count(std::string_view text) {
  std::size_t i = 0;
  bool counted = false;
  while (i < text.size()) {
    const std::size_t at = i;
    static constexpr std::u32string_view kDigits = U"0123456789０１２３４５６７８９一二三四五六七八九十两";
    if (kDigits.find(next_code_point(text, i)) == std::u32string_view::npos) {
      i = at;
      break;
    }
    counted = true;
  }
  const std::string_view rest = text.substr(i);
  if (!counted) return std::nullopt;
  for (std::string_view measure : {"个", "家"}) {
    if (starts_with(rest, measure)) return rest.substr(measure.size());
  }
  return rest;
}

// "责任单位：甲局", "甲局牵头": without what says how the unit takes part.
std::string_view without_role(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kLabels = {"牵头单位", "牵头部门", "责任单位",
                                                              "责任部门", "配合单位", "配合部门"};
  static constexpr std::array<std::string_view, 8> kRoles = {
      "按职责分工负责", "按职责分工", "分别负责", "牵头负责", "牵头", "配合", "负责", "参与"};
  for (std::string_view label : kLabels) {
    for (std::string_view colon : {"：", ":"}) {
      if (starts_with(text, label) && starts_with(text.substr(label.size()), colon)) {
        return trim(text.substr(label.size() + colon.size()));
      }
    }
  }
  for (std::string_view role : kRoles) {
    if (ends_with(text, role)) return trim(text.substr(0, text.size() - role.size()));
  }
  return text;
}

class ListReader {
 public:
  ListReader(const UnitRegister& units, UnitList& list) : units_(units), list_(list) {}

  void read(std::string_view text) {
    const std::vector<Piece> pieces = split_pieces(text);
    for (std::size_t i = 0; i < pieces.size();) {
      const std::size_t count = joined_pieces(text, pieces, i);
      resolve(trim(text.substr(pieces[i].begin, pieces[i + count - 1].end - pieces[i].begin)), 0);
      i += count;
    }
  }

 private:
  bool has_register() const { return !units_.empty(); }
  // A list of names does not say who all the members are.
  bool expands_groups() const { return has_register() && units_.is_whole(); }
  bool is_known(std::string_view text) const { return find_unit(text) != nullptr; }

  // Also 甲局〈乙中心〉 where the register has 甲局（乙中心）, and 甲局（配合） where it has 甲局.
  const Unit* find_unit(std::string_view text) const {
    if (const Unit* unit = find_whole(text)) return unit;
    const auto parts = split_bracket(text);
    return parts ? units_.find(parts->before) : nullptr;
  }

  const Unit* find_whole(std::string_view text) const {
    if (!has_register() || text.size() > kLongestPiece) return nullptr;
    if (const Unit* unit = units_.find(text)) return unit;
    return units_.find(with_round_brackets(text));
  }

  static std::string with_round_brackets(std::string_view text) {
    std::string one_shape(text);
    for (const char* bracket : {"〈", "<", "《"}) one_shape = replace_all(one_shape, bracket, "(");
    for (const char* bracket : {"〉", ">", "》"}) one_shape = replace_all(one_shape, bracket, ")");
    return one_shape;
  }

  // 甲局（会同乙局）: what stands before the last bracket, and in it.
  struct Bracketed {
    std::string before, inside;
  };
  std::optional<Bracketed> split_bracket(std::string_view text) const {
    if (!has_register() || text.size() > kLongestPiece) return std::nullopt;
    const std::string key = name_key(with_round_brackets(text));
    const std::size_t open = key.rfind('(');
    if (open == std::string::npos || open == 0 || key.back() != ')') return std::nullopt;
    return Bracketed{key.substr(0, open), key.substr(open + 1, key.size() - open - 2)};
  }

  // How many pieces from `first` on are one name of the register, or one group.
  std::size_t joined_pieces(std::string_view text, const std::vector<Piece>& pieces,
                            std::size_t first) const {
    const auto text_of = [&](std::size_t from, std::size_t to) {
      return trim(text.substr(pieces[from].begin, pieces[to].end - pieces[from].begin));
    };
    const std::size_t most = std::min(kMostPieces, pieces.size() - first);
    for (std::size_t count = most; count > 1; --count) {
      const std::string_view joined = text_of(first, first + count - 1);
      if (joined.size() <= kLongestPiece && is_known(joined)) return count;
    }
    std::size_t count = 1;
    if (!holds_group(text_of(first, first))) return count;
    while (count < most && is_class_words(text_of(first + count, first + count))) ++count;
    return count;
  }

  // A group, or a name with one: 区司法局等有关部门.
  bool holds_group(std::string_view text) const {
    if (text.size() > kLongestPiece || is_known(text)) return false;
    if (parse_unit_group(text)) return true;
    const std::size_t at = text.rfind("等");
    return at != std::string_view::npos && parse_unit_group(text.substr(at + kJointBytes)).has_value();
  }

  void resolve(std::string_view text, int joints) {
    if (text.empty()) return;
    if (text.size() > kLongestPiece) return add_stranger(text);
    if (const Unit* unit = find_whole(text)) return add_name(unit->name);
    if (const Unit* unit = find_unit(text)) {
      add_name(unit->name);
      return add_bracketed(split_bracket(text)->inside, joints);
    }
    const std::string_view bare = without_role(text);
    if (bare.size() < text.size()) return resolve(bare, joints);
    if (const auto group = parse_unit_group(text)) {
      if (group->open && part_group(text, joints + 1)) return;
      return add_group(*group, text);
    }
    if (joints < kMostJoints && part(text, joints + 1)) return;
    add_stranger(text);
  }

  // （会同乙局、丙局）: units like those outside. A remark (配合), or another name of the office, is none.
  void add_bracketed(std::string_view inside, int joints) {
    static constexpr std::array<std::string_view, 8> kWith = {"会同", "联合", "配合单位", "配合部门",
                                                              "配合", "协同", "协助",     "参与"};
    bool is_with = false;
    for (std::string_view word : kWith) {
      if (!starts_with(inside, word)) continue;
      inside.remove_prefix(word.size());
      is_with = true;
      break;
    }
    while (starts_with(inside, ":")) inside.remove_prefix(1);
    const std::vector<Piece> pieces = split_pieces(inside);
    const auto text_of = [inside](const Piece& piece) {
      return trim(inside.substr(piece.begin, piece.end - piece.begin));
    };
    is_with = is_with || std::any_of(pieces.begin(), pieces.end(),
                                     [&](const Piece& piece) { return is_known(text_of(piece)); });
    if (!is_with || joints >= kMostJoints) return;
    for (const Piece& piece : pieces) {
      const std::string_view name = text_of(piece);
      if (is_known(name) || parse_unit_group(name) || !expands_groups()) {
        resolve(name, joints + 1);
      } else {
        add_once(name, list_.open, open_);
      }
    }
  }

  // 各街道（镇）等有关部门: the members of the group, and somebody else.
  bool part_group(std::string_view text, int joints) {
    const std::size_t at = text.rfind("等");
    if (at == std::string_view::npos || at == 0 || joints > kMostJoints) return false;
    const std::string_view left = trim(text.substr(0, at));
    const std::string_view right = trim(text.substr(at + kJointBytes));
    const auto group = parse_unit_group(left);
    if (!group || group->open || !part_at_others(left, right, joints)) return false;
    // A number closes a list of names; how many a group has, it does not say.
    if (behind_count(right)) add_once("等" + std::string(right), list_.open, open_);
    return true;
  }

  // Parts the text at its last joint that is one.
  bool part(std::string_view text, int joints) {
    static constexpr std::array<std::string_view, 6> kJoints = {"等", "以及", "会同", "和", "及", "与"};
    for (std::size_t at = text.size(); at-- > 1;) {
      for (std::string_view joint : kJoints) {
        if (!starts_with(text.substr(at), joint)) continue;
        if (joint == "及" && ends_with(text.substr(0, at), "以")) continue;  // found as 以及
        const std::string_view left = trim(text.substr(0, at));
        const std::string_view right = trim(text.substr(at + joint.size()));
        if (!left.empty() &&
            (joint == "等" ? part_at_others(left, right, joints) : part_at_and(left, right, joints))) {
          return true;
        }
      }
    }
    return false;
  }

  // 甲局等, 甲局等3个部门, 甲局等部门单位, 甲局等有关部门单位, 甲局等区直各部门.
  bool part_at_others(std::string_view left, std::string_view right, int joints) {
    const auto behind = behind_count(right);
    if (behind && (behind->empty() || is_class_words(*behind))) {
      resolve(left, joints);
      return true;
    }
    const auto group = parse_unit_group(right);
    if (!right.empty() && !group && !is_class_words(right)) return false;
    resolve(left, joints);
    if (group) {
      add_group(*group, right);
    } else {
      add_once(right.empty() ? "等" : right, list_.open, open_);
    }
    return true;
  }

  bool part_at_and(std::string_view left, std::string_view right, int joints) {
    const auto group = parse_unit_group(right);
    if (!group && !(is_known(right) && (is_known(left) || parse_unit_group(left)))) return false;
    resolve(left, joints);
    resolve(right, joints);
    return true;
  }

  void add_group(const UnitGroup& group, std::string_view text) {
    if (group.open) return add_once(text, list_.open, open_);
    if (!expands_groups()) return add_name(std::string(text));
    if (!expanded_.insert(name_key(text)).second) return;
    bool has_members = false;
    for (const Unit& unit : units_.units()) {
      const auto is_of = [&unit](const std::string& kind) { return name_key(unit.kind) == name_key(kind); };
      if (std::none_of(group.kinds.begin(), group.kinds.end(), is_of)) continue;
      has_members = true;
      add_name(unit.name);
    }
    if (!has_members) add_once(text, list_.open, open_);
  }

  void add_stranger(std::string_view text) {
    if (has_register()) add_once(text, list_.unknown, unknown_);
    if (!expands_groups()) add_name(std::string(text));
  }

  void add_name(const std::string& name) { add_once(name, list_.names, names_); }

  static void add_once(std::string_view text, std::vector<std::string>& list, std::set<std::string>& seen) {
    if (seen.insert(name_key(text)).second) list.emplace_back(text);
  }

  static constexpr std::size_t kJointBytes = std::string_view("等").size();
  const UnitRegister& units_;
  UnitList& list_;
  std::set<std::string> names_, unknown_, open_;
  std::set<std::string> expanded_;  // groups met before
};

}  // namespace

UnitList read_unit_list(std::string_view text, const UnitRegister& units) {
  UnitList list;
  ListReader(units, list).read(text);
  return list;
}

}  // namespace nianbao
