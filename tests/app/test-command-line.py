#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program as a script would: no display, no session bus, a workspace in a temporary folder.

Usage: test-command-line.py CLINCH [LOCPATH LOCALEDIR]. Speaks TAP.
"""

import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import unittest

CLINCH = os.path.abspath(sys.argv[1])
LOCPATH = sys.argv[2] if len(sys.argv) > 2 else ''
LOCALEDIR = sys.argv[3] if len(sys.argv) > 3 else ''
NOW = '2026-11-23T09:30:00+08:00'
SENTENCE = '这个客户目前在商务谈判阶段,已确认需求,方案已发,预计两周内签约。'
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

    # --- Help and usage

    def test_help(self):
        names = re.findall(r'^  ([\w-]+) ', self.clinch('--help', workspace=None).out, re.M)
        self.assertEqual(sorted(names), ['add', 'check', 'decision-chain', 'delete', 'dossier', 'duplicates', 'edit', 'export', 'export-contacts', 'history', 'import', 'list', 'log', 'merge',
                                         'move', 'profile', 'radar', 'rank', 'refresh', 'regrade', 'sample', 'search', 'show', 'status', 'tag', 'undelete', 'undo',
                                         'untag'])
        for name in names:
            result = self.clinch(name, '--help', workspace=None)
            self.assertTrue(result.out.startswith(f'Usage: clinch {name} '), result.out)
            self.assertIn('--workspace', result.out)

    def test_version(self):
        self.assertRegex(self.clinch('--version', workspace=None).out, r'^clinch \d+\.\d+')

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

    # --- Sample

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

    # --- Reading

    def test_list(self):
        rows = self.records('customers', '--where', 'grade=S', '--where', 'open-value>=100万', '--sort', '-open-value',
                            workspace=self.sample)
        self.assertGreater(len(rows), 0)
        values = [float(row['open-value']) for row in rows]
        self.assertEqual(values, sorted(values, reverse=True))
        self.assertTrue(all(row['grade'] == 'S' and float(row['open-value']) >= 1000000 for row in rows))

    def test_list_conditions(self):
        everything = self.records('opportunities', workspace=self.sample)
        for condition, holds in (
                ('owner=王敏', lambda row: row['owner']['name'] == '王敏'),
                ('owner!=王敏', lambda row: row['owner']['name'] != '王敏'),
                ('stage=需求确认', lambda row: row['stage']['name'] == '需求确认'),
                ('next-date=', lambda row: row['next-date'] is None),
                ('next-date!=', lambda row: row['next-date'] is not None),
                ('expected-date<=2026-11-30', lambda row: (row['expected-date'] or '9') <= '2026-11-30'),
                ('name~mes', lambda row: 'MES' in row['name']),
                ('customer=杭钢', lambda row: row['customer']['name'] == '杭钢智造集团有限公司')):
            with self.subTest(condition):
                rows = self.records('opportunities', '--where', condition, workspace=self.sample)
                expected = {row['uid'] for row in everything if holds(row)}
                self.assertEqual({row['uid'] for row in rows}, expected)
                self.assertGreater(len(rows), 0)

    def test_list_refused(self):
        for kind, *arguments in (
                ['opportunities', '--sort', 'nonsense'],
                *(['opportunities', '--where', condition] for condition in (
                    'nonsense=1', 'owner.nonsense=1', 'name', '=x', 'owner=nobody', 'stage=nowhere', 'owner>=王敏', 'amount>=abc',
                    'amount~1', 'amount=$5', 'amount=1e5', 'probability=abc', 'probability=101', 'probability~5',
                    'expected-date=2026-02-30', 'expected-date>=32/13/2026', 'created>=nonsense', 'deleted=')),
                *(['customers', '--where', condition] for condition in (
                    'grade=Z', 'founded=abc', 'founded=1.5', 'currency=ZZZ', 'parent<=杭钢', 'employees~1')),
                *(['follow-ups', '--where', condition] for condition in ('type=nonsense', 'happened>=nonsense'))):
            with self.subTest(arguments):
                self.clinch('list', kind, *arguments, status=REFUSED, workspace=self.sample)

    def test_list_limit(self):
        result = self.clinch('list', 'opportunities', '--limit', '5', workspace=self.sample)
        self.assertEqual(len(result.out.splitlines()), 6)
        self.assertIn('5 of 120', result.err)
        self.assertEqual(len(self.clinch('list', 'opportunities', '--json', workspace=self.sample).json), 50)

    def test_list_aligned(self):
        """Columns stand under each other where a Chinese character is two columns wide."""
        lines = self.clinch('list', 'members', workspace=self.sample).out.splitlines()
        columns = {sum(1 + (ord(c) > 0x2e80) for c in line.split('  ')[0]) +
                   len(re.match(r'[^ ]+( +)', line).group(1)) for line in lines}
        self.assertEqual(len(columns), 1, lines)

    def test_every_kind(self):
        for kind in [*KINDS, 'pipelines', 'stages', 'saved-views', 'settings']:
            self.clinch('list', kind, workspace=self.sample)
            rows = self.records(kind, workspace=self.sample)
            if rows:
                self.assertEqual(self.clinch('show', kind, rows[0]['uid'], '--json', workspace=self.sample).json, rows[0])

    def test_show(self):
        result = self.clinch('show', 'customer', '杭钢', workspace=self.sample)
        self.assertIn('杭钢智造集团有限公司', result.out)
        record = self.clinch('show', 'contacts', '王建国', '--json', workspace=self.sample).json
        self.assertEqual(record['title'], '信息化总经理')
        self.clinch('show', 'customer', 'nobody', status=REFUSED, workspace=self.sample)

    def test_status(self):
        result = self.clinch('status', '杭钢MES升级', workspace=self.sample)
        self.assertEqual(len(result.out.splitlines()), 1)
        answer = self.clinch('status', '杭钢MES升级', '--json', workspace=self.sample).json
        self.assertEqual(answer['sentence'] + '\n', result.out)
        line = self.clinch('status', '杭钢MES升级', '--line', workspace=self.sample).out
        self.assertEqual(answer['line'] + '\n', line)

    def test_search(self):
        for text in ('王建国', 'wangjianguo', 'wjg', '杭钢'):
            self.assertNotEqual(self.clinch('search', text, '--json', workspace=self.sample).json, [], text)
        self.assertEqual(self.clinch('search', '没有这个词语', '--json', workspace=self.sample).json, [])
        self.assertIn('王建国', self.clinch('search', 'wjg', workspace=self.sample).out)

    def test_chinese(self):
        if not (pathlib.Path(LOCALEDIR) / 'zh_CN' / 'LC_MESSAGES' / 'clinch.mo').exists():
            self.skipTest('the translation is not installed')
        chinese = {'LOCPATH': LOCPATH, 'LC_ALL': 'zh_CN.UTF-8', 'LANGUAGE': 'zh_CN', 'workspace': self.sample}
        opportunities = self.records('opportunities', workspace=self.sample)
        agreed = [row for row in opportunities
                  if row['stage']['name'] == '商务谈判' and row['expected-date'] == '2026-12-05']
        self.assertGreater(len(agreed), 0)
        self.assertEqual(self.clinch('status', agreed[0]['uid'], **chinese).out, SENTENCE + '\n')
        self.assertIn('名称', self.clinch('list', 'opportunities', **chinese).out.splitlines()[0])
        self.assertIn('用法', self.clinch('list', status=USAGE, **chinese).err)

    # --- Writing

    def test_add_edit_show(self):
        answer = self.clinch('add', 'customer', 'name=Acme', 'grade=A', '--json').json
        self.assertEqual(answer['name'], 'Acme')
        self.clinch('add', 'opportunity', 'name=Rollout', 'customer=Acme', 'amount=1.2M')
        self.clinch('edit', 'opportunity', 'Rollout', 'amount=250k', 'next-step=Quote', 'next-date=2026-12-01')
        row = self.clinch('show', 'opportunity', 'Rollout', '--json').json
        self.assertEqual((row['amount'], row['next-step'], row['next-date']), ('250000.00', 'Quote', '2026-12-01'))
        self.clinch('edit', 'opportunity', 'Rollout', 'amount=abc', status=REFUSED)
        self.clinch('edit', 'opportunity', 'Rollout', 'nonsense=1', status=REFUSED)
        self.clinch('edit', 'opportunity', 'Rollout', 'amount', status=REFUSED)
        self.assertEqual(self.clinch('show', 'opportunity', 'Rollout', '--json').json, row)

    def field_after(self, name, value, status=DONE):
        self.clinch('edit', 'opportunity', '杭钢MES升级', f'{name}={value}', status=status)
        return self.clinch('show', 'opportunity', '杭钢MES升级', '--json').json[name]

    def test_edit_values(self):
        """Values as people write them in both languages; what is none is refused and changes nothing."""
        self.copy_sample()
        for value, expected in (('1,234.56', '1234.56'), ('1.234,56', '1234.56'), ('12万', '120000.00'), ('¥1.2亿', '120000000.00'),
                                ('(500)', '-500.00'), ('-500', '-500.00'), ('1.5M', '1500000.00'), ('', None)):
            self.assertEqual(self.field_after('amount', value), expected, value)
        for value, expected in (('2026年12月5日', '2026-12-05'), ('13/12/2026', '2026-12-13'), ('20261206', '2026-12-06'), ('', None)):
            self.assertEqual(self.field_after('next-date', value), expected, value)
        for value in ('55%', '55'):
            self.assertEqual(self.field_after('probability', value), 55)
        self.assertEqual(self.field_after('owner', '周凯')['name'], '周凯')
        self.assertIsNone(self.field_after('contact', ''))
        before = self.clinch('show', 'opportunity', '杭钢MES升级', '--json').json
        for name, values in (('amount', ['1e5', 'NaN', '$5', '5 USD', '9' * 20, '--5']), ('probability', ['101', '-1', 'x']),
                             ('next-date', ['2026-13-01', '2/30/2026', '5.12.2026', 'soon']), ('owner', ['', 'nobody']),
                             ('customer', ['']), ('name', ['', '   ']), ('currency', ['', 'ZZZ']), ('stage', ['nowhere', '丢单'])):
            for value in values:
                with self.subTest((name, value)):
                    self.assertEqual(self.field_after(name, value, REFUSED), before[name])
        self.assertEqual(self.clinch('edit', 'opportunity', '杭钢MES升级', 'amount=abc', status=REFUSED).err,
                         '“Amount”: “abc” is not an amount.\n')
        self.assertEqual(self.clinch('show', 'opportunity', '杭钢MES升级', '--json').json, before)

    def test_circles(self):
        """Nothing comes to stand above itself, by itself or by way of others."""
        for kind, parent in (('customer', 'parent'), ('team', 'parent'), ('member', 'manager')):
            role = ['role=owner'] if kind == 'member' else []
            for name in ('Top', 'Middle', 'Bottom'):
                self.clinch('add', kind, f'name={name}', *role)
            self.clinch('edit', kind, 'Middle', f'{parent}=Top')
            self.clinch('edit', kind, 'Bottom', f'{parent}=Middle')
            self.assertIn('Top → Bottom → Middle → Top. Change one of these',
                          self.clinch('edit', kind, 'Top', f'{parent}=Bottom', status=REFUSED).err)
            self.clinch('edit', kind, 'Top', f'{parent}=Top', status=REFUSED)
            self.assertIsNone(self.clinch('show', kind, 'Top', '--json').json[parent])
        self.assertTrue(self.clinch('check', '--json').json['ok'])

    def test_ambiguous(self):
        uids = [self.clinch('add', 'customer', 'name=Twin', '--json').json['uid'] for _ in range(2)]
        for arguments in (['show', 'customer', 'Twin'], ['edit', 'customer', 'Twin', 'name=One'], ['history', 'Twin'],
                          ['delete', 'customer', 'Twin'], ['log', 'Called', '--customer', 'Twin']):
            error = self.clinch(*arguments, status=REFUSED).err
            self.assertTrue(all(uid in error for uid in uids), error)
        self.clinch('edit', 'customer', uids[1], 'name=Other')
        self.clinch('show', 'customer', 'Twin')

    def test_currencies(self):
        """A customer's amounts in other currencies stand beside its own, and are never added."""
        self.clinch('add', 'customer', 'name=Acme', 'currency=CNY')
        for amount, currency, stage in (('1000', 'CNY', 'Quote'), ('500', 'USD', 'Quote'), ('20', 'USD', 'Quote'),
                                        ('7', 'USD', 'Won'), ('300', 'JPY', 'Won')):
            self.clinch('add', 'opportunity', f'name={currency}{amount}', 'customer=Acme', f'currency={currency}', f'amount={amount}')
            self.clinch('move', f'{currency}{amount}', stage)
        record = self.clinch('show', 'customer', 'Acme', '--json').json
        self.assertEqual((record['open-value'], record['won-value']), ('1000.00', '0.00'))
        self.assertEqual(record['totals'], [{'currency': 'CNY', 'open': '1000.00', 'won': '0.00'},
                                            {'currency': 'JPY', 'open': '0', 'won': '300'},
                                            {'currency': 'USD', 'open': '520.00', 'won': '7.00'}])
        self.assertIn('$520.00 open, $7.00 won', self.clinch('show', 'customer', 'Acme').out)
        self.clinch('edit', 'customer', 'Acme', 'currency=USD')
        record = self.clinch('show', 'customer', 'Acme', '--json').json
        self.assertEqual((record['open-value'], record['totals'][0]['currency']), ('520.00', 'USD'))

    def test_settings(self):
        self.assertEqual(self.clinch('add', 'customer', 'name=Acme').status, DONE)
        self.clinch('edit', 'setting', 'currency', 'value=EUR')
        self.assertEqual(self.clinch('show', 'setting', 'currency', '--json').json['value'], 'EUR')
        self.clinch('show', 'setting', 'nonsense', status=REFUSED)

    def test_move(self):
        self.copy_sample()
        self.clinch('move', '杭钢MES升级', '谈判')
        self.clinch('move', '杭钢MES升级', '丢单', status=REFUSED)
        self.clinch('move', '杭钢MES升级', '丢单', '--reason', '价格高', '--competitor', '北辰系统')
        row = self.clinch('show', 'opportunity', '杭钢MES升级', '--json').json
        self.assertEqual((row['lost-reason'], row['competitor'], row['closed-date']), ('价格高', '北辰系统', '2026-11-23'))
        self.clinch('move', '杭钢MES升级', '成交', '--amount', '500万', '--date', '2026-11-20')
        row = self.clinch('show', 'opportunity', '杭钢MES升级', '--json').json
        self.assertEqual((row['amount'], row['closed-date']), ('5000000.00', '2026-11-20'))
        self.clinch('move', '杭钢MES升级', 'nowhere', status=REFUSED)

    def test_log(self):
        self.copy_sample()
        answer = self.clinch('log', '今天拜访杭钢王总,MES方案反馈不错,下周三报价', '--json').json
        row = answer['follow-ups'][0]
        self.assertEqual(row['customer']['name'], '杭钢智造集团有限公司')
        self.assertEqual(row['opportunity']['name'], '杭钢MES升级')
        self.assertEqual(row['contact']['name'], '王建国')
        self.assertEqual((row['type'], row['next-step'], row['next-date']), ('visit', '报价', '2026-12-02'))
        opportunity = self.clinch('show', 'opportunity', '杭钢MES升级', '--json').json
        self.assertEqual((opportunity['next-step'], opportunity['next-date']), ('报价', '2026-12-02'))
        self.clinch('log', '今天天气不错', status=REFUSED)
        self.clinch('log', '今天天气不错', '--customer', '杭钢')
        self.clinch('log', '客户来电', '--customer', 'nobody', status=REFUSED)

    def test_history_undo(self):
        self.copy_sample()
        before = self.clinch('show', 'opportunity', '杭钢MES升级', '--json').json
        self.clinch('edit', 'opportunity', '杭钢MES升级', 'amount=1.5亿')
        steps = self.clinch('history', '杭钢MES升级', '--json').json
        self.assertEqual(steps[0]['changes'][0]['fields']['amount'],
                         {'before': before['amount'], 'after': '150000000.00'})
        self.assertEqual(steps[0]['member']['name'], '王敏')
        self.assertIn('¥150,000,000.00', self.clinch('history', '杭钢MES升级').out)
        self.assertEqual(self.clinch('undo', '--json').json['undoes'], steps[0]['step'])
        self.assertEqual(self.clinch('show', 'opportunity', '杭钢MES升级', '--json').json, before)
        self.assertIsNotNone(self.clinch('history', '--json').json[1]['undone-by'])
        self.clinch('undo', str(steps[0]['step']), status=REFUSED)
        self.clinch('undo', '4711', status=REFUSED)
        self.assertEqual(self.clinch('history', '--since', '2026-11-24', '--json').json, [])
        self.clinch('history', '--since', 'nonsense', status=USAGE)
        self.clinch('history', 'nobody', status=REFUSED)

    def test_undo_kinds(self):
        """Each kind of step is taken back, and the taking back is taken back."""
        self.copy_sample()
        source = self.folder / 'new.csv'
        source.write_text('Customer,Industry\nNewcomer,Steel\n', encoding='utf-8')
        state = lambda: [self.records(kind) for kind in KINDS]
        for arguments in (['add', 'customer', 'name=Acme'], ['edit', 'customer', '杭钢', 'name=杭钢集团', 'note=a\nb'],
                          ['move', '杭钢MES升级', '成交', '--amount', '1万'], ['move', '杭钢MES升级', '丢单', '--reason', '价格高'],
                          ['log', '今天拜访杭钢王总,下周三报价'], ['delete', 'customer', '杭钢'],
                          ['edit', 'opportunity', '杭钢MES升级', 'stage=报价', 'amount=9', 'currency=EUR'],
                          ['edit', 'member', '王敏', 'name=王敏敏'], ['import', source, '--kind', 'customers'], ['add', 'team', 'name=T']):
            with self.subTest(arguments):
                before = state()
                self.clinch(*arguments)
                after = state()
                self.assertNotEqual(after, before)
                undo = self.clinch('undo', '--json').json['step']
                self.assertEqual(state(), before)
                self.clinch('undo', str(undo))
                self.assertEqual(state(), after)
                self.clinch('undo')
        self.assertTrue(self.clinch('check', '--json').json['ok'])

    def test_delete_undelete(self):
        self.copy_sample()
        customers = len(self.records('customers'))
        opportunities = len(self.records('opportunities'))
        self.clinch('delete', 'customer', '杭钢')
        self.clinch('show', 'opportunity', '杭钢MES升级', status=REFUSED)
        self.assertEqual(len(self.records('customers')), customers - 1)
        self.assertEqual(len(self.records('customers', '--deleted')), 1)
        self.clinch('undelete', 'customer', '杭钢')
        self.assertEqual(len(self.records('customers')), customers)
        self.assertEqual(len(self.records('opportunities')), opportunities)
        self.clinch('delete', 'member', '王敏', status=REFUSED)

    def test_merge(self):
        self.clinch('add', 'customer', 'name=杭钢集团有限公司', 'website=https://x.cn', 'note=两家工厂')
        self.clinch('add', 'customer', 'name=杭钢(杭州)', 'note=老客户', 'phone=0571-1')
        self.clinch('add', 'contact', 'name=王敏', 'customer=杭钢集团有限公司')
        pair, = self.clinch('duplicates', 'customers', '--json').json
        self.assertEqual((pair['first']['name'], pair['second']['name']), ('杭钢集团有限公司', '杭钢(杭州)'))
        self.assertEqual(pair['reasons'], ['core'])
        self.assertIn('杭钢', self.clinch('duplicates', 'customers').out)
        self.clinch('duplicates', 'members', status=USAGE)
        self.clinch('merge', 'customers', '杭钢(杭州)', '杭钢集团有限公司', '--take', 'nonsense', status=USAGE)
        self.clinch('merge', 'customers', '杭钢(杭州)', '杭钢(杭州)', status=REFUSED)

        answer = self.clinch('merge', 'customers', '杭钢(杭州)', '杭钢集团有限公司', '--take', 'name', '--json').json
        self.assertEqual((answer['name'], answer['moved']), ('杭钢集团有限公司', {'contacts': 1}))
        self.assertEqual(answer['other']['name'], '杭钢集团有限公司')
        kept, = self.records('customers')
        self.assertEqual([kept[field] for field in ('name', 'website', 'phone', 'note')],
                         ['杭钢集团有限公司', 'https://x.cn', '0571-1', '老客户\n\n两家工厂'])
        self.assertEqual(self.records('contacts')[0]['customer']['uid'], kept['uid'])
        self.assertEqual(self.clinch('duplicates', 'customers', '--json').json, [])
        self.clinch('undo')
        self.assertEqual(len(self.records('customers')), 2)
        self.assertTrue(self.clinch('check', '--json').json['ok'])

    def test_hostile_names(self):
        names = ['-- <b>A & B</b> "x"', '--help', '-x', "it's", 'a;b,c', '$(id)', '\\', '＝1', "'; DROP TABLE customer; --", '%s%n%s', '../../etc/passwd', '=1+1', '"quoted"',
                 '很' * 3400, 'a\u202eb']
        for name in names:
            note = f'{name}\n\n{name}\n  =1'
            uid = self.clinch('add', 'customer', f'name={name}', f'note={note}', '--json').json['uid']
            clean = name.replace('\u202e', '')
            record = self.clinch('show', 'customer', uid, '--json').json
            self.assertEqual((record['name'], record['note']), (clean, note.replace('\u202e', '')))
            self.clinch('history', uid, '--kind', 'customers')
            self.clinch('search', '--', name)
        self.clinch('show', 'customer', '--', names[0])
        self.clinch('list', 'customers')
        before = self.records('customers')
        self.assertEqual(len(before), len(names))
        self.assertTrue(self.clinch('check', '--json').json['ok'])
        self.clinch('export', self.folder / 'out')
        for path in (self.folder / 'out').glob('*.csv'):
            for line in path.read_text(encoding='utf-8-sig').splitlines():
                self.assertNotIn(line.strip()[:1], list('=+-@＝'), path)
        other = self.folder / 'Other.clinch'
        self.clinch('import', self.folder / 'out', workspace=other)
        strip = lambda rows: sorted((row['uid'], row['name'], row['note']) for row in rows)
        self.assertEqual(strip(self.records('customers', workspace=other)), strip(before))

    # --- Files

    def test_export_import(self):
        exported = self.folder / 'export'
        counts = self.clinch('export', 'export', '--json', workspace=self.sample, cwd=self.folder).json
        self.assertEqual(counts['opportunities'], 120)
        self.clinch('import', exported)
        for kind in KINDS:
            keep = {row['uid']: row for row in self.records(kind, workspace=self.sample)}
            back = {row['uid']: row for row in self.records(kind)}
            # Besides the members there is whoever made the new workspace.
            self.assertEqual({uid: row for uid, row in back.items() if uid in keep}, keep, kind)
            self.assertEqual(len(back), len(keep) + (kind == 'members'))
        self.assertTrue(self.clinch('check', '--json').json['ok'])

    def test_refresh(self):
        self.copy_sample()
        before = {row['uid']: row['priority'] for row in self.records('customers')}
        # A year without a word: everybody has cooled down, and every date is past.
        later = '2027-11-23T09:30:00+08:00'
        answer = self.clinch('refresh', '--json', CLINCH_NOW=later).json
        self.assertEqual(answer['customers'], len(before))
        self.assertGreater(answer['regraded'], 0)
        self.assertNotEqual({row['uid']: row['priority'] for row in self.records('customers')}, before)
        again = self.clinch('refresh', '--json', CLINCH_NOW=later).json
        self.assertEqual((again['regraded'], again['step']), (0, None))
        self.assertIn('40', self.clinch('refresh', CLINCH_NOW=later).out)

    def test_regrade_preview(self):
        self.copy_sample()
        before = {row['uid']: row['grade'] for row in self.records('customers')}
        preview = self.clinch('regrade', '--preview', 'dimension', '预算', 'weight=90', '--json').json
        self.assertEqual(preview['customers'], len(before))
        self.assertGreater(len(preview['regrades']), 0)
        self.assertEqual({row['uid']: row['grade'] for row in self.records('customers')}, before)
        self.clinch('edit', 'dimension', '预算', 'weight=90')
        after = {row['uid']: row['grade'] for row in self.records('customers')}
        self.assertEqual({row['customer']['uid']: row['to'] for row in preview['regrades']},
                         {uid: grade for uid, grade in after.items() if grade != before[uid]})
        self.assertIn('customers would change grade', self.clinch('regrade', '--preview', 'tag', '预算已批', 'score=0').out)
        self.assertIn('--preview', self.clinch('regrade', 'dimension', '预算', 'weight=3', status=2).err)
        self.clinch('regrade', '--preview', 'customer', '杭钢', 'grade=S', status=2)
        self.assertIn('FIELD=VALUE', self.clinch('regrade', '--preview', 'dimension', '预算', 'weight', status=1).err)

    # --- Profiles

    def profile(self, customer, *arguments, **more):
        return self.clinch('profile', customer, '--json', *arguments, **more).json

    def dimension(self, customer, name, *arguments, **more):
        return next(line for line in self.profile(customer, *arguments, **more)['dimensions'] if line['dimension']['name'] == name)

    def test_profile(self):
        self.workspace = self.sample
        profile = self.profile('杭钢')
        customer = self.records('customers', '--where', 'name~杭钢')[0]
        self.assertEqual(profile['customer']['uid'], customer['uid'])
        for name in ('score', 'completeness', 'filled', 'grade'):
            self.assertEqual(profile[name], customer[name], name)
        known = [line for line in profile['dimensions'] if line['value'] is not None]
        self.assertEqual((len(profile['dimensions']), len(known)), (profile['total'], profile['filled']))
        total = sum(line['weight'] * line['value'] for line in known)
        self.assertEqual(profile['score'], int(total / sum(line['weight'] for line in known) + 0.5))
        self.assertAlmostEqual(sum(part['share'] for part in profile['priority']['parts']), profile['priority']['exact'], delta=0.03)
        budget = self.dimension('杭钢', '预算')
        self.assertEqual(budget['tags'][0]['tag']['name'], '预算已批')
        self.assertRegex(budget['as-of'], r'^2026-\d\d-\d\d$')
        text = self.clinch('profile', '杭钢', '--compare', 'median').out
        for words in ('杭钢智造集团有限公司', f'{profile["score"]} = ', '预算已批', f'Median of grade {profile["grade"]}'):
            self.assertIn(words, text)

    def test_profile_past(self):
        self.workspace = self.sample
        now, before = self.profile('杭钢'), self.profile('杭钢', '--at', '2026-05-01')
        self.assertEqual(before['date'], '2026-05-01')
        self.assertLess(before['filled'], now['filled'])
        beside = self.profile('杭钢', '--compare', '2026-05-01', '--compare', 'median')['compared']
        self.assertEqual(beside[0]['values'], [line['value'] for line in before['dimensions']])
        self.assertGreater(beside[1]['customers'], 1)
        for arguments in (['--at', '2027-01-01'], ['--at', 'soon'], ['--compare', '2027-01-01'], ['--compare', 'a', '--compare', 'b', '--compare', 'c']):
            self.clinch('profile', '杭钢', *arguments, status=USAGE)
        self.clinch('profile', '杭钢', '--compare', 'nobody', status=REFUSED)
        self.clinch('profile', 'nobody', status=REFUSED)

    def test_profile_by_hand(self):
        self.copy_sample()
        self.clinch('edit', 'customer', '杭钢', 'grade=B', 'grade-reason=年度预算冻结')
        profile = self.profile('杭钢')
        self.assertEqual((profile['grade'], profile['grade-reason']), ('B', '年度预算冻结'))
        self.assertNotEqual(profile['grade-by-profile'], 'B')
        self.assertRegex(self.clinch('profile', '杭钢').out, rf'B · .*{profile["grade-by-profile"]}.*年度预算冻结')

    def test_profile_empty(self):
        self.copy_sample()
        self.clinch('add', 'customer', 'name=空白公司')
        profile = self.profile('空白公司', '--compare', '杭钢')
        self.assertIsNone(profile['score'])
        self.assertTrue(profile['thin'])
        self.assertIsNone(profile['grade'])
        self.clinch('profile', '空白公司')
        self.clinch('profile', '空白公司', '--compare', 'median', status=REFUSED)
        self.clinch('radar', '空白公司', '-o', self.folder / 'empty.svg')

    def test_tag(self):
        self.copy_sample()
        before = self.dimension('杭钢', '预算')
        answer = self.clinch('tag', '杭钢', '预算=没有预算', '战略价值=打开新市场', '--source', '财务总监', '--confidence', 'high', '--date', '2026-11-01',
                             '--note', '冻结到年底', '--json').json
        self.assertEqual((answer['kind'], answer['name']), ('customers', '杭钢智造集团有限公司'))
        budget = self.dimension('杭钢', '预算')
        self.assertEqual((budget['value'], budget['as-of'], budget['days']), (0, '2026-11-01', 22))
        tag = budget['tags'][0]
        self.assertEqual([tag['tag']['name'], tag['source'], tag['confidence'], tag['note']], ['没有预算', '财务总监', 'high', '冻结到年底'])
        self.clinch('undo')
        self.assertEqual(self.dimension('杭钢', '预算'), before)
        for arguments in (['预算'], ['预算='], ['=预算已批']):
            self.clinch('tag', '杭钢', *arguments, status=USAGE)
        for arguments in (['预算=制造'], ['没有=预算已批'], ['规模=200'], ['预算=预算已批', '预算=没有预算'],
                          ['预算=预算已批', '--date', '2027-01-01'], ['预算=预算已批', '--confidence', '也许']):
            self.clinch('tag', '杭钢', *arguments, status=REFUSED)
        self.assertEqual(self.dimension('杭钢', '预算'), before)

    def test_untag(self):
        self.copy_sample()
        names = {tag['tag']['name']: tag for tag in self.dimension('杭钢', '战略价值')['tags']}
        self.assertEqual(len(names), 2)
        self.clinch('untag', '杭钢', '战略价值=行业标杆')
        left = self.dimension('杭钢', '战略价值')['tags']
        del names['行业标杆']
        self.assertEqual({tag['tag']['name']: tag for tag in left}, names)
        self.clinch('untag', '杭钢', '战略价值', '预算')
        for name in ('战略价值', '预算'):
            self.assertIsNone(self.dimension('杭钢', name)['value'])
        self.clinch('untag', '杭钢', '预算', status=REFUSED)
        self.clinch('undo')
        self.assertEqual(self.dimension('杭钢', '预算')['value'], 100)

    def test_rank(self):
        self.workspace = self.sample
        places = self.clinch('rank', 'customers', '--limit', '0', '--json').json
        self.assertEqual([place['place'] for place in places], list(range(1, 41)))
        points = [place['priority']['exact'] for place in places]
        self.assertEqual(points, sorted(points, reverse=True))
        maintained = {row['uid']: row for row in self.records('customers')}
        for place in places:
            row = maintained[place['customer']['uid']]
            self.assertEqual((place['grade'], place['score'], place['open-value'], place['won-value']),
                             (row['grade'], row['score'], row['open-value'], row['won-value']))
            self.assertAlmostEqual(sum(part['share'] for part in place['priority']['parts']), place['priority']['exact'], delta=0.03)
        text = self.clinch('rank', 'customers', '--limit', '5')
        self.assertEqual((len(text.out.splitlines()), text.err), (6, ''))
        column = {len(line[:line.index('.')].encode('gb18030')) for line in text.out.splitlines()[1:]}
        self.assertEqual(len(column), 1, text.out)
        graded = self.clinch('rank', 'customers', '--grade', 'A', '--json').json
        self.assertEqual({place['grade'] for place in graded}, {'A'})
        owner = places[0]['owner']
        own = self.clinch('rank', 'customers', '--owner', owner['name'], '--limit', '0', '--json').json
        self.assertEqual({place['owner']['uid'] for place in own}, {owner['uid']})
        teams = [self.clinch('rank', 'customers', '--team', row['uid'], '--limit', '0', '--json').json for row in self.records('teams')]
        self.assertEqual({len(team) for team in teams}, {0, 40})
        for arguments in (['contacts'], ['customers', '--limit', '-1'], ['customers', '--grade', 'Z']):
            self.assertNotEqual(self.call('rank', *arguments, workspace=self.sample).status, DONE)

    def chain(self, *arguments):
        return self.clinch('decision-chain', *arguments, '--json').json

    def person(self, name, *arguments):
        return next(person for person in self.chain(*arguments)['people'] if person['contact']['name'] == name)

    def make_people(self):
        self.clinch('sample', '--language', 'zh')
        self.clinch('add', 'customer', 'name=泰康机电')
        self.clinch('add', 'opportunity', 'name=泰康一期', 'customer=泰康机电')
        for name, department in (('王小敏', '采购部'), ('赵大总', '总经办')):
            self.clinch('add', 'contact', f'name={name}', f'department={department}', 'customer=泰康机电')

    def test_decision_chain(self):
        self.workspace = self.sample
        chain = self.chain('杭钢', '--matrix')
        self.assertEqual(chain['customer']['name'], '杭钢智造集团有限公司')
        self.assertIsNone(chain['opportunity'])
        rules = chain['relationship']['rules']
        self.assertEqual(len(rules), 12)
        self.assertEqual(sum(rule['weight'] for rule in rules if rule['met']), chain['relationship']['met'])
        self.assertAlmostEqual(chain['relationship']['score'], 5 * chain['relationship']['met'] / chain['relationship']['of'], delta=0.005)
        self.assertLessEqual({finding['severity'] for finding in chain['findings']}, {'info', 'warning', 'alert'})
        people = {person['contact']['uid']: person for person in chain['people']}
        for row in chain['matrix']:
            for pair in row['pairs']:
                self.assertLessEqual(pair['warmth'], people[pair['contact']['uid']]['warmth'])
        best = {person['knows-best']['name'] for person in chain['people'] if person['knows-best']}
        self.assertLessEqual(best, {row['member']['name'] for row in chain['matrix']})
        text = self.clinch('decision-chain', '杭钢', '--matrix')
        self.assertEqual(text.err, '')
        for finding in chain['findings']:
            self.assertIn(finding['message'], text.out)
        self.clinch('decision-chain', 'nobody', status=REFUSED)

    def test_judge(self):
        self.make_people()
        empty = self.chain('泰康一期')
        self.assertIn('no-decision-maker', [finding['code'] for finding in empty['findings']])
        self.clinch('judge', '赵大总', 'role=decision-maker', 'support=中间', '--customer', '泰康机电', 'source=同事介绍', 'confidence=low')
        answer = self.clinch('judge', '赵大总', 'role=审批者', '--opportunity', '泰康一期', '--json').json
        self.assertEqual((answer['kind'], answer['name']), ('contacts', '赵大总'))
        person = self.person('赵大总', '泰康一期')
        self.assertEqual(person['role'], {'code': 'approver', 'for': 'opportunity', 'source': None, 'confidence': None})
        self.assertEqual(person['support'], {'code': 'neutral', 'for': 'customer', 'source': '同事介绍', 'confidence': 'low'})
        self.assertEqual(self.person('赵大总', '泰康机电')['role']['code'], 'decision-maker')
        self.clinch('judge', '赵大总', 'role=', '--opportunity', '泰康一期')
        self.assertEqual(self.person('赵大总', '泰康一期')['role']['code'], 'decision-maker')
        self.clinch('undo')
        self.assertEqual(self.person('赵大总', '泰康一期')['role']['code'], 'approver')
        for arguments in ([], ['role'], ['king=1'], ['contact=1'], ['customer=泰康机电']):
            self.clinch('judge', '赵大总', *arguments, status=USAGE)
        for arguments in (['role=king'], ['role=user', '--customer', '杭钢'], ['role=user', '--opportunity', 'nothing']):
            self.clinch('judge', '赵大总', *arguments, status=REFUSED)

    def test_circle(self):
        self.make_people()
        self.clinch('edit', 'contact', '王小敏', 'reports-to=赵大总')
        before = self.chain('泰康机电')
        refused = self.clinch('edit', 'contact', '赵大总', 'reports-to=王小敏', status=REFUSED)
        self.assertIn('王小敏 → 赵大总 → 王小敏', refused.err)
        self.assertEqual(self.chain('泰康机电'), before)
        self.clinch('edit', 'contact', '王小敏', 'reports-to=王建国', status=REFUSED)
        self.clinch('edit', 'contact', '王小敏', 'reports-to=王小敏', status=REFUSED)

    def test_help(self):
        self.make_people()
        boss = next(row for row in self.records('members') if row['role'] == 'manager')
        answer = self.clinch('ask-help', boss['name'], '--opportunity', '泰康一期', '--contact', '赵大总', '--due', '2026-12-01', '--json').json
        asked = self.chain('泰康一期')['help'][0]
        self.assertEqual((asked['uid'], asked['state'], asked['due']), (answer['uid'], 'asked', '2026-12-01'))
        self.assertIn('赵大总', asked['brief'])
        self.assertIn('泰康一期', asked['brief'])
        self.clinch('answer-help', asked['uid'], 'done', '--outcome', '见了', status=REFUSED)
        self.clinch('answer-help', asked['uid'], '已接受')
        self.clinch('answer-help', asked['uid'], 'done', status=REFUSED)
        self.clinch('answer-help', asked['uid'], 'done', '--outcome', '同意立项')
        done = self.chain('泰康机电')['help'][0]
        self.assertEqual((done['state'], done['outcome']), ('done', '同意立项'))
        for _ in range(3):
            self.clinch('undo')
        self.assertEqual(self.chain('泰康机电')['help'], [])
        self.clinch('ask-help', boss['name'], status=USAGE)
        self.clinch('ask-help', 'nobody', '--customer', '泰康机电', status=REFUSED)
        self.clinch('ask-help', boss['name'], '--customer', '泰康机电', '--brief', '只要一句话')
        self.assertEqual(self.chain('泰康机电')['help'][0]['brief'], '只要一句话')

    def test_radar(self):
        self.workspace = self.sample
        for name, begin in (('r.png', b'\x89PNG'), ('r.svg', b'<?xml'), ('r.pdf', b'%PDF')):
            self.clinch('radar', '杭钢', '--compare', 'median', '-o', name, cwd=self.folder)
            self.assertTrue((self.folder / name).read_bytes().startswith(begin))
        self.clinch('radar', '杭钢', '-o', 'd.png', '--size', '400x300', '--scheme', 'dark', cwd=self.folder)
        self.assertEqual((self.folder / 'd.png').read_bytes()[16:24], b'\0\0\1\x90\0\0\1\x2c')
        answer = self.clinch('radar', '杭钢', '-o', 'j.svg', '--json', cwd=self.folder).json
        self.assertEqual(answer['file'], str(self.folder / 'j.svg'))
        for arguments in ([], ['-o'], ['-o', 'r.gif'], ['-o', 'r.png', '--size', '10x10'], ['-o', 'r.png', '--size', '300'],
                          ['-o', 'r.png', '--size', '300x300x'], ['-o', 'r.png', '--scheme', 'pink']):
            self.clinch('radar', '杭钢', *arguments, status=USAGE)
        before = sorted(self.folder.iterdir())
        for name in ('none/r.png', '.', 'r.png/r.png'):
            self.assertNotEqual(self.call('radar', '杭钢', '-o', self.folder / name, workspace=self.sample).status, DONE)
        self.assertEqual(sorted(self.folder.iterdir()), before)

    # --- On paper

    def pages(self, path):
        text = subprocess.run(['pdftotext', '-layout', str(path), '-'], check=True, capture_output=True).stdout.decode('utf-8')
        return [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split('\f')[:-1]]

    def dossier(self, customer, *arguments, **more):
        path = self.folder / 'dossier.pdf'
        self.clinch('dossier', customer, '-o', path, *arguments, **more)
        return self.pages(path)

    def test_dossier(self):
        self.workspace = self.sample
        pages = self.dossier('杭钢')
        text = '\n'.join('\n'.join(page) for page in pages)
        for words in ('杭钢智造集团有限公司', '制造业', 'Grade S', 'Decision Map', 'Questions to Ask', '高志强', '生产副总 · 生产部', '杭钢MES升级', '拿下柯文杰的当面承诺'):
            self.assertIn(words, text)
        self.assertNotIn('Today', text)
        for number, page in enumerate(pages):
            self.assertIn(f'Page {number + 1} of {len(pages)}', page[-1])
            self.assertEqual(page[0], '杭钢智造集团有限公司')
        information = subprocess.run(['pdfinfo', str(self.folder / 'dossier.pdf')], check=True, capture_output=True).stdout.decode('utf-8')
        for line in (r'Title: +杭钢智造集团有限公司', r'Author: +王敏', r'Page size: .*A4'):
            self.assertRegex(information, line)

    def test_dossier_language(self):
        if not (pathlib.Path(LOCALEDIR) / 'zh_CN' / 'LC_MESSAGES' / 'clinch.mo').exists():
            self.skipTest('the translation is not installed')
        self.workspace = self.sample
        for environment in ({'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}, {'LC_ALL': 'zh_CN.UTF-8', 'LANGUAGE': 'zh_CN'}):
            for language, words in (('zh', ('人员与汇报关系', '要问的问题', '决策链地图', '我们是不是还需要和财务部门交流？', '第 1 页，共')), ('en', ('Questions to Ask', 'Page 1'))):
                text = str(self.dossier('杭钢', '--language', language, LOCPATH=LOCPATH, **environment))
                for word in words:
                    self.assertIn(word, text, (environment, language))

    def test_dossier_hostile(self):
        self.copy_sample()
        long = '长' * 200
        rows = ['姓名,客户,职务,部门'] + [f'{"شركة" if i % 50 == 0 else "联系"}{i},{long},<b>{"经理" * 30},部门{i % 7}' for i in range(300)]
        source = self.folder / 'people.csv'
        source.write_text('\n'.join(rows), encoding='utf-8')
        self.clinch('import', source, '--kind', 'contacts', '--missing-customer', 'create')
        pages = self.dossier(long)
        self.assertGreater(len(pages), 8)
        names = {f'联系{i}' for i in range(300) if i % 50}
        text = [' '.join(page) for page in pages]
        self.assertEqual({name for name in names if any(f'{name} ' in page for page in text)}, names)
        tables = [page for page in pages if any(line.startswith('联系') for line in page)]
        for page in tables[1:]:
            self.assertTrue(any(line.startswith('Name ') for line in page[:6]), page[:6])
        for page in pages:
            for heading in ('Questions to Ask', 'Watch Out', 'Last Contacts', 'Open Opportunities'):
                self.assertNotEqual(page[-2], heading)
        self.clinch('add', 'customer', 'name=شركة الاختبار')
        empty = str(self.dossier('شركة الاختبار'))
        for words in ('Nobody there is known yet.', 'Nobody has been in touch yet.', 'No opportunity is open.'):
            self.assertIn(words, empty)

    def test_dossier_refused(self):
        self.workspace = self.sample
        for arguments in ([], ['-o', 'd.png'], ['-o', 'd.pdf', '--language', 'fr']):
            self.clinch('dossier', '杭钢', *arguments, status=USAGE)
        (self.folder / 'folder.pdf').mkdir()
        (self.folder / 'there.pdf').write_text('keep')
        before = sorted(self.folder.iterdir())
        for name in ('none/d.pdf', 'folder.pdf', 'there.pdf/d.pdf', 'x' * 300 + '.pdf'):
            error = self.clinch('dossier', '杭钢', '-o', self.folder / name, status=REFUSED).err
            self.assertIn('cannot be written', error)

        # A disk on which only a little fits.
        def leave_little():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (32768, 32768))
        process = subprocess.run([CLINCH, 'dossier', '杭钢', '-o', str(self.folder / 'there.pdf'), '--workspace', str(self.sample)],
                                 env=self.environment(), preexec_fn=leave_little, capture_output=True, timeout=60, check=False)
        self.assertEqual(process.returncode, REFUSED)
        self.assertIn('cannot be written', process.stderr.decode('utf-8'))
        self.assertEqual(sorted(self.folder.iterdir()), before)
        self.assertEqual((self.folder / 'there.pdf').read_text(), 'keep')

    def test_contacts(self):
        cards = self.folder / 'people.vcf'
        self.clinch('export-contacts', 'x.vcf', '--vcard', '2.1', status=USAGE)
        written = self.clinch('export-contacts', 'people.vcf', '--json', workspace=self.sample, cwd=self.folder).json
        keep = self.records('contacts', workspace=self.sample)
        self.assertEqual(written['contacts'], len(keep))
        self.assertEqual(cards.read_bytes().count(b'BEGIN:VCARD\r\nVERSION:3.0\r\n'), len(keep))
        self.clinch('export-contacts', cards, '--vcard', '4.0', '--customer', '杭钢', workspace=self.sample)
        self.assertIn(b'VERSION:4.0', cards.read_bytes())
        self.clinch('export-contacts', cards, workspace=self.sample)

        with cards.open('ab') as file:
            file.write(b'BEGIN:VCARD\r\nVERSION:3.0\r\nbroken\r\nEND:VCARD\r\n')
        result = self.clinch('import', cards, '--json').json['imports'][0]
        self.assertEqual((result['kind'], result['new'], result['rejected']), ('contacts', len(keep), 1))
        self.assertEqual(result['made'], {'customers': 40})
        self.assertIn(f'{len(keep) + 1}', result['problems'][0]['message'])
        fields = ('uid', 'name', 'title', 'department', 'mobile', 'phone', 'email', 'wechat', 'note')
        self.assertEqual(*(sorted([row[field] for field in fields] + [row['customer']['name']] for row in rows)
                           for rows in (keep, self.records('contacts'))))

    def test_import(self):
        source = self.folder / 'deals.csv'
        source.write_text('Deal,Account,Stage,Value,Closes\nRollout,Acme,Won,1000,12/31/2026\nPilot,,Lost,5,1/2/2026\n',
                          encoding='utf-8')
        options = ['--kind', 'opportunities', '--map', 'Closes=closed-date', '--map-value', 'Account:Acme=create', '--json']
        dry = self.clinch('import', source, *options, '--dry-run', workspace=self.sample).json
        self.assertEqual((dry['dry-run'], dry['imports'][0]['rows']), (True, 2))
        rejects = self.folder / 'rejects.csv'
        result = self.clinch('import', source, *options, '--rejects', rejects).json['imports'][0]
        self.assertEqual((result['new'], result['rejected']), (1, 1))
        self.assertIn('Pilot', rejects.read_text(encoding='utf-8-sig'))
        self.assertEqual(self.records('opportunities')[0]['closed-date'], '2026-12-31')
        self.clinch('undo')
        self.assertEqual(self.records('customers'), [])
        result = self.clinch('import', source, *options, '--missing-customer', 'Unknown').json['imports'][0]
        self.assertEqual((result['new'], result['rejected']), (2, 0))

    def test_import_encodings(self):
        """Whatever the file is written in, the same rows arrive; a dry run leaves every byte of the data as it was."""
        text = '客户名称,行业,年收入\n上海宝钢,钢铁,"1,234.56"\n杭钢集团,钢铁,12万\n北京启讯,软件,1.2亿\n负数公司,软件,(500)\n' \
               '欧式公司,软件,"1.234,56"\n坏公司,软件,abc\n'
        self.clinch('add', 'team', 'name=T')
        database = self.workspace / 'workspace.db'
        before = database.read_bytes()
        source = self.folder / 'a.csv'
        for encoding in ('utf-8', 'utf-8-sig', 'gb18030', 'utf-16', 'utf-16-le', 'utf-16-be'):
            with self.subTest(encoding):
                source.write_bytes(text.encode(encoding))
                result = self.clinch('import', source, '--kind', 'customers', '--dry-run', '--json').json['imports'][0]
                self.assertEqual((result['new'], result['rejected'], result['sums'][0]['imported']), (5, 1, '120121969.12'))
                self.assertEqual([problem['line'] for problem in result['problems']], [7])
                self.assertEqual(database.read_bytes(), before)
        source.write_bytes('Name,Note\n上海寶鋼,這是我們的重要客戶\n杭鋼集團,下週拜訪他們的總經理\n'.encode('big5'))
        self.clinch('import', source, '--kind', 'customers')
        self.assertEqual({row['name'] for row in self.records('customers')}, {'上海寶鋼', '杭鋼集團'})
        for separator in ';\t|':
            rows = (('名称', '行业', '备注'), (f'Acme{ord(separator)}', 'Steel', f'"a{separator}b"'), (f'Beta{ord(separator)}', 'Soft', 'x'))
            source.write_text(''.join(separator.join(row) + '\n' for row in rows), encoding='utf-8')
            self.clinch('import', source, '--kind', 'customers')
            self.assertEqual(self.clinch('show', 'customer', f'Acme{ord(separator)}', '--json').json['note'], f'a{separator}b')

    def test_import_dates(self):
        self.clinch('add', 'customer', 'name=Acme')
        source = self.folder / 'd.csv'
        for dates, options, accepted in ((['1/2/2026', '3/4/2026'], [], []), (['1/2/2026', '3/4/2026'], ['dmy'], ['2026-02-01', '2026-04-03']),
                                         (['1/22/2026', '3/4/2026'], [], ['2026-01-22', '2026-03-04']),
                                         (['22/1/2026', '3/4/2026'], [], ['2026-01-22', '2026-04-03']),
                                         (['2026年1月2日', '2026/1/3'], [], ['2026-01-02', '2026-01-03']), (['2026-02-30', 'x'], [], [])):
            with self.subTest((dates, options)):
                source.write_text('Deal,Account,Stage,Closes\n' + ''.join(f'D{i},Acme,Lost,{date}\n' for i, date in enumerate(dates)),
                                  encoding='utf-8')
                options = ['--date-order', *options] if options else []
                result = self.clinch('import', source, '--kind', 'opportunities', '--map', 'Closes=closed-date', *options, '--json').json
                rows = self.records('opportunities', '--sort', 'name')
                self.assertEqual([row['closed-date'] for row in rows], accepted)
                self.assertEqual(result['imports'][0]['rejected'], 2 - len(accepted))
                if rows:
                    self.clinch('undo')

    def test_import_map_values(self):
        source = self.folder / 'm.csv'
        source.write_text('Deal,Account,Stage,Value\nA,Acme,Zonk,5\n"B ""q""",Ghost,Won,x\n', encoding='utf-8')
        self.clinch('add', 'customer', 'name=Acme')
        for options, new in (([], 0), (['Stage:Zonk=Lost'], 1), (['Stage:Zonk=skip'], 0)):
            options = [word for option in options for word in ('--map-value', option)]
            result = self.clinch('import', source, '--kind', 'opportunities', '--dry-run', '--json', *options).json['imports'][0]
            self.assertEqual((result['new'], result['rejected']), (new, 2 - new))
        for option in ('Stage:Zonk=nowhere', 'Nope:Zonk=Lost', 'Stage:Nix=Lost'):
            self.clinch('import', source, '--kind', 'opportunities', '--map-value', option, status=REFUSED)
        self.clinch('import', source, '--kind', 'opportunities', '--map-value', 'Stage', status=USAGE)
        rejects = self.folder / 'rejects.csv'
        self.clinch('import', source, '--kind', 'opportunities', '--rejects', rejects)
        self.assertEqual(rejects.read_text(encoding='utf-8-sig').splitlines(),
                         ['Deal,Account,Stage,Value,line,reason', 'A,Acme,Zonk,5,2,Stage: nothing is called “Zonk”.',
                          '"B ""q""",Ghost,Won,x,3,“x” is not an amount.'])
        self.clinch('import', source, '--kind', 'opportunities', '--map-value', 'Stage:Zonk=Lost', '--rejects', '/nonexistent/x',
                    status=REFUSED)
        self.assertEqual(self.records('opportunities'), [])

    def test_import_circle(self):
        """Who would come to report to themselves is left out, foretold and with the reason; all others are imported."""
        source = self.folder / 'people.csv'
        source.write_text('姓名,公司,手机,汇报给\n王敏,杭钢,1,赵总\n赵总,杭钢,2,\n李工,杭钢,3,王敏\n周姐,杭钢,4,周姐\n', encoding='utf-8')
        rejects = self.folder / 'rejects.csv'
        reason = 'Nobody can report to themselves by way of others: 周姐 → 周姐.'
        self.clinch('add', 'customer', 'name=Acme')
        for options in (['--dry-run'], []):
            result = self.clinch('import', source, *options, '--rejects', rejects, '--json').json['imports'][0]
            self.assertEqual((result['new'], result['rejected']), (3, 1))
            self.assertEqual([(problem['line'], problem['verdict'], problem['value'], problem['message']) for problem in result['problems']],
                             [(5, 'rejected', '周姐', reason)])
        self.assertEqual(rejects.read_text(encoding='utf-8-sig').splitlines()[1:], [f'周姐,杭钢,4,周姐,5,{reason}'])
        source.write_text('姓名,公司,手机,汇报给\n赵总,杭钢,22,李工\n', encoding='utf-8')
        result = self.clinch('import', source, '--duplicates', 'update', '--json').json['imports'][0]
        self.assertEqual((result['updated'], result['rejected']), (0, 1))
        self.assertIn('赵总 → 李工 → 王敏 → 赵总', result['problems'][0]['message'])
        self.assertIn('赵总 → 李工', self.clinch('import', source, '--duplicates', 'update').err)
        self.assertEqual(self.clinch('import', source, '--json').json['imports'][0]['duplicates'], 1)
        self.clinch('import', source, '--duplicates', 'perhaps', status=USAGE)

    def test_import_refused(self):
        self.clinch('import', self.folder / 'missing.csv', status=REFUSED)
        self.assertFalse(self.workspace.exists())
        source = self.folder / 'a.csv'
        source.write_text('Name\nAcme\n', encoding='utf-8')
        self.clinch('import', source, '--kind', 'customers', '--map', 'Nonsense=name', status=REFUSED)
        self.clinch('import', source, '--kind', 'customers', '--map', 'nonsense', status=USAGE)
        self.clinch('import', source, '--kind', 'customers', '--encoding', 'nonsense', status=REFUSED)

    # --- The workspace itself

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


def main():
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(CommandLine)
    result = Tap()
    suite.run(result)
    print(f'1..{result.number}')
    return 0 if result.wasSuccessful() else 1


if __name__ == '__main__':
    sys.exit(main())
