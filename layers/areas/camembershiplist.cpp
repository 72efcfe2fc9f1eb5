// SPDX-License-Identifier: GPL-2.0-or-later
#include "camembershiplist.h"

#include "caareacode.h"
#include "caboundaries.h"
#include "camunicipalities.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace
{

const QLatin1String SUBREGION( "subregion" );

QString label( const QString &code )
{
  return QStringLiteral( "%1 %2" ).arg( code, CaMunicipalities::builtIn().fullName( code ) ).trimmed();
}

//! Whether \a whole, a prefecture or designated city, has the municipality \a code.
bool isPartOf( const QString &code, const QString &whole )
{
  if ( code == whole || whole.isEmpty() )
    return false;
  return CaAreaCode::isPrefecture( whole ) ? code.startsWith( whole ) : CaAreaCode::cityOfWard( code ) == whole;
}

} // namespace

CaMembershipList::CaMembershipList()
{
  mState.areas << CaAreaList{ QStringLiteral( "area" ), QStringLiteral( "NEW_AREA" ), QString(), QString(), {} };
}

std::optional<CaMembershipList> CaMembershipList::open( const QString &fileName, QString *error )
{
  CaMembershipList list;
  const std::optional<CaAreaLists> lists = CaAreaLists::fromCsv( fileName, error, &list.mOtherColumns );
  if ( !lists )
    return std::nullopt;
  list.mState.areas = lists->areas();
  list.mFileName = fileName;
  list.mFileTime = QFileInfo( fileName ).lastModified();
  return list;
}

QString CaMembershipList::codeError() const
{
  QSet<QString> codes;
  for ( const CaAreaList &area : mState.areas )
  {
    const QString key = area.kind + QLatin1Char( '/' ) + area.code;
    if ( area.code.isEmpty() )
      return tr( "An area has no code. Give it one, such as NEW_PROJECT." );
    if ( codes.contains( key ) )
      return tr( "Two areas have the code %1. Give one of them another." ).arg( area.code );
    codes << key;
    if ( area.members.isEmpty() )
      return tr( "The area %1 has no place in it. Pick some on the map, or take the area out." ).arg( area.code );
  }
  return QString();
}

bool CaMembershipList::save( const QString &fileName, QString *error )
{
  *error = codeError();
  if ( error->isEmpty() && fileName == mFileName && QFileInfo::exists( fileName ) && QFileInfo( fileName ).lastModified() != mFileTime )
    *error = tr( "%1 was changed by somebody else since it was opened here. Save under another name and compare the two." ).arg( fileName );
  if ( !error->isEmpty() || !CaAreaLists( mState.areas ).writeCsv( fileName, error ) )
    return false;
  mFileName = fileName;
  mFileTime = QFileInfo( fileName ).lastModified();
  mOtherColumns.clear();
  mSavedDepth = mUndo.size();
  return true;
}

void CaMembershipList::remember()
{
  if ( mSavedDepth > mUndo.size() )
    mSavedDepth = -1; // what was undone from there is overwritten now
  mUndo << mState;
  mRedo.clear();
}

void CaMembershipList::undo()
{
  if ( mUndo.isEmpty() )
    return;
  mRedo << mState;
  mState = mUndo.takeLast();
}

void CaMembershipList::redo()
{
  if ( mRedo.isEmpty() )
    return;
  mUndo << mState;
  mState = mRedo.takeLast();
}

void CaMembershipList::setCurrent( int area )
{
  if ( area >= 0 && area < mState.areas.size() )
    mState.current = area;
}

void CaMembershipList::addArea()
{
  remember();
  QSet<QString> codes;
  for ( const CaAreaList &area : std::as_const( mState.areas ) )
    codes << area.code;
  QString code = QStringLiteral( "NEW_AREA" );
  for ( int number = 2; codes.contains( code ); ++number )
    code = QStringLiteral( "NEW_AREA_%1" ).arg( number );
  mState.current = mState.areas.size();
  mState.areas << CaAreaList{ QStringLiteral( "area" ), code, QString(), QString(), {} };
}

void CaMembershipList::removeArea()
{
  remember();
  mState.areas.removeAt( mState.current );
  if ( mState.areas.isEmpty() )
    mState.areas = CaMembershipList().areas();
  mState.current = std::min( mState.current, static_cast<int>( mState.areas.size() ) - 1 );
}

