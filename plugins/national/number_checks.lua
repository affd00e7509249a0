-- X-01、X-02：编写人手写的数与数据是否一致。说法与数的对应在 phrases.lua，地方规则包可以用 phrase 增加。
local tables = include "tables.lua"

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

-- 一种读法的数：几个名称相加，空白只在另有数时按 0 计；不知道的，就无从核对。
local function sum_of(figures, names)
  local values = {}
  for i = 1, #names do
    local value = value_of(figures, names[i])
    if value == nil then return nil end
    values[i] = value
  end
  local total = sum(values)
  return is_number(total) and total or nil
end

local function readings_of(figures, claim)
  local values = {}
  for i = 1, #claim.readings do
    local value = sum_of(figures, claim.readings[i])
    if value == nil then return {} end -- 有一种读法核对不了，就不判断
    values[i] = value
  end
  return values
end

-- 不在表二、表三、表四里的数。
local WORDS = {
  ["requests.processing_fee"] = "台账里的信息处理费（元）", ["requests.in_time"] = "台账里按期办结的",
  ["requests.overdue"] = "台账里超期办结的",
}
local GROUPS = { by_class = "活动类别", by_topic = "事项类别", by_channel = "受理渠道", by_unit = "单位" }
local MEASURES = { held = "举办的", received = "新收的", closed = "办结的", participants = "参与人次" }

local function in_words(claim)
  local names = claim.readings[1]
  if #names > 1 then return "几项相加" end
  local group, key, measure = string.match(names[1], "^%a+%.(by_%a+)%.(.+)%.([^.]+)$")
  if group and GROUPS[group] and MEASURES[measure] then
    return "台账里" .. GROUPS[group] .. "“" .. key .. "”" .. MEASURES[measure]
  end
  return WORDS[names[1]] or tables.cell_in_words(names[1])
end

local UNITS = { ["requests.processing_fee"] = "元" } -- 文字可以写成万元

local function disagrees(figures, claim)
  local values = readings_of(figures, claim)
  if #values == 0 then return nil end
  for _, value in ipairs(values) do
    if writes(claim.text, value, UNITS[claim.readings[1][1]]) then return nil end
  end
  return values[1]
end

check {
  code = "X-01",
  severity = "error",
  title = "文字里的数与数据不一致",
  basis = "年度报告文字与表格应当一致",
  run = function(ctx, report)
    if not ctx.figures then return end
    for _, claim in ipairs(ctx.claims) do
      local truth = claim.kind == "count" and disagrees(ctx.figures, claim) or nil
      if truth ~= nil then
        report {
          at = { file = claim.file, row = claim.row },
          message = "文字里“" .. claim.words .. "”是" .. claim.text .. "，" .. in_words(claim) .. "是" .. money(truth),
          hint = "改正文字；或者写成 {{ n(…) }}，数由程序填写",
          left = claim.text,
          right = money(truth),
        }
      end
    end
  end,
}

-- 文字自己给的件数；读不出来时是 nil。
local function written_count(claim)
  return math.tointeger(tonumber((string.gsub(string.match(claim.own_count, "[%d,]+") or "", ",", ""))))
end

-- 分母：总计；说的是新收的，也可以是新收，或者新收加上年结转。
local function wholes_of(figures, claim)
  local table3 = figures.table3
  local wholes = {}
  local function add(value)
    if is_number(value) and value > 0 then wholes[#wholes + 1] = value end
  end
  add(table3.total.total)
  local name = claim.readings[1][1]
  if string.find(name, "^table3%.received%.") or string.find(name, "^requests%.by_topic%.") then
    add(table3.received.total)
    add(sum { table3.received.total, table3.carried_in.total })
  end
  return wholes
end

local function share_holds(figures, claim)
  if not figures.table3 then return true end
  local wholes, parts = wholes_of(figures, claim), readings_of(figures, claim)
  if #wholes == 0 or #parts == 0 or parts[1] > wholes[1] then return true end
  parts[#parts + 1] = written_count(claim)
  for _, whole in ipairs(wholes) do
    for _, part in ipairs(parts) do
      if writes_ratio(claim.text, part, whole) then return true end
    end
  end
  return false, share(parts[1], wholes[1])
end

local function growth_holds(ctx, claim)
  if not ctx.previous then return true end
  local now, before = readings_of(ctx.figures, claim), readings_of(ctx.previous, claim)
  if #now == 0 or #before == 0 or is_zero(before[1]) then return true end
  if math.type(now[1]) ~= "integer" or math.type(before[1]) ~= "integer" then return true end
  local step = now[1] - before[1]
  if (step < 0) == claim.falls and writes_ratio(claim.text, math.abs(step), before[1]) then return true end
  return false, growth(now[1], before[1])
end

check {
  code = "X-02",
  severity = "warning",
  title = "文字里的占比或增幅与数据算出来的不一致",
  basis = "占比以“总计”为分母；增幅与上年报告比较",
  run = function(ctx, report)
    if not ctx.figures then return end
    for _, claim in ipairs(ctx.claims) do
      local holds, truth = true, nil
      if claim.kind == "share" then holds, truth = share_holds(ctx.figures, claim) end
      if claim.kind == "growth" then holds, truth = growth_holds(ctx, claim) end
      if not holds then
        local what = claim.kind == "share" and "占比" or (claim.falls and "降幅" or "增幅")
        report {
          at = { file = claim.file, row = claim.row },
          message = "文字里“" .. claim.words .. "”的" .. what .. "是" .. claim.text .. "，按数据算是" .. truth,
          hint = claim.kind == "share" and "占比的分母是表三的总计" or "与上年报告的同一项比较",
          left = claim.text,
          right = truth,
        }
      end
    end
  end,
}
