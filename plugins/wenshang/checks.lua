-- 通知和分解表里能从台账数出来的要求。通知的三项（专题会议、实施方案、事项目录）不在分解表里，从公开活动台账数：
-- 类别分别写“专题会议”“方案公布”“目录公布”，日期写会议或公布的日期，一行可以写几个单位。
local points = include "points.lua"
local asks = include("national/asks.lua").of(points)

asks.each_unit {
  code = "WS-01", title = "每年至少召开一次专题会议", item = "通知一", class = "专题会议", what = "召开政务公开专题会议",
}

asks.evaluated {
  code = "WS-02", title = "制定政策性文件的部门每年至少两次政策评价", item = "（八）", least = 2,
}

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

-- 其余到年底的，完成得怎样第六部分逐项点名。
asks.in_time {
  code = "WS-05", title = "公共企事业单位11月底前、公开专区7月底前完成", item = "分解表（四）（十二）",
  tasks = points.DATED,
}
asks.all_tasks { code = "WS-06", title = "落实情况纳入年度报告", item = "通知三和分解表", table_name = "分解表" }

---- （八）（九）：结果和采纳情况公开 ----------------------------------------------------------------------------

asks.published {
  code = "WS-07", title = "政策评价结果年底前公开，意见采纳情况向社会公开", item = "（八）（九）",
  results = { ["政策评价"] = true }, by = points.YEAR_END, opinions = { ["政府开放活动"] = true, ["意见征集"] = true },
  what = "政策评价、开放活动、意见征集没有公开结果或者采纳情况",
}

asks.unchecked "WS-08"
