# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a person: when to be in touch, noting that one was, all by keyboard."""

from accessible import name_of, role_of
from sample import sample_window


def test_contact_called_and_undone():
    with sample_window() as window:
        window.wait_focus('list item')
        window.key('ctrl+k')
        window.wait_focus('entry', 'Search everything')
        window.type('howard dean')
        window.find('list item', contains='Contact: Howard Dean')
        window.key('Return')
        window.gone('dialog')
        window.find('heading', 'Howard Dean')
        # 43, 28 and 23 days lay between four contacts, the last on the 8th of October.
        overdue = 'Last in touch 46 days ago; usually every 28 days; overdue since Nov 5'
        window.find('label', overdue)
        window.find('label', contains='60 percent technical')

        window.tab_to('text', 'New Follow-up')
        window.type('Called, he wants a new date')
        window.find('button', contains='Opportunity')
        window.key('Return')
        # 46 days more: half way between 28 and 43.
        window.find('label', contains='In touch today; usually every 36 days; next by Dec 29')
        window.find('label', 'Called, he wants a new date')
        newest = window.records('list', 'follow-ups', '--limit', '1')[0]
        assert newest['contact']['name'] == 'Howard Dean', newest

        window.key('ctrl+z')
        window.find('label', overdue)
        window.gone('label', 'Called, he wants a new date')
        window.key('Escape')
        window.gone('heading', 'Howard Dean')


def test_contact_from_customer_walks():
    with sample_window() as window:
        customer = window.records('list', 'customers', '--where', 'name~Hangang', '--limit', '1')[0]
        window.action('open-customer', f"'{customer['uid']}'")
        window.wait_focus('list item', contains='Profile')
        people = {person['name'] for person in window.records('list', 'contacts', '--limit', '0')}
        window.tab_until(lambda node: role_of(node) == 'list item' and name_of(node) in people, 'a contact')
        while name_of(window.focused()) != 'Howard Dean':
            before = window.focused()
            window.key('Down')
            window.wait(lambda was=before: window.focused() not in (None, was), 'the next contact')
        window.find('label', contains='Overdue since Nov 5', root=window.focused())
        window.key('Return')
        window.find('heading', 'Howard Dean')
        window.key('alt+Down')
        window.gone('heading', 'Howard Dean')
        window.key('alt+Up')
        window.find('heading', 'Howard Dean')
        window.key('Escape')
        window.wait_focus('list item', contains='Howard Dean')


def test_contact_form_is_left_both_ways():
    with sample_window() as window:
        window.wait_focus('list item')
        person = window.records('list', 'contacts', '--limit', '1')[0]
        window.action('open-contact', f"'{person['uid']}'")
        window.tab_to('text', 'Note')
        # A text of several lines is a stop as others are: neither way out writes into it.
        window.key('shift+Tab')
        window.wait_focus('text', 'Birthday')
        window.key('shift+Tab')
        window.wait_focus('text', 'WeChat')
        window.key('Tab', 'Tab')
        window.wait_focus('text', 'Note')
        window.key('ctrl+Tab')
        window.wait_focus('button', 'Add a Fact')
        assert window.records('show', 'contacts', person['uid'])['note'] == person['note']
