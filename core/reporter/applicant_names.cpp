#include "reporter/applicant_names.h"

#include <algorithm>
#include <array>

#include "base/person_names.h"
#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestKey = 60;  // characters; longer is a remark, no name
constexpr std::size_t kShortestReference = 4;
constexpr std::size_t kShortestNumber =
    8;  // of a reference of digits alone: shorter ones are counts and years

// Words that stand where a name should, and name nobody.
constexpr std::array<std::u32string_view, 45> kNobody = {
    U"匿名",         U"无名",         U"不详",          U"未知",       U"保密",   U"隐私",     U"隐去",
    U"不公开",       U"未填",         U"不适用",        U"无",         U"空",     U"其他",     U"个人",
    U"本人",         U"公民",         U"自然人",        U"法人",       U"群众",   U"市民",     U"村民",
    U"居民",         U"业主",         U"商户",          U"企业",       U"公司",   U"单位",     U"组织",
    U"律师",         U"律所",         U"律师所",        U"律师事务所", U"事务所", U"有限公司", U"代理人",
    U"委托人",       U"申请人",       U"当事人",        U"第三人",     U"负责人", U"商业企业", U"科研机构",
    U"社会公益组织", U"法律服务机构", U"法人或其他组织"};

// Bodies are no persons, and reports speak of them.
constexpr std::array<std::u32string_view, 14> kBodies = {
    U"人民政府", U"政府", U"办公室", U"委员会", U"管委会", U"办事处", U"法院",
    U"检察院",   U"局",   U"村委会", U"居委会", U"街道",   U"派出所", U"大队"};

// Other organisations.
constexpr std::array<std::u32string_view, 29> kOrganisations = {
    U"大学",   U"学院",   U"学校",     U"中学",   U"小学", U"幼儿园", U"公司",   U"集团",
    U"银行",   U"医院",   U"协会",     U"学会",   U"商会", U"联合会", U"基金会", U"合作社",
    U"研究院", U"研究所", U"研究中心", U"事务所", U"中心", U"服务部", U"工厂",   U"商店",
    U"酒店",   U"报社",   U"出版社",   U"工作室", U"社区"};

constexpr std::array<std::u32string_view, 8> kTitles = {U"先生", U"女士", U"同志", U"小姐",
                                                        U"老师", U"律师", U"等人", U"等"};

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || c == '\'';
}

bool is_number(char32_t c) {
  return c >= '0' && c <= '9';
}

template <typename Test>
std::ptrdiff_t count(std::u32string_view text, Test test) {
  return std::count_if(text.begin(), text.end(), test);
}

bool ends(std::u32string_view text, std::u32string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

template <typename Words>
bool ends_with_one(std::u32string_view key, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return ends(key, word); });
}

// Whether a part of it was left out on purpose: 张某, 李**, 王×.
bool is_veiled(std::u32string_view key) {
  return key.find_first_of(U"某*×○?�") != std::u32string_view::npos;
}

bool names_nobody(std::u32string_view key) {
  if (std::find(kNobody.begin(), kNobody.end(), key) != kNobody.end() || is_veiled(key)) return true;
  return ends_with_one(key, kBodies);
}

// "张三(代理人)" -> "张三", "张三先生" -> "张三"; a bracket inside a company's name stays.
std::u32string without_remarks(std::u32string key) {
  if (!key.empty() && key.back() == ')') key.resize(std::min(key.size(), key.rfind(U'(')));
  const std::size_t more = key.find(U'等');  // 张三等3人
  if (more != std::u32string::npos && more + 4 >= key.size() && ends(key, U"人")) key.resize(more);
  for (const std::u32string_view title : kTitles) {
    if (ends(key, title)) key.resize(key.size() - title.size());
  }
  return key;
}

void add_name(std::u32string key, std::vector<SearchedName>& names) {
  key = without_remarks(std::move(key));
  if (key.size() < 2 || key.size() > kLongestKey || names_nobody(key)) return;
  const std::ptrdiff_t chinese = count(key, is_chinese_character);
  const bool is_person = key.size() <= 3 && chinese == static_cast<std::ptrdiff_t>(key.size());
  const bool is_long = key.size() >= 4 && chinese + count(key, is_letter) >= 2;
  const bool is_word = key.size() == 2 && is_everyday_word(key);
  if (is_person) names.push_back({key, SearchedKind::person, false, is_word});
  const bool is_organisation = ends_with_one(key, kOrganisations);
  if (is_long) names.push_back({std::move(key), SearchedKind::name, is_organisation, false});
}

// Names of a cell are parted by 、 and the like; blanks part Chinese names of two characters and more ("张
// 三" is one), and stand inside Latin ones.
void split_names(std::string_view cell, std::vector<SearchedName>& names) {
  std::u32string name;
  std::u32string part;  // behind the last blank
  const auto end_part = [&] {
    const bool is_next = name.size() >= 2 && part.size() >= 2 && is_chinese_character(part[0]) &&
                         is_chinese_character(name.back());
    if (is_next) {
      add_name(std::move(name), names);
      name.clear();
    }
    name += part;
    part.clear();
  };
  const auto end_name = [&] {
    end_part();
    if (!name.empty()) add_name(std::move(name), names);
    name.clear();
  };
  for (std::size_t i = 0; i < cell.size();) {
    const char32_t raw = next_code_point(cell, i);
    const char32_t c = name_character(raw);
    if (raw == '\n' || std::u32string_view(U"、,;/|").find(c) != std::u32string_view::npos) {
      end_name();
    } else if (c == 0) {
      end_part();
    } else if (part.size() <= kLongestKey) {
      part.push_back(c);
    }
  }
  end_name();
}

void add_reference(std::string_view cell, std::vector<SearchedName>& names) {
  std::u32string key;
  for (std::size_t i = 0; i < cell.size() && key.size() <= kLongestKey;) {
    const char32_t c = name_character(next_code_point(cell, i));
    if (c != 0) key.push_back(c);
  }
  if (key.size() < kShortestReference || key.size() > kLongestKey || is_veiled(key)) return;
  const auto digits = static_cast<std::size_t>(count(key, is_number));
  const bool has_more = digits < key.size() &&
                        count(key, [](char32_t c) { return is_letter(c) || is_chinese_character(c); }) > 0;
  if (digits > 0 && (has_more || digits >= kShortestNumber)) {
    names.push_back({std::move(key), SearchedKind::reference, false, false});
  }
}

}  // namespace

std::vector<SearchedName> searched_names(const ApplicantCells& cells) {
  std::vector<SearchedName> names;
  split_names(cells.name, names);
  add_reference(cells.reference, names);
  return names;
}

}  // namespace nianbao
