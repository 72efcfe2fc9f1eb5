// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlascheck.h"

#include "caatlaseditions.h"
#include "calayerproperties.h"
#include "calayoutcopy.h"
#include "calayoutlabel.h"
#include "caprojectinplace.h"

#include <qgsfeedback.h>
#include <qgslayoutatlas.h>
#include <qgslayoutmanager.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHash>
#include <QLocale>
#include <QSet>
#include <QStorageInfo>

#include <algorithm>

namespace
{

//! Returns the layout called \a name at the first page of its atlas, without what draws; null if it has none.
std::unique_ptr<QgsPrintLayout> firstPage( const QgsProject *project, const QString &name )
{
  QString error;
  std::unique_ptr<QgsPrintLayout> layout =
      CaLayoutCopy::make( project, name, CaLayoutPaper::Sheet::A4Landscape, CaLayoutCopy::Parts::Tables, &error );
  QgsLayoutAtlas *atlas = layout ? layout->atlas() : nullptr;
  return atlas && atlas->enabled() && atlas->updateFeatures() > 0 && atlas->seekTo( 0 ) ? std::move( layout ) : nullptr;
}

} // namespace

QVector<CaAtlasFinding> CaAtlasCheck::check( const CaAtlasEditions &editions, const CaAtlasPlan &plan, const QString &output,
                                             QgsFeedback *feedback )
{
  CaAtlasCheck check( editions, plan, output );
  while ( !( feedback && feedback->isCanceled() ) && check.checkNextPage() )
  {
    if ( feedback )
      feedback->setProgress( 100.0 * check.mNext / plan.pages().size() );
  }
  return check.findings();
}

CaAtlasCheck::CaAtlasCheck( const CaAtlasEditions &editions, const CaAtlasPlan &plan, const QString &output )
    : mEditions( &editions )
    , mPlan( plan )
{
  checkLayers( editions.original() );
  checkDisk( output, plan.sheets() );
  checkTitles( plan );
  const QStringList languages = editions.languages();
  for ( const QString &language : languages )
    checkNames( editions.project( language ), language, plan );
}

CaAtlasCheck::CaAtlasCheck( const QString &layout )
    : mLayout( layout )
{
}

CaAtlasCheck::~CaAtlasCheck() = default;

QVector<CaAtlasFinding> CaAtlasCheck::findings() const
{
  QVector<CaAtlasFinding> sorted = mFindings;
  std::stable_sort( sorted.begin(), sorted.end(),
                    []( const CaAtlasFinding &first, const CaAtlasFinding &second ) { return first.severity > second.severity; } );
  return sorted;
}

QVector<CaAtlasFinding> CaAtlasCheck::checkLayout( const QgsPrintLayout &layout )
{
  const CaProjectInPlace inPlace( layout.project() );
  CaAtlasCheck check( layout.name() );
  const QVector<CaLayoutLabel> labels = CaLayoutLabel::all( layout );
  check.checkFonts( labels );
  QgsExpressionContext context = layout.createExpressionContext();
  std::unique_ptr<QgsPrintLayout> first;
  if ( !context.feature().isValid() ) // no page of an atlas is shown
    first = firstPage( layout.project(), layout.name() );
  if ( first )
    context = first->createExpressionContext();
  const bool isOurs = layout.customProperties().contains( CaLayerProperties::layoutKind() );
  if ( isOurs )
  {
    check.checkLayers( layout.project() );
    check.checkCredits( layout );
  }
  for ( const CaLayoutLabel &label : labels )
  {
    if ( isOurs )
      check.checkLabel( label, context );
    else if ( !label.html )
      check.checkCharacters( label, label.text( context ) );
  }
  return check.mFindings;
}

qint64 CaAtlasCheck::expectedBytes( int sheets )
{
  // A page of vectors takes 0.1 to 0.8 MB, and is there twice for a moment, alone and in the book.
  constexpr qint64 BYTES_OF_SHEET = 1'000'000;
  return sheets * BYTES_OF_SHEET;
}

