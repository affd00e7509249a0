// What Lua itself has to say reaches the author of a pack, and of a place in text, in Chinese.
#include "rules/lua_message.h"

#include <gtest/gtest.h>

#include <cctype>
#include <set>

#include "base/text.h"
#include "rules/text_binding.h"
#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

struct Fault {
  const char* code;
  const char* message;  // part of what is said
};

// Words of Lua and names that the author wrote may stay.
const std::set<std::string> kWordsOfLua = {
    "share",      "date",         "table3",    "refused",    "total",
    "nil",        "for",          "assert",    "goto",       "break",
    "const",      "close",        "local",     "national",   "checks",
    "lua",        "table",        "concat",    "insert",     "string",
    "format",     "rep",          "char",      "__index",    "find",
    "byte",       "utf8",         "codepoint", "tonumber",   "tointeger",
    "len",        "select",       "ipairs",    "math",       "floor",
    "fmod",       "setmetatable", "codes",     "__newindex", "max",
    "offset",     "tostring",     "rawlen",    "rawset",     "rawget",
    "rawequal",   "getmetatable", "xpcall",    "move",       "unpack",
    "__tostring", "__len",        "upper",     "sort",       "pcall",
    "ult",        "gsub",         "error",     "pairs",      "next",
    "sum",        "report",       "is_number", "type",       "remove",
    "UTF",        "Lua",          "in",        "end",        "if",
    "function",   "not",          "and",       "or",         "run",
    "ctx",        "doc",          "message",   "rule",       "severity",
    "hint",       "cell",         "at",        "left",       "right",
    "basis",      "count",        "growth",    "mean",       "wan",
    "paragraph",  "include",      "money",     "blank",      "not_applicable",
    "width",      "by_unit",      "activities"};

// The first word of English outside of quotation marks; empty where there is none.
std::string english_in(std::string text) {
  for (const auto& [open, close] : {std::pair<std::string, std::string>{"“", "”"}, {"'", "'"}}) {
    for (std::size_t from = text.find(open); from != std::string::npos; from = text.find(open)) {
      const std::size_t to = text.find(close, from + open.size());
      text.erase(from, to == std::string::npos ? std::string::npos : to + close.size() - from);
    }
  }
  std::string word;
  for (const char c : text + " ") {
    const bool is_letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    if (is_letter) {
      word += c;
      continue;
    }
    if (word.size() > 1 && std::isalpha(static_cast<unsigned char>(word[0])) != 0 &&
        kWordsOfLua.count(word) == 0)
      return word;
    word.clear();
  }
  return {};
}

class LuaFault : public testing::TestWithParam<Fault> {};

void PrintTo(const Fault& fault, std::ostream* out) {
  *out << fault.code;
}

constexpr const char* kHead =
    "check { code = 'A-01', severity = 'note', title = '试', run = function(ctx, report)\n";

TEST_P(LuaFault, IsSaidInChineseAtItsLine) {
  const PackFolder folder;
  folder.write("national/checks.lua", std::string(kHead) + GetParam().code + "\nend }\n");
  const auto findings = run_checks(folder, "national").sorted();
  ASSERT_EQ(findings.size(), 1U) << testing::PrintToString(brief(run_checks(folder, "national")));
  EXPECT_TRUE(findings[0].code == "M-01" || findings[0].code == "M-02") << findings[0].code;
  std::string message = findings[0].message;
  EXPECT_NE(message.find(GetParam().message), std::string::npos) << message;
  message = message.substr(message.find("：") + 1);
  for (const std::string name : {"A-01"}) {
    const std::size_t at = message.find(name);
    if (at != std::string::npos) message.erase(at, name.size());
  }
  EXPECT_EQ(english_in(message), "") << findings[0].message;
  EXPECT_GE(findings[0].place.row, 2) << findings[0].message;
  EXPECT_LE(findings[0].place.row, 4) << findings[0].message;
  EXPECT_EQ(message.find("checks.lua:"), std::string::npos) << message;
}

