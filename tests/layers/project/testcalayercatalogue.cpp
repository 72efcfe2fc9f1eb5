// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayercatalogue.h"
#include "calanguage.h"
#include "capaths.h"
#include "catest.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

//! The list of layers is complete and consistent.
class TestCaLayerCatalogue : public QObject
{
  Q_OBJECT

private slots:
  void missingFileIsNamed();
  void damagedFileIsNamed();
  void everyPageOfTheDeckHasItsLayers();
  void namesAreThereInBothLanguages();
  void referencesHold();
  void everyStyleIsThere();
  void everyLegendTextHasItsEnglish();
  void joinedLayersComeAlong();
};

void TestCaLayerCatalogue::missingFileIsNamed()
{
  QString error;
  QVERIFY( !CaLayerCatalogue::load( QStringLiteral( "/nowhere/layers.json" ), &error ) );
  QVERIFY2( error.contains( QLatin1String( "/nowhere/layers.json" ) ), qPrintable( error ) );
}

void TestCaLayerCatalogue::damagedFileIsNamed()
{
  const QTemporaryDir folder;
  QFile file( folder.filePath( "layers.json" ) );
  QVERIFY( file.open( QIODevice::WriteOnly ) );
  file.write( "{ \"groups\": [" );
  file.close();
  QString error;
  QVERIFY( !CaLayerCatalogue::load( file.fileName(), &error ) );
  QVERIFY2( error.contains( file.fileName() ), qPrintable( error ) );
}

void TestCaLayerCatalogue::everyPageOfTheDeckHasItsLayers()
{
  QString error;
  const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( &error );
  QVERIFY2( catalogue, qPrintable( error ) );
  const QStringList tables{ "bureaus",        "prefectures",   "projects",        "project_fields", "subareas",
                            "area_members",   "type_examples", "types",           "participation",  "budget",
                            "partner_places", "partner_links", "gov_cooperation", "conferences",    "conference_sessions",
                            "cases",          "used_sources" };
  QSet<QString> shown;
  const QVector<CaLayerEntry> layers = catalogue->layers();
  for ( const CaLayerEntry &layer : layers )
    shown.insert( layer.table );
  for ( const QString &table : tables )
    QVERIFY2( shown.contains( table ), qPrintable( table ) );
}

void TestCaLayerCatalogue::namesAreThereInBothLanguages()
{
  QString error;
  const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( &error );
  QVERIFY2( catalogue, qPrintable( error ) );
  const QStringList languages = CaLanguage::codes();
  for ( const QString &language : languages )
  {
    QSet<QString> names;
    const QVector<CaLayerEntry> layers = catalogue->layers();
    for ( const CaLayerEntry &layer : layers )
    {
      const QString name = layer.title.value( language );
      QVERIFY2( !name.isEmpty() && !names.contains( name ), qPrintable( layer.id + ' ' + language ) );
      names.insert( name );
    }
    const QVector<CaGroupEntry> groups = catalogue->groups();
    for ( const CaGroupEntry &group : groups )
      QVERIFY2( !group.title.value( language ).isEmpty(), qPrintable( group.id ) );
    const QVector<CaThemeEntry> themes = catalogue->themes();
    for ( const CaThemeEntry &theme : themes )
      QVERIFY2( !theme.title.value( language ).isEmpty(), qPrintable( theme.id ) );
  }
}

void TestCaLayerCatalogue::referencesHold()
{
  QString error;
  const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( &error );
  QVERIFY2( catalogue, qPrintable( error ) );
  QSet<QString> ids;
  const QVector<CaLayerEntry> layers = catalogue->layers();
  for ( const CaLayerEntry &layer : layers )
  {
    QVERIFY2( !ids.contains( layer.id ), qPrintable( layer.id ) );
    ids.insert( layer.id );
  }
  for ( const CaLayerEntry &layer : layers )
  {
    for ( const CaJoinEntry &join : layer.joins )
      QVERIFY2( ids.contains( join.layer ) && !join.prefix.isEmpty(), qPrintable( layer.id ) );
  }
  const QVector<CaRelationEntry> relations = catalogue->relations();
  for ( const CaRelationEntry &relation : relations )
    QVERIFY2( ids.contains( relation.parent ) && ids.contains( relation.child ), qPrintable( relation.id ) );
  const QVector<CaThemeEntry> themes = catalogue->themes();
  for ( const CaThemeEntry &theme : themes )
  {
    for ( const QString &id : theme.layers )
      QVERIFY2( ids.contains( id ), qPrintable( theme.id + ' ' + id ) );
  }
}

void TestCaLayerCatalogue::everyStyleIsThere()
{
  QString error;
  const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( &error );
  QVERIFY2( catalogue, qPrintable( error ) );
  const QVector<CaLayerEntry> layers = catalogue->layers();
  for ( const CaLayerEntry &layer : layers )
  {
    if ( !layer.style.isEmpty() )
      QVERIFY2( QFile::exists( QStringLiteral( "%1/%2.qml" ).arg( CaPaths::stylesFolder(), layer.style ) ), qPrintable( layer.style ) );
  }
}

void TestCaLayerCatalogue::everyLegendTextHasItsEnglish()
{
  QFile words( CaPaths::stylesFolder() + QStringLiteral( "/words.csv" ) );
  QVERIFY( words.open( QIODevice::ReadOnly ) );
  const QString list = QString::fromUtf8( words.readAll() );
  const QStringList styles = QDir( CaPaths::stylesFolder() ).entryList( { QStringLiteral( "*.qml" ) } );
  QVERIFY( !styles.isEmpty() );
  for ( const QString &style : styles )
  {
    QFile file( CaPaths::stylesFolder() + '/' + style );
    QVERIFY( file.open( QIODevice::ReadOnly ) );
    QRegularExpressionMatchIterator labels =
        QRegularExpression( QStringLiteral( " label=\"([^\"]+)\"" ) ).globalMatch( QString::fromUtf8( file.readAll() ) );
    while ( labels.hasNext() )
    {
      const QString label = labels.next().captured( 1 );
      QVERIFY2( list.contains( QStringLiteral( "\n%1," ).arg( label ) ), qPrintable( style + QStringLiteral( ": " ) + label ) );
    }
  }
}

void TestCaLayerCatalogue::joinedLayersComeAlong()
{
  QString error;
  const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( &error );
  QVERIFY2( catalogue, qPrintable( error ) );
  QCOMPARE( catalogue->withJoined( { "projects" } ), QStringList( { "projects", "figures" } ) );
  QCOMPARE( catalogue->withJoined( {} ).size(), catalogue->layers().size() );
}

CA_TEST_MAIN( TestCaLayerCatalogue )
#include "testcalayercatalogue.moc"
