// SPDX-License-Identifier: GPL-2.0-or-later
#include "castatisticsexport.h"

#include "cafiles.h"
#include "castatistics.h"
#include "catextencoding.h"

#include <qgsfeedback.h>

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <functional>
#include <memory>

namespace
{

//! A row: texts, but for year and value.
struct Row
{
  const CaOwner &owner;
  int fiscalYear;
  const CaMetric &metric;
  const CaStatistic &statistic;
  QString language;

  QString number() const
  {
    return statistic.figure.value ? QString::number( *statistic.figure.value, 'f', QLocale::FloatingPointShortest ) : QString();
  }
  QStringList texts() const
  {
    return { owner.kind,
             owner.code,
             owner.name( language ),
             QString::number( fiscalYear ),
             metric.code,
             metric.name( language ),
             number(),
             statistic.figure.unit,
             CaFigureWords::of( statistic.figure.qualifier ),
             CaFigureWords::of( statistic.figure.flag ),
             statistic.source };
  }
};
constexpr int YEAR_COLUMN = 3;
constexpr int VALUE_COLUMN = 6;

//! Where rows go. write() returns an empty text, or what is wrong.
class Sheet
{
public:
  virtual ~Sheet() = default;
  virtual QString write( const Row &row ) = 0;
  virtual bool close() = 0;
};

class CsvSheet : public Sheet
{
  Q_DECLARE_TR_FUNCTIONS( CaStatisticsExport )

public:
  CsvSheet( const QString &fileName, CaStatisticsExport::Encoding encoding )
      : mFile( fileName )
      , mEncoding( encoding )
  {
    mOpen = mFile.open( QIODevice::WriteOnly );
    if ( mOpen && encoding == CaStatisticsExport::Encoding::Utf8WithBom )
      mFile.write( "\xEF\xBB\xBF" );
    put( CaStatisticsExport::columns(), false );
  }

  QString write( const Row &row ) override { return put( row.texts(), true ); }
  bool close() override
  {
    const bool flushed = mOpen && mFile.flush() && mFile.error() == QFileDevice::NoError;
    mFile.close();
    return flushed;
  }

private:
  QString put( const QStringList &texts, bool quoted )
  {
    QStringList cells;
    for ( int i = 0; i < texts.size(); ++i )
    {
      const bool isNumber = i == YEAR_COLUMN || i == VALUE_COLUMN;
      QString cell = isNumber ? texts.at( i ) : CaStatisticsExport::neutralised( texts.at( i ) );
      if ( quoted && !isNumber ) // in quotes, 01 stays text for those who ask
        cell = QLatin1Char( '"' ) + cell.replace( QLatin1Char( '"' ), QLatin1String( "\"\"" ) ) + QLatin1Char( '"' );
      cells << cell;
    }
    QString problem;
    const QByteArray line = encoded( cells.join( QLatin1Char( ',' ) ) + QLatin1String( "\r\n" ), &problem );
    if ( problem.isEmpty() && mFile.write( line ) != line.size() )
      return tr( "it could not be written to the end: is the disk full?" );
    return problem;
  }

  QByteArray encoded( const QString &text, QString *problem ) const
  {
    if ( mEncoding != CaStatisticsExport::Encoding::Cp932 )
      return text.toUtf8();
    QString missing;
    const std::optional<QByteArray> bytes = CaTextEncoding::encode( text, QStringLiteral( "CP932" ), &missing );
    if ( !bytes )
      *problem = tr( "the character “%1” (U+%2) in “%3” does not exist in CP932: choose UTF-8" )
                     .arg( missing, QString::number( missing.toUcs4().value( 0 ), 16 ).toUpper().rightJustified( 4, QLatin1Char( '0' ) ),
                           text.trimmed() );
    return bytes.value_or( QByteArray() );
  }

  QFile mFile;
  const CaStatisticsExport::Encoding mEncoding;
  bool mOpen = false;
};

class XlsxSheet : public Sheet
{
  Q_DECLARE_TR_FUNCTIONS( CaStatisticsExport )

public:
  explicit XlsxSheet( const QString &fileName )
  {
    GDALAllRegister();
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "XLSX" );
    if ( driver )
      mDataset.reset( driver->Create( fileName.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) );
    mLayer = mDataset ? mDataset->CreateLayer( "statistics", nullptr, wkbNone ) : nullptr;
    const QStringList columns = CaStatisticsExport::columns();
    for ( int i = 0; mLayer && i < columns.size(); ++i )
    {
      OGRFieldDefn field( columns.at( i ).toUtf8().constData(), i == YEAR_COLUMN ? OFTInteger : i == VALUE_COLUMN ? OFTReal : OFTString );
      mLayer->CreateField( &field );
    }
  }

