// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayoutcopy.h"

#include "cafiles.h"

#include <qgslayoutitemregistry.h>
#include <qgslayoutmanager.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QDomDocument>
#include <QFile>

namespace
{

bool isWanted( const QDomElement &item, CaLayoutCopy::Parts parts )
{
  const int type = item.attribute( QStringLiteral( "type" ) ).toInt();
  if ( type == QgsLayoutItemRegistry::LayoutFrame )
    return true;
  const QString id = item.attribute( QStringLiteral( "id" ) );
  switch ( parts )
  {
    case CaLayoutCopy::Parts::All:
      break;
    case CaLayoutCopy::Parts::Tables:
      return id == QLatin1String( "title" ) || id.startsWith( QLatin1String( "entry_" ) );
    case CaLayoutCopy::Parts::Labels:
      return type == QgsLayoutItemRegistry::LayoutLabel;
  }
  return true;
}

void reduce( QDomDocument *document, CaLayoutCopy::Parts parts )
{
  QDomElement root = document->documentElement();
  for ( QDomElement item = root.firstChildElement( QStringLiteral( "LayoutItem" ) ); !item.isNull(); )
  {
    const QDomElement next = item.nextSiblingElement( QStringLiteral( "LayoutItem" ) );
    if ( !isWanted( item, parts ) )
      root.removeChild( item );
    item = next;
  }
}

} // namespace

bool CaLayoutCopy::toXml( const QgsProject *project, const QString &name, CaLayoutPaper::Sheet sheet, QDomDocument *document,
                          QString *error )
{
  const auto *layout = dynamic_cast<const QgsPrintLayout *>( project->layoutManager()->layoutByName( name ) );
  if ( layout )
    return CaLayoutPaper::toXml( *layout, sheet, document, error );
  *error = tr( "The layout “%1” is not in the project." ).arg( name );
  return false;
}

std::unique_ptr<QgsPrintLayout> CaLayoutCopy::make( const QgsProject *project, const QString &name, CaLayoutPaper::Sheet sheet, Parts parts,
                                                    QString *error )
{
  QDomDocument document;
  if ( !toXml( project, name, sheet, &document, error ) )
    return nullptr;
  reduce( &document, parts );
  return CaLayoutPaper::load( document, const_cast<QgsProject *>( project ), sheet, error );
}

bool CaLayoutCopy::write( const QgsProject *project, const QString &name, CaLayoutPaper::Sheet sheet, const QString &fileName,
                          QString *error )
{
  QDomDocument document;
  return toXml( project, name, sheet, &document, error ) && CaFiles::write( fileName, document.toByteArray( -1 ), error );
}

std::unique_ptr<QgsPrintLayout> CaLayoutCopy::read( const QString &fileName, QgsProject *project, CaLayoutPaper::Sheet sheet,
                                                    QString *error )
{
  QFile file( fileName );
  QDomDocument document;
  if ( file.open( QIODevice::ReadOnly ) && document.setContent( &file ) )
    return CaLayoutPaper::load( document, project, sheet, error );
  *error = tr( "The copy %1 of a layout cannot be read; export again." ).arg( fileName );
  return nullptr;
}
