// SPDX-License-Identifier: GPL-2.0-or-later
#include "castatisticstemplate.h"

#include "cacsvtable.h"
#include "cafiles.h"
#include "capack.h"
#include "capackproblems.h"
#include "catextencoding.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>

namespace
{

const QString JAPANESE = QStringLiteral( "ja" );

//! The kinds of owners, in the order of the list of codes, and the tables of the pack they are in.
const QVector<std::pair<QString, QString>> &ownerTables()
{
  static const QVector<std::pair<QString, QString>> tables{ { QStringLiteral( "project" ), QStringLiteral( "projects" ) },
                                                            { QStringLiteral( "subarea" ), QStringLiteral( "subareas" ) },
                                                            { QStringLiteral( "bureau" ), QStringLiteral( "bureaus" ) },
                                                            { QStringLiteral( "prefecture" ), QStringLiteral( "prefectures" ) } };
  return tables;
}

//! Returns the fiscal year as people of the language write it.
QString yearText( int year, bool japanese )
{
  constexpr int HEISEI = 1989, REIWA = 2019;
  if ( !japanese || year < HEISEI )
    return japanese ? QStringLiteral( "%1年度" ).arg( year ) : QStringLiteral( "FY%1" ).arg( year );
  const int inEra = year - ( year < REIWA ? HEISEI : REIWA ) + 1;
  const QString era = year < REIWA ? QStringLiteral( "平成" ) : QStringLiteral( "令和" );
  return QStringLiteral( "%1%2年度" ).arg( era, inEra == 1 ? QStringLiteral( "元" ) : QString::number( inEra ) );
}

QString quoted( const QString &text )
{
  static const QString special = QStringLiteral( ",\"\r\n" );
  const bool isSpecial = std::any_of( text.begin(), text.end(), []( QChar c ) { return special.contains( c ); } );
  return isSpecial ? QLatin1Char( '"' ) + QString( text ).replace( QLatin1Char( '"' ), QStringLiteral( "\"\"" ) ) + QLatin1Char( '"' )
                   : text;
}

} // namespace

QString CaStatisticsTemplate::word( const QString &key ) const
{
  static const QHash<QString, QStringList> words = []
  {
    CaPackProblems problems;
    const CaCsvTable table =
        CaCsvTable::read( QStringLiteral( ":/clusteratlas/tables/template_words.csv" ), QStringLiteral( "template_words.csv" ), problems );
    QHash<QString, QStringList> read;
    for ( int row = 0; row < table.size(); ++row )
      read.insert( table.value( row, QStringLiteral( "key" ) ),
                   { table.value( row, JAPANESE ), table.value( row, QStringLiteral( "en" ) ) } );
    return read;
  }();
  return words.value( key ).value( language == JAPANESE ? 0 : 1 );
}

QStringList CaStatisticsTemplate::ownerKinds()
{
  QStringList kinds;
  for ( const auto &table : ownerTables() )
    kinds << table.first;
  return kinds;
}

QString CaStatisticsTemplate::codesFileName( const QString &fileName )
{
  const QFileInfo info( fileName );
  return info.path() + QLatin1Char( '/' ) + info.completeBaseName() + QStringLiteral( "_codes." ) + info.suffix();
}

bool CaStatisticsTemplate::addOwners( const CaPack &pack, const QString &kind, QVector<QStringList> &rows, QString *error ) const
{
  const auto table =
      std::find_if( ownerTables().begin(), ownerTables().end(), [&kind]( const auto &candidate ) { return candidate.first == kind; } );
  if ( table == ownerTables().end() )
  {
    *error = tr( "There is no template for owners of the kind “%1”." ).arg( kind );
    return false;
  }
  return pack.readTable(
      table->second, { QStringLiteral( "code" ), QStringLiteral( "name_" ) + language },
      [this, &kind, &rows]( const QStringList &row ) {
        rows << QStringList{ word( kind ), row.at( 0 ), row.at( 1 ) };
      },
      error );
}

std::optional<QVector<CaStatisticsTemplate::Sheet>> CaStatisticsTemplate::sheets( const CaPack &pack, QString *error ) const
{
  const QString unitColumn = QStringLiteral( "unit_" ) + language, nameColumn = QStringLiteral( "name_" ) + language;
  QHash<QString, QString> headers;
  Sheet codes{ word( QStringLiteral( "codes" ) ),
               { { word( QStringLiteral( "kind" ) ), word( QStringLiteral( "code" ) ), word( QStringLiteral( "name" ) ),
                   word( QStringLiteral( "unit" ) ) } } };
  QVector<QStringList> owners, metricRows;
  const auto addMetric = [this, &headers, &metricRows]( const QStringList &row )
  {
    headers.insert( row.at( 0 ), language == JAPANESE ? QStringLiteral( "%1（%2）" ).arg( row.at( 1 ), row.at( 2 ) )
                                                      : QStringLiteral( "%1 (%2)" ).arg( row.at( 1 ), row.at( 2 ) ) );
    metricRows << QStringList{ word( QStringLiteral( "metric" ) ), row.at( 0 ), row.at( 1 ), row.at( 2 ) };
  };
  if ( !addOwners( pack, ownerKind, owners, error ) ||
       !pack.readTable( QStringLiteral( "metrics" ), { QStringLiteral( "code" ), nameColumn, unitColumn }, addMetric, error ) )
    return std::nullopt;
  for ( const auto &table : ownerTables() )
  {
    QVector<QStringList> rows;
    if ( !addOwners( pack, table.first, rows, error ) )
      return std::nullopt;
    codes.rows += rows;
  }
  codes.rows += metricRows;

  Sheet figures{ word( QStringLiteral( "figures" ) ),
                 { { word( ownerKind + QStringLiteral( "_code" ) ), word( ownerKind + QStringLiteral( "_name" ) ),
                     word( QStringLiteral( "fiscal_year" ) ) } } };
  for ( const QString &metric : metrics )
  {
    if ( !headers.contains( metric ) )
    {
      *error = tr( "There is no metric “%1” in the data pack %2. Choose another." ).arg( metric, pack.fileName() );
      return std::nullopt;
    }
    figures.rows[0] << headers.value( metric );
  }
  figures.rows[0] << word( QStringLiteral( "note" ) );
  for ( const QStringList &owner : qAsConst( owners ) )
  {
    for ( const int year : fiscalYears )
      figures.rows << QStringList{ owner.at( 1 ), owner.at( 2 ), yearText( year, language == JAPANESE ) };
  }
  return QVector<Sheet>{ figures, codes };
}

