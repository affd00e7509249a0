#!/usr/bin/env python3
"""A second program counts how long the applications took: timeliness.py NIANBAO [--rows N] [WORKSPACE]

The request ledgers of the samples and of a generated workspace with N rows (20,000), or that of WORKSPACE, are
read again with Python's csv, their clocks are walked day by day (tests/support/legal_clock.py), and SQLite counts
and ranks: every number and group of `requests` in figures.json must come out the same, in the same order. Where
pandas is installed, it computes the days of every group a third time. For the generated ledger the peak memory of
`check` is printed; from a million rows on, in a program without sanitizers, it must stay below 64 MiB.

Exit status 0: equal; 1: not.
"""
import argparse
import csv
import datetime
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from decimal import ROUND_HALF_UP, Decimal

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
import expand_figures  # noqa: E402
import json_schema  # noqa: E402
import legal_clock  # noqa: E402
import sample_folders  # noqa: E402
import timely_ledger  # noqa: E402

try:
    import pandas
except ImportError:
    pandas = None

APPLICANTS = dict(zip(expand_figures.APPLICANTS,
                      'natural_person enterprise research public_welfare legal_service other'.split()))
OUTCOMES = {name: key for key, number, words in expand_figures.OUTCOMES for name in (key, number, words)}
OUTCOMES |= {'公开': 'granted', '信息不存在': 'unavailable.not_held', '行政查询事项': 'refused.query_procedure',
             '逾期不补正': 'other.correction_overdue'}
# Each group of figures.json, its column below, and the column that says what was received in it.
GROUPS = {'by_unit': ('unit', 'unit'), 'by_month': ('closed', 'received'), 'by_topic': ('topic', 'topic'),
          'by_channel': ('channel', 'channel'), 'by_applicant': ('applicant', 'applicant'), 'by_outcome': ('outcome', None)}
COLUMNS = 'id day unit topic channel applicant received closed outcome days late fee deadline'
SAMPLES = ('laiwu-2024', 'wenshang-2024', 'taierzhuang-2022', 'zibo-hitech-2024', 'gumei-2023', 'published-city')
MEMORY_LIMIT, LARGE = 64, 1_000_000  # MiB, rows


