-- 2024 年要点的事实和它对谁说话。要点只管一年：别的年度这里的要求不适用，由 LW-09 提示。
local points = {}

points.PLACE = "莱芜区"
points.YEAR = 2024
points.DOCUMENT = "莱芜政办发〔2024〕2号"
points.TASKS = 59               -- 分工表的行数
points.YEAR_END = "2024-12-31" -- （九）年底前公开政策评价结果
points.WATCHED = { "征地拆迁", "国土空间规划", "社会保障" } -- （六）重点关注领域
points.REPEATED = 5             -- 一个领域有这么多件申请，才说得上集中

-- （十六）各部门单位的实施方案：分工表第59项，2024年6月26日印发，30日内。
points.PLAN = { number = "59", part = "（十六）", words = { "实施方案" }, by = "2024-07-26" }

function points.item(number) return points.DOCUMENT .. number end

-- “各街道（镇）、区政府各部门单位”所指的类别；功能区管委会收文，但分工表的这几行没有列它们；垂直管理单位随本系统。
points.ASKED = {
  ["政府办公室"] = true, ["部门"] = true, ["派出机构"] = true, ["其他"] = true,
  ["街道办事处"] = true, ["镇政府"] = true, ["乡政府"] = true,
}

-- 逐件台账里各领域的新收件数，按 WATCHED 的次序；还有登记了事项类别的和没有登记的各是多少。没有逐件台账就是 nil。
function points.topics(ctx)
  local requests = ctx.figures and ctx.figures.requests
  if not requests or not requests.in_time then return nil end
  local counts, known, blank_count = {}, 0, 0
  for _, group in ipairs(requests.by_topic) do
    counts[group.key] = group.received
    if group.key == "（未填）" then
      blank_count = group.received
    else
      known = known + group.received
    end
  end
  local watched, sum_of_watched = {}, 0
  for i, name in ipairs(points.WATCHED) do
    watched[i] = { name = name, received = counts[name] or 0 }
    sum_of_watched = sum_of_watched + watched[i].received
  end
  return { watched = watched, sum = sum_of_watched, known = known, blank = blank_count }
end

return points
