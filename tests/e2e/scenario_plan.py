# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a customer, by keyboard: an objective, and a cell of the whitespace."""

from accessible import name_of
from sample import sample_window


def open_plan(window):
    customer = window.records('list', 'customers', '--where', 'name~Hangang', '--limit', '1')[0]
    window.action('open-customer', f"'{customer['uid']}'")
    window.wait_focus('list item', 'Profile')
    while name_of(window.focused()) != 'Plan':
        before = window.focused()
        window.key('Down')
        window.wait(lambda: window.focused() not in (None, before), 'the next room')
    window.key('Return')
    window.find('label', 'Objectives')


def objectives(window):
    return {record['name']: record['state'] for record in window.records('list', 'objectives', '--limit', '0')}


def shown(window, names):
    """The objectives as they stand on the page, from the top."""
    return [name_of(row) for row in window.nodes('list item') if name_of(row) in names]


def test_plan_objective():
    with sample_window() as window:
        open_plan(window)
        window.key('ctrl+n')
        window.find('dialog')
        window.wait_focus('text', 'Objective')
        window.type('Meet the new chairman')
        window.key('Return')
        window.gone('dialog')
        window.find('list item', 'Meet the new chairman')
        assert objectives(window)['Meet the new chairman'] == 'open'

        window.tab_to('check box', 'Reached: Meet the new chairman')
        window.key('space')
        window.wait(lambda: objectives(window)['Meet the new chairman'] == 'reached', 'an objective that is reached')
        # What is over stands below what is still to be done.
        window.wait(lambda: shown(window, objectives(window))[-1:] == ['Meet the new chairman'], 'what is reached to come last')
        window.key('ctrl+z')
        window.wait(lambda: objectives(window)['Meet the new chairman'] == 'open', 'an objective that is open again')


def test_plan_whitespace():
    with sample_window() as window:
        open_plan(window)
        cells = [name_of(node) for node in window.nodes('button', contains='Blocked')]
        assert cells and 'Look again' in cells[0], cells
        window.tab_to('button', cells[0])
        window.key('Return')
        window.find('dialog', 'Whitespace')
        window.key('Escape')
        window.gone('dialog')
        window.wait_focus('button', cells[0])

        window.key('Delete')
        window.gone('button', cells[0])
        empty = ': nothing noted'
        window.wait_focus('button', contains=empty)
        window.key('ctrl+z')
        window.find('button', cells[0])
