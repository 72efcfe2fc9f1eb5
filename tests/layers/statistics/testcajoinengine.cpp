// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiscalyear.h"
#include "cajoinengine.h"
#include "cajoinlayer.h"
#include "calayerproperties.h"
#include "catest.h"
#include "statisticstest.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeedback.h>
#include <qgslayerdefinition.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgslayertreemodel.h>
#include <qgslayertreemodellegendnode.h>
#include <qgsmaplayerstyle.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoinbuffer.h>
#include <qgsvectorlayerjoininfo.h>

#include <QFile>
#include <QJsonDocument>

//! A join gives the engine's values however QGIS makes it, and says what it did not match.
class TestCaJoinEngine : public QObject
{
  Q_OBJECT

private slots:
  void init();
  void cleanup();

  void badRequestIsNamed_data();
  void badRequestIsNamed();
  void badPackIsNamed();
  void twoRowsOfAnOwnerAreRefused();
  void canceledJoinIsNone();
  void badLayerIsNotJoined_data();
  void badLayerIsNotJoined();
  void lockedPackLeavesTheProject();
  void nothingMatchedIsSaid();

  void valueIsFoundByCodeAndName();
  void reportTellsWhatMatched();
  void reportIsEscaped();
  void everyWayOfJoiningGivesTheSame_data();
  void everyWayOfJoiningGivesTheSame();
  void fiscalYearChangesTheJoin();
  void changedYearIsWhatQgisWouldRead_data();
  void changedYearIsWhatQgisWouldRead();
  void changedYearLeavesRunningIterators();
  void layerAloneBringsItsFigures_data();
  void layerAloneBringsItsFigures();
  void laterImportsShow();
  void incompleteJoinIsInTheLegend();
  void joiningAgainReplaces();
  void unjoiningLeavesNothing();
  void joinsOurOwnLayers();
  void usersDataIsNotTouched();

private:
  //! Makes a layer of the user's with a field `code`, and a second field that is not to be touched.
  QgsVectorLayer *userLayer( const QStringList &keys, bool quoted, QgsProject *project,
                             const QString &name = QStringLiteral( "mine" ) ) const
  {
    QStringList features;
    for ( const QString &key : keys )
      features << QStringLiteral(
                      R"({"type":"Feature","properties":{"code":%1,"other":"x"},"geometry":{"type":"Point","coordinates":[139,36]}})" )
                      .arg( quoted && key != QLatin1String( "null" ) ? QStringLiteral( "\"%1\"" ).arg( key ) : key );
    QFile file( mTest->folder() + '/' + name + ".geojson" );
    if ( !file.open( QIODevice::WriteOnly ) )
      return nullptr;
    file.write( QStringLiteral( R"({"type":"FeatureCollection","features":[%1]})" ).arg( features.join( ',' ) ).toUtf8() );
    file.close();
    auto *layer = new QgsVectorLayer( file.fileName(), name, QStringLiteral( "ogr" ) );
    project->addMapLayer( layer );
    return layer;
  }
  CaJoinRequest request( const QStringList &metrics = { QStringLiteral( "firms" ) }, int year = 2009,
                         const QString &kind = QStringLiteral( "prefecture" ) ) const
  {
    return { QStringLiteral( "code" ), { kind }, metrics, year };
  }
  std::optional<CaJoin> join( const QgsVectorLayer *layer, const CaJoinRequest &request, QString *error = nullptr ) const
  {
    QString ignored;
    const std::optional<CaJoinEngine> engine = CaJoinEngine::open( mTest->pack(), error ? error : &ignored );
    return engine ? engine->join( *layer, layer->name(), request, error ? error : &ignored ) : std::nullopt;
  }
  QgsVectorLayer *addJoin( QgsProject *project, QgsVectorLayer *layer, const CaJoinRequest &request )
  {
    const std::optional<CaJoin> made = join( layer, request, &mError );
    return made ? CaJoinLayer::add( project, layer, *made, mTest->pack(), CaJoinLayer::defaultPrefix(), &mError ) : nullptr;
  }
  //! Returns the joined values in the order of the features.
  static QVector<QVariant> values( const QgsVectorLayer *layer, const QString &field )
  {
    QVector<QVariant> values;
    QgsFeature feature;
    QgsFeatureIterator features = layer->getFeatures();
    while ( features.nextFeature( feature ) )
      values << feature.attribute( field );
    return values;
  }
  static void setCached( QgsVectorLayer *layer, bool cached )
  {
    QgsVectorLayerJoinInfo info = layer->vectorJoins().constFirst();
    QgsVectorLayerJoinInfo fresh;
    fresh.setJoinLayer( info.joinLayer() );
    fresh.setJoinFieldName( info.joinFieldName() );
    fresh.setTargetFieldName( info.targetFieldName() );
    fresh.setPrefix( info.prefix() );
    fresh.setUsingMemoryCache( cached );
    layer->removeJoin( info.joinLayerId() );
    layer->addJoin( fresh );
  }

