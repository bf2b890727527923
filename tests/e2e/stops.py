# SPDX-License-Identifier: GPL-3.0-or-later
"""Where stops of the tour are registered, and what many of them do. The stops stand in stops_*.py."""

import json

STOPS = []
PUBLISHED = {}


def stop(name, published=None):
    """Registers a stop of the tour; PUBLISHED is its file name among the screenshots of the README."""
    def register(function):
        STOPS.append((name, function))
        if published:
            PUBLISHED[name] = published
        return function
    return register


# Stops before a workspace is open are visited with an empty home.
WELCOME = []


def welcome(name):
    def register(function):
        WELCOME.append((name, function))
        return function
    return register


def show_page(window, name):
    """Goes to a page of the sidebar, as its shortcut in the shell does."""
    window.wait_idle()
    window.action('show-page', f"'{name}'")
    window.wait_idle()


def open_first(window, action, kind, where):
    """Opens the first record of a kind for which a field has a value, over D-Bus, by its identifier."""
    records = json.loads(window.command('list', kind, '--workspace', str(window.home / 'Sample.clinch'),
                                        '--where', where, '--limit', '1', '--json').stdout)
    records = records if isinstance(records, list) else records[kind]
    window.action(action, f"'{records[0]['uid']}'")
    window.find('heading', records[0]['name'])
    window.wait_idle()


def page_stop(name, page, published=None):
    stop(name, published)(lambda window: show_page(window, page))


def say(window, english, chinese):
    """What the window says in its language."""
    return chinese if window.language == 'zh_CN' else english
