-- 时效、任务、活动：数据能说的话。没有台账就没有话说。
local words = include "words.lua"

local year_facts = {}

local function is_positive(value) return is_number(value) and value > 0 end

---- 依申请公开时效 -----------------------------------------------------------------------------------------

-- 接在“办结的申请”后面。
local function in_time_clause(requests)
  local all = requests.answered > 1 and "均" or ""
  if requests.overdue == 0 then return all .. "在法定期限内办结" end
  if requests.in_time == 0 then return all .. "超过法定期限办结" end
  return "中，在法定期限内办结" .. n(requests.in_time) .. "件，超期" .. n(requests.overdue) .. "件，按期办结率"
    .. share(requests.in_time, requests.answered)
end

local function days_clause(requests)
  local days = requests.days
  if days.count == 1 then return "办理用时" .. n(days.median) .. "个工作日" end
  return "办理用时中位数" .. n(days.median) .. "个工作日，平均" .. money(days.mean) .. "个工作日"
end

-- 逐件台账之外还有单位报表时，时效只说有逐件台账的那些。
local function covers_all(ctx)
  local table3 = ctx.figures.table3
  return table3 ~= nil and is_number(table3.total.total) and table3.total.total == ctx.figures.requests.answered
end

function year_facts.timeliness(ctx)
  local requests = ctx.figures and ctx.figures.requests
  if not requests or not requests.in_time then return {} end
  local sentences = {}
  if requests.answered > 0 then
    sentences[1] = (covers_all(ctx) and "办结的申请" or "有逐件台账的" .. n(requests.answered) .. "件办结申请")
      .. in_time_clause(requests) .. "；" .. days_clause(requests) .. "。"
  end
  if requests.overdue_open > 0 then
    sentences[#sentences + 1] = "年末尚未办结的申请中，已超过期限" .. n(requests.overdue_open) .. "件。"
  end
  return sentences
end

---- 监督保障：培训、听取汇报、政策评价、暗访检查 ---------------------------------------------------------------

local SUPERVISION = { -- 类别，怎么说
  { "听取汇报", "听取政务公开工作汇报" }, { "培训", "组织政务公开培训" },
  { "政策评价", "开展政策评价" }, { "暗访检查", "开展暗访检查" },
}

function year_facts.supervision(ctx)
  local activities = ctx.figures and ctx.figures.activities
  if not activities then return {} end
  local held = {}
  for _, group in ipairs(activities.by_class) do held[group.key] = group.held end
  local clauses = {}
  for _, item in ipairs(SUPERVISION) do
    local count = held[item[1]]
    if count and count > 0 then clauses[#clauses + 1] = item[2] .. n(count) .. "次" end
  end
  if #clauses == 0 then return {} end
  return { "本年度" .. table.concat(clauses, "，") .. "。" }
end

---- 年度工作要点 --------------------------------------------------------------------------------------------

-- “按期1项，逾期2项，日期不全2项”；都是按期的不说。
local function done_parts(counts)
  local undated = counts.done - counts.in_time - counts.late
  if counts.late == 0 and undated == 0 then return "" end
  local parts = {}
  for _, item in ipairs { { "按期", counts.in_time }, { "逾期", counts.late }, { "日期不全", undated } } do
    if item[2] > 0 then parts[#parts + 1] = item[1] .. n(item[2]) .. "项" end
  end
  return "（" .. table.concat(parts, "，") .. "）"
end

local function overdue_clause(counts, open)
  if counts.overdue == 0 then return "" end
  if counts.overdue < open then return "，其中" .. n(counts.overdue) .. "项已超过时限" end
  return open > 1 and "，均已超过时限" or "，已超过时限"
end

-- 除长期坚持的以外，`rest` 项怎么样。
local function progress_clause(counts, rest)
  local open = counts.running + counts.not_started
  if counts.done == 0 then return (rest > 1 and "均未完成" or "未完成") .. overdue_clause(counts, open) end
  local text = "已完成" .. n(counts.done) .. "项" .. done_parts(counts) .. "，完成率" .. share(counts.done, rest)
  if open == 0 then return text end
  return text .. "；尚未完成" .. n(open) .. "项" .. overdue_clause(counts, open)
end

function year_facts.tasks(ctx)
  local counts = ctx.figures and ctx.figures.tasks
  if not counts then return {} end
  if counts.total == 0 then return { "本年度未登记政务公开工作要点任务。" } end
  local text = n(ctx.figures.year) .. "年政务公开工作要点任务共" .. n(counts.total) .. "项"
  local rest = counts.total - counts.standing
  if rest == 0 then return { text .. (counts.total > 1 and "，均为长期坚持。" or "，为长期坚持。") } end
  if counts.standing > 0 then text = text .. "，其中长期坚持" .. n(counts.standing) .. "项" end
  local others = counts.standing > 0 and "，其余" .. n(rest) .. "项" or "，"
  return { text .. "。截至" .. date(ctx.task_day) .. others .. progress_clause(counts, rest) .. "。" }
end

local function task_name(task)
  local number = task.number ~= "" and "第" .. words.line(task.number) .. "项" or ""
  return number .. words.quoted(task.text)
end

-- “（逾期未完成，牵头部门：甲局；责任单位：乙局）”
local function task_state(task)
  local units = {}
  local leads, responsible = words.shown(task.leads, task.leads_text), words.names(task.units_text)
  if leads ~= "" then units[#units + 1] = "牵头部门：" .. leads end
  if responsible ~= "" then units[#units + 1] = "责任单位：" .. responsible end
  return "（" .. task.verdict .. (#units > 0 and "，" or "") .. table.concat(units, "；") .. "）"
end

-- 逾期完成的和没有完成的，逐项点名；`place` 是列出全部任务的附件。
function year_facts.named_tasks(ctx, place)
  local late, open = {}, {}
  for _, task in ipairs(ctx.tasks or {}) do
    if task.verdict == "逾期完成" then
      late[#late + 1] = task_name(task) .. "（" .. words.short_date(ctx, task.done_on) .. "完成）"
    elseif task.status == "进行中" or task.status == "未开始" then
      open[#open + 1] = task_name(task) .. task_state(task)
    end
  end
  local sentences = {}
  if #late > 0 then sentences[#sentences + 1] = "逾期完成的任务：" .. words.listed(late, "；", "项", place) end
  if #open > 0 then sentences[#sentences + 1] = "尚未完成的任务：" .. words.listed(open, "；", "项", place) end
  return sentences
end

---- 公开活动 ------------------------------------------------------------------------------------------------

-- “，其中政府开放活动1次、培训2次”；只有一类的“，均为培训”。
local function held_classes(activities)
  local parts, only = {}, nil
  for _, group in ipairs(activities.by_class) do
    if group.held > 0 then
      parts[#parts + 1], only = words.line(group.key) .. n(group.held) .. "次", words.line(group.key)
    end
  end
  if #parts == 1 then return (activities.held > 1 and "，均为" or "，为") .. only end
  return "，其中" .. table.concat(parts, "、")
end

local function opinions_clause(activities)
  if not is_positive(activities.opinions) then
    return is_number(activities.opinions) and "没有收集到意见建议" or nil
  end
  local clause = "收集意见建议" .. n(activities.opinions) .. "条"
  if is_number(activities.adopted) then clause = clause .. "，采纳" .. n(activities.adopted) .. "条" end
  if activities.adoption_rate then clause = clause .. "，采纳率" .. share(activities.adopted, activities.opinions) end
  return clause
end

function year_facts.activities(ctx)
  local activities = ctx.figures and ctx.figures.activities
  if not activities then return {} end
  if activities.planned == 0 and activities.held == 0 then return { "本年度未登记公开活动。" } end
  if activities.held == 0 then return { "本年度计划举办公开活动" .. n(activities.planned) .. "次，均未举办。" } end
  local sentences = { "本年度举办公开活动" .. n(activities.held) .. "次" .. held_classes(activities) .. "。" }
  local more = {}
  if is_positive(activities.participants) then more[#more + 1] = "参与" .. n(activities.participants) .. "人次" end
  more[#more + 1] = opinions_clause(activities)
  if activities.published_feedback > 0 then
    more[#more + 1] = "有" .. n(activities.published_feedback) .. "次公开了意见采纳等反馈情况"
  end
  if #more > 0 then sentences[2] = table.concat(more, "，") .. "。" end
  return sentences
end

-- 计划了没有举办的，逐项点名；`place` 是列出全部活动的附件。
function year_facts.activities_not_held(ctx, place)
  local names = {}
  local last_day = ctx.figures.year .. "-12-31"
  for _, activity in ipairs(ctx.activities or {}) do
    if activity.planned and (not activity.held or activity.held > last_day) then
      names[#names + 1] = words.quoted(activity.name) .. "（原计划" .. words.planned(ctx, activity) .. "）"
    end
  end
  if #names == 0 then return {} end
  return { "计划举办而年内没有举办的活动：" .. words.listed(names, "、", "次", place) }
end

return year_facts
