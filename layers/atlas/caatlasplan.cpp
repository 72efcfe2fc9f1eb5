// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlasplan.h"

#include "caatlaseditions.h"
#include "cacompat.h"
#include "cacontents.h"
#include "cafilename.h"
#include "cafiscalyear.h"
#include "calayerproperties.h"
#include "calayoutcopy.h"
#include "calayoutlabel.h"
#include "calayouts.h"
#include "capartfeedback.h"
#include "caprojectfile.h"
#include "caprojectinplace.h"

#include <qgsexpression.h>
#include <qgsexpressioncontext.h>
#include <qgsfeedback.h>
#include <qgslayoutatlas.h>
#include <qgslayoutitemregistry.h>
#include <qgslayoutmanager.h>
#include <qgslayoutmultiframe.h>
#include <qgslayoutpagecollection.h>
#include <qgslayoutreportcontext.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>

#include <QDomDocument>
#include <QRegularExpression>

#include <algorithm>
#include <memory>

namespace
{

QString kindOf( const QgsPrintLayout *layout )
{
  const QString kind = layout->customProperty( CaLayerProperties::layoutKind() ).toString();
  return kind.isEmpty() ? layout->name() : kind;
}

//! Returns the layouts of \a project in the order of a book.
QVector<const QgsPrintLayout *> layoutsInOrder( const QgsProject *project )
{
  const QList<QgsPrintLayout *> layouts = project->layoutManager()->printLayouts();
  QVector<const QgsPrintLayout *> sorted( layouts.cbegin(), layouts.cend() );
  std::stable_sort( sorted.begin(), sorted.end(),
                    []( const QgsPrintLayout *first, const QgsPrintLayout *second ) {
                      return std::make_pair( CaLayouts::order( first ), first->name() ) <
                             std::make_pair( CaLayouts::order( second ), second->name() );
                    } );
  return sorted;
}

//! Returns whether tables of \a layout may go on to sheets that only its features decide on.
bool hasGrowingTables( const QgsPrintLayout &layout )
{
  const QList<QgsLayoutMultiFrame *> frames = layout.multiFrames();
  return std::any_of( frames.cbegin(), frames.cend(),
                      []( const QgsLayoutMultiFrame *frame ) { return frame->resizeMode() != QgsLayoutMultiFrame::UseExistingFrames; } );
}

int countSheets( QgsPrintLayout &layout )
{
  const QList<QgsLayoutMultiFrame *> frames = layout.multiFrames();
  for ( QgsLayoutMultiFrame *frame : frames )
    frame->recalculateFrameSizes();
  return layout.pageCollection()->pageCount();
}

//! Returns the title printed on a layout without atlas.
QString printedTitle( const QgsPrintLayout &layout )
{
  const QVector<CaLayoutLabel> labels = CaLayoutLabel::all( layout );
  const auto title =
      std::find_if( labels.cbegin(), labels.cend(), []( const CaLayoutLabel &label ) { return label.id == QLatin1String( "title" ); } );
  const QString text = title == labels.cend() ? QString() : title->text( layout.createExpressionContext() ).simplified();
  return text.isEmpty() ? layout.name() : text;
}

QString yearTitle( const CaAtlasPage &page )
{
  const QString text = page.language == QLatin1String( "ja" ) ? QStringLiteral( "%1年度" ) : QStringLiteral( "FY%1" );
  return text.arg( page.fiscalYear );
}

std::unique_ptr<QgsProject> copyOf( QgsProject *project, QString *error )
{
  const std::unique_ptr<CaProjectFile> file = CaProjectFile::current( project, error );
  return file ? file->copy( error ) : nullptr;
}

//! Shows \a year in \a project, a copy. \returns FALSE and sets \a error if it has no figures of that year
bool showYear( QgsProject *project, int year, QString *error )
{
  const CaProjectInPlace inPlace( project );
  return CaFiscalYear::set( project, year, error );
}

QString attribute( const QgsFeature &feature, const QString &name )
{
  const int index = feature.fieldNameIndex( name );
  return index < 0 ? QString() : feature.attribute( index ).toString();
}

//! Returns the code of the bureau of each project in the layers of \a project, by the project's code.
QHash<QString, QString> bureausOfProjects( const QgsProject *project )
{
  QHash<QString, QString> bureaus;
  const QVector<QgsVectorLayer *> layers = project->layers<QgsVectorLayer *>();
  for ( QgsVectorLayer *layer : layers )
  {
    if ( layer->customProperty( CaLayerProperties::id() ).toString() != QLatin1String( "projects" ) )
      continue;
    QgsFeature feature;
    QgsFeatureIterator features = layer->getFeatures( QgsFeatureRequest().setFlags( CaCompat::NoGeometry ) );
    while ( features.nextFeature( feature ) )
      bureaus.insert( attribute( feature, QStringLiteral( "code" ) ), attribute( feature, QStringLiteral( "bureau_code" ) ) );
  }
  return bureaus;
}

//! Returns the codes that \a feature is chosen by: its own, and those of what it belongs to; \a bureau is that of the bureau.
QStringList codesOf( const QgsFeature &feature, const QString &bureau )
{
  QStringList codes{ bureau };
  for ( const char *name : { "code", "project_code", "owner_code", "country" } )
    codes << attribute( feature, QLatin1String( name ) );
  codes.removeAll( QString() );
  return codes;
}

bool isChosen( const QStringList &codes, const QStringList &which )
{
  return which.isEmpty() || std::any_of( codes.cbegin(), codes.cend(),
                                         [&which]( const QString &code ) { return which.contains( code, Qt::CaseInsensitive ); } );
}

} // namespace

