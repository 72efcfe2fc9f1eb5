// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlascomparisonsheet.h"

#include "cafiles.h"
#include "cahtml.h"
#include "careport.h"

#include <QBuffer>

#include <algorithm>

namespace
{

//! Pages shown as pictures, a megabyte each: more would be too large for a browser.
constexpr int MOST_PICTURES = 100;
constexpr char STYLE[] = ".pages{display:flex;gap:1%}.pages figure{flex:1;margin:0 0 1.5em}.pages img{width:100%;border:1px solid #aaa}"
                         "@media print{.pages{page-break-inside:avoid}}";

QString figure( const QImage &image, const QString &caption )
{
  if ( image.isNull() )
    return QString();
  QByteArray bytes;
  QBuffer buffer( &bytes );
  buffer.open( QIODevice::WriteOnly );
  image.save( &buffer, "PNG" );
  return QStringLiteral( "<figure><img alt=\"%1\" src=\"data:image/png;base64,%2\"><figcaption>%1</figcaption></figure>\n" )
      .arg( caption.toHtmlEscaped(), QString::fromLatin1( bytes.toBase64() ) );
}

} // namespace

void CaAtlasComparisonSheet::add( const CaAtlasComparison::Page &page )
{
  QList<QStringList> texts;
  for ( int i = 0; i < std::max( page.gone.size(), page.come.size() ); ++i )
    texts << QStringList{ page.gone.value( i ), page.come.value( i ) };
  mBody += CaHtml::heading( tr( "Page %1: %2" ).arg( page.after + 1 ).arg( page.title ) );
  mBody += texts.isEmpty() ? CaHtml::paragraph( tr( "The texts are the same." ) )
                           : CaHtml::table( { tr( "Texts that are gone" ), tr( "Texts that are new" ) }, texts );
  if ( ++mPages > MOST_PICTURES )
  {
    mBody += CaHtml::paragraph( tr( "Only the first %1 pages that have changed are shown as pictures." ).arg( MOST_PICTURES ) );
    return;
  }
  mBody += QStringLiteral( "<div class=\"pages\">" ) + figure( page.pictureBefore, tr( "Before" ) ) +
           figure( page.pictureAfter, tr( "After" ) ) +
           figure( CaAtlasComparison::difference( page.pictureBefore, page.pictureAfter ), tr( "Difference" ) ) +
           QStringLiteral( "</div>\n" );
}

bool CaAtlasComparisonSheet::write( const CaAtlasComparison &comparison, const QString &title, const QString &fileName,
                                    QString *error ) const
{
  constexpr int DETAILS = 1000;
  const QString html = CaHtml::page( title, comparison.report().toHtmlList( DETAILS ) + mBody, QString::fromLatin1( STYLE ) );
  return CaFiles::write( fileName, html.toUtf8(), error );
}
