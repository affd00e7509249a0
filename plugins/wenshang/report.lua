-- 汶上县的写法：第六部分末尾说通知和分解表点名的几件事（专题会议、政策评价、品牌专区、公共企事业单位专项评估），两个附件
-- 列各单位做了没有、各次政策评价的结果；任务清单照分解表的栏目，一级任务一张表。
local points = include "points.lua"
local asks = include("national/asks.lua").of(points)
local words = include "national/words.lua"

convention "专题会议、实施方案、事项目录：按公开活动台账里类别为“专题会议”“方案公布”“目录公布”的记录统计，一行有几个单位的各计一次；政策评价的结束日期是得出结果的日期。"

local UNITS_ANNEX = "各级各部门专题会议、实施方案、事项目录情况"
local EVALUATIONS_ANNEX = "政策评价情况"
local EVALUATION = "政策评价"

-- 通知点名的三件事，公开活动台账里的类别和最后一天。
local DUTIES = {
  { class = "专题会议", title = "专题会议" }, { class = "方案公布", title = "公开实施方案", by = points.PLANS_BY },
  { class = "目录公布", title = "公布事项目录", by = points.LISTS_BY },
}

-- 不是通知的那一年、没有活动台账，就没有话说。
local function applies(ctx) return ctx.activities ~= nil and asks.who(ctx) ~= nil end

local function evaluations(ctx) return applies(ctx) and asks.held(ctx, EVALUATION) or {} end

---- 第六部分 -----------------------------------------------------------------------------------------------

local function units_with(ctx, duty)
  local counts, done, units = asks.held_by_unit(ctx, duty.class, duty.by), 0, asks.units(ctx)
  for _, unit in ipairs(units) do
    if counts[unit] then done = done + 1 end
  end
  return done, #units
end

