#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes made_up_figures_h21_h22_cp932.csv: a sheet as a bureau would publish it. Every value in it is made up."""
import csv
import io
import pathlib
import random

HERE = pathlib.Path(__file__).parent
COLUMNS = [('企業数（社）', 40, 900), ('大学・高専数（校）', 5, 40), ('公設試験研究機関数（機関）', 1, 9), ('金融機関数（機関）', 2, 30), ('売上高（百万円）', 90000, 900000)]
# What sheets have in place of plain numbers, by row and column of the figures.
SPECIAL = {(0, 0): '約300', (1, 3): '-', (3, 4): 'x', (3, 5): 'x', (5, 6): '…', (8, 2): '１２', (11, 8): '△1,234', (14, 1): '250以上', (16, 7): '－'}


def table(name):
    with open(HERE.parent / name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def main():
    random.seed(21)
    bureaus = {row['code']: row['short_ja'] for row in table('bureaus.csv')}
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator='\r\n')
    width = 2 + 2 * len(COLUMNS) + 2
    sheet.writerow(['【架空の値】産業クラスター計画　プロジェクト別の参加機関数等（平成21年度・平成22年度）'] + [''] * (width - 1))
    sheet.writerow(['取り込みを試すための例であり、値はすべて架空です。 Example for trying the import: all figures are made up.'] + [''] * (width - 1))
    sheet.writerow([''] * (width - 1) + ['（各年度末現在）'])
    sheet.writerow([''] * width)
    sheet.writerow(['経済産業局', 'プロジェクト名'] + [text for name, _, _ in COLUMNS for text in (name, '')] + ['企業数の増減', '備考'])
    sheet.writerow(['', ''] + ['平成21年度', '平成22年度'] * len(COLUMNS) + ['', ''])
    last = None
    for row, project in enumerate(table('projects.csv')):
        cells = []
        for column, (_, low, high) in enumerate(COLUMNS):
            first = random.randint(low, high)
            for year, value in enumerate((first, round(first * random.uniform(0.95, 1.08)))):
                cells.append(SPECIAL.get((row, 2 * column + year), f'{value:,}'))
        change = random.randint(-30, 60)
        bureau = bureaus[project['bureau_code']]
        sheet.writerow(['' if bureau == last else bureau, project['name_ja']] + cells + [f'△{-change}' if change < 0 else str(change), '架空の値'])
        last = bureau
    sheet.writerow(['合計', ''] + ['9,999'] * (2 * len(COLUMNS)) + ['', '架空の値'])
    sheet.writerow([''] * width)
    for note in ('注1）値はすべて架空である。', '注2）「-」は該当なし、「…」は不詳、「x」は秘匿、「△」は負の値を表す。', '資料：なし（架空の値）'):
        sheet.writerow([note] + [''] * (width - 1))
    (HERE / 'made_up_figures_h21_h22_cp932.csv').write_bytes(out.getvalue().encode('cp932'))


if __name__ == '__main__':
    main()
