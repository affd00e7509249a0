-- X-01：编写人手写的件数、金额与数据是否一致。说法与数的对应在 phrases.lua，地方规则包可以用 phrase 增加。
local numbers = include "numbers.lua"
local unit_of = numbers.unit_of

-- 一种读法也对不上时，给出第一种读法的数。
local function unlike(claim, values)
  if #values == 0 then return nil end
  for _, value in ipairs(values) do
    if writes(claim.text, value, unit_of(claim) or "") then return nil end
  end
  return values[1]
end

local function in_amount(truth, claim) return money(truth) .. (unit_of(claim) or "") end

local COUNTS = {} -- 说法的种类 -> 对不上时的一句话和应有的数

function COUNTS.count(ctx, claim)
  local truth = unlike(claim, numbers.readings_of(ctx.figures, claim))
  if truth == nil then return nil end
  return "文字里“" .. claim.words .. "”是" .. claim.text .. "，" .. numbers.in_words(claim.readings[1]) .. "是" .. money(truth),
    money(truth)
end

function COUNTS.last_year(ctx, claim)
  local truth = unlike(claim, numbers.last_year_of(ctx, claim))
  if truth == nil then return nil end
  return "文字里上年的“" .. claim.words .. "”是" .. claim.text .. "，上年报告的数据是" .. money(truth), money(truth)
end

-- 说没有，数据里有。
function COUNTS.denial(ctx, claim)
  local values = numbers.readings_of(ctx.figures, claim)
  if #values == 0 then return nil end
  for _, value in ipairs(values) do
    if is_zero(value) then return nil end
  end
  return "文字里说“" .. claim.words .. "”，" .. numbers.in_words(claim.readings[1]) .. "是" .. money(values[1]),
    in_amount(values[1], claim)
end

-- 可以照抄的算式。
local function pasted(claim)
  local print = unit_of(claim) and "money" or "n"
  return "{{ " .. print .. "(" .. numbers.expression(claim.readings[1], claim.kind == "last_year" and "previous." or "") .. ") }}"
end

-- 文字写的数本身，照抄就不再核对：“{{ 390 }}”；小数和中文数字写成文字。
local function as_it_is(claim)
  local digits = string.gsub(string.match(claim.text, "%d[%d,.]*") or "", ",", "")
  if math.tointeger(tonumber(digits)) then return "{{ " .. digits .. " }}" end
  return '{{ "' .. (digits ~= "" and digits or claim.text) .. '" }}'
end

local function hint_of(claim)
  if claim.kind == "denial" then return "改正文字，写明有多少：" .. pasted(claim) end
  return "改正文字；或者写成 " .. pasted(claim) .. "，由程序填写。确认文字说的是另一个数、没有写错的，写成 "
    .. as_it_is(claim) .. "，就不再核对"
end

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
          hint = hint_of(claim),
          left = claim.text,
          right = truth,
        }
      end
    end
  end,
}
