#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns Unicode's Unihan_Readings into the table behind clinch_pinyin_readings ().

The readings of a character lose their tones and stand in the order of use: by frequency where
kHanyuPinlu counts them, then the customary one (kMandarin), then what the modern dictionaries add
(kTGHZ2013, kXHC1983). The historical readings of kHanyuPinyin count only for characters that no
modern dictionary has: for the others they would make names findable under sounds nobody uses.
"""

import argparse
import bz2
import re
import sys
import unicodedata
import zipfile

FIELDS = ('kHanyuPinlu', 'kMandarin', 'kTGHZ2013', 'kXHC1983', 'kHanyuPinyin')
MODERN = ('kTGHZ2013', 'kXHC1983')
MOST_READINGS = 6
PAGE = 64
# Unihan covers the unified ideographs only; the zero is none, but years and house numbers hold it.
OTHER = {0x3007: 'ling'}


def read_lines(path):
    if path.endswith('.zip'):
        with zipfile.ZipFile(path) as archive:
            return archive.read('Unihan_Readings.txt').decode('utf-8').splitlines()
    if path.endswith('.bz2'):
        with bz2.open(path, 'rt', encoding='utf-8') as file:
            return file.read().splitlines()
    with open(path, encoding='utf-8') as file:
        return file.read().splitlines()


def without_tone(reading):
    letters = []
    for letter in unicodedata.normalize('NFD', reading.lower()):
        if letter == '\u0308' and letters and letters[-1] == 'u':
            letters[-1] = 'v'
        elif 'a' <= letter <= 'z':
            letters.append(letter)
        elif not unicodedata.combining(letter):
            sys.exit(f'Unexpected character in the reading “{reading}”')
    return ''.join(letters)


def split_value(field, value):
    if field == 'kMandarin':
        return value.split()
    if field == 'kHanyuPinlu':
        counted = re.findall(r'(\S+)\((\d+)\)', value)
        return [reading for reading, count in sorted(counted, key=lambda item: -int(item[1]))]
    readings = []
    for entry in value.split():
        readings += entry.split(':')[1].split(',')
    return readings


def readings_of(values):
    readings = []
    is_modern = any(field in values for field in MODERN)
    for field in FIELDS:
        if field not in values or (field == 'kHanyuPinyin' and is_modern):
            continue
        for reading in map(without_tone, split_value(field, values[field])):
            if reading and reading not in readings:
                readings.append(reading)
    return ' '.join(readings[:MOST_READINGS])


def read_table(path):
    values = {}
    for line in read_lines(path):
        if not line.startswith('U+'):
            continue
        code, field, value = line.split('\t')
        if field in FIELDS:
            values.setdefault(int(code[2:], 16), {})[field] = value
    table = {code: readings_of(fields) for code, fields in values.items()}
    return OTHER | {code: readings for code, readings in table.items() if readings}


def write_numbers(out, name, numbers):
    out.write(f'static const guint16 {name}[] = {{\n')
    for i in range(0, len(numbers), 16):
        out.write('  ' + ', '.join(map(str, numbers[i:i + 16])) + ',\n')
    out.write('};\n\n')


def write_table(table, out):
    # The list at offset 0 is empty and stands for no reading.
    offsets = {'': 0}
    pool = ['']
    length = 1
    for readings in sorted(set(table.values())):
        offsets[readings] = length
        pool.append(readings)
        length += len(readings) + 1
    if length > 0xffff:
        sys.exit('The readings need more than 16 bits of offset')

    pages = {(0,) * PAGE: 0}
    index = []
    for page in range(max(table) // PAGE + 1):
        content = tuple(offsets[table.get(page * PAGE + i, '')] for i in range(PAGE))
        index.append(pages.setdefault(content, len(pages)))

    out.write('/* Made from Unihan_Readings by generate-pinyin.py. */\n\n')
    out.write(f'#define PINYIN_PAGE {PAGE}\n\n')
    write_numbers(out, 'pinyin_pages', index)
    write_numbers(out, 'pinyin_offsets', [offset for content in pages for offset in content])
    out.write('static const char pinyin_pool[] =\n')
    for readings in pool[:-1]:
        out.write(f'  "{readings}\\0"\n')
    out.write(f'  "{pool[-1]}";\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('unihan', help='Unihan_Readings.txt, the same with .bz2, or Unihan.zip')
    parser.add_argument('output')
    arguments = parser.parse_args()
    try:
        table = read_table(arguments.unihan)
    except (OSError, KeyError, ValueError, IndexError, zipfile.BadZipFile) as error:
        sys.exit(f'Cannot read {arguments.unihan} (Debian package unicode-data): {error}')
    if len(table) < 20000:
        sys.exit(f'{arguments.unihan} has readings of only {len(table)} characters')
    with open(arguments.output, 'w', encoding='utf-8') as out:
        write_table(table, out)


if __name__ == '__main__':
    main()
