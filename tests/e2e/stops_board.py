# SPDX-License-Identifier: GPL-3.0-or-later
"""The board, its table and the opportunity."""

from accessible import name_of, role_of
from stops import open_first, page_stop, say, show_page, stop


page_stop('board', 'board', 'board')


@stop('opportunity', 'opportunity')
def _(window):
    show_page(window, 'board')
    open_first(window, 'open-opportunity', 'opportunities',
               'stage=方案制定' if window.language == 'zh_CN' else 'stage=Proposal Design')


def show_board(window, view):
    """Board or table, whichever it was before."""
    show_page(window, 'board')
    window.click('radio button', view)
    window.wait_idle()


def show_cards(window):
    show_board(window, say(window, 'Board', '看板'))
    window.tab_until(lambda node: role_of(node) == 'list item' and say(window, 'owner', '负责人') in name_of(node), 'a card')


def show_table(window):
    show_board(window, say(window, 'Table', '表格'))


@stop('card-menu')
def _(window):
    show_cards(window)
    window.key('Menu')
    window.wait_idle()


def move_card(window, stage):
    show_cards(window)
    window.key('Menu')
    window.choose(say(window, 'Move To', '移到'), stage)
    window.find('dialog')
    window.wait_idle()


@stop('won')
def _(window):
    move_card(window, say(window, 'Won', '成交'))


@stop('lost')
def _(window):
    move_card(window, say(window, 'Lost', '丢单'))


@stop('new-opportunity')
def _(window):
    show_cards(window)
    window.key('ctrl+n')
    window.find('dialog')
    window.wait_idle()


@stop('filter')
def _(window):
    show_cards(window)
    window.click('toggle button', say(window, 'Filter', '筛选'))
    window.wait_idle()


@stop('views')
def _(window):
    show_cards(window)
    window.click('toggle button', say(window, 'Saved Views', '保存的视图'))
    window.wait_idle()


@stop('view-options')
def _(window):
    show_cards(window)
    window.click('toggle button', say(window, 'View Options', '视图选项'))
    window.wait_idle()


@stop('table')
def _(window):
    show_table(window)


@stop('table-selection')
def _(window):
    show_table(window)
    window.tab_until(lambda node: role_of(node) == 'table row', 'a row')
    window.key('shift+Down', 'shift+Down')
    window.wait_idle()


@stop('toast')
def _(window):
    show_cards(window)
    window.key('ctrl+shift+Right')
    window.find('button', contains=say(window, 'Undo', '撤销'))
