#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Builds and tests this source tree in a Debian release of its own.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
# shellcheck source=tests/matrix/setup.sh
source "$here/setup.sh"

cache=${CLUSTERATLAS_MATRIX_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/clusteratlas/matrix}
mirror=${CLUSTERATLAS_MATRIX_MIRROR:-http://deb.debian.org/debian}

usage()
{
  cat << 'TEXT'
Usage: tests/matrix/run.sh SUITE [ARGS...]

Makes a Debian tree of SUITE (bookworm or trixie) with debootstrap, installs what Cluster Atlas needs, builds the source
(mounted read-only) and runs ./test.sh ARGS... there, without a network. Needs root, debootstrap and about 5 GB for a tree.
Trees are kept in ${CLUSTERATLAS_MATRIX_CACHE:-~/.cache/clusteratlas/matrix}; delete SUITE there to start afresh.
TEXT
}

# is_whole SUITE: made to the end, and of that release.
is_whole()
{
  [[ -e $cache/$1/usr/lib/os-release ]] && grep -qx "VERSION_CODENAME=$1" "$cache/$1/usr/lib/os-release"
}

# make_tree SUITE: made under another name and renamed at the end, so that half a tree is never taken for a whole one.
make_tree()
{
  local suite=$1
  if is_whole "$suite"; then
    return
  fi
  [[ ! -e $cache/$suite ]] || die "$cache/$suite is not a tree of Debian $suite: move it away." "$cache/$suite は Debian $suite のものではありません。別の場所へ移してください。"
  command -v debootstrap > /dev/null || die 'debootstrap is missing: apt-get install debootstrap' 'debootstrap がありません: apt-get install debootstrap'
  say "Making a tree of Debian $suite in $cache." "Debian $suite を $cache に作ります。"
  rm -rf --one-file-system "${cache:?}/$suite.part"
  debootstrap --variant=minbase "$suite" "$cache/$suite.part" "$mirror"
  # No service is started in a tree.
  printf '#!/bin/sh\nexit 101\n' > "$cache/$suite.part/usr/sbin/policy-rc.d"
  chmod +x "$cache/$suite.part/usr/sbin/policy-rc.d"
  mv "$cache/$suite.part" "$cache/$suite"
}

# inside TREE NAMESPACES COMMAND...: runs in the tree. The mounts and processes live in namespaces of their own and are gone
# with them, however this script ends.
inside()
{
  local tree=$1 namespaces=$2
  shift 2
  # shellcheck disable=SC2016,SC2086
  unshare --mount --pid --fork --kill-child --propagation private $namespaces bash -euc '
    tree=$1 top=$2
    shift 2
    mkdir -p "$tree/source"
    mount --bind "$top" "$tree/source"
    mount -o remount,bind,ro "$tree/source"
    mount -t proc proc "$tree/proc"
    mount --rbind /dev "$tree/dev"
    mount -t tmpfs tmpfs "$tree/tmp"
    ip link set lo up 2> /dev/null || true
    exec chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 CI=true \
      CLUSTERATLAS_BUILD_DIR=/var/tmp/clusteratlas-build "$@"
  ' inside "$tree" "$top" "$@" < /dev/null
}

# install_packages TREE
install_packages()
{
  cp -L /etc/resolv.conf "$1/etc/resolv.conf"
  inside "$1" '' dpkg --configure -a
  # shellcheck disable=SC2016
  inside "$1" '' bash -euc 'top=/source; source /source/tests/matrix/setup.sh; install_missing run test'
}

main()
{
  local suite=${1:-}
  case $suite in
    -h | --help)
      usage
      return
      ;;
    bookworm | trixie) shift ;;
    *)
      usage >&2
      return 2
      ;;
  esac
  ((EUID == 0)) || die "chroot and debootstrap need root: sudo $0 $suite" "chroot と debootstrap には root 権限が必要です: sudo $0 $suite"
  mkdir -p "$cache"
  exec 9> "$cache/$suite.lock"
  flock -n 9 || die "another run uses the tree of $suite." "$suite は別の実行が使用中です。"
  make_tree "$suite"
  install_packages "$cache/$suite"
  inside "$cache/$suite" --net env CLUSTERATLAS_NO_INSTALL=1 /source/test.sh "$@"
}

main "$@"