constexpr Fault kSyntaxFaults[] = {
    {"x = = 1", "“=”处的写法不对"},
    {"local x = )", "“)”处的写法不对"},
    {"local x = 3x", "不是数"},
    {"local x = 0x", "不是数"},
    {"local x = 1e", "不是数"},
    {"local x = 'abc", "引号没有配对"},
    {"local x = [==[abc", "第 2 行开始的长引号没有配对"},
    {"--[[ abc", "第 2 行开始的长注释没有配对"},
    {"local x = [=abc", "长引号写法不对"},
    {"local x = '\\xZZ'", "应为十六进制数字"},
    {"local x = '\\u123'", "缺少“{”"},
    {"local x = '\\u{123'", "缺少“}”"},
    {"local x = '\\u{FFFFFFFFFF}'", "编号太大"},
    {"local x = '\\300'", "大于 255"},
    {"local x = '\\q'", "转义不对"},
    {"foo", "写法不对"},
    {"local f = function(a, 1) end", "“1”前面缺少参数名称或“...”"},
    {"local 1 = 2", "“1”前面缺少名称"},
    {"for i = 1 do end", "“do”前面缺少“,”"},
    {"for i, j do end", "“do”前面缺少“in”"},
    {"for i = 1, 2 x end", "“x”前面缺少“do”"},
    {"if true then\nlocal x = (1 + 2", "“)”"},
    {"local x = a:b", "缺少函数的参数"},
    {"local t = { 1, 2", "前面缺少“}”"},
    {"local t = {\n1, 2 3 }", "“3”前面缺少“}”，同第 2 行的“{”配对"},
    {"local f = function() return ... end", "没有“...”"},
    {"goto nowhere", "第 2 行 goto 的标签“nowhere”不存在"},
    {"do goto l1 local a ::l1:: print(a) end", "跳过了局部变量“a”的定义"},
    {"::l1:: ::l1::", "标签“l1”在第 2 行已经有了"},
    {"if ctx != 0 then end", "不等于写 ~=，不写 !="},
    {"if !ctx then end", "“不”写 not，不写 !"},
    {"local x = !ctx", "“不”写 not"},
    {"if 1 = 1 then end", "写 ==，一个 = 是赋值"},
    {"while ctx = 1 do end", "写 ==，一个 = 是赋值"},
    {"local a = 1\na += 1", "写成 a = a + …"},
    {"local a = 1\na++", "写成 a = a + 1"},
    {"local s = ''\ns ..= 'x'", "写成 s = s .. …"},
    {"if ctx && report then end", "“并且”写 and"},
    {"if ctx || report then end", "“或者”写 or"},
    {"# 一句话", "注释用 -- 开头，不用 #"},
    {"// 一句话", "注释用 -- 开头，不用 //"},
    {"/* 一句话 */", "注释用 -- 开头，不用 /*"},
    {"local a = 1 // 一句话", "注释用 -- 开头，不用 //"},
    {"local a = 1 # 一句话", "注释用 -- 开头，不用 #"},
    {"local t = {\n  a = 1\n  b = 2 }", "“b”前面少了逗号，多半在第 3 行的末尾"},
    {"report {  message = '甲' -- 乙\n\n  hint = '丙' }", "“hint”前面少了逗号，多半在第 2 行的末尾"},
    {"local t = {\n'a'\n'b' }", "前面少了逗号，多半在第 3 行的末尾"},
    {"if ctx then\n}", "“}”前面少一个 end：从第 2 行的 if 起"},
    {"for i = 1, 2 do if ctx then end --[[ end\n ]] }", "“}”前面少一个 end：从第 2 行的 for 起"},
    {"local x = { 1 +\n}", "“}”处的写法不对"},
    {"break", "第 2 行的 break 不在循环里"},
    {"local x <const> = 1 x = 2", "“x”是常量"},
    {"local x <konst> = 1", "没有“konst”这种属性"},
    {"local x <close>, y <close> = nil, nil", "只能有一个 <close> 变量"},
    {"local a = 1 + * 2", "“*”处的写法不对"},
    {"return 1, x y", "“y”"},
    {"local x = ~= 1", "写法不对"},
    {"local x = @", "写法不对"},
    {"a.b:c = 1", "缺少函数的参数"},
    {"f() = 1", "写法不对"},
    {"until true", "前面少一个 end"},
    {"local function 1() end", "前面缺少名称"},
};
INSTANTIATE_TEST_SUITE_P(Syntax, LuaFault, testing::ValuesIn(kSyntaxFaults));

