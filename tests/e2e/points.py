#!/usr/bin/env python3
"""The task ledgers of five published documents, row by row: points.py NIANBAO

`points/<locality>.csv` was written by reading the documents, not by the program: headings, units (parted by |),
deadline as written and the day it comes to; of the task's text its beginning, its length without white space and
the first digits of its SHA-256, for the texts are not ours. The documents stand beside the project
(../shared/seeds); without them the test is skipped. The same documents in GB18030, as .docx and as .xlsx give the same rows, and the
program reads its own ledger again.

Exit status 0: all rows as expected; 1: not; 77: no documents. Standard library only.
"""
import csv
import glob
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
import craft  # noqa: E402

SEEDS = os.path.join(os.path.dirname(ROOT), 'shared', 'seeds')
# number of the document, tasks, standing ones, year and day of issue for a report
DOCUMENTS = {'laiwu': ('000', 59, 8, 2024, '2024-06-26'), 'zibo-hitech': ('001', 10, 0, 2024, '2024-01-01'),
             'taierzhuang': ('002', 67, 0, 2022, '2022-06-18'), 'gumei': ('003', 14, 0, 2023, '2023-01-01'),
             'wenshang': ('004', 54, 0, 2024, '2024-06-24')}
WITHOUT_UNITS = {'zibo-hitech', 'gumei'}
HEADINGS = '序号 一级任务 二级任务 具体要求 牵头部门 责任单位 完成时限 状态 完成日期 佐证 备注'.split()


def flat(text):
    return re.sub(r'[\s\u3000\u200b]+', '', text)


def units(text):
    """Names that hold a separator are written with ； between them."""
    return [name for name in re.split('；' if '；' in text else '(?!、单位)、', text) if name]


def read_ledger(data):
    assert data.startswith(b'\xef\xbb\xbf'), 'no byte order mark'
    assert data.endswith(b'\r\n')
    rows = list(csv.reader(io.StringIO(data.decode('utf-8-sig'), newline='')))
    assert rows[0] == HEADINGS, rows[0]
    return [dict(zip(HEADINGS, row)) for row in rows[1:]]


def as_expected(row):
    text = flat(row['具体要求'])
    until = re.search(r'时限至(\d{4}-\d\d-\d\d)$', row['备注'])
    return {'number': row['序号'], 'area': row['一级任务'], 'part': row['二级任务'],
            'lead': '|'.join(units(row['牵头部门'])), 'responsible': '|'.join(units(row['责任单位'])),
            'deadline': row['完成时限'], 'day': until.group(1) if until else '', 'begins': text[:12],
            'characters': str(len(text)), 'sha256': hashlib.sha256(text.encode()).hexdigest()[:12]}


def split_cells(row):
    """The expected table lists Laiwu's units as the document prints them."""
    for key in ('lead', 'responsible'):
        if '|' not in row[key]:
            row[key] = '|'.join(units(row[key]))
    return row


def paragraphs(text):
    """The dump as paragraphs, and tables as rows of cells: a row is what stands between blank lines before a tab."""
    parts = []
    for block in re.split(r'\n(?: *\n)+(?=\t|抄送|—8—)', text.replace('\r', '')):
        if '\n\t' not in '\n' + block:
            parts += [line for line in block.split('\n') if line.strip()]
            continue
        before, *cells = ('\n' + block).split('\n\t')
        parts += [line for line in before.split('\n') if line.strip()]
        row = ['\n'.join(line.strip() for line in cell.split('\n') if line.strip()) for cell in cells]
        if parts and isinstance(parts[-1], list):
            parts[-1].append(row)
        else:
            parts.append([row])
    return parts


def write_forms(document, folder):
    """The document as it stands, in GB18030, as .docx and as .xlsx."""
    with open(document, encoding='utf-8', newline='') as file:
        text = file.read()
    encoded, packed = os.path.join(folder, 'gb18030.txt'), os.path.join(folder, 'document.docx')
    with open(encoded, 'wb') as file:
        file.write(text.encode('gb18030'))
    parts = paragraphs(text)
    craft.docx(packed, parts)
    rows = [row for part in parts for row in (part if isinstance(part, list) else [[part]])]
    sheet = os.path.join(folder, 'document.xlsx')
    craft.xlsx(sheet, {'要点': rows})
    return [document, encoded, packed, sheet]


def read_document(nianbao, document, locality, out):
    done = subprocess.run([nianbao, 'tasks', document, '--locality', locality, '-o', out], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise RuntimeError(f'{locality} {document}: status {done.returncode}: {done.stderr}')
    with open(out, 'rb') as file:
        return file.read()


def reread(nianbao, locality, folder, facts):
    """The ledger in a workspace of its own: nothing in it is a fault but units that the document does not name."""
    _, count, standing, year, issued = facts
    with open(os.path.join(folder, 'report.toml'), 'w', encoding='utf-8') as file:
        file.write(f'year = {year}\nissuer = "某某区人民政府"\nbody = "政府"\nlevel = "县级"\nscope = "汇总"\n'
                   f'[ledgers]\ntasks = "tasks.csv"\n[tasks]\nissued = {issued}\n')
    out = os.path.join(folder, 'out')
    subprocess.run([nianbao, 'build', folder, '-o', out, '--format', 'json'], capture_output=True, check=False)
    with open(os.path.join(out, 'problems.json'), encoding='utf-8') as file:
        errors = [f['code'] for f in json.load(file) if f['severity'] == 'error' and f['place'].get('file') == 'tasks.csv']
    with open(os.path.join(out, 'figures.json'), encoding='utf-8') as file:
        tasks = json.load(file)['tasks']
    if locality in WITHOUT_UNITS:
        return [] if errors == ['R-07'] * count else [f'{locality}: read again: {errors}']
    got = (tasks['total'], tasks['standing'], errors)
    return [] if got == (count, standing, []) else [f'{locality}: read again: {got}']


def check(nianbao, locality, facts, folder):
    """Faults of one document's ledger."""
    number, count = facts[:2]
    document = glob.glob(os.path.join(SEEDS, number + '_*.txt'))[0]
    out = os.path.join(folder, 'tasks.csv')
    data = None
    faults = []
    for form in [*write_forms(document, folder), document]:
        other = read_document(nianbao, form, locality, out)
        if data is not None and other != data:
            faults.append(f'{locality}: {os.path.basename(form)} gives another ledger')
        data = data or other
    got = [as_expected(row) for row in read_ledger(data)]
    with open(os.path.join(HERE, 'points', locality + '.csv'), encoding='utf-8', newline='') as file:
        want = [split_cells(row) for row in csv.DictReader(file)]
    if len(got) != count or len(want) != count:
        faults.append(f'{locality}: {len(got)} tasks, not {count}')
    for number, (have, wish) in enumerate(zip(got, want), 1):
        faults += [f'{locality} {number} {key}: “{have[key]}”, not “{wish[key]}”' for key in wish if have[key] != wish[key]]
    return faults + reread(nianbao, locality, folder, facts)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    if not os.path.isdir(SEEDS):
        print('skipped: no documents in ../shared/seeds')
        return 77
    nianbao = os.path.abspath(sys.argv[1])
    faults = []
    count = 0
    for locality, facts in DOCUMENTS.items():
        if not os.path.isdir(os.path.join(ROOT, 'plugins', locality)):
            print(f'skipped: no pack {locality}')
            continue
        with tempfile.TemporaryDirectory() as folder:
            faults += check(nianbao, locality, facts, folder)
        count += facts[1]
    print('\n'.join(faults) or f'{count} tasks as expected')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