bool CaMembershipList::setName( const QString &code, const QString &nameJa, const QString &nameEn, QString *error )
{
  const QString plain = code.simplified();
  if ( plain.isEmpty() )
  {
    *error = tr( "An area has no code. Give it one, such as NEW_PROJECT." );
    return false;
  }
  for ( int i = 0; i < mState.areas.size(); ++i )
  {
    if ( i != mState.current && mState.areas.at( i ).code == plain && mState.areas.at( i ).kind == area().kind )
    {
      *error = tr( "Two areas have the code %1. Give one of them another." ).arg( plain );
      return false;
    }
  }
  if ( area().code == plain && area().nameJa == nameJa.simplified() && area().nameEn == nameEn.simplified() )
    return true;
  remember();
  CaAreaList &area = mState.areas[mState.current];
  area.code = plain;
  area.nameJa = nameJa.simplified();
  area.nameEn = nameEn.simplified();
  return true;
}

bool CaMembershipList::isListed( const QString &code ) const
{
  const QVector<CaAreaMember> &members = area().members;
  return std::any_of( members.begin(), members.end(),
                      [&code]( const CaAreaMember &member ) { return member.code == code && member.precision != SUBREGION; } );
}

bool CaMembershipList::contains( const QString &code ) const
{
  return isListed( code ) || isListed( code.left( 2 ) ) || isListed( CaAreaCode::cityOfWard( code ) );
}

CaAreaMember CaMembershipList::member( const QString &code ) const
{
  const QString precision = CaAreaCode::isPrefecture( code ) ? QStringLiteral( "prefecture" ) : QStringLiteral( "municipality" );
  return { code, CaMunicipalities::builtIn().fullName( code ), precision, QString(), mBasis, QString(), QString() };
}

QString CaMembershipList::toggle( const QString &code, const CaBoundaries &boundaries )
{
  QVector<int> rows;
  for ( int row = 0; row < area().members.size(); ++row )
  {
    if ( area().members.at( row ).code == code && area().members.at( row ).precision != SUBREGION )
      rows << row;
  }
  if ( !rows.isEmpty() )
    return remove( rows );
  const QString city = CaAreaCode::cityOfWard( code );
  const QString whole = isListed( city ) ? city : isListed( code.left( 2 ) ) ? code.left( 2 ) : QString();
  if ( whole.isEmpty() )
    return add( { code } );

  QStringList others;
  for ( const CaBoundaryMember &other : boundaries.members() )
  {
    if ( other.code != code && isPartOf( other.code, whole ) && !isListed( other.code ) && !others.contains( other.code ) )
      others << other.code;
  }
  remember();
  QVector<CaAreaMember> &members = mState.areas[mState.current].members;
  const auto isWhole = [&whole]( const CaAreaMember &member )
  {
    return member.code == whole && member.precision != SUBREGION;
  };
  members.erase( std::remove_if( members.begin(), members.end(), isWhole ), members.end() );
  for ( const QString &other : std::as_const( others ) )
    members << member( other );
  return tr( "%1 is out: its %2 other places are in the list now instead of %3." )
      .arg( label( code ) )
      .arg( others.size() )
      .arg( label( whole ) );
}

QString CaMembershipList::add( const QStringList &codes )
{
  QStringList added;
  for ( const QString &code : codes )
  {
    if ( !code.isEmpty() && !contains( code ) && !added.contains( code ) )
      added << code;
  }
  if ( added.isEmpty() )
    return tr( "Nothing to add: all of it is in the list." );
  remember();
  QVector<CaAreaMember> &members = mState.areas[mState.current].members;
  int parts = 0;
  for ( const QString &code : std::as_const( added ) )
  {
    const auto isPart = [&code]( const CaAreaMember &member )
    {
      return member.precision != SUBREGION && isPartOf( member.code, code );
    };
    const auto end = std::remove_if( members.begin(), members.end(), isPart );
    parts += static_cast<int>( std::distance( end, members.end() ) );
    members.erase( end, members.end() );
    members << member( code );
  }
  const QString text =
      added.size() == 1 ? tr( "%1 is in." ).arg( label( added.constFirst() ) ) : tr( "%n place(s) added.", nullptr, added.size() );
  return parts == 0 ? text
                    : text + QLatin1Char( ' ' ) + tr( "%n place(s) that are parts of it are no longer listed themselves.", nullptr, parts );
}

QString CaMembershipList::remove( const QVector<int> &rows )
{
  QVector<CaAreaMember> left;
  QString only;
  for ( int row = 0; row < area().members.size(); ++row )
  {
    if ( !rows.contains( row ) )
      left << area().members.at( row );
    else
      only = label( area().members.at( row ).code );
  }
  const int removed = area().members.size() - left.size();
  if ( removed == 0 )
    return tr( "Nothing to take out." );
  remember();
  mState.areas[mState.current].members = left;
  return removed == 1 ? tr( "%1 is out." ).arg( only ) : tr( "%n row(s) taken out.", nullptr, removed );
}
