-- 表二、表三、表四的读法：哪些表要查（各单位自报的表和本报告的表），一格在报告里怎么称呼，
-- 哪些勾稽关系成立、不成立、不可核对。检查只写规则，怎样取数都在这里。
local tables = {}

local APPLICANTS = 6 -- 表三前六列是申请人，第七列是总计

---- 要查的表 -----------------------------------------------------------------------------------------------

-- for source in tables.sources(ctx)：各单位自报的表在前，本报告的表在后，本报告的错如果来自某个单位，
-- 只在那个单位说一次。一次只取一个单位，单位再多也不占内存。
function tables.sources(ctx)
  local i = 0
  return function()
    i = i + 1
    local unit = ctx.units[i]
    if unit then
      local place = unit.place
      return {
        data = unit,
        unit = unit.unit,
        prefix = unit.unit .. "：",
        at = { file = place.file, sheet = place.sheet, row = place.row, unit = unit.unit },
      }
    end
    if i == #ctx.units + 1 and ctx.figures then return { data = ctx.figures, prefix = "", is_report = true } end
  end
end

function tables.rows3(table3)
  return table3.form == 2019 and form.table3_rows_2019 or form.table3_rows
end

function tables.row3(table3, row)
  return at(table3, row.key)
end

---- 怎样称呼 -----------------------------------------------------------------------------------------------

-- 加引号；里面原有的引号改用单引号。
function tables.quote(text)
  text = string.gsub(text, "“", "‘")
  return "“" .. string.gsub(text, "”", "’") .. "”"
end
local quote = tables.quote

-- 算式里的一个加数；空白和不适用按 0 计时照实说明。
function tables.addend(value)
  if is_blank(value) then return "0（空白按 0 计）" end
  if is_not_applicable(value) then return "0（“/”按 0 计）" end
  return n(value)
end
local addend = tables.addend

-- 行的简称：“一、本年新收”“（二）部分公开”“（三）4.保护第三方合法权益”。
function tables.row_label(row)
  local group, number = string.match(row.path, "^(（.-）)(%d*)$")
  if not group then return row.path .. "、" .. row.brief end
  return group .. (number ~= "" and number .. "." or "") .. row.brief
end

local function label_of(list, key)
  for _, item in ipairs(list) do
    if item.key == key then return quote(item.label) end
  end
end

-- 行在官方表里的全称，细目前加所在的类：“（三）4.保护第三方合法权益”“四、结转下年度继续办理”。
local function official_label(row)
  return (string.match(row.path, "^(（.-）)%d+$") or "") .. row.label
end

local function row_label_of(key, is_official)
  for _, rows in ipairs { form.table3_rows, form.table3_rows_2019 } do
    for _, row in ipairs(rows) do
      if row.key == key then return quote(is_official and official_label(row) or tables.row_label(row)) end
    end
  end
end

-- "table3.carried_out.natural_person" -> 表三“四、结转下年度”“自然人”。不认识的名称原样返回。
-- is_official：行用官方表的全称，如“四、结转下年度继续办理”。
function tables.cell_in_words(cell, is_official)
  local number, names = string.match(cell, "^table([234])%.(.+)$")
  local first, last = string.match(names or "", "^(.+)%.([^.]+)$")
  local words
  if number == "2" then
    words = not first and label_of(form.table2_items, names)
      or first and (label_of(form.table2_documents, first) or "") .. (label_of(form.table2_counts, last) or "")
    return words and words ~= "" and "表二" .. words or cell
  end
  if not first then return cell end
  local row = number == "3" and row_label_of(first, is_official) or number == "4" and label_of(form.table4_groups, first)
  local column = label_of(number == "3" and form.table3_columns or form.table4_columns, last)
  return row and column and (number == "3" and "表三" or "表四") .. row .. column or cell
end

---- 每一格：逐格交给 visit(cell, value)；visit 返回 true 就到此为止 ------------------------------------------

function tables.each_cell2(table2, visit)
  for _, kind in ipairs(form.table2_documents) do
    for _, count in ipairs(form.table2_counts) do
      if visit("table2." .. kind.key .. "." .. count.key, table2[kind.key][count.key]) then return end
    end
  end
  for _, item in ipairs(form.table2_items) do
    if visit("table2." .. item.key, table2[item.key]) then return end
  end
end

function tables.each_cell3(table3, visit)
  for _, row in ipairs(tables.rows3(table3)) do
    local cells = tables.row3(table3, row)
    local prefix = "table3." .. row.key .. "."
    for _, column in ipairs(form.table3_columns) do
      if visit(prefix .. column.key, cells[column.key]) then return end
    end
  end
end

function tables.each_cell4(table4, visit)
  for _, group in ipairs(form.table4_groups) do
    for _, column in ipairs(form.table4_columns) do
      if visit("table4." .. group.key .. "." .. column.key, table4[group.key][column.key]) then return end
    end
  end
end

