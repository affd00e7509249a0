// Numbers as Chinese prose writes them: 1,234件, 3.2万条, 一百二十件, 十余次, 约3600件, 33.9%, 百分之五.
//
// What is no count is passed over: years, days and other dates, 第…, 〔2021〕30号, telephone numbers,
// addresses of the web, and the numbers of paragraphs (“1.” “（二）” “三、”). A Chinese numeral counts only
// before a measure word, so that 一是, 统一, 三审三校 are none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/number_words.h"

namespace nianbao {

enum class Precision {
  exact,    // 34, and 3.2万 or 33.9 % as far as it is written
  about,    // 约, 近, 左右: within a twentieth
  at_least  // 余, 多, 以上, 超过: not less, and less than one more of the last digit written
};

struct NumberMention {
  std::size_t begin = 0, end = 0;  // bytes of the number in the text, the measure word not included
  std::size_t said = 0;            // where 约 and the like before the number begin, else `begin`
  std::size_t after = 0;           // behind the measure word, and 左右 behind it
  Decimal value;                   // 3.2万 is 32000; 4166.24万元 stays 4166.24
  Decimal step{1};                 // one of the last digit written: 3.2万 has 1000, 33.9 has 0.1
  Precision precision = Precision::exact;
  bool percent = false;
  std::string unit;  // 件, 条, 万元, 个工作日 …; empty where none follows

  // Whether `figure`, not negative, may be written like this: equal where it is whole, else rounded half up
  // to its step or cut there. Only 约, 余, 多, 近, 左右 and the like allow more.
  bool admits(const Decimal& figure) const;
};

// In the order of the text.
std::vector<NumberMention> find_numbers(std::string_view text);

// Bytes of the measure word that `text` begins with: 件, 万元, 个工作日; 0 for none. The one list of them.
std::size_t measure_word_size(std::string_view text);

}  // namespace nianbao
