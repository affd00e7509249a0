-- T2、T3、T4：三张官方表自身的勾稽。
local tables = include "tables.lua"

local SHARE_OF_OTHER = 20   -- T3-04：其他处理占总计的百分比，超过就提示
local LEAST_FOR_SHARE = 10  -- T3-04：总计不到这个数时不看比例

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
    if is_department and figures.level == "国家级" then return end -- 国务院部门可以制定部门规章
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
              n(valid), n(issued), tables.addend(repealed), n(left)),
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
  local words, left_words, right_words = identity.describe()
  local left = left_words .. (identity.rest and " ＝ " or " ") .. n(item.left)
  local right = right_words .. (identity.rest and " ＝ " or " ") .. n(item.right)
  report {
    cell = identity.cell,
    at = source.at,
    message = source.prefix .. words .. "：" .. left .. "，与" .. right .. " 不符",
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

check {
  code = "T3-04",
  severity = "note",
  title = "其他处理所占比例偏高",
  basis = "表三 三、（六）其他处理；国办公开办函〔2019〕60号",
  run = function(ctx, report)
    local reported = 0
    for source in tables.sources(ctx) do
      local table3 = source.data.table3
      local other = table3 and tables.total_of_other(table3)
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