QStringList CaAtlasPlan::kinds( const QgsProject *project )
{
  QStringList kinds;
  const QVector<const QgsPrintLayout *> layouts = layoutsInOrder( project );
  for ( const QgsPrintLayout *layout : layouts )
    kinds << kindOf( layout );
  return kinds;
}

QString CaAtlasPlan::chapterTitle( const QString &layoutName )
{
  static const QRegularExpression prefix( QStringLiteral( "^[^:：]*[:：]\\s*" ) );
  QString title = QString( layoutName ).remove( prefix );
  if ( !title.isEmpty() )
    title[0] = title.at( 0 ).toUpper();
  return title;
}

std::optional<CaAtlasPlan> CaAtlasPlan::make( const CaAtlasEditions &editions, const CaAtlasChoice &choice, QString *error,
                                              QgsFeedback *feedback )
{
  const QStringList known = kinds( editions.original() );
  if ( known.isEmpty() )
  {
    *error = tr( "The project has no layouts. Make one with “New cluster project” and print that." );
    return std::nullopt;
  }
  for ( const QString &kind : choice.kinds )
  {
    if ( known.contains( kind ) )
      continue;
    *error = tr( "The project has no pages of the kind “%1”. It has: %2." ).arg( kind, known.join( QStringLiteral( ", " ) ) );
    return std::nullopt;
  }

  CaAtlasPlan plan;
  plan.mSheet = choice.sheet;
  const QStringList languages = editions.languages();
  for ( int i = 0; i < languages.size(); ++i )
  {
    CaPartFeedback part( feedback, 100.0 * i / languages.size(), 100.0 * ( i + 1 ) / languages.size() );
    if ( !plan.addEdition( editions.project( languages.at( i ) ), languages.at( i ), choice, error, &part ) )
      return std::nullopt;
  }
  if ( plan.mPages.isEmpty() )
  {
    *error = tr( "There are no pages for %1. Give codes of projects or bureaus, such as KANTO." )
                 .arg( choice.which.join( QStringLiteral( ", " ) ) );
    return std::nullopt;
  }
  plan.makeOutline();
  plan.number();
  return plan;
}

bool CaAtlasPlan::addEdition( QgsProject *project, const QString &language, const CaAtlasChoice &choice, QString *error,
                              QgsFeedback *feedback )
{
  const int own = CaFiscalYear::of( project );
  const QVector<int> years = choice.fiscalYears.isEmpty() ? QVector<int>{ own } : choice.fiscalYears;
  // Titles and lengths of tables are those of the year; the project itself, which may be open, stays at its own.
  std::unique_ptr<QgsProject> copy;
  for ( int i = 0; i < years.size(); ++i )
  {
    const int year = years.at( i );
    if ( year != own && !copy )
      copy = copyOf( project, error );
    if ( year != own && ( !copy || !showYear( copy.get(), year, error ) ) )
      return false;
    CaPartFeedback part( feedback, 100.0 * i / years.size(), 100.0 * ( i + 1 ) / years.size() );
    if ( !addYear( year == own ? project : copy.get(), language, year, choice, error, &part ) )
      return false;
  }
  return true;
}

