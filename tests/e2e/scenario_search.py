# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything is found from one box, by whatever one can type."""

from sample import sample_window

CUSTOMER = '杭钢智造集团有限公司'


def search(window, text):
    window.key('ctrl+k')
    window.wait_focus('entry', '搜索全部')
    window.type(text)


def test_search_by_pinyin_opens():
    with sample_window('zh_CN') as window:
        window.wait_focus('list item')
        for text in ('hgzz', 'hanggangzhizao'):
            search(window, text)
            window.find('list item', f'客户: {CUSTOMER}')
            window.key('Return')
            window.gone('dialog')
            window.find('heading', CUSTOMER)
            # Whoever works by keyboard goes on in the page that opened.
            window.wait_focus('list item', contains='画像')
            window.key('Escape')
            window.gone('heading', CUSTOMER)
            window.wait_focus('list item')

        # The second of several, and an opportunity.
        search(window, 'hanggang')
        window.find('list item', contains=f'商机: 杭钢MES升级, {CUSTOMER}')
        window.key('ctrl+a')
        window.type('mes')
        window.find('list item', contains='商机: 安泽MES试点')
        window.key('Down', 'Return')
        window.gone('dialog')
        window.find('heading', '盛立MES一期')


def test_search_finds_what_was_said():
    with sample_window('zh_CN') as window:
        window.wait_focus('list item')
        window.key('ctrl+k')
        field = window.wait_focus('entry', '搜索全部')
        window.write(field, '洁净车间')
        window.find('list item', contains='启帆质量追溯系统三期')
        window.write(field, '没有这样的东西吧')
        window.find('label', contains='没有')