  std::unique_ptr<StatisticsTest> mTest;
  QString mError;
};

void TestCaJoinEngine::init()
{
  mTest = std::make_unique<StatisticsTest>();
  QVector<CaFigureRecord> records{ StatisticsTest::record( "prefecture", "01", 2009, "firms", 101 ),
                                   StatisticsTest::record( "prefecture", "02", 2009, "firms", 102 ),
                                   StatisticsTest::record( "prefecture", "13", 2009, "firms", 113 ),
                                   StatisticsTest::flagged( "prefecture", "14", 2009, "firms", CaFlag::Suppressed ),
                                   StatisticsTest::record( "prefecture", "27", 2009, "firms", 127 ) };
  for ( const char *code : { "01", "02", "13", "27" } )
    records << StatisticsTest::record( "prefecture", code, 2010, "firms", 200 + QString( code ).toInt() );
  QCOMPARE( mTest->import( records ), QString() );
}

void TestCaJoinEngine::cleanup()
{
  mTest.reset();
}

void TestCaJoinEngine::badRequestIsNamed_data()
{
  QTest::addColumn<QString>( "field" );
  QTest::addColumn<QStringList>( "metrics" );
  QTest::addColumn<int>( "year" );
  QTest::addColumn<QString>( "kind" );
  QTest::addColumn<QString>( "said" );
  QTest::newRow( "no such field" ) << "kode" << QStringList{ "firms" } << 2009 << "prefecture"
                                   << "kode";
  QTest::newRow( "no such metric" ) << "code" << QStringList{ "fims" } << 2009 << "prefecture"
                                    << "fims";
  QTest::newRow( "no metric" ) << "code" << QStringList() << 2009 << "prefecture"
                               << "No metric";
  QTest::newRow( "no such year" ) << "code" << QStringList{ "firms" } << 1990 << "prefecture"
                                  << "2009, 2010";
  QTest::newRow( "no such owners" ) << "code" << QStringList{ "firms" } << 2009 << "municipality"
                                    << "Import a sheet";
}

void TestCaJoinEngine::badRequestIsNamed()
{
  QFETCH( QString, field );
  QFETCH( QStringList, metrics );
  QFETCH( int, year );
  QFETCH( QString, kind );
  QFETCH( QString, said );
  QgsProject project;
  const QgsVectorLayer *layer = userLayer( { "01" }, true, &project );
  QVERIFY( !join( layer, { field, { kind }, metrics, year }, &mError ) );
  QVERIFY2( mError.contains( said ), qPrintable( mError ) );
}

void TestCaJoinEngine::badPackIsNamed()
{
  QVERIFY( !CaJoinEngine::open( mTest->folder() + "/none.gpkg", &mError ) );
  QVERIFY2( mError.contains( "none.gpkg" ), qPrintable( mError ) );
  QFile text( mTest->folder() + "/text.gpkg" );
  QVERIFY( text.open( QIODevice::WriteOnly ) );
  text.write( QByteArray( 4096, 'x' ) );
  text.close();
  QVERIFY( !CaJoinEngine::open( text.fileName(), &mError ) );
  QVERIFY2( mError.contains( "text.gpkg" ), qPrintable( mError ) );
  const QString foreign = mTest->folder() + "/foreign.gpkg";
  QVERIFY( QFile::copy( mTest->pack(), foreign ) );
  QVERIFY( CaSqlite::open( foreign, CaSqlite::Access::ReadWrite, &mError )->execute( "DROP TABLE pack_info", &mError ) );
  QVERIFY( !CaJoinEngine::open( foreign, &mError ) );
  QVERIFY2( mError.contains( "not a Cluster Atlas data pack" ), qPrintable( mError ) );
}

