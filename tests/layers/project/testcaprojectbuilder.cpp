// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafiscalyear.h"
#include "capaths.h"
#include "caprojectbuilder.h"
#include "caprojectfile.h"
#include "calayerproperties.h"
#include "catest.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgslayertree.h>
#include <qgslayertreelayer.h>
#include <qgsmapthemecollection.h>
#include <qgsproject.h>
#include <qgsrelationmanager.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoininfo.h>
#include <qgsvectorlayertemporalproperties.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

//! The project has every layer, joined to the figures of its fiscal year, and keeps them.
class TestCaProjectBuilder : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void init();
  void cleanup();

  void missingTableAddsNothing();
  void unknownFiscalYearChangesNothing();
  void fiscalYearWithoutLayersIsRefused();
  void everyLayerIsValidAndCredited();
  void countsEqualTheFacts();
  void joinsAreVisibleAndHaveTheFigures();
  void missingFigureIsNull();
  void fiscalYearChangesEveryJoinedValue();
  void joinedValuesSurviveSavingCopyingAndCloning();
  void movedFolderStillOpens();
  void lostPackIsNamed();
  void relationsAreValid();
  void englishHasEnglishNames();
  void dateLayersHaveTime();
  void areasAreReadOnly();
  void dataIsEscapedInMapTips();

private:
  QgsVectorLayer *layer( const QString &id, QgsProject *project = nullptr ) const
  {
    const QVector<QgsVectorLayer *> layers = ( project ? project : mProject.get() )->layers<QgsVectorLayer *>();
    for ( QgsVectorLayer *candidate : layers )
    {
      if ( candidate->customProperty( CaLayerProperties::id() ).toString() == id )
        return candidate;
    }
    return nullptr;
  }
  static QVariant value( QgsVectorLayer *layer, const QString &code, const QString &field, const QString &key = QStringLiteral( "code" ) )
  {
    QgsFeature feature;
    QgsFeatureIterator features = layer->getFeatures( QStringLiteral( "\"%1\"='%2'" ).arg( key, code ) );
    return features.nextFeature( feature ) ? feature.attribute( field ) : QVariant( QStringLiteral( "no such feature" ) );
  }
  bool build( QgsProject *project, const QString &language = QStringLiteral( "ja" ), const QStringList &ids = {} )
  {
    CaProjectBuilder builder( project, *mPack, *mCatalogue, language, 2009 );
    builder.prepareProject();
    const bool added = builder.addLayers( ids, &mError );
    builder.addThemes();
    return added;
  }

  std::unique_ptr<QTemporaryDir> mFolder;
  std::optional<CaPack> mPack;
  std::optional<CaLayerCatalogue> mCatalogue;
  std::unique_ptr<QgsProject> mProject;
  QString mError;
};

void TestCaProjectBuilder::initTestCase()
{
  mCatalogue = CaLayerCatalogue::load( &mError );
  QVERIFY2( mCatalogue, qPrintable( mError ) );
}

void TestCaProjectBuilder::init()
{
  mFolder = std::make_unique<QTemporaryDir>();
  const std::optional<CaPack> shipped = CaPack::open( CaPaths::installedPack(), &mError );
  QVERIFY2( shipped, qPrintable( mError ) );
  QVERIFY( shipped->copyTo( CaPaths::packIn( mFolder->path() ), false, &mError ) );
  mPack = CaPack::open( CaPaths::packIn( mFolder->path() ), &mError );
  mProject = std::make_unique<QgsProject>();
  QVERIFY2( build( mProject.get() ), qPrintable( mError ) );
}

void TestCaProjectBuilder::cleanup()
{
  mProject.reset();
  mFolder.reset();
}

void TestCaProjectBuilder::missingTableAddsNothing()
{
  QFile json( mFolder->filePath( "layers.json" ) );
  QVERIFY( json.open( QIODevice::WriteOnly ) );
  json.write(
      R"({"groups":[{"id":"g","ja":"g","en":"g","layers":[{"id":"good","table":"bureaus","ja":"a","en":"a"},{"id":"bad","table":"no_such_table","ja":"b","en":"b"}]}]})" );
  json.close();
  const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( json.fileName(), &mError );
  QVERIFY2( catalogue, qPrintable( mError ) );
  QgsProject project;
  CaProjectBuilder builder( &project, *mPack, *catalogue, QStringLiteral( "ja" ), 2009 );
  QString error;
  QVERIFY( !builder.addLayers( {}, &error ) );
  QVERIFY2( error.contains( QLatin1String( "no_such_table" ) ), qPrintable( error ) );
  QVERIFY( project.mapLayers().isEmpty() );
}

