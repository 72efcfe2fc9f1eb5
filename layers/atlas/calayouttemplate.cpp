// SPDX-License-Identifier: GPL-2.0-or-later
#include "calayouttemplate.h"

#include <qgslayoutitemregistry.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace
{

//! Parts of parts; more is a part that includes itself.
constexpr int MAX_DEPTH = 12;

//! What is to be found and kept where a line of \a characters ends, as a string of an expression. Two Latin letters are as wide as one
//! Japanese character.
QString endOfLine( int characters )
{
  const int most = qMax( 2, characters );
  return QStringLiteral( "'(?=(?:[ -~À-ɏ]?+.){%2})((?:[ -~À-ɏ]?+.){2,%1})(?&lt;![（「『【〔])(?&lt;=[^ -~À-ɏ])"
                         "(?![、。，．）」』】〕ー・：；！？ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々])(?=..)'" )
      .arg( most )
      .arg( most + 1 );
}

/**
 * Breaks the text of \a expression where Japanese may be broken: after a Japanese character, but not after an opening bracket nor
 * before a closing one, a full stop, a small kana or a long vowel. What fits into one line stays whole.
 * \param characters of a line, "12", or of one on landscape and on portrait paper, "12,20"
 */
QString wrapped( const QString &characters, const QString &expression )
{
  const int landscape = characters.section( ',', 0, 0 ).toInt();
  const int portrait = characters.contains( ',' ) ? characters.section( ',', 1 ).toInt() : landscape;
  const QString end =
      portrait == landscape
          ? endOfLine( landscape )
          : QStringLiteral( "if(@layout_pageheight>@layout_pagewidth,%1,%2)" ).arg( endOfLine( portrait ), endOfLine( landscape ) );
  return QStringLiteral( "regexp_replace(%1,%2,'\\\\1\\n')" ).arg( expression, end );
}

} // namespace

CaLayoutTemplate::CaLayoutTemplate( const QString &partsFolder, const QString &language, const QMap<QString, QString> &values )
    : mPartsFolder( partsFolder )
    , mLanguage( language )
    , mValues( values )
{
}

QString CaLayoutTemplate::expand( const QString &text, QString *error ) const
{
  error->clear();
  const QString result = expanded( text, QMap<QString, QString>(), 0, error );
  return error->isEmpty() ? result : QString();
}

QString CaLayoutTemplate::expanded( QString text, const QMap<QString, QString> &scope, int depth, QString *error ) const
{
  // The innermost first, so that a placeholder may stand in the value of another.
  static const QRegularExpression innermost( QStringLiteral( "\\{\\{((?:(?!\\{\\{|\\}\\}).)*)\\}\\}" ),
                                             QRegularExpression::DotMatchesEverythingOption );
  int from = 0;
  QRegularExpressionMatch match = innermost.match( text );
  while ( match.hasMatch() && error->isEmpty() )
  {
    text.replace( match.capturedStart(), match.capturedLength(), replacement( match.captured( 1 ), scope, depth, error ) );
    // What encloses this one begins before it.
    from = qMax( 0, text.lastIndexOf( QLatin1String( "{{" ), match.capturedStart() ) );
    match = innermost.match( text, from );
  }
  return text;
}

QString CaLayoutTemplate::replacement( const QString &placeholder, const QMap<QString, QString> &scope, int depth, QString *error ) const
{
  if ( placeholder.startsWith( QLatin1String( "part:" ) ) )
    return part( placeholder.mid( 5 ), depth, error );
  // A text has two languages; what has another stroke ("||") is cut off otherwise.
  if ( placeholder.startsWith( QLatin1String( "t:" ) ) && placeholder.count( '|' ) == 1 )
    return placeholder.mid( 2 ).section( '|', mLanguage == QLatin1String( "en" ) ? 1 : 0, mLanguage == QLatin1String( "en" ) ? 1 : 0 );
  if ( placeholder.startsWith( QLatin1String( "wrap:" ) ) )
    return wrapped( placeholder.mid( 5 ).section( '|', 0, 0 ), placeholder.section( '|', 1 ) );
  if ( placeholder == QLatin1String( "lang" ) )
    return mLanguage;
  if ( mValues.contains( placeholder ) )
    return mValues.value( placeholder );

  static const QRegularExpression key( QStringLiteral( "^(\\w+)(?:=(.*)|([+-][0-9.]+))?$" ),
                                       QRegularExpression::DotMatchesEverythingOption );
  const QRegularExpressionMatch match = key.match( placeholder );
  const QString name = match.captured( 1 );
  if ( match.hasMatch() && scope.contains( name ) )
    return match.captured( 3 ).isEmpty() ? scope.value( name )
                                         : QString::number( scope.value( name ).toDouble() + match.captured( 3 ).toDouble() );
  if ( match.hasMatch() && placeholder.contains( '=' ) )
    return match.captured( 2 );
  *error = tr( "“{{%1}}” is unknown: it is neither a layer or theme of the project nor a value." ).arg( placeholder );
  return QString();
}

