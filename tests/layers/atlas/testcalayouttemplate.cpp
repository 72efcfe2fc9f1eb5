// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayouttemplate.h"
#include "layouttest.h"

#include <qgsexpression.h>
#include <qgsexpressioncontext.h>
#include <qgslayoutmanager.h>
#include <qgsreadwritecontext.h>

#include <QDir>
#include <QDomDocument>

namespace
{

//! Returns what QGIS makes of the expression that a template has for \a placeholder, with \a variables.
QString valueOf( const QString &placeholder, const QVariantMap &variables )
{
  QString error;
  const QString expanded = CaLayoutTemplate( QString(), QStringLiteral( "ja" ), {} ).expand( placeholder, &error );
  QDomDocument document; // as QGIS reads it from the template
  document.setContent( QStringLiteral( "<a value=\"%1\"/>" ).arg( expanded ) );
  auto *scope = new QgsExpressionContextScope;
  for ( auto variable = variables.cbegin(); variable != variables.cend(); ++variable )
    scope->setVariable( variable.key(), variable.value() );
  QgsExpressionContext context;
  context.appendScope( scope );
  return QgsExpression( document.documentElement().attribute( QStringLiteral( "value" ) ) ).evaluate( &context ).toString();
}

} // namespace

//! Templates are read with their parts, in both languages, and what is wrong in them is named.
class TestCaLayoutTemplate : public LayoutTest
{
  Q_OBJECT

private slots:
  void wrongTemplatesAreNamed_data();
  void wrongTemplatesAreNamed();
  void layerThatIsNotThereIsNamed();
  void placeholdersAreReplaced_data();
  void placeholdersAreReplaced();
  void textIsBrokenWhereItIsTooLong_data();
  void textIsBrokenWhereItIsTooLong();
  void portraitPaperHasLinesOfItsOwn();
  void plainTemplateStaysAsItIs();
};

void TestCaLayoutTemplate::wrongTemplatesAreNamed_data()
{
  QTest::addColumn<QByteArray>( "content" );
  QTest::addColumn<QString>( "says" );
  QTest::newRow( "empty" ) << QByteArray() << "not XML";
  QTest::newRow( "not XML" ) << QByteArray( "<Layout" ) << "not XML";
  QTest::newRow( "no such layer" ) << QByteArray( "<Layout name=\"{{layer:nothing}}\"/>" ) << "layer:nothing";
  QTest::newRow( "no such theme" ) << QByteArray( "<Layout name=\"{{theme:nothing}}\"/>" ) << "theme:nothing";
  QTest::newRow( "no such part" ) << QByteArray( "<Layout>{{part:nothing}}</Layout>" ) << "nothing.xml";
  QTest::newRow( "no such value" ) << QByteArray( "<Layout>{{part:needy}}</Layout>" ) << "{{value}}";
  QTest::newRow( "part of itself" ) << QByteArray( "<Layout>{{part:self}}</Layout>" ) << "includes itself";
  QTest::newRow( "three languages" ) << QByteArray( "<Layout name=\"{{t:a||b|c}}\"/>" ) << "{{t:a||b|c}}";
  QTest::newRow( "a folder up" ) << QByteArray( "<Layout>{{part:../needy}}</Layout>" ) << "cannot be read";
}

void TestCaLayoutTemplate::wrongTemplatesAreNamed()
{
  QFETCH( QByteArray, content );
  QFETCH( QString, says );
  const QDir folder( mFolder.path() );
  QVERIFY( folder.mkpath( QStringLiteral( "parts" ) ) );
  QVERIFY( writeFile( folder.filePath( QStringLiteral( "parts/needy.xml" ) ), "<a b=\"{{value}}\"/>" ) );
  QVERIFY( writeFile( folder.filePath( QStringLiteral( "parts/self.xml" ) ), "{{part:self}}" ) );
  const QString name = folder.filePath( QStringLiteral( "wrong.qpt" ) );
  QVERIFY( writeFile( name, content ) );
  const CaLayoutTemplate reader( folder.filePath( QStringLiteral( "parts" ) ), QStringLiteral( "ja" ), {} );
  QDomDocument document;
  QVERIFY( !reader.read( name, &document, &mError ) );
  QVERIFY2( mError.contains( name ) && mError.contains( says ), qPrintable( mError ) );
}

void TestCaLayoutTemplate::layerThatIsNotThereIsNamed()
{
  QgsProject empty;
  QVERIFY( !CaLayouts::addShipped( &empty, *mCatalogue, &mError ) );
  QVERIFY2( mError.contains( QLatin1String( ".qpt" ) ) && mError.contains( QLatin1String( "{{" ) ), qPrintable( mError ) );
  QVERIFY( empty.layoutManager()->printLayouts().isEmpty() );
}

