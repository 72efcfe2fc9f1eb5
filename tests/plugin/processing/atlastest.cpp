// SPDX-License-Identifier: GPL-2.0-or-later
#include "atlastest.h"

#include "calayerproperties.h"
#include "capaths.h"
#include "caprovider.h"

#include <qgslayoutmanager.h>
#include <qgsprintlayout.h>
#include <qgsprocessingfeedback.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>

#include <QCoreApplication>
#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QProcess>

AtlasTest::Result AtlasTest::run( const QString &id, QVariantMap parameters, const Progress &progress, QgsProject *project ) const
{
  if ( !project && !parameters.contains( QStringLiteral( "PROJECT" ) ) )
    parameters.insert( QStringLiteral( "PROJECT" ), mProject );
  QgsProcessingFeedback feedback( false );
  if ( progress )
    connect( &feedback, &QgsFeedback::progressChanged, &feedback,
             [&feedback, &progress]( double percent ) { progress( percent, feedback ); } );
  return runAlgorithm( id, parameters, feedback, project );
}

AtlasTest::Result AtlasTest::exportAtlas( QVariantMap parameters, const Progress &progress ) const
{
  if ( !parameters.contains( QStringLiteral( "KINDS" ) ) )
    parameters.insert( QStringLiteral( "KINDS" ), QStringLiteral( "project" ) );
  if ( !parameters.contains( QStringLiteral( "OUTPUT_FOLDER" ) ) && !parameters.contains( QStringLiteral( "OUTPUT" ) ) )
    parameters.insert( QStringLiteral( "OUTPUT" ), pdf() );
  return run( QStringLiteral( "exportatlas" ), parameters, progress );
}

QList<qint64> AtlasTest::workers()
{
  QList<qint64> found;
  const QString me = QString::number( QCoreApplication::applicationPid() );
  const QStringList processes = QDir( QStringLiteral( "/proc" ) ).entryList( QDir::Dirs );
  for ( const QString &process : processes )
  {
    // pid (name) state parent ...
    const QString status = QString::fromUtf8( bytesOf( QStringLiteral( "/proc/%1/stat" ).arg( process ) ) );
    if ( status.contains( QLatin1String( "(clusteratlas_wo" ) ) && status.section( QLatin1String( ") " ), 1 ).section( ' ', 1, 1 ) == me )
      found << process.toLongLong();
  }
  return found;
}

QString AtlasTest::textOf( const QString &program, const QStringList &arguments )
{
  QProcess process;
  process.start( program, arguments );
  process.waitForFinished( 60000 );
  return QString::fromUtf8( process.readAllStandardOutput() );
}

QStringList AtlasTest::pagesOf( const QString &pdf )
{
  QStringList pages = textOf( QStringLiteral( "pdftotext" ), { pdf, QStringLiteral( "-" ) } ).split( QLatin1Char( '\f' ) );
  pages.removeLast();
  return pages;
}

QByteArray AtlasTest::bytesOf( const QString &fileName )
{
  QFile file( fileName );
  return file.open( QIODevice::ReadOnly ) ? file.readAll() : QByteArray();
}

void AtlasTest::editLabel( const QString &kind, const QString &id, const std::function<void( QDomElement & )> &edit )
{
  QgsProject project;
  QVERIFY( project.read( mProject ) );
  mProject = mFolder->filePath( "edited.qgs" );
  QVERIFY( project.write( mProject ) );
  QDomDocument document;
  QVERIFY( document.setContent( bytesOf( mProject ) ) );
  int edited = 0;
  const QDomNodeList layouts = document.elementsByTagName( QStringLiteral( "Layout" ) );
  for ( int i = 0; i < layouts.count(); ++i )
  {
    const QDomElement layout = layouts.at( i ).toElement();
    QgsPrintLayout read( &project );
    QVERIFY( read.readLayoutXml( layout, document, QgsReadWriteContext() ) );
    if ( read.customProperty( CaLayerProperties::layoutKind() ) != kind )
      continue;
    for ( QDomElement item = layout.firstChildElement( "LayoutItem" ); !item.isNull(); item = item.nextSiblingElement( "LayoutItem" ) )
    {
      if ( item.attribute( QStringLiteral( "id" ) ) != id )
        continue;
      edit( item );
      ++edited;
    }
  }
  QCOMPARE( edited, 1 );
  QFile file( mProject );
  QVERIFY( file.open( QIODevice::WriteOnly ) );
  file.write( document.toByteArray() );
}

void AtlasTest::initTestCase()
{
  mRegistered = CaProvider::registerOnce();
  mShared = std::make_unique<QTemporaryDir>();
  const Result made = run( QStringLiteral( "createproject" ),
                           { { "FOLDER", mShared->path() }, { "FISCAL_YEAR", 2009 }, { "LANGUAGE", "ja" }, { "PROJECT", QVariant() } } );
  QVERIFY2( made.ok, qPrintable( made.log ) );

  // A project with three kinds of pages is read much faster; that of all kinds is checked once.
  QgsProject project;
  QVERIFY( project.read( CaPaths::projectIn( mShared->path() ) ) );
  const QList<QgsPrintLayout *> layouts = project.layoutManager()->printLayouts();
  for ( QgsPrintLayout *layout : layouts )
  {
    const QStringList kept{ QStringLiteral( "overview" ), QStringLiteral( "bureau" ), QStringLiteral( "project" ) };
    if ( !kept.contains( layout->customProperty( CaLayerProperties::layoutKind() ).toString() ) )
      project.layoutManager()->removeLayout( layout );
  }
  QVERIFY( project.write( mShared->filePath( "few.qgz" ) ) );
}

void AtlasTest::cleanupTestCase()
{
  if ( mRegistered )
    CaProvider::unregister();
}

void AtlasTest::init()
{
  mFolder = std::make_unique<QTemporaryDir>();
  mProject = CaPaths::projectIn( mFolder->path() );
  QVERIFY( QFile::copy( mShared->filePath( "few.qgz" ), mProject ) );
  QVERIFY( QFile::copy( CaPaths::packIn( mShared->path() ), CaPaths::packIn( mFolder->path() ) ) );
}

void AtlasTest::cleanup()
{
  QVERIFY2( workers().isEmpty(), "workers are left over" );
}
