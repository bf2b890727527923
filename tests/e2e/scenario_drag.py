# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards on the board, dragged with the pointer."""

import contextlib
import itertools
import pathlib
import tempfile

import gi

from sample import sample_window
from scenario_board import FIRST, wait_column

gi.require_version('GdkPixbuf', '2.0')
from gi.repository import GdkPixbuf  # noqa: E402

LIT = 8000  # pixels: a column has many more, the signs on its cards fewer


def middle(window, node):
    x, y, width, height = window.box(node)
    return x + width // 2, y + height // 2


@contextlib.contextmanager
def held(window, card):
    """The card picked up, and dropped where the pointer is then."""
    x, y = middle(window, window.find('list item', contains=f'{card}, '))
    # A hand takes its time, and moves by more than a shaky one.
    steps = [word for step in range(1, 10) for word in ('mousemove', str(x + 4 * step), str(y), 'sleep', '0.03')]
    window.xdotool('mousemove', str(x), str(y), 'mousedown', '1', 'sleep', '0.03', *steps)
    try:
        yield
    finally:
        window.xdotool('mouseup', '1')


def hold_until(window, x, y, probe, what):
    """A hand that holds a card is never quite still."""
    tremble = itertools.cycle((0, 1))

    def look():
        window.pointer_to(x, y + next(tremble))
        return probe()

    window.wait(look, what)


def is_lit(window, box):
    """Whether a part of the window has the tint of a column that takes the card."""
    with tempfile.TemporaryDirectory() as folder:
        picture = GdkPixbuf.Pixbuf.new_from_file(str(window.picture(pathlib.Path(folder) / 'window.png')))
    left, top, width, height = box
    part = picture.new_subpixbuf(left, top, width, min(height, picture.get_height() - top))
    data, stride, depth = part.get_pixels(), part.get_rowstride(), part.get_n_channels()
    starts = (y * stride + x * depth for y in range(part.get_height()) for x in range(part.get_width()))
    return sum(data[at + 2] > data[at] + 8 for at in starts) > LIT


def test_drag_to_another_stage():
    with sample_window(animations=True) as window:
        window.wait_focus('list item', contains=FIRST)
        target = window.find('list', 'Proposal Design')
        box = window.box(target)
        assert not is_lit(window, box)
        with held(window, FIRST):
            hold_until(window, *middle(window, target), lambda: is_lit(window, box), 'the column lit')
        wait_column(window, FIRST, 'Proposal Design')
        window.leave_pointer()
        assert not is_lit(window, box)
        window.key('ctrl+z')
        wait_column(window, FIRST, 'First Talks')


def test_drag_scrolls_at_the_edges():
    with sample_window(size=(1100, 620)) as window:
        window.wait_focus('list item', contains=FIRST)
        quote = window.find('list', 'Quote')
        with held(window, FIRST):
            # To the right, for as long as it is held there.
            hold_until(window, 1090, 300, lambda: sum(window.box(quote)[::2]) < 1080, 'the board scrolled to the right')
            # And down in the column that the card is over.
            x, y, _, height = window.box(quote)
            first = window.first('list item', root=quote)
            before = window.box(first)[1]
            hold_until(window, x + 40, y + height - 12, lambda: window.box(first)[1] < before - 40, 'the column scrolled down')
            hold_until(window, x + 40, 300, lambda: True, 'the pointer back in the middle')
        wait_column(window, FIRST, 'Quote')
        window.key('ctrl+z')
        window.hear('Undo: Move')
