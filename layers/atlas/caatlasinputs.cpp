// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlasinputs.h"

#include "capaths.h"

#include <qgsmaplayer.h>
#include <qgsproject.h>
#include <qgsproviderregistry.h>

#include <QCryptographicHash>
#include <QDirIterator>
#include <QDomDocument>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace
{

QByteArray digestOf( const QDomElement &element );

//! Returns \a value, or its digest if it is XML of its own, as of symbols in callouts.
QString comparable( const QString &value )
{
  QDomDocument document;
  if ( !value.startsWith( QLatin1Char( '<' ) ) || !document.setContent( value ) )
    return value;
  return QString::fromLatin1( digestOf( document.documentElement() ).toHex() );
}

//! Returns the attributes of \a element in the order of their names, since Qt writes them in any.
QStringList attributesOf( const QDomElement &element )
{
  QStringList attributes;
  const QDomNamedNodeMap map = element.attributes();
  for ( int i = 0; i < map.count(); ++i )
  {
    const QDomAttr attribute = map.item( i ).toAttr();
    // When and by whom a project was saved changes no page.
    if ( !attribute.name().startsWith( QLatin1String( "save" ) ) )
      attributes << attribute.name() + QLatin1Char( '=' ) + comparable( attribute.value() );
  }
  attributes.sort();
  return attributes;
}

//! Returns what stands in \a element, each as a digest or text.
QList<QByteArray> contentOf( const QDomElement &element )
{
  QList<QByteArray> content;
  for ( QDomNode child = element.firstChild(); !child.isNull(); child = child.nextSibling() )
    content << ( child.isElement() ? digestOf( child.toElement() ) : child.nodeValue().toUtf8() );
  return content;
}

//! Returns the digest of what \a element says, however it is written.
QByteArray digestOf( const QDomElement &element )
{
  // Sets, which QGIS writes in any order (items of a layout have their height as a value); elsewhere the order counts.
  static const QSet<QString> sets{ QStringLiteral( "Layout" ),
                                   QStringLiteral( "visibility-presets" ),
                                   QStringLiteral( "visibility-preset" ),
                                   QStringLiteral( "checked-group-nodes" ),
                                   QStringLiteral( "expanded-group-nodes" ),
                                   QStringLiteral( "checked-legend-nodes" ),
                                   QStringLiteral( "expanded-legend-nodes" ) };
  QList<QByteArray> content = contentOf( element );
  if ( sets.contains( element.tagName() ) )
    std::sort( content.begin(), content.end() );
  QCryptographicHash hash( QCryptographicHash::Sha256 );
  hash.addData( element.tagName().toUtf8() );
  hash.addData( attributesOf( element ).join( QLatin1Char( '\n' ) ).toUtf8() );
  for ( const QByteArray &part : content )
    hash.addData( part );
  return hash.result();
}

//! Adds what is in \a files to \a hash. \returns FALSE and sets \a error if one cannot be read
bool addFiles( QCryptographicHash *hash, const QStringList &files, QString *error )
{
  for ( const QString &name : files )
  {
    QFile file( name );
    if ( file.open( QIODevice::ReadOnly ) && hash->addData( &file ) )
      continue;
    *error = CaAtlasInputs::tr( "%1 cannot be read (%2)." ).arg( name, file.errorString() );
    return false;
  }
  return true;
}

//! Returns the shipped styles and templates.
QStringList shippedFiles()
{
  QStringList files;
  QDirIterator found( CaPaths::stylesFolder(),
                      { QStringLiteral( "*.json" ), QStringLiteral( "*.csv" ), QStringLiteral( "*.qpt" ), QStringLiteral( "*.xml" ) },
                      QDir::Files, QDirIterator::Subdirectories );
  while ( found.hasNext() )
    files << found.next();
  files.sort();
  return files;
}

} // namespace

QStringList CaAtlasInputs::dataFiles( const QgsProject *project )
{
  QStringList files;
  const QMap<QString, QgsMapLayer *> layers = project->mapLayers();
  for ( const QgsMapLayer *layer : layers )
  {
    const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( layer->providerType(), layer->source() );
    const QString file = parts.value( QStringLiteral( "path" ) ).toString();
    if ( QFileInfo( file ).isFile() && !files.contains( file ) )
      files << file;
  }
  files.sort();
  return files;
}

std::optional<CaAtlasInputs> CaAtlasInputs::read( const QString &projectFile, const QString &language, const QStringList &dataFiles,
                                                  QString *error )
{
  CaAtlasInputs inputs;
  inputs.mLanguage = language;
  QCryptographicHash hash( QCryptographicHash::Sha256 );
  QCryptographicHash templates( QCryptographicHash::Sha256 );
  if ( !addFiles( &hash, dataFiles, error ) || !addFiles( &templates, shippedFiles(), error ) )
    return std::nullopt;
  inputs.mTemplates = templates.result();
  QFile file( projectFile );
  QDomDocument document;
  if ( !file.open( QIODevice::ReadOnly ) || !document.setContent( &file ) )
  {
    *error = tr( "The copy of the project, %1, cannot be read (%2)." ).arg( projectFile, file.errorString() );
    return std::nullopt;
  }

  QDomElement root = document.documentElement();
  const QDomElement layouts = root.firstChildElement( QStringLiteral( "Layouts" ) );
  for ( QDomElement layout = layouts.firstChildElement(); !layout.isNull(); layout = layout.nextSiblingElement() )
    inputs.mOfLayout.insert( layout.attribute( QStringLiteral( "name" ) ), digestOf( layout ) );
  root.removeChild( layouts );
  // What one edits by is on no page, and QGIS writes it in any order.
  root.removeChild( root.firstChildElement( QStringLiteral( "snapping-settings" ) ) );
  hash.addData( digestOf( root ) );
  inputs.mCommon = hash.result();
  return inputs;
}

QByteArray CaAtlasInputs::digest( const CaAtlasPage &page, const CaAtlasJob &job ) const
{
  QCryptographicHash hash( QCryptographicHash::Sha256 );
  hash.addData( mCommon );
  if ( page.language != mLanguage )
    hash.addData( mTemplates );
  hash.addData( mOfLayout.value( page.layout ) );
  hash.addData( QJsonDocument( page.toJson() ).toJson( QJsonDocument::Compact ) );
  const QString how = QStringLiteral( "%1 %2 %3 %4 %5 %6 %7" )
                          .arg( static_cast<int>( job.format ) )
                          .arg( job.dpi )
                          .arg( job.sheets )
                          .arg( job.text )
                          .arg( job.alone )
                          .arg( static_cast<int>( job.sheet ) )
                          .arg( job.date.toString( Qt::ISODate ) );
  hash.addData( how.toUtf8() );
  // A change of any title changes the table of contents; which layouts have one is not known here, so that it counts for all without atlas.
  for ( const CaPdfEntry &entry : page.feature < 0 ? job.contents.value( page.language ) : QVector<CaPdfEntry>() )
    hash.addData( QStringLiteral( "%1 %2 %3\n" ).arg( entry.page ).arg( entry.level ).arg( entry.title ).toUtf8() );
  return hash.result().toHex();
}
