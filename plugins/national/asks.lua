-- 几地的要点写法相同的要求：每年至少一次、结果公开、写明的期限、任务项数。全国规则自己不用，供地方包引入：
--   local asks = include("national/asks.lua").of(points)
-- points 是那份文件的事实：YEAR、DOCUMENT、TASKS、ASKED（问哪些类别的单位）和 item(条目) 的出处。
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
  local known = { code = true, title = true, item = true, severity = true }
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
    error("asks." .. name .. " 的 by 应写成 2024-06-30 的样子，得到“" .. day .. "”")
  end
end

local MOST_NAMES = 10
local MOST_CHARACTERS = 30

-- 前几个的名称；个数在别处已经说了。
function asks.named(names)
  if #names <= MOST_NAMES then return table.concat(names, "、") end
  return table.concat(names, "、", 1, MOST_NAMES) .. "等"
end

-- 放进引号：里面原有的引号改用单引号，换行不要，太长的只写开头。
function asks.quoted(text)
  local plain = string.gsub(text, "%s*[\r\n]%s*", "")
  plain = string.gsub(plain, "“", "‘")
  plain = string.gsub(plain, "”", "’")
  local rest = utf8.offset(plain, MOST_CHARACTERS + 1)
  if rest and rest <= #plain then plain = string.sub(plain, 1, rest - 1) .. "……" end
  return "“" .. plain .. "”"
end

-- 有数据、在编报告、正是文件管的那一年，才检查。
function asks.applies(ctx)
  return ctx.mode == "build" and ctx.figures ~= nil and ctx.figures.year == points.YEAR
end

-- 要问的单位：在文件所指的类别之内，应报、计入汇总，不是零报告。
function asks.units(ctx)
  local names = {}
  for _, unit in ipairs(ctx.register) do
    if points.ASKED[unit.kind] and unit.due and unit.counted and not unit.zero_report then names[#names + 1] = unit.name end
  end
  return names
end

function asks.is_held(ctx, activity)
  return activity.held ~= nil and string.sub(activity.held, 1, 4) == n(ctx.figures.year)
end

-- 单位 -> 本年举办的这一类活动的次数；几个单位合办的，各计一次。给了 `by` 就只数到那一天。
function asks.held_by_unit(ctx, class, by)
  local counts = {}
  for _, activity in ipairs(ctx.activities or {}) do
    if activity.class == class and asks.is_held(ctx, activity) and (not by or activity.held <= by) then
      for _, unit in ipairs(activity.units) do counts[unit] = (counts[unit] or 0) + 1 end
    end
  end
  return counts
end

local function add(rule, run)
  check {
    code = rule.code, severity = rule.severity or "warning", title = rule.title, basis = points.item(rule.item),
    run = function(ctx, report)
      if asks.applies(ctx) then run(ctx, report) end
    end,
  }
end
asks.check = add

local function list_of(ctx, is_wanted)
  local names = {}
  for _, activity in ipairs(ctx.activities or {}) do
    if is_wanted(activity) then names[#names + 1] = asks.quoted(activity.name) end
  end
  return names
end

-- 每个单位本年至少一次；`what` 如“组织政务公开培训”，`by` 是最后一天。
function asks.each_unit(rule)
  require_fields("each_unit", rule, { "class", "what" }, { "by" })
  require_day("each_unit", rule.by)
  add(rule, function(ctx, report)
    if not ctx.activities then return end
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
  end)
end

-- 本机关本年至少一次。
function asks.once(rule)
  require_fields("once", rule, { "class", "what" }, { "counts" })
  add(rule, function(ctx, report)
    if not ctx.activities then return end
    local is_one = function(activity)
      return activity.class == rule.class and asks.is_held(ctx, activity) and (not rule.counts or rule.counts(activity))
    end
    if #list_of(ctx, is_one) > 0 then return end
    report {
      cell = "activities.by_class." .. rule.class, message = "本年没有" .. rule.what .. "的记录",
      hint = "已经做了的补进公开活动台账，类别写“" .. rule.class .. "”；没有做的在第五部分说明", left = 0, right = 1,
    }
  end)
end

-- 这几类活动的结果要公开：`results` 里的类别都要，`opinions` 里的只问收集到意见的。
function asks.published(rule)
  require_fields("published", rule, { "what" }, { "results", "opinions" })
  local results, opinions = rule.results or {}, rule.opinions or {}
  add(rule, function(ctx, report)
    local function is_silent(activity)
      if not asks.is_held(ctx, activity) or activity.feedback then return false end
      return results[activity.class]
        or opinions[activity.class] and is_number(activity.opinions) and activity.opinions > 0
    end
    local names = list_of(ctx, is_silent)
    if #names == 0 then return end
    report {
      cell = "activities.published_feedback", message = string.format("%d 次%s：%s", #names, rule.what, asks.named(names)),
      hint = "公开以后在“反馈公开”一列写网址或者“是”", count = #names,
    }
  end)
end

-- 文件写明期限的任务（`is_dated`）按期完成。
function asks.in_time(rule)
  require_fields("in_time", rule, { "is_dated" })
  add(rule, function(ctx, report)
    local late = {}
    for _, task in ipairs(ctx.tasks or {}) do
      local is_late = task.deadline and (not task.done_on or task.done_on > task.deadline)
      if is_late and rule.is_dated(task) then
        late[#late + 1] = string.format("%s（%s 前，%s）", asks.quoted(task.text), task.deadline,
          task.done_on and task.done_on .. " 完成" or "没有完成日期")
      end
    end
    if #late == 0 then return end
    report {
      cell = "tasks", message = string.format("%d 项写明期限的任务没有按期完成：%s", #late, asks.named(late)),
      hint = "核对完成日期；确实晚了的在第五部分说明", count = #late,
    }
  end)
end

-- 任务台账的项数；`table_name` 如“分解表”。
function asks.all_tasks(rule)
  require_fields("all_tasks", rule, { "table_name" })
  add(rule, function(ctx, report)
    local count = ctx.tasks and #ctx.tasks or 0
    if count == points.TASKS then return end
    report {
      cell = "tasks.total",
      message = not ctx.tasks and string.format("没有任务台账，写不出落实情况；%s有 %d 项任务", rule.table_name, points.TASKS)
        or string.format("任务台账有 %d 项，%s是 %d 项", count, rule.table_name, points.TASKS),
      hint = ctx.tasks and "对照文件补齐，一项一行" or "在 report.toml 的 [ledgers] 用 tasks 指定任务台账",
      left = count, right = points.TASKS,
    }
  end)
end

-- 文件只管一年：别的年度只提示，前面各条都不检查。
function asks.of_another_year(code, last)
  check {
    code = code, severity = "note", title = "规则包依据的是另一年的文件", basis = points.DOCUMENT,
    run = function(ctx, report)
      if ctx.mode ~= "build" or not ctx.figures or ctx.figures.year == points.YEAR then return end
      report {
        message = string.format("%s规则包依据 %d 年的文件，%d 年的要求没有写入，%s 至 %s 不检查", points.PLACE, points.YEAR,
          ctx.figures.year, string.gsub(code, "%d+$", "01"), last),
        hint = "换用本年度的规则包，或者按本年的文件自行核对",
      }
    end,
  }
end

return asks
