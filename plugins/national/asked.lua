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

-- 自己的报告里，点了别的单位的名、没有点本单位的任务，不问。没有单位名录就都问。
function asked.concerns(ctx, task)
  local own = {}
  for _, unit in ipairs(ctx.register) do own[unit.name] = unit.counted end
  local is_named = false
  for _, list in ipairs { task.leads, task.units } do
    for _, name in ipairs(list) do
      if own[name] then return true end
      is_named = true
    end
  end
  return #ctx.register == 0 or not is_named
end

return asked
