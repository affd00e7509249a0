"""The ledgers of a locality's sample out of its facts: what generate_wenshang_2024.py and its like have in common.

A module of facts says what is real and what is invented. Here the records are made: applications out of dice, every one
invented and answered within its limit; one activity of a kind in each unit that is asked for it; last year's figures,
from which this year follows. The broken variant is the same workspace with the facts' BREAKS, each of which is written
down in planted.csv: code, file, line, heading (or the place of a figure) and what was done.

Working days are those of plugins/national/holidays.csv. The same input gives the same bytes on every machine.
"""
import csv
import datetime
import functools
import os

from generate_published_city import APPLICANTS, DISCLOSURE_HEAD, OUTCOMES, REVIEW_HEAD, Dice, write_csv, write_json
from sample_ledgers import (ACTIVITY_HEAD, PLANTED_HEAD, SAMPLES, TASK_HEAD, UNIT_HEAD, activity_lines, days_of,
                            disclosure_lines, lines_of, task_line, with_headings, with_total, write_next_year, write_text)

HOLIDAYS = os.path.join(os.path.dirname(SAMPLES), 'plugins', 'national', 'holidays.csv')
REQUEST_HEAD = ('申请编号 受理单位 申请人类型 收到日期 受理渠道 事项类别 补正告知日期 补正收到日期 征求意见时间 是否延期 延期告知日期 '
                '延长工作日数 答复日期 办结日期 办理结果 信息处理费(元) 申请人代号').split()
CHANNELS = (('网络', 55), ('邮寄', 30), ('当面', 15))
APPLICANT_SHARES = tuple(zip(APPLICANTS, (82, 11, 1, 1, 4, 1)))
ASKED = ('政府办公室', '部门', '派出机构', '其他', '功能区管委会', '街道办事处', '镇政府', '乡政府')
ONE = datetime.timedelta(days=1)
BROKEN_README = '''# 示例：{name}的错误版（虚构）

由 `samples/{name}` 得来，台账和文字里故意放入规则包应当发现的问题，每一处列在 `planted.csv`，由 `samples/{generator}` 写出。
一次运行应当找出全部，每个地方代码至多一次，其余的在 `samples/{name}-next-year`；退出状态为 1：

    nianbao check samples/{name}-broken

台账是虚构的，不反映任何机关的工作。
'''


@functools.lru_cache
def holidays():
    with open(HOLIDAYS, encoding='utf-8') as file:
        return {row['date']: row['day_off'] == '1' for row in csv.DictReader(file)}


@functools.lru_cache(maxsize=None)
def is_working(day):
    return not holidays().get(day.isoformat(), day.weekday() >= 5)


def working_day_after(day, count):
    """The `count`-th working day after `day`."""
    while count:
        day += ONE
        count -= is_working(day)
    return day


