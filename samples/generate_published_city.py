#!/usr/bin/env python3
"""Writes the data of samples/published-city and the whole of samples/published-city-broken.

REAL are only the totals in published-city/published-totals.json: tables 二, 三 and 四 of the 2024 report on
openness of government information that 淮安市人民政府 published, and the 3,940 元 of processing fees in its
section 六. INVENTED is everything else: the body, its units, every application, date, channel, topic,
lawsuit, amount of a unit, and all of last year's figures. No line here says anything about a real
application or a real office. Invented ids begin with 示例.

The same input gives the same bytes on every machine: one seed, a generator of our own, no clock. Standard
library only. Run it from anywhere; `git diff` must then be empty.
"""
import csv
import datetime
import json
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
CITY = os.path.join(HERE, 'published-city')
# Days off and make-up days as the State Council's office set them, as far as the dates of the ledgers reach.
DAYS_OFF = ('2024-01-01 2024-02-10~2024-02-17 2024-04-04~2024-04-06 2024-05-01~2024-05-05 2024-06-10 '
            '2024-09-15~2024-09-17 2024-10-01~2024-10-07 2025-01-01 2025-01-28~2025-02-04').split()
MAKE_UP_DAYS = ('2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 2025-01-26 '
                '2025-02-08').split()
YEAR = 2024
EXPORTED = datetime.date(2025, 1, 10)  # the ledgers show what was known on this day
FEES = (('900.00', 'granted'), ('700.00', 'granted'), ('1240.00', 'partial'), ('1100.00', 'granted'))

# name, short name, other name, kind, weight in applications, 应报, 计入汇总, why not, 零报告
UNITS = [
    ('样例市人民政府办公室', '市政府办', '样例市政府办公室', '政府办公室', 60, '是', '是', '', '否'),
    ('样例市发展和改革委员会', '市发展改革委', '', '部门', 60, '是', '是', '', '否'),
    ('样例市教育局', '市教育局', '', '部门', 70, '是', '是', '', '否'),
    ('样例市科学技术局', '市科技局', '', '部门', 8, '是', '是', '', '否'),
    ('样例市工业和信息化局', '市工信局', '', '部门', 12, '是', '是', '', '否'),
    ('样例市公安局', '市公安局', '', '部门', 210, '是', '是', '', '否'),
    ('样例市民政局', '市民政局', '', '部门', 30, '是', '是', '', '否'),
    ('样例市财政局', '市财政局', '', '部门', 45, '是', '是', '', '否'),
    ('样例市人力资源和社会保障局', '市人社局', '市人力资源社会保障局', '部门', 120, '是', '是', '', '否'),
    ('样例市自然资源和规划局', '市自然资源和规划局', '市资源规划局', '部门', 420, '是', '是', '', '否'),
    ('样例市生态环境局', '市生态环境局', '', '部门', 90, '是', '是', '', '否'),
    ('样例市住房和城乡建设局', '市住建局', '市住房城乡建设局', '部门', 260, '是', '是', '', '否'),
    ('样例市城市管理局', '市城管局', '', '部门', 80, '是', '是', '', '否'),
    ('样例市交通运输局', '市交通运输局', '市交通局', '部门', 50, '是', '是', '', '否'),
    ('样例市水利局', '市水利局', '', '部门', 25, '是', '是', '', '否'),
    ('样例市农业农村局', '市农业农村局', '', '部门', 60, '是', '是', '', '否'),
    ('样例市卫生健康委员会', '市卫生健康委', '市卫健委', '部门', 50, '是', '是', '', '否'),
    ('样例市应急管理局', '市应急局', '', '部门', 30, '是', '是', '', '否'),
    ('样例市市场监督管理局', '市市场监管局', '', '部门', 170, '是', '是', '', '否'),
    ('样例市审计局', '市审计局', '', '部门', 10, '是', '是', '', '否'),
    ('样例市统计局', '市统计局', '', '部门', 0, '是', '是', '', '是'),
    ('示例甲区人民政府', '甲区政府', '示例甲区', '政府', 330, '是', '是', '', '否'),
    ('示例乙区人民政府', '乙区政府', '示例乙区', '政府', 300, '是', '是', '', '否'),
    ('示例丙区人民政府', '丙区政府', '示例丙区', '政府', 240, '是', '是', '', '否'),
    ('示例丁县人民政府', '丁县政府', '示例丁县', '政府', 190, '是', '是', '', '否'),
    ('示例戊县人民政府', '戊县政府', '示例戊县', '政府', 150, '是', '是', '', '否'),
    ('示例高新技术产业开发区管理委员会', '高新区管委会', '', '功能区管委会', 70, '是', '是', '', '否'),
    ('国家税务总局样例市税务局', '市税务局', '', '垂直管理', 0, '否', '否', '在本系统报告', '否'),
]
APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
OUTCOMES = {
    'granted': '予以公开', 'partial': '部分公开', 'refused.state_secret': '属于国家秘密',
    'refused.law_forbids': '其他法律行政法规禁止公开', 'refused.security_stability': '危及“三安全一稳定”',
    'refused.third_party': '保护第三方合法权益', 'refused.internal_affairs': '属于三类内部事务信息',
    'refused.process_information': '属于四类过程性信息', 'refused.enforcement_files': '属于行政执法案卷',
    'refused.query_procedure': '属于行政查询事项', 'unavailable.not_held': '本机关不掌握相关政府信息',
    'unavailable.needs_creation': '没有现成信息需要另行制作',
    'unavailable.still_unclear': '补正后申请内容仍不明确', 'not_processed.petition': '信访举报投诉类申请',
    'not_processed.repeated': '重复申请', 'not_processed.publication': '要求提供公开出版物',
    'not_processed.excessive': '无正当理由大量反复申请',
    'not_processed.confirm_again': '要求行政机关确认或重新出具已获取信息',
    'other.correction_overdue': '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'other.fee_overdue': '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    'other.other': '其他',
}
CHANNELS = (('网络', 56), ('邮寄', 34), ('当面', 9), ('传真', 1))
TOPICS = (('征地拆迁', 30), ('国土空间规划', 14), ('房屋管理', 13), ('行政执法', 11), ('社会保障', 9), ('工程建设', 8),
          ('教育', 5), ('财政资金', 4), ('生态环境', 3), ('其他', 3))
