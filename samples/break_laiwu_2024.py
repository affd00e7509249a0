"""The broken variant of samples/laiwu-2024: a quarter of its applications, the other ledgers whole, faults in all of them.

Each fault is written down in planted.csv: code, file, line, heading and what was done; a fault that shows in a figure
has its place in 标题 and neither file nor line. So a reader and the tests know what has to be found. Called by
generate_laiwu_2024.py; invented like everything there.
"""
import copy
import os

import laiwu_2024_facts as facts
from generate_published_city import APPLICANTS, OUTCOMES, write_csv, write_json

REPORT = '''# 由 samples/generate_laiwu_2024.py 写出：台账里故意放了错误，清单见 planted.csv。台账全部为虚构。
year = 2024
issuer = "济南市莱芜区人民政府"
body = "政府"
level = "县级"
scope = "汇总"
locality = "laiwu"
date = 2025-01-24

[tasks]
issued = 2024-06-26

[ledgers]
requests = "data/requests.csv"
reviews = "data/reviews.csv"
disclosures = "data/disclosures.csv"
tasks = "data/tasks.csv"
activities = "data/activities.csv"
units = "data/units.csv"

[previous]
figures = "data/previous.json"

[text]
overview = "text/overview.md"
platforms = "text/platforms.md"
'''
README = '''# 示例：有错误的莱芜区台账（虚构）

由 `samples/laiwu-2024` 得来：申请台账每四件取一件，其余台账照抄，再故意放入各种错误。每一处错误的代码、文件、行和做法列在
`planted.csv`，由 `samples/break_laiwu_2024.py` 写出；`标题` 一列写着数据位置的，问题出在合计数上，没有行号。莱芜区规则包的 LW-01 至 LW-08、LW-10
各出现一次，LW-09 在 `samples/laiwu-2024-next-year`。
`data/reviews.csv` 改用 GB18030 编码，这不是错误，应当照读。一次运行应当找出全部错误，退出状态为 1：

    nianbao check samples/laiwu-2024-broken

台账是虚构的，不反映莱芜区任何机关的工作。
'''
OVERVIEW = '''这是程序的示例，用来看有错误的台账怎样报告；各项记录由程序虚构，不反映莱芜区任何机关的工作。
'''
PLATFORMS = '''区政府网站（具体网址）是公开的第一平台，政策文件、解读和问答集中发布。
'''
GB18030 = ('reviews',)


class Planter:
    """Changes cells and keeps the list of what has to be found."""

    def __init__(self, ledgers):
        self.ledgers, self.list = ledgers, []

    def note(self, code, file, line, heading, what):
        self.list.append({'代码': code, '文件': file, '行': line, '标题': heading, '说明': what})

    def change(self, name, index, heading, value, code, what):
        head, rows = self.ledgers[name]
        assert heading in head and rows[index][heading] != value
        rows[index][heading] = value
        self.note(code, f'data/{name}.csv', index + 2, heading, what)

    def find(self, name, **cells):
        return next(i for i, row in enumerate(self.ledgers[name][1])
                    if all(str(row[k]) == v for k, v in cells.items()))


def is_plain(row):
    """Replied within the year, without anything that stops the clock, dates as ISO."""
    return '2024-02-01' < row['收到日期'] < '2024-11-01' and row['答复日期'][:4] == '2024' and '-' in row['答复日期'] \
        and not row['补正告知日期'] and not row['征求意见时间'] and row['是否延期'] == '否' and not row['收费通知日期']


