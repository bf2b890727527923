# SPDX-License-Identifier: GPL-3.0-or-later
"""A target is set, seen and taken back, and its gap opens into opportunities, by keyboard alone."""

from accessible import name_of, parent_of, role_of
from sample import sample_window

MANAGER = 'Grace Whitman'  # who has no target in the sample


def open_targets(window):
    window.wait_focus('list item')
    window.action('show-page', "'targets'")
    window.find('list item', MANAGER)


def stand_on(window, name):
    rows = window.find('list', 'Targets')
    window.tab_until(lambda node: role_of(node) == 'list item' and parent_of(node) == rows, 'the targets')
    while name_of(window.focused()) != name:
        before = window.focused()
        window.key('Down')
        window.wait(lambda was=before: window.focused() not in (None, was), 'the next target')


def row_of(window, name, *period):
    return next(row for row in window.records('targets', *period)['rows'] if row['member'] and row['member']['name'] == name)


def test_target_is_set():
    with sample_window() as window:
        open_targets(window)
        stand_on(window, MANAGER)
        window.key('Tab')
        window.wait_focus('button', 'Set Target')
        window.key('Return')
        window.find('dialog', f'Target: {MANAGER}, Q4 2026')
        window.wait_focus('text', 'Target')
        window.type('2.5M')
        window.key('Return')
        window.gone('dialog')
        window.find('label', contains='Behind, $2.5M to go')
        row = row_of(window, MANAGER)
        assert (row['target'], row['gap'], row['percent']) == ('2500000.00', '2500000.00', 0), row
        # The department's target is not the sum of its members' any more.
        window.find('label', contains='more than this one')
        window.key('ctrl+z')
        window.find('label', 'No target')
        window.wait(lambda: row_of(window, MANAGER)['target'] is None, 'no target')


def test_gap_opens():
    with sample_window() as window:
        open_targets(window)
        deals = window.records('targets', '--owner', 'Priya Nair')['deals']
        stand_on(window, 'Priya Nair')
        window.key('Return')
        window.find('label', 'What Would Close the Gap')
        first = window.find('list item', deals[0]['opportunity']['name'])
        window.find('label', f"{deals[0]['share']}%", root=first)
        window.tab_until(lambda node: name_of(node) == 'Won', 'what was won')
        window.key('Return')
        won = window.records('list', 'opportunities', '--where', 'owner=Priya Nair', '--where', 'stage.type=won', '--where',
                             'closed-date>=2026-10-01', '--where', 'closed-date<=2026-12-31')
        window.find('table row', contains=won[0]['name'])
        window.key('alt+Left')
        window.tab_until(lambda node: name_of(node) == deals[0]['opportunity']['name'], 'the first opportunity')
        window.key('Return')
        window.find('heading', deals[0]['opportunity']['name'])


def test_forecast_and_own_call():
    with sample_window() as window:
        open_targets(window)
        window.click('radio button', 'Forecast')
        window.find('label', contains='on average')
        stand_on(window, 'Marcus Hale')
        window.key('Tab')
        window.wait_focus('button', 'Own Call')
        window.key('Return')
        window.find('dialog', 'Own call: Marcus Hale, Q4 2026')
        window.tab_to('text', 'Own Call')
        window.key('ctrl+a')
        window.type('777K')
        window.key('Return')
        window.key('Escape')
        window.gone('dialog')
        window.find('label', contains='own call $777K')
        window.key('ctrl+z')
        window.wait(lambda: window.first('label', contains='own call $777K') is None, 'the call taken back')
