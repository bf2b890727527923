#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for what our style does not allow and no compiler sees; CONTRIBUTING.md says what that is.

Prints «file:line: what is wrong» and ends with status 1 if anything is.
"""

import collections
import os
import pathlib
import re
import subprocess
import sys

# What a folder of src/ may include besides itself.
FLOORS = {
    'base': set(),
    'logic': {'base'},
    'store': {'base'},
    'model': {'base', 'logic', 'store'},
    'exchange': {'base', 'logic', 'store', 'model'},
    'sync': {'base', 'logic', 'store', 'model'},
    'widgets': {'base', 'logic', 'model'},
    'pages': {'base', 'logic', 'store', 'model', 'exchange', 'sync', 'widgets'},
    'app': {'base', 'logic', 'store', 'model', 'exchange', 'sync', 'widgets', 'pages'},
}
DOCUMENTED = {'base', 'logic', 'store', 'model', 'exchange', 'sync'}

COLUMNS = 100
TABLE_ROW = re.compile(r'\s*(?:\{ |\{?")') # a table reads best with one case a line
WIDE_BEGIN = 'clang-format off'
WIDE_END = 'clang-format on'

SPDX = 'SPDX-License-Identifier: GPL-3.0-or-later'
TEXT_SUFFIXES = {'.c', '.h', '.py', '.sh', '.blp', '.ui', '.css', '.sql', '.build', '.options', '.md',
                 '.xml', '.in', '.json', '.list', '.txt', '.po', '.yml', '.svg', '.js'}
SPDX_SUFFIXES = {'.c', '.h', '.py', '.sh'}
SKIPPED_FOLDERS = {'build', '__pycache__', '.git', '.cache'}

# The words are put together so that this file does not find itself.
LEFTOVERS = re.compile(r'\b(' + '|'.join(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HACK' + 'ME']) + r')\b')

# Deprecated by GTK 4.18 and libadwaita 1.7 or soon after, or not there yet.
DEPRECATED = {
    'Gtk': ['ShortcutsWindow', 'Dialog', 'MessageDialog', 'TreeView', 'TreeStore', 'ListStore', 'IconView',
            'ComboBox', 'ComboBoxText', 'InfoBar', 'Statusbar', 'EntryCompletion', 'StyleContext', 'FileChooser',
            'FileChooserDialog', 'FileChooserNative', 'FileChooserWidget', 'ColorChooser', 'ColorChooserDialog',
            'ColorButton', 'FontChooser', 'FontChooserDialog', 'FontButton', 'AppChooser', 'AppChooserDialog',
            'CellRenderer', 'CellRendererText', 'LockButton', 'VolumeButton', 'Assistant'],
    'Adw': ['PreferencesWindow', 'MessageDialog', 'AboutWindow', 'Leaflet', 'Flap', 'Squeezer',
            'ViewSwitcherTitle', 'EnumListModel', 'ShortcutsDialog', 'ShortcutLabel', 'Sidebar',
            'ViewSwitcherSidebar'],
}
DEPRECATED_WORDS = [r'@define-color', r'\bgtk_widget_get_allocated_\w+', r'\bgdk_pixbuf_\w+', r'\bGdkPixbuf\b',
                    r'\bgdk_texture_new_for_pixbuf\b']

OLD_TYPES = re.compile(r'\b(gchar|gint|gdouble|gfloat|gshort)\b')
NO_SPACE_BEFORE_PAREN = re.compile(r'\b([A-Za-z_]*[a-z]\w*)\(')
TIGHT_NAMES = {'g_autoptr', 'g_auto', 'g_autolist', 'g_autoslist', 'g_autoqueue', 'defined'}
CUT_MESSAGE = re.compile(r'\b(?:_|N_|C_|NC_|ngettext) ?\((?:"(?:\\.|[^"\\])*"|[\s,])*\s*\b(?:G_|PRI)\w+ *["\n]')
LOOSE_AUTOPTR = re.compile(r'\bg_auto(?:ptr|list|slist)? \(')
FUNCTION_HEAD = re.compile(r'^([A-Za-z_]\w*) \(')


class Checker:
    def __init__(self, top):
        self.top = top
        self.problems = []
        self.header_folder = {}
        self.files = self.list_files()
        for path in self.files:
            if path.suffix == '.h' and path.parts[0] == 'src':
                self.header_folder[path.name] = path.parts[1]

    def list_files(self):
        """What git knows and keeps, or everything where there is no git."""
        try:
            output = subprocess.run(['git', '-C', str(self.top), 'ls-files', '-z', '--cached', '--others',
                                     '--exclude-standard'], capture_output=True, check=True).stdout
            names = [os.fsdecode(name) for name in output.split(b'\0') if name]
        except (OSError, subprocess.CalledProcessError):
            names = []
            for folder, folders, files in os.walk(self.top):
                folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS]
                names += [os.path.relpath(os.path.join(folder, name), self.top) for name in files]
        return sorted(path for path in map(pathlib.Path, names) if (self.top / path).is_file())

    def report(self, path, line, text):
        self.problems.append((str(path), line, text))

    def run(self):
        for path in self.files:
            script = path.name == 'dev' or path == pathlib.Path('.ci/run')
            if path.suffix not in TEXT_SUFFIXES and not script:
                continue
            try:
                text = (self.top / path).read_text(encoding='utf-8')
            except UnicodeDecodeError:
                self.report(path, 1, 'is not UTF-8')
                continue
            lines = text.split('\n')
            self.check_text(path, text, lines)
            if (path.suffix in SPDX_SUFFIXES or script) and SPDX not in '\n'.join(lines[:3]):
                self.report(path, 1, 'has no SPDX line at its beginning')
            if path.suffix in ('.c', '.h'):
                self.check_c(path, text, lines)
            if path.suffix in ('.c', '.h', '.blp', '.ui', '.css'):
                self.check_deprecated(path, lines)
        return self.problems

    # --- Any text

    def check_text(self, path, text, lines):
        if text and not text.endswith('\n'):
            self.report(path, len(lines), 'does not end with a new line')
        if text.endswith('\n\n'):
            self.report(path, len(lines), 'ends with an empty line')
        for number, line in enumerate(lines, 1):
            if '\t' in line:
                self.report(path, number, 'has a tab')
            if line != line.rstrip():
                self.report(path, number, 'has white space at the end')
            leftover = LEFTOVERS.search(line)
            if leftover:
                self.report(path, number, f'says {leftover.group(1)}; do it or file it')

    def check_deprecated(self, path, lines):
        for number, line in enumerate(lines, 1):
            for pattern in DEPRECATED_PATTERNS[path.suffix]:
                match = pattern.search(line)
                if match:
                    self.report(path, number, f'uses {match.group(0).strip(" {")}, which is deprecated or not in '
                                              'the versions we build with')

    # --- C

    def check_c(self, path, text, lines):
        code = blank_out(text)
        code_lines = code.split('\n')
        self.check_columns(path, lines)
        self.check_words(path, code_lines)
        self.check_includes(path, lines, code_lines)
        self.check_functions(path, code, code_lines)
        for match in CUT_MESSAGE.finditer(text):
            number = text.count('\n', 0, match.start()) + 1
            self.report(path, number, 'has a macro inside of a message, where the translators\' tools stop reading')
        if path.suffix == '.h':
            if path.parts[0] == 'src' and '#pragma once' not in text:
                self.report(path, 1, 'has no #pragma once')
            if path.parts[0] == 'src' and path.parts[1] in DOCUMENTED:
                self.check_documented(path, text, code)

    def check_columns(self, path, lines):
        wide = False
        row_columns = COLUMNS + 40 if path.parts[0] == 'src' else 1000
        for number, line in enumerate(lines, 1):
            if WIDE_BEGIN in line:
                wide = True
            elif WIDE_END in line:
                wide = False
            elif len(line) > (row_columns if TABLE_ROW.match(line) else COLUMNS) and not wide:
                self.report(path, number, f'is {len(line)} columns wide')

    def check_words(self, path, code_lines):
        in_source = path.parts[0] == 'src'
        may_print = not in_source or path.parts[1] == 'app'
        for number, line in enumerate(code_lines, 1):
            old = OLD_TYPES.search(line)
            if old:
                self.report(path, number, f'uses {old.group(1)}; C has its own word for it')
            if not may_print and re.search(r'\b(g_print|g_printerr|printf|puts) \(', line):
                self.report(path, number, 'prints; only the command line in src/app does')
            if in_source and path.parts[1] != 'app' and 'g_application_get_default' in line:
                self.report(path, number, 'asks for the application; what it needs is handed to it')
            if LOOSE_AUTOPTR.search(line):
                self.report(path, number, 'has a space in g_autoptr(Type)')
            if line.lstrip().startswith('#'):
                continue
            for match in NO_SPACE_BEFORE_PAREN.finditer(line):
                if match.group(1) not in TIGHT_NAMES:
                    self.report(path, number, f'has no space between {match.group(1)} and its parenthesis')

    def check_includes(self, path, lines, code_lines):
        includes = []
        depth = 0
        for number, line in enumerate(lines, 1):
            bare = code_lines[number - 1].strip()
            if re.match(r'#\s*if', bare):
                depth += 1
            elif re.match(r'#\s*endif', bare):
                depth -= 1
            match = re.match(r'#include ([<"])([^>"]+)[>"]', line)
            if match:
                if path.parts[0] == 'src':
                    self.check_floor(path, number, match.group(2))
                if depth == 0:
                    includes.append((number, match.group(1) == '"', match.group(2)))

        rest = list(includes)
        if path.suffix == '.c':
            names = [name for _, _, name in rest]
            if 'config.h' in names and names[0] != 'config.h':
                self.report(path, rest[0][0], 'includes something before config.h')
            if path.parts[0] == 'src' and 'config.h' not in names:
                self.report(path, 1, 'does not include config.h')
            rest = [include for include in rest if include[2] != 'config.h']
            own = path.stem + '.h'
            if own in names and rest[0][2] != own:
                self.report(path, rest[0][0], f'includes something before its own {own}')
            rest = [include for include in rest if include[2] != own]

        seen_system = False
        previous = {True: '', False: ''}
        for number, ours, name in rest:
            if ours and seen_system and path.suffix == '.c':
                self.report(path, number, f'includes {name} of ours after a system header')
            seen_system = seen_system or not ours
            stem = name.removesuffix('.h')
            if stem < previous[ours]:
                self.report(path, number, f'includes {name} after {previous[ours]}.h')
            previous[ours] = stem

    def check_floor(self, path, number, name):
        folder = path.parts[1]
        other = self.header_folder.get(pathlib.PurePath(name).name)
        if folder not in FLOORS or other is None or other == folder:
            return
        if other not in FLOORS[folder]:
            self.report(path, number, f'includes {name}: {folder} may not know {other}')

    def check_functions(self, path, code, code_lines):
        for start, name, column, parameters, after in find_functions(code):
            number = code.count('\n', 0, start) + 1
            line = code_lines[number - 1]
            definition = after == '{'
            if definition and not line.startswith(name):
                self.report(path, number, f'has the type of {name} on the line of its name')
            self.check_parameters(path, number, name, column, parameters)

    def check_parameters(self, path, number, name, column, parameters):
        pieces = split_parameters(parameters)
        if len(pieces) < 2:
            return
        rows = parameters.split('\n')
        if len(rows) != len(pieces):
            self.report(path, number, f'{name} has not one parameter a line')
            return
        columns = set()
        for offset, row in enumerate(rows):
            indent = column if offset == 0 else len(row) - len(row.lstrip())
            if indent != column:
                self.report(path, number + offset, f'{name}: the parameter does not stand under the first one')
                return
            match = re.match(r'^(\s*)(.*?)(\w+)((?:\[\w*\])*)(?:\s+G_GNUC_\w+)?,?\s*$', row)
            if match and '(' not in row and '...' not in row:
                columns.add((column if offset == 0 else len(match.group(1))) + len(match.group(2)))
        if len(columns) > 1:
            self.report(path, number, f'{name}: the names of the parameters are not aligned')

    def check_documented(self, path, text, code):
        for start, name, _, parameters, after in find_functions(code):
            if after == '{' or name.endswith('_get_type') or name.endswith('_quark'):
                continue
            comment = re.search(r'/\*\*\n \* ' + re.escape(name) + r':.*?\*/', text, flags=re.DOTALL)
            missing = what_is_not_said(comment.group(0), type_before(code, start), parameters) if comment else []
            if not comment:
                missing = ['no comment that says what it does']
            for what in missing:
                self.report(path, code.count('\n', 0, start) + 1, f'{name} has {what}')


def type_before(code, start):
    """What a function returns: it stands before the name, or on the line above it."""
    before = code[code.rfind('\n', 0, start) + 1:start].strip()
    return before or code[:start].rstrip('\n').rsplit('\n', 1)[-1].strip()


def what_is_not_said(comment, returned, parameters):
    """The parameters, the result and its owner that a comment leaves out."""
    names = [re.search(r'\(\*(\w+)\)|(\w+)(?:\s*\[[^\]]*\])*$', piece.strip()) for piece in split_parameters(parameters)]
    names = [match.group(1) or match.group(2) for match in names if match]
    missing = [f'no word on @{name}' for name in names if name != 'void' and f' * @{name}:' not in comment]
    result = re.search(r'Returns:(.*)', comment, flags=re.DOTALL)
    if returned != 'void' and not result:
        missing.append('no word on what it returns')
    elif '*' in returned and not re.search(r'\(transfer', result.group(1)):
        missing.append('no word on whose what it returns is')
    return missing


def deprecated_patterns():
    words = [re.compile(word) for word in DEPRECATED_WORDS]
    c_names = []
    blueprint = []
    markup = []
    for namespace, names in DEPRECATED.items():
        for name in names:
            snake = re.sub(r'(?<!^)(?=[A-Z])', '_', name).lower()
            c_names.append(re.compile(rf'\b(?:{namespace}{name}|{namespace.lower()}_{snake}_new\w*|'
                                      rf'{namespace.upper()}_TYPE_{snake.upper()})\b'))
            prefix = '' if namespace == 'Gtk' else r'Adw\.'
            blueprint.append(re.compile(rf'(?<![\w.$"]){prefix}{name}\b *\w* *{{'))
            markup.append(re.compile(rf'class="{namespace}{name}"'))
    return {'.c': words + c_names, '.h': words + c_names, '.blp': blueprint, '.ui': markup, '.css': words}


DEPRECATED_PATTERNS = deprecated_patterns()


def blank_out(text):
    """The same text with comments, strings and characters blanked, so that positions stay."""
    def blank(match):
        return re.sub(r'[^\n]', ' ', match.group(0))
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.DOTALL)


def find_functions(code):
    """Yields (position of the name, name, column of the first parameter, parameters, '{' or ';')."""
    for match in re.finditer(r'^([^\n#]*?)\b([a-z]\w*) +\(', code, flags=re.MULTILINE):
        before = match.group(1)
        # At file level: nothing, or a type and no statement, in front of the name.
        if before.startswith(' ') or not re.fullmatch(r'[\w\s*]*', before):
            continue
        words = before.split()
        if words and words[0] in ('typedef', 'return', 'else', 'if', 'while', 'for', 'switch', 'case', 'do'):
            continue
        if before.strip() and not words[-1].strip('*') and len(words) < 2:
            continue
        start = match.end()
        depth = 1
        position = start
        while position < len(code) and depth:
            depth += {'(': 1, ')': -1}.get(code[position], 0)
            position += 1
        rest = re.match(r'(?:\s*\b[A-Z_]+\b(?: \([^)]*\))?)*\s*([{;])', code[position:])
        if not rest:
            continue
        if rest.group(1) == ';' and not before.strip():
            # A macro's call, or a prototype with its type on a line of its own.
            line_before = code[:match.start()].rstrip('\n').rsplit('\n', 1)[-1]
            if not re.fullmatch(r'[A-Za-z][\w\s*]*', line_before):
                continue
        column = start - code.rfind('\n', 0, start) - 1
        yield match.start(2), match.group(2), column, code[start:position - 1], rest.group(1)


def split_parameters(parameters):
    pieces = []
    depth = 0
    piece = ''
    for character in parameters:
        depth += {'(': 1, ')': -1}.get(character, 0)
        if character == ',' and depth == 0:
            pieces.append(piece)
            piece = ''
        else:
            piece += character
    return pieces + [piece]


def main():
    top = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), '..')).resolve()
    problems = Checker(top).run()
    for path, line, text in problems:
        print(f'{path}:{line}: {text}')
    if problems:
        counts = collections.Counter(path for path, _, _ in problems)
        if any(text.endswith('columns wide') for _, _, text in problems):
            print('\nbuild-aux/wrap-lines.py FILE… wraps most lines that are too wide.', file=sys.stderr)
        print(f'\n{len(problems)} things to mend in {len(counts)} files', file=sys.stderr)
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
