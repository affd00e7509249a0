-- 各部分能从数据里写出的句子。没有数据就没有句子：绝不编写查无实据的话。
local year_facts = include "year_facts.lua"

local facts = {}

local function is_positive(value) return is_number(value) and value > 0 end

---- （一）主动公开 -------------------------------------------------------------------------------------------

local function decisions(table2)
  local made, none = {}, {}
  for _, key in ipairs { "licence", "penalty", "compulsion" } do
    for _, item in ipairs(form.table2_items) do
      if item.key == key and is_positive(table2[key]) then
        made[#made + 1] = item.label .. "决定" .. n(table2[key]) .. "件"
      elseif item.key == key and is_zero(table2[key]) then
        none[#none + 1] = item.label
      end
    end
  end
  local clauses = {}
  if #made > 0 then clauses[#clauses + 1] = "作出" .. table.concat(made, "、") end
  if #none > 0 then clauses[#clauses + 1] = "未作出" .. table.concat(none, "、") .. "决定" end
  return clauses
end

local function disclosure(ctx)
  local table2 = ctx.figures and ctx.figures.table2
  if not table2 then return {} end
  local clauses = decisions(table2)
  local charge = table2.administrative_charge
  if is_positive(charge) then
    clauses[#clauses + 1] = "收取行政事业性收费" .. money(charge) .. "万元"
  elseif is_number(charge) then
    clauses[#clauses + 1] = "未收取行政事业性收费"
  end
  if #clauses == 0 then return {} end
  return { "本年度" .. table.concat(clauses, "，") .. "。具体数据见本报告第二部分。" }
end

---- （二）依申请公开 -----------------------------------------------------------------------------------------

-- 各类办理结果的件数，按表三的次序；有一类说不清就一类也不写。
local function outcome_groups(table3)
  local groups = { { "予以公开", table3.granted.total }, { "部分公开", table3.partial.total } }
  local list, sums, order = {}, {}, {}
  for _, row in ipairs(table3.form == 2019 and form.table3_rows_2019 or form.table3_rows) do
    local key = string.match(row.key, "^[^.]+")
    if row.is_outcome and key ~= "granted" and key ~= "partial" then
      if not sums[key] then
        sums[key] = {}
        order[#order + 1] = key
      end
      table.insert(sums[key], at(table3, row.key).total)
    end
  end
  for i, key in ipairs(order) do
    local label = string.gsub(form.table3_groups[i].label, "^（.-）", "")
    groups[#groups + 1] = { label, sum(sums[key]) }
  end
  for _, group in ipairs(groups) do
    if not is_number(group[2]) then return {} end
    if group[2] > 0 then list[#list + 1] = group end
  end
  return list
end

local function received_sentence(table3)
  local received, carried_in = table3.received.total, table3.carried_in.total
  if not is_number(received) then return nil end
  if received == 0 and not is_positive(carried_in) then
    return is_zero(carried_in) and "本年度未收到政府信息公开申请，也没有上年结转的申请。" or "本年度未收到政府信息公开申请。"
  end
  local clauses = { received == 0 and "本年度未收到新的政府信息公开申请" or "本年度新收政府信息公开申请" .. n(received) .. "件" }
  if is_positive(carried_in) then
    clauses[#clauses + 1] = "上年结转" .. n(carried_in) .. "件"
  elseif is_zero(carried_in) then
    clauses[#clauses + 1] = "无上年结转"
  end
  local total, carried_out = table3.total.total, table3.carried_out.total
  if is_positive(total) then
    clauses[#clauses + 1] = is_zero(carried_out) and "已全部办结" or "办结" .. n(total) .. "件"
  elseif is_zero(total) then
    clauses[#clauses + 1] = "均未办结"
  end
  if is_positive(carried_out) then clauses[#clauses + 1] = "结转下年度继续办理" .. n(carried_out) .. "件" end
  return table.concat(clauses, "，") .. "。"
end

local function applicants_sentence(table3)
  local received, person = table3.received.total, table3.received.natural_person
  if not is_positive(received) or not is_number(person) or person > received then return nil end
  if person == received then return "新收申请的申请人均为自然人。" end
  if person == 0 then return "新收申请的申请人均为法人或其他组织。" end
  return "新收申请中，自然人申请" .. n(person) .. "件，法人或其他组织申请" .. n(received - person) .. "件。"
end

local function outcomes_sentence(table3)
  local total = table3.total.total
  local groups = outcome_groups(table3)
  if not is_positive(total) or #groups == 0 then return nil end
  if #groups == 1 then return "办理结果均为" .. groups[1][1] .. "。" end
  local parts = {}
  for i, group in ipairs(groups) do parts[i] = group[1] .. n(group[2]) .. "件" end
  return "办结的申请中，" .. table.concat(parts, "，") .. "。"
end

local function cases_sentence(table4)
  local review = table4.review.total
  local lawsuits = sum { table4.litigation_direct.total, table4.litigation_after_review.total }
  if not is_number(review) or not is_number(table4.litigation_direct.total)
    or not is_number(table4.litigation_after_review.total) then
    return nil
  end
  if review == 0 and lawsuits == 0 then return "本年度没有因政府信息公开工作发生的行政复议、行政诉讼。" end
  if lawsuits == 0 then return "本年度因政府信息公开工作发生行政复议案件" .. n(review) .. "件，没有行政诉讼案件。" end
  if review > 0 then
    return "因政府信息公开工作发生的案件中，行政复议" .. n(review) .. "件，行政诉讼" .. n(lawsuits) .. "件。"
  end
  local sentence = "本年度因政府信息公开工作发生行政诉讼案件" .. n(lawsuits) .. "件，"
  local after_review = table4.litigation_after_review.total -- 经过复议，只按诉讼计
  if after_review == 0 then return sentence .. "没有行政复议案件。" end
  sentence = sentence .. (after_review == lawsuits and "均为复议后起诉" or "其中复议后起诉" .. n(after_review) .. "件")
  return sentence .. "，没有其他行政复议案件。"
end

local function requests(ctx)
  local sentences = {}
  local function add(sentence) sentences[#sentences + 1] = sentence end
  local table3 = ctx.figures and ctx.figures.table3
  if table3 then
    add(received_sentence(table3))
    add(applicants_sentence(table3))
    add(outcomes_sentence(table3))
  end
  for _, sentence in ipairs(year_facts.timeliness(ctx)) do add(sentence) end
  local table4 = ctx.figures and ctx.figures.table4
  if table4 then add(cases_sentence(table4)) end
  return sentences
end

---- （三）政府信息管理 ---------------------------------------------------------------------------------------

local function documents_sentence(kind, counts)
  if not is_number(counts.issued) or not is_number(counts.repealed) or not is_number(counts.valid) then return nil end
  local clauses = {}
  if counts.issued == 0 and counts.repealed == 0 then
    if counts.valid == 0 and kind.key == "regulation" then return nil end -- 多数机关没有规章制定权
    clauses[1] = "本年度未制发、废止" .. kind.label
  else
    clauses[1] = counts.issued > 0 and "本年度制发" .. kind.label .. n(counts.issued) .. "件" or "本年度未制发" .. kind.label
    clauses[2] = counts.repealed > 0 and "废止" .. n(counts.repealed) .. "件" or "未废止"
  end
  clauses[#clauses + 1] = counts.valid > 0 and "现行有效" .. n(counts.valid) .. "件" or "没有现行有效的文件"
  return table.concat(clauses, "，") .. "。"
end

local function management(ctx)
  local table2 = ctx.figures and ctx.figures.table2
  local sentences = {}
  for _, kind in ipairs(table2 and form.table2_documents or {}) do
    sentences[#sentences + 1] = documents_sentence(kind, table2[kind.key])
  end
  return sentences
end

---- 各部分 -------------------------------------------------------------------------------------------------

local function nothing() return {} end

local LONGEST_HEADING = 60 -- 字节

-- id 是 report.toml 里 [text] 的键；sentences 给出数据能说的话，没有这一项的部分不要求有内容。
facts.sections = {
  { id = "overview", title = "总体情况" },
  { id = "disclosure", title = "主动公开", sentences = disclosure },
  { id = "requests", title = "依申请公开", sentences = requests },
  { id = "management", title = "政府信息管理", mark = "信息管理", sentences = management },
  { id = "platforms", title = "政府信息公开平台建设", mark = "平台建设", sentences = nothing },
  { id = "supervision", title = "监督保障", sentences = year_facts.supervision },
  { id = "problems", title = "存在的主要问题及改进情况", sentences = nothing },
  { id = "other", title = "其他需要报告的事项" },
}

function facts.section(id)
  for _, section in ipairs(facts.sections) do
    if section.id == id then return section end
  end
  error("没有“" .. id .. "”这一部分")
end

-- 编写人常把小标题写成普通的一行，或者加粗：（一）主动公开。……
local function plain_heading(line)
  local text = string.gsub(string.sub(line, 1, 300), "[%s*]", "")
  text = string.gsub(text, "　", "")
  local numbered = string.match(text, "^（[一二三四五]+）(.*)$") or string.match(text, "^%([一二三四五]+%)(.*)$")
  if not numbered then return nil end
  local stop = #numbered + 1
  for _, mark in ipairs { "。", "：", ":", "，", "；" } do stop = math.min(stop, string.find(numbered, mark, 1, true) or stop) end
  return stop <= LONGEST_HEADING and string.sub(numbered, 1, stop - 1) or nil
end

-- 编写人在“总体情况”的文字里已经用小标题写了这一部分。
function facts.is_in_overview(ctx, section)
  local overview = ctx.texts.overview
  local mark = section.mark or section.title
  for _, heading in ipairs(overview and overview.headings or {}) do
    if string.find(heading, mark, 1, true) then return true end
  end
  for _, line in ipairs(overview and overview.lines or {}) do
    local heading = plain_heading(line.text)
    if heading and string.find(heading, mark, 1, true) then return true end
  end
  return false
end

-- 编写人的文字里有带量词的数字（年份、日期、文号不算）：数字由她写，程序不再重复。
function facts.has_number(ctx, id)
  for _, line in ipairs(ctx.texts[id] and ctx.texts[id].lines or {}) do
    if line.has_count then return true end
  end
  return false
end

function facts.has_text(ctx, section)
  local text = ctx.texts[section.id]
  return text ~= nil and text.blocks > 0 or facts.is_in_overview(ctx, section)
end

-- 编写人没有写，数据也没有可说的。
function facts.has_nothing(ctx, section)
  return not facts.has_text(ctx, section) and #section.sentences(ctx) == 0
end

-- 条例第五十条对各级人民政府另有要求；部门、街道办事处、管委会不在其内。
function facts.is_government(body) return body.body == "政府" or body.body == "乡镇政府" end

return facts
