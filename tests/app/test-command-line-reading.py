#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists, single records, sentences and searches."""

import pathlib
import re

from command_line import KINDS, LOCALEDIR, LOCPATH, REFUSED, USAGE, CommandLine, main

SENTENCE = '这个客户目前在商务谈判阶段,已确认需求,方案已发,预计两周内签约。'


class Reading(CommandLine):
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
                   len(re.match(r'.+?(  +)', line).group(1)) for line in lines}
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


if __name__ == '__main__':
    main(Reading)
