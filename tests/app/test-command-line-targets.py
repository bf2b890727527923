#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Targets, what would close their gap, and forecasts against what was won."""

from command_line import DONE, REFUSED, USAGE, CommandLine, main


class Targets(CommandLine):
    def targets(self, *arguments, **more):
        return self.clinch('targets', '--json', *arguments, **more).json

    def forecasts(self, *arguments, **more):
        return self.clinch('forecast', '--json', *arguments, **more).json

    def row(self, answer, name):
        return next(row for row in answer['rows'] if (row['member'] or row['team'] or {'name': ''})['name'] == name)

    def set_target(self, *fields, **more):
        return self.clinch('add', 'targets', *fields, **more)

    def test_tree(self):
        self.copy_sample()
        period = ['--period', '2031-Q1']
        team = self.records('teams', '--where', 'parent=')[0]['name']
        won = self.records('opportunities', '--where', 'stage.type=won')
        self.set_target('member=王敏', 'period=quarter', 'start=2031-02-14', 'amount=300万')
        self.set_target(f'team={team}', 'period=quarter', 'start=2031-01-01', 'amount=500万')
        answer = self.targets(*period)
        self.assertEqual((answer['period'], answer['first'], answer['last']), ('2031-Q1', '2031-01-01', '2031-03-31'))
        self.assertEqual(self.row(answer, '')['depth'], 0)
        wang = self.row(answer, '王敏')
        self.assertEqual((wang['target'], wang['won'], wang['gap'], wang['percent'], wang['pace'], wang['projection']),
                         ('3000000.00', '0.00', '3000000.00', 0, 'on-pace', None))
        # January to March 2031 has 64 days from Monday to Friday.
        self.assertEqual(wang['per-workday'], '46875.00')
        mine = self.targets('--owner', '王敏', '--period', '2026')['rows']
        self.assertEqual(len(mine), 1)
        expected = sum(float(row['amount']) for row in won if row['owner']['name'] == '王敏' and row['closed-date'][:4] == '2026' and row['currency'] == 'CNY')
        self.assertEqual(float(mine[0]['won']), expected)
        self.assertEqual(self.row(self.targets('--team', team, *period), team)['target'], '5000000.00')
        text = self.clinch('targets', *period).out
        self.assertIn('On pace', text)
        self.assertIn('王敏', text)

    def test_deals(self):
        self.copy_sample()
        self.set_target('member=王敏', 'period=year', 'start=2027-01-01', 'amount=1000万')
        answer = self.targets('--period', '2027', '--owner', '王敏', '--limit', '0')
        gap = float(answer['rows'][0]['gap'])
        own = self.records('opportunities', '--where', 'stage.type=open', '--where', 'owner=王敏', '--where', 'expected-date>=2027-01-01',
                           '--where', 'expected-date<=2027-12-31')
        deals = answer['deals']
        self.assertEqual({deal['opportunity']['uid'] for deal in deals}, {row['uid'] for row in own})
        points = [deal['priority']['exact'] for deal in deals]
        self.assertEqual(points, sorted(points, reverse=True))
        for deal in deals:
            self.assertAlmostEqual(deal['share'], 100 * float(deal['amount']) / gap, delta=0.51)
            self.assertAlmostEqual(float(deal['weighted']), float(deal['amount']) * deal['probability'] / 100, delta=0.01)
        self.assertAlmostEqual(sum(float(deal['weighted']) for deal in deals), float(answer['rows'][0]['expected']), delta=len(deals))
        if len(deals) > 1:
            few = self.clinch('targets', '--period', '2027', '--owner', '王敏', '--limit', '1', '--json')
            self.assertEqual(len(few.json['deals']), 1)

    def test_one_each(self):
        self.copy_sample()
        self.set_target('period=month', 'start=2030-05-09', 'amount=100')
        result = self.set_target('period=month', 'start=2030-05-01', 'amount=200', status=REFUSED)
        self.assertIn('2030-05', result.err)
        self.clinch('undo')
        self.set_target('period=month', 'start=2030-05-01', 'amount=200')
        self.clinch('delete', 'targets', self.records('targets', '--where', 'start=2030-05-01')[0]['uid'])
        self.assertEqual(self.row(self.targets('--period', '2030-05'), '')['target'], None)

    def test_forecast(self):
        self.copy_sample()
        period = ['--period', '2029-Q2']
        kept = self.clinch('keep-forecast', '--json', *period).json
        self.assertGreater(kept['kept'], 0)
        self.assertEqual(self.clinch('keep-forecast', '--json', *period).json['kept'], 0)
        forecasts = [row for row in self.forecasts(*period)['forecasts'] if row['member'] is not None and row['period'] == '2029-Q2']
        self.assertEqual(len(forecasts), kept['kept'])
        self.assertEqual({(row['over'], row['error'], row['called']) for row in forecasts}, {(False, None, None)})
        own = self.records('forecasts', '--where', 'member=王敏', '--where', 'start=2029-04-01')[0]
        self.clinch('edit', 'forecasts', own['uid'], 'called=80万')
        self.clinch('edit', 'forecasts', own['uid'], 'expected=1', status=REFUSED)
        wang = self.forecasts(*period, '--owner', '王敏')['forecasts'][0]
        self.assertEqual(wang['called'], '800000.00')

    def test_refresh_keeps(self):
        """What the program keeps by itself is there, and undo passes over it."""
        self.copy_sample()
        self.set_target('period=year', 'start=2040-01-01', 'amount=100')
        later = {'CLINCH_NOW': '2032-02-03T09:00:00Z'}
        self.clinch('refresh', **later)
        kept = self.records('forecasts', '--where', 'kept-on=2032-02-03')
        self.assertEqual({row['start'] for row in kept}, {'2032-01-01', '2032-02-01'})
        self.clinch('refresh', **later)
        self.assertEqual(len(self.records('forecasts', '--where', 'kept-on=2032-02-03')), len(kept))
        self.assertIn('2040', self.clinch('undo', '--json', **later).json['label'])

    def test_usage(self):
        for command in ('targets', 'forecast', 'keep-forecast'):
            for arguments in (['--period', '2026-Q5'], ['--period', 'soon'], ['more']):
                self.clinch(command, *arguments, status=USAGE, workspace=self.sample)
        for command in ('targets', 'forecast'):
            self.clinch(command, '--owner', '王敏', '--team', '1', status=USAGE, workspace=self.sample)
            self.clinch(command, '--owner', 'nobody at all', status=REFUSED, workspace=self.sample)
        self.assertEqual(self.call('targets', workspace=self.sample).status, DONE)


if __name__ == '__main__':
    main(Targets)
