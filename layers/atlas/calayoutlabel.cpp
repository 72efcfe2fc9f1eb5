// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayoutlabel.h"

#include <qgsexpression.h>
#include <qgsexpressioncontext.h>
#include <qgsfontutils.h>
#include <qgslayout.h>
#include <qgslayoutitem.h>
#include <qgslayoutitemregistry.h>
#include <qgsreadwritecontext.h>
#include <qgstextformat.h>

#include <QDomDocument>
#include <QFontMetricsF>
#include <QRawFont>
#include <QRegularExpression>

#include <algorithm>

namespace
{

//! What lies between two marks is an expression, as QgsExpression::replaceExpressionText() has it.
const QRegularExpression &expressionMarks()
{
  static const QRegularExpression marks( QStringLiteral( "\\[%(.*?)%\\]" ), QRegularExpression::DotMatchesEverythingOption );
  return marks;
}

QFont readFont( const QDomElement &element )
{
  // Before QGIS 3.24 a label has a font, since then a text format.
  const QDomElement format = element.firstChildElement( QStringLiteral( "text-style" ) );
  if ( !format.isNull() )
  {
    QgsTextFormat read;
    read.readXml( element, QgsReadWriteContext() );
    QFont font = read.font();
    if ( read.size() > 0 )
      font.setPointSizeF( read.size() );
    // QGIS has put another in the place of a font that is missing, but remembers its name.
    if ( !read.fontFound() )
      font.setFamily( format.attribute( QStringLiteral( "fontFamily" ) ) );
    return font;
  }
  QFont font;
  QgsFontUtils::setFromXmlChildNode( font, element, QStringLiteral( "LabelFont" ) );
  return font;
}

QDomElement toXml( const QgsLayoutItem *item, QDomDocument &document )
{
  QDomElement parent = document.createElement( QStringLiteral( "parent" ) );
  item->writeXml( parent, document, QgsReadWriteContext() );
  return parent.firstChildElement();
}

} // namespace

QVector<CaLayoutLabel> CaLayoutLabel::all( const QgsLayout &layout )
{
  QVector<CaLayoutLabel> labels;
  QList<QgsLayoutItem *> items;
  layout.layoutItems( items );
  for ( const QgsLayoutItem *item : std::as_const( items ) )
  {
    if ( item->type() != QgsLayoutItemRegistry::LayoutLabel || item->excludeFromExports() )
      continue;
    QDomDocument document;
    const QDomElement element = toXml( item, document );
    CaLayoutLabel label;
    label.source = element.attribute( QStringLiteral( "labelText" ) );
    label.id = item->id().isEmpty() ? label.source.left( 20 ) : item->id();
    label.html = element.attribute( QStringLiteral( "htmlState" ) ).toInt() != 0;
    label.font = readFont( element );
    label.place = item->pos();
    label.size = item->sizeWithUnits().toQSizeF();
    labels << label;
  }
  return labels;
}

QString CaLayoutLabel::text( const QgsExpressionContext &context, QString *problem ) const
{
  QString text;
  int done = 0;
  QRegularExpressionMatchIterator matches = expressionMarks().globalMatch( source );
  while ( matches.hasNext() )
  {
    const QRegularExpressionMatch match = matches.next();
    text += source.mid( done, match.capturedStart() - done );
    done = match.capturedEnd();
    QgsExpression expression( match.captured( 1 ) );
    expression.prepare( &context );
    const QVariant value = expression.evaluate( &context );
    const QString error = expression.parserErrorString() + expression.evalErrorString();
    if ( error.isEmpty() )
      text += value.toString();
    else
      text += match.captured(); // as QGIS prints it
    if ( problem && problem->isEmpty() && !error.isEmpty() )
      *problem = QStringLiteral( "%1: %2" ).arg( expression.expression(), error.trimmed() );
  }
  return text + source.mid( done );
}

bool CaLayoutLabel::holds( const QString &text ) const
{
  // Measured large, so that the pixels of the screen do not matter.
  constexpr double PIXELS_PER_MM = 20;
  constexpr double MM_PER_POINT = 25.4 / 72;
  constexpr double TOLERANCE = 1.03;
  QFont large = font;
  large.setPixelSize( qRound( font.pointSizeF() * MM_PER_POINT * PIXELS_PER_MM ) );
  const QSizeF box = size * PIXELS_PER_MM;
  const QFontMetricsF metrics( large );
  // Japanese fonts have much air over and under their characters, which may be outside of the box.
  const double air = std::max( 0.0, metrics.height() - large.pixelSize() );
  const QRectF needed =
      metrics.boundingRect( QRectF( QPointF( 0, 0 ), QSizeF( box.width(), 1e6 ) ), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, text );
  return needed.width() <= box.width() * TOLERANCE && needed.height() - air <= box.height() * TOLERANCE;
}

QString CaLayoutLabel::missingCharacter( const QString &text ) const
{
  // The font itself: metrics would count the fonts that stand in for it.
  const QRawFont raw = QRawFont::fromFont( font );
  const QVector<uint> characters = text.toUcs4();
  for ( const uint character : characters )
  {
    if ( !QChar::isSpace( character ) && QChar::isPrint( character ) && !raw.supportsCharacter( character ) )
      return QString::fromUcs4( &character, 1 );
  }
  return QString();
}
