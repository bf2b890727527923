#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the end-to-end tests, each with a window and a home of its own, and prints TAP.

run.py [WORD]…            the tests whose names contain one of the words, on the caller's display
run.py --apart [WORD]…    each on a display and session bus of its own, one more at once than there are cores
"""

import argparse
import concurrent.futures
import importlib
import os
import pathlib
import subprocess
import sys
import traceback

HERE = pathlib.Path(__file__).resolve().parent
WITH_DISPLAY = HERE.parents[1] / 'build-aux' / 'with-display.sh'
SIZE = '1400x900'
LONGEST = ('accessibility/', 'import/', 'names/')  # begin first, so that no core waits at the end


def collect(words):
    tests = []
    for path in sorted(HERE.glob('scenario_*.py')):
        module = importlib.import_module(path.stem)
        for name in sorted(vars(module)):
            title = f'{path.stem.removeprefix("scenario_")}/{name.removeprefix("test_")}'
            if name.startswith('test_') and (not words or any(word in name or word == title for word in words)):
                tests.append((title, vars(module)[name]))
    return tests


def run_here(test):
    """Nothing if the test passes, else what to report."""
    try:
        test[1]()
    except Exception:  # the report of one test must not end the others
        return traceback.format_exc()
    return ''


def run_apart(test):
    command = [WITH_DISPLAY, '--size', SIZE, sys.executable, __file__, test[0]]
    result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True, errors='replace')
    return '' if result.returncode == 0 else result.stdout


def run_all(tests, apart):
    if not apart:
        yield from ((title, run_here((title, function))) for title, function in tests)
        return
    import sample

    # Now and then each waits for what it has asked for; meanwhile another can go on.
    with sample.shared(), concurrent.futures.ThreadPoolExecutor(os.cpu_count() + 1) as pool:
        ordered = sorted(tests, key=lambda test: not test[0].startswith(LONGEST))
        running = {pool.submit(run_apart, test): test[0] for test in ordered}
        for done in concurrent.futures.as_completed(running):
            yield running[done], done.result()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--apart', action='store_true')
    parser.add_argument('words', nargs='*')
    options = parser.parse_args()
    tests = collect(options.words)
    failed = 0

    print('TAP version 14')
    print(f'1..{len(tests)}', flush=True)
    for number, (title, problem) in enumerate(run_all(tests, options.apart), 1):
        failed += bool(problem)
        print(f'{"not ok" if problem else "ok"} {number} {title}')
        for line in problem.splitlines():
            print(f'# {line}')
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
