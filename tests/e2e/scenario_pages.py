# SPDX-License-Identifier: GPL-3.0-or-later
"""Going from page to page and back."""

from accessible import has_state, parent_of, role_of
from sample import sample_window

PAGES = (('board', 'First Talks'), ('customers', 'Last Contact'), ('history', 'Today'),
         ('bin', 'The Recycle Bin Is Empty'))


def test_pages_come_back():
    with sample_window() as window:
        for page, sign in PAGES * 2:
            window.action('show-page', f"'{page}'")
            window.find(contains=sign)


def to_customers(window):
    sidebar = window.find('list', 'Pages')
    window.tab_until(lambda node: parent_of(node) == sidebar, 'the sidebar', key='shift+Tab')
    window.key('Home', 'Down')
    return window.wait_focus('list item', 'Customers')


def test_pages_sidebar_stays_lit():
    """Walking through the sidebar does not say that another page is shown."""
    with sample_window() as window:
        window.wait_focus('list item', contains='Riverbank')
        board = window.find('list item', 'Board')
        customers = to_customers(window)
        window.tab_until(lambda node: role_of(node) != 'list item', 'something outside the list')
        window.wait(lambda: has_state(board, 'selected'), 'the board lit')
        window.find('list', 'First Talks')

        to_customers(window)
        window.key('Return')
        window.find('table row')
        window.wait(lambda: has_state(customers, 'selected'), 'Customers lit')