constexpr Fault kRuntimeFaults[] = {
    {"local x x()", "要调用的“x”是 nil，不是函数"},
    {"local t = {} t.a.b = 1", "要取“a”的成员，但它是 nil"},
    {"local t = {} t:go()", "要调用的“go”是 nil"},
    {"local x = {} return x + 1", "要用“x”计算，但它是表，不是数"},
    {"local x = 'a' return x + 1", "要用“x”计算，但它是文字，不是数"},
    {"return -{}", "某个值"},
    {"return 'a' | 1", "做位运算，但它是文字"},
    {"return 1.5 | 1", "这里要整数"},
    {"local x = 1.5 return x & 1", "这里要整数"},
    {"return '1.5' | 1", "做位运算"},
    {"return 1 << {}", "做位运算"},
    {"return 'a' .. {}", "接成文字，但它是表"},
    {"return 'a' .. nil", "接成文字，但它是 nil"},
    {"return #5", "要取"},
    {"return {} < {}", "两个表不能比大小"},
    {"return 1 < 'a'", "数与文字不能比大小"},
    {"return nil < 1", "nil与数不能比大小"},
    {"return ctx < 1", "程序提供的表"},
    {"return 1 // 0", "除以 0"},
    {"return 1 % 0", "除以 0"},
    {"for i = 'a', 2 do end", "for 的初值应为数，得到文字"},
    {"for i = 1, {} do end", "for 的终值应为数，得到表"},
    {"for i = 1, 2, true do end", "for 的步长应为数，得到真假值"},
    {"for i = 1, 2, 0 do end", "步长是 0"},
    {"for k in 5 do end", "不是函数"},
    {"local t = {} t[nil] = 1", "键是 nil"},
    {"local t = {} t[0 / 0] = 1", "非数"},
    {"rawset({}, nil, 1)", "键是 nil"},
    {"return tostring(setmetatable({}, { __tostring = function() return {} end }))", "__tostring 应返回文字"},
    {"local t = {} for i = 1, 3000 do t = setmetatable({}, { __index = t }) end return t.x", "绕成了圈"},
    {"local t = {} for i = 1, 3000 do t = setmetatable({}, { __newindex = t }) end t.x = 1", "绕成了圈"},
    {"local x <close> = 5", "不能关闭"},
    {"local function f() return pcall(f) end local function g() g() end string.gsub('a', 'a', function() "
     "error('层') end)",
     "层"},
    {"xpcall(error, 5)", "应为函数，得到数"},
    {"assert(false)", "assert 的条件不成立"},
    {"assert(nil, nil)", "nil"},
    {"assert()", "没有给值"},
    {"error({})", "不是文字，而是表"},
    {"error()", "nil"},
    {"error(1.5)", "1.5"},
    {"setmetatable(5, {})", "应为表，得到数"},
    {"setmetatable({}, 5)", "应为表或 nil"},
    {"setmetatable(setmetatable({}, { __metatable = 1 }), {})", "受保护"},
    {"ipairs()", "没有给值"},
    {"pairs(5)", "应为表，得到数"},
    {"next(5)", "应为表"},
    {"select(0)", "序号超出范围"},
    {"select('x')", "应为数，得到文字"},
    {"rawlen(5)", "应为表或文字"},
    {"rawget(5, 1)", "应为表"},
    {"rawequal(1)", "没有给值"},
    {"tonumber()", "没有给值"},
    {"tonumber('1', 99)", "进制应为 2 至 36"},
    {"tonumber(1, 10)", "应为文字，得到数"},
    {"type()", "没有给值"},
    {"getmetatable()", "没有给值"},
    {"tostring()", "没有给值"},
    {"string.rep()", "应为数，得到没有给值"},
    {"string.rep('x', {})", "应为数，得到表"},
    {"string.rep('x', 1.5)", "应为整数"},
    {"string.rep({}, 5)", "应为文字，得到表"},
    {"string.char(999)", "超出范围"},
    {"string.char('x')", "应为数，得到文字"},
    {"('x'):upper({}) local s = 5 s:upper()", "成员"},
    {"string.upper()", "应为文字，得到没有给值"},
    {"string.format('%d', 'x')", "应为数，得到文字"},
    {"string.format('%d', 1.5)", "应为整数"},
    {"string.format('%d')", "没有给值"},
    {"string.format('%y', 1)", "不认得"},
    {"string.format('%1000d', 1)", "不认得"},
    {"string.format('%5q', 'x')", "不能带位数"},
    {"string.format('%5s', 'a\\0b')", "字节 0"},
    {"string.find()", "应为文字"},
    {"string.find('x', '[')", "模式"},
    {"string.find('x', '%')", "模式"},
    {"string.find('x', '(x')", "括号"},
    {"string.gsub('x', 'x')", "应为文字、函数或表"},
    {"string.gsub('x', 'x', '%9')", "替换文字"},
    {"string.gsub('x', 'x', function() return {} end)", "得到表"},
    {"string.byte({})", "应为文字，得到表"},
    {"table.concat({ {} })", "第 1 项是表"},
    {"table.concat({ 1, 2 }, 1, 1, 5)", "是 nil"},
    {"table.concat(5)", "得到数"},
    {"table.insert({}, 1, 2, 3)", "参数个数不对"},
    {"table.insert({}, 9, 2)", "位置超出范围"},
    {"table.insert({})", "参数个数不对"},
    {"table.insert(nil, 1)", "得到 nil"},
    {"table.remove({}, 9)", "位置超出范围"},
    {"table.unpack({}, 1, 9000000)", "太多"},
    {"table.move({}, 1, 2)", "应为数"},
    {"table.sort({ 1, 'a' })", "不能比大小"},
    {"table.sort({ 1, 2 }, 5)", "应为函数"},
    {"math.floor('x')", "应为数，得到文字"},
    {"math.floor({})", "应为数，得到表"},
    {"math.max()", "没有给值"},
    {"math.fmod(1, 0)", "不能是 0"},
    {"math.ult(1.5, 1)", "应为整数"},
    {"math.tointeger()", "没有给值"},
    {"utf8.char(-1)", "超出范围"},
    {"utf8.codepoint('汉', 2)", "不是有效的 UTF-8"},
    {"utf8.codepoint('a', 5)", "超出范围"},
    {"utf8.len('a', 9)", "起点超出范围"},
    {"utf8.offset('汉', 1, 2)", "一个字的中间"},
    {"utf8.offset('a', 1, 9)", "位置超出范围"},
    {"for _ in utf8.codes('\\xff') do end", "不是有效的 UTF-8"},
    {"return blank + 1", "（空白）不是数"},
    {"return ctx.figures.table2.administrative_charge * 2", "金额只能相加和比较"},
    {"return '办结' + ctx.figures.table3.total.total", "接文字用 .."},
    {"for _, a in ctx.by_unit do end", "写 ipairs(ctx.by_unit)"},
    {"local t = { 1 } for _, a in t do end", "写 ipairs(t)，按名称取写 pairs(t)"},
    {"for _, a in ctx.activities do end", "多半没有这一部分数据：先判断，有数据时写 ipairs(ctx.activities)"},
    {"return os.time()", "沙箱里没有“os”"},
    {"return io.open('x')", "沙箱里没有“io”"},
    {"return load('x')", "沙箱里没有“load”"},
    {"return require 'x'", "引入另一个文件用 include"},
    {"return doc.x", "章节 run 的参数里要写它"},
    {"table.sort(ctx.by_unit)", "先用 ipairs 逐项抄进自己的表"},
    {"return ctx.by_unit[0]", "列表从 1 起"},
    {"report { mesage = '甲' }", "不认识“mesage”这个字段，是不是“message”？report 可以写：message、hint"},
    {"report { '甲' }", "report 里每一项都要写成 字段 = 值"},
    {"report { message = '' }", "message 是空的"},
    {"report { hint = '甲' }", "没有写 message（错在哪里）"},
    {"report { message = '甲', left = 3.5 }", "带小数的数（3.5）"},
    {"report { message = '占' .. 118 / 3 .. '。' }", "文字里算出来的是带小数的数（39.3333）"},
    {"report { message = '甲', hint = '占' .. 2 / 3 }", "带小数的数（0.666667）"},
    {"return n('12')", "n 的数不加引号"},
    {"report(5)", "应为一个表"},
    {"report { message = {} }", "应为文字，得到表"},
    {"sum(5)", "sum 要用花括号"},
    {"n({})", "n 的数要一个数，得到一张列表"},
    {"n()", "n 缺少第 1 项"},
    {"date(5)", "日期要加引号"},
    {"share('x', 1)", "件数，得到"},
    {"return unknown_name", "没有“unknown_name”这个名称"},
};
INSTANTIATE_TEST_SUITE_P(Runtime, LuaFault, testing::ValuesIn(kRuntimeFaults));