void TestCaJoinEngine::twoRowsOfAnOwnerAreRefused()
{
  std::optional<CaSqlite> database = CaSqlite::open( mTest->pack(), CaSqlite::Access::ReadWrite, &mError );
  QVERIFY( database->execute( "DROP INDEX figures_owner_year; INSERT INTO figures (owner_kind, owner_code, fiscal_year, firms) VALUES "
                              "('prefecture', '13', 2009, 1)",
                              &mError ) );
  QgsProject project;
  QVERIFY( !join( userLayer( { "13" }, true, &project ), request(), &mError ) );
  QVERIFY2( mError.contains( "13" ) && mError.contains( "several rows" ), qPrintable( mError ) );
}

void TestCaJoinEngine::canceledJoinIsNone()
{
  QgsProject project;
  const QgsVectorLayer *layer = userLayer( { "13" }, true, &project );
  const std::optional<CaJoinEngine> engine = CaJoinEngine::open( mTest->pack(), &mError );
  QgsFeedback feedback;
  feedback.cancel();
  QVERIFY( !engine->join( *layer, layer->name(), request(), &mError, &feedback ) );
  QVERIFY( mError.contains( "Canceled" ) );
}

void TestCaJoinEngine::badLayerIsNotJoined_data()
{
  QTest::addColumn<QString>( "fields" );
  QTest::addColumn<QString>( "said" );
  QTest::newRow( "date as key" ) << "field=code:date"
                                 << "code";
  QTest::newRow( "name taken" ) << "field=code:string&field=stat_firms:int"
                                << "stat_firms";
}

void TestCaJoinEngine::badLayerIsNotJoined()
{
  QFETCH( QString, fields );
  QFETCH( QString, said );
  QgsProject project;
  auto *layer = new QgsVectorLayer( "Point?" + fields, "mine", "memory" );
  project.addMapLayer( layer );
  QVERIFY( !addJoin( &project, layer, request() ) );
  QVERIFY2( mError.contains( said ), qPrintable( mError ) );
  QVERIFY( layer->vectorJoins().isEmpty() );
  QCOMPARE( project.count(), 1 );
}

void TestCaJoinEngine::lockedPackLeavesTheProject()
{
  QgsProject project;
  QgsVectorLayer *layer = userLayer( { "13" }, true, &project );
  std::optional<CaSqlite> other = CaSqlite::open( mTest->pack(), CaSqlite::Access::ReadWrite, &mError );
  CaSqliteTransaction edit( *other );
  QVERIFY( edit.begin( &mError ) );
  QVERIFY( !addJoin( &project, layer, request() ) );
  QVERIFY2( mError.contains( "used by another program" ), qPrintable( mError ) );
  QVERIFY( layer->vectorJoins().isEmpty() );
  QCOMPARE( layer->name(), QString( "mine" ) );
  QCOMPARE( project.count(), 1 );
}

void TestCaJoinEngine::nothingMatchedIsSaid()
{
  QgsProject project;
  QgsVectorLayer *layer = userLayer( { "Atlantis", "Lemuria" }, true, &project );
  const std::optional<CaJoin> made = join( layer, request(), &mError );
  QVERIFY2( made, qPrintable( mError ) );
  QCOMPARE( made->report().matched, 0 );
  QCOMPARE( made->report().unmatched, 2 );
  QVERIFY( !made->report().unmatchedList.constFirst().problem.isEmpty() );
  QVERIFY( addJoin( &project, layer, request() ) );
  QVERIFY( values( layer, "stat_firms" ).constFirst().isNull() );
  QVERIFY2( layer->name().contains( "2" ) && layer->name() != "mine", qPrintable( layer->name() ) );
}

