-- 要点里能从台账数出来的要求。
local points = include "points.lua"
local asks = include("national/asks.lua").of(points)

asks.once {
  code = "GM-01", title = "班子领导每年至少听取一次政务公开工作汇报", item = "13", class = "听取汇报",
  what = "班子领导听取政务公开工作汇报",
}
asks.once {
  code = "GM-02", title = "年内参加政务公开工作培训不少于一次", item = "14", class = "培训", what = "参加政务公开工作培训",
}
asks.once {
  code = "GM-03", title = "8月至少集中组织一场线下开放活动", item = "10", class = "政府开放活动",
  what = "在8月举办线下政府开放活动", counts = points.is_open_month,
}
asks.in_time {
  code = "GM-04", title = "3月31日前公开重大行政决策事项目录", item = "7", tasks = { points.CATALOGUE },
}

---- 第8点：公开征求意见的期限 ---------------------------------------------------------------------------------

-- 从 0000-03-01 起的天数。
local function day_number(iso)
  local year, month, day = string.match(iso, "^(%d+)-(%d+)-(%d+)$")
  year, month, day = math.tointeger(tonumber(year)), math.tointeger(tonumber(month)), math.tointeger(tonumber(day))
  if month <= 2 then year, month = year - 1, month + 12 end
  return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day
end

-- 首尾两天都算。
local function days_of(activity) return day_number(activity.ended) - day_number(activity.held) + 1 end

-- 因紧急等原因缩短而作了说明的，活动名称里注明。
local function is_explained(activity)
  return string.find(activity.name, "缩短", 1, true) ~= nil or string.find(activity.name, "紧急", 1, true) ~= nil
end

asks.check({ code = "GM-05", title = "公开征求意见一般不少于30日", item = "8" }, function(ctx, report)
  local short = {}
  for _, activity in ipairs(asks.activities(ctx)) do
    local is_asked = activity.class == "意见征集" and asks.is_held(ctx, activity) and activity.ended ~= nil
    if is_asked and days_of(activity) < points.LEAST_DAYS and not is_explained(activity) then
      short[#short + 1] = string.format("%s（%d 日）", asks.quoted(activity.name), days_of(activity))
    end
  end
  if #short == 0 then return end
  report {
    cell = "activities.by_class.意见征集",
    message = string.format("%d 次公开征求意见不足 %d 日：%s", #short, points.LEAST_DAYS, asks.named(short)),
    hint = "核对举办日期和结束日期；因紧急等原因缩短、征求时已经说明的，在活动名称后注明“（缩短期限）”", count = #short,
  }
end, { "activities" })

---- 第3点：接收、登记、答复、邮寄、办结各环节留痕 ---------------------------------------------------------------

include("steps.lua"):require(asks, {
  code = "GM-06", title = "依申请公开各环节记录齐全", item = "3",
  hint = "在依申请公开台账补上登记日期、邮寄日期、办结日期；邮寄日期只有“送达方式”写“邮寄”的要填",
})

asks.all_tasks { code = "GM-07", title = "要点的各点都在任务台账里", item = "1至第14", table_name = "要点" }

asks.unchecked "GM-08"
