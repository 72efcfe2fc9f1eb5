// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "capack.h"
#include "capaths.h"
#include "castatisticsimport.h"
#include "castatisticsstore.h"

#include <QTemporaryDir>

//! What the tests of statistics share: a working copy of the pack, figures, imports.
class StatisticsTest
{
public:
  StatisticsTest()
  {
    QString error;
    const std::optional<CaPack> shipped = CaPack::open( CaPaths::installedPack(), &error );
    if ( !shipped || !shipped->copyTo( pack(), false, &error ) )
      qFatal( "%s", qPrintable( error ) );
  }

  QString folder() const { return mFolder.path(); }
  QString pack() const { return CaPaths::packIn( mFolder.path() ); }

  static CaFigureRecord record( const QString &kind, const QString &code, int year, const QString &metric, std::optional<double> value,
                                const QString &cell = QStringLiteral( "B2" ) )
  {
    CaFigureRecord record;
    record.ownerKind = kind;
    record.ownerCode = code;
    record.fiscalYear = year;
    record.metric = metric;
    record.figure.value = value;
    record.figure.unit = metric == QLatin1String( "firms" )       ? QStringLiteral( "firms" )
                         : metric == QLatin1String( "employees" ) ? QStringLiteral( "persons" )
                                                                  : QStringLiteral( "institutions" );
    record.sheet = QStringLiteral( "Sheet1" );
    record.cell = cell;
    return record;
  }

  static CaFigureRecord flagged( const QString &kind, const QString &code, int year, const QString &metric, CaFlag flag )
  {
    CaFigureRecord made = record( kind, code, year, metric, std::nullopt );
    made.figure.flag = flag;
    return made;
  }

  static CaMetric ownMetric( const QString &code = QStringLiteral( "robots" ) )
  {
    CaMetric metric;
    metric.code = code;
    metric.nameJa = QStringLiteral( u"ロボット台数" );
    metric.nameEn = QStringLiteral( "Robots" );
    metric.unit = QStringLiteral( "units" );
    return metric;
  }

  //! Imports \a records as sheet Sheet1 of \a file; \returns the error, empty if there was none.
  QString import( const QVector<CaFigureRecord> &records, const QString &file = QStringLiteral( "bureau.xlsx" ),
                  CaImportDifference *difference = nullptr, const QVector<CaMetric> &metrics = {} ) const
  {
    QString error;
    CaImportDifference ignored;
    const std::unique_ptr<CaStatisticsStore> store = CaStatisticsStore::open( pack(), &error );
    if ( !store )
      return error;
    const std::unique_ptr<CaStatisticsImport> import = CaStatisticsImport::start( *store, file, &error );
    if ( !import )
      return error;
    import->addSheet( QStringLiteral( "Sheet1" ) );
    for ( const CaMetric &metric : metrics )
    {
      if ( !import->addMetric( metric, &error ) )
        return error;
    }
    for ( const CaFigureRecord &record : records )
    {
      if ( !import->add( record, &error ) )
        return error;
    }
    return import->commit( difference ? difference : &ignored, &error ) ? QString() : error;
  }

  //! Returns the first value of \a sql in the pack.
  QString value( const QString &sql ) const
  {
    QString error;
    std::optional<CaSqlite> database = CaSqlite::open( pack(), CaSqlite::Access::ReadOnly, &error );
    return database ? database->value( sql ) : error;
  }

private:
  QTemporaryDir mFolder;
};
