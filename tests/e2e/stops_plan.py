# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a customer."""

from accessible import name_of, role_of
from stops import open_first, say, show_page, stop


def open_plan(window, where):
    show_page(window, 'customers')
    open_first(window, 'open-customer', 'customers', where)
    window.wait_focus('list item', contains=say(window, 'Profile', '画像'))
    while say(window, 'Plan', '计划') not in name_of(window.focused()):
        before = window.focused()
        window.key('Down')
        window.wait(lambda: window.focused() not in (None, before), 'the next room')
    window.key('Return')
    window.find('label', say(window, 'Objectives', '目标'))
    window.wait_idle()


def anchor(window):
    return say(window, 'name~Hangang', 'name~杭钢')


@stop('plan')
def _(window):
    open_plan(window, anchor(window))


@stop('plan-whitespace')
def _(window):
    """The grid, from below; the keyboard is on a cell of it."""
    open_plan(window, anchor(window))
    window.tab_to('button', [name_of(node) for node in window.nodes('button', contains=say(window, 'Blocked', '受阻'))][0])
    window.wait_idle()


@stop('plan-objective')
def _(window):
    open_plan(window, anchor(window))
    window.tab_until(lambda node: role_of(node) == 'list item' and say(window, 'Warren Keller', '柯文杰') in name_of(node),
                     'the objective that is late')
    window.key('Return')
    window.wait_idle()


@stop('plan-cell')
def _(window):
    open_plan(window, anchor(window))
    window.press(window.nodes('button', contains=say(window, 'Blocked', '受阻'))[0])
    window.find('dialog')
    window.wait_idle()


@stop('plan-empty')
def _(window):
    open_plan(window, 'grade=C')
