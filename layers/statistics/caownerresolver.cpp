// SPDX-License-Identifier: GPL-2.0-or-later
#include "caownerresolver.h"

#include "cacsvtable.h"
#include "camunicipalities.h"
#include "capack.h"
#include "capackproblems.h"
#include "catext.h"

#include <qgsstringutils.h>

#include <QHash>
#include <QVector>

#include <algorithm>

namespace
{

constexpr int LONGEST_TEXT = 200;
constexpr QLatin1String COUNTRY( "country" ); // no owner, but a name that an owner may be mistaken for

struct Owner
{
  QString kind;
  QString code;
  QString name;

  QString candidate() const { return code + QLatin1Char( ' ' ) + name; }
};

//! Which columns of a table of the pack are names of owners of a kind.
struct PackTable
{
  const char *kind;
  const char *table;
  QStringList names;
};

QVector<PackTable> packTables()
{
  const QString ja = QStringLiteral( "name_ja" ), en = QStringLiteral( "name_en" );
  return { { "national", "national", { ja, en } },          { "bureau", "bureaus", { ja, en } },
           { "project", "projects", { ja, en } },           { "subarea", "subareas", { ja, en, QStringLiteral( "name_full_ja" ) } },
           { "type_example", "type_examples", { ja, en } }, { "link", "partner_links", {} } };
}

bool mayBeCode( const QString &text )
{
  const QString folded = CaText::halfWidth( text );
  const QChar first = folded.isEmpty() ? QChar() : folded.at( 0 );
  return ( first >= QLatin1Char( '0' ) && first <= QLatin1Char( '9' ) ) || first == QLatin1Char( '\'' ) || first == QLatin1Char( '=' ) ||
         ( folded.size() > 2 && folded.startsWith( QLatin1String( "JP" ) ) &&
           ( folded.at( 2 ) == QLatin1Char( '-' ) || folded.at( 2 ).isDigit() ) );
}

} // namespace

struct CaOwnerResolver::Data
{
  QVector<Owner> owners;
  QHash<QString, int> codes;              //!< Owner by code, but for areas: their codes are read by CaCodes
  QHash<QString, QVector<int>> names;     //!< Owners by key of a name
  QHash<QString, QVector<int>> pastNames; //!< Changes by key of the name of a municipality that is no more

  int addOwner( const QString &kind, const QString &code, const QString &name )
  {
    owners << Owner{ kind, code, name };
    return static_cast<int>( owners.size() ) - 1;
  }

  void addName( const QString &name, int owner )
  {
    const QString key = CaText::nameKey( name );
    if ( !key.isEmpty() && !names[key].contains( owner ) )
      names[key] << owner;
  }

  //! Adds the names of a project with 計画, with プロジェクト and with neither.
  void addProjectNames( const QString &name, int owner )
  {
    for ( const QString &suffix : { QStringLiteral( "計画" ), QStringLiteral( "プロジェクト" ) } )
    {
      if ( !name.endsWith( suffix ) )
        continue;
      const QString stem = name.left( name.size() - suffix.size() );
      addName( stem, owner );
      addName( stem + QStringLiteral( "計画" ), owner );
      addName( stem + QStringLiteral( "プロジェクト" ), owner );
    }
  }

  bool addPack( const CaPack &pack, QString *error )
  {
    for ( const PackTable &table : packTables() )
    {
      const QString kind = QLatin1String( table.kind );
      auto add = [this, &kind]( const QStringList &values )
      {
        const int owner = addOwner( kind, values.first(), values.value( 1, values.first() ) );
        codes.insert( values.first(), owner );
        for ( int i = 1; i < values.size(); ++i )
          addName( values.at( i ), owner );
        if ( kind == QLatin1String( "project" ) )
          addProjectNames( values.at( 1 ), owner );
      };
      if ( !pack.readTable( QLatin1String( table.table ), QStringList( QStringLiteral( "code" ) ) + table.names, add, error ) )
        return false;
    }
    return true;
  }

  void addPlaces( const CaMunicipalities &places )
  {
    for ( const CaPrefecture &prefecture : places.prefectures() )
    {
      const int owner = addOwner( QStringLiteral( "prefecture" ), prefecture.code, prefecture.nameJa );
      addName( prefecture.nameJa, owner );
      addName( prefecture.nameEn, owner );
      addName( prefecture.nameEn + QStringLiteral( " Prefecture" ), owner );
    }
    for ( const CaMunicipality &municipality : places.municipalities() )
      addMunicipality( municipality, places );
    for ( int i = 0; i < places.changes().size(); ++i )
    {
      const CaMunicipalityChange &change = places.changes().at( i );
      const QString prefecture = places.fullName( change.prefecture );
      for ( const QString &name :
            { change.name, change.county + change.name, prefecture + change.name, prefecture + change.county + change.name } )
      {
        QVector<int> &known = pastNames[CaText::nameKey( name )];
        if ( !known.contains( i ) )
          known << i;
      }
    }
  }