int CaAtlasCheck::expectedSeconds( int sheets, int workers )
{
  constexpr double SECONDS_TO_START = 2;
  constexpr double SECONDS_OF_SHEET = 1.5;
  return qRound( SECONDS_TO_START + SECONDS_OF_SHEET * sheets / std::max( 1, workers ) );
}

void CaAtlasCheck::add( CaAtlasFinding::Severity severity, const QString &topic, const QString &text, const QString &item )
{
  const QString where = mPage >= 0 ? tr( "Page “%1”: %2" ).arg( mPageTitle, text ) : text;
  mFindings << CaAtlasFinding{ severity, topic, mPage, mLayout, item, where };
}

void CaAtlasCheck::checkLayers( const QgsProject *project )
{
  const QVector<QgsVectorLayer *> layers = project->layers<QgsVectorLayer *>();
  for ( const QgsVectorLayer *layer : layers )
  {
    if ( !layer->isValid() )
      add( CaAtlasFinding::Blocks, QStringLiteral( "layer" ),
           tr( "The layer “%1” has lost its data. Put its file back, or take the layer out." ).arg( layer->name() ) );
    const QString note = layer->customProperty( CaLayerProperties::joinNote() ).toString();
    if ( !note.isEmpty() )
      add( CaAtlasFinding::Warning, QStringLiteral( "join" ),
           tr( "The statistics joined to “%1” do not cover all of it. Look at the report of the join." ).arg( layer->name() ) );
  }
}

void CaAtlasCheck::checkDisk( const QString &output, int sheets )
{
  if ( output.isEmpty() )
    return;
  QString folder = QFileInfo( output ).absolutePath();
  while ( !QFileInfo::exists( folder ) && !QDir( folder ).isRoot() )
    folder = QFileInfo( folder ).path();
  const QStorageInfo disk( folder );
  const qint64 expected = expectedBytes( sheets );
  if ( disk.isValid() && disk.bytesAvailable() < expected )
    add( CaAtlasFinding::Blocks, QStringLiteral( "disk" ),
         tr( "The disk of %1 has %2 left; this atlas may take %3. Free some space, or choose another folder." )
             .arg( folder, QLocale().formattedDataSize( disk.bytesAvailable() ), QLocale().formattedDataSize( expected ) ) );
}

void CaAtlasCheck::checkNames( const QgsProject *project, const QString &language, const CaAtlasPlan &plan )
{
  for ( const CaAtlasPage &page : plan.pages() )
  {
    auto *layout = dynamic_cast<QgsPrintLayout *>( project->layoutManager()->layoutByName( page.layout ) );
    if ( page.named || page.language != language || !layout || !layout->atlas()->coverageLayer() )
      continue;
    add( CaAtlasFinding::Warning, QStringLiteral( "title" ),
         tr( "Page %1: feature %2 (“%3”) of the layer “%4” has no name, so the page is called “%5”. Fill in the name." )
             .arg( page.number )
             .arg( page.feature + 1 )
             .arg( page.code, layout->atlas()->coverageLayer()->name(), page.title ) );
  }
}

void CaAtlasCheck::checkTitles( const CaAtlasPlan &plan )
{
  QHash<QString, int> first;
  for ( int i = 0; i < plan.pages().size(); ++i )
  {
    const CaAtlasPage &page = plan.pages().at( i );
    const QString title = QStringLiteral( "%1\n%2\n%3\n%4" ).arg( page.kind, page.title, page.language ).arg( page.fiscalYear );
    const auto before = first.constFind( title );
    if ( before == first.constEnd() )
    {
      first.insert( title, i );
      continue;
    }
    add( CaAtlasFinding::Warning, QStringLiteral( "title" ),
         tr( "Pages %1 and %2 have one title, “%3”. Readers cannot tell them apart." )
             .arg( plan.pages().at( *before ).number )
             .arg( page.number )
             .arg( page.title ) );
  }
}

