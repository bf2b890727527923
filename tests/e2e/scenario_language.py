# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in another language, from its own preferences."""

import re

from accessible import name_of
from sample import sample_window

HAN = re.compile('[\u4e00-\u9fff]')


def test_language_is_switched_in_the_window():
    with sample_window('en') as window:
        window.wait_focus('list item')
        window.key('ctrl+comma')
        window.wait_focus('combo box', 'Language')
        window.key('Return')
        window.find('label', '中文')
        window.key('End', 'Return')
        window.find('dialog', '首选项')
        window.key('Escape')
        window.gone('dialog')
        # What the program says is Chinese now; what people wrote stays as they wrote it.
        for page in ('看板', '客户', '操作记录', '回收站'):
            window.find('list item', page)
        window.find('button', '主菜单')
        window.find('radio button', '表格')
        window.find('list item', contains='负责人 Laura Bennett')
        strange = [name_of(node) for role in ('button', 'toggle button', 'radio button', 'heading', 'entry')
                   for node in window.nodes(role) if name_of(node) and not HAN.search(name_of(node))]
        assert not strange, strange
        window.key('ctrl+Page_Down')
        window.find('entry', '搜索客户')

        # It stays so.
        window.restart()
        window.find('list item', '客户')
