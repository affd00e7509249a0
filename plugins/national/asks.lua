-- 几地的要点写法相同的要求：每年至少一次、结果公开、写明的期限、任务项数。全国规则自己不用，供地方包引入：
--   local asks = include("national/asks.lua").of(points)
-- points 是那份文件的事实：YEAR、DOCUMENT、PLACE、TASKS、ASKED（问哪些类别的单位）、item(条目) 的出处，可以写
-- WHOLE（哪一种报告是汇总的，见 national/asked.lua）。每条要求在汇总的报告里逐个单位问，在一个单位自己的报告里
-- 问它自己；`bodies` 写只问哪几类机关自己的报告。没有台账的，最后由 asks.unchecked 说一次没有检查什么。
local asked = include "national/asked.lua"
local document_tasks = include "national/document_tasks.lua"
local words = include "national/words.lua"
local asks = {}
local points

local FACTS = { YEAR = "integer", DOCUMENT = "string", PLACE = "string", TASKS = "integer", ASKED = "table", item = "function" }

local function type_of(value) return math.type(value) or type(value) end

function asks.of(facts)
  for name, wanted in pairs(FACTS) do
    if type_of(facts[name]) ~= wanted then error("points." .. name .. " 应为 " .. wanted .. "，得到 " .. type_of(facts[name])) end
  end
  points = facts
  return asks
end

-- 缺的、写错的字段不能不声不响。
local function require_fields(name, rule, needed, optional)
  local known = { code = true, title = true, item = true, severity = true, bodies = true }
  for _, key in ipairs(optional or {}) do known[key] = true end
  for _, key in ipairs(needed) do
    known[key] = true
    if rule[key] == nil then error("asks." .. name .. " 缺少“" .. key .. "”") end
  end
  for key in pairs(rule) do
    if not known[key] then error("asks." .. name .. " 没有“" .. tostring(key) .. "”这个字段") end
  end
end

local function require_day(name, day)
  if day and not string.find(day, "^%d%d%d%d%-%d%d%-%d%d$") then
    error("asks." .. name .. " 的日期应写成 2024-06-30 的样子，得到“" .. day .. "”")
  end
end

---- 写法 ---------------------------------------------------------------------------------------------------

local MOST_CHARACTERS = 30

asks.named = words.first

-- 放进引号：里面原有的引号改用单引号，换行不要，太长的只写开头。
function asks.quoted(text)
  local plain = string.gsub(text, "%s*[\r\n]%s*", "")
  plain = string.gsub(plain, "“", "‘")
  plain = string.gsub(plain, "”", "’")
  local rest = utf8.offset(plain, MOST_CHARACTERS + 1)
  if rest and rest <= #plain then plain = string.sub(plain, 1, rest - 1) .. "……" end
  return "“" .. plain .. "”"
end

---- 问谁 ---------------------------------------------------------------------------------------------------

-- 汇总的报告是 "whole"，一个单位自己的是 "own"；没有数据、不在编报告、不是文件管的那一年，或者文件不问这个机关，就是 nil。
function asks.who(ctx)
  if ctx.mode ~= "build" or ctx.figures == nil or ctx.figures.year ~= points.YEAR then return nil end
  return asked.who(points, ctx.body)
end

-- 章节里：看的是不是一个单位自己的报告。
function asks.is_own(ctx) return asks.who(ctx) == "own" end

function asks.units(ctx) return asked.units(points, ctx) end

asks.is_held = words.is_held

-- 公开活动；一个单位自己的报告里，只是它自己的。
function asks.activities(ctx)
  if not asks.is_own(ctx) then return ctx.activities or {} end
  return asked.of_its_own(points, ctx, ctx.activities or {}, function(activity) return { activity.units } end)
end

-- 文件里的那一项任务（wanted 见 national/document_tasks.lua）；一个单位自己的报告里，别的单位的不算。没有就是 nil。
function asks.find_task(ctx, wanted)
  local tasks = ctx.tasks or {}
  if asks.is_own(ctx) then
    tasks = asked.of_its_own(points, ctx, tasks, function(task) return { task.leads, task.units } end)
  end
  return document_tasks.find(tasks, wanted)
end