TEST(LuaMessages, WhatIsLeftOpenIsNamedWithItsLine) {
  const std::string check =
      "check { code = 'A-01', severity = 'note', title = '试',\n  run = function() end\n";
  const std::pair<std::string, const char*> sources[] = {
      {check, "末尾前面缺少“}”，同第 1 行的“{”配对"},
      {check + "\n" + check + "}\n", "“check”前面缺少“}”，同第 1 行的“{”配对"},
      {"local function f()\n  if f then\n  end\n", "末尾前面少一个 end：第 1 行的“function”没有结束"},
      {"check { code = 'A-01',\n run = function(ctx)\n  for i = 1, 2 do\n    if ctx then f() end\n end,\n}\n",
       "“,”前面少一个 end：从第 2 行的 function 起"},
      {"local x = f(function() if f then return 1 end)\n", "“)”前面少一个 end：从第 1 行的 function 起"},
      {"f(1, , 2)\n", "“,”处的写法不对"},
      {"f(a = 1)\n", "“=”前面缺少“)”"},
      {"local n = #列表\n", "“列”不在引号里"},
  };
  for (const auto& [source, wanted] : sources) {
    const PackFolder folder;
    folder.write("national/checks.lua", source);
    const auto found = run_checks(folder, "national").sorted();
    ASSERT_EQ(found.size(), 1U) << source;
    EXPECT_NE(found[0].message.find(wanted), std::string::npos) << found[0].message;
  }
}

