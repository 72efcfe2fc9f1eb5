#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes countries.geojson and partner_areas.geojson from the world map that QGIS ships.

Usage: make_world.py [PARTNER_REGIONS_CSV]
Without the CSV (columns code, country, iso3166_2, level, anchor_precision or precision) only countries.geojson is made.
Needs Debian's python3-qgis, python3-gdal, qgis-common (world_map.gpkg) and iso-codes; prefectures.geojson must exist.
"""

import csv
import gettext
import json
import math
import os
import sys

from osgeo import ogr, osr
from qgis.core import QgsGeometry, QgsPointXY, QgsSpatialIndex, QgsFeature

ogr.UseExceptions()
osr.UseExceptions()

HERE = os.path.dirname(os.path.abspath(__file__))
WORLD = "/usr/share/qgis/resources/data/world_map.gpkg"
ISO_CODES = "/usr/share/iso-codes/json"

ISLANDS_KM = 5  # no part of any country so near to a prefecture: Japan is drawn from its prefectures alone
# Generalisation (Douglas-Peucker on each shared line once) and the least island: fine where pages of Japan show neighbours'
# coasts, coarse in the rest of the world. A country keeps its largest island, Japan keeps all.
DETAIL_BOX = (118, 20, 156, 55)
TOLERANCE_KM = {True: 0.3, False: 3.0}
LEAST_ISLAND_KM2 = {True: 1, False: 50}
DECIMALS = 3
CUT_LON = -30.0  # where EPSG:8859 is cut; a strip of 2 * CUT_HALF degrees makes each side project to its own edge
CUT_HALF = 0.001
DENSIFY_DEGREES = 1.0
AREA_DECIMALS = 4

# Where iso-codes has no Japanese (or none in daily use). Kosovo has no ISO 3166-1 code.
NAMES_JA = {
    "AU": "オーストラリア", "BN": "ブルネイ", "CZ": "チェコ", "GE": "ジョージア", "IR": "イラン", "KG": "キルギス",
    "KP": "北朝鮮", "KR": "韓国", "LA": "ラオス", "MK": "北マケドニア", "MN": "モンゴル", "RU": "ロシア",
    "SY": "シリア", "SZ": "エスワティニ", "TR": "トルコ", "TW": "台湾", "XK": "コソボ",
}
NAMES_EN = {"XK": "Kosovo", "RU": "Russia", "TR": "Turkey", "BN": "Brunei", "CD": "Democratic Republic of the Congo"}

# The partner regions whose shapes are states or provinces there: (iso_a2, name) in the world map by ISO 3166-2 code.
STATES = {
    "CH-GE": ("CH", "Genève"), "CN-GD": ("CN", "Guangdong"), "CN-LN": ("CN", "Liaoning"), "DK-84": ("DK", "Hovedstaden"),
    "FR-45": ("FR", "Loiret"), "ID-JB": ("ID", "Jawa Barat"), "SE-M": ("SE", "Skåne"), "US-NC": ("US", "North Carolina"),
    "US-PA": ("US", "Pennsylvania"),
}
# Regions whose provinces alone are in the world map: all polygons of the country with this FIPS code.
STATES_BY_FIPS = {"IT-34": ("IT", "IT20")}
# A country stands for its part in this unit of the world map: ISO 3166-1 gives the French departments overseas own codes.
HOME_UNIT = {"FR": "FXX"}
# GB-ENG is given for South West England, which has no code: all England would say more than the source does.
LEFT_OUT = {"GB-ENG"}
COARSE_LEVELS = {"country", "cross-border region", "state", "province", "region", "department", "canton"}
COARSE_PRECISIONS = {"country", "state", "province", "region", "department", "canton"}


def qgs(geometry):
    result = QgsGeometry()
    result.fromWkb(bytes(geometry.ExportToWkb()))
    return result


def parts_of(geometry):
    """Returns the polygons of a QgsGeometry, each as a QgsGeometry; lines and points are dropped."""
    return [QgsGeometry.fromPolygonXY(p) for p in polygon_rings(geometry)]


def polygon_rings(geometry):
    if geometry.isEmpty():
        return []
    if geometry.wkbType() % 1000 == 7:
        return [r for part in geometry.asGeometryCollection() for r in polygon_rings(part)]
    if geometry.type() != 2:
        return []
    return geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]


def area_km2(geometry):
    """Area in an equal-area plane of the sphere, good to about 0.5 %."""
    total = 0
    for rings in polygon_rings(geometry):
        for k, ring in enumerate(rings):
            twice = sum((b.x() - a.x()) * (math.sin(math.radians(a.y())) + math.sin(math.radians(b.y())))
                        for a, b in zip(ring, ring[1:]))
            area = abs(math.radians(twice)) / 2 * 6371.0 ** 2
            total += area if k == 0 else -area
    return total


def read_countries():
    """Returns [(iso_a2 or None, English name, polygon)]; the source stops 0.1 degrees from 180, which is mended."""
    source = ogr.Open(WORLD)
    result = []
    for feature in source.GetLayerByName("countries"):
        code = feature["iso_a2"]
        if code == "AQ":
            continue
        code = None if code == "-1" else code
        for polygon in parts_of(qgs(feature.geometry())):
            rings = [[QgsPointXY(math.copysign(180, p.x()) if abs(p.x()) > 179.89 else p.x(), p.y()) for p in ring]
                     for ring in polygon.asPolygon()]
            mended = QgsGeometry.fromPolygonXY(rings).makeValid()
            result += [(code, feature["NAME"], p) for p in parts_of(mended)]
    return result


def read_prefectures():
    source = ogr.Open(os.path.join(HERE, "prefectures.geojson"))
    return [p for feature in source.GetLayer(0) for p in parts_of(qgs(feature.geometry()))]


def near_japan_filter(prefectures):
    """Returns a function that tells how far a polygon is from Japan's prefectures in km (at most: None = far)."""
    # A plane in km around each polygon's own latitude is enough for a distance of 5 km.
    index = QgsSpatialIndex()
    for i, polygon in enumerate(prefectures):
        feature = QgsFeature(i)
        feature.setGeometry(polygon)
        index.addFeature(feature)

    def distance_km(polygon):
        reach = 0.1
        box = polygon.boundingBox()
        box.grow(reach)
        least = None
        for i in index.intersects(box):
            near = prefectures[i]
            middle = near.boundingBox().center().y()
            window = near.boundingBox()
            window.grow(reach * 2)
            local = polygon.clipped(window)
            if local.isEmpty():
                continue
            value = in_km(local, middle).distance(in_km(near, middle))
            least = value if least is None else min(least, value)
        return least

    return distance_km


