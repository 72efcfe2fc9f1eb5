// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlasexporter.h"

#include "caatlaseditions.h"
#include "caatlasjournal.h"
#include "caatlasworkers.h"
#include "cacontents.h"
#include "cafilename.h"
#include "cafiles.h"
#include "cahtml.h"
#include "capdfbook.h"
#include "calanguage.h"
#include "calayoutcopy.h"
#include "capartfeedback.h"
#include "careport.h"

#include <qgsapplication.h>
#include <qgsfeedback.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QThread>

#include <algorithm>
#include <numeric>

namespace
{

CaAtlasJob::Format formatOf( CaAtlasForm form )
{
  switch ( form )
  {
    case CaAtlasForm::GeoPages:
      return CaAtlasJob::Format::GeoPdf;
    case CaAtlasForm::Pictures:
      return CaAtlasJob::Format::Png;
    case CaAtlasForm::Drawings:
      return CaAtlasJob::Format::Svg;
    case CaAtlasForm::Book:
    case CaAtlasForm::Groups:
    case CaAtlasForm::Pages:
      break;
  }
  return CaAtlasJob::Format::Pdf;
}

//! Returns whether pages are joined, so that their own files are no part of the output.
bool joinsPages( CaAtlasForm form )
{
  return form == CaAtlasForm::Book || form == CaAtlasForm::Groups;
}

} // namespace

CaAtlasExporter::CaAtlasExporter( const CaAtlasOptions &options, const CaAtlasPlan &plan )
    : mOptions( options )
    , mPlan( plan )
    , mResults( plan.pages().size() )
{
  mOptions.output = QFileInfo( options.output ).absoluteFilePath();
  if ( !mOptions.date.isValid() )
    mOptions.date = QDate::currentDate();
  if ( mOptions.workers <= 0 )
    mOptions.workers = QThread::idealThreadCount();
}

CaAtlasExporter::~CaAtlasExporter() = default;

std::unique_ptr<CaAtlasExporter> CaAtlasExporter::prepare( const CaAtlasEditions &editions, const CaAtlasOptions &options, QString *error,
                                                           QgsFeedback *feedback )
{
  constexpr double PLANNED = 30; // per cent of the work
  CaPartFeedback planning( feedback, 0, PLANNED );
  const std::optional<CaAtlasPlan> plan = CaAtlasPlan::make( editions, options.choice, error, &planning );
  if ( !plan )
    return nullptr;
  CaPartFeedback checking( feedback, PLANNED, 100 );
  std::unique_ptr<CaAtlasExporter> exporter( new CaAtlasExporter( options, *plan ) );
  if ( !exporter->checkPlan( editions, error, &checking ) || !exporter->prepareFolders( error ) ||
       !exporter->prepareJob( editions, error ) )
    return nullptr;
  return exporter;
}

bool CaAtlasExporter::checkPlan( const CaAtlasEditions &editions, QString *error, QgsFeedback *feedback )
{
  if ( mOptions.check )
    mFindings = CaAtlasCheck::check( editions, mPlan, mOptions.output, feedback );
  const auto blocking = std::count_if( mFindings.cbegin(), mFindings.cend(),
                                       []( const CaAtlasFinding &finding ) { return finding.severity == CaAtlasFinding::Blocks; } );
  if ( blocking > 0 )
    *error = tr( "%n finding(s) keep this atlas from being printed; “Check atlas” lists them. The first: %1", nullptr,
                 static_cast<int>( blocking ) )
                 .arg( mFindings.constFirst().text );
  return blocking == 0 && !( feedback && feedback->isCanceled() );
}

QString CaAtlasExporter::working( const QString &name ) const
{
  return QDir( mFolder ).filePath( name );
}

bool CaAtlasExporter::prepareOutput( const CaAtlasOptions &options, QString *error )
{
  const QFileInfo output( options.output );
  const bool book = options.form == CaAtlasForm::Book;
  if ( book && output.isDir() )
  {
    *error = tr( "%1 is a folder. Give the name of a PDF file." ).arg( output.absoluteFilePath() );
    return false;
  }
  return CaFiles::prepareFolder( book ? output.absolutePath() : output.absoluteFilePath(), error );
}

