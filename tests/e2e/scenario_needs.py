# SPDX-License-Identifier: GPL-3.0-or-later
"""What an opportunity waits for at the customer's side, and what the customer requires, by keyboard."""

from clinch_driver import name_of
from sample import sample_window


def open_deal(window, *where):
    found = window.records('list', 'opportunities', *[part for item in where for part in ('--where', item)])[0]
    window.action('open-opportunity', f"'{found['uid']}'")
    window.find('heading', found['name'])
    return found['uid']


def test_needs_wait():
    with sample_window() as window:
        deal = open_deal(window, 'name~Hangang', 'stage.type=open')
        window.find('label', 'Not waiting for anybody')

        # A person is enough: the department comes along, and the wait begins today.
        window.tab_until(lambda node: name_of(node).startswith('Not waiting for anybody'), 'the wait')
        window.key('Return')
        window.tab_to('list item', 'Waiting For')
        window.key('Return')
        window.wait_focus('entry', 'Contact')
        window.key('Down', 'Return')
        window.find('label', contains='since today')
        wait = window.records('show', 'opportunities', deal)
        assert wait['waiting-contact'] and wait['waiting-since'] == '2026-11-23', wait

        # The answer ends it, and what came back can be logged at once.
        window.tab_to('button', 'Answered')
        window.key('space')
        window.find('label', 'The customer answered')
        window.wait_focus('button', 'Log It')
        assert not window.records('show', 'opportunities', deal)['waiting-since']
        window.key('space')
        window.find('dialog')
        window.key('Escape')
        window.gone('dialog')

        # One step took all three away, and brings them back.
        window.key('ctrl+z')
        window.find('label', contains='since today')
        assert window.records('show', 'opportunities', deal) == wait
