# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures leave the window: saved through its file dialog, copied, printed. People are moved on the map."""

import subprocess
import sys

from accessible import can_be_written, name_of, role_of
from sample import sample_window
from scenario_chain import described, open_chain
from scenario_profile import open_profile

# Another program, which asks what it could paste.
PASTE = """
import gi
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
clipboard = Gdk.Display.get_default().get_clipboard()
while not clipboard.get_formats().get_mime_types():
    GLib.MainContext.default().iteration(True)
print(*clipboard.get_formats().get_mime_types())
"""
BEGINNINGS = {'.png': b'\x89PNG\r\n', '.svg': b'<?xml', '.pdf': b'%PDF-'}


def other_window(window, title):
    """A window beside the main one: without a window manager it gets the keyboard when it is asked to."""
    return window.wait(lambda: next((frame for frame in window.frames() if name_of(frame) == title), None), title)


def save_as(window, path):
    dialog = other_window(window, 'Save Image')
    entry = window.wait(lambda: next((node for node in window.nodes('text', root=dialog)
                                      if can_be_written(node)), None), 'the field for the name')
    window.write(entry, str(path))
    window.press(window.find('button', 'Save', root=dialog))
    window.hear(f'Saved as “{path.name}”')
    assert path.read_bytes().startswith(BEGINNINGS[path.suffix])


def copied_types(window):
    """What other programs are offered by the clipboard."""
    return subprocess.run([sys.executable, '-c', PASTE], env={**window.environment, 'GTK_A11Y': 'none'}, check=True,
                          text=True, capture_output=True, timeout=20).stdout.split()


def test_pictures_of_the_map():
    with sample_window() as window:
        open_chain(window)
        for name in ('map.svg', 'map.pdf'):
            window.click('toggle button', 'More')
            window.choose('Save Map…')
            save_as(window, window.home / name)

        window.click('toggle button', 'More')
        window.choose('Print Map…')
        other_window(window, 'Print')
        window.key('Escape')
        window.wait(lambda: all(name_of(frame) != 'Print' for frame in window.frames()), 'no print dialog')
        window.find('button', 'Philip Zhang')


def test_pictures_of_a_profile():
    with sample_window() as window:
        open_profile(window, 'name=Harborcliff Imaging LLC')
        window.tab_until(lambda node: role_of(node) == 'image', 'the chart')
        for name in ('radar.png', 'radar.svg', 'radar.pdf'):
            window.key('shift+F10')
            window.choose('Save As…')
            save_as(window, window.home / name)
        window.key('ctrl+c')
        assert 'image/png' in copied_types(window)


def drag(window, node, target):
    """Takes hold of a node, and lets go once the window has answered what it is held over."""
    window.point(node)
    window.xdotool('mousedown', '1')
    for _ in range(3):
        window.xdotool('mousemove_relative', '8', '8')
    window.wait_idle()
    window.point(target)
    for _ in range(4):
        window.xdotool('mousemove_relative', '--', '2', '-1')
        window.wait_idle()
    window.xdotool('mouseup', '1')


def test_chain_is_rearranged_with_the_pointer():
    with sample_window() as window:
        open_chain(window)
        assert 'reports to Sarah Quinn' in described(window, 'Bob Yates')
        drag(window, window.find('button', 'Bob Yates'), window.find('button', 'Laura Monk'))
        window.wait(lambda: 'reports to Laura Monk' in described(window, 'Bob Yates'), 'another line')
        window.key('ctrl+z')
        window.wait(lambda: 'reports to Sarah Quinn' in described(window, 'Bob Yates'), 'the line of before')