REQUEST_HEAD = ('申请编号 受理单位 申请人类型 收到日期 受理渠道 事项类别 补正告知日期 补正收到日期 征求意见时间 是否延期 延期告知日期 '
                '延长工作日数 收费通知日期 缴费日期 答复日期 办结日期 办理结果 信息处理费(元)').split()


class Dice:
    """splitmix64: the same numbers on every machine and in every version of Python."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
        z = self.state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
        return z ^ (z >> 31)

    def below(self, n):
        return (self.next() >> 11) * n >> 53

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, weighted):
        x = self.below(sum(weight for _, weight in weighted))
        for value, weight in weighted:
            if x < weight:
                return value
            x -= weight
        raise AssertionError('weights do not add up')

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]

    def split(self, total, weights):
        """`total` into len(weights) whole parts near the weights that add up to it exactly."""
        parts = [total * w // sum(weights) for w in weights]
        for _ in range(total - sum(parts)):
            parts[self.pick([(i, w) for i, w in enumerate(weights)])] += 1
        return parts


class WorkingDays:
    """Working days around the year, numbered from 0 = the first one of the year."""

    def __init__(self):
        day, self.days = datetime.date(YEAR - 1, 10, 9), []
        while day.year <= YEAR or day.month < 4:
            if self.is_working(day):
                self.days.append(day)
            day += datetime.timedelta(days=1)
        days = self.days
        self.first = next(i for i, d in enumerate(days) if d.year == YEAR)
        self.count = sum(d.year == YEAR for d in days)

    @staticmethod
    def is_working(day):
        text = day.isoformat()
        is_off = any(span.split('~')[0] <= text <= span.split('~')[-1] for span in DAYS_OFF)
        return text in MAKE_UP_DAYS or (day.weekday() < 5 and not is_off)

    def day(self, index):
        return self.days[self.first + index]

    def on_or_after(self, date):
        return next(i for i, d in enumerate(self.days) if d >= date) - self.first


class Requests:
    """Case records that add up to table 三, each within its time limit."""

    def __init__(self, totals, calendar, dice):
        self.calendar, self.dice, self.rows = calendar, dice, []
        self.weights = [(u[0], u[4]) for u in UNITS if u[4]]
        self.fees = list(FEES)
        for column in range(6):
            closed = [key for key in OUTCOMES for _ in range(totals[key][column])]
            dice.shuffle(closed)
            carried_in = totals['carried_in'][column]
            for i, key in enumerate(closed):
                self.add(column, key, 'in' if i < carried_in else 'year')
            for _ in range(totals['carried_out'][column]):
                self.add(column, dice.pick([('granted', 5), ('partial', 2), ('unavailable.not_held', 3)]), 'out')
        self.number()

    def add(self, column, key, when):
        row = dict.fromkeys(REQUEST_HEAD, '')
        plan = self.steps(key)
        length = plan['end']
        if when == 'in':
            received = self.dice.between(1, min(length, 15)) - 1 - length
        elif when == 'out':
            received = self.calendar.count - self.dice.between(1, min(length, 20))
        else:
            received = self.dice.below(self.calendar.count - length)
        row['申请人类型'], row['办理结果'] = APPLICANTS[column], OUTCOMES[key]
        row['受理单位'] = self.dice.pick(self.weights)
        row['受理渠道'], row['事项类别'] = self.dice.pick(CHANNELS), self.dice.pick(TOPICS)
        self.write_dates(row, plan, received)
        if when == 'out' and self.calendar.day(received + length) > EXPORTED:
            row['办理结果'] = row['答复日期'] = row['办结日期'] = ''
        if when == 'year' and self.fees and key == self.fees[0][1] and self.dice.chance(2):
            row['信息处理费(元)'] = self.fees.pop(0)[0]
            row['收费通知日期'] = row['缴费日期'] = row['收到日期']
        self.rows.append(row)

    def steps(self, key):
        """What happens, as working days after receipt; `end` is the closing day."""
        dice = self.dice
        days = min(dice.between(1, 20), dice.between(6, 20)) if dice.chance(70) else dice.between(14, 20)
        if key == 'other.correction_overdue':
            asked = dice.between(1, 5)
            return {'asked': asked, 'end': asked + 15, 'quiet': True}
        if key == 'other.fee_overdue':
            return {'fee': dice.between(1, 4), 'told': dice.between(10, 15), 'end': 30, 'quiet': True}
        if key == 'other.other':
            return {'end': dice.between(1, 12), 'quiet': True}  # withdrawn by the applicant
        if key == 'unavailable.still_unclear' or (key in ('granted', 'partial') and dice.chance(3)):
            asked = dice.between(1, 6)
            came = asked + dice.between(2, 10)
            return {'asked': asked, 'came': came, 'end': came + days}
        if key == 'refused.third_party':
            sent = dice.between(1, 4)
            answered = sent + dice.between(5, 12)
            return {'sent': sent, 'answered': answered, 'end': answered + dice.between(2, 6)}
        if dice.chance(6):
            return {'told': dice.between(14, 19), 'end': dice.between(21, 36)}
        return {'end': days}

    def write_dates(self, row, plan, received):
        day = lambda step: self.calendar.day(received + step).isoformat()
        row['收到日期'] = day(0)
        if 'asked' in plan:
            row['补正告知日期'] = day(plan['asked'])
        if 'came' in plan:
            row['补正收到日期'] = day(plan['came'])
        if 'sent' in plan:
            row['征求意见时间'] = day(plan['sent']) + '~' + day(plan['answered'])
        row['是否延期'] = '是' if 'told' in plan else '否'
        if 'told' in plan:
            row['延期告知日期'], row['延长工作日数'] = day(plan['told']), '20'
        if 'fee' in plan:
            row['收费通知日期'] = day(plan['fee'])
        row['办结日期' if plan.get('quiet') else '答复日期'] = day(plan['end'])

    def number(self):
        """Ids run within unit and year of receipt, in the order of receipt; a few rows use the unit's short name."""
        self.rows.sort(key=lambda r: r['收到日期'])
        order = {u[0]: i for i, u in enumerate(UNITS)}
        seen, aliases = {}, {u[0]: u[1] for u in UNITS}
        for i, row in enumerate(self.rows):
            key = (row['受理单位'], row['收到日期'][:4])
            seen[key] = seen.get(key, 0) + 1
            row['申请编号'] = f"示例-{order[key[0]] + 1:02d}-{key[1]}-{seen[key]:04d}"
            if i % 9 == 4:
                row['受理单位'] = aliases[row['受理单位']]


