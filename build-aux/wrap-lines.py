#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Wraps lines of C that are too wide: comments as paragraphs, code behind a comma or before an operator.

A help for the hand, not a formatter: it touches nothing but lines over the limit and their
continuation, and what it made is to be looked at.
"""

import pathlib
import re
import sys

COLUMNS = 100
PARAGRAPH_END = re.compile(r'@\S+:|Returns:|\*/|[-*•]|\d+\.|\||<')


def comment_prefix(line):
    match = re.match(r'\s*(?:/\*\*? |\* |// )', line)
    return match.group(0) if match else None


def wrap_comment(lines, number, prefix):
    """Moves what is too much into the next line of the paragraph, or into a new one."""
    line = lines[number]
    continued = prefix.replace('/**', ' *').replace('/*', ' *')
    body = line[len(prefix):]
    indent = re.match(r' *', body).group(0)
    if re.match(r'@\S+:|Returns:', body.strip()):
        indent += '  '
    cut = line.rfind(' ', 0, COLUMNS + 1)
    if line[cut + 1:].strip() == '*/':
        cut = line.rfind(' ', 0, cut)
    if cut <= len(prefix) + len(indent):
        return False
    rest = line[cut + 1:]
    lines[number] = line[:cut].rstrip()

    following = lines[number + 1] if number + 1 < len(lines) else ''
    match = re.match(re.escape(continued) + r'( *)(\S.*)$', following)
    if (match and '*/' not in rest and match.group(1) == indent
            and not PARAGRAPH_END.match(match.group(2))):
        lines[number + 1] = continued + indent + rest + ' ' + match.group(2)
    else:
        lines.insert(number + 1, continued + indent + rest)
    return True


def break_points(line):
    """Yields (end of the line, start of the next, open brackets, penalty) outside of strings."""
    brackets = []
    quote = None
    position = 0
    choice = ' ? ' in line
    while position < len(line):
        character = line[position]
        if quote:
            if character == '\\':
                position += 1
            elif character == quote:
                quote = None
        elif character in '"\'':
            quote = character
        elif line.startswith('/*', position):
            return
        elif character in '({[':
            brackets.append((character, position))
        elif character in ')}]' and brackets:
            brackets.pop()
        elif line.startswith('; ', position):
            yield position + 1, position + 2, list(brackets), -1
        elif line.startswith(', ', position):
            yield position + 1, position + 2, list(brackets), 0
        elif line[position:position + 4] in (' && ', ' || '):
            yield position, position + 1, list(brackets), 0.5 if choice else 0
        elif line[position:position + 3] in (' ? ', ' : '):
            yield position, position + 1, list(brackets), 0.2
        elif line[position:position + 3] in (' + ', ' | '):
            yield position, position + 1, list(brackets), 0.6
        elif line.startswith(' = ', position):
            yield position + 2, position + 3, list(brackets), 1.5
        elif line.startswith(' G_GNUC_', position):
            yield position, position + 1, list(brackets), -1
        position += 1


def replace(lines, number, first, second):
    """Only ever for two shorter lines: otherwise there would be no end to it."""
    if max(len(first), len(second)) >= len(lines[number]):
        return False
    lines[number:number + 1] = [first, second]
    return True


def split_string(lines, number):
    """The last resort: a string that is too long by itself goes on in the next line."""
    line = lines[number]
    for match in re.finditer(r'"(?:\\.|[^"\\])*"', line):
        if match.start() < COLUMNS - 20 and match.end() > COLUMNS:
            cut = line.rfind(' ', match.start() + 10, COLUMNS - 1) + 1
            if cut > 0:
                return replace(lines, number, line[:cut] + '"', ' ' * match.start() + '"' + line[cut:])
    return False


def continuation(line, brackets, penalty):
    """The column where what follows a break belongs: in the bracket, or behind what it is assigned to."""
    if brackets:
        bracket, column = brackets[-1]
        return column + (1 if bracket == '(' else 2)
    margin = len(line) - len(line.lstrip())
    if penalty == 1.5:
        return margin + 2
    match = re.match(r'\s*(?:return |[\w\s*().>\[\]-]+ = )', line)
    return match.end() if match else margin


def wrap_code(lines, number):
    line = lines[number]
    remark = re.match(r'(\s*)(\S.*[;,]) (/\*.*\*/)$', line)
    if remark:
        lines[number:number + 1] = [remark.group(1) + remark.group(3), remark.group(1) + remark.group(2)]
        return True
    margin = len(line) - len(line.lstrip())
    best = None
    for end, start, brackets, penalty in break_points(line):
        if end > COLUMNS:
            break
        if end <= margin or (brackets and brackets[-1][0] == '['):
            continue
        indent = continuation(line, brackets, penalty)
        if indent + len(line) - start > COLUMNS and indent > 60:
            continue
        # Best outermost, and as far right as that allows.
        key = (-len(brackets) - penalty, end)
        if best is None or key > best[0]:
            best = (key, end, start, indent)
    if best is None:
        return split_string(lines, number)
    _, end, start, indent = best
    return replace(lines, number, line[:end].rstrip(), ' ' * indent + line[start:])


def wrap(text):
    lines = text.split('\n')
    number = 0
    off = False
    while number < len(lines):
        line = lines[number]
        stripped = line.strip()
        off = 'clang-format off' in line or (off and 'clang-format on' not in line)
        row = stripped[:2] in ('{ ', '{"') or stripped[:1] == '"'
        macro = stripped.startswith('#') or line.endswith('\\') or lines[number - 1].endswith('\\')
        if len(line) > COLUMNS and not (off or row or macro):
            prefix = comment_prefix(line)
            if prefix:
                wrap_comment(lines, number, prefix)
            else:
                wrap_code(lines, number)
        number += 1
    return '\n'.join(lines)


def main():
    for name in sys.argv[1:]:
        path = pathlib.Path(name)
        text = path.read_text(encoding='utf-8')
        wrapped = wrap(text)
        if wrapped != text:
            path.write_text(wrapped, encoding='utf-8')
            print(name)


if __name__ == '__main__':
    main()
