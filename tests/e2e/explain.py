#!/usr/bin/env python3
"""`explain` lists what was counted, neither more nor less: explain.py NIANBAO [SAMPLE …]

Every cell of tables 二, 三 and 四 and every figure of requests, tasks and activities in figures.json, groups
included, that is not zero is explained. The values of the records must add up to the figure, no record may come
twice, each must stand in its ledger at that line, and the applications must be those that a second program
(timeliness.py) finds. Then every application of laiwu-2024 has its clock explained, and the days must be those
of tests/support/legal_clock.py; places that are none are refused with status 2 and the nearest name. Two made
workspaces follow: units that file tables beside units with case records, and more topics than have a group.

Exit status 0: all true; 1: not.
"""
import csv
import datetime
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path[:0] = [os.path.join(ROOT, 'tests', 'support'), os.path.dirname(os.path.abspath(__file__))]
import expand_figures  # noqa: E402
import legal_clock  # noqa: E402
import machine  # noqa: E402
import sample_folders  # noqa: E402
import timeliness  # noqa: E402
import timely_ledger  # noqa: E402

SAMPLES = ('laiwu-2024', 'published-city')
TABLE3 = [*timeliness.APPLICANTS.values(), 'total']
TABLE4 = 'upheld corrected other pending total'.split()
SUMS = ('participants', 'opinions', 'adopted', 'processing_fee')  # of what the records say, not of records
ID_COLUMNS = {'requests.csv': '申请编号', 'reviews.csv': '案号', 'tasks.csv': '序号', 'activities.csv': '活动名称'}


def run(nianbao, sample, place, *options):
    """`sample`: its name, or the path of a workspace."""
    return subprocess.run([nianbao, 'explain', sample_folders.sample_folder(sample), place, *options],
                          capture_output=True, text=True, timeout=120)


def ask_all(nianbao, workspace, places):
    """The answers as JSON, in order."""
    with ThreadPoolExecutor(2) as workers:
        return list(workers.map(lambda place: run(nianbao, workspace, place, '--format', 'json'), places))


def step_of(nianbao):
    """One process a figure is too slow for all of them under sanitizers: every seventh then."""
    return 7 if timeliness.is_sanitized(nianbao) else 1


def figures_in(figures):
    """(place, value) of every figure, zeros and blanks left out."""
    for row, value in figures['table2'].items():
        yield from ((f'table2.{row}.{k}', v) for k, v in value.items()) if isinstance(value, dict) else ((f'table2.{row}', value),)
    for table, columns in (('table3', TABLE3), ('table4', TABLE4)):
        for row, cells in figures[table].items():
            yield from ((f'{table}.{row}.{column}', cell) for column, cell in zip(columns, cells))
    for part in ('requests', 'tasks', 'activities'):
        for name, value in (figures.get(part) or {}).items():
            if name.startswith('by_'):
                yield from ((f'{part}.{name}.{entry["key"]}.{measure}', v) for entry in value
                            for measure, v in entry.items() if measure not in ('key', 'days'))
            elif not isinstance(value, (list, dict)):
                yield f'{part}.{name}', value


class Ledgers:
    """The lines of a sample's ledgers, by file and number as people count them."""

    def __init__(self, folder):
        self.lines, self.names = {}, timeliness.unit_names(os.path.join(folder, 'data', 'units.csv'))
        for name in os.listdir(os.path.join(folder, 'data')):
            if name.endswith('.csv'):
                with open(os.path.join(folder, 'data', name), encoding='utf-8-sig', newline='') as file:
                    self.lines['data/' + name] = list(csv.reader(file))

    def row(self, record):
        lines = self.lines[record['file']]
        return dict(zip(lines[0], lines[record['row'] - 1]))

    def has(self, record):
        """Whether the record's line is that of its unit and number."""
        row, name = self.row(record), os.path.basename(record['file'])
        number = record.get('id') or record.get('number') or record.get('name')
        unit = row.get('受理单位') or row.get('单位')
        return (name not in ID_COLUMNS or row[ID_COLUMNS[name]] == number) and \
            (unit is None or self.names[unit] == record['unit'])


# Which applications a figure stands for, as a condition on the columns of timeliness.py.
MEASURES = {'answered': 'closed IS NOT NULL', 'closed': 'closed IS NOT NULL', 'received': 'received IS NOT NULL',
            'in_time': 'closed IS NOT NULL AND NOT late', 'overdue': 'closed IS NOT NULL AND late', 'open': 'closed IS NULL',
            'overdue_open': 'closed IS NULL AND late', 'processing_fee': "fee <> ''"}
ROWS = {'received': 'received IS NOT NULL', 'carried_in': 'received IS NULL', 'total': 'closed IS NOT NULL',
        'carried_out': 'closed IS NULL'}


