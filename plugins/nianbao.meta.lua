---@meta
-- 由 scripts/api 从程序里的声明生成，不要手改。

---@alias nianbao.report fun(finding: nianbao.finding)
---@alias nianbao.content string|(string|nianbao.span)[]
---@alias nianbao.text_name "overview"|"disclosure"|"requests"|"management"|"platforms"|"supervision"|"problems"|"other"

---@type nianbao.value
blank = nil
---@type nianbao.value
not_applicable = nil
---@type nianbao.form
form = nil

---check 的参数
---@class nianbao.check
---@field code string 编号：本规则包的前缀、连字符、两位数字，如 "LW-01"
---@field severity "error"|"warning"|"note" 级别
---@field title string 规则是什么，一句话
---@field basis? string 依据哪一条
---@field run fun(ctx: nianbao.ctx, report: nianbao.report, state: table) 检查；state 只在写了 records 时有用
---@field records? "requests" 逐件读依申请公开台账
---@field each? fun(record: nianbao.record, state: table, report: nianbao.report) 每一件计入本年度的申请调用一次，都在 run 之前；state 是这条检查自己的表，传给 run

---report 的参数
---@class nianbao.finding
---@field message string 错在哪里，一句话
---@field hint? string 怎么办
---@field cell? string 哪个数，如 "table3.received.total"
---@field at? nianbao.place 文件里的位置，如 record.place
---@field left? integer|string|nianbao.value 两边比较的，左边的数
---@field right? integer|string|nianbao.value 右边的数
---@field basis? string 代替检查的 basis
---@field severity? "error"|"warning"|"note" 代替检查的级别
---@field count? integer 代表几处，默认 1

---section 的参数
---@class nianbao.section
---@field id string 哪一章，如 "other"；自己的章节用自己的名称
---@field after? string 新的一章排在哪一章后面；不写排在最后
---@field run fun(doc: nianbao.doc, ctx: nianbao.ctx, base: fun(), state: table) 写这一章；base() 写出被重写的那一章，只能一次；state 只在写了 records 时有用
---@field records? "requests" 逐件读依申请公开台账
---@field each? fun(record: nianbao.record, state: table) 每一件计入本年度的申请调用一次，都在 run 之前

---phrase 的参数
---@class nianbao.phrase
---@field words string|string[] 说法，两个字以上
---@field figure? string|string[] 数的名称；几个的有一个对得上就算对；“甲 + 乙”“甲 - 乙”是相加、相减；.* 随申请人类型
---@field column? string|string[] 代替 figure：申请人类型的说法
---@field units? string[] 数后面的量词，空文字是没有量词
---@field needs? string[] 那一段里要有的词
---@field goes_on? string 一句里前面要先数过名称以此开头的数，如 "table4."
---@field whole? string|string[] 分母：这个词是比率
---@field denies? boolean 这个词不带数，说的是没有

---一段文字里的片段；不要样式的直接写文字
---@class nianbao.span
---@field text string 文字
---@field strong? boolean 加粗
---@field emphasis? boolean 强调
---@field link? string 网址

---空白、不适用、无效的值或金额：不能当数计算，先用 is_number 判断
---@class nianbao.value
---@field raw string 台账里的原文；金额没有这一项

---ctx.claims 的一项：文字里手写的一个数
---@class nianbao.claim
---@field section nianbao.text_name 在哪一部分的文字里
---@field file string 文件
---@field row integer 第几行
---@field kind "count"|"share"|"growth"|"change"|"last_year"|"rate"|"denial" 是多少、占比、增幅、增减多少、上年是多少、比率、没有
---@field text string 数，文字的写法
---@field words string 说的是什么，文字的写法
---@field falls boolean 下降、减少
---@field names_whole boolean 占比写明了占什么的
---@field own_count string 文字自己给的今年的数，没有是空文字
---@field own_before string 文字自己给的上年的数，没有是空文字
---@field readings string[][] 数的名称，有一种读法对得上就行；一种读法里的几个名称相加，名称前有“-”的减去
---@field wholes string[][] 分母的名称

