// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlaspage.h"

#include <QJsonArray>
#include <QVariant>

QJsonObject CaAtlasPage::toJson() const
{
  return { { QStringLiteral( "number" ), number },
           { QStringLiteral( "sheets" ), sheets },
           { QStringLiteral( "kind" ), kind },
           { QStringLiteral( "layout" ), layout },
           { QStringLiteral( "feature" ), feature },
           { QStringLiteral( "code" ), code },
           { QStringLiteral( "bureaus" ), QJsonArray::fromStringList( bureaus ) },
           { QStringLiteral( "title" ), title },
           { QStringLiteral( "year" ), fiscalYear },
           { QStringLiteral( "file" ), fileName },
           { QStringLiteral( "language" ), language } };
}

CaAtlasPage CaAtlasPage::fromJson( const QJsonObject &object )
{
  CaAtlasPage page;
  page.number = object.value( QStringLiteral( "number" ) ).toInt();
  page.sheets = object.value( QStringLiteral( "sheets" ) ).toInt( 1 );
  page.kind = object.value( QStringLiteral( "kind" ) ).toString();
  page.layout = object.value( QStringLiteral( "layout" ) ).toString();
  page.feature = object.value( QStringLiteral( "feature" ) ).toInt( -1 );
  page.code = object.value( QStringLiteral( "code" ) ).toString();
  page.bureaus = object.value( QStringLiteral( "bureaus" ) ).toVariant().toStringList();
  page.title = object.value( QStringLiteral( "title" ) ).toString();
  page.fiscalYear = object.value( QStringLiteral( "year" ) ).toInt();
  page.language = object.value( QStringLiteral( "language" ) ).toString();
  page.fileName = object.value( QStringLiteral( "file" ) ).toString();
  return page;
}

QString CaAtlasPage::key() const
{
  const QString place = code.isEmpty() ? QString::number( feature ) : code;
  return QStringList{ layout, place, title, language, QString::number( fiscalYear ) }.join( QLatin1Char( '\n' ) );
}
