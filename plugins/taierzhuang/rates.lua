-- 纠错率、败诉率：表四的结果纠正除以已审结的件数，是本程序的口径。没有审结的就没有比率，不是 0。
local rates = {}

local function rate(groups)
  local corrected, total, pending = {}, {}, {}
  for i, group in ipairs(groups) do
    corrected[i], total[i], pending[i] = group.corrected, group.total, group.pending
    if not is_number(group.corrected) or not is_number(group.total) or not is_number(group.pending) then return nil end
  end
  local decided = sum(total) - sum(pending)
  if decided <= 0 then return nil end
  return { corrected = sum(corrected), decided = decided }
end

-- 一年的表四得出的两个比率；哪一个算不出来，哪一个就没有。
function rates.of(figures)
  local table4 = figures and figures.table4
  if not table4 then return {} end
  return { review = rate { table4.review }, litigation = rate { table4.litigation_direct, table4.litigation_after_review } }
end

-- 比上年高；有一年没有就不比。
function rates.is_higher(now, before)
  return now ~= nil and before ~= nil and now.corrected * before.decided > before.corrected * now.decided
end

return rates
