-- 附件：时效、任务、活动的明细表和图，统计口径。没有台账的附件不印，编号依次往前。
local facts = include "year_facts.lua"

local annex = {}

local function rate(part, whole)
  return is_number(part) and is_number(whole) and share(part, whole) or blank
end
local function day(text) return text or blank end
local function joined(list)
  local names = {}
  for i, name in ipairs(list) do names[i] = name end
  return table.concat(names, "、")
end
local function printed(value) return value == nil and blank or value end

---- 依申请公开办理时效 ---------------------------------------------------------------------------------------

local TIMES = {
  { title = "", width = 5.5, align = "left" }, { title = "新收", width = 1.5 }, { title = "办结", width = 1.5 },
  { title = "按期", width = 1.5 }, { title = "超期", width = 1.5 }, { title = "按期率", width = 2 },
  { title = "中位数", width = 1.7 }, { title = "平均", width = 1.7 }, { title = "最长", width = 1.5 },
}

local function with_title(columns, title)
  local copy = {}
  for i, column in ipairs(columns) do
    copy[i] = { title = i == 1 and title or column.title, width = column.width, align = column.align or "centre" }
  end
  return copy
end

local function times_row(label, group)
  local days = group.days
  return { label, printed(group.received), group.closed, group.in_time, group.overdue,
    rate(group.in_time, group.closed), printed(days.median), printed(days.mean), printed(days.max) }
end

local function whole(figures)
  local requests = figures.requests
  return { received = figures.table3 and figures.table3.received.total or nil, closed = requests.answered,
    in_time = requests.in_time, overdue = requests.overdue, days = requests.days }
end

local function has_clock(figures) return figures ~= nil and figures.requests ~= nil and figures.requests.in_time ~= nil end

