# SPDX-License-Identifier: GPL-3.0-or-later
"""Opportunities as a table: many changed as one step, filters kept under a name."""

from accessible import name_of, role_of
from sample import sample_window


def show_table(window):
    window.wait_focus('list item')
    window.click('radio button', 'Table')
    window.find('table row', contains='Riverbank')


def rows(window):
    """What stands in the cells of each row, apart by bars."""
    return [' | '.join(name_of(cell) for cell in window.nodes('table cell', root=row))
            for row in window.nodes('table row')][1:]


def owners(window, names):
    return {name: next((row for row in rows(window) if row.startswith(name)), '') for name in names}


def test_table_changes_many_as_one_step():
    both = ['Riverbank scheduling system upgrade', 'Copperport ticketing system pilot']
    with sample_window() as window:
        show_table(window)
        window.tab_until(lambda node: role_of(node) == 'table row', 'a row')
        window.key('shift+Down', 'shift+Down')
        window.find('label', '2 selected')

        window.click('toggle button', 'Change the Owner')
        window.wait_focus('entry')
        window.type('Marcus')
        window.find('list item', contains='Marcus Hale')
        window.key('Return')
        window.wait(lambda: all('Marcus Hale' in row for row in owners(window, both).values()), 'both with Marcus Hale')
        window.key('ctrl+z')
        window.wait(lambda: all('Laura Bennett' in row for row in owners(window, both).values()), 'both as they were')

        window.click('toggle button', 'Move to a Stage')
        window.choose('Quote')
        window.wait(lambda: all('| Quote |' in row for row in owners(window, both).values()), 'both in Quote')
        window.key('ctrl+z')
        window.wait(lambda: all('| First Talks |' in row for row in owners(window, both).values()), 'both in First Talks')


def test_table_filter_is_kept_under_a_name():
    with sample_window() as window:
        show_table(window)
        window.click('toggle button', 'Filter')
        window.click('toggle button', 'Mine')
        window.key('Escape')
        window.wait(lambda: rows(window) and all('Daniel Reyes' in row for row in rows(window)), 'what is mine')
        mine = rows(window)
        window.click('toggle button', 'Saved Views')
        window.tab_to('text', 'Name of this view')
        window.type('My deals')
        window.key('Return')
        window.find('list item', contains='My deals')
        window.key('Escape')

        # Where one was is where one comes back to.
        window.restart()
        window.wait(lambda: rows(window) == mine, 'the table as it was')
        window.key('ctrl+f')
        window.wait_focus('entry', 'Search Opportunities')
        window.type('hangang')
        window.wait(lambda: rows(window) and all('Hangang' in row for row in rows(window)), 'the search')
