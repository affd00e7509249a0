#!/usr/bin/env python3
"""The author's tools: localities.py NIANBAO

Every pack's cases give what they are expected to give. A pack made by `locality new` runs as it is; twenty lines of
Lua add a check, a sentence and a table to it, with nothing else; the changes show in `locality test`, line by line,
and --accept takes them. Wrong requests change nothing.

Exit status 0: all true; 1: not; 77: the cases agree, and there is no plugins/_example to make a pack from.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
import machine  # noqa: E402

PACKS = os.path.join(ROOT, 'plugins')
CHECK = '''
check {
  code = "JC-02", severity = "warning", title = "每年至少开放一次", basis = "鄄城县要点",
  run = function(ctx, report)
    local held = ctx.figures.activities and ctx.figures.activities.held or 0
    if held < 3 then report { cell = "activities.held", message = "活动只有" .. n(held) .. "次", left = held, right = 3 } end
  end,
}
'''
REPORT = '''
section {
  id = "other.visits", after = "other",
  run = function(doc, ctx) doc:paragraph("本年度举办公开活动" .. n(ctx.figures.activities.held) .. "次。") end,
}
section {
  id = "annex.visits", after = "annex.training",
  run = function(doc, ctx)
    local rows = {}
    for i, activity in ipairs(ctx.activities) do rows[i] = { i, activity.name } end
    doc:table { name = "visits", rows = rows, columns = { { title = "序号" }, { title = "活动" } } }
  end,
}
'''


class Program:
    def __init__(self, path, packs):
        self.path, self.packs = path, packs

    def locality(self, *arguments):
        """Exit status, lines on stdout, text on stderr."""
        done = subprocess.run([self.path, '--plugins', self.packs, 'locality', *arguments], capture_output=True,
                              text=True, timeout=300)
        return done.returncode, done.stdout.splitlines(), done.stderr


def append(path, text):
    with open(path, 'a', encoding='utf-8') as file:
        file.write(text)


def files_below(folder):
    return sorted(os.path.relpath(os.path.join(d, f), folder) for d, _, names in os.walk(folder) for f in names)


def case_faults(program):
    """The committed cases of every pack."""
    for pack in sorted(os.listdir(PACKS)):
        if not os.path.isdir(os.path.join(PACKS, pack, 'cases')):
            continue
        if not machine.has_pack(pack):
            print(f'SKIPPED {pack}: a pack that it extends is not there')
            continue
        status, lines, errors = program.locality('test', pack)
        if status != 0:
            yield f'locality test {pack}: ' + '\n'.join(lines) + errors


def new_pack_faults(program):
    status, lines, errors = program.locality('new', 'juancheng', '--name', '鄄城县', '--prefix', 'JC')
    folder = os.path.join(program.packs, 'juancheng')
    if status != 0:
        return [f'locality new: {lines} {errors}']
    faults = [f'{name} is not what _example has' for name in
              set(files_below(folder)) ^ set(files_below(os.path.join(program.packs, '_example')))]
    for name in files_below(folder):
        with open(os.path.join(folder, name), encoding='utf-8') as file:
            text = file.read()
        faults += [f'{name} still says {word}' for word in ('_example', '示例县', 'EX-') if word in text]
    status, lines, _ = program.locality('test', 'juancheng')
    if status != 0:
        faults.append(f'a new pack differs from its own cases: {lines}')
    if not any(line.startswith('juancheng') and line.endswith('national → juancheng')
               for line in program.locality('list')[1]):
        faults.append('locality list lacks the new pack')
    return faults


def changed_pack_faults(program):
    folder = os.path.join(program.packs, 'juancheng')
    append(os.path.join(folder, 'checks.lua'), CHECK)
    append(os.path.join(folder, 'report.lua'), REPORT)
    lines_added = len((CHECK + REPORT).strip().splitlines())
    if lines_added > 21:
        yield f'{lines_added} lines of Lua are more than were promised'
    status, lines, _ = program.locality('test', 'juancheng')
    changes = [line.strip() for line in lines if line.strip()[:2] in ('+ ', '- ')]
    wanted = {'+ 警告 JC-02 activities.held：活动只有2次', '+ 本年度举办公开活动2次。', '+ | 序号 | 活动 |',
              '+ | 1 | 依申请公开业务培训 |', '+ | 2 | 走进学校 |', '+ 警告 JC-02 activities.held：活动只有1次',
              '+ 本年度举办公开活动1次。', '+ | 1 | 走进学校 |'}
    if status != 1 or set(changes) != wanted:
        yield f'the change shows as {changes}, status {status}'
    if program.locality('test', 'juancheng', '--accept')[0] != 0 or program.locality('test', 'juancheng')[0] != 0:
        yield 'what was accepted still differs'


def refused(program, wanted, *arguments):
    """A request that cannot be met: status 2, the sentence, no file touched."""
    before = files_below(program.packs)
    status, lines, errors = program.locality(*arguments)
    if status != 2 or wanted not in errors or lines:
        yield f'locality {" ".join(arguments)}: status {status}, {lines} {errors}'
    if files_below(program.packs) != before:
        yield f'locality {" ".join(arguments)} changed files'


def api_faults(program):
    """The committed manual is the one that the program prints."""
    for name, options in (('API.md', ()), ('nianbao.meta.lua', ('--meta',))):
        printed = subprocess.run([program.path, 'locality', 'api', *options], capture_output=True, text=True, check=True)
        with open(os.path.join(PACKS, name), encoding='utf-8') as file:
            if file.read() != printed.stdout:
                yield f'plugins/{name} is not what the program declares: run scripts/api'


def recipes():
    """File and code of every recipe of the manual that is Lua: all but the last."""
    with open(os.path.join(PACKS, 'README.md'), encoding='utf-8') as file:
        part = re.search(r'^## 十一个做法$(.*?)^## ', file.read(), re.M | re.S).group(1)
    return re.findall(r'^```lua\n-- (\S+\.lua)\n(.*?)^```', part, re.M | re.S)


def recipe_faults(program):
    """All recipes together in a new pack: every file is loaded, every check and section runs."""
    found = recipes()
    if len(found) != 10:
        yield f'{len(found)} recipes in place of ten'
    program.locality('new', 'recipes', '--name', '做法县', '--prefix', 'EXR')
    folder = os.path.join(program.packs, 'recipes')
    for name, code in found:
        append(os.path.join(folder, name), code.replace('"EX-', '"EXR-'))
    program.locality('test', 'recipes', '--accept')
    for case in ('whole-year', 'no-training'):
        with open(os.path.join(folder, 'cases', case, 'expected', 'findings.txt'), encoding='utf-8') as file:
            findings = file.read()
        yield from (f'recipes: {line}' for line in findings.splitlines() if re.match(r'\S+ [MC]-', line))
        with open(os.path.join(folder, 'cases', case, 'expected', 'report.txt'), encoding='utf-8') as file:
            report = file.read()
        yield from (f'recipes: the report lacks {word}' for word in ('本年度发生行政复议', '各单位办结情况') if word not in report)
        if 'N-29' not in findings or '有例外' in report:
            yield 'recipes: an exception that excuses nothing is no note, or is printed'
        if case == 'no-training' and 'EXR-12' not in findings:
            yield 'recipes: nobody misses the training'


TIGHT_AND_EXCEPTED = '''
tighten { rule = "T2-02", severity = "error" }
exception {
  rule = "T2-02", cell = "table2.normative_document.*", reason = "目录正在清理", approver = "办公室", expires = "2099-12-31",
}
drop { rule = "N-21", reason = "另有规定" }
'''


def view_faults(program):
    """What an author sees first: changed rules before the others, all findings of a new case, a heading behind changes."""
    program.locality('new', 'viewed', '--name', '看法县', '--prefix', 'VW')
    folder = os.path.join(program.packs, 'viewed')
    append(os.path.join(folder, 'checks.lua'), TIGHT_AND_EXCEPTED)
    _, lines, _ = program.locality('coverage', 'viewed')
    rules = [line for line in lines[:-2] if not line.startswith(' ')]
    codes = [line.split()[0] for line in rules]
    if codes[:2] != ['N-21', 'T2-02'] or codes[2:] != sorted(codes[2:]):
        yield f'coverage is in the order {codes}'
    if '加严、有例外' not in rules[1] or '不检查' not in rules[0] or '加严 1，有例外 1，不检查 1' not in lines[-2]:
        yield f'coverage says {rules[:2]} and {lines[-2]}'
    if not re.match(r'另有 \d+ 条由程序检查，规则包不能改：C-01 ', lines[-1]) or '由程序检查' in ''.join(lines[:-1]):
        yield f'coverage ends in {lines[-1]}'
    append(os.path.join(folder, 'report.lua'), REPORT)
    if '  在“' not in '\n'.join(program.locality('test', 'viewed')[1]):
        yield 'changes of the report stand behind no heading'
    shutil.rmtree(os.path.join(folder, 'cases', 'no-training', 'expected'))
    _, lines, _ = program.locality('test', 'viewed')
    first = next((i for i, line in enumerate(lines) if '还没有预期结果' in line), None)
    if first is None or not any('VW-01' in line for line in lines[first:]):
        yield f'a case without expectation shows {lines}'
    for command in (('check',), ('locality', 'new')):
        done = subprocess.run([program.path, *command, '--help'], capture_output=True, text=True, check=True)
        if '--plugins' not in done.stdout:
            yield f'{" ".join(command)} --help says nothing of --plugins'


def refusal_faults(program):
    yield from refused(program, '已经有', 'new', 'juancheng')
    yield from refused(program, '已有规则包在用', 'new', 'other', '--prefix', 'JC')
    yield from refused(program, '--prefix', 'new', '1234')
    yield from refused(program, '小写字母', 'new', '_other')
    yield from refused(program, '小写字母', 'new', '../other')
    yield from refused(program, '没有“nationl”', 'new', 'other', '--extends', 'nationl')
    yield from refused(program, '引号', 'new', 'other', '--name', '甲"县')
    yield from refused(program, '是不是“juancheng”', 'test', 'juanchen')
    yield from refused(program, '没有用例', 'test', 'national')
    yield from refused(program, '是不是“juancheng”', 'coverage', 'juanchen')
    yield from refused(program, '不是日期', 'coverage', 'juancheng', '--date', '明年')


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 1
    program = os.path.abspath(sys.argv[1])
    faults = list(case_faults(Program(program, PACKS))) + list(api_faults(Program(program, PACKS)))
    if not os.path.isdir(os.path.join(PACKS, '_example')):
        print('\n'.join(faults) or 'no plugins/_example: no pack was made')
        return 1 if faults else 77
    with tempfile.TemporaryDirectory() as folder:
        packs = os.path.join(folder, 'plugins')
        shutil.copytree(PACKS, packs)
        copy = Program(program, packs)
        for check in (new_pack_faults, changed_pack_faults, refusal_faults, recipe_faults, view_faults):
            faults += list(check(copy))
    print('\n'.join(faults) or 'the cases agree, a new pack grows as the manual says')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
