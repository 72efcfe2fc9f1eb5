#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck source=tests/run/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

sums()
{
  (cd "$1" && sha256sum clusteratlas.gpkg clusteratlas.qgz)
}

# A folder that cannot be made, also by root.
touch "$scratch/file"
expect 1 "$run" --headless "$scratch/file/out"
prints stderr "$scratch/file/out"
[[ ! -s $scratch/file ]] || fail 'the file was written to'

# A project that is no project: said, kept, nothing left.
mkdir "$scratch/broken"
printf 'no project' > "$scratch/broken/clusteratlas.qgz"
printf 'no pack' > "$scratch/broken/clusteratlas.gpkg"
before=$(sums "$scratch/broken")
expect 1 "$run" --headless "$scratch/broken"
prints stderr 'clusteratlas.qgz'
[[ $(sums "$scratch/broken") == "$before" ]] || fail 'a file of the user was changed'
[[ ! -e $scratch/broken/atlas.pdf ]] || fail 'an atlas of nothing'
leaves_nothing "$scratch/broken"

# Two at once in one folder: one makes the project, the other says that it is there.
statuses=()
for turn in 1 2; do
  "$run" process run clusteratlas:createproject -- "FOLDER=$scratch/shared" > "$scratch/turn$turn" 2>&1 < /dev/null &
done
for job in $(jobs -p); do
  status=0
  wait "$job" || status=$?
  statuses+=("$((status != 0))")
done
[[ $((statuses[0] + statuses[1])) == 1 ]] || fail "two at once ended with ${statuses[*]}"
grep -qF "$scratch/shared/clusteratlas.gpkg is there already" "$scratch"/turn? || fail 'no word of the other one'
leaves_nothing "$scratch/shared"

# The whole job, in a folder with a name that scripts often get wrong.
folder="$scratch/会議 資料/1"
expect 0 "$run" --headless "$folder"
for name in clusteratlas.gpkg clusteratlas.qgz atlas.pdf; do
  [[ -s $folder/$name ]] || fail "no $name"
  prints stdout "$name"
done
leaves_nothing "$folder"
pages=$(pdfinfo "$folder/atlas.pdf" | sed -n 's/^Pages: *//p')
((pages > 18)) || fail "$pages pages"

# What the user changed stays; the atlas is made again, of what is there.
/usr/bin/python3 - "$folder/clusteratlas.qgz" << 'PYTHON'
import re, shutil, sys, zipfile
name = sys.argv[1]
with zipfile.ZipFile(name) as old, zipfile.ZipFile(name + '.new', 'w', zipfile.ZIP_DEFLATED) as new:
    for item in old.namelist():
        data = old.read(item)
        if item.endswith('.qgs'):
            changed = re.sub(rb'<title>[^<]*</title>', b'<title>changed by the user</title>', data, count=1)
            assert changed != data
            # One layout is left, and with it one page.
            first = changed.index(b'</Layout>') + len(b'</Layout>')
            data = changed[:first] + changed[changed.index(b'</Layouts>'):]
        new.writestr(item, data)
shutil.move(name + '.new', name)
PYTHON
before=$(sums "$folder")
rm "$folder/atlas.pdf"
expect 0 "$run" --headless "$folder"
[[ $(sums "$folder") == "$before" ]] || fail 'a file of the user was changed'
[[ $(pdfinfo "$folder/atlas.pdf" | sed -n 's/^Pages: *//p') == 1 ]] || fail 'not the page the user left'
leaves_nothing "$folder"
