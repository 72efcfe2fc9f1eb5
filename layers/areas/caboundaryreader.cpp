// SPDX-License-Identifier: GPL-2.0-or-later
#include "caboundaryreader.h"

#include "caareacode.h"
#include "caboundaryfile.h"
#include "cacompat.h"
#include "catextbytes.h"

#include <qgscoordinatetransform.h>
#include <qgscoordinatetransformcontext.h>
#include <qgsdatumtransform.h>
#include <qgsexception.h>
#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturesource.h>
#include <qgsfeedback.h>

#include <QRegularExpression>
#include <QSet>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace
{

//! The land and islands of Japan, in degrees, with room for the shift of the Tokyo Datum.
constexpr double WEST = 122;
constexpr double EAST = 154.5;
constexpr double SOUTH = 20;
constexpr double NORTH = 46;

//! Share of the features that must have a code for a column to be the one.
constexpr double CODE_SHARE = 0.9;

//! A gap thinner than this, by area and perimeter of a circle, is called a sliver.
constexpr double SLIVER_ROUNDNESS = 0.02;

bool isTokyoDatum( const QgsCoordinateReferenceSystem &crs )
{
  // Geographic, or zones I to XIX of the plane system on it; others by the name of their ellipsoid.
  const QString id = crs.authid();
  const int number = id.startsWith( QLatin1String( "EPSG:" ) ) ? id.mid( 5 ).toInt() : 0;
  return number == 4301 || ( number >= 30161 && number <= 30179 ) || ( number >= 3092 && number <= 3096 ) ||
         ( number == 0 && crs.toProj().contains( QLatin1String( "ellps=bessel" ) ) );
}

//! Returns the best operation of PROJ between two systems that is installed and of known accuracy; without a definition if there is none.
QgsDatumTransform::TransformDetails soundOperation( const QgsCoordinateReferenceSystem &from, const QgsCoordinateReferenceSystem &to )
{
  const QList<QgsDatumTransform::TransformDetails> operations = QgsDatumTransform::operations( from, to );
  for ( const QgsDatumTransform::TransformDetails &operation : operations )
  {
    if ( operation.isAvailable && operation.accuracy >= 0 )
      return operation;
  }
  return QgsDatumTransform::TransformDetails();
}

} // namespace

CaBoundaryReader::CaBoundaryReader( const QString &name, const CaBoundaryOptions &options, QgsFeedback *feedback )
    : mOptions( options )
    , mFeedback( feedback )
    , mResult( new CaBoundaries() )
{
  mResult->mName = name;
}

bool CaBoundaryReader::fail( const QString &reason )
{
  mError = reason;
  return false;
}

bool CaBoundaryReader::isCancelled()
{
  if ( !mFeedback || !mFeedback->isCanceled() )
    return false;
  fail( tr( "Cancelled." ) );
  return true;
}