def applications(base, place):
    """(unit, id) of the applications that the figure stands for; None for figures of something else."""
    part, _, rest = place.partition('.')
    if part == 'table3':
        row, _, column = rest.rpartition('.')
        condition = ROWS.get(row, f"outcome = '{row}'") + ('' if column == 'total' else f" AND applicant = '{column}'")
    elif part == 'requests':
        group, _, rest = rest.rpartition('.')[0].partition('.')
        measure = place.rpartition('.')[2]
        condition = MEASURES[measure]
        if group:
            closed, received = timeliness.GROUPS[group]
            condition += f" AND {received if measure == 'received' else closed} = '{rest}'"
    else:
        return None
    return sorted(base.execute(f'SELECT unit, id FROM cases WHERE {condition}'))


def faults_of(done, place, value, ledgers, wanted):
    if done.returncode != 0 or done.stderr:
        return [f'{place}: status {done.returncode}: {done.stderr}']
    said, found = json.loads(done.stdout), []
    records = said['records']
    if said['place'] != place or Decimal(said['value']) != Decimal(value):
        found.append(f'{place}: the report says {value}, explain {said["place"]} {said["value"]}')
    if sum(Decimal(r['value']) for r in records) != Decimal(value):
        found.append(f'{place}: the records add up to {sum(Decimal(r["value"]) for r in records)}, not {value}')
    is_count = not place.startswith('table2') and place.rpartition('.')[2] not in SUMS
    if is_count and (len(records) != value or any(r['value'] != '1' for r in records)):
        found.append(f'{place}: {len(records)} records for {value}')
    if len({(r['file'], r['row']) for r in records}) != len(records):
        found.append(f'{place}: a record is listed twice')
    found += [f'{place}: {r} does not stand there' for r in records if not ledgers.has(r)]
    if wanted is not None and sorted((r['unit'], r['id']) for r in records) != wanted:
        found.append(f'{place}: not the applications that a second program finds')
    return found


def figure_faults(nianbao, sample):
    folder = sample_folders.sample_folder(sample)
    figures, ledgers = timeliness.build(nianbao, folder), Ledgers(folder)
    base = timeliness.load(timeliness.cases(folder, figures['year'], CALENDAR))
    places = [(p, v) for p, v in figures_in(figures) if v not in (None, 'n/a') and Decimal(v) != 0][::step_of(nianbao)]
    done = ask_all(nianbao, sample, [p for p, _ in places])
    found = [f for (p, v), d in zip(places, done) for f in faults_of(d, p, v, ledgers, applications(base, p))]
    print(f'{"FAILED" if found else "ok"} {sample}: {len(places)} figures', *found[:20], sep='\n  ')
    return bool(found)


CALENDAR = legal_clock.WorkingDays(os.path.join(ROOT, 'plugins', 'national', 'holidays.csv'))
LAST_DAY = datetime.date(2024, 12, 31).toordinal()


def clock_fault(done, row, unit):
    if done.returncode != 0:
        return [f'request:{unit}/{row["申请编号"]}: {done.stderr}']
    said, case = json.loads(done.stdout), legal_clock.Case(row)
    is_open = case.closed is None or (case.closed > LAST_DAY and case.received <= LAST_DAY)
    until = max(LAST_DAY, case.received) if is_open else case.closed
    days, late = legal_clock.read(CALENDAR, case, until)
    trace = said['trace']
    dates = [timeliness.iso(d) for d in range(case.received, until + 1)]
    numbers = [day['number'] for day in trace if day['number']]
    wanted = {'days': days, 'late': late, 'unit': unit, 'id': row['申请编号'],
              'closed': None if is_open else timeliness.iso(case.closed)}
    found = [f'request:{unit}/{row["申请编号"]}: {k} is {said[k]}, wanted {v}' for k, v in wanted.items() if said[k] != v]
    if [day['date'] for day in trace] != dates:
        found.append(f'request:{unit}/{row["申请编号"]}: the trace has other days')
    if (numbers or [0])[-1] != days and 1 in numbers and days:
        found.append(f'request:{unit}/{row["申请编号"]}: the trace ends with day {numbers[-1]}, not {days}')
    return found


def clock_faults(nianbao):
    folder = os.path.join(ROOT, 'samples', 'laiwu-2024')
    names = timeliness.unit_names(os.path.join(folder, 'data', 'units.csv'))
    rows = list(timeliness.rows_of(os.path.join(folder, 'data', 'requests.csv')))[::step_of(nianbao)]
    units = [names[row['受理单位']] for row in rows]
    done = ask_all(nianbao, 'laiwu-2024', [f'request:{row["受理单位"]}/{row["申请编号"]}' for row in rows])
    found = [f for d, row, unit in zip(done, rows, units) for f in clock_fault(d, row, unit)]
    print(f'{"FAILED" if found else "ok"} the clocks of {len(rows)} applications', *found[:20], sep='\n  ')
    return bool(found)


