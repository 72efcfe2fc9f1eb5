// SPDX-License-Identifier: GPL-2.0-or-later
#include "careport.h"

#include "cafiles.h"
#include "cahtml.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace
{
//! The most details a page shows; the JSON has all.
constexpr int DETAILS_SHOWN = 200;
} // namespace

void CaReport::add( Severity severity, const QString &topic, const QString &text, const QStringList &details )
{
  mLines << Line{ severity, topic, text, details };
}

void CaReport::add( const CaReport &other )
{
  mLines += other.mLines;
  for ( auto it = other.mValues.constBegin(); it != other.mValues.constEnd(); ++it )
    mValues.insert( it.key(), it.value() );
}

QVector<CaReport::Line> CaReport::about( const QString &topic ) const
{
  QVector<Line> result;
  for ( const Line &line : mLines )
  {
    if ( line.topic == topic )
      result << line;
  }
  return result;
}

QString CaReport::toHtml( const QString &title ) const
{
  return CaHtml::page( title, toHtmlList( DETAILS_SHOWN ) );
}

QString CaReport::toHtmlList( int details ) const
{
  QString html = QStringLiteral( "<ul>\n" );
  for ( const Line &line : mLines )
  {
    html += QStringLiteral( "<li%1>%2" )
                .arg( line.severity == Warning ? QStringLiteral( " class=\"warning\"" ) : QString(), line.text.toHtmlEscaped() );
    if ( !line.details.isEmpty() )
    {
      html += QStringLiteral( "<ul>" );
      for ( const QString &detail : line.details.mid( 0, details ) )
        html += QStringLiteral( "<li>%1</li>" ).arg( detail.toHtmlEscaped() );
      if ( line.details.size() > details )
        html += QStringLiteral( "<li>%1</li>" ).arg( tr( "… and %n more", nullptr, line.details.size() - details ).toHtmlEscaped() );
      html += QStringLiteral( "</ul>" );
    }
    html += QStringLiteral( "</li>\n" );
  }
  return html + QStringLiteral( "</ul>\n" );
}

QJsonObject CaReport::toJson( const QString &title ) const
{
  QJsonObject json = mValues;
  json.insert( QStringLiteral( "title" ), title );
  QJsonArray lines;
  for ( const Line &line : mLines )
  {
    lines << QJsonObject{ { QStringLiteral( "severity" ),
                            line.severity == Warning ? QStringLiteral( "warning" ) : QStringLiteral( "information" ) },
                          { QStringLiteral( "topic" ), line.topic },
                          { QStringLiteral( "text" ), line.text },
                          { QStringLiteral( "details" ), QJsonArray::fromStringList( line.details ) } };
  }
  json.insert( QStringLiteral( "lines" ), lines );
  return json;
}

bool CaReport::write( const QString &fileName, const QString &title, QString *error ) const
{
  const bool isJson = fileName.endsWith( QLatin1String( ".json" ), Qt::CaseInsensitive );
  const QByteArray bytes = isJson ? QJsonDocument( toJson( title ) ).toJson() : toHtml( title ).toUtf8();
  const QString beside = CaFiles::besideName( fileName );
  QFile file( beside );
  if ( !file.open( QIODevice::WriteOnly ) || file.write( bytes ) != bytes.size() )
  {
    *error = tr( "The report cannot be written to %1 (%2). Choose a folder you may write to." ).arg( fileName, file.errorString() );
    file.remove();
    return false;
  }
  file.close();
  return CaFiles::moveIntoPlace( beside, fileName, true, error );
}
