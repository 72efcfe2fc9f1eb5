#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Makes prefectures.geojson again. Needs Debian's r-cran-mapdata (with r-cran-maps) and python3-gdal.
set -eu
here=$( cd "$( dirname "$0" )" && pwd )
work=$( mktemp -d )
trap 'rm -rf "$work"' EXIT
Rscript "$here/make_prefectures.R" "$work/rings.csv"
/usr/bin/python3 "$here/make_prefectures.py" "$work/rings.csv" "$work/prefectures.geojson"
mv "$work/prefectures.geojson" "$here/prefectures.geojson"
