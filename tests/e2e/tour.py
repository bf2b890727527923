#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page, dialog and state that matters, on the sample workspace.

tour.py [--output FOLDER] [--publish FOLDER] [--language en|zh_CN]… [--only WORD]…

Each stop is a function that brings the window there. It is visited in English and Chinese, light and dark, wide
and narrow; the pictures are named LANGUAGE-SCHEME-WIDTH-STOP.png. High contrast, a phone's width and a large
screen are there to ask for: --scheme contrast, --width phone, --width 4k.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys

from clinch_driver import Failure, Window
from sample import sample_window

SIZES = {'wide': (1400, 900), 'narrow': (400, 800), 'phone': (360, 640), '4k': (3840, 2160)}
USUAL_SIZES = ['wide', 'narrow']
SCHEMES = {'light': 'default', 'dark': 'dark', 'contrast': 'default'}
USUAL_SCHEMES = ['light', 'dark']
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


@welcome('welcome')
def _(window):
    window.find('list')


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
    window.wait_idle()


def page_stop(name, page, published=None):
    stop(name, published)(lambda window: show_page(window, page))


page_stop('board', 'board', 'board')
page_stop('customers', 'customers')
page_stop('history', 'history')
page_stop('bin', 'bin')


@stop('search')
def _(window):
    window.wait_idle()
    window.key('ctrl+k')
    window.find('dialog')
    window.type('hg' if window.language == 'zh_CN' else 'steel')
    window.wait_idle()


@stop('quick-entry', 'quick-entry')
def _(window):
    window.wait_idle()
    window.key('ctrl+l')
    window.find('dialog')
    window.set_text('今天拜访杭钢王总,MES方案反馈不错,下周三报价' if window.language == 'zh_CN'
                    else 'Visited Acme today, they liked the proposal, send the quote next Wednesday')
    window.wait_idle()


@stop('import')
def _(window):
    window.wait_idle()
    window.key('ctrl+shift+i')
    window.find('dialog')


@stop('shortcuts')
def _(window):
    window.wait_idle()
    window.key('ctrl+question')
    window.find('dialog')


@stop('menu')
def _(window):
    window.wait_idle()
    window.key('F10')
    window.wait_idle()


@stop('preferences')
def _(window):
    window.wait_idle()
    window.key('ctrl+comma')
    window.find('dialog')


@stop('workspaces')
def _(window):
    window.wait_idle()
    window.key('ctrl+o')
    window.find('dialog')


@stop('about-workspace')
def _(window):
    window.wait_idle()
    window.action('about-workspace')
    window.find('dialog')
    window.wait_idle()


@stop('opportunity', 'opportunity')
def _(window):
    show_page(window, 'board')
    open_first(window, 'open-opportunity', 'opportunities',
               'stage=方案制定' if window.language == 'zh_CN' else 'stage=Proposal Design')


@stop('profile')
def _(window):
    show_page(window, 'customers')
    open_first(window, 'open-customer', 'customers', 'grade=S')
    window.click('button', '画像(P)' if window.language == 'zh_CN' else 'Profile')
    window.wait_idle()


@stop('customer')
def _(window):
    show_page(window, 'customers')
    open_first(window, 'open-customer', 'customers', 'grade=S')


def find_duplicates(window):
    """Enters a customer for the second time and asks what is there twice."""
    show_page(window, 'customers')
    workspace = str(window.home / 'Sample.clinch')
    customers = json.loads(window.command('list', 'customers', '--workspace', workspace, '--limit', '0', '--json').stdout)
    name = customers[0]['name'] + (' (集团)' if window.language == 'zh_CN' else ' Co., Ltd.')
    if not any(customer['name'] == name for customer in customers):
        window.command('add', 'customer', f'name={name}', 'website=www.example.com', 'grade=C',
                       'note=Met at the fair, asked for a catalogue.', 'phone=+86 571 8888 1111', '--workspace', workspace)
    window.click('toggle button', '筛选与整理' if window.language == 'zh_CN' else 'Filter and Tidy Up')
    window.click('menu item', contains='查找重复' if window.language == 'zh_CN' else 'Find Duplicates')
    window.find('dialog')
    window.wait_idle()


stop('duplicates')(find_duplicates)


@stop('merge')
def _(window):
    find_duplicates(window)
    window.press(window.find('list item', root=window.find('dialog')))
    window.find('dialog', '合并客户' if window.language == 'zh_CN' else 'Merge Customers')
    window.wait_idle()


def picture(window, function, path):
    """Brings the window to a stop and takes its picture; nothing stays open behind it."""
    window.leave_pointer()
    function(window)
    window.picture(path)
    window.close_dialogs()


class Visit:
    """One window of a language, a scheme and a width, which goes from stop to stop.

    A stop that is not reached is told about, and the next one gets a window of its own.
    """

    def __init__(self, output, language, scheme, width, on_sample):
        self.output = output
        self.look = f'{language}-{scheme}-{width}'
        self.options = {'language': language, 'color_scheme': SCHEMES[scheme], 'size': SIZES[width],
                        'environment': {'ADW_DEBUG_HIGH_CONTRAST': '1'} if scheme == 'contrast' else {}}
        self.on_sample = on_sample
        self.window = None

    def open(self):
        self.window = sample_window(**self.options) if self.on_sample else Window(**self.options)

    def close(self):
        window, self.window = self.window, None
        window.close()

    def stop(self, name, function):
        """Returns whether the stop was reached."""
        label = f'{self.look}-{name}'
        try:
            if self.window is None:
                self.open()
            picture(self.window, function, self.output / f'{label}.png')
        except (Failure, subprocess.CalledProcessError) as error:
            print(f'{label}: {error}', file=sys.stderr, flush=True)
            if self.window:
                print(self.window.errors(), file=sys.stderr, flush=True)
                self.window.kill()
                self.window = None
            return False
        print(label, flush=True)
        return True

    def go(self, stops):
        """Returns how many of the stops were not reached."""
        failed = sum(not self.stop(name, function) for name, function in stops)
        if self.window:
            try:
                self.close()
            except Failure as error:
                print(f'{self.look}: {error}', file=sys.stderr, flush=True)
                failed += 1
        return failed


def publish(output, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, file_name in PUBLISHED.items():
        for language, suffix in (('en', ''), ('zh_CN', '-zh')):
            shutil.copyfile(output / f'{language}-light-wide-{name}.png', folder / f'{file_name}{suffix}.png')


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--output', type=pathlib.Path, default=pathlib.Path('build/tour'))
    parser.add_argument('--publish', type=pathlib.Path)
    parser.add_argument('--language', action='append', choices=['en', 'zh_CN'])
    parser.add_argument('--scheme', action='append', choices=list(SCHEMES))
    parser.add_argument('--width', action='append', choices=list(SIZES))
    parser.add_argument('--only', action='append')
    options = parser.parse_args()

    def chosen(stops):
        return [stop for stop in stops
                if not options.only or any(word in stop[0] for word in options.only)]

    failed = 0
    for language in options.language or ['en', 'zh_CN']:
        for scheme in options.scheme or USUAL_SCHEMES:
            for width in options.width or USUAL_SIZES:
                look = (options.output, language, scheme, width)
                failed += Visit(*look, on_sample=False).go(chosen(WELCOME))
                failed += Visit(*look, on_sample=True).go(chosen(STOPS))

    if options.publish and not failed:
        publish(options.output, options.publish)
    print(f'{failed} stops were not reached' if failed else 'every stop was reached')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
