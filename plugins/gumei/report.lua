-- 古美路街道的写法：第六部分末尾说“政府开放月”八月的线下活动，另有一个附件列出；任务清单照要点的部分和各点，不列单位。
local points = include "points.lua"

local function line(text) return text == "" and blank or (string.gsub(text, "%s*[\r\n]%s*", "、")) end

local ANNEX = "“政府开放月”线下开放活动"

-- 没有活动台账，或者不是要点的那一年，就没有话说。
local function applies(ctx) return ctx.activities ~= nil and ctx.figures.year == points.YEAR end

local function rows_of(ctx)
  local rows = {}
  for _, activity in ipairs(applies(ctx) and ctx.activities or {}) do
    if points.is_open_month(activity) then
      rows[#rows + 1] = { activity.held, activity.name, line(activity.units_text), line(activity.interaction),
        activity.participants, activity.opinions }
    end
  end
  return rows
end

section {
  id = "other.open_month", after = "other",
  run = function(doc, ctx)
    if not applies(ctx) then return end
    local rows = rows_of(ctx)
    local title = { text = "“政府开放月”活动情况。", strong = true }
    if #rows == 0 then return doc:paragraph { title, "8月没有举办线下开放活动的记录。" } end
    doc:paragraph { title, "8月集中组织线下开放活动" .. n(#rows) .. "场，各场情况见附件。" }
  end,
}

section {
  id = "annex.open_month", after = "annex.methods",
  run = function(doc, ctx)
    local rows = rows_of(ctx)
    if #rows == 0 or not doc:annex(ANNEX) then return end
    doc:table {
      name = "open_month", caption = "8月举办的活动", rows = rows,
      columns = {
        { title = "举办日期", width = 2.2, align = "centre" }, { title = "活动名称", width = 4, align = "left" },
        { title = "主办单位", width = 3, align = "left" }, { title = "互动环节", width = 3, align = "left" },
        { title = "参与人次", width = 1.4, align = "centre" }, { title = "收集意见", width = 1.4, align = "centre" },
      },
    }
  end,
}

---- 五个环节 -----------------------------------------------------------------------------------------------

include("steps.lua"):annex({
  id = "annex.steps", after = "annex.open_month", title = "依申请公开各环节记录情况", year = points.YEAR,
  note = "邮寄只算送达方式为邮寄的答复；不经答复而结束的不算答复；台账没有填的环节不列。",
}, function(doc, ctx)
  if #rows_of(ctx) > 0 then doc:attachments { ANNEX } end
end)

include("national/task_list.lua").section {
  caption = "政务公开工作要点落实情况",
  columns = {
    { shows = "area", title = "部分", width = 2.2, merge = true }, { shows = "part", title = "要点", width = 3.6 },
    { shows = "text", title = "具体要求", width = 4 }, { shows = "deadline", title = "完成时限", width = 2.2, align = "centre" },
    { shows = "verdict", title = "完成情况", width = 2, align = "centre" },
    { shows = "done_on", title = "完成日期", width = 2.3, align = "centre" },
  },
}
