// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfnavigation.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace
{

constexpr double POINTS_PER_MM = 72 / 25.4;
constexpr int RECT_DECIMALS = 3;

QPDFObjectHandle number( double value )
{
  return QPDFObjectHandle::newReal( value, RECT_DECIMALS );
}

QPDFObjectHandle text( const QString &words )
{
  return QPDFObjectHandle::newUnicodeString( words.toStdString() );
}

//! Returns where a click on a bookmark or a link leads: the whole page \a page, from 1.
QPDFObjectHandle destination( const std::vector<QPDFPageObjectHelper> &pages, int page )
{
  return QPDFObjectHandle::newArray(
      { pages.at( static_cast<std::size_t>( page - 1 ) ).getObjectHandle(), QPDFObjectHandle::newName( "/Fit" ) } );
}

//! Makes the entries of one level from \a at on, and those below each. \returns the number of entries made, at all levels
int addEntries( QPDF &pdf, QPDFObjectHandle parent, const std::vector<QPDFPageObjectHelper> &pages, const QVector<CaPdfEntry> &outline,
                int &at, bool isTop )
{
  const int level = outline.at( at ).level;
  int siblings = 0;
  QPDFObjectHandle before = QPDFObjectHandle::newNull();
  while ( at < outline.size() && ( isTop || outline.at( at ).level >= level ) )
  {
    const CaPdfEntry &entry = outline.at( at );
    QPDFObjectHandle item = pdf.makeIndirectObject( QPDFObjectHandle::newDictionary() );
    item.replaceKey( "/Title", text( entry.title ) );
    item.replaceKey( "/Parent", parent );
    item.replaceKey( "/Dest", destination( pages, entry.page ) );
    ++at;
    if ( at < outline.size() && outline.at( at ).level > entry.level )
    {
      const int children = addEntries( pdf, item, pages, outline, at, false );
      // Less than nothing: closed. Only what is below the top level is shown at first.
      item.replaceKey( "/Count", QPDFObjectHandle::newInteger( -children ) );
    }
    if ( before.isDictionary() )
    {
      before.replaceKey( "/Next", item );
      item.replaceKey( "/Prev", before );
    }
    else
    {
      parent.replaceKey( "/First", item );
    }
    before = item;
    ++siblings;
  }
  parent.replaceKey( "/Last", before );
  return siblings;
}

QPDFObjectHandle annotation( QPDFPageObjectHelper page, const CaPdfLink &link, const std::vector<QPDFPageObjectHelper> &pages )
{
  const QPDFObjectHandle::Rectangle box = page.getMediaBox().getArrayAsRectangle();
  const auto x = [&box]( double mm )
  {
    return box.llx + mm * POINTS_PER_MM;
  };
  const auto y = [&box]( double mm )
  {
    return box.ury - mm * POINTS_PER_MM;
  };
  QPDFObjectHandle result = QPDFObjectHandle::parse( "<< /Type /Annot /Subtype /Link /F 4 /Border [ 0 0 0 ] >>" );
  result.replaceKey( "/Rect", QPDFObjectHandle::newArray( { number( x( link.area.left() ) ), number( y( link.area.bottom() ) ),
                                                            number( x( link.area.right() ) ), number( y( link.area.top() ) ) } ) );
  result.replaceKey( "/Dest", destination( pages, link.target ) );
  return result;
}

} // namespace

QString CaPdfNavigation::problem( int pages, const QVector<CaPdfEntry> &outline, const QVector<CaPdfLink> &links,
                                  const QStringList &labels )
{
  const auto isPage = [pages]( int page )
  {
    return page >= 1 && page <= pages;
  };
  if ( !labels.isEmpty() && labels.size() != pages )
    return tr( "%1 pages were planned, %2 were printed, so no atlas was written. Is the disk full?" ).arg( labels.size() ).arg( pages );
  for ( const CaPdfEntry &entry : outline )
  {
    if ( !isPage( entry.page ) )
      return tr( "The bookmark “%1” leads to page %2, but there are %3 pages." ).arg( entry.title ).arg( entry.page ).arg( pages );
  }
  for ( const CaPdfLink &link : links )
  {
    if ( !isPage( link.page ) || !isPage( link.target ) )
      return tr( "A link leads from page %1 to page %2, but there are %3 pages." ).arg( link.page ).arg( link.target ).arg( pages );
  }
  return QString();
}

void CaPdfNavigation::setOutline( QPDF &pdf, const QVector<CaPdfEntry> &outline )
{
  if ( outline.isEmpty() )
    return;
  QPDFObjectHandle root = pdf.makeIndirectObject( QPDFObjectHandle::parse( "<< /Type /Outlines >>" ) );
  int at = 0;
  const int shown = addEntries( pdf, root, QPDFPageDocumentHelper( pdf ).getAllPages(), outline, at, true );
  root.replaceKey( "/Count", QPDFObjectHandle::newInteger( shown ) );
  pdf.getRoot().replaceKey( "/Outlines", root );
  pdf.getRoot().replaceKey( "/PageMode", QPDFObjectHandle::newName( "/UseOutlines" ) );
}

void CaPdfNavigation::addLinks( QPDF &pdf, const QVector<CaPdfLink> &links )
{
  const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper( pdf ).getAllPages();
  for ( const QPDFPageObjectHelper &page : pages )
  {
    QPDFObjectHandle object = page.getObjectHandle();
    if ( object.getKey( "/Annots" ).isArray() && object.getKey( "/Annots" ).getArrayNItems() == 0 )
      object.removeKey( "/Annots" );
  }
  for ( const CaPdfLink &link : links )
  {
    const QPDFPageObjectHelper &page = pages.at( static_cast<std::size_t>( link.page - 1 ) );
    QPDFObjectHandle object = page.getObjectHandle();
    if ( !object.getKey( "/Annots" ).isArray() )
      object.replaceKey( "/Annots", QPDFObjectHandle::newArray() );
    object.getKey( "/Annots" ).appendItem( pdf.makeIndirectObject( annotation( page, link, pages ) ) );
  }
}

void CaPdfNavigation::setLabels( QPDF &pdf, const QStringList &labels )
{
  if ( labels.isEmpty() )
    return;
  QPDFObjectHandle list = QPDFObjectHandle::newArray();
  int expected = 0;
  for ( int i = 0; i < labels.size(); ++i )
  {
    bool isNumber = false;
    const int value = labels.at( i ).toInt( &isNumber );
    isNumber = isNumber && value > 0 && QString::number( value ) == labels.at( i );
    if ( isNumber && value == expected ) // goes on counting
    {
      ++expected;
      continue;
    }
    QPDFObjectHandle label = QPDFObjectHandle::newDictionary();
    if ( isNumber )
    {
      label.replaceKey( "/S", QPDFObjectHandle::newName( "/D" ) );
      label.replaceKey( "/St", QPDFObjectHandle::newInteger( value ) );
    }
    else
    {
      label.replaceKey( "/P", text( labels.at( i ) ) );
    }
    expected = isNumber ? value + 1 : 0;
    list.appendItem( QPDFObjectHandle::newInteger( i ) );
    list.appendItem( label );
  }
  QPDFObjectHandle tree = QPDFObjectHandle::newDictionary();
  tree.replaceKey( "/Nums", list );
  pdf.getRoot().replaceKey( "/PageLabels", tree );
}
