# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minutes with Clinch."""

import os
import signal

from accessible import name_of, role_of
from clinch_driver import Window
from sample import sample_window


def test_start_empty_by_keyboard():
    with Window(animations=True) as window:
        window.find('list', 'Ways to begin')
        window.key('Tab')
        for _ in range(8):
            node = window.focused()
            if node and name_of(node) == 'Start Empty':
                break
            window.key('Down' if node and role_of(node) == 'list item' else 'Tab')
        window.wait_focus('list item', 'Start Empty')
        window.key('Return')
        window.gone('list', 'Ways to begin')
        window.find('label', contains='Default')


def test_start_speaks_chinese():
    with Window(language='zh_CN') as window:
        window.find('label', '欢迎使用临门')
        window.find('list item', '用示例数据看一看')
        window.find('list item', '从空白开始')


def test_start_shows_why_a_workspace_does_not_open():
    with Window(settings={'recent-workspaces': "['/nonexistent/Gone.clinch']"}) as window:
        window.find('label', 'Workspace Not Found')
        window.find('label', contains='/nonexistent/Gone.clinch')
        window.wait_focus('button', 'Another Workspace…')


def test_start_first_opportunity_by_keyboard():
    """A new user has the first customer and opportunity on the board without a pointer."""
    with Window() as window:
        window.press(window.find('list item', 'Start Empty'))
        window.find('label', 'No Opportunities Yet')
        window.key('ctrl+n')
        window.wait_focus('text', 'Name')
        window.type('MES upgrade')
        window.key('Tab', 'Return')
        window.wait_focus('entry', 'Customer')
        window.type('A & <b>B</b>')
        window.find('label', 'Create “A & <b>B</b>”')
        window.key('Return')
        window.wait_focus('list item', 'Customer')
        window.key('Tab')
        window.wait_focus('text', 'Amount')
        window.type('1200000')
        window.key('Return')
        window.find('list item', contains='MES upgrade, A & <b>B</b>, $1.2M')


def test_start_keeps_its_place():
    """What was on the screen comes back: the page, and the sidebar that was hidden."""
    with Window() as window:
        window.press(window.find('list item', 'Start Empty'))
        window.find('label', 'No Opportunities Yet')
        window.action('show-page', "'customers'")
        window.find('label', 'No Customers Yet')
        window.key('F9')
        window.gone('list', 'Pages')
        window.key('ctrl+q')
        window.process.wait(20)
        window.start()
        window.find('label', 'No Customers Yet')
        window.gone('list', 'Pages')
        window.key('F10')
        window.find('list', 'Pages')
        window.find('menu item', contains='Preferences')


def sample_folder(window):
    return window.home / 'data' / 'clinch' / 'Sample.clinch'


def recent(window):
    settings = (window.home / 'config' / 'glib-2.0' / 'settings' / 'keyfile').read_text(encoding='utf-8')
    return next((line for line in settings.splitlines() if line.startswith('recent-workspaces')), '')


def test_start_with_the_sample_and_remove_it():
    with Window() as window:
        window.wait_focus('list item', 'Look Around with Sample Data')
        window.key('Return')
        window.find('list', 'First Talks')
        window.find('label', 'This is sample data')
        window.find('button', 'Start with Your Own')
        window.wait(lambda: 'Sample.clinch' in recent(window), 'the sample remembered')
        assert sample_folder(window).is_dir()

        # Away with it: from the disk and from what is opened the next time.
        window.key('F10')
        window.choose('Remove Sample Data')
        window.wait_focus('list item', 'Look Around with Sample Data')
        window.gone('label', 'This is sample data')
        window.wait(lambda: not sample_folder(window).exists(), 'the folder of the sample gone')
        window.wait(lambda: 'Sample.clinch' not in recent(window), 'the sample forgotten')
        # Again, with a workspace of one's own to go back to.
        window.key('Return')
        window.find('list', 'First Talks')
        window.click('button', 'Start with Your Own')
        window.find('label', 'No Opportunities Yet')
        window.key('F10')
        window.choose('Remove Sample Data')
        window.wait(lambda: not sample_folder(window).exists(), 'the folder of the sample gone')
        window.find('label', 'No Opportunities Yet')
        window.key('F10')
        window.find('menu item', 'Undo')
        assert not window.nodes('menu item', 'Remove Sample Data')

        window.restart()
        window.find('label', contains='Default')
        window.find('label', 'No Opportunities Yet')


def test_start_leaves_nothing_of_a_sample_that_was_cancelled():
    with Window(environment={'LD_PRELOAD': os.environ['CLINCH_SLOW_DISK']}) as window:
        window.wait_focus('list item', 'Look Around with Sample Data')
        window.key('Return')
        window.find('label', 'Preparing the sample…')
        window.find('button', 'Cancel')
        window.key('alt+c')
        window.find('list', 'Ways to begin')
        window.wait(lambda: not sample_folder(window).exists(), 'nothing of the sample left')
        assert 'Sample.clinch' not in recent(window)


def test_start_again_after_a_signal():
    with sample_window() as window:
        window.find('list', 'First Talks')
        window.process.send_signal(signal.SIGTERM)
        assert window.process.wait(10) == 0
        assert not (window.workspace / 'workspace.db-wal').exists()
        window.start()
        window.find('list', 'First Talks')


def test_start_back_in_a_narrow_window():
    """Where the sidebar and the page take turns, the keyboard goes back and forth."""
    with Window(size=(400, 800), settings={'page': "'customers'"}) as window:
        window.press(window.find('list item', 'Start Empty'))
        window.find('label', 'No Customers Yet')
        window.wait(window.focused, 'the keyboard somewhere')
        window.key('alt+Left')
        window.find('list', 'Pages')
        window.action('show-page', "'history'")
        window.gone('list', 'Pages')
        window.key('F9')
        window.find('list', 'Pages')
