// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayercatalogue.h"

#include "calanguage.h"
#include "capaths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace
{

CaText textOf( const QJsonObject &object )
{
  CaText text;
  const QStringList languages = CaLanguage::codes();
  for ( const QString &language : languages )
    text.insert( language, object.value( language ).toString() );
  return text;
}

QString stringOf( const QJsonObject &object, const char *key )
{
  return object.value( QLatin1String( key ) ).toString();
}

QStringList stringsOf( const QJsonObject &object, const char *key )
{
  QStringList strings;
  const QJsonArray array = object.value( QLatin1String( key ) ).toArray();
  for ( const QJsonValue &value : array )
    strings << value.toString();
  return strings;
}

CaLayerEntry layerOf( const QJsonObject &object, const QString &group )
{
  CaLayerEntry layer;
  layer.id = stringOf( object, "id" );
  layer.table = stringOf( object, "table" );
  layer.style = stringOf( object, "style" );
  layer.filter = stringOf( object, "filter" );
  layer.title = textOf( object );
  layer.group = group;
  layer.tipFields = stringsOf( object, "tip" );
  const QStringList dates = stringsOf( object, "dates" );
  layer.dateFrom = dates.value( 0 );
  layer.dateTo = dates.value( 1 );
  layer.visible = object.value( QLatin1String( "visible" ) ).toBool( true );
  layer.ofFiscalYear = object.value( QLatin1String( "of_fiscal_year" ) ).toBool();
  const QJsonArray joins = object.value( QLatin1String( "joins" ) ).toArray();
  for ( const QJsonValue &value : joins )
  {
    const QJsonObject join = value.toObject();
    layer.joins << CaJoinEntry{ stringOf( join, "layer" ), stringOf( join, "key" ), stringOf( join, "join_key" ),
                                stringOf( join, "prefix" ) };
  }
  return layer;
}

CaThemeEntry themeOf( const QJsonObject &object )
{
  CaThemeEntry theme;
  theme.id = stringOf( object, "id" );
  theme.title = textOf( object );
  theme.layers = stringsOf( object, "layers" );
  theme.crs = stringOf( object, "crs" );
  const QJsonArray extent = object.value( QLatin1String( "extent" ) ).toArray();
  if ( extent.size() == 4 )
    theme.extent =
        QgsRectangle( extent.at( 0 ).toDouble(), extent.at( 1 ).toDouble(), extent.at( 2 ).toDouble(), extent.at( 3 ).toDouble() );
  return theme;
}

} // namespace

std::optional<CaLayerCatalogue> CaLayerCatalogue::load( QString *error )
{
  return load( CaPaths::stylesFolder() + QStringLiteral( "/layers.json" ), error );
}

std::optional<CaLayerCatalogue> CaLayerCatalogue::load( const QString &fileName, QString *error )
{
  QFile file( fileName );
  if ( !file.open( QIODevice::ReadOnly ) )
  {
    *error = tr( "The list of layers %1 cannot be read (%2). Install Cluster Atlas again." ).arg( fileName, file.errorString() );
    return std::nullopt;
  }
  QJsonParseError parseError;
  const QJsonObject root = QJsonDocument::fromJson( file.readAll(), &parseError ).object();
  if ( parseError.error != QJsonParseError::NoError )
  {
    *error = tr( "The list of layers %1 is damaged at byte %2 (%3). Install Cluster Atlas again." )
                 .arg( fileName )
                 .arg( parseError.offset )
                 .arg( parseError.errorString() );
    return std::nullopt;
  }

  CaLayerCatalogue catalogue;
  catalogue.mTitle = textOf( root.value( QLatin1String( "title" ) ).toObject() );
  const QJsonObject words = root.value( QLatin1String( "words" ) ).toObject();
  for ( auto it = words.constBegin(); it != words.constEnd(); ++it )
    catalogue.mWords.insert( it.key(), textOf( it.value().toObject() ) );
  const QJsonArray groups = root.value( QLatin1String( "groups" ) ).toArray();
  for ( const QJsonValue &groupValue : groups )
  {
    const QJsonObject group = groupValue.toObject();
    catalogue.mGroups << CaGroupEntry{ stringOf( group, "id" ), textOf( group ),
                                       group.value( QLatin1String( "expanded" ) ).toBool( true ) };
    const QJsonArray layers = group.value( QLatin1String( "layers" ) ).toArray();
    for ( const QJsonValue &layer : layers )
      catalogue.mLayers << layerOf( layer.toObject(), catalogue.mGroups.constLast().id );
  }
  const QJsonArray relations = root.value( QLatin1String( "relations" ) ).toArray();
  for ( const QJsonValue &value : relations )
  {
    const QJsonObject relation = value.toObject();
    catalogue.mRelations << CaRelationEntry{ stringOf( relation, "id" ),     textOf( relation ),
                                             stringOf( relation, "parent" ), stringOf( relation, "parent_field" ),
                                             stringOf( relation, "child" ),  stringOf( relation, "child_field" ) };
  }
  const QJsonArray themes = root.value( QLatin1String( "themes" ) ).toArray();
  for ( const QJsonValue &value : themes )
    catalogue.mThemes << themeOf( value.toObject() );
  return catalogue;
}

QVector<CaLayerEntry> CaLayerCatalogue::layersOf( const QString &groupId ) const
{
  QVector<CaLayerEntry> layers;
  for ( const CaLayerEntry &layer : mLayers )
  {
    if ( layer.group == groupId )
      layers << layer;
  }
  return layers;
}

CaLayerEntry CaLayerCatalogue::layer( const QString &id ) const
{
  for ( const CaLayerEntry &layer : mLayers )
  {
    if ( layer.id == id )
      return layer;
  }
  return CaLayerEntry();
}

QStringList CaLayerCatalogue::withJoined( const QStringList &ids ) const
{
  QSet<QString> wanted( ids.constBegin(), ids.constEnd() );
  for ( const QString &id : ids )
  {
    const QVector<CaJoinEntry> joins = layer( id ).joins;
    for ( const CaJoinEntry &join : joins )
      wanted.insert( join.layer );
  }
  QStringList ordered;
  for ( const CaLayerEntry &layer : mLayers )
  {
    if ( ids.isEmpty() || wanted.contains( layer.id ) )
      ordered << layer.id;
  }
  return ordered;
}
