# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page shows, on paper."""

from accessible import name_of
from sample import sample_window


def open_and_close(window):
    """The print dialog is a window of the toolkit's own."""
    window.key('ctrl+p')
    window.wait(lambda: any(name_of(frame) == 'Print' for frame in window.frames()), 'the print dialog')
    window.key('Escape')
    window.wait(lambda: not any(name_of(frame) == 'Print' for frame in window.frames()), 'no print dialog')


def test_print_lists():
    with sample_window() as window:
        window.wait_focus('list item', contains='Riverbank')
        open_and_close(window)
        window.click('radio button', 'Table')
        window.find('table row', contains='Riverbank')
        open_and_close(window)
        window.key('ctrl+Page_Down')
        window.find('table row', contains='Hangang')
        open_and_close(window)
        window.action('show-page', "'library'")
        window.find('table row', contains='data security')
        open_and_close(window)
