# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a person."""

from stops import open_first, say, show_page, stop


@stop('contact')
def _(window):
    show_page(window, 'customers')
    open_first(window, 'open-contact', 'contacts', say(window, 'name~Howard Dean', 'name~章启明'))
    window.find('label', contains=say(window, 'in touch', '联系'))
    window.wait_idle()
