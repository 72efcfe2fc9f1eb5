// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlascomparison.h"

#include "caprintedatlas.h"
#include "careport.h"

#include <qgsfeedback.h>

#include <QHash>

#include <algorithm>
#include <cstdlib>

namespace
{

//! Less is the rounding of the same line.
constexpr int LEAST_DIFFERENCE = 40;

//! Returns where the foot with page number and date begins, as a share of the height: 9.5 of 210 mm, or 10 of 297 mm upright.
double footBegins( const QSize &size )
{
  constexpr double LANDSCAPE = 1 - 9.5 / 210;
  constexpr double PORTRAIT = 1 - 10.0 / 297;
  return size.width() > size.height() ? LANDSCAPE : PORTRAIT;
}

bool differs( QRgb one, QRgb other )
{
  return std::max( { std::abs( qRed( one ) - qRed( other ) ), std::abs( qGreen( one ) - qGreen( other ) ),
                     std::abs( qBlue( one ) - qBlue( other ) ) } ) > LEAST_DIFFERENCE;
}

const QRgb *line( const QImage &image, int y )
{
  return reinterpret_cast<const QRgb *>( image.constScanLine( y ) );
}

//! Returns the grey of \a colour, as if \a paper of that colour shone through.
QRgb pale( QRgb colour, QRgb paper )
{
  constexpr int WHITE = 255;
  const int shade = ( 2 * WHITE + qGray( colour ) ) / 3;
  return qRgb( qRed( paper ) * shade / WHITE, qGreen( paper ) * shade / WHITE, qBlue( paper ) * shade / WHITE );
}

//! Returns whether the pictures differ above the line \a end.
bool differs( const QImage &before, const QImage &after, int end )
{
  if ( before.size() != after.size() )
    return true;
  for ( int y = 0; y < end; ++y )
  {
    const QRgb *one = line( before, y );
    if ( !std::equal( one, one + before.width(), line( after, y ), []( QRgb a, QRgb b ) { return !differs( a, b ); } ) )
      return true;
  }
  return false;
}

//! Returns the texts of \a strings above \a end that \a others has not, or has less often.
QStringList missingIn( const QVector<CaPdfString> &others, const QVector<CaPdfString> &strings, double end )
{
  QHash<QString, int> left;
  for ( const CaPdfString &other : others )
    ++left[other.text];
  QStringList missing;
  for ( const CaPdfString &string : strings )
  {
    if ( string.place.y() < end && --left[string.text] < 0 )
      missing << string.text;
  }
  return missing;
}

} // namespace

QVector<CaAtlasComparison::Page> CaAtlasComparison::matched( const CaPrintedAtlas &before, const CaPrintedAtlas &after )
{
  QHash<QString, int> byCode;
  QHash<QString, int> byKey;
  for ( int i = 0; i < before.pages().size(); ++i )
  {
    const CaPrintedAtlas::Page &page = before.pages().at( i );
    if ( !page.code.isEmpty() )
      byCode.insert( page.code, i );
    byKey.insert( page.key, i );
  }
  QVector<bool> found( before.pages().size(), false );
  QVector<Page> pages;
  for ( int i = 0; i < after.pages().size(); ++i )
  {
    const CaPrintedAtlas::Page &now = after.pages().at( i );
    Page page;
    page.title = now.title;
    page.after = i;
    page.before = byCode.value( now.code, byKey.value( now.key, -1 ) );
    if ( page.before >= 0 && found.at( page.before ) )
      page.before = -1;
    if ( page.before >= 0 )
      found[page.before] = true;
    page.state = page.before >= 0 ? State::Same : State::Added;
    pages << page;
  }
  for ( int i = 0; i < found.size(); ++i )
  {
    if ( found.at( i ) )
      continue;
    Page page;
    page.title = before.pages().at( i ).title;
    page.before = i;
    page.state = State::Removed;
    pages << page;
  }
  return pages;
}

bool CaAtlasComparison::look( Page &page, const QByteArray &before, const QByteArray &after, const Options &options )
{
  page.pictureBefore = CaPrintedAtlas::picture( before, options.dpi );
  page.pictureAfter = CaPrintedAtlas::picture( after, options.dpi );
  if ( page.pictureBefore.isNull() || page.pictureAfter.isNull() )
    return false;
  const double end = options.foot ? 1 : footBegins( page.pictureAfter.size() );
  const QVector<CaPdfString> saidBefore = CaPrintedAtlas::strings( before );
  const QVector<CaPdfString> saidAfter = CaPrintedAtlas::strings( after );
  page.gone = missingIn( saidAfter, saidBefore, end );
  page.come = missingIn( saidBefore, saidAfter, end );
  const bool looksSame = !differs( page.pictureBefore, page.pictureAfter, static_cast<int>( page.pictureAfter.height() * end ) );
  page.state = looksSame && page.gone.isEmpty() && page.come.isEmpty() ? State::Same : State::Changed;
  return true;
}