REVIEW_HEAD = '案号 单位 类别 结果 受理日期 结案日期 审级 被告身份 原因'.split()
CASES = (('review', '行政复议', '复'), ('litigation_direct', '未经复议直接起诉', '诉'),
         ('litigation_after_review', '复议后起诉', '复诉'))
RESULTS = ('结果维持', '结果纠正', '其他结果', '尚未审结')
REASONS = (('不服不予公开', 3), ('不服信息不存在的答复', 5), ('认为答复内容不准确', 3), ('未按期答复', 1))


def reviews(totals, calendar, dice):
    units = [(u[0], u[4]) for u in UNITS if u[4]]
    rows, number = [], 0
    for key, kind, word in CASES:
        for result, count in zip(RESULTS, totals[key]):
            for i in range(count):
                number += 1
                open_case = result == '尚未审结'
                accepted = dice.between(150, calendar.count - 2) if open_case else dice.between(-25, 190)
                closed = '' if open_case else calendar.day(max(accepted, 0) + dice.between(3, 55)).isoformat()
                row = dict(zip(REVIEW_HEAD, (f'示例{word}{YEAR}-{number:04d}', dice.pick(units), kind, result,
                                             calendar.day(accepted).isoformat(), closed, '', '原行为机关',
                                             dice.pick(REASONS))))
                if key != 'review':
                    row['审级'] = '一审'
                    if not open_case and i % 4 == 3:  # both instances stand in the ledger; the later one counts
                        rows.append(dict(row, 结果='结果维持'))
                        row.update(审级='二审', 受理日期=row['结案日期'],
                                   结案日期=calendar.day(calendar.on_or_after(
                                       datetime.date.fromisoformat(row['结案日期'])) + 12).isoformat())
                rows.append(row)
    for i in range(3):  # the review body as co-defendant: stands in the ledger, is not counted
        rows.append(dict(zip(REVIEW_HEAD, (f'示例共{YEAR}-{i + 1:04d}', UNITS[0][0], '复议后起诉', '结果维持',
                                           calendar.day(60 + i).isoformat(), calendar.day(100 + i).isoformat(),
                                           '一审', '复议共同被告', '未按期答复'))))
    return rows


