// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetprofile.h"

#include "cafiles.h"
#include "casheetheader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace
{

using Role = CaSheetColumn::Role;

constexpr std::array<std::pair<Role, const char *>, 8> ROLES{ { { Role::Ignore, "ignore" },
                                                                { Role::Code, "code" },
                                                                { Role::Name, "name" },
                                                                { Role::FiscalYear, "fiscal_year" },
                                                                { Role::Metric, "metric" },
                                                                { Role::Value, "value" },
                                                                { Role::Unit, "unit" },
                                                                { Role::Note, "note" } } };

constexpr int PROFILE_VERSION = 1;
constexpr int MOST_ROWS = 100000000;

QString headerPattern( const CaSheetColumn &column )
{
  return CaSheetHeader::pattern( column.header );
}

} // namespace

bool CaSheetColumn::operator==( const CaSheetColumn &other ) const
{
  return role == other.role && header == other.header && metric == other.metric && fiscalYear == other.fiscalYear && unit == other.unit;
}

QString CaSheetProfile::wordOf( Role role )
{
  const auto *entry = std::find_if( ROLES.begin(), ROLES.end(), [role]( const auto &candidate ) { return candidate.first == role; } );
  return QString::fromLatin1( entry->second );
}

QString CaSheetProfile::textOf( Role role )
{
  switch ( role )
  {
    case Role::Ignore:
      return tr( "not used" );
    case Role::Code:
      return tr( "code" );
    case Role::Name:
      return tr( "name" );
    case Role::FiscalYear:
      return tr( "fiscal year" );
    case Role::Metric:
      return tr( "metric" );
    case Role::Value:
      return tr( "figures" );
    case Role::Unit:
      return tr( "unit" );
    case Role::Note:
      return tr( "remarks" );
  }
  return QString();
}

std::optional<Role> CaSheetProfile::role( const QString &word )
{
  const auto *entry =
      std::find_if( ROLES.begin(), ROLES.end(), [&word]( const auto &candidate ) { return word == QLatin1String( candidate.second ); } );
  return entry == ROLES.end() ? std::nullopt : std::optional<Role>( entry->first );
}

bool CaSheetProfile::operator==( const CaSheetProfile &other ) const
{
  return toJson() == other.toJson();
}

int CaSheetProfile::column( Role role ) const
{
  for ( int i = 0; i < columns.size(); ++i )
  {
    if ( columns.at( i ).role == role )
      return i;
  }
  return -1;
}

QString CaSheetProfile::problem() const
{
  if ( column( Role::Value ) < 0 )
    return tr( "No column with figures is known. Say which columns hold figures." );
  if ( column( Role::Code ) < 0 && column( Role::Name ) < 0 )
    return tr(
        "No column says whose figures they are. Say which column holds the code or the name of the bureau, project or municipality." );
  for ( const CaSheetColumn &value : columns )
  {
    if ( value.role != Role::Value )
      continue;
    if ( value.metric.isEmpty() && metric.isEmpty() && column( Role::Metric ) < 0 )
      return tr( "What the column “%1” counts is not known. Choose its metric." ).arg( value.header );
    if ( value.fiscalYear == 0 && fiscalYear == 0 && column( Role::FiscalYear ) < 0 )
      return tr( "The fiscal year of the column “%1” is not known. Say which year its figures are of." ).arg( value.header );
  }
  return QString();
}

QString CaSheetProfile::signature() const
{
  QStringList patterns;
  for ( const CaSheetColumn &column : columns )
  {
    const QString pattern = headerPattern( column );
    // One more year of the same is the same kind of sheet.
    if ( !pattern.isEmpty() && !patterns.contains( pattern ) )
      patterns << pattern;
  }
  return headerRow > 0 ? patterns.join( QLatin1Char( '|' ) ) : QString();
}

