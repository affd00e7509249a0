#!/usr/bin/env python3
"""Runs the golden cases: run.py NIANBAO [--accept] [CASE …]

A case is a folder beside this file that holds a file `case` of lines `key: value`:
    run    the arguments; WORKSPACE and OUT stand for the case's copy of its workspace and its output folder
    from   the workspace to start from, relative to the project's root; the files in the case's own folder
           `workspace` are laid over it
    keep   which outputs are compared besides status, verdict and file names:
           findings figures sheets pages ledger (tasks.csv) stdout
    needs  fonts, pdftotext, root, pack:ID: where one is absent the case is skipped, and says so
    env    NAME=VALUE …
    limit  bytes after which writing a file fails
A folder `plugins` is laid over a copy of the project's, for `--plugins plugins`. A prepare.py is run in the
case's scratch folder before the program: it makes what cannot stand in a repository, such as a truncated
workbook (tests/support/craft.py). `expected/` holds what must come out, as text; --accept writes it
anew, and the diff is then read before it is committed.

Exit status 0: all as expected; 1: something is not; 77: every case named was skipped. Standard library only.
"""
import difflib
import json
import os
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
import json_schema  # noqa: E402
import machine  # noqa: E402
import workbook_dump  # noqa: E402

OUTPUTS = {'report.xlsx', 'report.pdf', 'report.draft.xlsx', 'report.draft.pdf', 'figures.json', 'problems.json'}


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def read_case(folder):
    pairs = (line.split(':', 1) for line in read(os.path.join(folder, 'case')).splitlines() if line.strip())
    return {key.strip(): value.strip() for key, value in pairs}


def make_workspace(case, folder, scratch):
    target = os.path.join(scratch, 'workspace')
    if 'from' in case:
        shutil.copytree(os.path.join(ROOT, case['from']), target)
    if os.path.isdir(os.path.join(folder, 'workspace')):
        shutil.copytree(os.path.join(folder, 'workspace'), target, dirs_exist_ok=True, symlinks=True)


def prepare(folder, scratch):
    """Runs prepare.py; its exit status 77 means that this machine cannot make what the case needs."""
    script = os.path.join(folder, 'prepare.py')
    if not os.path.exists(script):
        return True
    env = dict(os.environ, PYTHONPATH=os.path.join(ROOT, 'tests', 'support'), PYTHONDONTWRITEBYTECODE='1')
    done = subprocess.run([sys.executable, script], cwd=scratch, env=env)
    if done.returncode not in (0, 77):
        raise RuntimeError(f'{script} failed')
    return done.returncode == 0


def make_plugins(folder, scratch):
    """plugins/ with the packs of the case laid over it, for --plugins."""
    if os.path.isdir(os.path.join(folder, 'plugins')):
        shutil.copytree(os.path.join(ROOT, 'plugins'), os.path.join(scratch, 'plugins'))
        shutil.copytree(os.path.join(folder, 'plugins'), os.path.join(scratch, 'plugins'), dirs_exist_ok=True)


def limit_files(size):
    """Called in the child: writing beyond `size` bytes then fails with an error instead of a signal."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def run_program(nianbao, case, scratch):
    words = {'WORKSPACE': 'workspace', 'OUT': 'out'}
    arguments = [words.get(a, a) for a in shlex.split(case['run'])]
    env = dict(os.environ, **dict(pair.split('=', 1) for pair in shlex.split(case.get('env', ''))))
    limits = (lambda: limit_files(int(case['limit']))) if 'limit' in case else None
    return subprocess.run([nianbao, *arguments], cwd=scratch, env=env, capture_output=True, timeout=120,
                          preexec_fn=limits, restore_signals=False)


def tidy(text):
    """Without what changes with every edit of a pack or release: hashes and the tool's own version."""
    text = re.sub(r'\b[0-9a-f]{64}\b', '<sha256>', text)
    text = re.sub(r'\.nianbao-\w{6}', '.nianbao-<any>', text)
    return re.sub(r'nianbao [0-9]+\.[0-9]+\.[0-9]+', 'nianbao <version>', text)


def pages_text(path):
    done = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True)
    pages = done.stdout.decode('utf-8').rstrip('\f').split('\f')
    lines = []
    for number, page in enumerate(pages, 1):
        lines.append(f'-- page {number}')
        lines += [re.sub(r'\s+', ' ', line).strip() for line in page.splitlines() if line.strip()]
    return '\n'.join(lines) + '\n'


def find_output(out, *names):
    return next((os.path.join(out, n) for n in names if os.path.exists(os.path.join(out, n))), None)


def show_findings(text):
    return json.dumps(json.loads(text), ensure_ascii=False, indent=1) + '\n'


def collect(case, done, scratch):
    """name -> text of everything that is compared."""
    out = os.path.join(scratch, 'out')
    files = sorted(os.listdir(out)) if os.path.isdir(out) else []
    stderr = tidy(done.stderr.decode('utf-8', 'replace'))
    got = {'run.txt': f'status {done.returncode}\n' + ''.join(f'file {f}\n' for f in files) + '--- stderr\n' + stderr}
    keep, stdout = case.get('keep', '').split(), done.stdout.decode('utf-8', 'replace')
    if 'stdout' in keep:
        got['stdout.txt'] = tidy(stdout)
    if 'findings' in keep:
        problems = find_output(out, 'problems.json')
        got['findings.json'] = show_findings(read(problems) if problems else stdout)
    if 'figures' in keep:
        got['figures.json'] = tidy(read(os.path.join(out, 'figures.json')))
    if 'ledger' in keep:
        got['tasks.csv'] = read(os.path.join(out, 'tasks.csv'))
    if 'sheets' in keep:
        got['sheets.txt'] = tidy(workbook_dump.dump(find_output(out, 'report.xlsx', 'report.draft.xlsx')))
    if 'pages' in keep:
        got['pages.txt'] = tidy(pages_text(find_output(out, 'report.pdf', 'report.draft.pdf')))
    return got