class Sample:
    def __init__(self, facts):
        self.facts, self.dice = facts, Dice(facts.YEAR * 100 + len(facts.NAME))
        self.units = [dict(zip('name short other kind weight code topics why'.split(), cells))
                      for cells in lines_of(facts.UNITS, 8)]
        self.rows = self.draw_requests()

    # ---- applications

    def draw_requests(self):
        facts, rows = self.facts, []
        closed = [key for key, count in facts.CLOSED.items() for _ in range(count)]
        self.dice.shuffle(closed)
        rows += [self.draw(closed.pop(), 'in') for _ in range(facts.CARRIED_IN)]
        rows += [self.draw(closed.pop(), 'year', unit) for unit in self.units if int(unit['weight'])]  # none is silent
        rows += [self.draw(outcome, 'year') for outcome in closed]
        rows += [self.draw('granted', 'out') for _ in range(facts.CARRIED_OUT)]
        rows.sort(key=lambda row: row['received'])
        seen = {}
        for number, row in enumerate(rows, 1):
            key = (row['unit']['name'], row['received'].year)
            seen[key] = seen.get(key, 0) + 1
            row['id'] = f"示例{row['unit']['code']}{row['received'].year}-{seen[key]:03d}"
            row['code'] = f'示例申{number:04d}'
        return rows

    def draw(self, outcome, when, unit=None):
        """One application, drawn again until its days lie where `when` says."""
        year, dice = self.facts.YEAR, self.dice
        first, last = {'in': ((year - 1, 12, 5), (year - 1, 12, 29)), 'year': ((year, 1, 2), (year, 12, 20)),
                       'out': ((year, 12, 9), (year, 12, 29))}[when]
        first, last = datetime.date(*first), datetime.date(*last)
        closed_in = year + 1 if when == 'out' else year
        while True:
            received = first + datetime.timedelta(days=dice.below((last - first).days + 1))
            row = {'received': received, 'outcome': outcome, **self.steps(received, outcome)}
            if is_working(received) and row['closed'].year == closed_in:
                unit = unit or dice.pick([(u, int(u['weight'])) for u in self.units])
                return {**row, 'unit': unit, 'applicant': dice.pick(APPLICANT_SHARES), 'channel': dice.pick(CHANNELS),
                        'topic': dice.pick([(t, 1) for t in unit['topics'].split()])}

    def steps(self, received, outcome):
        dice = self.dice
        if outcome == 'other.correction_overdue':
            asked = working_day_after(received, dice.between(2, 6))
            return {'asked': asked, 'closed': working_day_after(asked, dice.between(15, 18))}
        if outcome == 'refused.third_party':
            sent = working_day_after(received, dice.between(2, 4))
            came = working_day_after(sent, dice.between(5, 12))
            return {'sent': sent, 'came': came, 'closed': working_day_after(came, dice.between(2, 12))}
        if outcome == 'unavailable.still_unclear' or dice.chance(7):
            asked = working_day_after(received, dice.between(2, 6))
            came = working_day_after(asked, dice.between(2, 9))
            return {'asked': asked, 'corrected': came, 'closed': working_day_after(came, dice.between(4, 19))}
        if dice.chance(6):
            return {'told': working_day_after(received, dice.between(14, 19)),
                    'closed': working_day_after(received, dice.between(21, 38))}
        return {'closed': working_day_after(received, min(dice.between(2, 20), dice.between(6, 20)))}

    def request_line(self, row):
        exported = datetime.date.fromisoformat(self.facts.DATE) - datetime.timedelta(days=5)
        day = lambda key: row[key].isoformat() if row.get(key) and row[key] <= exported else ''
        line = dict.fromkeys(self.request_head(), '')
        line.update({
            '申请编号': row['id'], '受理单位': row['unit']['name'], '申请人类型': row['applicant'], '收到日期': day('received'),
            '受理渠道': row['channel'], '事项类别': row['topic'], '补正告知日期': day('asked'), '补正收到日期': day('corrected'),
            '征求意见时间': f"{day('sent')}~{day('came')}" if day('sent') else '', '是否延期': '是' if day('told') else '否',
            '延期告知日期': day('told'), '延长工作日数': 20 if day('told') else '', '申请人代号': row['code'],
        })
        if day('closed'):
            line['办结日期' if row['outcome'].startswith('other.') else '答复日期'] = day('closed')
            line.update({'办理结果': OUTCOMES[row['outcome']], '信息处理费(元)': '0'})
        for heading, cell in getattr(self.facts, 'EXTRA', {}).items():
            line[heading] = cell(row, line)
        return line

    def request_head(self):
        extra = getattr(self.facts, 'EXTRA', {})
        return [*REQUEST_HEAD, *(heading for heading in extra if heading not in REQUEST_HEAD)]

    # ---- the other ledgers

    def unit_lines(self):
        for unit in self.units:
            counted = '否' if unit['why'] else '是'
            zero = '是' if counted == '是' and unit['name'] in getattr(self.facts, 'ZERO_REPORTS', ()) else '否'
            yield dict(zip(UNIT_HEAD, (unit['name'], unit['kind'], unit['short'], unit['other'], '', '', '', counted, counted,
                                       unit['why'], zero)))

    def task_lines(self):
        for number, (area, part, cells) in enumerate(with_headings(self.facts.TASKS, 6), 1):
            text, lead, responsible, deadline, state, evidence = cells
            yield task_line(number, area, part, (text, lead, responsible, deadline or self.facts.DEADLINE, state, evidence, ''))

    def activity_lines(self):
        yield from activity_lines(self.facts.ACTIVITIES)
        for kind, name, people in getattr(self.facts, 'EACH_UNIT', ()):
            for unit in self.units:
                if unit['kind'] in ASKED and not unit['why']:
                    yield self.own_activity(kind, name, unit['name'], people)

    def own_activity(self, kind, name, unit, people):
        """One of the activities that every unit has to hold."""
        year = self.facts.YEAR
        held = working_day_after(datetime.date(year, 2, 20), self.dice.between(1, 190)).isoformat()
        count = self.dice.between(*people) if people else '/'
        return dict(zip(ACTIVITY_HEAD, (name, kind, unit, held, held, '', '线下', '否', '/', count, '/', '/', '/')))

    def disclosure_lines(self):
        facts = self.facts
        charges = [(unit, '万元', amount) for unit, amount in facts.CHARGES.items()]
        return disclosure_lines(self.units[0]['name'], facts.DOCUMENTS, facts.DECISIONS, charges)

    def ledgers(self):
        return {
            'requests': (self.request_head(), [self.request_line(row) for row in self.rows]),
            'reviews': (REVIEW_HEAD, [dict(zip(REVIEW_HEAD, c)) for c in lines_of(self.facts.REVIEWS, 9) if len(c) > 1]),
            'disclosures': (DISCLOSURE_HEAD, list(self.disclosure_lines())),
            'tasks': (TASK_HEAD, list(self.task_lines())),
            'activities': (ACTIVITY_HEAD, list(self.activity_lines())),
            'units': (UNIT_HEAD, list(self.unit_lines())),
        }

    # ---- last year

    def last_year(self):
        """Figures from which this year follows: what is carried in, which documents hold, cases of about the same number."""
        facts, dice = self.facts, Dice(self.facts.YEAR - 1)
        near = lambda n: n * dice.between(80, 110) // 100
        carried = [row for row in self.rows if row['received'].year < facts.YEAR]
        rows3 = {key: [0] * len(APPLICANTS) for key in ('received', 'carried_in', *OUTCOMES, 'total', 'carried_out')}
        for row in self.rows:
            if row['closed'].year == facts.YEAR:
                rows3[row['outcome']][APPLICANTS.index(row['applicant'])] += 1
        for key in OUTCOMES:
            rows3[key] = [near(n) for n in rows3[key]]
        for row in carried:
            rows3['carried_out'][APPLICANTS.index(row['applicant'])] += 1
        rows3['total'] = [sum(rows3[key][c] for key in OUTCOMES) for c in range(len(APPLICANTS))]
        rows3['received'] = [t + o for t, o in zip(rows3['total'], rows3['carried_out'])]
        issued, repealed, valid = (sum(c) for c in zip(*facts.DOCUMENTS.values()))
        made = min(issued + 1, valid - issued + repealed)
        answered = sum(rows3['total'])
        return {
            'schema': 'nianbao/figures/1', 'year': facts.YEAR - 1, 'issuer': facts.ISSUER, 'body': facts.BODY,
            'level': facts.LEVEL, 'scope': facts.SCOPE, 'locality': 'national',
            'table2': {'regulation': {'issued': 0, 'repealed': 0, 'valid': 0},
                       'normative_document': {'issued': made, 'repealed': 0, 'valid': valid - issued + repealed},
                       **{key: near(sum(facts.DECISIONS[item].values()))
                          for key, item in (('licence', '行政许可'), ('penalty', '行政处罚'), ('compulsion', '行政强制'))},
                       'administrative_charge': facts.LAST_CHARGE},
            'table3': {key: with_total(counts) for key, counts in rows3.items()},
            'table4': {key: with_total(counts) for key, counts in facts.LAST_CASES.items()},
            'requests': {
                'answered': answered, 'in_time': answered, 'overdue': 0, 'open': len(carried), 'overdue_open': 0,
                'processing_fee': '0.00', 'days': days_of(answered, 0, dice),
                'open_ids': [{'unit': u, 'id': i} for u, i in sorted((r['unit']['name'], r['id']) for r in carried)],
            },
        }


