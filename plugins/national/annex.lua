-- 附件：时效、任务、活动的明细表和图，统计口径。没有台账的附件不印，编号依次往前。
local words = include "words.lua"

local annex = {}

local MOST_ROWS = 300 -- 印在纸上的；全部的在工作簿里

local function rate(part, whole)
  return is_number(part) and is_number(whole) and share(part, whole) or blank
end
local function printed(value) return value == nil and blank or value end
local function given(text) return text == "" and blank or text end

-- 列表的前几行；余下的去看工作簿的哪一张表。
local function rows_of(list, row)
  local rows = {}
  for i, item in ipairs(list) do
    if i > MOST_ROWS then break end
    rows[i] = row(item)
  end
  return rows
end

local function say_rest(doc, list, measure, sheet)
  if #list > MOST_ROWS then
    doc:note("其余" .. n(#list - MOST_ROWS) .. measure .. "见工作簿的“" .. sheet .. "”。")
  end
end

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

-- 新收和办结都只说有逐件台账的申请。
local function whole(figures)
  local requests = figures.requests
  return { received = requests.received, closed = requests.answered,
    in_time = requests.in_time, overdue = requests.overdue, days = requests.days }
end

local function has_clock(figures) return figures ~= nil and figures.requests ~= nil and figures.requests.in_time ~= nil end

-- 收到最早的十件里已经超期的。
local function overdue_open(doc, requests)
  local rows = {}
  for _, request in ipairs(requests.oldest_open) do
    if request.overdue then
      rows[#rows + 1] = { words.line(request.unit), request.id, request.received, printed(request.deadline), request.days }
    end
  end
  if #rows == 0 then return end
  doc:table {
    name = "annex_overdue_open", caption = "年末尚未办结且已超期的申请", rows = rows,
    note = requests.overdue_open > #rows and "年末尚未办结且已超期的申请共" .. n(requests.overdue_open)
      .. "件，这里列出其中收到较早的" .. n(#rows) .. "件。" or nil,
    columns = {
      { title = "受理单位", width = 4, align = "left" }, { title = "申请编号", width = 3, align = "left" },
      { title = "收到日期", width = 2.2, align = "centre" }, { title = "期限到", width = 2.2, align = "centre" },
      { title = "已计工作日", width = 2, align = "centre" },
    },
  }
end

local function times(doc, ctx)
  local requests = ctx.figures.requests
  local rows = { times_row(n(ctx.figures.year) .. "年", whole(ctx.figures)) }
  local caption = "总体情况"
  if has_clock(ctx.previous) then
    caption = "与上年比较"
    table.insert(rows, 1, times_row(n(ctx.previous.year) .. "年", whole(ctx.previous)))
  end
  doc:table { name = "annex_times", caption = caption, columns = with_title(TIMES, "年度"), rows = rows,
    note = "新收、办结、按期、超期的单位为件；中位数、平均、最长的单位为工作日。" }
  doc:chart("times")
  doc:chart("days")
  if #requests.by_unit > 1 then
    local units = rows_of(requests.by_unit, function(group) return times_row(words.line(group.key), group) end)
    doc:table { name = "annex_times_units", caption = "分单位", columns = with_title(TIMES, "单位"), rows = units }
    say_rest(doc, requests.by_unit, "个单位", "分单位时效")
  end
  overdue_open(doc, requests)
end

---- 要点任务 ------------------------------------------------------------------------------------------------

-- 没有完成日期或时限的，说不出按期还是逾期。
local function undated(counts) return counts.done - counts.in_time - counts.late end

-- 印在第六部分；明细在附件。
function annex.task_areas(doc, ctx)
  local tasks = ctx.figures.tasks
  local has_undated = undated(tasks) > 0
  local columns = {
    { title = "一级任务", width = 6, align = "left" }, { title = "任务", width = 1.4, align = "centre" },
    { title = "按期完成", width = 1.6, align = "centre" }, { title = "逾期完成", width = 1.6, align = "centre" },
    { title = "未完成", width = 1.6, align = "centre" }, { title = "其中逾期", width = 1.6, align = "centre" },
    { title = "长期坚持", width = 1.6, align = "centre" }, { title = "完成率", width = 2, align = "centre" },
  }
  if has_undated then table.insert(columns, 5, { title = "已完成（缺日期）", width = 2, align = "centre" }) end
  local function row(label, counts)
    local cells = { label, counts.total, counts.in_time, counts.late, counts.running + counts.not_started,
      counts.overdue, counts.standing, rate(counts.done, counts.total - counts.standing) }
    if has_undated then table.insert(cells, 5, undated(counts)) end
    return cells
  end
  local rows = rows_of(tasks.by_area, function(group) return row(words.line(group.key), group) end)
  if #rows > 1 then rows[#rows + 1] = row("合计", tasks) end
  doc:table { name = "task_areas", caption = "工作要点任务分领域完成情况", columns = columns, rows = rows }
  say_rest(doc, tasks.by_area, "类", "任务")
end

local function has_leads(list)
  for i, task in ipairs(list) do
    if i > MOST_ROWS then break end
    if words.joined(task.leads) ~= "" then return true end
  end
  return false
end

local function task_list(doc, ctx)
  local with_leads = has_leads(ctx.tasks)
  local columns = {
    { title = "序号", width = 1.1, align = "centre" }, { title = "工作任务", width = 3, align = "left", merge = true },
    { title = "具体要求", width = 5, align = "left" }, { title = "责任单位", width = 4, align = "left" },
    { title = "完成时限", width = 2.2, align = "centre" }, { title = "完成情况", width = 1.8, align = "centre" },
  }
  if with_leads then table.insert(columns, 4, { title = "牵头部门", width = 2.4, align = "left" }) end
  local rows = rows_of(ctx.tasks, function(task)
    local heading = words.line(task.part ~= "" and task.area .. " " .. task.part or task.area)
    local cells = { task.number, heading, words.line(task.text), given(words.names(task.units_text)),
      words.line(task.deadline_text), task.verdict }
    if with_leads then table.insert(cells, 4, given(words.shown(task.leads, task.leads_text))) end
    return cells
  end)
  doc:table { name = "annex_task_list", caption = "任务清单", columns = columns, rows = rows }
  say_rest(doc, ctx.tasks, "项", "任务明细")
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
      counts.adoption_rate and share(counts.adopted, counts.opinions) or blank, counts.published_feedback }
  end
  local all = ctx.figures.activities
  local rows = rows_of(all.by_class, function(group) return row(words.line(group.key), group) end)
  if #rows > 1 then rows[#rows + 1] = row("合计", all) end
  doc:table { name = "annex_activity_classes", caption = "分类别情况", columns = columns, rows = rows,
    note = all.planned ~= all.held + all.not_held
      and "“举办”含计划外举办的和原计划在其他年度举办的，所以“计划”不等于“举办”与“未举办”之和。" or nil }
  say_rest(doc, all.by_class, "类", "活动")
end

-- 本年度没有举办的不计数：到次年才举办的，写明日期，不印人次和意见。
local function activity_row(ctx, activity)
  local planned = activity.planned_text ~= "" and words.line(activity.planned_text) or printed(activity.planned)
  local held, is_counted = printed(activity.held), activity.held ~= nil
  if is_counted and activity.held > ctx.figures.year .. "-12-31" then
    held, is_counted = words.short_date(ctx, activity.held, "次年") .. "举办", false
  end
  return { words.line(activity.class), words.line(activity.name), words.shown(activity.units, activity.units_text), planned, held,
    is_counted and activity.participants or blank, is_counted and activity.opinions or blank }
end

local function activity_list(doc, ctx)
  doc:table {
    name = "annex_activity_list", caption = "活动清单",
    rows = rows_of(ctx.activities, function(activity) return activity_row(ctx, activity) end),
    columns = {
      { title = "类别", width = 2, align = "left", merge = true }, { title = "活动名称", width = 5, align = "left" },
      { title = "主办单位", width = 3, align = "left" }, { title = "计划日期", width = 2.2, align = "centre" },
      { title = "举办日期", width = 2.2, align = "centre" }, { title = "参与人次", width = 1.4, align = "centre" },
      { title = "收集意见", width = 1.4, align = "centre" },
    },
  }
  say_rest(doc, ctx.activities, "次", "活动明细")
end

---- 统计口径 ------------------------------------------------------------------------------------------------

local function methods(doc, ctx)
  for i, sentence in ipairs(ctx.conventions) do doc:item(i .. ".", sentence) end
  if #ctx.exceptions == 0 then return end
  doc:paragraph("本报告的检查规则有下列例外：")
  for i, sentence in ipairs(ctx.exceptions) do
    doc:item(i .. ".", sentence)
  end
end

---- 有哪些附件 -----------------------------------------------------------------------------------------------

local ALL = {
  { title = "依申请公开办理时效情况",
    is_there = function(ctx) return has_clock(ctx.figures) and ctx.figures.requests.answered > 0 end },
  { title = "政务公开工作要点任务完成情况",
    is_there = function(ctx) return ctx.figures.tasks ~= nil and ctx.figures.tasks.total > 0 end },
  { title = "公开活动情况",
    is_there = function(ctx) return ctx.activities ~= nil and ctx.figures.activities ~= nil and #ctx.activities > 0 end },
  { title = "统计口径", is_there = function(ctx) return #ctx.conventions + #ctx.exceptions > 0 end },
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
      if doc:annex(title) then return true end -- 地方规则包也有附件的，编号看附件说明
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

-- “附件2”；没有那个附件就没有文字。
function annex.place(ctx, title)
  local list = annex.list(ctx)
  for i, item in ipairs(list) do
    if item.title == title then return "附件" .. (#list > 1 and i or "") end
  end
  return ""
end

-- 正文里说“详见附件2”；没有那个附件就不说。
function annex.reference(ctx, title)
  local place = annex.place(ctx, title)
  return place ~= "" and "详见" .. place .. "。" or ""
end

annex.TIMES, annex.TASKS, annex.ACTIVITIES, annex.METHODS = ALL[1].title, ALL[2].title, ALL[3].title, ALL[4].title
annex.times, annex.task_list, annex.activity_classes, annex.activity_list, annex.methods =
  times, task_list, activity_classes, activity_list, methods

return annex