def in_km(geometry, latitude):
    scale = 111.2 * math.cos(math.radians(latitude))
    rings = [[[QgsPointXY(p.x() * scale, p.y() * 111.2) for p in ring] for ring in rings] for rings in polygon_rings(geometry)]
    return QgsGeometry.fromMultiPolygonXY(rings)


def apply_islands_rule(countries, prefectures):
    distance_km = near_japan_filter(prefectures)
    kept = []
    for code, name, polygon in countries:
        distance = distance_km(polygon)
        if distance is None or distance > ISLANDS_KM:
            kept.append((code, name, polygon))
            continue
        area = area_km2(polygon)
        if code != "JP":
            centre = polygon.boundingBox().center()
            print(f"taken out of {code}: {area:8.1f} km2 at {centre.x():.2f} {centre.y():.2f}, {distance:.1f} km from a prefecture")
            if area > 10000:
                sys.exit("make_world.py: that is no island; look at the distance before going on")
    for code, _, polygon in kept:
        if code == "JP":
            centre = polygon.boundingBox().center()
            print(f"kept as JP: {area_km2(polygon):8.1f} km2 at {centre.x():.2f} {centre.y():.2f}")
    return kept


def cut(countries):
    west = QgsGeometry.fromWkt(f"POLYGON((-180 -90,{CUT_LON - CUT_HALF} -90,{CUT_LON - CUT_HALF} 90,-180 90,-180 -90))")
    east = QgsGeometry.fromWkt(f"POLYGON(({CUT_LON + CUT_HALF} -90,180 -90,180 90,{CUT_LON + CUT_HALF} 90,{CUT_LON + CUT_HALF} -90))")
    result = []
    for code, name, polygon in countries:
        box = polygon.boundingBox()
        if box.xMinimum() < CUT_LON < box.xMaximum():
            print(f"cut at 30 W: {code}")
            result += [(code, name, p) for side in (west, east) for p in parts_of(polygon.intersection(side))]
        else:
            result.append((code, name, polygon))
    return result


