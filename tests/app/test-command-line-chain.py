#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Decision chains, judgements and asking for help."""

from command_line import REFUSED, USAGE, CommandLine, main


class Chains(CommandLine):
    def chain(self, *arguments):
        return self.clinch('decision-chain', *arguments, '--json').json

    def person(self, name, *arguments):
        return next(person for person in self.chain(*arguments)['people'] if person['contact']['name'] == name)

    def make_people(self):
        self.copy_sample()
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

    def test_ask_help(self):
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


if __name__ == '__main__':
    main(Chains)
