// Figures as words of a report:
//   share(part, whole, places)       "97.38%": two places where nothing is said; nil where there is nothing
//   to
//                                    share
//   shares({a, b, c}, places)        the list of shares of their sum; where rounding would not close to 100
//   %,
//                                    the largest remainders are rounded up, and the methods say so
//   growth(now, before, places)      to be read behind 同比: "增长1.08%", "下降2.50%", "持平", "由0增至5";
//                                    "无可比数据（首次统计）" where before is nil or nothing known; amounts,
//                                    too
//   mean(sum, count, places)         "9.07"
//   wan(value, places)               元 in 万元, a count in 万: "3.2"; no trailing zeros
//   date_cn(iso)                     二〇二四年六月二十六日
//   cn(n)                            一百二十三
//   list(items, most, none)          甲、乙、丙; 甲、乙等5个 where there are more than `most`; groups by
//   their
//                                    key; `none` for an empty list, which is an error without it
//   some(n, text, none)              text with n in the place of %, or `none` for 0: some(x, "收到%件",
//   "未收到")
// All are rounded half up from exact numbers. What is neither nothing nor all never prints as 0 or 100 %: it
// gets more places. A blank or 不适用 is an error, never 0.
#pragma once

#include <lua.hpp>

namespace nianbao {

// Into the table on top.
void set_format_functions(lua_State* lua);
// The same for places in texts, where share(0, 0) is an error.
void set_text_functions(lua_State* lua);

// A family of shares was closed by the largest remainder since the interpreter began.
bool has_closed_shares(lua_State* lua);

}  // namespace nianbao
