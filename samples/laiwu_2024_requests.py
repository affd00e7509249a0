"""The applications of samples/laiwu-2024: every one invented, none of any real applicant or office.

An application is planned in steps (a correction on the 5th working day, a consultation of 9, the reply on the 14th
day of the count) and the steps are walked to days, so that the count of each is known when it is written: by the
clock of the law, a correction or a fee begins the count anew on the day after it came, and the working days of a
consultation are no days of the count. SPECIAL holds what the dice would not give: the faults of the clock that the
sample shows on purpose, and receipts beside 春节 and 国庆. Everything else comes from the dice.
"""
import datetime

import laiwu_2024_facts as facts
from generate_published_city import APPLICANTS, OUTCOMES, WorkingDays

YEAR = 2024
EXPORTED = datetime.date(2025, 1, 20)  # the ledger shows what was known on this day
HEAD = ('申请编号 受理单位 申请人类型 收到日期 受理渠道 事项类别 补正告知日期 补正收到日期 征求意见时间 是否延期 延期告知日期 '
        '延长工作日数 另定答复期限 收费通知日期 缴费日期 答复日期 办结日期 办理结果 信息处理费(元) 原申请编号 是否上年结转 '
        '申请人代号 登记日期 审核日期 办理日期 是否协查 协查日期 归档日期').split()
CHANNELS = (('网络', 52), ('邮寄', 30), ('当面', 13), ('传真', 3), ('其他', 2))
APPLICANT_SHARES = tuple(zip(APPLICANTS, (80, 11, 2, 2, 4, 1)))

# What is closed in the year, by outcome; applications of SPECIAL and repeated ones are among them.
CLOSED = {
    'granted': 118, 'partial': 47, 'refused.state_secret': 1, 'refused.law_forbids': 5, 'refused.security_stability': 2,
    'refused.third_party': 9, 'refused.internal_affairs': 7, 'refused.process_information': 9,
    'refused.enforcement_files': 11, 'refused.query_procedure': 13, 'unavailable.not_held': 84,
    'unavailable.needs_creation': 9, 'unavailable.still_unclear': 5, 'not_processed.petition': 14,
    'not_processed.repeated': 9, 'not_processed.publication': 1, 'not_processed.excessive': 3,
    'not_processed.confirm_again': 4, 'other.correction_overdue': 11, 'other.fee_overdue': 3, 'other.other': 16,
}
CARRIED_IN, CARRIED_OUT, BEFORE, AFTER = 18, 25, 6, 8  # the last two lie outside the year
QUIET = ('other.correction_overdue', 'other.fee_overdue', 'other.other')  # closed without a reply

# How units write: dates, and outcomes (official wording, path or key of the form, or a short wording).
DATE_STYLES = {'区住房城乡建设局': '{0.year}/{0.month}/{0.day}', '区农业农村局': '{0.year}.{0.month}.{0.day}',
               '凤城街道办事处': '{0.year}年{0.month}月{0.day}日', '区市场监管局': '{0:%Y%m%d}'}
PATHS = {'refused.third_party': '（三）4', 'refused.enforcement_files': '（三）7', 'granted': '（一）', 'partial': '（二）',
         'unavailable.not_held': '（四）1', 'other.other': '（六）3', 'not_processed.petition': '（五）1'}
SHORT = {'granted': '公开', 'unavailable.not_held': '信息不存在', 'other.other': '主动撤回', 'not_processed.petition': '信访',
         'other.correction_overdue': '逾期不补正', 'refused.query_procedure': '行政查询事项'}
KEYS = {key: key for key in OUTCOMES}
OUTCOME_STYLES = {'区城管局': PATHS, '区农业农村局': SHORT, '凤城街道办事处': SHORT, '区大数据服务中心': KEYS}

