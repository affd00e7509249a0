-- 文件的要求问谁：汇总的报告逐个单位问；部门、乡镇、街道自己的报告只问它自己；文件没有对它说的，就不问。
-- points 是那份文件的事实，见 national/asks.lua。
local asked = {}

-- 编自己的报告的机关，在单位名录里是哪些类别；政府只报本机关的，是它的办公室。
local KINDS_OF_BODY = {
  ["政府"] = { "政府办公室" }, ["政府办公室"] = { "政府办公室" }, ["部门"] = { "部门" }, ["街道办事处"] = { "街道办事处" },
  ["乡镇政府"] = { "镇政府", "乡政府" }, ["开发区管委会"] = { "功能区管委会" },
}

-- 汇总全区（县）的报告：points.WHOLE 写机关类别和范围，不写就是政府的汇总。
local ANY_GOVERNMENT = { body = "政府", scope = "汇总" }

local function is_whole(points, body)
  local whole = points.WHOLE or ANY_GOVERNMENT
  return body.body == whole.body and (whole.scope == nil or body.scope == whole.scope)
end

local function is_asked(points, body)
  local whole = points.WHOLE or ANY_GOVERNMENT
  local kinds = body.body == whole.body and KINDS_OF_BODY["政府办公室"] or KINDS_OF_BODY[body.body]
  for _, kind in ipairs(kinds or {}) do
    if points.ASKED[kind] then return true end
  end
  return false
end

-- "whole"：汇总的报告；"own"：一个单位自己的报告；文件不问这个机关，就是 nil。
function asked.who(points, body)
  if not body then return nil end
  if is_whole(points, body) then return "whole" end
  return is_asked(points, body) and "own" or nil
end

-- 要问的单位：在文件所指的类别之内，应报、计入汇总，不是零报告。
function asked.units(points, ctx)
  local names = {}
  for _, unit in ipairs(ctx.register) do
    if points.ASKED[unit.kind] and unit.due and unit.counted and not unit.zero_report then names[#names + 1] = unit.name end
  end
  return names
end

-- 一项任务是不是文件里的那一项：文字里有那些词，序号相同，或者在同一个二级任务下面。
-- wanted = { number = "59", part = "（十六）", words = { "实施方案" } }
local function has_words(task, wanted)
  for _, word in ipairs(wanted.words) do
    if not string.find(task.text, word, 1, true) then return false end
  end
  return true
end

-- 台账自己编号的，序号不是文件的，按二级任务找；有几项的取第一项。
function asked.find_task(tasks, wanted)
  local in_part
  for _, task in ipairs(tasks or {}) do
    if has_words(task, wanted) then
      local is_there = string.sub(task.part, 1, #wanted.part) == wanted.part
      if task.number == wanted.number and (is_there or task.part == "") then return task end
      in_part = in_part or is_there and task or nil
    end
  end
  return in_part
end

-- 编自己的报告的机关在单位名录里的名称：政府是它的办公室，其他的名称是机关名称的结尾（“区民政局”之于“某市某区民政局”）。
-- 认不出来就是 nil：台账里的都算它自己的。
local function own_names(points, ctx)
  local body, whole = ctx.body, points.WHOLE or ANY_GOVERNMENT
  local is_office = body.body == whole.body or body.body == "政府办公室"
  local names, found = {}, false
  for _, unit in ipairs(ctx.register) do
    local is_own
    if is_office then
      is_own = unit.kind == "政府" or unit.kind == "政府办公室"
    else
      is_own = string.sub(body.issuer, -#unit.name) == unit.name
    end
    if is_own then names[unit.name], found = true, true end
  end
  return found and names or nil
end

local function names_any(lists, own)
  local is_named = false
  for _, list in ipairs(lists) do
    for _, name in ipairs(list) do
      if own[name] then return true end
      is_named = true
    end
  end
  return not is_named -- 谁的名也没有点
end

-- 只留下它自己的各项：点了别的单位的名、没有点它的，不是它的。`lists_of(item)` 是点名的各份名单。
function asked.of_its_own(points, ctx, items, lists_of)
  local own = own_names(points, ctx)
  if not own then return items end
  local kept = {}
  for _, item in ipairs(items) do
    if names_any(lists_of(item), own) then kept[#kept + 1] = item end
  end
  return kept
end

return asked