void CaSheetProfile::adopt( const CaSheetProfile &known )
{
  QHash<QString, QVector<int>> byPattern;
  for ( int i = 0; i < known.columns.size(); ++i )
    byPattern[headerPattern( known.columns.at( i ) )] << i;
  QHash<QString, int> seen;
  for ( CaSheetColumn &column : columns )
  {
    const QString pattern = headerPattern( column );
    const QVector<int> candidates = byPattern.value( pattern );
    if ( candidates.isEmpty() )
      continue;
    const CaSheetColumn &decided = known.columns.at( candidates.at( std::min<int>( seen[pattern]++, candidates.size() - 1 ) ) );
    column.role = decided.role;
    column.metric = decided.metric;
    column.unit = decided.unit;
  }
  ownerKind = known.ownerKind;
  metric = known.metric;
  unit = known.unit;
  era = era.isEmpty() ? known.era : era;
  calendarIsFiscal = known.calendarIsFiscal;
  fillDown = known.fillDown;
  totals = known.totals;
}

QJsonObject CaSheetProfile::toJson() const
{
  QJsonArray list;
  for ( const CaSheetColumn &column : columns )
  {
    QJsonObject object{ { QStringLiteral( "role" ), wordOf( column.role ) }, { QStringLiteral( "header" ), column.header } };
    if ( !column.metric.isEmpty() )
      object.insert( QStringLiteral( "metric" ), column.metric );
    if ( column.fiscalYear != 0 )
      object.insert( QStringLiteral( "fiscal_year" ), column.fiscalYear );
    if ( !column.unit.isEmpty() )
      object.insert( QStringLiteral( "unit" ), column.unit );
    list << object;
  }
  return { { QStringLiteral( "version" ), PROFILE_VERSION },
           { QStringLiteral( "file" ), file },
           { QStringLiteral( "sheet" ), sheet },
           { QStringLiteral( "encoding" ), encoding },
           { QStringLiteral( "delimiter" ), delimiter },
           { QStringLiteral( "header_row" ), headerRow },
           { QStringLiteral( "header_rows" ), headerRows },
           { QStringLiteral( "unit_row" ), unitRow },
           { QStringLiteral( "first_row" ), firstRow },
           { QStringLiteral( "last_row" ), lastRow },
           { QStringLiteral( "owner_kind" ), ownerKind },
           { QStringLiteral( "metric" ), metric },
           { QStringLiteral( "fiscal_year" ), fiscalYear },
           { QStringLiteral( "unit" ), unit },
           { QStringLiteral( "era" ), era },
           { QStringLiteral( "calendar_is_fiscal" ), calendarIsFiscal },
           { QStringLiteral( "fill_down" ), fillDown },
           { QStringLiteral( "totals" ), QLatin1String( totals == Totals::National ? "national" : "ignore" ) },
           { QStringLiteral( "columns" ), list } };
}

std::optional<CaSheetProfile> CaSheetProfile::fromJson( const QJsonObject &json, QString *error )
{
  const auto text = [&json]( const char *key )
  {
    return json.value( QLatin1String( key ) ).toString();
  };
  const auto number = [&json]( const char *key, int fallback )
  {
    return json.value( QLatin1String( key ) ).toInt( fallback );
  };
  const auto fail = [error]( const QString &reason ) -> std::optional<CaSheetProfile>
  {
    *error = reason;
    return std::nullopt;
  };
  if ( number( "version", 0 ) != PROFILE_VERSION )
    return fail( tr( "This is no profile of a sheet, or one of another version of Cluster Atlas." ) );
  CaSheetProfile profile;
  profile.file = text( "file" );
  profile.sheet = text( "sheet" );
  profile.encoding = text( "encoding" );
  profile.delimiter = text( "delimiter" );
  profile.headerRow = number( "header_row", 0 );
  profile.headerRows = number( "header_rows", 1 );
  profile.unitRow = number( "unit_row", 0 );
  profile.firstRow = number( "first_row", 1 );
  profile.lastRow = number( "last_row", 0 );
  profile.ownerKind = text( "owner_kind" );
  profile.metric = text( "metric" );
  profile.fiscalYear = number( "fiscal_year", 0 );
  profile.unit = text( "unit" );
  profile.era = text( "era" );
  profile.calendarIsFiscal = json.value( QLatin1String( "calendar_is_fiscal" ) ).toBool();
  profile.fillDown = json.value( QLatin1String( "fill_down" ) ).toBool();
  profile.totals = text( "totals" ) == QLatin1String( "national" ) ? Totals::National : Totals::Ignore;
  for ( const int row : { profile.headerRow, profile.headerRows, profile.unitRow, profile.firstRow, profile.lastRow } )
  {
    if ( row < 0 || row > MOST_ROWS )
      return fail( tr( "The profile names row %1, which no sheet has." ).arg( row ) );
  }
  const QJsonArray list = json.value( QLatin1String( "columns" ) ).toArray();
  for ( const QJsonValue &value : list )
  {
    const QJsonObject object = value.toObject();
    const QString word = object.value( QLatin1String( "role" ) ).toString();
    const std::optional<Role> found = role( word );
    if ( !found )
      return fail( tr( "The profile gives a column the role “%1”, which there is not." ).arg( word ) );
    profile.columns << CaSheetColumn{ *found, object.value( QLatin1String( "header" ) ).toString(),
                                      object.value( QLatin1String( "metric" ) ).toString(),
                                      object.value( QLatin1String( "fiscal_year" ) ).toInt(),
                                      object.value( QLatin1String( "unit" ) ).toString() };
  }
  return profile;
}