def break_requests(plant):
    rows = plant.ledgers['requests'][1]
    plain = [i for i, row in enumerate(rows) if is_plain(row)]
    one, same = next((i, j) for i in plain for j in plain if i < j and rows[i]['受理单位'] == rows[j]['受理单位'])
    free = iter([i for i in plain if i not in (one, same)][1::2])
    change = lambda heading, value, code, what: plant.change('requests', next(free), heading, value, code, what)
    change('答复日期', '2024-01-03', 'R-01', '答复早于收到')
    change('答复日期', '', 'R-02', '有办理结果而没有答复日期')
    change('办理结果', '', 'R-03', '有答复日期而没有办理结果')
    plant.change('requests', same, '申请编号', rows[one]['申请编号'], 'R-04', '同一单位编号重复')
    change('办理结果', '已答复', 'R-05', '不是表三的办理结果')
    change('申请人类型', '村委会', 'R-06', '表中没有这一类申请人')
    change('收到日期', '', 'R-07', '缺收到日期')
    change('收到日期', '2024-06-31', 'L-01', '没有这一天')
    change('补正告知日期', '收到后三日', 'L-01', '不是日期')
    change('征求意见时间', '2024-05-20~2024-05-06', 'L-01', '结束早于开始')
    change('受理单位', '区自然资原局', 'U-01', '单位名称写错一个字')
    change('是否上年结转', '是', 'N-03', '本年收到的写成上年结转')
    rows[next(free)]['归档日期'] = ''
    plant.note('LW-10', '', '', 'requests.answered', '办结了没有归档日期')


def break_cases(plant):
    find, change = plant.find, plant.change
    change('reviews', find('reviews', 案号='示例复2024-001'), '结案日期', '', 'R-02', '已有结果而没有结案日期')
    change('reviews', find('reviews', 案号='示例复2024-004'), '结果', '已结', 'R-05', '不是表四的结果')
    change('reviews', find('reviews', 案号='示例诉2024-002'), '单位', '莱芜经济园区', 'U-01', '单位名录里没有')
    change('disclosures', find('disclosures', 项目='行政处罚', 单位='区城管局'), '处理决定数量', '约1300', 'L-01', '不是整数')
    one = find('disclosures', 项目='行政许可', 单位='区水务局')
    change('disclosures', one, '单位', '区司法局', 'R-04', '同一单位同一项目两行')
    plant.ledgers['disclosures'][1][find('disclosures', 项目='规章')].update(本年制发件数=1, 现行有效件数=1)
    plant.note('T2-01', '', '', 'table2.regulation', '县级政府报了规章')
    change('units', find('units', 单位名称='区退役军人局'), '简称', '区民政局', 'U-02', '简称是另一个单位的名称')


def break_tasks(plant):
    find, change = plant.find, plant.change
    change('tasks', find('tasks', 序号='3'), '状态', '基本完成', 'R-05', '没有这种状态')
    change('tasks', find('tasks', 序号='8'), '完成时限', '适时推进', 'L-01', '看不出到哪一天')
    change('tasks', find('tasks', 序号='12'), '完成日期', '2024-11-31', 'L-01', '没有这一天')
    change('tasks', find('tasks', 序号='43'), '责任单位', '区大数据服务中新', 'U-01', '单位名称写错一个字')
    change('tasks', find('tasks', 序号='53'), '具体要求', '', 'R-07', '缺具体要求')


def break_activities(plant):
    find, change = plant.find, plant.change
    change('activities', find('activities', 活动名称='走进自来水厂'), '采纳意见数', '16', 'N-14', '采纳多于收集')
    change('activities', find('activities', 活动名称='老旧小区改造政策评价'), '结束日期', '2024-05-01', 'R-01', '结束早于举办')
    change('activities', find('activities', 活动名称='农事服务中心开放日'), '参与人数', '四十左右', 'L-01', '不是整数')
    change('activities', find('activities', 活动名称='公交线路调整征求意见'), '主办单位', '区公交公司', 'U-01', '单位名录里没有')
    change('activities', find('activities', 活动名称='城市管理实施细则征求意见'), '类别', '', 'R-07', '缺类别')


def break_points(plant):
    """What the points of 2024 ask for, in vain; half of it is so in the sound sample, too."""
    plans = plant.ledgers['tasks'][1][plant.find('tasks', 序号='59')]
    plans['完成日期'] = '2024-08-02'
    for row in plant.ledgers['requests'][1]:
        if row['事项类别'] in ('其他', '机构人员', '房屋管理'):
            row['事项类别'] = ''
    blank = dict.fromkeys(plant.ledgers['activities'][0], '')
    plant.ledgers['activities'][1].append({**blank, '活动名称': '公众代表列席区政府常务会议', '类别': '列席会议', '主办单位': '区政府办公室',
                                           '举办日期': '2024-09-13', '形式': '线下', '反馈公开': '否'})
    for code, cell, what in (
            ('LW-01', 'activities.by_class.听取汇报', '许多单位没有听取汇报'), ('LW-02', 'activities.by_class.培训', '许多单位没有培训'),
            ('LW-03', 'activities.by_class.政策评价', '制发文件而评价不足两次'), ('LW-04', 'tasks', '实施方案8月才制定'),
            ('LW-05', 'requests.by_topic', '许多申请没有写事项类别'), ('LW-06', 'requests.by_topic.征地拆迁', '文字没有说怎样转为主动公开'),
            ('LW-07', 'tasks.total', '有错误的任务没有计入'), ('LW-08', 'activities.published_feedback', '采纳情况没有公开'),
            ('SD-02', 'activities.by_class.列席会议', '列席代表的意见没有公开'), ('SD-03', '', '没有写建议提案办理结果公开情况'), ('SD-04', '', '没有写创新情况')):
        plant.note(code, '', '', cell, what)


