"""The broken variant of samples/published-city: a tenth of its ledgers with faults put in on purpose.

Each fault is written down in planted.csv (code, file, line, heading, what was done), so that a reader and the
tests know what has to be found. Called by generate_published_city.py; invented like everything there.
"""
import os

REPORT = '''# 由 samples/generate_published_city.py 写出：台账里故意放了错误，清单见 planted.csv。全部内容为虚构。
year = 2024
issuer = "样例市人民政府（示例，错误演示）"
body = "政府"
level = "市级"
scope = "汇总"
locality = "national"
date = 2025-03-05

[ledgers]
requests = "data/requests.csv"
unit_tables = "data/unit_tables.csv"
reviews = "data/reviews.csv"
disclosures = "data/disclosures.csv"
units = "data/units.csv"

[text]
management = "text/management.md"
'''
README = '''# 示例：有错误的台账（虚构）

`samples/published-city` 的台账每十行取一行，再故意放入各种错误，用来看程序怎样报告。每一处错误的代码、文件、行和做法
列在 `planted.csv`，由 `samples/break_published_city.py` 写出。一次运行应当找出全部错误：

    nianbao check samples/published-city-broken

退出状态为 1。全部内容均为虚构，不反映任何真实机关；本目录的数与任何已公布的报告都没有关系。
'''
TEXT = '''健全政府信息的制作、审核、发布和动态调整制度。

<div class="note">这一行是网页代码，不是文字。</div>
'''


class Planter:
    """Changes rows and keeps the list of what has to be found."""

    def __init__(self):
        self.list = []

    def note(self, code, file, line, heading, what):
        self.list.append({'代码': code, '文件': file, '行': line, '标题': heading, '说明': what})

    def change(self, code, file, rows, index, heading, value, what):
        rows[index][heading] = value
        self.note(code, file, index + 2, heading, what)


def closed_rows(rows):
    """Indexes of plain rows: replied, without correction, extension or fee."""
    return [i for i, r in enumerate(rows) if r['答复日期'] and not r['补正告知日期'] and r['是否延期'] == '否'
            and not r['收费通知日期'] and '2024-02-01' < r['收到日期'] < '2024-11-01']


def break_requests(rows, plant):
    file, free = 'data/requests.csv', closed_rows(rows)
    at = iter(free[3::4])
    change = lambda code, heading, value, what: plant.change(code, file, rows, next(at), heading, value, what)
    plant.note('L-04', file, 1, '收到日期', '标题写成登记日期，含义只是相近')
    change('R-01', '答复日期', '2024-01-02', '答复早于收到')
    i = next(at)
    plant.change('R-02', file, rows, i, '答复日期', '', '有办理结果而没有答复日期')
    change('R-03', '办理结果', '', '有答复日期而没有办理结果')
    i = next(at)
    same = next(j for j in range(i + 1, len(rows)) if rows[j]['受理单位'] == rows[i]['受理单位'])
    plant.change('R-04', file, rows, same, '申请编号', rows[i]['申请编号'], '同一单位编号重复')
    change('R-05', '办理结果', '不予公开', '只写了大类，没有写到具体情形')
    change('R-05', '办理结果', '1', '只写了序号')
    change('R-06', '申请人类型', '村民小组', '表中没有这一类申请人')
    change('R-07', '收到日期', '', '缺收到日期')
    change('R-07', '申请编号', '', '缺编号')
    change('L-01', '收到日期', '2024-02-30', '没有这一天')
    change('L-01', '答复日期', '年底', '不是日期')
    change('U-01', '受理单位', '样例市教育居', '单位名称写错一个字')


