// SPDX-License-Identifier: GPL-2.0-or-later
#include "caboundarytable.h"

#include "caareacode.h"
#include "careport.h"
#include "catextbytes.h"

#include <QSet>

#include <algorithm>

CaBoundaryTable::CaBoundaryTable( const QString &name )
    : mName( name )
    , mEncoding( QStringLiteral( "UTF-8" ) )
{
}

bool CaBoundaryTable::findEncoding( CaReport *report, QString *error )
{
  if ( !mIsRaw )
    return true;
  // MLIT writes CP932 up to 2023 and UTF-8 from 2024, and does not always say so. Text in the one is hardly ever valid in the other.
  for ( const char *encoding : { "UTF-8", "CP932" } )
  {
    const bool fits = std::all_of( mColumns.cbegin(), mColumns.cend(),
                                   [encoding]( const Column &column )
                                   {
                                     return std::all_of( column.values.cbegin(), column.values.cend(),
                                                         [encoding]( const QByteArray &value )
                                                         { return CaTextBytes::decode( value, encoding ).has_value(); } );
                                   } );
    if ( !fits )
      continue;
    mEncoding = QLatin1String( encoding );
    report->add( CaReport::Information, QStringLiteral( "encoding" ),
                 tr( "The text of %1 was read as %2, which all of it is." ).arg( mName, mEncoding ) );
    return true;
  }
  *error = tr( "The text of %1 is neither UTF-8 nor CP932 (Shift_JIS) throughout. Its .dbf file may be damaged: take a fresh copy." )
               .arg( mName );
  return false;
}

QString CaBoundaryTable::text( const Column *column, int row ) const
{
  if ( !column )
    return QString();
  const QByteArray &bytes = column->values.at( row );
  return mEncoding == QLatin1String( "UTF-8" ) ? QString::fromUtf8( bytes )
                                               : CaTextBytes::decode( bytes, mEncoding.toLatin1().constData() ).value_or( QString() );
}

QString CaBoundaryTable::code( int row ) const
{
  return CaAreaCode::canonical( text( mCodes, row ) );
}

const CaBoundaryTable::Column *CaBoundaryTable::column( const QString &name ) const
{
  const auto found = std::find_if( mColumns.cbegin(), mColumns.cend(),
                                   [&name]( const Column &column ) { return column.name.compare( name, Qt::CaseInsensitive ) == 0; } );
  return found == mColumns.cend() ? nullptr : &*found;
}

QString CaBoundaryTable::names() const
{
  QStringList names;
  for ( const Column &column : mColumns )
    names << column.name;
  return names.join( QStringLiteral( ", " ) );
}

CaBoundaryTable::Fit CaBoundaryTable::fit( const Column &column, bool isWanted ) const
{
  // Share of the features that must have a code for a column to be the one.
  constexpr double CODE_SHARE = 0.9;
  QSet<QString> codes;
  int filled = 0;
  int municipalities = 0;
  Fit fit;
  for ( int row = 0; row < column.values.size(); ++row )
  {
    const QString value = text( &column, row );
    const QString code = CaAreaCode::canonical( value );
    filled += !value.trimmed().isEmpty();
    if ( code.isEmpty() )
      continue;
    ++fit.codes;
    municipalities += !CaAreaCode::isPrefecture( code );
    codes << code;
  }
  fit.hasMunicipalities = municipalities > 0;
  const bool isConstant = codes.size() == 1 && column.values.size() > 1;
  if ( fit.codes == 0 || ( !isWanted && ( fit.codes < CODE_SHARE * filled || isConstant ) ) )
    return fit;
  // Most codes, of municipalities rather than prefectures; N03_007 before others.
  const bool isKnown = column.name.compare( QLatin1String( "N03_007" ), Qt::CaseInsensitive ) == 0;
  fit.score = codes.size() + ( municipalities > fit.codes / 2 ? 1000000 : 0 ) + ( isKnown ? 10000000 : 0 );
  return fit;
}

bool CaBoundaryTable::findCodes( const QString &wanted, CaReport *report, QString *error )
{
  const Column *const only = wanted.isEmpty() ? nullptr : column( wanted );
  if ( !wanted.isEmpty() && !only )
  {
    *error = tr( "%1 has no column “%2” of text or whole numbers. Its columns are: %3." ).arg( mName, wanted, names() );
    return false;
  }
  Fit best;
  for ( const Column &column : std::as_const( mColumns ) )
  {
    const Fit its = only && &column != only ? Fit() : fit( column, only != nullptr );
    if ( its.score <= best.score )
      continue;
    mCodes = &column;
    best = its;
  }
  if ( !mCodes )
  {
    *error = tr( "%1 has no column with JIS codes of prefectures or municipalities, such as N03_007. Is it of another country? Its "
                 "columns are: %2." )
                 .arg( mName, names() );
    return false;
  }
  mHasMunicipalities = best.hasMunicipalities;
  report->add(
      CaReport::Information, QStringLiteral( "code_column" ),
      tr( "Codes are from column %1: %2 of %3 features have one." ).arg( mCodes->name ).arg( best.codes ).arg( mCodes->values.size() ) );
  report->setValue( QStringLiteral( "code_column" ), mCodes->name );
  return true;
}
