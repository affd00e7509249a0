#!/usr/bin/env python3
"""What the ledger says of applicants leaves the program by no output: privacy.py NIANBAO

Gives every request an applicant's name and reference, misplaces some, breaks rows in several ways, builds every format, checks and
explains, and looks for the names and references in all that was written: findings, figures, the parts of the
workbook, the pages, the screen.

Then, in one workspace after the other, whole rows have slipped: names and references stand in each of the other columns,
in places {{ }} of the text, and, without the columns of names, in columns that are quoted.

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


# Numbers of requests are published as they are (README); names of groups are P-01 and concealed.
SLIPPED = ['受理单位', '申请人类型', '收到日期', '答复日期', '办结日期', '办理结果', '是否延期', '信息处理费(元)', '缴费日期',
           '征求意见时间', '延长工作日数', '是否上年结转', '受理渠道', '事项类别']
PERSONS = ['王大锤', '李建国', '张伟', '欧阳修远', 'YSQ-1002', '代号0007']


def write_slipped(folder, column, with_names):
    """The names stand in `column`, and in the columns of names only if they are to."""
    shutil.copytree(os.path.join(ROOT, 'tests', 'golden', 'base'), folder)
    path = os.path.join(folder, 'data', 'requests.csv')
    with open(path, encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    for i, row in enumerate(rows):
        person = PERSONS[i % len(PERSONS)]
        if with_names:
            row.update({'申请人姓名': '' if person[-1].isdigit() else person, '申请人代号': person if person[-1].isdigit() else ''})
        row[column] = person
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    with open(os.path.join(folder, 'text', 'platforms.md'), 'w', encoding='utf-8') as file:
        places = [f'{{{{ n({person}) }}}} {{{{ table3["{person}"] }}}} {{{{ share(1, "{person}") }}}}' for person in PERSONS]
        file.write('县政府网站设有专栏。\n' + ('\n'.join(places) + '\n' if with_names else ''))


def slipped_leaks(nianbao, scratch):
    found = []
    for number, column in enumerate(SLIPPED):
        for with_names in (True, False):
            if not with_names and column in ('受理渠道', '事项类别'):
                continue  # nobody can tell them from groups
            folder = os.path.join(scratch, f'slipped{number}{with_names}')
            out = folder + '-out'
            write_slipped(folder, column, with_names)
            where = f'{column}, {"with" if with_names else "without"} names'
            found += leaks(where, run(nianbao, 'build', folder, '-o', out, '--format', 'xlsx,json,csv'), PERSONS)
            for name in sorted(os.listdir(out)):
                for text in texts_of(os.path.join(out, name)):
                    found += leaks(f'{where}: {name}', text, PERSONS)
            if with_names and run(nianbao, 'check', folder, '--format', 'json').count('"P-01"') < 2 * len(PERSONS):
                found.append(f'{where}: P-01 does not see into the places')
    return found


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
        found += slipped_leaks(nianbao, scratch)
    if seen < len(secrets):
        found.append(f'{seen} findings P-01 for {len(secrets)} names and references')
    print('\n'.join(found) or f'{len(secrets)} names and references in none of {len(outputs)} outputs')
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
