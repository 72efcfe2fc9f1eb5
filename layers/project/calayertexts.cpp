// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayertexts.h"

#include "calayerproperties.h"

#include <qgsexpression.h>
#include <qgsvectorlayer.h>

namespace
{

//! Text from data must stay text in the HTML of a map tip.
QString escaped( const QString &field )
{
  return QStringLiteral( "replace(replace(to_string(%1),'&','&amp;'),'<','&lt;')" ).arg( QgsExpression::quotedColumnRef( field ) );
}

} // namespace

CaLayerTexts::CaLayerTexts( const CaPack &pack, const CaLayerCatalogue &catalogue, const QString &language, int fiscalYear )
    : mPack( pack )
    , mCatalogue( catalogue )
    , mLanguage( language )
    , mFiscalYear( fiscalYear )
{
}

void CaLayerTexts::nameLayer( QgsVectorLayer *layer, const CaLayerEntry &entry ) const
{
  // What a join of statistics says of the layer stays.
  const QString title = entry.title.value( mLanguage ) + layer->customProperty( CaLayerProperties::joinNote() ).toString();
  const bool ofYear = title.contains( QLatin1String( "%1" ) );
  if ( ofYear )
    layer->setCustomProperty( CaLayerProperties::titleTemplate(), title );
  layer->setName( ofYear ? title.arg( mFiscalYear ) : title );
  describeLayer( layer, entry );
  makeMapTip( layer, entry );
}

void CaLayerTexts::describeLayer( QgsVectorLayer *layer, const CaLayerEntry &entry ) const
{
  const CaPackTable table = mPack.table( entry.table );
  QgsLayerMetadata metadata = layer->metadata();
  metadata.setIdentifier( QStringLiteral( "clusteratlas:%1" ).arg( entry.table ) );
  metadata.setType( QStringLiteral( "dataset" ) );
  metadata.setTitle( table.title.value( mLanguage ) );
  metadata.setAbstract( table.abstractText.value( mLanguage ) );
  metadata.setRights( { table.credit.value( mLanguage ) } );
  metadata.setLicenses( { table.licence } );
  metadata.setLanguage( mLanguage );
  metadata.setCrs( layer->crs() );
  metadata.setHistory( { QStringLiteral( "Cluster Atlas %1, %2" )
                             .arg( mPack.info( QStringLiteral( "version" ) ), mPack.info( QStringLiteral( "data_date" ) ) ) } );
  layer->setMetadata( metadata );
}

QString CaLayerTexts::aliasOf( const CaLayerEntry &entry, const QString &fieldName ) const
{
  auto alias = [this]( const QString &table, const QString &name )
  {
    const QVector<CaPackColumn> columns = mPack.table( table ).columns;
    for ( const CaPackColumn &column : columns )
    {
      if ( column.name == name )
        return column.alias.value( mLanguage );
    }
    return QString();
  };
  const QString own = alias( entry.table, fieldName );
  if ( !own.isEmpty() )
    return own;
  for ( const CaJoinEntry &join : entry.joins )
  {
    if ( fieldName.startsWith( join.prefix ) )
    {
      const QString joined = alias( mCatalogue.layer( join.layer ).table, fieldName.mid( join.prefix.size() ) );
      if ( !joined.isEmpty() )
        return joined;
    }
  }
  return QString();
}

void CaLayerTexts::nameFields( QgsVectorLayer *layer, const CaLayerEntry &entry ) const
{
  const QgsFields fields = layer->fields();
  for ( int i = 0; i < fields.count(); ++i )
    layer->setFieldAlias( i, aliasOf( entry, fields.at( i ).name() ) );
  const QString localName = QStringLiteral( "name_%1" ).arg( mLanguage );
  if ( !entry.tipFields.isEmpty() )
    layer->setDisplayExpression(
        QgsExpression::quotedColumnRef( fields.lookupField( localName ) >= 0 ? localName : entry.tipFields.constFirst() ) );
}

void CaLayerTexts::makeMapTip( QgsVectorLayer *layer, const CaLayerEntry &entry ) const
{
  QString html;
  for ( const QString &field : entry.tipFields )
  {
    const QString value =
        QStringLiteral( "[% coalesce(%1,%2) %]" )
            .arg( escaped( field ), QgsExpression::quotedString( mCatalogue.word( QStringLiteral( "no_data" ), mLanguage ) ) );
    if ( html.isEmpty() )
      html = QStringLiteral( "<b>%1</b>" ).arg( value );
    else
      html += QStringLiteral( "<br>%1: %2" ).arg( aliasOf( entry, field ).toHtmlEscaped(), value );
  }
  layer->setMapTipTemplate( html );
}