bool CaAtlasPlan::addYear( QgsProject *project, const QString &language, int year, const CaAtlasChoice &choice, QString *error,
                           QgsFeedback *feedback )
{
  const CaProjectInPlace inPlace( project );
  const int before = mPages.size();
  mBureausOfProjects = bureausOfProjects( project );
  const QVector<const QgsPrintLayout *> layouts = layoutsInOrder( project );
  for ( int i = 0; i < layouts.size(); ++i )
  {
    feedback->setProgress( 100.0 * i / layouts.size() );
    const QgsPrintLayout *layout = layouts.at( i );
    if ( !choice.kinds.isEmpty() && !choice.kinds.contains( kindOf( layout ) ) )
      continue;
    if ( !addLayout( project, layout->name(), choice, error, feedback ) )
      return false;
  }
  for ( int i = before; i < mPages.size(); ++i )
  {
    mPages[i].language = language;
    mPages[i].fiscalYear = year;
  }
  return true;
}

bool CaAtlasPlan::addLayout( const QgsProject *project, const QString &name, const CaAtlasChoice &choice, QString *error,
                             QgsFeedback *feedback )
{
  // A copy: going through the features of a layout would turn the page of a designer that is open.
  const std::unique_ptr<QgsPrintLayout> copy = CaLayoutCopy::make( project, name, choice.sheet, CaLayoutCopy::Parts::Tables, error );
  if ( !copy )
    return false;
  if ( copy->atlas()->enabled() )
    return addFeatures( copy.get(), choice.which, error, feedback );
  CaAtlasPage page;
  page.kind = kindOf( copy.get() );
  page.layout = name;
  page.title = printedTitle( *copy );
  page.sheets = countSheets( *copy );
  mPages << page;
  if ( CaContents::isContents( *copy ) )
    mRowsOfContents.insert( name, CaContents::rowsOfSheet( *copy ) );
  return true;
}

bool CaAtlasPlan::addFeatures( QgsPrintLayout *layout, const QStringList &which, QString *error, QgsFeedback *feedback )
{
  CaAtlasPage page;
  page.kind = kindOf( layout );
  page.layout = layout->name();
  QgsLayoutAtlas *atlas = layout->atlas();
  const int count = atlas->updateFeatures();
  if ( count <= 0 )
  {
    const QString filter = atlas->filterFeatures() ? atlas->filterExpression() : QString();
    *error = filter.isEmpty() ? tr( "The layout “%1” has no pages: its layer is empty, filtered away or missing." ).arg( layout->name() )
                              : tr( "The layout “%1” has no pages: no feature of its layer fits the filter %2, or the filter fails." )
                                    .arg( layout->name(), filter );
    return false;
  }
  const bool growing = hasGrowingTables( *layout );
  const QHash<QString, QVector<Member>> members = membersByName( layout );
  const int before = mPages.size();
  for ( int i = 0; i < count; ++i )
  {
    if ( feedback->isCanceled() )
      return false;
    if ( !atlas->seekTo( i ) )
    {
      *error = tr( "Feature %1 of the layout “%2” cannot be read. Is its layer still there?" ).arg( i + 1 ).arg( layout->name() );
      return false;
    }
    const QgsFeature feature = layout->reportContext().feature();
    page.code = attribute( feature, QStringLiteral( "code" ) );
    page.title = atlas->nameForPage( i ).simplified();
    QVector<Member> chosen = members.value( page.title, { memberOf( feature, page.kind ) } );
    chosen.erase(
        std::remove_if( chosen.begin(), chosen.end(), [&which]( const Member &member ) { return !isChosen( member.codes, which ); } ),
        chosen.end() );
    if ( chosen.isEmpty() )
      continue;
    page.bureaus.clear();
    for ( const Member &member : std::as_const( chosen ) )
      page.bureaus << member.bureau;
    page.bureaus.removeAll( QString() );
    page.bureaus.removeDuplicates();
    page.feature = i;
    page.named = !page.title.isEmpty();
    if ( !page.named )
      page.title = page.code.isEmpty() ? QStringLiteral( "%1 %2" ).arg( layout->name() ).arg( i + 1 ) : page.code;
    page.sheets = growing ? countSheets( *layout ) : layout->pageCollection()->pageCount();
    mPages << page;
  }
  const QString note = tr( "No page of “%1” fits the codes that were given." ).arg( layout->name() );
  if ( mPages.size() == before && !mNotes.contains( note ) )
    mNotes << note;
  return true;
}

