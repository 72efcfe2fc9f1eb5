#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes prefectures.geojson from the rings that make_prefectures.R wrote.

Usage: make_prefectures.py rings.csv prefectures.geojson
Needs Debian's python3-gdal.
"""

import csv
import sys

from osgeo import ogr, osr

ogr.UseExceptions()
osr.UseExceptions()

DECIMALS = 5

# The 47 names of the map in the order in which it holds them, which is the order of JIS X 0401.
NAMES = (
    "Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata "
    "Toyama Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo NARA Wakayama Tottori "
    "Shimane Okayama Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki "
    "Kagoshima Okinawa"
).split()

# EPSG:15483, Tokyo to JGD2000 (1), written out so that the result does not depend on which grids are installed.
# JGD2000 and JGD2011 differ by less than the map's own error. GDAL hands over and expects latitude, longitude.
TOKYO_TO_JGD = (
    "+proj=pipeline +step +proj=axisswap +order=2,1 +step +proj=unitconvert +xy_in=deg +xy_out=rad "
    "+step +proj=push +v_3 +step +proj=cart +ellps=bessel "
    "+step +proj=helmert +x=-146.414 +y=507.337 +z=680.507 +step +inv +proj=cart +ellps=GRS80 +step +proj=pop +v_3 "
    "+step +proj=unitconvert +xy_in=rad +xy_out=deg +step +proj=axisswap +order=2,1"
)


def tokyo_to_jgd2011():
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(4301)
    target.ImportFromEPSG(6668)
    for crs in (source, target):
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    options = osr.CoordinateTransformationOptions()
    options.SetOperation(TOKYO_TO_JGD)
    return osr.CoordinateTransformation(source, target, options)


def read_rings(path):
    """Returns {prefecture name: [ring]}, a ring being a closed list of (lon, lat) on the Tokyo Datum."""
    rings = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rings.setdefault((row["name"], row["ring"]), []).append((float(row["lon"]), float(row["lat"])))
    prefectures = {}
    for (name, _), points in rings.items():
        prefectures.setdefault(name, []).append(points)
    return prefectures


def rounded(points):
    """Rounds every point alike, so that a border shared by two prefectures stays shared; drops repeated points."""
    result = []
    for point in points:
        point = (round(point[0], DECIMALS), round(point[1], DECIMALS))
        if not result or result[-1] != point:
            result.append(point)
    if len(result) > 1 and result[0] != result[-1]:
        result.append(result[0])
    return result


def polygon_of(rings):
    polygon = ogr.Geometry(ogr.wkbPolygon)
    for points in rings:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in points:
            ring.AddPoint_2D(x, y)
        polygon.AddGeometry(ring)
    return polygon


def polygons(geometry):
    """Returns copies of the polygons in a geometry; lines and points, which validation may leave, are dropped."""
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind == ogr.wkbPolygon:
        return [] if geometry.IsEmpty() else [geometry.Clone()]
    return [p for i in range(geometry.GetGeometryCount()) for p in polygons(geometry.GetGeometryRef(i))] \
        if kind in (ogr.wkbMultiPolygon, ogr.wkbGeometryCollection) else []


def area_of(geometry):
    return sum(p.Area() for p in polygons(geometry))


def united(parts):
    multi = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in parts:
        multi.AddGeometry(part)
    return multi.UnionCascaded()


def round_geometry(geometry):
    """Rounds until nothing moves and all is valid: validation may add nodes, which have to be rounded too."""
    for _ in range(10):
        parts, moved = [], False
        for polygon in polygons(geometry):
            rings = []
            for i in range(polygon.GetGeometryCount()):
                points = polygon.GetGeometryRef(i).GetPoints()
                new = rounded([p[:2] for p in points])
                moved = moved or [tuple(p[:2]) for p in points] != new
                if len(new) >= 4:
                    rings.append(new)
                elif i == 0:
                    break
            if rings:
                parts += polygons(polygon_of(rings).MakeValid())
        geometry = united(parts)
        if not moved:
            break
    else:
        sys.exit("make_prefectures.py: rounding does not settle")
    if not geometry.IsValid():
        sys.exit("make_prefectures.py: a prefecture is still invalid after rounding")
    return geometry


def make_prefecture(rings, transformation):
    """A ring inside another of the same prefecture is a lake; lakes belong to the prefecture, so rings are united."""
    parts = []
    for ring in rings:
        points = rounded([p[:2] for p in transformation.TransformPoints(ring)])
        if len(points) >= 4:
            parts += polygons(polygon_of([points]).MakeValid())
    return round_geometry(united(parts))


def remove_overlaps(prefectures):
    """Where two prefectures overlap the smaller polygon keeps the ground (Ishima, half Okayama's, is in both)."""
    codes = sorted(prefectures)
    boxes = {code: prefectures[code].GetEnvelope() for code in codes}
    for i, a in enumerate(codes):
        for b in codes[i + 1:]:
            A, B = boxes[a], boxes[b]
            if A[0] > B[1] or B[0] > A[1] or A[2] > B[3] or B[2] > A[3]:
                continue
            for p in polygons(prefectures[a]):
                for q in polygons(prefectures[b]):
                    overlap = area_of(p.Intersection(q)) if p.Intersects(q) else 0
                    if overlap == 0:
                        continue
                    small, loser = (p, b) if p.Area() < q.Area() else (q, a)
                    print(f"overlap of {a} and {b}: {overlap:.2e} square degrees, taken from {loser}")
                    prefectures[loser] = round_geometry(united(polygons(prefectures[loser].Difference(small))))
    return prefectures


def text_of(geometry):
    """GeoJSON coordinates, counter-clockwise outside, largest part first, each ring from its least point."""
    parts = []
    for polygon in sorted(polygons(geometry), key=lambda p: (-p.Area(), p.GetEnvelope())):
        rings = []
        for i in range(polygon.GetGeometryCount()):
            points = [p[:2] for p in polygon.GetGeometryRef(i).GetPoints()][:-1]
            twice_area = sum(points[k - 1][0] * points[k][1] - points[k][0] * points[k - 1][1] for k in range(len(points)))
            if (twice_area > 0) != (i == 0):
                points.reverse()
            start = points.index(min(points))
            points = points[start:] + points[:start + 1]
            rings.append("[" + ",".join(f"[{x:.{DECIMALS}f},{y:.{DECIMALS}f}]" for x, y in points) + "]")
        parts.append("[" + ",".join(rings) + "]")
    return "[" + ",".join(parts) + "]"


def main():
    rings_path, out_path = sys.argv[1:3]
    rings = read_rings(rings_path)
    if list(rings) != NAMES:
        sys.exit("make_prefectures.py: the map does not hold the 47 prefectures in the order of JIS X 0401")
    transformation = tokyo_to_jgd2011()
    prefectures = {f"{i + 1:02d}": make_prefecture(rings[name], transformation) for i, name in enumerate(NAMES)}
    prefectures = remove_overlaps(prefectures)
    with open(out_path, "w", encoding="utf-8", newline="\n") as file:
        file.write('{"type":"FeatureCollection","name":"prefectures",'
                   '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::6668"}},"features":[\n')
        file.write(",\n".join(
            f'{{"type":"Feature","properties":{{"code":"{code}"}},'
            f'"geometry":{{"type":"MultiPolygon","coordinates":{text_of(geometry)}}}}}'
            for code, geometry in sorted(prefectures.items())))
        file.write("\n]}\n")
    print(f"{len(prefectures)} prefectures, {sum(len(polygons(g)) for g in prefectures.values())} polygons")


main()
