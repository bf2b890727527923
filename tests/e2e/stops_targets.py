# SPDX-License-Identifier: GPL-3.0-or-later
"""Targets of a period, and how one of them stands."""

from accessible import name_of, parent_of, role_of
from stops import say, show_page, stop


def open_targets(window):
    show_page(window, 'targets')
    window.find('list item', say(window, 'Midwest Sales', '华东销售部'))


def open_row(window, name):
    """By keyboard, since a row may lie below what is in sight."""
    rows = window.find('list', say(window, 'Targets', '目标'))
    window.tab_until(lambda node: role_of(node) == 'list item' and parent_of(node) == rows, 'the targets')
    while name_of(window.focused()) != name:
        before = window.focused()
        window.key('Down')
        window.wait(lambda: window.focused() not in (None, before), 'the next target')
    window.key('Return')


@stop('targets')
def _(window):
    open_targets(window)
    window.wait_idle()


@stop('targets-one')
def _(window):
    open_targets(window)
    open_row(window, say(window, 'Priya Nair', '李思远'))
    window.find('label', say(window, 'What Would Close the Gap', '能补上缺口的商机'))
    window.wait_idle()


@stop('targets-won')
def _(window):
    open_targets(window)
    open_row(window, say(window, 'Daniel Reyes', '王敏'))
    window.click('list item', say(window, 'Won', '已赢单'))
    window.find('table row')
    window.wait_idle()


@stop('targets-forecast')
def _(window):
    open_targets(window)
    window.click('radio button', say(window, 'Forecast', '预测'))
    window.click('button', say(window, 'Previous Period', '上一个周期'))
    window.find('list item', say(window, 'Midwest Sales', '华东销售部'))
    window.wait_idle()