---全局的 form：官方表的行和列，依次排列
---@class nianbao.form
---@field table2_documents nianbao.name[] 表二按件数列的项目：规章、行政规范性文件
---@field table2_counts nianbao.name[] 它们的列：制发、废止、现行有效
---@field table2_items nianbao.name[] 表二只有一个数的项目
---@field table3_rows nianbao.row[] 表三的 25 行
---@field table3_rows_2019 nianbao.row[] 2019 年表式的行
---@field table3_groups nianbao.name[] 表三（三）至（六）
---@field table3_columns nianbao.name[] 六类申请人和总计
---@field table4_groups nianbao.name[] 行政复议、两类行政诉讼
---@field table4_columns nianbao.name[] 四种结果和总计

---form 里的一项
---@class nianbao.name
---@field key string figures.json 里的键
---@field label string 官方表上的名称

---form 里表三的一行
---@class nianbao.row
---@field key string figures.json 里的键，如 "refused.third_party"
---@field label string 官方表上的名称，如“4.保护第三方合法权益”
---@field brief string 不带编号的名称
---@field path string 编号，如“（三）4”
---@field is_outcome boolean 是不是办理结果

---tighten 的参数
---@class nianbao.tighten
---@field rule string 前面规则包的编号
---@field severity "error"|"warning" 至少是这个级别

---exception 的参数
---@class nianbao.exception
---@field rule string 前面规则包的编号
---@field cell? string 对哪个数，照问题里的名称：一格、一行，或者一行、一类、一个单位后面加 .*。cell 和 unit 至少写一个
---@field unit? string 对哪个单位
---@field reason string 理由
---@field approver string 谁批准
---@field expires string 最后一日，如 "2025-12-31"；按落款日期判断

---drop 的参数
---@class nianbao.drop
---@field rule string 前面规则包的编号
---@field reason string 理由；不写是 M-05
---@field approver? string 谁批准

---field 的参数
---@class nianbao.field
---@field ledger string 哪本台账，如 "requests"
---@field heading string 本地的标题
---@field means? string 对应的标准标题
---@field kind? "date"|"number"|"yes_no" 另有的一列是日期、数，还是“是/否”
---@field words? string[] 另有的一列可填的词

---doc:table 的参数
---@class nianbao.table
---@field name? string 名称，报告里不重复
---@field caption? string 表题
---@field note? string 表下的小字
---@field columns nianbao.column[] 各列
---@field rows (string|integer|nianbao.value)[][] 各行；每行的格数与列数相同，空格写 blank

---表的一列
---@class nianbao.column
---@field title string 列的标题
---@field width? number 相对的宽度，默认 1
---@field align? "left"|"centre"|"right" 对齐；不写的数靠右，文字靠左
---@field merge? boolean 上下相同的格合并

---检查和章节看到的一切，只读；写错的名称是错误，提示最接近的一个
---@class nianbao.ctx
---@field mode "build"|"verify" 编报告（含 check），还是核对已有的数据
---@field body nianbao.body? 机关
---@field figures nianbao.figures? 本年的数据，名称与 figures.json 相同；没有的部分是 nil；分组按序号或名称取，没有这一组是 nil
---@field previous nianbao.figures? 上年的数据；旧格式的、只有三张表的，其他部分是 nil
---@field previous_file string 上年数据的文件名
---@field carried_in table[] 上年结转的申请：unit、id、place；有上年的清单时才有
---@field units table[] 各单位自报的表：unit、place、table2、table3、table4
---@field by_unit nianbao.unit_figures[] 各单位的表
---@field register nianbao.unit[] 单位名录；没有名录时，是规则包的单位名单
---@field register_is_whole boolean register 是工作区自己的单位名录，不是规则包的单位名单
---@field tasks nianbao.task[]? 任务台账
---@field task_day string? 判断任务逾期的日期
---@field activities nianbao.activity[]? 公开活动台账里本年的活动
---@field reviews nianbao.review[]? 计入的复议诉讼案件
---@field conventions string[] 统计口径
---@field exceptions string[] 例外和不检查的规则
---@field claims nianbao.claim[] 文字里的数
---@field texts table<nianbao.text_name, nianbao.text?> 编写人的文字，按部分
---@field document nianbao.block[]? 写成的报告；章节运行时还没有
---@field repeated table[] 与上年相同的段落：section、file、row
---@field has_previous_text boolean 有没有上年的文字可比
---@field explained table<string, boolean> 哪张表为什么空白已经另有问题：table2、table3、table4、report、table2.项目