void TestCaProjectBuilder::unknownFiscalYearChangesNothing()
{
  QString error;
  QVERIFY( !CaFiscalYear::set( mProject.get(), 2050, &error ) );
  QVERIFY2( error.contains( QLatin1String( "2050" ) ), qPrintable( error ) );
  QCOMPARE( CaFiscalYear::of( mProject.get() ), 2009 );
  QCOMPARE( value( layer( "national" ), "NATIONAL", "fig_firms" ).toInt(), 10200 );
}

void TestCaProjectBuilder::fiscalYearWithoutLayersIsRefused()
{
  QgsProject empty;
  QString error;
  QVERIFY( !CaFiscalYear::set( &empty, 2009, &error ) );
  QVERIFY( !error.isEmpty() );
}

void TestCaProjectBuilder::everyLayerIsValidAndCredited()
{
  QCOMPARE( mProject->mapLayers().size(), mCatalogue->layers().size() );
  const QVector<QgsVectorLayer *> layers = mProject->layers<QgsVectorLayer *>();
  for ( QgsVectorLayer *candidate : layers )
  {
    QVERIFY2( candidate->isValid(), qPrintable( candidate->name() ) );
    QVERIFY2( mProject->layerTreeRoot()->findLayer( candidate ), qPrintable( candidate->name() ) );
    if ( candidate->isSpatial() )
    {
      QVERIFY2( !candidate->metadata().rights().value( 0 ).isEmpty(), qPrintable( candidate->name() ) );
      QVERIFY2( !candidate->metadata().abstract().isEmpty(), qPrintable( candidate->name() ) );
    }
    const QgsFields fields = candidate->fields();
    for ( int i = 0; i < fields.count(); ++i )
    {
      if ( fields.at( i ).name() != QLatin1String( "fid" ) && !fields.at( i ).name().endsWith( QLatin1String( "_fid" ) ) )
        QVERIFY2( !candidate->attributeAlias( i ).isEmpty(), qPrintable( candidate->name() + '.' + fields.at( i ).name() ) );
    }
  }
}

void TestCaProjectBuilder::countsEqualTheFacts()
{
  const QMap<QString, int> facts{ { "bureaus", 9 },
                                  { "prefectures", 47 },
                                  { "projects", 18 },
                                  { "project_points", 18 },
                                  { "subareas", 8 },
                                  { "type_examples", 6 },
                                  { "partner_places", 32 },
                                  { "partner_links", 36 },
                                  { "gov_cooperation", 15 },
                                  { "conferences", 3 },
                                  { "conference_sessions", 10 },
                                  { "cases", 33 },
                                  { "participation", 67 },
                                  { "budget", 17 },
                                  { "project_fields", 30 },
                                  { "area_members", 209 } };
  for ( auto it = facts.constBegin(); it != facts.constEnd(); ++it )
  {
    QVERIFY2( layer( it.key() ), qPrintable( it.key() ) );
    QVERIFY2( layer( it.key() )->featureCount() == it.value(),
              qPrintable( QStringLiteral( "%1: %2" ).arg( it.key() ).arg( layer( it.key() )->featureCount() ) ) );
  }
}

void TestCaProjectBuilder::joinsAreVisibleAndHaveTheFigures()
{
  QCOMPARE( layer( "projects" )->vectorJoins().size(), 1 );
  QCOMPARE( layer( "bureaus" )->vectorJoins().size(), 2 );
  QCOMPARE( value( layer( "national" ), "NATIONAL", "fig_firms" ).toInt(), 10200 );
  QCOMPARE( value( layer( "national" ), "NATIONAL", "fig_universities" ).toInt(), 290 );
  QCOMPARE( value( layer( "national" ), "NATIONAL", "fig_universities_qualifier" ).toString(), QStringLiteral( "approx" ) );
  QCOMPARE( value( layer( "national" ), "NATIONAL", "bud_regional_oku_yen" ).toDouble(), 22.2 );
  QCOMPARE( value( layer( "bureaus" ), "KANTO", "cnt_projects" ).toInt(), 3 );
  QCOMPARE( value( layer( "bureaus" ), "HOKKAIDO", "cnt_projects" ).toInt(), 1 );
  QCOMPARE( value( layer( "type_examples" ), "REGIONAL_TAMA_WEST", "bud_amount_oku_yen" ).toDouble(), 22.2 );
}

