#!/usr/bin/env python3
"""Text follows its figures, and nothing else moves: bound_text.py NIANBAO

samples/laiwu-2024 is built as it is, and again for each of CHANGES with one row of one ledger changed. Read back from
the PDF, the compiler's text must hold its own words character by character, and in every place {{ }} what this program,
which evaluates the expression itself over that build's figures.json, says should stand there. So a change reaches every
number that depends on it and no other character. Each change must also move the figures that are named with it, and
leave alone those that are named as such; where it changes numbers only, the whole PDF but for its digits stays.

Exit status 0: all true; 1: not; 77: this machine lacks the fonts or pdftotext.
"""
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
import machine  # noqa: E402
import sample_folders  # noqa: E402

SECTIONS = 'disclosure requests management platforms supervision problems other'.split()
APPLICANTS = 'natural_person enterprise research public_welfare legal_service other total'.split()
RESULTS = 'upheld corrected other pending total'.split()
PLACE = re.compile(r'\{\{(.*?)\}\}')


# ---- the figures and the formatting functions, a second time -----------------------------------------------------------

class Names:
    """figures.json under its names: a.b, and groups by their key: a["b"]."""

    def __init__(self, values):
        self.values = values

    def __getattr__(self, name):
        return wrapped(name, self.values[name])

    def __getitem__(self, key):
        return Names(next(group for group in self.values if group['key'] == key))


def wrapped(name, value):
    return Names(value) if isinstance(value, (dict, list)) else value


def names_of(figures):
    """Tables three and four get their columns' names."""
    named = dict(figures)
    for table, columns in (('table3', APPLICANTS), ('table4', RESULTS)):
        rows = {}
        for key, cells in figures[table].items():
            part = rows
            *groups, last = key.split('.')
            for group in groups:
                part = part.setdefault(group, {})
            part[last] = dict(zip(columns, cells))
        named[table] = rows
    return named


