# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
# Sourced by run.sh and test.sh: Debian's packages, the build, and a QGIS that knows the algorithms of a build.
# Everything said goes to stderr, so that what a program prints can be piped.

: "${top:?set to the top folder before sourcing}"

# user_language: ja or en, from the locale.
user_language()
{
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    ja*) echo ja ;;
    *) echo en ;;
  esac
}

# say ENGLISH JAPANESE: one line in the user's language.
say()
{
  if [[ $(user_language) == ja ]]; then
    printf '%s\n' "$2" >&2
  else
    printf '%s\n' "$1" >&2
  fi
}

# die ENGLISH JAPANESE
die()
{
  say "Cluster Atlas: $1" "Cluster Atlas: $2"
  exit 1
}

# packages_of KIND...: names from the list.
packages_of()
{
  local kinds=" $* "
  local kind name
  while read -r kind name; do
    if [[ $kind != '#'* && $kinds == *" $kind "* ]]; then
      printf '%s\n' "$name"
    fi
  done < "$top/tests/matrix/packages"
}

# missing_packages KIND...
missing_packages()
{
  local installed wanted name
  mapfile -t wanted < <(packages_of "$@")
  installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "${wanted[@]}" 2> /dev/null | sed -n 's/^.i  *//p') || true
  for name in "${wanted[@]}"; do
    grep -qxF "$name" <<< "$installed" || printf '%s\n' "$name"
  done
}

# install_missing KIND...: nothing is asked and nothing is said when all is there.
install_missing()
{
  if [[ ${CLUSTERATLAS_NO_INSTALL:-0} == 1 ]]; then
    return
  fi
  if ! command -v dpkg-query > /dev/null || ! command -v apt-get > /dev/null; then
    die "this script needs Debian 12 or 13 (apt-get was not found). Packages needed: $(packages_of "$@" | tr '\n' ' ')" \
      "Debian 12 または 13 が必要です(apt-get が見つかりません)。必要なパッケージ: $(packages_of "$@" | tr '\n' ' ')"
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then
    return
  fi
  say "Installing what is missing from Debian's packages: ${missing[*]}" "不足している Debian パッケージをインストールします: ${missing[*]}"
  local root=()
  if ((EUID != 0)); then
    command -v sudo > /dev/null || die "not root and no sudo. As root, run: apt-get install ${missing[*]}" \
      "root ではなく sudo もありません。root で実行してください: apt-get install ${missing[*]}"
    say 'Only root may install packages: sudo may ask for your password.' 'パッケージのインストールには管理者権限が必要です。sudo がパスワードを尋ねることがあります。'
    root=(sudo)
  fi
  local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0)
  "${apt[@]}" update >&2 || say 'apt-get update failed: going on with the package lists that are there.' 'apt-get update に失敗しました。手元のパッケージ一覧で続けます。'
  "${apt[@]}" install --no-install-recommends "${missing[@]}" >&2 \
    || die 'apt-get could not install the packages; its message is above.' 'パッケージをインストールできませんでした。上のメッセージを見てください。'
}

# build_tree FOLDER CMAKE-ARGS...: configures when needed, then builds; quick when nothing changed.
build_tree()
{
  local build=$1
  shift
  local options=(-S "$top" -B "$build" -G Ninja "$@")
  if command -v ccache > /dev/null; then
    options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  fi
  mkdir -p "$build" || die "cannot make the build folder $build." "ビルド用フォルダ $build を作れません。"
  # Configured again when the options differ, or when a configuration was broken off.
  if [[ ! -e $build/build.ninja || ! -e $build/configured || $(< "$build/configured") != "${options[*]}" ]]; then
    say "Building in $build: the first time takes some minutes." "$build でビルドします。初回は数分かかります。"
    rm -f "$build/configured"
    cmake "${options[@]}" >&2 || die "configuring failed: see above." "構成に失敗しました。上のメッセージを見てください。"
    printf '%s\n' "${options[*]}" > "$build/configured"
  fi
  ninja -C "$build" | sed -u '/^ninja: Entering/d; /^ninja: no work/d; /Re-checking globbed/d' >&2 \
    || die "the build failed: see above." "ビルドに失敗しました。上のメッセージを見てください。"
}

# qgis_program NAME: the program itself, or Debian's wrapper around it. The wrapper of qgis_process passes an option
# that qgis_process does not take (from /etc/default/qgis).
qgis_program()
{
  command -v "$1.bin" || command -v "$1" || die "$1 was not found: is the package qgis installed?" "$1 が見つかりません。qgis パッケージはありますか。"
}

# put FILE TARGET: copies when different, by a rename, so that a QGIS that runs keeps what it has loaded.
put()
{
  cmp -s "$1" "$2" || { cp -p "$1" "$2.$$" && mv -f "$2.$$" "$2"; }
}

# make_qgis_prefix BUILD: BUILD/qgis becomes a prefix with all of the installed QGIS and our libraries, so nothing needs to
# be installed to /usr. QGIS looks for libraries below its prefix only and skips links, so they are copied (12 MB);
# qgis_process takes its prefix from where it lies itself, the other programs from QGIS_PREFIX_PATH.
make_qgis_prefix()
{
  local build=$1 prefix=$1/qgis
  local program system file
  program=$(qgis_program qgis_process)
  program=$(readlink -f "$program")
  system=$(dirname "$(dirname "$program")")
  # Another qgis_process is another QGIS: start again.
  cmp -s "$program" "$prefix/bin/qgis_process" || rm -rf "$prefix"
  mkdir -p "$prefix/bin" "$prefix/lib/qgis/plugins" "$prefix/share"
  for file in "$system"/lib/qgis/plugins/*.so; do
    # A Cluster Atlas that is installed too must not be loaded beside this one.
    [[ $file == *clusteratlas* ]] || put "$file" "$prefix/lib/qgis/plugins/${file##*/}"
  done
  for file in "$build"/prefix/lib/qgis/plugins/*.so; do
    put "$file" "$prefix/lib/qgis/plugins/${file##*/}"
  done
  for file in "$system"/lib/libqgispython* "$build"/prefix/lib/libclusteratlas*; do
    [[ ! -e $file ]] || ln -sfn "$file" "$prefix/lib/${file##*/}"
  done
  for file in "$system"/lib/qgis/*; do
    [[ $file == */plugins ]] || ln -sfn "$file" "$prefix/lib/qgis/${file##*/}"
  done
  ln -sfn "$system/share/qgis" "$prefix/share/qgis"
  ln -sfn "$build/prefix/share/clusteratlas" "$prefix/share/clusteratlas"
  # Last: says that the prefix is whole.
  put "$program" "$prefix/bin/qgis_process"
}
