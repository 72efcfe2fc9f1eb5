#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The questions of benchpoints asked of PostGIS: postgis.sh POINTS.gpkg AREAS.gpkg. A server of its own is started in a temporary folder.
# Prints a line that begins with "skipped" where PostGIS is not at hand, otherwise "NAME SECONDS" for each query, without loading.
set -euo pipefail
points=$1 areas=$2

bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1) || true
if [ -z "$bin" ] || ! ls "${bin%/*}"/lib/postgis-*.so /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1; then
  echo "skipped: PostGIS is not installed (Debian: postgresql-15-postgis-3)"
  exit 0
fi
if ! grep -q "PostgreSQL " <(ogr2ogr --formats); then
  echo "skipped: ogr2ogr has no driver for PostgreSQL (Debian: gdal-bin)"
  exit 0
fi

folder=$(mktemp -d)
as=()
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
  as=(runuser -u postgres --)
  chown postgres "$folder"
fi
stop() {
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
cd "$folder"
"${as[@]}" "$bin/initdb" -D "$folder/data" -A trust -U postgres >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
  -o "-k $folder -c listen_addresses= -c shared_buffers=1GB -c work_mem=256MB -c maintenance_work_mem=512MB -c max_wal_size=4GB" start >/dev/null
psql=(psql -q -X -v ON_ERROR_STOP=1 -h "$folder" -U postgres -d postgres)
"${psql[@]}" -c "CREATE EXTENSION postgis"
for layer in "points $points" "areas $areas"; do
  ogr2ogr -q -f PostgreSQL "PG:host=$folder user=postgres dbname=postgres" "${layer#* }" -nln "${layer%% *}" -lco GEOMETRY_NAME=geom \
    -lco FID=fid -lco SPATIAL_INDEX=GIST --config PG_USE_COPY YES
done
"${psql[@]}" -c "VACUUM ANALYZE"

timed() {
  local start
  start=$(date +%s.%N)
  "${psql[@]}" -At -o "$folder/answer" -c "$2"
  echo "$1 $(echo "$(date +%s.%N) $start" | awk '{ print $1 - $2 }')"
}
timed counts "SELECT a.fid, count( p.fid ) FROM areas a LEFT JOIN points p ON ST_Intersects( a.geom, p.geom ) GROUP BY a.fid"
echo "pairs $(awk -F'|' '{ sum += $2 } END { printf "%d", sum }' "$folder/answer")"
timed tags "CREATE TABLE tags AS SELECT p.fid AS point_id, string_agg( a.code, ';' ORDER BY a.fid ) AS areas, count( * ) AS number
  FROM points p JOIN areas a ON ST_Intersects( a.geom, p.geom ) GROUP BY p.fid"
