-- 2023 年要点的事实。只管一年：别的年度由 GM-08 提示。
local points = {}

points.PLACE = "古美路街道"
points.YEAR = 2023
points.DOCUMENT = "《2023年古美路街道政务公开工作要点》"
points.TASKS = 14
points.OPEN_MONTH = "2023-08"   -- 第10点：每年8月
points.LEAST_DAYS = 30          -- 第8点：公开征求意见的期限

function points.item(number) return points.DOCUMENT .. "第" .. number .. "点" end

-- 第7点：编制决策事项目录，3月31日前公开。
points.CATALOGUE = { number = "7", part = "7.", words = { "决策事项目录" }, by = "2023-03-31" }

points.WHOLE = { body = "街道办事处" } -- 要点只管街道办事处自己，不论报告写汇总还是本机关
points.ASKED = { ["街道办事处"] = true }

-- 第10点：八月里集中开展的线下开放活动；线上线下结合的也有线下。
function points.is_open_month(activity)
  local is_offline = activity.form == "线下" or activity.form == "结合"
  return activity.class == "政府开放活动" and is_offline and activity.held ~= nil
    and string.sub(activity.held, 1, 7) == points.OPEN_MONTH
end

return points
