// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetpdf.h"

#include "capdfbook.h"

#include <QFont>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace
{

constexpr int DPI = 600;
constexpr double MARGIN = 15; // mm, as all lengths here
constexpr double FOOT = 8;
constexpr double PADDING = 1;
constexpr double SAFETY = 0.3;       // of the width of a column, as digits are printed for themselves
constexpr double LINE_FACTOR = 0.92; // of a line's height, which is much for a font of ideographs
constexpr int DETAILS = 10;          // of a note

constexpr QRgb INK = 0xff222222;
constexpr QRgb QUIET = 0xff666666;
constexpr QRgb WARNING = 0xffa03000;
constexpr QRgb RULE = 0xffb8b8b8;
constexpr QRgb HEAD = 0xffececec;
constexpr QRgb ITEM = 0xfff7f7f7;

/**
 * A line of text where it will stand, from the left edge and top of its block. Digits are printed for themselves: beside Latin letters Noto
 * Sans CJK has others in locales that are not Japanese, which a PDF could not translate back to text.
 */
struct Line
{
  std::vector<std::pair<double, QString>> runs; //!< With their places
  QFont font;
  QRgb colour;
  double x;
  double ascent;
  double height;
};

//! A cell that is set: its lines from the top.
using Lines = std::vector<Line>;

/**
 * \brief Sets the sheet page after page; twice, as the foot says how many pages there are: counting, then printing.
 */
class Setter
{
  Q_DECLARE_TR_FUNCTIONS( CaSheetPdf )

public:
  Setter( const CaSheet &sheet, QPdfWriter &writer )
      : mSheet( sheet )
      , mWriter( writer )
      , mWidth( writer.width() / mm( 1 ) )
      , mBottom( writer.height() / mm( 1 ) - FOOT )
      , mTextSize( sheet.isUpright ? 8.5 : 7.5 )
  {
  }

  //! Sets all. Without \a painter nothing is printed. \returns the number of pages
  int set( QPainter *painter, int pages )
  {
    mPainter = painter;
    mPages = pages;
    mPage = 1;
    mY = 0;
    setFoot();
    setTitle();
    for ( const CaSheetTable &table : mSheet.tables )
      setTable( table );
    setNotes();
    return mPage;
  }

private:
  static double mm( double length ) { return length * DPI / 25.4; }

  QFont font( double size, bool isBold = false ) const
  {
    QFont font( QStringLiteral( "Noto Sans CJK JP" ) );
    font.setPointSizeF( size );
    font.setBold( isBold );
    return font;
  }

  //! Returns digits and others apart, with their places, and how wide they are together.
  std::vector<std::pair<double, QString>> runsOf( const QString &text, const QFont &font, double *width ) const
  {
    static const QRegularExpression run( QStringLiteral( "[0-9]+|[^0-9]+" ) );
    const QFontMetricsF metrics( font, &mWriter );
    std::vector<std::pair<double, QString>> runs;
    for ( auto it = run.globalMatch( text ); it.hasNext(); )
    {
      const QString part = it.next().captured();
      runs.emplace_back( *width, part );
      *width += metrics.horizontalAdvance( part ) / mm( 1 );
    }
    return runs;
  }

  //! Breaks \a text into lines of \a width.
  Lines broken( const QString &text, const QFont &font, QRgb colour, double width, Qt::Alignment alignment = Qt::AlignLeft ) const
  {
    Lines lines;
    if ( text.isEmpty() )
      return lines;
    QTextLayout layout( text, font, &mWriter );
    QTextOption option( alignment );
    option.setWrapMode( QTextOption::WrapAtWordBoundaryOrAnywhere );
    layout.setTextOption( option );
    layout.beginLayout();
    for ( QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine() )
    {
      line.setLineWidth( mm( width - SAFETY ) );
      double natural = 0;
      const auto runs = runsOf( text.mid( line.textStart(), line.textLength() ).trimmed(), font, &natural );
      const double free = std::max( 0.0, width - natural );
      lines.push_back( { runs, font, colour,
                         alignment & Qt::AlignRight     ? free
                         : alignment & Qt::AlignHCenter ? free / 2
                                                        : 0,
                         line.ascent() / mm( 1 ), LINE_FACTOR * line.height() / mm( 1 ) } );
    }
    layout.endLayout();
    return lines;
  }

  static double heightOf( const Lines &lines )
  {
    double height = 0;
    for ( const Line &line : lines )
      height += line.height;
    return height;
  }

  void print( const Line &line, double x, double y )
  {
    if ( !mPainter )
      return;
    mPainter->setFont( line.font );
    mPainter->setPen( QColor( line.colour ) );
    for ( const auto &[place, text] : line.runs )
      mPainter->drawText( QPointF( mm( x + line.x + place ), mm( y + line.ascent ) ), text );
  }

  void rule( double y, QRgb colour, double thickness, double from = 0 )
  {
    fill( from, y - thickness / 2, mWidth - from, thickness, colour );
  }

  void fill( double x, double y, double width, double height, QRgb colour )
  {
    if ( mPainter )
      mPainter->fillRect( QRectF( mm( x ), mm( y ), mm( width ), mm( height ) ), QColor( colour ) );
  }

  void turn()
  {
    ++mPage;
    mY = 0;
    if ( mPainter )
      mWriter.newPage();
    setFoot();
  }

  void setFoot()
  {
    const double y = mBottom + FOOT / 2;
    const QString page = mPages > 1 ? tr( "%1 / %2" ).arg( mPage ).arg( mPages ) : QString();
    for ( const Line &line : broken( page, font( 7 ), QUIET, mWidth, Qt::AlignRight ) )
      print( line, 0, y );
    const Lines title = broken( mSheet.title, font( 7 ), QUIET, 0.8 * mWidth );
    if ( mPage > 1 && !title.empty() )
      print( title.front(), 0, y );
  }

  void setTitle()
  {
    setLines( broken( mSheet.title, font( 15, true ), INK, mWidth ), 0 );
    mY += 1;
    rule( mY, INK, 0.5 );
    mY += 2;
  }

  //! Sets lines at \a x, and turns the page where it is full.
  void setLines( const Lines &lines, double x )
  {
    for ( const Line &line : lines )
    {
      if ( mY + line.height > mBottom )
        turn();
      print( line, x, mY );
      mY += line.height;
    }
  }

  //! Breaks a row into the lines of its cells.
  std::vector<Lines> brokenRow( const CaSheetTable &table, const QVector<CaSheetCell> &row, bool isHead ) const
  {
    std::vector<Lines> cells;
    for ( int column = 0; column < row.size(); ++column )
    {
      const CaSheetCell &cell = row.at( column );
      const double width = table.widths.at( column ) * mWidth - 2 * PADDING;
      const Qt::Alignment alignment = column == 0 ? Qt::AlignLeft : isOfNumbers( table ) ? Qt::AlignRight : Qt::AlignHCenter;
      Lines lines = broken( cell.text, font( mTextSize, isHead ), cell.isMissing ? QUIET : INK, width, alignment );
      const double small = mTextSize - 1.5;
      for ( const Lines &under : { broken( cell.small, font( small ), QUIET, width, alignment ),
                                   broken( cell.warning, font( small ), WARNING, width, alignment ) } )
        lines.insert( lines.end(), under.begin(), under.end() );
      cells.push_back( lines );
    }
    return cells;
  }

  //! Whether figures stand under one another; among texts they stand in the middle like these.
  static bool isOfNumbers( const CaSheetTable &table )
  {
    const auto isNumber = []( const CaSheetCell &cell )
    {
      return cell.isNumber;
    };
    return std::all_of( table.rows.begin(), table.rows.end(),
                        [&isNumber]( const QVector<CaSheetCell> &row ) { return std::all_of( row.begin() + 1, row.end(), isNumber ); } );
  }

  static double heightOf( const std::vector<Lines> &cells )
  {
    double height = 0;
    for ( const Lines &cell : cells )
      height = std::max( height, heightOf( cell ) );
    return height + 2 * PADDING;
  }

  void setHead( const CaSheetTable &table )
  {
    const std::vector<Lines> cells = brokenRow( table, table.head, true );
    const double height = heightOf( cells );
    fill( 0, mY, mWidth, height, HEAD );
    rule( mY, INK, 0.3 );
    double x = 0;
    for ( size_t column = 0; column < cells.size(); ++column )
    {
      // Names of areas stand on the rule below them.
      double y = mY + ( column == 0 ? PADDING : height - PADDING - heightOf( cells[column] ) );
      for ( const Line &line : cells[column] )
      {
        print( line, x + PADDING, y );
        y += line.height;
      }
      x += table.widths.at( static_cast<int>( column ) ) * mWidth;
    }
    mY += height;
    rule( mY, INK, 0.2 );
  }

  //! Sets a row; what of it does not fit on any page goes on on the next.
  void setRow( const CaSheetTable &table, const std::vector<Lines> &cells, bool isJoined )
  {
    std::vector<size_t> done( cells.size(), 0 );
    const auto isMore = [&]
    {
      for ( size_t column = 0; column < cells.size(); ++column )
      {
        if ( done[column] < cells[column].size() )
          return true;
      }
      return false;
    };
    const double top = mY;
    do
    {
      const double room = mBottom - mY - 2 * PADDING;
      double height = 0;
      std::vector<size_t> until = done;
      for ( size_t column = 0; column < cells.size(); ++column )
      {
        double used = 0;
        while ( until[column] < cells[column].size() && ( used + cells[column][until[column]].height <= room || used == 0 ) )
          used += cells[column][until[column]++].height;
        height = std::max( height, used );
      }
      fill( 0, mY, table.widths.constFirst() * mWidth, height + 2 * PADDING, ITEM );
      double x = 0;
      for ( size_t column = 0; column < cells.size(); ++column )
      {
        double y = mY + PADDING;
        for ( size_t i = done[column]; i < until[column]; ++i )
        {
          print( cells[column][i], x + PADDING, y );
          y += cells[column][i].height;
        }
        x += table.widths.at( static_cast<int>( column ) ) * mWidth;
      }
      done = until;
      mY += height + 2 * PADDING;
      if ( isMore() )
      {
        turn();
        setHead( table );
      }
      else if ( top < mY )
        rule( top, RULE, 0.15, isJoined ? table.widths.constFirst() * mWidth : 0 ); // over the ground of the names
    } while ( isMore() );
  }

  void setTable( const CaSheetTable &table )
  {
    const Lines heading = broken( table.heading, font( 11, true ), INK, mWidth );
    const double headHeight = heightOf( brokenRow( table, table.head, true ) );
    double height = heightOf( heading ) + headHeight + 5;
    for ( const QVector<CaSheetCell> &row : table.rows )
      height += heightOf( brokenRow( table, row, false ) );
    // A table that fits on half a page is not torn; of any other at least its head and some rows stay with the heading.
    constexpr int TOGETHER = 3;
    double first = heightOf( heading ) + headHeight + 5;
    for ( const QVector<CaSheetCell> &row : table.rows.mid( 0, TOGETHER ) )
      first += heightOf( brokenRow( table, row, false ) );
    const double least = height < mBottom / 2 ? height : std::min( mBottom, first );
    if ( mY > 0 && mY + 4 + least > mBottom )
      turn();
    mY += mY > 0 ? 4 : 0;
    setLines( heading, 0 );
    mY += 1;
    if ( table.rows.isEmpty() )
      setLines( broken( table.none, font( mTextSize ), QUIET, mWidth ), 0 );
    else
      setRows( table, headHeight );
    if ( !table.note.isEmpty() )
    {
      mY += 1;
      setLines( broken( table.note, font( 7 ), QUIET, mWidth ), 0 );
    }
  }

  void setRows( const CaSheetTable &table, double headHeight )
  {
    setHead( table );
    for ( const QVector<CaSheetCell> &given : table.rows )
    {
      QVector<CaSheetCell> row = given;
      bool isTurned = false;
      // What is said once for several rows is said again on a new page.
      const double height = heightOf( brokenRow( table, row, false ) );
      if ( mY + height > mBottom && headHeight + height <= mBottom )
      {
        rule( mY, INK, 0.3 );
        turn();
        setHead( table );
        isTurned = true;
      }
      bool isJoined = false;
      for ( CaSheetCell &cell : row )
      {
        isJoined |= cell.isSame && !isTurned;
        if ( cell.isSame && !isTurned )
          cell.text.clear();
      }
      setRow( table, brokenRow( table, row, false ), isJoined );
    }
    rule( mY, INK, 0.3 );
  }

  void setNotes()
  {
    const QVector<CaReport::Line> notes = mSheet.notes.lines();
    if ( notes.isEmpty() )
      return;
    const Lines heading = broken( tr( "Notes" ), font( 11, true ), INK, mWidth );
    if ( mY + 4 + heightOf( heading ) + 10 > mBottom )
      turn();
    mY += mY > 0 ? 4 : 0;
    setLines( heading, 0 );
    mY += 0.5;
    constexpr double INDENT = 4;
    const QFont text = font( 7.5 );
    for ( const CaReport::Line &note : notes )
    {
      const QRgb colour = note.severity == CaReport::Warning ? WARNING : INK;
      setLines( broken( note.text, text, colour, mWidth ), 0 );
      const QStringList details = note.details.mid( 0, DETAILS );
      for ( const QString &detail : details )
        setLines( broken( detail, font( 7 ), QUIET, mWidth - INDENT ), INDENT );
      if ( note.details.size() > DETAILS )
        setLines( broken( tr( "… and %n more", nullptr, note.details.size() - DETAILS ), font( 7 ), QUIET, mWidth - INDENT ), INDENT );
      mY += 0.6;
    }
  }

  const CaSheet &mSheet;
  QPdfWriter &mWriter;
  double mWidth;
  double mBottom; //!< Of what is not the foot
  double mTextSize;
  QPainter *mPainter = nullptr;
  int mPages = 0;
  int mPage = 1;
  double mY = 0;
};

} // namespace

int CaSheetPdf::write( const CaSheet &sheet, const QString &fileName, QString *error )
{
  const QTemporaryDir folder;
  const QString part = folder.filePath( QStringLiteral( "sheet.pdf" ) );
  {
    QPdfWriter writer( part );
    writer.setResolution( DPI );
    writer.setPageLayout( QPageLayout( QPageSize( QPageSize::A4 ), sheet.isUpright ? QPageLayout::Portrait : QPageLayout::Landscape,
                                       QMarginsF( MARGIN, MARGIN, MARGIN, MARGIN / 2 ), QPageLayout::Millimeter ) );
    Setter setter( sheet, writer );
    const int pages = setter.set( nullptr, 1 );
    QPainter painter;
    if ( !painter.begin( &writer ) )
    {
      *error = tr( "%1 could not be printed: there is no room for temporary files." ).arg( fileName );
      return -1;
    }
    setter.set( &painter, pages );
  }
  CaPdfInfo info;
  info.title = sheet.title;
  info.language = sheet.language;
  return CaPdfBook::write( { part }, fileName, info, {}, {}, {}, error );
}
