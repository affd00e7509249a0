#!/usr/bin/env python3
"""Writes the data of samples/laiwu-2024 and the whole of samples/laiwu-2024-broken and samples/laiwu-2024-text-wrong.

REAL are only the headings, units in charge and deadlines of the 59 tasks, out of 莱芜政办发〔2024〕2号, and the names of
the bodies (see laiwu_2024_facts.py). THE RECORDS ARE INVENTED: every application, case, number of documents and
decisions, amount of money, activity, state of a task, and all of last year's figures. No line says anything about a
real application, a real applicant, or the work of a real office. Invented ids begin with 示例.

The same input gives the same bytes on every machine: one seed, a generator of our own, no clock. Standard library
only. Run it from anywhere; `git diff` must then be empty.
"""
import os
import sys

sys.dont_write_bytecode = True
import break_laiwu_2024
import break_laiwu_2024_text
import laiwu_2024_facts as facts
from generate_published_city import APPLICANTS, DISCLOSURE_HEAD, OUTCOMES, REVIEW_HEAD, Dice, write_csv, write_json
from laiwu_2024_requests import HEAD, YEAR, Requests

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'laiwu-2024')
UNIT_HEAD = '单位名称 类别 简称 别名 更名自 并入 上级单位 应报 计入汇总 不计原因 零报告'.split()
TASK_HEAD = '序号 一级任务 二级任务 具体要求 牵头部门 责任单位 完成时限 状态 完成日期 佐证 备注'.split()
ACTIVITY_HEAD = '活动名称 类别 主办单位 计划日期 举办日期 结束日期 形式 主题征集 互动环节 参与人数 收集意见数 采纳意见数 反馈公开'.split()


def units():
    for unit in facts.units():
        counted = '否' if unit['why'] else '是'
        yield dict(zip(UNIT_HEAD, (unit['name'], unit['kind'], unit['short'], unit['other'], unit['renamed'], '',
                                   facts.PARENTS.get(unit['name'], ''), counted, counted, unit['why'],
                                   '是' if unit['name'] in facts.ZERO_REPORTS else '否')))


def tasks():
    """The document names no lead unit; a row's state stands in place of its day of completion."""
    area = part = ''
    number = 0
    for cells in facts.lines_of(facts.TASKS, 5):
        if len(cells) == 1:
            mark, title = cells[0].split(' ')
            area, part = (title, '') if mark == '#' else (area, title)
            continue
        number += 1
        text, responsible, state, evidence, remark = cells
        done_on = state if state[0].isdigit() else ''
        deadline = facts.STANDING if state == facts.STANDING else facts.YEAR_END
        yield dict(zip(TASK_HEAD, (number, area, part, text, '', responsible, deadline,
                                   '已完成' if done_on else state, done_on, evidence, remark)))


def activities():
    kind = ''
    for cells in facts.lines_of(facts.ACTIVITIES, len(ACTIVITY_HEAD) - 1):
        if len(cells) == 1:
            kind = cells[0][2:]
        else:
            yield dict(zip(ACTIVITY_HEAD, (cells[0], kind, *cells[1:])))


def disclosures():
    blank = dict.fromkeys(DISCLOSURE_HEAD, '')
    document = lambda unit, item, counts: dict(blank, 单位=unit, 项目=item, 本年制发件数=counts[0], 本年废止件数=counts[1],
                                               现行有效件数=counts[2])
    yield document('区政府办公室', '规章', (0, 0, 0))
    for unit, counts in facts.DOCUMENTS.items():
        yield document(unit, '行政规范性文件', counts)
    for item, by_unit in facts.DECISIONS.items():
        for unit, count in by_unit.items():
            yield dict(blank, 单位=unit, 项目=item, 处理决定数量=count)
    for unit, (scale, amount) in facts.CHARGES.items():
        yield {**blank, '单位': unit, '项目': '行政事业性收费', f'收费金额({scale})': amount}


def with_total(parts):
    return [*parts, sum(parts)]


def closed_by_outcome(rows, year):
    """Applications closed in `year`, by outcome and applicant."""
    counts = {key: [0] * len(APPLICANTS) for key in OUTCOMES}
    for row in rows:
        if row['timeline'].closed.year == year:
            counts[row['outcome']][APPLICANTS.index(row['applicant'])] += 1
    return counts


