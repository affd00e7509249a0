-- X、N：编写人的文字。
local facts = include "facts.lua"

local placeholders = include "placeholders.lua"

check {
  code = "X-05",
  severity = "error",
  title = "文字里留有占位符",
  basis = "年度报告应完整",
  run = function(ctx, report)
    for _, section in ipairs(facts.sections) do
      local text = ctx.texts[section.id]
      for _, line in ipairs(text and text.lines or {}) do
        for _, found in ipairs(placeholders.find(line.text)) do
          report {
            at = { file = text.file, row = line.row },
            message = "“" .. section.title .. "”的文字里留有占位符“" .. found.mark .. "”",
            hint = found.hint or "换成实际内容，或删去这一句",
          }
        end
      end
    end
  end,
}

local PARTS = { disclosure = true, requests = true, management = true, platforms = true, supervision = true }

check {
  code = "N-26",
  severity = "warning",
  title = "一个方面写了两处，只印一处",
  basis = "年度报告的小标题不重复",
  run = function(ctx, report)
    for _, section in ipairs(facts.sections) do
      local text = PARTS[section.id] and ctx.texts[section.id]
      if text and text.blocks > 0 and facts.is_in_overview(ctx, section) then
        report {
          at = { file = text.file },
          message = "“总体情况”的文字（" .. ctx.texts.overview.file .. "）里已有“" .. section.title .. "”的小标题，这个文件没有印进报告",
          hint = "请把两处并成一处：删去那边的小标题和文字，或者删去这个文件",
        }
      end
    end
  end,
}

check {
  code = "N-06",
  severity = "note",
  title = "这一部分没有可写的内容",
  basis = "《中华人民共和国政府信息公开条例》第五十条",
  run = function(ctx, report)
    if ctx.mode ~= "build" then return end -- 核对已有的数时没有文字可看
    for _, section in ipairs(facts.sections) do
      if section.sentences and facts.has_nothing(ctx, section) then
        local asked = section.id == "supervision" and ctx.body and facts.is_government(ctx.body)
          and "；各级政府的报告还应当写工作考核、社会评议、责任追究结果" or ""
        report {
          severity = section.id == "problems" and "warning" or nil, -- 第五十条要求有的一部分，一句“未登记”不算写了
          message = "“" .. section.title .. "”没有编写人的文字，也没有可用的数据，报告里只写一句平实的说明" .. asked,
          hint = "在 report.toml 的 [text] 用 " .. section.id .. " 指定一个 Markdown 文件",
        }
      end
    end
  end,
}