---ctx.figures 和 ctx.previous
---@class nianbao.figures
---@field year integer 报告年度
---@field issuer string 机关名称
---@field body string 机关类别
---@field level string 层级
---@field scope string 汇总 或 本机关
---@field locality string 规则包
---@field table2 table? 表二，行和列见“行和列的键”
---@field table3 table? 表三
---@field table4 table? 表四
---@field requests nianbao.requests? 依申请公开；没有逐件台账是 nil
---@field tasks nianbao.tasks? 要点任务；没有任务台账是 nil
---@field activities nianbao.activities? 公开活动；没有公开活动台账是 nil

---figures.requests：逐件台账的申请
---@class nianbao.requests
---@field received integer? 有逐件台账的本年新收；没有按单位的分组是 nil
---@field answered integer 本年办结
---@field open integer 年末尚未办结
---@field processing_fee nianbao.value 信息处理费，元；台账没有这一列是 blank
---@field in_time integer? 按期办结；上年的数据里没有时效的，这一项和下面三项是 nil
---@field overdue integer? 超期办结
---@field overdue_open integer? 年末尚未办结且已超期
---@field days nianbao.days? 办结的用时
---@field by_unit nianbao.request_group[] 按受理单位；也按名称取，没有这一组是 nil
---@field by_month nianbao.request_group[] 按月，如 "2024-03"
---@field by_topic nianbao.request_group[] 按事项类别
---@field by_channel nianbao.request_group[] 按受理渠道
---@field by_applicant nianbao.request_group[] 按申请人类型，表三的列
---@field by_outcome nianbao.request_group[] 按办理结果，表三的行
---@field oldest_open nianbao.oldest_open[] 年末尚未办结的申请里收到最早的，至多十件
---@field open_ids nianbao.open_id[] 年末尚未办结的申请

---figures.requests.by_unit 等的一项，如 figures.requests.by_unit[1].closed
---@class nianbao.request_group
---@field key string 单位、月、类别等的名称
---@field received integer? 本年新收；按办理结果的分组没有，是 nil
---@field closed integer 本年办结，按期和超期之和
---@field in_time integer 按期办结
---@field overdue integer 超期办结
---@field days nianbao.days 办结的用时

---用时，工作日，如 figures.requests.days.median
---@class nianbao.days
---@field count integer 几件有用时
---@field median integer? 中位数，工作日；没有办结的，这一项和下面四项是 nil
---@field p90 integer? 九成的申请不超过几个工作日
---@field min integer? 最短
---@field max integer? 最长
---@field mean nianbao.value? 平均，两位小数

---figures.requests.oldest_open 的一项
---@class nianbao.oldest_open
---@field unit string 受理单位
---@field id string 申请编号
---@field received string 收到日期
---@field days integer 已计工作日
---@field deadline string? 期限到；等申请人补正、缴费的是 nil
---@field overdue boolean 年末已经超期

---figures.requests.open_ids 的一项
---@class nianbao.open_id
---@field unit string 受理单位
---@field id string 申请编号

---figures.tasks：要点任务
---@class nianbao.tasks
---@field total integer 任务数
---@field done integer 已完成，缺日期的也在内
---@field in_time integer 按期完成
---@field late integer 逾期完成
---@field overdue integer 未完成的里面已经逾期的
---@field running integer 进行中
---@field not_started integer 未开始
---@field standing integer 长期坚持
---@field rate nianbao.value? 完成率，百分数；没有要完成的任务是 nil
---@field by_area nianbao.task_group[] 按一级任务；也按名称取，没有这一组是 nil
---@field by_lead nianbao.task_group[] 按牵头部门
---@field by_unit nianbao.task_group[] 按责任单位，几个单位的各算一次
---@field by_month nianbao.task_group[] 按完成时限的月份

---figures.tasks.by_area 等的一项
---@class nianbao.task_group
---@field key string 名称
---@field total integer 任务数
---@field done integer 已完成
---@field in_time integer 按期完成
---@field late integer 逾期完成
---@field overdue integer 未完成的里面已经逾期的
---@field running integer 进行中
---@field not_started integer 未开始
---@field standing integer 长期坚持
---@field rate nianbao.value? 完成率；没有要完成的任务是 nil

