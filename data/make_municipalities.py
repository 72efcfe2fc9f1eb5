#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes municipalities.csv: make_municipalities.py N03.topojson

N03 is MLIT's 国土数値情報（行政区域データ） as TopoJSON; only its names and codes are used. Designated cities have no row of their own in N03:
they get the code that JIS X 0402 gives them (SECOND, else 100) and are checked against their wards. What changed after the date of
the file is in LATER and ENDED, with its source.
"""
import csv
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

# JIS X 0402 begins each designated city at 100, the second of a prefecture at 130; Sakai at 140, Sagamihara at 150. Its wards follow.
SECOND = {"川崎市": "130", "浜松市": "130", "福岡市": "130", "堺市": "140", "相模原市": "150"}
# The special wards of Tokyo together, as statistics give them.
SPECIAL_WARDS = ("13100", "特別区部")

# Wards of Hamamatsu: seven became three on 2024-01-01. The codes of two of the three were not found in a source and are left out.
LATER = [("22138", "22", "中央区", "", "22130", "2024-01-01", "", "HAMAMATSU2024")]
ENDED = {code: "2023-12-31" for code in ("22131", "22132", "22133", "22134", "22135", "22136", "22137")}


def municipalities(n03):
    prefectures = {row["name_ja"]: row["code"] for row in csv.DictReader(open(os.path.join(HERE, "prefectures.csv"), encoding="utf-8"))}
    rows = {}
    wards = {}
    with open(n03, encoding="utf-8") as file:
        geometries = next(iter(json.load(file)["objects"].values()))["geometries"]
    for properties in (geometry["properties"] for geometry in geometries):
        code = properties["N03_007"]
        if not code:  # land that belongs to no municipality yet
            continue
        prefecture, above, name = properties["N03_001"], properties["N03_003"] or "", properties["N03_004"]
        assert code[:2] == prefectures[prefecture], code
        city = ""
        if above.endswith("市"):
            city = code[:2] + SECOND.get(above, "100")
            wards.setdefault((city, above), []).append(code)
            above = ""
        elif code[:3] == "131" and name.endswith("区"):
            city = SPECIAL_WARDS[0]
        rows[code] = [code, code[:2], name, above, city, "", ENDED.get(code, ""), "N03-2021"]
    for (city, name), members in wards.items():
        assert city not in rows and all(0 < int(member) - int(city) < 30 for member in members), (name, city, members)
        rows[city] = [city, city[:2], name, "", "", "", "", "N03-2021;JISX0402-RULE"]
    rows[SPECIAL_WARDS[0]] = [SPECIAL_WARDS[0], "13", SPECIAL_WARDS[1], "", "", "", "", "JISX0402-RULE"]
    for row in LATER:
        assert row[0] not in rows
        rows[row[0]] = list(row)
    return [rows[code] for code in sorted(rows)]


if __name__ == "__main__":
    with open(os.path.join(HERE, "municipalities.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "prefecture_code", "name_ja", "county_ja", "city_code", "valid_from", "valid_to", "source"])
        writer.writerows(municipalities(sys.argv[1]))
