// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacontinuedsheets.h"

#include <qgsapplication.h>
#include <qgslayoutitemregistry.h>
#include <qgslayoutpagecollection.h>
#include <qgsprintlayout.h>
#include <qgsreadwritecontext.h>

#include <QDomDocument>
#include <QRegularExpression>

#include <algorithm>

namespace
{

const QString COPY = QStringLiteral( "clusteratlas/continued" );

QList<QgsLayoutItem *> furnitureOf( const QgsPrintLayout *layout )
{
  static const QRegularExpression ids( QStringLiteral( "^(title|subtitle|credits|date|page)\\d*$" ) );
  QList<QgsLayoutItem *> items;
  layout->layoutItems( items );
  items.erase( std::remove_if( items.begin(), items.end(),
                               []( const QgsLayoutItem *item )
                               { return item->type() != QgsLayoutItemRegistry::LayoutLabel || !ids.match( item->id() ).hasMatch(); } ),
               items.end() );
  return items;
}

//! Puts a copy of \a item to the same place of \a sheet.
void copyTo( int sheet, const QgsLayoutItem *item, QgsPrintLayout *layout )
{
  QDomDocument document;
  QDomElement parent = document.createElement( QStringLiteral( "parent" ) );
  item->writeXml( parent, document, QgsReadWriteContext() );
  QDomElement element = parent.firstChildElement( QStringLiteral( "LayoutItem" ) );
  element.removeAttribute( QStringLiteral( "uuid" ) );
  element.removeAttribute( QStringLiteral( "templateUuid" ) );
  if ( item->id().startsWith( QLatin1String( "title" ) ) )
    element.setAttribute( QStringLiteral( "labelText" ), element.attribute( QStringLiteral( "labelText" ) ) +
                                                             QStringLiteral( u"[% if(@ca_language='en',', continued','（続き）') %]" ) );
  QgsLayoutItem *copy = QgsApplication::layoutItemRegistry()->createItem( item->type(), layout );
  copy->readXml( element, document, QgsReadWriteContext() );
  copy->setCustomProperty( COPY, true );
  layout->addLayoutItem( copy );
  copy->attemptMove( QgsLayoutPoint( item->pagePos(), layout->units() ), true, false, sheet );
}

} // namespace

void CaContinuedSheets::clear( QgsPrintLayout *layout )
{
  const QList<QgsLayoutItem *> items = furnitureOf( layout );
  for ( QgsLayoutItem *item : items )
  {
    if ( !item->customProperty( COPY ).toBool() )
      continue;
    layout->removeLayoutItem( item );
    delete item; // now, not later: until then it would keep its sheet
  }
}

void CaContinuedSheets::complete( QgsPrintLayout *layout )
{
  const QList<QgsLayoutItem *> furniture = furnitureOf( layout );
  int last = -1;
  for ( const QgsLayoutItem *item : furniture )
    last = std::max( last, item->page() );
  for ( int sheet = last + 1; last >= 0 && sheet < layout->pageCollection()->pageCount(); ++sheet )
  {
    for ( const QgsLayoutItem *item : furniture )
    {
      if ( item->page() == last )
        copyTo( sheet, item, layout );
    }
  }
}
