// SPDX-License-Identifier: GPL-2.0-or-later
#include "cafigure.h"

#include <QCoreApplication>

#include <array>
#include <utility>
#include <vector>

namespace
{

constexpr std::array<std::pair<CaFlag, const char *>, 5> FLAGS{ { { CaFlag::None, "" },
                                                                  { CaFlag::Zero, "zero" },
                                                                  { CaFlag::NotApplicable, "not_applicable" },
                                                                  { CaFlag::NotAvailable, "not_available" },
                                                                  { CaFlag::Suppressed, "suppressed" } } };

constexpr std::array<std::pair<CaQualifier, const char *>, 8> QUALIFIERS{ { { CaQualifier::Exact, "exact" },
                                                                            { CaQualifier::Approximate, "approx" },
                                                                            { CaQualifier::AtLeast, "at_least" },
                                                                            { CaQualifier::AtMost, "at_most" },
                                                                            { CaQualifier::Target, "target" },
                                                                            { CaQualifier::Derived, "derived" },
                                                                            { CaQualifier::Preliminary, "preliminary" },
                                                                            { CaQualifier::Revised, "revised" } } };

template <typename Table, typename Value>
QString wordOf( const Table &table, Value value )
{
  for ( const auto &entry : table )
  {
    if ( entry.first == value )
      return QString::fromLatin1( entry.second );
  }
  return QString();
}

template <typename Value, typename Table>
std::optional<Value> valueOf( const Table &table, const QString &word )
{
  for ( const auto &entry : table )
  {
    if ( word == QLatin1String( entry.second ) )
      return entry.first;
  }
  return std::nullopt;
}

//! Returns the words of a table, whose values count from 0, for millions of figures to be written.
template <typename Table>
std::vector<QByteArray> wordsOf( const Table &table )
{
  std::vector<QByteArray> words( table.size() );
  for ( const auto &entry : table )
    words[static_cast<size_t>( entry.first )] = entry.second;
  return words;
}

} // namespace

QString CaFigureWords::textOf( CaFlag flag )
{
  switch ( flag )
  {
    case CaFlag::None:
      return QString();
    case CaFlag::Zero:
      return QCoreApplication::translate( "CaFigureWords", "zero by a mark" );
    case CaFlag::NotApplicable:
      return QCoreApplication::translate( "CaFigureWords", "not applicable" );
    case CaFlag::NotAvailable:
      return QCoreApplication::translate( "CaFigureWords", "not available" );
    case CaFlag::Suppressed:
      return QCoreApplication::translate( "CaFigureWords", "suppressed" );
  }
  return QString();
}

QString CaFigureWords::textOf( CaQualifier qualifier )
{
  switch ( qualifier )
  {
    case CaQualifier::Exact:
      return QCoreApplication::translate( "CaFigureWords", "exact" );
    case CaQualifier::Approximate:
      return QCoreApplication::translate( "CaFigureWords", "about" );
    case CaQualifier::AtLeast:
      return QCoreApplication::translate( "CaFigureWords", "or more" );
    case CaQualifier::AtMost:
      return QCoreApplication::translate( "CaFigureWords", "or less" );
    case CaQualifier::Target:
      return QCoreApplication::translate( "CaFigureWords", "target" );
    case CaQualifier::Derived:
      return QCoreApplication::translate( "CaFigureWords", "computed" );
    case CaQualifier::Preliminary:
      return QCoreApplication::translate( "CaFigureWords", "preliminary" );
    case CaQualifier::Revised:
      return QCoreApplication::translate( "CaFigureWords", "revised" );
  }
  return QString();
}

const QByteArray &CaFigureWords::utf8Of( CaFlag flag )
{
  static const std::vector<QByteArray> WORDS = wordsOf( FLAGS );
  return WORDS[static_cast<size_t>( flag )];
}

const QByteArray &CaFigureWords::utf8Of( CaQualifier qualifier )
{
  static const std::vector<QByteArray> WORDS = wordsOf( QUALIFIERS );
  return WORDS[static_cast<size_t>( qualifier )];
}

QString CaFigureWords::of( CaFlag flag )
{
  return wordOf( FLAGS, flag );
}

QString CaFigureWords::of( CaQualifier qualifier )
{
  return wordOf( QUALIFIERS, qualifier );
}

std::optional<CaFlag> CaFigureWords::flag( const QString &word )
{
  return valueOf<CaFlag>( FLAGS, word );
}

std::optional<CaQualifier> CaFigureWords::qualifier( const QString &word )
{
  return valueOf<CaQualifier>( QUALIFIERS, word );
}
