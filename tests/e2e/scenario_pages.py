# SPDX-License-Identifier: GPL-3.0-or-later
"""Going from page to page and back."""

from sample import sample_window

PAGES = (('board', 'First Talks'), ('customers', 'Last Follow-up'), ('history', 'Today'),
         ('bin', 'The Recycle Bin Is Empty'))


def test_pages_come_back():
    with sample_window() as window:
        for page, sign in PAGES * 2:
            window.action('show-page', f"'{page}'")
            window.find(contains=sign)