def rounded(part, whole, places):
    return (Decimal(part) / Decimal(whole)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def percent(value, places):
    return '100%' if value == 100 else f'{value:.{places}f}%'


def share(part, whole, places=2):
    return percent(rounded(part * 100, whole, places), places)


def shares(counts, places=2):
    """1-based. By largest remainder."""
    scale = 100 * 10 ** places
    floors = [c * scale // sum(counts) for c in counts]
    by_rest = sorted(range(len(counts)), key=lambda i: -(counts[i] * scale % sum(counts)))
    for i in by_rest[:scale - sum(floors)]:
        floors[i] += 1
    return [None, *(percent(Decimal(f).scaleb(-places), places) for f in floors)]


def growth(now, before, places=2):
    if now == before or before == 0:
        return '持平' if now == before else f'由0增至{now}'
    return ('增长' if now > before else '下降') + percent(rounded(abs(now - before) * 100, before, places), places)


def wan(value, places=2):
    text = f'{rounded(value, 10000, places):f}'
    return text.rstrip('0').rstrip('.') if '.' in text else text


def chinese_below_hundred(number):
    digits = '零一二三四五六七八九十'
    tens, ones = divmod(number, 10)
    return digits[number] if number <= 10 else ('' if tens == 1 else digits[tens]) + '十' + (digits[ones] if ones else '')


FUNCTIONS = {'n': str, 'money': str, 'share': share, 'shares': shares, 'growth': growth, 'wan': wan, 'sum': sum,
             'cn': chinese_below_hundred, 'list': '、'.join,
             'some': lambda number, text, none: none if number == 0 else text.replace('%', str(number))}


def evaluate(expression, figures, previous):
    """The Lua of the sample's places is Python but for its braces."""
    names = {**FUNCTIONS, **{k: wrapped(k, v) for k, v in figures.items()}, 'previous': Names(previous)}
    return str(eval(expression.strip().replace('{', '[').replace('}', ']'), {'__builtins__': {}}, names))


# ---- building and reading back ----------------------------------------------------------------------------------------

def without_spaces(text):
    return re.sub(r'\s+', '', text)


class Build:
    def __init__(self, nianbao, folder):
        out = folder + '-out'
        done = subprocess.run([nianbao, 'build', folder, '-o', out, '--format', 'pdf,json'], capture_output=True,
                              timeout=120)
        if done.returncode != 0:
            sys.exit(f'build ended with {done.returncode}: {done.stderr.decode("utf-8")[-1000:]}')
        pdf = subprocess.run(['pdftotext', '-raw', os.path.join(out, 'report.pdf'), '-'], capture_output=True, check=True)
        lines = pdf.stdout.decode('utf-8').replace('\f', '\n').splitlines()
        self.page = without_spaces(''.join(l for l in lines if not re.fullmatch(r'\s*—\s*\d+\s*—\s*', l)))
        with open(os.path.join(out, 'figures.json'), encoding='utf-8') as file:
            self.figures = names_of(json.load(file))
        with open(os.path.join(folder, 'data', 'previous.json'), encoding='utf-8') as file:
            self.previous = names_of(json.load(file))

    def places(self, folder):
        """(section, expression) -> what stands in the PDF; ends where the words between are not there."""
        found = {}
        for section in SECTIONS:
            with open(os.path.join(folder, 'text', section + '.md'), encoding='utf-8') as file:
                parts = PLACE.split(re.sub(r'\*\*', '', file.read()))
            words = [re.escape(without_spaces(part)) for part in parts[0::2]]
            matches = re.findall('(.{1,60}?)'.join(words), self.page)
            if len(matches) != 1:
                sys.exit(f'text/{section}.md stands {len(matches)} times in the PDF')
            values = matches[0] if isinstance(matches[0], tuple) else (matches[0],)
            for number, (expression, value) in enumerate(zip(parts[1::2], values)):
                found[section, number, expression.strip()] = value
        return found

    def faults(self, places):
        """Places that do not say what their expression is."""
        for (section, _, expression), value in places.items():
            want = without_spaces(evaluate(expression, self.figures, self.previous))
            if value != want:
                yield f'text/{section}.md: {{{{ {expression} }}}} prints {value}, not {want}'


# ---- what is changed --------------------------------------------------------------------------------------------------

def in_year(row):
    return row['收到日期'].startswith('2024-') and row['答复日期'].startswith('2024-')


# What; ledger; which row (the first); cells; names that must move; names that must not; whether only digits change.
CHANGES = (
    ('one outcome', 'requests', lambda r: r['办理结果'] == '予以公开' and in_year(r), {'办理结果': '部分公开'},
     ('n(table3.granted.total)', 'n(table3.partial.total)'), ('received', 'requests.in_time', 'table4'), True),
    ('one applicant', 'requests', lambda r: r['申请人类型'] == '自然人' and in_year(r), {'申请人类型': '商业企业'},
     ('n(table3.received.natural_person)', 'shares('), ('n(table3.received.total)', 'granted', 'growth'), True),
    ('one topic', 'requests', lambda r: r['事项类别'] == '社会保障' and in_year(r), {'事项类别': '教育'},
     ('requests.by_topic',), ('table3.granted', 'n(table3.received', 'requests.days'), False),
    ('one fee', 'requests', lambda r: r['信息处理费(元)'] == '1060.00', {'信息处理费(元)': '760.00'},
     ('money(requests.processing_fee)', 'wan('), ('table3', 'activities'), True),
    ('one result', 'reviews', lambda r: r['案号'] == '示例复2024-007', {'类别': '未经复议直接起诉'},
     ('n(table4.review.total)', 'table4.litigation_direct'), ('table3', 'table2'), True),
    ('licences of one unit', 'disclosures', lambda r: r['项目'] == '行政许可', {'处理决定数量': '958'},
     ('n(table2.licence)', 'growth(table2.licence'), ('table3', 'n(table2.penalty)'), True),
    ('participants of one training', 'activities', lambda r: r['类别'] == '培训' and r['参与人数'] == '132', {'参与人数': '135'},
     ('activities.by_class["培训"].participants',), ('held', 'table3', '政府开放活动'), True),
    ('one activity that was held after all', 'activities', lambda r: r['类别'] == '政府开放活动' and not r['举办日期'],
     {'举办日期': '2024-08-28', '参与人数': '21', '收集意见数': '3', '采纳意见数': '1', '反馈公开': '是'},
     ('"政府开放活动"].held', '"政府开放活动"].participants', '"政府开放活动"].opinions', '"政府开放活动"].adopted'), ('培训', 'table'), False),
    ('state of one task', 'tasks', lambda r: r['状态'] == '进行中', {'状态': '已完成', '完成日期': '2024-12-20'},
     ('tasks.overdue',), ('tasks.late', 'table', 'activities'), False),
)


def change_row(folder, ledger, is_wanted, cells):
    path = os.path.join(folder, 'data', ledger + '.csv')
    with open(path, encoding='utf-8-sig', newline='') as file:
        rows = list(csv.DictReader(file))
    row = next(filter(is_wanted, rows))
    if not set(cells) <= set(row) or all(row[k] == v for k, v in cells.items()):
        sys.exit(f'{ledger}.csv: nothing to change to {cells}')
    row.update(cells)
    with open(path, 'w', encoding='utf-8-sig', newline='') as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator='\n')
        writer.writeheader()
        writer.writerows(rows)


def digits_out(page):
    return re.sub(r'\d', '#', page)


def change_faults(before, after, moved, change):
    what, must, must_not, only_digits = change[0], change[4], change[5], change[6]
    for name in must:
        if not any(name in expression for expression in moved):
            yield f'{what}: no place of {name} changed'
    for name in must_not:
        yield from (f'{what}: {{{{ {e} }}}} changed' for e in moved if name in e)
    if only_digits and digits_out(before.page) != digits_out(after.page):
        yield f'{what}: more than digits changed in the PDF'


def main():
    nianbao = os.path.abspath(sys.argv[1])
    lacking = machine.lacking('fonts', 'pdftotext')
    if lacking:
        print(f'SKIPPED: this machine lacks {lacking}')
        sys.exit(77)
    sample, found = sample_folders.sample_folder('laiwu-2024'), []
    with tempfile.TemporaryDirectory() as scratch:
        before = Build(nianbao, shutil.copytree(sample, os.path.join(scratch, 'before')))
        first = before.places(sample)
        found += before.faults(first)
        for number, change in enumerate(CHANGES):
            folder = shutil.copytree(sample, os.path.join(scratch, str(number)))
            change_row(folder, *change[1:4])
            after = Build(nianbao, folder)
            places = after.places(sample)
            moved = [key[2] for key in first if first[key] != places[key]]
            print(f'{change[0]}: {len(moved)} of {len(first)} places changed')
            found += [f'{change[0]}: {f}' for f in after.faults(places)]
            found += change_faults(before, after, moved, change)
    print(*(found or ['text follows its figures']), sep='\n')
    sys.exit(bool(found))


if __name__ == '__main__':
    main()
