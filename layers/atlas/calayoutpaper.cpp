// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayoutpaper.h"

#include "calayouttemplate.h"

#include <qgsexpressioncontextutils.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitemregistry.h>
#include <qgslayoutpagecollection.h>
#include <qgsprintlayout.h>
#include <qgsreadwritecontext.h>

#include <QDomDocument>
#include <QStringList>

#include <cmath>

namespace
{

constexpr double A3_SCALE = M_SQRT2;
constexpr double A4_LENGTH = 297.0;
constexpr double A4_WIDTH = 210.0;
//! Between pages of a layout, as QGIS puts them.
constexpr double SPACE_BETWEEN_PAGES = 10.0;

bool isPortrait( CaLayoutPaper::Sheet sheet )
{
  return sheet == CaLayoutPaper::Sheet::A4Portrait || sheet == CaLayoutPaper::Sheet::A3Portrait;
}

bool isA3( CaLayoutPaper::Sheet sheet )
{
  return sheet == CaLayoutPaper::Sheet::A3Landscape || sheet == CaLayoutPaper::Sheet::A3Portrait;
}

QString number( double value )
{
  return QString::number( value, 'f', 3 );
}

QString millimetres( double a, double b )
{
  return QStringLiteral( "%1,%2,mm" ).arg( number( a ), number( b ) );
}

void setPlace( QDomElement item, double x, double y, double width, double height )
{
  item.setAttribute( QStringLiteral( "position" ), millimetres( x, y ) );
  item.setAttribute( QStringLiteral( "positionOnPage" ), millimetres( x, y ) );
  item.setAttribute( QStringLiteral( "size" ), millimetres( width, height ) );
}

//! Returns the place on A4 portrait that \a item has among its custom properties; an empty list without.
QStringList portraitPlace( const QDomElement &item )
{
  const QDomNodeList options = item.firstChildElement( QStringLiteral( "LayoutObject" ) )
                                   .firstChildElement( QStringLiteral( "customproperties" ) )
                                   .elementsByTagName( QStringLiteral( "Option" ) );
  for ( int i = 0; i < options.count(); ++i )
  {
    const QDomElement option = options.at( i ).toElement();
    if ( option.attribute( QStringLiteral( "name" ) ) == CaLayoutPaper::portraitProperty() )
    {
      const QStringList place = option.attribute( QStringLiteral( "value" ) ).split( ',' );
      return place.size() >= 2 ? place : QStringList();
    }
  }
  return QStringList();
}

//! Multiplies what stands before a comma in \a text ("12.5,mm", "10,20,mm", "Noto Sans,8,-1,…" at \a index).
QString scaledAt( const QString &text, int index, double factor )
{
  QStringList parts = text.split( ',' );
  bool isNumber = false;
  const double value = parts.value( index ).toDouble( &isNumber );
  if ( isNumber )
    parts[index] = number( value * factor );
  return parts.join( ',' );
}

void scaleAttribute( QDomElement element, const QString &name, double factor )
{
  if ( element.hasAttribute( name ) )
    element.setAttribute( name, scaledAt( element.attribute( name ), 0, factor ) );
}

//! What \a table needs besides its columns: margins of cells and lines between them keep their width.
double widthBetweenColumns( const QDomElement &table, int columns )
{
  const auto value = [&table]( const char *name )
  {
    return table.attribute( QLatin1String( name ) ).toDouble();
  };
  const bool hasLines = value( "showGrid" ) > 0 && value( "verticalGrid" ) > 0;
  return 2 * value( "cellMargin" ) * columns + ( hasLines ? value( "gridStrokeWidth" ) * ( columns + 1 ) : 0 );
}

//! A table fills its frame as before, and keeps the proportions of its columns, when its frame gets from \a before to \a after wide.
void scaleColumns( const QDomDocument &document, const QString &frameUuid, double before, double after )
{
  const QDomNodeList tables = document.elementsByTagName( QStringLiteral( "LayoutMultiFrame" ) );
  for ( int i = 0; i < tables.count(); ++i )
  {
    const QDomElement table = tables.at( i ).toElement();
    // The first frame decides: the others are as wide.
    if ( table.firstChildElement( QStringLiteral( "childFrame" ) ).attribute( QStringLiteral( "templateUuid" ) ) != frameUuid )
      continue;
    const QDomNodeList columns = table.elementsByTagName( QStringLiteral( "displayColumns" ) ).at( 0 ).childNodes();
    const double between = widthBetweenColumns( table, columns.count() );
    if ( before <= between || after <= between )
      continue;
    for ( int column = 0; column < columns.count(); ++column )
      scaleAttribute( columns.at( column ).toElement(), QStringLiteral( "width" ), ( after - between ) / ( before - between ) );
  }
}

void stand( QDomDocument *document )
{
  const QDomNodeList items = document->elementsByTagName( QStringLiteral( "LayoutItem" ) );
  for ( int i = 0; i < items.count(); ++i )
  {
    const QDomElement item = items.at( i ).toElement();
    const QStringList size = item.attribute( QStringLiteral( "size" ) ).split( ',' );
    const QStringList position = item.attribute( QStringLiteral( "position" ) ).split( ',' );
    if ( size.size() < 2 || position.size() < 2 )
      continue;
    // Pages lie below each other: with each, the next begins further down.
    const double landscapeStep = A4_WIDTH + SPACE_BETWEEN_PAGES;
    const double portraitStep = A4_LENGTH + SPACE_BETWEEN_PAGES;
    const int page = static_cast<int>( position.at( 1 ).toDouble() / landscapeStep );
    if ( item.attribute( QStringLiteral( "type" ) ).toInt() == QgsLayoutItemRegistry::LayoutPage )
    {
      setPlace( item, 0, page * portraitStep, size.at( 1 ).toDouble(), size.at( 0 ).toDouble() );
      continue;
    }
    const QStringList place = portraitPlace( item );
    if ( place.isEmpty() )
    {
      setPlace( item, position.at( 0 ).toDouble(), position.at( 1 ).toDouble() + page * ( portraitStep - landscapeStep ),
                size.at( 0 ).toDouble(), size.at( 1 ).toDouble() );
      continue;
    }
    const double width = place.value( 2, size.at( 0 ) ).toDouble();
    setPlace( item, place.at( 0 ).toDouble(), place.at( 1 ).toDouble() + page * portraitStep, width,
              place.value( 3, size.at( 1 ) ).toDouble() );
    scaleColumns( *document, item.attribute( QStringLiteral( "templateUuid" ) ), size.at( 0 ).toDouble(), width );
  }
}

//! Attributes of items, tables, legends and scale bars that are lengths on paper.
bool isLength( const QString &name )
{
  static const QStringList names{ QStringLiteral( "outlineWidthM" ),
                                  QStringLiteral( "outlineWidth" ),
                                  QStringLiteral( "marginX" ),
                                  QStringLiteral( "marginY" ),
                                  QStringLiteral( "cornerRadiusMeasure" ),
                                  QStringLiteral( "boxSpace" ),
                                  QStringLiteral( "columnSpace" ),
                                  QStringLiteral( "symbolWidth" ),
                                  QStringLiteral( "symbolHeight" ),
                                  QStringLiteral( "maxSymbolSize" ),
                                  QStringLiteral( "minSymbolSize" ),
                                  QStringLiteral( "lineSpacing" ),
                                  QStringLiteral( "wmsLegendWidth" ),
                                  QStringLiteral( "wmsLegendHeight" ),
                                  QStringLiteral( "marginTop" ),
                                  QStringLiteral( "marginBottom" ),
                                  QStringLiteral( "marginLeft" ),
                                  QStringLiteral( "marginRight" ),
                                  QStringLiteral( "height" ),
                                  QStringLiteral( "labelBarSpace" ),
                                  QStringLiteral( "boxContentSpace" ),
                                  QStringLiteral( "subdivisionsHeight" ),
                                  QStringLiteral( "minBarWidth" ),
                                  QStringLiteral( "maxBarWidth" ),
                                  QStringLiteral( "segmentMillimeters" ),
                                  QStringLiteral( "cellMargin" ),
                                  QStringLiteral( "gridStrokeWidth" ),
                                  QStringLiteral( "width" ),
                                  QStringLiteral( "fontSize" ),
                                  QStringLiteral( "labelMargin" ) };
  return names.contains( name );
}

void scaleElement( const QDomElement &element, double factor )
{
  const QDomNamedNodeMap attributes = element.attributes();
  QStringList names;
  for ( int i = 0; i < attributes.count(); ++i )
    names << attributes.item( i ).nodeName();
  for ( const QString &name : std::as_const( names ) )
  {
    if ( isLength( name ) )
      scaleAttribute( element, name, factor );
  }
  QDomElement changed = element;
  const QString size = QStringLiteral( "size" );
  for ( const QString &name : { QStringLiteral( "position" ), QStringLiteral( "positionOnPage" ), size } )
  {
    if ( element.tagName() == QLatin1String( "LayoutItem" ) && element.hasAttribute( name ) )
      changed.setAttribute( name, scaledAt( scaledAt( element.attribute( name ), 0, factor ), 1, factor ) );
  }
  // Fonts are "family,points,…".
  const QString description = QStringLiteral( "description" );
  if ( ( element.tagName() == QLatin1String( "LabelFont" ) || element.tagName() == QLatin1String( "styleFont" ) ) &&
       element.hasAttribute( description ) )
    changed.setAttribute( description, scaledAt( element.attribute( description ), 1, factor ) );
  // Lines of symbols: as `prop` up to QGIS 3.26, and as `Option`.
  const QStringList lines{ QStringLiteral( "outline_width" ), QStringLiteral( "line_width" ) };
  if ( lines.contains( element.attribute( QStringLiteral( "k" ) ) ) )
    scaleAttribute( element, QStringLiteral( "v" ), factor );
  if ( lines.contains( element.attribute( QStringLiteral( "name" ) ) ) )
    scaleAttribute( element, QStringLiteral( "value" ), factor );
  for ( QDomElement child = element.firstChildElement(); !child.isNull(); child = child.nextSiblingElement() )
    scaleElement( child, factor );
}

} // namespace