QString CaLayoutTemplate::part( const QString &call, int depth, QString *error ) const
{
  static const QRegularExpression argument( QStringLiteral( "(\\w+)=\"([^\"]*)\"" ) );
  static const QRegularExpression partName( QStringLiteral( "^\\w+" ) );
  const QString name = partName.match( call ).captured();
  QFile file( QDir( mPartsFolder ).filePath( name + QLatin1String( ".xml" ) ) );
  if ( name.isEmpty() || depth > MAX_DEPTH || !file.open( QIODevice::ReadOnly ) )
  {
    *error = depth > MAX_DEPTH ? tr( "The part “%1” includes itself." ).arg( name )
                               : tr( "The part “%1” cannot be read: %2" ).arg( name, file.fileName() );
    return QString();
  }
  QMap<QString, QString> scope;
  QRegularExpressionMatchIterator arguments = argument.globalMatch( call );
  while ( arguments.hasNext() )
  {
    const QRegularExpressionMatch match = arguments.next();
    scope.insert( match.captured( 1 ), match.captured( 2 ) );
  }
  return expanded( QString::fromUtf8( file.readAll() ).trimmed(), scope, depth + 1, error );
}

bool CaLayoutTemplate::read( const QString &fileName, QDomDocument *document, QString *error ) const
{
  QFile file( fileName );
  if ( !file.open( QIODevice::ReadOnly ) )
  {
    *error = tr( "The layout template %1 cannot be read (%2)." ).arg( fileName, file.errorString() );
    return false;
  }
  QString problem;
  const QString text = expand( QString::fromUtf8( file.readAll() ), &problem );
  if ( !problem.isEmpty() )
  {
    *error = tr( "The layout template %1 cannot be used. %2" ).arg( fileName, problem );
    return false;
  }
  int line = 0;
  if ( !document->setContent( text, &problem, &line ) )
  {
    *error = tr( "The layout template %1 is damaged: it is not XML (%2, line %3 after its parts are put in)." )
                 .arg( fileName, problem )
                 .arg( line );
    return false;
  }
  const QDomNodeList items = document->elementsByTagName( QStringLiteral( "LayoutItem" ) );
  for ( int i = 0; i < items.count(); ++i )
  {
    QDomElement item = items.at( i ).toElement();
    if ( !item.hasAttribute( QStringLiteral( "zValue" ) ) )
      item.setAttribute( QStringLiteral( "zValue" ), i + 1 );
  }
  return true;
}

void CaLayoutTemplate::matchExtents( QDomDocument *document )
{
  const QDomNodeList items = document->elementsByTagName( QStringLiteral( "LayoutItem" ) );
  for ( int i = 0; i < items.count(); ++i )
  {
    const QDomElement item = items.at( i ).toElement();
    QDomElement extent = item.firstChildElement( QStringLiteral( "Extent" ) );
    const QStringList size = item.attribute( QStringLiteral( "size" ) ).split( ',' );
    if ( item.attribute( QStringLiteral( "type" ) ).toInt() != QgsLayoutItemRegistry::LayoutMap || extent.isNull() || size.size() < 2 ||
         size.at( 0 ).toDouble() <= 0 )
      continue;
    const double west = extent.attribute( QStringLiteral( "xmin" ) ).toDouble();
    const double east = extent.attribute( QStringLiteral( "xmax" ) ).toDouble();
    const double south = extent.attribute( QStringLiteral( "ymin" ) ).toDouble();
    const double north = extent.attribute( QStringLiteral( "ymax" ) ).toDouble();
    const double half = ( east - west ) * size.at( 1 ).toDouble() / size.at( 0 ).toDouble() / 2;
    extent.setAttribute( QStringLiteral( "ymin" ), QString::number( ( south + north ) / 2 - half, 'f', 3 ) );
    extent.setAttribute( QStringLiteral( "ymax" ), QString::number( ( south + north ) / 2 + half, 'f', 3 ) );
  }
}