std::shared_ptr<const CaBoundaries> CaBoundaryReader::readFile( const QString &fileName )
{
  mFileName = fileName;
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  const std::unique_ptr<CaBoundaryFile> file = CaBoundaryFile::open( fileName, mOptions.layerName, &mError, mFeedback );
  if ( !file )
    return nullptr;
  mIsRaw = file->isRaw();
  OGRLayer *layer = nullptr;
  QStringList names;
  for ( OGRLayer *candidate : file->dataset().GetLayers() )
  {
    const QString name = QString::fromUtf8( candidate->GetName() );
    const OGRwkbGeometryType type = wkbFlatten( candidate->GetGeomType() );
    const bool mayBePolygons = type == wkbUnknown || type == wkbGeometryCollection || OGR_GT_IsSubClassOf( type, wkbSurface ) ||
                               OGR_GT_IsSubClassOf( type, wkbMultiSurface );
    if ( mayBePolygons || name == mOptions.layerName )
      names << name;
    if ( mOptions.layerName.isEmpty() ? mayBePolygons : name == mOptions.layerName )
      layer = candidate;
  }
  if ( names.isEmpty() )
    fail( tr( "%1 has no layer of polygons. Choose a file with the boundaries of municipalities or prefectures." ).arg( fileName ) );
  else if ( !layer )
    fail( tr( "%1 has no layer “%2”. Its layers of polygons are: %3." )
              .arg( fileName, mOptions.layerName, names.join( QStringLiteral( ", " ) ) ) );
  else if ( mOptions.layerName.isEmpty() && names.size() > 1 )
    fail( tr( "%1 has several layers of polygons: %2. Say which one has the boundaries." )
              .arg( fileName, names.join( QStringLiteral( ", " ) ) ) );
  if ( !mError.isEmpty() )
    return nullptr;
  mLayerName = QString::fromUtf8( layer->GetName() );
  try
  {
    return readLayer( layer ) ? finish() : nullptr;
  }
  catch ( const std::bad_alloc & )
  {
    fail( tr( "There is not enough memory for the boundaries in %1. Use simplified ones." ).arg( fileName ) );
  }
  catch ( const std::length_error & )
  {
    fail(
        tr( "%1 has more than 4,294,967,294 vertices, which is more than can be worked on. Use simplified boundaries." ).arg( fileName ) );
  }
  return nullptr;
}

bool CaBoundaryReader::readLayer( OGRLayer *layer )
{
  OGRFeatureDefn *definition = layer->GetLayerDefn();
  std::vector<int> fields;
  for ( int i = 0; i < definition->GetFieldCount(); ++i )
  {
    const OGRFieldType type = definition->GetFieldDefn( i )->GetType();
    if ( type != OFTString && type != OFTInteger && type != OFTInteger64 )
      continue;
    fields.push_back( i );
    mColumns << Column{ QString::fromUtf8( definition->GetFieldDefn( i )->GetNameRef() ), {} };
  }
  if ( const OGRSpatialReference *reference = layer->GetSpatialRef() )
  {
    char *wkt = nullptr;
    static const char *const options[] = { "FORMAT=WKT2_2019", nullptr };
    reference->exportToWkt( &wkt, options );
    mResult->mCrs = QgsCoordinateReferenceSystem::fromWkt( QString::fromUtf8( wkt ) );
    CPLFree( wkt );
  }
  const GIntBig expected = std::max<GIntBig>( 1, layer->GetFeatureCount( FALSE ) );
  CPLErrorReset();
  layer->ResetReading();
  while ( const OGRFeatureUniquePtr feature{ layer->GetNextFeature() } )
  {
    if ( isCancelled() )
      return false;
    for ( size_t i = 0; i < fields.size(); ++i )
      mColumns[static_cast<int>( i )].values << ( feature->IsFieldSetAndNotNull( fields[i] )
                                                      ? QByteArray( feature->GetFieldAsString( fields[i] ) )
                                                      : QByteArray() );
    OGRGeometry *geometry = feature->GetGeometryRef();
    const size_t before = mPolygons.rings().size();
    if ( geometry && geometry->hasCurveGeometry() )
    {
      const std::unique_ptr<OGRGeometry> straight( geometry->getLinearGeometry() );
      if ( !addGeometry( straight.get(), mFeatureCount ) )
        return false;
    }
    else if ( geometry && !addGeometry( geometry, mFeatureCount ) )
      return false;
    if ( mPolygons.rings().size() == before )
      mNullFeatures << QString::number( mFeatureCount + 1 );
    ++mFeatureCount;
    if ( mFeedback )
      mFeedback->setProgress( 30.0 * mFeatureCount / static_cast<double>( expected ) );
  }
  if ( CPLGetLastErrorType() >= CE_Failure )
    return fail( tr( "%1 could not be read to its end (%2). Take a fresh copy of it." )
                     .arg( mFileName, QString::fromUtf8( CPLGetLastErrorMsg() ) ) );
  return true;
}

