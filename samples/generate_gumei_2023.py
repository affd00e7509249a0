#!/usr/bin/env python3
"""Writes the data of samples/gumei-2023 and the whole of its two broken variants.

REAL, from the points of 2023 of 古美路街道 (public, without number or date): in TASKS the headings of its 14 points and
the one deadline, 31 March; the name of the 街道. OURS: what a point asks for, in a few words. INVENTED: every
application, number, activity and state of a task. Invented ids begin with 示例.

The ledger of applications keeps the five steps of point 3: 接收 is 收到日期, 登记 登记日期, 答复 答复日期, 邮寄 邮寄日期 (“/”
where 送达方式, the way of the reply, is not 邮寄), 办结 办结日期.
"""
import sys

sys.dont_write_bytecode = True
import locality_sample

NAME, GENERATOR = 'gumei-2023', 'generate_gumei_2023.py'
ISSUER, BODY, LEVEL, SCOPE = '上海市闵行区人民政府古美路街道办事处', '街道办事处', '乡级', '本机关'
YEAR, DATE, DEADLINE = 2023, '2024-01-19', ''

# name|short|other|类别|share of applications|code in ids|topics|why not counted
UNITS = '''
古美路街道办事处|古美路街道|上海市闵行区人民政府古美路街道办事处|街道办事处|10|古美|房屋管理 城市管理 社会保障 财政资金 其他|
'''

STREET = '古美路街道办事处'

# what is asked|牵头部门|责任单位|deadline, none where the points set none|day of completion, or the state|evidence
TASKS = f'''
# 一、夯实政务公开工作基础
## 1.加强政府信息公开审查机制
公文定稿前认定公开属性并保密审查||{STREET}||长期坚持|审查记录
## 2.规范政府网站和加强平台维护
巡查维护网站和新媒体，内容及时更新||{STREET}||2023-12-22|巡查记录
## 3.进一步规范依申请公开办理流程
申请各环节录入平台，全程留痕||{STREET}||2023-12-26|平台记录
# 二、进一步提升政策公开服务水平
## 4.探索研究政策精准推送
研究线上精准推送政策||{STREET}||2023-11-17|推送方案
## 5.继续提升政策解读质量水平
解读与文件“三同步”，拓宽解读形式||{STREET}||2023-12-08|解读目录
## 6.切实做好政策咨询和政民互动
维护留言板，办好转办件和专项回应||{STREET}||2023-12-20|留言办理记录
## 7.加强实行重大行政决策事项目录管理
编制并公开重大行政决策事项目录||{STREET}|3月31日前|2023-03-24|决策事项目录
## 8.规范开展重大行政决策事项公众参与
决策事项公开征求意见不少于30日||{STREET}||2023-09-15|征求意见公告
## 9.持续推进重大行政决策全流程公开
决策全过程按目录归集展示||{STREET}||2023-12-12|决策公开专题
## 10.常态化开展政府开放活动
开放活动常态化，8月集中线下开放||{STREET}||2023-08-25|开放月记录
# 三、加强政务公开标准化规范化工作
## 11.严格落实政务公开标准化规范化工作
优化公开流程，集成公开事项信息||{STREET}||2023-10-20|流程图
## 12.夯实全领域目录体系建设
自查更新全领域标准目录||{STREET}||2023-11-03|目录更新记录
# 四、加强组织领导和队伍建设
## 13.加强组织领导，认真落实政务公开工作
班子领导每年听取汇报，专题部署||{STREET}||2023-05-18|会议记录
## 14.加强队伍建设，积极参与业务培训
专人专管，参加业务培训||{STREET}||2023-10-13|培训签到
'''

REVIEWS = '''
示例复2023-001|古美路街道办事处|行政复议|结果维持|2023-06-12|2023-08-08||原行为机关|不服信息不存在的答复
'''

DOCUMENTS = {STREET: (0, 0, 2)}  # issued, repealed, valid
DECISIONS = {'行政许可': {STREET: 0}, '行政处罚': {STREET: 126}, '行政强制': {STREET: 8}}
CHARGES = {STREET: '0'}
LAST_CHARGE = '0'
LAST_CASES = {'review': [0, 0, 1, 0], 'litigation_direct': [0, 0, 0, 0], 'litigation_after_review': [0, 0, 0, 0]}

CLOSED = {'granted': 13, 'partial': 4, 'refused.third_party': 1, 'refused.process_information': 1,
          'unavailable.not_held': 11, 'unavailable.needs_creation': 1, 'not_processed.petition': 2,
          'other.correction_overdue': 1, 'other.other': 1}
CARRIED_IN, CARRIED_OUT = 1, 2


