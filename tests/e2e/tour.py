#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page, dialog and state that matters, on the sample workspace.

tour.py [--output FOLDER] [--publish FOLDER] [--language en|zh_CN]… [--only WORD]…

Each stop is a function in a stops_*.py that brings the window there. It is visited in English and Chinese, light and dark, wide
and narrow; the pictures are named LANGUAGE-SCHEME-WIDTH-STOP.png. High contrast, a phone's width and a large
screen are there to ask for: --scheme contrast, --width phone, --width 4k.
"""

import argparse
import importlib
import pathlib
import shutil
import subprocess
import sys

from clinch_driver import Failure, Window
from sample import sample_window
from stops import PUBLISHED, STOPS, WELCOME

SIZES = {'wide': (1400, 900), 'narrow': (400, 800), 'phone': (360, 640), '4k': (3840, 2160)}
USUAL_SIZES = ['wide', 'narrow']
SCHEMES = {'light': 'default', 'dark': 'dark', 'contrast': 'default'}
USUAL_SCHEMES = ['light', 'dark']

for module in sorted(pathlib.Path(__file__).parent.glob('stops_*.py')):
    importlib.import_module(module.stem)


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
