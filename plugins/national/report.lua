-- 年度报告的写法：标题、导语、六个部分、落款。地方规则包可以用同一个 id 重写其中任何一章，
-- 也可以用 after 插入新的一章；第三个参数 base() 写出被重写的那一章。
local facts = include "facts.lua"
local tables = include "tables.lua"
local year_facts = include "year_facts.lua"
local annex = include "annex.lua"
local words = include "words.lua"

convention "依申请公开：申请按收到日期计入新收，按答复或办结日期计入办理结果，12月31日尚未办结的计入结转下年度。"
convention "依申请公开：一件申请计一件，经正式拆分的按拆分后的各件计；非本机关负责公开的计入（四）1，申请人撤回的计入（六）3。"
convention "复议诉讼：统计本年受理和年初尚未审结的案件，一案计一件，以12月31日时的最新审级为准；复议机关作共同被告的，只由原行为机关计。"

convention "办理期限：收到申请的次日起算，工作日按国务院办公厅公布的放假、调休安排；期限为20个工作日，期满前告知延期的再加告知的工作日数，最多再加20个。"
convention "办理期限：通知补正、通知缴费后停止计算，收到补正、缴费的次日重新计算；征求意见发出次日至收到意见之日不计，几段重叠的只扣一次，期满前发出的顺延到收到意见之日；另定答复期限晚于法定期限的按另定的日期，遇休息日顺延到下一个工作日。"
convention "办理期限：过了第20个工作日才告知的延期不计；台账写明延期而没有告知日期的按已延期计算。最后一日之后的休息日才答复的算超期。补正告知晚于7个工作日的，收到补正后仍重新计算，另作提示。"
convention "办理用时：只统计本年度办结的申请，为最后一次起算后计入期限的工作日数；中位数、百分位数取就近序位的实际值。"

section {
  id = "title",
  run = function(doc, ctx)
    doc:title(ctx.figures.issuer .. ctx.figures.year .. "年政府信息公开工作年度报告")
  end,
}

---- 导语 ---------------------------------------------------------------------------------------------------

local CONTACT = { -- 印出的次序和名称
  { "address", "地址" }, { "postcode", "邮政编码" }, { "phone", "联系电话" }, { "fax", "传真" },
  { "email", "电子邮箱" }, { "website", "网址" },
}

