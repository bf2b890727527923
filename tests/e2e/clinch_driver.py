# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person does: looks at it through the accessibility bus, types through the X server.

A test runs on a display and session bus of its own (build-aux/with-display.sh). Nothing here sleeps for a
fixed time: every step waits until what it needs is there, and fails with the tree it saw instead.
"""

import itertools
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import accessible
from accessible import Gone, bus, has_state, name_of, role_of

TIMEOUT = float(os.environ.get('CLINCH_E2E_TIMEOUT', '20'))
POLL = 0.03
LONGEST_POLL = 0.1

# What these write is not ours: the accessibility bus starting up, portals and printers that a bare machine does not have,
# and how GTK up to 4.18 counts what is pressed when that goes before the button comes up.
FOREIGN_LINES = ('dbus-daemon[', 'SpiRegistry', 'Unable to acquire session bus', 'dconf-WARNING', 'avahi printers',
                 'Broken accounting of active state')


# To root every folder can be written.
AS_USER = ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] if os.geteuid() == 0 else []


class Failure(AssertionError):
    """What a person would report: the window is not as it should be."""


def survive_limits():
    """A limit on the size of files shall be an error, as a full disk is one, and not the end of the program."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


class Window:
    """A running Clinch with folders, settings and a clock of its own."""

    def __init__(self, *arguments, language='en', now='2026-11-23T09:00:00+08:00', home=None, size=(1400, 900),
                 color_scheme='default', settings=None, environment=None, workspace=None, read_only=False,
                 animations=False):
        """WORKSPACE is a folder to open a copy of, as somebody who has worked with it before; READ_ONLY one that lies
        where nobody may write; ANIMATIONS move as most people see them, which takes a software renderer long."""
        self.own_home = home is None
        self.home = pathlib.Path(home or tempfile.mkdtemp(prefix='clinch-e2e-'))
        self.workspace = self.home / 'Sample.clinch'
        settings = dict(settings or {})
        if workspace:
            shutil.copytree(workspace, self.workspace)
            settings.update({'recent-workspaces': f"['{self.workspace}']"})
            self.workspace.chmod(0o500 if read_only else 0o700)
        self.log = self.home / 'stderr.log'
        self.language = language
        self.size = size
        self.environment = dict(os.environ)
        locale = {'en': 'en_US.UTF-8', 'zh_CN': 'zh_CN.UTF-8'}[language]
        self.environment.update(
            HOME=str(self.home), XDG_DATA_HOME=str(self.home / 'data'), XDG_CONFIG_HOME=str(self.home / 'config'),
            XDG_CACHE_HOME=str(self.home / 'cache'), GSETTINGS_BACKEND='keyfile', LC_ALL=locale, LANGUAGE=language,
            CLINCH_NOW=now, TZ='Asia/Shanghai', GSK_RENDERER='cairo', GTK_A11Y='atspi', NO_AT_BRIDGE='0',
            GDK_BACKEND='x11', GTK_THEME='')
        self.environment.pop('GTK_THEME')
        self.environment.update(environment or {})
        self.write_settings({'window-width': size[0], 'window-height': size[1], 'color-scheme': f"'{color_scheme}'",
                             **settings})
        if not animations:
            self.still()
        self.process = None
        self.arguments = arguments
        self.keystrokes = 0
        self.announcements = []
        self.focus_node = None
        self.start()

    def still(self):
        path = self.home / 'config' / 'gtk-4.0' / 'settings.ini'
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('[Settings]\ngtk-enable-animations=0\n', encoding='utf-8')

    def write_settings(self, values):
        """Settings of the keyfile backend, before the start."""
        path = self.home / 'config' / 'glib-2.0' / 'settings' / 'keyfile'
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            return
        lines = ['[org/clinch/Clinch]'] + [f'{key}={value}' for key, value in values.items()]
        path.write_text('\n'.join(lines) + '\n', encoding='utf-8')

    def start(self):
        with open(self.log, 'ab') as log:
            self.process = subprocess.Popen([*AS_USER, 'clinch', *self.arguments], env=self.environment, stdout=log,
                                            stderr=log, cwd=self.home, preexec_fn=survive_limits)
        # Without a window manager the keyboard is where the pointer is: in the middle, over the window.
        try:
            self.frame = self.wait(self.find_frame, 'the window')
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise

    def frames(self):
        """Everything of this process that the window system shows by itself."""
        return [frame for application in bus().applications() if bus().process(application.bus) == self.process.pid
                for frame in accessible.children(application)]

    def find_frame(self):
        frame = next((frame for frame in self.frames() if role_of(frame) == 'frame'), None)
        if frame is not None:
            return frame
        if self.process.poll() is not None:
            raise Failure(f'Clinch ended with {self.process.returncode}:\n{self.errors()}')
        return None

    def errors(self):
        lines = self.log.read_text(encoding='utf-8', errors='replace').splitlines()
        return '\n'.join(line for line in lines if line and not any(word in line for word in FOREIGN_LINES))

    def end(self):
        """Ends the program as “Quit” does, and looks at how it went: well, and without a word."""
        if self.process.poll() is None:
            self.action('quit')
        try:
            status = self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        errors = self.errors()
        if errors:
            raise Failure(f'Clinch wrote to standard error:\n{errors}')
        if status != 0:
            raise Failure(f'Clinch ended with {status}')

    def restart(self):
        self.end()
        self.start()

    def close(self):
        try:
            self.end()
        finally:
            self.remove_home()

    def remove_home(self):
        if self.workspace.exists():
            self.workspace.chmod(0o700)
        if self.own_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def kill(self):
        """Ends the program without asking it."""
        self.process.kill()
        self.process.wait()
        self.remove_home()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            print(self.errors())
            self.kill()
            return False
        self.close()
        return False

    # Looking

    def wait(self, probe, what, timeout=None):
        """Waits until PROBE returns something true, and returns that."""
        end = time.monotonic() + (timeout or TIMEOUT)
        pause = POLL
        while True:
            found = self.try_out(probe)
            if found:
                return found
            if time.monotonic() > end:
                focused = self.focused()
                raise Failure(f'not found in time: {what}; the keyboard is on {role_of(focused) if focused else None} '
                              f'{name_of(focused)[:80] if focused else ""}\n{self.tree()}')
            if self.process.poll() is not None:
                raise Failure(f'Clinch ended with {self.process.returncode} before {what}:\n{self.errors()}')
            time.sleep(pause)
            pause = min(pause * 1.5, LONGEST_POLL)

    @staticmethod
    def try_out(probe):
        """What PROBE finds; nothing where what it looks at goes meanwhile."""
        try:
            return probe()
        except Gone:
            return None

    def look(self, root=None, showing=True):
        """Parcels of what is seen of the window, or of ROOT and below, in its order."""
        parcels = bus().look(root or self.frame, showing)
        first = next(parcels, None)
        if first is None and root is None:
            # That window has gone; a newer one may be there.
            self.frame = self.find_frame() or self.frame
            parcels = bus().look(self.frame, showing)
            first = next(parcels, None)
        if first is not None:
            yield first
            yield from parcels

    def seen(self, root=None):
        """Each widget that shows."""
        return itertools.chain.from_iterable(self.look(root))

    def tree(self):
        """What is on the screen, for a report."""
        frame = self.find_frame()
        if frame is None:
            return '(no window)'
        return '\n'.join(self.lines(self.seen(frame)))

    @staticmethod
    def lines(seen):
        """A line for each that has a name or is written in."""
        seen = [*seen]
        nodes = [one.node for one in seen]
        for one, name, text in zip(seen, bus().names(nodes), bus().texts(nodes)):
            written = f' {text[:80]!r}' if text not in ('', name) else ''
            if name or written:
                yield f'{"  " * one.depth}{one.role} {name[:80]!r}{written}'

    def search(self, role=None, name=None, contains=None, showing=True, root=None):
        """The nodes that fit, in the order of the window, looked for as they are asked for."""
        for parcel in self.look(root, showing):
            nodes = [one.node for one in parcel if role in (None, one.role)]
            if name is not None:
                nodes = [node for node, its_name in zip(nodes, bus().names(nodes)) if its_name == name]
            if contains is not None:
                nodes = [node for node, its_name, text in zip(nodes, bus().names(nodes), bus().texts(nodes))
                         if contains in its_name or contains in text]
            yield from nodes

    def nodes(self, role=None, name=None, contains=None, showing=True, root=None):
        return list(self.search(role, name, contains, showing, root))

    def first(self, role=None, name=None, contains=None, showing=True, root=None):
        """The first node that fits now, or None."""
        return next(self.search(role, name, contains, showing, root), None)

    def find(self, role=None, name=None, contains=None, root=None, timeout=None):
        what = ' '.join(str(part) for part in (role, name, contains) if part)
        return self.wait(lambda: self.first(role, name, contains, root=root), what, timeout)

    def gone(self, role=None, name=None, contains=None, timeout=None):
        what = 'no ' + ' '.join(str(part) for part in (role, name, contains) if part)
        return self.wait(lambda: not self.first(role, name, contains), what, timeout)

    def wait_idle(self):
        """Waits until the window shows the same twice in a row."""
        earlier = None
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            now = self.tree()
            if now == earlier:
                return
            earlier = now
            time.sleep(POLL * 5)

    def hear_events(self):
        """Keeps what the window has told of by itself: where the keyboard went, and what a screen reader says."""
        for node, event, details in bus().told(self.process.pid):
            if event == 'Announcement':
                self.announcements.append(details[3][1])
            elif details[1]:
                self.focus_node = node

    def focused(self):
        """What has the keyboard."""
        self.hear_events()
        if self.focus_node is not None and has_state(self.focus_node, 'focused'):
            return self.focus_node
        return next((one.node for one in self.seen() if one.has('focused')), None)

    def wait_focus(self, role=None, name=None, contains=None):
        def probe():
            node = self.focused()
            if node is None or (role and role_of(node) != role) or (name and name_of(node) != name):
                return None
            if contains and contains not in name_of(node):
                return None
            return node

        return self.wait(probe, f'the keyboard on {role or ""} {name or contains or ""}')

    def hear(self, contains):
        """Waits until a screen reader is told something with CONTAINS in it, and returns that."""
        def probe():
            self.hear_events()
            return next((text for text in self.announcements if contains in text), None)

        return self.wait(probe, f'somebody saying {contains} after {self.announcements}')

    # Doing

    def xdotool(self, *arguments):
        subprocess.run(['xdotool', *arguments], env=self.environment, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def key(self, *keys):
        self.keystrokes += len(keys)
        self.xdotool('key', '--clearmodifiers', *keys)

    def type(self, text):
        """Types what a keyboard has keys for."""
        self.keystrokes += len(text)
        self.xdotool('type', '--clearmodifiers', '--delay', '8', text)

    def click(self, role=None, name=None, contains=None, root=None):
        """Presses a button as a screen reader's user would; anything else with the pointer."""
        node = self.find(role, name, contains, root=root)
        self.press(node)
        return node

    def press(self, node):
        if not accessible.act(node):
            self.point(node)
            self.xdotool('click', '1')

    def point(self, node):
        """Moves the pointer to the middle of a node; xdotool waiting for it would wait where it is there."""
        x, y, width, height = self.steady_box(node)
        self.xdotool('mousemove', str(x + width // 2), str(y + height // 2))

    def steady_box(self, node):
        """Where a node is once it has found its place: what just unfolded has none yet."""
        earlier = []

        def probe():
            earlier.append(self.box(node))
            return len(earlier) > 1 and earlier[-1] == earlier[-2] and earlier[-1][2] > 0

        self.wait(probe, f'the place of {role_of(node)} {name_of(node)}')
        return earlier[-1]

    def box(self, node):
        """Where a node is in the window: x, y, width, height."""
        return accessible.box_of(node)

    def pointer_to(self, x, y):
        self.xdotool('mousemove', str(int(x)), str(int(y)))

    def leave_pointer(self):
        """Puts the pointer where it points at nothing; the keyboard stays with the window under it."""
        self.xdotool('mousemove', '2', str(self.size[1] // 2))

    def set_text(self, text):
        """Puts text into the field that has the keyboard, as an input method does."""
        def probe():
            node = self.focused()
            return node if node and accessible.can_be_written(node) else None

        accessible.write(self.wait(probe, 'a field to write in'), text)

    def close_dialogs(self):
        """Presses Escape until no dialog, menu or popover is open."""
        def closed():
            if not any(one.role in ('dialog', 'menu', 'popover') or one.has('expanded')
                       for one in self.seen() if one.role != 'list item'):
                return True
            self.key('Escape')
            return False

        self.wait(closed, 'no dialog')

    def focus(self, role=None, name=None, contains=None, root=None):
        node = self.find(role, name, contains, root=root)
        try:
            accessible.grab_focus(node)
        except Gone:
            self.point(node)
            self.xdotool('click', '1')
        return node

    def write(self, node, text):
        """Puts text of any script into a field, as an input method does."""
        accessible.write(node, text)

    def choose(self, *names):
        """Chooses an item of the menu that is open, through its submenus."""
        def items(name):
            return (node for node in self.search(contains=name) if role_of(node).endswith('menu item'))

        for name in names:
            self.press(self.wait(lambda wanted=name: next(items(wanted), None), f'{name} in a menu'))

    def tab_until(self, fits, what, key='Tab'):
        """Goes with Tab, or back with shift+Tab, to the first widget that fits; returns how many it took."""
        for steps in range(80):
            node = self.focused()
            if node is not None and fits(node):
                return steps
            self.key(key)
            self.wait(lambda: self.focused() not in (None, node), f'{key} leaving {name_of(node) if node else "nothing"}')
        raise Failure(f'{key} does not lead to {what}\n{self.tree()}')

    def tab_to(self, role, name):
        return self.tab_until(lambda node: role_of(node) == role and name_of(node) == name, f'{role} {name}')

    def action(self, name, *parameters):
        """Activates an action of the application over D-Bus, as the shell does."""
        subprocess.run(['gapplication', 'action', 'org.clinch.Clinch', name, *parameters], env=self.environment,
                       check=True)

    def records(self, *arguments):
        """What the command line answers about the workspace that is open."""
        return json.loads(self.command(*arguments, '--workspace', str(self.workspace), '--json').stdout)

    def command(self, *arguments, check=True):
        """Runs the command line beside the window."""
        return subprocess.run(['clinch', *arguments], env=self.environment, check=check, text=True,
                              capture_output=True)

    # Pictures

    def picture(self, path):
        """Writes a picture of the window once it has stopped changing."""
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        earlier = None
        end = time.monotonic() + TIMEOUT
        while True:
            subprocess.run(['scrot', '--overwrite', '--autoselect', f'0,0,{self.size[0]},{self.size[1]}', str(path)],
                           env=self.environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            now = path.read_bytes()
            if now == earlier or time.monotonic() > end:
                return path
            earlier = now
            time.sleep(0.15)
