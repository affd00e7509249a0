-- 全国规则的检查，一条规则一个函数，编号固定不变。
-- 表的读法和勾稽关系在 tables.lua，各部分有没有可写的事实在 facts.lua。
local tables = include "tables.lua"
local facts = include "facts.lua"

local SHARE_OF_OTHER = 20   -- T3-04：其他处理占总计的百分比，超过就提示
local LEAST_FOR_SHARE = 10  -- T3-04：总计不到这个数时不看比例
local JUMP = 5              -- Y-03：增至几倍或减至几分之一
local LEAST_FOR_JUMP = 10   -- Y-03：上年数不到这个数时不看变化

local BODIES_WITHOUT_POWER = { -- T2-01：没有规章制定权的机关
  ["政府办公室"] = true, ["乡镇政府"] = true, ["街道办事处"] = true, ["开发区管委会"] = true,
}
local LEVELS_WITHOUT_POWER = { ["县级"] = true, ["乡级"] = true }

-- 百分比，两位小数，四舍五入，不用浮点数。
local function percent(part, whole)
  local hundredths = (part * 20000 + whole) // (whole * 2)
  return string.format("%d.%02d%%", hundredths // 100, hundredths % 100)
end

---- 表二 ---------------------------------------------------------------------------------------------------

check {
  code = "T2-01",
  severity = "error",
  title = "没有规章制定权的机关填报了规章",
  basis = "表二 第二十条第（一）项“规章”；《中华人民共和国立法法》第九十一条、第九十三条",
  run = function(ctx, report)
    local figures = ctx.figures
    if not figures or not figures.table2 then return end
    local is_department = figures.body == "部门"
    if not is_department and not BODIES_WITHOUT_POWER[figures.body] and not LEVELS_WITHOUT_POWER[figures.level] then
      return
    end
    local counts = {}
    for _, count in ipairs(form.table2_counts) do
      local value = figures.table2.regulation[count.key]
      if is_number(value) and value > 0 then counts[#counts + 1] = count.label .. " " .. n(value) end
    end
    if #counts == 0 then return end
    local who = (is_department or BODIES_WITHOUT_POWER[figures.body]) and figures.body or figures.level .. figures.body
    report {
      severity = is_department and "warning" or "error",
      cell = "table2.regulation",
      message = "表二“规章”填有" .. table.concat(counts, "、") .. "，而" .. who .. "一般没有规章制定权",
      hint = "规范性文件请填入“行政规范性文件”一行，规章一行填 0",
    }
  end,
}

check {
  code = "T2-02",
  severity = "warning",
  title = "现行有效件数少于制发减废止",
  basis = "表二 第二十条第（一）项",
  run = function(ctx, report)
    if not ctx.figures or not ctx.figures.table2 then return end
    for _, kind in ipairs(form.table2_documents) do
      local counts = ctx.figures.table2[kind.key]
      local issued, repealed, valid = counts.issued, counts.repealed, counts.valid
      if is_number(valid) and is_number(issued) and not is_invalid(repealed) then
        local left = issued - (is_number(repealed) and repealed or 0)
        if valid < left then
          report {
            cell = "table2." .. kind.key .. ".valid",
            message = string.format("表二“%s”：现行有效 %s 件，少于本年制发 %s 减本年废止 %s 的 %s 件", kind.label,
              n(valid), n(issued), n(repealed), n(left)),
            hint = "核对三个件数；本年制发又在本年废止的，制发和废止都要计",
            left = valid,
            right = left,
          }
        end
      end
    end
  end,
}

---- 表三、表四的勾稽 ---------------------------------------------------------------------------------------

-- 各部分的差加起来正是总计的差：总计的错由它们而来，不另说。
local function follows_from_parts(judged)
  local parts, total = 0, nil
  for _, item in ipairs(judged) do
    if item.state == "broken" then
      if item.identity.is_total then
        total = item
      elseif item.identity.is_part ~= false then
        parts = parts + item.left - item.right
      end
    end
  end
  return total ~= nil and parts ~= 0 and parts == total.left - total.right
end

local function report_broken(source, item, reach, report)
  local identity = item.identity
  local left = identity.left_words .. (identity.rest and " ＝ " or " ") .. n(item.left)
  local right = identity.right_words .. (identity.rest and " ＝ " or " ") .. n(item.right)
  report {
    cell = identity.cell,
    at = source.at,
    message = source.prefix .. identity.words .. "：" .. left .. "，与" .. right .. " 不符",
    hint = "相差 " .. n(math.abs(item.left - item.right)) .. "；核对这一处的各个数" .. reach,
    left = item.left,
    right = item.right,
  }
end

-- 查一个编号下的全部关系。单位自报的表错在先，本报告同一处差得一样多时不重复。
local function check_identities(code)
  return function(ctx, report)
    local from_units = {}
    for source in tables.sources(ctx) do
      local judged = {}
      for _, identity in ipairs(tables.identities(source.data, code)) do
        local state, left, right = tables.judge(identity)
        judged[#judged + 1] = { identity = identity, state = state, left = left, right = right }
      end
      local follows = follows_from_parts(judged)
      for _, item in ipairs(judged) do
        local cell = item.identity.cell
        if item.state == "broken" then
          local difference = item.left - item.right
          local from_below = source.is_report and from_units[cell] == difference
          local from_parts = follows and item.identity.is_total
          if not from_below and not from_parts then
            local reach = ""
            if follows and item.identity.is_part ~= false then reach = "，总计因此也不平" end
            if source.unit then reach = reach .. "；本报告的同一处由它而来" end
            report_broken(source, item, reach, report)
          end
          if source.unit then from_units[cell] = (from_units[cell] or 0) + difference end
        end
      end
    end
  end
end

check {
  code = "T3-01",
  severity = "error",
  title = "新收加上年结转等于总计加结转下年度",
  basis = "表三说明：第一项加第二项之和，等于第三项加第四项之和",
  run = check_identities "T3-01",
}

check {
  code = "T3-02",
  severity = "error",
  title = "各项办理结果之和等于总计",
  basis = "表三 三、本年度办理结果（七）总计",
  run = check_identities "T3-02",
}

check {
  code = "T3-03",
  severity = "error",
  title = "六类申请人之和等于总计列",
  basis = "表三 申请人情况“总计”列",
  run = check_identities "T3-03",
}

-- 其他处理的件数（总计列）；空白或无效时为空白。
local function total_of_other(table3)
  local other = table3.other
  if table3.form == 2019 then return other.total end
  return sum { other.correction_overdue.total, other.fee_overdue.total, other.other.total }
end

check {
  code = "T3-04",
  severity = "note",
  title = "其他处理所占比例偏高",
  basis = "表三 三、（六）其他处理；国办公开办函〔2019〕60号",
  run = function(ctx, report)
    local reported = 0
    for source in tables.sources(ctx) do
      local table3 = source.data.table3
      local other = table3 and total_of_other(table3)
      local total = table3 and table3.total.total
      if table3 and is_number(other) and is_number(total) and total >= LEAST_FOR_SHARE
        and other * 100 > total * SHARE_OF_OTHER and not (source.is_report and other == reported) then
        report {
          cell = "table3",
          at = source.at,
          message = string.format("%s表三“（六）其他处理”%s 件，占总计 %s 件的 %s，超过 %d%%", source.prefix, n(other),
            n(total), percent(other, total), SHARE_OF_OTHER),
          hint = "“其他处理”只为极少数特殊情况而设，请核对能否归入（一）至（五）",
          left = other,
          right = total,
        }
        reported = reported + other
      end
    end
  end,
}

check {
  code = "T4-01",
  severity = "error",
  title = "四项结果之和等于总计",
  basis = "表四 总计",
  run = check_identities "T4-01",
}

check {
  code = "T4-02",
  severity = "warning",
  title = "上年尚未审结的多于本年总计",
  basis = "表四 尚未审结、总计",
  run = function(ctx, report)
    local last = ctx.previous and ctx.previous.table4
    local this = ctx.figures and ctx.figures.table4
    if not last or not this then return end
    for _, group in ipairs(form.table4_groups) do
      local pending, total = last[group.key].pending, this[group.key].total
      if is_number(pending) and is_number(total) and pending > total then
        report {
          cell = "table4." .. group.key,
          message = string.format("表四“%s”：上年尚未审结 %s 件，多于本年总计 %s 件", group.label, n(pending), n(total)),
          hint = "上年未审结的案件本年应继续统计；只计本年受理的，请在报告里说明",
          left = pending,
          right = total,
        }
      end
    end
  end,
}

---- 空白与无效 ---------------------------------------------------------------------------------------------

-- 表三的空白格归成线说：整列空白的列，整行空白的行，余下的反复取空白最多的一行或一列。
local function group_blanks(rows, columns, blank)
  local lines = {}
  local left = {}
  for key in pairs(blank) do left[key] = true end
  local function line(row, column, among)
    local found = { row = row, column = column, cells = {} }
    for _, r in ipairs(row and { row } or rows) do
      for _, c in ipairs(column and { column } or columns) do
        if among[r.key .. "." .. c.key] then found.cells[#found.cells + 1] = { row = r, column = c } end
      end
    end
    return found
  end
  local function take(found, is_whole)
    found.is_whole = is_whole
    lines[#lines + 1] = found
    for _, cell in ipairs(found.cells) do left[cell.row.key .. "." .. cell.column.key] = nil end
  end
  for _, column in ipairs(columns) do
    local found = line(nil, column, blank)
    if #found.cells == #rows then take(found, true) end
  end
  for _, row in ipairs(rows) do
    local found = line(row, nil, blank)
    if #found.cells == #columns then take(found, true) end
  end
  while next(left) do
    local best
    for _, row in ipairs(rows) do
      local found = line(row, nil, left)
      if not best or #found.cells > #best.cells then best = found end
    end
    for _, column in ipairs(columns) do
      local found = line(nil, column, left)
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
          hint = hint or "没有发生的填 0，确实不适用的填“/”，不要留空",
        }
      end
      local function is_new(cell) return not (source.is_report and blank_in_units[cell]) end
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
          kind.each(values, function(cell, _, value) if is_blank(value) then blank_in_units[cell] = true end end)
        end
      end
    end
  end,
}

check {
  code = "V-02",
  severity = "error",
  title = "格里不是非负整数",
  basis = "年度报告格式 表二、表三、表四：件数为非负整数，收费金额为非负数",
  run = function(ctx, report)
    local invalid_in_units = {}
    for source in tables.sources(ctx) do
      tables.each_cell(source.data, function(cell, words, value)
        if not is_invalid(value) then return end
        if source.is_report and invalid_in_units[cell] then return end
        if source.unit then invalid_in_units[cell] = true end
        local wanted = cell == "table2.administrative_charge" and "非负的金额" or "非负整数"
        report {
          cell = cell,
          at = source.at,
          message = source.prefix .. words .. "填的是" .. tables.quote(value.raw) .. "，应为" .. wanted,
          hint = "改为数字；用到这一格的勾稽关系暂不核对",
          left = value.raw,
        }
      end)
    end
  end,
}

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
            local missing = is_number(identity.result) and "各加数都没有填数" or identity.right_words .. "没有填数"
            if identity.rest and not is_number(identity.result) then missing = "（七）总计没有填数" end
            report {
              cell = identity.cell,
              at = source.at,
              message = source.prefix .. identity.words .. "不可核对（" .. code .. "）：" .. missing,
              hint = "填上空白的格后再核对",
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

---- 与上年比 -----------------------------------------------------------------------------------------------

-- 已声明的上年更正：格、原数、新数都对得上才算。
local function find_correction(ctx, cell, old, new)
  if not ctx.body then return false, nil end
  local other
  for _, correction in ipairs(ctx.body.corrections) do
    if correction.cell == cell then
      if correction.old_value == old and correction.new_value == new then return true, nil end
      other = correction
    end
  end
  return false, other
end

check {
  code = "Y-01",
  severity = "error",
  title = "上年结转等于上年报告的结转下年度",
  basis = "表三 二、上年结转；上年报告表三 四、结转下年度继续办理",
  run = function(ctx, report)
    local last = ctx.previous and ctx.previous.table3
    local this = ctx.figures and ctx.figures.table3
    if not last or not this then return end
    local explained = 0
    for _, column in ipairs(form.table3_columns) do
      local new, old = this.carried_in[column.key], last.carried_out[column.key]
      if is_number(new) and is_number(old) and new ~= old then
        local excused, other = find_correction(ctx, "table3.carried_out." .. column.key, old, new)
        local follows = column.key == "total" and explained == new - old
        if not excused and not follows then
          local hint = "核对结转的申请；上年报告有误的，在 report.toml 声明上年更正并写明原因"
          if other then
            hint = string.format("已声明的更正是由 %d 改为 %d，与这里的数不符，请改正声明", other.old_value, other.new_value)
          end
          report {
            cell = "table3.carried_in." .. column.key,
            message = string.format("表三“%s”列：本年上年结转 %s，与上年报告的结转下年度 %s 不符", column.label, n(new), n(old)),
            hint = hint,
            left = new,
            right = old,
          }
        end
        if column.key ~= "total" then explained = explained + new - old end
      end
    end
  end,
}

check {
  code = "Y-02",
  severity = "warning",
  title = "现行有效等于上年现行有效加制发减废止",
  basis = "表二 第二十条第（一）项",
  run = function(ctx, report)
    local last = ctx.previous and ctx.previous.table2
    local this = ctx.figures and ctx.figures.table2
    if not last or not this then return end
    for _, kind in ipairs(form.table2_documents) do
      local before, counts = last[kind.key].valid, this[kind.key]
      local issued, repealed = sum { counts.issued, 0 }, sum { counts.repealed, 0 }
      if is_number(before) and is_number(counts.valid) and is_number(issued) and is_number(repealed) then
        local expected = before + issued - repealed
        if counts.valid ~= expected then
          report {
            cell = "table2." .. kind.key .. ".valid",
            message = string.format("表二“%s”：现行有效 %s，与上年现行有效 %s ＋ 本年制发 %s － 本年废止 %s ＝ %s 不符",
              kind.label, n(counts.valid), n(before), n(issued), n(repealed), n(expected)),
            hint = "清理、机构调整或口径变化会造成差异，请与司法行政部门核对后说明",
            left = counts.valid,
            right = expected,
          }
        end
      end
    end
  end,
}

-- 要与上年比的格：表二各格、表三总计列、表四各组总计。表三两年表式不同时，其他处理按一行比。
local function compared_cells(ctx)
  local last, this, cells = ctx.previous, ctx.figures, {}
  local function add(cell, words, old, new) cells[#cells + 1] = { cell = cell, words = words, old = old, new = new } end
  if last.table2 and this.table2 then
    tables.each_cell2(this.table2, function(cell, words, value) add(cell, words, at(last, cell), value) end)
  end
  if last.table3 and this.table3 then
    local same_form = last.table3.form == this.table3.form
    for _, row in ipairs(tables.rows3(this.table3)) do
      if same_form or not string.find(row.key, "^other") then
        local cell = "table3." .. row.key .. ".total"
        add(cell, "表三“" .. tables.row_label(row) .. "”总计", at(last, cell), at(this, cell))
      end
    end
    if not same_form then
      add("table3.other", "表三“（六）其他处理”总计", total_of_other(last.table3), total_of_other(this.table3))
    end
  end
  if last.table4 and this.table4 then
    for _, group in ipairs(form.table4_groups) do
      add("table4." .. group.key .. ".total", "表四“" .. group.label .. "”总计", last.table4[group.key].total,
        this.table4[group.key].total)
    end
  end
  return cells
end

local function times(value)
  local product = value
  for _ = 2, JUMP do product = product + value end
  return product
end

check {
  code = "Y-03",
  severity = "warning",
  title = "与上年相比变化很大",
  basis = "与上年报告的同一格比较",
  run = function(ctx, report)
    if not ctx.previous or not ctx.figures then return end
    for _, item in ipairs(compared_cells(ctx)) do
      local old, new = item.old, item.new
      if is_number(old) and is_number(new) and old >= LEAST_FOR_JUMP then
        local grown, shrunk = new >= times(old), times(new) <= old
        if grown or shrunk then
          report {
            cell = item.cell,
            message = string.format("%s：本年 %s，上年 %s，%s", item.words, n(new), n(old),
              grown and "增至 " .. JUMP .. " 倍以上" or "减至五分之一以下"),
            hint = "核对本年数；确实如此的，在报告里说明原因",
            left = new,
            right = old,
          }
        end
      end
    end
  end,
}

-- 上年报告列出的未办结申请，单位 + 编号；上年有结转却没有列出，就无从核对。
local function open_last_year(previous)
  local open_ids = previous.requests.open_ids
  local carried_out = previous.table3 and previous.table3.carried_out.total
  if #open_ids == 0 and is_number(carried_out) and carried_out > 0 then return nil end
  local open = {}
  for _, request in ipairs(open_ids) do open[request.unit .. "\n" .. request.id] = true end
  return open, open_ids
end

check {
  code = "Y-04",
  severity = "warning",
  title = "结转的申请与上年列出的不一致",
  basis = "表三 二、上年结转；上年 figures.json 的 requests.open_ids",
  run = function(ctx, report)
    if ctx.mode ~= "build" or not ctx.figures or not ctx.figures.requests then return end
    if not ctx.previous or not ctx.previous.requests then return end
    local open, open_ids = open_last_year(ctx.previous)
    if not open then return end
    local carried = {}
    for _, request in ipairs(ctx.carried_in) do
      local key = request.unit .. "\n" .. request.id
      carried[key] = true
      if not open[key] then
        report {
          cell = "table3.carried_in",
          at = request.place,
          message = "申请“" .. request.id .. "”（" .. request.unit .. "）从上年结转而来，但上年没有把它列为未办结",
          hint = "核对它的收到日期，或上年报告的结转清单",
        }
      end
    end
    for _, request in ipairs(open_ids) do
      if not carried[request.unit .. "\n" .. request.id] then
        report {
          cell = "table3.carried_in",
          at = { file = ctx.previous_file, unit = request.unit },
          message = "申请“" .. request.id .. "”（" .. request.unit .. "）上年列为未办结，本年台账里没有把它结转过来",
          hint = "在本年台账补上这件申请和它的办理结果",
        }
      end
    end
  end,
}

---- 文字 ---------------------------------------------------------------------------------------------------

local PLACEHOLDERS = { "{{", "（具体网址）", "××", "____" }

check {
  code = "X-05",
  severity = "error",
  title = "文字里留有占位符",
  basis = "年度报告应完整",
  run = function(ctx, report)
    for _, section in ipairs(facts.sections) do
      local text = ctx.texts[section.id]
      for _, line in ipairs(text and text.lines or {}) do
        for _, mark in ipairs(PLACEHOLDERS) do
          if string.find(line.text, mark, 1, true) then
            report {
              at = { file = text.file, row = line.row },
              message = "“" .. section.title .. "”的文字里留有占位符“" .. mark .. "”",
              hint = "换成实际内容，或删去这一句",
            }
          end
        end
      end
    end
  end,
}

check {
  code = "N-06",
  severity = "note",
  title = "这一部分没有可写的内容",
  basis = "《中华人民共和国政府信息公开条例》第五十条",
  run = function(ctx, report)
    if ctx.mode ~= "build" then return end -- 核对已有的数时没有文字可看
    for _, section in ipairs(facts.sections) do
      if section.sentences and not facts.has_text(ctx, section) and #section.sentences(ctx) == 0 then
        report {
          message = "“" .. section.title .. "”没有编写人的文字，也没有可用的数据，报告里只写一句平实的说明",
          hint = "在 report.toml 的 [text] 用 " .. section.id .. " 指定一个 Markdown 文件",
        }
      end
    end
  end,
}
