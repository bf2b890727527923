#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page, dialog and state that matters, on the sample workspace.

tour.py [--output FOLDER] [--publish FOLDER] [--language en|zh_CN]… [--only WORD]…

Each stop is a function that brings the window there. It is visited in English and Chinese, light and dark, wide
and narrow; the pictures are named LANGUAGE-SCHEME-WIDTH-STOP.png.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from clinch_driver import Failure, Window

SIZES = {'wide': (1400, 900), 'narrow': (400, 800)}
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


def open_first(window, action, kind):
    """Opens the first record of a kind, over D-Bus, by its identifier."""
    records = json.loads(window.command('list', kind, '--workspace', str(window.home / 'Sample.clinch'), '--limit', '1',
                                        '--json').stdout)
    records = records if isinstance(records, list) else records[kind]
    window.action(action, f"'{records[0]['uid']}'")
    window.wait_idle()


def page_stop(name, page, published=None):
    stop(name, published)(lambda window: show_page(window, page))


page_stop('board', 'board', 'board')
page_stop('customers', 'customers', 'customers')
page_stop('history', 'history', 'history')
page_stop('bin', 'bin')


@stop('search', 'search')
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
    window.type('今天拜访杭钢王总,MES方案反馈不错,下周三报价' if window.language == 'zh_CN'
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


@stop('opportunity', 'opportunity')
def _(window):
    show_page(window, 'board')
    open_first(window, 'open-opportunity', 'opportunities')


@stop('customer')
def _(window):
    show_page(window, 'customers')
    open_first(window, 'open-customer', 'customers')


def make_sample(folder, language):
    workspace = folder / f'sample-{language}.clinch'
    if not workspace.exists():
        subprocess.run(['clinch', 'sample', '--workspace', str(workspace), '--scale', '1', '--seed', '1', '--language',
                        'zh' if language == 'zh_CN' else 'en'], check=True, stdout=subprocess.DEVNULL,
                       env={**__import__('os').environ, 'CLINCH_NOW': '2026-11-23T09:00:00+08:00',
                            'TZ': 'Asia/Shanghai'})
    return workspace


def visit(stops, output, language, scheme, width, only, workspace=None):
    failures = []
    for name, function in stops:
        if only and not any(word in name for word in only):
            continue
        label = f'{language}-{scheme}-{width}-{name}'
        home = pathlib.Path(tempfile.mkdtemp(prefix='clinch-tour-'))
        settings = {}
        if workspace:
            copy = home / 'Sample.clinch'
            shutil.copytree(workspace, copy)
            settings = {'recent-workspaces': f"['{copy}']", 'first-run': 'false'}
        try:
            with Window(language=language, home=home, size=SIZES[width], color_scheme=scheme,
                        settings=settings) as window:
                function(window)
                window.picture(output / f'{label}.png')
            print(label, flush=True)
        except (Failure, subprocess.CalledProcessError) as error:
            failures.append(label)
            print(f'{label}: {error}', file=sys.stderr, flush=True)
        finally:
            shutil.rmtree(home, ignore_errors=True)
    return failures


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
    parser.add_argument('--scheme', action='append', choices=['light', 'dark'])
    parser.add_argument('--width', action='append', choices=list(SIZES))
    parser.add_argument('--only', action='append')
    options = parser.parse_args()

    samples = pathlib.Path(tempfile.mkdtemp(prefix='clinch-samples-'))
    failures = []
    try:
        for language in options.language or ['en', 'zh_CN']:
            workspace = make_sample(samples, language) if STOPS else None
            for scheme in options.scheme or ['light', 'dark']:
                for width in options.width or list(SIZES):
                    failures += visit(WELCOME, options.output, language, scheme, width, options.only)
                    failures += visit(STOPS, options.output, language, scheme, width, options.only, workspace)
    finally:
        shutil.rmtree(samples, ignore_errors=True)

    if options.publish and not failures:
        publish(options.output, options.publish)
    print(f'{len(failures)} stops failed' if failures else 'every stop was reached')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
