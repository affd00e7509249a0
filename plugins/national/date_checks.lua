-- D-01：公布日期。部门、乡镇在1月31日前（条例第四十九条）；政府的汇总报告县级2月20日、市级3月10日、省级3月31日前，
-- 逐级公布。没有另外规定的，以3月31日为底线。
local BASIS = "《中华人民共和国政府信息公开条例》第四十九条，国办公开办函〔2021〕30号"
local LAST_RESORT = "03-31"
local OF_BODY = { ["部门"] = "01-31", ["乡镇政府"] = "01-31", ["街道办事处"] = "01-31" }
local OF_GOVERNMENT = { ["县级"] = "02-20", ["市级"] = "03-10", ["省级"] = "03-31" }

local function last_day(body)
  local day = OF_BODY[body.body]
  if body.level == "国家级" then day = LAST_RESORT end
  if body.body == "政府" and body.scope == "汇总" then day = OF_GOVERNMENT[body.level] end
  return n(body.year + 1) .. "-" .. (day or LAST_RESORT)
end

check {
  code = "D-01",
  severity = "warning",
  title = "晚于规定日期公布",
  basis = BASIS,
  run = function(ctx, report)
    if ctx.mode ~= "build" or not ctx.body or not ctx.body.published then return end
    local last = last_day(ctx.body)
    if ctx.body.published <= last then return end
    report {
      at = { file = "report.toml", heading = "published" },
      message = ctx.body.level .. ctx.body.body .. "的报告应在" .. date(last) .. "前公布，report.toml 写的公布日期是"
        .. date(ctx.body.published),
      hint = "核对 published；确实晚了的，请向上级主管部门说明",
      left = ctx.body.published,
      right = last,
    }
  end,
}