void TestCaProjectBuilder::missingFigureIsNull()
{
  // Per-project participation of fiscal year 2009 is not public.
  QgsFeature feature;
  QgsFeatureIterator features = layer( "projects" )->getFeatures();
  int count = 0;
  while ( features.nextFeature( feature ) )
  {
    QVERIFY2( feature.attribute( QStringLiteral( "fig_firms" ) ).isNull(),
              qPrintable( feature.attribute( QStringLiteral( "code" ) ).toString() ) );
    ++count;
  }
  QCOMPARE( count, 18 );
}

void TestCaProjectBuilder::fiscalYearChangesEveryJoinedValue()
{
  QVERIFY2( CaFiscalYear::set( mProject.get(), 2010, &mError ), qPrintable( mError ) );
  QCOMPARE( CaFiscalYear::of( mProject.get() ), 2010 );
  QCOMPARE( value( layer( "subareas" ), "HOKKAIDO_IT", "fig_firms" ).toInt(), 357 );
  QCOMPARE( value( layer( "type_examples" ), "LEADING_KRIP", "bud_amount_oku_yen" ).toDouble(), 13.9 );
  QCOMPARE( value( layer( "type_examples" ), "REGIONAL_TAMA_WEST", "bud_amount_oku_yen" ).toDouble(), 21.9 );
  QVERIFY( value( layer( "national" ), "NATIONAL", "fig_firms" ).isNull() );
  QVERIFY( layer( "figures" )->name().contains( QLatin1String( "2010" ) ) );

  QVERIFY2( CaFiscalYear::set( mProject.get(), 2003, &mError ), qPrintable( mError ) );
  QCOMPARE( value( layer( "projects" ), "KANSAI_FRONT", "fig_firms" ).toInt(), 360 );
  QCOMPARE( value( layer( "project_points" ), "KANSAI_FRONT", "fig_firms" ).toInt(), 360 );
  QCOMPARE( value( layer( "projects" ), "KANSAI_FRONT", "fig_universities" ).toInt(), 25 );

  QVERIFY2( CaFiscalYear::set( mProject.get(), 2009, &mError ), qPrintable( mError ) );
  QCOMPARE( value( layer( "national" ), "NATIONAL", "fig_firms" ).toInt(), 10200 );
  QVERIFY( value( layer( "projects" ), "KANSAI_FRONT", "fig_firms" ).isNull() );
  QCOMPARE( layer( "projects" )->attributeAlias( layer( "projects" )->fields().lookupField( "fig_firms" ) ).isEmpty(), false );
}

void TestCaProjectBuilder::joinedValuesSurviveSavingCopyingAndCloning()
{
  QVERIFY2( CaFiscalYear::set( mProject.get(), 2003, &mError ), qPrintable( mError ) );
  QVERIFY( mProject->write( CaPaths::projectIn( mFolder->path() ) ) );
  QgsProject reopened;
  QVERIFY( reopened.read( CaPaths::projectIn( mFolder->path() ) ) );
  QCOMPARE( CaFiscalYear::of( &reopened ), 2003 );
  QCOMPARE( value( layer( "projects", &reopened ), "KANSAI_BIO", "fig_firms" ).toInt(), 220 );

  // As "Duplicate layer" does.
  QgsVectorLayer *duplicate = layer( "projects" )->clone();
  mProject->addMapLayer( duplicate );
  QCOMPARE( value( duplicate, "KANSAI_BIO", "fig_firms" ).toInt(), 220 );
  QCOMPARE( duplicate->vectorJoins().size(), 1 );

  // As "Save as" to another place does.
  QVERIFY( mProject->write( mFolder->filePath( "copy.qgz" ) ) );
  QgsProject copy;
  QVERIFY( copy.read( mFolder->filePath( "copy.qgz" ) ) );
  QCOMPARE( value( layer( "projects", &copy ), "OKINAWA_PROJECT", "fig_firms" ).toInt(), 110 );
}