def broken_promises(done, scratch, got):
    """What must hold in every case, whatever is expected of this one."""
    out, wrong = os.path.join(scratch, 'out'), []
    files = set(os.listdir(out)) if os.path.isdir(out) else set()
    stray = {f for f in files if f not in OUTPUTS and not f.endswith('.csv')}
    if stray:
        wrong.append(f'left in OUT: {sorted(stray)}')
    if {'report.xlsx', 'report.pdf'} & files and {'report.draft.xlsx', 'report.draft.pdf'} & files:
        wrong.append('final and draft stand side by side')
    if 'figures.json' in files and 'findings.json' in got:
        schema = json.loads(read(os.path.join(ROOT, 'templates', 'figures.schema.json')))
        wrong += json_schema.faults(json.loads(read(os.path.join(out, 'figures.json'))), schema)
    if done.returncode not in (0, 1, 2, 3):
        wrong.append(f'ended with {done.returncode}: {done.stderr[-600:].decode("utf-8", "replace")}')
    if 'findings.json' in got and done.returncode in (0, 1):
        wrong += wrong_verdict(json.loads(got['findings.json']), done)
    return wrong


VERDICT = re.compile(r'通过(?:，(?P<only>[1-9]\d*) 个警告)?|未通过：(?P<error>[1-9]\d*) 个错误，(?P<warning>\d+) 个警告')


def wrong_verdict(findings, done):
    """A finding that names several units is one, one that stands for several places is as many: its count does not
    say which, so the number lies between that of the findings and the sum of their counts."""
    last = (done.stderr.decode('utf-8').strip().splitlines() or [''])[-1]
    verdict = VERDICT.fullmatch(last)
    if not verdict:
        return [f'the last line is no verdict: {last}']
    said = {'error': int(verdict['error'] or 0), 'warning': int(verdict['warning'] or verdict['only'] or 0)}
    wrong = []
    for severity, number in said.items():
        counts = [f.get('count', 1) for f in findings if f['severity'] == severity]
        if not len(counts) <= number <= sum(counts):
            wrong.append(f'the verdict says {number} of {severity}, the findings {len(counts)} to {sum(counts)}')
    if done.returncode != (1 if said['error'] else 0):
        wrong.append(f'status {done.returncode} with {said["error"]} errors')
    return wrong


def compare(expected, got):
    """Unified diffs of what differs."""
    names = sorted(set(got) | (set(os.listdir(expected)) if os.path.isdir(expected) else set()))
    lines = []
    for name in names:
        path = os.path.join(expected, name)
        want = read(path).splitlines(True) if os.path.exists(path) else []
        lines += difflib.unified_diff(want, got.get(name, '').splitlines(True), f'expected/{name}', f'got/{name}', n=1)
    return lines


def accept(expected, got):
    shutil.rmtree(expected, ignore_errors=True)
    os.makedirs(expected)
    for name, text in got.items():
        with open(os.path.join(expected, name), 'w', encoding='utf-8') as file:
            file.write(text)


def run_case(nianbao, name, accepting):
    """'ok', 'failed' or 'skipped'."""
    folder = os.path.join(HERE, name)
    case = read_case(folder)
    lacking = machine.lacking(*case.get('needs', '').split())
    if lacking:
        print(f'SKIPPED {name}: needs {lacking}')
        return 'skipped'
    with tempfile.TemporaryDirectory() as scratch:
        try:
            make_workspace(case, folder, scratch)
            if not prepare(folder, scratch):
                print(f'SKIPPED {name}: this machine cannot prepare it')
                return 'skipped'
            make_plugins(folder, scratch)
            done = run_program(nianbao, case, scratch)
            got = collect(case, done, scratch)
            wrong = broken_promises(done, scratch, got)
        finally:
            subprocess.run(['umount', '-q', os.path.join(scratch, 'out')], capture_output=True)
    if accepting and not wrong:
        accept(os.path.join(folder, 'expected'), got)
    differences = compare(os.path.join(folder, 'expected'), got)
    if wrong or differences:
        print(f'FAILED {name}', *wrong, sep='\n  ')
        sys.stdout.writelines(differences)
        return 'failed'
    return 'ok'


def main():
    arguments = [a for a in sys.argv[1:] if a != '--accept']
    if not arguments:
        sys.exit(__doc__)
    nianbao = os.path.abspath(arguments[0])
    every = sorted(n for n in os.listdir(HERE) if os.path.exists(os.path.join(HERE, n, 'case')))
    results = [run_case(nianbao, name, '--accept' in sys.argv) for name in arguments[1:] or every]
    print(', '.join(f'{results.count(r)} {r}' for r in ('ok', 'failed', 'skipped')))
    sys.exit(1 if 'failed' in results else 77 if set(results) == {'skipped'} else 0)


if __name__ == '__main__':
    main()
