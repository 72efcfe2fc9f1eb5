// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprovider.h"
#include "capaths.h"
#include "catest.h"

#include <qgsapplication.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingprovider.h>
#include <qgsprocessingregistry.h>
#include <qgsproject.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

//! The algorithms, called as the toolbox and qgis_process call them.
class TestCaAlgorithms : public QObject
{
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();
  void init() { mFolder = std::make_unique<QTemporaryDir>(); }

  void providerIsRegisteredOnce();
  void everyAlgorithmExplainsItself();
  void badInputIsNamed_data();
  void badInputIsNamed();
  void nothingIsOverwrittenUnasked();
  void foreignPackInTheFolderIsRefused();
  void createsProjectAndPack();
  void shippedPackStaysAsItIs();
  void addsChosenLayersToTheProject();
  void setsFiscalYearOfAFile();
  void exportsAnAtlas_data();
  void exportsAnAtlas();

private:
  struct Result
  {
    bool ok = false;
    QVariantMap outputs;
    QString log;
  };
  Result run( const QString &id, const QVariantMap &parameters, QgsProject *project = nullptr ) const
  {
    const std::unique_ptr<QgsProcessingAlgorithm> algorithm( QgsApplication::processingRegistry()->createAlgorithmById( QStringLiteral( "clusteratlas:" ) + id ) );
    QgsProcessingContext context;
    context.setProject( project );
    QgsProcessingFeedback feedback( false );
    Result result;
    QString reason;
    if ( algorithm->checkParameterValues( parameters, context, &reason ) )
      result.outputs = algorithm->run( parameters, context, &feedback, &result.ok );
    result.log = reason + feedback.textLog();
    return result;
  }
  Result createProject() const { return run( QStringLiteral( "createproject" ), { { "FOLDER", mFolder->path() }, { "FISCAL_YEAR", 2009 }, { "LANGUAGE", "ja" } } ); }
  static QByteArray hash( const QString &fileName )
  {
    QFile file( fileName );
    QCryptographicHash sum( QCryptographicHash::Sha256 );
    return file.open( QIODevice::ReadOnly ) && sum.addData( &file ) ? sum.result() : QByteArray();
  }
  static QString textOf( const QString &program, const QStringList &arguments )
  {
    QProcess process;
    process.start( program, arguments );
    process.waitForFinished( 60000 );
    return QString::fromUtf8( process.readAllStandardOutput() );
  }

  std::unique_ptr<QTemporaryDir> mFolder;
  bool mRegistered = false;
};

void TestCaAlgorithms::initTestCase()
{
  mRegistered = CaProvider::registerOnce();
  QVERIFY( QgsApplication::processingRegistry()->providerById( CaProvider::providerId() ) );
}

void TestCaAlgorithms::cleanupTestCase()
{
  if ( mRegistered )
    CaProvider::unregister();
  QVERIFY( !mRegistered || !QgsApplication::processingRegistry()->providerById( CaProvider::providerId() ) );
}

void TestCaAlgorithms::providerIsRegisteredOnce()
{
  QVERIFY( !CaProvider::registerOnce() );
  const int count = QgsApplication::processingRegistry()->providers().size();
  QVERIFY( !CaProvider::registerOnce() );
  QCOMPARE( QgsApplication::processingRegistry()->providers().size(), count );
}

void TestCaAlgorithms::everyAlgorithmExplainsItself()
{
  const QList<const QgsProcessingAlgorithm *> algorithms = QgsApplication::processingRegistry()->providerById( CaProvider::providerId() )->algorithms();
  QVERIFY( !algorithms.isEmpty() );
  for ( const QgsProcessingAlgorithm *algorithm : algorithms )
  {
    QVERIFY2( algorithm->shortHelpString().size() > 100, qPrintable( algorithm->id() ) );
    const QgsProcessingParameterDefinitions parameters = algorithm->parameterDefinitions();
    for ( const QgsProcessingParameterDefinition *parameter : parameters )
      QVERIFY2( !parameter->help().isEmpty(), qPrintable( algorithm->id() + parameter->name() ) );
  }
}