bool CaBoundaryReader::addGeometry( const OGRGeometry *geometry, int feature )
{
  const OGRwkbGeometryType type = wkbFlatten( geometry->getGeometryType() );
  if ( type == wkbPolygon || type == wkbTriangle )
  {
    const OGRPolygon *polygon = geometry->toPolygon();
    if ( !polygon->getExteriorRing() )
      return true;
    const size_t before = mPolygons.rings().size();
    if ( !addRing( polygon->getExteriorRing(), feature, false ) )
      return false;
    if ( mPolygons.rings().size() == before )
      return true; // no shell, no holes
    for ( int i = 0; i < polygon->getNumInteriorRings(); ++i )
    {
      if ( !addRing( polygon->getInteriorRing( i ), feature, true ) )
        return false;
    }
    return true;
  }
  if ( type == wkbMultiPolygon || type == wkbGeometryCollection )
  {
    const OGRGeometryCollection *collection = geometry->toGeometryCollection();
    for ( int i = 0; i < collection->getNumGeometries(); ++i )
    {
      if ( !addGeometry( collection->getGeometryRef( i ), feature ) )
        return false;
    }
    return true;
  }
  return fail( tr( "Feature %1 of %2 is a %3, not a polygon. Choose a layer with the boundaries of municipalities or prefectures." )
                   .arg( feature + 1 )
                   .arg( mResult->mName, QString::fromUtf8( OGRGeometryTypeToName( type ) ) ) );
}

bool CaBoundaryReader::addRing( const OGRSimpleCurve *ring, int feature, bool isHole )
{
  const size_t count = static_cast<size_t>( ring->getNumPoints() );
  CaPoint *points = mPolygons.room( count );
  if ( count > 0 )
    ring->getPoints( &points->x, sizeof( CaPoint ), &points->y, sizeof( CaPoint ) );
  return noteAdded( mPolygons.addRing( feature, isHole, count ), feature );
}

bool CaBoundaryReader::noteAdded( CaFlatPolygons::Added added, int feature )
{
  if ( added == CaFlatPolygons::Added::TooShort )
    mShortRings << QString::number( feature + 1 );
  if ( added != CaFlatPolygons::Added::NotFinite )
    return true;
  return fail( tr( "Feature %1 of %2 has a coordinate that is no number (NaN or infinite). Repair or remove it." )
                   .arg( feature + 1 )
                   .arg( mResult->mName ) );
}

std::shared_ptr<const CaBoundaries> CaBoundaryReader::readSource( const QgsFeatureSource &source )
{
  const QgsFields fields = source.fields();
  QVector<int> indexes;
  for ( int i = 0; i < fields.size(); ++i )
  {
    const auto type = fields.at( i ).type();
    if ( type != CaCompat::TextField && type != CaCompat::IntegerField && type != CaCompat::LongField )
      continue;
    indexes << i;
    mColumns << Column{ fields.at( i ).name(), {} };
  }
  mResult->mCrs = source.sourceCrs();
  try
  {
    QgsFeatureIterator iterator = source.getFeatures();
    QgsFeature feature;
    while ( iterator.nextFeature( feature ) )
    {
      if ( isCancelled() )
        return nullptr;
      for ( int i = 0; i < indexes.size(); ++i )
        mColumns[i].values << feature.attribute( indexes.at( i ) ).toString().toUtf8();
      const size_t before = mPolygons.rings().size();
      if ( feature.hasGeometry() && feature.geometry().type() != CaCompat::PolygonGeometry )
      {
        fail( tr( "Feature %1 of %2 is not a polygon. Choose a layer with the boundaries of municipalities or prefectures." )
                  .arg( mFeatureCount + 1 )
                  .arg( mResult->mName ) );
        return nullptr;
      }
      if ( feature.hasGeometry() && !noteAdded( mPolygons.addGeometry( mFeatureCount, feature.geometry() ), mFeatureCount ) )
        return nullptr;
      if ( mPolygons.rings().size() == before )
        mNullFeatures << QString::number( mFeatureCount + 1 );
      ++mFeatureCount;
    }
    return finish();
  }
  catch ( const std::bad_alloc & )
  {
    fail( tr( "There is not enough memory for the boundaries in %1. Use simplified ones." ).arg( mResult->mName ) );
  }
  catch ( const std::length_error & )
  {
    fail( tr( "%1 has more than 4,294,967,294 vertices, which is more than can be worked on. Use simplified boundaries." )
              .arg( mResult->mName ) );
  }
  return nullptr;
}