std::optional<CaAtlasComparison> CaAtlasComparison::compare( CaPrintedAtlas &before, CaPrintedAtlas &after, const Options &options,
                                                             const Changed &changed, QString *error, QgsFeedback *feedback )
{
  CaAtlasComparison comparison;
  comparison.mPages = matched( before, after );
  for ( int i = 0; i < comparison.mPages.size(); ++i )
  {
    if ( feedback && feedback->isCanceled() )
      return std::nullopt;
    Page &page = comparison.mPages[i];
    if ( page.state == State::Same )
    {
      const QByteArray old = before.content( before.pages().at( page.before ), error );
      const QByteArray now = old.isEmpty() ? QByteArray() : after.content( after.pages().at( page.after ), error );
      if ( now.isEmpty() )
        return std::nullopt;
      if ( old != now && !look( page, old, now, options ) )
      {
        *error = tr( "The page “%1” cannot be drawn. Is GDAL there with its driver for PDF?" ).arg( page.title );
        return std::nullopt;
      }
      if ( page.state == State::Changed )
        changed( page );
      page.pictureBefore = page.pictureAfter = QImage();
    }
    if ( feedback )
      feedback->setProgress( 100.0 * ( i + 1 ) / comparison.mPages.size() );
  }
  return comparison;
}

int CaAtlasComparison::count( State state ) const
{
  return static_cast<int>( std::count_if( mPages.cbegin(), mPages.cend(), [state]( const Page &page ) { return page.state == state; } ) );
}

CaReport CaAtlasComparison::report() const
{
  const auto titles = [this]( State state )
  {
    QStringList list;
    for ( const Page &page : mPages )
    {
      if ( page.state == state )
        list << QStringLiteral( "%1  %2" ).arg( ( page.after >= 0 ? page.after : page.before ) + 1 ).arg( page.title );
    }
    return list;
  };
  CaReport report;
  report.add( CaReport::Information, QStringLiteral( "compared" ), tr( "Pages compared: %1." ).arg( mPages.size() ) );
  report.add( CaReport::Information, QStringLiteral( "same" ), tr( "Pages that are the same: %1." ).arg( count( State::Same ) ) );
  const auto add = [&report, &titles]( State state, const QString &topic, const QString &text )
  {
    const QStringList details = titles( state );
    report.add( details.isEmpty() ? CaReport::Information : CaReport::Warning, topic, text.arg( details.size() ), details );
    report.setValue( topic, details.size() );
  };
  add( State::Changed, QStringLiteral( "changed" ), tr( "Pages that have changed: %1." ) );
  add( State::Added, QStringLiteral( "added" ), tr( "Pages that are new: %1." ) );
  add( State::Removed, QStringLiteral( "removed" ), tr( "Pages that are gone: %1." ) );
  report.setValue( QStringLiteral( "compared" ), mPages.size() );
  report.setValue( QStringLiteral( "same" ), count( State::Same ) );
  return report;
}

QImage CaAtlasComparison::difference( const QImage &before, const QImage &after )
{
  constexpr int TILE = 24; // what has changed must be seen where the page is shown small
  constexpr QRgb PAPER = qRgb( 255, 255, 255 );
  constexpr QRgb MARK = qRgb( 255, 236, 130 );
  constexpr QRgb RED = qRgb( 200, 0, 0 );
  if ( before.size() != after.size() )
    return QImage();
  QVector<bool> marked( ( after.height() / TILE + 1 ) * ( after.width() / TILE + 1 ), false );
  const auto tileOf = [&after]( int x, int y )
  {
    return y / TILE * ( after.width() / TILE + 1 ) + x / TILE;
  };
  for ( int y = 0; y < after.height(); ++y )
  {
    for ( int x = 0; x < after.width(); ++x )
    {
      if ( differs( line( before, y )[x], line( after, y )[x] ) )
        marked[tileOf( x, y )] = true;
    }
  }
  QImage result( after.size(), QImage::Format_RGB32 );
  for ( int y = 0; y < after.height(); ++y )
  {
    auto *pixels = reinterpret_cast<QRgb *>( result.scanLine( y ) );
    for ( int x = 0; x < after.width(); ++x )
    {
      const QRgb now = line( after, y )[x];
      pixels[x] = differs( line( before, y )[x], now ) ? RED : pale( now, marked.at( tileOf( x, y ) ) ? MARK : PAPER );
    }
  }
  return result;
}
