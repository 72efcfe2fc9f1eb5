// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayoutvaliditycheck.h"

#include "caatlascheck.h"
#include "cacompat.h"

#include <qgsprintlayout.h>
#include <qgsvaliditycheckcontext.h>

#include <QHash>

QString CaLayoutValidityCheck::titleOf( const QString &topic )
{
  const QHash<QString, QString> titles{ { QStringLiteral( "font" ), tr( "A font is not installed" ) },
                                        { QStringLiteral( "glyph" ), tr( "A font lacks a character" ) },
                                        { QStringLiteral( "expression" ), tr( "An expression fails" ) },
                                        { QStringLiteral( "overflow" ), tr( "A text does not fit into its box" ) },
                                        { QStringLiteral( "credits" ), tr( "Boundaries and figures are not credited" ) },
                                        { QStringLiteral( "layer" ), tr( "A layer has lost its data" ) },
                                        { QStringLiteral( "join" ), tr( "Joined statistics do not cover everything" ) } };
  return titles.value( topic, topic );
}

QgsAbstractValidityCheck *CaLayoutValidityCheck::create() const
{
  return new CaLayoutValidityCheck();
}

QString CaLayoutValidityCheck::id() const
{
  return QStringLiteral( "clusteratlas:layout" );
}

int CaLayoutValidityCheck::checkType() const
{
  return CaCompat::LayoutCheck;
}

bool CaLayoutValidityCheck::prepareCheck( const QgsValidityCheckContext *context, QgsFeedback * )
{
  if ( context->type() != QgsValidityCheckContext::TypeLayoutContext )
    return false;
  const auto *layout = qobject_cast<const QgsPrintLayout *>( static_cast<const QgsLayoutValidityCheckContext *>( context )->layout );
  if ( !layout ) // a part of a report
    return false;
  const QVector<CaAtlasFinding> findings = CaAtlasCheck::checkLayout( *layout );
  for ( const CaAtlasFinding &finding : findings )
  {
    QgsValidityCheckResult result;
    result.type = finding.severity == CaAtlasFinding::Blocks ? QgsValidityCheckResult::Critical : QgsValidityCheckResult::Warning;
    result.title = titleOf( finding.topic );
    result.detailedDescription = finding.text.toHtmlEscaped();
    mResults << result;
  }
  return true;
}

QList<QgsValidityCheckResult> CaLayoutValidityCheck::runCheck( const QgsValidityCheckContext *, QgsFeedback * )
{
  return mResults;
}