std::shared_ptr<const CaBoundaries> CaBoundaryReader::finish()
{
  if ( mFeatureCount == 0 )
    fail( tr( "%1 has no features. Choose a layer with the boundaries of municipalities or prefectures." ).arg( mResult->mName ) );
  else if ( mPolygons.rings().empty() )
    fail( tr( "No feature of %1 has a polygon. Choose a layer with the boundaries of municipalities or prefectures." )
              .arg( mResult->mName ) );
  if ( !mError.isEmpty() || !findEncoding() || !findCodeColumn() || !findCrs() || !checkPlace() || !transform() )
    return nullptr;
  if ( mOptions.snap > 0 )
  {
    const size_t moved = mPolygons.snap( mOptions.snap );
    mResult->mReport.add( CaReport::Information, QStringLiteral( "snapped" ),
                          tr( "Points at most %1 units apart were moved to the same place: %2 moved." ).arg( mOptions.snap ).arg( moved ) );
  }
  findYear();
  makeMembers();
  mResult->mVertexCount = mPolygons.points().size();
  mResult->mCoverage = CaCoverage::build( std::move( mPolygons ), &mError, mFeedback );
  if ( !mResult->mCoverage )
    return nullptr;
  reportCoverage();
  return mResult;
}

bool CaBoundaryReader::findEncoding()
{
  mEncoding = QStringLiteral( "UTF-8" );
  if ( !mIsRaw )
    return true;
  // MLIT writes CP932 up to 2023 and UTF-8 from 2024, and does not always say so. Text in the one is hardly ever valid in the other.
  for ( const char *encoding : { "UTF-8", "CP932" } )
  {
    bool fits = true;
    for ( const Column &column : std::as_const( mColumns ) )
    {
      for ( const QByteArray &value : column.values )
        fits = fits && CaTextBytes::decode( value, encoding );
    }
    if ( !fits )
      continue;
    mEncoding = QLatin1String( encoding );
    mResult->mReport.add( CaReport::Information, QStringLiteral( "encoding" ),
                          tr( "The text of %1 was read as %2, which all of it is." ).arg( mResult->mName, mEncoding ) );
    return true;
  }
  return fail( tr( "The text of %1 is neither UTF-8 nor CP932 (Shift_JIS) throughout. Its .dbf file may be damaged: take a fresh copy." )
                   .arg( mResult->mName ) );
}

QString CaBoundaryReader::text( const Column &column, int feature ) const
{
  const QByteArray &bytes = column.values.at( feature );
  return mEncoding == QLatin1String( "UTF-8" ) ? QString::fromUtf8( bytes )
                                               : CaTextBytes::decode( bytes, mEncoding.toLatin1().constData() ).value_or( QString() );
}

const CaBoundaryReader::Column *CaBoundaryReader::column( const QString &name ) const
{
  for ( const Column &column : mColumns )
  {
    if ( column.name.compare( name, Qt::CaseInsensitive ) == 0 )
      return &column;
  }
  return nullptr;
}

