-- 工作方案里能从台账数出来的要求。
local points = include "points.lua"
local asks = include("national/asks.lua").of(points)
local cases = include "cases.lua"

asks.each_unit {
  code = "ZB-01", title = "年内至少组织一次专门业务培训", item = "三、（二）", class = "培训", what = "组织政务公开业务培训",
}
-- “定期”没有写次数：一次也没有的才提示。
asks.each_unit {
  code = "ZB-02", severity = "note", title = "定期听取政务公开工作汇报", item = "三、（一）", class = "听取汇报",
  what = "听取政务公开工作汇报",
}

---- 二、（四）：复议诉讼分析和暗访检查 ------------------------------------------------------------------------

asks.check({ code = "ZB-03", title = "分析败诉案件，掌握成案及败诉原因", item = "二、（四）" }, function(ctx, report)
  local ids, lost = {}, cases.lost(ctx)
  for _, review in ipairs(lost) do
    if review.reason == "" then ids[#ids + 1] = review.id end
  end
  if #ids == 0 then return end
  report {
    cell = "table4", message = string.format("被纠正或者败诉的案件 %d 件，其中 %d 件没有写原因：%s", #lost, #ids, asks.named(ids)),
    hint = "在复议诉讼台账的“原因”一列写明，不写当事人姓名", left = #lost - #ids, right = #lost, count = #ids,
  }
end)

-- 对各部门单位的检查由管委会（办公室）组织：部门、街道、镇自己的报告不问。
asks.once {
  code = "ZB-04", bodies = { ["开发区管委会"] = true, ["政府办公室"] = true }, title = "开展依申请公开工作暗访检查", item = "二、（四）", class = "暗访检查", what = "依申请公开暗访检查",
}

---- 附件2：政府开放活动计划 -----------------------------------------------------------------------------------

asks.check({ code = "ZB-05", severity = "note", title = "政府开放活动按报送的计划举办", item = "附件2" }, function(ctx, report)
  local names = {}
  for _, activity in ipairs(asks.activities(ctx)) do
    if activity.class == "政府开放活动" then
      local is_held = asks.is_held(ctx, activity)
      if activity.planned and not is_held then names[#names + 1] = asks.quoted(activity.name) .. "（没有举办）" end
      if is_held and not activity.planned then names[#names + 1] = asks.quoted(activity.name) .. "（不在计划内）" end
    end
  end
  if #names == 0 then return end
  report {
    cell = "activities.by_class.政府开放活动",
    message = string.format("%d 次政府开放活动与报送的计划不一致：%s", #names, asks.named(names)),
    hint = "核对计划日期和举办日期；没有举办的在第五部分说明", count = #names,
  }
end, { "activities" })

---- 任务和目录 ---------------------------------------------------------------------------------------------

asks.all_tasks { code = "ZB-06", title = "形成工作配档表，落实情况纳入年度报告", item = "三、（四）", table_name = "方案" }

asks.check({ code = "ZB-07", title = "编制主动公开事项目录", item = "二、（五）", tasks = { points.CATALOGUE } }, function(ctx, report)
  local task = asks.find_task(ctx, points.CATALOGUE)
  if not task or task.done_on then return end
  report {
    cell = "tasks", message = string.format("%s%s，没有完成日期", asks.quoted(task.text), task.verdict),
    hint = "目录公布以后填完成日期；年内没有编成的在第五部分说明",
  }
end, { "tasks" })

asks.published {
  code = "ZB-08", title = "政策评价结果和运用情况向社会公开", item = "二、（三）", results = { ["政策评价"] = true },
  what = "政策评价没有公开结果和运用情况",
}

asks.unchecked "ZB-09"