def in_detail(point):
    return DETAIL_BOX[0] <= point.x() <= DETAIL_BOX[2] and DETAIL_BOX[1] <= point.y() <= DETAIL_BOX[3]


def without_small_islands(countries):
    largest = {}
    for code, _, polygon in countries:
        largest[code] = max(largest.get(code, 0), area_km2(polygon))
    return [(code, name, polygon) for code, name, polygon in countries
            if code == "JP" or area_km2(polygon) >= min(LEAST_ISLAND_KM2[in_detail(polygon.boundingBox().center())], largest[code])]


def shared_lines(countries):
    """Returns the borders and coasts, each line once between the points where more than two lines meet."""
    rings = [ring for _, _, polygon in countries for ring in polygon.asPolygon()]
    lines = QgsGeometry.unaryUnion([QgsGeometry.fromPolylineXY(ring) for ring in rings]).mergeLines()
    return lines.asMultiPolyline() if lines.isMultipart() else [lines.asPolyline()]


def runs(line):
    """Splits a line where it enters or leaves the detail box; the runs share their end points."""
    run, inside = [line[0]], in_detail(line[0])
    for point in line[1:]:
        run.append(point)
        if in_detail(point) != inside:
            yield inside, run
            run, inside = [point], in_detail(point)
    if len(run) > 1:
        yield inside, run


def simplified(line, tolerance_km):
    """Simplifies in a plane of true shape at the line's latitude; short lines less, or Monaco would vanish."""
    middle = sum(p.y() for p in line) / len(line)
    scale = max(0.1, math.cos(math.radians(middle)))
    plane = QgsGeometry.fromPolylineXY([QgsPointXY(p.x() * scale, p.y()) for p in line])
    tolerance = min(tolerance_km / 111.2, plane.length() / 30)
    while True:
        points = [QgsPointXY(p.x() / scale, p.y()) for p in plane.simplify(tolerance).asPolyline()]
        corners = {(round(p.x(), DECIMALS), round(p.y(), DECIMALS)) for p in points}
        if line[0] != line[-1] or len(corners) >= 4 or tolerance < 1e-4:
            # The division above may move the ends by a rounding error: other lines meet there.
            return [line[0]] + points[1:-1] + [line[-1]]
        tolerance /= 2


def densified(points):
    result = [points[0]]
    for a, b in zip(points, points[1:]):
        steps = math.ceil(max(abs(b.x() - a.x()), abs(b.y() - a.y())) / DENSIFY_DEGREES - 1e-9)
        result += [QgsPointXY(a.x() + (b.x() - a.x()) * k / steps, a.y() + (b.y() - a.y()) * k / steps) for k in range(1, steps)]
        result.append(b)
    return result


def generalised(line):
    points = [line[0]]
    for inside, run in runs(line):
        points += densified(simplified(run, TOLERANCE_KM[inside]))[1:]
    return rounded(points, DECIMALS)


def rounded(points, decimals):
    result = []
    for p in points:
        q = QgsPointXY(round(p.x(), decimals), round(p.y(), decimals))
        if not result or result[-1] != q:
            result.append(q)
    return result