bool CaBoundaryReader::findCodeColumn()
{
  QStringList names;
  for ( const Column &column : std::as_const( mColumns ) )
    names << column.name;
  if ( !mOptions.codeColumn.isEmpty() )
  {
    mCodes = column( mOptions.codeColumn );
    if ( !mCodes )
      return fail( tr( "%1 has no column “%2” of text or whole numbers. Its columns are: %3." )
                       .arg( mResult->mName, mOptions.codeColumn, names.join( QStringLiteral( ", " ) ) ) );
  }
  // The column with most codes of municipalities, else of prefectures; N03_007 before others.
  const Column *chosen = nullptr;
  int best = 0;
  int right = 0;
  for ( const Column &column : std::as_const( mColumns ) )
  {
    if ( mCodes && &column != mCodes )
      continue;
    QSet<QString> codes;
    int filled = 0;
    int good = 0;
    int municipalities = 0;
    for ( int i = 0; i < mFeatureCount; ++i )
    {
      const QString value = text( column, i );
      const QString code = CaAreaCode::canonical( value );
      filled += !value.trimmed().isEmpty();
      if ( code.isEmpty() )
        continue;
      ++good;
      municipalities += !CaAreaCode::isPrefecture( code );
      codes << code;
    }
    if ( good == 0 || ( !mCodes && ( good < CODE_SHARE * filled || ( codes.size() == 1 && mFeatureCount > 1 ) ) ) )
      continue;
    const bool isKnown = column.name.compare( QLatin1String( "N03_007" ), Qt::CaseInsensitive ) == 0;
    const int score = codes.size() + ( municipalities > good / 2 ? 1000000 : 0 ) + ( isKnown ? 10000000 : 0 );
    if ( score <= best )
      continue;
    chosen = &column;
    best = score;
    right = good;
    mResult->mHasMunicipalities = municipalities > 0;
  }
  if ( !chosen )
    return fail( tr( "%1 has no column with JIS codes of prefectures or municipalities, such as N03_007. Is it of another country? Its "
                     "columns are: %2." )
                     .arg( mResult->mName, names.join( QStringLiteral( ", " ) ) ) );
  mCodes = chosen;
  mResult->mReport.add(
      CaReport::Information, QStringLiteral( "code_column" ),
      tr( "Codes are from column %1: %2 of %3 features have one." ).arg( mCodes->name ).arg( right ).arg( mFeatureCount ) );
  mResult->mReport.setValue( QStringLiteral( "code_column" ), mCodes->name );
  return true;
}

bool CaBoundaryReader::findCrs()
{
  if ( !mResult->mCrs.isValid() )
  {
    if ( !mOptions.missing.isValid() )
      return fail( tr( "%1 does not say its coordinate reference system. N03 of recent years is on JGD2011; the description that comes "
                       "with a file says it. Say which it is." )
                       .arg( mResult->mName ) );
    mResult->mCrs = mOptions.missing;
    mResult->mReport.add( CaReport::Information, QStringLiteral( "crs" ),
                          tr( "%1 does not say its coordinate reference system; taken as %2, as you said." )
                              .arg( mResult->mName, mResult->mCrs.userFriendlyIdentifier() ) );
  }
  else
    mResult->mReport.add( CaReport::Information, QStringLiteral( "crs" ),
                          tr( "The coordinate reference system is %1." ).arg( mResult->mCrs.userFriendlyIdentifier() ) );
  if ( isTokyoDatum( mResult->mCrs ) && !mOptions.toJgd2011 )
    mResult->mReport.add( CaReport::Warning, QStringLiteral( "tokyo_datum" ),
                          tr( "The boundaries are on the Tokyo Datum, about 450 m off. They were left so; ask for the transformation to "
                              "JGD2011 if they are to fit other data." ) );
  return true;
}

