# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control of every page and dialog says what it is and what it is called."""

from accessible import bus, name_of, parent_of, role_of
from sample import sample_window

CONTROLS = {'button', 'check box', 'check menu item', 'combo box', 'dialog', 'entry', 'link', 'list item', 'menu item',
            'password text', 'radio button', 'radio menu item', 'slider', 'spin button', 'switch', 'table row', 'text',
            'toggle button', 'tree table'}

# A button with a longer name was named by the toolkit after all that is in its popover.
LONGEST = 80


def ancestors(node):
    while (node := parent_of(node)) is not None:
        yield node


def is_wrong(node, role, name):
    if name and not (role.endswith('button') and len(name) > LONGEST):
        return False
    # The rows of a drop-down are the toolkit's: it has them read by the label inside.
    return role != 'list item' or 'combo box' not in (role_of(above) for above in ancestors(node))


def path(node):
    return ' < '.join([name_of(above)[:40] for above in ancestors(node) if name_of(above)][:3])


def visit_pages(window):
    yield 'board', None
    window.click('radio button', 'Table')
    window.find('table row', contains='Riverbank')
    yield 'table', None
    for menu, role, inside in (('Filter', 'toggle button', 'Mine'), ('Saved Views', 'text', 'Name of this view'),
                               ('View Options', 'menu item', 'Next Step On')):
        window.click('toggle button', menu)
        window.find(role, inside)
        yield f'popover {menu}', None
        window.key('Escape')
        window.gone(role, inside)
    window.click('radio button', 'Board')
    for page, role, inside in (('customers', 'table row', 'Ashwood'), ('reasons', 'list item', 'Hangang'),
                               ('library', 'table row', 'data security'),
                               ('targets', 'list item', 'Midwest Sales'),
                               ('history', 'button', 'Undo this step'),
                               ('bin', 'grouping', 'Recycle Bin')):
        window.action('show-page', f"'{page}'")
        window.find(role, contains=inside)
        yield page, None
    window.action('show-page', "'customers'")
    for name, inside in (('Attention', 'High Value, Little Attention'), ('Potential', 'could bring more than they do')):
        window.find('table row', contains='Ashwood')
        window.click('toggle button', 'Filter and Tidy Up')
        window.choose(name)
        window.find('label', contains=inside)
        yield f'value and {name}', None
        window.key('alt+Left')
    window.key('ctrl+k')
    window.wait_focus('entry', 'Search everything')
    window.type('output figures')
    window.find('list item', contains='Material: Output figures')
    window.key('Return')
    window.find('list item', contains='Stonevale')
    yield 'material', None
    window.action('open-opportunity', "'Riverbank scheduling system upgrade'")
    window.find('heading', 'Riverbank scheduling system upgrade')
    window.find('row header')
    yield 'opportunity', None
    window.action('open-customer', "'Riverbank Foods LLC'")
    window.find('heading', 'Riverbank Foods LLC')
    window.find('list item', contains='Riverbank scheduling system upgrade')
    yield 'customer', None
    window.action('open-contact', "'Howard Dean'")
    window.find('heading', 'Howard Dean')
    yield 'contact', None
    for room, inside in (('Profile', 'Completeness'), ('Decision Chain', 'What Is Missing'), ('Plan', 'Lifetime Value'),
                         ('Prepare a Visit', 'Ask')):
        window.action('open-customer', "'Hangang Intelligent Manufacturing Group'")
        window.find('heading', 'Hangang Intelligent Manufacturing Group')
        window.tab_to('list item', room)
        window.key('Return')
        window.find('label', contains=inside)
        yield room, None
    window.action('show-page', "'setup'")
    for view in ('Tags', 'Grades', 'Dimensions'):
        window.click('page tab', view)
        window.find('panel', view)
        window.wait_idle()
        yield f'setup of {view}', None


def visit_dialogs(window):
    for name, keys in (('search', 'ctrl+k'), ('quick entry', 'ctrl+l'), ('import', 'ctrl+shift+i'),
                       ('preferences', 'ctrl+comma'), ('shortcuts', 'ctrl+question')):
        window.key(keys)
        yield name, window.find('dialog')
        window.key('Escape')
        window.gone('dialog')
    for page in ('board', 'customers', 'library'):
        window.action('show-page', f"'{page}'")
        window.key('ctrl+n')
        yield f'new on {page}', window.find('dialog')
        window.key('Escape')
        window.gone('dialog')
    window.key('F10')
    window.find('menu item', contains='Undo')
    yield 'main menu', window.find('menu')
    window.key('Escape')


def wrong_controls(window, place, root):
    def look():
        controls = [one for one in window.seen(root) if one.role in CONTROLS]
        return [f'{place}: {one.role} “{name[:60]}” in {path(one.node)}'
                for one, name in zip(controls, bus().names(one.node for one in controls))
                if is_wrong(one.node, one.role, name)]

    if not look():
        return []
    # What is just coming or going is not said to anybody yet.
    window.wait_idle()
    return look()


def test_accessibility_of_every_control():
    with sample_window() as window:
        window.wait_focus('list item')
        wrong = [line for visit in (visit_pages, visit_dialogs) for place, root in visit(window)
                 for line in wrong_controls(window, place, root)]
        assert not wrong, '\n'.join(sorted(set(wrong)))