bool CaAtlasExporter::prepareFolders( QString *error )
{
  const QFileInfo output( mOptions.output );
  mFolder = mOptions.form == CaAtlasForm::Book ? output.dir().filePath( QStringLiteral( ".%1.pages" ).arg( output.fileName() ) )
                                               : QDir( mOptions.output ).filePath( QStringLiteral( ".pages" ) );
  if ( !CaFiles::prepareFolder( mFolder, error ) )
    return false;
  mLock = std::make_unique<QLockFile>( working( QStringLiteral( "lock" ) ) );
  mLock->setStaleLockTime( 0 );
  if ( !mLock->tryLock() )
  {
    *error = tr( "%1 is being exported already. Wait until that is done, or choose another name." ).arg( mOptions.output );
    return false;
  }
  if ( !mOptions.resume )
    QFile::remove( working( QStringLiteral( "journal" ) ) );
  return true;
}

bool CaAtlasExporter::prepareJob( const CaAtlasEditions &editions, QString *error )
{
  const QStringList languages = editions.languages();
  mInfo.title = editions.title();
  mInfo.language = languages.constFirst();
  mInfo.date = QDateTime( mOptions.date, QTime( 0, 0 ), Qt::UTC );
  mJob.working = mFolder;
  mJob.folder = joinsPages( mOptions.form ) ? mFolder : mOptions.output;
  mJob.format = formatOf( mOptions.form );
  mJob.dpi = mOptions.dpi;
  mJob.date = mOptions.date;
  mJob.text = mOptions.text;
  mJob.alone = !joinsPages( mOptions.form );
  mJob.title = mInfo.title;
  mJob.svgPaths = QgsApplication::svgPaths();
  mJob.sheets = mPlan.sheets();
  mJob.sheet = mOptions.choice.sheet;
  mJob.pages = mPlan.pages();
  for ( const QString &language : languages )
  {
    mJob.contents.insert( language, mPlan.contents( language ) );
    if ( !editions.writeCopy( language, mJob.projectFile( language ), error ) )
      return false;
  }
  if ( !writeLayouts( editions, error ) || !prepareLinks( editions, error ) ||
       !mJob.write( working( QStringLiteral( "job.json" ) ), error ) )
    return false;
  return readInputs( editions, error );
}

bool CaAtlasExporter::readInputs( const CaAtlasEditions &editions, QString *error )
{
  // Pages in other languages are made from the original as well.
  const QString language = CaLanguage::of( editions.original() );
  const QString original = mJob.projectFile( language );
  if ( !editions.languages().contains( language ) && !editions.writeCopy( language, original, error ) )
    return false;
  mInputs = CaAtlasInputs::read( original, language, CaAtlasInputs::dataFiles( editions.original() ), error );
  mJournal = std::make_unique<CaAtlasJournal>();
  return mInputs && mJournal->open( working( QStringLiteral( "journal" ) ), error );
}

bool CaAtlasExporter::run( QString *error, QgsFeedback *feedback )
{
  if ( !printPages( error, feedback ) || !putTogether( error ) || !writeText( error ) )
  {
    mFiles.clear();
    return false;
  }
  mJournal.reset();
  mLock.reset();
  if ( joinsPages( mOptions.form ) )
    QDir( mFolder ).removeRecursively();
  return true;
}

bool CaAtlasExporter::printPages( QString *error, QgsFeedback *feedback )
{
  QVector<int> missing;
  for ( int i = 0; i < mJob.pages.size(); ++i )
  {
    const CaAtlasPage &page = mJob.pages.at( i );
    const bool kept = mJournal->isDone( page, mInputs->digest( page, mJob ), mJob.fileOf( page ) ) &&
                      ( !mJob.text || QFile::exists( mJob.textFileOf( page ) ) );
    mResults[i].state = kept ? State::Kept : State::Planned;
    if ( !kept )
      missing << i;
  }

  const auto pageDone = [this, feedback]( int place, const QString &problem )
  {
    const CaAtlasPage &page = mJob.pages.at( place );
    Result &result = mResults[place];
    QString reason = problem;
    if ( reason.isEmpty() )
      mJournal->add( page, mInputs->digest( page, mJob ), mJob.fileOf( page ), &reason );
    if ( !reason.isEmpty() )
      result.error = tr( "Page %1 (%2): %3." ).arg( page.number ).arg( page.title, reason );
    result.state = result.error.isEmpty() ? State::Made : State::Failed;
    if ( feedback )
      feedback->setProgress( 100.0 * ( mResults.size() - count( State::Planned ) ) / mResults.size() );
  };
  CaAtlasWorkers workers( working( QStringLiteral( "job.json" ) ), pageDone );
  if ( !missing.isEmpty() && !workers.run( missing, mOptions.workers, error, feedback ) )
    return false;

  const int failed = count( State::Failed );
  if ( failed == 0 )
    return true;
  const auto first =
      std::find_if( mResults.cbegin(), mResults.cend(), []( const Result &result ) { return result.state == State::Failed; } );
  *error = tr( "%n of %1 page(s) could not be printed. The first: %2 The others are kept; export again to make what is missing.", nullptr,
               failed )
               .arg( mResults.size() )
               .arg( first->error );
  return false;
}