def round_polygon(polygon, decimals):
    """Rounds and validates until nothing moves."""
    todo, done = [polygon], []
    for _ in range(10):
        changed = []
        for p in todo:
            before = p.asPolygon()
            rings = [rounded(ring, decimals) for ring in before]
            if len(rings[0]) < 4:
                continue
            rings = [ring for ring in rings if len(ring) >= 4]
            new = QgsGeometry.fromPolygonXY(rings)
            if new.isGeosValid() and rings == before:
                done.append(new)
            else:
                changed += parts_of(new if new.isGeosValid() else new.makeValid())
        if not changed:
            return done
        todo = changed
    sys.exit("make_world.py: rounding does not settle")


def generalise(countries):
    """Simplifies shared borders once, builds polygons anew and gives each to the country it lies in."""
    index = QgsSpatialIndex()
    for i, (_, _, polygon) in enumerate(countries):
        feature = QgsFeature(i)
        feature.setGeometry(polygon)
        index.addFeature(feature)
    lines = [generalised(line) for line in shared_lines(countries)]
    network = QgsGeometry.unaryUnion([QgsGeometry.fromPolylineXY(line) for line in lines if len(line) > 1])
    faces = QgsGeometry.polygonize([network])
    result = []
    for face in parts_of(faces):
        point = face.pointOnSurface()
        owner = next((i for i in index.intersects(point.boundingBox()) if countries[i][2].contains(point)), None)
        if owner is None:  # the middle of an islet or a sliver may move out to sea; then the largest overlap owns it
            shares = {i: area_km2(countries[i][2].intersection(face)) for i in index.intersects(face.boundingBox())}
            owner = max(shares, key=shares.get, default=None)
            if owner is None or shares[owner] < area_km2(face) / 2:
                continue
        code, name, _ = countries[owner]
        result.append((code, name, face))
    return result


def settled(polygons, decimals):
    """Unites the polygons of one country or region and rounds them to a valid multipolygon."""
    for _ in range(10):
        rounded_parts = [q for p in polygons for q in round_polygon(p, decimals)]
        if QgsGeometry.collectGeometry(rounded_parts).isGeosValid():
            return rounded_parts
        polygons = parts_of(QgsGeometry.unaryUnion(rounded_parts))
    sys.exit("make_world.py: a shape stays invalid")


def country_names():
    """Returns {alpha-2: (English, Japanese)} from iso-codes; short names in daily use where it has them."""
    japanese = gettext.translation("iso_3166-1", languages=["ja"])
    names = {}
    with open(os.path.join(ISO_CODES, "iso_3166-1.json"), encoding="utf-8") as file:
        for row in json.load(file)["3166-1"]:
            code, common, name = row["alpha_2"], row.get("common_name"), row["name"]
            candidates = [n for n in (common, name) if n]
            ja = next((japanese.gettext(n) for n in candidates if japanese.gettext(n) != n), None)
            names[code] = (NAMES_EN.get(code, common or name), NAMES_JA.get(code, ja))
    names["XK"] = (NAMES_EN["XK"], NAMES_JA["XK"])
    return names


def coordinates(polygons, decimals):
    """GeoJSON coordinates: counter-clockwise outside, largest part first, each ring from its least point."""
    parts = []
    for polygon in sorted(polygons, key=lambda g: (-g.area(), g.boundingBox().toString(6))):
        rings = []
        for k, ring in enumerate(polygon.asPolygon()):
            points = [(p.x(), p.y()) for p in ring][:-1]
            twice = sum(points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1] for i in range(len(points)))
            if (twice > 0) != (k == 0):
                points.reverse()
            start = points.index(min(points))
            points = points[start:] + points[:start + 1]
            rings.append("[" + ",".join(f"[{number(x, decimals)},{number(y, decimals)}]" for x, y in points) + "]")
        parts.append("[" + ",".join(rings) + "]")
    return "[" + ",".join(parts) + "]"


