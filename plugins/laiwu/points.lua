-- 2024 年要点的事实和它对谁说话。要点只管一年：别的年度这里的要求不适用，由 LW-09 提示。
local points = {}

points.YEAR = 2024
points.DOCUMENT = "莱芜政办发〔2024〕2号"
points.TASKS = 59               -- 分工表的行数
points.PLANS_BY = "2024-07-26"  -- 2024年6月26日印发，30日内
points.WATCHED = { "征地拆迁", "国土空间规划", "社会保障" } -- （六）重点关注领域
points.REPEATED = 5             -- 一个领域有这么多件申请，才说得上集中

function points.item(number) return points.DOCUMENT .. number end

-- 有数据、在编报告、正是要点的那一年，才检查。
function points.applies(ctx)
  return ctx.mode == "build" and ctx.figures ~= nil and ctx.figures.year == points.YEAR
end

-- “各街道（镇）、区政府各部门单位”所指的类别；功能区管委会收文，但分工表的这几行没有列它们；垂直管理单位随本系统。
local ASKED = {
  ["政府办公室"] = true, ["部门"] = true, ["派出机构"] = true, ["其他"] = true,
  ["街道办事处"] = true, ["镇政府"] = true, ["乡政府"] = true,
}

-- 要问的单位：在类别之内，应报、计入汇总，不是零报告。
function points.units(ctx)
  local names = {}
  for _, unit in ipairs(ctx.register) do
    if ASKED[unit.kind] and unit.due and unit.counted and not unit.zero_report then names[#names + 1] = unit.name end
  end
  return names
end

function points.is_held(ctx, activity)
  return activity.held ~= nil and string.sub(activity.held, 1, 4) == n(ctx.figures.year)
end

-- 单位 -> 本年举办的这一类活动的次数；几个单位合办的，各计一次。
function points.held_by_unit(ctx, class)
  local counts = {}
  for _, activity in ipairs(ctx.activities or {}) do
    if activity.class == class and points.is_held(ctx, activity) then
      for _, unit in ipairs(activity.units) do counts[unit] = (counts[unit] or 0) + 1 end
    end
  end
  return counts
end

-- 前几个的名称；数在别处已经说了。
function points.named(names, most)
  if #names <= most then return table.concat(names, "、") end
  return table.concat(names, "、", 1, most) .. "等"
end

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
