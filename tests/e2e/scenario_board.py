# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards on the board, moved by somebody who has no pointer."""

from accessible import name_of, parent_of, text_of
from sample import sample_window

FIRST = 'Riverbank scheduling system upgrade'


def stand_on(window, card):
    window.wait_focus('list item', contains=card)


def column_of(window, card):
    """The stage in whose column the card is, or nothing."""
    return next((name_of(parent_of(item)) for item in window.nodes('list item', contains=f'{card}, ')), None)


def wait_column(window, card, stage):
    window.wait(lambda: column_of(window, card) == stage, f'{card} in {stage}')


def column_figures(window, stage):
    return name_of(window.find('grouping', contains=f'{stage}, '))


def test_board_moves_by_keyboard():
    with sample_window() as window:
        # The keyboard is on the first card as soon as there is one.
        stand_on(window, FIRST)
        before = column_figures(window, 'First Talks')
        window.key('ctrl+shift+Right')
        window.hear(f'“{FIRST}” is now in Needs Confirmation, 1 of 8')
        wait_column(window, FIRST, 'Needs Confirmation')
        stand_on(window, FIRST)
        assert column_figures(window, 'First Talks') != before

        # The keyboard went with the card: the next key moves the same one.
        window.key('ctrl+shift+Down')
        window.hear(f'“{FIRST}” is now in Needs Confirmation, 2 of 8')
        window.key('ctrl+shift+Right')
        wait_column(window, FIRST, 'Proposal Design')

        # Back by key and by the button of the message, a step at a time.
        window.key('ctrl+z')
        window.hear(f'Undo: Move “{FIRST}” to Proposal Design')
        wait_column(window, FIRST, 'Needs Confirmation')
        window.key('Left', 'Left', 'Home')
        stand_on(window, 'Copperport ticketing system pilot')
        window.key('ctrl+shift+Right')
        window.hear('A toast appeared: Move “Copperport ticketing system pilot” to Needs Confirmation')
        window.click('button', 'Undo')
        window.hear('Undo: Move “Copperport ticketing system pilot” to Needs Confirmation')
        wait_column(window, 'Copperport ticketing system pilot', 'First Talks')


def test_board_asks_what_won_and_lost_must_know():
    card = 'Copperport Auto warehouse system phase 1'
    with sample_window() as window:
        stand_on(window, FIRST)
        window.key('Right', 'Right', 'Right', 'Right')
        stand_on(window, card)

        # Whoever thinks better of it finds everything as it was, and the keyboard too.
        window.key('ctrl+shift+Right')
        window.find('dialog', 'What Was Signed?')
        window.wait_focus('text', 'Amount')
        window.key('Escape')
        window.gone('dialog')
        stand_on(window, card)
        assert column_of(window, card) == 'Negotiation'

        # Lost, from the menu: not without a reason.
        window.key('Menu')
        window.choose('Move To', 'Lost')
        window.find('dialog', 'Why Was It Lost?')
        window.wait_focus('text', 'Lost Reason')
        window.key('Return')
        window.find('label', contains='Say why it was lost')
        window.type('Price')
        window.key('Tab')
        window.wait_focus('text', 'Competitor')
        window.type('Siemens')
        window.key('Return')
        window.gone('dialog')
        window.find('button', contains='Lost, 13 opportunities')
        window.key('ctrl+z')
        window.find('button', contains='Lost, 12 opportunities')
        wait_column(window, card, 'Negotiation')

        # Won: the amount that was signed, and when.
        window.key('Left', 'Left')
        stand_on(window, card)
        window.key('Menu')
        window.choose('Move To', 'Won')
        window.wait_focus('text', 'Amount')
        window.key('ctrl+a')
        window.type('175000')
        window.key('Tab')
        window.wait_focus('text', 'Signed or Closed')
        assert text_of(window.focused()) == '2026-11-23'
        window.key('Return')
        window.gone('dialog')
        wait_column(window, card, 'Won')
        window.find('list item', contains=f'{card}, Copperport Auto Parts Company, grade S, $175K, '
                                          'owner Daniel Reyes, signed Today')