# ---- the broken variant


def matches(row, cells):
    return all(str(row[heading]) == cell for heading, cell in cells.items())


def plant(ledgers, facts):
    """Does what BREAKS say; gives back the lines of planted.csv."""
    planted = []
    for code, name, where, change, cell, what in facts.BREAKS:
        head, rows = ledgers[name]
        hit = [i for i, row in enumerate(rows) if matches(row, where)]
        if not hit:
            raise ValueError(f'{facts.NAME}: no {where} in {name}')
        for i in hit:
            assert change is None or all(h in head and rows[i][h] != v for h, v in change.items()), (code, where)
            rows[i].update(change or {})
        if change is None:
            ledgers[name] = (head, [row for i, row in enumerate(rows) if i not in hit])
        if code:
            at = ('', '', cell) if cell else (f'data/{name}.csv', hit[0] + 2, next(iter(change)))
            planted.append(dict(zip(PLANTED_HEAD, (code, *at, what))))
    return planted


def write_broken(folder, ledgers, previous, facts):
    copies = {name: (head, [dict(row) for row in rows]) for name, (head, rows) in ledgers.items()}
    planted = plant(copies, facts)
    for code, name, row, what in facts.TEXT_FAULTS:
        planted.append(dict(zip(PLANTED_HEAD, (code, name, row, '', what))))
    for name, (head, rows) in copies.items():
        write_csv(os.path.join(folder, 'data', name + '.csv'), head, rows)
    write_json(os.path.join(folder, 'data', 'previous.json'), previous)
    write_csv(os.path.join(folder, 'planted.csv'), PLANTED_HEAD, planted)
    with open(os.path.join(SAMPLES, facts.NAME, 'report.toml'), encoding='utf-8') as file:
        head, _, rest = file.read().partition('\n')
    body = rest.partition('[text]\n')[0]
    texts = ''.join(f'{name} = "text/{name}.md"\n' for name in facts.BROKEN_TEXTS)
    write_text(folder, 'report.toml',
               f'# 由 samples/{facts.GENERATOR} 写出：故意放了错误，清单见 planted.csv。台账全部为虚构。\n{body}[text]\n{texts}')
    write_text(folder, 'README.md', BROKEN_README.format(name=facts.NAME, generator=facts.GENERATOR))
    for name, text in facts.BROKEN_TEXTS.items():
        write_text(folder, f'text/{name}.md', text)


def write(facts):
    """The data of the sample and the whole of its two broken variants."""
    sample = Sample(facts)
    ledgers, previous = sample.ledgers(), sample.last_year()
    folder = os.path.join(SAMPLES, facts.NAME)
    for name, (head, rows) in ledgers.items():
        write_csv(os.path.join(folder, 'data', name + '.csv'), head, rows)
    write_json(os.path.join(folder, 'data', 'previous.json'), previous)
    write_broken(folder + '-broken', ledgers, previous, facts)
    write_next_year(facts, sample.units[0]['name'], sample.units[0]['kind'], facts.NEXT_YEAR_FAULTS)