DISCLOSURE_HEAD = '单位 项目 本年制发件数 本年废止件数 现行有效件数 处理决定数量 收费金额(万元) 收费金额(元)'.split()


def disclosures(totals, dice):
    """Table 二 by unit; the charges of one unit are kept in 元."""
    blank = dict.fromkeys(DISCLOSURE_HEAD, '')
    counted = [u[0] for u in UNITS if u[6] == '是']
    rows = [dict(blank, 单位=UNITS[0][0], 项目='规章', 本年制发件数=totals['regulation']['issued'],
                 本年废止件数=totals['regulation']['repealed'], 现行有效件数=totals['regulation']['valid'])]
    drafters = [counted[i] for i in (0, 1, 2, 7, 8, 9, 11, 16, 21, 22, 23, 24, 25)]
    document = totals['normative_document']
    spread = [dice.split(document[k], [w] * len(drafters)) for k, w in (('issued', 1), ('repealed', 2), ('valid', 5))]
    for unit, issued, repealed, valid in zip(drafters, *spread):
        rows.append(dict(blank, 单位=unit, 项目='行政规范性文件', 本年制发件数=issued, 本年废止件数=repealed, 现行有效件数=valid))
    for key, item in (('licence', '行政许可'), ('penalty', '行政处罚'), ('compulsion', '行政强制')):
        deciders = [u for u in counted if dice.chance(75)]
        for unit, count in zip(deciders, dice.split(totals[key], [dice.between(1, 60) for _ in deciders])):
            rows.append(dict(blank, 单位=unit, 项目=item, 处理决定数量=count))
    tenths = int(totals['administrative_charge'].replace('.', ''))  # one decimal place: 0.1 万元
    chargers = [counted[i] for i in (2, 5, 9, 11, 12, 14, 16, 21, 22, 23, 24, 25)]
    for i, (unit, part) in enumerate(zip(chargers, dice.split(tenths, [dice.between(1, 40) for _ in chargers]))):
        amount = {'收费金额(元)': f'{part}000'} if i == 3 else {'收费金额(万元)': f'{part // 10}.{part % 10}'}
        rows.append(dict(blank, 单位=unit, 项目='行政事业性收费', **amount))
    return rows