void TestCaJoinEngine::valueIsFoundByCodeAndName()
{
  const std::optional<CaJoinEngine> engine = CaJoinEngine::open( mTest->pack(), &mError );
  QCOMPARE( engine->value( "13", "firms", 2009, &mError )->figure.value, std::optional<double>( 113 ) );
  QCOMPARE( engine->value( QString::fromUtf8( "東京都" ), "firms", 2009, &mError )->figure.value, std::optional<double>( 113 ) );
  QCOMPARE( engine->value( "NATIONAL", "firms", 2009, &mError )->figure.value, std::optional<double>( 10200 ) );
  QCOMPARE( engine->value( "HOKKAIDO_IT", "sales", 2010, &mError )->figure.value, std::optional<double>( 4125 ) ); // no column of figures
  QCOMPARE( engine->value( "14", "firms", 2009, &mError )->figure.flag, CaFlag::Suppressed );
  QVERIFY( !engine->value( "13", "firms", 1999, &mError ) );
  QVERIFY( mError.isEmpty() );
  QVERIFY( !engine->value( "13", "fims", 2009, &mError ) );
  QVERIFY( mError.contains( "fims" ) );
  QVERIFY( !engine->value( "Atlantis", "firms", 2009, &mError ) );
  QVERIFY( mError.contains( "Atlantis" ) );
}

void TestCaJoinEngine::reportTellsWhatMatched()
{
  QgsProject project;
  const QgsVectorLayer *layer = userLayer( { "01", "1", "13", "13", "14", "40", "Atlantis", "Atlantis", "null", " " }, true, &project );
  const std::optional<CaJoin> made = join( layer, request( { "firms", "employees" } ), &mError );
  QVERIFY2( made, qPrintable( mError ) );
  const CaJoinReport &report = made->report();
  QCOMPARE( report.features, 10 );
  QCOMPARE( report.matched, 6 );
  QCOMPARE( report.unmatched, 2 );
  QCOMPARE( report.empty, 2 );
  QCOMPARE( report.unmatchedKeys, 1 );
  QCOMPARE( report.repeatedKeys, 2 ); // 13 and Atlantis
  QCOMPARE( report.severalKeys.size(), 1 );
  QCOMPARE( report.severalKeys.constFirst().keys, QStringList( { "01", "1" } ) );
  QCOMPARE( report.ownersWithoutFeature, 2 ); // 02 and 27
  QCOMPARE( report.ownerList.constFirst().code, QString( "02" ) );
  QCOMPARE( report.metrics.constFirst().years, QVector<int>( { 2009, 2010 } ) );
  QCOMPARE( report.metrics.constFirst().values, 2 );
  QCOMPARE( report.metrics.constFirst().suppressed, 1 );
  QCOMPARE( report.metrics.constFirst().missing, 1 ); // 40
  QCOMPARE( report.metrics.constFirst().ofUser, 3 );
  QCOMPARE( report.metrics.at( 1 ).missing, 4 );
  QVERIFY( report.metrics.at( 1 ).years.isEmpty() );
  const QJsonObject json = report.toJson();
  QCOMPARE( json.value( "matched" ).toInt(), 6 );
  QCOMPARE( json.value( "metrics" ).toArray().at( 0 ).toObject().value( "suppressed" ).toInt(), 1 );
  QVERIFY( report.summary().contains( "6 of 10" ) );
}

void TestCaJoinEngine::reportIsEscaped()
{
  QgsProject project;
  const QgsVectorLayer *layer = userLayer( { "<script>alert(1)</script>" }, true, &project, "a&b" );
  const std::optional<CaJoin> made = join( layer, request(), &mError );
  const QString html = made->report().toHtml();
  QVERIFY( !html.contains( "<script>" ) );
  QVERIFY( html.contains( "&lt;script&gt;" ) && html.contains( "a&amp;b" ) );
}

