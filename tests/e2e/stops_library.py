# SPDX-License-Identifier: GPL-3.0-or-later
"""The library of material, and one piece of it."""

from accessible import role_of
from stops import say, show_page, stop


def open_library(window):
    show_page(window, 'library')
    window.find('table row', contains=say(window, 'data security', '数据安全'))


@stop('library')
def _(window):
    open_library(window)
    window.wait_idle()


@stop('material')
def _(window):
    open_library(window)
    window.key('ctrl+f')
    window.wait_focus('entry')
    window.type(say(window, 'output figures', '产能'))
    window.gone('table row', contains=say(window, 'data security', '数据安全'))
    window.tab_until(lambda node: role_of(node) == 'table row', 'the material')
    window.key('Return')
    window.find('label', contains=say(window, 'Shown To', '已分享给'))
    window.wait_idle()
