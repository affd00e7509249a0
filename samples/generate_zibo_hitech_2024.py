#!/usr/bin/env python3
"""Writes the data of samples/zibo-hitech-2024 and the whole of its two broken variants.

REAL, from the work plan of 2024 of 淄博高新区 (public, without number or date): in TASKS the headings of its 6 main tasks
and 4 safeguards; in UNITS the name of the office of the committee. The plan names no other body and sets no deadline.
OURS: what a task asks for, in a few words; the other bodies, whose names say that they are examples. INVENTED: every
application, case, number, amount, activity and state of a task. Invented ids begin with 示例.
"""
import sys

sys.dont_write_bytecode = True
import locality_sample

NAME, GENERATOR = 'zibo-hitech-2024', 'generate_zibo_hitech_2024.py'
ISSUER, BODY, LEVEL, SCOPE = '淄博高新技术产业开发区管理委员会', '开发区管委会', '县级', '汇总'
YEAR, DATE, DEADLINE = 2024, '2025-01-21', ''

# name|short|other|类别|share of applications|code in ids|topics|why not counted
UNITS = '''
淄博高新技术产业开发区管理委员会办公室|管委会办公室||政府办公室|14|高办|财政资金 其他|
示例经济发展局|||部门|6|经发|财政资金 工程建设|
示例建设局|||部门|24|建设|征地拆迁 工程建设|
示例规划和土地局|||部门|26|规土|征地拆迁 国土空间规划|
示例社会事业局|||部门|12|社会|社会保障 医疗卫生|
示例教育局|||部门|7|教育|教育|
示例市场监管局|||部门|9|市监|行政执法|
示例行政审批局|||部门|4|审批|工程建设|
示例综合执法局|||部门|8|执法|行政执法|
示例甲街道办事处|示例甲街道||街道办事处|9|甲街|征地拆迁 房屋管理|
示例乙镇人民政府|示例乙镇||镇政府|7|乙镇|农业农村 征地拆迁|
示例税务局|||垂直管理|0|||垂直管理，在本系统报告
'''

ALL, OFFICE = '各部门单位', '管委会办公室'

# what is asked|牵头部门|责任单位|deadline, none where the plan sets none|day of completion, or the state|evidence
TASKS = f'''
# 二、主要任务
## （一）以政务公开助推重点工作落实
公开招商、治理、民生和监管四方面重点工作||{ALL}||2024-12-18|重点领域栏目
## （二）做好政策公开与解读回应
集中公开文件，集成发布并解读政策||{ALL}||2024-12-10|政策专题
## （三）深化政民互动与公众参与
重大决策听取意见，开放活动和政策评价常态化||{ALL}||2024-11-29|活动和评价记录
## （四）提升依申请公开办理质效
规范办理申请，暗访检查，分析败诉案件||{ALL}||2024-12-23|检查反馈和案件分析
## （五）完善主动公开事项目录体系
编制主动公开事项目录并调整网站栏目||{ALL}||2024-12-27|事项目录
## （六）拓展优化公开平台
办好网站和新媒体，升级公开专区||{ALL}||2024-11-15|专区验收单
# 三、组织领导和工作保障
## （一）加强组织领导
配强队伍，定期听取汇报||{ALL}||2024-12-13|会议记录
## （二）全面开展培训
各部门单位至少一次专门业务培训||{ALL}||2024-11-22|培训签到
## （三）广泛学习交流
学习先进经验，宣传典型案例||{ALL}||长期坚持|学习记录
## （四）强化监督考核
日常监测，梳理配档表，落实情况写入年度报告||{ALL}||2025-01-15|工作配档表
'''

# 案号|unit|类别|结果|accepted|closed|审级|被告身份|reason
REVIEWS = '''
示例复2024-001|示例规划和土地局|行政复议|结果维持|2024-02-26|2024-04-22||原行为机关|不服信息不存在的答复
示例复2024-002|示例建设局|行政复议|结果纠正|2024-04-09|2024-06-05||原行为机关|未按期答复
示例复2024-003|示例甲街道办事处|行政复议|结果纠正|2024-05-20|2024-07-16||原行为机关|答复没有说明理由
示例复2024-004|示例规划和土地局|行政复议|结果纠正|2024-08-12|2024-10-09||原行为机关|答复没有说明理由
示例复2024-005|示例社会事业局|行政复议|其他结果|2024-09-18|2024-10-21||原行为机关|申请人撤回
示例复2024-006|示例综合执法局|行政复议|尚未审结|2024-12-04|||原行为机关|不服部分公开
示例诉2024-001|示例规划和土地局|未经复议直接起诉|结果维持|2024-03-27|2024-08-08|一审|原行为机关|不服不予公开
示例诉2024-002|示例建设局|未经复议直接起诉|结果纠正|2024-05-15|2024-10-23|一审|原行为机关|检索不充分
示例复诉2024-001|示例规划和土地局|复议后起诉|尚未审结|2024-11-20||一审|原行为机关|不服信息不存在的答复
'''

DOCUMENTS = {'管委会办公室': (2, 1, 9), '示例经济发展局': (1, 0, 3)}  # issued, repealed, valid
DECISIONS = {'行政许可': {'示例行政审批局': 3184, '示例规划和土地局': 162, '示例市场监管局': 547},
             '行政处罚': {'示例综合执法局': 236, '示例市场监管局': 118, '示例甲街道办事处': 9},
             '行政强制': {'示例综合执法局': 21, '示例市场监管局': 4}}
