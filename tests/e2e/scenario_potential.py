# SPDX-License-Identifier: GPL-3.0-or-later
"""Which customers could bring more than they do, found and opened by keyboard."""

from clinch_driver import name_of, role_of
from sample import sample_window


def test_potential_customer_opened():
    with sample_window() as window:
        window.wait_focus('list item')
        first = window.records('potential')[0]['customer']['name']
        window.action('show-page', "'customers'")
        window.find('table row', contains='Ashwood')
        window.click('toggle button', 'Filter and Tidy Up')
        window.choose('Potential')
        window.find('label', contains='could bring more than they do')
        # Each point of the picture can be walked to; behind it stands the list.
        window.tab_until(lambda node: role_of(node) == 'list item' and name_of(node) == first, 'the first of the list')
        window.key('Return')
        window.find('heading', first)
        window.key('Escape')
        window.wait_focus('list item', first)
