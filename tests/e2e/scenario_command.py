# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line beside an open window works in its process, and shows at once."""

from accessible import name_of, parent_of
from sample import sample_window

CARD = 'Riverbank scheduling system upgrade'


def test_command_shows_in_the_window():
    with sample_window() as window:
        window.wait_focus('list item', contains=CARD)
        window.command('move', CARD, 'Negotiation', '--workspace', str(window.workspace))
        window.wait(lambda: [name_of(parent_of(item)) for item in window.nodes('list item', contains=CARD)]
                    == ['Negotiation'], 'the card in Negotiation')
        window.find('grouping', contains='Negotiation, 7 opportunities')
        refused = window.command('move', CARD, 'Lost', '--workspace', str(window.workspace), check=False)
        assert refused.returncode == 1 and refused.stderr

        # What a command did can be taken back in the window.
        window.key('ctrl+z')
        window.find('grouping', contains='First Talks, 8 opportunities')