void TestCaJoinEngine::everyWayOfJoiningGivesTheSame_data()
{
  QTest::addColumn<QStringList>( "keys" );
  QTest::addColumn<bool>( "quoted" );
  QTest::addColumn<bool>( "cached" );
  for ( const bool cached : { true, false } )
  {
    const QString how = cached ? "cached, " : "uncached, ";
    QTest::newRow( qPrintable( how + "text with zeros" ) ) << QStringList{ "01", "02", "13", "14", "27", "40", "null" } << true << cached;
    QTest::newRow( qPrintable( how + "text without zeros" ) ) << QStringList{ "1", "2", "13", "14", "27", "40", "null" } << true << cached;
    QTest::newRow( qPrintable( how + "full width" ) )
        << QStringList{ QString::fromUtf8( "０１" ), QString::fromUtf8( "０２" ), QString::fromUtf8( "１３" ), "14", "27 ", "40", "null" }
        << true << cached;
    QTest::newRow( qPrintable( how + "integers" ) ) << QStringList{ "1", "2", "13", "14", "27", "40", "null" } << false << cached;
    QTest::newRow( qPrintable( how + "reals" ) ) << QStringList{ "1.0", "2.0", "13.0", "14.0", "27.0", "40.0", "null" } << false << cached;
    QTest::newRow( qPrintable( how + "names" ) ) << QStringList{ QString::fromUtf8( "北海道" ),
                                                                 QString::fromUtf8( "青森県" ),
                                                                 QString::fromUtf8( "東京都" ),
                                                                 QString::fromUtf8( "神奈川県" ),
                                                                 QString::fromUtf8( "大阪府" ),
                                                                 QString::fromUtf8( "福岡県" ),
                                                                 "null" }
                                                 << true << cached;
  }
}

void TestCaJoinEngine::everyWayOfJoiningGivesTheSame()
{
  QFETCH( QStringList, keys );
  QFETCH( bool, quoted );
  QFETCH( bool, cached );
  auto *project = new QgsProject();
  const std::unique_ptr<QgsProject> owned( project );
  QgsVectorLayer *layer = userLayer( keys, quoted, project );
  QgsLayerTreeLayer *node = project->layerTreeRoot()->findLayer( layer );
  project->layerTreeRoot()->addGroup( "both" )->addChildNode( node->clone() );
  project->layerTreeRoot()->removeChildNode( node );
  const std::optional<CaJoin> made = join( layer, request(), &mError );
  QVERIFY2( made, qPrintable( mError ) );
  QVERIFY2( addJoin( project, layer, request() ), qPrintable( mError ) );
  if ( !cached )
    setCached( layer, false );
  const QVector<QVariant> joined = values( layer, "stat_firms" );

  // The engine's.
  const QVector<QVariant> raw = values( layer, "code" );
  QVector<QVariant> expected;
  for ( const QVariant &key : raw )
  {
    const std::optional<CaStatistic> figure = made->figure( key, "firms" );
    expected << ( figure && figure->figure.value ? QVariant( *figure->figure.value ) : QVariant( QVariant::Double ) );
  }
  QCOMPARE( expected.size(), 7 );
  QCOMPARE( expected.at( 0 ).toDouble(), 101.0 );
  QCOMPARE( expected.at( 4 ).toDouble(), 127.0 );
  auto same = [&expected]( const QVector<QVariant> &found )
  {
    bool equal = found.size() == expected.size();
    for ( int i = 0; equal && i < found.size(); ++i )
      equal = found.at( i ).isNull() == expected.at( i ).isNull() && found.at( i ).toDouble() == expected.at( i ).toDouble();
    return equal;
  };
  QVERIFY( same( joined ) );
  QCOMPARE( values( layer, "stat_firms_flag" ).at( 3 ).toString(), QString( "suppressed" ) );

  // As "Duplicate layer" does.
  QgsVectorLayer *duplicate = layer->clone();
  project->addMapLayer( duplicate );
  QVERIFY( same( values( duplicate, "stat_firms" ) ) );

  // As "Copy style" and "Paste style" do.
  QgsVectorLayer plain( layer->source(), "plain", "ogr" );
  QgsMapLayerStyle style;
  style.readFromLayer( &plain );
  style.writeToLayer( layer );
  QVERIFY( same( values( layer, "stat_firms" ) ) );

  // Saved and opened again.
  const QString fileName = mTest->folder() + "/saved.qgz";
  const QString layerId = layer->id();
  QVERIFY( project->write( fileName ) );
  QgsProject reopened;
  QVERIFY( reopened.read( fileName ) );
  QVERIFY( same( values( reopened.mapLayer<QgsVectorLayer *>( layerId ), "stat_firms" ) ) );

  // Embedded in another project, as a group.
  QgsProject embedding;
  embedding.setFileName( mTest->folder() + "/embedding.qgz" );
  QgsLayerTreeGroup *embedded = embedding.createEmbeddedGroup( "both", fileName, {} );
  QVERIFY( embedded );
  embedding.layerTreeRoot()->addChildNode( embedded );
  QVERIFY( same( values( embedding.mapLayer<QgsVectorLayer *>( layerId ), "stat_firms" ) ) );
  QVERIFY( embedding.write() );
  QgsProject embeddedAgain;
  QVERIFY( embeddedAgain.read( embedding.fileName() ) );
  QVERIFY( same( values( embeddedAgain.mapLayer<QgsVectorLayer *>( layerId ), "stat_firms" ) ) );
}

