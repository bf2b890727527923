# SPDX-License-Identifier: GPL-3.0-or-later
"""Reasons to be in touch, most pressing first."""

from stops import say, show_page, stop


@stop('reasons')
def _(window):
    show_page(window, 'reasons')
    window.find('list item', contains=say(window, 'Hangang', '杭钢'))
    window.wait_idle()
