# SPDX-License-Identifier: GPL-3.0-or-later
"""A customer and the people there: added, renamed, thrown away and brought back, all by keyboard."""

from accessible import name_of
from sample import sample_window


def go_to_customers(window):
    window.wait_focus('list item')
    window.key('ctrl+Page_Down')
    window.wait_focus('entry', 'Search Customers')


def rows(window):
    return [name_of(row) for row in window.nodes('table row')][1:]


def test_customers_come_and_go():
    with sample_window() as window:
        go_to_customers(window)
        window.key('ctrl+n')
        window.find('dialog', 'New Customer')
        window.wait_focus('text', 'Name')
        window.type('Zeta & Sons')
        window.key('Return')
        window.gone('dialog')
        window.find('heading', 'Zeta & Sons')

        window.tab_to('button', 'New Contact')
        window.key('Return')
        window.find('dialog', 'New Contact')
        window.wait_focus('text', 'Full Name')
        window.type('Ann Lee')
        window.key('Return')
        window.gone('dialog')
        window.find('list item', 'Ann Lee')

        window.tab_to('text', 'Name')
        window.key('ctrl+a')
        window.type('Zeta Works')
        window.key('Return')
        window.find('heading', 'Zeta Works')

        # Into the bin with what belongs to it, and back from there.
        window.click('toggle button', 'Menu of the Customer')
        window.choose('Delete')
        window.hear('Delete Customer “Zeta Works”')
        window.wait_focus('entry', 'Search Customers')
        window.type('Zeta')
        window.find('label', contains='No ')
        window.action('show-page', "'bin'")
        thrown = window.find('list item', 'Zeta Works')
        assert window.nodes('label', contains='with 1 more', root=thrown)
        window.click('button', 'Restore', root=thrown)
        window.gone('list item', 'Zeta Works')
        assert [record['name'] for record in window.records('list', 'contacts', '--search', 'Ann Lee')] == ['Ann Lee']
        window.action('show-page', "'customers'")
        window.find('table row', contains='Zeta Works')


def test_customers_are_sorted_and_searched():
    with sample_window() as window:
        go_to_customers(window)
        window.find('table row', contains='Ashwood Surgical Corporation')
        # Those that deserve the effort come first.
        priorities = {row['name']: row['priority'] for row in window.records('list', 'customers', '--limit', '0')}
        ranked = [priorities[name] for name in rows(window)]
        assert len(ranked) > 10 and ranked == sorted(ranked, reverse=True), ranked
        window.press(window.find('filler', 'Customer'))
        window.wait(lambda: rows(window) == sorted(rows(window)), 'the order of the names')
        window.type('steel')
        window.find('label', contains='No ')
        window.key('ctrl+a')
        window.type('hangang')
        window.wait(lambda: len(rows(window)) == 1, 'one customer')
        window.key('Tab')
        window.tab_to('table row', rows(window)[0])
        window.key('Return')
        window.find('heading', 'Hangang Intelligent Manufacturing Group')
        window.key('Escape')
        window.wait(lambda: len(rows(window)) == 1, 'the search as it was')


def test_customers_out_of_date():
    """Whose profile is to be asked for again, and how many they are."""
    with sample_window() as window:
        go_to_customers(window)
        stale = {row['name'] for row in window.records('list', 'customers', '--where', 'stale=yes', '--limit', '0')}
        window.click('toggle button', 'Filter and Tidy Up')
        window.choose('Out of Date Only')
        window.find('label', f'{len(stale)} customers')
        assert set(rows(window)) <= stale
        window.click('toggle button', 'Filter and Tidy Up')
        window.choose('Out of Date Only')
        window.gone('label', f'{len(stale)} customers')


def test_customers_where_effort_and_value_do_not_match():
    """From the list to the customer that is worth much and gets little, and what was done for it."""
    with sample_window() as window:
        go_to_customers(window)
        window.click('button', 'Attention')
        group = window.find('list', contains='High Value, Little Attention')
        name = name_of(window.wait(lambda: window.first('list item', root=group), 'a customer without attention'))
        window.find('label', contains='· 0 contacts', root=group)
        window.focus('button', f'Log a Follow-up With {name}')
        window.key('space')
        window.wait_focus('text')
        window.type('Met their plant manager today')
        window.key('ctrl+Return')
        window.gone('dialog')
        window.find('label', contains='· 1 contact,', root=group)
        window.click('list item', name, root=group)
        window.find('heading', name)


def test_customer_dialog_begins_with_the_name_on_a_narrow_window():
    with sample_window(size=(400, 800)) as window:
        window.action('show-page', "'customers'")
        window.find('table row')
        window.key('ctrl+n')
        window.find('dialog')
        window.wait_focus('text')
