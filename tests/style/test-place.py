#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Making the Debian root goes wrong in a sentence, and leaves nothing half made. Speaks TAP.

./dev runs for real, in a copy, on a machine whose package manager and tools are scripts of the test's.
Usage: test-place.py SOURCE-FOLDER.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

TOP = pathlib.Path(sys.argv[1])

# What every system has, and ./dev takes from it.
BASICS = ['bash', 'cat', 'chmod', 'comm', 'cut', 'date', 'dirname', 'env', 'find', 'flock', 'getent', 'grep', 'head', 'id', 'mkdir', 'mktemp',
          'mv', 'od', 'paste', 'readlink', 'rm', 'rmdir', 'sed', 'sha256sum', 'sleep', 'sort', 'tail', 'tar', 'touch', 'tr', 'uname',
          'git', 'true']

# The end of its arguments is “trixie FOLDER”, or “trixie -” where it writes an archive.
MAKES_ROOT = '''for last; do :; done
if [ "$last" = - ]; then last=$(mktemp -d "$TMPDIR/root.XXXXXX"); archive=yes; else archive=; fi
mkdir -p "$last"/{usr,var,etc,var/lib/apt/lists,var/cache/apt,dev}
'''
ENDS = '''[ -z "$archive" ] || tar -c -C "$last" .
'''

TOOLS = {
    'bwrap': 'for last; do :; done\n[ "$last" = true ] || echo "inside: $*"',
    'df': 'printf "Avail\\n%s\\n" "${FREE:-99999999}"',
    'mmdebstrap': MAKES_ROOT + ENDS,
    'sudo': '[ "$1" = -n ] || exec env "$@"',
    'unshare': 'shift; exec "$@"',
}
APT = {
    'apt-cache': 'echo "  Candidate: 1.0"',
    'apt-get': 'exit 0',
    'dpkg': 'exit 0',
    'dpkg-query': 'shift 2; for name; do echo "$name installed"; done',
}
# Nothing is installed, and what dnf would install is new enough; rpm asks for a version or for all names.
DNF = {
    'dnf': 'case $* in *repoquery*) echo 4.20.1 ;; *) echo "dnf $*" ;; esac',
    'rpm': 'shift 3; for name; do echo "package $name is not installed"; done; exit 1',
}


class Machine:
    """A home without a root, and nothing in the path but what is given."""

    def __init__(self, **tools):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='clinch-place-'))
        self.bin = self.folder / 'bin'
        self.bin.mkdir()
        self.cache = self.folder / 'cache' / 'clinch'
        tree = self.folder / 'tree'
        (tree / 'build-aux').mkdir(parents=True)
        shutil.copy(TOP / 'dev', tree)
        for name in ('place.sh', 'tree.sh'):
            shutil.copy(TOP / 'build-aux' / name, tree / 'build-aux')
        shutil.copytree(TOP / 'build-aux' / 'packages', tree / 'build-aux' / 'packages')
        self.dev = tree / 'dev'
        for name in BASICS:
            found = shutil.which(name)
            assert found, name
            (self.bin / name).symlink_to(os.path.realpath(found))
        for name, script in {**TOOLS, **tools}.items():
            if script is None:
                continue
            (self.bin / name).write_text(f'#!/bin/bash\n{script}\n', encoding='utf-8')
            (self.bin / name).chmod(0o755)

    def start(self, command='build', **environment):
        return subprocess.Popen(['/bin/bash', str(self.dev), command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True, start_new_session=True,
                                env={'PATH': str(self.bin), 'HOME': str(self.folder), 'XDG_CACHE_HOME': str(self.folder / 'cache'),
                                     'XDG_RUNTIME_DIR': str(self.folder), 'CLINCH_PLACE': 'root', 'LC_ALL': 'C.UTF-8',
                                     **environment})

    def run(self, *command, **environment):
        with self.start(*command, **environment) as process:
            output = process.communicate(timeout=60)[0]
        return process.returncode, output

    def roots(self):
        """What stands in the cache that is a root, or was to become one."""
        return sorted(path.name.split('-')[0].split('.')[0] for path in self.cache.glob('*')
                      if path.is_dir()) if self.cache.exists() else []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)


