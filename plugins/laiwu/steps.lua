-- （五）的工作流程：受理、登记、审核、办理、协查、答复、归档。受理和答复是标准栏目，其余见 fields.lua。
local function is_replied(record) return record.replied ~= nil or record.ended == nil end

return include("national/steps.lua").of {
  { name = "受理", day = function(record) return record.received end },
  { name = "登记", column = "登记日期" },
  { name = "审核", column = "审核日期" },
  -- 不经答复而结束的（如逾期不补正、自愿撤回）不一定交办，也没有答复。
  { name = "办理", column = "办理日期", applies = is_replied },
  { name = "协查", column = "协查日期", decided_by = "是否协查", applies = function(record) return record.extra["是否协查"] == true end },
  { name = "答复", day = function(record) return record.replied end, applies = is_replied },
  { name = "归档", column = "归档日期" },
}