---figures.activities：公开活动
---@class nianbao.activities
---@field planned integer 计划在本年的
---@field held integer 本年举办
---@field not_held integer 计划在本年、年末还没有举办
---@field participants integer|nianbao.value 举办的活动的参与人数；都没有填是 blank
---@field opinions integer|nianbao.value 收集意见数
---@field adopted integer|nianbao.value 采纳意见数
---@field published_feedback integer 已反馈公开的活动
---@field adoption_rate nianbao.value? 采纳率，百分数；说不出的是 nil
---@field by_class nianbao.activity_group[] 按类别；也按名称取，没有这一组是 nil
---@field by_unit nianbao.activity_group[] 按主办单位，几个单位的各算一次
---@field by_month nianbao.activity_group[] 按月

---figures.activities.by_class 等的一项
---@class nianbao.activity_group
---@field key string 名称
---@field planned integer 计划在本年的
---@field held integer 本年举办
---@field not_held integer 年末还没有举办
---@field participants integer|nianbao.value 参与人数；都没有填是 blank
---@field opinions integer|nianbao.value 收集意见数
---@field adopted integer|nianbao.value 采纳意见数
---@field published_feedback integer 已反馈公开的活动
---@field adoption_rate nianbao.value? 采纳率；说不出的是 nil

---ctx.body
---@class nianbao.body
---@field year integer 报告年度
---@field issuer string 机关名称
---@field body string 机关类别
---@field level string 层级
---@field scope string 汇总 或 本机关
---@field locality string 规则包
---@field date string? 落款日期
---@field published string? 公布日期
---@field contact table<string, string> address postcode phone fax email website
---@field corrections table[] 上年更正：cell old_value new_value reason

---ctx.tasks 的一项；日期都是 "2024-06-26" 的样子，没有就是 nil
---@class nianbao.task
---@field number string 序号
---@field area string 一级任务
---@field part string 二级任务
---@field text string 具体要求
---@field leads string[] 牵头部门，各类单位已展开
---@field leads_text string 牵头部门，台账的写法
---@field units string[] 责任单位，各类单位已展开
---@field units_text string 责任单位，台账的写法
---@field deadline_text string 完成时限，台账的写法
---@field deadline string? 最后一日
---@field status string 状态
---@field verdict string 判断：按期完成 逾期完成 已完成（缺日期） 逾期未完成 进行中 未开始 长期坚持
---@field done_on string? 完成日期
---@field evidence string 佐证
---@field remark string 备注

---ctx.activities 的一项
---@class nianbao.activity
---@field name string 活动名称
---@field class string 类别
---@field units string[] 主办单位，各类单位已展开
---@field units_text string 主办单位，台账的写法
---@field planned string? 计划日期
---@field planned_text string 计划日期，不是一天的，台账的写法
---@field held string? 举办日期
---@field ended string? 结束日期
---@field form string 形式
---@field interaction string 互动环节
---@field participants integer|nianbao.value 参与人数
---@field opinions integer|nianbao.value 收集意见数
---@field adopted integer|nianbao.value 采纳意见数
---@field feedback boolean? 反馈公开

---ctx.reviews 的一项
---@class nianbao.review
---@field id string 案号
---@field unit string 单位
---@field kind string 表四的组：review litigation_direct litigation_after_review
---@field result string 表四的列：upheld corrected other pending
---@field accepted string? 受理日期
---@field closed string? 结案日期
---@field reason string 原因

---ctx.register 的一项
---@class nianbao.unit
---@field name string 单位名称
---@field kind string 类别
---@field due boolean 应报
---@field counted boolean 计入汇总
---@field zero_report boolean 零报告

---ctx.by_unit 的一项
---@class nianbao.unit_figures
---@field unit string 单位
---@field table2 table? 表二
---@field table3 table? 表三
---@field table4 table? 表四

---check 的 each 得到的一件申请
---@class nianbao.record
---@field id string 申请编号
---@field unit string 受理单位
---@field applicant string 申请人类型，表三的列：natural_person …
---@field received string 收到日期
---@field replied string? 答复日期
---@field ended string? 办结日期
---@field closed string? 答复日期，没有的为办结日期
---@field outcome string? 办理结果，表三的行：granted refused.third_party …
---@field channel string 受理渠道
---@field topic string 事项类别
---@field carried_in boolean 上年结转
---@field carried_out boolean 结转下年度
---@field correction_asked string? 第一次补正告知
---@field correction_received string? 第一次补正收到
---@field extended boolean 是否延期
---@field extension_told string? 延期告知日期
---@field agreed_deadline string? 另定答复期限
---@field fee_asked string? 收费通知日期
---@field fee_paid string? 缴费日期
---@field extra table<string, string|integer|boolean|nil> field 声明的本地各列，按标题取
---@field place nianbao.place 在台账里的位置

