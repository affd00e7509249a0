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

-- 一种读法的数：几个名称相加，名称前有“-”的减去，空白只在另有数时按 0 计；不知道的，就无从核对。
local function sum_of(figures, names)
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

local function sums_of(figures, readings)
  local values = {}
  for i = 1, #readings do
    local value = sum_of(figures, readings[i])
    if value == nil then return {} end -- 有一种读法核对不了，就不判断
    values[i] = value
  end
  return values
end

local function readings_of(figures, claim) return sums_of(figures, claim.readings) end

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
local function last_year_of(ctx, claim)
  local previous, figures = ctx.previous, ctx.figures
  if not previous or previous.year ~= figures.year - 1 or previous.scope ~= figures.scope then return {} end
  if is_corrected(ctx, claim) then return {} end
  return readings_of(previous, claim)
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

-- 一种读法也对不上时，给出第一种读法的数。
local function unlike(claim, values)
  if #values == 0 then return nil end
  for _, value in ipairs(values) do
    if writes(claim.text, value, UNITS[claim.readings[1][1]]) then return nil end
  end
  return values[1]
end

local function in_amount(truth, claim) return money(truth) .. (UNITS[claim.readings[1][1]] or "") end

---- X-01 件数和金额 ------------------------------------------------------------------------------------------

local COUNTS = {} -- 说法的种类 -> 对不上时的一句话和应有的数

function COUNTS.count(ctx, claim)
  local truth = unlike(claim, readings_of(ctx.figures, claim))
  if truth == nil then return nil end
  return "文字里“" .. claim.words .. "”是" .. claim.text .. "，" .. in_words(claim) .. "是" .. money(truth), money(truth)
end

function COUNTS.last_year(ctx, claim)
  local truth = unlike(claim, last_year_of(ctx, claim))
  if truth == nil then return nil end
  return "文字里上年的“" .. claim.words .. "”是" .. claim.text .. "，上年报告的数据是" .. money(truth), money(truth)
end

-- 说没有，数据里有。
function COUNTS.denial(ctx, claim)
  local values = readings_of(ctx.figures, claim)
  if #values == 0 then return nil end
  for _, value in ipairs(values) do
    if is_zero(value) then return nil end
  end
  return "文字里说“" .. claim.words .. "”，" .. in_words(claim) .. "是" .. money(values[1]), in_amount(values[1], claim)
end

local FIX = {
  count = "改正文字；或者写成 {{ n(…) }}，数由程序填写",
  last_year = "改正文字；或者写成 {{ n(previous.…) }}，数由程序填写",
  denial = "改正文字，写明收取了多少",
}

check {
  code = "X-01",
  severity = "error",
  title = "文字里的数与数据不一致",
  basis = "年度报告文字与表格应当一致",
  run = function(ctx, report)
    if not ctx.figures then return end
    for _, claim in ipairs(ctx.claims) do
      local judge = COUNTS[claim.kind]
      local message, truth = nil, nil
      if judge then message, truth = judge(ctx, claim) end
      if message then
        report {
          at = { file = claim.file, row = claim.row },
          message = message,
          hint = FIX[claim.kind],
          left = claim.text,
          right = truth,
        }
      end
    end
  end,
}

---- X-02 占比、增减、比率 ------------------------------------------------------------------------------------

-- 文字自己给的件数；读不出来时是 nil。
local function written(text)
  return math.tointeger(tonumber((string.gsub(string.match(text, "[%d,]+") or "", ",", ""))))
end

-- 分母：总计；说的是新收的，也可以是新收，或者新收加上年结转；文字说明是占什么的，也可以是它。
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
  for i = 1, #claim.wholes do add(sum_of(figures, claim.wholes[i])) end
  return wholes
end

local function holds_of_one(text, parts, wholes)
  for _, whole in ipairs(wholes) do
    for _, part in ipairs(parts) do
      if math.type(whole) == "integer" and writes_ratio(text, part, whole) then return true end
    end
  end
  return false
end

