-- 台账里的文字放进句子和表：换行、引号、句号、过长的名单；几个规则包都问的小事（有没有这些词、本年办了没有）。
local words = {}

-- 责任单位一类的名单：换行就是顿号。
function words.names(text)
  local line = string.gsub(text, "%s*[\r\n]%s*", "、")
  for _, mark in ipairs { "、", "，", "；", ",", ";" } do line = string.gsub(line, mark .. "、", mark) end
  return line
end

function words.joined(list)
  local names = {}
  for _, name in ipairs(list) do
    if name ~= "" then names[#names + 1] = words.names(name) end
  end
  return table.concat(names, "、")
end

-- 一份名单：短的写全称；长的（几个单位的统称展开以后）照台账的写法。
local LONGEST_LIST = 3
function words.shown(list, text)
  if #list <= LONGEST_LIST then return words.joined(list) end
  return words.names(text)
end

-- 其他文字：换行什么也不是。
function words.line(text)
  return (string.gsub(text, "%s*[\r\n]%s*", ""))
end

-- 句末的句号由本程序加，不重复。
function words.without_stop(text)
  local plain = string.gsub(text, "%s+$", "")
  for _, stop in ipairs { "。", "；", ".", ";", "！" } do
    if #plain > #stop and string.sub(plain, -#stop) == stop then plain = string.sub(plain, 1, -#stop - 1) end
  end
  return plain
end

-- 放进引号：里面的引号用单引号。
function words.quoted(text)
  local plain = words.without_stop(words.line(text))
  plain = string.gsub(plain, "“", "‘")
  plain = string.gsub(plain, "”", "’")
  return "“" .. plain .. "”"
end

-- 2024-08-31 -> 8月31日；不是报告年度的写全。给了 `next_year`，次年的写成“次年1月8日”。
function words.short_date(ctx, day, next_year)
  local year, month, number = string.match(day, "^(%d+)-0?(%d+)-0?(%d+)$")
  local short = month .. "月" .. number .. "日"
  local ahead = math.tointeger(tonumber(year)) - ctx.figures.year
  if ahead == 1 and next_year then return next_year .. short end
  return ahead == 0 and short or year .. "年" .. short
end

-- 计划日期：台账只写月份的，只说月份。
function words.planned(ctx, activity)
  if activity.planned_text == "" then return words.short_date(ctx, activity.planned) end
  local own_year = string.match(activity.planned_text, "^" .. ctx.figures.year .. "年(.+)$")
  return own_year or activity.planned_text
end

-- 一份名单里最先的几个，余下的说到哪里看。`measure` 如“项”。
local MOST_NAMED = 20
function words.listed(names, separator, measure, place)
  if #names <= MOST_NAMED then return table.concat(names, separator) .. "。" end
  return table.concat(names, separator, 1, MOST_NAMED) .. "等" .. n(#names) .. measure
    .. (place ~= "" and "，详见" .. place or "") .. "。"
end

-- 消息里的名单：只写前几个；个数在别处已经说了。
local MOST_IN_MESSAGE = 10
function words.first(names)
  if #names <= MOST_IN_MESSAGE then return table.concat(names, "、") end
  return table.concat(names, "、", 1, MOST_IN_MESSAGE) .. "等"
end

-- 文字里有其中一个词。
function words.has_any(text, list)
  for _, word in ipairs(list) do
    if string.find(text, word, 1, true) then return true end
  end
  return false
end

-- 公开活动本年举办了。
function words.is_held(ctx, activity)
  return activity.held ~= nil and string.sub(activity.held, 1, 4) == n(ctx.figures.year)
end

return words
