#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The style checker finds what it is there for, and nothing in what is right. Speaks TAP."""

import importlib.util
import pathlib
import sys
import tempfile

SPDX = '// SPDX-License-Identifier: GPL-3.0-or-later\n'
HEADER = SPDX + '#pragma once\n\n'
SOURCE = SPDX + '#include "config.h"\n\n'
WORD = 'TO' + 'DO'

DOCUMENTED = '''/**
 * clinch_thing_set:
 * @thing: a thing
 * @value: a value
 *
 * Sets it.
 */
void clinch_thing_set (ClinchThing *thing,
                       int          value);
'''

# (case, path, text, a word of what is reported or None where all is right)
CASES = [
    ('good header', 'src/base/clinch-thing.h', HEADER + DOCUMENTED, None),
    ('good source', 'src/base/clinch-thing.c',
     SPDX + '#define G_LOG_DOMAIN "clinch-base"\n\n#include "config.h"\n\n#include "clinch-thing.h"\n\n'
     '#include "clinch-date.h"\n#include "clinch-date-private.h"\n\n#include <string.h>\n\n'
     'void\nclinch_thing_set (ClinchThing *thing,\n                  int          value)\n{\n'
     '  g_autofree char *text = g_strdup (_("A(b)"));\n  /* gint(x) */\n}\n', None),
    ('no licence', 'src/base/clinch-thing.c', '#include "config.h"\n', 'SPDX'),
    ('tab', 'data/style.css', 'a {\n\tcolor: red;\n}\n', 'tab'),
    ('white space', 'src/store/a.c', SOURCE + 'int a; \n', 'white space'),
    ('no last line end', 'data/style.css', 'a {}', 'new line'),
    ('leftover', 'src/base/a.c', SOURCE + f'/* {WORD}: later */\n', WORD),
    ('wide', 'src/base/a.c', SOURCE + '/* ' + 'x' * 98 + ' */\n', '104 columns'),
    ('wide in Chinese', 'src/base/a.c', SOURCE + '/* ' + '宽' * 94 + ' */\n', None),
    ('wide table of a test', 'tests/base/test-a.c', SPDX + '  { "' + 'x' * 98 + '" },\n', None),
    ('config.h missing', 'src/base/a.c', SPDX + '#include <glib.h>\n', 'config.h'),
    ('config.h late', 'src/base/a.c', SPDX + '#include <glib.h>\n#include "config.h"\n', 'before config.h'),
    ('own header late', 'src/base/clinch-thing.c',
     SOURCE + '#include "clinch-date.h"\n#include "clinch-thing.h"\n', 'before its own'),
    ('unsorted', 'src/base/a.c', SOURCE + '#include <string.h>\n#include <glib.h>\n', 'after string'),
    ('ours after system', 'src/base/a.c', SOURCE + '#include <glib.h>\n#include "clinch-date.h"\n',
     'after a system header'),
    ('upward', 'src/base/a.c', SOURCE + '#include "clinch-board-page.h"\n', 'base may not know pages'),
    ('sideways', 'src/logic/a.c', SOURCE + '#include "clinch-store.h"\n', 'logic may not know store'),
    ('widget and store', 'src/widgets/a.c', SOURCE + '#include "clinch-store.h"\n',
     'widgets may not know store'),
    ('downward', 'src/pages/board/a.c', SOURCE + '#include "clinch-date.h"\n#include "clinch-store.h"\n', None),
    ('old type', 'src/base/a.c', SOURCE + 'static gint a;\n', 'gint'),
    ('loose autoptr', 'src/base/a.c', SOURCE + 'static g_autoptr (GList) a;\n', 'g_autoptr'),
    ('tight call', 'src/base/a.c', SOURCE + 'static int a = sizeof(int);\n', 'no space'),
    ('prints', 'src/model/a.c', SOURCE + 'static void\na (void)\n{\n  g_print ("x");\n}\n', 'prints'),
    ('prints on the command line', 'src/app/a.c',
     SOURCE + 'static void\na (void)\n{\n  g_print ("x");\n}\n', None),
    ('macro in a message', 'src/base/a.c',
     SOURCE + 'static char *a = _("%" G_GINT64_FORMAT " more");\n', 'macro inside'),
    ('macro behind a message', 'src/base/a.c',
     SOURCE + 'static char *a = b (_("%s more" " c"), G_GINT64_FORMAT);\n', None),
    ('type on the line', 'src/base/a.c', SOURCE + 'static void a (void)\n{\n}\n', 'on the line of its name'),
    ('two on a line', 'src/base/a.c', SOURCE + 'static void\na (int b, int c)\n{\n}\n', 'one parameter a line'),
    ('not under the first', 'src/base/a.c', SOURCE + 'static void\na (int b,\n  int c)\n{\n}\n', 'under the first'),
    ('names not aligned', 'src/base/a.c', SOURCE + 'static void\na (int b,\n   char *c)\n{\n}\n', 'not aligned'),
    ('callback among parameters', 'src/base/a.c',
     SOURCE + 'static void\na (int    b,\n   void (*c) (int d, int e),\n   char  *f)\n{\n}\n', None),
    ('no documentation', 'src/store/a.h', HEADER + 'void clinch_a (void);\n', 'no comment'),
    ('no documentation needed', 'src/widgets/a.h', HEADER + 'void clinch_a (void);\n', None),
    ('attribute', 'src/store/a.h', HEADER + 'char *clinch_a (void) G_GNUC_WARN_UNUSED_RESULT;\n', 'no comment'),
    ('documentation', 'src/store/a.h',
     HEADER + '/**\n * clinch_a:\n * @b: a thing\n *\n * Returns: (transfer full): another\n */\nchar *clinch_a (int b);\n', None),
    ('aligned and without documentation', 'src/store/a.h', HEADER + 'char    *clinch_a     (void);\n', 'no comment'),
    ('parameter without documentation', 'src/store/a.h',
     HEADER + '/**\n * clinch_a:\n *\n * Does it.\n */\nvoid clinch_a (int b);\n', 'no word on @b'),
    ('result without documentation', 'src/store/a.h',
     HEADER + '/**\n * clinch_a:\n *\n * Does it.\n */\nint clinch_a (void);\n', 'no word on what it returns'),
    ('result without owner', 'src/store/a.h',
     HEADER + '/**\n * clinch_a:\n *\n * Returns: it\n */\nchar *clinch_a (void);\n', 'whose what it returns is'),
    ('pragma once', 'src/widgets/a.h', SPDX + 'void clinch_a (void);\n', 'pragma once'),
    ('deprecated class', 'src/app/a.c', SOURCE + 'static GtkTreeView *a;\n', 'GtkTreeView'),
    ('deprecated constructor', 'src/app/a.c',
     SOURCE + 'static void\na (void)\n{\n  adw_message_dialog_new (b);\n}\n', 'adw_message_dialog_new'),
    ('kept class', 'src/app/a.c', SOURCE + 'static GtkAlertDialog *a;\nstatic AdwAlertDialog *b;\n', None),
    ('deprecated in Blueprint', 'data/ui/a.blp', 'template $A : Adw.Bin {\n  ShortcutsWindow {}\n}\n',
     'ShortcutsWindow'),
    ('kept in Blueprint', 'data/ui/a.blp', 'template $ADialog : Adw.Dialog {\n  Adw.AlertDialog {}\n}\n', None),
    ('not there yet in Blueprint', 'data/ui/a.blp', 'Adw.Sidebar {}\n', 'Adw.Sidebar'),
    ('deprecated colour', 'data/style.css', '@define-' + 'color a red;\n', '@define-'),
]

HEADERS = ['base/clinch-date.h', 'store/clinch-store.h', 'pages/board/clinch-board-page.h']


def load_checker():
    path = pathlib.Path(__file__).parent / '../../build-aux/check-style.py'
    spec = importlib.util.spec_from_file_location('check_style', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    checker = load_checker()
    failed = 0
    print(f'1..{len(CASES)}')
    for number, (name, path, text, expected) in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory() as folder:
            top = pathlib.Path(folder)
            for header in HEADERS:
                file = top / 'src' / header
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(HEADER, encoding='utf-8')
            file = top / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding='utf-8')
            found = [problem for problem in checker.Checker(top).run() if problem[0] == path]
        right = not found if expected is None else any(expected in problem[2] for problem in found)
        failed += not right
        print(f'{"ok" if right else "not ok"} {number} {name}')
        for problem in [] if right else found or ['nothing was reported']:
            print(f'#   {problem}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
