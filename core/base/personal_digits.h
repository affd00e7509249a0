// What digits alone say: whether they are an identity number, a mobile number or a bank card. Given
// half-width, with nothing between them; of an identity number the last may be X.
#pragma once

#include <string_view>

namespace nianbao {

// 18 with a province and a day of birth; the check digit may be wrong.
bool is_like_identity(std::string_view digits);
// GB 11643: its check digit (ISO 7064, MOD 11-2) is right, too.
bool is_identity(std::string_view digits);
// The 15 digits of before 1999: no check digit, two digits for the year.
bool is_old_identity(std::string_view digits);
bool is_mobile(std::string_view digits);
// 16 to 19 that pass Luhn and begin with 4, 5, 6, 9 or 35. Years (20…) and the regions of the east (31…, 37…)
// begin other numbers; a 统一社会信用代码 of digits alone is a body's.
bool is_bank_card(std::string_view digits);

}  // namespace nianbao
