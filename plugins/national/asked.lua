-- 文件的要求问谁：汇总的报告逐个单位问；部门、乡镇、街道自己的报告只问它自己；文件没有对它说的，就不问。
-- points 是那份文件的事实，见 national/asks.lua。
local asked = {}

-- 编自己的报告的机关，在单位名录里是哪些类别；政府只报本机关的，是它的办公室。
local KINDS_OF_BODY = {
  ["政府"] = { "政府办公室" }, ["政府办公室"] = { "政府办公室" }, ["部门"] = { "部门" }, ["街道办事处"] = { "街道办事处" },
  ["乡镇政府"] = { "镇政府", "乡政府" }, ["开发区管委会"] = { "功能区管委会" },
}

-- 汇总全区（县）的报告：points.WHOLE 写机关类别和范围，不写就是政府的汇总。
local ANY_GOVERNMENT = { body = "政府", scope = "汇总" }

local function is_whole(points, body)
  local whole = points.WHOLE or ANY_GOVERNMENT
  return body.body == whole.body and (whole.scope == nil or body.scope == whole.scope)
end

local function is_asked(points, body)
  local whole = points.WHOLE or ANY_GOVERNMENT
  local kinds = body.body == whole.body and KINDS_OF_BODY["政府办公室"] or KINDS_OF_BODY[body.body]
  for _, kind in ipairs(kinds or {}) do
    if points.ASKED[kind] then return true end
  end
  return false
end

-- "whole"：汇总的报告；"own"：一个单位自己的报告；文件不问这个机关，就是 nil。
function asked.who(points, body)
  if not body then return nil end
  if is_whole(points, body) then return "whole" end
  return is_asked(points, body) and "own" or nil
end

-- 要问的单位：在文件所指的类别之内，应报、计入汇总，不是零报告。
function asked.units(points, ctx)
  local names = {}
  for _, unit in ipairs(ctx.register) do
    if points.ASKED[unit.kind] and unit.due and unit.counted and not unit.zero_report then names[#names + 1] = unit.name end
  end
  return names
end

---- 它自己的 -------------------------------------------------------------------------------------------------

local function ends_with(text, ending) return ending ~= "" and string.sub(text, -#ending) == ending end

-- 编自己的报告的机关叫什么：单位名录里的名称（政府是它的办公室），机关名称本身，和一个是另一个结尾的名称（“区民政局”
-- 之于“某市某区民政局”）。`is_listed` 是名录里有没有它，`others` 是名录里的其他单位。
local function own_names(points, ctx)
  local body, whole = ctx.body, points.WHOLE or ANY_GOVERNMENT
  local is_office = body.body == whole.body or body.body == "政府办公室"
  local own = { names = {}, others = {}, is_listed = false }
  function own.is(name)
    return own.names[name] == true or ends_with(body.issuer, name) or ends_with(name, body.issuer)
  end
  for _, unit in ipairs(ctx.register) do
    if is_office and (unit.kind == "政府" or unit.kind == "政府办公室") then own.names[unit.name] = true end
    if own.is(unit.name) then own.is_listed = true else own.others[unit.name] = true end
  end
  return own
end

-- 点了别的单位的名、没有点它的，不是它的。名录里没有的名称：有名录的，就是别的单位；只有规则包的单位名单的，可以是
-- 它的科室，可以是“各部门”，不能说不是它。
local function is_others(lists, own, ctx)
  local names_other = false
  for _, list in ipairs(lists) do
    for _, name in ipairs(list) do
      if own.is(name) then return false end
      if not ctx.register_is_whole and not own.others[name] then return false end
      names_other = true
    end
  end
  return names_other
end

-- 只留下它自己的各项。`lists_of(item)` 是点名的各份名单。名录里没有它，就都算它自己的。
function asked.of_its_own(points, ctx, items, lists_of)
  local own = own_names(points, ctx)
  if ctx.register_is_whole and not own.is_listed then return items end
  local kept = {}
  for _, item in ipairs(items) do
    if not is_others(lists_of(item), own, ctx) then kept[#kept + 1] = item end
  end
  return kept
end

return asked