// The author's line is read again and again, but not without end.
TEST(LuaMessages, LongSourcesAreReadInShortTime) {
  const std::string blanks(500'000, '\n');
  const PackFolder folder;
  folder.write("national/checks.lua", "local t = { 'a'" + blanks + "b = 1" + std::string(300'000, '}'));
  EXPECT_EQ(run_checks(folder, "national").sorted().size(), 1U);
}

// A check that wants to report, and says nowhere that it takes `report`.
TEST(LuaMessages, AParameterThatIsMissingIsNamed) {
  const PackFolder folder;
  folder.write("national/checks.lua",
               "check { code = 'A-01', severity = 'note', title = '试', run = function(ctx)\n"
               "report { message = '甲' } end }\n");
  const auto found = run_checks(folder, "national").sorted();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].message.find("没有 report：run 的参数里要写它，run = function(ctx, report)"),
            std::string::npos)
      << found[0].message;
  EXPECT_EQ(found[0].place.row, 2);
}

// A place in a file is told beside the message, not in it, too.
TEST(LuaMessages, AFileIsNotNamedTwice) {
  const PackFolder folder;
  folder.write("national/checks.lua", "local t = nil + 1\n");
  const auto found = run_checks(folder, "national").sorted();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.file, "plugins/national/checks.lua");
  EXPECT_TRUE(starts_with(found[0].message, "规则包 national 的这个文件运行失败：")) << found[0].message;
}

