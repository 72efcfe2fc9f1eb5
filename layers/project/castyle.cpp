// SPDX-License-Identifier: GPL-2.0-or-later
#include "castyle.h"

#include "capaths.h"

#include <qgsmaplayer.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>

#include <QDomDocument>
#include <QFile>

#include <cpl_conv.h>
#include <cpl_string.h>

namespace
{

//! Reads a CSV of two columns, Japanese and English, with a header.
QMap<QString, QString> readWords( const QString &fileName )
{
  QMap<QString, QString> words;
  QFile file( fileName );
  if ( !file.open( QIODevice::ReadOnly ) )
    return words;
  const QStringList lines = QString::fromUtf8( file.readAll() ).split( QLatin1Char( '\n' ) ).mid( 1 );
  for ( const QString &line : lines )
  {
    const CPLStringList fields( CSLTokenizeString2( line.trimmed().toUtf8().constData(), ",", CSLT_HONOURSTRINGS ) );
    if ( fields.size() == 2 )
      words.insert( QString::fromUtf8( fields[0] ), QString::fromUtf8( fields[1] ) );
  }
  return words;
}

//! What a style of ours consists of.
QgsMapLayer::StyleCategories categories()
{
  return QgsMapLayer::Symbology | QgsMapLayer::Labeling | QgsMapLayer::Rendering;
}

} // namespace

CaStyle::CaStyle( const QString &language )
{
  const bool toJapanese = language == QLatin1String( "ja" );
  const QMap<QString, QString> words = readWords( CaPaths::stylesFolder() + QStringLiteral( "/words.csv" ) );
  for ( auto word = words.cbegin(); word != words.cend(); ++word )
    mWords.insert( toJapanese ? word.value() : word.key(), toJapanese ? word.key() : word.value() );
}

void CaStyle::translateWords( QDomElement element ) const
{
  // Legend texts stand in the attribute "label" of rules, categories, ranges and symbols.
  const QString label = element.attribute( QStringLiteral( "label" ) );
  if ( mWords.contains( label ) )
    element.setAttribute( QStringLiteral( "label" ), mWords.value( label ) );
  for ( QDomElement child = element.firstChildElement(); !child.isNull(); child = child.nextSiblingElement() )
    translateWords( child );
}

bool CaStyle::apply( QgsVectorLayer *layer, const QString &name, QString *error ) const
{
  const QString fileName = QStringLiteral( "%1/%2.qml" ).arg( CaPaths::stylesFolder(), name );
  QFile file( fileName );
  QDomDocument document;
  if ( !file.open( QIODevice::ReadOnly ) || !document.setContent( &file ) )
  {
    *error = tr( "The style %1 cannot be read. Install Cluster Atlas again." ).arg( fileName );
    return false;
  }
  translateWords( document.documentElement() );
  QString reason;
  if ( layer->importNamedStyle( document, reason, categories() ) )
    return true;
  *error = tr( "The style %1 was refused by QGIS: %2" ).arg( fileName, reason );
  return false;
}

bool CaStyle::translate( QgsVectorLayer *layer, QString *error ) const
{
  QDomDocument document;
  QString reason;
  layer->exportNamedStyle( document, reason, QgsReadWriteContext(), categories() );
  if ( reason.isEmpty() )
  {
    translateWords( document.documentElement() );
    if ( layer->importNamedStyle( document, reason, categories() ) )
      return true;
  }
  *error = tr( "The legend of the layer “%1” cannot be translated: %2" ).arg( layer->name(), reason );
  return false;
}