# (case, tools, environment, what is said)
REFUSALS = [
    ('download fails', {'mmdebstrap': MAKES_ROOT + 'echo "E: Failed to fetch http://x/y.deb" >&2; exit 25'}, {},
     'because packages could not be downloaded (is the network reachable?). Nothing is left of it'),
    ('name not resolved', {'mmdebstrap': MAKES_ROOT + 'echo "Temporary failure resolving deb.debian.org" >&2; exit 25'}, {},
     'because packages could not be downloaded'),
    ('disk fills up', {'mmdebstrap': MAKES_ROOT + 'echo "tar: x: Cannot write: No space left on device" >&2; exit 1'}, {},
     'because the disk is full'),
    ('disk too small', {'mmdebstrap': MAKES_ROOT + 'echo "E: You don\'t have enough free space in x/archives/." >&2; exit 25'}, {},
     'because the disk is full'),
    ('archive incomplete', {'mmdebstrap': MAKES_ROOT + 'rm -r "$last/etc"\n' + ENDS}, {}, 'could not be made. Nothing is left of it'),
    ('another failure', {'mmdebstrap': MAKES_ROOT + 'exit 1'}, {}, 'the Debian 13 root could not be made. Nothing is left of it'),
    ('no space', {}, {'FREE': '1048576'}, 'needs 4 GB in'),
    ('no mmdebstrap', {'mmdebstrap': None}, {}, 'and mmdebstrap, which a Debian 13 root needs, is not installed'),
    ('no bubblewrap', {'bwrap': None}, {}, 'and bwrap, which a Debian 13 root needs, is not installed'),
    ('no namespaces', {'bwrap': 'exit 1'}, {}, 'bubblewrap may not make a namespace here'),
    ('apt fails', {**APT, 'dpkg-query': 'exit 1', 'apt-get': 'exit 100'}, {}, 'apt-get could not install what Clinch needs'),
    ('apt has no lists', {**APT, 'dpkg-query': 'exit 1', 'apt-cache': 'exit 0', 'apt-get': 'exit 100'}, {},
     'apt-get could not fetch the package lists; its words are above. Is the network reachable'),
    ('dnf fails', {**DNF, 'dnf': 'case $* in *repoquery*) echo 4.20.1 ;; *) exit 1 ;; esac'}, {'CLINCH_PLACE': ''},
     'dnf could not install what Clinch needs'),
    ('wrong place', {}, {'CLINCH_PLACE': 'elsewhere'}, 'it can be native or root'),
]
if os.geteuid() != 0:
    REFUSALS.append(('neither root nor sudo', {**APT, 'dpkg-query': 'exit 1', 'sudo': None}, {}, 'As root, run: apt-get'))
    REFUSALS.append(('not among sudoers', {**APT, 'dpkg-query': 'exit 1', 'sudo': 'exit 1'}, {},
                     'sudo does not let'))


def check_refusal(tools, environment, said):
    with Machine(**tools) as machine:
        status, output = machine.run(**environment)
        assert status == 1, (status, output)
        assert said in output, output
        assert output.count('dev: ') == 1, output
        assert machine.roots() == [], machine.roots()


def check_success():
    """A root that was made is used, and made once."""
    count = 'echo made >> "$HOME/made"\n'
    with Machine(mmdebstrap=count + MAKES_ROOT + ENDS) as machine:
        for _ in range(2):
            status, output = machine.run()
            assert status == 0, output
            assert 'inside: ' in output and output.rstrip().endswith('dev build'), output
        assert machine.roots() == ['root'], machine.roots()
        assert (machine.folder / 'made').read_text() == 'made\n'


def check_failure_then_success():
    with Machine(mmdebstrap='[ -e "$HOME/again" ] || { touch "$HOME/again"; exit 1; }\n' + MAKES_ROOT + ENDS) as machine:
        assert machine.run()[0] == 1
        assert machine.run()[0] == 0
        assert machine.roots() == ['root']


