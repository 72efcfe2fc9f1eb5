#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""same_page.py A.pdf B.pdf DIFFERENCE SHARE: fails unless the first pages look the same.

At 60 dpi in grey, at most SHARE of the pixels may differ by more than DIFFERENCE of 255.
same_page.py --words A.pdf B.pdf: fails unless their pages have the same letters.
Digits and blanks do not count, nor how a letter is coded: the text of PDFs that QGIS writes by itself has digits of Latin words missing,
and radicals in place of letters.
"""
import collections
import subprocess
import sys
import unicodedata

RADICALS = str.maketrans({'⻑': '長', '⻄': '西', '⻘': '青', '‧': '・'})


def picture(name):
    """Returns the size and the grey values of the first page."""
    portable = subprocess.run(['pdftoppm', '-r', '60', '-gray', '-f', '1', '-singlefile', name], check=True, capture_output=True).stdout
    _, size, _, pixels = portable.split(b'\n', 3)
    return size, pixels


def letters(name):
    text = subprocess.run(['pdftotext', '-raw', name, '-'], check=True, capture_output=True).stdout.decode()
    text = unicodedata.normalize('NFKC', text).translate(RADICALS)
    return collections.Counter(letter for letter in text if not letter.isspace() and not letter.isdigit())


def compare_pictures(first, second, difference, share):
    (size, ours), (other_size, others) = picture(first), picture(second)
    if size != other_size:
        sys.exit(f'{first} and {second} are not of one size')
    found = sum(abs(a - b) > difference for a, b in zip(ours, others)) / len(ours)
    if found > share:
        sys.exit(f'{found:.2%} of the pixels of {first} and {second} differ by more than {difference}')


def compare_words(first, second):
    here, there = letters(first), letters(second)
    if here != there:
        sys.exit(f'only in {first}: {here - there}, only in {second}: {there - here}')


if sys.argv[1] == '--words':
    compare_words(*sys.argv[2:4])
else:
    compare_pictures(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
