-- 文字里的说法指的是哪个数。数前面（或紧跟着的后面）有这些词，就同这个数核对；词和数之间只能隔着“申请”“共”“为”这类
-- 没有自己意思的字。figure 写几个的，有一个对得上就算对；“+”是几个数相加；“.*”是申请人类型，上下文没有说就是总计。
local CASES = { "件", "", "个", "宗", "起", "份", "件次" }
local TIMES = { "次", "场", "期", "场次" }
local DOCUMENTS = { "件", "个", "部", "份", "" }
local MONEY = { "元", "万元" }

local function cases(words, figure) phrase { words = words, figure = figure, units = CASES } end

-- 平常的动词：这一段里说到申请、信息公开，才当作说的是申请。
local ABOUT = { "申请", "信息公开" }
local function verbs(words, figure) phrase { words = words, figure = figure, units = CASES, needs = ABOUT } end

---- 收到和结转 ---------------------------------------------------------------------------------------------

verbs({ "新收", "本年新收", "新收到", "收到", "共收到", "受理", "共受理", "接收" }, "table3.received.*")
cases({ "上年结转", "上年度结转", "上年结转继续办理" }, "table3.carried_in.*")
cases({ "结转下年", "结转下年度", "转下年度", "转入下年", "结转下一年度", "结转下年度继续办理", "转下年度继续办理", "结转至下年度", "结转下一年度继续办理" }, "table3.carried_out.*")
verbs({ "办结", "已办结", "答复", "已答复", "按时答复", "办理完毕" }, "table3.total.*")
verbs({ "收办", "办理", "受理办理" }, { "table3.total.*", "table3.received.*", "table3.received.* + table3.carried_in.*" })

---- 办理结果 -----------------------------------------------------------------------------------------------

cases({ "予以公开", "同意公开", "全部公开", "主动予以公开" }, "table3.granted.*")
cases({ "部分公开", "部分予以公开" }, "table3.partial.*")

