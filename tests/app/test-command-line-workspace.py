#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, usage, the sample, and the workspace itself."""

import json
import pathlib
import re
import signal
import subprocess
import time

from command_line import CLINCH, KINDS, REFUSED, USAGE, CommandLine, main


MANUAL = pathlib.Path(__file__).parents[2] / 'data' / 'clinch.1'


class Workspaces(CommandLine):
    def test_help(self):
        rows = re.findall(r'^  ([\w-]+)( +)', self.clinch('--help', workspace=None).out, re.M)
        names = [name for name, space in rows]
        self.assertEqual(len({len(name + space) for name, space in rows}), 1, 'what they do stands in one column')
        self.assertEqual(sorted(names), [
            'add', 'answer-help', 'ask-help', 'check', 'decision-chain', 'delete', 'dossier', 'duplicates',
            'edit', 'export', 'export-contacts', 'forecast', 'history', 'import', 'judge', 'keep-forecast', 'list', 'log', 'merge',
            'move', 'potential', 'predictions', 'profile', 'radar', 'rank', 'reasons', 'refresh', 'regrade', 'sample', 'search', 'show', 'status',
            'tag', 'targets', 'undelete', 'undo', 'untag'])
        for name in names:
            result = self.clinch(name, '--help', workspace=None)
            self.assertTrue(result.out.startswith(f'Usage: clinch {name} '), result.out)
            self.assertIn('--workspace', result.out)

    def test_manual_page(self):
        page = MANUAL.read_text(encoding='utf-8').replace('\\-', '-')
        for kind in KINDS:
            self.assertRegex(page, fr'[ ]{kind}[ \n]')

    def test_version(self):
        self.assertRegex(self.clinch('--version', workspace=None).out, r'^clinch \d+\.\d+')

    def test_loads_no_toolkit(self):
        """A script does not wait for what only a window needs; that is in a program of its own."""
        libraries = subprocess.run(['ldd', CLINCH], check=True, capture_output=True, text=True).stdout
        self.assertIn('libsqlite3', libraries)
        self.assertNotRegex(libraries, 'libgtk|libadwaita')

    def test_usage(self):
        for arguments in (['frobnicate'], ['list'], ['list', 'nonsense'], ['list', 'customers', '--limit', 'x'],
                          ['list', 'customers', '--limit', '-1'], ['list', 'customers', '--nonsense'], ['list', 'customers', '--where'],
                          ['list', 'customers', '--json=yes'], ['show', 'customer'], ['show', 'customer', 'a', 'b'], ['move', 'a'],
                          ['edit', 'customer', 'a'], ['undo', 'x'], ['undo', '0'], ['status'], ['log'], ['search'],
                          ['sample', '--scale', '0'], ['sample', '--language', 'fr'], ['import'],
                          ['import', ''], ['export', ''], ['undo', '-1'], ['undo', '1x'],
                          ['list', 'customers', '--limit', ''], ['list', 'customers', '--limit', '0x10'],
                          ['list', 'customers', '--limit', '99999999999999999999'], ['sample', '--workspace'],
                          ['import', 'a.csv', '--date-order', 'ydm'], ['import', 'a.csv', '--kind', 'nonsense']):
            result = self.clinch(*arguments, status=USAGE, workspace=None)
            self.assertEqual(result.out, '')
            if arguments[0] != 'frobnicate':
                self.assertIn(f'Usage: clinch {arguments[0]}', result.err)
        self.assertEqual(list((self.root / 'data').glob('**/*')) if (self.root / 'data').exists() else [], [])

    def test_wrong_clock(self):
        result = self.clinch('list', 'members', status=REFUSED, workspace=self.sample, CLINCH_NOW='yesterday')
        self.assertIn('yesterday', result.err)

    def test_sample_same(self):
        dumps = []
        for name in ('a', 'b'):
            workspace = self.folder / f'{name}.clinch'
            self.clinch('sample', '--seed', '7', '--language', 'en', workspace=workspace)
            dump = [self.records(kind, '--sort', 'created', workspace=workspace) for kind in KINDS]
            # The pipelines and the first member were made before the sample.
            dumps.append(re.sub(r'"uid": "[^"]*", "name"', '"name"', json.dumps(dump[2:])))
        self.assertEqual(dumps[0], dumps[1])

    def test_sample_facts(self):
        opportunities = self.records('opportunities', workspace=self.sample)
        stages = {stage['uid'] for stage in self.records('stages', workspace=self.sample)}
        self.assertEqual(len(opportunities), 120)
        self.assertEqual(len(stages), 14)
        self.assertEqual({opportunity['stage']['uid'] for opportunity in opportunities}, stages)
        self.assertEqual(len(self.records('customers', workspace=self.sample)), 40)
        self.assertEqual(len(self.records('members', workspace=self.sample)), 8)

    def test_sample_refused(self):
        self.copy_sample()
        before = self.clinch('history', '--json').json
        self.clinch('sample', status=REFUSED)
        self.assertEqual(self.clinch('history', '--json').json, before)

    def test_sample_undone(self):
        self.copy_sample()
        self.clinch('undo')
        self.assertEqual(self.records('customers'), [])
        self.assertEqual(len(self.records('members')), 1)
        self.clinch('sample', '--json')
        self.assertEqual(len(self.records('customers')), 40)
        self.assertTrue(self.clinch('check', '--json').json['ok'])

    def test_sample_interrupted(self):
        """Ctrl+C leaves nothing behind, not even an empty workspace."""
        with subprocess.Popen([CLINCH, 'sample', '--scale', '500', '--workspace', self.workspace],
                              env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            while not (self.workspace / 'workspace.db').exists():
                time.sleep(0.01)
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, REFUSED)
        self.assertIn('Cancelled', err.decode())
        self.assertFalse(self.workspace.exists())

    def test_missing_workspace(self):
        for arguments in (['list', 'customers'], ['edit', 'customer', 'a', 'name=b'], ['check'], ['undo']):
            self.clinch(*arguments, status=REFUSED)
            self.assertFalse(self.workspace.exists())

    def test_default_workspace(self):
        home = str(self.folder / 'data')
        self.clinch('sample', workspace=None, XDG_DATA_HOME=home)
        self.assertTrue((self.folder / 'data' / 'clinch' / 'Default.clinch' / 'workspace.db').exists())
        self.assertEqual(len(self.records('customers', workspace=None, XDG_DATA_HOME=home)), 40)

    def test_open_elsewhere(self):
        """A second process may read and not write."""
        holder = subprocess.Popen([CLINCH, 'sample', '--scale', '500', '--workspace', self.folder / 'Big.clinch'],
                                  env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            big = self.folder / 'Big.clinch'
            while not (big / 'workspace.db').exists():
                time.sleep(0.01)
            time.sleep(1)
            self.clinch('list', 'pipelines', workspace=big)
            self.assertIn('open', self.clinch('add', 'customer', 'name=Acme', status=REFUSED, workspace=big).err)
        finally:
            holder.send_signal(signal.SIGTERM)
            holder.wait(timeout=60)

    def test_foreign_file(self):
        self.workspace.mkdir()
        (self.workspace / 'workspace.db').write_bytes(b'This is no database, and long enough to look like one.' * 100)
        for arguments in (['list', 'customers'], ['add', 'customer', 'name=Acme'], ['sample']):
            self.clinch(*arguments, status=REFUSED)
        self.assertTrue((self.workspace / 'workspace.db').read_bytes().startswith(b'This is no database'))

    def test_dead_bus(self):
        """A bus that is not there, or never answers, is done without."""
        for address in ('unix:path=/nonexistent', 'disabled:', 'nonsense', ''):
            began = time.monotonic()
            self.clinch('list', 'members', workspace=self.sample, DBUS_SESSION_BUS_ADDRESS=address)
            self.assertLess(time.monotonic() - began, 10)

    def test_options_first(self):
        result = self.clinch('--workspace', self.sample, '--json', 'list', 'members', workspace=None)
        self.assertEqual(len(result.json), 8)


if __name__ == '__main__':
    main(Workspaces)