  QString write( const Row &row ) override
  {
    if ( !mLayer )
      return tr( "it could not be written: is its folder write-protected?" );
    OGRFeature feature( mLayer->GetLayerDefn() );
    const QStringList texts = row.texts();
    for ( int i = 0; i < texts.size(); ++i )
    {
      if ( i != YEAR_COLUMN && i != VALUE_COLUMN && !texts.at( i ).isEmpty() )
        feature.SetField( i, CaStatisticsExport::neutralised( texts.at( i ) ).toUtf8().constData() );
    }
    feature.SetField( YEAR_COLUMN, row.fiscalYear );
    if ( row.statistic.figure.value )
      feature.SetField( VALUE_COLUMN, *row.statistic.figure.value );
    return mLayer->CreateFeature( &feature ) == OGRERR_NONE ? QString() : tr( "it could not be written to the end: is the disk full?" );
  }

  bool close() override
  {
    CPLErrorReset();
    mDataset.reset();
    return mLayer && CPLGetLastErrorType() < CE_Failure;
  }

private:
  GDALDatasetUniquePtr mDataset;
  OGRLayer *mLayer = nullptr; // owned by the data set
};

} // namespace

QStringList CaStatisticsExport::columns()
{
  return { QStringLiteral( "owner_kind" ), QStringLiteral( "owner_code" ),  QStringLiteral( "owner_name" ), QStringLiteral( "fiscal_year" ),
           QStringLiteral( "metric" ),     QStringLiteral( "metric_name" ), QStringLiteral( "value" ),      QStringLiteral( "unit" ),
           QStringLiteral( "qualifier" ),  QStringLiteral( "flag" ),        QStringLiteral( "source" ) };
}

QString CaStatisticsExport::neutralised( const QString &text )
{
  static const QString STARTS = QStringLiteral( u"=+-@\t\r＝＋－＠" ); // of full width as well: Excel in Japanese takes them
  return !text.isEmpty() && STARTS.contains( text.at( 0 ) ) ? QLatin1Char( '\'' ) + text : text;
}

bool CaStatisticsExport::write( const CaStatistics &statistics, const Choice &choice, const QString &fileName, Encoding encoding,
                                const QString &language, qlonglong *rows, QString *error, QgsFeedback *feedback )
{
  *rows = 0;
  const QString suffix = QFileInfo( fileName ).suffix().toLower();
  if ( suffix != QLatin1String( "csv" ) && suffix != QLatin1String( "xlsx" ) )
  {
    *error = tr( "%1 is neither a CSV nor an XLSX: choose a name that ends in .csv or .xlsx." ).arg( fileName );
    return false;
  }
  *error = statistics.metricError( choice.metrics );
  if ( !error->isEmpty() || !CaFiles::prepareFolder( QFileInfo( fileName ).absolutePath(), error ) )
    return false;

  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  const QString beside = CaFiles::besideName( fileName );
  QFile::remove( beside );
  std::unique_ptr<Sheet> sheet;
  if ( suffix == QLatin1String( "csv" ) )
    sheet = std::make_unique<CsvSheet>( beside, encoding );
  else
    sheet = std::make_unique<XlsxSheet>( beside );
  QString problem;
  const QVector<int> years = statistics.years( choice.ownerKinds );
  const QMap<QString, CaOwner> owners = statistics.owners( choice.ownerKinds, choice.metrics );
  int done = 0;
  for ( const CaOwner &owner : owners )
  {
    for ( const int year : years )
    {
      if ( !choice.fiscalYears.isEmpty() && !choice.fiscalYears.contains( year ) )
        continue;
      const QMap<QString, CaStatistic> figures = statistics.values( owner.code, year );
      for ( auto figure = figures.constBegin(); problem.isEmpty() && figure != figures.constEnd(); ++figure )
      {
        if ( !choice.metrics.isEmpty() && !choice.metrics.contains( figure.key() ) )
          continue;
        problem = sheet->write( { owner, year, statistics.metrics().value( figure.key() ), *figure, language } );
        ++*rows;
      }
    }
    if ( feedback && feedback->isCanceled() )
      problem = tr( "canceled" );
    if ( !problem.isEmpty() )
      break;
    if ( feedback )
      feedback->setProgress( 100.0 * ++done / owners.size() );
  }
  if ( problem.isEmpty() && *rows == 0 )
    problem = tr( "there is no such figure: choose other owners, metrics or years" );
  if ( !sheet->close() && problem.isEmpty() )
    problem = tr( "it could not be written to the end: is the disk full?" );
  sheet.reset();
  if ( !problem.isEmpty() )
  {
    QFile::remove( beside );
    *error = tr( "%1 was not written: %2." ).arg( fileName, problem );
    return false;
  }
  return CaFiles::moveIntoPlace( beside, fileName, true, error );
}