bool CaBoundaryReader::checkPlace()
{
  const QgsCoordinateTransform toJgd2011( mResult->mCrs, QgsCoordinateReferenceSystem( QStringLiteral( "EPSG:6668" ) ),
                                          QgsCoordinateTransformContext() );
  if ( !toJgd2011.isValid() )
    return fail( tr( "%1 cannot be transformed from %2 to JGD2011: PROJ knows no way. Correct the CRS of the file." )
                     .arg( mResult->mName, mResult->mCrs.userFriendlyIdentifier() ) );
  double west = std::numeric_limits<double>::infinity();
  double south = west;
  double east = -west;
  double north = -west;
  for ( const CaPoint &point : mPolygons.points() )
  {
    west = std::min( west, point.x );
    east = std::max( east, point.x );
    south = std::min( south, point.y );
    north = std::max( north, point.y );
  }
  QgsRectangle extent( west, south, east, north );
  if ( !mResult->mCrs.isGeographic() )
  {
    try
    {
      extent = toJgd2011.transformBoundingBox( extent );
    }
    catch ( const QgsCsException & )
    {
      return fail( tr( "The coordinates of %1 do not fit its coordinate reference system %2. Correct the CRS of the file." )
                       .arg( mResult->mName, mResult->mCrs.userFriendlyIdentifier() ) );
    }
  }
  if ( !QgsRectangle( WEST, SOUTH, EAST, NORTH ).contains( extent ) )
    return fail( tr( "%1 does not lie in Japan: it reaches from %2 to %3. Is it of another country, or is its CRS wrong?" )
                     .arg( mResult->mName, QStringLiteral( "%1, %2" ).arg( extent.xMinimum() ).arg( extent.yMinimum() ),
                           QStringLiteral( "%1, %2" ).arg( extent.xMaximum() ).arg( extent.yMaximum() ) ) );
  return true;
}

bool CaBoundaryReader::transform()
{
  const QgsCoordinateReferenceSystem jgd2011( QStringLiteral( "EPSG:6668" ) );
  const QgsCoordinateReferenceSystem jgd2000( QStringLiteral( "EPSG:4612" ) );
  if ( !mOptions.toJgd2011 || mResult->mCrs == jgd2011 )
    return true;
  // Asked directly, QGIS takes a transformation that does nothing ("ballpark") if the grids are not installed. The one from Tokyo to
  // JGD2000 by three parameters needs none; JGD2000 and JGD2011 differ by the earthquake of 2011 only.
  QgsDatumTransform::TransformDetails operation = soundOperation( mResult->mCrs, jgd2011 );
  const bool isDirect = !operation.proj.isEmpty();
  if ( !isDirect )
    operation = soundOperation( mResult->mCrs, jgd2000 );
  const bool isSame = operation.proj.isEmpty() && mResult->mCrs == jgd2000;
  if ( operation.proj.isEmpty() && !isSame )
    return fail( tr( "PROJ knows no sound transformation from %1 to JGD2011. Transform %2 in QGIS first." )
                     .arg( mResult->mCrs.userFriendlyIdentifier(), mResult->mName ) );
  if ( !isSame )
  {
    QgsCoordinateTransformContext context;
    const QgsCoordinateReferenceSystem target = isDirect ? jgd2011 : jgd2000;
    context.addCoordinateOperation( mResult->mCrs, target, operation.proj, false );
    if ( !mPolygons.transform( QgsCoordinateTransform( mResult->mCrs, target, context ) ) )
      return fail( tr( "%1 could not be transformed from %2 to JGD2011." ).arg( mResult->mName, mResult->mCrs.userFriendlyIdentifier() ) );
    mResult->mReport.add( CaReport::Information, QStringLiteral( "transformed" ),
                          tr( "Transformed from %1 by PROJ: %2, exact to about %3 m." )
                              .arg( mResult->mCrs.userFriendlyIdentifier(), operation.name )
                              .arg( operation.accuracy ) );
  }
  if ( !isDirect )
    mResult->mReport.add( CaReport::Warning, QStringLiteral( "jgd2000_as_jgd2011" ),
                          tr( "JGD2000 was taken as JGD2011: they differ by up to 5 m in the north-east of Honshu, and less elsewhere." ) );
  mResult->mCrs = jgd2011;
  return true;
}

