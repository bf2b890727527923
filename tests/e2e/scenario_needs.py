# SPDX-License-Identifier: GPL-3.0-or-later
"""What an opportunity waits for at the customer's side, and what the customer requires, by keyboard."""

from accessible import name_of
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


def requirements(window, deal):
    return {record['name']: record for record in
            window.records('list', 'requirements', '--where', f'opportunity={deal}', '--limit', '0')}


def test_needs_requirement():
    with sample_window() as window:
        deal = open_deal(window, 'name~Hangang', 'stage.type=open')
        before = len(requirements(window, deal))

        # One line and Enter; the keyboard stays for the next.
        window.tab_until(lambda node: name_of(node) == 'Add a Requirement', 'the line that adds')
        window.type('Runs without the network')
        window.key('Return')
        window.find('list item', contains='Runs without the network')
        window.wait(lambda: len(requirements(window, deal)) == before + 1, 'one more requirement')
        assert requirements(window, deal)['Runs without the network']['importance'] == 'should'

        # What answers it is said where it stands.
        window.tab_until(lambda node: name_of(node) == 'Runs without the network', 'the new one', 'shift+Tab')
        window.key('Return')
        window.tab_to('text', 'Answered In')
        window.type('Part 4')
        window.key('Return')
        window.find('label', contains='Answered in: Part 4')
        assert requirements(window, deal)['Runs without the network']['proposal-part'] == 'Part 4'

        # It goes with a button and comes back with a key.
        window.tab_until(lambda node: name_of(node) == 'Delete', 'the button that deletes')
        window.key('Return')
        window.gone('list item', contains='Runs without the network')
        window.key('ctrl+z')
        window.find('list item', contains='Runs without the network')
