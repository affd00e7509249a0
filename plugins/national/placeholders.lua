-- 文字里没填的空：人们起草时常留的各种记号。宁可漏过，不可错指：挨着拉丁字母、数字的 XX，年份里的○，（一）这样的编号，
-- 链接的括号都不算。
local placeholders = {}

local CLOSE_IT = "位置要在同一行里写完，两头各两个半角的花括号：{{ n(table3.received.total) }}；跨行的并成一行"

-- 出现就是。
local BRACES = { { "{{", CLOSE_IT }, { "}}", CLOSE_IT } }
local WIDE_BRACES = { { "｛｛", "花括号要用半角的：{{ }}" }, { "｝｝", "花括号要用半角的：{{ }}" }, { "ＸＸ" } }
local SIGNS = { { "××" }, { "□□" }, { "△△" } }

-- 单层花括号里写了一个函数。
local FUNCTIONS = {
  "n", "money", "wan", "share", "shares", "growth", "mean", "sum", "cn", "date", "date_cn", "list", "some",
}

-- 括号里只有这些话，就是没填。
local UNFILLED = {
  "待填", "待填写", "待填报", "待补", "待补充", "待补录", "待核", "待核实", "待核对", "待定", "待确认", "待更新", "待统计", "待完善",
  "待提供", "待录入", "具体网址", "具体名称", "具体数字", "具体数据", "具体内容", "具体情况", "具体日期", "单位名称", "机关名称", "部门名称",
  "某某单位", "填写数字", "填写数据", "填写内容", "填写单位", "填写名称", "填写日期", "填数字", "填数",
}
-- 括号里以这些话开头的也是。
local ASKED = { "此处填", "此处补", "此处写", "此处插", "此处添", "此处输", "此处应", "在此填", "在此输", "请填", "请补充", "请在此", "请输入", "请插入" }

local LONGEST = 80 -- 字节；括号里更长的是正文
local BRACKETS = { { "（", "）" }, { "(", ")" }, { "【", "】" }, { "［", "］" }, { "[", "]" }, { "〔", "〕" }, { "《", "》" }, { "<", ">" } }

-- 方括号里还有这些。
local LOOSE = { "数字", "数据", "空白", "名称", "日期", "时间", "填空" }

local NUMERALS = "〇零一二三四五六七八九十百千元年"

local function has(text, word) return string.find(text, word, 1, true) ~= nil end

-- 前一个字、后一个字，没有就是空文字。
local function before(text, at)
  return string.match(string.sub(text, math.max(1, at - 4), at - 1), "[^\x80-\xBF][\x80-\xBF]*$") or ""
end
local function behind(text, at)
  return string.match(string.sub(text, at + 1, at + 4), "^[^\x80-\xBF][\x80-\xBF]*") or ""
end

local function is_one_of(characters, character) return character ~= "" and has(characters, character) end

local function without_blanks(text)
  return (string.gsub(string.gsub(string.gsub(text, "%s", ""), "　", ""), "\u{A0}", ""))
end

local MOST = 200 -- 一行里一种样子看多少处；正常的文字没有这么多

-- 依次是每一处 pattern 的起止。
local function each(text, pattern, take)
  local from = 1
  for _ = 1, MOST do
    local first, last = string.find(text, pattern, from)
    if not first then return end
    take(first, last)
    from = last + 1
  end
end

local function is_latin(character) return string.find(character, "^[%w_/.:=&?#@\\-]") ~= nil end

-- XX 件、XXX单位：前后不挨着拉丁字母、数字和它们之间的符号；只有一个 X 的，后面要是量词。
local function find_crosses(text, add)
  each(text, "[Xx]+", function(first, last)
    local left, right = before(text, first), behind(text, last)
    if is_latin(left) or is_latin(right) then return end
    if last > first or is_one_of("件次条项个％%", right) then add(string.sub(text, first, last)) end
  end)
end

