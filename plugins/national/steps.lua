-- 申请的各个环节要留痕：几地的要点都有，环节各不相同。供地方包引入：
--   local steps = include("national/steps.lua").of { … }
-- 一个环节是 { name, day = function(record) … end, column, applies = function(record) … end, decided_by }：
--   day      台账里的日期；本地另有的列（fields.lua）写 column，就是那一列的日期
--   applies  这件申请有没有这个环节，不写就是都有；要看本地另有的列才知道的，decided_by 写那一列
-- 只看本年办结的。整本台账都没有填的列，说不出环节有没有记录：不检查，提示一次，附件里也不列；decided_by 那一列填了的，
-- 哪几件有这个环节是说清楚的，没有日期就是缺记录。
local steps = {}
steps.__index = steps

local MOST_LISTED = 5 -- 每个环节举的例子

function steps.of(list)
  for _, step in ipairs(list) do
    local column = step.column
    if column then step.day = function(record) return record.extra[column] end end
    if not step.name or not step.day then error("环节要写 name，和 day 或者 column") end
    step.applies = step.applies or function() return true end
  end
  return setmetatable({ list = list }, steps)
end

-- 一件申请记入 state：各环节应有、已有的件数和缺的编号，哪些列填过。
function steps:count(record, state)
  if record.carried_out then return end
  for i, step in ipairs(self.list) do
    local counts = state[i] or { applies = 0, recorded = 0, missing = {} }
    state[i] = counts
    if step.decided_by and record.extra[step.decided_by] ~= nil then counts.is_decided = true end
    local day = step.day(record)
    if step.applies(record) then
      counts.applies = counts.applies + 1
      if day then
        counts.recorded = counts.recorded + 1
      elseif #counts.missing < MOST_LISTED then
        counts.missing[#counts.missing + 1] = record.id
      end
    end
    if day then counts.is_filled = true end
  end
end

-- 缺的列：判断有没有这个环节的；没有这一列的环节，没有一件填了日期的。不缺是 nil：说了有这个环节而没有日期的，是缺记录。
local function lacking(step, counts)
  if step.decided_by then return not counts.is_decided and step.decided_by or nil end
  if step.column and not counts.is_filled and counts.applies > 0 then return step.column end
  return nil
end

local function clause(step, counts)
  local count = counts.applies - counts.recorded
  return string.format("%s %d 件（%s%s）", step.name, count, table.concat(counts.missing, "、"),
    count > #counts.missing and "等" or "")
end

local function say_lacking(columns, names, report)
  if #columns == 0 then return end
  report {
    severity = "note",
    message = string.format("依申请公开台账没有填%s，%s环节没有检查", table.concat(columns, "、"), table.concat(names, "、")),
    hint = "台账记了这些环节的，加上这几列；另有平台留痕的，自行核对", count = #names,
  }
end

-- 检查：asks.check 的一条，另写 hint。
function steps:require(asks, rule)
  rule.records, rule.each = "requests", function(record, state) self:count(record, state) end
  asks.check(rule, function(ctx, report, _, state)
    local parts, missing, columns, names = {}, 0, {}, {}
    for i, step in ipairs(self.list) do
      local counts = state[i]
      local column = counts and lacking(step, counts)
      if column then
        columns[#columns + 1], names[#names + 1] = "“" .. column .. "”", step.name
      elseif counts and counts.applies > counts.recorded then
        parts[#parts + 1], missing = clause(step, counts), missing + counts.applies - counts.recorded
      end
    end
    if missing > 0 then
      report {
        cell = "requests.answered", message = "办结的申请缺少环节记录：" .. table.concat(parts, "，"), hint = rule.hint, count = missing,
      }
    end
    say_lacking(columns, names, report)
  end)
end

-- 本地另有的列至少填了一列；一列也没有的，附件没有可说的。
function steps:is_kept(state)
  for i, step in ipairs(self.list) do
    if step.column and state[i] and not lacking(step, state[i]) then return true end
  end
  return false
end

-- 附件说明里加一项：有逐件台账、正是文件的那一年（rule.year）。`more(doc, ctx)` 先写规则包另外的附件。
function steps:attachment(rule, more)
  section {
    id = "annex_list", records = "requests", each = function(record, state) self:count(record, state) end,
    run = function(doc, ctx, base, state)
      base()
      if more then more(doc, ctx) end
      local requests = ctx.figures.requests
      if ctx.figures.year ~= rule.year or not requests or requests.answered == 0 then return end
      if self:is_kept(state) then doc:attachments { rule.title } end
    end,
  }
end

-- 附件的一章：各环节应有、已有的件数。
function steps:annex(rule, more)
  self:attachment(rule, more)
  section {
    id = rule.id, after = rule.after, records = "requests",
    each = function(record, state) self:count(record, state) end,
    run = function(doc, ctx, base, state)
      if #state == 0 or not self:is_kept(state) or not doc:annex(rule.title) then return end
      local rows = {}
      for i, step in ipairs(self.list) do
        local counts = state[i]
        if not lacking(step, counts) then
          rows[#rows + 1] = { #rows + 1, step.name, counts.applies, counts.recorded,
            share(counts.recorded, counts.applies) or blank }
        end
      end
      doc:table {
        name = "steps", caption = "本年办结的申请", rows = rows,
        columns = {
          { title = "序号", width = 1, align = "centre" }, { title = "环节", width = 2, align = "centre" },
          { title = "应有记录（件）", width = 2.5, align = "centre" }, { title = "已有记录（件）", width = 2.5, align = "centre" },
          { title = "占比", width = 2, align = "centre" },
        },
      }
      doc:note(rule.note)
    end,
  }
end

return steps
