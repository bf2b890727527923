#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Clinch against limits measured in the same run, each figure as a ratio to its limit.

The limits are small programs beside this one that do the least work which could answer: an empty
window, a board of plain widgets, raw SQLite, sqlite3's own import. `./dev bench` runs this in the
release build; `--list` names the rows. The table goes to standard output, everything measured to
build/bench.json. A ratio over its reach is reported and is no failure.
"""

import argparse
import csv
import hashlib
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get('CLINCH_BUILD', TOP / 'build' / 'release'))
PROGRAMS = BUILD / 'tests' / 'bench'
CACHE = TOP / 'build' / 'bench'
NOW = '2026-11-23T09:00:00+08:00'
SEED = '1'
SMALL_SCALE_PART = 10
GROWTH_PASSES = 5
IMPORT_ROWS = 100000
SCROLLED_CARDS = 20000
TIMEOUT = 300

# What a sample of a given scale and seed depends on.
SAMPLE_SOURCES = ['data/schema/*.sql', 'data/templates/sample*', 'src/exchange/clinch-sample*',
                  'src/base/clinch-pinyin.c', 'src/base/clinch-text*.c', 'src/store/clinch-fields.h',
                  'src/store/clinch-index.c', 'src/store/clinch-setup.c', 'src/store/clinch-txn.c']


class Failure(Exception):
    """A measurement that could not be made."""


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(command, **options):
    """Runs a program to its end and returns what it printed."""
    options.setdefault('timeout', TIMEOUT)
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        name = pathlib.Path(command[0]).name
        raise Failure(f'{name} ended with {done.returncode}: {done.stderr.strip()[-500:]}')
    return done.stdout


def percentile(values, part):
    return sorted(values)[min(int(len(values) * part), len(values) - 1)]


def p95(values):
    return percentile(values, 0.95)


# --- What is measured on

def sample_key():
    """Changes when the same arguments would give another sample."""
    digest = hashlib.sha256(NOW.encode())
    for pattern in SAMPLE_SOURCES:
        for path in sorted(TOP.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def sample(scale):
    """The sample workspace of a scale, made once for each version of what makes it."""
    folder = CACHE / f'sample-{scale}-{sample_key()}.clinch'
    if folder.is_dir():
        return folder

    for old in CACHE.glob(f'sample-{scale}-*'):
        shutil.rmtree(old)
    say(f'Making the sample workspace of scale {scale}…')
    making = folder.with_suffix('.making')
    CACHE.mkdir(parents=True, exist_ok=True)
    run(['clinch', 'sample', '--workspace', making, '--scale', scale, '--seed', SEED,
         '--language', 'zh'], timeout=1800)
    making.rename(folder)
    return folder


class Copy:
    """A copy of a workspace to write into."""

    def __init__(self, workspace):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='copy-', dir=CACHE))
        self.workspace = self.folder / 'copy.clinch'
        shutil.copytree(workspace, self.workspace)
        os.sync()

    def __enter__(self):
        return self.workspace

    def __exit__(self, *exception):
        shutil.rmtree(self.folder)


def longest_column(workspace):
    """The stage with most cards, and how many it has."""
    row = sql(workspace, 'SELECT stage_id, sum (n) FROM stage_total GROUP BY 1 ORDER BY 2 DESC LIMIT 1')[0]
    return [int(value) for value in row.split('|')]


def lengthen_column(workspace):
    """Moves cards of the same pipeline into the longest column until it has as many as are wanted; a
    sample has fewer in any."""
    stage, cards = longest_column(workspace)
    run(['sqlite3', pathlib.Path(workspace) / 'workspace.db',
         f'UPDATE opportunity SET stage_id = {stage} WHERE id IN'
         f' (SELECT id FROM opportunity WHERE stage_id <> {stage} AND deleted_at IS NULL AND pipeline_id ='
         f' (SELECT pipeline_id FROM stage WHERE id = {stage}) ORDER BY stage_id DESC, id'
         f' LIMIT {max(SCROLLED_CARDS - cards, 0)})'])


# --- Windows

def run_window(command, mode):
    """Starts a program whose window measures itself; returns its figures by name."""
    with tempfile.TemporaryDirectory(prefix='clinch-bench-') as home:
        environment = dict(os.environ, CLINCH_MEASURE=mode, LANGUAGE='zh_CN', GTK_A11Y='none',
                           GSETTINGS_BACKEND='memory', XDG_CONFIG_HOME=home, XDG_DATA_HOME=home,
                           XDG_CACHE_HOME=os.path.join(home, 'cache'))
        environment['CLINCH_MEASURE_START'] = str(time.monotonic_ns() // 1000)
        output = run(command, env=environment)
    figures = {}
    for line in output.splitlines():
        name, *values = line.split()
        figures[name] = [float(value) for value in values]
    if 'first-frame' not in figures:
        raise Failure(f'{pathlib.Path(command[0]).name} showed nothing')
    return figures


class Windows:
    """Clinch, the raw board and the empty window, in turn; measured once for all rows that ask."""

    def __init__(self, bench):
        self.bench = bench
        self.starts = None
        self.scrolls = None

    def clinch(self, mode, workspace):
        return run_window(['clinch', '--workspace', workspace], mode)

    def board(self, mode, like, workspace):
        """The raw board with as many columns and cards, of the same size, as Clinch shows."""
        sizes = {'columns': 'lists', 'card-width': 'card-width', 'card-height': 'card-height',
                 'width': 'sight-width', 'height': 'sight-height'}
        command = [PROGRAMS / 'limit-board', f'--rows={longest_column(workspace)[1]}']
        for option, figure in sizes.items():
            command.append(f'--{option}={like[figure][0]:.0f}')
        return run_window(command, mode)

    def measure_starts(self):
        if self.starts is None:
            workspace = self.bench.workspace
            like = self.clinch('start', workspace) # which also warms up
            if not like.get('cards', [0])[0]:
                raise Failure('the window shows no cards')
            self.starts = {'clinch': [], 'board': [], 'window': []}
            for _ in range(self.bench.rounds):
                self.starts['window'].append(run_window([PROGRAMS / 'limit-window'], 'window'))
                self.starts['board'].append(self.board('start', like, workspace))
                self.starts['clinch'].append(self.clinch('start', workspace))
        return self.starts

    def measure_scrolls(self):
        if self.scrolls is None:
            self.scrolls = {'clinch': [], 'board': []}
            with Copy(self.bench.workspace) as workspace:
                lengthen_column(workspace)
                like = self.clinch('start', workspace)
                for _ in range(max(self.bench.rounds // 2, 1)):
                    self.scrolls['board'].append(self.board('scroll', like, workspace))
                    self.scrolls['clinch'].append(self.clinch('scroll', workspace))
        return self.scrolls


def median_of(runs, name):
    return statistics.median(figures[name][0] for figures in runs)


def measure_start(bench):
    starts = bench.windows.measure_starts()
    cards = median_of(starts['clinch'], 'cards')
    raw_cards = median_of(starts['board'], 'cards')
    empty = median_of(starts['window'], 'first-frame')
    return {'ours': median_of(starts['clinch'], 'first-cards'),
            'limit': median_of(starts['board'], 'first-cards'),
            'note': f'{cards:.0f} cards in sight, raw board {raw_cards:.0f}; '
                    f'empty window {empty:.0f} ms'}


def measure_memory(bench):
    starts = bench.windows.measure_starts()
    return {'ours': median_of(starts['clinch'], 'memory') / 1024,
            'limit': median_of(starts['board'], 'memory') / 1024,
            'note': f'empty window {median_of(starts["window"], "memory") / 1024:.0f} MB'}


def measure_scroll(bench):
    scrolls = bench.windows.measure_scrolls()

    def cost(runs):
        return statistics.median(p95(figures['scroll']) for figures in runs) / 1000

    return {'ours': cost(scrolls['clinch']), 'limit': cost(scrolls['board']),
            'note': f'a column of {median_of(scrolls["clinch"], "rows"):.0f} cards, p95'}


def measure_main_thread(bench):
    runs = bench.windows.measure_starts()['clinch'] + bench.windows.measure_scrolls()['clinch']
    longest = [figures['stretch'][0] / 1000 for figures in runs]
    return {'ours': statistics.median(longest), 'limit': 16.0,
            'note': f'longest of all {max(longest):.1f} ms'}


# --- The store

def read_comparisons(output):
    """The lines of bench_compare() as {name: {'ours': [ms…], 'limit': [ms…]}}."""
    comparisons = {}
    for line in output.splitlines():
        name, side, *values = line.split()
        comparisons.setdefault(name, {})[side] = [int(value) / 1e6 for value in values]
    return comparisons


def ratio_of(comparison, measure):
    return measure(comparison['ours']) / measure(comparison['limit'])


class Store:
    """What bench-read and bench-write print, measured once for all rows that ask."""

    def __init__(self, bench):
        self.bench = bench
        self.reads = None
        self.writes = None

    def read(self):
        if self.reads is None:
            self.reads = read_comparisons(run([PROGRAMS / 'bench-read', self.bench.workspace]))
        return self.reads

    @staticmethod
    def read_alone(scales):
        """The medians at each scale, without the limits in between: those sweep the processor's
        caches by as much as there are records. Taken in turn, so that what else the machine does
        hits all scales."""
        times = {scale: {} for scale in scales}
        for scale in scales * GROWTH_PASSES:
            output = run([PROGRAMS / 'bench-read', '--alone', sample(scale)])
            for name, sides in read_comparisons(output).items():
                times[scale].setdefault(name, []).extend(sides['ours'])
        return [{name: statistics.median(values) for name, values in times[scale].items()}
                for scale in scales]

    def write(self):
        if self.writes is None:
            with Copy(self.bench.workspace) as ours, Copy(self.bench.workspace) as theirs:
                self.writes = read_comparisons(run([PROGRAMS / 'bench-write', ours, theirs]))
        return self.writes


def middle(comparison):
    return {side: statistics.median(comparison[side]) for side in ('ours', 'limit')}


def measure_board(bench):
    return middle(bench.store.read()['board'])


def list_over(ratios, reach):
    over = sorted(name for name, ratio in ratios.items() if ratio > reach)
    return f'; over: {", ".join(over)}' if over else ''


def measure_pages(bench):
    """The row stands for the worst of its cases."""
    pages = {name.removeprefix('page.'): comparison
             for name, comparison in bench.store.read().items()
             if name.startswith('page.')}
    ratios = {name: ratio_of(comparison, statistics.median) for name, comparison in pages.items()}
    worst = max(ratios, key=ratios.get)
    return dict(middle(pages[worst]),
                note=f'worst of {len(pages)}: {worst}; '
                     f'median ratio {statistics.median(ratios.values()):.2f}{list_over(ratios, 2)}',
                cases={name: dict(middle(pages[name]), ratio=ratios[name]) for name in pages})


def measure_search(bench):
    search = bench.store.read()['search']
    return {'ours': p95(search['ours']), 'limit': p95(search['limit']),
            'note': f'p95 of {len(search["ours"])} searches; '
                    f'median ratio {ratio_of(search, statistics.median):.2f}'}


def measure_save(bench):
    return middle(bench.store.write()['save.follow-up'])


def measure_move(bench):
    return middle(bench.store.write()['save.move'])


def measure_rank(bench):
    return middle(bench.store.read()['page.customers-rank'])


def measure_regrade(bench):
    """A dimension weighs more: all customers are worked out anew in one step."""
    with Copy(bench.workspace) as ours, Copy(bench.workspace) as theirs:
        *lines, memory = run([PROGRAMS / 'bench-profile', ours, theirs]).splitlines()
    figures = middle(read_comparisons('\n'.join(lines))['regrade'])
    customers = sql(bench.workspace, 'SELECT count (*) FROM customer')[0]
    return {'ours': figures['ours'] / 1000, 'limit': figures['limit'] / 1000,
            'note': f'{customers} customers, at most {int(memory.split()[1]) // 1024} MB'}


def measure_growth(bench):
    """How much slower what grows most is than with a tenth of the records."""
    small_scale = max(bench.scale // SMALL_SCALE_PART, 1)
    smaller, larger = bench.store.read_alone([small_scale, bench.scale])
    figures = {name.removeprefix('page.'): {'ours': larger[name], 'limit': smaller[name]}
               for name in larger if name != 'search'}
    growth = {name: figure['ours'] / figure['limit'] for name, figure in figures.items()}
    worst = max(growth, key=growth.get)
    return dict(figures[worst], cases=growth,
                note=f'{bench.scale} against {small_scale}, worst of {len(growth)}: {worst}'
                     + list_over(growth, 1.5))


# --- Import

COLUMNS = ['编号', '商机名称', '客户', '负责人', '阶段', '金额', '赢率', '预计签约日期', '开始日期',
           '产品', '下一步', '下一步日期', '竞争对手', '来源', '备注']
PRODUCTS = ['MES', 'WMS', '数据平台', '视觉检测', '备件服务', '能源管理']
STEPS = ['发送修改后的报价单', '安排现场考察', '确认技术协议', '拜访采购总监', '准备投标文件']


def sql(workspace, query):
    path = pathlib.Path(workspace) / 'workspace.db'
    return run(['sqlite3', '-readonly', path, query]).splitlines()


def write_import_file(path, workspace):
    """Deals of customers and people of the workspace, each row another one."""
    choice = random.Random(SEED)
    customers = sql(workspace, 'SELECT name FROM customer ORDER BY id')
    members = sql(workspace, 'SELECT name FROM member GROUP BY name HAVING count (*) = 1')
    stages = sql(workspace, "SELECT name FROM stage WHERE type = 'open'"
                            ' AND pipeline_id = (SELECT min (id) FROM pipeline)')
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(IMPORT_ROWS):
            product = choice.choice(PRODUCTS)
            customer = choice.choice(customers)
            writer.writerow([
                f'B{number:06}',
                f'{customer[:6]}{product}项目{number}',
                customer,
                choice.choice(members),
                choice.choice(stages),
                f'{choice.randrange(10000, 9000000)}.{choice.randrange(100):02}',
                choice.randrange(5, 95),
                f'2027-{choice.randrange(1, 13):02}-{choice.randrange(1, 29):02}',
                f'2026-{choice.randrange(1, 11):02}-{choice.randrange(1, 29):02}',
                product,
                choice.choice(STEPS),
                f'2026-12-{choice.randrange(1, 29):02}',
                choice.choice(['', '', '友商甲', '友商乙']),
                choice.choice(['展会', '转介绍', '官网', '老客户']),
                f'第 {number} 行:客户希望在年内完成{product}的一期,预算已经报批,需要补充实施计划'])


# The same fifteen columns under the indexes that opportunities have, full text among them.
IMPORT_TABLES = '''
PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;
CREATE TABLE deal (
  number TEXT, name TEXT, customer TEXT, owner TEXT, stage TEXT, amount NUMERIC,
  probability INTEGER, expected TEXT, started TEXT, product TEXT, next_step TEXT, next_date TEXT,
  competitor TEXT, source TEXT, note TEXT);
{indexes}
{search};
'''
IMPORT_COMMANDS = '''
PRAGMA cache_size = -32768;
.import --csv --skip 1 {path} deal
INSERT INTO search_name (rowid, name) SELECT rowid, name FROM deal;
INSERT INTO search_text (rowid, body)
  SELECT rowid, concat_ws (' ', number, product, next_step, competitor, note) FROM deal;
'''
# What stands for the columns of opportunity in the table above.
IMPORT_COLUMNS = {'stage_id': 'stage', 'position': 'started', 'stage_entered_at': 'started',
                  'customer_id': 'customer', 'owner_id': 'owner', 'contact_id': 'source',
                  'name_key': 'name', 'expected_date': 'expected', 'id': None, 'deleted_at': None,
                  'waiting_contact_id': None, 'currency': None}


def import_indexes(workspace):
    """The indexes of opportunity, each on the columns of the raw table that stand for its own."""
    indexes = []
    for name in sql(workspace, "SELECT name FROM sqlite_schema WHERE tbl_name = 'opportunity'"
                               " AND type = 'index' AND sql NOT NULL"):
        columns = [IMPORT_COLUMNS.get(column, column)
                   for column in sql(workspace, f"SELECT name FROM pragma_index_info ('{name}')")]
        columns = ', '.join(column for column in columns if column)
        # What the file has no column for has an index without entries.
        if columns:
            indexes.append(f'CREATE INDEX {name} ON deal ({columns});')
    return '\n'.join(indexes)


def raw_import(folder, path, workspace):
    """Seconds that sqlite3 takes, less those it waited for a processor."""
    database = folder / 'raw.db'
    search = sql(workspace, 'SELECT sql FROM sqlite_schema'
                            " WHERE name IN ('search_name', 'search_text')")
    run(['sqlite3', database],
        input=IMPORT_TABLES.format(indexes=import_indexes(workspace), search=';'.join(search)))
    process = subprocess.Popen(['sqlite3', database], stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL)
    start = time.monotonic_ns()
    process.stdin.write(IMPORT_COMMANDS.format(path=path).encode())
    process.stdin.close()
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    elapsed = time.monotonic_ns() - start
    try:
        waited = int(pathlib.Path(f'/proc/{process.pid}/schedstat').read_text().split()[1])
    except OSError:
        waited = 0
    if process.wait() != 0 \
            or int(run(['sqlite3', database, 'SELECT count (*) FROM deal'])) != IMPORT_ROWS:
        raise Failure('sqlite3 did not import the file')
    database.unlink()
    return (elapsed - waited) / 1e9


def measure_import(bench):
    workspace = sample(max(bench.scale // SMALL_SCALE_PART, 1))
    ours = []
    limit = []
    with tempfile.TemporaryDirectory(prefix='import-', dir=CACHE) as folder:
        folder = pathlib.Path(folder)
        path = folder / 'deals.csv'
        write_import_file(path, workspace)
        for _ in range(3):
            limit.append(raw_import(folder, path, workspace))
            with Copy(workspace) as copy:
                output = run([PROGRAMS / 'bench-import', copy, path])
            time_line, count_line = output.splitlines()
            ours.append(int(time_line.split()[2]) / 1e9)
            if int(count_line.split()[3]) != IMPORT_ROWS:
                raise Failure(f'not all rows were imported: {count_line}')
    customers = sql(workspace, 'SELECT count (*) FROM customer')[0]
    return {'ours': statistics.median(ours), 'limit': statistics.median(limit),
            'note': f'{IMPORT_ROWS} rows × {len(COLUMNS)} columns, {customers} customers'}


# --- The table

# Name, what, unit, reach, how.
ROWS = [
    ('start', 'command to first frame with the first cards', 'ms', 0.8, measure_start),
    ('memory', 'resident memory after that', 'MB', 1.3, measure_memory),
    ('board', 'board of all opportunities: totals and first cards', 'ms', 0.3, measure_board),
    ('pages', 'filter, sort the table, page anywhere in it', 'ms', 2, measure_pages),
    ('search', 'search while typing', 'ms', 1.5, measure_search),
    ('save', 'save a follow-up with its next step', 'ms', 1.5, measure_save),
    ('move', 'move a card', 'ms', 1.5, measure_move),
    ('rank', 'first page of the customers by priority', 'ms', 2, measure_rank),
    ('regrade', 'another weight: all profiles anew, in one step', 's', 3, measure_regrade),
    ('import', 'import a spreadsheet', 's', 3, measure_import),
    ('scroll', 'scroll a long column, cost of a frame', 'ms', 1.2, measure_scroll),
    ('main-thread', 'main thread, longest stretch besides drawing', 'ms', 1, measure_main_thread),
    ('growth', 'ten times the records', 'ms', 1.5, measure_growth),
]
WINDOW_ROWS = {'start', 'memory', 'scroll', 'main-thread'}


class Bench:
    def __init__(self, scale, rounds):
        self.scale = scale
        self.rounds = rounds
        self.windows = Windows(self)
        self.store = Store(self)

    @property
    def workspace(self):
        return sample(self.scale)


def measure(bench, names):
    """Measures the rows; returns them as they go into the file, and how many failed."""
    rows = []
    failed = 0
    for name, what, unit, reach, function in ROWS:
        if name not in names:
            continue
        say(f'{name}…')
        row = {'name': name, 'what': what, 'unit': unit, 'reach': reach}
        try:
            row.update(function(bench))
            row['ratio'] = row['ours'] / row['limit']
            row['within'] = row['ratio'] <= reach
        except (Failure, OSError, ValueError, KeyError, subprocess.SubprocessError) as error:
            row['error'] = str(error) or type(error).__name__
            failed += 1
        rows.append(row)
    return rows, failed


def print_table(rows):
    width = max(len(row['what']) for row in rows)
    print(f'{"what":{width}}  {"Clinch":>10}  {"limit":>10}  {"ratio":>6}  {"reach":>5}')
    for row in rows:
        if 'error' in row:
            print(f'{row["what"]:{width}}  could not be measured: {row["error"]}')
            continue
        verdict = 'within' if row['within'] else 'MISSED'
        note = f'  ({row["note"]})' if row.get('note') else ''
        print(f'{row["what"]:{width}}  {row["ours"]:7.2f} {row["unit"]:2}  {row["limit"]:7.2f} '
              f'{row["unit"]:2}  {row["ratio"]:6.2f}  {row["reach"]:5}  {verdict}{note}')


def go_to_display():
    """Starts this program again on a display of its own, away from the windows of the desktop."""
    os.environ['CLINCH_BENCH_DISPLAY'] = '1'
    command = [str(TOP / 'build-aux' / 'with-display.sh'), sys.executable, *sys.argv]
    os.execv(command[0], command)


def main():
    names = [row[0] for row in ROWS]
    parser = argparse.ArgumentParser(
        prog='./dev bench', description='Measure Clinch against limits measured in the same run.')
    parser.add_argument('rows', metavar='ROW', nargs='*', help='rows to measure, all unless given')
    parser.add_argument('--scale', type=int, default=1000,
                        help='scale of the sample workspace (%(default)s)')
    parser.add_argument('--rounds', type=int, default=7,
                        help='how often each window is started (%(default)s)')
    parser.add_argument('--list', action='store_true', help='name the rows and what each is')
    arguments = parser.parse_args()
    if arguments.list:
        for name, what, _, reach, _ in ROWS:
            print(f'{name:12} {what} (≤ {reach} ×)')
        return 0
    unknown = [name for name in arguments.rows if name not in names]
    if unknown:
        parser.error(f'there is no row “{unknown[0]}”; there are {", ".join(names)}')

    chosen = set(arguments.rows or names)
    if chosen & WINDOW_ROWS and 'CLINCH_BENCH_DISPLAY' not in os.environ:
        go_to_display()
    os.environ['CLINCH_NOW'] = NOW
    rows, failed = measure(Bench(arguments.scale, arguments.rounds), chosen)
    print_table(rows)
    figures = json.dumps({'scale': arguments.scale, 'rows': rows}, indent=2, ensure_ascii=False)
    (TOP / 'build' / 'bench.json').write_text(figures + '\n')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
