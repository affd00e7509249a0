#!/usr/bin/env python3
"""Writes the data of samples/laiwu-2024 and the whole of samples/laiwu-2024-broken, -text-wrong and -next-year.

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
from sample_ledgers import (ACTIVITY_HEAD, SAMPLES, TASK_HEAD, UNIT_HEAD, activity_lines, days_of, disclosure_lines, task_line,
                            with_headings, with_total, write_next_year)

SAMPLE = os.path.join(SAMPLES, 'laiwu-2024')
NAME, GENERATOR = 'laiwu-2024', 'generate_laiwu_2024.py'
ISSUER, BODY, LEVEL, SCOPE = '济南市莱芜区人民政府', '政府', '县级', '汇总'
NEXT_YEAR_FAULTS = (
    ('LW-09', '', '规则包依据的是上一年的文件'),
    ('SD-01', 'text/other.md', '第六部分没有写要点落实情况'),
)


def units():
    for unit in facts.units():
        counted = '否' if unit['why'] else '是'
        yield dict(zip(UNIT_HEAD, (unit['name'], unit['kind'], unit['short'], unit['other'], unit['renamed'], '',
                                   facts.PARENTS.get(unit['name'], ''), counted, counted, unit['why'],
                                   '是' if unit['name'] in facts.ZERO_REPORTS else '否')))


def tasks():
    """The document names no lead unit; a row's state stands in place of its day of completion."""
    for number, (area, part, cells) in enumerate(with_headings(facts.TASKS, 5), 1):
        text, responsible, state, evidence, remark = cells
        deadline = facts.STANDING if state == facts.STANDING else facts.YEAR_END
        yield task_line(number, area, part, (text, '', responsible, deadline, state, evidence, remark))


def closed_by_outcome(rows, year):
    """Applications closed in `year`, by outcome and applicant."""
    counts = {key: [0] * len(APPLICANTS) for key in OUTCOMES}
    for row in rows:
        if row['timeline'].closed.year == year:
            counts[row['outcome']][APPLICANTS.index(row['applicant'])] += 1
    return counts


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
        'schema': 'nianbao/figures/1', 'year': YEAR - 1, 'issuer': ISSUER, 'body': BODY, 'level': LEVEL,
        'scope': SCOPE, 'locality': 'national',
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
    charges = [(unit, *charge) for unit, charge in facts.CHARGES.items()]
    ledgers = {
        'requests': (HEAD, requests.ledger()),
        'reviews': (REVIEW_HEAD, [dict(zip(REVIEW_HEAD, cells)) for cells in facts.lines_of(facts.REVIEWS, 9)]),
        'disclosures': (DISCLOSURE_HEAD, list(disclosure_lines('区政府办公室', facts.DOCUMENTS, facts.DECISIONS, charges))),
        'tasks': (TASK_HEAD, list(tasks())),
        'activities': (ACTIVITY_HEAD, list(activity_lines(facts.ACTIVITIES))),
        'units': (UNIT_HEAD, list(units())),
    }
    for name, (head, rows) in ledgers.items():
        write_csv(os.path.join(SAMPLE, 'data', name + '.csv'), head, rows)
    previous = last_year(requests.rows, Dice(2023))
    write_json(os.path.join(SAMPLE, 'data', 'previous.json'), previous)
    break_laiwu_2024.write(SAMPLE + '-broken', ledgers, previous)
    break_laiwu_2024_text.write(SAMPLE, SAMPLE + '-text-wrong')
    write_next_year(sys.modules[__name__], '区政府办公室', '政府办公室', NEXT_YEAR_FAULTS)


if __name__ == '__main__':
    main()