QHash<QString, QVector<CaAtlasPlan::Member>> CaAtlasPlan::membersByName( QgsPrintLayout *layout ) const
{
  QHash<QString, QVector<Member>> members;
  const QgsLayoutAtlas *atlas = layout->atlas();
  QgsExpression name( atlas->pageNameExpression() );
  QgsExpressionContext context = layout->createExpressionContext();
  context.setFields( atlas->coverageLayer()->fields() );
  if ( !atlas->filterFeatures() || !name.prepare( &context ) )
    return members;
  QgsFeature feature;
  QgsFeatureIterator features = atlas->coverageLayer()->getFeatures( QgsFeatureRequest().setFlags( CaCompat::NoGeometry ) );
  while ( features.nextFeature( feature ) )
  {
    context.setFeature( feature );
    const QString title = name.evaluate( &context ).toString().simplified();
    if ( !title.isEmpty() )
      members[title] << memberOf( feature, kindOf( layout ) );
  }
  return members;
}

CaAtlasPlan::Member CaAtlasPlan::memberOf( const QgsFeature &feature, const QString &kind ) const
{
  const QString bureau = bureauOf( feature, kind );
  return { codesOf( feature, bureau ), bureau };
}

QString CaAtlasPlan::bureauOf( const QgsFeature &feature, const QString &kind ) const
{
  if ( kind == QLatin1String( "bureau" ) )
    return attribute( feature, QStringLiteral( "code" ) );
  const QString own = attribute( feature, QStringLiteral( "bureau_code" ) );
  return own.isEmpty() ? mBureausOfProjects.value( attribute( feature, QStringLiteral( "project_code" ) ) ) : own;
}

bool CaAtlasPlan::isInSeveralLanguages() const
{
  return mPages.constFirst().language != mPages.constLast().language;
}

void CaAtlasPlan::makeOutline()
{
  const auto chapterOf = []( const CaAtlasPage &page )
  {
    return QStringLiteral( "%1 %2 %3" ).arg( page.layout, page.language ).arg( page.fiscalYear );
  };
  QHash<QString, int> pagesOfChapter;
  for ( const CaAtlasPage &page : std::as_const( mPages ) )
    ++pagesOfChapter[chapterOf( page )];
  const auto add = [this]( const QString &title, int level, int place )
  {
    mOutline << CaPdfEntry{ title, level, 0 };
    mOutlinePages << place;
  };
  const bool severalYears = mPages.constFirst().fiscalYear != mPages.constLast().fiscalYear;
  CaAtlasPage before;
  for ( int i = 0; i < mPages.size(); ++i )
  {
    const CaAtlasPage &page = mPages.at( i );
    int level = 0;
    if ( isInSeveralLanguages() && page.language != before.language )
      add( CaAtlasEditions::nameOf( page.language ), level, i );
    level += isInSeveralLanguages() ? 1 : 0;
    if ( severalYears && ( page.fiscalYear != before.fiscalYear || page.language != before.language ) )
      add( yearTitle( page ), level, i );
    level += severalYears ? 1 : 0;
    const bool inChapter = pagesOfChapter.value( chapterOf( page ) ) > 1;
    if ( inChapter && chapterOf( page ) != chapterOf( before ) )
      add( chapterTitle( page.layout ), level, i );
    add( page.title, level + ( inChapter ? 1 : 0 ), i );
    before = page;
  }
}

QVector<CaPdfEntry> CaAtlasPlan::contents( const QString &language ) const
{
  if ( !isInSeveralLanguages() )
    return mOutline;
  QVector<CaPdfEntry> entries;
  for ( int i = 0; i < mOutline.size(); ++i )
  {
    const bool isOwn = mPages.at( mOutlinePages.at( i ) ).language == language;
    const bool isPart = mOutline.at( i ).level == 0;
    if ( isOwn == isPart )
      continue;
    entries << mOutline.at( i );
    if ( isOwn )
      --entries.last().level;
  }
  return entries;
}

void CaAtlasPlan::number()
{
  constexpr int DIGITS = 3;
  mSheets = 0;
  for ( CaAtlasPage &page : mPages )
  {
    if ( const int rows = mRowsOfContents.value( page.layout ) )
      page.sheets = std::max( 1, ( static_cast<int>( contents( page.language ).size() ) + rows - 1 ) / rows );
    page.number = mSheets + 1;
    mSheets += page.sheets;
    // The number first: names sort as the pages do, and two pages of one title stay apart.
    page.fileName =
        CaFileName::safe( QStringLiteral( "%1_%2_%3" ).arg( page.number, DIGITS, 10, QLatin1Char( '0' ) ).arg( page.kind, page.title ) );
  }
  for ( int i = 0; i < mOutline.size(); ++i )
    mOutline[i].page = mPages.at( mOutlinePages.at( i ) ).number;
}