---文件里的位置
---@class nianbao.place
---@field file string 文件
---@field sheet string 工作表
---@field row integer 行
---@field column integer 列
---@field heading string 列的标题
---@field unit string 单位

---ctx.texts 的一部分
---@class nianbao.text
---@field file string 文件
---@field blocks integer 有几块
---@field characters integer 字数，不计空白
---@field lines nianbao.line[] 各行
---@field headings string[] 各标题

---文字的一行
---@class nianbao.line
---@field text string 文字
---@field row integer 第几行
---@field has_count boolean 有没有带量词的数字

---ctx.document 的一块
---@class nianbao.block
---@field kind string heading paragraph item note attachment signature table chart page_break
---@field level integer 标题的级别，其他为 0
---@field text string 文字；表和图是题
---@field characters integer 字数，不计空白
---@field row integer 在编写人文字里的行，规则写的为 0

---写报告的 doc
---@class nianbao.doc
local nianbao_doc = {}

---登记一条检查。写在 checks.lua 里；编号以本规则包的前缀开头。
---@param rule nianbao.check
function check(rule) end

---登记报告的一章，或重写已有的一章（同一个 id 以最后的规则包为准）。写在 report.lua 里。
---@param rule nianbao.section
function section(rule) end

---登记一条统计口径，印在报告的“统计口径”附件里。
---@param text string
function convention(text) end

---登记文字里的说法：编写人手写这些词和数时，同哪个数核对（X-01、X-02）。
---@param rule nianbao.phrase
function phrase(rule) end

---运行本规则包的另一个文件，一次，得到它返回的值；“包名/文件名”是链条里前面规则包的文件。
---@param file string
---@return any
function include(file) end

---加严前面规则包的一条规则：它的问题至少是这个级别。
---@param rule nianbao.tighten
function tighten(rule) end

---前面规则包的一条规则对一个数据或一个单位的例外：仍列为提示，写明理由；到期以后自己失效。印在报告的“统计口径”附件和 figures.json 里。
---@param rule nianbao.exception
function exception(rule) end

---不检查前面规则包的一条规则。理由印在报告的“统计口径”附件和 figures.json 里；没有理由是 M-05，规则照常检查。
---@param rule nianbao.drop
function drop(rule) end

---写在 fields.lua 里：本地台账的标题对应哪个标准标题（means），或者本地另有的一列（kind、words；只有依申请公开台账）。检查用 record.extra[标题] 取；没有声明的列规则读不到，文字列不能声明。
---@param rule nianbao.field
function field(rule) end

---写在 tasks.lua 里：本地的要点文件怎样排，供 nianbao tasks 读。各键见 plugins/README.md 的“要点文件”。
---@param form table
function task_document(form) end

---是不是数：件数或金额。空白、不适用、无效的值不是。
---@param value any
---@return boolean
function is_number(value) end

---是不是 0，金额也可以；空白不是 0。
---@param value any
---@return boolean
function is_zero(value) end

---是不是空白。
---@param value any
---@return boolean
function is_blank(value) end

---是不是“不适用”（“/”）。
---@param value any
---@return boolean
function is_not_applicable(value) end

---是不是无效的值，如“三件”；原文在 value.raw。
---@param value any
---@return boolean
function is_invalid(value) end

---相加。空白和不适用只在另有数时按 0 计；全是空白的，和是空白。一组各行（table3.refused）逐列相加，得到一行。
---@param values (integer|nianbao.value)[]
---@return integer|nianbao.value
function sum(values) end

---数写成文字：12、（空白）、（不适用）。
---@param value integer|nianbao.value
---@return string
function n(value) end

---金额写成文字，小数位照原样。
---@param value integer|nianbao.value|string
---@return string
function money(value) end

---“2024-06-26”写成 2024年6月26日。
---@param iso string
---@return string
function date(iso) end

