-- 要点里能从台账数出来的要求。文件同时要求的其余各项（如申请的七个办理环节）台账没有对应的列，不检查。
local points = include "points.lua"
include "phrases.lua"

local MOST_NAMES = 10

---- （十四）（十五）：每个部门单位每年至少一次 ---------------------------------------------------------------

local function units_without(ctx, class)
  local counts, missing = points.held_by_unit(ctx, class), {}
  local units = points.units(ctx)
  for _, unit in ipairs(units) do
    if not counts[unit] then missing[#missing + 1] = unit end
  end
  return missing, #units
end

local function once_a_year(code, title, item, class, what)
  check {
    code = code, severity = "warning", title = title, basis = points.item(item),
    run = function(ctx, report)
      if not points.applies(ctx) or not ctx.activities then return end
      local missing, all = units_without(ctx, class)
      if #missing == 0 then return end
      report {
        cell = "activities.by_class." .. class,
        message = string.format("%d 个单位本年没有%s的记录（应有的 %d 个）：%s", #missing, what, all,
          points.named(missing, MOST_NAMES)),
        hint = "已经做了的补进公开活动台账，主办单位写本单位；没有做的在第五部分说明",
        left = all - #missing, right = all, count = #missing,
      }
    end,
  }
end

once_a_year("LW-01", "主要负责同志每年至少听取一次政务公开工作汇报", "（十四）", "听取汇报", "听取政务公开工作汇报")
once_a_year("LW-02", "每年至少组织一次政务公开集中学习培训", "（十五）", "培训", "组织政务公开培训")

---- （九）：政策评价 ---------------------------------------------------------------------------------------

local LEAST_EVALUATIONS = 2

local function too_few_evaluations(ctx)
  local counts, few = points.held_by_unit(ctx, "政策评价"), {}
  local asked = {}
  for _, unit in ipairs(points.units(ctx)) do asked[unit] = true end
  for _, item in ipairs(ctx.by_unit) do
    local issued = item.table2 and item.table2.normative_document.issued
    local held = counts[item.unit] or 0
    if asked[item.unit] and is_number(issued) and issued > 0 and held < LEAST_EVALUATIONS then
      few[#few + 1] = string.format("%s（制发 %d 件，评价 %d 次）", item.unit, issued, held)
    end
  end
  return few
end

-- 到年底还没有做完的，结果也就没有公开。
local function unpublished_evaluations(ctx)
  local names, last_day = {}, ctx.figures.year .. "-12-31"
  for _, activity in ipairs(ctx.activities) do
    if activity.class == "政策评价" and points.is_held(ctx, activity) then
      local is_late = activity.ended ~= nil and activity.ended > last_day
      if is_late or not activity.feedback then names[#names + 1] = "“" .. activity.name .. "”" end
    end
  end
  return names
end

check {
  code = "LW-03", severity = "warning", title = "制定政策性文件的部门每年至少两次政策评价，年底前公开结果",
  basis = points.item("（九）"),
  run = function(ctx, report)
    if not points.applies(ctx) or not ctx.activities then return end
    local few, unpublished = too_few_evaluations(ctx), unpublished_evaluations(ctx)
    if #few > 0 then
      report {
        cell = "activities.by_class.政策评价",
        message = string.format("本年制发行政规范性文件而政策评价不足 %d 次的单位有 %d 个：%s", LEAST_EVALUATIONS, #few,
          points.named(few, MOST_NAMES)),
        hint = "已经做了的补进公开活动台账；没有做的在第五部分说明",
        count = #few,
      }
    end
    if #unpublished > 0 then
      report {
        cell = "activities.by_class.政策评价",
        message = string.format("%d 次政策评价到年底没有公开结果：%s", #unpublished, points.named(unpublished, MOST_NAMES)),
        hint = "公开以后在“反馈公开”一列写网址或者“是”",
        count = #unpublished,
      }
    end
  end,
}

---- （十六）：实施方案 -------------------------------------------------------------------------------------

local function is_about_plans(task)
  return string.find(task.text, "实施方案", 1, true) ~= nil
    or string.find(task.deadline_text, "印发", 1, true) ~= nil and string.find(task.deadline_text, "30日", 1, true) ~= nil
end

check {
  code = "LW-04", severity = "warning", title = "要点印发30日内制定实施方案", basis = points.item("（十六）"),
  run = function(ctx, report)
    if not points.applies(ctx) then return end
    for _, task in ipairs(ctx.tasks or {}) do
      local is_late = task.done_on ~= nil and task.done_on > points.PLANS_BY
      if is_about_plans(task) and (is_late or not task.done_on) then
        report {
          cell = "tasks",
          message = string.format("第 %s 项“%s”%s，应在 %s 前完成", task.number, task.text,
            is_late and "于 " .. task.done_on .. " 完成" or "没有完成日期", points.PLANS_BY),
          hint = "核对完成日期；确实晚了的在第五部分说明",
          left = task.done_on or "", right = points.PLANS_BY,
        }
      end
    end
  end,
}

---- （六）：依申请公开数据 ---------------------------------------------------------------------------------

check {
  code = "LW-05", severity = "note", title = "多维度分析要有事项类别", basis = points.item("（六）"),
  run = function(ctx, report)
    local topics = points.applies(ctx) and points.topics(ctx) or nil
    if not topics or topics.blank == 0 then return end
    local all = topics.known + topics.blank
    if topics.blank * 10 <= all then return end
    report {
      cell = "requests.by_topic",
      message = string.format("新收的 %d 件申请里有 %d 件没有写事项类别（%s），分析不到领域", all, topics.blank, share(topics.blank, all)),
      hint = "在依申请公开台账的“事项类别”一列补上，至少区分" .. table.concat(points.WATCHED, "、"),
      left = topics.blank, right = all, count = topics.blank,
    }
  end,
}

-- 有一段文字同时说到这个领域和主动公开，就算说了。
local function tells_of(ctx, topic)
  for _, id in ipairs { "overview", "disclosure", "requests", "management", "platforms", "supervision", "problems", "other" } do
    for _, line in ipairs(ctx.texts[id] and ctx.texts[id].lines or {}) do
      if string.find(line.text, topic, 1, true) and string.find(line.text, "主动公开", 1, true) then return true end
    end
  end
  return false
end

check {
  code = "LW-06", severity = "note", title = "申请集中的重点领域推动转为主动公开", basis = points.item("（六）"),
  run = function(ctx, report)
    local topics = points.applies(ctx) and points.topics(ctx) or nil
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
  end,
}

---- （十六）：要点落实情况写入年度报告 -----------------------------------------------------------------------

local function missing_numbers(tasks)
  local found, missing = {}, {}
  for _, task in ipairs(tasks) do found[task.number] = true end
  for i = 1, points.TASKS do
    if not found[n(i)] then missing[#missing + 1] = n(i) end
  end
  return missing
end

check {
  code = "LW-07", severity = "warning", title = "要点落实情况写入年度报告", basis = points.item("（十六）和分工表"),
  run = function(ctx, report)
    if not points.applies(ctx) then return end
    if not ctx.tasks then
      report {
        cell = "tasks",
        message = string.format("没有任务台账，第六部分写不出要点的落实情况；分工表有 %d 项任务", points.TASKS),
        hint = "在 report.toml 的 [ledgers] 用 tasks 指定任务台账",
      }
      return
    end
    local missing, count = missing_numbers(ctx.tasks), ctx.figures.tasks and ctx.figures.tasks.total or #ctx.tasks
    if #missing == 0 and count == points.TASKS then return end
    local which = #missing > 0 and "，缺少序号 " .. points.named(missing, MOST_NAMES) or ""
    report {
      cell = "tasks.total",
      message = string.format("任务台账有 %d 项，分工表是 %d 项%s", count, points.TASKS, which),
      hint = "对照分工表补齐；序号写阿拉伯数字，与分工表一致",
      left = count, right = points.TASKS,
    }
  end,
}

---- （十）：吸收采纳情况公开 -------------------------------------------------------------------------------

local LISTENING = { ["政府开放活动"] = true, ["意见征集"] = true }

check {
  code = "LW-08", severity = "warning", title = "开放活动和互动渠道意见的采纳情况公开", basis = points.item("（十）"),
  run = function(ctx, report)
    if not points.applies(ctx) then return end
    local names = {}
    for _, activity in ipairs(ctx.activities or {}) do
      local has_opinions = is_number(activity.opinions) and activity.opinions > 0
      if LISTENING[activity.class] and points.is_held(ctx, activity) and has_opinions and not activity.feedback then
        names[#names + 1] = string.format("“%s”（%d 条）", activity.name, activity.opinions)
      end
    end
    if #names == 0 then return end
    report {
      cell = "activities.published_feedback",
      message = string.format("%d 次活动收集了意见，没有公开采纳情况：%s", #names, points.named(names, MOST_NAMES)),
      hint = "公开以后在“反馈公开”一列写网址或者“是”",
      count = #names,
    }
  end,
}

---- 别的年度 -----------------------------------------------------------------------------------------------

check {
  code = "LW-09", severity = "note", title = "规则包依据的是另一年的要点", basis = points.DOCUMENT,
  run = function(ctx, report)
    if ctx.mode ~= "build" or not ctx.figures or ctx.figures.year == points.YEAR then return end
    report {
      message = string.format("莱芜区规则包依据 %d 年要点，%d 年的要求没有写入，LW-01 至 LW-08 不检查", points.YEAR, ctx.figures.year),
      hint = "换用本年度的规则包，或者按本年要点自行核对",
    }
  end,
}
