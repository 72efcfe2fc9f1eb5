#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# run_desktop.sh LANGUAGE: QGIS Desktop with a fresh profile, our plugin and the tests' driver. Environment: see CMakeLists.txt.
set -euo pipefail

language=$1
scratch=$(mktemp -d)
group=
stop()
{
  # Only the session that was started here.
  [[ -z $group ]] || kill -- -"$group" 2> /dev/null || true
  rm -rf "$scratch"
}
trap stop EXIT

mkdir -p "$scratch/profiles/default/QGIS" "$scratch/home" "$scratch/plugins" "$CA_SHOTS"
# QGIS 3.22 takes one folder only, and no links.
cp "$CA_PLUGIN_DIR/libclusteratlasplugin.so" "$CA_DRIVER_DIR/libcadesktopdriver.so" "$scratch/plugins"
# No news of QGIS (by its old name and its new one): the task that asks for them makes QGIS 3.40.6 crash as it ends (QGIS#62429).
cat > "$scratch/profiles/default/QGIS/QGIS3.ini" << INI
[General]
[locale]
overrideFlag=true
userLocale=$([[ $language == ja ]] && echo ja || echo en_US)
globalLocale=$([[ $language == ja ]] && echo ja_JP || echo en_US)
[Plugins]
libclusteratlasplugin=true
libcadesktopdriver=true
[PythonPlugins]
processing=false
MetaSearch=false
db_manager=false
GdalTools=false
grassprovider=false
sagaprovider=false
otbprovider=false
[plugins]
searchPathsForPlugins=$scratch/plugins
[qgis]
checkVersion=false
showTips=false
showTips322=false
[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
httpsfeedqgisorg\\disabled=true
INI

export HOME=$scratch/home XDG_DATA_HOME=$scratch/home/data XDG_CONFIG_HOME=$scratch/home/config XDG_CACHE_HOME=$scratch/home/cache
# The libraries are copies away from their place.
export LD_LIBRARY_PATH=$CA_PREFIX/lib
export CLUSTERATLAS_DATA_DIR=$CA_PREFIX/share/clusteratlas CLUSTERATLAS_DEBUG=1 CA_RESULT=$scratch/result CA_LANGUAGE=$language
export LC_ALL=C.UTF-8
unset QT_QPA_PLATFORM
program=$(command -v qgis.bin || command -v qgis)

status=0
setsid timeout 500 xvfb-run -a -s '-screen 0 1440x900x24' "$program" --nologo --noversioncheck --profiles-path "$scratch" \
  > "$scratch/log" 2>&1 < /dev/null &
group=$!
wait "$group" || status=$?

cat "$scratch"/result_* "$scratch/result" 2> /dev/null || true
grep '^clusteratlas:' "$scratch/log" || true
if [[ $status != 0 ]]; then
  echo "QGIS ended with $status"
  # The frames of a crash, the innermost first; or whatever it said last.
  grep '^#[0-9]' "$scratch/log" | cut -c 1-200 | head -30
  tail -10 "$scratch/log"
  exit 1
fi
tail -1 "$scratch/result" 2> /dev/null | grep -qx 'exit 0' || { echo 'the tests failed or did not run'; tail -20 "$scratch/log"; exit 1; }
