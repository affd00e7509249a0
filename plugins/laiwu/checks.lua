-- 要点里能从台账数出来的要求。
local points = include "points.lua"
local asks = include("national/asks.lua").of(points)
include "phrases.lua"

asks.each_unit {
  code = "LW-01", title = "主要负责同志每年至少听取一次政务公开工作汇报", item = "（十四）", class = "听取汇报",
  what = "听取政务公开工作汇报",
}
asks.each_unit {
  code = "LW-02", title = "每年至少组织一次政务公开集中学习培训", item = "（十五）", class = "培训", what = "组织政务公开培训",
}
asks.evaluated {
  code = "LW-03", title = "制定政策性文件的部门每年至少两次政策评价，年底前公开结果", item = "（九）", least = 2, by = points.YEAR_END,
}
asks.in_time { code = "LW-04", title = "要点印发30日内制定实施方案", item = "（十六）", tasks = { points.PLAN } }

---- （六）：依申请公开数据 ---------------------------------------------------------------------------------

-- 分工表第28项：各街道（镇）、区政府办公室、区大数据服务中心等；没有点名各部门，部门自己的报告不问。
local ANALYSING = { ["政府"] = true, ["政府办公室"] = true, ["街道办事处"] = true, ["乡镇政府"] = true }

asks.check({
  code = "LW-05", severity = "note", title = "多维度分析要有事项类别", item = "（六）", bodies = ANALYSING,
}, function(ctx, report)
  local topics = points.topics(ctx)
  if not topics or topics.blank == 0 then return end
  local all = topics.known + topics.blank
  if topics.blank * 10 <= all then return end
  report {
    cell = "requests.by_topic",
    message = string.format("新收的 %d 件申请里有 %d 件没有写事项类别（%s），分析不到领域", all, topics.blank, share(topics.blank, all)),
    hint = "在依申请公开台账的“事项类别”一列补上，至少区分" .. table.concat(points.WATCHED, "、"),
    left = topics.blank, right = all, count = topics.blank,
  }
end)

-- 有一段文字同时说到这个领域和主动公开，就算说了。
local function tells_of(ctx, topic)
  for _, id in ipairs { "overview", "disclosure", "requests", "management", "platforms", "supervision", "problems", "other" } do
    for _, line in ipairs(ctx.texts[id] and ctx.texts[id].lines or {}) do
      if string.find(line.text, topic, 1, true) and string.find(line.text, "主动公开", 1, true) then return true end
    end
  end
  return false
end

asks.check({
  code = "LW-06", severity = "note", title = "申请集中的重点领域推动转为主动公开", item = "（六）",
}, function(ctx, report)
  local topics = points.topics(ctx)
  for _, topic in ipairs(topics and topics.watched or {}) do
    if topic.received >= points.REPEATED and not tells_of(ctx, topic.name) then
      report {
        cell = "requests.by_topic." .. topic.name,
        message = string.format("“%s”新收申请 %d 件，文字里没有说怎样转为主动公开", topic.name, topic.received),
        hint = "把申请人反复要、又可以公开的列入主动公开目录，在第一或第五部分写明",
        left = topic.received,
      }
    end
  end
end)

---- 落实情况、采纳情况、各环节 --------------------------------------------------------------------------------

asks.all_tasks {
  code = "LW-07", title = "要点落实情况写入年度报告", item = "（十六）和分工表", table_name = "分工表", numbered = true,
}
asks.published {
  code = "LW-08", title = "开放活动和互动渠道意见的采纳情况公开", item = "（十）",
  opinions = { ["政府开放活动"] = true, ["意见征集"] = true }, what = "活动收集了意见，没有公开采纳情况",
}
include("steps.lua"):require(asks, {
  code = "LW-10", title = "依申请公开的工作流程记录齐全", item = "（五）",
  hint = "在依申请公开台账补上各环节的日期；协查日期只有“是否协查”写“是”的要填",
})

asks.unchecked "LW-09"
