# SPDX-License-Identifier: GPL-3.0-or-later
"""One opportunity: changed where it stands, undone a step at a time, passed on in a sentence."""

from accessible import name_of, text_of
from sample import sample_window

FIRST = '启帆质量追溯系统三期'
SECOND = '华腾质量追溯系统试点'


def test_opportunity_is_edited_where_it_stands():
    with sample_window('zh_CN') as window:
        window.wait_focus('list item', contains=FIRST)
        window.key('Return')
        window.find('heading', FIRST)
        window.tab_to('text', '金额')
        window.key('ctrl+a')
        window.type('2300000')
        window.key('Return')
        # Saved at once, and everywhere: on top of the page, in the file, on the card, in the history.
        window.find('label', '¥230万')
        assert window.records('show', 'opportunities', FIRST)['amount'] == '2300000.00'
        window.key('ctrl+a')
        window.type('a lot')
        window.key('Return')
        window.hear('金额')
        window.key('Escape')
        assert window.records('show', 'opportunities', FIRST)['amount'] == '2300000.00'

        # The next one is edited in the same place, and what one came from knows where one is.
        window.key('alt+Down')
        window.find('heading', SECOND)
        window.wait_focus('text', '金额')
        window.key('alt+Up')
        window.find('heading', FIRST)
        window.key('alt+Down')
        window.find('heading', SECOND)
        window.key('alt+Left')
        window.wait_focus('list item', contains=SECOND)
        window.find('list item', contains=f'{FIRST}，无锡启帆医疗科技有限公司，分级 B，¥230万')

        window.action('show-page', "'history'")
        step = window.find('list item', contains=f'修改商机“{FIRST}”：金额')
        window.click('button', '撤销这一步', root=step)
        window.find('list item', contains='撤销：修改商机')
        assert window.records('show', 'opportunities', FIRST)['amount'] == '2150000.00'


def test_opportunity_status_sentence_is_copied():
    with sample_window('zh_CN') as window:
        window.wait_focus('list item', contains=FIRST)
        window.key('Return')
        window.find('heading', FIRST)
        sentence = text_of(window.find('label', contains='这个客户目前在初步沟通阶段'))
        window.tab_to('button', '复制(C)')
        window.key('space')
        window.hear('已复制')
        window.key('ctrl+l')
        field = window.wait_focus('text')
        window.key('ctrl+v')
        window.wait(lambda: text_of(field) == sentence, 'the sentence, pasted')
        assert '2027年3月1日' in sentence and name_of(field)


def test_opportunity_opens_its_decision_chain():
    with sample_window() as window:
        window.wait_focus('list item')
        window.key('Return')
        window.click('button', 'Decision Chain: Who Decides on This')
        window.gone('button', 'Decision Chain: Who Decides on This')
        window.wait_focus('button')
        window.key('Escape')
        window.find('button', 'Decision Chain: Who Decides on This')


def test_opportunity_tells_that_nobody_knows_who_decides():
    unknown = 'Nobody knows who has the final say'
    with sample_window() as window:
        deal = name_of(window.find('list item', contains='who decides is unknown')).split(', ')[0]
        found = window.records('list', 'opportunities', '--where', f'name={deal}')[0]
        window.action('open-opportunity', f"'{found['uid']}'")
        window.find('label', unknown)
        window.tab_to('button', 'Decision Chain')
        window.key('Return')
        window.click('button', 'Judge Roles')
        window.find('dialog')
        window.tab_to('combo box', 'Role in the Decision')
        window.key('space')
        window.wait_focus('list item')
        window.key('Down', 'Return')
        window.wait_focus('combo box', 'Role in the Decision')
        window.key('ctrl+Return')
        window.gone('dialog')

        # It is known now, on the page and on the card; taken back, it is not.
        window.key('Escape')
        window.find('heading', deal)
        window.gone('label', unknown)
        window.key('ctrl+z')
        window.find('label', unknown)
        window.key('Escape')
        window.find('list item', contains='who decides is unknown')
