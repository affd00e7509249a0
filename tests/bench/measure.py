#!/usr/bin/python3
"""Runs the benchmarks of build/bench and the program itself, and prints one page of Markdown.

The program's wall time, CPU time and peak memory come from wait4 on each run; the peak cannot read below that of the
Python process which starts it (about 12 MiB). Of several rounds the fastest and the middle one are shown.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / 'build/bench'
PACKAGES = ['g++', 'libpoco-dev', 'libxlsxwriter-dev', 'liblua5.4-dev', 'libpodofo-dev', 'libharfbuzz-dev', 'libbenchmark-dev']


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def first_field(path, key):
    lines = Path(path).read_text(encoding='utf-8').splitlines()
    return next((line.partition(':')[2].strip() for line in lines if line.startswith(key)), '?')


def machine():
    memory = int(first_field('/proc/meminfo', 'MemTotal').split()[0]) / 2**20
    versions = output_of('dpkg-query', '-W', '-f', '${Package} ${Version}\n', *PACKAGES).splitlines()
    system = output_of('sh', '-c', '. /etc/os-release && echo "$PRETTY_NAME"')
    return [f'- {first_field("/proc/cpuinfo", "model name")}, {os.cpu_count()} cores, {memory:.0f} GiB',
            f'- {system}, Linux {platform.release().partition("-")[0]}', f'- {output_of(BUILD / "nianbao", "--version")}, build type Release',
            f'- {"; ".join(versions)}']


def run_parts():
    rows = []
    for program in sorted(BUILD.glob('bench_*')):
        if not os.access(program, os.X_OK) or program.is_dir():
            continue
        done = subprocess.run([program, '--benchmark_format=json'], capture_output=True, text=True, check=True)
        for run in json.loads(done.stdout)['benchmarks']:
            rate = run.get('items_per_second')
            speed = f'{rate:,.0f}/s' if rate else ''
            if 'bytes_per_second' in run:
                speed = f'{run["bytes_per_second"] / 2**20:,.0f} MiB/s'
            rows.append(f'| {run["name"]} | {run["cpu_time"]:,.1f} {run["time_unit"]} | {speed} |')
    return ['| part | CPU time | rate |', '|---|---|---|', *rows] if rows else ['(no benchmarks built)']


def run_once(command):
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = child.stderr.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f'{" ".join(map(str, command))} ended with {child.returncode}: {message[-400:]}')
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run_jobs(rows, rounds):
    ledger = BUILD / f'workspace-{rows}'
    if not (ledger / 'report.toml').is_file():
        subprocess.run([ROOT / 'tests/bench/make_workspace.py', str(rows), ledger], check=True)
    size = (ledger / 'data/requests.csv').stat().st_size / 2**20
    city = ROOT / 'samples/published-city'
    lines = ['| job | wall min | wall median | CPU min | peak memory |', '|---|---|---|---|---|']
    with tempfile.TemporaryDirectory() as out:
        jobs = [('`check` published-city (3,153 applications)', ['check', city]),
                ('`build` published-city, xlsx and pdf and json', ['build', city, '-o', out]),
                ('`verify` its figures.json', ['verify', f'{out}/figures.json']),
                (f'`check` {rows:,} applications ({size:.0f} MiB of csv)', ['check', ledger])]
        for name, arguments in jobs:
            runs = [run_once([BUILD / 'nianbao', *arguments]) for _ in range(rounds)]
            walls, cpus, peaks = zip(*runs)
            lines.append(f'| {name} | {min(walls):.3f} s | {statistics.median(walls):.3f} s | {min(cpus):.3f} s | {max(peaks):.0f} MiB |')
    return lines


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('--write', action='store_true')
    options.add_argument('--rows', type=int, default=1000000)
    options.add_argument('--rounds', type=int, default=5)
    chosen = options.parse_args()
    page = '\n'.join([
        '# Measured', '', 'Written by `scripts/bench --write`. Compare figures of one machine and one series only.', '',
        '## Machine', '', *machine(), '', f'## The job, whole processes, {chosen.rounds} rounds', '',
        *run_jobs(chosen.rows, chosen.rounds), '', '## The parts, Google Benchmark', '', *run_parts(), ''])
    if chosen.write:
        (ROOT / 'docs').mkdir(exist_ok=True)
        (ROOT / 'docs/bench.md').write_text(page, encoding='utf-8')
        print('写好了 docs/bench.md', file=sys.stderr)
    else:
        print(page, end='')


if __name__ == '__main__':
    main()
