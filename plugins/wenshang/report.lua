-- 汶上县的写法：任务清单照分解表的栏目，一级任务一张表，另加落实情况。
convention "专题会议、实施方案、事项目录：按公开活动台账里类别为“专题会议”“方案公布”“目录公布”的记录统计，一行有几个单位的各计一次。"

-- 台账里的换行：名单里是顿号，别处什么也不是。
local function line(text) return (string.gsub(text, "%s*[\r\n]%s*", "")) end
local function names(text) return text == "" and blank or (string.gsub(text, "%s*[\r\n]%s*", "、")) end

local function state_of(ctx, task)
  if not task.done_on then return task.verdict end
  local text, year = date(task.done_on), n(ctx.figures.year) .. "年"
  if string.sub(text, 1, #year) == year then text = string.sub(text, #year + 1) end
  return task.verdict .. "\n" .. text
end

local COLUMNS = {
  { title = "工作任务", width = 2, align = "left", merge = true }, { title = "牵头部门", width = 3, align = "left" },
  { title = "责任单位", width = 3, align = "left" }, { title = "具体要求", width = 4.2, align = "left" },
  { title = "完成时限", width = 1.7, align = "centre" }, { title = "落实情况", width = 2.1, align = "centre" },
}
local MOST_ROWS = 300 -- 更长的清单照全国的写法，只印前面的

-- 一级任务相同的相邻各行。
local function areas_of(tasks)
  local areas = {}
  for _, task in ipairs(tasks) do
    local last = areas[#areas]
    if not last or last.title ~= line(task.area) then
      last = { title = line(task.area), tasks = {} }
      areas[#areas + 1] = last
    end
    last.tasks[#last.tasks + 1] = task
  end
  return areas
end

section {
  id = "annex.tasks.list",
  run = function(doc, ctx, base)
    if not ctx.tasks or #ctx.tasks == 0 then return end
    if #ctx.tasks > MOST_ROWS then return base() end
    for i, area in ipairs(areas_of(ctx.tasks)) do
      local rows = {}
      for k, task in ipairs(area.tasks) do
        rows[k] = { line(task.part), names(task.leads_text), names(task.units_text), line(task.text),
          line(task.deadline_text), state_of(ctx, task) }
      end
      doc:table {
        name = "annex_task_list_" .. i, caption = area.title == "" and "任务清单" or area.title, rows = rows, columns = COLUMNS,
      }
    end
  end,
}
