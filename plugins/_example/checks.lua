-- 检查：一条要求一个 check。数得出来的才写；没有这部分数据（nil）就不说话。
local DOCUMENT = "《2024年示例县政务公开工作要点》" -- 依据的文件，印在每个问题的“依据”里
local LEAST_TRAININGS = 1

check {
  code = "EX-01", severity = "warning", title = "每年至少组织一次政务公开培训", basis = DOCUMENT,
  run = function(ctx, report)
    -- 没有公开活动台账就不说话。verify 只用全国的规则，不运行本地的检查。
    if not ctx.activities then return end
    local held = 0
    for _, activity in ipairs(ctx.activities) do
      if activity.class == "培训" and activity.held then held = held + 1 end
    end
    if held >= LEAST_TRAININGS then return end
    report {
      cell = "activities.by_class.培训",                       -- 哪个数
      message = "本年没有举办政务公开培训的记录",               -- 错在哪里，一句话
      hint = "已经办了的补进公开活动台账；没有办的在第五部分说明", -- 怎么办
      left = held, right = LEAST_TRAININGS,                    -- 台账的数，应有的数
    }
  end,
}

-- 前面规则包的规则可以加严；个别情况可以有例外，写明理由、批准和到期日，会印在报告的统计口径里。例如：
-- tighten { rule = "D-01", severity = "error" }
-- exception {
--   rule = "T2-02", cell = "table2.normative_document.valid", reason = "目录正在清理",
--   approver = "示例县人民政府办公室", expires = "2027-12-31",
-- }
