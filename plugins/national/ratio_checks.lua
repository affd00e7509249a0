-- X-02：编写人手写的占比、比率、增幅与数据是否一致。
local numbers = include "numbers.lua"
local unit_of = numbers.unit_of

-- 文字自己给的件数；读不出来时是 nil。
local function written(text)
  return math.tointeger(tonumber((string.gsub(string.match(text, "[%d,]+") or "", ",", ""))))
end

-- 分母，每个是几个名称的和，先说最可能的：文字点明占什么的，就是它（占新收的，也可以连上年结转一起算）；申请人一类说的是
-- 新收的，先按新收；别的先按总计。
local RECEIVED, TOTAL = { "table3.received.total" }, { "table3.total.total" }
local BOTH = { "table3.received.total", "table3.carried_in.total" }

local function wholes_of(claim)
  local wholes = {}
  for i = 1, #claim.wholes do wholes[i] = claim.wholes[i] end
  local named = #wholes > 0 and wholes[1][1]
  if claim.names_whole then
    if named == RECEIVED[1] then wholes[#wholes + 1] = BOTH end
    return wholes
  end
  local name = claim.readings[1][1]
  local is_received = string.find(name, "^table3%.received%.") or string.find(name, "^requests%.by_topic%.")
  for _, whole in ipairs(is_received and { RECEIVED, BOTH, TOTAL } or { TOTAL }) do wholes[#wholes + 1] = whole end
  return wholes
end

local function is_part(part, whole)
  return math.type(part) == "integer" and math.type(whole) == "integer" and part >= 0 and whole > 0
end

local RATIOS = {} -- 说法的种类 -> 算出来的是什么，怎样算的，可以照抄的算式；对得上或无从判断时是 nil

-- 比率和占比的三样：“77.58%”“301除以388，分母是…”“{{ share(…) }}”。
local function computed(part, whole, names, whole_names)
  return share(part, whole), n(part) .. "除以" .. n(whole) .. "，分母是" .. numbers.in_words(whole_names),
    "{{ share(" .. numbers.expression(names, "") .. ", " .. numbers.expression(whole_names, "") .. ") }}"
end

function RATIOS.share(ctx, claim)
  if not ctx.figures.table3 then return nil end
  local parts, wholes = numbers.readings_of(ctx.figures, claim), wholes_of(claim)
  if #parts == 0 then return nil end
  local own = written(claim.own_count)
  local first
  for _, names in ipairs(wholes) do
    local whole = numbers.sum_of(ctx.figures, names)
    for i = 1, #parts + (own and 1 or 0) do
      local part = parts[i] or own
      if is_part(part, whole) and writes_ratio(claim.text, part, whole) then return nil end
    end
    if not first and is_part(parts[1], whole) then first = { whole = whole, names = names } end
  end
  if not first or parts[1] > first.whole then return nil end
  return computed(parts[1], first.whole, claim.readings[1], first.names)
end

function RATIOS.rate(ctx, claim)
  local parts, wholes = numbers.readings_of(ctx.figures, claim), numbers.sums_of(ctx.figures, claim.wholes)
  if #parts == 0 or #wholes == 0 then return nil end
  for i, part in ipairs(parts) do
    local whole = wholes[i] or wholes[1]
    if not is_part(part, whole) or part > whole then return nil end
    if writes_ratio(claim.text, part, whole) then return nil end
  end
  return computed(parts[1], wholes[1], claim.readings[1], claim.wholes[1])
end

-- 今年和上年的数，一种读法一对；文字自己给的数也算一种。
local function pairs_of_years(ctx, claim)
  local now, before = numbers.readings_of(ctx.figures, claim), numbers.last_year_of(ctx, claim)
  local both = {}
  local function add(this, last)
    if this and last and last >= 0 then both[#both + 1] = { this, last } end
  end
  if #before == 0 then return both end
  for i = 1, #now do
    local this, last = exactly(now[i]), exactly(before[i])
    add(this, last)
    if unit_of(claim) == nil then
      add(written(claim.own_count), last)
      add(this, written(claim.own_before))
      add(written(claim.own_count), written(claim.own_before))
    end
  end
  return both
end

-- “今年388，上年306”，可以照抄的算式：增幅连同“增长”二字，或者只是增减的数。
local function compared(claim, both)
  local this, last = both[1][1], both[1][2]
  local ways = unit_of(claim) and "" or "今年" .. n(this) .. "，上年" .. n(last)
  local now, before = numbers.expression(claim.readings[1], ""), numbers.expression(claim.readings[1], "previous.")
  if claim.kind == "growth" then return ways, "{{ growth(" .. now .. ", " .. before .. ") }}（连同“增长”二字）" end
  if this < last then now, before = before, now end
  return ways, "{{ n(" .. now .. " - " .. before .. ") }}"
end

function RATIOS.growth(ctx, claim)
  local both = pairs_of_years(ctx, claim)
  if #both == 0 then return nil end
  for _, years in ipairs(both) do
    local step, last = years[1] - years[2], years[2]
    if last == 0 then return nil end
    if (step < 0) == claim.falls and writes_ratio(claim.text, math.abs(step), last) then return nil end
  end
  return growth(both[1][1], both[1][2]), compared(claim, both)
end

function RATIOS.change(ctx, claim)
  local both = pairs_of_years(ctx, claim)
  if #both == 0 or unit_of(claim) then return nil end
  for _, years in ipairs(both) do
    local step = years[1] - years[2]
    if (step < 0) == claim.falls and writes(claim.text, math.abs(step)) then return nil end
  end
  local step = both[1][1] - both[1][2]
  local truth = step == 0 and "没有增减" or (step < 0 and "减少" or "增加") .. n(math.abs(step))
  return truth, compared(claim, both)
end

-- “文字里“新收”的增幅是10%”
local function said(claim)
  local words = "文字里“" .. claim.words .. "”"
  if claim.kind == "rate" then return words .. "是" .. claim.text end
  if claim.kind == "share" then return words .. "的占比是" .. claim.text end
  if claim.kind == "change" then return words .. "比上年" .. (claim.falls and "减少" or "增加") .. claim.text end
  return words .. "的" .. (claim.falls and "降幅" or "增幅") .. "是" .. claim.text
end

check {
  code = "X-02",
  severity = "warning",
  title = "文字里的占比或增幅与数据算出来的不一致",
  basis = "占比以“总计”为分母；增幅与上年报告比较",
  run = function(ctx, report)
    if not ctx.figures then return end
    for _, claim in ipairs(ctx.claims) do
      local judge = RATIOS[claim.kind]
      local truth, way, pasted = nil, nil, nil
      if judge then truth, way, pasted = judge(ctx, claim) end
      if truth then
        report {
          at = { file = claim.file, row = claim.row },
          message = said(claim) .. "，按数据算是" .. truth .. (way ~= "" and "（" .. way .. "）" or ""),
          hint = "改正文字；或者写成 " .. pasted .. "，由程序填写",
          left = claim.text,
          right = truth,
        }
      end
    end
  end,
}
