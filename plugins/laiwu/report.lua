-- 莱芜区的写法：第六部分末尾说重点领域的申请；任务清单照分工表的栏目，另加落实情况。
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

---- 任务清单 -----------------------------------------------------------------------------------------------

local function day_in_words(ctx, iso)
  local text = date(iso)
  local year = n(ctx.figures.year) .. "年"
  return string.sub(text, 1, #year) == year and string.sub(text, #year + 1) or text
end

local function state_of(ctx, task)
  if not task.done_on then return task.verdict end
  return task.verdict .. "\n" .. day_in_words(ctx, task.done_on)
end

-- 台账里的换行：名单里是顿号，别处什么也不是。
local function line(text) return (string.gsub(text, "%s*[\r\n]%s*", "")) end
local function names(text) return (string.gsub(text, "%s*[\r\n]%s*", "、")) end

local function units_of(task)
  local text = task.units_text ~= "" and task.units_text or task.leads_text
  return text ~= "" and names(text) or blank
end

local MOST_ROWS = 300 -- 更长的清单照全国的写法，只印前面的

section {
  id = "annex.tasks.list",
  run = function(doc, ctx, base)
    if not ctx.tasks or #ctx.tasks == 0 then return end
    if #ctx.tasks > MOST_ROWS then return base() end
    local rows = {}
    for i, task in ipairs(ctx.tasks) do
      rows[i] = { task.number, line(task.area), line(task.part), line(task.text), units_of(task),
        line(task.deadline_text), state_of(ctx, task) }
    end
    doc:table {
      name = "annex_task_list", caption = "政务公开重点工作任务分工落实情况", rows = rows,
      columns = {
        { title = "序号", width = 1.1, align = "centre" },
        { title = "工作任务", width = 2, align = "left", merge = true },
        { title = "工作任务", width = 2, align = "left", merge = true },
        { title = "具体要求", width = 4, align = "left" }, { title = "责任单位", width = 3.6, align = "left" },
        { title = "完成时限", width = 2, align = "centre" }, { title = "落实情况", width = 2.3, align = "centre" },
      },
    }
  end,
}
