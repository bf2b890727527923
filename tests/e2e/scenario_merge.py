# SPDX-License-Identifier: GPL-3.0-or-later
"""A customer that was entered twice becomes one, by keyboard, and two again."""

import json

from sample import sample_window


def customers(window):
    answer = window.command('list', 'customers', '--json', '--limit', '0', '--workspace', str(window.home / 'Sample.clinch'))
    return {customer['name']: customer for customer in json.loads(answer.stdout)}


def test_merge_by_keyboard():
    with sample_window() as window:
        window.action('show-page', "'customers'")
        window.find(contains='Last Contact')
        name = min(customers(window))
        double = f'{name} Co., Ltd.'
        window.command('add', 'customer', f'name={double}', 'phone=+1 555 0100', 'note=Met at the fair',
                       '--workspace', str(window.home / 'Sample.clinch'))
        window.command('add', 'contact', 'name=Zoe Double', f'customer={double}', '--workspace',
                       str(window.home / 'Sample.clinch'))

        window.click('toggle button', 'Filter and Tidy Up')
        window.click('menu item', contains='Find Duplicates')
        window.press(window.find('list item', name, root=window.find('dialog', 'Probable Duplicates')))
        dialog = window.find('dialog', 'Merge Customers')
        window.find('list item', contains='Contacts', root=dialog)
        window.find('radio button', 'Phone: +1 555 0100', root=dialog)
        window.wait_focus('radio button', f'Name: {name}')
        window.key('Right')
        window.wait_focus('radio button', f'Name: {double}')
        window.key('ctrl+Return')
        window.gone('dialog', 'Merge Customers')

        window.wait(lambda: name not in customers(window), 'the one that stays to have the other name')
        kept = customers(window)[double]
        assert kept['phone'] != '+1 555 0100' and 'Met at the fair' in kept['note'], kept
        window.wait(lambda: not window.nodes('list item', double), 'the pair to be gone from the list')

        window.close_dialogs()
        window.key('ctrl+z')
        window.wait(lambda: {name, double} <= set(customers(window)), 'both to be back')
