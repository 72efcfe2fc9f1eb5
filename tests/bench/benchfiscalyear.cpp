// SPDX-License-Identifier: GPL-2.0-or-later
/**
 * \file
 * \brief How long it takes to change the fiscal year of 1,906 areas with 20 metrics of 30 years and to read all values again: through a
 * join of Cluster Atlas, and through QGIS's own cached join to a table of the same columns, done by hand. The same values are read, and
 * compared.
 *
 * Usage: benchfiscalyear [REPETITIONS]
 */
#include "benchtools.h"
#include "cafiscalyear.h"
#include "cajoinengine.h"
#include "cajoinlayer.h"
#include "camunicipalities.h"
#include "capack.h"
#include "capaths.h"
#include "castatisticsimport.h"
#include "castatisticsstore.h"

#include <qgsapplication.h>
#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoininfo.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace
{

constexpr int AREAS = 1906;
constexpr int YEARS = 30;
constexpr int FIRST_YEAR = 1990;
constexpr int METRICS = 20;

//! Codes of municipalities that are there today.
QStringList codes()
{
  QStringList codes;
  QString error;
  const std::optional<CaOwnerResolver> resolver = CaOwnerResolver::load( CaPaths::installedPack(), &error );
  for ( const CaMunicipality &municipality : CaMunicipalities::builtIn().municipalities() )
  {
    if ( resolver->resolve( municipality.code ).ok() )
      codes << municipality.code;
  }
  return codes;
}

QString code( int area )
{
  static const QStringList known = codes();
  return known.value( area, QString::number( area - known.size() + 1 ).rightJustified( 2, QLatin1Char( '0' ) ) ); // and some prefectures
}
QString metric( int i )
{
  return QStringLiteral( "m%1" ).arg( i, 2, 10, QLatin1Char( '0' ) );
}
double value( int area, int year, int i )
{
  return area * 100.0 + ( year - FIRST_YEAR ) * 1000003.0 + i;
}

//! Squares with a code, as a user has municipalities.
void makeAreas( const QString &fileName )
{
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "GPKG" );
  const GDALDatasetUniquePtr dataset( driver->Create( fileName.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRLayer *layer = dataset->CreateLayer( "areas", nullptr, wkbPolygon );
  OGRFieldDefn field( "code", OFTString );
  layer->CreateField( &field );
  check( layer->StartTransaction() == OGRERR_NONE, fileName );
  for ( int i = 0; i < AREAS; ++i )
  {
    OGRFeature feature( layer->GetLayerDefn() );
    feature.SetField( 0, code( i ).toUtf8().constData() );
    OGRLinearRing ring;
    for ( const auto &corner : { std::pair( 0, 0 ), std::pair( 1, 0 ), std::pair( 1, 1 ), std::pair( 0, 1 ), std::pair( 0, 0 ) } )
      ring.addPoint( 130 + i % 50 + corner.first, 30 + i / 50 + corner.second );
    OGRPolygon polygon;
    polygon.addRing( &ring );
    feature.SetGeometry( &polygon );
    check( layer->CreateFeature( &feature ) == OGRERR_NONE, fileName );
  }
  check( layer->CommitTransaction() == OGRERR_NONE, fileName );
}

//! The table to join as a user has it: a row an area and year, a column a metric; \a all adds columns for qualifier, flag and source of
//! each.
void makeTable( const QString &fileName, const char *driverName, bool all = false )
{
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( driverName );
  const GDALDatasetUniquePtr dataset( driver->Create( fileName.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
  OGRLayer *layer = dataset->CreateLayer( "figures", nullptr, wkbNone );
  OGRFieldDefn codeField( "code", OFTString );
  OGRFieldDefn yearField( "fiscal_year", OFTInteger );
  layer->CreateField( &codeField );
  layer->CreateField( &yearField );
  for ( int i = 0; i < METRICS; ++i )
  {
    OGRFieldDefn field( metric( i ).toUtf8().constData(), OFTReal );
    layer->CreateField( &field );
  }
  for ( int i = 0; all && i < METRICS; ++i )
  {
    for ( const char *part : { "_qualifier", "_flag", "_source" } )
    {
      OGRFieldDefn field( ( metric( i ) + QLatin1String( part ) ).toUtf8().constData(), OFTString );
      layer->CreateField( &field );
    }
  }
  check( layer->StartTransaction() == OGRERR_NONE, fileName );
  for ( int area = 0; area < AREAS; ++area )
  {
    for ( int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; ++year )
    {
      OGRFeature feature( layer->GetLayerDefn() );
      feature.SetField( 0, code( area ).toUtf8().constData() );
      feature.SetField( 1, year );
      for ( int i = 0; i < METRICS; ++i )
        feature.SetField( i + 2, value( area, year, i ) );
      for ( int i = 0; all && i < METRICS; ++i )
      {
        feature.SetField( 2 + METRICS + 3 * i, "exact" );
        feature.SetField( 4 + METRICS + 3 * i, QStringLiteral( "bench.csv / A%1" ).arg( i ).toUtf8().constData() );
      }
      check( layer->CreateFeature( &feature ) == OGRERR_NONE, fileName );
    }
  }
  check( layer->CommitTransaction() == OGRERR_NONE, fileName );
}

void importStatistics( const QString &pack )
{
  QString error;
  QElapsedTimer timer;
  timer.start();
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( pack, &error );
  check( store != nullptr, error );
  const std::unique_ptr<CaStatisticsImport> import = CaStatisticsImport::start( *store, QStringLiteral( "bench.csv" ), &error );
  check( import != nullptr, error );
  for ( int i = 0; i < METRICS; ++i )
  {
    CaMetric own;
    own.code = metric( i );
    own.nameJa = own.nameEn = own.code;
    own.unit = QStringLiteral( "units" );
    check( import->addMetric( own, &error ), error );
  }
  CaFigureRecord record;
  record.figure.unit = QStringLiteral( "units" );
  for ( int area = 0; area < AREAS; ++area )
  {
    record.ownerCode = code( area );
    record.ownerKind = record.ownerCode.size() == 2 ? QStringLiteral( "prefecture" ) : QStringLiteral( "municipality" );
    for ( record.fiscalYear = FIRST_YEAR; record.fiscalYear < FIRST_YEAR + YEARS; ++record.fiscalYear )
    {
      for ( int i = 0; i < METRICS; ++i )
      {
        record.metric = metric( i );
        record.figure.value = value( area, record.fiscalYear, i );
        record.cell = QStringLiteral( "A%1" ).arg( i );
        check( import->add( record, &error ), error );
      }
    }
  }
  const qint64 staged = timer.elapsed();
  CaImportDifference difference;
  check( import->commit( &difference, &error ), error );
  std::printf( "import of %lld figures: %.2f s put aside, %.2f s written\n", difference.added, 0.001 * staged,
               0.001 * ( timer.elapsed() - staged ) );
}

//! Reads the joined values of all areas, and makes sure that they are those of \a year.
void readAll( const QgsVectorLayer *layer, const QString &prefix, int year )
{
  QVector<int> fields;
  for ( int i = 0; i < METRICS; ++i )
    fields << layer->fields().lookupField( prefix + metric( i ) );
  check( !fields.contains( -1 ), QStringLiteral( "the joined fields are not there" ) );
  double sum = 0;
  double expected = 0;
  int area = 0;
  QgsFeature feature;
  QgsFeatureIterator features = layer->getFeatures();
  while ( features.nextFeature( feature ) )
  {
    for ( int i = 0; i < METRICS; ++i )
    {
      sum += feature.attribute( fields.at( i ) ).toDouble();
      expected += value( area, year, i );
    }
    ++area;
  }
  check( area == AREAS && sum == expected,
         QStringLiteral( "the values are not those of %1: %2 areas, %3 and not %4" ).arg( year ).arg( area ).arg( sum ).arg( expected ) );
}

void addJoin( QgsVectorLayer *layer, QgsVectorLayer *table, bool cached )
{
  QgsVectorLayerJoinInfo info;
  info.setJoinLayer( table );
  info.setTargetFieldName( QStringLiteral( "code" ) );
  info.setJoinFieldName( QStringLiteral( "code" ) );
  info.setPrefix( QStringLiteral( "t_" ) );
  info.setUsingMemoryCache( cached );
  layer->addJoin( info );
}

//! Milliseconds of a change.
struct Cost
{
  double wall = 0;
  double cpu = 0;
};

double middle( QVector<double> values )
{
  std::sort( values.begin(), values.end() );
  return values.at( values.size() / 2 );
}

//! Calls \a change and reads, for one year after another; \returns the medians.
Cost median( int repetitions, const std::function<void( int year )> &change )
{
  QVector<double> wall, cpu;
  for ( int i = 0; i < repetitions; ++i )
  {
    const Clock clock;
    const double before = cpuSeconds();
    change( FIRST_YEAR + ( 7 * i ) % YEARS );
    wall << 1000 * clock.seconds();
    cpu << 1000 * ( cpuSeconds() - before );
  }
  return { middle( wall ), middle( cpu ) };
}

} // namespace

int main( int argc, char *argv[] )
{
  std::setvbuf( stdout, nullptr, _IOLBF, 0 );
  qputenv( "QT_QPA_PLATFORM", "offscreen" );
  QgsApplication application( argc, argv, false );
  QgsApplication::init();
  QgsApplication::initQgis();
  GDALAllRegister();
  const int repetitions = argc > 1 ? QString( argv[1] ).toInt() : 15;
  {
    const QTemporaryDir folder;
    const QString areas = folder.filePath( QStringLiteral( "areas.gpkg" ) );
    const QString pack = CaPaths::packIn( folder.path() );
    QString error;
    makeAreas( areas );
    makeTable( folder.filePath( QStringLiteral( "table.gpkg" ) ), "GPKG" );
    makeTable( folder.filePath( QStringLiteral( "all.gpkg" ) ), "GPKG", true );
    makeTable( folder.filePath( QStringLiteral( "table.csv" ) ), "CSV" );
    const std::optional<CaPack> shipped = CaPack::open( CaPaths::installedPack(), &error );
    check( shipped && shipped->copyTo( pack, false, &error ), error );
    importStatistics( pack );

    QVector<Cost> baselines;
    for ( const char *name : { "table.gpkg|layername=figures", "all.gpkg|layername=figures", "table.csv" } )
    {
      QgsProject project;
      auto *layer = new QgsVectorLayer( areas, QStringLiteral( "areas" ), QStringLiteral( "ogr" ) );
      auto *table =
          new QgsVectorLayer( folder.filePath( QString::fromLatin1( name ) ), QStringLiteral( "table" ), QStringLiteral( "ogr" ) );
      check( layer->isValid() && table->isValid(), QStringLiteral( "a layer cannot be read: " ) + table->source() );
      project.addMapLayers( { layer, table } );
      const QString filter = QByteArray( name ).endsWith( ".csv" ) ? QStringLiteral( "\"fiscal_year\"='%1'" )
                                                                   : QStringLiteral( "\"fiscal_year\"=%1" ); // a CSV has texts only
      const Cost time = median( repetitions,
                                [layer, table, &filter]( int year )
                                {
                                  check( table->setSubsetString( filter.arg( year ) ), QStringLiteral( "no filter" ) );
                                  layer->removeJoin( table->id() ); // or the cache keeps the old year
                                  addJoin( layer, table, true );
                                  readAll( layer, QStringLiteral( "t_" ), year );
                                } );
      std::printf( "QGIS, cached join to %-28s %7.1f ms wall %7.1f ms cpu\n", name, time.wall, time.cpu );
      baselines << time;
    }

    QgsProject project;
    auto *layer = new QgsVectorLayer( areas, QStringLiteral( "areas" ), QStringLiteral( "ogr" ) );
    project.addMapLayer( layer );
    QStringList metrics;
    for ( int i = 0; i < METRICS; ++i )
      metrics << metric( i );
    QElapsedTimer timer;
    timer.start();
    const std::optional<CaJoinEngine> engine = CaJoinEngine::open( pack, &error );
    check( engine.has_value(), error );
    const std::optional<CaJoin> join = engine->join( *layer, layer->name(), { QStringLiteral( "code" ), {}, metrics, FIRST_YEAR }, &error );
    check( join.has_value(), error );
    check( join->report().isComplete(), join->report().summary() );
    const qint64 worked = timer.elapsed();
    for ( const bool all : { false, true } )
    {
      timer.restart();
      const CaJoinLayer::Columns columns = all ? CaJoinLayer::Columns::All : CaJoinLayer::Columns::Values;
      check( CaJoinLayer::add( &project, layer, *join, pack, CaJoinLayer::defaultPrefix(), &error, columns ), error );
      std::printf( "joining once: %lld ms worked out and reported, %lld ms put on the layer\n", worked, timer.elapsed() );
      const Cost time = median( repetitions,
                                [&project, layer, &error]( int year )
                                {
                                  check( CaFiscalYear::set( &project, year, &error ), error );
                                  readAll( layer, CaJoinLayer::defaultPrefix(), year );
                                } );
      const Cost baseline = baselines.at( all ? 1 : 0 );
      std::printf( "Cluster Atlas, %-34s %7.1f ms wall %7.1f ms cpu: %.2f and %.2f times as fast\n",
                   all ? "value, qualifier, flag and source" : "values alone", time.wall, time.cpu, baseline.wall / time.wall,
                   baseline.cpu / time.cpu );
    }
  }
  QgsApplication::exitQgis();
  return 0;
}
