# SPDX-License-Identifier: GPL-3.0-or-later
"""The decision chain of a customer."""

from accessible import name_of
from stops import open_first, say, show_page, stop


def open_chain(window, where):
    show_page(window, 'customers')
    open_first(window, 'open-customer', 'customers', where)
    enter_chain(window)


def enter_chain(window):
    window.find('list item', contains=say(window, 'Profile', '画像'))
    window.wait_idle()
    window.tab_until(lambda node: say(window, 'Profile', '画像') in name_of(node), 'the pages of the customer')
    while say(window, 'Decision Chain', '决策链') not in name_of(window.focused()):
        before = window.focused()
        window.key('Down')
        window.wait(lambda: window.focused() not in (None, before), 'the next room')
    window.key('Return')
    window.find('toggle button', say(window, 'Findings', '发现'))
    window.wait_idle()


def anchor(window):
    return say(window, 'name~Hangang', 'name~杭钢')


def show_view(window, english, chinese):
    window.press(window.find('page tab', contains=say(window, english, chinese)))
    window.wait_idle()


@stop('chain', 'decision-chain')
def _(window):
    open_chain(window, anchor(window))
    show_view(window, 'Map', '关系图')


@stop('chain-list')
def _(window):
    open_chain(window, anchor(window))
    show_view(window, 'List', '列表')


@stop('chain-matrix')
def _(window):
    open_chain(window, anchor(window))
    show_view(window, 'Matrix', '矩阵')


@stop('chain-findings')
def _(window):
    """On a narrow window they lie over the list."""
    open_chain(window, anchor(window))
    if not window.nodes('label', say(window, 'What Is Missing', '还缺什么')):
        window.press(window.find('toggle button', say(window, 'Findings', '发现')))
    window.wait_idle()


@stop('chain-judge')
def _(window):
    open_chain(window, anchor(window))
    show_view(window, 'List', '列表')
    window.key('Tab', 'Tab', 'Return')
    window.choose(say(window, 'Judge', '判断'))
    window.find('dialog')
    window.wait_idle()


@stop('chain-empty')
def _(window):
    """A customer whom nobody has talked with yet."""
    show_page(window, 'customers')
    window.key('ctrl+n')
    window.find('dialog')
    window.set_text(say(window, 'Aurora Robotics', '极光机器人'))
    window.key('Return')
    window.gone('dialog')
    enter_chain(window)
    window.find('button', contains=say(window, 'Add Placeholder', '添加待确认的人'))