def check_dnf():
    """Where dnf has GTK, what is missing of the list is installed in one go, and no root is made.

    The tree of this machine has nothing to build, and says so as soon as it has found its place.
    """
    wanted = [line.split('#')[0].strip() for line in (TOP / 'build-aux/packages/fedora.list').read_text().splitlines()]
    wanted = [name for name in wanted if name]
    there = 'case $1$3 in -q%*) echo 4.20.1; exit ;; esac\n'
    half = '[ $# = 1 ] || for name; do [ "$name" = gcc ] || echo "package $name is not installed"; done'
    for rpm, missing in ((DNF['rpm'], wanted), (f'{there}shift 3\n{half}', [name for name in wanted if name != 'gcc']),
                         (f'{there}exit 0', [])):
        with Machine(**{**DNF, 'rpm': rpm}) as machine:
            status, output = machine.run('bench', CLINCH_PLACE='')
            assert status == 1 and output.endswith('dev: this checkout has no benchmarks.\n'), output
            installed = [line for line in output.splitlines() if line.startswith('dnf ')]
            assert installed == ([' '.join(['dnf -y install', *missing])] if missing else []), output
            assert machine.roots() == [], machine.roots()


def check_dnf_too_old():
    with Machine(**{**DNF, 'dnf': 'echo 4.16.2'}) as machine:
        status, output = machine.run(CLINCH_PLACE='')
        assert status == 0, output
        assert 'dnf' not in output.replace('inside: ', ''), output
        assert machine.roots() == ['root'], machine.roots()


def check_installation_cut_short():
    """Where apt was killed half way it wants the rest to be set up first."""
    tools = {**APT, 'dpkg-query': 'exit 1', 'apt-get': '[ -e "$HOME/set-up" ] || exit 100', 'dpkg': 'touch "$HOME/set-up"'}
    with Machine(**tools) as machine:
        status, output = machine.run()
        assert status == 0, output
        assert machine.roots() == ['root'], machine.roots()


def check_old_roots():
    """A root of another list goes, unless it was used today; so does the half of one."""
    with Machine() as machine:
        for name in ('root-old', 'root-today', 'making.root-half'):
            (machine.cache / name).mkdir(parents=True)
            (machine.cache / f'{name}.lock').touch()
        os.utime(machine.cache / 'root-old.lock', (0, 0))
        status, output = machine.run()
        assert status == 0, output
        assert not (machine.cache / 'root-old').exists()
        assert (machine.cache / 'root-today').exists()
        assert machine.roots() == ['root', 'root'], machine.roots()


def check_killed(number):
    """Whoever loses patience finds half a root gone, at the latest by the next run."""
    with Machine(mmdebstrap=MAKES_ROOT + 'echo begun > "$HOME/begun"; exec sleep 60') as machine:
        os.mkfifo(machine.folder / 'begun')
        with machine.start() as process:
            assert (machine.folder / 'begun').read_text() == 'begun\n'
            os.killpg(process.pid, number)
            assert process.wait(timeout=30) != 0
        if number != signal.SIGKILL:
            assert machine.roots() == [], machine.roots()
        script = machine.bin / 'mmdebstrap'
        script.write_text(f'#!/bin/bash\n{MAKES_ROOT}{ENDS}', encoding='utf-8')
        status, output = machine.run()
        assert status == 0, output
        assert machine.roots() == ['root'], machine.roots()


def main():
    cases = [(name, check_refusal, rest) for name, *rest in REFUSALS]
    cases += [('success', check_success, ()), ('failure, then success', check_failure_then_success, ()),
              ('dnf', check_dnf, ()), ('dnf too old', check_dnf_too_old, ()),
              ('installation cut short', check_installation_cut_short, ()), ('old roots', check_old_roots, ()),
              ('interrupted', check_killed, (signal.SIGINT,)), ('ended', check_killed, (signal.SIGTERM,)),
              ('killed', check_killed, (signal.SIGKILL,))]
    failed = 0
    print(f'1..{len(cases)}')
    for number, (name, check, arguments) in enumerate(cases, 1):
        try:
            check(*arguments)
        except (AssertionError, OSError, subprocess.SubprocessError) as error:
            failed += 1
            print(f'not ok {number} {name}')
            print('\n'.join(f'# {line}' for line in f'{type(error).__name__} {error}'.splitlines()), flush=True)
        else:
            print(f'ok {number} {name}', flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