bool CaAtlasExporter::putTogether( QString *error )
{
  const QVector<CaAtlasPage> &pages = mJob.pages;
  if ( mOptions.form == CaAtlasForm::Book )
  {
    QVector<int> all( pages.size() );
    std::iota( all.begin(), all.end(), 0 );
    return joinBook( all, mOptions.output, error );
  }
  if ( mOptions.form == CaAtlasForm::Groups )
  {
    QMap<QString, QVector<int>> groups;
    const QStringList nation{ QStringLiteral( "JAPAN" ) };
    for ( int i = 0; i < pages.size(); ++i )
    {
      const QStringList names = pages.at( i ).bureaus.isEmpty() ? nation : pages.at( i ).bureaus;
      for ( const QString &name : names )
        groups[name] << i;
    }
    for ( auto group = groups.cbegin(); group != groups.cend(); ++group )
    {
      const QString target = QDir( mOptions.output ).filePath( CaFileName::safe( group.key() ) + QStringLiteral( ".pdf" ) );
      if ( !joinBook( group.value(), target, error ) )
        return false;
    }
    return true;
  }
  for ( const CaAtlasPage &page : pages )
    mFiles << mJob.fileOf( page );
  return true;
}

bool CaAtlasExporter::writeText( QString *error )
{
  if ( !mOptions.text )
    return true;
  QString body;
  for ( const CaAtlasPage &page : std::as_const( mJob.pages ) )
  {
    QFile file( mJob.textFileOf( page ) );
    if ( !file.open( QIODevice::ReadOnly ) )
    {
      *error = tr( "The text of page %1 (%2) cannot be read (%3)." ).arg( page.number ).arg( page.title, file.errorString() );
      return false;
    }
    body += QString::fromUtf8( file.readAll() );
  }
  const QString target = textFile( mOptions );
  mFiles << target;
  return CaFiles::write( target, CaHtml::page( mInfo.title, body, QString(), mInfo.language ).toUtf8(), error );
}

QString CaAtlasExporter::textFile( const CaAtlasOptions &options )
{
  if ( !options.text )
    return QString();
  const QFileInfo output( options.output );
  return options.form == CaAtlasForm::Book ? output.dir().filePath( output.completeBaseName() + QStringLiteral( ".html" ) )
                                           : QDir( options.output ).filePath( QStringLiteral( "atlas.html" ) );
}

bool CaAtlasExporter::joinBook( const QVector<int> &places, const QString &target, QString *error )
{
  QStringList parts;
  QStringList numbers;
  for ( const int place : places )
  {
    const CaAtlasPage &page = mJob.pages.at( place );
    parts << mJob.fileOf( page );
    for ( int sheet = 0; sheet < page.sheets; ++sheet )
      numbers << QString::number( page.number + sheet );
  }
  const bool isWhole = places.size() == mJob.pages.size();
  mFiles << target;
  return CaPdfBook::write( parts, target, mInfo, outline( places ), isWhole ? mLinks : QVector<CaPdfLink>(), numbers, error ) >= 0;
}

QVector<CaPdfEntry> CaAtlasExporter::outline( const QVector<int> &places ) const
{
  if ( places.size() == mJob.pages.size() )
    return mPlan.outline();
  const bool severalLanguages = mJob.contents.size() > 1;
  QVector<CaPdfEntry> entries;
  QString language;
  int number = 1;
  for ( const int place : places )
  {
    const CaAtlasPage &page = mJob.pages.at( place );
    if ( severalLanguages && page.language != language )
      entries << CaPdfEntry{ CaAtlasEditions::nameOf( page.language ), 0, number };
    entries << CaPdfEntry{ page.title, severalLanguages ? 1 : 0, number };
    language = page.language;
    number += page.sheets;
  }
  return entries;
}

