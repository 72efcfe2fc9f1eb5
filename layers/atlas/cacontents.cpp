// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacontents.h"

#include "cacompat.h"

#include <qgsexpression.h>
#include <qgslayoutitem.h>
#include <qgslayoutitempage.h>
#include <qgslayoutpagecollection.h>
#include <qgslayoutundostack.h>
#include <qgsprintlayout.h>
#include <qgsreadwritecontext.h>

#include <QDomDocument>
#include <QUuid>

#include <algorithm>

namespace
{

//! The pattern of a row, in millimetres.
struct Row
{
  QgsLayoutItem *title = nullptr;
  QgsLayoutItem *page = nullptr;
  QgsLayoutItem *line = nullptr;

  explicit Row( const QgsPrintLayout &layout )
      : title( layout.itemById( QStringLiteral( "entry_title" ) ) )
      , page( layout.itemById( QStringLiteral( "entry_page" ) ) )
      , line( layout.itemById( QStringLiteral( "entry_row" ) ) )
  {
  }
  bool isWhole() const { return title && page && line; }
  double top() const { return title->pagePos().y(); }
  double height() const { return std::max( 1.0, line->pagePos().y() + line->rect().height() - top() ); }
};

//! Adds a copy of \a item to \a sheet, moved by \a right and \a down; \a text, if given, stands in place of its own.
void addCopy( QgsPrintLayout *layout, const QgsLayoutItem *item, int sheet, double right, double down, const QString &text = QString() )
{
  QDomDocument document;
  QDomElement items = document.createElement( QStringLiteral( "items" ) );
  item->writeXml( items, document, QgsReadWriteContext() );
  // QGIS finds items by their ids; two with one id would be taken for each other.
  items.firstChildElement().setAttribute( QStringLiteral( "uuid" ), QUuid::createUuid().toString() );
  // As an expression, quoted: a title with the marks of an expression in it stays a title.
  if ( !text.isNull() )
    items.firstChildElement().setAttribute( QStringLiteral( "labelText" ),
                                            QStringLiteral( "[% %1 %]" ).arg( QgsExpression::quotedString( text ) ) );
  const QPointF place = item->pagePos() + QPointF( right, down );
  const QList<QgsLayoutItem *> added = layout->addItemsFromXml( items, document, QgsReadWriteContext() );
  for ( QgsLayoutItem *copy : added )
    copy->attemptMove( QgsLayoutPoint( place, CaCompat::LayoutMillimeters ), true, false, sheet );
}

void addSheet( QgsPrintLayout *layout )
{
  auto *page = new QgsLayoutItemPage( layout );
  page->setPageSize( layout->pageCollection()->page( 0 )->sizeWithUnits() );
  layout->pageCollection()->addPage( page );
  const int sheet = layout->pageCollection()->pageCount() - 1;
  for ( const char *id : { "title", "subtitle", "credits", "date", "page" } )
  {
    if ( const QgsLayoutItem *item = layout->itemById( QString::fromLatin1( id ) ) )
      addCopy( layout, item, sheet, 0, 0 );
  }
}

} // namespace

bool CaContents::isContents( const QgsPrintLayout &layout )
{
  return Row( layout ).isWhole();
}

int CaContents::rowsOfSheet( const QgsPrintLayout &layout )
{
  constexpr double FOOT_MM = 18;
  constexpr double AIR_MM = 2;
  const Row row( layout );
  double bottom = layout.pageCollection()->page( 0 )->rect().height() - FOOT_MM;
  for ( const char *id : { "credits", "date", "page" } )
  {
    if ( const QgsLayoutItem *item = layout.itemById( QString::fromLatin1( id ) ) )
      bottom = std::min( bottom, item->pagePos().y() - AIR_MM );
  }
  return std::max( 1, static_cast<int>( ( bottom - row.top() ) / row.height() ) );
}

void CaContents::fill( QgsPrintLayout *layout, const QVector<CaPdfEntry> &entries )
{
  constexpr double INDENT_MM = 5;
  const int rows = rowsOfSheet( *layout );
  const Row row( *layout );
  const double height = row.height();
  layout->undoStack()->blockCommands( true );
  for ( int i = 0; i < entries.size(); ++i )
  {
    const int sheet = i / rows;
    if ( sheet >= layout->pageCollection()->pageCount() )
      addSheet( layout );
    const double down = height * ( i % rows );
    const CaPdfEntry &entry = entries.at( i );
    addCopy( layout, row.title, sheet, INDENT_MM * entry.level, down, entry.title );
    addCopy( layout, row.page, sheet, 0, down, QString::number( entry.page ) );
    addCopy( layout, row.line, sheet, 0, down );
  }
  for ( QgsLayoutItem *item : { row.title, row.page, row.line } )
    layout->removeLayoutItem( item );
  layout->undoStack()->blockCommands( false );
}

QVector<CaPdfLink> CaContents::links( const QgsPrintLayout &layout, const QVector<CaPdfEntry> &entries, int firstPage )
{
  const Row row( layout );
  const int rows = rowsOfSheet( layout );
  const double right = row.page->pagePos().x() + row.page->rect().width();
  QVector<CaPdfLink> links;
  for ( int i = 0; i < entries.size(); ++i )
  {
    CaPdfLink link;
    link.page = firstPage + i / rows;
    link.area = QRectF( row.title->pagePos().x(), row.top() + row.height() * ( i % rows ), right - row.title->pagePos().x(), row.height() );
    link.target = entries.at( i ).page;
    links << link;
  }
  return links;
}