CHARGES = {'示例规划和土地局': '206.75', '示例建设局': '418.3'}
LAST_CHARGE = '588.92'
LAST_CASES = {'review': [3, 2, 0, 0], 'litigation_direct': [1, 1, 0, 0], 'litigation_after_review': [1, 0, 0, 0]}

CLOSED = {'granted': 44, 'partial': 14, 'refused.third_party': 3, 'refused.process_information': 3,
          'refused.enforcement_files': 4, 'refused.query_procedure': 3, 'unavailable.not_held': 30,
          'unavailable.needs_creation': 3, 'unavailable.still_unclear': 2, 'not_processed.petition': 4,
          'not_processed.repeated': 2, 'other.correction_overdue': 2, 'other.other': 4}
CARRIED_IN, CARRIED_OUT = 5, 6

# name|unit|planned|held|ended|形式|主题征集|互动环节|participants|opinions|adopted|反馈公开; "#" opens a 类别
ACTIVITIES = '''
# 政府开放活动
走进审批服务大厅|示例行政审批局|2024-05-16|2024-05-16||线下|是|体验、座谈|32|12|7|https://www.example.com/kaifang/01
走进规划展厅|示例规划和土地局|2024-06-13|2024-06-20||线下|是|参观、问答|45|19|8|是
校园食堂开放日|示例教育局|2024-09-05|2024-09-05||线下|否|参观、试餐、问卷|68|24|12|是
智慧城管开放日|示例综合执法局|2024年8月|2024-08-22||结合|是|直播、座谈|156|21|9|是
走进检验实验室|示例市场监管局|2024-10-17|2024-10-10||线下|否|实验演示、问答|27|9|4|是
走进便民服务中心|示例甲街道办事处|2024-11-07|2024-11-07||线下|是|体验、座谈|30|8|5|是
# 意见征集
开放活动主题征集|管委会办公室|2024-04-01|2024-04-01|2024-04-30|线上|是|网上投票|214|17|6|是
# 政策评价
人才政策评价|示例经济发展局|2024-10-21|2024-10-21|2024-11-20|结合|否|问卷、企业座谈|83|26|9|https://www.example.com/pingjia/01
# 列席会议
企业代表列席管委会主任办公会议|管委会办公室|2024-06-27|2024-06-27||线下|否|发表意见|4|5|3|是
# 暗访检查
依申请公开受理渠道暗访|管委会办公室|2024-05-28|2024-05-28||线下|否|/|/|/|/|是
答复文书抽查|管委会办公室|2024-10-29|2024-10-29|2024-10-30|线下|否|/|/|/|/|是
'''
EACH_UNIT = (('听取汇报', '听取政务公开工作汇报', ()), ('培训', '政务公开业务培训', (14, 48)))

# code (empty: part of the fault before), ledger, rows, change (None: without them), place of the figure, what
BREAKS = (
    ('ZB-01', 'activities', {'类别': '培训', '主办单位': '示例建设局'}, None, 'activities.by_class.培训', '示例建设局没有培训'),
    ('ZB-02', 'activities', {'类别': '听取汇报', '主办单位': '示例乙镇人民政府'}, None, 'activities.by_class.听取汇报', '示例乙镇没有听取汇报'),
    ('ZB-03', 'reviews', {'案号': '示例诉2024-002'}, {'原因': ''}, 'table4', '败诉的案件没有写原因'),
    ('ZB-04', 'activities', {'类别': '暗访检查'}, None, 'activities.by_class.暗访检查', '没有暗访检查'),
    ('ZB-05', 'activities', {'活动名称': '校园食堂开放日'}, {'举办日期': '', '参与人数': '', '收集意见数': '', '采纳意见数': '', '反馈公开': ''},
     'activities.by_class.政府开放活动', '计划了没有举办'),
    ('ZB-06', 'tasks', {'二级任务': '（三）广泛学习交流'}, None, 'tasks.total', '少了一项'),
    ('ZB-07', 'tasks', {'二级任务': '（五）完善主动公开事项目录体系'}, {'状态': '进行中', '完成日期': ''}, 'tasks', '目录还没有编成'),
    ('ZB-08', 'activities', {'活动名称': '人才政策评价'}, {'反馈公开': ''}, 'activities.published_feedback', '评价结果没有公开'),
    ('SD-02', 'activities', {'类别': '列席会议'}, {'反馈公开': ''}, 'activities.by_class.列席会议', '意见没有公开'),
    ('R-07', 'disclosures', {'单位': '示例建设局'}, {'项目': ''}, '', '缺项目'),
)
BROKEN_TEXTS = {
    'platforms': '管委会网站是公开的第一平台，文件、解读和问答在同一页面。\n',
    'supervision': '各部门单位按配档表推进，每季度通报一次。\n',
    'problems': '上年报告指出的会商不够，今年已改进；本年的问题是目录编制较慢，下年第一季度完成。\n',
    'other': '没有收取信息处理费。\n',
}
TEXT_FAULTS = (('SD-03', 'text/other.md', '', '没有写建议提案办理结果公开情况'), ('SD-04', 'text/other.md', '', '没有写创新情况'))
NEXT_YEAR_FAULTS = (
    ('ZB-09', '', '规则包依据的是上一年的文件'),
    ('SD-01', 'text/other.md', '第六部分没有写要点落实情况'),
)

if __name__ == '__main__':
    locality_sample.write(sys.modules[__name__])
