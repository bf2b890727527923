# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minutes with Clinch."""

from clinch_driver import Window


def test_start_empty_by_keyboard():
    with Window() as window:
        window.find('list', 'Ways to begin')
        window.key('Tab')
        for _ in range(8):
            node = window.focused()
            if node and node.get_name() == 'Start Empty':
                break
            window.key('Down' if node and node.get_role_name() == 'list item' else 'Tab')
        window.wait_focus('list item', 'Start Empty')
        window.key('Return')
        window.gone('list', 'Ways to begin')
        window.find('label', contains='Default')


def test_start_speaks_chinese():
    with Window(language='zh_CN') as window:
        window.find('label', '欢迎使用临门')
        window.find('list item', '用示例数据看一看')
        window.find('list item', '从空白开始')


def test_start_shows_why_a_workspace_does_not_open():
    with Window(settings={'recent-workspaces': "['/nonexistent/Gone.clinch']"}) as window:
        window.find('label', 'Workspace Not Found')
        window.find('label', contains='/nonexistent/Gone.clinch')
        window.wait_focus('button', 'Another Workspace…')


def test_start_first_opportunity_by_keyboard():
    """A new user has the first customer and opportunity on the board without a pointer."""
    with Window() as window:
        window.press(window.find('list item', 'Start Empty'))
        window.find('label', 'No Opportunities Yet')
        window.key('ctrl+n')
        window.wait_focus('text', 'Name')
        window.type('MES upgrade')
        window.key('Tab', 'Return')
        window.wait_focus('entry', 'Customer')
        window.type('A & <b>B</b>')
        window.find('label', 'Create “A & <b>B</b>”')
        window.key('Return')
        window.wait_focus('list item', 'Customer')
        window.key('Tab')
        window.wait_focus('text', 'Amount')
        window.type('1200000')
        window.key('Return')
        window.find('list item', contains='MES upgrade, A & <b>B</b>, $1.2M')


def test_start_keeps_its_place():
    """What was on the screen comes back: the page, and the sidebar that was hidden."""
    with Window() as window:
        window.press(window.find('list item', 'Start Empty'))
        window.find('label', 'No Opportunities Yet')
        window.action('show-page', "'customers'")
        window.find('label', 'No Customers Yet')
        window.key('F9')
        window.gone('list', 'Pages')
        window.key('ctrl+q')
        window.process.wait(20)
        window.start()
        window.find('label', 'No Customers Yet')
        window.gone('list', 'Pages')
        window.key('F10')
        window.find('list', 'Pages')
        window.find('menu item', contains='Preferences')
