// SPDX-License-Identifier: GPL-2.0-or-later
#include "calanguage.h"

#include <qgsapplication.h>
#include <qgsexpressioncontextutils.h>

#include <QCoreApplication>
#include <QPointer>
#include <QTranslator>

namespace
{
QPointer<QTranslator> &translator()
{
  static QPointer<QTranslator> sTranslator;
  return sTranslator;
}
} // namespace

QStringList CaLanguage::codes()
{
  return { QStringLiteral( "ja" ), QStringLiteral( "en" ) };
}

QString CaLanguage::of( const QgsProject *project )
{
  const std::unique_ptr<QgsExpressionContextScope> scope( QgsExpressionContextUtils::projectScope( project ) );
  return scope->variable( QStringLiteral( "ca_language" ) ).toString();
}

QString CaLanguage::ofInterface()
{
  return QgsApplication::locale().startsWith( QLatin1String( "ja" ) ) ? QStringLiteral( "ja" ) : QStringLiteral( "en" );
}

void CaLanguage::installTranslator( const QString &language )
{
  if ( translator() || !QCoreApplication::instance() )
    return;
  QTranslator *created = new QTranslator( QCoreApplication::instance() );
  if ( created->load( QStringLiteral( ":/clusteratlas/i18n/clusteratlas_%1.qm" ).arg( language ) ) )
    QCoreApplication::installTranslator( created );
  translator() = created;
}

void CaLanguage::removeTranslator()
{
  if ( !translator() )
    return;
  QCoreApplication::removeTranslator( translator() );
  delete translator().data();
}