# unit; received; outcome; steps. Steps are working days: corrections (asked, came after) and the fee (asked, paid
# after) from receipt or from the step before; consultations (from, to) and the extension (told) from the last of
# them; `reply` is the day of the count on which the reply goes out, `agreed` the agreed date. Each line: what it shows.
SPECIAL = (
    # K-01, late by 1, 1, 2, 3, 4, 6, 8 and 10 working days
    ('区自然资源局', '2024-03-06', 'partial', {'reply': 21}),
    ('凤城街道办事处', '2024-05-13', 'unavailable.not_held', {'reply': 21}),
    ('区住房城乡建设局', '2024-01-24', 'granted', {'reply': 22}),
    ('张家洼街道办事处', '2024-06-20', 'granted', {'reply': 23}),
    ('区农业农村局', '2024-07-23', 'refused.process_information', {'reply': 24}),
    ('区自然资源局', '2024-09-12', 'unavailable.not_held', {'reply': 26}),
    ('苗山镇人民政府', '2024-04-16', 'granted', {'reply': 28}),
    ('雪野旅游度假区管委会', '2024-08-05', 'unavailable.needs_creation', {'reply': 30}),
    # K-02: told on the 21st day, so that the limit stays and the reply is late; no date of telling; told on the 20th: none
    ('区城管局', '2024-04-22', 'granted', {'told': 21, 'reply': 24}),
    ('高庄街道办事处', '2024-10-08', 'partial', {'told': 0, 'reply': 29}),
    ('区财政局', '2024-05-20', 'granted', {'told': 20, 'reply': 36}),
    # K-03: 25 days more
    ('区住房城乡建设局', '2024-07-02', 'partial', {'told': 18, 'extra': 25, 'reply': 33}),
    # K-04: correction asked on the 8th and the 9th working day; on the 7th: none
    ('区人力资源社会保障局', '2024-03-18', 'granted', {'corrections': ((8, 4),), 'reply': 12}),
    ('鹏泉街道办事处', '2024-09-27', 'unavailable.not_held', {'corrections': ((9, 6),), 'reply': 10}),
    ('区教育和体育局', '2024-02-06', 'granted', {'corrections': ((8, 3),), 'reply': 15}),
    ('区民政局', '2024-06-05', 'granted', {'corrections': ((7, 5),), 'reply': 9}),
    # K-05: consultations of 16, 17 and 19 working days; of 15: none
    ('区自然资源局', '2024-04-09', 'refused.third_party', {'consultations': ((3, 19),), 'reply': 14}),
    ('区发展改革局', '2024-08-14', 'partial', {'consultations': ((2, 19),), 'reply': 17}),
    ('莱芜高新技术产业开发区管委会', '2024-09-18', 'refused.third_party', {'consultations': ((4, 23),), 'reply': 12}),
    ('区卫生健康局', '2024-10-21', 'partial', {'consultations': ((3, 18),), 'reply': 16}),
    # K-06: a second correction
    ('区自然资源局', '2024-02-26', 'granted', {'corrections': ((4, 5), (6, 4)), 'reply': 13}),
    ('区农业农村局', '2024-05-08', 'unavailable.still_unclear', {'corrections': ((5, 8), (5, 7)), 'reply': 8}),
    ('牛泉镇人民政府', '2024-10-10', 'unavailable.not_held', {'corrections': ((3, 4), (7, 6)), 'reply': 11}),
    # consultations that overlap take a day away once
    ('区住房城乡建设局', '2024-03-04', 'refused.third_party', {'consultations': ((2, 9), (6, 14)), 'reply': 15}),
    ('区自然资源局', '2024-07-16', 'partial', {'consultations': ((1, 8), (4, 12)), 'reply': 18}),
    ('区市场监管局', '2024-09-23', 'refused.third_party', {'consultations': ((3, 10), (5, 8)), 'reply': 19}),
    ('口镇街道办事处', '2024-11-06', 'partial', {'consultations': ((2, 7), (7, 13)), 'reply': 12}),
    # agreed dates (第三十五条)
    ('区自然资源局', '2024-05-27', 'partial', {'agreed': '2024-08-09', 'reply': 52}),
    ('区政府办公室', '2024-03-12', 'granted', {'agreed': '2024-05-31', 'reply': 45}),
    ('区财政局', '2024-08-19', 'partial', {'agreed': '2024-10-25', 'reply': 38}),
    # beside 春节, which the make-up days 4 and 18 February enclose; the 20th day
    ('区自然资源局', '2024-02-02', 'granted', {'reply': 20}),
    ('区住房城乡建设局', '2024-02-04', 'unavailable.not_held', {'reply': 20}),
    ('凤城街道办事处', '2024-02-08', 'granted', {'reply': 20}),
    ('区人力资源社会保障局', '2024-02-09', 'granted', {'reply': 19}),
    ('区政府办公室', '2024-02-18', 'partial', {'reply': 20}),
    ('高庄街道办事处', '2024-01-31', 'granted', {'told': 15, 'reply': 34}),
    # beside 国庆, with the make-up days 29 September and 12 October; one reply goes out on the make-up Saturday
    ('区自然资源局', '2024-09-27', 'granted', {'reply': 20}),
    ('区教育和体育局', '2024-09-29', 'granted', {'reply': 20}),
    ('张家洼街道办事处', '2024-09-30', 'unavailable.not_held', {'reply': 20}),
    ('区卫生健康局', '2024-09-26', 'granted', {'reply': 8}),
    ('区住房城乡建设局', '2024-10-12', 'partial', {'reply': 19}),
    # answered on the spot
    ('区行政审批服务局', '2024-06-12', 'granted', {'channel': '当面', 'reply': 0}),
    ('凤城街道办事处', '2024-11-20', 'granted', {'channel': '当面', 'reply': 0}),
    # 信息处理费, paid
    ('区自然资源局', '2024-04-02', 'granted', {'fee': (5, 4), 'amount': '40.00', 'reply': 6}),
    ('区住房城乡建设局', '2024-06-17', 'granted', {'fee': (8, 7), 'amount': '1060.00', 'reply': 9}),
    ('区财政局', '2024-07-08', 'partial', {'fee': (6, 3), 'amount': '220.00', 'reply': 8}),
    ('莱芜高新技术产业开发区管委会', '2024-10-15', 'granted', {'fee': (7, 9), 'amount': '460.00', 'reply': 5}),
    ('区农业农村局', '2024-11-01', 'granted', {'fee': (4, 5), 'amount': '110.00', 'reply': 7}),
    # two applications, officially split
    ('区自然资源局', '2024-06-03', 'granted', {'split': 1, 'reply': 13}),
    ('区自然资源局', '2024-06-03', 'unavailable.not_held', {'split': 1, 'reply': 13}),
    ('区自然资源局', '2024-06-03', 'refused.process_information', {'split': 1, 'reply': 16}),
    ('高庄街道办事处', '2024-08-27', 'granted', {'split': 2, 'reply': 11}),
    ('高庄街道办事处', '2024-08-27', 'unavailable.not_held', {'split': 2, 'reply': 11}),
    # carried in, past due at the end of last year
    ('区自然资源局', '2023-11-28', 'granted', {'reply': 26, 'past_due': True}),
    # open at the end of the year and past due; two of them answered in January
    ('区自然资源局', '2024-11-18', 'unavailable.not_held', {'reply': 35}),
    ('区住房城乡建设局', '2024-11-25', 'granted', {'reply': 27}),
    ('寨里镇人民政府', '2024-11-21', 'granted', {'reply': 60}),
    # open at the end of the year: extended; correction, consultation and payment awaited
    ('区人力资源社会保障局', '2024-11-27', 'granted', {'told': 19, 'reply': 37}),
    ('凤城街道办事处', '2024-12-02', 'partial', {'told': 17, 'reply': 31}),
    ('区自然资源局', '2024-12-18', 'granted', {'corrections': ((5, 40),), 'reply': 5}),
    ('区城管局', '2024-12-20', 'granted', {'corrections': ((6, 8),), 'reply': 16}),
    ('区发展改革局', '2024-12-12', 'refused.third_party', {'consultations': ((4, 16),), 'reply': 18}),
    ('鹏泉街道办事处', '2024-12-16', 'partial', {'consultations': ((6, 60),), 'reply': 18}),
    ('区政府办公室', '2024-12-11', 'granted', {'fee': (9, 60), 'amount': '70.00', 'reply': 4}),
)

