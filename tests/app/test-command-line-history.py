#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done, taken back, thrown away and merged."""

import pathlib
import tempfile

from command_line import KINDS, REFUSED, USAGE, CommandLine, main


class History(CommandLine):
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
        self.assertEqual(len(self.clinch('history', '--since', '上周一', '--json').json),
                         len(self.clinch('history', '--since', '2026-11-16', '--json').json))
        self.clinch('history', '--since', 'nonsense', status=USAGE)
        self.clinch('history', 'nobody', status=REFUSED)

    def state(self):
        """Everything an export holds, and what is worked out from it."""
        exported = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        self.clinch('export', exported)
        files = {path.name: path.read_text(encoding='utf-8-sig') for path in exported.iterdir()}
        self.assertLessEqual({f'{kind}.csv' for kind in KINDS}, set(files))
        return files, self.records('customers')

    def test_undo_kinds(self):
        """Each kind of step is taken back, and the taking back is taken back."""
        self.copy_sample()
        source = self.folder / 'new.csv'
        source.write_text('Customer,Industry\nNewcomer,Steel\n', encoding='utf-8')
        before = self.state()
        for arguments in (['add', 'customer', 'name=Acme'], ['edit', 'customer', '杭钢', 'name=杭钢集团', 'note=a\nb'],
                          ['move', '杭钢MES升级', '成交', '--amount', '1万'], ['move', '杭钢MES升级', '丢单', '--reason', '价格高'],
                          ['log', '今天拜访杭钢王总,下周三报价'], ['delete', 'customer', '杭钢'],
                          ['edit', 'opportunity', '杭钢MES升级', 'stage=报价', 'amount=9', 'currency=EUR'],
                          ['edit', 'member', '王敏', 'name=王敏敏'], ['import', source, '--kind', 'customers'], ['add', 'team', 'name=T']):
            with self.subTest(arguments):
                self.clinch(*arguments)
                after = self.state()
                self.assertNotEqual(after, before)
                undo = self.clinch('undo', '--json').json['step']
                self.assertEqual(self.state(), before)
                self.clinch('undo', str(undo))
                self.assertEqual(self.state(), after)
                self.clinch('undo')
        self.assertEqual(self.state(), before)
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


if __name__ == '__main__':
    main(History)