void CaBoundaryReader::findYear()
{
  // N03-21_210101, N03-20210101, N03-2024...
  static const QRegularExpression year( QStringLiteral( "N03-?(?:(20\\d\\d)|(\\d\\d))" ), QRegularExpression::CaseInsensitiveOption );
  for ( const QString &name : { mResult->mName, mLayerName } )
  {
    const QRegularExpressionMatch match = year.match( name );
    if ( !match.hasMatch() || mResult->mYear != 0 )
      continue;
    mResult->mYear = match.captured( 1 ).isEmpty() ? 2000 + match.captured( 2 ).toInt() : match.captured( 1 ).toInt();
  }
  mResult->mReport.add( CaReport::Information, QStringLiteral( "year" ),
                        mResult->mYear == 0 ? tr( "Of which year the boundaries are is not known." )
                                            : tr( "The boundaries are of %1." ).arg( mResult->mYear ) );
  mResult->mReport.setValue( QStringLiteral( "year" ), mResult->mYear );
}

void CaBoundaryReader::makeMembers()
{
  const Column *prefectures = column( QStringLiteral( "N03_001" ) );
  const Column *cities = column( QStringLiteral( "N03_003" ) );
  const Column *municipalities = column( QStringLiteral( "N03_004" ) );
  const Column *names = municipalities ? municipalities : column( QStringLiteral( "name_ja" ) );
  const Column *wards = column( QStringLiteral( "N03_005" ) ); // from 2024; a date in files of long ago
  std::vector<int> memberOfFeature;
  QHash<QString, int> members;
  QVector<int> features;
  QStringList without;
  for ( int i = 0; i < mFeatureCount; ++i )
  {
    const QString code = CaAreaCode::canonical( text( *mCodes, i ) );
    const QString prefecture = prefectures ? text( *prefectures, i ) : QString();
    QString name = names ? text( *names, i ) : QString();
    if ( const QString ward = wards ? text( *wards, i ) : QString(); ward.endsWith( QChar( u'区' ) ) )
      name += ward;
    if ( code.isEmpty() )
      without << QStringLiteral( "%1: %2 %3" ).arg( i + 1 ).arg( prefecture, name ).trimmed();
    // Places without code are kept apart by prefecture.
    const QString key = code.isEmpty() ? QLatin1Char( '?' ) + prefecture : code;
    const auto known = members.constFind( key );
    if ( known != members.constEnd() )
    {
      memberOfFeature.push_back( *known );
      ++features[*known];
      continue;
    }
    const QString city = cities && CaAreaCode::cityOfWard( code ) != QLatin1String( "13100" ) && !CaAreaCode::cityOfWard( code ).isEmpty()
                             ? text( *cities, i )
                             : QString();
    const int member = mResult->mMembers.size();
    members.insert( key, member );
    memberOfFeature.push_back( member );
    features << 1;
    const CaBoundaryMember entry{ code, code.isEmpty() ? mOptions.prefectures.value( prefecture ) : code.left( 2 ),
                                  code.isEmpty() ? prefecture + name : city + name };
    mResult->mMembers << entry;
    if ( !code.isEmpty() )
      mResult->mMemberOfCode.insert( code, member );
    if ( !entry.prefecture.isEmpty() )
      mResult->mMembersOfPrefecture[entry.prefecture] << member;
  }
  mPolygons.renumber( memberOfFeature );

  QStringList several;
  for ( int member = 0; member < features.size(); ++member )
  {
    if ( features.at( member ) > 1 && !mResult->mMembers.at( member ).code.isEmpty() )
      several << QStringLiteral( "%1: %2" ).arg( label( member ) ).arg( features.at( member ) );
  }
  CaReport &report = mResult->mReport;
  if ( !without.isEmpty() )
    report.add(
        CaReport::Warning, QStringLiteral( "no_code" ),
        tr( "%n feature(s) have no code. They belong to no municipality; where the prefecture's name is known, they count as part of it.",
            nullptr, without.size() ),
        without );
  if ( !several.isEmpty() )
    report.add( CaReport::Information, QStringLiteral( "several_features" ),
                tr( "%n code(s) have several features, which were taken as one.", nullptr, several.size() ), several );
  if ( !mNullFeatures.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "no_polygon" ),
                tr( "%n feature(s) have no polygon and were left out.", nullptr, mNullFeatures.size() ), mNullFeatures );
  if ( !mShortRings.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "short_rings" ),
                tr( "%n ring(s) have fewer than three different points and were left out.", nullptr, mShortRings.size() ), mShortRings );
  const int present = mResult->mMembersOfPrefecture.size();
  report.add( present == 47 ? CaReport::Information : CaReport::Warning, QStringLiteral( "coverage" ),
              tr( "%1 codes in %2 of 47 prefectures." ).arg( mResult->mMemberOfCode.size() ).arg( present ) );
}