_ONE = datetime.timedelta(days=1)


def working_day_after(day, count):
    """The `count`-th working day after `day`; the day itself for 0."""
    while count:
        day += _ONE
        count -= WorkingDays.is_working(day)
    return day


def day_of_count(start, number, consultations):
    """The day on which the count that began after `start` reaches `number`."""
    day = start
    while number:
        day += _ONE
        is_off = any(begin < day <= end for begin, end in consultations)
        number -= WorkingDays.is_working(day) and not is_off
    return day


class Timeline:
    """The days of one application, walked from its steps."""

    def __init__(self, received, steps):
        start = self.received = received
        self.asked, self.came = [], []
        for asked, wait in steps.get('corrections', ()):
            self.asked.append(working_day_after(start, asked))
            start = working_day_after(self.asked[-1], wait)
            self.came.append(start)
        if steps.get('unanswered'):
            self.came.pop()
        self.fee_asked = self.fee_paid = None
        if 'fee' in steps:
            asked, wait = steps['fee']
            self.fee_asked = working_day_after(start, asked)
            start = self.fee_paid = working_day_after(self.fee_asked, wait)
        if steps.get('unpaid'):
            self.fee_paid = None
        self.consultations = [(working_day_after(start, a), working_day_after(start, b))
                              for a, b in steps.get('consultations', ())]
        told = steps.get('told')
        self.told = day_of_count(start, told, self.consultations) if told else None
        self.closed = day_of_count(start, steps['reply'], self.consultations)
        self.start = start