void CaLayoutPaper::turn( QDomDocument *document, Sheet sheet )
{
  if ( isPortrait( sheet ) )
    stand( document );
  if ( isA3( sheet ) )
  {
    scaleElement( document->documentElement(), A3_SCALE );
    // Between pages QGIS leaves 10 mm whatever their size.
    const QDomNodeList items = document->elementsByTagName( QStringLiteral( "LayoutItem" ) );
    const double step = ( ( isPortrait( sheet ) ? A4_LENGTH : A4_WIDTH ) + SPACE_BETWEEN_PAGES ) * A3_SCALE;
    for ( int i = 0; i < items.count(); ++i )
    {
      QDomElement item = items.at( i ).toElement();
      const QStringList position = item.attribute( QStringLiteral( "position" ) ).split( ',' );
      if ( position.size() < 2 )
        continue;
      const double y = position.at( 1 ).toDouble();
      const QString place =
          millimetres( position.at( 0 ).toDouble(), y - static_cast<int>( y / step + 1e-6 ) * SPACE_BETWEEN_PAGES * ( A3_SCALE - 1 ) );
      item.setAttribute( QStringLiteral( "position" ), place );
      item.setAttribute( QStringLiteral( "positionOnPage" ), place );
    }
  }
  CaLayoutTemplate::matchExtents( document );
}