def rows_of(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        yield from csv.DictReader(file)


def unit_names(path):
    """Every spelling of a unit -> its full name; those that are not counted are left out."""
    names = {}
    for row in rows_of(path):
        if row.get('计入汇总') != '否':
            others = [row.get(c) or '' for c in ('简称', '别名', '更名自')]
            names |= {n: row['单位名称'] for n in (row['单位名称'], *'、'.join(others).split('、')) if n}
    return names


def iso(day):
    return datetime.date.fromordinal(day).isoformat()


def cases(workspace, year, calendar):
    """One tuple of COLUMNS for each application of the year: what is open has no month of closing."""
    names = unit_names(os.path.join(workspace, 'data', 'units.csv'))
    first, last = datetime.date(year, 1, 1).toordinal(), datetime.date(year, 12, 31).toordinal()
    for row in rows_of(os.path.join(workspace, 'data', 'requests.csv')):
        case = legal_clock.Case(row)
        if row['受理单位'] not in names or case.received > last or (case.closed and case.closed < first):
            continue
        is_closed = case.closed is not None and case.closed <= last
        days, is_late = legal_clock.read(calendar, case, case.closed if is_closed else last)
        outcome, end = OUTCOMES[row['办理结果']] if is_closed else None, legal_clock.deadline(calendar, case, last)
        yield (row['申请编号'], iso(case.received), names[row['受理单位']], row['事项类别'] or '（未填）', row['受理渠道'] or '（未填）',
               APPLICANTS[row['申请人类型']], iso(case.received)[:7] if case.received >= first else None,
               iso(case.closed)[:7] if is_closed else None, outcome,
               days, is_late, collected(row, case, outcome) if is_closed else '', end and iso(end))


def collected(row, case, outcome):
    """The fee, 0 where it was asked for and never paid."""
    asked, paid = case.waits[1]
    is_unpaid = outcome == 'other.fee_overdue' or (asked and not paid)
    return '0' if is_unpaid and row['信息处理费(元)'] else row['信息处理费(元)']


def load(rows):
    base = sqlite3.connect(':memory:')
    base.execute(f'CREATE TABLE cases ({COLUMNS.replace(" ", ", ")})')
    base.executemany(f'INSERT INTO cases VALUES ({", ".join("?" * len(COLUMNS.split()))})', rows)
    return base


def ranked(base, column, percent):
    """By key: the days at rank ceil(n × percent / 100)."""
    return dict(base.execute(f'''SELECT key, days FROM (
        SELECT {column} key, days, ROW_NUMBER() OVER (PARTITION BY {column} ORDER BY days) place,
               COUNT(*) OVER (PARTITION BY {column}) n FROM cases WHERE closed IS NOT NULL)
        WHERE place = (n * ? + 99) / 100''', (percent,)))


def days_by(base, column):
    """By key: closed, in_time, overdue, days."""
    median, p90, groups = ranked(base, column, 50), ranked(base, column, 90), {}
    for key, n, total, late, least, most in base.execute(f'''SELECT {column}, COUNT(*), SUM(days), SUM(late), MIN(days), MAX(days)
            FROM cases WHERE closed IS NOT NULL GROUP BY 1'''):
        mean = (Decimal(total) / n).quantize(Decimal('0.01'), ROUND_HALF_UP)
        groups[key] = {'closed': n, 'in_time': n - late, 'overdue': late, 'days': {
            'histogram': {}, 'median': median[key], 'mean': str(mean), 'p90': p90[key], 'min': least, 'max': most}}
    for key, days, n in base.execute(f'''SELECT {column}, days, COUNT(*) FROM cases WHERE closed IS NOT NULL
            GROUP BY 1, 2 ORDER BY 2'''):
        groups[key]['days']['histogram'][str(days)] = n
    return groups


NOTHING = {'closed': 0, 'in_time': 0, 'overdue': 0,
           'days': {'histogram': {}, 'median': None, 'mean': None, 'p90': None, 'min': None, 'max': None}}


def order(group, key, units):
    """Units as the register has them, other names by their bytes, what has none last; the rest as the form has it."""
    if group == 'by_unit':
        return units.index(key)
    if group == 'by_applicant':
        return list(APPLICANTS.values()).index(key)
    if group == 'by_outcome':
        return expand_figures.ROWS.index(key)
    return key == '（未填）', key


def figures_of(base, units):
    """`requests` as figures.json should have it; `units` in the order of the register."""
    one = lambda sql: base.execute(sql).fetchone()[0]
    whole = days_by(base, "''").get('', NOTHING)
    fees = [Decimal(fee) for (fee,) in base.execute("SELECT fee FROM cases WHERE fee <> ''")]
    figures = {'answered': whole['closed'], 'in_time': whole['in_time'], 'overdue': whole['overdue'],
               'open': one('SELECT COUNT(*) FROM cases WHERE closed IS NULL'),
               'overdue_open': one('SELECT COUNT(*) FROM cases WHERE closed IS NULL AND late'),
               'processing_fee': str(sum(fees)) if fees else None, 'days': whole['days']}
    for group, (column, receipt) in GROUPS.items():
        closed = days_by(base, column)
        received = {} if receipt is None else dict(base.execute(
            f'SELECT {receipt}, COUNT(*) FROM cases WHERE received IS NOT NULL GROUP BY 1'))
        keys = sorted(closed.keys() | received.keys(), key=lambda k, g=group: order(g, k, units))
        figures[group] = [{'key': k, 'received': received.get(k, 0) if receipt else None, **closed.get(k, NOTHING)} for k in keys]
    figures['oldest_open'] = [
        {**dict(zip(('unit', 'id', 'received', 'days', 'deadline'), row)), 'overdue': bool(row[-1])} for row in base.execute(
            'SELECT unit, id, day, days, deadline, late FROM cases WHERE closed IS NULL ORDER BY day, unit, id LIMIT 10')]
    figures['open_ids'] = [dict(zip(('unit', 'id'), row)) for row in base.execute(
        'SELECT unit, id FROM cases WHERE closed IS NULL ORDER BY unit, id')]
    return figures


def differences(want, got, place='requests'):
    if isinstance(want, dict) and isinstance(got, dict):
        if list(want) != list(got):
            yield f'{place}: keys {list(want)}, got {list(got)}'
        for key in want.keys() & got.keys():
            yield from differences(want[key], got[key], f'{place}.{key}')
    elif isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        for i, (a, b) in enumerate(zip(want, got)):
            name = a.get('key', i) if isinstance(a, dict) else i
            yield from differences(a, b, f'{place}.{name}')
    elif want != got:
        yield f'{place}: wanted {str(want)[:300]}, got {str(got)[:300]}'


def pandas_faults(base, got):
    """The days of every group by pandas."""
    frame = pandas.read_sql_query('SELECT * FROM cases WHERE closed IS NOT NULL', base)
    for group, (column, _) in GROUPS.items():
        entries = {entry['key']: entry['days'] for entry in got[group] if entry['closed']}
        if set(frame[column]) != entries.keys():
            yield f'requests.{group}: pandas has other keys'
        for key, days in frame.groupby(column)['days']:
            rank = lambda percent, d=days.sort_values(): int(d.iloc[-(-len(d) * percent // 100) - 1])
            want = {'median': rank(50), 'p90': rank(90), 'min': int(days.min()), 'max': int(days.max()),
                    'histogram': {str(d): int(n) for d, n in days.value_counts().sort_index().items()}}
            if any(entries[key][name] != value for name, value in want.items()) or \
                    abs(float(entries[key]['mean']) - days.mean()) > 0.005000001:
                yield f'requests.{group}.{key}: pandas says {want} and {days.mean()}, got {entries[key]}'


def build(nianbao, workspace):
    """figures.json of the workspace, which the program must be able to read again without a remark."""
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run([nianbao, 'build', workspace, '-o', out, '--format', 'json'], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f'build ended with {done.returncode}: {done.stderr[-500:]}')
        path = os.path.join(out, 'figures.json')
        again = subprocess.run([nianbao, 'verify', path, '--format', 'json'], capture_output=True, text=True)
        remarks = [f for f in json.loads(again.stdout) if f['code'] in ('N-02', 'C-02')]
        if remarks:
            sys.exit(f'verify does not know what build wrote: {remarks[:3]}')
        with open(path, encoding='utf-8') as file:
            return json.load(file)


def compare(nianbao, workspace, name):
    figures = build(nianbao, workspace)
    calendar = legal_clock.WorkingDays(os.path.join(ROOT, 'plugins', 'national', 'holidays.csv'))
    base, got = load(cases(workspace, figures['year'], calendar)), figures['requests']
    units = list(dict.fromkeys(unit_names(os.path.join(workspace, 'data', 'units.csv')).values()))
    with open(os.path.join(ROOT, 'templates', 'figures.schema.json'), encoding='utf-8') as file:
        found = json_schema.faults(figures, json.load(file))
    found += list(differences(figures_of(base, units), got)) + (list(pandas_faults(base, got)) if pandas else [])
    groups = sum(len(got[group]) for group in GROUPS)
    print(f'{"FAILED" if found else "ok"} {name}: {got["answered"]} closed, {got["overdue"]} late, median {got["days"]["median"]}, '
          f'mean {got["days"]["mean"]}, {groups} groups by SQLite'
          f'{" and pandas" if pandas else ""}', *found[:20], sep='\n  ')
    return bool(found)


def is_sanitized(nianbao):
    with open(nianbao, 'rb') as file:
        return b'__asan_init' in file.read()


# A child of a large process would be measured with its parent's memory.
MEASURE = ('import resource, subprocess, sys; r = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); '
           'print(r.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)')


def memory_is_too_much(nianbao, workspace, rows):
    begin = time.monotonic()
    done = subprocess.run([sys.executable, '-c', MEASURE, nianbao, 'check', workspace], capture_output=True, text=True, check=True)
    status, peak = map(int, done.stdout.split())
    print(f'  check of {rows} rows: status {status}, {time.monotonic() - begin:.1f} s, peak memory {peak} MiB')
    return status != 0 or (rows >= LARGE and not is_sanitized(nianbao) and peak >= MEMORY_LIMIT)


def main():
    options = argparse.ArgumentParser()
    options.add_argument('nianbao', type=os.path.abspath)
    options.add_argument('workspace', nargs='?')
    options.add_argument('--rows', type=int, default=20000)
    chosen = options.parse_args()
    if chosen.workspace:
        sys.exit(compare(chosen.nianbao, chosen.workspace, chosen.workspace))
    with tempfile.TemporaryDirectory() as folder:
        generated = os.path.join(folder, 'w')
        timely_ledger.write_workspace(generated, chosen.rows)
        bad = [memory_is_too_much(chosen.nianbao, generated, chosen.rows),
               compare(chosen.nianbao, generated, f'{chosen.rows} generated rows'),
               *(compare(chosen.nianbao, sample_folders.sample_folder(name), name) for name in SAMPLES)]
    sys.exit(any(bad))


if __name__ == '__main__':
    main()