local function add_up(key)
  local names = {}
  for _, row in ipairs(form.table3_rows) do
    if string.find(row.key, "^" .. key .. "%.") then names[#names + 1] = "table3." .. row.key .. ".*" end
  end
  return table.concat(names, " + ")
end

cases({ "不予公开", "未予公开" }, add_up("refused"))
cases({ "无法提供" }, add_up("unavailable"))
cases({ "不予处理" }, add_up("not_processed"))
cases({ "其他处理" }, add_up("other"))
for _, row in ipairs(form.table3_rows) do
  if string.find(row.key, "%.") and #row.brief >= 12 then cases({ row.brief }, "table3." .. row.key .. ".*") end
end

---- 申请人 -------------------------------------------------------------------------------------------------

local function applicants(words, column) phrase { words = words, column = column, units = CASES } end

applicants({ "自然人" }, "natural_person")
applicants({ "商业企业" }, "enterprise")
applicants({ "科研机构" }, "research")
applicants({ "社会公益组织" }, "public_welfare")
applicants({ "法律服务机构" }, "legal_service")
applicants({ "法人或其他组织", "法人和其他组织", "法人及其他组织", "法人或者其他组织" },
  { "enterprise", "research", "public_welfare", "legal_service", "other" })

---- 复议诉讼 -----------------------------------------------------------------------------------------------

local LAWSUITS = "table4.litigation_direct.total + table4.litigation_after_review.total"
verbs({ "行政复议", "行政复议案件", "被申请行政复议", "复议案件", "备案复议", "复议" }, "table4.review.total")
verbs({ "行政诉讼", "行政诉讼案件", "被提起行政诉讼", "诉讼案件", "备案诉讼", "诉讼" }, LAWSUITS)
verbs({ "复议后起诉" }, "table4.litigation_after_review.total")
verbs({ "未经复议直接起诉", "直接起诉" }, "table4.litigation_direct.total")

---- 主动公开 -----------------------------------------------------------------------------------------------

local function documents(words, figure) phrase { words = words, figure = figure, units = DOCUMENTS } end

local function document_words(verbs, nouns)
  local words = {}
  for _, verb in ipairs(verbs) do
    for _, noun in ipairs(nouns) do words[#words + 1] = verb .. noun end
  end
  return words
end

local NORMATIVE = { "行政规范性文件", "规范性文件" }
documents(document_words({ "制发", "本年制发", "新制发", "制定", "出台", "印发", "发布" }, NORMATIVE), "table2.normative_document.issued")
documents(document_words({ "废止", "失效废止", "宣布失效" }, NORMATIVE), "table2.normative_document.repealed")
documents(document_words({ "现行有效", "现行有效的" }, NORMATIVE), "table2.normative_document.valid")
documents({ "规范性文件现行有效" }, "table2.normative_document.valid")
documents(document_words({ "制发", "制定", "出台", "发布" }, { "规章" }), "table2.regulation.issued")
documents(document_words({ "废止" }, { "规章" }), "table2.regulation.repealed")
documents(document_words({ "现行有效", "现行有效的" }, { "规章" }), "table2.regulation.valid")
cases({ "行政许可决定", "行政许可处理决定", "作出行政许可" }, "table2.licence")
cases({ "行政处罚决定", "行政处罚处理决定", "作出行政处罚" }, "table2.penalty")
cases({ "行政强制决定", "行政强制处理决定", "作出行政强制" }, "table2.compulsion")
phrase { words = { "行政事业性收费", "行政事业性收费金额" }, figure = "table2.administrative_charge", units = { "万元" } }

---- 信息处理费、时效、活动 -----------------------------------------------------------------------------------

phrase { words = { "信息处理费", "收取信息处理费", "信息处理费金额" }, figure = "requests.processing_fee", units = MONEY }
phrase {
  words = {
    "未收取信息处理费", "没有收取信息处理费", "未收取任何信息处理费", "未收取过信息处理费", "未发生信息处理费", "未产生信息处理费",
    "未收取政府信息公开信息处理费",
  },
  figure = "requests.processing_fee", denies = true,
}
phrase {
  words = { "未收费", "没有收费", "未收取费用", "未收取任何费用", "没有收取费用", "没有收取任何费用" },
  figure = "requests.processing_fee", denies = true, needs = { "信息处理费" },
}
verbs({ "按期办结", "按时办结", "在法定期限内办结" }, "requests.in_time")
verbs({ "超期办结", "逾期办结", "逾期答复" }, "requests.overdue")
phrase { words = { "政府开放活动", "政府开放日活动", "政府开放月活动", "开放活动" }, figure = "activities.by_class.政府开放活动.held", units = TIMES }
phrase { words = { "政务公开培训", "政务公开培训班" }, figure = "activities.by_class.培训.held", units = TIMES }
phrase { words = { "听取政务公开工作汇报", "听取汇报" }, figure = "activities.by_class.听取汇报.held", units = TIMES }
phrase { words = { "政策评价" }, figure = "activities.by_class.政策评价.held", units = TIMES }

---- 比率 -------------------------------------------------------------------------------------------------
-- whole 是分母，与 figure 一一对应。满意率、公开率、办结率没有定说，不写在这里。

phrase {
  words = { "按期办结率", "按时办结率", "按期答复率", "按时答复率" },
  figure = "requests.in_time", whole = "requests.answered", needs = ABOUT,
}
-- 长期坚持的不算在内；有的算作总数，有的算作完成，都不算错。
phrase {
  words = { "要点任务完成率", "工作要点任务完成率", "政务公开工作要点任务完成率", "政务公开要点任务完成率", "政务公开工作要点完成率" },
  figure = { "tasks.done", "tasks.done", "tasks.done + tasks.standing" },
  whole = { "tasks.total - tasks.standing", "tasks.total", "tasks.total" },
}
