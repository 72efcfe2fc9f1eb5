#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck source=tests/run/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

for wrong in --headles -x nonsense; do
  expect 2 "$run" "$wrong"
  prints stderr 'Usage:'
  [[ ! -s $scratch/stdout ]] || fail 'what is wrong belongs to stderr'
done
expect 2 "$run" --headless one two
expect 2 "$run" --headless --force
[[ ! -e one && ! -e --force ]] || fail 'a folder was made of wrong arguments'

expect 0 "$run" --help
for text in '--headless' 'process' '使い方'; do
  prints stdout "$text"
done

# A folder without a build is said to be one.
CLUSTERATLAS_BUILD_DIR=$scratch/empty CLUSTERATLAS_NO_BUILD=1 expect 1 "$run" process list
prints stderr "$scratch/empty"

expect 0 "$top/test.sh" --help
expect 2 "$top/tests/matrix/run.sh"
expect 2 "$top/tests/matrix/run.sh" nonsense
cd "$top"
for script in run.sh test.sh .ci/run tests/matrix/*.sh tests/run/*.sh; do
  expect 0 shellcheck -x "$script"
done
