-- 第3点的五个环节：接收、登记、答复、邮寄、办结。邮寄看答复怎样送达，不看申请从哪个渠道来。
return include("national/steps.lua").of {
  { name = "接收", day = function(record) return record.received end },
  { name = "登记", column = "登记日期" },
  -- 不经答复而结束的（如逾期不补正、自愿撤回）没有答复。
  { name = "答复", day = function(record) return record.replied end,
    applies = function(record) return record.replied ~= nil or record.ended == nil end },
  { name = "邮寄", column = "邮寄日期", decided_by = "送达方式",
    applies = function(record) return record.replied ~= nil and record.extra["送达方式"] == "邮寄" end },
  { name = "办结", day = function(record) return record.ended end },
}
