#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The way in: installs what is missing, builds, and opens QGIS with Cluster Atlas, or does the main job without a window.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/matrix/setup.sh
source "$top/tests/matrix/setup.sh"

build=$(realpath -m "${CLUSTERATLAS_BUILD_DIR:-$top/build}")
home=${XDG_DATA_HOME:-$HOME/.local/share}/clusteratlas

usage()
{
  cat << 'TEXT'
Usage:
  ./run.sh                      Opens QGIS with Cluster Atlas and its project. Without a display it does --headless.
  ./run.sh --headless [FOLDER]  Makes the data pack, the project and the atlas (PDF) in FOLDER (default: out/),
                                in the language of the locale: LANG=ja_JP.UTF-8 ./run.sh --headless
  ./run.sh process ARGS...      qgis_process with the algorithms of Cluster Atlas, e.g. ./run.sh process list
  ./run.sh --help               This text.

What is missing is installed from Debian's packages (12 or 13; sudo may ask for a password), and the source is built in build/.
The project is made once, in ~/.local/share/clusteratlas/project, and is never overwritten; QGIS runs with settings of its own
in ~/.local/share/clusteratlas/qgis. Delete either to start afresh.

使い方:
  ./run.sh                      Cluster Atlas を有効にした QGIS でプロジェクトを開きます。画面がないときは --headless と同じです。
  ./run.sh --headless [FOLDER]  データパック・プロジェクト・地図帳 (PDF) を FOLDER に作ります(省略時 out/)。
                                言語はロケールに従います: LANG=ja_JP.UTF-8 ./run.sh --headless
  ./run.sh process ARGS...      Cluster Atlas のアルゴリズムを使える qgis_process です。例: ./run.sh process list
  ./run.sh --help               この説明を表示します。

不足しているものは Debian (12 または 13) のパッケージからインストールし(sudo がパスワードを尋ねることがあります)、build/ でビルドします。
プロジェクトは ~/.local/share/clusteratlas/project に一度だけ作られ、上書きされません。QGIS の設定は専用のもの
(~/.local/share/clusteratlas/qgis) を使います。どちらも削除すれば初めからやり直せます。

Environment / 環境変数:
  CLUSTERATLAS_BUILD_DIR   another build folder / 別のビルド用フォルダ
  CLUSTERATLAS_NO_BUILD=1  neither install nor build: use what is there / インストールもビルドもせず、今あるものを使う
TEXT
}

# ready: installed, built, and a QGIS prefix that has our libraries.
ready()
{
  if [[ ${CLUSTERATLAS_NO_BUILD:-0} != 1 ]]; then
    install_missing run
    build_tree "$build" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DPRECOMPILE=ON
  fi
  [[ -e $build/prefix/lib/qgis/plugins/libprovider_clusteratlas.so ]] \
    || die "there is no build in $build." "$build にビルド結果がありません。"
  make_qgis_prefix "$build"
}

# without_display: the environment of programs that open no window.
without_display()
{
  export QT_QPA_PLATFORM=offscreen
  # QGIS would switch GeoPackages it only reads to another kind of journal, and back: bytes change, and not every shared
  # drive can do it.
  export OGR_SQLITE_JOURNAL=${OGR_SQLITE_JOURNAL:-DELETE}
  # File names in Japanese need a UTF-8 locale.
  if [[ $(locale charmap 2> /dev/null) != UTF-8 ]]; then
    export LC_ALL=C.UTF-8
  fi
}

# process ARGS...
process()
{
  without_display
  exec "$build/qgis/bin/qgis_process" "$@"
}

# show_progress: from what qgis_process prints, the percentages ("0...10...20") as they come.
show_progress()
{
  local chunk number='' dots=0
  while IFS= read -r -d. chunk || [[ -n $chunk ]]; do
    if [[ -n $chunk ]]; then
      # A number is progress if three dots follow.
      [[ $chunk =~ ([0-9]+)$ ]] && number=${BASH_REMATCH[1]} || number=''
      dots=0
    elif ((++dots == 2)) && [[ -n $number ]]; then
      printf ' %s%%' "$number" >&2
    fi
  done
  printf '\n' >&2
}

# run_algorithm WORK ID PARAMETERS...: settings, messages and temporary files in WORK.
run_algorithm()
{
  local work=$1
  shift
  local status=0
  (
    without_display
    export XDG_RUNTIME_DIR=$work/settings QGIS_CUSTOM_CONFIG_PATH=$work/settings
    mkdir -p "$work/settings"
    chmod 700 "$work/settings"
    "$build/qgis/bin/qgis_process" run "$@" < /dev/null 2> "$work/messages"
  ) | tee "$work/printed" | show_progress || status=1
  # What QGIS always says, whatever it does, helps nobody, once is enough, and the working folder stands for the folder.
  sed -E "s/^ERROR:\t//; /XDG_RUNTIME_DIR|setapi\(\) is deprecated|^$/d; s#${work//./\\.}(/new)?(/\.clusteratlas-[A-Za-z0-9]+)?#${work%/*}#g" "$work/messages" | awk '!seen[$0]++' >&2
  return "$status"
}