void TestCaAlgorithms::badInputIsNamed_data()
{
  QTest::addColumn<QString>( "algorithm" );
  QTest::addColumn<QVariantMap>( "parameters" );
  QTest::addColumn<QString>( "named" );
  QTest::newRow( "folder below a file" ) << "createproject" << QVariantMap { { "FOLDER", "/dev/null/sub" }, { "LANGUAGE", "ja" } } << "/dev/null/sub";
  QTest::newRow( "year without figures" ) << "createproject" << QVariantMap { { "FOLDER", "%1" }, { "FISCAL_YEAR", 2050 }, { "LANGUAGE", "ja" } } << "2050";
  QTest::newRow( "unknown language" ) << "createproject" << QVariantMap { { "FOLDER", "%1" }, { "LANGUAGE", "fr" } } << "LANGUAGE";
  QTest::newRow( "no project" ) << "addlayers" << QVariantMap { { "FOLDER", "%1" }, { "LANGUAGE", "ja" } } << "project";
  QTest::newRow( "missing project file" ) << "setfiscalyear" << QVariantMap { { "FISCAL_YEAR", 2009 }, { "PROJECT", "%1/none.qgz" } } << "none.qgz";
  QTest::newRow( "no project file" ) << "exportatlas" << QVariantMap { { "PROJECT", "%1/none.qgz" }, { "OUTPUT", "%1/atlas.pdf" } } << "none.qgz";
}

void TestCaAlgorithms::badInputIsNamed()
{
  QFETCH( QString, algorithm );
  QFETCH( QVariantMap, parameters );
  QFETCH( QString, named );
  for ( auto it = parameters.begin(); it != parameters.end(); ++it )
  {
    if ( it.value().toString().contains( QLatin1String( "%1" ) ) )
      it.value() = it.value().toString().arg( mFolder->path() );
  }
  const Result result = run( algorithm, parameters );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( named ), qPrintable( result.log ) );
  QVERIFY( QDir( mFolder->path() ).entryList( QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot ).isEmpty() );
}

void TestCaAlgorithms::nothingIsOverwrittenUnasked()
{
  QFile mine( CaPaths::projectIn( mFolder->path() ) );
  QVERIFY( mine.open( QIODevice::WriteOnly ) );
  mine.write( "mine" );
  mine.close();
  const Result result = createProject();
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( mine.fileName() ), qPrintable( result.log ) );
  QVERIFY( mine.open( QIODevice::ReadOnly ) );
  QCOMPARE( mine.readAll(), QByteArray( "mine" ) );
  QCOMPARE( QDir( mFolder->path() ).entryList( QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot ), QStringList( "clusteratlas.qgz" ) );
}

void TestCaAlgorithms::foreignPackInTheFolderIsRefused()
{
  QFile other( CaPaths::packIn( mFolder->path() ) );
  QVERIFY( other.open( QIODevice::WriteOnly ) );
  other.write( "not a pack" );
  other.close();
  QgsProject project;
  const Result result = run( "addlayers", { { "FOLDER", mFolder->path() }, { "LANGUAGE", "ja" } }, &project );
  QVERIFY( !result.ok );
  QVERIFY2( result.log.contains( other.fileName() ), qPrintable( result.log ) );
  QVERIFY( project.mapLayers().isEmpty() );
}

void TestCaAlgorithms::createsProjectAndPack()
{
  const Result result = createProject();
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PROJECT" ).toString(), CaPaths::projectIn( mFolder->path() ) );
  QCOMPARE( QDir( mFolder->path() ).entryList( QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot ), QStringList( { "clusteratlas.gpkg", "clusteratlas.qgz" } ) );
  QgsProject project;
  QVERIFY( project.read( result.outputs.value( "PROJECT" ).toString() ) );
  QVERIFY( project.mapLayers().size() > 25 );
}

void TestCaAlgorithms::shippedPackStaysAsItIs()
{
  const QByteArray before = hash( CaPaths::installedPack() );
  QVERIFY( !before.isEmpty() );
  QVERIFY( createProject().ok );
  QCOMPARE( hash( CaPaths::installedPack() ), before );
  QCOMPARE( hash( CaPaths::packIn( mFolder->path() ) ), before );
}

