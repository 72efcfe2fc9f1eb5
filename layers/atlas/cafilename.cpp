// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafilename.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

namespace
{

//! Returns as many whole characters of \a text as fit.
QString cut( const QString &text, int bytes )
{
  if ( text.toUtf8().size() <= bytes )
    return text;
  QTextBoundaryFinder finder( QTextBoundaryFinder::Grapheme, text );
  int end = 0;
  for ( int next = static_cast<int>( finder.toNextBoundary() ); next >= 0; next = static_cast<int>( finder.toNextBoundary() ) )
  {
    if ( text.left( next ).toUtf8().size() > bytes )
      break;
    end = next;
  }
  return text.left( end );
}

QString withoutEnds( QString text )
{
  static const QRegularExpression ends( QStringLiteral( "^[\\s.]+|[\\s.]+$" ) );
  return text.remove( ends );
}

} // namespace

QString CaFileName::safe( const QString &text )
{
  static const QRegularExpression forbidden( QStringLiteral( "[\\\\/:*?\"<>|\\p{C}]" ) );
  // Windows keeps these for devices, with any suffix.
  static const QRegularExpression device( QStringLiteral( "^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)" ),
                                          QRegularExpression::CaseInsensitiveOption );
  QString name = text.normalized( QString::NormalizationForm_C );
  name.replace( forbidden, QStringLiteral( "_" ) );
  name = withoutEnds( name );
  if ( device.match( name ).hasMatch() )
    name.prepend( QLatin1Char( '_' ) );
  name = withoutEnds( cut( name, MOST_BYTES ) );
  return name.isEmpty() ? QStringLiteral( "_" ) : name;
}