bool CaAtlasCheck::checkNextPage()
{
  if ( mNext >= mPlan->pages().size() )
    return false;
  const CaAtlasPage &page = mPlan->pages().at( mNext );
  QgsProject *project = mEditions->project( page.language );
  const CaProjectInPlace inPlace( project );
  if ( mLayout != page.layout || mLanguage != page.language )
    takeLayout( project, page );
  const int place = mNext++;
  if ( !mCopy )
    return true;
  mPage = place;
  mPageTitle = page.title;
  if ( page.feature >= 0 )
    mCopy->atlas()->seekTo( page.feature );
  const QgsExpressionContext context = mCopy->createExpressionContext();
  for ( const CaLayoutLabel &label : std::as_const( mLabels ) )
    checkLabel( label, context );
  mPage = -1;
  return true;
}

void CaAtlasCheck::takeLayout( QgsProject *project, const CaAtlasPage &page )
{
  mLayout = page.layout;
  mLanguage = page.language;
  QString error;
  mCopy = CaLayoutCopy::make( project, page.layout, mPlan->sheet(), CaLayoutCopy::Parts::Tables, &error );
  if ( !mCopy )
  {
    add( CaAtlasFinding::Blocks, QStringLiteral( "paper" ), error );
    return;
  }
  const auto *original = dynamic_cast<const QgsPrintLayout *>( project->layoutManager()->layoutByName( page.layout ) );
  const std::unique_ptr<QgsPrintLayout> turned =
      mPlan->sheet() == CaLayoutPaper::Sheet::A4Landscape
          ? nullptr
          : CaLayoutCopy::make( project, page.layout, mPlan->sheet(), CaLayoutCopy::Parts::Labels, &error );
  mLabels = CaLayoutLabel::all( turned ? *turned : *original );
  checkFonts( mLabels );
  checkCredits( *original );
  if ( mCopy->atlas()->enabled() )
    mCopy->atlas()->updateFeatures();
}

void CaAtlasCheck::checkFonts( const QVector<CaLayoutLabel> &labels )
{
  const QStringList installed = QFontDatabase().families();
  QSet<QString> missing;
  for ( const CaLayoutLabel &label : labels )
  {
    const QString family = label.font.family();
    if ( installed.contains( family ) || missing.contains( family ) )
      continue;
    missing.insert( family );
    add( CaAtlasFinding::Blocks, QStringLiteral( "font" ),
         tr( "The font “%1” of the layout “%2” is not installed; another would be printed. Install it, or choose another font." )
             .arg( family, mLayout ),
         label.id );
  }
}

void CaAtlasCheck::checkCredits( const QgsLayout &layout )
{
  const QgsLayoutItem *credits = layout.itemById( QStringLiteral( "credits" ) );
  if ( !credits || !credits->isVisible() )
    add( CaAtlasFinding::Warning, QStringLiteral( "credits" ),
         tr( "The layout “%1” has no label with the id “credits”: boundaries and figures must be credited on the page." ).arg( mLayout ) );
}

void CaAtlasCheck::checkLabel( const CaLayoutLabel &label, const QgsExpressionContext &context )
{
  QString problem;
  const QString text = label.text( context, &problem );
  if ( !problem.isEmpty() )
  {
    add( CaAtlasFinding::Blocks, QStringLiteral( "expression" ),
         tr( "An expression in the label “%1” of the layout “%2” fails: %3" ).arg( label.id, mLayout, problem ), label.id );
    return;
  }
  if ( label.html )
    return;
  checkCharacters( label, text );
  if ( !label.holds( text ) )
    add( CaAtlasFinding::Warning, QStringLiteral( "overflow" ),
         tr( "The text of the label “%1” is larger than its box and would be cut off: %2" ).arg( label.id, text.left( 40 ) ), label.id );
}

void CaAtlasCheck::checkCharacters( const CaLayoutLabel &label, const QString &text )
{
  const QString missing = label.missingCharacter( text );
  if ( missing.isEmpty() )
    return;
  add( CaAtlasFinding::Warning, QStringLiteral( "glyph" ),
       tr( "The font “%1” has no “%2” (U+%3), which is in the label “%4”; another font would stand in." )
           .arg( label.font.family(), missing )
           .arg( missing.toUcs4().constFirst(), 4, 16, QLatin1Char( '0' ) )
           .arg( label.id ),
       label.id );
}