  void addMunicipality( const CaMunicipality &municipality, const CaMunicipalities &places )
  {
    const QString full = places.fullName( municipality.code );
    const QString prefecture = places.fullName( municipality.code.left( 2 ) );
    const int owner = addOwner( QStringLiteral( "municipality" ), municipality.code, full );
    addName( municipality.name, owner );
    addName( full, owner );
    addName( full.mid( prefecture.size() ), owner );
    addName( prefecture + municipality.name, owner );
    // A single character (津, 東) says too little.
    if ( municipality.parent.isEmpty() && municipality.name.size() > 2 &&
         QStringLiteral( "市町村" ).contains( municipality.name.right( 1 ) ) )
      addName( municipality.name.left( municipality.name.size() - 1 ), owner );
  }

  void addAliases()
  {
    QHash<QString, int> index;
    for ( int i = 0; i < owners.size(); ++i )
      index.insert( owners.at( i ).kind + owners.at( i ).code, i );
    CaPackProblems problems;
    const CaCsvTable aliases =
        CaCsvTable::read( QStringLiteral( ":/clusteratlas/tables/aliases.csv" ), QStringLiteral( "aliases.csv" ), problems );
    for ( int row = 0; row < aliases.size(); ++row )
    {
      const QString alias = aliases.value( row, QStringLiteral( "alias" ) );
      const QString kind = aliases.value( row, QStringLiteral( "kind" ) );
      const QString code = aliases.value( row, QStringLiteral( "code" ) );
      if ( kind == COUNTRY )
        addName( alias, addOwner( kind, code, alias ) );
      else if ( index.contains( kind + code ) ) // a pack may lack an owner
        addName( alias, index.value( kind + code ) );
    }
  }

  //! Returns the owners called \a text; a text that is its own key, as most are, is looked up as it is.
  QVector<int> named( const QString &text ) const
  {
    const auto found = names.constFind( text );
    return found == names.constEnd() ? names.value( CaText::nameKey( text ) ) : *found;
  }
};

CaOwnerResolver::CaOwnerResolver( std::shared_ptr<const Data> data )
    : mData( std::move( data ) )
{
}

std::optional<CaOwnerResolver> CaOwnerResolver::load( const QString &packFileName, QString *error )
{
  const std::optional<CaPack> pack = CaPack::open( packFileName, error );
  if ( !pack )
    return std::nullopt;
  auto data = std::make_shared<Data>();
  if ( !data->addPack( *pack, error ) )
    return std::nullopt;
  data->addPlaces( CaMunicipalities::builtIn() );
  data->addAliases();
  return CaOwnerResolver( data );
}

namespace
{

//! Returns 東京都府中市 for 府中市（東京都）, empty for other text.
QString turned( const QString &text )
{
  const QString folded = CaText::halfWidth( text );
  const int open = folded.indexOf( QLatin1Char( '(' ) );
  if ( open <= 0 || !folded.endsWith( QLatin1Char( ')' ) ) )
    return QString();
  return folded.mid( open + 1, folded.size() - open - 2 ) + folded.left( open );
}

bool isWanted( const Owner &owner, const QStringList &kinds )
{
  return kinds.isEmpty() || kinds.contains( owner.kind );
}

} // namespace

CaResolved CaOwnerResolver::resolve( const QString &text, const QStringList &kinds, CaCodeWidth width ) const
{
  auto fail = [&text]( const QString &problem, const QStringList &candidates = {} )
  {
    return CaResolved{ QString(), QString(), problem.contains( QLatin1String( "%1" ) ) ? problem.arg( CaText::quoted( text ) ) : problem,
                       candidates };
  };

  const QString name = text.trimmed();
  if ( name.isEmpty() )
    return fail( tr( "There is no code and no name in the cell." ) );
  if ( name.size() > LONGEST_TEXT )
    return fail( tr( "“%1” is too long for a name." ) );

  QVector<int> named = mData->named( name );
  if ( named.isEmpty() )
  {
    const auto code = mData->codes.constFind( CaText::halfWidth( name ).toUpper() );
    if ( code != mData->codes.constEnd() )
      named << *code;
  }
  if ( named.isEmpty() && mayBeCode( name ) )
    return resolveCode( name, kinds, width );
  if ( named.isEmpty() )
    named = mData->names.value( CaText::nameKey( turned( name ) ) );
  if ( named.isEmpty() )
    return resolvePast( name, kinds );

  QVector<Owner> wanted;
  for ( const int index : std::as_const( named ) )
  {
    if ( isWanted( mData->owners.at( index ), kinds ) )
      wanted << mData->owners.at( index );
  }
  if ( wanted.isEmpty() )
    return fail( tr( "“%1” is known, but as another kind of owner than is asked for here." ) );
  if ( wanted.size() == 1 && wanted.first().kind != COUNTRY )
    return { wanted.first().kind, wanted.first().code, QString(), {} };
  if ( wanted.size() == 1 )
    return fail( tr( "“%1” is a country, and no owner of figures." ) );
  QStringList candidates;
  for ( const Owner &owner : std::as_const( wanted ) )
    candidates << owner.candidate();
  return fail( tr( "“%1” may mean several: %2. Write the code or the full name." )
                   .arg( QStringLiteral( "%1" ), candidates.join( QStringLiteral( ", " ) ) ),
               candidates );
}