# make_project FOLDER WORK: what is there already is the user's, and is kept.
make_project()
{
  local folder=$1 work=$2
  if [[ -e $folder/clusteratlas.qgz && -e $folder/clusteratlas.gpkg ]]; then
    say "Keeping the project that is there: $folder/clusteratlas.qgz" "既存のプロジェクトをそのまま使います: $folder/clusteratlas.qgz"
    return
  fi
  say "Making the data pack and the project in $folder" "データパックとプロジェクトを作ります: $folder"
  run_algorithm "$work" clusteratlas:createproject -- "FOLDER=$work/new" "LANGUAGE=$(user_language)" || return 1
  [[ -s $work/new/clusteratlas.gpkg && -s $work/new/clusteratlas.qgz ]] || return 1
  # Renamed on the same disk: whole or not at all. The pack first: it is no use to have a project without its pack.
  [[ -e $folder/clusteratlas.gpkg ]] || mv "$work/new/clusteratlas.gpkg" "$folder/clusteratlas.gpkg" || return 1
  [[ -e $folder/clusteratlas.qgz ]] || mv "$work/new/clusteratlas.qgz" "$folder/clusteratlas.qgz"
}

# make_atlas FOLDER WORK
make_atlas()
{
  local folder=$1 work=$2
  say 'Making the atlas' '地図帳を作ります'
  run_algorithm "$work" clusteratlas:exportatlas -- "PROJECT=$folder/clusteratlas.qgz" "OUTPUT=$work/atlas.pdf" || return 1
  [[ -s $work/atlas.pdf ]] || return 1
  mv "$work/atlas.pdf" "$folder/atlas.pdf"
}

# with_work FOLDER FUNCTION...: calls each function with FOLDER and a working folder in it, which is gone at the end.
with_work()
{
  local folder=$1 step
  shift
  made=
  [[ -d $folder ]] || made=1
  mkdir -p "$folder" 2> /dev/null || die "cannot make the folder $folder. Choose another: ./run.sh --headless FOLDER" \
    "フォルダ $folder を作れません。別のフォルダを指定してください: ./run.sh --headless FOLDER"
  folder=$(cd "$folder" && pwd)
  work=$(mktemp -d "$folder/.clusteratlas.XXXXXX" 2> /dev/null) || die "cannot write to the folder $folder. Choose another: ./run.sh --headless FOLDER" \
    "フォルダ $folder に書き込めません。別のフォルダを指定してください: ./run.sh --headless FOLDER"
  trap 'clean_up "$folder" "$work"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  for step in "$@"; do
    "$step" "$folder" "$work" || fail "$folder"
  done
  clean_up "$folder" "$work"
  trap - EXIT INT TERM HUP
}

# clean_up FOLDER WORK: also of a folder made here that nothing came into.
clean_up()
{
  rm -rf "$2"
  [[ -z $made ]] || rmdir "$1" 2> /dev/null || true
}

# fail FOLDER
fail()
{
  local space
  space=$(df -h --output=avail "$1" | tail -n 1 | tr -d ' ')
  die "that failed (the reason is above); what was there before is unchanged. Free space in $1: $space" \
    "失敗しました(理由は上のとおり)。以前からあったものは変わっていません。$1 の空き容量: $space"
}

headless()
{
  local folder=$1
  with_work "$folder" make_project make_atlas
  say "Done. In $folder:" "完了しました。$folder の内容:"
  (cd "$folder" && ls -lh clusteratlas.gpkg clusteratlas.qgz atlas.pdf) | awk '{ printf "  %-20s %s\n", $NF, $5 }'
}

# write_defaults FILE: what a fresh profile begins with. QGIS takes it as defaults only: what users change themselves is kept
# in their profile and wins.
write_defaults()
{
  cat "$build/qgis/share/qgis/resources/qgis_global_settings.ini" - > "$1" << 'INI'

[Plugins]
libclusteratlasplugin=true

[qgis]
checkVersion=false
walForSqlite3=false
showTips322=false

[migration]
settings=true
fileVersion=2
firstRunVersionFlag=999999

[app]
plugin_installer\checkOnStart=false

[core]
NewsFeed\http___feed_qgis_org_\disabled=true
NewsFeed\https___feed_qgis_org_\disabled=true
INI
}

desktop()
{
  local project=$home/project
  with_work "$project" make_project
  write_defaults "$build/qgis/defaults.ini"
  say "Opening QGIS with $project/clusteratlas.qgz" "QGIS で $project/clusteratlas.qgz を開きます"
  local program
  program=$(command -v qgis) || program=$(qgis_program qgis)
  export QGIS_PREFIX_PATH=$build/qgis
  exec "$program" --profiles-path "$home/qgis" --globalsettingsfile "$build/qgis/defaults.ini" --noversioncheck \
    --project "$project/clusteratlas.qgz"
}

has_display()
{
  [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]
}

main()
{
  case ${1:-} in
    '')
      ready
      if has_display; then
        desktop
      fi
      say 'There is no display: making pack, project and atlas without a window, as ./run.sh --headless does.' \
        '画面がないため、./run.sh --headless と同じくウィンドウなしでデータパック・プロジェクト・地図帳を作ります。'
      headless "$top/out"
      ;;
    --headless)
      (($# <= 2)) || wrong_use
      [[ ${2:-} != -* ]] || wrong_use
      ready
      headless "${2:-$top/out}"
      ;;
    process)
      shift
      ready
      process "$@"
      ;;
    -h | --help)
      usage
      ;;
    *)
      wrong_use
      ;;
  esac
}

wrong_use()
{
  usage >&2
  exit 2
}

main "$@"
