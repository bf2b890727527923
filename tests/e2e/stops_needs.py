# SPDX-License-Identifier: GPL-3.0-or-later
"""What an opportunity waits for at the customer's side, and what the customer requires."""

from accessible import name_of
from stops import say, stop


def open_deal(window, *where):
    found = window.records('list', 'opportunities', *[part for item in where for part in ('--where', item)])[0]
    window.action('open-opportunity', f"'{found['uid']}'")
    window.find('heading', found['name'])


@stop('waiting')
def _(window):
    """A deal that waits, with what it waits for opened."""
    open_deal(window, 'waiting-since!=', 'stage.type=open')
    window.tab_until(lambda node: name_of(node).startswith(say(window, 'Waiting for', '在等')), 'the wait')
    window.key('Return')
    window.wait_idle()


@stop('requirements')
def _(window):
    """What a customer requires, once proposals are made; one that is open is being answered."""
    for deal in window.records('list', 'opportunities', '--where', 'stage.code=negotiation', '--limit', '0'):
        found = window.records('list', 'requirements', '--where', f'opportunity={deal["uid"]}', '--where', 'importance=must',
                               '--where', 'proposal-part=')
        if found:
            break
    window.action('open-opportunity', f"'{deal['uid']}'")
    window.find('heading', deal['name'])
    window.tab_until(lambda node: name_of(node) == found[0]['name'], 'the requirement')
    window.key('Return')
    window.wait_idle()
