// The tables that packs give and are given, for the manual and for editors. A test holds those of the host
// against what a check really sees.
#include "rules/api.h"

namespace nianbao {

namespace {

constexpr ApiField kCheck[] = {
    {"code", "string", "编号：本规则包的前缀、连字符、两位数字，如 \"LW-01\""},
    {"severity", "\"error\"|\"warning\"|\"note\"", "级别"},
    {"title", "string", "规则是什么，一句话"},
    {"basis?", "string", "依据哪一条"},
    {"run", "fun(ctx: nianbao.ctx, report: nianbao.report, state: table)",
     "检查；state 只在写了 records 时有用"},
    {"records?", "\"requests\"", "逐件读依申请公开台账"},
    {"each?", "fun(record: nianbao.record, state: table, report: nianbao.report)",
     "每一件计入本年度的申请调用一次，都在 run 之前；state 是这条检查自己的表，传给 run"},
};

constexpr ApiField kFinding[] = {
    {"message", "string", "错在哪里，一句话"},
    {"hint?", "string", "怎么办"},
    {"cell?", "string", "哪个数，如 \"table3.received.total\""},
    {"at?", "nianbao.place", "文件里的位置，如 record.place"},
    {"left?", "integer|string|nianbao.value", "两边比较的，左边的数"},
    {"right?", "integer|string|nianbao.value", "右边的数"},
    {"basis?", "string", "代替检查的 basis"},
    {"severity?", "\"error\"|\"warning\"|\"note\"", "代替检查的级别"},
    {"count?", "integer", "代表几处，默认 1"},
};

constexpr ApiField kSection[] = {
    {"id", "string", "哪一章，如 \"other\"；自己的章节用自己的名称"},
    {"after?", "string", "新的一章排在哪一章后面；不写排在最后"},
    {"run", "fun(doc: nianbao.doc, ctx: nianbao.ctx, base: fun(), state: table)",
     "写这一章；base() 写出被重写的那一章，只能一次；state 只在写了 records 时有用"},
    {"records?", "\"requests\"", "逐件读依申请公开台账"},
    {"each?", "fun(record: nianbao.record, state: table)", "每一件计入本年度的申请调用一次，都在 run 之前"},
};

constexpr ApiField kPhrase[] = {
    {"words", "string|string[]", "说法，两个字以上"},
    {"figure?", "string|string[]",
     "数的名称；几个的有一个对得上就算对；“甲 + 乙”“甲 - 乙”是相加、相减；.* 随申请人类型"},
    {"column?", "string|string[]", "代替 figure：申请人类型的说法"},
    {"units?", "string[]", "数后面的量词，空文字是没有量词"},
    {"needs?", "string[]", "那一段里要有的词"},
    {"goes_on?", "string", "一句里前面要先数过名称以此开头的数，如 \"table4.\""},
    {"whole?", "string|string[]", "分母：这个词是比率"},
    {"denies?", "boolean", "这个词不带数，说的是没有"},
};

constexpr ApiField kTighten[] = {
    {"rule", "string", "前面规则包的编号"},
    {"severity", "\"error\"|\"warning\"", "至少是这个级别"},
};

constexpr ApiField kException[] = {
    {"rule", "string", "前面规则包的编号"},
    {"cell?", "string",
     "对哪个数，照问题里的名称：一格、一行，或者一行、一类、一个单位后面加 .*。cell 和 unit 至少写一个"},
    {"unit?", "string", "对哪个单位"},
    {"reason", "string", "理由"},
    {"approver", "string", "谁批准"},
    {"expires", "string", "最后一日，如 \"2025-12-31\"；按落款日期判断"},
};

constexpr ApiField kDrop[] = {
    {"rule", "string", "前面规则包的编号"},
    {"reason", "string", "理由；不写是 M-05"},
    {"approver?", "string", "谁批准"},
};

constexpr ApiField kField[] = {
    {"ledger", "string", "哪本台账，如 \"requests\""},
    {"heading", "string", "本地的标题"},
    {"means?", "string", "对应的标准标题"},
    {"kind?", "\"date\"|\"number\"|\"yes_no\"", "另有的一列是日期、数，还是“是/否”"},
    {"words?", "string[]", "另有的一列可填的词"},
};

constexpr ApiField kTable[] = {
    {"name?", "string", "名称，报告里不重复"},
    {"caption?", "string", "表题"},
    {"note?", "string", "表下的小字"},
    {"columns", "nianbao.column[]", "各列"},
    {"rows", "(string|integer|nianbao.value)[][]", "各行；每行的格数与列数相同，空格写 blank"},
};

constexpr ApiField kColumn[] = {
    {"title", "string", "列的标题"},
    {"width?", "number", "相对的宽度，默认 1"},
    {"align?", "\"left\"|\"centre\"|\"right\"", "对齐；不写的数靠右，文字靠左"},
    {"merge?", "boolean", "上下相同的格合并"},
};

constexpr ApiField kContext[] = {
    {"mode", "\"build\"|\"verify\"", "编报告（含 check），还是核对已有的数据"},
    {"body", "nianbao.body?", "机关"},
    {"figures", "nianbao.figures?",
     "本年的数据，名称与 figures.json 相同；没有的部分是 nil；分组按序号或名称取，没有这一组是 nil"},
    {"previous", "nianbao.figures?", "上年的数据；旧格式的、只有三张表的，其他部分是 nil"},
    {"previous_file", "string", "上年数据的文件名"},
    {"carried_in", "table[]", "上年结转的申请：unit、id、place；有上年的清单时才有"},
    {"units", "table[]", "各单位自报的表：unit、place、table2、table3、table4"},
    {"by_unit", "nianbao.unit_figures[]", "各单位的表"},
    {"register", "nianbao.unit[]", "单位名录；没有名录时，是规则包的单位名单"},
    {"register_is_whole", "boolean", "register 是工作区自己的单位名录，不是规则包的单位名单"},
    {"tasks", "nianbao.task[]?", "任务台账"},
    {"task_day", "string?", "判断任务逾期的日期"},
    {"activities", "nianbao.activity[]?", "公开活动台账里本年的活动"},
    {"reviews", "nianbao.review[]?", "计入的复议诉讼案件"},
    {"conventions", "string[]", "统计口径"},
    {"exceptions", "string[]", "例外和不检查的规则"},
    {"claims", "nianbao.claim[]", "文字里的数"},
    {"texts", "table<nianbao.text_name, nianbao.text?>", "编写人的文字，按部分"},
    {"document", "nianbao.block[]?", "写成的报告；章节运行时还没有"},
    {"repeated", "table[]", "与上年相同的段落：section、file、row"},
    {"has_previous_text", "boolean", "有没有上年的文字可比"},
    {"explained", "table<string, boolean>",
     "哪张表为什么空白已经另有问题：table2、table3、table4、report、table2.项目"},
};

constexpr ApiField kFigures[] = {
    {"year", "integer", "报告年度"},
    {"issuer", "string", "机关名称"},
    {"body", "string", "机关类别"},
    {"level", "string", "层级"},
    {"scope", "string", "汇总 或 本机关"},
    {"locality", "string", "规则包"},
    {"table2", "table?", "表二，行和列见“行和列的键”"},
    {"table3", "table?", "表三"},
    {"table4", "table?", "表四"},
    {"requests", "nianbao.requests?", "依申请公开；没有逐件台账是 nil"},
    {"tasks", "nianbao.tasks?", "要点任务；没有任务台账是 nil"},
    {"activities", "nianbao.activities?", "公开活动；没有公开活动台账是 nil"},
};

constexpr ApiField kRequests[] = {
    {"received", "integer?", "有逐件台账的本年新收；没有按单位的分组是 nil"},
    {"answered", "integer", "本年办结"},
    {"open", "integer", "年末尚未办结"},
    {"processing_fee", "nianbao.value", "信息处理费，元；台账没有这一列是 blank"},
    {"in_time", "integer?", "按期办结；上年的数据里没有时效的，这一项和下面三项是 nil"},
    {"overdue", "integer?", "超期办结"},
    {"overdue_open", "integer?", "年末尚未办结且已超期"},
    {"days", "nianbao.days?", "办结的用时"},
    {"by_unit", "nianbao.request_group[]", "按受理单位；也按名称取，没有这一组是 nil"},
    {"by_month", "nianbao.request_group[]", "按月，如 \"2024-03\""},
    {"by_topic", "nianbao.request_group[]", "按事项类别"},
    {"by_channel", "nianbao.request_group[]", "按受理渠道"},
    {"by_applicant", "nianbao.request_group[]", "按申请人类型，表三的列"},
    {"by_outcome", "nianbao.request_group[]", "按办理结果，表三的行"},
    {"oldest_open", "nianbao.oldest_open[]", "年末尚未办结的申请里收到最早的，至多十件"},
    {"open_ids", "nianbao.open_id[]", "年末尚未办结的申请"},
};

constexpr ApiField kRequestGroup[] = {
    {"key", "string", "单位、月、类别等的名称"},
    {"received", "integer?", "本年新收；按办理结果的分组没有，是 nil"},
    {"closed", "integer", "本年办结，按期和超期之和"},
    {"in_time", "integer", "按期办结"},
    {"overdue", "integer", "超期办结"},
    {"days", "nianbao.days", "办结的用时"},
};

constexpr ApiField kDays[] = {
    {"count", "integer", "几件有用时"},
    {"median", "integer?", "中位数，工作日；没有办结的，这一项和下面四项是 nil"},
    {"p90", "integer?", "九成的申请不超过几个工作日"},
    {"min", "integer?", "最短"},
    {"max", "integer?", "最长"},
    {"mean", "nianbao.value?", "平均，两位小数"},
};

constexpr ApiField kOldestOpen[] = {
    {"unit", "string", "受理单位"},
    {"id", "string", "申请编号"},
    {"received", "string", "收到日期"},
    {"days", "integer", "已计工作日"},
    {"deadline", "string?", "期限到；等申请人补正、缴费的是 nil"},
    {"overdue", "boolean", "年末已经超期"},
};

constexpr ApiField kOpenId[] = {
    {"unit", "string", "受理单位"},
    {"id", "string", "申请编号"},
};

constexpr ApiField kTasks[] = {
    {"total", "integer", "任务数"},
    {"done", "integer", "已完成，缺日期的也在内"},
    {"in_time", "integer", "按期完成"},
    {"late", "integer", "逾期完成"},
    {"overdue", "integer", "未完成的里面已经逾期的"},
    {"running", "integer", "进行中"},
    {"not_started", "integer", "未开始"},
    {"standing", "integer", "长期坚持"},
    {"rate", "nianbao.value?", "完成率，百分数；没有要完成的任务是 nil"},
    {"by_area", "nianbao.task_group[]", "按一级任务；也按名称取，没有这一组是 nil"},
    {"by_lead", "nianbao.task_group[]", "按牵头部门"},
    {"by_unit", "nianbao.task_group[]", "按责任单位，几个单位的各算一次"},
    {"by_month", "nianbao.task_group[]", "按完成时限的月份"},
};

constexpr ApiField kTaskGroup[] = {
    {"key", "string", "名称"},           {"total", "integer", "任务数"},
    {"done", "integer", "已完成"},       {"in_time", "integer", "按期完成"},
    {"late", "integer", "逾期完成"},     {"overdue", "integer", "未完成的里面已经逾期的"},
    {"running", "integer", "进行中"},    {"not_started", "integer", "未开始"},
    {"standing", "integer", "长期坚持"}, {"rate", "nianbao.value?", "完成率；没有要完成的任务是 nil"},
};

constexpr ApiField kActivities[] = {
    {"planned", "integer", "计划在本年的"},
    {"held", "integer", "本年举办"},
    {"not_held", "integer", "计划在本年、年末还没有举办"},
    {"participants", "integer|nianbao.value", "举办的活动的参与人数；都没有填是 blank"},
    {"opinions", "integer|nianbao.value", "收集意见数"},
    {"adopted", "integer|nianbao.value", "采纳意见数"},
    {"published_feedback", "integer", "已反馈公开的活动"},
    {"adoption_rate", "nianbao.value?", "采纳率，百分数；说不出的是 nil"},
    {"by_class", "nianbao.activity_group[]", "按类别；也按名称取，没有这一组是 nil"},
    {"by_unit", "nianbao.activity_group[]", "按主办单位，几个单位的各算一次"},
    {"by_month", "nianbao.activity_group[]", "按月"},
};

constexpr ApiField kActivityGroup[] = {
    {"key", "string", "名称"},
    {"planned", "integer", "计划在本年的"},
    {"held", "integer", "本年举办"},
    {"not_held", "integer", "年末还没有举办"},
    {"participants", "integer|nianbao.value", "参与人数；都没有填是 blank"},
    {"opinions", "integer|nianbao.value", "收集意见数"},
    {"adopted", "integer|nianbao.value", "采纳意见数"},
    {"published_feedback", "integer", "已反馈公开的活动"},
    {"adoption_rate", "nianbao.value?", "采纳率；说不出的是 nil"},
};

constexpr ApiField kBody[] = {
    {"year", "integer", "报告年度"},
    {"issuer", "string", "机关名称"},
    {"body", "string", "机关类别"},
    {"level", "string", "层级"},
    {"scope", "string", "汇总 或 本机关"},
    {"locality", "string", "规则包"},
    {"date", "string?", "落款日期"},
    {"published", "string?", "公布日期"},
    {"contact", "table<string, string>", "address postcode phone fax email website"},
    {"corrections", "table[]", "上年更正：cell old_value new_value reason"},
};

constexpr ApiField kTask[] = {
    {"number", "string", "序号"},
    {"area", "string", "一级任务"},
    {"part", "string", "二级任务"},
    {"text", "string", "具体要求"},
    {"leads", "string[]", "牵头部门，各类单位已展开"},
    {"leads_text", "string", "牵头部门，台账的写法"},
    {"units", "string[]", "责任单位，各类单位已展开"},
    {"units_text", "string", "责任单位，台账的写法"},
    {"deadline_text", "string", "完成时限，台账的写法"},
    {"deadline", "string?", "最后一日"},
    {"status", "string", "状态"},
    {"verdict", "string", "判断：按期完成 逾期完成 已完成（缺日期） 逾期未完成 进行中 未开始 长期坚持"},
    {"done_on", "string?", "完成日期"},
    {"evidence", "string", "佐证"},
    {"remark", "string", "备注"},
};

constexpr ApiField kActivity[] = {
    {"name", "string", "活动名称"},
    {"class", "string", "类别"},
    {"units", "string[]", "主办单位，各类单位已展开"},
    {"units_text", "string", "主办单位，台账的写法"},
    {"planned", "string?", "计划日期"},
    {"planned_text", "string", "计划日期，不是一天的，台账的写法"},
    {"held", "string?", "举办日期"},
    {"ended", "string?", "结束日期"},
    {"form", "string", "形式"},
    {"interaction", "string", "互动环节"},
    {"participants", "integer|nianbao.value", "参与人数"},
    {"opinions", "integer|nianbao.value", "收集意见数"},
    {"adopted", "integer|nianbao.value", "采纳意见数"},
    {"feedback", "boolean?", "反馈公开"},
};

constexpr ApiField kReview[] = {
    {"id", "string", "案号"},
    {"unit", "string", "单位"},
    {"kind", "string", "表四的组：review litigation_direct litigation_after_review"},
    {"result", "string", "表四的列：upheld corrected other pending"},
    {"accepted", "string?", "受理日期"},
    {"closed", "string?", "结案日期"},
    {"reason", "string", "原因"},
};

constexpr ApiField kUnit[] = {
    {"name", "string", "单位名称"},     {"kind", "string", "类别"},           {"due", "boolean", "应报"},
    {"counted", "boolean", "计入汇总"}, {"zero_report", "boolean", "零报告"},
};

constexpr ApiField kUnitFigures[] = {
    {"unit", "string", "单位"},
    {"table2", "table?", "表二"},
    {"table3", "table?", "表三"},
    {"table4", "table?", "表四"},
};

constexpr ApiField kRecord[] = {
    {"id", "string", "申请编号"},
    {"unit", "string", "受理单位"},
    {"applicant", "string", "申请人类型，表三的列：natural_person …"},
    {"received", "string", "收到日期"},
    {"replied", "string?", "答复日期"},
    {"ended", "string?", "办结日期"},
    {"closed", "string?", "答复日期，没有的为办结日期"},
    {"outcome", "string?", "办理结果，表三的行：granted refused.third_party …"},
    {"channel", "string", "受理渠道"},
    {"topic", "string", "事项类别"},
    {"carried_in", "boolean", "上年结转"},
    {"carried_out", "boolean", "结转下年度"},
    {"correction_asked", "string?", "第一次补正告知"},
    {"correction_received", "string?", "第一次补正收到"},
    {"extended", "boolean", "是否延期"},
    {"extension_told", "string?", "延期告知日期"},
    {"agreed_deadline", "string?", "另定答复期限"},
    {"fee_asked", "string?", "收费通知日期"},
    {"fee_paid", "string?", "缴费日期"},
    {"extra", "table<string, string|integer|boolean|nil>", "field 声明的本地各列，按标题取"},
    {"place", "nianbao.place", "在台账里的位置"},
};

constexpr ApiField kSpan[] = {
    {"text", "string", "文字"},
    {"strong?", "boolean", "加粗"},
    {"emphasis?", "boolean", "强调"},
    {"link?", "string", "网址"},
};

constexpr ApiField kValue[] = {
    {"raw", "string", "台账里的原文；金额没有这一项"},
};

constexpr ApiField kClaim[] = {
    {"section", "nianbao.text_name", "在哪一部分的文字里"},
    {"file", "string", "文件"},
    {"row", "integer", "第几行"},
    {"kind", "\"count\"|\"share\"|\"growth\"|\"change\"|\"last_year\"|\"rate\"|\"denial\"",
     "是多少、占比、增幅、增减多少、上年是多少、比率、没有"},
    {"text", "string", "数，文字的写法"},
    {"words", "string", "说的是什么，文字的写法"},
    {"falls", "boolean", "下降、减少"},
    {"names_whole", "boolean", "占比写明了占什么的"},
    {"own_count", "string", "文字自己给的今年的数，没有是空文字"},
    {"own_before", "string", "文字自己给的上年的数，没有是空文字"},
    {"readings", "string[][]", "数的名称，有一种读法对得上就行；一种读法里的几个名称相加，名称前有“-”的减去"},
    {"wholes", "string[][]", "分母的名称"},
};

constexpr ApiField kForm[] = {
    {"table2_documents", "nianbao.name[]", "表二按件数列的项目：规章、行政规范性文件"},
    {"table2_counts", "nianbao.name[]", "它们的列：制发、废止、现行有效"},
    {"table2_items", "nianbao.name[]", "表二只有一个数的项目"},
    {"table3_rows", "nianbao.row[]", "表三的 25 行"},
    {"table3_rows_2019", "nianbao.row[]", "2019 年表式的行"},
    {"table3_groups", "nianbao.name[]", "表三（三）至（六）"},
    {"table3_columns", "nianbao.name[]", "六类申请人和总计"},
    {"table4_groups", "nianbao.name[]", "行政复议、两类行政诉讼"},
    {"table4_columns", "nianbao.name[]", "四种结果和总计"},
};

constexpr ApiField kName[] = {
    {"key", "string", "figures.json 里的键"},
    {"label", "string", "官方表上的名称"},
};

constexpr ApiField kRow[] = {
    {"key", "string", "figures.json 里的键，如 \"refused.third_party\""},
    {"label", "string", "官方表上的名称，如“4.保护第三方合法权益”"},
    {"brief", "string", "不带编号的名称"},
    {"path", "string", "编号，如“（三）4”"},
    {"is_outcome", "boolean", "是不是办理结果"},
};

constexpr ApiField kPlace[] = {
    {"file", "string", "文件"},  {"sheet", "string", "工作表"},     {"row", "integer", "行"},
    {"column", "integer", "列"}, {"heading", "string", "列的标题"}, {"unit", "string", "单位"},
};

constexpr ApiField kText[] = {
    {"file", "string", "文件"},
    {"blocks", "integer", "有几块"},
    {"characters", "integer", "字数，不计空白"},
    {"lines", "nianbao.line[]", "各行"},
    {"headings", "string[]", "各标题"},
};

constexpr ApiField kLine[] = {
    {"text", "string", "文字"},
    {"row", "integer", "第几行"},
    {"has_count", "boolean", "有没有带量词的数字"},
};

constexpr ApiField kBlock[] = {
    {"kind", "string", "heading paragraph item note attachment signature table chart page_break"},
    {"level", "integer", "标题的级别，其他为 0"},
    {"text", "string", "文字；表和图是题"},
    {"characters", "integer", "字数，不计空白"},
    {"row", "integer", "在编写人文字里的行，规则写的为 0"},
};

constexpr ApiObject kObjects[] = {
    {"nianbao.check", "check 的参数", kCheck},
    {"nianbao.finding", "report 的参数", kFinding},
    {"nianbao.section", "section 的参数", kSection},
    {"nianbao.phrase", "phrase 的参数", kPhrase},
    {"nianbao.span", "一段文字里的片段；不要样式的直接写文字", kSpan},
    {"nianbao.value", "空白、不适用、无效的值或金额：不能当数计算，先用 is_number 判断", kValue},
    {"nianbao.claim", "ctx.claims 的一项：文字里手写的一个数", kClaim},
    {"nianbao.form", "全局的 form：官方表的行和列，依次排列", kForm},
    {"nianbao.name", "form 里的一项", kName},
    {"nianbao.row", "form 里表三的一行", kRow},
    {"nianbao.tighten", "tighten 的参数", kTighten},
    {"nianbao.exception", "exception 的参数", kException},
    {"nianbao.drop", "drop 的参数", kDrop},
    {"nianbao.field", "field 的参数", kField},
    {"nianbao.table", "doc:table 的参数", kTable},
    {"nianbao.column", "表的一列", kColumn},
    {"nianbao.ctx", "检查和章节看到的一切，只读；写错的名称是错误，提示最接近的一个", kContext},
    {"nianbao.figures", "ctx.figures 和 ctx.previous", kFigures},
    {"nianbao.requests", "figures.requests：逐件台账的申请", kRequests},
    {"nianbao.request_group", "figures.requests.by_unit 等的一项，如 figures.requests.by_unit[1].closed",
     kRequestGroup},
    {"nianbao.days", "用时，工作日，如 figures.requests.days.median", kDays},
    {"nianbao.oldest_open", "figures.requests.oldest_open 的一项", kOldestOpen},
    {"nianbao.open_id", "figures.requests.open_ids 的一项", kOpenId},
    {"nianbao.tasks", "figures.tasks：要点任务", kTasks},
    {"nianbao.task_group", "figures.tasks.by_area 等的一项", kTaskGroup},
    {"nianbao.activities", "figures.activities：公开活动", kActivities},
    {"nianbao.activity_group", "figures.activities.by_class 等的一项", kActivityGroup},
    {"nianbao.body", "ctx.body", kBody},
    {"nianbao.task", "ctx.tasks 的一项；日期都是 \"2024-06-26\" 的样子，没有就是 nil", kTask},
    {"nianbao.activity", "ctx.activities 的一项", kActivity},
    {"nianbao.review", "ctx.reviews 的一项", kReview},
    {"nianbao.unit", "ctx.register 的一项", kUnit},
    {"nianbao.unit_figures", "ctx.by_unit 的一项", kUnitFigures},
    {"nianbao.record", "check 的 each 得到的一件申请", kRecord},
    {"nianbao.place", "文件里的位置", kPlace},
    {"nianbao.text", "ctx.texts 的一部分", kText},
    {"nianbao.line", "文字的一行", kLine},
    {"nianbao.block", "ctx.document 的一块", kBlock},
};

}  // namespace

std::span<const ApiObject> api_objects() {
  return kObjects;
}

}  // namespace nianbao
