#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs what is missing, builds with warnings as errors and runs every test.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/matrix/setup.sh
source "$top/tests/matrix/setup.sh"

usage()
{
  cat << 'TEXT'
Usage: ./test.sh [--sanitize] [CTEST-ARGS...]

Installs what is missing (Debian's packages), builds in build-test/ and runs every test; ends in CTest's summary.
  --sanitize    builds in build-sanitize/ with the address and undefined-behaviour sanitizers and runs the tests but those of
                the desktop
Arguments go to CTest: ./test.sh -R atlas

使い方: ./test.sh [--sanitize] [CTEST-ARGS...]
不足している Debian パッケージをインストールし、build-test/ でビルドして全テストを実行します。
  --sanitize    build-sanitize/ でアドレス・未定義動作サニタイザ付きでビルドし、デスクトップ以外のテストを実行します
TEXT
}

# sanitizer_options: leaks of QGIS, Qt and GDAL themselves are listed in tests/sanitizers.
sanitizer_options()
{
  local rules=$top/tests/sanitizers
  # QGIS loads libraries late, and not all of them agree on what is allocated where.
  export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0:detect_odr_violation=0:new_delete_type_mismatch=0:alloc_dealloc_mismatch=0:detect_stack_use_after_return=1
  export LSAN_OPTIONS=suppressions=$rules/lsan.supp:print_suppressions=0
  export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1:suppressions=$rules/ubsan.supp
}

main()
{
  local build=${CLUSTERATLAS_BUILD_DIR:-$top/build-test}
  local cmake_args=(-DCMAKE_BUILD_TYPE=RelWithDebInfo '-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1 -g1 -DNDEBUG' -DWERROR=ON -DBUILD_TESTING=ON -DPRECOMPILE=ON)
  local ctest_args=(--output-on-failure -j "$(nproc)")
  case ${1:-} in
    -h | --help)
      usage
      return
      ;;
    --sanitize)
      shift
      build=${CLUSTERATLAS_BUILD_DIR:-$top/build}-sanitize
      cmake_args+=('-DSANITIZE=address,undefined')
      # Neither QGIS Desktop nor qgis_process is built with sanitizers.
      ctest_args+=(-E '^(desktop|run)_')
      sanitizer_options
      ;;
  esac
  build=$(realpath -m "$build")
  install_missing run test
  build_tree "$build" "${cmake_args[@]}"
  ctest --test-dir "$build" "${ctest_args[@]}" "$@"
}

main "$@"
