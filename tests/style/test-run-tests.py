#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./dev test runs by the names it is given, and how it counts what it ran. Speaks TAP."""

import importlib.util
import pathlib
import sys

TESTS = [{'name': name, 'suite': [f'clinch:{suite}'], 'protocol': 'tap', 'cmd': [suite, name]} for suite, name in (
    ('store', 'workspace'), ('store', 'log'), ('model', 'workspace'), ('ui', 'workspaces'), ('e2e', 'e2e'))]

# (names, suites that are left out, what runs)
CHOICES = [
    ([], {'e2e'}, ['store/workspace', 'store/log', 'model/workspace', 'ui/workspaces']),
    (['log'], set(), ['store/log']),
    (['workspaces'], set(), ['ui/workspaces']),
    (['space'], set(), ['store/workspace', 'model/workspace', 'ui/workspaces']),
    # Meson would run the other one too, and nobody would hear that it fails.
    (['store'], set(), ['store/workspace', 'store/log', 'model/workspace']),
    (['nothing'], set(), []),
]

# (result, what the program wrote, passed, failed, skipped)
COUNTS = [
    ('OK', 'ok 1 a\nok 2 b\n', 2, 0, 0),
    ('OK', '', 1, 0, 0),
    ('OK', 'ok 1 a # SKIP no display\n', 0, 0, 1),
    ('FAIL', 'ok 1 a\nnot ok 2 b\n', 1, 1, 0),
    ('ERROR', 'ok 1 a\n', 1, 1, 0),
    ('TIMEOUT', '', 0, 1, 0),
    ('NOT RUN', '', 0, 1, 0),
]


def load(top):
    spec = importlib.util.spec_from_file_location('run_tests', top / 'build-aux' / 'run-tests.py')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    runner = load(pathlib.Path(sys.argv[1]))
    results = []
    for names, left_out, expected in CHOICES:
        found = ['/'.join(test['cmd']) for test in runner.choose(TESTS, names, left_out)]
        results.append((f'run {names}', found == expected, found))
    for result, stdout, *expected in COUNTS:
        count = runner.Count()
        runner.count_program(TESTS[0], {'result': result, 'stdout': stdout}, count)
        found = [count.passed, count.failed, count.skipped]
        # A “#” would be read as a remark on this test.
        said = stdout.replace('#', '').split()
        results.append((f'count {result} {said}', found == expected, found))
    print(f'1..{len(results)}')
    for number, (name, is_right, found) in enumerate(results, 1):
        print(f'{"ok" if is_right else "not ok"} {number} {name}' + ('' if is_right else f'\n# {found}'))
    return 0 if all(is_right for _, is_right, _ in results) else 1


if __name__ == '__main__':
    sys.exit(main())