// What a section says wrong.
TEST(LuaMessages, WhatTheDocumentRefusesIsSaidWithWhatToWrite) {
  const std::pair<const char*, const char*> sections[] = {
      {"doc.paragraph('甲')", "要写冒号：doc:paragraph(…)"},
      {"doc.heading(1, '甲')", "要写冒号：doc:heading(…)"},
      {"doc.item('1.', '甲')", "要写冒号：doc:item(…)"},
      {"doc.annex('甲')", "要写冒号：doc:annex(…)"},
      {"doc.page_break()", "要写冒号：doc:page_break(…)"},
      {"doc.table { rows = {}, columns = {} }", "要写冒号：doc:table(…)"},
      {"doc:paragraph(12)", "得到数 12：写成文字用 n"},
      {"doc:paragraph(12.5)", "带小数的数（12.5）"},
      {"doc:paragraph('占' .. 118 / 3 .. '。')", "带小数的数（39.3333）"},
      {"doc:paragraph { { text = '占' .. 100000 / 7 } }", "带小数的数（14285.7）"},
      {"doc:heading(1, '占' .. 1 / 300)", "带小数的数（0.00333333）"},
      {"doc:table { columns = { { title = '甲' } }, rows = { { '占' .. 2 / 3 } } }",
       "带小数的数（0.666667）"},
      {"doc:table { columns = { { title = '甲' } }, rows = { { 3.5 } } }",
       "第 1 行第 1 格算出来的是带小数的数（3.5）"},
      {"doc:table { columns = { { title = '甲' }, { title = '乙' } }, rows = { { '一', nil } } }",
       "第 1 行应有 2 格，第 2 格是 nil"},
      {"doc:table { columns = { { title = '甲' }, { title = '乙' } }, rows = { { nil, '一' } } }",
       "第 1 行应有 2 格，第 1 格是 nil"},
      {"doc:table { columns = { { title = '甲' } }, rows = { { '一', '二' } } }",
       "第 1 行有 2 格，应有 1 格"},
      {"doc:table { columns = { { title = '甲', width = 0 } }, rows = {} }", "应大于 0、不超过 1000，得到 0"},
      {"doc:table { columns = { { titel = '甲' } }, rows = {} }",
       "不认识“titel”这个字段，是不是“title”？doc:table 的列 可以写：title、width、align、merge"},
  };
  for (const auto& [lua, wanted] : sections) {
    Diagnostics diagnostics;
    written_by(lua, diagnostics);
    const auto found = diagnostics.sorted();
    ASSERT_EQ(found.size(), 1U) << lua;
    EXPECT_EQ(found[0].code, "M-02") << lua;
    EXPECT_NE(found[0].message.find(wanted), std::string::npos) << found[0].message;
  }
}

// Numbers that people and ledgers write stay.
TEST(LuaMessages, OrdinaryDecimalsAreNoRawFractions) {
  Diagnostics diagnostics;
  const auto blocks = written_by(
      "doc:paragraph('占12.5%，圆周率3.14159，东经116.397428度，面积39.3333亩，版本1.2."
      "34567，编号12345678901234')",
      diagnostics);
  EXPECT_EQ(diagnostics.sorted().size(), 0U) << testing::PrintToString(brief(diagnostics));
  EXPECT_EQ(blocks.size(), 1U);
}

// Limits of the compiler, in sources too long to write down.
std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    std::string one = text;
    for (std::size_t at = one.find('#'); at != std::string::npos; at = one.find('#'))
      one.replace(at, 1, std::to_string(i));
    all += one;
  }
  return all;
}

