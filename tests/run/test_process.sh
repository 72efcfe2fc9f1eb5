#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck source=tests/run/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Exit codes come back.
expect 1 "$run" process run clusteratlas:nosuchalgorithm
expect 1 "$run" process run clusteratlas:createproject -- "FOLDER=$run/below-a-file"
prints stderr "$run"

expect 0 "$run" process list
for algorithm in clusteratlas:createproject clusteratlas:addlayers clusteratlas:setfiscalyear clusteratlas:exportatlas native:buffer gdal:translate; do
  prints stdout "$algorithm"
done
[[ $(grep -c 'clusteratlas:createproject' "$scratch/stdout") == 1 ]] || fail 'registered more than once'

# Arguments go through as they are.
expect 0 "$run" process run native:stringconcatenation -- 'INPUT_1=a  * 地図 ' "INPUT_2=\$HOME 'b'"
prints stdout "a  * 地図 \$HOME 'b'"

# PyQGIS knows them by the same prefix.
export QGIS_PREFIX_PATH=$CLUSTERATLAS_BUILD_DIR/qgis QT_QPA_PLATFORM=offscreen
expect 0 /usr/bin/python3 -c '
from qgis.core import QgsApplication, QgsExpression
application = QgsApplication([], False)
application.initQgis()
print(QgsApplication.processingRegistry().algorithmById("clusteratlas:createproject").id())
print(QgsExpression("ca_number(\x27１，２３４\x27) + ca_fiscal_year(\x27平成21年度\x27)").evaluate())
application.exitQgis()
'
prints stdout 'clusteratlas:createproject'
prints stdout '3243'