-- ○○件；二○○八年里的不是。
local function find_circles(text, add)
  for _, circle in ipairs { "○", "◯", "〇", "●" } do
    local at = string.find(text, circle .. circle, 1, true)
    if at then
      local last = at + #circle - 1
      while string.sub(text, last + 1, last + #circle) == circle do last = last + #circle end
      if not is_one_of(NUMERALS, before(text, at)) and not (is_one_of(NUMERALS, behind(text, last)) and behind(text, last) ~= "元") then
        add(circle .. circle)
      end
    end
  end
end

local function is_unfilled(content, bracket)
  if content == "" then return true end
  for _, words in ipairs(UNFILLED) do
    if content == words then return true end
  end
  for _, words in ipairs(has("【［[", bracket) and LOOSE or {}) do
    if content == words then return true end
  end
  for _, words in ipairs(ASKED) do
    if string.sub(content, 1, #words) == words then return true end
  end
  return false
end

-- （ ）次、【待填】、（此处填写内容）、[填写数字]；[文字](网址) 和 - [ ] 是 Markdown 的写法。
local function find_brackets(text, add)
  for _, pair in ipairs(BRACKETS) do
    local open, close = pair[1], pair[2]
    local from = 1
    for _ = 1, MOST do
      local first, last = string.find(text, open, from, true)
      if not first then break end
      local inside = string.sub(text, last + 1, last + LONGEST)
      local length = string.find(inside, close, 1, true)
      local close_at = last + (length or 0)
      local content = length and without_blanks(string.sub(inside, 1, length - 1))
      local is_markup = open == "[" and (content == "" or string.find(text, "^[%(%[:]", close_at + 1))
        or open == "(" and (is_one_of("]", before(text, first)) or is_latin(before(text, first))) or open == "<" and content == ""
      if content and not is_markup and is_unfilled(content, open) then
        add(string.sub(text, first, close_at + #close - 1))
      end
      from = last + 1
    end
  end
end

local SHARE_WORDS = { "占", "占比", "占比为", "占比达", "占总数的", "增长", "下降", "减少", "增加", "上升", "提高", "比例为", "率为", "率达", "率达到" }
local COUNT_WORDS = { "共", "共计", "合计", "约", "收到", "新收", "受理", "办结", "公开", "发布", "制发", "召开", "举办", "开展", "培训" }

local function ends_with_one(text, at, words)
  for _, word in ipairs(words) do
    if at >= #word and string.sub(text, at - #word + 1, at) == word then return true end
  end
  return false
end

-- 占比 %、收到 件：数没有写。表格的标题行不算。
local function find_gaps(text, add)
  if string.find(text, "^%s*|") then return end
  if not (string.find(text, "[%% ]") or has(text, "％") or has(text, "　") or has(text, "\u{A0}")) then return end
  local plain = string.gsub(string.gsub(string.gsub(text, "　", " "), "\u{A0}", " "), "％", "%%")
  each(plain, " *%%", function(first, last)
    if ends_with_one(plain, first - 1, SHARE_WORDS) then add(before(plain, first) .. string.sub(plain, first, last)) end
  end)
  each(plain, " +", function(first, last)
    local unit = behind(plain, last)
    if not is_one_of("件次条项个篇场期份", unit) or not ends_with_one(plain, first - 1, COUNT_WORDS) then return end
    local next_one = behind(plain, last + #unit)
    if next_one == "" or is_one_of("，。；、,;.）)", next_one) then add(before(plain, first) .. string.sub(plain, first, last) .. unit) end
  end)
end

local function find_words(text, add)
  for _, word in ipairs { "TODO", "TBD", "FIXME" } do
    each(text, word, function(first, last)
      if not is_latin(before(text, first)) and not string.find(behind(text, last), "^[%w_]") then add(word) end
    end)
  end
end

-- { n(table3.received.total) }：少了一层花括号。
local function find_single_braces(text, add)
  each(text, "{ *([a-z_]+)%(", function(first)
    local name = string.match(text, "^{ *([a-z_]+)", first)
    if before(text, first) == "{" then return end
    for _, known in ipairs(FUNCTIONS) do
      if name == known then return add("{ " .. name .. "(", "花括号要两层：{{ " .. name .. "(…) }}") end
    end
  end)
end

local LONGEST_LINE = 65536 -- 字节；更长的一行，后面只看出现就是的那几种

-- 一行里的各种占位符，每种一个：mark 是什么样子，hint 是怎么办（没有就是换成实际内容）。
function placeholders.find(text)
  local found, seen = {}, {}
  local whole = text
  if #text > LONGEST_LINE then text = string.sub(text, 1, LONGEST_LINE) end
  local function add(mark, hint)
    if seen[mark] then return end
    seen[mark] = true
    found[#found + 1] = { mark = mark, hint = hint }
  end
  local function add_plain(marks)
    for i, mark in ipairs(marks) do
      local is_second = i == 2 and seen[marks[1][1]] -- 一对花括号说一次
      if not is_second and has(whole, mark[1]) then add(mark[1], mark[2]) end
    end
  end
  -- 长的文字先看有没有这一类的字节，多半没有。
  if text == whole and not string.find(text, "[Xx{}%%TF_ %(%[<\xC2\xC3\xE2\xE3\xEF]") then return found end
  if text ~= whole or string.find(text, "[Xx{}%%TF_ %(%[<]") then
    add_plain(BRACES)
    add_plain { { "____" } }
    find_crosses(text, add)
    find_words(text, add)
    find_single_braces(text, add)
  end
  if string.find(text, "[ %%\xE3\xC2\xEF]") then find_gaps(text, add) end
  if string.find(text, "[\xC3\xE2]") then add_plain(SIGNS) end
  if string.find(text, "[\xE2\xE3]") then find_circles(text, add) end
  if string.find(text, "[%(%[<\xE3\xEF]") then find_brackets(text, add) end
  if string.find(text, "\xEF\xBD") or string.find(text, "\xEF\xBC\xB8") then
    local before_this = #found
    for _, mark in ipairs(WIDE_BRACES) do
      if has(text, mark[1]) and not (mark[1] == "｝｝" and #found > before_this) then add(mark[1], mark[2]) end
    end
  end
  return found
end

return placeholders
