# SPDX-License-Identifier: GPL-3.0-or-later
"""Who decides at a customer, by keyboard alone."""

from accessible import description_of, name_of
from sample import sample_window


def open_chain(window):
    customer = window.records('list', 'customers', '--where', 'name~Hangang', '--limit', '1')[0]
    window.action('open-customer', f"'{customer['uid']}'")
    window.wait_focus('list item', 'Profile')
    while name_of(window.focused()) != 'Decision Chain':
        before = window.focused()
        window.key('Down')
        window.wait(lambda: window.focused() not in (None, before), 'the next room')
    window.key('Return')
    # The map begins with whom all others report to.
    window.wait_focus('button', 'Philip Zhang')


def walk(window, *steps):
    """Goes from card to card by the arrows, in pairs of a key and who is there."""
    for key, name in steps:
        window.key(key)
        window.wait_focus('button', name)


def described(window, name):
    return description_of(window.find('button', name))


def test_chain_judge_and_undo():
    with sample_window() as window:
        open_chain(window)
        quiet = 'Our mentor Howard Dean has gone quiet'
        window.find('label', quiet)
        walk(window, ('Down', 'Warren Keller'), ('Down', 'Laura Monk'), ('Left', 'Jianguo Wang'), ('Down', 'Howard Dean'))
        assert 'Mentor' in described(window, 'Howard Dean')
        assert 'reports to Jianguo Wang' in described(window, 'Howard Dean')

        window.key('Return')
        window.find('dialog', 'Howard Dean')
        window.tab_to('combo box', 'Support')
        window.key('space')
        window.wait_focus('list item')
        window.key('Down')
        window.key('Return')
        window.wait_focus('combo box', 'Support')
        window.key('ctrl+Return')
        window.gone('dialog')
        window.wait(lambda: 'Mentor' not in described(window, 'Howard Dean'), 'another judgement')
        window.gone('label', quiet)

        window.key('ctrl+z')
        window.find('label', quiet)
        assert 'Mentor' in described(window, 'Howard Dean')


def test_chain_reports_to():
    with sample_window() as window:
        open_chain(window)
        walk(window, ('Down', 'Warren Keller'), ('Down', 'Laura Monk'), ('Left', 'Jianguo Wang'), ('Down', 'Howard Dean'),
             ('Right', 'Sarah Quinn'), ('Down', 'Bob Yates'))
        assert 'reports to Sarah Quinn' in described(window, 'Bob Yates')
        window.key('shift+F10')
        window.find('menu item', 'Reports To…')
        window.key('Down', 'Down')
        window.key('Return')
        window.wait_focus('entry', 'Contact')
        window.type('Laura')
        window.find('list item', contains='Laura Monk')
        window.key('Return')
        window.wait(lambda: 'reports to Laura Monk' in described(window, 'Bob Yates'), 'another line')
        window.key('ctrl+z')
        window.wait(lambda: 'reports to Sarah Quinn' in described(window, 'Bob Yates'), 'the line of before')


def test_chain_offers_only_what_can_be_done():
    with sample_window(read_only=True) as window:
        window.wait_focus('button', 'Open Read Only')
        window.key('Return')
        window.wait_focus('list item')
        open_chain(window)
        window.key('Menu')
        window.find('menu item', 'Open')
        assert [name_of(item) for item in window.nodes('menu item')] == ['Open']
        window.key('Return')
        window.find('heading', 'Philip Zhang')