bool CaAtlasExporter::prepareLinks( const CaAtlasEditions &editions, QString *error )
{
  for ( const CaAtlasPage &page : mPlan.pages() )
  {
    if ( page.feature >= 0 )
      continue;
    const std::unique_ptr<QgsPrintLayout> layout =
        CaLayoutCopy::make( editions.project( page.language ), page.layout, mOptions.choice.sheet, CaLayoutCopy::Parts::Tables, error );
    if ( !layout )
      return false;
    if ( CaContents::isContents( *layout ) )
      mLinks += CaContents::links( *layout, mJob.contents.value( page.language ), page.number );
  }
  return true;
}

bool CaAtlasExporter::writeLayouts( const CaAtlasEditions &editions, QString *error ) const
{
  QSet<QString> written;
  for ( const CaAtlasPage &page : mJob.pages )
  {
    const QString fileName = mJob.layoutFile( page );
    if ( written.contains( fileName ) )
      continue;
    if ( !CaLayoutCopy::write( editions.project( page.language ), page.layout, mJob.sheet, fileName, error ) )
      return false;
    written.insert( fileName );
  }
  return true;
}

int CaAtlasExporter::count( State state ) const
{
  return static_cast<int>(
      std::count_if( mResults.cbegin(), mResults.cend(), [state]( const Result &result ) { return result.state == state; } ) );
}

QStringList CaAtlasExporter::strangers() const
{
  if ( mFiles.isEmpty() || joinsPages( mOptions.form ) )
    return QStringList();
  // Called as CaAtlasPlan calls pages, NUMBER_KIND_TITLE: what else is in the folder is none of our business.
  static const QRegularExpression ofAPage( QStringLiteral( "^\\d{3,}_.+_." ) );
  QSet<QString> own;
  for ( const QString &file : mFiles )
    own << QFileInfo( file ).fileName();
  const QString suffix = QFileInfo( mFiles.constFirst() ).suffix();
  QStringList strangers = QDir( mOptions.output ).entryList( { QStringLiteral( "*." ) + suffix }, QDir::Files, QDir::Name );
  strangers.erase( std::remove_if( strangers.begin(), strangers.end(),
                                   [&own]( const QString &name ) { return own.contains( name ) || !ofAPage.match( name ).hasMatch(); } ),
                   strangers.end() );
  return strangers;
}

CaReport CaAtlasExporter::report() const
{
  CaReport report;
  QStringList planned;
  QStringList missing;
  for ( int i = 0; i < mResults.size(); ++i )
  {
    const CaAtlasPage &page = mJob.pages.at( i );
    planned << QStringLiteral( "%1  %2 (%3)" ).arg( page.number ).arg( page.title, page.kind );
    if ( mResults.at( i ).state == State::Failed )
      missing << mResults.at( i ).error;
    else if ( mResults.at( i ).state == State::Planned )
      missing << tr( "Page %1 (%2): cancelled before it was printed." ).arg( page.number ).arg( page.title );
  }
  const int made = count( State::Made );
  const int kept = count( State::Kept );
  report.add( CaReport::Information, QStringLiteral( "planned" ),
              tr( "Pages planned: %1, on %2 sheets." ).arg( mResults.size() ).arg( mPlan.sheets() ), planned );
  report.add( CaReport::Information, QStringLiteral( "made" ),
              tr( "Pages printed: %1. Kept from an export before: %2." ).arg( made ).arg( kept ) );
  for ( const CaAtlasFinding &finding : mFindings )
    report.add( CaReport::Warning, finding.topic, finding.text );
  for ( const QString &note : mPlan.notes() )
    report.add( CaReport::Warning, QStringLiteral( "note" ), note );
  const QStringList others = strangers();
  if ( !others.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "strangers" ),
                tr( "%n file(s) in %1 are not of this atlas, but of one before. They were left where they are; delete them if you do not "
                    "need them.",
                    nullptr, static_cast<int>( others.size() ) )
                    .arg( QDir::toNativeSeparators( mOptions.output ) ),
                others );
  if ( !missing.isEmpty() )
    report.add( CaReport::Warning, QStringLiteral( "missing" ), tr( "Pages missing: %1." ).arg( missing.size() ), missing );
  report.setValue( QStringLiteral( "pages_planned" ), mResults.size() );
  report.setValue( QStringLiteral( "pages_made" ), made );
  report.setValue( QStringLiteral( "pages_kept" ), kept );
  report.setValue( QStringLiteral( "files" ), QJsonArray::fromStringList( mFiles ) );
  return report;
}
