-- 实施方案里能从台账和报告数出来的要求。
local points = include "points.lua"
local asks = include("national/asks.lua").of(points)
local rates = include "rates.lua"
local words = include "national/words.lua"

asks.each_unit {
  code = "TZ-01", title = "主要负责同志每年至少听取一次政务公开工作汇报", item = "（十四）1", class = "听取汇报",
  what = "听取政务公开工作汇报",
}
asks.each_unit {
  code = "TZ-02", title = "年内组织政务公开通识培训不少于一次", item = "（十四）2", class = "培训", what = "组织政务公开培训",
}

---- （十）4：政府开放活动 ------------------------------------------------------------------------------------

local TALKING = { "答疑", "座谈", "问卷" }

local function is_talking(activity) return words.has_any(activity.interaction, TALKING) end

asks.check({ code = "TZ-03", title = "政府开放活动设置答疑、座谈或问卷调查环节", item = "（十）4" }, function(ctx, report, who)
  local held, silent = 0, {}
  for _, activity in ipairs(asks.activities(ctx)) do
    if activity.class == "政府开放活动" and asks.is_held(ctx, activity) then
      held = held + 1
      if not is_talking(activity) then silent[#silent + 1] = asks.quoted(activity.name) end
    end
  end
  local place = "activities.by_class.政府开放活动"
  if held == 0 and who == "own" then return end -- 没有写每个单位一年几次
  if held == 0 then
    return report { cell = place, message = "本年没有政府开放活动的记录", hint = "已经办了的补进公开活动台账；没有办的在第五部分说明" }
  end
  if #silent == 0 then return end
  report {
    cell = place,
    message = string.format("%d 次政府开放活动没有%s环节（共 %d 次）：%s", #silent, table.concat(TALKING, "、"), held,
      asks.named(silent)),
    hint = "有这个环节的在“互动环节”一列写明；没有的在第五部分说明", count = #silent,
  }
end, { "activities" })

asks.published {
  code = "TZ-04", title = "开放活动和征集意见的吸收采纳情况公开", item = "（七）2、（十）4",
  opinions = { ["政府开放活动"] = true, ["意见征集"] = true }, what = "活动收集了意见，没有公开采纳情况",
}

---- （十一）4：降低败诉率、纠错率 -----------------------------------------------------------------------------

local RATES = {
  { key = "review", title = "行政复议纠错率", cell = "table4.review.corrected" },
  { key = "litigation", title = "行政诉讼败诉率", cell = "table4.litigation_direct.corrected" },
}

asks.check({ code = "TZ-05", title = "有效降低败诉率、纠错率", item = "（十一）4" }, function(ctx, report)
  local now, before = rates.of(ctx.figures), rates.of(ctx.previous)
  for _, rate in ipairs(RATES) do
    local this, last = now[rate.key], before[rate.key]
    if rates.is_higher(this, last) then
      local left, right = share(this.corrected, this.decided), share(last.corrected, last.decided)
      report {
        cell = rate.cell, message = string.format("%s %s，比上年的 %s 高", rate.title, left, right),
        hint = "在第五部分写明原因和改进的办法", left = left, right = right,
      }
    end
  end
end)

---- 写明期限的小项 -------------------------------------------------------------------------------------------

-- 标准目录、“回头看”6月底，台账印发30日内，公共企事业单位专栏9月底，规范性文件、惠农补贴年底。
asks.in_time {
  code = "TZ-06", title = "写明期限的小项按期完成", item = "（六）2、（八）1、（十三）1和3、（十六）2和3",
  tasks = points.DATED,
}
asks.all_tasks { code = "TZ-07", title = "要点落实情况纳入年度报告", item = "（十六）4", table_name = "实施方案" }

---- （十二）2：丰富年度报告解读形式 ---------------------------------------------------------------------------

local REPORT, EXPLAINED = { "年度报告", "年报" }, { "解读", "图解", "图示", "视频" }

-- 有一段文字同时说到年度报告和怎样解读。
local function tells_of_explaining(ctx)
  for _, id in ipairs { "overview", "disclosure", "management", "platforms", "supervision", "problems", "other" } do
    for _, line in ipairs(ctx.texts[id] and ctx.texts[id].lines or {}) do
      if words.has_any(line.text, REPORT) and words.has_any(line.text, EXPLAINED) then return true end
    end
  end
  return false
end

asks.check({ code = "TZ-08", severity = "note", title = "丰富年度报告发布及解读形式", item = "（十二）2" }, function(ctx, report)
  if tells_of_explaining(ctx) then return end
  report {
    message = "文字里没有说年度报告怎样解读", hint = "另附一页图解或者用其他形式解读年度报告的，在平台建设或者第六部分写一句",
  }
end)

asks.unchecked "TZ-09"
