#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the manifest of the interface's resource: make-gresource.py OUTPUT [TEMPLATE|ICON.svg]…

A template "board/card" stands in the build folder as board_card.ui and in the resource as ui/board/card.ui. An icon stands in
data/ui/icons/ and is found by its name.
"""

import sys
from xml.sax.saxutils import quoteattr

output, *names = sys.argv[1:]
templates = [name for name in names if not name.endswith('.svg')]
icons = [name for name in names if name.endswith('.svg')]
lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<gresources>', '  <gresource prefix="/org/clinch/Clinch">',
         '    <file>style.css</file>']
for template in templates:
    alias = quoteattr(f'ui/{template}.ui')
    lines.append(f'    <file alias={alias} preprocess="xml-stripblanks">{template.replace("/", "_")}.ui</file>')
for icon in icons:
    alias = quoteattr(f'icons/scalable/actions/{icon}')
    lines.append(f'    <file alias={alias} preprocess="xml-stripblanks">icons/{icon}</file>')
lines += ['  </gresource>', '</gresources>', '']

with open(output, 'w', encoding='utf-8') as manifest:
    manifest.write('\n'.join(lines))