void TestCaProjectBuilder::movedFolderStillOpens()
{
  const QString oldFolder = mFolder->filePath( "old" );
  QVERIFY( QDir().mkpath( oldFolder ) );
  QVERIFY( mPack->copyTo( CaPaths::packIn( oldFolder ), false, &mError ) );
  const std::optional<CaPack> pack = CaPack::open( CaPaths::packIn( oldFolder ), &mError );
  QgsProject project;
  CaProjectBuilder builder( &project, *pack, *mCatalogue, QStringLiteral( "ja" ), 2009 );
  builder.prepareProject();
  QVERIFY2( builder.addLayers( {}, &mError ), qPrintable( mError ) );
  QVERIFY( project.write( CaPaths::projectIn( oldFolder ) ) );
  project.clear();
  QVERIFY( QDir().rename( oldFolder, mFolder->filePath( "new" ) ) );
  const std::unique_ptr<CaProjectFile> moved = CaProjectFile::open( CaPaths::projectIn( mFolder->filePath( "new" ) ), &mError );
  QVERIFY2( moved, qPrintable( mError ) );
  QCOMPARE( value( layer( "national", moved->project() ), "NATIONAL", "fig_firms" ).toInt(), 10200 );
}

void TestCaProjectBuilder::lostPackIsNamed()
{
  QVERIFY( mProject->write( CaPaths::projectIn( mFolder->path() ) ) );
  mProject->clear();
  QVERIFY( QFile::remove( CaPaths::packIn( mFolder->path() ) ) );
  QString error;
  QVERIFY( !CaProjectFile::open( CaPaths::projectIn( mFolder->path() ), &error ) );
  QVERIFY2( error.contains( QLatin1String( "clusteratlas.gpkg" ) ), qPrintable( error ) );
}

void TestCaProjectBuilder::relationsAreValid()
{
  const QMap<QString, QgsRelation> relations = mProject->relationManager()->relations();
  QCOMPARE( relations.size(), mCatalogue->relations().size() );
  for ( const QgsRelation &relation : relations )
    QVERIFY2( relation.isValid(), qPrintable( relation.id() ) );
}

void TestCaProjectBuilder::englishHasEnglishNames()
{
  QgsProject project;
  QVERIFY2( build( &project, QStringLiteral( "en" ) ), qPrintable( mError ) );
  QCOMPARE( layer( "bureaus", &project )->name(), QStringLiteral( "Bureaus (FY2009)" ) );
  QVERIFY( project.mapThemeCollection()->hasMapTheme( QStringLiteral( "Overseas partners" ) ) );
  QVERIFY( mProject->mapThemeCollection()->mapThemes().size() == project.mapThemeCollection()->mapThemes().size() );
}

void TestCaProjectBuilder::dateLayersHaveTime()
{
  QgsVectorLayer *sessions = layer( "conference_sessions" );
  QVERIFY( sessions->temporalProperties()->isActive() );
  QgsFeature feature;
  QgsFeatureIterator features = sessions->getFeatures();
  while ( features.nextFeature( feature ) )
    QVERIFY( feature.attribute( QStringLiteral( "date_from" ) ).toDate().isValid() &&
             feature.attribute( QStringLiteral( "date_to" ) ).toDate().isValid() );
}

void TestCaProjectBuilder::areasAreReadOnly()
{
  QVERIFY( layer( "projects" )->readOnly() );
}

void TestCaProjectBuilder::dataIsEscapedInMapTips()
{
  const QVector<QgsVectorLayer *> layers = mProject->layers<QgsVectorLayer *>();
  for ( const QgsVectorLayer *candidate : layers )
  {
    const QString tip = candidate->mapTipTemplate();
    QCOMPARE( tip.count( QStringLiteral( "[%" ) ), tip.count( QStringLiteral( "'&lt;'" ) ) );
  }
}

CA_TEST_MAIN( TestCaProjectBuilder )
#include "testcaprojectbuilder.moc"
