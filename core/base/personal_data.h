// Numbers by which a person is known, in any text (personal_digits.h says which). Full-width digits count, as
// do single blanks or hyphens where people put them: 138-1234-5678, 6222 0212 3456 7894.
//
// Digits that belong to something longer make no number: addresses of the web up to their question mark,
// decimals, amounts, identifiers with letters, numbers with other parts hung on by hyphens. Characters that
// cannot be seen are passed over.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

enum class PersonalNumberKind { identity, mobile, bank_card };

struct PersonalNumber {
  PersonalNumberKind kind = PersonalNumberKind::identity;
  std::size_t begin = 0, end = 0;  // bytes of the text, what stands between the digits included
  std::string digits;              // half-width, nothing between: "37010219900307001X"
};

// In the order of the text.
std::vector<PersonalNumber> find_personal_numbers(std::string_view text);

// 身份证号码, 手机号码, 银行卡号.
const char* personal_number_label(PersonalNumberKind kind);

// "138******78": enough to find it again, not enough to use it.
std::string masked_number(std::string_view digits);

// For text that is quoted: the numbers above are masked, and so is whatever only looks like an identity or
// mobile number, because one with a typing error is somebody's, too.
std::string without_personal_numbers(std::string_view text);

}  // namespace nianbao
