#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps po/ complete: lists the files with strings and brings po/zh_CN.po up to date.

Translations may be added in parallel as po/fragments/*.po, entries without a header. They fill what
zh_CN.po has not translated; --fold removes the fragments afterwards. --check changes nothing and
fails if the files are not up to date, or something is untranslated or left unsure.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

LANGUAGE = 'zh_CN'
HEADER = f'''msgid ""
msgstr ""
"Project-Id-Version: clinch\\n"
"Report-Msgid-Bugs-To: \\n"
"PO-Revision-Date: 2026-11-23 12:00+0800\\n"
"Last-Translator: The Clinch developers\\n"
"Language-Team: Chinese (China)\\n"
"Language: {LANGUAGE}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

'''

# The keywords of meson's preset "glib".
XGETTEXT = ['xgettext', '--from-code=UTF-8', '--add-comments=Translators:', '--add-location=file', '--no-wrap',
            '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=ngettext:1,2',
            '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
            '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
            '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format',
            '--flag=g_string_printf:2:c-format', '--flag=g_string_append_printf:2:c-format',
            '--flag=g_error_new:3:c-format', '--flag=g_set_error:4:c-format',
            '--flag=g_markup_printf_escaped:1:c-format', '--flag=g_print:1:c-format',
            '--flag=g_printerr:1:c-format', '--flag=g_application_command_line_print:2:c-format',
            '--flag=g_application_command_line_printerr:2:c-format',
            '--package-name=clinch', '--msgid-bugs-address=']

# Chinese text has punctuation of its own width, and spaces set off how many there are: “共 3 份”. Mnemonics (_K)
# keep theirs, and so do the words of desktop files, what is typed on the command line, and the sentence of
# a status, which is fixed to the letter.
HAN = '\u4e00-\u9fff'
NARROW = {',': '\uff0c', ':': '\uff1a', ';': '\uff1b', '?': '\uff1f', '!': '\uff01'}
NUMBER = '%(?:[0-9]+[$])?[du]'
MEASURE = '[份条个天位人家次项步]'
AS_IT_IS = re.compile(r'^msgctxt "status|^#: .*clinch-status-sentence|^msgid "CRM;|COLUMN:VALUE', re.MULTILINE)


def widen(text):
    """TEXT, what stands behind msgstr, with the punctuation of Chinese."""
    if not re.search(f'[{HAN}]', text):
        # Nothing but what is filled in.
        return re.sub('(?<=[s”])([,:;])(?=[%“"])', lambda match: NARROW[match.group(1)], text)
    text = re.sub(r'\((?!_)([^()]*[%s%%][^()]*)\)' % HAN, '\uff08\\1\uff09', text)
    # Between a figure that is filled in and Chinese, and behind Chinese.
    text = re.sub(f'(?<=[%sdu])([,:;?!])(?=[{HAN}“《（%])', lambda match: NARROW[match.group(1)], text)
    return re.sub(f'(?<=[{HAN}”》）])([,:;?!]) ?', lambda match: NARROW[match.group(1)], text)


def set_off(text):
    """TEXT with a space on either side of a number that something is counted by; dates stay together."""
    text = re.sub(f'({NUMBER})(?={MEASURE})', r'\1 ', text)
    return re.sub(f'(?<=[{HAN}])({NUMBER} {MEASURE})', r' \1', text)


def settle_typography(catalogue):
    entries = catalogue.split('\n\n')
    for index, entry in enumerate(entries):
        start = re.search(r'^msgstr', entry, re.MULTILINE)
        if index > 0 and start and not AS_IT_IS.search(entry):
            entries[index] = entry[:start.start()] + set_off(widen(entry[start.start():]))
    return '\n\n'.join(entries)


HAS_STRINGS = re.compile(r'(?<!\w)(?:_|N_|C_|NC_|ngettext|g_dpgettext2|g_dngettext) ?\(\s*"')


def files_with_strings(top):
    """In the order of the alphabet: what packagers see first, the interface, the program."""
    files = sorted(top.glob('data/*.desktop.in')) + sorted(top.glob('data/*.metainfo.xml.in'))
    for folder, suffixes in (('data/ui', {'.blp'}), ('src', {'.c', '.h'})):
        for path in sorted((top / folder).rglob('*')):
            if path.suffix in suffixes and HAS_STRINGS.search(path.read_text(encoding='utf-8')):
                files.append(path)
    return [str(path.relative_to(top)) for path in files]


def run(*command, cwd=None):
    """What the command says counts only if it fails: xgettext has never heard of Blueprint."""
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f'{result.stderr}{command[0]} failed')
    return result.stdout


def extract(top, files, scratch):
    pot = scratch / 'clinch.pot'
    run(*XGETTEXT, '-o', str(pot), *files, cwd=top)
    return pot


def gather_fragments(top, scratch):
    """One catalogue of all fragments; the first to translate a message wins."""
    catalogues = []
    for number, path in enumerate(sorted((top / 'po' / 'fragments').glob('*.po'))):
        catalogue = scratch / f'{number}.po'
        catalogue.write_text(HEADER + path.read_text(encoding='utf-8'), encoding='utf-8')
        run('msgfmt', '--check', '-o', '/dev/null', str(catalogue))
        catalogues.append(str(catalogue))
    gathered = scratch / 'fragments.po'
    if catalogues:
        run('msgcat', '--use-first', '--no-wrap', '-o', str(gathered), *catalogues)
    else:
        gathered.write_text(HEADER, encoding='utf-8')
    return gathered


def merge(top, pot, fragments, scratch):
    """The text that zh_CN.po should have."""
    old = top / 'po' / f'{LANGUAGE}.po'
    base = scratch / 'old.po'
    base.write_text(old.read_text(encoding='utf-8') if old.exists() else HEADER, encoding='utf-8')
    merged = scratch / 'merged.po'
    run('msgmerge', '--quiet', '--no-fuzzy-matching', '--no-wrap', '--add-location=file',
        '--compendium', str(fragments), '-o', str(merged), str(base), str(pot))
    text = run('msgattrib', '--no-obsolete', '--no-wrap', str(merged))
    # Dates of a machine would change with every run.
    text = re.sub(r'^"POT-Creation-Date: .*\n', '', text, flags=re.MULTILINE)
    return settle_typography(text)


def untranslated(text, scratch):
    path = scratch / 'result.po'
    path.write_text(text, encoding='utf-8')
    run('msgfmt', '--check', '-o', '/dev/null', str(path))
    found = []
    for option in ('--untranslated', '--only-fuzzy'):
        part = run('msgattrib', option, '--no-obsolete', '--no-wrap', str(path))
        found += part.split('\n\n')[1:]
    return [entry.strip() for entry in found if entry.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--check', action='store_true', help='change nothing; fail if something is missing')
    parser.add_argument('--fold', action='store_true', help='remove the fragments once they are merged')
    options = parser.parse_args()
    top = pathlib.Path(__file__).resolve().parent.parent
    potfiles = top / 'po' / 'POTFILES'
    catalogue = top / 'po' / f'{LANGUAGE}.po'
    fragments = sorted((top / 'po' / 'fragments').glob('*.po'))

    files = files_with_strings(top)
    list_text = ''.join(f'{name}\n' for name in files)
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        pot = extract(top, files, scratch)
        text = merge(top, pot, gather_fragments(top, scratch), scratch)
        missing = untranslated(text, scratch)

    problems = []
    if missing:
        problems.append(f'{len(missing)} messages are not translated:\n\n' + '\n\n'.join(missing))
    if options.check:
        # While fragments are open, the files they go into lag behind.
        if not fragments and potfiles.read_text(encoding='utf-8') != list_text:
            problems.append('po/POTFILES does not list the files with strings; run build-aux/merge-po.py')
        if not fragments and catalogue.read_text(encoding='utf-8') != text:
            problems.append(f'po/{LANGUAGE}.po is behind the sources; run build-aux/merge-po.py')
    else:
        potfiles.write_text(list_text, encoding='utf-8')
        catalogue.write_text(text, encoding='utf-8')
        if options.fold:
            for fragment in fragments:
                fragment.unlink()
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
