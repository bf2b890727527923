#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles, tags, grades, ranks and radars."""

from command_line import DONE, REFUSED, USAGE, CommandLine, main


class Profiles(CommandLine):
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

    def test_predictions(self):
        everybody, *owners = self.clinch('predictions', '--json', workspace=self.sample).json
        self.assertIsNone(everybody['owner'])
        self.assertGreater(everybody['ended'], 0)
        self.assertEqual(everybody['ended'], sum(owner['ended'] for owner in owners))
        self.assertEqual(everybody['won'], sum(band['won'] for band in everybody['bands']))
        self.assertTrue(0 < everybody['brier'] < 1)
        text = self.clinch('predictions', workspace=self.sample).out
        for owner in owners:
            self.assertIn(owner['owner']['name'], text)

    def test_potential(self):
        self.workspace = self.sample
        everybody = self.clinch('potential', '--all', '--json').json
        grow = self.clinch('potential', '--json').json
        self.assertTrue(grow)
        self.assertEqual(grow, [row for row in everybody if row['corner'] == 'grow'])
        self.assertEqual({row['corner'] for row in everybody}, {'grow', 'core', 'harvest', 'light'})
        points = [row['potential'] for row in everybody]
        self.assertEqual(points, sorted(points, reverse=True))
        # High potential, and less than half of the customers brought.
        values = sorted(float(row['value']) for row in everybody)
        for row in grow:
            self.assertLessEqual(float(row['value']), values[len(values) // 2])
        text = self.clinch('potential').out
        for row in grow:
            self.assertIn(row['customer']['name'], text)

    def test_potential_in_other_currencies(self):
        for name, currency in (('Home', 'USD'), ('Abroad', 'EUR')):
            self.clinch('add', 'customers', f'name={name}', f'currency={currency}')
        answer = self.clinch('potential', '--all', '--json')
        self.assertEqual([(row['customer']['name'], row['currency'], row['corner']) for row in answer.json],
                         [('Home', 'USD', 'grow'), ('Abroad', 'EUR', None)])
        self.assertIn('1 customer in another currency is not compared', answer.err)
        self.assertNotIn('Abroad', self.clinch('potential').out)

    def test_reasons(self):
        self.workspace = self.sample
        reasons = self.clinch('reasons', '--all', '--limit', '0', '--json').json
        pressing = [reason['pressing'] for reason in reasons]
        self.assertEqual(pressing, sorted(pressing, reverse=True))
        self.assertEqual({reason['reason'] for reason in reasons}, {'touch', 'objective', 'recheck', 'material', 'stale',
                                                                   'birthday'})
        # A customer has one reason of each sort.
        pairs = [(reason['customer']['uid'], reason['reason']) for reason in reasons]
        self.assertEqual(len(pairs), len(set(pairs)))

        mine = self.clinch('reasons', '--limit', '0', '--json').json
        owners = {row['uid']: row['owner']['name'] for row in self.records('customers')}
        self.assertEqual({owners[reason['customer']['uid']] for reason in mine}, {'王敏'})
        self.assertEqual(mine, [reason for reason in reasons if owners[reason['customer']['uid']] == '王敏'])
        self.assertEqual(mine, self.clinch('reasons', '--owner', '王敏', '--limit', '0', '--json').json)
        self.assertEqual(self.clinch('reasons', '--limit', '3', '--json').json, mine[:3])
        text = self.clinch('reasons', '--limit', '0').out
        for reason in mine:
            self.assertIn(reason['message'], text)
        self.clinch('reasons', '--owner', '没有这个人', status=REFUSED)
        self.clinch('reasons', '--limit', 'x', status=USAGE)

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
        stale = {row['uid'] for row in self.records('customers', '--where', 'stale=yes')}
        fresh = {row['uid'] for row in self.records('customers', '--where', 'stale=no')}
        self.assertEqual(stale | fresh, set(maintained))
        self.assertEqual((stale & fresh, min(len(stale), len(fresh)) > 0), (set(), True))
        for uid in sorted(maintained)[:12]:
            self.assertEqual(uid in stale, self.profile(uid)['stale'] > 0, uid)
        ranked = self.clinch('rank', 'customers', '--where', 'stale=yes', '--limit', '0', '--json').json
        self.assertEqual({place['customer']['uid'] for place in ranked}, stale)
        for condition in ('stale=perhaps', 'stale>=yes'):
            self.clinch('rank', 'customers', '--where', condition, status=REFUSED)
        owner = places[0]['owner']
        own = self.clinch('rank', 'customers', '--owner', owner['name'], '--limit', '0', '--json').json
        self.assertEqual({place['owner']['uid'] for place in own}, {owner['uid']})
        teams = [self.clinch('rank', 'customers', '--team', row['uid'], '--limit', '0', '--json').json for row in self.records('teams')]
        self.assertEqual({len(team) for team in teams}, {0, 40})
        for arguments in (['contacts'], ['customers', '--limit', '-1'], ['customers', '--grade', 'Z']):
            self.assertNotEqual(self.call('rank', *arguments, workspace=self.sample).status, DONE)

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


if __name__ == '__main__':
    main(Profiles)
