#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of build/main and build/asan and counts the single tests inside each program.

Prints the log of each program that failed, and last a line «N passed, N failed, N skipped».
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys

TAP_LINE = re.compile(r'^(not )?ok\b[ \t]*\d*[ \t]*-?[ \t]*([^#]*?)[ \t]*(#[ \t]*(SKIP)\b.*)?$',
                      re.IGNORECASE)
PROGRAM_LINE = re.compile(r'[ \t]*\d+/\d+ ')
DEBUG_LINE = re.compile(r'# [\w-]+-DEBUG: ')
LOG_LINES = 80


class Count:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.skipped = 0

    def __str__(self):
        return f'{self.passed} passed, {self.failed} failed, {self.skipped} skipped'


def short_suites(test):
    return {suite.rsplit(':', 1)[-1] for suite in test['suite']}


def choose(tests, names, left_out):
    """The tests to run; a name is a suite, a test or a part of one.

    Meson takes names alone, so that a test comes with its namesakes of other suites: what they find counts too.
    """
    chosen = set()
    for test in tests:
        suites = short_suites(test)
        if suites & left_out:
            continue
        if names and not any(name in suites or name in test['name'] for name in names):
            continue
        chosen.add(test['name'])
    return [test for test in tests if test['name'] in chosen]


def count_program(test, log, count):
    """Adds the tests of one program to count; returns the names of those that failed."""
    failures = []
    subtests = 0
    if test['protocol'] == 'tap':
        for line in (log.get('stdout') or '').splitlines():
            match = TAP_LINE.match(line)
            if not match:
                continue
            subtests += 1
            if match.group(4):
                count.skipped += 1
            elif match.group(1):
                count.failed += 1
                failures.append(match.group(2))
            else:
                count.passed += 1

    result = log['result']
    if result in ('OK', 'EXPECTEDFAIL'):
        if subtests == 0:
            count.passed += 1
    elif result == 'SKIP':
        if subtests == 0:
            count.skipped += 1
    elif not failures:
        # Crashed, ran out of time, or failed after its last test.
        count.failed += 1
        failures.append(result.lower())
    return failures


def print_log(where, test, log, failures):
    print(f'\n――― {where}: {test["name"]}: {", ".join(failures)}')
    text = (log.get('stdout') or '') + (log.get('stderr') or '')
    lines = [line for line in text.splitlines() if not DEBUG_LINE.match(line)]
    if len(lines) > LOG_LINES:
        print(f'[{len(lines) - LOG_LINES} lines more in build/{where}/meson-logs/testlog.txt]')
    print('\n'.join(lines[-LOG_LINES:]))


def run_meson(command, folder):
    """Runs the tests in front of what folder has installed, not of what build/main has.

    Lets only one line a program through; what else meson has to say stands in its log.
    """
    main = str(folder.parent / 'main')
    environment = {name: value.replace(main, str(folder)) for name, value in os.environ.items()}
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=environment, encoding='utf-8', errors='replace') as process:
        for line in process.stdout:
            if PROGRAM_LINE.match(line):
                print(line, end='', flush=True)
    return process.returncode


def run(build, where, names, left_out, total):
    folder = build / where
    tests = json.loads(subprocess.check_output(['meson', 'introspect', '--tests', str(folder)]))
    chosen = choose(tests, names, left_out)
    if not chosen:
        return 0

    # Slower under the sanitizers, and a machine that also does other things is no failure.
    command = ['meson', 'test', '-C', str(folder), '--no-rebuild', '--timeout-multiplier',
               '4' if where == 'asan' else '2']
    log_file = folder / 'meson-logs' / 'testlog.json'
    log_file.unlink(missing_ok=True)
    print(f'\nTesting build/{where}: {len(chosen)} programs', flush=True)
    status = run_meson(command + sorted({test['name'] for test in chosen}), folder)

    logs = {}
    if log_file.exists():
        with log_file.open(encoding='utf-8') as lines:
            for line in lines:
                log = json.loads(line)
                logs[' '.join(log['command'])] = log
    failed = 0
    for test in chosen:
        log = logs.get(' '.join(test['cmd']), {'result': 'NOT RUN'})
        failures = count_program(test, log, total)
        if failures:
            failed += 1
            print_log(where, test, log, failures)
    if status != 0 and failed == 0:
        print(f'meson test ended with status {status}', file=sys.stderr)
        total.failed += 1
    return len(chosen)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('--quick', action='store_true', help='without the sanitizers and the window')
    parser.add_argument('--once', default='', help='suites that the sanitizers need not see')
    parser.add_argument('names', nargs='*')
    options = parser.parse_args()

    total = Count()
    programs = run(options.build, 'main', options.names, {'e2e'} if options.quick else set(), total)
    if not options.quick:
        programs += run(options.build, 'asan', options.names, set(options.once.split()), total)
    sys.stdout.flush()
    if programs == 0:
        print('dev: no test has that name', file=sys.stderr)
        total.failed += 1
    print(f'\n{total}', flush=True)
    return 1 if total.failed else 0


if __name__ == '__main__':
    sys.exit(main())
