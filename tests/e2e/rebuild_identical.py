#!/usr/bin/env python3
"""The same workspace gives the same bytes: rebuild_identical.py NIANBAO

Builds one workspace twice, as two people on two machines would: other folder, other output folder, other
time zone, language, terminal and day (through the files' own times), the ledgers' folder listed in another
order. All outputs must be equal to the byte.

Exit status 0: equal; 1: not; 77: this machine lacks the fonts.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
import machine  # noqa: E402

OUTPUTS = ('report.xlsx', 'report.pdf', 'figures.json', 'problems.json')
WORLDS = (
    {'TZ': 'UTC', 'LANG': 'C', 'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'},
    {'TZ': 'Asia/Shanghai', 'LANG': 'zh_CN.UTF-8', 'LC_ALL': 'C.UTF-8', 'PATH': '/bin:/usr/bin', 'COLUMNS': '40',
     'MALLOC_PERTURB_': '165'},
)


def build(nianbao, world, folder, out):
    """The outputs' bytes. The fonts must be the same in both worlds: a font is an input."""
    env = dict(world, **{k: v for k, v in os.environ.items() if k in ('HOME', 'NIANBAO_FONTS', 'ASAN_OPTIONS')})
    done = subprocess.run([nianbao, 'build', os.path.basename(folder), '-o', out], env=env, capture_output=True,
                          cwd=os.path.dirname(folder), timeout=120)
    if done.returncode not in (0, 1):
        sys.exit(f'build ended with {done.returncode}: {done.stderr.decode("utf-8", "replace")[-500:]}')
    found = {}
    for name in os.listdir(out):
        with open(os.path.join(out, name), 'rb') as file:
            found[name] = file.read()
    return found


def second_copy(sample, target):
    """The same files, written in another order, with other times."""
    files = [os.path.relpath(os.path.join(d, f), sample) for d, _, names in os.walk(sample) for f in names]
    for i, name in enumerate(sorted(files, reverse=True)):
        os.makedirs(os.path.dirname(os.path.join(target, name)), exist_ok=True)
        shutil.copyfile(os.path.join(sample, name), os.path.join(target, name))
        os.utime(os.path.join(target, name), (1e9 + i, 1e9 + i))


def main():
    nianbao, bad = os.path.abspath(sys.argv[1]), 0
    if machine.lacking('fonts'):
        print('SKIPPED: this machine lacks the fonts')
        sys.exit(77)
    for sample in ('samples/published-city', 'samples/published-city-broken', 'tests/golden/base'):
        source = os.path.join(ROOT, sample)
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            shutil.copytree(source, f'{one}/w')
            second_copy(source, f'{two}/elsewhere/w')
            first = build(nianbao, WORLDS[0], f'{one}/w', f'{one}/out')
            time.sleep(1.1)  # a clock in an output would show a second
            second = build(nianbao, WORLDS[1], f'{two}/elsewhere/w', f'{two}/another output')
        expected = {n.replace('report.', 'report.draft.') if 'draft' in ''.join(first) else n for n in OUTPUTS}
        differing = sorted(n for n in set(first) | set(second) if first.get(n) != second.get(n))
        wrong = differing or set(first) != expected
        bad += bool(wrong)
        print(f'{"FAILED" if wrong else "ok"} {sample}: {", ".join(sorted(first))}',
              *(f'  differs: {n}' for n in differing), sep='\n')
    sys.exit(bad > 0)


if __name__ == '__main__':
    main()
