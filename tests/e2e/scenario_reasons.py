# SPDX-License-Identifier: GPL-3.0-or-later
"""Reasons to be in touch, each answered by its step, by keyboard alone."""

from accessible import name_of, role_of
from sample import sample_window


def open_reasons(window):
    window.wait_focus('list item')
    window.action('show-page', "'reasons'")
    reasons = window.records('reasons')
    window.find('label', reasons[0]['message'])
    return reasons


def stand_on(window, reasons, reason):
    """Puts the keyboard on the row of a reason: into the list by Tab, and along it in the order of the answer."""
    customers = {one['customer']['name'] for one in reasons}

    def rows_here():
        row = window.focused()
        labels = {name_of(label) for label in window.nodes('label', root=row)} if row else set()
        return [place for place, one in enumerate(reasons) if {one['customer']['name'], one['message']} <= labels]

    window.tab_until(lambda node: role_of(node) == 'list item' and name_of(node) in customers, 'a reason')
    wanted = reasons.index(reason)
    while (here := window.wait(rows_here, 'a row with a reason')) != [wanted]:
        window.key('Down' if here[0] < wanted else 'Up')
        window.wait(lambda was=here: rows_here() not in ([], was), 'the next reason')


def first_of(reasons, kind):
    return next(reason for reason in reasons if reason['reason'] == kind)


def test_reason_leads_to_its_step():
    with sample_window() as window:
        reasons = open_reasons(window)
        for kind in ('touch', 'objective', 'stale'):
            reason = first_of(reasons, kind)
            stand_on(window, reasons, reason)
            window.key('Return')
            if kind == 'touch':
                window.wait_focus('button', contains='Log the Visit')
            elif kind == 'objective':
                window.wait_focus('button', 'Log a Follow-up')
            else:
                window.wait_focus('list item', contains=reason['about']['name'])
            window.key('Escape')
            window.find('label', reason['message'])


def test_reason_goes_once_it_is_answered():
    with sample_window() as window:
        reasons = open_reasons(window)
        reason = first_of(reasons, 'material')
        stand_on(window, reasons, reason)
        window.key('Return')
        window.find('dialog', f"Share “{reason['about']['name']}”")
        window.wait_focus('text')
        window.find('toggle button', contains=reason['customer']['name'])
        window.key('Return')
        window.gone('dialog')
        # The next piece may suit as well, and others may still be shown this one.
        rows = [(row['customer'], row['message']) for row in window.records('reasons', '--limit', '0')]
        assert (reason['customer'], reason['message']) not in rows, rows
        shown = sum(message == reason['message'] for customer, message in rows)
        window.wait(lambda: sum(1 for _ in window.nodes('label', reason['message'])) == shown, 'the reason gone')
        window.key('ctrl+z')
        window.wait(lambda: sum(1 for _ in window.nodes('label', reason['message'])) == shown + 1, 'the reason back')


def test_birthday_is_congratulated():
    with sample_window() as window:
        customer = open_reasons(window)[0]['customer']
        person = window.records('list', 'contacts', '--where', f"customer={customer['name']}")[0]
        message = f"{person['name']} has a birthday today"
        window.records('edit', 'contacts', person['uid'], 'birthday=--11-23')
        window.find('label', message)
        reasons = window.records('reasons')
        stand_on(window, reasons, next(row for row in reasons if row['message'] == message))
        window.key('Return')
        window.find('dialog', f"Contact with {person['name']}")
        window.wait_focus('text')
        window.type('Congratulated')
        window.key('Return')
        window.gone('dialog')
        window.gone('label', message)
