# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of a customer, and what follows from it."""

import json

from sample import sample_window


def figure(window, title):
    """What stands at the end of the row of that title."""
    row = window.find('list item', title)
    return [node.get_name() for node in window.nodes('label', root=row)][-1]


def test_profile_tag_and_undo():
    with sample_window() as window:
        workspace = str(window.home / 'Sample.clinch')
        customer = json.loads(window.command('list', 'customers', '--workspace', workspace, '--limit', '1',
                                             '--json').stdout)[0]
        window.action('open-customer', f"'{customer['uid']}'")
        window.wait_focus('list item', 'Profile')
        window.key('Return')
        window.find('list item', 'Budget')
        before = figure(window, 'Completeness')
        assert figure(window, 'Budget') == '–'

        window.focus('list item', 'Budget')
        window.key('Return')
        window.find('menu item', 'Approved')
        window.key('Return')
        window.wait(lambda: figure(window, 'Budget') == '100', 'a budget that is approved')
        assert figure(window, 'Completeness') != before
        window.wait_focus('list item', 'Budget')

        window.key('ctrl+z')
        window.wait(lambda: figure(window, 'Budget') == '–', 'a budget that is unknown again')
        assert figure(window, 'Completeness') == before
