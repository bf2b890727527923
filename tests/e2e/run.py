#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the end-to-end tests, each with a window and a home of its own, and prints TAP.

run.py [WORD]… runs only the tests whose names contain one of the words.
"""

import importlib
import pathlib
import sys
import traceback

HERE = pathlib.Path(__file__).resolve().parent


def collect(words):
    tests = []
    for path in sorted(HERE.glob('scenario_*.py')):
        module = importlib.import_module(path.stem)
        for name in sorted(vars(module)):
            if name.startswith('test_') and (not words or any(word in name for word in words)):
                tests.append((f'{path.stem.removeprefix("scenario_")}/{name.removeprefix("test_")}', vars(module)[name]))
    return tests


def main():
    tests = collect(sys.argv[1:])
    failed = 0

    print('TAP version 14')
    print(f'1..{len(tests)}', flush=True)
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f'ok {number} {name}', flush=True)
        except Exception:  # the report of one test must not end the others
            failed += 1
            print(f'not ok {number} {name}')
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