TEST(LuaMessages, LimitsOfTheCompilerAreSaidInChinese) {
  const std::pair<std::string, std::string> sources[] = {
      {repeated("local a# = 1\n", 201), "局部变量太多"},
      {"local x = " + repeated("(", 300) + "1" + repeated(")", 300), "嵌套"},
      {repeated("do ", 300) + repeated("end ", 300), "嵌套"},
      {"f(" + repeated("a#, ", 300) + "1)", "太复杂"},
      {"local x = " + repeated("function() return ", 250) + "1" + repeated(" end", 250), "嵌套"},
      {"local function g()\n" + repeated("local b#\n", 100) + "local function h()\n" +
           repeated("local c#\n", 180) + "return function() " + repeated("b# = 1 ", 90) +
           repeated("c# = 1 ", 175) + "end end end",
       "外层变量太多"},
  };
  for (const auto& [source, wanted] : sources) {
    const PackFolder folder;
    folder.write("national/checks.lua", source + "\n");
    const auto found = run_checks(folder, "national").sorted();
    ASSERT_EQ(found.size(), 1U) << source.substr(0, 40);
    const std::string said = found[0].message.substr(found[0].message.find("：") + 3);
    EXPECT_NE(said.find(wanted), std::string::npos) << said;
    EXPECT_EQ(english_in(said), "") << said;
  }
}

TEST(LuaMessages, PlacesInTextAreSaidInChinese) {
  const Figures figures = sound_figures();
  const std::pair<const char*, const char*> places[] = {
      {"1//0", "除以 0"},
      {")", "多了一个右括号"},
      {"n(", "缺少右括号"},
      {"n(1", "缺少右括号“)”"},
      {"x = 1", "多余"},
      {"1 +", "末尾"},
      {"'abc", "引号没有配对"},
      {"3x", "不是数"},
      {"nil + 1", "但它是 nil"},
      {"table3 + 1", "程序提供的表"},
      {"n({})", "n 的数要一个数，得到一张列表"},
      {"n()", "n 缺少第 1 项"},
      {"share(1)", "share 缺少第 2 项"},
      {"table3.received.total.x", "要取"},
      {"error('a', 0)", "a"},
      {"error({})", "而是表"},
      {"error(nil)", "nil"},
      {"('x'):rep({})", "应为数，得到表"},
      {"string.format('%d', 'x')", "应为数，得到文字"},
      {"#table3 < 'x'", "数与文字不能比大小"},
      {"-- x", "得到的是 nil"},
      {"goto", "写法不对"},
      {"...", "得到的是 nil"},
      {"(function(a) return a() end)(1)", "要调用的“a”是数"},
      {"string.rep('x', 1 << 40)", "算得太久"},
      {"nothing.at.all", "没有“nothing”这个名称"},
  };
  for (const auto& [place, wanted] : places) {
    Diagnostics diagnostics;
    TextBinder binder(figures, nullptr);
    binder.bind(std::string("甲{{ ") + place + " }}乙", "a.md", diagnostics);
    const auto found = diagnostics.sorted();
    ASSERT_EQ(found.size(), 1U) << place;
    const std::string said = found[0].message.substr(found[0].message.find("}}”") + 5);
    EXPECT_NE(said.find(wanted), std::string::npos) << place << ": " << said;
    EXPECT_EQ(english_in(said), "") << place;
    EXPECT_EQ(said.find("place"), std::string::npos) << said;
  }
}

TEST(LuaMessages, LongOnesAreCut) {
  const std::string said = translate_lua_message(std::string(100'000, 'x'));
  EXPECT_LT(said.size(), 400U);
  EXPECT_EQ(translate_lua_message("national/checks.lua:3: attempt to call a nil value (global 'f')"),
            "要调用的“f”是 nil，不是函数");
}

}  // namespace
}  // namespace nianbao::test