def number(value, decimals):
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def write(path, name, features, decimals):
    """Writes [(properties, [polygon])], one feature a line, through a temporary file."""
    with open(path + ".new", "w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"type":"FeatureCollection","name":"{name}",'
                   '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4326"}},"features":[\n')
        file.write(",\n".join(
            '{"type":"Feature","properties":' + json.dumps(properties, ensure_ascii=False, separators=(",", ":"))
            + ',"geometry":{"type":"MultiPolygon","coordinates":' + coordinates(polygons, decimals) + "}}"
            for properties, polygons in features))
        file.write("\n]}\n")
    os.replace(path + ".new", path)
    print(f"{os.path.basename(path)}: {len(features)} features, {os.path.getsize(path)} bytes")


def make_countries():
    countries = apply_islands_rule(read_countries(), read_prefectures())
    countries = generalise(without_small_islands(cut(countries)))
    names = country_names()
    by_code = {}
    for code, name, polygon in countries:
        by_code.setdefault(code or "", []).append(polygon)
    features = []
    for code in sorted(by_code):
        if code and (code not in names or names[code][1] is None):
            print(f"no Japanese name: {code}")
        english, japanese = names.get(code, (None, None))
        features.append(({"iso_a2": code or None, "name_en": english, "name_ja": japanese},
                         settled(by_code[code], DECIMALS)))
    write(os.path.join(HERE, "countries.geojson"), "countries", features, DECIMALS)


def state_polygons(source, where):
    layer = source.GetLayerByName("states_provinces")
    layer.SetAttributeFilter(where)
    geometries = [qgs(f.geometry()) for f in layer]
    return parts_of(QgsGeometry.unaryUnion(geometries)) if geometries else []


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def country_polygons(source, code):
    layer = source.GetLayerByName("countries")
    layer.SetAttributeFilter(f"iso_a2 = {quoted(code)}")
    polygons = [p for f in layer for p in parts_of(qgs(f.geometry()))]
    if code in HOME_UNIT:
        home = QgsGeometry.collectGeometry(state_polygons(source, f"iso_a2 = {quoted(code)} AND gu_a3 = {quoted(HOME_UNIT[code])}"))
        polygons = [p for p in polygons if p.intersects(home)]
    return polygons


def make_partner_areas(path):
    source = ogr.Open(WORLD)
    iso3166_2 = {}
    with open(os.path.join(ISO_CODES, "iso_3166-2.json"), encoding="utf-8") as file:
        for row in json.load(file)["3166-2"]:
            iso3166_2[row["code"]] = row["name"]
    features = []
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        precision = row.get("anchor_precision") or row.get("precision")
        if row.get("level") not in COARSE_LEVELS and precision not in COARSE_PRECISIONS:
            continue
        codes = [c for c in row["iso3166_2"].split("|") if c]
        if LEFT_OUT & set(codes):
            print(f"{row['code']}: left out, {row['iso3166_2']} is not its extent")
            continue
        polygons = []
        for code in codes:
            if code in STATES:
                country, name = STATES[code]
                found = state_polygons(source, f"iso_a2 = {quoted(country)} AND name = {quoted(name)}")
            else:
                country, name = STATES_BY_FIPS[code]
                found = state_polygons(source, f"iso_a2 = {quoted(country)} AND fips = {quoted(name)}")
            print(f"{row['code']}: {code} is {iso3166_2[code]} in ISO 3166-2, {name} in the world map, {len(found)} polygons")
            if not found:
                sys.exit(f"make_world.py: the world map has no {name} for {row['code']}")
            polygons += found
        basis = "iso3166_2" if codes else "country"
        polygons = polygons or country_polygons(source, row["country"])
        shape = settled(parts_of(QgsGeometry.unaryUnion(polygons)), AREA_DECIMALS)
        features.append(({"partner_code": row["code"], "country": row["country"], "iso3166_2": row["iso3166_2"] or None,
                          "name_en": row["name_en"], "shape_basis": basis}, shape))
    write(os.path.join(HERE, "partner_areas.geojson"), "partner_areas", features, AREA_DECIMALS)


def main():
    make_countries()
    if len(sys.argv) > 1:
        make_partner_areas(sys.argv[1])


main()
