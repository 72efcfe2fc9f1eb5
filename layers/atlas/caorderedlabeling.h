// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <memory>

class QgsAbstractVectorLayerLabeling;

/**
 * \brief Labeling whose labels QGIS places in one order, whatever the run: that of the rules within a layer, and of the layers.
 *
 * Where two labels have equal right to a place, QGIS gives it to the one whose provider comes first: in a table ordered by addresses in
 * memory, which differ from run to run and from page to page (mended in newer QGIS by pull requests 60369, for layers, and 60346, for
 * rules). Here the providers of rules are handed over in the order of their rules, and all providers lie at the same distances from each
 * other.
 */
class CA_EXPORT CaOrderedLabeling
{
public:
  CaOrderedLabeling() = delete;

  //! Returns a copy of \a labeling that places its labels in order; a plain copy if it is of a kind that is neither simple nor of rules.
  static std::unique_ptr<QgsAbstractVectorLayerLabeling> copyOf( const QgsAbstractVectorLayerLabeling &labeling );
};
