# SPDX-License-Identifier: GPL-3.0-or-later
"""Setup: dimensions, tags and grades, and what a draft of them would do."""

from stops import page_stop, say, show_page, stop

page_stop('setup', 'setup')


def show_section(window, english, chinese):
    show_page(window, 'setup')
    window.click('page tab', say(window, english, chinese))
    window.wait_idle()


@stop('setup-tags')
def _(window):
    show_section(window, 'Tags', '标签')


@stop('setup-dimension')
def open_dimension(window):
    """What there is to say about a dimension."""
    show_section(window, 'Dimensions', '维度')
    if not window.nodes('button', say(window, 'History', '历史(H)')):
        window.click('list item', say(window, 'Budget', '预算'))
    window.wait_idle()


@stop('setup-draft')
def _(window):
    """A threshold is another one, and nothing is applied yet."""
    show_section(window, 'Grades', '分级')
    window.click('list item', contains=say(window, 'From 50 points', '50 分起'))
    window.tab_to('spin button', say(window, 'Score From', '得分达到'))
    window.type('70')
    window.key('Return')
    window.find('button', say(window, 'Show', '查看(S)'))
    window.wait_idle()


@stop('setup-regrades')
def _(window):
    """The customers that the draft would grade anew."""
    show_page(window, 'setup')
    window.click('button', say(window, 'Show', '查看(S)'))
    window.find('dialog')
    window.wait_idle()


@stop('setup-history')
def _(window):
    open_dimension(window)
    window.click('button', say(window, 'History', '历史(H)'))
    window.find('dialog')
    window.wait_idle()