void TestCaLayoutTemplate::placeholdersAreReplaced_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "ja" );
  QTest::addColumn<QString>( "en" );
  QTest::newRow( "language" ) << "name_{{lang}}"
                              << "name_ja"
                              << "name_en";
  QTest::newRow( "text" ) << "{{t:凡例|Legend}}" << QStringLiteral( "凡例" ) << "Legend";
  QTest::newRow( "text within" ) << "{{t:{{lang}}1|{{lang}}2}}"
                                 << "ja1"
                                 << "en2";
  QTest::newRow( "layer" ) << "{{layer:a}}"
                           << "a_1"
                           << "a_1";
  QTest::newRow( "part" ) << "{{part:sum x=\"10\" y=\"{{lang}}\"}}"
                          << "14.5,ja,10,none"
                          << "14.5,en,10,none";
  QTest::newRow( "single braces stay" ) << "{a}{2,3}"
                                        << "{a}{2,3}"
                                        << "{a}{2,3}";
}

void TestCaLayoutTemplate::placeholdersAreReplaced()
{
  QFETCH( QString, text );
  QFETCH( QString, ja );
  QFETCH( QString, en );
  const QDir folder( mFolder.path() );
  QVERIFY( folder.mkpath( QStringLiteral( "parts" ) ) );
  QVERIFY( writeFile( folder.filePath( QStringLiteral( "parts/sum.xml" ) ), "{{x+4.5}},{{y}},{{z={{x}}}},{{z=none}}\n" ) );
  const QMap<QString, QString> values{ { QStringLiteral( "layer:a" ), QStringLiteral( "a_1" ) } };
  const QString parts = folder.filePath( QStringLiteral( "parts" ) );
  QCOMPARE( CaLayoutTemplate( parts, QStringLiteral( "ja" ), values ).expand( text, &mError ), ja );
  QCOMPARE( CaLayoutTemplate( parts, QStringLiteral( "en" ), values ).expand( text, &mError ), en );
}

void TestCaLayoutTemplate::textIsBrokenWhereItIsTooLong_data()
{
  QTest::addColumn<QString>( "text" );
  QTest::addColumn<QString>( "broken" );
  QTest::newRow( "fits" ) << QStringLiteral( "モノ作り" ) << QStringLiteral( "モノ作り" );
  QTest::newRow( "two lines" ) << QStringLiteral( "モノ作り、エネルギー" ) << QStringLiteral( "モノ作り、エ\nネルギー" );
  QTest::newRow( "no small kana first" ) << QStringLiteral( "関西フォーラム会議" ) << QStringLiteral( "関西フォーラ\nム会議" );
  QTest::newRow( "no bracket last" ) << QStringLiteral( "四国地域の（東）部会" ) << QStringLiteral( "四国地域の\n（東）部会" );
  QTest::newRow( "Latin letters are half as wide" ) << QStringLiteral( "日EU会議" ) << QStringLiteral( "日EU会議" );
  QTest::newRow( "before Latin words" ) << QStringLiteral( "開催にJAPAN-EU Forumを開催" )
                                        << QStringLiteral( "開催に\nJAPAN-EU Forumを\n開催" );
  QTest::newRow( "Latin with accents" ) << QStringLiteral( "Commissioner Potočnik" ) << QStringLiteral( "Commissioner Potočnik" );
  QTest::newRow( "Latin" ) << "Metropolitan"
                           << "Metropolitan";
}

void TestCaLayoutTemplate::textIsBrokenWhereItIsTooLong()
{
  QFETCH( QString, text );
  QFETCH( QString, broken );
  QCOMPARE( valueOf( QStringLiteral( "{{wrap:6|@text}}" ), { { QStringLiteral( "text" ), text } } ), broken );
}

void TestCaLayoutTemplate::portraitPaperHasLinesOfItsOwn()
{
  const QString placeholder = QStringLiteral( "{{wrap:6,9|'モノ作り、エネルギー'}}" );
  const QString width = QStringLiteral( "layout_pagewidth" );
  const QString height = QStringLiteral( "layout_pageheight" );
  QCOMPARE( valueOf( placeholder, { { width, 297 }, { height, 210 } } ), QStringLiteral( "モノ作り、エ\nネルギー" ) );
  QCOMPARE( valueOf( placeholder, { { width, 210 }, { height, 297 } } ), QStringLiteral( "モノ作り、エネル\nギー" ) );
}

void TestCaLayoutTemplate::plainTemplateStaysAsItIs()
{
  // What QGIS itself saves.
  QDomDocument saved;
  saved.appendChild( layout( QStringLiteral( "bureau" ) )->writeXml( saved, QgsReadWriteContext() ) );
  const QString text = saved.toString();
  const CaLayoutTemplate reader( mFolder.path(), QStringLiteral( "ja" ), {} );
  QCOMPARE( reader.expand( text, &mError ), text );
}

CA_TEST_MAIN( TestCaLayoutTemplate )
#include "testcalayouttemplate.moc"
