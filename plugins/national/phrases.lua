-- 文字里的说法指的是哪个数。数前面（或紧跟着的后面）有这些词，就同这个数核对；词和数之间只能隔着“申请”“共”“为”这类
-- 没有自己意思的字，从这一小句的开头到词之间只能有“全年”“我区”“其中”这类说全年、全部的字：“延期答复”“某局收到”不核对。
-- figure 写几个的，有一个对得上就算对；“+”是几个数相加；“.*”是申请人类型，上下文没有说就是总计。
local CASES = { "件", "", "个", "宗", "起", "份", "件次", "例" }
local TIMES = { "次", "场", "期", "场次" }
local DOCUMENTS = { "件", "个", "部", "份", "" }
local MONEY = { "元", "万元", "亿元" }
local FEES = { "元", "万元", "" }

local function cases(words, figure) phrase { words = words, figure = figure, units = CASES } end

-- 平常的动词：这一段里说到申请、信息公开，才当作说的是申请。
local ABOUT = { "申请", "信息公开" }
local function verbs(words, figure) phrase { words = words, figure = figure, units = CASES, needs = ABOUT } end

-- 每个前面的词同每个后面的词连起来。
local function joined(first, second)
  local words = {}
  for _, head in ipairs(first) do
    for _, tail in ipairs(second) do words[#words + 1] = head .. tail end
  end
  return words
end

-- 说没有：“未收取信息处理费”。
local function denials(first, second, figure, needs)
  phrase { words = joined(first, second), figure = figure, denies = true, needs = needs or {} }
end

---- 收到和结转 ---------------------------------------------------------------------------------------------

local CAME_IN = "table3.received.*"
local BOTH = "table3.received.* + table3.carried_in.*"
verbs({ "新收", "本年新收", "当年新收", "新收到", "收到", "共收到", "受理", "共受理", "接收" }, CAME_IN)
verbs({ "申请量", "申请总量" }, { CAME_IN, BOTH })
cases({ "上年结转", "上年度结转", "上年结转继续办理" }, "table3.carried_in.*")
cases({
  "结转下年", "结转下年度", "转下年度", "转入下年", "结转下一年度", "转下一年度", "结转下年度继续办理", "转下年度继续办理",
  "结转至下年度", "结转下年度办理", "结转下一年度继续办理", "转下一年度继续办理", "转下年度办理",
}, "table3.carried_out.*")
verbs({ "办结", "答复", "办理完毕" }, "table3.total.*")
-- “收到388件，已办结363件”：也可以说的是新收的里面办结了多少。
verbs({ "已办结", "已答复" }, { "table3.total.*", "table3.received.* - table3.carried_out.*" })
verbs({ "收办", "办理", "受理办理" }, { "table3.total.*", CAME_IN, BOTH })
denials({ "未收到", "没有收到", "未新收" }, { "政府信息公开申请", "依申请公开申请", "信息公开申请" }, "table3.received.total")
denials({ "无", "没有" }, { "结转下年度办理的申请", "结转下年度的申请", "结转下年度申请", "结转下年度继续办理的申请" }, "table3.carried_out.total")

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

-- 细目的全称；“属于国家秘密”“保护第三方合法权益”也说成“国家秘密”“第三方合法权益”，说到申请才认。
local LONG_ENOUGH = 12
for _, row in ipairs(form.table3_rows) do
  local figure = "table3." .. row.key .. ".*"
  if string.find(row.key, "%.") and #row.brief >= LONG_ENOUGH then cases({ row.brief }, figure) end
  local short = string.match(row.brief, "^属于(.+)$") or string.match(row.brief, "^保护(.+)$")
  if short and #short >= LONG_ENOUGH then verbs({ short }, figure) end
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

local REVIEWS = "table4.review."
local LAWSUITS = "table4.litigation_direct.total + table4.litigation_after_review.total"
verbs({ "行政复议", "行政复议案件", "被申请行政复议", "复议案件", "备案复议", "复议" }, REVIEWS .. "total")
verbs({ "行政诉讼", "行政诉讼案件", "被提起行政诉讼", "诉讼案件", "备案诉讼", "诉讼" }, LAWSUITS)
verbs({ "复议后起诉" }, "table4.litigation_after_review.total")
verbs({ "未经复议直接起诉", "直接起诉" }, "table4.litigation_direct.total")

-- 一句里前面数过复议、诉讼的才认：“行政复议8件，其中结果维持4件”；都说“维持”，有一组对得上就算对。
local function results(words, column)
  phrase { words = words, units = CASES, goes_on = "table4.", figure = {
    REVIEWS .. column, "table4.litigation_direct." .. column, "table4.litigation_after_review." .. column,
    "table4.litigation_direct." .. column .. " + table4.litigation_after_review." .. column,
  } }
end
results({ "结果维持", "维持" }, "upheld")
results({ "结果纠正", "纠正" }, "corrected")
results({ "其他结果" }, "other")
results({ "尚未审结" }, "pending")

local NEVER = { "未发生", "没有发生", "未产生", "无" }
local OVER = { "", "政府信息公开", "信息公开", "因政府信息公开引起的", "因信息公开引起的", "因政府信息公开引发的", "涉及政府信息公开的" }
denials(NEVER, joined(OVER, { "行政复议", "行政复议案件" }), REVIEWS .. "total", ABOUT)
denials(NEVER, joined(OVER, { "行政诉讼", "行政诉讼案件" }), LAWSUITS, ABOUT)

---- 主动公开 -----------------------------------------------------------------------------------------------

local function documents(words, figure) phrase { words = words, figure = figure, units = DOCUMENTS } end

local NORMATIVE = { "行政规范性文件", "规范性文件" }
local ISSUE = { "制发", "本年制发", "新制发", "制定", "出台", "制定出台", "印发", "发布" }
documents(joined(ISSUE, NORMATIVE), "table2.normative_document.issued")
documents(joined({ "废止", "失效废止", "宣布失效" }, NORMATIVE), "table2.normative_document.repealed")
documents(joined({ "现行有效", "现行有效的" }, NORMATIVE), "table2.normative_document.valid")
documents({ "规范性文件现行有效" }, "table2.normative_document.valid")
documents(joined({ "制发", "制定", "出台", "发布" }, { "规章" }), "table2.regulation.issued")
documents(joined({ "废止" }, { "规章" }), "table2.regulation.repealed")
documents(joined({ "现行有效", "现行有效的" }, { "规章" }), "table2.regulation.valid")
-- “制发规范性文件6件，废止3件，现行有效41件”：规章也这样说，有一种对得上就算对。
local function shorter(words, column)
  phrase {
    words = words, units = DOCUMENTS, goes_on = "table2.",
    figure = { "table2.normative_document." .. column, "table2.regulation." .. column },
  }
end
shorter({ "废止", "失效废止" }, "repealed")
shorter({ "现行有效" }, "valid")

cases({ "行政许可", "办理行政许可", "行政许可决定", "行政许可处理决定", "作出行政许可", "作出行政许可决定", "作出行政许可处理决定" }, "table2.licence")
cases({ "行政处罚", "行政处罚决定", "行政处罚处理决定", "作出行政处罚", "作出行政处罚决定", "作出行政处罚处理决定" }, "table2.penalty")
cases({ "行政强制", "行政强制决定", "行政强制处理决定", "作出行政强制", "作出行政强制决定", "作出行政强制处理决定" }, "table2.compulsion")
denials({ "未作出", "没有作出" }, { "行政许可决定" }, "table2.licence")
denials({ "未作出", "没有作出" }, { "行政处罚决定" }, "table2.penalty")
denials({ "未作出", "没有作出", "未实施", "没有实施" }, { "行政强制决定", "行政强制" }, "table2.compulsion")
phrase { words = { "行政事业性收费", "行政事业性收费金额" }, figure = "table2.administrative_charge", units = MONEY }

---- 信息处理费、时效、活动 -----------------------------------------------------------------------------------

local FEE = "requests.processing_fee"
phrase {
  words = {
    "信息处理费", "收取信息处理费", "信息处理费金额", "信息处理费收取金额", "信息处理费收取总金额", "信息处理费共收取",
  },
  figure = FEE, units = FEES,
}
local NOT_TAKEN = { "未收取", "没有收取", "未收取任何", "未收取过", "未向申请人收取", "不收取", "未发生", "未产生" }
denials(NOT_TAKEN, { "信息处理费", "依申请公开信息处理费", "政府信息公开信息处理费" }, FEE)
phrase { words = { "信息处理费：无", "信息处理费为零" }, figure = FEE, denies = true }
phrase {
  words = { "未收费", "没有收费", "未收取费用", "未收取任何费用", "没有收取费用", "没有收取任何费用" },
  figure = FEE, denies = true, needs = { "信息处理费" },
}
verbs({
  "按期办结", "按时办结", "在法定期限内办结", "在规定期限内办结", "按期答复", "按时答复", "在法定期限内答复", "在规定期限内答复",
}, "requests.in_time")
verbs({ "超期办结", "逾期办结", "逾期答复", "超期答复" }, "requests.overdue")

local function activities(words, class)
  phrase { words = words, figure = "activities.by_class." .. class .. ".held", units = TIMES }
end
activities({ "政府开放活动", "政府开放日活动", "政府开放月活动", "开放活动", "“政府开放日”活动", "“政府开放月”活动" }, "政府开放活动")
activities({ "政务公开培训", "政务公开培训班" }, "培训")
activities({ "听取政务公开工作汇报", "听取汇报" }, "听取汇报")
activities({ "政策评价" }, "政策评价")
activities({ "意见征集" }, "意见征集")
activities({ "暗访检查" }, "暗访检查")
phrase {
  words = { "要点任务", "工作要点任务", "政务公开要点任务", "政务公开工作要点任务" },
  figure = { "tasks.total", "tasks.total - tasks.standing" }, units = { "项", "条" },
}

phrase {
  words = { "已完成", "完成" }, figure = { "tasks.done", "tasks.done + tasks.standing" }, units = { "项", "条" }, goes_on = "tasks.",
}
phrase {
  words = { "累计培训", "共培训", "培训" }, figure = "activities.by_class.培训.participants", units = { "人次", "人" },
  goes_on = "activities.by_class.培训.",
}

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