def unit_tables(plant):
    """示例戊县 files tables in place of records, with faults; 示例丁县 files them although its records are here."""
    file, rows = 'data/unit_tables.csv', []
    people = {'received': 20, 'carried_in': 2, 'granted': 12, 'partial': 3, 'unavailable.not_held': 4, 'total': 19,
              'carried_out': 3}
    keys = ('received carried_in granted partial refused.state_secret refused.law_forbids refused.security_stability '
            'refused.third_party refused.internal_affairs refused.process_information refused.enforcement_files '
            'refused.query_procedure unavailable.not_held unavailable.needs_creation unavailable.still_unclear '
            'not_processed.petition not_processed.repeated not_processed.publication not_processed.excessive '
            'not_processed.confirm_again other.correction_overdue other.fee_overdue other.other total carried_out').split()
    columns = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计'.split()

    def table3(unit):
        for key in keys:
            for column in columns:
                value = people.get(key, 0) if column in ('自然人', '总计') else 0
                rows.append({'单位': unit, '表': '表三', '行': key, '列': column, '值': value})

    table3('示例戊县人民政府')
    for group, cells in (('行政复议', (1, 1, 0, 0, 2)), ('未经复议直接起诉', (0,) * 5), ('复议后起诉', (0,) * 5)):
        for column, value in zip('结果维持 结果纠正 其他结果 尚未审结 总计'.split(), cells):
            rows.append({'单位': '示例戊县人民政府', '表': '表四', '行': group, '列': column, '值': value})
    table3('示例丁县人民政府')

    def change(code, row, column, value, what):
        i = next(i for i, r in enumerate(rows) if r['行'] == row and r['列'] == column)
        plant.change(code, file, rows, i, '值', value, what)

    change('T3-01', 'carried_out', '自然人', 5, '一加二不等于三（七）加四')
    change('T3-02', 'granted', '自然人', 11, '各项办理结果之和不等于总计')
    change('T3-03', 'partial', '总计', 4, '各类申请人之和不等于总计')
    change('V-01', 'refused.third_party', '科研机构', '', '应填数的格留空')
    change('V-02', 'other.other', '商业企业', '-1', '负数')
    change('T4-01', '行政复议', '总计', 3, '四项结果之和不等于总计')
    second = next(i for i, r in enumerate(rows) if r['单位'] == '示例丁县人民政府')
    plant.note('S-02', file, second + 2, '单位', '本单位的申请台账已经计入，又报了表三')
    return rows


def break_others(ledgers, plant):
    units, disclosures = ledgers['units'][1], ledgers['disclosures'][1]
    plant.change('U-02', 'data/units.csv', units, 14, '简称', '市交通运输局', '同一简称指两个单位')
    i = next(i for i, r in enumerate(disclosures) if r['项目'] == '行政处罚')
    plant.change('L-01', 'data/disclosures.csv', disclosures, i, '处理决定数量', '约500', '不是整数')
    reviews = ledgers['reviews'][1]
    plant.change('U-01', 'data/reviews.csv', reviews, 5, '单位', '样例县某局', '单位名录里没有')
    plant.note('C-02', 'text/management.md', 3, '', '文字里有网页代码')


def write(folder, clean, write_csv):
    keep = {'requests': 10, 'reviews': 10, 'disclosures': 1, 'units': 1}
    ledgers = {name: (head, [dict(r) for r in rows[::keep[name]]]) for name, (head, rows) in clean.items()}
    head, requests = ledgers['requests']
    requests = [r for r in requests if r['受理单位'] not in ('示例戊县人民政府', '戊县政府')]
    ledgers['requests'] = (head, requests)
    review_head, reviews = ledgers['reviews']
    ledgers['reviews'] = (review_head, [r for r in reviews if r['单位'] != '示例戊县人民政府'])
    plant = Planter()
    break_requests(requests, plant)
    tables = unit_tables(plant)
    break_others(ledgers, plant)
    ledgers['requests'] = (['登记日期' if h == '收到日期' else h for h in head],
                           [{'登记日期' if k == '收到日期' else k: v for k, v in r.items()} for r in requests])
    ledgers['unit_tables'] = ('单位 表 行 列 值'.split(), tables)
    for name, (columns, rows) in ledgers.items():
        write_csv(os.path.join(folder, 'data', name + '.csv'), columns, rows)
    write_csv(os.path.join(folder, 'planted.csv'), '代码 文件 行 标题 说明'.split(), plant.list)
    for name, text in (('report.toml', REPORT), ('README.md', README), ('text/management.md', TEXT)):
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write(text)
