#!/usr/bin/env python3
"""The samples are what they say: samples.py NIANBAO

The committed data is what the committed generators write; published-city gives back the published totals,
without an error or a warning; laiwu-2024 has no fault but what it says of its clock, and what its pack asks
for in vain, as LOCAL below says; the other localities have none; in their broken variants every fault of
planted.csv is found at its place, and every code that their chain of packs declares is raised once, so that a new
check without a broken case fails here; in the variant whose prose is wrong, every wrong number and no other is found.

Exit status 0: all true; 1: not.
"""
import csv
import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
import sample_folders  # noqa: E402

SAMPLES = os.path.join(ROOT, 'samples')
GENERATORS = (('published-city', 'generate_published_city.py', ('-broken',)),
              ('laiwu-2024', 'generate_laiwu_2024.py', ('-broken', '-next-year', '-text-wrong')),
              ('wenshang-2024', 'generate_wenshang_2024.py', ('-broken', '-next-year')),
              ('taierzhuang-2022', 'generate_taierzhuang_2022.py', ('-broken', '-next-year')),
              ('zibo-hitech-2024', 'generate_zibo_hitech_2024.py', ('-broken', '-next-year')),
              ('gumei-2023', 'generate_gumei_2023.py', ('-broken', '-next-year')))
# The pack of each; its broken variants end so.
LOCALITIES = {'laiwu-2024': 'laiwu', 'wenshang-2024': 'wenshang', 'taierzhuang-2022': 'taierzhuang',
              'zibo-hitech-2024': 'zibo-hitech', 'gumei-2023': 'gumei'}
BROKEN = ('-broken', '-next-year')
LOCAL_CODE = re.compile(r'[A-Z]{2}-\d\d')  # the codes of the program and of the national pack begin otherwise
# What the pack of laiwu-2024 finds in it: code and count.
LOCAL = [('LW-01', 32), ('LW-02', 31), ('LW-03', 2), ('LW-08', 3)]


def check(nianbao, sample):
    done = subprocess.run([nianbao, 'check', sample_folders.sample_folder(sample), '--format', 'json'],
                          capture_output=True, text=True, timeout=120)
    return json.loads(done.stdout)


def generated_faults():
    """Writes the samples again, elsewhere, and compares."""
    with tempfile.TemporaryDirectory() as folder:
        again = shutil.copytree(SAMPLES, os.path.join(folder, 'samples'))
        national = os.path.join('plugins', 'national')
        os.makedirs(os.path.join(folder, national))
        shutil.copy(os.path.join(ROOT, national, 'holidays.csv'), os.path.join(folder, national))
        for sample, generator, endings in GENERATORS:
            for path in (sample + '/data', *(sample + ending for ending in endings)):
                shutil.rmtree(os.path.join(again, path))
            subprocess.run([sys.executable, os.path.join(again, generator)], check=True)
        for sample in (name + ending for name, _, endings in GENERATORS for ending in ('', *endings)):
            files = [os.path.relpath(os.path.join(d, f), SAMPLES)
                     for d, _, names in os.walk(os.path.join(SAMPLES, sample)) for f in names]
            _, differing, missing = filecmp.cmpfiles(SAMPLES, again, files, shallow=False)
            yield from (f'{f} is not what the generator writes' for f in differing + missing)


def clean_faults(nianbao):
    """Nothing but notes; in laiwu-2024 notes and what its clock warns of."""
    for sample in ('published-city', *LOCALITIES):
        codes = 'K' if sample == 'laiwu-2024' else ''
        findings = [f for f in check(nianbao, sample) if f['severity'] != 'note']
        yield from (f'{sample}: {f["code"]} {f["message"]}' for f in findings
                    if f['severity'] == 'error' or f['code'][0] not in codes and f['code'][:3] != 'LW-')
        local = [(f['code'], f.get('count')) for f in findings if f['code'].startswith('LW-')]
        is_local = sample == 'laiwu-2024' and sample_folders.has_pack('laiwu')
        if local != (LOCAL if is_local else []):
            yield f'{sample}: its pack finds {local}'
    with open(os.path.join(SAMPLES, 'published-city', 'published-totals.json'), encoding='utf-8') as file:
        want = json.load(file)
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([nianbao, 'build', os.path.join(SAMPLES, 'published-city'), '-o', out, '--format', 'json'],
                       capture_output=True, timeout=120)
        with open(os.path.join(out, 'figures.json'), encoding='utf-8') as file:
            got = json.load(file)
    yield from (f'published-city: {t} is not as published' for t in ('table2', 'table3', 'table4') if got[t] != want[t])