local function contact_spans(contact)
  local spans = {}
  for _, item in ipairs(CONTACT) do
    local key, label = item[1], item[2]
    local value = contact[key]
    if value ~= "" then
      spans[#spans + 1] = (#spans > 0 and "，" or "") .. label .. "："
      local is_link = key == "website" and string.find(value, "^https?://") ~= nil
      spans[#spans + 1] = is_link and { text = value, link = value } or value
    end
  end
  return spans
end

section {
  id = "preface",
  run = function(doc, ctx)
    local year = ctx.figures.year
    local basis = "本报告根据《中华人民共和国政府信息公开条例》"
    if not ctx.figures.table3 or ctx.figures.table3.form ~= 2019 then
      basis = basis .. "和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"
    end
    doc:paragraph(basis .. "编制，由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，"
      .. "政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项六个部分组成。"
      .. "所列数据的统计期限自" .. year .. "年1月1日起，至" .. year .. "年12月31日止。")
    local spans = ctx.body and contact_spans(ctx.body.contact) or {}
    if #spans > 0 then
      table.insert(spans, 1, "如对本报告内容有疑问，请与" .. ctx.figures.issuer .. "联系（")
      spans[#spans + 1] = "）。"
      doc:paragraph(spans)
    end
  end,
}

---- 一、总体情况 -------------------------------------------------------------------------------------------

section {
  id = "overview",
  run = function(doc, ctx)
    doc:heading(1, "一、总体情况")
    doc:text("overview", { title = "总体情况", level = 2 })
  end,
}

-- 编写人的文字在先，里面没有带量词的数字的，后面接着写数据能说的话；没有文字就写数据能说的话；再没有就平实地说明没有登记。
local function overview_part(number, id)
  section {
    id = "overview." .. id,
    run = function(doc, ctx)
      local part = facts.section(id)
      if facts.is_in_overview(ctx, part) then return end -- 另有文件的是 N-26
      doc:heading(2, "（" .. number .. "）" .. part.title)
      local sentences = part.sentences(ctx)
      if doc:text(id, { title = part.title, level = 3 }) then
        if #sentences > 0 and not facts.has_number(ctx, id) then doc:paragraph(table.concat(sentences)) end
        return
      end
      if #sentences == 0 then sentences = { "本报告编制时，未登记" .. part.title .. "方面的情况。" } end
      doc:paragraph(table.concat(sentences))
    end,
  }
end

overview_part("一", "disclosure")
overview_part("二", "requests")
overview_part("三", "management")
overview_part("四", "platforms")
overview_part("五", "supervision")

---- 二、三、四：官方表 --------------------------------------------------------------------------------------

local function table_section(number, heading)
  section {
    id = "table" .. number,
    run = function(doc)
      doc:heading(1, heading)
      doc:official_table(number)
    end,
  }
end

table_section(2, "二、主动公开政府信息情况")
table_section(3, "三、收到和处理政府信息公开申请情况")
table_section(4, "四、政府信息公开行政复议、行政诉讼情况")

---- 五、六、落款 -------------------------------------------------------------------------------------------

section {
  id = "problems",
  run = function(doc)
    doc:heading(1, "五、存在的主要问题及改进情况")
    if doc:text("problems", { title = "存在的主要问题及改进情况", level = 2 }) then return end
    doc:paragraph("本报告编制时，未登记存在的主要问题及改进情况。")
  end,
}

-- 信息处理费：台账有这一列才知道收没收。
local function fee_sentence(ctx)
  local requests = ctx.figures.requests
  local fee = requests and requests.processing_fee
  if not fee or not is_number(fee) then return "本年度台账未登记收取信息处理费情况。" end
  if is_zero(fee) then return "本年度未收取信息处理费。" end
  return "本年度收取信息处理费" .. money(fee) .. "元。"
end

local WORDS_ON_FEE = { "未收取", "没有收取", "未发生", "无", "零" }

-- 编写人的文字说了收没收、收多少，才不再写一句；只提到信息处理费不算。
local function states_fee(ctx)
  for _, line in ipairs(ctx.texts.other and ctx.texts.other.lines or {}) do
    if string.find(line.text, "信息处理费", 1, true) then
      if line.has_count then return true end
      for _, words in ipairs(WORDS_ON_FEE) do
        if string.find(line.text, words, 1, true) then return true end
      end
    end
  end
  return false
end

local function correction_sentence(ctx, correction)
  local text = string.format("上年更正：%d年度报告%s由%d更正为%d", ctx.figures.year - 1,
    tables.cell_in_words(correction.cell, true), correction.old_value, correction.new_value)
  local reason = words.without_stop(correction.reason)
  if reason == "" then return text .. "。" end
  return text .. "。原因：" .. reason .. "。"
end

local function corrections(doc, ctx)
  for _, correction in ipairs(ctx.body and ctx.body.corrections or {}) do
    doc:paragraph(correction_sentence(ctx, correction))
  end
end

local NUMERALS = { "一", "二", "三", "四" }

-- 有任务、活动时分成几项，编写人的文字放在最后一项；否则只有一段信息处理费和编写人的文字。
local function parted_other(doc, ctx)
  local count = 0
  local function part(title)
    count = count + 1
    doc:heading(2, "（" .. NUMERALS[count] .. "）" .. title)
  end
  local function say(...)
    local text = table.concat({ ... })
    if text ~= "" then doc:paragraph(text) end
  end
  if not states_fee(ctx) then
    part("收取信息处理费情况")
    say(fee_sentence(ctx))
  end
  if ctx.figures.tasks then
    part("年度工作要点落实情况")
    say(table.concat(year_facts.tasks(ctx)), annex.reference(ctx, annex.TASKS))
    for _, sentence in ipairs(year_facts.named_tasks(ctx, annex.place(ctx, annex.TASKS))) do say(sentence) end
    if ctx.figures.tasks.total > 0 then annex.task_areas(doc, ctx) end -- 不拆开的表放在文字后面，前一页少留空白
  end
  if ctx.figures.activities then
    part("公开活动情况")
    say(table.concat(year_facts.activities(ctx)), table.concat(year_facts.activities_not_held(ctx, annex.place(ctx, annex.ACTIVITIES))),
      annex.reference(ctx, annex.ACTIVITIES))
  end
  local has_more = ctx.texts.other ~= nil and ctx.texts.other.blocks > 0
  if not has_more and #(ctx.body and ctx.body.corrections or {}) == 0 then return end
  part("其他事项")
  corrections(doc, ctx)
  doc:text("other", { title = "其他需要报告的事项", level = 3 })
end

section {
  id = "other",
  run = function(doc, ctx)
    doc:heading(1, "六、其他需要报告的事项")
    if ctx.figures.tasks or ctx.figures.activities then return parted_other(doc, ctx) end
    if not states_fee(ctx) then doc:paragraph(fee_sentence(ctx)) end
    corrections(doc, ctx)
    doc:text("other", { title = "其他需要报告的事项", level = 2 })
  end,
}

-- 附件说明在正文之后、落款之前。
section {
  id = "annex_list",
  run = function(doc, ctx)
    local names = {}
    for i, item in ipairs(annex.list(ctx)) do names[i] = item.title end
    doc:attachments(names)
  end,
}

section {
  id = "signature",
  run = function(doc, ctx)
    doc:signature(ctx.figures.issuer)
    if ctx.body and ctx.body.date then doc:signature(date(ctx.body.date)) end
  end,
}

---- 附件：地方可以只改写其中一张表 --------------------------------------------------------------------------

local function annex_section(id, run)
  section { id = "annex." .. id, run = run }
end

annex_section("times", function(doc, ctx)
  if annex.open(doc, ctx, annex.TIMES) then annex.times(doc, ctx) end
end)
annex_section("tasks", function(doc, ctx)
  if annex.open(doc, ctx, annex.TASKS) then doc:chart("tasks") end
end)
annex_section("tasks.list", function(doc, ctx)
  if annex.has(ctx, annex.TASKS) then annex.task_list(doc, ctx) end
end)
annex_section("activities", function(doc, ctx)
  if not annex.open(doc, ctx, annex.ACTIVITIES) then return end
  annex.activity_classes(doc, ctx)
  doc:chart("activities")
end)
annex_section("activities.list", function(doc, ctx)
  if annex.has(ctx, annex.ACTIVITIES) then annex.activity_list(doc, ctx) end
end)
annex_section("methods", function(doc, ctx)
  if annex.open(doc, ctx, annex.METHODS) then annex.methods(doc, ctx) end
end)
