// SPDX-License-Identifier: GPL-2.0-or-later
/**
 * \file
 * \brief How long it takes to import 1,000,000 rows of a CP932 CSV with quoted thousands: through Cluster Atlas, from finding out the
 * encoding to the report, and with iconv and ogr2ogr, which check nothing.
 *
 * Usage: benchimport [--rows 1000000] [--again] [--ours-only]
 */
#include "benchtools.h"
#include "camunicipalities.h"
#include "capack.h"
#include "capaths.h"
#include "casheetimport.h"
#include "castatisticsstore.h"

#include <qgsapplication.h>

#include <QCommandLineParser>
#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>
#include <iconv.h>
#include <random>

namespace
{

constexpr int FIRST_YEAR = 1996;
constexpr int YEARS = 30;

//! A metric of the table: what it is called, and its unit, there and in the pack.
struct Metric
{
  QString code;
  QString name;
  QString unit;
};

//! Twenty metrics that a bureau could count, none of them of the data pack: they are added to it.
QVector<Metric> metrics()
{
  const QStringList subjects{ QStringLiteral( u"製造業" ), QStringLiteral( u"情報通信業" ), QStringLiteral( u"バイオ産業" ),
                              QStringLiteral( u"環境産業" ), QStringLiteral( u"医療機器産業" ) };
  const QVector<Metric> counted{ { QStringLiteral( "firms" ), QStringLiteral( u"の企業数" ), QStringLiteral( u"社" ) },
                                 { QStringLiteral( "persons" ), QStringLiteral( u"の従業者数" ), QStringLiteral( u"人" ) },
                                 { QStringLiteral( "oku_yen" ), QStringLiteral( u"の出荷額" ), QStringLiteral( u"億円" ) },
                                 { QStringLiteral( "cases" ), QStringLiteral( u"の新事業件数" ), QStringLiteral( u"件" ) } };
  QVector<Metric> all;
  for ( const QString &subject : subjects )
  {
    for ( const Metric &one : counted )
      all << Metric{ QStringLiteral( "%1_%2" ).arg( one.code ).arg( all.size() ), subject + one.name, one.unit };
  }
  return all;
}

//! Adds the metrics of the table to \a pack, as a user does once.
void addMetrics( const QString &pack )
{
  QString error;
  const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( pack, &error );
  check( store != nullptr, error );
  for ( const Metric &metric : metrics() )
  {
    CaMetric own;
    own.code = metric.code;
    own.nameJa = own.nameEn = metric.name;
    own.unit = metric.code.section( QLatin1Char( '_' ), 0, -2 );
    check( store->addMetric( own, &error ), error );
  }
}

QByteArray cp932( const QString &text )
{
  const QByteArray utf8 = text.toUtf8();
  QByteArray bytes( 2 * utf8.size(), '\0' );
  char *in = const_cast<char *>( utf8.constData() );
  char *out = bytes.data();
  size_t inLeft = static_cast<size_t>( utf8.size() );
  size_t outLeft = static_cast<size_t>( bytes.size() );
  const iconv_t converter = iconv_open( "CP932", "UTF-8" );
  check( iconv( converter, &in, &inLeft, &out, &outLeft ) != static_cast<size_t>( -1 ), text );
  iconv_close( converter );
  bytes.resize( bytes.size() - static_cast<int>( outLeft ) );
  return bytes;
}

//! Municipalities that are found by code and name.
QVector<CaMunicipality> municipalities( const QString &pack )
{
  QString error;
  const std::optional<CaOwnerResolver> resolver = CaOwnerResolver::load( pack, &error );
  check( resolver.has_value(), error );
  QVector<CaMunicipality> found;
  for ( const CaMunicipality &municipality : CaMunicipalities::builtIn().municipalities() )
  {
    if ( resolver->resolve( municipality.code ).ok() )
      found << municipality;
  }
  return found;
}

//! A long table of eight columns: a row a municipality, fiscal year and metric.
void writeTable( const QString &fileName, const QString &pack, int rows )
{
  const QVector<CaMunicipality> owners = municipalities( pack );
  const QVector<Metric> counted = metrics();
  check( owners.size() * YEARS * counted.size() >= rows, QStringLiteral( "there are no more than %1 rows" ).arg( owners.size() * YEARS ) );
  QFile file( fileName );
  check( file.open( QIODevice::WriteOnly ), file.errorString() );
  file.write( cp932( QStringLiteral( u"市区町村コード,市区町村名,年度,指標,値,単位,調査名,備考\r\n" ) ) );
  std::mt19937 random( 20091 ); // always the same
  std::lognormal_distribution<double> size( 7, 2 );
  int row = 0;
  for ( const CaMunicipality &owner : owners )
  {
    const QByteArray start = cp932( owner.code + QLatin1Char( ',' ) + owner.name + QLatin1Char( ',' ) );
    for ( int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; ++year )
    {
      for ( const Metric &metric : counted )
      {
        static QHash<QString, QByteArray> ends;
        QByteArray &end = ends[metric.code];
        if ( end.isEmpty() )
          end = cp932( QLatin1Char( ',' ) + metric.unit + QStringLiteral( u",産業クラスター実態調査,\r\n" ) );
        const QString value = QLocale( QLocale::English ).toString( static_cast<qlonglong>( size( random ) ) );
        file.write( start + QByteArray::number( year ) + cp932( QStringLiteral( u"年度," ) + metric.name ) + ",\"" + value.toLatin1() +
                    '"' + end );
        if ( ++row == rows )
          return;
      }
    }
  }
}

void runCommand( const QString &command )
{
  check( std::system( command.toUtf8().constData() ) == 0, command );
}

//! What people do by hand: nothing is checked, and "1,234" stays a text.
double importByHand( const QString &csv, const QString &folder )
{
  const Clock clock;
  runCommand( QStringLiteral( "iconv -f CP932 -t UTF-8 '%1' > '%2/utf8.csv'" ).arg( csv, folder ) );
  const double converted = clock.seconds();
  runCommand( QStringLiteral( "ogr2ogr -f GPKG '%1/byhand.gpkg' '%1/utf8.csv' -nln figures -nlt NONE" ).arg( folder ) );
  rusage usage{};
  getrusage( RUSAGE_CHILDREN, &usage );
  const double cpu = static_cast<double>( usage.ru_utime.tv_sec + usage.ru_stime.tv_sec ) +
                     1e-6 * static_cast<double>( usage.ru_utime.tv_usec + usage.ru_stime.tv_usec );
  std::printf( "  %-52s %8.3f s wall %8.3f s cpu, peak %.0f MB (iconv %.3f s of it)\n", "iconv and ogr2ogr", clock.seconds(), cpu,
               static_cast<double>( usage.ru_maxrss ) / 1024, converted );
  return clock.seconds();
}

double importAsFigures( const QString &csv, const QString &pack, int rows, const char *what )
{
  const Clock clock;
  QString error;
  const std::unique_ptr<CaSheetImport> import = CaSheetImport::open( csv, pack, CaTableOptions(), nullptr, &error );
  check( import != nullptr, error );
  check( import->chooseSheet( QString(), &error ), error );
  check( import->run( false, nullptr, &error ), error );
  check( import->report().figures == rows && !import->reportHtml().isEmpty() && !import->reportJson().isEmpty(),
         import->report().summary() );
  clock.say( what );
  const CaImportDifference &difference = import->difference();
  std::printf( "    %lld figures: %lld added, %lld as before\n", static_cast<qlonglong>( import->report().figures ), difference.added,
               difference.unchanged );
  return clock.seconds();
}

} // namespace

