-- 重点领域的申请手写了件数的，同按事项类别统计的新收核对。只认“类申请”：单说“社会保障申请”，可能是业务上的申请。
local points = include "points.lua"

for _, topic in ipairs(points.WATCHED) do
  phrase { words = { topic .. "类申请" }, figure = "requests.by_topic." .. topic .. ".received", units = { "件", "宗" } }
end
