// SPDX-License-Identifier: GPL-2.0-or-later
#include "camapboundaries.h"

#include "caareastore.h"
#include "cabackgroundtask.h"
#include "cacompat.h"
#include "capaths.h"
#include "caprojectfile.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsproject.h>

#include <QFileInfo>

//! What reading in the background leaves.
struct CaMapBoundaries::Result
{
  std::shared_ptr<const CaBoundaries> boundaries;
  std::shared_ptr<const CaWhatIsHere> here;
  QString description;
  QString error;
};

CaMapBoundaries::CaMapBoundaries( QObject *parent )
    : QObject( parent )
{
}

CaMapBoundaries::~CaMapBoundaries()
{
  drop();
}

void CaMapBoundaries::choose( const CaMapBoundaryChoice &choice )
{
  if ( choice == mChoice )
    return;
  drop();
  mChoice = choice;
  emit changed();
}

void CaMapBoundaries::forget()
{
  drop();
  mChoice = {};
  emit changed();
}

void CaMapBoundaries::drop()
{
  if ( mTask )
    disconnect( mTask, nullptr, this, nullptr );
  CaBackgroundTask::stop( mTask );
  mTask.clear();
  mBoundaries.reset();
  mHere.reset();
  mDescription.clear();
  mError.clear();
  mStamp.clear();
}

void CaMapBoundaries::cancel()
{
  if ( mTask )
    mTask->cancel();
}

QString CaMapBoundaries::stamp() const
{
  const auto of = []( const QString &file )
  {
    return QFileInfo( file ).lastModified().toString( Qt::ISODateWithMs );
  };
  return mChoice.file.isEmpty() ? of( mPack ) : of( mPack ) + of( mChoice.file );
}

std::shared_ptr<const CaBoundaries> CaMapBoundaries::boundaries() const
{
  return mHere && stamp() == mStamp ? mBoundaries : nullptr;
}

std::shared_ptr<const CaWhatIsHere> CaMapBoundaries::here() const
{
  return mHere && stamp() == mStamp ? mHere : nullptr;
}

std::optional<QgsGeometry> CaMapBoundaries::inBoundaries( const QgsGeometry &place, const QgsCoordinateReferenceSystem &crs,
                                                          QString *error ) const
{
  constexpr int EDGE_PARTS = 31; // a straight edge of the map is no straight edge of the boundaries
  QgsGeometry transformed = place.type() == CaCompat::PolygonGeometry ? place.densifyByCount( EDGE_PARTS ) : place;
  try
  {
    transformed.transform( QgsCoordinateTransform( crs, mBoundaries->crs(), QgsProject::instance()->transformContext() ) );
  }
  catch ( const QgsCsException & )
  {
    *error = tr( "This place cannot be transformed to %1: it is outside of what the map's projection shows." )
                 .arg( mBoundaries->crs().userFriendlyIdentifier() );
    return std::nullopt;
  }
  return transformed;
}

void CaMapBoundaries::load()
{
  if ( mTask || here() )
    return;
  drop();
  mPack = CaProjectFile::packOf( QgsProject::instance() );
  if ( mPack.isEmpty() )
    mPack = CaPaths::installedPack();
  mStamp = stamp();
  const std::shared_ptr<Result> result = std::make_shared<Result>();
  mTask = CaBackgroundTask::start( tr( "Reading boundaries" ), [result, choice = mChoice, pack = mPack]( QgsFeedback *feedback )
                                   { read( choice, pack, *result, feedback ); } );
  connect( mTask, &CaBackgroundTask::done, this, [this, result]( bool ok ) { take( *result, ok ); } );
  connect( mTask, &QgsTask::progressChanged, this, &CaMapBoundaries::progressed );
  emit changed();
}

void CaMapBoundaries::read( const CaMapBoundaryChoice &choice, const QString &pack, Result &result, QgsFeedback *feedback )
{
  QVector<CaBuiltArea> stored;
  QStringList builtFrom;
  if ( choice.file.isEmpty() )
  {
    const std::optional<QVector<CaBuiltArea>> areas = CaAreaStore::read( pack, &builtFrom, &result.error );
    if ( !areas )
      return;
    stored = *areas;
    result.boundaries = CaBoundaries::shippedPrefectures( pack, &result.error, feedback );
    result.description = builtFrom.isEmpty()
                             ? tr( "Prefectures of the data pack; no areas have been built in this project." )
                             : tr( "Areas built in this project from %1; what was not built, by the prefectures of the data pack." )
                                   .arg( builtFrom.join( tr( ", ", "between the parts of a list" ) ) );
  }
  else
  {
    CaBoundaryOptions options;
    options.layerName = choice.layerName;
    if ( !choice.datum.isEmpty() )
      options.missing = QgsCoordinateReferenceSystem( choice.datum );
    const std::optional<CaAreaLists> prefectures =
        CaAreaLists::fromPack( CaPaths::installedPack(), QStringLiteral( "prefectures" ), &result.error );
    if ( !prefectures )
      return;
    for ( const CaAreaList &prefecture : prefectures->areas() )
      options.prefectures.insert( prefecture.nameJa, prefecture.code );
    result.boundaries = CaBoundaries::read( choice.file, options, &result.error, feedback );
    if ( result.boundaries )
      result.description = result.boundaries->year() == 0
                               ? result.boundaries->name()
                               : tr( "%1, of %2" ).arg( result.boundaries->name() ).arg( result.boundaries->year() );
  }
  if ( result.boundaries )
    result.here = CaWhatIsHere::build( result.boundaries, pack, true, &result.error, feedback, stored );
}

void CaMapBoundaries::take( const Result &result, bool ok )
{
  mTask.clear();
  mBoundaries = result.here ? result.boundaries : nullptr;
  mHere = result.here;
  mDescription = result.here ? result.description : QString();
  mError = result.here ? QString() : ok ? result.error : tr( "Reading the boundaries was stopped." );
  emit changed();
}
