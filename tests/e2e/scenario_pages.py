# SPDX-License-Identifier: GPL-3.0-or-later
"""Going from page to page and back."""

from clinch_driver import Atspi, has_state, role_of
from sample import sample_window

PAGES = (('board', 'First Talks'), ('customers', 'Last Follow-up'), ('history', 'Today'),
         ('bin', 'The Recycle Bin Is Empty'))


def test_pages_come_back():
    with sample_window() as window:
        for page, sign in PAGES * 2:
            window.action('show-page', f"'{page}'")
            window.find(contains=sign)


def test_pages_sidebar_stays_lit():
    """Walking through the sidebar does not say that another page is shown."""
    with sample_window() as window:
        window.find('list', 'First Talks')
        board = window.find('list item', 'Board')
        window.focus('list item', 'History')
        window.key('Up')
        window.wait_focus('list item', 'Customers')
        window.tab_until(lambda node: role_of(node) != 'list item', 'something outside the list')
        window.wait(lambda: has_state(board, Atspi.StateType.SELECTED), 'the board lit')
        window.find('list', 'First Talks')

        window.focus('list item', 'Customers')
        window.key('Return')
        window.find('table row')
        window.wait(lambda: has_state(window.find('list item', 'Customers'), Atspi.StateType.SELECTED), 'Customers lit')
