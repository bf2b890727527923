# SPDX-License-Identifier: GPL-3.0-or-later
"""The window itself: how one begins, menu, search, quick entry, import, history."""

from stops import page_stop, say, stop, welcome


@welcome('welcome')
def _(window):
    window.find('list')


page_stop('history', 'history')
page_stop('bin', 'bin')


@stop('search')
def _(window):
    window.wait_idle()
    window.key('ctrl+k')
    window.find('dialog')
    window.type(say(window, 'copper', 'hg'))
    window.wait_idle()


@stop('quick-entry', 'quick-entry')
def _(window):
    window.wait_idle()
    window.key('ctrl+l')
    window.find('dialog')
    window.set_text('今天拜访杭钢王总,MES方案反馈不错,下周三报价' if window.language == 'zh_CN'
                    else 'Visited Jianguo Wang of Hangang today, they liked the MES proposal, send the quote next Wednesday')
    window.wait_idle()


@stop('import')
def _(window):
    window.wait_idle()
    window.key('ctrl+shift+i')
    window.find('dialog')


@stop('shortcuts')
def _(window):
    window.wait_idle()
    window.key('ctrl+question')
    window.find('dialog')


@stop('menu')
def _(window):
    window.wait_idle()
    window.key('F10')
    window.wait_idle()


@stop('preferences')
def _(window):
    window.wait_idle()
    window.key('ctrl+comma')
    window.find('dialog')


@stop('workspaces')
def _(window):
    window.wait_idle()
    window.key('ctrl+o')
    window.find('dialog')


@stop('about-workspace')
def _(window):
    window.wait_idle()
    window.action('about-workspace')
    window.find('dialog')
    window.wait_idle()
