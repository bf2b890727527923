# SPDX-License-Identifier: GPL-3.0-or-later
"""Files become records: the excerpt of a sales data set with the difficulties of the whole."""

import pathlib

from accessible import has_state, name_of
from clinch_driver import Window

DATA = pathlib.Path(__file__).resolve().parent.parent / 'data' / 'crm'


def begin_empty(window):
    window.find('list', 'Ways to begin')
    window.click('list item', 'Start Empty')
    window.gone('list', 'Ways to begin')


def press_last(window, name):
    """Presses the button of the page on top; pages underneath keep theirs."""
    def ready():
        nodes = [node for node in window.nodes('button', name) if has_state(node, 'sensitive')]
        return nodes[-1] if nodes else None

    window.press(window.wait(ready, f'a button “{name}” that can be pressed'))


def take_in(window, file_name, button):
    window.action('import-file', f"'{DATA / file_name}'")
    window.find('dialog', 'Import')
    press_last(window, 'Next')
    window.find('label', 'What each column of the file becomes')
    press_last(window, 'Next')
    window.wait(lambda: window.nodes('label', 'Names in the File') or window.nodes('label', 'Will be added'),
                'the step after the columns')
    if window.nodes('label', 'Names in the File'):
        press_last(window, 'Next')
    window.find('label', 'Will be added')
    press_last(window, button)
    window.find('label', 'Added')


def finish(window):
    press_last(window, 'Done')
    window.gone('dialog', 'Import')


def figure(window, title):
    """The figure in the row of that title."""
    row = window.find('list item', title)
    return [name_of(node) for node in window.nodes('label', root=row)][-1]


def test_import_three_files_and_undo():
    with Window() as window:
        begin_empty(window)
        take_in(window, 'agents.csv', 'Import 7 Rows')
        assert figure(window, 'Members made because rows name them') == '3'
        finish(window)
        take_in(window, 'accounts.csv', 'Import 10 Rows')
        assert figure(window, 'Rejected') == '0'
        finish(window)
        take_in(window, 'deals.csv', 'Import 10 Rows')
        assert figure(window, 'Rejected') == '2'
        assert figure(window, 'Won') == '$59,655.00'
        press_last(window, 'Undo Import')
        window.gone('dialog', 'Import')
        window.find('label', 'The import was undone')


def test_import_says_what_is_wrong_with_a_file():
    with Window() as window:
        begin_empty(window)
        broken = window.home / 'broken.csv'
        broken.write_text('name,note\nAcme,"never closed\nBeta,x\n', encoding='utf-8')
        window.action('import-file', f"'{broken}'")
        window.find('label', contains='2')
        window.wait(lambda: not [node for node in window.nodes('button', 'Next')
                                 if has_state(node, 'sensitive')], 'a “Next” that cannot be pressed')


def test_import_reads_chinese_excel():
    with Window(language='zh_CN') as window:
        window.click('list item', '从空白开始')
        window.gone('list', '开始方式')
        window.action('import-file', f"'{DATA / 'follow-sheet-gb18030.csv'}'")
        window.find('label', contains='GB18030')