std::unique_ptr<QgsPrintLayout> CaLayoutPaper::turned( const QgsPrintLayout *layout, Sheet sheet, QString *error )
{
  QDomDocument document;
  return toXml( *layout, sheet, &document, error ) ? load( document, layout->project(), sheet, error ) : nullptr;
}

bool CaLayoutPaper::toXml( const QgsPrintLayout &layout, Sheet sheet, QDomDocument *document, QString *error )
{
  document->appendChild( layout.writeXml( *document, QgsReadWriteContext() ) );
  if ( sheet == Sheet::A4Landscape )
    return true; // a user's own may have any paper
  const QgsLayoutItemPage *page = layout.pageCollection()->page( 0 );
  if ( !page || !qgsDoubleNear( page->rect().width(), A4_LENGTH, 0.5 ) || !qgsDoubleNear( page->rect().height(), A4_WIDTH, 0.5 ) )
  {
    *error = tr( "The layout “%1” is not for A4 landscape, so it cannot be turned to another paper." ).arg( layout.name() );
    return false;
  }
  turn( document, sheet );
  return true;
}

std::unique_ptr<QgsPrintLayout> CaLayoutPaper::load( const QDomDocument &document, QgsProject *project, Sheet sheet, QString *error )
{
  // Not into the layout itself: QGIS 3.22 crashes when it clears a layout that has tables.
  auto copy = std::make_unique<QgsPrintLayout>( project );
  const QString name = document.documentElement().attribute( QStringLiteral( "name" ) );
  bool loaded = false;
  copy->loadFromTemplate( document, QgsReadWriteContext(), true, &loaded );
  if ( !loaded )
  {
    *error = tr( "The layout “%1” cannot be copied: QGIS cannot load what it wrote of it itself." ).arg( name );
    return nullptr;
  }
  copy->setName( name );
  if ( sheet == Sheet::A4Landscape )
    return copy;
  QgsExpressionContextUtils::setLayoutVariable( copy.get(), QStringLiteral( "ca_mm" ), isA3( sheet ) ? A3_SCALE : 1.0 );
  copy->refresh();
  return copy;
}
