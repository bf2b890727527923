# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules by which customers are graded: changed as a draft, looked at, applied and taken back, by keyboard."""

from accessible import has_state
from sample import sample_window



def grades(window):
    """The grade of each customer by its profile."""
    customers = window.records('list', 'customers', '--limit', '0')
    return {customer['uid']: customer['auto-grade'] for customer in customers}


def open_setup(window):
    window.wait_focus('list item')
    window.action('show-page', "'setup'")
    window.find('list item', 'Budget')


def write_number(window, name, number):
    """Types a number beside a name, as somebody who goes there with the keyboard."""
    window.tab_to('spin button', name)
    window.type(number)
    window.key('Return')


def test_setup_threshold_preview_apply_undo():
    with sample_window() as window:
        before = grades(window)
        open_setup(window)
        window.click('page tab', 'Grades')
        window.click('list item', contains='From 50 points')
        write_number(window, 'Score From', '100')
        window.find('label', '1 change, not applied yet')
        window.find('label', contains='customers would change grade: ')
        assert grades(window) == before

        window.click('button', 'Show')
        window.find('dialog', 'Customers That Would Change Grade')
        window.find('label', contains=' → ')
        window.key('Escape')
        window.gone('dialog')

        window.click('button', 'Apply')
        window.hear('Change the rules of profiles: B')
        window.gone('button', 'Apply')
        assert grades(window) != before
        window.find('list item', contains='From 100 points')

        window.key('ctrl+z')
        window.find('list item', contains='From 50 points')
        window.wait(lambda: grades(window) == before, 'the grades as they were')


def test_setup_weight_draft():
    with sample_window() as window:
        open_setup(window)
        write_number(window, 'Weight of “Budget”', '30')
        window.find('label', contains='Was 12')
        window.find('label', contains='The weights add up to 118')
        assert not window.nodes('label', 'Definition'), 'Enter in a number opened the row'
        window.click('button', 'Discard')
        window.gone('label', contains='Was 12')
        window.gone('button', 'Discard')
        window.find('label', contains='The weights add up to 100')


def test_setup_several_tags_draft():
    """Whether several tags count may change grades, so it waits in the draft like a weight."""
    with sample_window() as window:
        def several():
            return next(row['several'] for row in window.records('list', 'dimensions') if row['name'] == 'Budget')

        open_setup(window)
        window.click('list item', 'Budget')
        window.click('check box', 'Several Tags')
        window.find('label', '1 change, not applied yet')
        window.find('label', contains='Changed in the draft')
        assert several() != 'yes'
        window.click('check box', 'Several Tags')
        window.gone('label', '1 change, not applied yet')
        window.wait_idle()
        window.click('check box', 'Several Tags')
        window.find('label', '1 change, not applied yet')
        window.click('button', 'Apply')
        window.gone('button', 'Apply')
        window.wait(lambda: several() == 'yes', 'several tags')
        window.key('ctrl+z')
        window.wait(lambda: several() != 'yes', 'one tag')
        window.wait(lambda: not has_state(window.find('check box', 'Several Tags'), 'checked'), 'the switch as it was')


def test_setup_reorder_retire_and_bring_back():
    with sample_window() as window:
        open_setup(window)
        window.tab_to('spin button', 'Weight of “Industry”')
        window.key('alt+Up')
        window.hear('Place 1 of 12')
        window.wait(lambda: [row['name'] for row in window.records('list', 'dimensions', '--sort', 'position')][0]
                    == 'Industry', 'industry on top')

        window.click('list item', 'Size')
        window.click('button', 'Retire')
        window.find('label', contains='Retired when applied')
        window.find('label', contains='customers keep it')
        window.click('button', 'Apply')
        window.find('label', contains='The weights add up to 90')
        window.find('label', 'Retired')
        window.click('button', 'Bring Back')
        window.click('button', 'Apply')
        window.find('label', contains='The weights add up to 100')
        window.gone('label', 'Retired')
