-- 文件里的一项任务，在任务台账里是哪一行。台账的写法不一：括号、数字有全角有半角，序号有“01”“1.”，二级任务有的不带编号。
-- wanted = { number = "59", part = "（十六）", words = { "实施方案" } }：文字里有那些词，再看二级任务的编号和序号。
local document_tasks = {}

local NUMERALS = "0123456789一二三四五六七八九十百零〇"
local ENDS = ").、:,条项点款 " -- 编号后面；没有这些的不是编号（“一体化平台”）

local FOLDED = {
  ["（"] = "(", ["）"] = ")", ["［"] = "(", ["］"] = ")", ["["] = "(", ["]"] = ")", ["．"] = ".", ["："] = ":", ["，"] = ",",
  ["　"] = " ", ["\t"] = " ", ["\r"] = " ", ["\n"] = " ",
  ["０"] = "0", ["１"] = "1", ["２"] = "2", ["３"] = "3", ["４"] = "4", ["５"] = "5", ["６"] = "6", ["７"] = "7", ["８"] = "8", ["９"] = "9",
}

-- 全角折成半角；只看开头的编号，不必看后面的文字。
local MOST_CHARACTERS = 20
local function folded(text)
  local list = {}
  for _, code in utf8.codes(text) do
    local character = utf8.char(code)
    list[#list + 1] = FOLDED[character] or character
    if #list == MOST_CHARACTERS then break end
  end
  return list
end

local function is_among(characters, character) return string.find(characters, character, 1, true) ~= nil end

-- 开头的编号，和它后面是第几个字符：“（十六）落实”是“十六”，“07.目录”是“7”。没有编号就是 nil。
local function numeral_of(list)
  local i, run = 1, ""
  while list[i] == " " or list[i] == "(" or list[i] == "第" do i = i + 1 end
  while list[i] and is_among(NUMERALS, list[i]) do i, run = i + 1, run .. list[i] end
  if run == "" or list[i] and not is_among(ENDS, list[i]) then return nil end
  return string.match(run, "^0*(%d+)$") or run, i
end

-- 序号：除了编号没有别的。“1.2”不是 1。
local function number_of(text)
  local list = folded(text)
  local numeral, i = numeral_of(list)
  if not numeral then return nil end
  for k = i, #list do
    if not is_among(ENDS, list[k]) then return nil end
  end
  return numeral
end
document_tasks.number_of = number_of

local function has_words(task, wanted)
  for _, word in ipairs(wanted.words) do
    if not string.find(task.text, word, 1, true) then return false end
  end
  return true
end

-- 台账自己编号的，序号不是文件的，按二级任务找，有几项的取第一项；二级任务没有编号的，按序号。都没有就是 nil。
function document_tasks.find(tasks, wanted)
  local part, number, in_part = numeral_of(folded(wanted.part)), number_of(wanted.number), nil
  for _, task in ipairs(tasks or {}) do
    if has_words(task, wanted) then
      local own = numeral_of(folded(task.part))
      if number_of(task.number) == number and (own == part or own == nil) then return task end
      in_part = in_part or own == part and task or nil
    end
  end
  return in_part
end

-- 台账里没有它的时候怎样称呼它：（十六）“实施方案”（序号 59）。
function document_tasks.title(wanted)
  return wanted.part .. "“" .. table.concat(wanted.words, "”“") .. "”（序号 " .. wanted.number .. "）"
end

-- 1 到 count 里台账没有的序号。
function document_tasks.missing_numbers(tasks, count)
  local found, missing = {}, {}
  for _, task in ipairs(tasks) do found[number_of(task.number) or ""] = true end
  for i = 1, count do
    if not found[n(i)] then missing[#missing + 1] = n(i) end
  end
  return missing
end

return document_tasks
