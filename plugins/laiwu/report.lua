-- 莱芜区的写法：第六部分末尾说重点领域的申请；一个附件列工作流程的记录；任务清单照分工表的栏目，另加落实情况。
local points = include "points.lua"

convention "重点领域：征地拆迁、国土空间规划、社会保障的申请按逐件台账的事项类别统计，占比以登记了事项类别的新收申请为分母。"

---- 重点领域 -----------------------------------------------------------------------------------------------

local function watched_sentence(topics)
  local parts = {}
  for _, topic in ipairs(topics.watched) do
    if topic.received > 0 then parts[#parts + 1] = topic.name .. n(topic.received) .. "件" end
  end
  local text = "本年度登记了事项类别的新收申请" .. n(topics.known) .. "件，"
  if #parts == 0 then return text .. "没有" .. table.concat(points.WATCHED, "、") .. "方面的申请。" end
  local whole = #parts > 1 and "，合计" .. n(topics.sum) .. "件" or ""
  return text .. "其中" .. table.concat(parts, "、") .. whole .. "，占" .. share(topics.sum, topics.known) .. "。"
end

-- 没有逐件台账，或者没有一件写了事项类别，就没有话说。
section {
  id = "other.watched", after = "other",
  run = function(doc, ctx)
    local topics = points.topics(ctx)
    if not topics or topics.known == 0 then return end
    doc:paragraph { { text = "重点领域依申请公开情况。", strong = true }, watched_sentence(topics) }
  end,
}

---- 工作流程 -----------------------------------------------------------------------------------------------

include("steps.lua"):annex {
  id = "annex.steps", after = "annex.methods", title = "依申请公开工作流程记录情况", year = points.YEAR,
  note = "协查只算台账“是否协查”写“是”的；不经答复而结束的不算办理、答复；台账没有填的环节不列。",
}

include("national/task_list.lua").section {
  caption = "政务公开重点工作任务分工落实情况",
  columns = {
    { shows = "number", title = "序号", width = 1.1, align = "centre" },
    { shows = "area", title = "工作任务", width = 2, merge = true }, { shows = "part", title = "工作任务", width = 2, merge = true },
    { shows = "text", title = "具体要求", width = 4 }, { shows = "units", title = "责任单位", width = 3.6 },
    { shows = "deadline", title = "完成时限", width = 2, align = "centre" },
    { shows = "state", title = "落实情况", width = 2.3, align = "centre" },
  },
}
