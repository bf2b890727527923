# SPDX-License-Identifier: GPL-3.0-or-later
"""Which customers could bring more than they do, found and opened by keyboard."""

from accessible import name_of, role_of
from sample import sample_window
from scenario_pictures import save_as


def open_picture(window, name):
    window.action('show-page', "'customers'")
    window.find('table row', contains='Ashwood')
    window.click('toggle button', 'Filter and Tidy Up')
    window.choose(name)


def test_potential_customer_opened():
    with sample_window() as window:
        window.wait_focus('list item')
        first = window.records('potential')[0]['customer']['name']
        open_picture(window, 'Potential')
        window.find('label', contains='could bring more than they do')
        # Each point of the picture can be walked to; behind it stands the list.
        window.tab_until(lambda node: role_of(node) == 'list item' and name_of(node) == first, 'the first of the list')
        window.key('Return')
        window.find('heading', first)
        window.key('Escape')
        window.wait_focus('list item', first)


def test_potential_picture_saved():
    with sample_window() as window:
        window.wait_focus('list item')
        for name, file in (('Potential', 'potential'), ('Attention', 'attention')):
            open_picture(window, name)
            window.tab_until(lambda node: role_of(node) == 'image', 'the chart')
            for kind in ('png', 'svg', 'pdf'):
                window.key('shift+F10')
                window.choose('Save As…')
                save_as(window, window.home / f'{file}.{kind}')
            window.key('Escape')


def test_potential_in_other_currencies():
    line = '1 customer in another currency is not compared'
    with sample_window() as window:
        window.wait_focus('list item')
        window.records('add', 'customers', 'name=Abroad & Co', 'currency=EUR')
        for name in ('Attention', 'Potential'):
            open_picture(window, name)
            window.tab_until(lambda node: role_of(node) == 'list item' and name_of(node) == line, 'the line')
            window.key('Return')
            window.find('table row', contains='Abroad & Co')
            window.gone('table row', contains='Ashwood')
            window.key('Escape')
            window.wait_focus('list item', line)
            window.key('Escape')
