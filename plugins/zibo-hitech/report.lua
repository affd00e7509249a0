-- 淄博高新区的写法：第六部分末尾说被纠正、败诉的案件，另有一个附件按原因列出；任务照工作配档表，政府开放活动照计划
-- 安排表，计划与举办并列。
local cases = include "cases.lua"
local words = include "national/words.lua"

convention "被纠正、败诉的案件：行政复议、行政诉讼结果为结果纠正的，按复议诉讼台账的原因分，不含只报单位报表的单位。"

---- 被纠正、败诉的案件 ---------------------------------------------------------------------------------------

local ANNEX = "被纠正、败诉的行政复议、行政诉讼案件"

local function lost_table(doc, lost)
  local rows, reviews, lawsuits = {}, 0, 0
  for i, group in ipairs(cases.by_reason(lost)) do
    rows[i] = { group.reason, group.reviews, group.lawsuits, group.reviews + group.lawsuits }
    reviews, lawsuits = reviews + group.reviews, lawsuits + group.lawsuits
  end
  if #rows > 1 then rows[#rows + 1] = { "合计", reviews, lawsuits, reviews + lawsuits } end
  doc:table {
    name = "lost_cases", caption = "按原因分", rows = rows, note = "单位：件。",
    columns = {
      { title = "原因", width = 5, align = "left" }, { title = "行政复议", width = 2, align = "centre" },
      { title = "行政诉讼", width = 2, align = "centre" }, { title = "合计", width = 2, align = "centre" },
    },
  }
end

-- “，其中2件的原因是答复没有说明理由”；最多的几件没有写原因，就不说。
local function main_cause(lost)
  local first = cases.by_reason(lost)[1]
  if first.reason == cases.NO_REASON then return "" end
  local count = first.reviews + first.lawsuits
  return (count == #lost and "，原因是" or "，其中" .. n(count) .. "件的原因是") .. first.reason
end

-- 没有复议诉讼台账就没有话说；有台账而没有被纠正的，写明没有。
section {
  id = "other.lost", after = "other",
  run = function(doc, ctx)
    if not ctx.reviews then return end
    local lost = cases.lost(ctx)
    local title = { text = "复议、诉讼案件分析。", strong = true }
    if #lost == 0 then
      return doc:paragraph { title, "本年度审结的行政复议、行政诉讼案件中，没有被纠正或者败诉的。" }
    end
    doc:paragraph { title, "本年度被纠正或者败诉的行政复议、行政诉讼案件共" .. n(#lost) .. "件" .. main_cause(lost)
      .. "，成因见附件。" }
  end,
}

section {
  id = "annex_list",
  run = function(doc, ctx, base)
    base()
    if #cases.lost(ctx) > 0 then doc:attachments { ANNEX } end
  end,
}

section {
  id = "annex.lost", after = "annex.methods",
  run = function(doc, ctx)
    local lost = cases.lost(ctx)
    if #lost > 0 and doc:annex(ANNEX) then lost_table(doc, lost) end
  end,
}

---- 政府开放活动计划和举办 ------------------------------------------------------------------------------------

local function line(text) return text == "" and blank or (string.gsub(text, "%s*[\r\n]%s*", "、")) end
local function day(text) return text == nil and blank or text end

local function outcome(ctx, activity)
  if not words.is_held(ctx, activity) then return "未举办" end
  if not activity.planned then return "计划外" end
  if activity.planned_text ~= "" then -- 计划只写到月
    local is_same = string.sub(activity.planned, 1, 7) == string.sub(activity.held, 1, 7)
    return is_same and "按计划" or activity.held < activity.planned and "提前" or "延后"
  end
  if activity.held == activity.planned then return "按计划" end
  return activity.held < activity.planned and "提前" or "延后"
end

section {
  id = "annex.activities.plan", after = "annex.activities",
  run = function(doc, ctx)
    local rows = {}
    for _, activity in ipairs(ctx.activities or {}) do
      if activity.class == "政府开放活动" then
        local planned = activity.planned_text ~= "" and activity.planned_text or day(activity.planned)
        rows[#rows + 1] = { #rows + 1, activity.name, line(activity.units_text), planned,
          day(activity.held), line(activity.form), outcome(ctx, activity) }
      end
    end
    if #rows == 0 then return end
    doc:table {
      name = "annex_open_activities", caption = "政府开放活动计划安排和举办情况", rows = rows,
      columns = {
        { title = "序号", width = 1, align = "centre" }, { title = "活动名称", width = 3.6, align = "left" },
        { title = "主办单位", width = 3.2, align = "left" }, { title = "计划日期", width = 2.2, align = "centre" },
        { title = "举办日期", width = 2.2, align = "centre" }, { title = "形式", width = 1.3, align = "centre" },
        { title = "与计划相比", width = 1.8, align = "centre" },
      },
    }
  end,
}

include("national/task_list.lua").section {
  caption = "政务公开工作配档表",
  columns = {
    { shows = "area", title = "工作任务", width = 1.8, merge = true }, { shows = "part", title = "工作任务", width = 3 },
    { shows = "text", title = "具体要求", width = 3.6 }, { shows = "responsible", title = "责任单位", width = 2.2 },
    { shows = "deadline", title = "完成时限", width = 1.8, align = "centre" },
    { shows = "verdict", title = "完成情况", width = 1.9, align = "centre" },
    { shows = "done_on", title = "完成日期", width = 2.3, align = "centre" },
  },
}