def last_year(totals, requests, dice):
    """Figures of the year before, invented so that this year follows from them."""
    near = lambda n: n * dice.between(82, 108) // 100
    with_total = lambda parts: parts + [sum(parts)]
    table3 = {key: with_total([near(n) for n in totals['table3'][key][:6]]) for key in OUTCOMES}
    done = [sum(table3[key][c] for key in OUTCOMES) for c in range(7)]
    out = totals['table3']['carried_in']
    carried_in = with_total([min(near(n), done[c] + out[c]) for c, n in enumerate(out[:6])])
    received = [done[c] + out[c] - carried_in[c] for c in range(7)]
    table3 = {'received': received, 'carried_in': carried_in, **table3, 'total': done, 'carried_out': out}
    t2, names = totals['table2'], {u[1]: u[0] for u in UNITS}
    stock = lambda d: {'issued': d['issued'] + 1, 'repealed': d['repealed'] // 2,
                       'valid': d['valid'] - d['issued'] + d['repealed']}
    ids = [{'unit': names.get(r['受理单位'], r['受理单位']), 'id': r['申请编号']}
           for r in requests if r['收到日期'] < f'{YEAR}-01-01']
    return {
        'schema': 'nianbao/figures/1', 'year': YEAR - 1, 'issuer': '样例市人民政府（示例）', 'body': '政府', 'level': '市级',
        'scope': '汇总', 'locality': 'national',
        'table2': {'regulation': stock(t2['regulation']), 'normative_document': stock(t2['normative_document']),
                   'licence': near(t2['licence']), 'penalty': near(t2['penalty']),
                   'compulsion': near(t2['compulsion']), 'administrative_charge': '90316.4'},
        'table3': table3,
        'table4': {k: with_total([near(n) for n in v[:4]]) for k, v in totals['table4'].items()},
        'requests': {'answered': done[6], 'open': out[6], 'open_ids': ids},
    }


def write_csv(path, head, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8-sig', newline='') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(head)
        writer.writerows([row[h] for h in head] for row in rows)


def write_json(path, value):
    """As JSON with one row of a table per line."""
    flat = lambda v: not isinstance(v, (dict, list)) or all(not isinstance(x, (dict, list)) for x in (
        v.values() if isinstance(v, dict) else v))

    def lines(v, indent):
        if flat(v):
            return json.dumps(v, ensure_ascii=False)
        inner = ' ' * (indent + 2)
        items = [json.dumps(k, ensure_ascii=False) + ': ' + lines(x, indent + 2) for k, x in v.items()] \
            if isinstance(v, dict) else [lines(x, indent + 2) for x in v]
        return '{['[isinstance(v, list)] + '\n' + ',\n'.join(inner + i for i in items) + '\n' + \
            ' ' * indent + '}]'[isinstance(v, list)]
    with open(path, 'w', encoding='utf-8') as file:
        file.write(lines(value, 0) + '\n')


UNIT_HEAD = '单位名称 类别 简称 别名 应报 计入汇总 不计原因 零报告'.split()


def main():
    import break_published_city
    with open(os.path.join(CITY, 'published-totals.json'), encoding='utf-8') as file:
        totals = json.load(file)
    calendar, dice = WorkingDays(), Dice(2024)
    requests = Requests(totals['table3'], calendar, dice).rows
    ledgers = {
        'requests': (REQUEST_HEAD, requests),
        'reviews': (REVIEW_HEAD, reviews(totals['table4'], calendar, dice)),
        'disclosures': (DISCLOSURE_HEAD, disclosures(totals['table2'], dice)),
        'units': (UNIT_HEAD, [dict(zip(UNIT_HEAD, (n, kind, short, other, due, counted, why, zero)))
                              for n, short, other, kind, _, due, counted, why, zero in UNITS]),
    }
    for name, (head, rows) in ledgers.items():
        write_csv(os.path.join(CITY, 'data', name + '.csv'), head, rows)
    write_json(os.path.join(CITY, 'data', 'previous.json'), last_year(totals, requests, dice))
    break_published_city.write(os.path.join(HERE, 'published-city-broken'), ledgers, write_csv)


if __name__ == '__main__':
    main()