QString CaSheetProfiles::fileOf( const CaSheetProfile &profile ) const
{
  const QByteArray hash = QCryptographicHash::hash( profile.signature().toUtf8(), QCryptographicHash::Sha1 ).toHex();
  return QDir( mFolder ).filePath( QString::fromLatin1( hash.left( 16 ) ) + QStringLiteral( ".json" ) );
}

bool CaSheetProfiles::save( const CaSheetProfile &profile, QString *error ) const
{
  if ( profile.signature().isEmpty() )
  {
    *error = tr( "A sheet without a header cannot be known again: its profile was not saved." );
    return false;
  }
  if ( !CaFiles::prepareFolder( mFolder, error ) )
    return false;
  const QString target = fileOf( profile ), beside = CaFiles::besideName( target );
  const QByteArray json = QJsonDocument( profile.toJson() ).toJson();
  QFile file( beside );
  if ( !file.open( QIODevice::WriteOnly ) || file.write( json ) != json.size() || !file.flush() )
  {
    *error = tr( "The profile %1 cannot be written (%2). Is the disk full?" ).arg( target, file.errorString() );
    file.remove();
    return false;
  }
  file.close();
  return CaFiles::moveIntoPlace( beside, target, true, error );
}

std::optional<CaSheetProfile> CaSheetProfiles::find( const CaSheetProfile &guessed ) const
{
  const QString signature = guessed.signature();
  QFile file( fileOf( guessed ) );
  if ( signature.isEmpty() || !file.open( QIODevice::ReadOnly ) )
    return std::nullopt;
  QString ignored;
  const std::optional<CaSheetProfile> known = CaSheetProfile::fromJson( QJsonDocument::fromJson( file.readAll() ).object(), &ignored );
  return known && known->signature() == signature ? known : std::nullopt;
}

CaTableOptions CaSheetProfiles::optionsFor( const QString &fileName ) const
{
  CaTableOptions options;
  const QVector<CaSheetProfile> profiles = all();
  for ( const CaSheetProfile &profile : profiles )
  {
    if ( profile.file == QFileInfo( fileName ).fileName() )
      options.rememberedEncoding = profile.encoding;
  }
  return options;
}

QVector<CaSheetProfile> CaSheetProfiles::all() const
{
  QVector<CaSheetProfile> profiles;
  const QDir folder( mFolder );
  const QStringList names = folder.entryList( { QStringLiteral( "*.json" ) }, QDir::Files, QDir::Name );
  for ( const QString &name : names )
  {
    QFile file( folder.filePath( name ) );
    QString ignored;
    const std::optional<CaSheetProfile> profile =
        file.open( QIODevice::ReadOnly ) ? CaSheetProfile::fromJson( QJsonDocument::fromJson( file.readAll() ).object(), &ignored )
                                         : std::nullopt;
    if ( profile )
      profiles << *profile;
  }
  return profiles;
}