def fewer(previous, kept):
    """Last year's figures for a quarter of the applications; what is carried over agrees with those that are kept."""
    names = {name: unit['name'] for unit in facts.units() for name in (unit['name'], unit['short'])}
    carried = [row for row in kept if row['是否上年结转'] == '是']
    ids = {(names[row['受理单位']], row['申请编号']) for row in carried}
    rows = {key: [n // 4 for n in counts[:-1]] for key, counts in previous['table3'].items()}
    rows['carried_out'] = [sum(row['申请人类型'] == name for row in carried) for name in APPLICANTS]
    rows['total'] = [sum(rows[key][c] for key in OUTCOMES) for c in range(len(APPLICANTS))]
    rows['carried_in'] = [0] * len(APPLICANTS)
    rows['received'] = [done + out for done, out in zip(rows['total'], rows['carried_out'])]
    open_ids = [i for i in previous['requests']['open_ids'] if (i['unit'], i['id']) in ids]
    return {**previous, 'table3': {key: [*counts, sum(counts)] for key, counts in rows.items()},
            'requests': {'answered': sum(rows['total']), 'open': len(open_ids), 'open_ids': copy.deepcopy(open_ids)}}


def break_previous(plant, previous):
    """One more carried out than came over, in a column and, twice, in the total; one application named wrongly."""
    previous['table3']['carried_out'][0] += 1
    previous['table3']['carried_out'][-1] += 2
    plant.note('Y-01', '', '', 'table3.carried_in.natural_person', '上年结转比上年报告的结转下年度少 1 件')
    plant.note('Y-01', '', '', 'table3.carried_in.total', '上年报告的总计又多写 1 件')
    lost = previous['requests']['open_ids'][0]
    line = plant.find('requests', 申请编号=lost['id'], 是否上年结转='是') + 2
    plant.note('Y-04', 'data/requests.csv', line, '申请编号', '上年没有列为未办结')
    plant.note('Y-04', 'data/previous.json', '', 'requests.open_ids', '上年列为未办结，本年没有转来')
    lost['id'] += 'A'


def write(folder, clean, previous):
    ledgers = {name: (head, [dict(r) for r in rows]) for name, (head, rows) in clean.items()}
    head, rows = ledgers['requests']
    ledgers['requests'] = (head, rows[::4])
    previous = fewer(previous, ledgers['requests'][1])
    plant = Planter(ledgers)
    for damage in (break_requests, break_cases, break_tasks, break_activities, break_points):
        damage(plant)
    break_previous(plant, previous)
    plant.note('X-05', 'text/platforms.md', 1, '', '文字里留有没填的空')
    for name, (head, rows) in ledgers.items():
        path = os.path.join(folder, 'data', name + '.csv')
        write_csv(path, head, rows)
        if name in GB18030:
            with open(path, encoding='utf-8-sig', newline='') as file:
                text = file.read()
            with open(path, 'w', encoding='gb18030', newline='') as file:
                file.write(text)
    write_json(os.path.join(folder, 'data', 'previous.json'), previous)
    write_csv(os.path.join(folder, 'planted.csv'), '代码 文件 行 标题 说明'.split(), plant.list)
    for name, text in (('report.toml', REPORT), ('README.md', README), ('text/overview.md', OVERVIEW),
                       ('text/platforms.md', PLATFORMS)):
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), 'w', encoding='utf-8', newline='') as file:
            file.write(text)