local function times(doc, ctx)
  local requests = ctx.figures.requests
  local rows = { times_row(n(ctx.figures.year) .. "年", whole(ctx.figures)) }
  if has_clock(ctx.previous) then table.insert(rows, 1, times_row(n(ctx.previous.year) .. "年", whole(ctx.previous))) end
  doc:table { name = "annex_times", caption = "与上年比较", columns = with_title(TIMES, "年度"), rows = rows }
  doc:chart("times")
  doc:chart("days")
  local units = {}
  for _, group in ipairs(requests.by_unit) do units[#units + 1] = times_row(group.key, group) end
  if #units > 1 then
    doc:table { name = "annex_times_units", caption = "分单位", columns = with_title(TIMES, "单位"), rows = units,
      note = "新收、办结、按期、超期的单位为件；中位数、平均、最长的单位为工作日。" }
  end
end

---- 要点任务 ------------------------------------------------------------------------------------------------

-- 印在第六部分；明细在附件。
function annex.task_areas(doc, ctx)
  local columns = {
    { title = "一级任务", width = 6, align = "left" }, { title = "任务", width = 1.4, align = "centre" },
    { title = "按期完成", width = 1.6, align = "centre" }, { title = "逾期完成", width = 1.6, align = "centre" },
    { title = "未完成", width = 1.6, align = "centre" }, { title = "其中逾期", width = 1.6, align = "centre" },
    { title = "长期坚持", width = 1.6, align = "centre" }, { title = "完成率", width = 2, align = "centre" },
  }
  local function row(label, counts)
    return { label, counts.total, counts.in_time, counts.late, counts.running + counts.not_started, counts.overdue,
      counts.standing, rate(counts.done, counts.total - counts.standing) }
  end
  local rows = {}
  for _, group in ipairs(ctx.figures.tasks.by_area) do rows[#rows + 1] = row(group.key, group) end
  if #rows > 1 then rows[#rows + 1] = row("合计", ctx.figures.tasks) end
  doc:table { name = "task_areas", caption = "工作要点任务分领域完成情况", columns = columns, rows = rows }
end

local function task_list(doc, ctx)
  local rows = {}
  for _, task in ipairs(ctx.tasks) do
    local heading = task.part ~= "" and task.area .. " " .. task.part or task.area
    local units = task.units_text ~= "" and task.units_text or joined(task.leads)
    rows[#rows + 1] = { task.number, heading, task.text, units, task.deadline_text, task.verdict }
  end
  doc:table {
    name = "annex_task_list", caption = "任务清单", rows = rows,
    columns = {
      { title = "序号", width = 1.1, align = "centre" }, { title = "工作任务", width = 3, align = "left", merge = true },
      { title = "具体要求", width = 5, align = "left" }, { title = "责任单位", width = 4, align = "left" },
      { title = "完成时限", width = 2.2, align = "centre" }, { title = "完成情况", width = 1.8, align = "centre" },
    },
  }
end

---- 公开活动 ------------------------------------------------------------------------------------------------

local function activity_classes(doc, ctx)
  local columns = {
    { title = "类别", width = 3, align = "left" }, { title = "计划", width = 1.4, align = "centre" },
    { title = "举办", width = 1.4, align = "centre" }, { title = "未举办", width = 1.6, align = "centre" },
    { title = "参与人次", width = 1.8, align = "centre" }, { title = "收集意见", width = 1.8, align = "centre" },
    { title = "采纳意见", width = 1.8, align = "centre" }, { title = "采纳率", width = 1.8, align = "centre" },
    { title = "公开反馈", width = 1.8, align = "centre" },
  }
  local function row(label, counts)
    return { label, counts.planned, counts.held, counts.not_held, counts.participants, counts.opinions, counts.adopted,
      rate(counts.adopted, counts.opinions), counts.published_feedback }
  end
  local rows = {}
  for _, group in ipairs(ctx.figures.activities.by_class) do rows[#rows + 1] = row(group.key, group) end
  if #rows > 1 then rows[#rows + 1] = row("合计", ctx.figures.activities) end
  doc:table { name = "annex_activity_classes", caption = "分类别情况", columns = columns, rows = rows }
end

local function activity_list(doc, ctx)
  local rows = {}
  for _, activity in ipairs(ctx.activities) do
    rows[#rows + 1] = { activity.class, activity.name, joined(activity.units), day(activity.planned),
      day(activity.held), activity.participants, activity.opinions }
  end
  doc:table {
    name = "annex_activity_list", caption = "活动清单", rows = rows,
    columns = {
      { title = "类别", width = 2, align = "left", merge = true }, { title = "活动名称", width = 5, align = "left" },
      { title = "主办单位", width = 3, align = "left" }, { title = "计划日期", width = 2.2, align = "centre" },
      { title = "举办日期", width = 2.2, align = "centre" }, { title = "参与人数", width = 1.4, align = "centre" },
      { title = "收集意见", width = 1.4, align = "centre" },
    },
  }
end

---- 统计口径 ------------------------------------------------------------------------------------------------

local function methods(doc, ctx)
  for i, sentence in ipairs(ctx.conventions) do doc:item(i .. ".", sentence) end
end

---- 有哪些附件 -----------------------------------------------------------------------------------------------

local ALL = {
  { title = "依申请公开办理时效情况",
    is_there = function(ctx) return has_clock(ctx.figures) and ctx.figures.requests.answered > 0 end },
  { title = "政务公开工作要点任务完成情况",
    is_there = function(ctx) return ctx.figures.tasks ~= nil and ctx.figures.tasks.total > 0 end },
  { title = "公开活动情况",
    is_there = function(ctx) return ctx.activities ~= nil and ctx.figures.activities ~= nil and #ctx.activities > 0 end },
  { title = "统计口径", is_there = function(ctx) return #ctx.conventions > 0 end },
}

function annex.list(ctx)
  local list = {}
  for _, item in ipairs(ALL) do
    if item.is_there(ctx) then list[#list + 1] = item end
  end
  return list
end

-- 一个附件的开头：另起一页，编号和标题。没有这个附件时返回 false。
function annex.open(doc, ctx, title)
  local list = annex.list(ctx)
  for i, item in ipairs(list) do
    if item.title == title then
      doc:page_break()
      doc:heading(1, "附件" .. (#list > 1 and i or "") .. "　" .. title)
      return true
    end
  end
  return false
end

function annex.has(ctx, title)
  for _, item in ipairs(annex.list(ctx)) do
    if item.title == title then return true end
  end
  return false
end

-- 正文里说“详见附件2”；没有那个附件就不说。
function annex.reference(ctx, title)
  local list = annex.list(ctx)
  for i, item in ipairs(list) do
    if item.title == title then return "详见附件" .. (#list > 1 and i or "") .. "。" end
  end
  return ""
end

annex.TIMES, annex.TASKS, annex.ACTIVITIES, annex.METHODS = ALL[1].title, ALL[2].title, ALL[3].title, ALL[4].title
annex.times, annex.task_list, annex.activity_classes, annex.activity_list, annex.methods =
  times, task_list, activity_classes, activity_list, methods

return annex
