// SPDX-License-Identifier: GPL-2.0-or-later
#include "caboundaryreader.h"

#include "caareacode.h"
#include "caboundarycrs.h"
#include "caboundaryfile.h"
#include "cacompat.h"
#include "cacoveragereport.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturesource.h>
#include <qgsfeedback.h>

#include <QHash>
#include <QRegularExpression>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <new>
#include <stdexcept>

CaBoundaryReader::CaBoundaryReader( const QString &name, const CaBoundaryOptions &options, QgsFeedback *feedback )
    : mOptions( options )
    , mFeedback( feedback )
    , mResult( new CaBoundaries() )
    , mTable( name )
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
  if ( file->isRaw() )
    mTable.setRaw();
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
  return guarded( [this, layer] { return readLayer( layer ); } );
}

std::shared_ptr<const CaBoundaries> CaBoundaryReader::guarded( const std::function<bool()> &read )
{
  try
  {
    return read() ? finish() : nullptr;
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
    mTable.addColumn( QString::fromUtf8( definition->GetFieldDefn( i )->GetNameRef() ) );
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
      mTable.addValue( static_cast<int>( i ),
                       feature->IsFieldSetAndNotNull( fields[i] ) ? QByteArray( feature->GetFieldAsString( fields[i] ) ) : QByteArray() );
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
  return guarded( [this, &source] { return readFeatures( source ); } );
}

bool CaBoundaryReader::readFeatures( const QgsFeatureSource &source )
{
  const QgsFields fields = source.fields();
  QVector<int> indexes;
  for ( int i = 0; i < fields.size(); ++i )
  {
    const auto type = fields.at( i ).type();
    if ( type != CaCompat::TextField && type != CaCompat::IntegerField && type != CaCompat::LongField )
      continue;
    indexes << i;
    mTable.addColumn( fields.at( i ).name() );
  }
  mResult->mCrs = source.sourceCrs();
  QgsFeatureIterator iterator = source.getFeatures();
  QgsFeature feature;
  while ( iterator.nextFeature( feature ) )
  {
    if ( isCancelled() )
      return false;
    for ( int i = 0; i < indexes.size(); ++i )
      mTable.addValue( i, feature.attribute( indexes.at( i ) ).toString().toUtf8() );
    const size_t before = mPolygons.rings().size();
    if ( feature.hasGeometry() && feature.geometry().type() != CaCompat::PolygonGeometry )
      return fail( tr( "Feature %1 of %2 is not a polygon. Choose a layer with the boundaries of municipalities or prefectures." )
                       .arg( mFeatureCount + 1 )
                       .arg( mResult->mName ) );
    if ( feature.hasGeometry() && !noteAdded( mPolygons.addGeometry( mFeatureCount, feature.geometry() ), mFeatureCount ) )
      return false;
    if ( mPolygons.rings().size() == before )
      mNullFeatures << QString::number( mFeatureCount + 1 );
    ++mFeatureCount;
  }
  return true;
}

std::shared_ptr<const CaBoundaries> CaBoundaryReader::finish()
{
  if ( mFeatureCount == 0 )
    fail( tr( "%1 has no features. Choose a layer with the boundaries of municipalities or prefectures." ).arg( mResult->mName ) );
  else if ( mPolygons.rings().empty() )
    fail( tr( "No feature of %1 has a polygon. Choose a layer with the boundaries of municipalities or prefectures." )
              .arg( mResult->mName ) );
  if ( !mError.isEmpty() || !mTable.findEncoding( &mResult->mReport, &mError ) ||
       !mTable.findCodes( mOptions.codeColumn, &mResult->mReport, &mError ) )
    return nullptr;
  mResult->mHasMunicipalities = mTable.hasMunicipalities();
  CaBoundaryCrs crs( mResult->mName, mResult->mCrs, &mResult->mReport, &mError );
  if ( !crs.settle( mOptions, &mPolygons ) )
    return nullptr;
  mResult->mCrs = crs.crs();
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
  CaCoverageReport( *mResult->mCoverage, labels() ).addTo( &mResult->mReport );
  return mResult;
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

int CaBoundaryReader::addMember( const QString &code, const QString &prefecture, const QString &name )
{
  const int member = mResult->mMembers.size();
  const CaBoundaryMember entry{ code, code.isEmpty() ? mOptions.prefectures.value( prefecture ) : code.left( 2 ), name };
  mResult->mMembers << entry;
  if ( !code.isEmpty() )
    mResult->mMemberOfCode.insert( code, member );
  if ( !entry.prefecture.isEmpty() )
    mResult->mMembersOfPrefecture[entry.prefecture] << member;
  return member;
}

void CaBoundaryReader::makeMembers()
{
  const CaBoundaryTable::Column *prefectures = mTable.column( QStringLiteral( "N03_001" ) );
  const CaBoundaryTable::Column *cities = mTable.column( QStringLiteral( "N03_003" ) );
  const CaBoundaryTable::Column *municipalities = mTable.column( QStringLiteral( "N03_004" ) );
  const CaBoundaryTable::Column *names = municipalities ? municipalities : mTable.column( QStringLiteral( "name_ja" ) );
  const CaBoundaryTable::Column *wards = mTable.column( QStringLiteral( "N03_005" ) ); // from 2024; a date in files of long ago
  std::vector<int> memberOfFeature;
  QHash<QString, int> members;
  QVector<int> features; // a member
  QStringList without;
  for ( int i = 0; i < mFeatureCount; ++i )
  {
    const QString code = mTable.code( i );
    const QString prefecture = mTable.text( prefectures, i );
    QString name = mTable.text( names, i );
    if ( const QString ward = mTable.text( wards, i ); ward.endsWith( QChar( u'区' ) ) )
      name += ward;
    if ( code.isEmpty() )
      without << QStringLiteral( "%1: %2 %3" ).arg( i + 1 ).arg( prefecture, name ).trimmed();
    // Places without code are kept apart by prefecture.
    const QString key = code.isEmpty() ? QLatin1Char( '?' ) + prefecture : code;
    auto known = members.constFind( key );
    if ( known == members.constEnd() )
    {
      const QString cityCode = CaAreaCode::cityOfWard( code );
      const bool isWard = !cityCode.isEmpty() && cityCode != QLatin1String( "13100" ); // those of Tokyo are cities of their own
      const QString whole = code.isEmpty() ? prefecture : ( isWard ? mTable.text( cities, i ) : QString() );
      known = members.insert( key, addMember( code, prefecture, whole + name ) );
      features << 0;
    }
    memberOfFeature.push_back( *known );
    ++features[*known];
  }
  mPolygons.renumber( memberOfFeature );
  reportMembers( features, without );
}

void CaBoundaryReader::reportMembers( const QVector<int> &features, const QStringList &without )
{
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

QStringList CaBoundaryReader::labels() const
{
  QStringList labels;
  for ( int member = 0; member < mResult->mMembers.size(); ++member )
    labels << label( member );
  return labels;
}