void TestCaJoinEngine::fiscalYearChangesTheJoin()
{
  QgsProject project;
  QgsVectorLayer *layer = userLayer( { "01", "13", "14" }, true, &project );
  const QgsVectorLayer *table = addJoin( &project, layer, request() );
  QVERIFY2( table, qPrintable( mError ) );
  QVERIFY( table->name().contains( "2009" ) );
  for ( const bool cached : { true, false } )
  {
    setCached( layer, cached );
    QVERIFY2( CaFiscalYear::set( &project, 2010, &mError ), qPrintable( mError ) );
    QCOMPARE( values( layer, "stat_firms" ).at( 0 ).toDouble(), 201.0 );
    QVERIFY( values( layer, "stat_firms_flag" ).at( 2 ).isNull() ); // of another year
    QVERIFY2( CaFiscalYear::set( &project, 2009, &mError ), qPrintable( mError ) );
    QCOMPARE( values( layer, "stat_firms" ).at( 0 ).toDouble(), 101.0 );
  }
}

void TestCaJoinEngine::changedYearIsWhatQgisWouldRead_data()
{
  QTest::addColumn<QStringList>( "keys" );
  QTest::addColumn<bool>( "quoted" );
  QTest::addColumn<bool>( "valuesAlone" );
  for ( const bool valuesAlone : { false, true } )
  {
    const QString which = valuesAlone ? "values alone, " : "all columns, ";
    QTest::newRow( qPrintable( which + "text" ) ) << QStringList{ "01", "13", "14", "40", "null" } << true << valuesAlone;
    QTest::newRow( qPrintable( which + "integers" ) ) << QStringList{ "1", "13", "14", "40", "null" } << false << valuesAlone;
    QTest::newRow( qPrintable( which + "reals" ) ) << QStringList{ "1.0", "13.0", "14.0", "40.0", "null" } << false << valuesAlone;
  }
}

void TestCaJoinEngine::changedYearIsWhatQgisWouldRead()
{
  QFETCH( QStringList, keys );
  QFETCH( bool, quoted );
  QFETCH( bool, valuesAlone );
  QgsProject project;
  QgsVectorLayer *layer = userLayer( keys, quoted, &project );
  const std::optional<CaJoin> made = join( layer, request( { "firms", "employees" } ), &mError );
  QVERIFY2( made, qPrintable( mError ) );
  QgsVectorLayer *table = CaJoinLayer::add( &project, layer, *made, mTest->pack(), CaJoinLayer::defaultPrefix(), &mError,
                                            valuesAlone ? CaJoinLayer::Columns::Values : CaJoinLayer::Columns::All );
  QVERIFY2( table, qPrintable( mError ) );
  const QStringList names = layer->fields().names();
  QCOMPARE( names.contains( "stat_firms_flag" ), !valuesAlone );
  for ( const int year : { 2010, 2009 } )
  {
    QVERIFY2( CaFiscalYear::set( &project, year, &mError ), qPrintable( mError ) );
    QCOMPARE( layer->fields().names(), names );
    QVector<QVector<QVariant>> changed, byQgis;
    for ( const QString &name : names )
      changed << values( layer, name );
    emit table->layerModified(); // QGIS fills its cache itself now
    for ( const QString &name : names )
      byQgis << values( layer, name );
    QCOMPARE( values( layer, "stat_firms" ).at( 0 ).toDouble(), year == 2010 ? 201.0 : 101.0 );
    for ( int i = 0; i < names.size(); ++i )
    {
      for ( int row = 0; row < keys.size(); ++row )
      {
        const QVariant &ours = changed.at( i ).at( row ), &theirs = byQgis.at( i ).at( row );
        QVERIFY2( ours == theirs && ours.type() == theirs.type() && ours.isNull() == theirs.isNull(),
                  qPrintable(
                      QStringLiteral( "%1 of %2: %3 %4, not %5 %6" )
                          .arg( names.at( i ), keys.at( row ), ours.typeName(), ours.toString(), theirs.typeName(), theirs.toString() ) ) );
      }
    }
  }
}