function tables.each_cell(data, visit)
  if data.table2 then tables.each_cell2(data.table2, visit) end
  if data.table3 then tables.each_cell3(data.table3, visit) end
  if data.table4 then tables.each_cell4(data.table4, visit) end
end

-- 整张表一格也没有填。
function tables.is_empty(each, values)
  local empty = true
  each(values, function(_, value)
    empty = is_blank(value)
    return not empty
  end)
  return empty
end

-- 其他处理的件数（总计列）；全空白时为空白。
function tables.total_of_other(table3)
  local other = table3.other
  if table3.form == 2019 then return other.total end
  return sum { other.correction_overdue.total, other.fee_overdue.total, other.other.total }
end

---- 勾稽关系 -----------------------------------------------------------------------------------------------
-- 一条关系：addends 之和 = result（T3-01 另有 rest 加在 result 一边）。describe() 给出它的名称和左右两边的说法。

local function column_identity(table3, column)
  local received, carried_in = table3.received[column.key], table3.carried_in[column.key]
  local total, carried_out = table3.total[column.key], table3.carried_out[column.key]
  return {
    cell = "table3.total." .. column.key,
    addends = { received, carried_in },
    result = total,
    rest = { carried_out },
    is_total = column.key == "total",
    describe = function()
      return "表三" .. quote(column.label) .. "列", "新收 " .. addend(received) .. " ＋ 上年结转 " .. addend(carried_in),
        "总计 " .. n(total) .. " ＋ 结转下年度 " .. addend(carried_out)
    end,
  }
end

local function outcome_identity(table3, column)
  local addends = {}
  for _, row in ipairs(tables.rows3(table3)) do
    if row.is_outcome then addends[#addends + 1] = tables.row3(table3, row)[column.key] end
  end
  return {
    cell = "table3.total." .. column.key,
    addends = addends,
    result = table3.total[column.key],
    is_total = column.key == "total",
    describe = function() return "表三" .. quote(column.label) .. "列", "（一）至（六）各项办理结果之和", "（七）总计" end,
  }
end

local function row_identity(table3, row)
  local cells = tables.row3(table3, row)
  local addends = {}
  for i = 1, APPLICANTS do addends[i] = cells[form.table3_columns[i].key] end
  return {
    cell = "table3." .. row.key .. ".total",
    addends = addends,
    result = cells.total,
    is_part = row.is_outcome,
    is_total = row.key == "total",
    describe = function() return "表三" .. quote(tables.row_label(row)) .. "行", "六类申请人之和", "总计列" end,
  }
end

local function group_identity(table4, group)
  local addends = {}
  for _, column in ipairs(form.table4_columns) do
    if column.key ~= "total" then addends[#addends + 1] = table4[group.key][column.key] end
  end
  return {
    cell = "table4." .. group.key .. ".total",
    addends = addends,
    result = table4[group.key].total,
    describe = function() return "表四" .. quote(group.label), "四项结果之和", "总计" end,
  }
end

local function collect(items, make, values)
  local list = {}
  for _, item in ipairs(items) do list[#list + 1] = make(values, item) end
  return list
end

-- 一个编号下的全部关系；没有这张表，或整张表空白，就没有关系可查（那是 V-01）。
local BUILDERS = {
  ["T3-01"] = function(t3) return collect(form.table3_columns, column_identity, t3) end,
  ["T3-02"] = function(t3) return collect(form.table3_columns, outcome_identity, t3) end,
  ["T3-03"] = function(t3) return collect(tables.rows3(t3), row_identity, t3) end,
  ["T4-01"] = function(t4) return collect(form.table4_groups, group_identity, t4) end,
}

tables.identity_codes = { "T3-01", "T3-02", "T3-03", "T4-01" }

function tables.identities(data, code)
  local is_table4 = code == "T4-01"
  local values = data.table3
  if is_table4 then values = data.table4 end
  if not values or tables.is_empty(is_table4 and tables.each_cell4 or tables.each_cell3, values) then return {} end
  return BUILDERS[code](values)
end

local function any(values, test)
  for _, value in ipairs(values) do
    if test(value) then return true end
  end
  return false
end

-- "holds"、"broken"、"unknown"（不可核对）或 "none"（有无效的格，是 V-02；或整条不适用）；
-- 前两种另给左、右两边的数。空白的加数只在同一边另有数时按 0 计，总计空白从不按 0 计。
function tables.judge(identity)
  local rest = identity.rest or {}
  local operands = { identity.result, table.unpack(identity.addends) }
  if any(operands, is_invalid) or any(rest, is_invalid) then return "none" end
  local function is_filled(value) return not is_not_applicable(value) end
  if not any(operands, is_filled) then return "none" end
  local left = sum(identity.addends)
  if is_blank(left) or not is_number(identity.result) then return "unknown" end
  local right = sum { identity.result, table.unpack(rest) }
  return left == right and "holds" or "broken", left, right
end

return tables
