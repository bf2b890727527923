#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding, editing and moving what is there."""

from command_line import DONE, REFUSED, CommandLine, main


class Writing(CommandLine):
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
        for value, expected in (('2026年12月5日', '2026-12-05'), ('13/12/2026', '2026-12-13'), ('20261206', '2026-12-06'),
                                ('下周三', '2026-12-02'), ('next Friday', '2026-12-04'), ('月底', '2026-11-30'), ('', None)):
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

    def test_needs(self):
        """A wait begins and ends as one thing; requirements are added, answered and counted."""
        self.clinch('add', 'customer', 'name=Acme')
        self.clinch('add', 'contact', 'name=Li Ting', 'department=Purchasing', 'customer=Acme')
        self.clinch('add', 'opportunity', 'name=Rollout', 'customer=Acme')
        self.clinch('edit', 'opportunity', 'Rollout', 'waiting-contact=Li Ting')
        row = self.clinch('show', 'opportunity', 'Rollout', '--json').json
        self.assertEqual((row['waiting-contact']['name'], row['waiting-department']), ('Li Ting', 'Purchasing'))
        wait = 'Waiting for Li Ting (Purchasing) since today'
        self.assertEqual(self.clinch('status', 'Rollout').out.splitlines()[1:], [wait])
        self.assertEqual(self.clinch('status', 'Rollout', '--json').json['waiting'], wait)
        self.assertIn('Waiting for Li Ting (Purchasing) since', self.clinch('status', 'Rollout', '--line').out)
        self.assertEqual(len(self.records('opportunities', '--where', f'waiting-since={row["waiting-since"]}')), 1)
        self.assertIn('Wait for Li Ting (Purchasing): “Rollout”', self.clinch('history').out)
        self.clinch('edit', 'opportunity', 'Rollout', 'waiting-contact=', 'waiting-department=')
        self.assertIsNone(self.clinch('show', 'opportunity', 'Rollout', '--json').json['waiting-since'])
        self.assertIsNone(self.clinch('status', 'Rollout', '--json').json['waiting'])

        self.clinch('add', 'requirement', 'name=Offline', 'opportunity=Rollout')
        self.clinch('edit', 'requirement', 'Offline', 'importance=must', 'contact=Li Ting')
        self.assertIn('0 of 1 answered; 1 must-have open', self.clinch('show', 'opportunity', 'Rollout').out)
        self.clinch('edit', 'requirement', 'Offline', 'proposal-part=Part 2')
        self.assertIn('1 of 1 answered\n', self.clinch('show', 'opportunity', 'Rollout').out)
        self.assertEqual([row['name'] for row in self.records('requirements', '--where', 'opportunity=Rollout')], ['Offline'])

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
        answers = [self.clinch('add', 'customer', 'name=Twin', '--json') for _ in range(2)]
        self.assertEqual([answer.err for answer in answers], ['', 'There is “Twin” already; its owner is Me.\n'])
        uids = [answer.json['uid'] for answer in answers]
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


if __name__ == '__main__':
    main(Writing)
