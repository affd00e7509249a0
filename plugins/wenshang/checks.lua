-- 通知和分解表里能从台账数出来的要求。通知的三项（专题会议、实施方案、事项目录）不在分解表里，从公开活动台账数：
-- 类别分别写“专题会议”“方案公布”“目录公布”，日期写会议或公布的日期，一行可以写几个单位。
local points = include "points.lua"
local asks = include("national/asks.lua").of(points)

asks.each_unit {
  code = "WS-01", title = "每年至少召开一次专题会议", item = "通知一", class = "专题会议", what = "召开政务公开专题会议",
}

---- （八）政策评价 -------------------------------------------------------------------------------------------

local LEAST_EVALUATIONS = 2

-- 制定政策性文件的：本年制发了行政规范性文件。
local function too_few_evaluations(ctx)
  local counts, asked, few = asks.held_by_unit(ctx, "政策评价"), {}, {}
  for _, unit in ipairs(asks.units(ctx)) do asked[unit] = true end
  for _, item in ipairs(ctx.by_unit) do
    local issued = item.table2 and item.table2.normative_document.issued
    local held = counts[item.unit] or 0
    if asked[item.unit] and is_number(issued) and issued > 0 and held < LEAST_EVALUATIONS then
      few[#few + 1] = string.format("%s（制发 %d 件，评价 %d 次）", item.unit, issued, held)
    end
  end
  return few
end

asks.check({ code = "WS-02", title = "制定政策性文件的部门每年至少两次政策评价", item = "（八）" }, function(ctx, report)
  if not ctx.activities then return end
  local few = too_few_evaluations(ctx)
  if #few == 0 then return end
  report {
    cell = "activities.by_class.政策评价",
    message = string.format("本年制发行政规范性文件而政策评价不足 %d 次的单位有 %d 个：%s", LEAST_EVALUATIONS, #few, asks.named(few)),
    hint = "已经做了的补进公开活动台账；没有做的在第五部分说明",
    count = #few,
  }
end)

---- 通知二、三：实施方案和事项目录 ------------------------------------------------------------------------------

asks.each_unit {
  code = "WS-03", title = "6月30日前公开实施方案或工作措施", item = "通知三", class = "方案公布", what = "公开实施方案或工作措施",
  by = points.PLANS_BY,
}
asks.each_unit {
  code = "WS-04", title = "年底前形成主动公开事项目录", item = "通知二", class = "目录公布", what = "公布主动公开事项目录",
  by = points.LISTS_BY,
}

---- 分解表 -------------------------------------------------------------------------------------------------

-- 公共企事业单位两项到11月底，公开专区两项到7月底；其余到年底的，完成得怎样第六部分逐项点名。
asks.in_time {
  code = "WS-05", title = "公共企事业单位11月底前、公开专区7月底前完成", item = "分解表（四）（十二）",
  is_dated = function(task) return task.deadline < points.YEAR .. "-12-01" end,
}
asks.all_tasks { code = "WS-06", title = "落实情况纳入年度报告", item = "通知三和分解表", table_name = "分解表" }

---- （八）（九）：结果和采纳情况公开 ----------------------------------------------------------------------------

asks.published {
  code = "WS-07", title = "政策评价结果、意见采纳情况向社会公开", item = "（八）（九）",
  results = { ["政策评价"] = true }, opinions = { ["政府开放活动"] = true, ["意见征集"] = true },
  what = "政策评价、开放活动、意见征集没有公开结果或者采纳情况",
}

asks.of_another_year("WS-08", "WS-07")
