// SPDX-License-Identifier: GPL-2.0-or-later
#include "calanguage.h"
#include "catest.h"

#include <QDomDocument>
#include <QFile>

//! Every text of the interface is there in Japanese.
class TestCaTranslations : public QObject
{
  Q_OBJECT

private slots:
  void nothingIsUnfinished();
  void placeholdersAreKept();
  void isCarriedInTheLibrary();

private:
  QDomNodeList messages()
  {
    QFile file( QStringLiteral( CA_SOURCE_DIR "/plugin/i18n/clusteratlas_ja.ts" ) );
    if ( !file.open( QIODevice::ReadOnly ) || !mDocument.setContent( &file ) )
      qWarning( "the translation cannot be read" );
    return mDocument.elementsByTagName( QStringLiteral( "message" ) );
  }
  QDomDocument mDocument;
};

void TestCaTranslations::nothingIsUnfinished()
{
  const QDomNodeList all = messages();
  QVERIFY( all.size() > 50 );
  for ( int i = 0; i < all.size(); ++i )
  {
    const QDomElement translation = all.at( i ).firstChildElement( QStringLiteral( "translation" ) );
    const QString source = all.at( i ).firstChildElement( QStringLiteral( "source" ) ).text();
    QVERIFY2( !translation.text().trimmed().isEmpty() && translation.attribute( QStringLiteral( "type" ) ) != QLatin1String( "unfinished" ),
              qPrintable( source ) );
  }
}

void TestCaTranslations::placeholdersAreKept()
{
  const QDomNodeList all = messages();
  for ( int i = 0; i < all.size(); ++i )
  {
    const QString source = all.at( i ).firstChildElement( QStringLiteral( "source" ) ).text();
    const QString translation = all.at( i ).firstChildElement( QStringLiteral( "translation" ) ).text();
    for ( const QString &placeholder : { QStringLiteral( "%1" ), QStringLiteral( "%2" ), QStringLiteral( "%3" ), QStringLiteral( "%n" ) } )
      QVERIFY2( source.contains( placeholder ) == translation.contains( placeholder ), qPrintable( source ) );
  }
}

void TestCaTranslations::isCarriedInTheLibrary()
{
  QVERIFY( CaLanguage::codes().contains( QStringLiteral( "ja" ) ) ); // loads the library
  QVERIFY( QFile::exists( QStringLiteral( ":/clusteratlas/i18n/clusteratlas_ja.qm" ) ) );
}

CA_TEST_MAIN( TestCaTranslations )
#include "testcatranslations.moc"