# What is asked of laiwu-2024, the exit status, and words that the answer must hold.
ANSWERS = (('table3.grantd.total', 2, ['没有“table3.grantd.total”', '是不是“table3.granted.total”']),
           ('requests.overdu', 2, ['是不是“requests.overdue”']), ('tasks.by_area', 2, ['没有“tasks.by_area”']),
           ('activities.total', 2, ['没有“activities.total”']), ('requests.by_topic.征地拆牵.closed', 2, ['是不是“征地拆迁”']),
           ('requests.by_outcome.granted.received', 2, ['没有']), ('？', 2, ['例如']),
           ('request:示例自规2024-04', 2, ['没有编号为', '是不是“示例自规2024-']),
           ('request:示例2024-007', 2, ['请写上单位', 'request:凤城街道办事处/示例2024-007', 'request:寨里镇人民政府/示例2024-007']),
           ('request:区财政局/示例2024-007', 2, ['是不是“示例2024-007”']),
           ('request:示例自规2024-041', 0, ['到 2024 年 12 月 31 日尚未办结', '超期 11 个工作日']),
           ('requests.by_unit.区自规局.closed', 2, ['“by_unit”里没有“区自规局”']),
           ('tasks.not_started', 0, ['任务 未开始']), ('table2.regulation.issued', 0, ['没有记录计入这个数']))


def answer_faults(nianbao):
    found = []
    for place, status, words in ANSWERS:
        done = run(nianbao, 'laiwu-2024', place)
        said = done.stderr if status else done.stdout
        missing = [w for w in words if w not in said]
        if done.returncode != status or missing or (status and done.stdout):
            found.append(f'{place}: status {done.returncode}, without {missing}: {said[:200]}{done.stdout[:80]}')
    with open('/dev/full', 'w', encoding='utf-8') as full:  # a list cut off midway must not look like a whole one
        cut_off = subprocess.run([nianbao, 'explain', sample_folders.sample_folder('laiwu-2024'), 'table3.total.total'], stdout=full,
                                 stderr=subprocess.DEVNULL, timeout=120)
    if cut_off.returncode != 3:
        found.append(f'written to a full disk: status {cut_off.returncode}')
    print(f'{"FAILED" if found else "ok"} {len(ANSWERS)} answers', *found, sep='\n  ')
    return bool(found)


def sum_faults(nianbao, workspace, places, name):
    """Where no second program says which records: their sum, and that none comes twice."""
    found = []
    for (place, value), done in zip(places, ask_all(nianbao, workspace, [p for p, _ in places])):
        records = json.loads(done.stdout)['records']
        total = sum(Decimal(r['value']) for r in records)
        if total != Decimal(value) or len({(r['file'], r['sheet'], r['row']) for r in records}) != len(records):
            found.append(f'{place}: {len(records)} records add up to {total}, not {value}')
    print(f'{"FAILED" if found else "ok"} {name}: {len(places)} figures', *found[:20], sep='\n  ')
    return bool(found)


def mixed_faults(nianbao, folder):
    """Half of the units file tables, in a csv and in a workbook."""
    if machine.lacking('openpyxl'):
        print('SKIPPED units that file tables: this machine lacks openpyxl')
        return False
    with open(os.path.join(ROOT, 'samples', 'published-city', 'published-totals.json'), encoding='utf-8') as file:
        expand_figures.write_workspace(json.load(file), folder, 'mixed')
    figures = timeliness.build(nianbao, folder)
    places = [(p, v) for p, v in figures_in(figures) if p.startswith('table') and Decimal(v) != 0]
    return sum_faults(nianbao, folder, places[::5 * step_of(nianbao)], 'units with tables and units with records')


def crowded_faults(nianbao, folder):
    """A topic for nearly every application: those that came too late for a group of their own share one."""
    timely_ledger.write_workspace(folder, 3500)
    path = os.path.join(folder, 'data', 'requests.csv')
    with open(path, encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file))
    at = rows[0].index('事项类别')
    for number, row in enumerate(rows[1:]):
        row[at] = f'事由{number % 3000}'
    with open(path, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, lineterminator='\n').writerows(rows)
    figures = timeliness.build(nianbao, folder)
    topics = [(p, v) for p, v in figures_in(figures) if p.startswith('requests.by_topic.') and v]
    shared = [(p, v) for p, v in topics if p.startswith('requests.by_topic.（其余）.')]
    if len(shared) != 4:
        print(f'FAILED more topics than groups: {shared}')
        return True
    return sum_faults(nianbao, folder, shared + topics[:9], 'more topics than groups')


def main():
    nianbao = os.path.abspath(sys.argv[1])
    bad = [figure_faults(nianbao, sample) for sample in sys.argv[2:] or SAMPLES]
    with tempfile.TemporaryDirectory() as folder:
        bad += [mixed_faults(nianbao, os.path.join(folder, 'mixed')), crowded_faults(nianbao, os.path.join(folder, 'crowded'))]
    sys.exit(any([*bad, clock_faults(nianbao), answer_faults(nianbao)]))


if __name__ == '__main__':
    main()
