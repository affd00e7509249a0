#!/usr/bin/env python3
"""Published tables must come back: roundtrip.py NIANBAO [records|tables|mixed …]

Every complete table set of the 2021 form beside the project (../shared/reports/figures; where that is absent,
only the one of samples/published-city) is expanded into ledgers, built, and read back by other programs: from
figures.json, from the workbook (cached values through openpyxl, live formulas recomputed), and from the PDF's
text. All must say what was published, cell for cell and in the order of the form.

Exit status 0: equal; 1: not; 77: this machine lacks openpyxl or the fonts.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile
from decimal import Decimal

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
import expand_figures  # noqa: E402
import machine  # noqa: E402
import read_back  # noqa: E402


def published_sets():
    paths = sorted(glob.glob(os.path.join(ROOT, '..', 'shared', 'reports', 'figures', '*.json')))
    if not paths:
        print('SKIPPED the published sets: there is no ../shared; the sample’s totals stand in for them')
        paths = [os.path.join(ROOT, 'samples', 'published-city', 'published-totals.json')]
    for path in paths:
        with open(path, encoding='utf-8') as file:
            figures = json.load(file)
        if expand_figures.is_complete(figures):
            yield os.path.basename(path)[:-5], figures


def table2_numbers(table2):
    """Table 二 in the order of the form: 2 × 3 documents, then four lines of one number."""
    rows = [[Decimal(n) for n in table2[k].values()] for k in ('regulation', 'normative_document')]
    return rows + [[Decimal(table2[k])] for k in ('licence', 'penalty', 'compulsion', 'administrative_charge')]


def json_faults(want, path):
    with open(path, encoding='utf-8') as file:
        got = json.load(file)
    for table in ('table3', 'table4'):
        if list(got[table]) != list(want[table]):
            yield f'{table}: rows are {list(got[table])}'
        for row, cells in want[table].items():
            if got[table].get(row) != cells:
                yield f'{table}.{row}: wanted {cells}, got {got[table].get(row)}'
    if table2_numbers(got['table2']) != table2_numbers(want['table2']):
        yield f'table2: wanted {want["table2"]}, got {got["table2"]}'


def table4_line(want):
    return [n for kind in expand_figures.KINDS for n in want['table4'][kind]]


def workbook_faults(want, path):
    sheets = {name: [read_back.numbers(row) for row in rows] for name, rows in read_back.workbook_rows(path).items()}
    order = [want['table3'][row] for row in expand_figures.ROWS]
    if not any(read_back.find_in_order(order, rows) is None for rows in sheets.values()):
        yield 'workbook: no sheet has the 25 rows of table 三 in order'
    if not any(read_back.find_in_order([table4_line(want)], rows) is None for rows in sheets.values()):
        yield 'workbook: no row has the 15 numbers of table 四'
    amounts = [[round(float(n), 6) for n in row] for row in table2_numbers(want['table2'])]
    rounded = [[[round(float(n), 6) for n in row] for row in rows] for rows in sheets.values()]
    if not any(read_back.find_in_order(amounts, rows) is None for rows in rounded):
        yield 'workbook: no sheet has the numbers of table 二 in order'
    count, wrong = read_back.Formulas(path).wrong()
    if count < 25:
        yield f'workbook: only {count} live formulas; each total of table 三 should be one'
    for sheet, cell, formula, cached, computed in wrong[:5]:
        yield f'workbook: {sheet}!{cell} {formula} caches {cached}, computes {computed}'


def pdf_faults(want, path):
    lines = read_back.pdf_numbers(read_back.pdf_text(path))
    order = [want['table3'][row] for row in expand_figures.ROWS]
    at = read_back.find_in_order(order, lines)
    if at is not None:
        yield f'pdf: row {expand_figures.ROWS[at]} of table 三 is not found after the one before it: {order[at]}'
    if read_back.find_in_order([table4_line(want)], lines) is not None:
        yield 'pdf: the 15 numbers of table 四 stand on no line'
    at = read_back.find_in_order(table2_numbers(want['table2']), lines)
    if at is not None:
        yield f'pdf: line {at + 1} of table 二 is not found'


def faults(nianbao, want, way, folder):
    workspace, out = os.path.join(folder, 'w'), os.path.join(folder, 'o')
    expand_figures.write_workspace(want, workspace, way)
    done = subprocess.run([nianbao, 'build', workspace, '-o', out], capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        with_errors = os.path.join(out, 'problems.json')
        found = open(with_errors, encoding='utf-8').read()[:1500] if os.path.exists(with_errors) else ''
        return [f'build ended with {done.returncode}: {done.stderr[-300:]}{found}']
    return [*json_faults(want, f'{out}/figures.json'), *workbook_faults(want, f'{out}/report.xlsx'),
            *pdf_faults(want, f'{out}/report.pdf')]


def main():
    nianbao, ways = os.path.abspath(sys.argv[1]), sys.argv[2:] or ['records', 'tables', 'mixed']
    lacking = machine.lacking('openpyxl', 'fonts', 'pdftotext')
    if lacking:
        print(f'SKIPPED: this machine lacks {lacking}')
        sys.exit(77)
    failed = 0
    for name, want in published_sets():
        for way in ways:
            with tempfile.TemporaryDirectory() as folder:
                found = faults(nianbao, want, way, folder)
            failed += bool(found)
            print(f'{"FAILED" if found else "ok"} {name} from {way}', *found, sep='\n  ')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
