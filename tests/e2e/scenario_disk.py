# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks that take nothing: said in a sentence, and nothing is lost."""

import subprocess

from accessible import text_of
from sample import sample, sample_window
from scenario_board import FIRST, column_of

FULL = 'The disk is full. Nothing was saved'


def limit_files(window, size):
    """To SQLite a limit on the size of its files is a full disk."""
    subprocess.run(['prlimit', '--pid', str(window.process.pid), f'--fsize={size}:'], check=True)


def saved_amount(window):
    return window.records('show', 'opportunities', FIRST)['amount']


def test_disk_full_while_editing():
    with sample_window() as window:
        window.wait_focus('list item', contains=FIRST)
        before = saved_amount(window)
        window.key('Return')
        window.find('heading', FIRST)
        window.tab_to('text', 'Amount')
        window.key('ctrl+a')
        window.type('2300000')
        limit_files(window, 4096)
        window.key('Return')
        window.hear(FULL)
        assert saved_amount(window) == before
        # What was typed stands there still, to be saved once there is room.
        assert text_of(window.focused()) == '2300000'
        limit_files(window, 'unlimited')
        window.key('Return')
        window.wait(lambda: saved_amount(window) == '2300000.00', 'the amount saved')
        window.key('ctrl+z')
        window.wait(lambda: saved_amount(window) == before, 'the amount as it was')


def beside_data(folder):
    """What a workspace has beside its data."""
    return sorted(path.name for path in folder.iterdir() if path.name != 'workspace.db')


def test_disk_that_cannot_be_written():
    with sample_window(read_only=True) as window:
        window.find('label', contains='The workspace cannot be written. Check the permissions of its folder.')
        window.wait_focus('button', 'Open Read Only')
        window.key('Return')
        window.find('label', 'Read only: the folder cannot be written')
        window.wait_focus('list item', contains=FIRST)
        stage = column_of(window, FIRST)
        # What would change something does nothing; what is there can be read.
        window.key('ctrl+shift+Right', 'ctrl+n')
        window.key('Return')
        window.find('heading', FIRST)
        assert not window.nodes('dialog')
        window.key('Escape')
        window.wait(lambda: column_of(window, FIRST) == stage, 'the card where it was')
        assert beside_data(window.workspace) == beside_data(sample('en'))
