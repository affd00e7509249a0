#include "rules/lua_message_table.h"

#include <iterator>

namespace nianbao {

namespace {

constexpr LuaSentence kRuntime[] = {
    {"attempt to call a nil value (for iterator 'for iterator')",
     "for 的 in 后面是 nil，多半没有这一部分数据：先判断，有数据时写 ipairs(…)"},
    {"attempt to call a nianbao.list value (for iterator 'for iterator')",
     "for 的 in 后面是程序提供的列表，不能直接逐项取：写 ipairs(…)"},
    {"attempt to call a nianbao.frozen value (for iterator 'for iterator')",
     "for 的 in 后面是程序提供的表，不能直接逐项取：写 ipairs(…)，按名称取写 pairs(…)"},
    {"attempt to call a table value (for iterator 'for iterator')",
     "for 的 in 后面是表，不能直接逐项取：写 ipairs(…)，按名称取写 pairs(…)"},
    {"attempt to call a {t} value (for iterator 'for iterator')",
     "for 的 in 后面是{0}，不是函数，也不是列表"},
    {"attempt to call a {t} value{v}", "要调用的{1}是{0}，不是函数"},
    {"attempt to index a {t} value{v}", "要取{1}的成员，但它是{0}"},
    {"attempt to perform arithmetic on a string value{v}", "要用{0}计算，但它是文字，不是数；接文字用 .."},
    {"attempt to perform arithmetic on a {t} value{v}", "要用{1}计算，但它是{0}，不是数"},
    {"attempt to perform bitwise operation on a {t} value{v}", "要对{1}做位运算，但它是{0}，不是数"},
    {"attempt to concatenate a {t} value{v}", "要把{1}接成文字，但它是{0}"},
    {"attempt to get length of a {t} value{v}", "要取{1}的长度，但它是{0}"},
    {"attempt to compare two {t} values", "两个{0}不能比大小"},
    {"attempt to compare {t} with {t}", "{0}与{1}不能比大小"},
    {"attempt to divide by zero", "整数除以 0（//），没有结果"},
    {"attempt to perform 'n//0'", "整数除以 0（//），没有结果"},
    {"attempt to perform 'n%0'", "整数除以 0（%），没有余数"},
    {"attempt to perform 'n%%0'", "整数除以 0（%），没有余数"},
    {"attempt to yield{s}", "这里不能用协程"},
    {"attempt to load a {s} chunk (mode is '{s}')", "文件是编译过的字节码，只接受源文字"},
    {"number has no integer representation", "这个数有小数或太大，这里要整数"},
    {"number{v} has no integer representation", "{0}有小数或太大，这里要整数"},
    {"string{v} has no integer representation", "{0}不是整数，这里要整数"},
    {"bad 'for' initial value (number expected, got {t})", "for 的初值应为数，得到{0}"},
    {"bad 'for' limit (number expected, got {t})", "for 的终值应为数，得到{0}"},
    {"bad 'for' step (number expected, got {t})", "for 的步长应为数，得到{0}"},
    {"'for' initial value must be a number", "for 的初值应为数"},
    {"'for' limit must be a number", "for 的终值应为数"},
    {"'for' step must be a number", "for 的步长应为数"},
    {"'for' step is zero", "for 的步长是 0"},
    {"table index is nil", "表的键是 nil"},
    {"table index is NaN", "表的键是 0/0 这样的非数"},
    {"table overflow", "表太大"},
    {"string length overflow", "文字太长"},
    {"resulting string too large", "得到的文字太长"},
    {"buffer too large", "得到的文字太长"},
    {"memory allocation error: block too big", "要的内存太大"},
    {"not enough memory", "内存超出上限"},
    {"invalid key to 'next'", "遍历时表的键已经不在"},
    {"'__index' chain too long; possible loop", "__index 一个接一个，多半绕成了圈"},
    {"'__newindex' chain too long; possible loop", "__newindex 一个接一个，多半绕成了圈"},
    {"'__tostring' must return a string", "__tostring 应返回文字"},
    {"C stack overflow{s}", "嵌套或调用层数过多"},
    {"stack overflow{s}", "调用层数过多，多半是没有尽头的递归"},
    {"error in error handling", "错误处理函数自己又出错"},
    {"variable '{s}' got a non-closable value", "变量“{0}”标了 <close>，但它的值不能关闭"},
    {"object length is not an integer", "__len 应返回整数"},
    {"assertion failed!", "assert 的条件不成立"},
    {"cannot change a protected metatable", "这个表的元表受保护，不能更换"},
    {"invalid value ({t}) at index {s} in table for 'concat'", "table.concat 的第 {1} 项是{0}，不是文字或数"},
    {"wrong number of arguments to 'insert'", "table.insert 的参数个数不对"},
    {"wrong number of arguments", "参数个数不对"},
    {"too many results to unpack", "要展开的元素太多"},
    {"too many results", "一次返回的值太多"},
    {"string slice too long", "取的一段太长"},
    {"invalid conversion '{s}' to 'format'", "string.format 不认得“{0}”"},
    {"invalid conversion specification: '{s}'", "string.format 不认得“{0}”"},
    {"invalid format (too long)", "string.format 的格式太长"},
    {"invalid format string to 'format'", "string.format 的格式不对"},
    {"specifier '%q' cannot have modifiers", "string.format 的 %q 不能带位数"},
    {"invalid UTF-8 code", "不是有效的 UTF-8"},
    {"initial position is a continuation byte", "起点落在一个字的中间"},
    {"bad argument #1 to '{s}' (table expected, got nianbao.list)",
     "{0} 只收自己的表，得到程序提供的列表：先用 ipairs 逐项抄进自己的表"},
    {"bad argument #1 to '{s}' (table expected, got nianbao.frozen)",
     "{0} 只收自己的表，得到程序提供的表：先用 ipairs 逐项抄进自己的表"},
    {"bad argument #{s} to '{s}' ({m})", "函数 {1} 的第 {0} 个参数不对（{2}）"},
    {"bad argument #{s} ({m})", "第 {0} 个参数不对（{1}）"},
    {"calling '{s}' on bad self ({m})", "用“:”调用 {0} 的对象不对（{1}）"},
    {"calling '{s}' on bad self", "用“:”调用 {0} 的对象不对"},
};

constexpr LuaSentence kArgument[] = {
    {"value expected", "没有给值"},
    {"no value", "没有给值"},
    {"{t} expected, got {t}", "应为{0}，得到{1}"},
    {"{t} expected", "应为{0}"},
    {"number has no integer representation", "应为整数"},
    {"value has no literal form", "这个值不能写成源文字"},
    {"value out of range", "超出范围"},
    {"base out of range", "进制应为 2 至 36"},
    {"index out of range", "序号超出范围"},
    {"interval is empty", "区间是空的"},
    {"position out of bounds", "位置超出范围"},
    {"out of bounds", "位置超出范围"},
    {"initial position out of bounds", "起点超出范围"},
    {"initial position out of string", "起点超出范围"},
    {"final position out of bounds", "终点超出范围"},
    {"initial position is a continuation byte", "起点落在一个字的中间"},
    {"invalid UTF-8 code", "不是有效的 UTF-8"},
    {"too many elements to move", "要移动的元素太多"},
    {"destination wrap around", "目的位置超出范围"},
    {"array too big", "表太大"},
    {"string contains zeros", "文字里有字节 0"},
    {"string slice too long", "取的一段太长"},
    {"zero", "不能是 0"},
    {"nil or table", "应为表或 nil"},
    {"nil or table expected", "应为表或 nil"},
    {"invalid option '{s}'", "没有“{0}”这个选项"},
    {"invalid order function for sorting", "排序函数自相矛盾"},
    {"too many arguments", "参数太多"},
    {"level out of range", "超出范围"},
};

constexpr LuaSentence kSyntax[] = {
    {"no visible label '{s}' for <goto> at line {s}", "第 {1} 行 goto 的标签“{0}”不存在，或在别的块里"},
    {"no visible label '{s}' for goto at line {s}", "第 {1} 行 goto 的标签“{0}”不存在，或在别的块里"},
    {"<goto {s}> at line {s} jumps into the scope of local '{s}'",
     "第 {1} 行的 goto “{0}”跳过了局部变量“{2}”的定义"},
    {"label '{s}' already defined on line {s}", "标签“{0}”在第 {1} 行已经有了"},
    {"break outside loop at line {s}", "第 {0} 行的 break 不在循环里"},
    {"attempt to assign to const variable '{s}'", "“{0}”是常量（<const>、<close>），不能再赋值"},
    {"unknown attribute '{s}'", "局部变量没有“{0}”这种属性，只有 const 和 close"},
    {"multiple to-be-closed variables in local list", "一条 local 里只能有一个 <close> 变量"},
    {"function or expression needs too many registers{s}", "函数或算式太复杂，请拆开写"},
    {"control structure too long{s}", "循环或分支太长，请拆成几个函数"},
    {"C stack overflow{s}", "嵌套层数过多"},
    {"chunk has too many lines{s}", "行数太多"},
    {"lexical element too long{s}", "一个词太长"},
    {"unexpected symbol near {k}", "{0}处的写法不对"},
    {"syntax error near {k}", "{0}处的写法不对"},
    {"malformed number near {k}", "{0}不是数：数后面接着字母，或写法不对"},
    {"invalid long string delimiter near {k}", "{0}处的长引号写法不对，应为 [[ 或 [=["},
    {"unfinished long string (starting at line {s}) near {k}", "第 {0} 行开始的长引号没有配对"},
    {"unfinished long comment (starting at line {s}) near {k}", "第 {0} 行开始的长注释没有配对"},
    {"unfinished long string{s}", "长引号没有配对"},
    {"unfinished long comment{s}", "长注释没有配对"},
    {"unfinished string near {k}", "引号没有配对：{0}"},
    {"hexadecimal digit expected near {k}", "{0}里的转义应为十六进制数字"},
    {"missing '{s}' near {k}", "{1}里的转义缺少“{0}”"},
    {"UTF-8 value too large near {k}", "{0}里的字符编号太大"},
    {"decimal escape too large near {k}", "{0}里的转义大于 255"},
    {"invalid escape sequence near {k}", "{0}里的转义不对：反斜线要写两个"},
    {"cannot use '...' outside a vararg function near {k}", "这个函数的参数里没有“...”，不能用它"},
    {"too many local variables (limit is {s}) in {s} near {k}", "一个函数里的局部变量太多，最多 {0} 个"},
    {"too many upvalues (limit is {s}) in {s} near {k}", "一个函数用到的外层变量太多，最多 {0} 个"},
    {"too many {s} (limit is {s}) in {s}", "一个函数里的内容太多（上限 {1}），请拆成几个函数或几个文件"},
    {"function arguments expected near {k}", "{0}前面缺少函数的参数"},
    {"'=' or 'in' expected near {k}", "{0}前面缺少“=”或“in”"},
    {"<name> or '...' expected near {k}", "{0}前面缺少参数名称或“...”"},
    {"<eof> expected near {k}", "{0}是多余的"},
    {"'end' expected (to close {k} at line {s}) near {k}",
     "{2}前面少一个 end：第 {1} 行的{0}没有结束，或者中间的 if、for、function 少了 end"},
    {"'end' expected near {k}", "{0}前面少一个 end"},
    {"{k} expected (to close {k} at line {s}) near {k}", "{3}前面缺少{0}，同第 {2} 行的{1}配对"},
    {"{k} expected near {k}", "{1}前面缺少{0}"},
};

struct Label {
  std::string_view english, chinese;
};
constexpr Label kTypes[] = {
    {"nil", " nil"},
    {"number", "数"},
    {"string", "文字"},
    {"boolean", "真假值"},
    {"table", "表"},
    {"function", "函数"},
    {"Lua function", "函数"},
    {"userdata", "程序提供的值"},
    {"light userdata", "程序提供的值"},
    {"thread", "协程"},
    {"no value", "没有给值"},
    {"integer", "整数"},
    {"value", "值"},
    {"nil or table", "表或 nil"},
    {"table or string", "表或文字"},
    {"string/function/table", "文字、函数或表"},
    {"nianbao.frozen", "程序提供的表"},
    {"nianbao.list", "程序提供的列表"},
    {"nianbao.cell", "空白、不适用或无效的值"},
    {"nianbao.amount", "金额"},
};

}  // namespace

LuaSentences runtime_sentences() {
  return {kRuntime, std::size(kRuntime)};
}

LuaSentences argument_sentences() {
  return {kArgument, std::size(kArgument)};
}

LuaSentences syntax_sentences() {
  return {kSyntax, std::size(kSyntax)};
}

std::string_view type_label(std::string_view english) {
  for (const Label& label : kTypes) {
    if (label.english == english) return label.chinese;
  }
  return english;
}

}  // namespace nianbao
