// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlasjournal.h"
#include "catest.h"

#include <QTemporaryDir>

//! A page counts as done only if its file is there, whole, and made from what is there now.
class TestCaAtlasJournal : public QObject
{
  Q_OBJECT

private slots:
  void init();
  void cannotBeOpenedWhereNothingMayBeWritten();
  void knowsPagesAfterARestart();
  void forgetsPagesWhoseFileIsNotAsItWas();
  void survivesALineThatWasCutOff();

private:
  void writePage( const QByteArray &bytes ) const
  {
    QFile file( mPageFile );
    QVERIFY( file.open( QIODevice::WriteOnly ) );
    file.write( bytes );
  }

  std::unique_ptr<QTemporaryDir> mFolder;
  QString mFile;
  QString mPageFile;
  CaAtlasPage mPage;
  QString mError;
};

void TestCaAtlasJournal::init()
{
  mFolder = std::make_unique<QTemporaryDir>();
  mFile = mFolder->filePath( "journal" );
  mPageFile = mFolder->filePath( "page.pdf" );
  mPage.layout = QStringLiteral( "A" );
  mPage.title = QStringLiteral( "関西\nバイオ" );
  mError.clear();
}

void TestCaAtlasJournal::cannotBeOpenedWhereNothingMayBeWritten()
{
  CaAtlasJournal journal;
  QVERIFY( !journal.open( QStringLiteral( "/dev/null/journal" ), &mError ) );
  QVERIFY2( mError.contains( QStringLiteral( "/dev/null/journal" ) ), qPrintable( mError ) );
}

void TestCaAtlasJournal::knowsPagesAfterARestart()
{
  writePage( "page" );
  {
    CaAtlasJournal journal;
    QVERIFY( journal.open( mFile, &mError ) );
    QVERIFY( !journal.isDone( mPage, "abc", mPageFile ) );
    QVERIFY( journal.add( mPage, "abc", mPageFile, &mError ) );
    QVERIFY( journal.isDone( mPage, "abc", mPageFile ) );
  }
  CaAtlasJournal journal;
  QVERIFY( journal.open( mFile, &mError ) );
  QVERIFY( journal.isDone( mPage, "abc", mPageFile ) );
  QVERIFY2( !journal.isDone( mPage, "other", mPageFile ), "made of other data" );
  CaAtlasPage other = mPage;
  other.title = QStringLiteral( "another" );
  QVERIFY( !journal.isDone( other, "abc", mPageFile ) );
}

void TestCaAtlasJournal::forgetsPagesWhoseFileIsNotAsItWas()
{
  writePage( "page" );
  CaAtlasJournal journal;
  QVERIFY( journal.open( mFile, &mError ) );
  QVERIFY( journal.add( mPage, "abc", mPageFile, &mError ) );
  writePage( "pa" );
  QVERIFY( !journal.isDone( mPage, "abc", mPageFile ) );
  QFile::remove( mPageFile );
  QVERIFY( !journal.isDone( mPage, "abc", mPageFile ) );
}

void TestCaAtlasJournal::survivesALineThatWasCutOff()
{
  writePage( "page" );
  {
    CaAtlasJournal journal;
    QVERIFY( journal.open( mFile, &mError ) );
    QVERIFY( journal.add( mPage, "abc", mPageFile, &mError ) );
  }
  QFile file( mFile );
  QVERIFY( file.resize( file.size() - 5 ) );
  {
    CaAtlasJournal journal;
    QVERIFY( journal.open( mFile, &mError ) );
    QVERIFY( !journal.isDone( mPage, "abc", mPageFile ) );
    QVERIFY( journal.add( mPage, "abc", mPageFile, &mError ) );
  }
  CaAtlasJournal journal;
  QVERIFY( journal.open( mFile, &mError ) );
  QVERIFY2( journal.isDone( mPage, "abc", mPageFile ), "the line after the cut counts" );
}

CA_TEST_MAIN( TestCaAtlasJournal )
#include "testcaatlasjournal.moc"
