#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The helper against wide lines breaks where a person would, and comes to an end. Speaks TAP."""

import importlib.util
import pathlib
import sys

LONG = 'a_rather_long_name_of_something'

CASES = [
    ('short', '  f (a, b);', '  f (a, b);'),
    ('outermost comma', f'  first (second ({LONG}, {LONG}), third ({LONG}, b));',
     f'  first (second ({LONG}, {LONG}),\n         third ({LONG}, b));'),
    ('condition', f'  if ({LONG} (a) != NULL && {LONG} (b) != NULL && {LONG} (c))',
     f'  if ({LONG} (a) != NULL && {LONG} (b) != NULL\n      && {LONG} (c))'),
    ('string', f'  f (_("{"word " * 22}end"));', None),
    ('comment', f' * {"word " * 24}end', None),
    ('macro', f'#define A {LONG * 4}', f'#define A {LONG * 4}'),
    ('pointer', f'static const char * const {LONG}[] = {{ "{LONG}", "b", "c" }};', None),
    ('row of a table', f'  {{ "{LONG * 4}", 1 }},', f'  {{ "{LONG * 4}", 1 }},'),
    ('remark', f'  int a; /* {"word " * 19}end */', f'  /* {"word " * 19}end */\n  int a;'),
    ('nowhere to break', f'  {LONG * 4};', f'  {LONG * 4};'),
    ('operator in front', f'        ? {LONG} ({LONG}) : {LONG} ({LONG}, b);', None),
]


def load_wrapper():
    path = pathlib.Path(__file__).parent / '../../build-aux/wrap-lines.py'
    spec = importlib.util.spec_from_file_location('wrap_lines', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words_of(text):
    """What must be left of the text whatever became of its lines."""
    return ''.join(text.replace('"\n', '').replace('\n * ', ' ').replace('"', '').split())


def main():
    wrapper = load_wrapper()
    failed = 0
    print(f'1..{len(CASES)}')
    for number, (name, text, expected) in enumerate(CASES, 1):
        found = wrapper.wrap(text)
        right = found == expected if expected else words_of(found) == words_of(text)
        if expected is None:
            right = right and max(map(len, found.split('\n'))) <= wrapper.COLUMNS
        failed += not right
        print(f'{"ok" if right else "not ok"} {number} {name}')
        if not right:
            print('\n'.join(f'#   {line}' for line in found.split('\n')))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
