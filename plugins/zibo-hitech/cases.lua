-- 纠错、败诉的案件：行政复议被纠正的，行政诉讼被判纠正的；按原因分。台账没有写原因的单列。
local cases = {}

cases.NO_REASON = "（未填）"

function cases.lost(ctx)
  local list = {}
  for _, review in ipairs(ctx.reviews or {}) do
    if review.result == "corrected" then list[#list + 1] = review end
  end
  return list
end

-- 原因 -> 复议、诉讼各几件，件数多的在前，没有写原因的在最后。
function cases.by_reason(lost)
  local groups, list = {}, {}
  for _, review in ipairs(lost) do
    local reason = review.reason == "" and cases.NO_REASON or (string.gsub(review.reason, "%s*[\r\n]%s*", ""))
    if not groups[reason] then
      groups[reason] = { reason = reason, reviews = 0, lawsuits = 0, order = #list }
      list[#list + 1] = groups[reason]
    end
    local kind = review.kind == "review" and "reviews" or "lawsuits"
    groups[reason][kind] = groups[reason][kind] + 1
  end
  table.sort(list, function(a, b)
    if (a.reason == cases.NO_REASON) ~= (b.reason == cases.NO_REASON) then return b.reason == cases.NO_REASON end
    local x, y = a.reviews + a.lawsuits, b.reviews + b.lawsuits
    return x > y or x == y and a.order < b.order
  end)
  return list
end

return cases
