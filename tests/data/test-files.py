#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the files for packagers, shells and stores say about Clinch agrees. Speaks TAP."""

import configparser
import json
import pathlib
import struct
import sys
import xml.etree.ElementTree as ET

APP_ID = 'org.clinch.Clinch'
# More than this a reviewer of the sandbox has to ask about.
FINISH_ARGS = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}
LARGEST_SCREENSHOT = (2000, 1400)

SVG = '{http://www.w3.org/2000/svg}'


def check_manifests(top):
    modules = {}
    for app_id in (APP_ID, APP_ID + '.Devel'):
        manifest = json.loads((top / 'flatpak' / f'{app_id}.json').read_text(encoding='utf-8'))
        assert manifest['id'] == app_id, manifest['id']
        assert manifest['command'] == 'clinch'
        assert set(manifest['finish-args']) == FINISH_ARGS, manifest['finish-args']
        for module in manifest['modules']:
            for source in module['sources']:
                if source['type'] == 'git':
                    assert len(source['commit']) == 40, module['name']
                elif source['type'] != 'dir':
                    assert len(source['sha256']) == 64, module['name']
        modules[app_id] = [(module['name'], module['sources']) for module in manifest['modules']]
    assert modules[APP_ID] == modules[APP_ID + '.Devel'], 'the two manifests build from different sources'


def check_templates(top):
    for path in (top / 'data').rglob('*.json'):
        json.loads(path.read_text(encoding='utf-8'))


def check_identity(top):
    desktop = configparser.ConfigParser(interpolation=None, strict=True)
    desktop.optionxform = str
    desktop.read(top / 'data' / f'{APP_ID}.desktop.in', encoding='utf-8')
    entry = desktop['Desktop Entry']
    assert entry['Icon'] == '@APP_ID@'
    # A shell that starts programs over D-Bus needs the service of the same name.
    assert entry['DBusActivatable'] == 'true'
    service = configparser.ConfigParser(interpolation=None)
    service.optionxform = str
    service.read(top / 'data' / f'{APP_ID}.service.in', encoding='utf-8')
    assert service['D-BUS Service']['Name'] == '@APP_ID@'
    assert service['D-BUS Service']['Exec'].endswith('/clinch --gapplication-service')

    metainfo = ET.parse(top / 'data' / f'{APP_ID}.metainfo.xml.in').getroot()
    assert metainfo.findtext('id') == '@APP_ID@'
    assert metainfo.findtext('launchable') == '@APP_ID@.desktop'
    assert metainfo.findtext('name') == entry['Name']
    types = {item.text for item in metainfo.iter('mediatype')}
    assert types == set(entry['MimeType'].strip(';').split(';')), types
    assert len(metainfo.findtext('summary')) <= 35
    assert 3 <= len(metainfo.findall('screenshots/screenshot')) <= 6

    schema = ET.parse(top / 'data' / f'{APP_ID}.gschema.xml').getroot().find('schema')
    assert schema.get('id') == APP_ID
    assert schema.get('path') == '/org/clinch/Clinch/'


def check_version(top):
    """The newest release that a store shows is the version that is built."""
    metainfo = ET.parse(top / 'data' / f'{APP_ID}.metainfo.xml.in').getroot()
    newest = metainfo.find('releases/release').get('version')
    assert f"version: '{newest}'" in (top / 'meson.build').read_text(encoding='utf-8'), newest


def check_icons(top):
    folder = top / 'data' / 'icons' / 'hicolor'
    for name, size in ((f'scalable/apps/{APP_ID}.svg', '128'), (f'scalable/apps/{APP_ID}.Devel.svg', '128'),
                       (f'symbolic/apps/{APP_ID}-symbolic.svg', '16')):
        root = ET.parse(folder / name).getroot()
        assert root.tag == SVG + 'svg', name
        assert (root.get('width'), root.get('height')) == (size, size), name


def check_screenshots(top):
    """Those that a store shows are there, and no larger than it takes."""
    metainfo = ET.parse(top / 'data' / f'{APP_ID}.metainfo.xml.in').getroot()
    names = {item.text.rsplit('/', 1)[-1] for item in metainfo.iter('image')}
    folder = top / 'docs' / 'screenshots'
    if not folder.is_dir():
        return 'no screenshots have been published yet'
    assert names == {path.name for path in folder.glob('*.png')}, names
    for path in folder.glob('*.png'):
        head = path.read_bytes()[:24]
        assert head.startswith(b'\x89PNG\r\n\x1a\n'), path.name
        width, height = struct.unpack('>II', head[16:24])
        assert width <= LARGEST_SCREENSHOT[0] and height <= LARGEST_SCREENSHOT[1], (path.name, width, height)
    return None


def main():
    top = pathlib.Path(sys.argv[1])
    checks = [check_manifests, check_templates, check_identity, check_version, check_icons, check_screenshots]
    failed = 0
    print(f'1..{len(checks)}')
    for number, check in enumerate(checks, 1):
        name = check.__name__.removeprefix('check_')
        try:
            skipped = check(top)
            print(f'ok {number} {name}' + (f' # SKIP {skipped}' if skipped else ''))
        except Exception as error:
            failed += 1
            print(f'not ok {number} {name}\n# {type(error).__name__}: {error}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
