#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports, imports and contact cards."""

from command_line import KINDS, REFUSED, USAGE, CommandLine, main


class Files(CommandLine):
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


if __name__ == '__main__':
    main(Files)
