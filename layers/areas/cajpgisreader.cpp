// SPDX-License-Identifier: GPL-2.0-or-later
#include "cajpgisreader.h"

#include <qgsfeedback.h>

#include <QFile>

#include <cpl_conv.h>

namespace
{

struct Column
{
  const char *name;    //!< In MLIT's Shapefiles
  const char *element; //!< In lower case: it was subPrefectureName up to 2023 and is subprefectureName from 2024
};

const Column COLUMNS[] = { { "N03_001", "prefecturename" },
                           { "N03_002", "subprefecturename" },
                           { "N03_003", "countyname" },
                           { "N03_004", "cityname" },
                           { "N03_007", "administrativeareacode" } };

//! Returns an attribute in whatever namespace: MLIT's files call that of GML by different names, also by that of its schema.
QString attribute( const QXmlStreamAttributes &attributes, const char *name )
{
  for ( const QXmlStreamAttribute &one : attributes )
  {
    if ( one.name() == QLatin1String( name ) )
      return one.value().toString();
  }
  return QString();
}

//! Returns the id that an element refers to.
QString reference( const QXmlStreamAttributes &attributes )
{
  return attribute( attributes, "href" ).mid( 1 );
}

} // namespace

bool CaJpgisReader::isJpgis( const QString &fileName )
{
  constexpr int BEGINNING = 8192;
  QFile file( fileName );
  return ( fileName.endsWith( QLatin1String( ".xml" ), Qt::CaseInsensitive ) ||
           fileName.endsWith( QLatin1String( ".gml" ), Qt::CaseInsensitive ) ) &&
         file.open( QIODevice::ReadOnly ) && file.read( BEGINNING ).contains( "nlftp.mlit.go.jp/ksj/schemas/ksj-app" );
}

GDALDatasetUniquePtr CaJpgisReader::read( const QString &fileName, QString *error, QgsFeedback *feedback )
{
  if ( !readFile( fileName, error, feedback ) )
    return nullptr;
  GDALDatasetUniquePtr dataset = assemble();
  if ( !dataset )
    *error = tr( "There is not enough memory for the boundaries in %1. Use simplified ones." ).arg( fileName );
  return dataset;
}

bool CaJpgisReader::readFile( const QString &fileName, QString *error, QgsFeedback *feedback )
{
  QFile file( fileName );
  if ( !file.open( QIODevice::ReadOnly ) )
  {
    *error = tr( "%1 cannot be opened (%2)." ).arg( fileName, file.errorString() );
    return false;
  }
  mXml.setDevice( &file );
  while ( !mXml.atEnd() )
  {
    if ( feedback && feedback->isCanceled() )
    {
      *error = tr( "Cancelled." );
      return false;
    }
    if ( mXml.readNext() != QXmlStreamReader::StartElement )
      continue;
    if ( mXml.name() == QLatin1String( "EnvelopeWithTimePeriod" ) )
      readEnvelope();
    else if ( mXml.name() == QLatin1String( "Curve" ) )
      readCurve();
    else if ( mXml.name() == QLatin1String( "Surface" ) )
      readSurface();
    else if ( mXml.name() == QLatin1String( "AdministrativeBoundary" ) )
      readBoundary();
  }
  if ( mXml.hasError() )
    *error = tr( "%1 could not be read to its end (line %2: %3). Take a fresh copy of it." )
                 .arg( fileName )
                 .arg( mXml.lineNumber() )
                 .arg( mXml.errorString() );
  else if ( mBoundaries.isEmpty() )
    *error = tr( "%1 is GML of MLIT, but has no boundaries of municipalities. Choose the file of N03, or the Shapefile or GeoJSON of the "
                 "same download." )
                 .arg( fileName );
  return error->isEmpty();
}

//! Goes on to the next element in \a element; \returns whether there is one.
bool CaJpgisReader::isIn( const char *element )
{
  while ( !mXml.atEnd() )
  {
    const QXmlStreamReader::TokenType token = mXml.readNext();
    if ( token == QXmlStreamReader::StartElement )
      return true;
    if ( token == QXmlStreamReader::EndElement && mXml.name() == QLatin1String( element ) )
      return false;
  }
  return false;
}

void CaJpgisReader::readEnvelope()
{
  static const QHash<QString, QString> systems{ { QStringLiteral( "JGD2011" ), QStringLiteral( "EPSG:6668" ) },
                                                // Only heights differ.
                                                { QStringLiteral( "JGD2024" ), QStringLiteral( "EPSG:6668" ) },
                                                { QStringLiteral( "JGD2000" ), QStringLiteral( "EPSG:4612" ) },
                                                { QStringLiteral( "TD" ), QStringLiteral( "EPSG:4301" ) } };
  // `JGD2011 / (B, L)`. Any other name is none that is known: the user is asked.
  const QString name = mXml.attributes().value( QLatin1String( "srsName" ) ).toString();
  mCrs = QgsCoordinateReferenceSystem( systems.value( name.section( QLatin1Char( '/' ), 0, 0 ).trimmed() ) );
}

