-- 报告：在全国写法上增加自己的话和附件。重写已有的一章用同一个 id，其中 base() 写出原来的那一章。
convention "培训：按公开活动台账的“培训”一类统计，按举办日期计入本年度。"

local function trainings(ctx)
  local list = {}
  for _, activity in ipairs(ctx.activities or {}) do
    if activity.class == "培训" and activity.held then list[#list + 1] = activity end
  end
  return list
end

-- 第六部分后面的一句话。
section {
  id = "other.training", after = "other",
  run = function(doc, ctx)
    local list = trainings(ctx)
    if #list > 0 then doc:paragraph("本年度举办政务公开培训" .. n(#list) .. "次。") end
  end,
}

-- 附件：附件说明里加一项，再按它的编号另起一页。
local ANNEX = "政务公开培训情况"

section {
  id = "annex_list.training", after = "annex_list",
  run = function(doc, ctx)
    if #trainings(ctx) > 0 then doc:attachments { ANNEX } end
  end,
}

section {
  id = "annex.training", after = "annex.methods",
  run = function(doc, ctx)
    local rows = {}
    for i, activity in ipairs(trainings(ctx)) do
      rows[i] = { i, activity.name, list(activity.units, nil, ""), date(activity.held), activity.participants }
    end
    if #rows == 0 or not doc:annex(ANNEX) then return end
    doc:table {
      name = "annex_training", rows = rows,
      columns = {
        { title = "序号", width = 1, align = "centre" }, { title = "名称", width = 5 }, { title = "主办单位", width = 4 },
        { title = "日期", width = 3, align = "centre" }, { title = "人次", width = 1.5 },
      },
    }
  end,
}
