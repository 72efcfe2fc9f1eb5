#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# test_translations.sh LUPDATE SOURCE: fails on a text without a translation, an empty one, or one no longer in the source.
set -euo pipefail

lupdate=$1
source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# check LANGUAGE OPTIONS...: brings a copy up to date and compares.
check()
{
  local language=$1 shipped=$source/plugin/i18n/clusteratlas_$1.ts copy=$scratch/clusteratlas_$1.ts
  shift
  cp "$shipped" "$copy"
  (cd "$source" && "$lupdate" layers plugin -no-obsolete -locations none "$@" -ts "$copy" > "$scratch/log" 2>&1) || { cat "$scratch/log"; exit 1; }
  if grep -q 'type="unfinished"' "$copy"; then
    echo "$language: texts without a translation:"
    grep -B3 'type="unfinished"' "$copy" | grep '<source>' || true
    failed=1
  fi
  if grep -Eq '<(translation|numerusform)>[[:space:]]*</|<(translation|numerusform)/>' "$copy"; then
    echo "$language: empty translations"
    failed=1
  fi
  if ! cmp -s "$shipped" "$copy"; then
    echo "$language: $shipped is not up to date with the source; run lupdate"
    diff "$shipped" "$copy" | head -20
    failed=1
  fi
}

check ja
check en -pluralonly
exit "$failed"
