#!/usr/bin/env python3
"""The samples are what they say: samples.py NIANBAO

The committed data is what the committed generator writes; published-city gives back the published totals,
without an error or a warning; and in published-city-broken every fault of planted.csv is found at its place.

Exit status 0: all true; 1: not.
"""
import csv
import filecmp
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLES = os.path.join(ROOT, 'samples')
GENERATORS = (('published-city', 'generate_published_city.py'), ('laiwu-2024', 'generate_laiwu_2024.py'))


def check(nianbao, sample):
    done = subprocess.run([nianbao, 'check', os.path.join(SAMPLES, sample), '--format', 'json'], capture_output=True,
                          text=True, timeout=120)
    return json.loads(done.stdout)


def generated_faults():
    """Writes the samples again, elsewhere, and compares."""
    with tempfile.TemporaryDirectory() as folder:
        again = shutil.copytree(SAMPLES, os.path.join(folder, 'samples'))
        for sample, generator in GENERATORS:
            for path in (sample + '/data', sample + '-broken'):
                shutil.rmtree(os.path.join(again, path))
            subprocess.run([sys.executable, os.path.join(again, generator)], check=True)
        for sample in (name + ending for name, _ in GENERATORS for ending in ('', '-broken')):
            files = [os.path.relpath(os.path.join(d, f), SAMPLES)
                     for d, _, names in os.walk(os.path.join(SAMPLES, sample)) for f in names]
            _, differing, missing = filecmp.cmpfiles(SAMPLES, again, files, shallow=False)
            yield from (f'{f} is not what the generator writes' for f in differing + missing)


def clean_faults(nianbao):
    findings = [f for f in check(nianbao, 'published-city') if f['severity'] != 'note']
    yield from (f'published-city: {f["code"]} {f["message"]}' for f in findings)
    with open(os.path.join(SAMPLES, 'published-city', 'published-totals.json'), encoding='utf-8') as file:
        want = json.load(file)
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([nianbao, 'build', os.path.join(SAMPLES, 'published-city'), '-o', out, '--format', 'json'],
                       capture_output=True, timeout=120)
        with open(os.path.join(out, 'figures.json'), encoding='utf-8') as file:
            got = json.load(file)
    yield from (f'published-city: {t} is not as published' for t in ('table2', 'table3', 'table4') if got[t] != want[t])


def broken_faults(nianbao):
    """Every planted fault is found; a fault in a unit's table stands at the cell or at the unit's place."""
    findings = check(nianbao, 'published-city-broken')
    found = {(f['code'], f['place'].get('file'), str(f['place'].get('row', ''))) for f in findings}
    in_tables = {f['code'] for f in findings if f['place'].get('cell') or f['place'].get('unit')}
    with open(os.path.join(SAMPLES, 'published-city-broken', 'planted.csv'), encoding='utf-8-sig') as file:
        for fault in csv.DictReader(file):
            at = (fault['代码'], fault['文件'], fault['行'])
            is_table_rule = fault['代码'][0] in 'TV'
            if at not in found and not (is_table_rule and fault['代码'] in in_tables):
                yield f'published-city-broken: {" ".join(at)} {fault["说明"]}: not found'


def main():
    nianbao = os.path.abspath(sys.argv[1])
    found = [*generated_faults(), *clean_faults(nianbao), *broken_faults(nianbao)]
    print(*(found or ['the samples are what they say']), sep='\n')
    sys.exit(bool(found))


if __name__ == '__main__':
    main()
