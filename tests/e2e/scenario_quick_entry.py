# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit noted in one line, and a memo of several lines pasted from a chat."""

from accessible import name_of
from sample import sample_window

LINE = '今天拜访杭钢王总,MES方案反馈不错,下周三报价'
CHIPS = ['客户: 杭钢智造集团有限公司', '商机: 杭钢MES升级', '联系人: 王建国', '跟进方式: 拜访', '时间: 今天', '下一步: 报价',
         '下一步日期: 12月2日']


def open_entry(window):
    window.key('ctrl+l')
    window.find('dialog', '快速录入')
    return window.wait_focus('text')


def test_quick_entry_of_one_line():
    with sample_window('zh_CN') as window:
        window.wait_focus('list item')
        earlier = len(window.records('list', 'follow-ups', '--limit', '0'))
        before = window.keystrokes
        window.write(open_entry(window), LINE)
        # What was understood is there to correct before anything is saved.
        for chip in CHIPS:
            window.find('button', chip)
        assert len(window.records('list', 'follow-ups', '--limit', '0')) == earlier
        window.key('Return')
        window.gone('dialog')
        # One field, and two keys beside what is said.
        assert window.keystrokes - before == 2
        window.hear('记录与“杭钢智造集团有限公司”的拜访')

        newest = window.records('list', 'follow-ups', '--sort', '-happened', '--limit', '1')[0]
        assert newest['type'] == 'visit' and newest['text'] == '拜访杭钢王总,MES方案反馈不错'
        assert newest['customer']['name'] == '杭钢智造集团有限公司'
        assert newest['opportunity']['name'] == '杭钢MES升级'
        assert newest['contact']['name'] == '王建国'
        opportunity = window.records('show', 'opportunities', '杭钢MES升级')
        assert (opportunity['next-step'], opportunity['next-date']) == ('报价', '2026-12-02')
        window.find('list item', contains='杭钢MES升级，杭钢智造集团有限公司，分级 S，¥460万，负责人 王敏，下一步：报价，12月2日')

        # One step: the follow-up and the next step go together.
        window.key('ctrl+z')
        window.hear('撤销：记录与“杭钢智造集团有限公司”的拜访')
        opportunity = window.records('show', 'opportunities', '杭钢MES升级')
        assert opportunity['next-step'] != '报价'
        assert len(window.records('list', 'follow-ups', '--limit', '0')) == earlier


def test_quick_entry_of_a_memo():
    memo = '昨天拜访杭钢王总,对方案很满意\n今天上午给华腾打电话,约下周二演示\n11月20日 启帆 微信沟通,对方要求补充报价'
    with sample_window('zh_CN') as window:
        window.wait_focus('list item')
        window.write(open_entry(window), memo)
        window.wait(lambda: len(window.nodes('button', contains='客户: ')) == 3, 'three drafts')
        kinds = [name_of(node) for node in window.nodes('button', contains='跟进方式: ')]
        assert kinds == ['跟进方式: 拜访', '跟进方式: 电话', '跟进方式: 消息'], kinds
        # Enter is a new line in a memo.
        window.key('ctrl+Return')
        window.gone('dialog')
        newest = window.records('list', 'follow-ups', '--sort', '-created', '--limit', '3')
        assert len({entry['customer']['name'] for entry in newest}) == 3
