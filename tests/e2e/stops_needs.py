# SPDX-License-Identifier: GPL-3.0-or-later
"""What an opportunity waits for at the customer's side, and what the customer requires."""

from stops import say, stop


def open_deal(window, *where):
    found = window.records('list', 'opportunities', *[part for item in where for part in ('--where', item)])[0]
    window.action('open-opportunity', f"'{found['uid']}'")
    window.find('heading', found['name'])


@stop('waiting')
def _(window):
    """A deal that waits, with what it waits for opened."""
    open_deal(window, 'waiting-since!=', 'stage.type=open')
    window.tab_until(lambda node: node.get_name().startswith(say(window, 'Waiting for', '在等')), 'the wait')
    window.key('Return')
    window.wait_idle()
