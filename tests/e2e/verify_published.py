#!/usr/bin/env python3
"""`verify` on published tables: verify_published.py NIANBAO [--accept]

First every file of ../shared/reports/figures (where that is there) must give the findings listed in
tests/golden/verify/NAME.json. Then one cell after another of a sound table set is changed, and `verify` must
name exactly the identities that this program, with its own arithmetic, finds broken.

Exit status 0: as expected; 1: not.
"""
import copy
import glob
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
from expand_figures import KINDS, ROWS  # noqa: E402

EXPECTED = os.path.join(ROOT, 'tests', 'golden', 'verify')
COLUMNS = 'natural_person enterprise research public_welfare legal_service other total'.split()
RESULTS = 'upheld corrected other pending total'.split()


def verify(nianbao, path):
    done = subprocess.run([nianbao, 'verify', path, '--format', 'json'], capture_output=True, text=True, timeout=60)
    try:
        return done.returncode, json.loads(done.stdout)
    except ValueError:
        sys.exit(f'verify {path}: status {done.returncode}, no JSON: {done.stdout[:200]}{done.stderr[-300:]}')


def broken_identities(figures):
    """(code, cell) of every identity of the form that does not hold."""
    t3, t4, found = figures['table3'], figures['table4'], set()
    outcomes = [row for row in ROWS if row not in ('received', 'carried_in', 'total', 'carried_out')]
    for c, column in enumerate(COLUMNS):
        if t3['received'][c] + t3['carried_in'][c] != t3['total'][c] + t3['carried_out'][c]:
            found.add(('T3-01', f'table3.total.{column}'))
        if sum(t3[row][c] for row in outcomes) != t3['total'][c]:
            found.add(('T3-02', f'table3.total.{column}'))
    found |= {('T3-03', f'table3.{row}.total') for row in ROWS if sum(t3[row][:6]) != t3[row][6]}
    return found | {('T4-01', f'table4.{kind}.total') for kind in KINDS if sum(t4[kind][:4]) != t4[kind][4]}


def changed_sets(figures):
    """The set with one cell changed: the corners and a walk through the middle, up and down."""
    places = [('table3', row, c) for r, row in enumerate(ROWS) for c in range(7)
              if (r * 7 + c) % 5 == 0 or row == 'total' or c == 6]
    places += [('table4', kind, c) for kind in KINDS for c in range(5)]
    for i, (table, row, c) in enumerate(places):
        other = copy.deepcopy(figures)
        other[table][row][c] += 1 if i % 2 or other[table][row][c] == 0 else -1
        yield f'{table}.{row}[{c}]', other


def check_changes(nianbao):
    with open(os.path.join(ROOT, 'samples', 'published-city', 'published-totals.json'), encoding='utf-8') as file:
        sound = json.load(file)
    failed, count = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'figures.json')
        for what, figures in [('nothing', sound), *changed_sets(sound)]:
            with open(path, 'w', encoding='utf-8') as file:
                json.dump(figures, file)
            status, findings = verify(nianbao, path)
            got = {(f['code'], f['place'].get('cell')) for f in findings if f['severity'] == 'error'}
            want, count = broken_identities(figures), count + 1
            if got != want or status != (1 if want else 0):
                failed += 1
                print(f'FAILED {what} changed: status {status}, missing {want - got}, too much {got - want}')
    print(f'{count - failed} of {count} changed sets judged rightly')
    return failed


def check_published(nianbao, accepting):
    paths = sorted(glob.glob(os.path.join(ROOT, '..', 'shared', 'reports', 'figures', '*.json')))
    if not paths:
        print('SKIPPED the published files: there is no ../shared')
    failed = 0
    for path in paths:
        expected = os.path.join(EXPECTED, os.path.basename(path))
        status, findings = verify(nianbao, path)
        got = {'status': status, 'findings': [
            ' '.join([f['code'], f['severity'], f['place'].get('cell', '')]) for f in findings]}
        if accepting:
            os.makedirs(EXPECTED, exist_ok=True)
            with open(expected, 'w', encoding='utf-8') as file:
                file.write(json.dumps(got, ensure_ascii=False, indent=1) + '\n')
        with open(expected, encoding='utf-8') as file:
            want = json.load(file)
        if got != want:
            failed += 1
            missing = [f for f in want['findings'] if f not in got['findings']]
            print(f'FAILED {os.path.basename(path)}: status {status}, wanted {want["status"]}; missing {missing}; too '
                  f'much {[f for f in got["findings"] if f not in want["findings"]]}')
    return failed


def main():
    nianbao = os.path.abspath(sys.argv[1])
    failed = check_published(nianbao, '--accept' in sys.argv) + check_changes(nianbao)
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
