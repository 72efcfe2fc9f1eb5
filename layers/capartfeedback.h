// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsfeedback.h>

/**
 * \brief Progress of a part of some work, as its share of the progress of the whole; cancelled when the whole is.
 *
 * Lives no longer than the whole. QGIS's QgsProcessingMultiStepFeedback is for algorithms only, and for steps of one length.
 */
class CaPartFeedback : public QgsFeedback
{
public:
  //! The part begins at the percentage \a from of \a whole and ends at \a to. Nobody asks if \a whole is null.
  CaPartFeedback( QgsFeedback *whole, double from, double to )
  {
    if ( !whole )
      return;
    connect( whole, &QgsFeedback::canceled, this, &QgsFeedback::cancel, Qt::DirectConnection );
    connect(
        this, &QgsFeedback::progressChanged, whole,
        [whole, from, to]( double percent ) { whole->setProgress( from + ( to - from ) * percent / 100 ); }, Qt::DirectConnection );
    if ( whole->isCanceled() )
      cancel();
  }
};
