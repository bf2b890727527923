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
