#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# A project made here is plain QGIS: a QGIS without Cluster Atlas and QGIS Server print a page as we do.
# shellcheck source=tests/run/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=tests/matrix/setup.sh
source "$top/tests/matrix/setup.sh"

server=/usr/lib/cgi-bin/qgis_mapserv.fcgi
layout='アトラス：プロジェクト'
project=$scratch/project/clusteratlas.qgz
export QT_QPA_PLATFORM=offscreen OGR_SQLITE_JOURNAL=DELETE

# says_what_it_should FILE: the project's page, whole.
says_what_it_should()
{
  [[ $(pdfinfo "$1" | sed -n 's/^Pages: *//p') == 1 ]] || fail "$1 has not one page"
  pdftotext -layout "$1" "$scratch/stdout"
  for text in 'バイオクラスタープロジェクト' '近畿経済産業局' '220社' '36校' '出典'; do
    prints stdout "$text"
  done
  # Columns from the right: object number and generation, unicode, subset, embedded.
  pdffonts "$1" | awk 'NR > 2 && $(NF - 4) != "yes" { print; bad = 1 } END { exit bad || NR < 3 }' || fail "a font of $1 is not embedded"
}

# print_by_server FILE PARAMETERS: as a web server runs it, the answer without its head.
print_by_server()
{
  local address
  address="MAP=$project&SERVICE=WMS&VERSION=1.3.0&REQUEST=GetPrint&CRS=EPSG:6668&FORMAT=pdf"
  # QGIS Server 3.40 has outlines for text unless it is asked for text.
  address+="&FORMAT_OPTIONS=TEXT_RENDER_FORMAT:AlwaysText"
  address+="&TEMPLATE=$(/usr/bin/python3 -c 'import sys, urllib.parse; print(urllib.parse.quote(sys.argv[1]))' "$layout")&$2"
  REQUEST_METHOD=GET QUERY_STRING=$address expect 0 "$server"
  sed '1,/^\r*$/d' "$scratch/stdout" > "$1"
}

expect 0 "$run" process run clusteratlas:createproject -- "FOLDER=${project%/*}" LANGUAGE=ja FISCAL_YEAR=2009
expect 0 "$run" process run clusteratlas:exportatlas -- "PROJECT=$project" KINDS=project WHICH=KANSAI_BIO WORKERS=1 "OUTPUT=$scratch/ours.pdf"
says_what_it_should "$scratch/ours.pdf"

# Neither the system's qgis_process nor the server looks into our prefix.
! compgen -G '/usr/lib/qgis/plugins/*clusteratlas*' > /dev/null || fail 'Cluster Atlas is installed in the system'
expect 0 "$(qgis_program qgis_process)" run native:atlaslayouttopdf "--PROJECT_PATH=$project" -- "LAYOUT=$layout" \
  'COVERAGE_LAYER=18プロジェクトの範囲' "FILTER_EXPRESSION=\"code\"='KANSAI_BIO'" TEXT_FORMAT=1 FORCE_VECTOR=1 DPI=300 "OUTPUT=$scratch/plain.pdf"
expect 0 /usr/bin/python3 "$top/tests/run/same_page.py" "$scratch/ours.pdf" "$scratch/plain.pdf" 16 0.002
expect 0 /usr/bin/python3 "$top/tests/run/same_page.py" --words "$scratch/ours.pdf" "$scratch/plain.pdf"

# ATLAS_PK is the key of the feature in the coverage layer: fid in a GeoPackage.
[[ -x $server ]] || fail "no $server"
key=$(sqlite3 "${project%.qgz}.gpkg" "SELECT fid FROM projects WHERE code = 'KANSAI_BIO'")
print_by_server "$scratch/served.pdf" "ATLAS_PK=$key"
says_what_it_should "$scratch/served.pdf"
# The server draws the names on maps as outlines: small differences all over them.
expect 0 /usr/bin/python3 "$top/tests/run/same_page.py" "$scratch/ours.pdf" "$scratch/served.pdf" 64 0.01
