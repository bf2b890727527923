# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees of the windows: the accessibility bus, asked in as few and as large parcels as can be.

A window has hundreds of widgets, and each answer goes through two sockets and four processes. So a question is put to all
that are next to each other at once, level by level, and what cannot change is asked once.
"""

import collections
import os
import typing

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

REGISTRY = 'org.a11y.atspi.Registry'
ROOT = '/org/a11y/atspi/accessible/root'
NO_PARENT = '/org/a11y/atspi/null'
PARCEL = 200  # questions under way at once: fewer than fill the buffers of a socket
GLANCE = 40   # widgets looked at together
ANSWER_TIME = 20

# Of the roles and states that the protocol numbers, those that GTK gives.
ROLES = {
    2: 'alert', 7: 'check box', 8: 'check menu item', 11: 'combo box', 16: 'dialog', 20: 'filler', 23: 'frame', 26: 'icon',
    27: 'image', 29: 'label', 31: 'list', 32: 'list item', 33: 'menu', 34: 'menu bar', 35: 'menu item', 37: 'page tab',
    38: 'page tab list', 39: 'panel', 40: 'password text', 42: 'progress bar', 43: 'button', 44: 'radio button',
    45: 'radio menu item', 47: 'row header', 48: 'scroll bar', 50: 'separator', 51: 'slider', 52: 'spin button',
    54: 'status bar', 55: 'table', 56: 'table cell', 57: 'table column header', 61: 'text', 62: 'toggle button',
    63: 'tool bar', 64: 'tool tip', 65: 'tree', 66: 'tree table', 67: 'unknown', 69: 'window', 73: 'paragraph',
    75: 'application', 79: 'entry', 81: 'caption', 83: 'heading', 85: 'section', 87: 'form', 88: 'link', 90: 'table row',
    91: 'tree item', 97: 'comment', 98: 'list box', 99: 'grouping', 101: 'notification', 103: 'level bar', 110: 'landmark',
    111: 'log', 113: 'math', 115: 'timer', 116: 'static',
}
STATES = {'checked': 4, 'expanded': 10, 'focused': 12, 'selected': 23, 'sensitive': 24, 'showing': 25}
LEAVES = {'label', 'separator'}
WITH_TEXT = {'entry', 'label', 'password text', 'spin button', 'text'}


class Gone(Exception):
    """What was asked is no longer there, or has no answer to that."""


class Question(typing.NamedTuple):
    node: 'Node'
    interface: str
    member: str
    signature: str | None = None
    body: tuple = ()


class Node(typing.NamedTuple):
    """A widget, by its place on the bus."""
    bus: str
    path: str

    def about(self, member, signature=None, *body, of='Accessible'):
        return Question(self, f'org.a11y.atspi.{of}', member, signature, body)

    def about_property(self, name, of='Accessible'):
        return Question(self, 'org.freedesktop.DBus.Properties', 'Get', 'ss', (f'org.a11y.atspi.{of}', name))


class Seen(typing.NamedTuple):
    """What was seen of a widget at one moment."""
    node: Node
    depth: int
    role: str
    states: int

    def has(self, state):
        return bool(self.states >> STATES[state] & 1)


class Bus:
    """One connection to the accessibility bus of this display."""

    def __init__(self):
        session = open_dbus_connection('SESSION')
        launcher = DBusAddress('/org/a11y/bus', 'org.a11y.Bus', 'org.a11y.Bus')
        address = session.send_and_get_reply(new_method_call(launcher, 'GetAddress'), timeout=ANSWER_TIME).body[0]
        session.close()
        self.connection = open_dbus_connection(address)
        self.roles = {}
        self.processes = {}
        self.heard = []
        self.listen('Announcement')
        self.listen('StateChanged', 'focused')

    def ask(self, questions):
        """The answers to QUESTIONS in their order: what a method returns, or None where it returns an error."""
        questions = list(questions)
        answers = []
        for start in range(0, len(questions), PARCEL):
            answers += self.ask_parcel(questions[start:start + PARCEL])
        return answers

    def ask_parcel(self, questions):
        places = {}
        parcel = []
        for place, (node, interface, member, signature, body) in enumerate(questions):
            serial = next(self.connection.outgoing_serial)
            places[serial] = place
            address = DBusAddress(node.path, node.bus, interface)
            parcel.append(new_method_call(address, member, signature, body).serialise(serial))
        self.connection.sock.sendall(b''.join(parcel))

        answers = [None] * len(questions)
        while places:
            try:
                message = self.connection.receive(timeout=ANSWER_TIME)
            except TimeoutError:
                raise Gone(f'no answer to {questions[next(iter(places.values()))]}') from None
            place = places.pop(message.header.fields.get(HeaderFields.reply_serial), None)
            if place is None:
                self.hear(message)
            elif message.header.message_type == MessageType.method_return:
                answers[place] = message.body
        return answers

    def answer(self, question):
        """The answer to one question, which has to come."""
        answer, = self.ask([question])
        if answer is None:
            raise Gone(f'{question.member} of {question.node}')
        return answer

    def listen(self, event, *detail):
        """Has the windows tell of EVENT, an event of objects."""
        rule = MatchRule(type='signal', interface='org.a11y.atspi.Event.Object', member=event)
        if detail:
            rule.add_arg_condition(0, detail[0])
        self.connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_TIME)
        registry = Node(REGISTRY, '/org/a11y/atspi/registry')
        name = ':'.join(['Object', event, *detail])
        self.answer(Question(registry, REGISTRY, 'RegisterEvent', 'sass', (name, [], '')))

    def hear(self, message):
        if message.header.message_type == MessageType.signal:
            fields = message.header.fields
            node = Node(fields[HeaderFields.sender], fields[HeaderFields.path])
            self.heard.append((node, fields[HeaderFields.member], message.body))

    def told(self, process):
        """What the windows of PROCESS have told since the last time: who, which event, and its arguments."""
        try:
            while True:
                self.hear(self.connection.receive(timeout=0))
        except TimeoutError:
            pass
        told = [event for event in self.heard if self.process(event[0].bus) == process]
        self.heard = [event for event in self.heard if event not in told]
        return told

    def process(self, name):
        """The process behind a name on this bus, or None."""
        if name not in self.processes:
            question = Question(Node('org.freedesktop.DBus', '/org/freedesktop/DBus'), 'org.freedesktop.DBus',
                                'GetConnectionUnixProcessID', 's', (name,))
            answer, = self.ask([question])
            if answer is None:
                return None
            self.processes[name] = answer[0]
        return self.processes[name]

    def applications(self):
        """The root of each program that shows windows."""
        return children(Node(REGISTRY, ROOT))

    def learn_roles(self, nodes):
        new = [node for node in nodes if node not in self.roles]
        for node, answer in zip(new, self.ask(node.about('GetRole') for node in new)):
            if answer is not None:
                self.roles[node] = ROLES.get(answer[0], f'role {answer[0]}')

    def states(self, nodes):
        return [answer[0][0] if answer else 0 for answer in self.ask(node.about('GetState') for node in nodes)]

    def look(self, root, showing=True):
        """ROOT and all below it in the order of the window, as parcels of what was seen; with SHOWING only what shows, and
        nothing below what does not. Who has found what they look for asks for no more."""
        line = collections.deque([(root, 0)])
        while line:
            # What is known at the head of the line goes out; of the rest the first are looked at.
            parcel = []
            while line and isinstance(line[0], Seen):
                parcel.append(line.popleft())
            if parcel:
                yield parcel
            waiting = [line.popleft() for _ in range(min(len(line), GLANCE))]
            new = [place for place in waiting if not isinstance(place, Seen)]
            found = self.glance(new, showing)
            for place in reversed(waiting):
                line.extendleft([place] if isinstance(place, Seen) else reversed(found[place]))

    def glance(self, places, showing):
        """What is at each of PLACES, a node and its depth: what was seen of it, and the places below, still to look at."""
        seen = list(zip(places, self.states(node for node, _ in places)))
        if showing:
            seen = [(place, states) for place, states in seen if states >> STATES['showing'] & 1]
        self.learn_roles(node for (node, _), _ in seen)
        full = [place for place, _ in seen if self.roles.get(place[0]) not in LEAVES]
        inside = dict(zip(full, self.ask(node.about('GetChildren') for node, _ in full)))
        found = {place: [] for place in places}
        for place, states in seen:
            node, depth = place
            found[place] = [Seen(node, depth, self.roles.get(node, ''), states)]
            found[place] += [(Node(*child), depth + 1) for child in (inside.get(place) or [[]])[0]]
        return found

    def names(self, nodes):
        """What each is called; nothing where it is no longer there."""
        return [answer[0][1] if answer else '' for answer in self.ask(node.about_property('Name') for node in nodes)]

    def texts(self, nodes):
        """What stands in each field or label; its name where it has no text."""
        nodes = list(nodes)
        self.learn_roles(nodes)
        written = [node for node in nodes if self.roles.get(node) in WITH_TEXT]
        answers = self.ask(node.about('GetText', 'ii', 0, -1, of='Text') for node in written)
        texts = {node: answer[0] for node, answer in zip(written, answers) if answer}
        others = [node for node in nodes if node not in texts]
        texts.update(zip(others, self.names(others)))
        return [texts[node] for node in nodes]


_bus = {}


def bus():
    """The connection to the bus of the display that we are on."""
    address = os.environ['DBUS_SESSION_BUS_ADDRESS']
    if address not in _bus:
        _bus[address] = Bus()
    return _bus[address]


def children(node):
    answer, = bus().ask([node.about('GetChildren')])
    return [Node(*child) for child in answer[0]] if answer else []


def parent_of(node):
    """What it is in, or None."""
    answer, = bus().ask([node.about_property('Parent')])
    parent = Node(*answer[0][1]) if answer else None
    return parent if parent and parent.path not in (ROOT, NO_PARENT) else None


def name_of(node):
    return bus().names([node])[0]


def description_of(node):
    answer, = bus().ask([node.about_property('Description')])
    return answer[0][1] if answer else ''


def role_of(node):
    bus().learn_roles([node])
    return bus().roles.get(node, '')


def text_of(node):
    return bus().texts([node])[0]


def has_state(node, state):
    return bool(bus().states([node])[0] >> STATES[state] & 1)


def box_of(node):
    """Where it is in its window: x, y, width, height."""
    return bus().answer(node.about('GetExtents', 'u', 1, of='Component'))[0]


def can_be_written(node):
    answer, = bus().ask([node.about('GetInterfaces')])
    return bool(answer) and 'org.a11y.atspi.EditableText' in answer[0]


def write(node, text):
    """Puts text of any script into a field, as an input method does."""
    bus().answer(node.about('SetTextContents', 's', text, of='EditableText'))


def grab_focus(node):
    bus().answer(node.about('GrabFocus', of='Component'))


def act(node):
    """Does what pressing it does; returns whether there is such a thing."""
    answer, = bus().ask([node.about_property('NActions', of='Action')])
    if not answer or answer[0][1] < 1:
        return False
    bus().answer(node.about('DoAction', 'i', 0, of='Action'))
    return True