void TestCaAlgorithms::addsChosenLayersToTheProject()
{
  QgsProject project;
  const QVariantMap parameters { { "LAYERS", QStringList { "projects" } }, { "FISCAL_YEAR", 2003 }, { "LANGUAGE", "en" }, { "FOLDER", mFolder->path() } };
  Result result = run( "addlayers", parameters, &project );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "ADDED" ).toString(), QStringLiteral( "projects,figures" ) );
  QCOMPARE( project.mapLayers().size(), 2 );
  // Once more: what is there stays, nothing comes twice.
  result = run( "addlayers", parameters, &project );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( project.mapLayers().size(), 2 );
}

void TestCaAlgorithms::setsFiscalYearOfAFile()
{
  QVERIFY( createProject().ok );
  const QString file = CaPaths::projectIn( mFolder->path() );
  Result result = run( "setfiscalyear", { { "FISCAL_YEAR", 2010 }, { "PROJECT", file } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QgsProject project;
  QVERIFY( project.read( file ) );
  QCOMPARE( project.customVariables().value( "ca_fiscal_year" ).toInt(), 2010 );
  const QByteArray before = hash( file );
  result = run( "setfiscalyear", { { "FISCAL_YEAR", 2099 }, { "PROJECT", file } } );
  QVERIFY( !result.ok );
  QCOMPARE( hash( file ), before );
}

void TestCaAlgorithms::exportsAnAtlas_data()
{
  QTest::addColumn<QString>( "coverage" );
  QTest::addColumn<int>( "pages" );
  QTest::newRow( "a page a project" ) << "projects" << 19;
  QTest::newRow( "a page a bureau" ) << "bureaus" << 10;
}

void TestCaAlgorithms::exportsAnAtlas()
{
  QFETCH( QString, coverage );
  QFETCH( int, pages );
  QVERIFY( createProject().ok );
  const QString pdf = mFolder->filePath( "atlas.pdf" );
  const Result result = run( "exportatlas", { { "PROJECT", CaPaths::projectIn( mFolder->path() ) }, { "COVERAGE", coverage }, { "OUTPUT", pdf } } );
  QVERIFY2( result.ok, qPrintable( result.log ) );
  QCOMPARE( result.outputs.value( "PAGES" ).toInt(), pages );
  QVERIFY( QFile::exists( pdf ) );
  QCOMPARE( QDir( mFolder->path() ).entryList( QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot ).size(), 3 );

  if ( QStandardPaths::findExecutable( QStringLiteral( "pdftotext" ) ).isEmpty() )
    QSKIP( "pdftotext is not installed: the text of the pages was not looked at" );
  const QStringList texts = textOf( QStringLiteral( "pdftotext" ), { QStringLiteral( "-layout" ), pdf, QStringLiteral( "-" ) } ).split( QLatin1Char( '\f' ) );
  QCOMPARE( texts.size() - 1, pages );
  QVERIFY2( texts.at( 0 ).contains( QLatin1String( "10,200" ) ), qPrintable( texts.at( 0 ) ) );
  for ( int page = 1; page <= pages; ++page )
    QVERIFY2( texts.at( page - 1 ).contains( QRegularExpression( QStringLiteral( "%1 ?/ ?%2" ).arg( page ).arg( pages ) ) ), qPrintable( texts.at( page - 1 ) ) );
  const QStringList fonts = textOf( QStringLiteral( "pdffonts" ), { pdf } ).split( QLatin1Char( '\n' ), Qt::SkipEmptyParts ).mid( 2 );
  QVERIFY( !fonts.isEmpty() );
  for ( const QString &font : fonts )
  {
    // Columns from the right: object number and generation, unicode, subset, embedded.
    const QStringList columns = font.simplified().split( QLatin1Char( ' ' ) );
    QVERIFY2( columns.value( columns.size() - 5 ) == QLatin1String( "yes" ), qPrintable( font ) );
  }
}

CA_TEST_MAIN( TestCaAlgorithms )
#include "testcaalgorithms.moc"
