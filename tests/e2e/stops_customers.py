# SPDX-License-Identifier: GPL-3.0-or-later
"""Customers: the list, one of them, its profile, duplicates."""

import json

from accessible import name_of
from stops import open_first, page_stop, say, show_page, stop


page_stop('customers', 'customers', 'customers')


def open_room(window, english, chinese):
    """Goes to a page that belongs to the customer."""
    window.wait_focus('list item', contains=say(window, 'Profile', '画像'))
    while say(window, english, chinese) not in name_of(window.focused()):
        before = window.focused()
        window.key('Down')
        window.wait(lambda: window.focused() not in (None, before), 'the next room')
    window.key('Return')
    window.wait_idle()


@stop('profile')
def _(window):
    show_page(window, 'customers')
    open_first(window, 'open-customer', 'customers', 'grade=S')
    open_room(window, 'Profile', '画像')
    window.wait_idle()


@stop('customer')
def _(window):
    show_page(window, 'customers')
    open_first(window, 'open-customer', 'customers', 'grade=S')


def find_duplicates(window):
    """Enters a customer for the second time and asks what is there twice."""
    show_page(window, 'customers')
    workspace = str(window.home / 'Sample.clinch')
    customers = json.loads(window.command('list', 'customers', '--workspace', workspace, '--limit', '0', '--json').stdout)
    name = customers[0]['name'] + (' (集团)' if window.language == 'zh_CN' else ' Co., Ltd.')
    if not any(customer['name'] == name for customer in customers):
        window.command('add', 'customer', f'name={name}', 'website=www.example.com', 'grade=C',
                       'note=Met at the fair, asked for a catalogue.', 'phone=+86 571 8888 1111', '--workspace', workspace)
    window.click('toggle button', '筛选与整理' if window.language == 'zh_CN' else 'Filter and Tidy Up')
    window.click('menu item', contains='查找重复' if window.language == 'zh_CN' else 'Find Duplicates')
    window.find('dialog')
    window.wait_idle()


stop('duplicates')(find_duplicates)


@stop('merge')
def _(window):
    find_duplicates(window)
    window.press(window.find('list item', root=window.find('dialog')))
    window.find('dialog', '合并客户' if window.language == 'zh_CN' else 'Merge Customers')
    window.wait_idle()


@stop('attention')
def _(window):
    show_page(window, 'customers')
    window.click('toggle button', say(window, 'Filter and Tidy Up', '筛选与整理'))
    window.choose(say(window, 'Attention', '价值与投入'))
    window.find('list item', contains=say(window, 'Completeness of Profiles', '画像完整度'))
    window.wait_idle()


@stop('potential')
def _(window):
    show_page(window, 'customers')
    window.click('toggle button', say(window, 'Filter and Tidy Up', '筛选与整理'))
    window.choose(say(window, 'Potential', '价值与潜力'))
    window.find('label', contains=say(window, 'could bring more', '还能带来更多'))
    window.wait_idle()


@stop('profile-compared', 'profile')
def _(window):
    show_page(window, 'customers')
    open_first(window, 'open-customer', 'customers', 'grade=S')
    open_room(window, 'Profile', '画像')
    for item in (say(window, 'Median of the Grade', '同级客户中位数'), say(window, 'A Year Ago', '一年前')):
        window.click('toggle button', say(window, 'Compare With', '对比'))
        window.choose(item)
        window.wait_idle()


@stop('profile-source')
def _(window):
    show_page(window, 'customers')
    open_first(window, 'open-customer', 'customers', 'grade=S')
    open_room(window, 'Profile', '画像')
    window.tab_until(lambda node: name_of(node) == say(window, 'Budget', '预算'), 'the budget')
    window.key('Return')
    window.choose(say(window, 'With Source and Date', '填写来源和日期'))
    window.find('dialog')
    window.wait_idle()