def registered(row, _):
    """On the working day of receipt, or on the next."""
    day = row['received'] if int(row['id'][-1]) % 3 else locality_sample.working_day_after(row['received'], 1)
    return day.isoformat()


def delivered(row, line):
    """How the reply goes out: mostly the way by which the application came in."""
    number = int(row['id'][-3:])
    way = {0: '邮寄', 1: '网络'}.get(number % 6, row['channel'])
    return line['答复日期'] and way


# Headings that the ledger has beside those of every place, or in their stead: from a row and its line.
EXTRA = {'登记日期': registered,
         '送达方式': delivered,
         '邮寄日期': lambda row, line: line['答复日期'] and (line['答复日期'] if line['送达方式'] == '邮寄' else '/'),
         '办结日期': lambda row, line: line['答复日期'] or line['办结日期']}

# name|unit|planned|held|ended|形式|主题征集|互动环节|participants|opinions|adopted|反馈公开; "#" opens a 类别
ACTIVITIES = f'''
# 政府开放活动
“政府开放月”走进社区事务受理服务中心|{STREET}|2023-08-16|2023-08-16||线下|是|答疑、活动体验|42|13|8|https://www.example.com/kaifang/01
走进城市运行管理中心|{STREET}|2023-08-23|2023-08-23||结合|否|座谈、问卷调查|58|17|7|是
走进党群服务中心|{STREET}|2023-11-09|2023-11-10||线下|否|座谈|31|9|5|是
# 意见征集
社区微更新项目征求意见|{STREET}|2023-04-10|2023-04-10|2023-05-12|结合|否|网上留言、座谈|76|28|11|https://www.example.com/zhengji/01
养老服务设施布点征求意见|{STREET}|2023-08-14|2023-08-14|2023-09-14|线上|否|网上留言||15|6|是
防汛物资调配办法征求意见（紧急，缩短期限）|{STREET}|2023-06-26|2023-06-26|2023-07-05|线上|否|网上留言||4|1|是
# 听取汇报
街道班子会议听取政务公开工作汇报|{STREET}|2023-05-18|2023-05-18||线下|否|/|/|/|/|/
# 培训
参加区政务公开业务培训|{STREET}|2023-05-25|2023-05-25||线下|否|授课|6|/|/|/
街道政务公开联络员培训|{STREET}|2023-10-13|2023-10-13||线下|否|授课、答疑|24|/|/|/
'''

# code (empty: part of the fault before), ledger, rows, change (None: without them), place of the figure, what
BREAKS = (
    ('GM-01', 'activities', {'类别': '听取汇报'}, None, 'activities.by_class.听取汇报', '没有听取汇报'),
    ('GM-02', 'activities', {'类别': '培训'}, None, 'activities.by_class.培训', '没有参加培训'),
    ('GM-03', 'activities', {'活动名称': '“政府开放月”走进社区事务受理服务中心'}, {'举办日期': '2023-09-06'},
     'activities.by_class.政府开放活动', '拖到9月才举办'),
    ('', 'activities', {'活动名称': '走进城市运行管理中心'}, {'形式': '线上'}, '', ''),
    ('GM-04', 'tasks', {'具体要求': '编制并公开重大行政决策事项目录'}, {'完成日期': '2023-04-07'}, 'tasks', '目录4月才公开'),
    ('GM-05', 'activities', {'活动名称': '养老服务设施布点征求意见'}, {'结束日期': '2023-09-11'}, 'activities.by_class.意见征集', '只有29日'),
    ('GM-06', 'requests', {'申请编号': '示例古美2023-004'}, {'邮寄日期': ''}, 'requests.answered', '邮寄的答复没有邮寄日期'),
    ('GM-07', 'tasks', {'具体要求': '自查更新全领域标准目录'}, None, 'tasks.total', '少了一点'),
    ('R-06', 'requests', {'申请编号': '示例古美2023-009'}, {'申请人类型': '居委会'}, '', '表中没有这一类申请人'),
)
BROKEN_TEXTS = {
    'platforms': '街道在区政府网站的专栏公开信息，文件、解读和问答在同一页面。\n',
    'supervision': '**工作考核。**街道在区的政务公开年度考核中成绩良好。\n',
    'problems': '上年报告指出的解读形式单一，今年已改进；本年的问题是开放活动较少，下年按季安排。\n',
    'other': '没有收取信息处理费。\n',
}
TEXT_FAULTS = (('SH-01', 'text/supervision.md', '', '街道办事处写了工作考核结果'),)
NEXT_YEAR_FAULTS = (
    ('GM-08', '', '规则包依据的是上一年的文件'),
)

if __name__ == '__main__':
    locality_sample.write(sys.modules[__name__])
