# SPDX-License-Identifier: GPL-3.0-or-later
"""The library of material: finding a piece, showing it to a customer, opening what it leads to, all by keyboard."""

from accessible import has_state, name_of, role_of, text_of
from sample import sample_window


FIGURES = 'Output figures of a plant half a year after its MES started'


def open_material(window):
    window.wait_focus('list item')
    window.action('show-page', "'library'")
    window.find('table row', contains='data security')
    window.key('ctrl+f')
    window.wait_focus('entry', 'Search the Library')
    window.type('output figures')
    window.gone('table row', contains='data security')
    window.tab_until(lambda node: role_of(node) == 'table row', 'the material')
    window.key('Return')
    window.find('heading', FIGURES)


def test_material_shared_with_a_customer():
    with sample_window() as window:
        customer = 'Stonevale Auto Parts Company'
        open_material(window)
        window.tab_to('list item', customer)
        window.key('Tab')
        window.wait_focus('button', 'Share…')
        window.key('Return')
        window.find('dialog', f'Share “{FIGURES}”')
        window.wait_focus('text')
        window.find('toggle button', contains=customer)
        window.key('Return')
        window.gone('dialog')
        # Whoever has seen it is not among those whom it suits any more.
        window.find('list item', 'No other customer that it suits.')
        window.find('label', contains='Today')
        newest = window.records('list', 'follow-ups', '--limit', '1')[0]
        assert newest['material']['name'] == FIGURES and newest['customer']['name'] == customer, newest

        window.key('ctrl+z')
        window.gone('list item', 'No other customer that it suits.')
        window.tab_to('list item', customer)
        window.key('Escape')
        window.gone('heading', FIGURES)
        window.wait_focus('table row')


def test_material_deleted_and_brought_back():
    with sample_window() as window:
        window.wait_focus('list item')
        window.action('show-page', "'library'")
        window.find('table row', contains='data security')
        window.tab_until(lambda node: role_of(node) == 'table row', 'a row')
        window.key('Down')
        window.wait(lambda: has_state(window.focused(), 'selected'), 'the selected row')
        first = name_of(window.focused())
        window.key('Delete')
        window.gone('table row', first)
        window.key('ctrl+z')
        window.find('table row', first)


def open_link(window, uid, link):
    window.command('edit', 'materials', uid, f'link={link}', '--workspace', str(window.workspace))
    window.wait(lambda: any(str(link) in text_of(node) for node in window.nodes('text')), 'the new link in the form')
    window.tab_until(lambda node: name_of(node).startswith('Open the Link'), 'the button that opens it')
    window.key('Return')


def test_material_gone_or_no_document():
    with sample_window() as window:
        uid = window.records('list', 'materials', '--where', 'name~Output figures')[0]['uid']
        open_material(window)
        open_link(window, uid, window.home / 'case.pdf')
        window.hear('is not there any more')
        script = window.home / 'case.sh'
        script.write_text('#!/bin/sh\ntouch "$HOME/ran"\n')
        script.chmod(0o755)
        open_link(window, uid, script)
        window.hear('programs are not started from here')
        assert not (window.home / 'ran').exists()
