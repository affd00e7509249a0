-- X、N：写成的报告。看的是要印出来的样子，不论哪个规则包重写、增加或去掉了什么。
local facts = include "facts.lua"
local words = include "words.lua"

local FORM = "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"
local MOST_CHARACTERS = 1000 -- 第一部分“原则上不超过一千字”

-- 六个部分：标题里必有的字，和国家格式的标题。真实报告的标题长短不一，例如“行政机关主动公开政府信息情况”。
local SECTIONS = {
  { mark = "总体情况", title = "一、总体情况" },
  { mark = "主动公开政府信息", title = "二、主动公开政府信息情况" },
  { mark = "收到和处理政府信息公开申请", title = "三、收到和处理政府信息公开申请情况" },
  { mark = "行政复议", title = "四、政府信息公开行政复议、行政诉讼情况" },
  { mark = "主要问题", title = "五、存在的主要问题及改进情况" },
  { mark = "其他需要报告", title = "六、其他需要报告的事项" },
}
local OVERVIEW, PROBLEMS, OTHER = SECTIONS[1], SECTIONS[5], SECTIONS[6]

local function has(text, word) return string.find(text, word, 1, true) ~= nil end

-- 这一部分标题下面的各块，到下一个一级标题为止；没有这一部分就是 nil。
local function blocks_of(ctx, section)
  local blocks
  for _, block in ipairs(ctx.document) do
    if block.kind == "heading" and block.level == 1 then
      if blocks then return blocks end
      if has(block.text, section.mark) and not has(block.text, "附件") then blocks = {} end
    elseif blocks then
      blocks[#blocks + 1] = block
    end
  end
  return blocks
end

-- 有章节没能写出来，原因已经是另一个问题，这里不再说缺了什么。
local function is_written(ctx) return ctx.document ~= nil and not ctx.explained.report end

---- X-03 篇幅 ----------------------------------------------------------------------------------------------

local COUNTED = { heading = true, paragraph = true, item = true, note = true, table = true }
local OVERVIEW_TEXTS = { "overview", "disclosure", "requests", "management", "platforms", "supervision" }

local function longest_text(ctx)
  local longest
  for _, id in ipairs(OVERVIEW_TEXTS) do
    local text = ctx.texts[id]
    if text and (not longest or text.characters > longest.characters) then longest = text end
  end
  return longest
end

check {
  code = "X-03",
  severity = "warning",
  title = "“总体情况”超过一千字",
  basis = FORM .. "一、总体情况",
  run = function(ctx, report)
    local blocks = ctx.document and blocks_of(ctx, OVERVIEW)
    local characters = 0
    for _, block in ipairs(blocks or {}) do
      if COUNTED[block.kind] then characters = characters + block.characters end
    end
    if characters <= MOST_CHARACTERS then return end
    local longest = longest_text(ctx)
    report {
      at = longest and { file = longest.file } or nil,
      message = string.format("“总体情况”共 %d 字（不计空格），超过 %d 字%s", characters, MOST_CHARACTERS,
        longest and string.format("；其中最长的是这个文件，%d 字", longest.characters) or ""),
      hint = "请精简；细节可以放到第五、第六部分，已在表里的数不必重复",
      left = characters,
      right = MOST_CHARACTERS,
    }
  end,
}

---- X-04 雷同 ----------------------------------------------------------------------------------------------

check {
  code = "X-04",
  severity = "warning",
  title = "有一段与上年相同",
  basis = FORM .. "：不得年年雷同",
  run = function(ctx, report)
    for _, paragraph in ipairs(ctx.repeated) do
      report {
        at = { file = paragraph.file, row = paragraph.row },
        message = "“" .. facts.section(paragraph.section).title .. "”的这一段与上年报告的一段一字不差",
        hint = "请按本年的情况改写；确实没有变化的，可以写得简短",
      }
    end
  end,
}

---- X-06 缺项 ----------------------------------------------------------------------------------------------

local CONTENT = { paragraph = true, item = true, note = true, table = true, chart = true }

local function has_content(blocks)
  for _, block in ipairs(blocks) do
    if CONTENT[block.kind] then return true end
  end
  return false
end

-- 一段话说到信息处理费，或者以它为小标题、下面有话。
local function states_fee(blocks)
  local under_fee = false
  for _, block in ipairs(blocks) do
    local speaks = has(block.text, "信息处理费")
    if block.kind == "heading" then
      under_fee = speaks
    elseif CONTENT[block.kind] and (speaks or under_fee) then
      return true
    end
  end
  return false
end

check {
  code = "X-06",
  severity = "error",
  title = "缺少必有的部分",
  basis = FORM,
  run = function(ctx, report)
    if not is_written(ctx) then return end
    local hint = "重写或去掉这一章的规则包，请在它的 report.lua 里补上"
    for _, section in ipairs(SECTIONS) do
      local blocks = blocks_of(ctx, section)
      if not blocks then
        report { message = "报告里没有“" .. section.title .. "”这一部分", hint = hint }
      elseif not has_content(blocks) then
        report { message = "“" .. section.title .. "”下面没有内容", hint = hint }
      elseif section == OTHER and not states_fee(blocks) then
        report { message = "“" .. section.title .. "”没有说明收取信息处理费情况", hint = "没有收取的，也要写明" }
      end
    end
  end,
}

---- X-07 上年问题 ------------------------------------------------------------------------------------------

local IMPROVED = { "整改", "改进", "改正", "改善", "纠正", "落实", "解决", "缓解", "克服", "完善" }

-- 同一段，或者紧接着的几条，既说到上年，又说到怎样改。
local function speaks_of_last_year(ctx, blocks)
  local last_year = { "上年", "上一年", "去年", "往年", ctx.figures.year - 1 .. "年" }
  local began = false
  for _, block in ipairs(blocks) do
    local speaks = words.has_any(block.text, last_year)
    began = speaks or began and block.kind == "item"
    if began and (words.has_any(block.text, IMPROVED) or block.kind == "heading") then return true end
  end
  return false
end

check {
  code = "X-07",
  severity = "note",
  title = "没有说明上年问题的改进情况",
  basis = FORM .. "五、存在的主要问题及改进情况",
  run = function(ctx, report)
    local text = ctx.texts.problems
    if not is_written(ctx) or not text or text.blocks == 0 then return end -- 没有文字的，另有 N-06
    if not ctx.previous and not ctx.has_previous_text then return end
    local blocks = blocks_of(ctx, PROBLEMS)
    if not blocks or speaks_of_last_year(ctx, blocks) then return end
    report {
      at = { file = text.file },
      message = "“存在的主要问题及改进情况”没有说上年报告指出的问题改进得怎么样",
      hint = "请加一段，例如“上年报告指出的……，今年已……”",
    }
  end,
}

---- N-21 考核、评议、追究 ----------------------------------------------------------------------------------

local ASKED_OF_GOVERNMENTS = { -- 怎么说，文字里用哪些字眼
  { "工作考核", { "考核" } },
  { "社会评议", { "评议" } },
  { "责任追究结果", { "追究", "追责", "问责" } },
}

-- “监督保障”标题下面的各块；编写人没有用这个标题的，看整个第一部分。
local function supervision_blocks(overview)
  local blocks, level
  for _, block in ipairs(overview) do
    if block.kind == "heading" and level and block.level <= level then
      return blocks
    elseif blocks then
      blocks[#blocks + 1] = block
    elseif block.kind == "heading" and has(block.text, "监督保障") then
      blocks, level = {}, block.level
    end
  end
  return blocks or overview
end

local function not_spoken_of(blocks)
  local missing = {}
  for _, item in ipairs(ASKED_OF_GOVERNMENTS) do
    local found = false
    for _, block in ipairs(blocks) do found = found or words.has_any(block.text, item[2]) end
    if not found then missing[#missing + 1] = item[1] end
  end
  return missing
end

check {
  code = "N-21",
  severity = "warning",
  title = "政府的报告没有写工作考核、社会评议、责任追究结果",
  basis = "《中华人民共和国政府信息公开条例》第五十条第一款第四项",
  run = function(ctx, report)
    if not is_written(ctx) or not ctx.body or not facts.is_government(ctx.body) then return end
    local blocks = blocks_of(ctx, OVERVIEW)
    if not blocks or facts.has_nothing(ctx, facts.section("supervision")) then return end -- 另有 N-06
    local missing = not_spoken_of(supervision_blocks(blocks))
    if #missing == 0 then return end
    local text = ctx.texts.supervision or ctx.texts.overview
    report {
      at = text and { file = text.file } or nil,
      message = "“监督保障”没有写" .. table.concat(missing, "、") .. "，各级政府的报告应当有",
      hint = "没有发生的也要写明，例如“没有需要追究责任的情形”",
    }
  end,
}
