-- 台儿庄区的写法：第六部分末尾写行政复议纠错率、行政诉讼败诉率，另有一个附件与上年比较。
local rates = include "rates.lua"

convention "纠错率是行政复议结果纠正的件数占已审结件数的比例，败诉率是行政诉讼（未经复议直接起诉和复议后起诉）结果纠正的件数占已审结件数的比例，均为本程序的口径；没有审结的案件时不计算。"

local function cells(label, now, before)
  local function three(rate)
    if not rate then return blank, blank, blank end
    return rate.decided, rate.corrected, share(rate.corrected, rate.decided)
  end
  local a, b, c = three(before)
  local d, e, f = three(now)
  return { label, a, b, c, d, e, f }
end

local function columns(year)
  local list = { { title = "类别", width = 3, align = "left" } }
  for _, y in ipairs { year - 1, year } do
    for _, title in ipairs { "审结", "纠正", "比率" } do
      list[#list + 1] = { title = n(y) .. "年\n" .. title, width = 1.6, align = "centre" }
    end
  end
  return list
end

local ANNEX = "行政复议纠错率、行政诉讼败诉率"

-- 两年都没有审结的案件，就没有话说。
local function both(ctx)
  local now, before = rates.of(ctx.figures), rates.of(ctx.previous)
  local is_there = now.review or now.litigation or before.review or before.litigation
  return is_there and now or nil, before
end

local function clause(title, now, before)
  local text = now and title .. share(now.corrected, now.decided) or "没有审结的案件，不计算" .. title
  return before and text .. "（上年" .. share(before.corrected, before.decided) .. "）" or text
end

section {
  id = "other.rates", after = "other",
  run = function(doc, ctx)
    local now, before = both(ctx)
    if not now then return end
    doc:paragraph { { text = "行政复议纠错率、行政诉讼败诉率。", strong = true },
      clause("行政复议纠错率", now.review, before.review) .. "；" .. clause("行政诉讼败诉率", now.litigation, before.litigation)
        .. "。件数见附件。" }
  end,
}

section {
  id = "annex_list",
  run = function(doc, ctx, base)
    base()
    if both(ctx) then doc:attachments { ANNEX } end
  end,
}

section {
  id = "annex.rates", after = "annex.methods",
  run = function(doc, ctx)
    local now, before = both(ctx)
    if not now or not doc:annex(ANNEX) then return end
    doc:table {
      name = "rates", caption = "与上年比较", columns = columns(ctx.figures.year),
      rows = { cells("行政复议纠错率", now.review, before.review), cells("行政诉讼败诉率", now.litigation, before.litigation) },
      note = "审结、纠正的单位为件；空白的是没有审结的案件，或者没有上年数据。",
    }
  end,
}
