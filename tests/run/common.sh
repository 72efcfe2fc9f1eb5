# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
# Sourced by the tests of run.sh. CTest sets CLUSTERATLAS_BUILD_DIR and CLUSTERATLAS_NO_BUILD=1: nothing is built here.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck disable=SC2034
run=$top/run.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Nothing of the user's is read or changed.
export HOME=$scratch/home XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config XDG_CACHE_HOME=$scratch/cache
export LC_ALL=C.UTF-8
mkdir -p "$HOME"

fail()
{
  printf 'FAIL: %s\n' "$1" >&2
  for file in "$scratch"/stdout "$scratch"/stderr; do
    if [[ -s $file ]]; then
      printf -- '--- %s\n' "${file##*/}" >&2
      head -c 4000 "$file" >&2
    fi
  done
  exit 1
}

# expect STATUS COMMAND...: its output in $scratch/stdout and $scratch/stderr.
expect()
{
  local wanted=$1 status=0
  shift
  "$@" > "$scratch/stdout" 2> "$scratch/stderr" < /dev/null || status=$?
  [[ $status == "$wanted" ]] || fail "exit code $status instead of $wanted: $*"
}

# prints FILE TEXT
prints()
{
  grep -qF -- "$2" "$scratch/$1" || fail "no \"$2\" in $1"
}

# leaves_nothing FOLDER: no working folder or temporary file.
leaves_nothing()
{
  local left
  left=$(find "$1" -mindepth 1 -maxdepth 1 ! -name clusteratlas.gpkg ! -name clusteratlas.qgz ! -name atlas.pdf)
  [[ -z $left ]] || fail "left behind: $left"
}
