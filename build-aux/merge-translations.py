#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the Chinese catalogue that the tests run with.

Merges po/zh_CN.po with po/fragments/*.po (the first to translate a message wins), compiles the result
and lays out a folder with it:

    DIR/locale/zh_CN/LC_MESSAGES/clinch.mo   for bindtextdomain
    DIR/locpath/zh_CN.utf8, en_US.utf8       for LOCPATH: the C.UTF-8 locale under the two names

The C library translates nothing in the locale C.UTF-8, and other locales are not installed on every
machine. Under another name C.UTF-8 is a locale like any other.
"""

import argparse
import glob
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HEADER = '''msgid ""
msgstr ""
"Language: zh_CN\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

'''


def find_utf8_locale():
    for name in ('C.utf8', 'C.UTF-8'):
        for folder in ('/usr/lib/locale', '/usr/lib64/locale', '/usr/share/locale'):
            path = os.path.join(folder, name)
            if os.path.isdir(path):
                return path
    return None


def link(target, path):
    if os.path.islink(path):
        os.unlink(path)
    os.symlink(target, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--po', required=True, help='the po folder')
    parser.add_argument('--folder', required=True, help='the folder to lay out')
    parser.add_argument('--output', required=True, help='the compiled catalogue')
    parser.add_argument('--depfile', required=True)
    args = parser.parse_args()

    complete = os.path.join(args.po, 'zh_CN.po')
    fragments = os.path.join(args.po, 'fragments')
    sources = [complete] if os.path.exists(complete) else []
    sources += sorted(glob.glob(os.path.join(fragments, '*.po')))

    with tempfile.TemporaryDirectory() as scratch:
        inputs = []
        for number, source in enumerate(sources):
            text = pathlib.Path(source).read_text(encoding='utf-8')
            if source != complete:
                text = HEADER + text
            path = os.path.join(scratch, f'{number}.po')
            pathlib.Path(path).write_text(text, encoding='utf-8')
            inputs.append(path)
        if not inputs:
            path = os.path.join(scratch, 'empty.po')
            pathlib.Path(path).write_text(HEADER, encoding='utf-8')
            inputs.append(path)
        merged = os.path.join(scratch, 'merged.po')
        subprocess.run(['msgcat', '--use-first', '--no-wrap', '-o', merged, *inputs], check=True)
        subprocess.run(['msgfmt', '--check-format', '-o', args.output, merged], check=True)

    catalogue = os.path.join(args.folder, 'locale', 'zh_CN', 'LC_MESSAGES')
    os.makedirs(catalogue, exist_ok=True)
    shutil.copyfile(args.output, os.path.join(catalogue, 'clinch.mo'))

    locpath = os.path.join(args.folder, 'locpath')
    os.makedirs(locpath, exist_ok=True)
    locale = find_utf8_locale()
    if locale is None:
        sys.exit('no C.UTF-8 locale on this machine')
    for name in ('zh_CN.utf8', 'en_US.utf8'):
        link(locale, os.path.join(locpath, name))

    # The folders too: a fragment that is added or removed is a change.
    depends = sources + [args.po] + ([fragments] if os.path.isdir(fragments) else [])
    escaped = ' '.join(path.replace(' ', '\\ ') for path in depends)
    pathlib.Path(args.depfile).write_text(f'{args.output}: {escaped}\n', encoding='utf-8')


if __name__ == '__main__':
    main()