---按名称取一格：at(ctx.figures, "table3.refused.third_party.total")。
---@param part table
---@param path string
---@return any
function at(part, path) end

---占比：“97.38%”，四舍五入，默认两位；0 和全部写“0%”“100%”，其他的不会写成 0 或 100%，位数不够就多写几位；总数为 0 时是 nil。
---@param part integer
---@param whole integer
---@param places? integer
---@return string?
function share(part, whole, places) end

---一组占比，合起来是 100%：四舍五入合不上的，余数大的进位，并在统计口径里说明。
---@param counts integer[]
---@param places? integer
---@return string[]
function shares(counts, places) end

---比上年，写在“同比”后面：“增长1.08%”“下降2.50%”“持平”；上年为 0 是“由0增至5”，上年是 nil 是“无可比数据（首次统计）”。
---@param now integer|nianbao.value
---@param before integer|nianbao.value|nil
---@param places? integer
---@return string
function growth(now, before, places) end

---平均数：“9.07”，四舍五入，默认两位。
---@param sum integer|nianbao.value
---@param count integer
---@param places? integer
---@return string
function mean(sum, count, places) end

---元写成万元，件写成万件，只写数：“3.2”；默认两位，末尾的 0 不写。
---@param value integer|nianbao.value
---@param places? integer
---@return string
function wan(value, places) end

---一百二十三。
---@param count integer
---@return string
function cn(count) end

---二〇二四年六月二十六日。
---@param iso string
---@return string
function date_cn(iso) end

---甲、乙、丙；多于 most 个的写“甲、乙等5个”；各项是文字，或者有 key 的组；空的列表写 none。
---@param items table
---@param most? integer
---@param none? string
---@return string
function list(items, most, none) end

---count 是 0 写 none，否则写 text，其中的 % 是数：some(x, "收到%件", "未收到")。
---@param count integer
---@param text string
---@param none string
---@return string
function some(count, text, none) end

---文字里的数是不是这个值：“约3600余件”“1.2万”也认；unit 写“元”时，文字可以写成万元。
---@param text string
---@param value integer|nianbao.value
---@param unit? string
---@return boolean
function writes(text, value, unit) end

---文字里的百分数是不是 part 占 whole。
---@param text string
---@param part integer
---@param whole integer
---@return boolean
function writes_ratio(text, part, whole) end

---数或金额化成整数，好比较和算比率：件数照原样，金额是百万分之一；不是数的为 nil。
---@param value integer|nianbao.value
---@return integer?
function exactly(value) end

---报告的标题，只在章节 title 里用。
---@param text string
function nianbao_doc:title(text) end

---标题：1 是“一、”，2 是“（一）”，3 是“1.”，4 是“（1）”，编号自己写。
---@param level 1|2|3|4
---@param text string
function nianbao_doc:heading(level, text) end

---一段正文。
---@param content nianbao.content
function nianbao_doc:paragraph(content) end

---列表的一项，marker 如“1.”“（1）”。
---@param marker string
---@param content nianbao.content
function nianbao_doc:item(marker, content) end

---表下的小字。
---@param content nianbao.content
function nianbao_doc:note(content) end

---附件说明，几个的编号；后面再写一次，接着编号。
---@param names string[]
function nianbao_doc:attachments(names) end

---另起一页，写“附件2　名称”，编号与附件说明一致；附件说明里没有它是 M-02，返回 false，什么也不写。
---@param name string
---@return boolean
function nianbao_doc:annex(name) end

---落款的一行。
---@param text string
function nianbao_doc:signature(text) end

---国家规定的表二、表三、表四。
---@param number 2|3|4
function nianbao_doc:official_table(number) end

---一张表。不多于 12 行的不拆到两页；merge 的列里上下相同的格合并，标题相同的相邻列共用一个标题。
---@param table nianbao.table
function nianbao_doc:table(table) end

---现成的图：每月办结、办理用时、任务完成、活动；没有数据就返回 false。
---@param name "times"|"days"|"tasks"|"activities"
---@return boolean
function nianbao_doc:chart(name) end

---另起一页。
function nianbao_doc:page_break() end

---编写人为这一部分写的文字，没有就返回 false。开头的标题与 title 相同的不重复；标题最高到 level 级。
---@param section nianbao.text_name
---@param options? { title?: string, level?: integer }
---@return boolean
function nianbao_doc:text(section, options) end
