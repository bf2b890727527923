#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes on paper."""

import pathlib
import resource
import signal
import subprocess

from command_line import CLINCH, LOCALEDIR, LOCPATH, REFUSED, USAGE, CommandLine, main


class Paper(CommandLine):
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


if __name__ == '__main__':
    main(Paper)
