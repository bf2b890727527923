# SPDX-License-Identifier: GPL-3.0-or-later
"""The page before a visit."""

from accessible import name_of
from stops import open_first, say, show_page, stop
from stops_customers import open_room


def open_visit(window):
    show_page(window, 'customers')
    open_first(window, 'open-customer', 'customers', say(window, 'name~Hangang', 'name~杭钢'))
    open_room(window, 'Prepare a Visit', '准备拜访')
    window.find('check box')
    window.wait_idle()


@stop('visit')
def _(window):
    open_visit(window)


@stop('visit-steps')
def _(window):
    open_visit(window)
    window.tab_until(lambda node: 'MES' in name_of(node), 'an opportunity')
    window.wait_idle()
