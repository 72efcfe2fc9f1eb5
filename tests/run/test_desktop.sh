#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck source=tests/run/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# start SECONDS: opens QGIS by run.sh, and waits until the library of the plugin is in it and its settings are written.
start()
{
  local waited=0
  setsid xvfb-run -a "$run" > "$scratch/stdout" 2> "$scratch/stderr" < /dev/null &
  group=$!
  trap 'kill -- -"$group" 2> /dev/null || true; rm -rf "$scratch"' EXIT
  until qgis_loads libclusteratlasplugin && qgis_loads libprovider_clusteratlas; do
    kill -0 "$group" 2> /dev/null || fail 'QGIS has ended'
    ((waited++ < $1)) || fail "no plugin after $1 seconds"
    sleep 1
  done
}

# qgis_loads LIBRARY: from how many files, must be one.
qgis_loads()
{
  local process files
  for process in /proc/[0-9]*; do
    if [[ $(ps -o sid= -p "${process##*/}" 2> /dev/null | tr -d ' ') == "$group" && $(readlink "$process/exe") == */qgis.bin ]]; then
      files=$(grep -o "/[^ ]*$1[^ ]*" "$process/maps" | sort -u)
      [[ -n $files ]] || return 1
      [[ $(wc -l <<< "$files") == 1 ]] || fail "loaded more than once: $files"
      return 0
    fi
  done
  return 1
}

stop()
{
  sleep 5
  kill -0 "$group" 2> /dev/null || fail 'QGIS has ended by itself'
  kill -- -"$group"
  wait "$group" 2> /dev/null || true
}

project=$XDG_DATA_HOME/clusteratlas/project/clusteratlas.qgz
settings=$XDG_DATA_HOME/clusteratlas/qgis/profiles/default/QGIS/QGIS3.ini

start 120
[[ -s $project && -s ${project%.qgz}.gpkg ]] || fail 'no project'
stop
before=$(sha256sum "$project" "${project%.qgz}.gpkg")

# The second start keeps the project, and what the user set.
mkdir -p "$(dirname "$settings")"
printf '\n[qgis]\nuserMark=42\n' >> "$settings"
start 60
prints stderr 'Keeping the project'
stop
[[ $(sha256sum "$project" "${project%.qgz}.gpkg") == "$before" ]] || fail 'the project was changed'
grep -qx 'userMark=42' "$settings" || fail 'a setting of the user is lost'
