-- 第3点的五个环节：申请有没有这个环节，台账里的日期。只看本年办结的。
return {
  { name = "接收", applies = function() return true end, day = function(record) return record.received end },
  { name = "登记", applies = function() return true end, day = function(record) return record.extra["登记日期"] end },
  -- 不经答复而结束的（如逾期不补正、自愿撤回）没有答复。
  { name = "答复", applies = function(record) return record.replied ~= nil or record.ended == nil end,
    day = function(record) return record.replied end },
  { name = "邮寄", applies = function(record) return record.channel == "邮寄" and record.replied ~= nil end,
    day = function(record) return record.extra["邮寄日期"] end },
  { name = "办结", applies = function() return true end, day = function(record) return record.ended end },
}