-- 本年举办的这一类活动；给了 `by` 就只数到那一天，`counts` 再挑一次。
function asks.held(ctx, class, by, counts)
  local list = {}
  for _, activity in ipairs(asks.activities(ctx)) do
    local is_one = activity.class == class and asks.is_held(ctx, activity) and (not by or activity.held <= by)
    if is_one and (not counts or counts(activity)) then list[#list + 1] = activity end
  end
  return list
end

-- 单位 -> 次数；几个单位合办的，各计一次。
function asks.held_by_unit(ctx, class, by)
  local counts = {}
  for _, activity in ipairs(asks.held(ctx, class, by)) do
    for _, unit in ipairs(activity.units) do counts[unit] = (counts[unit] or 0) + 1 end
  end
  return counts
end

---- 没有检查的 ----------------------------------------------------------------------------------------------

local LEDGERS = {
  { key = "activities", title = "公开活动台账", is_there = function(ctx) return ctx.activities ~= nil end },
  { key = "tasks", title = "任务台账", is_there = function(ctx) return ctx.tasks ~= nil end },
  {
    key = "units", title = "单位名录",
    is_there = function(ctx, who) return who == "own" or #ctx.register > 0 end,
    is_whole = function(ctx, who) return who == "own" or ctx.register_is_whole end, -- 规则包的单位名单不是名录
  },
}

local needing = { activities = {}, tasks = {}, units = {} } -- 台账 -> 要它的检查

local function has_all(ctx, who, needs)
  for _, ledger in ipairs(LEDGERS) do
    if needs[ledger.key] and not ledger.is_there(ctx, who) then return false end
  end
  return true
end

local function does_ask(rule, ctx, who)
  return who == "whole" or who == "own" and (rule.bodies == nil or rule.bodies[ctx.body.body] == true)
end

local looking = {} -- 问到文件里某几项任务的检查

-- 登记一条要求；`needs` 是它要的台账，缺一本就不检查，`tasks` 是它要找的几项任务，台账里没有就查不到：都由
-- asks.unchecked 说明。`run` 的第三个参数是问谁。
local function add(rule, run, needs)
  for _, key in ipairs(needs or {}) do needing[key][#needing[key] + 1] = rule end
  if rule.tasks then looking[#looking + 1] = rule end
  local wanted = {}
  for _, key in ipairs(needs or {}) do wanted[key] = true end
  check {
    code = rule.code, severity = rule.severity or "warning", title = rule.title, basis = points.item(rule.item),
    records = rule.records, each = rule.each,
    run = function(ctx, report, state)
      local who = asks.who(ctx)
      if does_ask(rule, ctx, who) and has_all(ctx, who, wanted) then run(ctx, report, who, state) end
    end,
  }
end
asks.check = add

-- 已经因为另一本台账没有检查的，不再说一次。
local function without_ledgers(ctx, report, who)
  local is_said = {}
  for _, ledger in ipairs(LEDGERS) do
    local codes, is_there = {}, ledger.is_there(ctx, who)
    local is_complete = is_there and (not ledger.is_whole or ledger.is_whole(ctx, who))
    for _, rule in ipairs(is_complete and {} or needing[ledger.key]) do
      if does_ask(rule, ctx, who) and not is_said[rule.code] then
        codes[#codes + 1], is_said[rule.code] = rule.code, true
      end
    end
    if #codes > 0 then
      report {
        message = string.format("没有%s，%s %s", ledger.title, table.concat(codes, "、"),
          is_there and "只查了规则包的单位名单里有数据的单位" or "没有检查"),
        hint = "在 report.toml 的 [ledgers] 用 " .. ledger.key .. " 指定" .. ledger.title .. "，或者自行核对这几条", count = #codes,
      }
    end
  end
end

-- 整本台账里没有的任务；有而是别的单位的，不是没有。
local function without_tasks(ctx, report, who)
  for _, rule in ipairs(ctx.tasks and looking or {}) do
    local titles = {}
    for _, wanted in ipairs(does_ask(rule, ctx, who) and rule.tasks or {}) do
      if not document_tasks.find(ctx.tasks, wanted) then titles[#titles + 1] = document_tasks.title(wanted) end
    end
    if #titles > 0 then
      local these = #titles == 1 and "这一项" or string.format("这 %d 项", #titles)
      report {
        cell = "tasks", count = #titles,
        message = string.format("任务台账里没有%s%s，%s 没有检查%s", asks.named(titles), these, rule.code,
          #titles < #rule.tasks and these or ""),
        hint = "核对任务台账的“二级任务”“序号”“具体要求”是否照文件写" .. (who == "own" and "；文件没有把它交给本机关的不用补" or ""),
      }
    end
  end
end

-- 写在最后：哪些要求没有检查，为什么。文件只管一年，只问它写明的机关，台账里没有的数不出来。
function asks.unchecked(code)
  check {
    code = code, severity = "note", title = "规则包里有没有检查的要求", basis = points.DOCUMENT,
    run = function(ctx, report)
      if ctx.mode ~= "build" or not ctx.figures then return end
      local who = asks.who(ctx)
      if who then
        without_ledgers(ctx, report, who)
        return without_tasks(ctx, report, who)
      end
      local is_year = ctx.figures.year == points.YEAR
      report {
        message = is_year and string.format("%s规则包依据的文件没有对%s提要求，它的其他规则都不检查", points.PLACE, ctx.body and ctx.body.body or "这个机关")
          or string.format("%s规则包依据 %d 年的文件，%d 年的要求没有写入，它的其他规则都不检查", points.PLACE, points.YEAR, ctx.figures.year),
        hint = is_year and "核对 report.toml 的 body 和 locality" or "换用本年度的规则包，或者按本年的文件自行核对",
      }
    end,
  }
end

---- 每年至少一次 --------------------------------------------------------------------------------------------

-- 本机关一次也没有。
local function require_one(ctx, report, rule)
  if #asks.held(ctx, rule.class, rule.by, rule.counts) > 0 then return end
  report {
    cell = "activities.by_class." .. rule.class,
    message = (rule.by and "到 " .. rule.by .. " " or "本年") .. "没有" .. rule.what .. "的记录",
    hint = "已经做了的补进公开活动台账，类别写“" .. rule.class .. "”；没有做的在第五部分说明", left = 0, right = 1,
  }
end

-- 每个单位本年至少一次；`what` 如“组织政务公开培训”，`by` 是最后一天。
function asks.each_unit(rule)
  require_fields("each_unit", rule, { "class", "what" }, { "by" })
  require_day("each_unit", rule.by)
  add(rule, function(ctx, report, who)
    if who == "own" then return require_one(ctx, report, rule) end
    local counts, missing, units = asks.held_by_unit(ctx, rule.class, rule.by), {}, asks.units(ctx)
    for _, unit in ipairs(units) do
      if not counts[unit] then missing[#missing + 1] = unit end
    end
    if #missing == 0 then return end
    report {
      cell = "activities.by_class." .. rule.class,
      message = string.format("%d 个单位%s没有%s的记录（应有的 %d 个）：%s", #missing,
        rule.by and "到 " .. rule.by .. " " or "本年", rule.what, #units, asks.named(missing)),
      hint = "已经做了的补进公开活动台账，类别写“" .. rule.class .. "”，主办单位写本单位；没有做的在第五部分说明",
      left = #units - #missing, right = #units, count = #missing,
    }
  end, { "activities", "units" })
end

-- 只问牵头的机关，或者文件说的本单位：本年至少一次。
function asks.once(rule)
  require_fields("once", rule, { "class", "what" }, { "counts" })
  add(rule, function(ctx, report) require_one(ctx, report, rule) end, { "activities" })
end

---- 结果公开 ------------------------------------------------------------------------------------------------

-- 这几类活动里没有公开结果的名称；`by` 是最后一天，到那一天还没有结束的，结果也就没有公开。
local function unpublished(ctx, is_asked, by)
  local names = {}
  for _, activity in ipairs(asks.activities(ctx)) do
    if asks.is_held(ctx, activity) and is_asked(activity) then
      local is_late = by ~= nil and activity.ended ~= nil and activity.ended > by
      if is_late then
        names[#names + 1] = asks.quoted(activity.name) .. "（" .. activity.ended .. " 才结束）"
      elseif not activity.feedback then
        names[#names + 1] = asks.quoted(activity.name)
      end
    end
  end
  return names
end

-- 这几类活动的结果要公开：`results` 里的类别都要，`opinions` 里的只问收集到意见的；`by` 是结果公开的最后一天。
function asks.published(rule)
  require_fields("published", rule, { "what" }, { "results", "opinions", "by" })
  require_day("published", rule.by)
  local results, opinions = rule.results or {}, rule.opinions or {}
  local function is_result(activity) return results[activity.class] == true end
  local function has_opinions(activity)
    return opinions[activity.class] == true and is_number(activity.opinions) and activity.opinions > 0
  end
  add(rule, function(ctx, report)
    local names = unpublished(ctx, is_result, rule.by)
    for _, name in ipairs(unpublished(ctx, has_opinions)) do names[#names + 1] = name end
    if #names == 0 then return end
    report {
      cell = "activities.published_feedback", message = string.format("%d 次%s：%s", #names, rule.what, asks.named(names)),
      hint = "公开以后在“反馈公开”一列写网址或者“是”" .. (rule.by and "；结果公开晚于期限的在第五部分说明" or ""), count = #names,
    }
  end, { "activities" })
end

---- 政策评价 ------------------------------------------------------------------------------------------------

local EVALUATION = "政策评价"

-- “县教育局（制发 2 件，评价 1 次）”；没有制发行政规范性文件，或者次数够了，就是 nil。
local function shortfall(name, table2, held, least)
  local issued = table2 and table2.normative_document.issued
  if not is_number(issued) or issued == 0 or held >= least then return nil end
  return string.format("%s（制发 %d 件，评价 %d 次）", name, issued, held)
end

-- 制发了行政规范性文件而评价次数不够的。
local function too_few(ctx, who, least)
  if who == "own" then return { shortfall("本机关", ctx.figures.table2, #asks.held(ctx, EVALUATION), least) } end
  local few, counts, is_unit = {}, asks.held_by_unit(ctx, EVALUATION), {}
  for _, unit in ipairs(asks.units(ctx)) do is_unit[unit] = true end
  for _, item in ipairs(ctx.by_unit) do
    if is_unit[item.unit] then few[#few + 1] = shortfall(item.unit, item.table2, counts[item.unit] or 0, least) end
  end
  return few
end

-- 制定政策性文件（本年制发了行政规范性文件）的，每年至少 `least` 次；写了 `by` 的，到那一天公开结果。
function asks.evaluated(rule)
  require_fields("evaluated", rule, { "least" }, { "by" })
  require_day("evaluated", rule.by)
  local cell = "activities.by_class." .. EVALUATION
  add(rule, function(ctx, report, who)
    local few = too_few(ctx, who, rule.least)
    if #few > 0 then
      report {
        cell = cell, count = #few, hint = "已经做了的补进公开活动台账；没有做的在第五部分说明",
        message = string.format("本年制发行政规范性文件而政策评价不足 %d 次%s：%s", rule.least,
          who == "own" and "" or string.format("的单位有 %d 个", #few), asks.named(few)),
      }
    end
    local names = rule.by and unpublished(ctx, function(activity) return activity.class == EVALUATION end, rule.by) or {}
    if #names == 0 then return end
    report {
      cell = cell, message = string.format("%d 次政策评价到 %s 没有公开结果：%s", #names, rule.by, asks.named(names)),
      hint = "公开以后在“反馈公开”一列写网址或者“是”，结束日期写得出结果的日期；晚了的在第五部分说明", count = #names,
    }
  end, { "activities", "units" })
end

---- 任务 ---------------------------------------------------------------------------------------------------

local function late_clause(task, by)
  return string.format("%s（%s 前，%s）", asks.quoted(task.text), by,
    task.done_on and task.done_on .. " 完成" or "没有完成日期")
end

-- 文件写明期限的任务按期完成：`tasks` 是文件里的那几项，各写 number、part、words（见 national/document_tasks.lua）和最后一天 by。
function asks.in_time(rule)
  require_fields("in_time", rule, { "tasks" })
  for _, wanted in ipairs(rule.tasks) do require_day("in_time", wanted.by) end
  add(rule, function(ctx, report)
    local late = {}
    for _, wanted in ipairs(rule.tasks) do
      local task = asks.find_task(ctx, wanted)
      if task and (not task.done_on or task.done_on > wanted.by) then late[#late + 1] = late_clause(task, wanted.by) end
    end
    if #late == 0 then return end
    report {
      cell = "tasks", message = string.format("%d 项写明期限的任务没有按期完成：%s", #late, asks.named(late)),
      hint = "核对完成日期；确实晚了的在第五部分说明", count = #late,
    }
  end, { "tasks" })
end

-- 落实情况要写入年度报告：汇总的，任务台账要有文件的全部项数；一个单位自己的，要有任务台账。`table_name` 如“分解表”；
-- `numbered` 是文件印了序号，缺的逐个指出。
function asks.all_tasks(rule)
  require_fields("all_tasks", rule, { "table_name" }, { "numbered" })
  add(rule, function(ctx, report, who)
    local count = ctx.tasks and #ctx.tasks or 0
    if who == "own" and count > 0 then return end
    if count == 0 then
      return report {
        cell = "tasks.total",
        message = (ctx.tasks and "任务台账是空的" or "没有任务台账") .. "，写不出落实情况；" .. rule.table_name
          .. (who == "own" and "里本机关的任务应当列入" or string.format("有 %d 项任务", points.TASKS)),
        hint = "在 report.toml 的 [ledgers] 用 tasks 指定任务台账，一项一行", left = 0, right = who == "whole" and points.TASKS or nil,
      }
    end
    local missing = rule.numbered and document_tasks.missing_numbers(ctx.tasks, points.TASKS) or {}
    if count == points.TASKS and #missing == 0 then return end
    report {
      cell = "tasks.total",
      message = string.format("任务台账有 %d 项，%s是 %d 项%s", count, rule.table_name, points.TASKS,
        #missing > 0 and "，缺少序号 " .. asks.named(missing) or ""),
      hint = "对照文件补齐，一项一行" .. (rule.numbered and "；序号写阿拉伯数字，与" .. rule.table_name .. "一致" or ""),
      left = count, right = points.TASKS,
    }
  end)
end

return asks