CaResolved CaOwnerResolver::resolveCode( const QString &text, const QStringList &kinds, CaCodeWidth width ) const
{
  const QString prefecture = QStringLiteral( "prefecture" ), municipality = QStringLiteral( "municipality" );
  const bool wantsPrefecture = kinds.isEmpty() || kinds.contains( prefecture );
  const bool wantsMunicipality = kinds.isEmpty() || kinds.contains( municipality );
  if ( !wantsPrefecture && !wantsMunicipality )
    return { QString(), QString(), tr( "“%1” is no name of an owner that is asked for here." ).arg( CaText::quoted( text ) ), {} };
  const CaParsedCode code = CaCodes::parse( text,
                                            wantsPrefecture && wantsMunicipality ? QString()
                                            : wantsPrefecture                    ? prefecture
                                                                                 : municipality,
                                            width );
  QStringList candidates;
  for ( const QString &candidate : code.candidates )
    candidates << candidate + QLatin1Char( ' ' ) + CaMunicipalities::builtIn().fullName( candidate );
  return { code.kind, code.code, code.problem, candidates };
}

CaResolved CaOwnerResolver::resolvePast( const QString &text, const QStringList &kinds ) const
{
  const CaMunicipalities &places = CaMunicipalities::builtIn();
  QVector<int> changes;
  if ( kinds.isEmpty() || kinds.contains( QStringLiteral( "municipality" ) ) )
    changes = mData->pastNames.value( CaText::nameKey( text ) );
  if ( changes.isEmpty() )
    return { QString(), QString(), tr( "“%1” is not known. Write the code or the full name." ).arg( CaText::quoted( text ) ), {} };
  const CaMunicipalityChange &change = places.changes().at( changes.first() );
  if ( changes.size() == 1 && change.renamed )
    return { QStringLiteral( "municipality" ), change.newCode, QString(), {} };
  QStringList candidates, became;
  for ( const int index : std::as_const( changes ) )
  {
    const CaMunicipalityChange &past = places.changes().at( index );
    candidates << past.newCode + QLatin1Char( ' ' ) + places.fullName( past.newCode );
    became << tr( "%1 on %2" ).arg( places.fullName( past.newCode ), past.date.toString( Qt::ISODate ) );
  }
  return { QString(), QString(),
           tr( "“%1” is no more: it became a part of %2. Its figures are not those of the new municipality: choose the new one if they are "
               "meant for it." )
               .arg( CaText::quoted( text ), became.join( QStringLiteral( ", " ) ) ),
           candidates };
}

QStringList CaOwnerResolver::nearest( const QString &text, const QStringList &kinds, int count ) const
{
  const QString key = CaText::nameKey( text.left( LONGEST_TEXT ) );
  const int farthest = key.size() <= 3 ? 1 : 2;
  QVector<QPair<int, QString>> near;
  for ( auto it = mData->names.constBegin(); it != mData->names.constEnd(); ++it )
  {
    if ( std::abs( static_cast<int>( it.key().size() - key.size() ) ) > farthest )
      continue;
    const int distance = QgsStringUtils::levenshteinDistance( key, it.key(), true );
    if ( distance > farthest || distance >= key.size() )
      continue;
    for ( const int index : it.value() )
    {
      const Owner &owner = mData->owners.at( index );
      if ( isWanted( owner, kinds ) && owner.kind != COUNTRY )
        near << qMakePair( distance, owner.candidate() );
    }
  }
  std::sort( near.begin(), near.end() );
  QStringList candidates;
  for ( const auto &entry : std::as_const( near ) )
  {
    if ( candidates.size() < count && !candidates.contains( entry.second ) )
      candidates << entry.second;
  }
  return candidates;
}
