-- 文字里的数所指的数据：名称怎样取值，怎样称呼，怎样写成算式。
local tables = include "tables.lua"
local numbers = {}

-- "activities.by_class.培训.held"：列表里按 key 找。
local function group_value(part, group, key, measure)
  local list = part and part[group]
  for _, item in ipairs(list or {}) do
    if item.key == key then return item[measure] end
  end
  return nil
end

-- 总计没有印的，按六类申请人相加；都没有印就是空白。
local function total_of(row)
  if not is_blank(row.total) then return row.total end
  local values = {}
  for _, column in ipairs(form.table3_columns) do
    if column.key ~= "total" then values[#values + 1] = row[column.key] end
  end
  return sum(values)
end

-- 2019 年表式的“其他处理”只有一行：第一个细目代表它，其余细目是空白。
local function value_of_row(table3, key, column)
  local group, detail = string.match(key, "^(%a+)%.(.+)$")
  local row
  if table3.form == 2019 and group == "other" then
    if detail ~= "correction_overdue" then return blank end
    row = table3.other
  else
    row = at(table3, key)
  end
  return column == "total" and total_of(row) or row[column]
end

-- 名称所指的数；没有这一部分数据时是 nil。
local function value_of(figures, name)
  local part, group, key, measure = string.match(name, "^(%a+)%.(by_%a+)%.(.+)%.([^.]+)$")
  if part then return group_value(figures[part], group, key, measure) end
  local head, rest = string.match(name, "^([^.]+)%.(.+)$")
  if not figures[head] then return nil end
  local row, column = string.match(rest, "^(.+)%.([^.]+)$")
  if head == "table3" and row then return value_of_row(figures.table3, row, column) end
  return at(figures, name)
end

-- 一种读法的数：几个名称相加，名称前有“-”的减去，空白只在另有数时按 0 计；不知道的，就无从核对。
function numbers.sum_of(figures, names)
  local values, less = {}, 0
  for i = 1, #names do
    local name = string.match(names[i], "^%-(.+)$")
    local value = value_of(figures, name or names[i])
    if value == nil then return nil end
    if name and math.type(value) ~= "integer" then return nil end
    if name then less = less + value else values[#values + 1] = value end
  end
  local total = sum(values)
  if not is_number(total) then return nil end
  return less == 0 and total or total - less
end

function numbers.sums_of(figures, readings)
  local values = {}
  for i = 1, #readings do
    local value = numbers.sum_of(figures, readings[i])
    if value == nil then return {} end -- 有一种读法核对不了，就不判断
    values[i] = value
  end
  return values
end

---- 一句话说的数 -------------------------------------------------------------------------------------------

function numbers.readings_of(figures, claim) return numbers.sums_of(figures, claim.readings) end

-- 上年更正过的行：文字可能照原来的数，也可能照更正的数，不判断。
local function is_corrected(ctx, claim)
  for _, correction in ipairs(ctx.body and ctx.body.corrections or {}) do
    local row = string.match(correction.cell, "^(.+)%.[^.]+$")
    for i = 1, #claim.readings do
      for j = 1, #claim.readings[i] do
        if string.match(claim.readings[i][j], "^(.+)%.[^.]+$") == row then return true end
      end
    end
  end
  return false
end

-- 上年的数，次序与今年的读法相同；没有上年数据，或者口径不同，就没有。
function numbers.last_year_of(ctx, claim)
  local previous, figures = ctx.previous, ctx.figures
  if not previous or previous.year ~= figures.year - 1 or previous.scope ~= figures.scope then return {} end
  if is_corrected(ctx, claim) then return {} end
  return numbers.readings_of(previous, claim)
end

-- 金额的单位；文字可以用别的单位写。
local UNITS = { ["requests.processing_fee"] = "元", ["table2.administrative_charge"] = "万元" }

function numbers.unit_of(claim) return UNITS[claim.readings[1][1]] end

---- 怎样称呼 -----------------------------------------------------------------------------------------------

-- 不在表二、表三、表四里的数。
local WORDS = {
  ["requests.processing_fee"] = "台账里的信息处理费（元）", ["requests.in_time"] = "台账里按期办结的",
  ["requests.overdue"] = "台账里超期办结的", ["requests.answered"] = "台账里本年办结的",
  ["tasks.total"] = "任务台账的任务", ["tasks.done"] = "任务台账里已完成的", ["tasks.standing"] = "任务台账里长期坚持的",
}
local GROUPS = { by_class = "活动类别", by_topic = "事项类别", by_channel = "受理渠道", by_unit = "单位" }
local MEASURES = { held = "举办的", received = "新收的", closed = "办结的", participants = "参与人次" }

local function name_in_words(name)
  local group, key, measure = string.match(name, "^%a+%.(by_%a+)%.(.+)%.([^.]+)$")
  if group and GROUPS[group] and MEASURES[measure] then
    return "台账里" .. GROUPS[group] .. "“" .. key .. "”" .. MEASURES[measure]
  end
  return WORDS[name] or tables.cell_in_words(name)
end

local MOST_NAMED = 3

-- 几个名称的和：“表三“（一）予以公开”“总计”加表三“（二）部分公开”“总计””，多的写“…等8项相加”。
function numbers.in_words(names)
  local words = ""
  for i = 1, math.min(#names, MOST_NAMED) do
    local less = string.match(names[i], "^%-(.+)$")
    words = words .. (i == 1 and "" or less and "减" or "加") .. name_in_words(less or names[i])
  end
  return #names <= MOST_NAMED and words or words .. "等" .. #names .. "项相加"
end

---- 怎样写成算式 -------------------------------------------------------------------------------------------

-- 名称在 {{ }} 里的写法：分组的数按名称取。
local function path_of(name)
  local head, key, measure = string.match(name, "^(%a+%.by_%a+)%.(.+)%.([^.]+)$")
  if head then return head .. '["' .. key .. '"].' .. measure end
  return name
end

-- "sum({甲, 乙}) - 丙"；`before` 是 "previous." 或空文字。
function numbers.expression(names, before)
  local more, less = {}, ""
  for i = 1, #names do
    local name = string.match(names[i], "^%-(.+)$")
    if name then
      less = less .. " - " .. before .. path_of(name)
    else
      more[#more + 1] = before .. path_of(names[i])
    end
  end
  return (#more == 1 and more[1] or "sum({" .. table.concat(more, ", ") .. "})") .. less
end

return numbers
