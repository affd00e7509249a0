-- 任务清单照本地文件的栏目写：代替全国的 annex.tasks.list。供地方包引入：
--   include("national/task_list.lua").section { caption = "…", columns = { { shows = "number", title = "序号", width = 1.1 }, … } }
-- 一列写 shows（显示什么，见 CELLS）、title、width，可以写 align、merge；`by_area` 是一级任务一张表。
local words = include "national/words.lua"
local task_list = {}

local MOST_ROWS = 300 -- 更长的清单照全国的写法，只印前面的

local function given(text) return text == "" and blank or text end

-- 完成日期省去当年：“按期完成\n7月26日”。
local function state_of(ctx, task)
  if not task.done_on then return task.verdict end
  local text, year = date(task.done_on), n(ctx.figures.year) .. "年"
  if string.sub(text, 1, #year) == year then text = string.sub(text, #year + 1) end
  return task.verdict .. "\n" .. text
end

-- 只印责任单位一列的，没有责任单位的印牵头部门。
local function units(_, task) return given(words.names(task.units_text ~= "" and task.units_text or task.leads_text)) end

local CELLS = {
  number = function(_, task) return task.number end,
  area = function(_, task) return given(words.line(task.area)) end,
  part = function(_, task) return given(words.line(task.part)) end,
  text = function(_, task) return words.line(task.text) end,
  leads = function(_, task) return given(words.names(task.leads_text)) end,
  responsible = function(_, task) return given(words.names(task.units_text)) end,
  units = units,
  deadline = function(_, task) return given(words.line(task.deadline_text)) end,
  verdict = function(_, task) return task.verdict end,
  done_on = function(_, task) return task.done_on or blank end,
  state = state_of,
}

local function rows_of(ctx, columns, tasks)
  local rows = {}
  for i, task in ipairs(tasks) do
    rows[i] = {}
    for k, column in ipairs(columns) do rows[i][k] = CELLS[column.shows](ctx, task) end
  end
  return rows
end

-- 一级任务相同的相邻各行。
local function areas_of(tasks)
  local areas = {}
  for _, task in ipairs(tasks) do
    local last = areas[#areas]
    if not last or last.title ~= words.line(task.area) then
      last = { title = words.line(task.area), tasks = {} }
      areas[#areas + 1] = last
    end
    last.tasks[#last.tasks + 1] = task
  end
  return areas
end

function task_list.section(rule)
  local printed = {}
  for i, column in ipairs(rule.columns) do
    if not CELLS[column.shows] then error("任务清单没有“" .. tostring(column.shows) .. "”这一列") end
    printed[i] = { title = column.title, width = column.width, align = column.align or "left", merge = column.merge }
  end
  section {
    id = "annex.tasks.list",
    run = function(doc, ctx, base)
      if not ctx.tasks or #ctx.tasks == 0 then return end
      if #ctx.tasks > MOST_ROWS then return base() end
      local areas = rule.by_area and areas_of(ctx.tasks) or { { title = rule.caption, tasks = ctx.tasks } }
      for i, area in ipairs(areas) do
        doc:table {
          name = "annex_task_list" .. (rule.by_area and "_" .. i or ""), caption = given(area.title) ~= blank and area.title or rule.caption,
          columns = printed, rows = rows_of(ctx, rule.columns, area.tasks),
        }
      end
    end,
  }
end

return task_list