class Requests:
    def __init__(self, dice):
        self.dice, self.rows = dice, []
        self.units = [u for u in facts.units() if u['weight']]
        self.by_name = {u['name']: u for u in self.units}
        for unit, received, outcome, steps in SPECIAL:
            self.add(unit, datetime.date.fromisoformat(received), outcome, steps)
        left = dict(CLOSED)
        for row in self.rows:
            if row['timeline'].closed.year == YEAR:
                left[row['outcome']] -= 1
        repeated, excessive = left.pop('not_processed.repeated'), left.pop('not_processed.excessive')
        closed = [key for key in left for _ in range(left[key])]
        dice.shuffle(closed)
        carried_in = sum(r['timeline'].received.year < YEAR for r in self.rows)
        carried_out = sum(r['timeline'].closed.year > YEAR for r in self.rows)
        for unit in self.units:  # none is silent
            self.draw(closed.pop(), 'year', unit['name'])
        for _ in range(CARRIED_IN - carried_in):
            self.draw(closed.pop(), 'in')
        while closed:
            self.draw(closed.pop(), 'year')
        for when, count in (('out', CARRIED_OUT - carried_out), ('before', BEFORE), ('after', AFTER)):
            for _ in range(count):
                self.draw(dice.pick((('granted', 4), ('partial', 2), ('unavailable.not_held', 4))), when)
        for _ in range(repeated):
            self.repeat('not_processed.repeated', self.rows)
        one = [self.repeat('not_processed.excessive', self.rows)]
        for _ in range(excessive - 1):
            self.repeat('not_processed.excessive', one)
        self.rows.sort(key=lambda r: (r['timeline'].received, r['order']))
        self.number()
        self.name_applicants()

    def add(self, unit, received, outcome, steps, base=None):
        dice = self.dice
        row = {'unit': unit, 'outcome': outcome, 'steps': steps, 'timeline': Timeline(received, steps), 'base': base,
               'order': len(self.rows), 'channel': steps.get('channel') or dice.pick(CHANNELS)}
        row['topic'] = base['topic'] if base else dice.pick([(t, 1) for t in self.by_name[unit]['topics']])
        row['applicant'] = base['applicant'] if base else dice.pick(APPLICANT_SHARES)
        if 'split' in steps:
            first = next((r for r in self.rows if r['steps'].get('split') == steps['split']), row)
            row.update(applicant=first['applicant'], channel=first['channel'], topic=first['topic'], first=first)
        if not WorkingDays.is_working(received):
            row['channel'] = '网络'
        self.rows.append(row)
        return row

    def draw(self, outcome, when, unit=None):
        """One application out of the dice, drawn again until its days lie where `when` says."""
        dice = self.dice
        unit = unit or dice.pick([(u['name'], u['weight']) for u in self.units])
        first, last = {'in': ('2023-12-04', '2023-12-29'), 'year': ('2024-01-02', '2024-12-27'),
                       'out': ('2024-12-03', '2024-12-31'), 'before': ('2023-11-08', '2023-12-05'),
                       'after': ('2025-01-02', '2025-01-17')}[when]
        first, last = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
        while True:
            received = first + datetime.timedelta(days=dice.below((last - first).days + 1))
            if not WorkingDays.is_working(received) and not dice.chance(14):
                continue
            steps = self.steps(outcome)
            closed = Timeline(received, steps).closed.year
            if closed == {'in': YEAR, 'year': YEAR, 'out': YEAR + 1, 'before': YEAR - 1, 'after': YEAR + 1}[when]:
                return self.add(unit, received, outcome, steps)

    def steps(self, outcome):
        dice = self.dice
        reply = min(dice.between(1, 20), dice.between(6, 20)) if dice.chance(60) else dice.between(13, 20)
        if outcome == 'other.correction_overdue':
            return {'corrections': ((dice.between(3, 7), 0),), 'unanswered': True, 'reply': dice.between(15, 18)}
        if outcome == 'other.fee_overdue':
            return {'fee': (dice.between(5, 9), 0), 'unpaid': True, 'amount': '', 'reply': dice.between(22, 24)}
        if outcome == 'other.other':
            return {'reply': dice.between(1, 12)}
        if outcome == 'unavailable.still_unclear' or (outcome in ('granted', 'partial') and dice.chance(7)):
            return {'corrections': ((dice.between(3, 7), dice.between(2, 11)),), 'reply': reply}
        if outcome == 'refused.third_party' or (outcome == 'partial' and dice.chance(15)):
            begin = dice.between(2, 5)
            return {'consultations': ((begin, begin + dice.between(5, 14)),), 'reply': dice.between(8, 20)}
        if dice.chance(7):
            return {'told': dice.between(14, 19), 'reply': dice.between(21, 39)}
        return {'reply': reply}

    def repeat(self, outcome, bases):
        """An application for what a person has had before, at the same unit."""
        dice = self.dice
        while True:
            base = bases[dice.below(len(bases))]
            day = base['timeline'].closed + datetime.timedelta(days=dice.between(5, 60))
            steps = {'reply': dice.between(2, 14)}
            is_first = base['base'] is None or bases is not self.rows
            if base['applicant'] == '自然人' and is_first and WorkingDays.is_working(day) \
                    and day.year == YEAR and Timeline(day, steps).closed.year == YEAR:
                return self.add(base['unit'], day, outcome, steps, base)

    def number(self):
        """Numbers run within unit and year of receipt; last year's go on from what is not shown."""
        seen = {}
        for row in self.rows:
            unit, year = self.by_name[row['unit']], row['timeline'].received.year
            key, first = (row['unit'], year), row.get('first', row)
            if first is row:
                seen[key] = seen.get(key, 2 + unit['weight'] // 2 if year < YEAR else 0) + 1
                row['number'], row['parts'] = f"示例{unit['code']}{year}-{seen[key]:03d}", 0
            first['parts'] += 1
            row['id'] = f"{first['number']}-{first['parts']}" if 'first' in row else row['number']

    def name_applicants(self):
        """Codes of invented applicants; some come more than once to a unit."""
        known, count = {}, 0
        for row in self.rows:
            before = known.setdefault((row['unit'], row['applicant']), [])
            if row['base'] or row.get('first', row) is not row:
                row['code'] = (row['base'] or row['first'])['code']
            elif before and self.dice.chance(12):
                row['code'] = before[self.dice.below(len(before))]
            else:
                count += 1
                row['code'] = f'示例申{count:04d}'
                before.append(row['code'])

    def flow(self, row, place):
        """The days of the other steps that the points name: the ledger's own columns, none after the closing but the last."""
        time, is_quiet = row['timeline'], row['outcome'] in QUIET
        not_after = lambda date: min(date, time.closed)
        registered = not_after(working_day_after(time.received, place % 3 == 1))
        checked = not_after(working_day_after(registered, place % 2))
        handled = None if is_quiet else not_after(working_day_after(checked, 1))
        asks = not is_quiet and place % 11 == 5
        asked = not_after(working_day_after(handled, 2)) if asks else None
        filed = working_day_after(time.closed, 1 + place % 3)
        return {'登记日期': registered, '审核日期': checked, '办理日期': handled, '协查日期': asked, '归档日期': filed}, asks

    def ledger(self):
        """The rows as the ledger has them on the day on which it is exported."""
        return [self.line(row, i) for i, row in enumerate(self.rows)]

    def line(self, row, place):
        unit, time, steps = self.by_name[row['unit']], row['timeline'], row['steps']
        style = DATE_STYLES.get(row['unit'], '{0:%Y-%m-%d}')
        day = lambda date: style.format(date) if date and date <= EXPORTED else ''
        days = lambda dates: '；'.join(filter(None, map(day, dates)))
        is_told = 'told' in steps and (not time.told or time.told <= EXPORTED)
        line = dict.fromkeys(HEAD, '')
        line.update({
            '申请编号': row['id'], '受理单位': unit['short'] or row['unit'] if place % 9 == 4 else row['unit'],
            '申请人类型': row['applicant'], '收到日期': day(time.received), '受理渠道': row['channel'], '事项类别': row['topic'],
            '补正告知日期': days(time.asked), '补正收到日期': days(time.came),
            '征求意见时间': '；'.join(f'{day(a)}~{day(b)}' for a, b in time.consultations if a <= EXPORTED),
            '是否延期': '是' if is_told else '否', '延期告知日期': day(time.told),
            '延长工作日数': steps.get('extra', 20) if is_told else '',
            '收费通知日期': day(time.fee_asked), '缴费日期': day(time.fee_paid),
            '原申请编号': row['first']['number'] if 'first' in row else '',
            '是否上年结转': '是' if time.received.year < YEAR <= time.closed.year else '否', '申请人代号': row['code'],
        })
        if 'agreed' in steps:
            line['另定答复期限'] = day(datetime.date.fromisoformat(steps['agreed']))
        if time.fee_paid and time.fee_paid <= EXPORTED:
            line['信息处理费(元)'] = steps['amount']
        if time.closed <= EXPORTED:
            line['办结日期' if row['outcome'] in QUIET else '答复日期'] = day(time.closed)
            line['办理结果'] = OUTCOME_STYLES.get(row['unit'], {}).get(row['outcome'], OUTCOMES[row['outcome']])
        flow, asks = self.flow(row, place)
        line.update({heading: f'{date:%Y-%m-%d}' if date and date <= EXPORTED else '' for heading, date in flow.items()})
        line['是否协查'] = '是' if asks else '否'
        return line
