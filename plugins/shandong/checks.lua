-- 省内各地要点共同要求的两件事，和第六部分通行的两项内容。不限年度：各年的要点都这样要求。
-- 看的是写成的报告，不论文字由编写人写还是由规则包写。
local POINTS = "山东省各地政务公开工作要点（推动工作落实）"
local HABIT = "山东省各地政府信息公开工作年度报告的通行写法"
local words = include "national/words.lua"

local function has(text, word) return string.find(text, word, 1, true) ~= nil end

-- 第六部分各块的文字；报告没有写成、有章节没能写出来，或者没有第六部分（那是 X-06），就是 nil。
local function last_section(ctx)
  if ctx.mode ~= "build" or not ctx.document or ctx.explained.report then return nil end
  local texts
  for _, block in ipairs(ctx.document) do
    local is_top = block.kind == "heading" and block.level == 1
    if is_top and texts then return texts end
    if is_top and has(block.text, "其他需要报告") then texts = {} end
    if texts and not is_top then texts[#texts + 1] = block.text end
  end
  return texts
end

-- 有一块文字同时有每一组里的一个词。
local function speaks(texts, groups)
  for _, text in ipairs(texts) do
    local found = 0
    for _, group in ipairs(groups) do
      if words.has_any(text, group) then found = found + 1 end
    end
    if found == #groups then return true end
  end
  return false
end

local function place(ctx) return ctx.texts.other and { file = ctx.texts.other.file } or nil end

---- 要点落实情况 -------------------------------------------------------------------------------------------

check {
  code = "SD-01", severity = "warning", title = "要点落实情况写入年度报告", basis = POINTS,
  run = function(ctx, report)
    local texts = last_section(ctx)
    if not texts or speaks(texts, { { "要点", "重点工作", "工作方案" }, { "落实", "完成" } }) then return end
    report {
      at = place(ctx),
      message = "第六部分没有写本年度政务公开工作要点的落实情况",
      hint = "在 report.toml 的 [ledgers] 用 tasks 指定任务台账，由程序写出；或者在 [text] 的 other 里写明",
    }
  end,
}

---- 列席会议 -----------------------------------------------------------------------------------------------

-- 没有人发表意见，也要公开这个情况；所以不看意见数。
check {
  code = "SD-02", severity = "warning", title = "列席代表的意见发表和采纳情况向社会公开", basis = "山东省各地政务公开工作要点（公众参与）",
  run = function(ctx, report)
    if ctx.mode ~= "build" then return end
    local names = {}
    for _, activity in ipairs(ctx.activities or {}) do
      if activity.class == "列席会议" and words.is_held(ctx, activity) and not activity.feedback then
        names[#names + 1] = "“" .. activity.name .. "”"
      end
    end
    if #names == 0 then return end
    report {
      cell = "activities.by_class.列席会议",
      message = string.format("%d 次邀请代表列席的会议，没有公开代表的意见和采纳情况：%s", #names, words.first(names)),
      hint = "公开以后在“反馈公开”一列写网址或者“是”",
      count = #names,
    }
  end,
}

---- 第六部分的两项内容 ---------------------------------------------------------------------------------------

local function expected(code, title, groups, hint)
  check {
    code = code, severity = "note", title = "第六部分写明" .. title, basis = HABIT,
    run = function(ctx, report)
      local texts = last_section(ctx)
      if not texts or speaks(texts, groups) then return end
      report { at = place(ctx), message = "第六部分没有写" .. title, hint = hint }
    end,
  }
end

expected("SD-03", "建议提案办理结果公开情况", { { "建议", "议案" }, { "提案" }, { "公开" } },
  "在 [text] 的 other 里加一段，没有承办建议、提案的也写明")
expected("SD-04", "政务公开工作创新情况", { { "创新", "首创", "亮点", "特色做法" } }, "在 [text] 的 other 里加一段")