void TestCaJoinEngine::changedYearLeavesRunningIterators()
{
  QgsProject project;
  QgsVectorLayer *layer = userLayer( { "01", "13", "27" }, true, &project );
  QVERIFY2( addJoin( &project, layer, request() ), qPrintable( mError ) );
  QgsFeature feature;
  QgsFeatureIterator features = layer->getFeatures();
  QVERIFY( features.nextFeature( feature ) );
  QCOMPARE( feature.attribute( "stat_firms" ).toDouble(), 101.0 );
  QVERIFY2( CaFiscalYear::set( &project, 2010, &mError ), qPrintable( mError ) );
  QVERIFY( features.nextFeature( feature ) );
  QCOMPARE( feature.attribute( "stat_firms" ).toDouble(), 113.0 ); // as a map that is being drawn
  QCOMPARE( values( layer, "stat_firms" ).at( 1 ).toDouble(), 213.0 );
}

void TestCaJoinEngine::layerAloneBringsItsFigures_data()
{
  QTest::addColumn<bool>( "embedded" );
  QTest::newRow( "embedded in another project" ) << true;
  QTest::newRow( "as a layer definition" ) << false;
}

void TestCaJoinEngine::layerAloneBringsItsFigures()
{
  QFETCH( bool, embedded );
  QgsProject project;
  QgsVectorLayer *layer = userLayer( { "01", "13" }, true, &project );
  QVERIFY2( addJoin( &project, layer, request() ), qPrintable( mError ) );
  QVERIFY2( CaFiscalYear::set( &project, 2010, &mError ), qPrintable( mError ) );
  const QString fileName = mTest->folder() + "/saved.qgz";
  QVERIFY( project.write( fileName ) );
  QgsProject other;
  other.setFileName( mTest->folder() + "/other.qgz" );
  QgsMapLayer *added = nullptr;
  if ( embedded )
  {
    QList<QDomNode> broken;
    QVERIFY( other.createEmbeddedLayer( layer->id(), fileName, broken ) );
    added = other.mapLayer( layer->id() );
  }
  else
  {
    const QString definition = mTest->folder() + "/mine.qlr";
    QVERIFY( QgsLayerDefinition::exportLayerDefinition( definition, { project.layerTreeRoot()->findLayer( layer ) }, mError ) );
    QVERIFY( QgsLayerDefinition::loadLayerDefinition( definition, &other, other.layerTreeRoot(), mError ) );
    added = other.mapLayersByName( "mine" ).value( 0 );
  }
  auto *shown = qobject_cast<QgsVectorLayer *>( added );
  QVERIFY( shown );
  CaJoinLayer::complete( &other );
  CaJoinLayer::complete( &other ); // once is enough
  QCOMPARE( other.count(), 2 );
  QCOMPARE( shown->vectorJoins().size(), 1 );
  QCOMPARE( values( shown, "stat_firms" ), values( layer, "stat_firms" ) );
  QCOMPARE( values( shown, "stat_firms" ).at( 1 ).toDouble(), 213.0 );

  // Without Cluster Atlas from now on.
  QVERIFY( other.write() );
  QgsProject again;
  QVERIFY( again.read( other.fileName() ) );
  QCOMPARE( values( again.mapLayer<QgsVectorLayer *>( shown->id() ), "stat_firms" ), values( layer, "stat_firms" ) );
}

void TestCaJoinEngine::laterImportsShow()
{
  QgsProject project;
  QgsVectorLayer *layer = userLayer( { "01", "40" }, true, &project );
  QVERIFY2( addJoin( &project, layer, request() ), qPrintable( mError ) );
  QVERIFY( values( layer, "stat_firms" ).at( 1 ).isNull() );
  QCOMPARE( mTest->import( { StatisticsTest::record( "prefecture", "40", 2009, "firms", 140 ) }, "second.csv" ), QString() );
  QVERIFY2( CaFiscalYear::set( &project, 2009, &mError ), qPrintable( mError ) );
  QCOMPARE( values( layer, "stat_firms" ).at( 1 ).toDouble(), 140.0 );
}

