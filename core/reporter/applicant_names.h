// What the cells 申请人姓名 and 申请人代号 say, as names to look for in texts. A cell may hold several names,
// titles and remarks; what names nobody (匿名, 张某, 公司, 12) gives no name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/ledgers.h"

namespace nianbao {

enum class SearchedKind {
  person,  // 2 or 3 Chinese characters
  name,    // longer: a company, a compound name, a name in Latin letters
  reference
};

struct SearchedName {
  std::u32string key;  // in the characters of name_key
  SearchedKind kind = SearchedKind::person;
  bool is_organisation = false;  // 大学, 公司: named in reports for other reasons, too
  bool is_word = false;  // of two characters, and a word of everyday prose, too: 文明, 平安, 高峰
};

std::vector<SearchedName> searched_names(const ApplicantCells& cells);

}  // namespace nianbao
