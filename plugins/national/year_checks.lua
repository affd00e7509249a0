-- Y：与上年报告比。
local tables = include "tables.lua"

local JUMP = 5              -- Y-03：增至几倍或减至几分之一
local LEAST_FOR_JUMP = 10   -- Y-03：上年数不到这个数时不看变化

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
              kind.label, n(counts.valid), n(before), tables.addend(counts.issued), tables.addend(counts.repealed), n(expected)),
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
  local function add(cell, old, new) cells[#cells + 1] = { cell = cell, old = old, new = new } end
  local function add_cell(cell) add(cell, at(last, cell), at(this, cell)) end
  if last.table2 and this.table2 then tables.each_cell2(this.table2, add_cell) end
  if last.table3 and this.table3 then
    local same_form = last.table3.form == this.table3.form
    for _, row in ipairs(tables.rows3(this.table3)) do
      if same_form or not string.find(row.key, "^other") then add_cell("table3." .. row.key .. ".total") end
    end
    if not same_form then
      add("table3.other", tables.total_of_other(last.table3), tables.total_of_other(this.table3))
    end
  end
  if last.table4 and this.table4 then
    for _, group in ipairs(form.table4_groups) do add_cell("table4." .. group.key .. ".total") end
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
            message = string.format("%s：本年 %s，上年 %s，%s",
              item.cell == "table3.other" and "表三“（六）其他处理”“总计”" or tables.cell_in_words(item.cell), n(new), n(old),
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
