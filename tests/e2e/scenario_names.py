# SPDX-License-Identifier: GPL-3.0-or-later
"""Names are text: whatever somebody calls a customer is shown as it is, and nowhere does harm."""

from sample import sample_window

# What a page could take for markup, for a format or for a command, what would turn its text around, what is
# longer than any row, and what a font may lack. A name keeps what can be read; what turns text around is taken out.
NAMES = {
    'A & <b>B</b>': 'A & <b>B</b>',
    '%s %n %100$s _Q': '%s %n %100$s _Q',
    'abc\u202edef\u2066ghi': 'abcdefghi',
    '\U0001f680\U0001f468\u200d\U0001f469\u200d\U0001f467 &amp; Co': '\U0001f680\U0001f468\u200d\U0001f469\u200d\U0001f467 &amp; Co',
    'long ' * 60 + 'end': 'long ' * 60 + 'end',
}


def add(window, kind, *values):
    return window.command('add', kind, *values, '--workspace', str(window.workspace))


def test_names_are_shown_as_they_are():
    # A warning of any page is found when the window is closed.
    with sample_window(size=(1400, 900)) as window:
        window.wait_focus('list item')
        for number, name in enumerate(NAMES):
            add(window, 'customers', f'name={name}')
            add(window, 'opportunities', f'name={name}', f'customer={NAMES[name]}', f'product={name}', f'next-step={name}')
            add(window, 'contacts', f'name={name}', f'customer={NAMES[name]}')
            add(window, 'follow-ups', f'text={name}', 'type=note', f'customer={NAMES[name]}', f'opportunity={NAMES[name]}')

        window.find('grouping', contains=f'First Talks, {8 + len(NAMES)} opportunities')
        window.key('Home')
        for shown in NAMES.values():
            window.find('list item', contains=f'{shown}, {shown}')
            window.action('open-opportunity', f"'{shown}'")
            window.find('heading', shown)
            window.find('label', contains=shown[:60])
            window.action('open-customer', f"'{shown}'")
            window.find('heading', shown)
            window.find('list item', shown)
            window.key('Escape', 'Escape')
            window.wait_focus('list item')

        window.key('ctrl+k')
        field = window.wait_focus('entry')
        for shown in NAMES.values():
            window.write(field, shown)
            window.find('list item', contains=f'Customer: {shown}')
        window.key('Escape')
        window.gone('dialog')
        for shown in NAMES.values():
            window.command('delete', 'customers', shown, '--workspace', str(window.workspace))
        for page in ('history', 'bin'):
            window.action('show-page', f"'{page}'")
            for shown in NAMES.values():
                window.find(contains=f'Delete Customer “{shown}”' if page == 'history' else shown)