void TestCaJoinEngine::incompleteJoinIsInTheLegend()
{
  QgsProject project;
  QgsVectorLayer *layer = userLayer( { "01", "Atlantis", "Lemuria", "Mu" }, true, &project );
  QVERIFY2( addJoin( &project, layer, request() ), qPrintable( mError ) );
  QgsLayerTreeModel legend( project.layerTreeRoot() );
  QStringList shown;
  for ( int row = 0; row < legend.rowCount(); ++row )
    shown << legend.data( legend.index( row, 0 ), Qt::DisplayRole ).toString();
  QVERIFY2( shown.contains( "mine (features not joined: 3)" ), qPrintable( shown.join( '|' ) ) );
}

void TestCaJoinEngine::joiningAgainReplaces()
{
  QgsProject project;
  QgsVectorLayer *layer = userLayer( { "01", "Atlantis" }, true, &project );
  QVERIFY2( addJoin( &project, layer, request() ), qPrintable( mError ) );
  QVERIFY2( addJoin( &project, layer, request( { "firms", "employees" }, 2010 ) ), qPrintable( mError ) );
  QCOMPARE( layer->vectorJoins().size(), 1 );
  QCOMPARE( project.count(), 2 );
  QCOMPARE( layer->name().count( "not joined" ), 1 );
  QCOMPARE( values( layer, "stat_firms" ).at( 0 ).toDouble(), 201.0 );
  QVERIFY( layer->fields().lookupField( "stat_employees" ) >= 0 );
}

void TestCaJoinEngine::unjoiningLeavesNothing()
{
  QgsProject project;
  QgsVectorLayer *layer = userLayer( { "01", "Atlantis" }, true, &project );
  const QgsFields before = layer->fields();
  QVERIFY( !CaJoinLayer::remove( &project, layer, &mError ) );
  const std::optional<CaJoin> made = join( layer, request(), &mError );
  QVERIFY2( made, qPrintable( mError ) );
  QVERIFY2( CaJoinLayer::add( &project, layer, *made, mTest->pack(), CaJoinLayer::defaultPrefix(), &mError, CaJoinLayer::Columns::Values ),
            qPrintable( mError ) );
  QVERIFY2( CaJoinLayer::remove( &project, layer, &mError ), qPrintable( mError ) );
  QCOMPARE( layer->name(), QString( "mine" ) );
  QCOMPARE( layer->fields().names(), before.names() );
  QCOMPARE( project.count(), 1 );
  QCOMPARE( mTest->value( "SELECT count(*) FROM sqlite_master WHERE name LIKE 'join%'" ), QString( "0" ) );
  QCOMPARE( mTest->value( "SELECT count(*) FROM gpkg_contents WHERE table_name LIKE 'join%'" ), QString( "0" ) );
}

void TestCaJoinEngine::joinsOurOwnLayers()
{
  QgsProject project;
  auto *layer = new QgsVectorLayer( mTest->pack() + "|layername=prefectures", "prefectures", "ogr" );
  project.addMapLayer( layer );
  QVERIFY2( addJoin( &project, layer, request() ), qPrintable( mError ) );
  QCOMPARE( layer->name(), QString( "prefectures" ) );
  QgsFeature feature;
  QgsFeatureIterator features = layer->getFeatures( "\"code\"='13'" );
  QVERIFY( features.nextFeature( feature ) );
  QCOMPARE( feature.attribute( "stat_firms" ).toDouble(), 113.0 );
}

void TestCaJoinEngine::usersDataIsNotTouched()
{
  QgsProject project;
  QgsVectorLayer *layer = userLayer( { "01", "13" }, true, &project );
  QFile file( layer->source() );
  QVERIFY( file.open( QIODevice::ReadOnly ) );
  const QByteArray before = file.readAll();
  file.close();
  QVERIFY2( addJoin( &project, layer, request() ), qPrintable( mError ) );
  QVERIFY( file.open( QIODevice::ReadOnly ) );
  QCOMPARE( file.readAll(), before );
}

CA_TEST_MAIN( TestCaJoinEngine )
#include "testcajoinengine.moc"
