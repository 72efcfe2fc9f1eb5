// SPDX-License-Identifier: GPL-2.0-or-later
#include "layouttest.h"

#include "capack.h"
#include "capaths.h"
#include "caprojectbuilder.h"

#include <qgsexpression.h>
#include <qgslayoutitem.h>
#include <qgslayoutobject.h>
#include <qgsreadwritecontext.h>

#include <QDomDocument>
#include <QFile>
#include <QFont>
#include <QFontMetricsF>

const QStringList LayoutTest::KINDS{
  QStringLiteral( "cover" ),        QStringLiteral( "contents" ), QStringLiteral( "overview" ),     QStringLiteral( "bureau" ),
  QStringLiteral( "project" ),      QStringLiteral( "subarea" ),  QStringLiteral( "type_example" ), QStringLiteral( "partner_country" ),
  QStringLiteral( "partner_area" ), QStringLiteral( "budget" ),   QStringLiteral( "cooperation" ),  QStringLiteral( "cases" ),
  QStringLiteral( "comparison" ),   QStringLiteral( "figures" ),  QStringLiteral( "sources" )
};

void LayoutTest::initTestCase()
{
  mCatalogue = CaLayerCatalogue::load( &mError );
  QVERIFY2( mCatalogue, qPrintable( mError ) );
}

void LayoutTest::cleanupTestCase()
{
  QgsProject::setInstance( nullptr );
  mProjects.clear();
}

QgsProject *LayoutTest::project( const QString &language )
{
  if ( mProjects.count( language ) == 0 )
  {
    const std::optional<CaPack> pack = CaPack::open( CaPaths::installedPack(), &mError );
    if ( !pack )
      qFatal( "%s", qPrintable( mError ) );
    auto made = std::make_unique<QgsProject>();
    CaProjectBuilder builder( made.get(), *pack, *mCatalogue, language, 2009 );
    builder.prepareProject();
    if ( !builder.addLayers( {}, &mError ) )
      qFatal( "%s", qPrintable( mError ) );
    builder.addThemes();
    if ( !CaLayouts::addShipped( made.get(), *mCatalogue, &mError ) )
      qFatal( "%s", qPrintable( mError ) );
    mProjects[language] = std::move( made );
  }
  // Before QGIS 3.30 aggregate() looks layers up in the one project of the application.
  QgsProject::setInstance( mProjects[language].get() );
  return mProjects[language].get();
}

LayoutTest::Label LayoutTest::labelOf( const QgsLayoutItem *item )
{
  QDomDocument document;
  QDomElement parent = document.createElement( QStringLiteral( "parent" ) );
  item->writeXml( parent, document, QgsReadWriteContext() );
  const QDomElement element = parent.firstChildElement( QStringLiteral( "LayoutItem" ) );
  Label label;
  QgsExpressionContext context = item->createExpressionContext();
  label.text = QgsExpression::replaceExpressionText( element.attribute( QStringLiteral( "labelText" ) ), &context );
  const QDomElement style = element.firstChildElement( QStringLiteral( "text-style" ) );
  const QStringList font =
      element.firstChildElement( QStringLiteral( "LabelFont" ) ).attribute( QStringLiteral( "description" ) ).split( ',' );
  label.points = style.isNull() ? font.value( 1 ).toDouble() : style.attribute( QStringLiteral( "fontSize" ) ).toDouble();
  label.bold = ( style.isNull() ? font.value( 4 ) : style.attribute( QStringLiteral( "fontWeight" ) ) ).toInt() > 50;
  return label;
}

double LayoutTest::heightOf( const Label &label, double width )
{
  constexpr double PER_MILLIMETRE = 20;
  QFont font( QStringLiteral( "Noto Sans CJK JP" ) );
  font.setPixelSize( qRound( label.points * 25.4 / 72 * PER_MILLIMETRE ) );
  font.setBold( label.bold );
  const QRectF room( 0, 0, width * PER_MILLIMETRE, 1e6 );
  return QFontMetricsF( font ).boundingRect( room, Qt::TextWordWrap, label.text ).height() / PER_MILLIMETRE;
}

bool LayoutTest::isLeftOut( const QgsLayoutItem *item )
{
  const QgsExpressionContext context = item->createExpressionContext();
  return item->dataDefinedProperties().valueAsBool( static_cast<int>( QgsLayoutObject::DataDefinedProperty::ExcludeFromExports ), context,
                                                    item->excludeFromExports() );
}

QString LayoutTest::textOf( const QgsPrintLayout *layout )
{
  QStringList texts;
  QList<QgsLayoutItem *> items;
  layout->layoutItems( items );
  for ( const QgsLayoutItem *item : std::as_const( items ) )
  {
    if ( item->type() == LABEL )
      texts << labelOf( item ).text;
  }
  return texts.join( '\n' );
}

bool LayoutTest::writeFile( const QString &name, const QByteArray &content )
{
  QFile file( name );
  return file.open( QIODevice::WriteOnly ) && file.write( content ) == content.size();
}
