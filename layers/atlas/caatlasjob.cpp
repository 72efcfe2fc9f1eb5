// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlasjob.h"

#include "cafiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace
{

QJsonArray toJson( const QVector<CaPdfEntry> &entries )
{
  QJsonArray list;
  for ( const CaPdfEntry &entry : entries )
    list.append( QJsonObject{ { QStringLiteral( "title" ), entry.title },
                              { QStringLiteral( "level" ), entry.level },
                              { QStringLiteral( "page" ), entry.page } } );
  return list;
}

QVector<CaPdfEntry> entriesFromJson( const QJsonArray &list )
{
  QVector<CaPdfEntry> entries;
  for ( const QJsonValue &value : list )
  {
    const QJsonObject entry = value.toObject();
    entries << CaPdfEntry{ entry.value( QStringLiteral( "title" ) ).toString(), entry.value( QStringLiteral( "level" ) ).toInt(),
                           entry.value( QStringLiteral( "page" ) ).toInt() };
  }
  return entries;
}

} // namespace

QString CaAtlasJob::suffix() const
{
  switch ( format )
  {
    case Format::Pdf:
    case Format::GeoPdf:
      break;
    case Format::Png:
      return QStringLiteral( "png" );
    case Format::Svg:
      return QStringLiteral( "svg" );
  }
  return QStringLiteral( "pdf" );
}

QString CaAtlasJob::projectFile( const QString &language ) const
{
  return QDir( working ).filePath( QStringLiteral( "project_%1.qgs" ).arg( language ) );
}

QString CaAtlasJob::layoutFile( const CaAtlasPage &page ) const
{
  // A user may call a layout anything.
  const QByteArray name = QCryptographicHash::hash( page.layout.toUtf8(), QCryptographicHash::Sha1 ).toHex();
  return QDir( working ).filePath( QStringLiteral( "layout_%1_%2.qpt" ).arg( page.language, QString::fromLatin1( name ) ) );
}

QString CaAtlasJob::fileOf( const CaAtlasPage &page ) const
{
  return QDir( folder ).filePath( page.fileName + QLatin1Char( '.' ) + suffix() );
}

QString CaAtlasJob::textFileOf( const CaAtlasPage &page ) const
{
  // Not with the pages: these may be the output.
  return QDir( working ).filePath( page.fileName + QStringLiteral( ".html" ) );
}

bool CaAtlasJob::write( const QString &fileName, QString *error ) const
{
  QJsonArray list;
  for ( const CaAtlasPage &page : pages )
    list.append( page.toJson() );
  QJsonObject tables;
  for ( auto table = contents.cbegin(); table != contents.cend(); ++table )
    tables.insert( table.key(), toJson( table.value() ) );
  const QJsonObject object{ { QStringLiteral( "working" ), working },
                            { QStringLiteral( "folder" ), folder },
                            { QStringLiteral( "format" ), static_cast<int>( format ) },
                            { QStringLiteral( "dpi" ), dpi },
                            { QStringLiteral( "date" ), date.toString( Qt::ISODate ) },
                            { QStringLiteral( "sheet" ), static_cast<int>( sheet ) },
                            { QStringLiteral( "sheets" ), sheets },
                            { QStringLiteral( "contents" ), tables },
                            { QStringLiteral( "text" ), text },
                            { QStringLiteral( "alone" ), alone },
                            { QStringLiteral( "title" ), title },
                            { QStringLiteral( "svg_paths" ), QJsonArray::fromStringList( svgPaths ) },
                            { QStringLiteral( "pages" ), list } };
  return CaFiles::write( fileName, QJsonDocument( object ).toJson(), error );
}

std::optional<CaAtlasJob> CaAtlasJob::read( const QString &fileName, QString *error )
{
  QFile file( fileName );
  QJsonParseError problem;
  QJsonDocument document;
  if ( file.open( QIODevice::ReadOnly ) )
    document = QJsonDocument::fromJson( file.readAll(), &problem );
  if ( !document.isObject() )
  {
    *error = tr( "%1 is no list of pages to print (%2)." ).arg( fileName, file.isOpen() ? problem.errorString() : file.errorString() );
    return std::nullopt;
  }
  const QJsonObject object = document.object();
  CaAtlasJob job;
  job.working = object.value( QStringLiteral( "working" ) ).toString();
  job.folder = object.value( QStringLiteral( "folder" ) ).toString();
  job.format = static_cast<Format>( object.value( QStringLiteral( "format" ) ).toInt() );
  job.dpi = object.value( QStringLiteral( "dpi" ) ).toInt();
  job.date = QDate::fromString( object.value( QStringLiteral( "date" ) ).toString(), Qt::ISODate );
  job.alone = object.value( QStringLiteral( "alone" ) ).toBool();
  job.title = object.value( QStringLiteral( "title" ) ).toString();
  job.svgPaths = object.value( QStringLiteral( "svg_paths" ) ).toVariant().toStringList();
  job.text = object.value( QStringLiteral( "text" ) ).toBool();
  job.sheet = static_cast<CaLayoutPaper::Sheet>( object.value( QStringLiteral( "sheet" ) ).toInt() );
  job.sheets = object.value( QStringLiteral( "sheets" ) ).toInt();
  const QJsonArray pages = object.value( QStringLiteral( "pages" ) ).toArray();
  for ( const QJsonValue &page : pages )
    job.pages << CaAtlasPage::fromJson( page.toObject() );
  const QJsonObject tables = object.value( QStringLiteral( "contents" ) ).toObject();
  for ( auto table = tables.constBegin(); table != tables.constEnd(); ++table )
    job.contents.insert( table.key(), entriesFromJson( table.value().toArray() ) );
  return job;
}
