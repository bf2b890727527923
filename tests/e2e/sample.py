# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample workspace, made once a language and copied for each window."""

import atexit
import contextlib
import functools
import os
import pathlib
import shutil
import subprocess
import tempfile

from clinch_driver import Window

NOW = '2026-11-23T09:00:00+08:00'
FOLDER = 'CLINCH_SAMPLES'  # where the samples are that several programs share


@functools.cache
def folder():
    if FOLDER in os.environ:
        return pathlib.Path(os.environ[FOLDER])
    path = pathlib.Path(tempfile.mkdtemp(prefix='clinch-samples-'))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


@contextlib.contextmanager
def shared():
    """Samples for every program that is started inside."""
    for language in ('en', 'zh_CN'):
        sample(language)
    os.environ[FOLDER] = str(folder())
    try:
        yield
    finally:
        del os.environ[FOLDER]


@functools.cache
def sample(language):
    """A workspace nobody may write to."""
    path = folder() / f'{language}.clinch'
    if path.exists():
        return path
    subprocess.run(['clinch', 'sample', '--workspace', str(path), '--scale', '1', '--seed', '1', '--language',
                    'zh' if language == 'zh_CN' else 'en'], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, 'CLINCH_NOW': NOW, 'TZ': 'Asia/Shanghai'})
    return path


def sample_window(language='en', **options):
    """A window on a copy of the sample, which is Sample.clinch in the home of the window."""
    return Window(language=language, now=NOW, workspace=sample(language), **options)