//! Reads a list of latitudes and longitudes.
void CaJpgisReader::readPositions( std::vector<Position> &positions )
{
  const QByteArray text = mXml.readElementText().toLatin1();
  const char *place = text.constData();
  for ( ;; )
  {
    char *latitudeEnd = nullptr;
    char *longitudeEnd = nullptr;
    const double latitude = CPLStrtod( place, &latitudeEnd );
    const double longitude = CPLStrtod( latitudeEnd, &longitudeEnd );
    if ( longitudeEnd == latitudeEnd || latitudeEnd == place )
      break;
    positions.push_back( { latitude, longitude } );
    place = longitudeEnd;
  }
}

void CaJpgisReader::readCurve()
{
  std::vector<Position> &positions = mCurves[attribute( mXml.attributes(), "id" )];
  while ( isIn( "Curve" ) )
  {
    if ( mXml.name() == QLatin1String( "posList" ) )
      readPositions( positions );
  }
}

//! Reads a surface, whose rings refer to curves or have their positions in them. \returns its id
QString CaJpgisReader::readSurface()
{
  const QString id = attribute( mXml.attributes(), "id" );
  QVector<Ring> &rings = mSurfaces[id];
  while ( isIn( "Surface" ) )
  {
    if ( mXml.name() == QLatin1String( "exterior" ) || mXml.name() == QLatin1String( "interior" ) )
      rings << Ring{ mXml.name() == QLatin1String( "interior" ), {}, {} };
    else if ( mXml.name() == QLatin1String( "curveMember" ) && !rings.isEmpty() )
      rings.last().curves << reference( mXml.attributes() );
    else if ( mXml.name() == QLatin1String( "posList" ) && !rings.isEmpty() )
      readPositions( rings.last().positions );
  }
  return id;
}

void CaJpgisReader::readBoundary()
{
  Boundary boundary;
  while ( isIn( "AdministrativeBoundary" ) )
  {
    const QString element = mXml.name().toString().toLower();
    if ( element == QLatin1String( "bounds" ) )
      boundary.surface = reference( mXml.attributes() );
    else if ( element == QLatin1String( "surface" ) )
      boundary.surface = readSurface();
    else
      boundary.texts.insert( element, mXml.readElementText( QXmlStreamReader::SkipChildElements ) );
  }
  mBoundaries << boundary;
}

OGRGeometryUniquePtr CaJpgisReader::polygon( const QString &surface ) const
{
  auto multi = std::make_unique<OGRMultiPolygon>();
  const QVector<Ring> rings = mSurfaces.value( surface );
  for ( const Ring &ring : rings )
  {
    auto line = std::make_unique<OGRLinearRing>();
    for ( const Position &position : ring.positions )
      line->addPoint( position.longitude, position.latitude );
    for ( const QString &curve : ring.curves )
    {
      const auto found = mCurves.constFind( curve );
      if ( found == mCurves.constEnd() )
        continue;
      for ( const Position &position : *found )
        line->addPoint( position.longitude, position.latitude );
    }
    line->closeRings();
    if ( !ring.isHole )
    {
      OGRPolygon polygon;
      polygon.addRingDirectly( line.release() );
      multi->addGeometry( &polygon );
    }
    else if ( !multi->IsEmpty() )
      multi->getGeometryRef( multi->getNumGeometries() - 1 )->addRingDirectly( line.release() );
  }
  return OGRGeometryUniquePtr( multi.release() );
}

GDALDatasetUniquePtr CaJpgisReader::assemble() const
{
  GDALDatasetUniquePtr dataset( GetGDALDriverManager()->GetDriverByName( "Memory" )->Create( "", 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRSpatialReference reference;
  const bool isKnown = reference.SetFromUserInput( mCrs.authid().toLatin1().constData() ) == OGRERR_NONE;
  OGRLayer *layer = dataset->CreateLayer( "N03", isKnown ? &reference : nullptr, wkbMultiPolygon, nullptr );
  for ( const Column &column : COLUMNS )
  {
    OGRFieldDefn field( column.name, OFTString );
    if ( layer->CreateField( &field ) != OGRERR_NONE )
      return nullptr;
  }
  for ( const Boundary &boundary : mBoundaries )
  {
    OGRFeature feature( layer->GetLayerDefn() );
    for ( const Column &column : COLUMNS )
      feature.SetField( column.name, boundary.texts.value( QLatin1String( column.element ) ).toUtf8().constData() );
    feature.SetGeometryDirectly( polygon( boundary.surface ).release() );
    if ( layer->CreateFeature( &feature ) != OGRERR_NONE )
      return nullptr;
  }
  return dataset;
}
