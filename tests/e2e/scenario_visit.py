# SPDX-License-Identifier: GPL-3.0-or-later
"""Getting ready for a visit: whom one meets, what to ask, and noting it afterwards."""

from accessible import has_state, name_of
from sample import sample_window



def is_ticked(window, name):
    return has_state(window.find('check box', name), 'checked')


def prepare(window):
    customer = window.records('list', 'customers', '--where', 'name~杭钢')[0]
    window.action('open-customer', f"'{customer['uid']}'")
    window.wait_focus('list item', contains='画像')
    while '准备拜访' not in name_of(window.focused()):
        before = window.focused()
        window.key('Down')
        window.wait(lambda was=before: window.focused() not in (None, was), 'the next room')
    window.key('Return')
    window.wait_focus('button', contains='记录拜访')


def test_visit_prepared_and_logged():
    with sample_window('zh_CN') as window:
        prepare(window)
        person = '章启明'
        question = '章启明怎么看我们？'
        window.find('check box', person)
        window.tab_to('list item', person)
        assert not is_ticked(window, question)
        # Who is met has to be asked about.
        window.key('space')
        window.wait(lambda: is_ticked(window, question), 'the question about the person ticked')
        window.tab_until(lambda node: name_of(node).startswith('复制'), 'the button that copies')
        window.key('Return')
        window.hear('已复制')

        window.tab_until(lambda node: name_of(node).startswith('记录拜访'), 'the button that logs', 'shift+Tab')
        window.key('Return')
        window.find('dialog', '快速录入')
        window.write(window.wait_focus('text'), '今天拜访章启明,董事会支持扩容')
        window.key('Return')
        window.gone('dialog')
        # The page follows, and what was ticked stays.
        window.find('label', contains='董事会支持扩容')
        assert is_ticked(window, person)
        window.key('ctrl+z')
        window.gone('label', contains='董事会支持扩容')


def test_material_added_before_a_visit():
    with sample_window('zh_CN') as window:
        prepare(window)
        # What the sample has for this trade is offered.
        window.find('label', contains='同类案例')

        window.tab_until(lambda node: name_of(node).startswith('添加资料'), 'the button that adds material')
        window.key('Return')
        window.find('dialog')
        window.write(window.wait_focus('text'), '钢铁行业能耗白皮书')
        window.press(window.find('button', contains='添加(A)'))
        window.gone('dialog')
        window.find('label', contains='钢铁行业能耗白皮书')
        window.key('ctrl+z')
        window.gone('label', contains='钢铁行业能耗白皮书')
