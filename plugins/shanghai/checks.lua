-- 部门和街道办事处不是一级政府，报告不写工作考核、社会评议、责任追究结果。
local words = include "national/words.lua"

local NOT_GOVERNMENTS = { ["部门"] = true, ["街道办事处"] = true, ["政府办公室"] = true, ["开发区管委会"] = true }
local RESULTS = { -- 小标题或者句子里的说法
  { "工作考核", { "工作考核", "考核结果", "年度考核" } },
  { "社会评议", { "社会评议", "评议结果" } },
  { "责任追究结果", { "责任追究", "追究责任", "问责" } },
}

-- 第一部分说到的那几项结果。
local function spoken_of(ctx)
  local is_inside, list = false, {}
  for _, result in ipairs(RESULTS) do
    local found = false
    for _, block in ipairs(ctx.document) do
      if block.kind == "heading" and block.level == 1 then
        is_inside = string.find(block.text, "总体情况", 1, true) ~= nil
      elseif is_inside then
        found = found or words.has_any(block.text, result[2])
      end
    end
    if found then list[#list + 1] = result[1] end
  end
  return list
end

check {
  code = "SH-01", severity = "note", title = "部门、街道办事处的报告不写考核、评议、追究结果",
  basis = "《中华人民共和国政府信息公开条例》第五十条第一款第四项",
  run = function(ctx, report)
    if ctx.mode ~= "build" or not ctx.document or not ctx.body or not NOT_GOVERNMENTS[ctx.body.body] then return end
    local list = spoken_of(ctx)
    if #list == 0 then return end
    local text = ctx.texts.supervision or ctx.texts.overview
    report {
      at = text and { file = text.file } or nil,
      message = "第一部分写了" .. table.concat(list, "、") .. "，这是各级人民政府的报告才要求的内容",
      hint = "部门、街道办事处的报告可以不写；要写的，写本机关自己做了什么",
    }
  end,
}
