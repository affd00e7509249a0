-- V：空白、无效的格，和因此不可核对的勾稽关系。
local tables = include "tables.lua"

-- 表三的空白格归成线说：整列空白的列，其余各格全空白的行，余下的反复取空白最多的一行或一列。一格只说一次。
local function group_blanks(rows, columns, blank)
  local lines = {}
  local left = {}
  for key in pairs(blank) do left[key] = true end
  local function line(row, column)
    local found = { row = row, column = column, cells = {} }
    for _, r in ipairs(row and { row } or rows) do
      for _, c in ipairs(column and { column } or columns) do
        if left[r.key .. "." .. c.key] then found.cells[#found.cells + 1] = { row = r, column = c } end
      end
    end
    return found
  end
  local function take(found, is_whole)
    found.is_whole = is_whole
    lines[#lines + 1] = found
    for _, cell in ipairs(found.cells) do left[cell.row.key .. "." .. cell.column.key] = nil end
  end
  local whole_columns = 0
  for _, column in ipairs(columns) do
    local found = line(nil, column)
    if #found.cells == #rows then
      take(found, true)
      whole_columns = whole_columns + 1
    end
  end
  for _, row in ipairs(rows) do
    local found = line(row, nil)
    found.is_rest = whole_columns > 0
    if #found.cells > 1 and #found.cells == #columns - whole_columns then take(found, true) end
  end
  while next(left) do
    local best
    for _, row in ipairs(rows) do
      local found = line(row, nil)
      if not best or #found.cells > #best.cells then best = found end
    end
    for _, column in ipairs(columns) do
      local found = line(nil, column)
      if #found.cells > #best.cells then best = found end
    end
    take(best, false)
  end
  return lines
end

local function labels(cells, key)
  local list = {}
  for i, cell in ipairs(cells) do
    list[i] = tables.quote(key == "row" and tables.row_label(cell.row) or cell.column.label)
    if i == 4 and #cells > 5 then return table.concat(list, "、") .. "等" end
  end
  return table.concat(list, "、")
end

-- 一条线上的空白：它的格、行或列，和怎么说。
local function describe_line(found)
  local first = found.cells[1]
  if #found.cells == 1 and not found.is_whole then
    return "table3." .. first.row.key .. "." .. first.column.key,
      "表三" .. tables.quote(tables.row_label(first.row)) .. tables.quote(first.column.label) .. "一格空白"
  end
  local key = found.row and "table3." .. found.row.key or "table3.*." .. found.column.key
  local words = found.row and "表三" .. tables.quote(tables.row_label(found.row)) .. "一行"
    or "表三" .. tables.quote(found.column.label) .. "一列"
  if found.is_rest and found.is_whole then return key, words .. "其余各格全部空白（" .. #found.cells .. " 格）" end
  if found.is_whole then return key, words .. "全部空白（" .. #found.cells .. " 格）" end
  return key, words .. "有 " .. #found.cells .. " 格空白：" .. labels(found.cells, found.row and "column" or "row")
end

local function blanks_of_table3(table3, is_new, say)
  local blank, rows = {}, {}
  for _, row in ipairs(tables.rows3(table3)) do
    rows[#rows + 1] = row
    for _, column in ipairs(form.table3_columns) do
      local name = row.key .. "." .. column.key
      if is_blank(tables.row3(table3, row)[column.key]) and is_new("table3." .. name) then blank[name] = true end
    end
  end
  for _, found in ipairs(group_blanks(rows, form.table3_columns, blank)) do say(describe_line(found)) end
end

-- 一行几格的表（表二的两种文件、表四的三组）：一行说一次。
local function blanks_of_row(row, is_new, say)
  local cells = {}
  for _, column in ipairs(row.columns) do
    if is_blank(row.values[column.key]) and is_new(row.key .. "." .. column.key) then
      cells[#cells + 1] = { column = column }
    end
  end
  if #cells == 0 then return end
  if #cells == 1 then
    return say(row.key .. "." .. cells[1].column.key, row.words .. "“" .. cells[1].column.label .. "”一格空白")
  end
  if #cells == #row.columns then return say(row.key, row.words .. "全部空白（" .. #cells .. " 格）") end
  say(row.key, row.words .. "有 " .. #cells .. " 格空白：" .. labels(cells, "column"))
end

local function blanks_of_table2(table2, is_new, say)
  for _, kind in ipairs(form.table2_documents) do
    blanks_of_row({ key = "table2." .. kind.key, words = "表二“" .. kind.label .. "”", columns = form.table2_counts,
      values = table2[kind.key] }, is_new, say)
  end
  for _, item in ipairs(form.table2_items) do
    local cell = "table2." .. item.key
    if is_blank(table2[item.key]) and is_new(cell) then say(cell, "表二“" .. item.label .. "”空白") end
  end
end

local function blanks_of_table4(table4, is_new, say)
  for _, group in ipairs(form.table4_groups) do
    blanks_of_row({ key = "table4." .. group.key, words = "表四“" .. group.label .. "”", columns = form.table4_columns,
      values = table4[group.key] }, is_new, say)
  end
end

-- 台账里这一项的行有错，没有计入：空白由它而来，不另说。
local function is_explained(ctx, cell)
  local item = string.match(cell, "^table2%.[^.]+")
  return item ~= nil and ctx.explained[item]
end

local TABLES = {
  { key = "table2", label = "表二", each = tables.each_cell2, blanks = blanks_of_table2, ledger = "disclosures（主动公开）" },
  { key = "table3", label = "表三", each = tables.each_cell3, blanks = blanks_of_table3, ledger = "requests（依申请公开台账）" },
  { key = "table4", label = "表四", each = tables.each_cell4, blanks = blanks_of_table4, ledger = "reviews（复议诉讼台账）" },
}

check {
  code = "V-01",
  severity = "error",
  title = "应填数字的格空白",
  basis = "年度报告格式 表二、表三、表四：没有的填 0，不适用的填“/”",
  run = function(ctx, report)
    local severity = ctx.mode == "build" and "error" or "warning"
    local blank_in_units = {}
    for source in tables.sources(ctx) do
      local function say(cell, words, hint)
        report {
          severity = severity,
          cell = cell,
          at = source.at,
          message = source.prefix .. words,
          hint = hint or (source.is_report and ctx.mode == "build" and string.find(cell, "^table2") and
            "在主动公开台账里给这个项目填一行：没有发生的填 0，确实不适用的填“/”")
            or "没有发生的填 0，确实不适用的填“/”，不要留空",
        }
      end
      local function is_new(cell)
        return not source.is_report or not (blank_in_units[cell] or is_explained(ctx, cell))
      end
      for _, kind in ipairs(TABLES) do
        local values = source.data[kind.key]
        if not values then
          if source.is_report and not ctx.explained[kind.key] then
            say(kind.key, kind.label .. "没有数据，整张表空白", ctx.mode == "build"
              and "在 report.toml 的 [ledgers] 给出 " .. kind.ledger .. " 或 unit_tables（各单位自报表）" or "补上这张表的数据")
          end
        elseif tables.is_empty(kind.each, values) then
          if not source.is_report or not next(blank_in_units) then say(kind.key, kind.label .. "整张表空白") end
        else
          kind.blanks(values, is_new, say)
        end
        if values and source.unit then
          kind.each(values, function(cell, value) if is_blank(value) then blank_in_units[cell] = true end end)
        end
      end
    end
  end,
}

-- JSON 里不带引号的小数：加上引号就是金额。
local function is_unquoted_amount(cell, raw)
  return cell == "table2.administrative_charge" and #raw <= 20 and string.find(raw, "^%d+%.%d+$") ~= nil
end

check {
  code = "V-02",
  severity = "error",
  title = "格里不是非负整数",
  basis = "年度报告格式 表二、表三、表四：件数为非负整数，收费金额为非负数",
  run = function(ctx, report)
    local invalid_in_units = {}
    for source in tables.sources(ctx) do
      tables.each_cell(source.data, function(cell, value)
        if not is_invalid(value) then return end
        if source.is_report and invalid_in_units[cell] then return end
        if source.unit then invalid_in_units[cell] = true end
        local hint = "改为数字；用到这一格的勾稽关系暂不核对"
        if is_unquoted_amount(cell, value.raw) then hint = '金额要加引号，写成文字："' .. value.raw .. '"' end
        local wanted = cell == "table2.administrative_charge" and "非负的金额" or "非负整数"
        report {
          cell = cell,
          at = source.at,
          message = source.prefix .. tables.cell_in_words(cell) .. "填的是" .. tables.quote(value.raw) .. "，应为" .. wanted,
          hint = hint,
          left = value.raw,
        }
      end)
    end
  end,
}

-- 一条关系为什么不可核对，和怎么办。
local function why_unknown(identity, right_words)
  local result = identity.result
  if is_number(result) then return "各加数都没有填数", "填上空白的格后再核对" end
  local name = identity.rest and "（七）总计" or right_words
  if is_not_applicable(result) then
    return name .. "为“/”，没有数可比", "应有件数的，把“/”改为件数；确实不适用的，各加数也填“/”"
  end
  return name .. "没有填数", "填上空白的格后再核对"
end

check {
  code = "V-03",
  severity = "note",
  title = "勾稽关系不可核对",
  basis = "表三、表四的勾稽关系",
  run = function(ctx, report)
    local unknown_in_units = {}
    for source in tables.sources(ctx) do
      for _, code in ipairs(tables.identity_codes) do
        for _, identity in ipairs(tables.identities(source.data, code)) do
          local key = code .. " " .. identity.cell
          if tables.judge(identity) == "unknown" and not (source.is_report and unknown_in_units[key]) then
            if source.unit then unknown_in_units[key] = true end
            local words, _, right_words = identity.describe()
            local missing, hint = why_unknown(identity, right_words)
            report {
              cell = identity.cell,
              at = source.at,
              message = source.prefix .. words .. "不可核对（" .. code .. "）：" .. missing,
              hint = hint,
            }
          end
        end
      end
    end
    local last = ctx.previous and ctx.previous.table3
    local this = ctx.figures and ctx.figures.table3
    if not last or not this or tables.is_empty(tables.each_cell3, last) or tables.is_empty(tables.each_cell3, this) then
      return
    end
    for _, column in ipairs(form.table3_columns) do
      if is_blank(this.carried_in[column.key]) or is_blank(last.carried_out[column.key]) then
        local missing = is_blank(this.carried_in[column.key]) and "本年“上年结转”没有填数" or "上年“结转下年度”没有填数"
        report {
          cell = "table3.carried_in." .. column.key,
          message = "表三“" .. column.label .. "”列的上年结转不可核对（Y-01）：" .. missing,
          hint = "填上空白的格后再核对",
        }
      end
    end
  end,
}