local function meetings(ctx)
  local held = #asks.held(ctx, "专题会议")
  if asks.is_own(ctx) then
    return some(held, "本年度召开专题会议研究政务公开工作%次。", "本年度没有召开政务公开专题会议的记录。")
  end
  local done, all = units_with(ctx, DUTIES[1])
  if all == 0 then return some(held, "本年度召开政务公开专题会议%次。", "本年度没有召开政务公开专题会议的记录。") end
  local others = {}
  for i = 2, #DUTIES do
    local count = units_with(ctx, DUTIES[i])
    others[#others + 1] = "按期" .. DUTIES[i].title .. "的" .. n(count) .. "个"
  end
  return "应当每年召开专题会议的单位" .. n(all) .. "个，已召开的" .. n(done) .. "个；" .. table.concat(others, "，") .. "，各单位情况见附件。"
end

-- 到年底还没有结束的，结果也就没有在年底前公开。
local function is_late(activity) return activity.ended ~= nil and activity.ended > points.YEAR_END end

local function late_evaluations(ctx)
  local count = 0
  for _, activity in ipairs(evaluations(ctx)) do
    if activity.feedback and is_late(activity) then count = count + 1 end
  end
  return count
end

-- 件数和 figures.activities 的“政策评价”是同一个数。
local function evaluation_sentence(ctx)
  for _, group in ipairs(ctx.figures.activities and ctx.figures.activities.by_class or {}) do
    if group.key == EVALUATION and group.held > 0 then
      return "本年度开展政策评价" .. n(group.held) .. "次，" .. some(group.opinions, "收集意见%条", "没有收集到意见")
        .. some(group.adopted, "，采纳%条", "") .. "；公开结果" .. n(group.published_feedback) .. "次"
        .. some(late_evaluations(ctx), "（其中年底以后%次）", "") .. "，各次情况见附件。"
    end
  end
  return "本年度没有开展政策评价的记录。"
end

-- “打造品牌专区，要求7月31日前完成，已于7月26日完成。”
local function task_sentence(ctx, wanted)
  local task = asks.find_task(ctx, wanted)
  if not task then return nil end
  local text = words.without_stop(words.line(task.text)) .. "，要求" .. words.short_date(ctx, wanted.by) .. "前完成，"
  if not task.done_on then return text .. "目前" .. task.verdict .. "。" end
  return text .. "已于" .. words.short_date(ctx, task.done_on) .. "完成" .. (task.done_on > wanted.by and "，晚于要求" or "") .. "。"
end

local function say(doc, title, text)
  if text then doc:paragraph { { text = title .. "。", strong = true }, text } end
end

section {
  id = "other.duties", after = "other",
  run = function(doc, ctx)
    if applies(ctx) then
      say(doc, "专题会议", meetings(ctx))
      say(doc, EVALUATION, evaluation_sentence(ctx))
    end
    if asks.who(ctx) == nil then return end
    say(doc, "政务公开品牌专区", task_sentence(ctx, points.BRANDS))
    say(doc, "公共企事业单位信息公开专项评估", task_sentence(ctx, points.ASSESSMENT))
  end,
}

---- 附件 ---------------------------------------------------------------------------------------------------

local function lists_units(ctx) return applies(ctx) and not asks.is_own(ctx) and #asks.units(ctx) > 0 end

section {
  id = "annex_list",
  run = function(doc, ctx, base)
    base()
    if lists_units(ctx) then doc:attachments { UNITS_ANNEX } end
    if #evaluations(ctx) > 0 then doc:attachments { EVALUATIONS_ANNEX } end
  end,
}

-- 单位 -> 这一类最早的日期。
local function first_days(ctx, class)
  local days = {}
  for _, activity in ipairs(asks.held(ctx, class)) do
    for _, unit in ipairs(activity.units) do
      if not days[unit] or activity.held < days[unit] then days[unit] = activity.held end
    end
  end
  return days
end

section {
  id = "annex.units", after = "annex.methods",
  run = function(doc, ctx)
    if not lists_units(ctx) or not doc:annex(UNITS_ANNEX) then return end
    local meetings_of, rows = asks.held_by_unit(ctx, "专题会议"), {}
    local plans, lists = first_days(ctx, "方案公布"), first_days(ctx, "目录公布")
    for i, unit in ipairs(asks.units(ctx)) do
      rows[i] = { i, unit, meetings_of[unit] or 0, plans[unit] or blank, lists[unit] or blank }
    end
    doc:table {
      name = "duties_by_unit", rows = rows, note = "日期是公开活动台账里最早的一次；空白的是没有记录。",
      columns = {
        { title = "序号", width = 1, align = "centre" }, { title = "单位", width = 5, align = "left" },
        { title = "专题会议（次）", width = 2, align = "centre" }, { title = "公开实施方案", width = 2.6, align = "centre" },
        { title = "公布事项目录", width = 2.6, align = "centre" },
      },
    }
  end,
}

section {
  id = "annex.evaluations", after = "annex.units",
  run = function(doc, ctx)
    local list = evaluations(ctx)
    if #list == 0 or not doc:annex(EVALUATIONS_ANNEX) then return end
    local rows = {}
    for i, activity in ipairs(list) do
      local is_public = activity.feedback and not is_late(activity)
      rows[i] = { i, words.line(activity.name), words.shown(activity.units, activity.units_text), activity.held, activity.ended or blank,
        activity.opinions, activity.adopted, is_public and "已公开" or "未公开" }
    end
    doc:table {
      name = "evaluations", rows = rows, note = "结束日期晚于年底的，结果没有在年底前公开。",
      columns = {
        { title = "序号", width = 1, align = "centre" }, { title = "政策评价", width = 3.4, align = "left" },
        { title = "评价单位", width = 2.6, align = "left" }, { title = "开始日期", width = 2.3, align = "centre" },
        { title = "结束日期", width = 2.3, align = "centre" }, { title = "收集意见", width = 1.3, align = "centre" },
        { title = "采纳意见", width = 1.3, align = "centre" }, { title = "年底前公开结果", width = 1.8, align = "centre" },
      },
    }
  end,
}

include("national/task_list.lua").section {
  caption = "任务清单", by_area = true,
  columns = {
    { shows = "part", title = "工作任务", width = 2, merge = true }, { shows = "leads", title = "牵头部门", width = 3 },
    { shows = "responsible", title = "责任单位", width = 3 }, { shows = "text", title = "具体要求", width = 4.2 },
    { shows = "deadline", title = "完成时限", width = 1.7, align = "centre" },
    { shows = "state", title = "落实情况", width = 2.1, align = "centre" },
  },
}
