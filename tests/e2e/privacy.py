#!/usr/bin/env python3
"""What the ledger says of applicants leaves the program by no output: privacy.py NIANBAO

Gives every request an applicant's name and reference, misplaces some, breaks rows in several ways, builds every format, checks and
explains, and looks for the names and references in all that was written: findings, figures, the parts of the
workbook, the pages, the screen.

Exit status 0: none is there; 1: one is; 77: this machine lacks the fonts or pdftotext.
"""
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
import machine  # noqa: E402

NAMES = ['王伟', '李建国', '欧阳修远', '和润置业有限公司', '赵六', '钱七', '孙八', '周九', '吴十']
BROKEN = {3: ('收到日期', '不知道'), 4: ('办理结果', '不清楚'), 5: ('申请人类型', '路人'), 6: ('受理单位', '无此单位')}
MISPLACED = {1: '事项类别', 2: '受理渠道', 7: '事项类别'}  # the name in a cell that names a group


def write_workspace(folder):
    shutil.copytree(os.path.join(ROOT, 'tests', 'golden', 'base'), folder)
    path = os.path.join(folder, 'data', 'requests.csv')
    with open(path, encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    for i, row in enumerate(rows):
        row.update({'事项类别': '土地', '申请人姓名': NAMES[i % len(NAMES)], '申请人代号': f'代号{i:04}'})
        if i in BROKEN:
            row[BROKEN[i][0]] = BROKEN[i][1]
        if i in MISPLACED:
            row[MISPLACED[i]] = row['申请人姓名']
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    with open(os.path.join(folder, 'text', 'platforms.md'), 'w', encoding='utf-8') as file:
        file.write('县政府网站设有专栏。\n')
    return {row['申请人姓名'] for row in rows} | {row['申请人代号'] for row in rows}


def texts_of(path):
    """The readable texts of an output."""
    if path.endswith('.pdf'):
        yield subprocess.run(['pdftotext', path, '-'], capture_output=True, check=True).stdout.decode()
    elif path.endswith('.xlsx'):
        with zipfile.ZipFile(path) as file:
            for name in file.namelist():
                yield file.read(name).decode('utf-8', 'replace')
    else:
        with open(path, encoding='utf-8') as file:
            yield file.read()


def leaks(where, text, secrets):
    return [f'{where}: {secret}' for secret in sorted(secrets) if secret in text]


def run(nianbao, *arguments):
    done = subprocess.run([nianbao, *arguments], capture_output=True, timeout=120)
    return done.stdout.decode() + done.stderr.decode()


def main():
    nianbao, found = os.path.abspath(sys.argv[1]), []
    if lacking := machine.lacking('fonts', 'pdftotext'):
        print(f'SKIPPED: this machine lacks {lacking}')
        sys.exit(77)
    with tempfile.TemporaryDirectory() as scratch:
        folder, out = os.path.join(scratch, 'workspace'), os.path.join(scratch, 'out')
        secrets = write_workspace(folder)
        found += leaks('build', run(nianbao, 'build', folder, '-o', out, '--format', 'xlsx,pdf,json,csv'), secrets)
        outputs = sorted(os.listdir(out))
        for name in outputs:
            for text in texts_of(os.path.join(out, name)):
                found += leaks(name, text, secrets)
        # Now the compiler writes them into her text: the findings tell where, and do not repeat them.
        with open(os.path.join(folder, 'text', 'platforms.md'), 'a', encoding='utf-8') as file:
            file.write('\n' + '。\n'.join(f'申请人{secret}来信，见`{secret}`' for secret in sorted(secrets)) + '\n')
        checked = run(nianbao, 'check', folder, '--format', 'json')
        found += leaks('check', checked, secrets)
        found += leaks('explain', run(nianbao, 'explain', folder, 'table3.received.total'), secrets)
        seen = checked.count('"P-01"')
    if seen < len(secrets):
        found.append(f'{seen} findings P-01 for {len(secrets)} names and references')
    print('\n'.join(found) or f'{len(secrets)} names and references in none of {len(outputs)} outputs')
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
