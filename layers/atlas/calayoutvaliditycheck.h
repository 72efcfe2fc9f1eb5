// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <qgsabstractvaliditycheck.h>

#include <QCoreApplication>

/**
 * \brief What CaAtlasCheck finds in a layout, told by QGIS's layout designer before it exports that layout.
 *
 * Everything is looked at in prepareCheck(), on the main thread, where layouts live; runCheck() may be called in any thread.
 */
class CA_EXPORT CaLayoutValidityCheck : public QgsAbstractValidityCheck
{
  Q_DECLARE_TR_FUNCTIONS( CaLayoutValidityCheck )

public:
  QgsAbstractValidityCheck *create() const override;
  QString id() const override;
  int checkType() const override;
  bool prepareCheck( const QgsValidityCheckContext *context, QgsFeedback *feedback ) override;
  QList<QgsValidityCheckResult> runCheck( const QgsValidityCheckContext *context, QgsFeedback *feedback ) override;

private:
  //! Returns a few words for the topic of a finding.
  static QString titleOf( const QString &topic );

  QList<QgsValidityCheckResult> mResults;
};