QString CaBoundaryReader::label( int member ) const
{
  const CaBoundaryMember &entry = mResult->mMembers.at( member );
  return QStringLiteral( "%1 %2" ).arg( entry.code, entry.name ).trimmed();
}

void CaBoundaryReader::reportCoverage()
{
  const std::shared_ptr<const CaCoverage> coverage = mResult->mCoverage;
  CaReport &report = mResult->mReport;
  QStringList mended;
  for ( int member = 0; member < mResult->mMembers.size(); ++member )
  {
    if ( !coverage->isClean( member ) )
      mended << label( member );
  }
  QStringList problems;
  const QVector<CaCoverageProblem> found = coverage->problems();
  for ( const CaCoverageProblem &problem : found )
  {
    const QString where = QStringLiteral( "%1, %2" ).arg( problem.where.x, 0, 'f', 6 ).arg( problem.where.y, 0, 'f', 6 );
    const QString a = label( problem.member );
    const QString b = label( problem.other );
    switch ( problem.kind )
    {
      case CaCoverageProblem::CrossesItself:
        problems << tr( "%1: the border crosses itself at %2" ).arg( a, where );
        break;
      case CaCoverageProblem::Crosses:
        problems << tr( "%1 and %2: the borders cross or do not share their vertices at %3" ).arg( a, b, where );
        break;
      case CaCoverageProblem::Overlaps:
        problems << tr( "%1 and %2 overlap at %3" ).arg( a, b, where );
        break;
      case CaCoverageProblem::Inside:
        problems << tr( "%1 and %2: one lies inside the other at %3" ).arg( a, b, where );
        break;
    }
  }
  if ( mended.isEmpty() )
    report.add( CaReport::Information, QStringLiteral( "clean" ),
                tr( "The boundaries are a clean coverage: no overlaps, no invalid polygons." ) );
  else
  {
    report.add( CaReport::Warning, QStringLiteral( "problems" ),
                tr( "%n place(s) where boundaries are not as they should be.", nullptr, problems.size() ), problems );
    report.add( CaReport::Warning, QStringLiteral( "mended" ), tr( "%n code(s) had to be mended.", nullptr, mended.size() ), mended );
  }

  QStringList slivers;
  int lakes = 0;
  const QVector<CaCoverageGap> gaps = coverage->gaps();
  for ( const CaCoverageGap &gap : gaps )
  {
    const bool isSliver = 4 * M_PI * gap.area < SLIVER_ROUNDNESS * gap.perimeter * gap.perimeter;
    lakes += !isSliver;
    if ( !isSliver )
      continue;
    QStringList around;
    for ( const int member : gap.members )
      around << label( member );
    slivers << QStringLiteral( "%1, %2 (%3)" )
                   .arg( gap.where.x, 0, 'f', 6 )
                   .arg( gap.where.y, 0, 'f', 6 )
                   .arg( around.join( QStringLiteral( ", " ) ) );
  }
  if ( !slivers.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "slivers" ),
                tr( "%n thin gap(s) between neighbours. If they are no waters, try again with snapping.", nullptr, slivers.size() ),
                slivers );
  if ( lakes > 0 )
    report.add( CaReport::Information, QStringLiteral( "gaps" ),
                tr( "%n place(s) within the land belong to no code, such as lakes.", nullptr, lakes ) );
}