bool CaStatisticsTemplate::write( const CaPack &pack, const QString &fileName, Format format, bool overwrite, QString *error ) const
{
  if ( fiscalYears.isEmpty() || metrics.isEmpty() )
  {
    *error = tr( "A template needs at least one fiscal year and one metric. Choose them." );
    return false;
  }
  const std::optional<QVector<Sheet>> both = sheets( pack, error );
  if ( !both || !CaFiles::prepareFolder( QFileInfo( fileName ).path(), error ) )
    return false;
  if ( format == Format::Xlsx )
    return writeXlsx( *both, fileName, overwrite, error );
  return writeCsv( both->at( 1 ), codesFileName( fileName ), format, overwrite, error ) &&
         writeCsv( both->at( 0 ), fileName, format, overwrite, error );
}

bool CaStatisticsTemplate::writeXlsx( const QVector<Sheet> &sheets, const QString &fileName, bool overwrite, QString *error )
{
  GDALAllRegister();
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName( "XLSX" );
  const QString beside = CaFiles::besideName( fileName );
  QFile::remove( beside );
  CPLErrorReset();
  {
    const GDALDatasetUniquePtr book( driver ? driver->Create( beside.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr ) : nullptr );
    for ( const Sheet &sheet : sheets )
    {
      OGRLayer *layer = book ? book->CreateLayer( sheet.name.toUtf8().constData() ) : nullptr;
      const QStringList header = sheet.rows.first();
      for ( int i = 0; layer && i < header.size(); ++i )
      {
        OGRFieldDefn field( header.at( i ).toUtf8().constData(), OFTString );
        layer->CreateField( &field );
      }
      for ( int row = 1; layer && row < sheet.rows.size(); ++row )
      {
        OGRFeature feature( layer->GetLayerDefn() );
        for ( int i = 0; i < sheet.rows.at( row ).size(); ++i )
          feature.SetField( i, sheet.rows.at( row ).at( i ).toUtf8().constData() );
        if ( layer->CreateFeature( &feature ) != OGRERR_NONE )
          break;
      }
    }
  } // written when it is closed
  if ( !driver || CPLGetLastErrorType() >= CE_Failure || !QFileInfo::exists( beside ) )
  {
    *error = tr( "%1 cannot be written as a workbook (%2). Is the disk full?" ).arg( fileName, QString::fromUtf8( CPLGetLastErrorMsg() ) );
    QFile::remove( beside );
    return false;
  }
  return CaFiles::moveIntoPlace( beside, fileName, overwrite, error );
}

bool CaStatisticsTemplate::writeCsv( const Sheet &sheet, const QString &fileName, Format format, bool overwrite, QString *error )
{
  QString text;
  for ( const QStringList &row : sheet.rows )
  {
    QStringList cells;
    for ( int i = 0; i < sheet.rows.first().size(); ++i )
      cells << quoted( row.value( i ) );
    text += cells.join( QLatin1Char( ',' ) ) + QStringLiteral( "\r\n" );
  }
  const QString encoding = format == Format::CsvUtf8 ? QStringLiteral( "UTF-8" ) : QStringLiteral( "CP932" );
  QString missing;
  const std::optional<QByteArray> bytes = CaTextEncoding::encode( text, encoding, &missing );
  if ( !bytes )
  {
    *error = tr( "%1 cannot be written in %2, which lacks the character “%3”. Choose UTF-8 or XLSX." ).arg( fileName, encoding, missing );
    return false;
  }
  const QString beside = CaFiles::besideName( fileName );
  QFile file( beside );
  const QByteArray mark = format == Format::CsvUtf8 ? QByteArray( "\xEF\xBB\xBF" ) : QByteArray();
  if ( !file.open( QIODevice::WriteOnly ) || file.write( mark + *bytes ) != mark.size() + bytes->size() || !file.flush() )
  {
    *error = tr( "%1 cannot be written (%2). Is the disk full?" ).arg( fileName, file.errorString() );
    file.remove();
    return false;
  }
  file.close();
  return CaFiles::moveIntoPlace( beside, fileName, overwrite, error );
}