def broken_faults(nianbao, sample, locality):
    """Every planted fault is found at its line, or at the cell that stands as 标题 where there is no line; a fault in
    a unit's table stands at the cell or at the unit's place. Local codes are left out where the pack is not there."""
    findings = check(nianbao, sample)
    is_out = lambda code: LOCAL_CODE.fullmatch(code) and not sample_folders.has_pack(locality)
    found = {(f['code'], f['place'].get('file', ''), str(f['place'].get('row', ''))) for f in findings}
    cells = {(f['code'], f['place'].get('cell')) for f in findings}
    in_tables = {f['code'] for f in findings if f['place'].get('cell') or f['place'].get('unit')}
    with open(os.path.join(SAMPLES, sample, 'planted.csv'), encoding='utf-8-sig') as file:
        for fault in csv.DictReader(file):
            at = (fault['代码'], fault['文件'], fault['行'])
            is_at_cell = not fault['行'] and (fault['代码'], fault['标题']) in cells
            is_table_rule = fault['文件'] and fault['代码'][0] in 'TV' and fault['代码'] in in_tables
            if at not in found and not is_at_cell and not is_table_rule and not is_out(fault['代码']):
                yield f'{sample}: {" ".join(at)} {fault["说明"]}: not found'


def manifest_value(pack, key):
    with open(os.path.join(ROOT, 'plugins', pack, 'pack.toml'), encoding='utf-8') as file:
        found = re.search(rf'^{key} = "([^"]+)"', file.read(), re.M)
    return found.group(1) if found else 'national'


def declared_codes(pack):
    """The codes of a pack and of those that it extends, but the national one: what stands in quotes in their Lua."""
    codes = set()
    while pack != 'national':
        folder = os.path.join(ROOT, 'plugins', pack)
        for name in (n for n in os.listdir(folder) if n.endswith('.lua')):
            with open(os.path.join(folder, name), encoding='utf-8') as file:
                codes |= set(re.findall(rf'"({manifest_value(pack, "prefix")}-\d\d)"', file.read()))
        pack = manifest_value(pack, 'extends')
    return codes


def local_faults(nianbao):
    """The broken variants together raise each code of their chain of packs once, and nothing else of it."""
    for sample, locality in LOCALITIES.items():
        if not sample_folders.has_pack(locality):
            continue  # check() has said so
        found = [f['code'] for ending in BROKEN for f in check(nianbao, sample + ending) if LOCAL_CODE.fullmatch(f['code'])]
        declared = declared_codes(locality)
        yield from (f'{sample}: {code} is raised {found.count(code)} times by {" and ".join(BROKEN)}'
                    for code in sorted(declared | set(found)) if found.count(code) != 1 or code not in declared)


def prose_faults(nianbao, sample):
    """The findings on prose are the planted numbers at their lines, one for one."""
    found = [(f['code'], f['place']['file'], str(f['place']['row']), f['left']) for f in check(nianbao, sample)
             if f['code'] in ('X-01', 'X-02')]
    with open(os.path.join(SAMPLES, sample, 'planted.csv'), encoding='utf-8-sig') as file:
        for fault in csv.DictReader(file):
            at = (fault['代码'], fault['文件'], fault['行'])
            hit = next((f for f in found if f[:3] == at and f[3].startswith(fault['文字'])), None)
            if hit:
                found.remove(hit)
            else:
                yield f'{sample}: {" ".join(at)} {fault["文字"]} {fault["说明"]}: not found'
    yield from (f'{sample}: {" ".join(f)}: nobody planted it' for f in found)


def main():
    nianbao = os.path.abspath(sys.argv[1])
    found = [*generated_faults(), *clean_faults(nianbao),
             *(f for sample, _, endings in GENERATORS for ending in endings if ending in BROKEN
               for f in broken_faults(nianbao, sample + ending, LOCALITIES.get(sample, 'national'))),
             *local_faults(nianbao),
             *prose_faults(nianbao, 'laiwu-2024-text-wrong')]
    print(*(found or ['the samples are what they say']), sep='\n')
    sys.exit(bool(found))


if __name__ == '__main__':
    main()