local RATIOS = {} -- 说法的种类 -> 算出来的是什么；对得上或无从判断时是 nil

function RATIOS.share(ctx, claim)
  if not ctx.figures.table3 then return nil end
  local wholes, parts = wholes_of(ctx.figures, claim), readings_of(ctx.figures, claim)
  if #wholes == 0 or #parts == 0 or parts[1] > wholes[1] then return nil end
  parts[#parts + 1] = written(claim.own_count)
  if holds_of_one(claim.text, parts, wholes) then return nil end
  return share(parts[1], wholes[1])
end

function RATIOS.rate(ctx, claim)
  local parts, wholes = readings_of(ctx.figures, claim), sums_of(ctx.figures, claim.wholes)
  if #parts == 0 or #wholes == 0 then return nil end
  for i, part in ipairs(parts) do
    local whole = wholes[i] or wholes[1]
    if math.type(part) ~= "integer" or math.type(whole) ~= "integer" then return nil end
    if whole <= 0 or part < 0 or part > whole then return nil end
    if writes_ratio(claim.text, part, whole) then return nil end
  end
  return share(parts[1], wholes[1])
end

-- 今年和上年的数，一种读法一对；文字自己给的数也算一种。
local function pairs_of_years(ctx, claim)
  local now, before = readings_of(ctx.figures, claim), last_year_of(ctx, claim)
  local both = {}
  local function add(this, last)
    if math.type(this) == "integer" and math.type(last) == "integer" and last >= 0 then both[#both + 1] = { this, last } end
  end
  if #before == 0 then return both end
  for i, this in ipairs(now) do
    add(this, before[i])
    add(written(claim.own_count), before[i])
    add(this, written(claim.own_before))
    add(written(claim.own_count), written(claim.own_before))
  end
  return both
end

function RATIOS.growth(ctx, claim)
  local both = pairs_of_years(ctx, claim)
  if #both == 0 then return nil end
  for _, years in ipairs(both) do
    local step, last = years[1] - years[2], years[2]
    if last == 0 then return nil end
    if (step < 0) == claim.falls and writes_ratio(claim.text, math.abs(step), last) then return nil end
  end
  return growth(both[1][1], both[1][2])
end

function RATIOS.change(ctx, claim)
  local both = pairs_of_years(ctx, claim)
  if #both == 0 then return nil end
  for _, years in ipairs(both) do
    local step = years[1] - years[2]
    if (step < 0) == claim.falls and writes(claim.text, math.abs(step)) then return nil end
  end
  local step = both[1][1] - both[1][2]
  if step == 0 then return "没有增减" end
  return (step < 0 and "减少" or "增加") .. n(math.abs(step))
end

-- “文字里“新收”的增幅是10%”
local function said(claim)
  local words = "文字里“" .. claim.words .. "”"
  if claim.kind == "rate" then return words .. "是" .. claim.text end
  if claim.kind == "share" then return words .. "的占比是" .. claim.text end
  if claim.kind == "change" then return words .. "比上年" .. (claim.falls and "减少" or "增加") .. claim.text end
  return words .. "的" .. (claim.falls and "降幅" or "增幅") .. "是" .. claim.text
end

local HINTS = {
  share = "占比的分母是表三的总计", growth = "与上年报告的同一项比较", change = "与上年报告的同一项比较",
  rate = "比率由台账算出",
}

check {
  code = "X-02",
  severity = "warning",
  title = "文字里的占比或增幅与数据算出来的不一致",
  basis = "占比以“总计”为分母；增幅与上年报告比较",
  run = function(ctx, report)
    if not ctx.figures then return end
    for _, claim in ipairs(ctx.claims) do
      local judge = RATIOS[claim.kind]
      local truth = judge and judge(ctx, claim)
      if truth then
        report {
          at = { file = claim.file, row = claim.row },
          message = said(claim) .. "，按数据算是" .. truth,
          hint = HINTS[claim.kind],
          left = claim.text,
          right = truth,
        }
      end
    end
  end,
}