int main( int argc, char *argv[] )
{
  std::setvbuf( stdout, nullptr, _IOLBF, 0 );
  qputenv( "QT_QPA_PLATFORM", "offscreen" );
  QgsApplication application( argc, argv, false );
  QCommandLineParser parser;
  const QCommandLineOption rowsOption( QStringLiteral( "rows" ), QStringLiteral( "Rows of the table" ), QStringLiteral( "rows" ),
                                       QStringLiteral( "1000000" ) );
  const QCommandLineOption againOption( QStringLiteral( "again" ), QStringLiteral( "Import the table a second time" ) );
  const QCommandLineOption oursOption( QStringLiteral( "ours-only" ), QStringLiteral( "For a profile" ) );
  parser.addOptions( { rowsOption, againOption, oursOption } );
  parser.addHelpOption();
  parser.process( application );
  const int rows = parser.value( rowsOption ).toInt();

  const QTemporaryDir folder;
  const QString csv = folder.filePath( QStringLiteral( "figures.csv" ) );
  const QString pack = CaPaths::packIn( folder.path() );
  QString error;
  const std::optional<CaPack> shipped = CaPack::open( CaPaths::installedPack(), &error );
  check( shipped && shipped->copyTo( pack, false, &error ), error );
  addMetrics( pack );
  writeTable( csv, pack, rows );
  std::printf( "%d rows, %.1f MB of CP932\n", rows, 1e-6 * static_cast<double>( QFile( csv ).size() ) );

  double byHand = 0;
  if ( !parser.isSet( oursOption ) )
    byHand = inProcess( [&] { return importByHand( csv, folder.path() ); } );
  const double ours = inProcess( [&] { return importAsFigures( csv, pack, rows, "Cluster Atlas, as statistics" ); } );
  if ( parser.isSet( againOption ) )
    inProcess( [&] { return importAsFigures( csv, pack, rows, "the same table again" ); } );
  if ( byHand > 0 )
    std::printf( "Cluster Atlas takes %.2f times as long\n", ours / byHand );
  return 0;
}
