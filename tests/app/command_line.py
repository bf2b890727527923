# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program as a script would: no display, no session bus, a workspace in a temporary folder.

A program that imports this is called with CLINCH [LOCPATH LOCALEDIR] and speaks TAP.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback
import unittest

CLINCH = os.path.abspath(sys.argv[1])
LOCPATH = sys.argv[2] if len(sys.argv) > 2 else ''
LOCALEDIR = sys.argv[3] if len(sys.argv) > 3 else ''
NOW = '2026-11-23T09:30:00+08:00'
KINDS = ['members', 'teams', 'customers', 'contacts', 'opportunities', 'follow-ups', 'stage-moves']

DONE, REFUSED, USAGE = 0, 1, 2


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout.decode('utf-8')
        self.err = process.stderr.decode('utf-8')

    @property
    def json(self):
        return json.loads(self.out)


class CommandLine(unittest.TestCase):
    sample = None
    root = None

    @classmethod
    def setUpClass(cls):
        cls.root = pathlib.Path(tempfile.mkdtemp(prefix='clinch-test-'))
        cls.sample = cls.root / 'Sample.clinch'
        result = cls.call('sample', '--language', 'zh', workspace=cls.sample)
        assert result.status == DONE, result.err

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.root)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=self.root))
        self.workspace = self.folder / 'Test.clinch'

    @classmethod
    def environment(cls, **more):
        environment = {'PATH': '/usr/bin:/bin', 'HOME': str(cls.root), 'XDG_DATA_HOME': str(cls.root / 'data'),
                       'XDG_RUNTIME_DIR': str(cls.root), 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'TZ': 'Asia/Shanghai',
                       'CLINCH_NOW': NOW, 'G_DEBUG': 'fatal-warnings'}
        for name in ('LSAN_OPTIONS', 'ASAN_OPTIONS', 'UBSAN_OPTIONS'):
            if name in os.environ:
                environment[name] = os.environ[name]
        environment.update(more)
        return environment

    @classmethod
    def call(cls, *arguments, workspace=None, cwd=None, **environment):
        command = [CLINCH, *map(str, arguments)]
        if workspace is not None:
            command[2:2] = ['--workspace', str(workspace)]
        process = subprocess.run(command, env=cls.environment(**environment), cwd=cwd or cls.root, capture_output=True,
                                 stdin=subprocess.DEVNULL, timeout=120, check=False)
        return Result(process)

    def clinch(self, *arguments, status=DONE, **more):
        more.setdefault('workspace', self.workspace)
        result = self.call(*arguments, **more)
        self.assertEqual(result.status, status, f'{arguments}\n{result.out}{result.err}')
        if status != DONE:
            self.assertNotEqual(result.err.strip(), '')
        return result

    def copy_sample(self):
        shutil.copytree(self.sample, self.workspace)

    def records(self, kind, *arguments, **more):
        return self.clinch('list', kind, '--json', '--limit', '0', *arguments, **more).json


class Tap(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0

    def say(self, test, result, more=''):
        self.number += 1
        print(f'{result} {self.number} {test.id().rsplit(".", 1)[-1]}{more}', flush=True)

    def addSuccess(self, test):
        self.say(test, 'ok')

    def addSkip(self, test, reason):
        self.say(test, 'ok', f' # SKIP {reason}')

    def explain(self, test, error):
        super().addFailure(test, error)
        self.say(test, 'not ok')
        for line in ''.join(traceback.format_exception(*error)).splitlines():
            print(f'# {line}')

    addFailure = explain
    addError = explain

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.explain(subtest, error)


def main(case):
    result = Tap()
    unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
    print(f'1..{result.number}')
    sys.exit(0 if result.wasSuccessful() else 1)
