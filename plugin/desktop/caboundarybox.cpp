// SPDX-License-Identifier: GPL-2.0-or-later
#include "caboundarybox.h"

#include "cacompat.h"
#include "calayerproperties.h"

#include <qgsproject.h>
#include <qgsproviderregistry.h>
#include <qgssettings.h>
#include <qgsvectorlayer.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>

namespace
{

QString folderSetting()
{
  return QStringLiteral( "clusteratlas/boundaryFolder" );
}

} // namespace

CaBoundaryBox::CaBoundaryBox( CaMapBoundaries *boundaries, QWidget *parent )
    : QComboBox( parent )
    , mBoundaries( boundaries )
{
  setObjectName( QStringLiteral( "caBoundaries" ) );
  setSizeAdjustPolicy( QComboBox::AdjustToMinimumContentsLengthWithIcon );
  setMinimumContentsLength( 12 );
  setToolTip( tr( "Boundaries of municipalities (N03) answer more exactly than those of prefectures." ).toHtmlEscaped() );
  connect( this, qOverload<int>( &QComboBox::activated ), this, &CaBoundaryBox::chosen );
  connect( mBoundaries, &CaMapBoundaries::changed, this, &CaBoundaryBox::fill );
  fill();
}

void CaBoundaryBox::showPopup()
{
  fill(); // layers come and go
  QComboBox::showPopup();
}

void CaBoundaryBox::fill()
{
  const QSignalBlocker blocker( this );
  clear();
  mChoices = { {} };
  addItem( tr( "Areas of this project" ) );
  const QMap<QString, QgsMapLayer *> layers = QgsProject::instance()->mapLayers();
  for ( QgsMapLayer *candidate : layers )
  {
    const QgsVectorLayer *layer = qobject_cast<QgsVectorLayer *>( candidate );
    if ( !layer || layer->providerType() != QLatin1String( "ogr" ) || layer->geometryType() != CaCompat::PolygonGeometry ||
         layer->customProperty( CaLayerProperties::id() ).isValid() )
      continue;
    const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri( layer->providerType(), layer->source() );
    mChoices << CaMapBoundaryChoice{ parts.value( QStringLiteral( "path" ) ).toString(),
                                     parts.value( QStringLiteral( "layerName" ) ).toString(), layer->crs().authid() };
    addItem( layer->name() );
  }
  int current = mChoices.indexOf( mBoundaries->choice() );
  if ( current < 0 )
  {
    current = mChoices.size();
    mChoices << mBoundaries->choice();
    addItem( QFileInfo( mBoundaries->choice().file ).fileName() );
  }
  setCurrentIndex( current );
  addItem( tr( "From a file…" ) );
}

void CaBoundaryBox::chosen( int index )
{
  if ( index < mChoices.size() )
    mBoundaries->choose( mChoices.at( index ) );
  else
    askForFile();
  fill();
}

void CaBoundaryBox::askForFile()
{
  QgsSettings settings;
  CaMapBoundaryChoice choice;
  choice.file = QFileDialog::getOpenFileName( window(), tr( "Boundaries of Municipalities or Prefectures" ),
                                              settings.value( folderSetting() ).toString(),
                                              tr( "Boundaries (*.shp *.geojson *.json *.topojson *.gml *.xml *.gpkg *.zip);;All files (*)" ) );
  if ( choice.file.isEmpty() )
    return;
  settings.setValue( folderSetting(), QFileInfo( choice.file ).path() );
  const QVector<QPair<QString, QString>> datums{ { tr( "Refuse it" ), QString() },
                                                 { tr( "JGD2011" ), QStringLiteral( "EPSG:6668" ) },
                                                 { tr( "JGD2000" ), QStringLiteral( "EPSG:4612" ) },
                                                 { tr( "Tokyo Datum" ), QStringLiteral( "EPSG:4301" ) } };
  QStringList names;
  for ( const auto &datum : datums )
    names << datum.first;
  bool ok = false;
  const QString datum = QInputDialog::getItem(
      window(), tr( "Boundaries" ), tr( "If the file does not say its datum (N03 of recent years is on JGD2011; see what came with it):" ),
      names, 0, false, &ok );
  if ( !ok )
    return;
  choice.datum = datums.at( names.indexOf( datum ) ).second;
  mBoundaries->choose( choice );
}
