#!/usr/bin/env python3
"""The task ledgers of five published documents, row by row: points.py NIANBAO

`points/<locality>.csv` was written by reading the documents, not by the program: headings, units (parted by |),
deadline as written and the day it comes to; of the task's text its beginning, its length without white space and
the first digits of its SHA-256, for the texts are not ours. The documents stand beside the project
(../shared/seeds); without them the test is skipped. The same documents in GB18030, as .docx and as .xlsx give the same rows, and the
program reads its own ledger again.

The list of units of each pack (units.csv) holds the units of these rows, those to whom the document is addressed by
name, and nothing else; the program finds no unit of the documents that its list lacks, nor of their ledgers.

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
# Named as those who get the document, not in its tasks.
ADDRESSED = {'taierzhuang': {'运河街道办事处'}}
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
    if 'N-35' in done.stderr:
        raise RuntimeError(f'{locality} {document}: units that units.csv lacks: {done.stderr}')
    with open(out, 'rb') as file:
        return file.read()


def reread(nianbao, locality, folder, facts):
    """The ledger in a workspace of its own: nothing in it is a fault but units that the document does not name; by the
    pack's list of units none of them is misspelt."""
    _, count, standing, year, issued = facts
    with open(os.path.join(folder, 'report.toml'), 'w', encoding='utf-8') as file:
        file.write(f'year = {year}\nissuer = "某某区人民政府"\nbody = "政府"\nlevel = "县级"\nscope = "汇总"\n'
                   f'locality = "{locality}"\n[ledgers]\ntasks = "tasks.csv"\n[tasks]\nissued = {issued}\n')
    out = os.path.join(folder, 'out')
    subprocess.run([nianbao, 'build', folder, '-o', out, '--format', 'json'], capture_output=True, check=False)
    with open(os.path.join(out, 'problems.json'), encoding='utf-8') as file:
        found = [f for f in json.load(file) if f['place'].get('file') == 'tasks.csv']
    errors = [f['code'] for f in found if f['severity'] == 'error' or f['code'] == 'U-01']
    with open(os.path.join(out, 'figures.json'), encoding='utf-8') as file:
        tasks = json.load(file)['tasks']
    if locality in WITHOUT_UNITS:
        return [] if errors == ['R-07'] * count else [f'{locality}: read again: {errors}']
    got = (tasks['total'], tasks['standing'], errors)
    return [] if got == (count, standing, []) else [f'{locality}: read again: {got}']


def expected_rows(locality):
    with open(os.path.join(HERE, 'points', locality + '.csv'), encoding='utf-8', newline='') as file:
        return [split_cells(row) for row in csv.DictReader(file)]


def named_units(locality):
    """The units of the rows, without groups (各街道（镇）, 县政府各部门、单位) and without 等有关部门单位."""
    cells = [name for row in expected_rows(locality) for key in ('lead', 'responsible') for name in row[key].split('|')]
    names = {re.sub('等.*$', '', name) for name in cells}
    return {name for name in names if name and not re.match('各|[区县](政府|直)?(各|有关)', name)}


def check_list(locality):
    """Faults of the pack's units.csv against the rows, and against the document where it is at hand."""
    path = os.path.join(ROOT, 'plugins', locality, 'units.csv')
    want = named_units(locality) | ADDRESSED.get(locality, set())
    if not os.path.exists(path):
        return [f'{locality}: no units.csv'] if want else []
    with open(path, encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    names = [row['单位名称'] for row in rows]
    faults = [f'{locality}: {name} twice in units.csv' for name in set(names) if names.count(name) > 1]
    faults += [f'{locality}: units.csv lacks {name}' for name in sorted(want - set(names))]
    faults += [f'{locality}: units.csv has {name}' for name in sorted(set(names) - want)]
    faults += [f'{locality}: units.csv says {key}' for row in rows for key in row if key not in ('单位名称', '类别', '别名')]
    if os.path.isdir(SEEDS):
        with open(document_of(locality), encoding='utf-8') as file:
            text = flat(file.read())
        said = [name for row in rows for name in [row['单位名称'], *row['别名'].split('、')]]
        faults += [f'{locality}: the document does not say {name}' for name in said if name not in text]
    return faults


def document_of(locality):
    return glob.glob(os.path.join(SEEDS, DOCUMENTS[locality][0] + '_*.txt'))[0]


def check(nianbao, locality, facts, folder):
    """Faults of one document's ledger."""
    count = facts[1]
    document = document_of(locality)
    out = os.path.join(folder, 'tasks.csv')
    data = None
    faults = []
    for form in [*write_forms(document, folder), document]:
        other = read_document(nianbao, form, locality, out)
        if data is not None and other != data:
            faults.append(f'{locality}: {os.path.basename(form)} gives another ledger')
        data = data or other
    got = [as_expected(row) for row in read_ledger(data)]
    want = expected_rows(locality)
    if len(got) != count or len(want) != count:
        faults.append(f'{locality}: {len(got)} tasks, not {count}')
    for number, (have, wish) in enumerate(zip(got, want), 1):
        faults += [f'{locality} {number} {key}: “{have[key]}”, not “{wish[key]}”' for key in wish if have[key] != wish[key]]
    return faults + reread(nianbao, locality, folder, facts)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    packs = [locality for locality in DOCUMENTS if os.path.isdir(os.path.join(ROOT, 'plugins', locality))]
    faults = [fault for locality in packs for fault in check_list(locality)]
    if not os.path.isdir(SEEDS):
        print('\n'.join(faults) or 'skipped: no documents in ../shared/seeds')
        return 1 if faults else 77
    nianbao = os.path.abspath(sys.argv[1])
    count = 0
    for locality, facts in DOCUMENTS.items():
        if locality not in packs:
            print(f'skipped: no pack {locality}')
            continue
        with tempfile.TemporaryDirectory() as folder:
            faults += check(nianbao, locality, facts, folder)
        count += facts[1]
    print('\n'.join(faults) or f'{count} tasks as expected')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