def days_of(answered, overdue, dice):
    """Last year's days of handling: a histogram with what follows from it, by nearest rank."""
    days = [dice.between(21, 27) for _ in range(overdue)]
    while len(days) < answered:
        low, high = dice.pick((((21, 38), 6), ((1, 20), 45), ((6, 16), 20), ((13, 20), 29)))
        days.append(dice.between(low, high))
    days.sort()
    rank = lambda percent: days[-(-len(days) * percent // 100) - 1]
    hundredths = (sum(days) * 200 + len(days)) // (2 * len(days))
    return {'histogram': {str(n): days.count(n) for n in sorted(set(days))}, 'median': rank(50),
            'mean': f'{hundredths // 100}.{hundredths % 100:02d}', 'p90': rank(90), 'min': days[0], 'max': days[-1]}


def last_year(rows, dice):
    """Figures of the year before, from which this year follows: what is carried in, and which documents hold."""
    near = lambda n: n * dice.between(78, 104) // 100
    carried = [r for r in rows if r['timeline'].received.year < YEAR <= r['timeline'].closed.year]
    outcomes = {key: [near(n) for n in counts] for key, counts in closed_by_outcome(rows, YEAR).items()}
    done = [sum(column) for column in zip(*outcomes.values())]
    carried_out = [sum(r['applicant'] == name for r in carried) for name in APPLICANTS]
    carried_in = [min(near(n), d) for n, d in zip(carried_out, done)]
    received = [d + o - i for d, o, i in zip(done, carried_out, carried_in)]
    rows3 = {'received': received, 'carried_in': carried_in, **outcomes, 'total': done, 'carried_out': carried_out}
    issued, repealed, valid = (sum(c) for c in zip(*facts.DOCUMENTS.values()))
    decided = {key: near(sum(facts.DECISIONS[item].values()))
               for key, item in (('licence', '行政许可'), ('penalty', '行政处罚'), ('compulsion', '行政强制'))}
    answered, overdue = sum(done), 14
    return {
        'schema': 'nianbao/figures/1', 'year': YEAR - 1, 'issuer': '济南市莱芜区人民政府', 'body': '政府', 'level': '县级',
        'scope': '汇总', 'locality': 'national',
        'table2': {'regulation': {'issued': 0, 'repealed': 0, 'valid': 0},
                   'normative_document': {'issued': 5, 'repealed': 4, 'valid': valid - issued + repealed}, **decided,
                   'administrative_charge': '4387.2915'},
        'table3': {key: with_total(counts) for key, counts in rows3.items()},
        'table4': {'review': with_total([3, 2, 1, 1]), 'litigation_direct': with_total([2, 0, 0, 0]),
                   'litigation_after_review': with_total([1, 0, 0, 1])},
        'requests': {
            'answered': answered, 'in_time': answered - overdue, 'overdue': overdue, 'open': len(carried),
            'overdue_open': sum('past_due' in r['steps'] for r in carried), 'processing_fee': '1380.00',
            'days': days_of(answered, overdue, dice),
            'open_ids': [{'unit': u, 'id': i} for u, i in sorted((r['unit'], r['id']) for r in carried)],
        },
    }


def main():
    requests = Requests(Dice(2024))
    ledgers = {
        'requests': (HEAD, requests.ledger()),
        'reviews': (REVIEW_HEAD, [dict(zip(REVIEW_HEAD, cells)) for cells in facts.lines_of(facts.REVIEWS, 9)]),
        'disclosures': (DISCLOSURE_HEAD, list(disclosures())),
        'tasks': (TASK_HEAD, list(tasks())),
        'activities': (ACTIVITY_HEAD, list(activities())),
        'units': (UNIT_HEAD, list(units())),
    }
    for name, (head, rows) in ledgers.items():
        write_csv(os.path.join(SAMPLE, 'data', name + '.csv'), head, rows)
    previous = last_year(requests.rows, Dice(2023))
    write_json(os.path.join(SAMPLE, 'data', 'previous.json'), previous)
    break_laiwu_2024.write(SAMPLE + '-broken', ledgers, previous)
    break_laiwu_2024_text.write(SAMPLE, SAMPLE + '-text-wrong')


if __name__ == '__main__':
    main()
