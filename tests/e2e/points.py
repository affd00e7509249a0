#!/usr/bin/env python3
"""The task ledgers of five published documents, row by row: points.py NIANBAO

`points/<locality>.csv` was written by reading the documents, not by the program: headings, units (parted by |),
deadline as written and the day it comes to; of the task's text its beginning, its length without white space and
the first digits of its SHA-256, for the texts are not ours. The documents stand beside the project
(../shared/seeds); without them the test is skipped.

Exit status 0: all rows as expected; 1: not; 77: no documents. Standard library only.
"""
import csv
import glob
import hashlib
import io
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SEEDS = os.path.join(os.path.dirname(ROOT), 'shared', 'seeds')
DOCUMENTS = {'laiwu': ('000', 59), 'zibo-hitech': ('001', 10), 'taierzhuang': ('002', 67), 'gumei': ('003', 14),
             'wenshang': ('004', 54)}
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


def check(nianbao, locality, number, count, folder):
    """Faults of one document's ledger."""
    document = glob.glob(os.path.join(SEEDS, number + '_*.txt'))[0]
    out = os.path.join(folder, locality + '.csv')
    command = [nianbao, 'tasks', document, '--locality', locality, '-o', out]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return [f'{locality}: status {done.returncode}: {done.stderr}']
    with open(out, 'rb') as file:
        data = file.read()
    got = [as_expected(row) for row in read_ledger(data)]
    with open(os.path.join(HERE, 'points', locality + '.csv'), encoding='utf-8', newline='') as file:
        want = [split_cells(row) for row in csv.DictReader(file)]
    faults = [f'{locality}: {len(got)} tasks, not {count}'] if len(got) != count or len(want) != count else []
    for number, (have, wish) in enumerate(zip(got, want), 1):
        faults += [f'{locality} {number} {key}: “{have[key]}”, not “{wish[key]}”' for key in wish if have[key] != wish[key]]
    subprocess.run(command, capture_output=True, check=True)
    with open(out, 'rb') as file:
        if file.read() != data:
            faults.append(f'{locality}: a second run wrote other bytes')
    return faults


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    if not os.path.isdir(SEEDS):
        print('skipped: no documents in ../shared/seeds')
        return 77
    nianbao = os.path.abspath(sys.argv[1])
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for locality, (number, count) in DOCUMENTS.items():
            faults += check(nianbao, locality, number, count, folder)
    print('\n'.join(faults) or f'{sum(count for _, count in DOCUMENTS.values())} tasks as expected')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
