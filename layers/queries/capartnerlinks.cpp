// SPDX-License-Identifier: GPL-2.0-or-later
#include "capartnerlinks.h"

#include "capack.h"
#include "capackfeatures.h"

#include <qgsgeometry.h>

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace
{

//! The same for letters of any width and case.
QString folded( const QString &text )
{
  return text.normalized( QString::NormalizationForm_KC ).simplified().toLower();
}

//! Returns the fields that \a text names.
QStringList fieldsOf( const QString &text )
{
  static const QRegularExpression separator( QStringLiteral( "\\s*[、,]\\s*" ) );
  return text.split( separator, Qt::SkipEmptyParts );
}

//! Whether one of \a texts is one of \a asked, whatever the width and case of their letters.
bool hasAnyOf( const QStringList &texts, const QStringList &asked )
{
  return std::any_of(
      texts.begin(), texts.end(),
      [&asked]( const QString &text )
      { return std::any_of( asked.begin(), asked.end(), [&text]( const QString &one ) { return folded( one ) == folded( text ); } ); } );
}

void addOnce( QStringList &list, const QString &text )
{
  if ( !list.contains( text ) )
    list << text;
}

} // namespace

std::optional<CaPartnerLinks> CaPartnerLinks::load( const QString &packFileName, QString *error )
{
  if ( !CaPack::open( packFileName, error ) )
    return std::nullopt;
  CaPartnerLinks links;
  const QStringList columns{ QStringLiteral( "code" ),         QStringLiteral( "title_ja" ),          QStringLiteral( "title_en" ),
                             QStringLiteral( "country" ),      QStringLiteral( "field_ja" ),          QStringLiteral( "field_en" ),
                             QStringLiteral( "project_code" ), QStringLiteral( "subarea_code" ),      QStringLiteral( "bureau_code" ),
                             QStringLiteral( "partner_code" ), QStringLiteral( "project_judgement" ), QStringLiteral( "partner_judgement" ),
                             QStringLiteral( "source" ) };
  const auto use = [&links]( const QStringList &row, const QByteArray &wkb )
  {
    QgsGeometry line;
    if ( !wkb.isEmpty() )
      line.fromWkb( wkb );
    if ( line.isEmpty() )
      return;
    const QLatin1String yes( "1" );
    const QgsAbstractGeometry *geometry = line.constGet();
    links.mLinks << CaPartnerLink{ row.at( 0 ),
                                   row.at( 1 ),
                                   row.at( 2 ),
                                   row.at( 3 ),
                                   row.at( 4 ),
                                   row.at( 5 ),
                                   row.at( 6 ),
                                   row.at( 7 ),
                                   row.at( 8 ),
                                   row.at( 9 ),
                                   row.at( 10 ) == yes,
                                   row.at( 11 ) == yes,
                                   row.at( 12 ),
                                   QgsPointXY( *line.vertices_begin() ),
                                   QgsPointXY( line.vertexAt( geometry->nCoordinates() - 1 ) ) };
  };
  if ( !CaPackFeatures::read( packFileName, QStringLiteral( "partner_links" ), columns, use, error ) )
    return std::nullopt;
  return links;
}

std::optional<QVector<CaPartnerLink>> CaPartnerLinks::chosen( const QStringList &countries, const QStringList &fields,
                                                              const QStringList &projects, QString *error ) const
{
  QStringList knownCountries;
  QStringList knownFields;
  QStringList knownProjects;
  for ( const CaPartnerLink &link : mLinks )
  {
    addOnce( knownCountries, link.country );
    addOnce( knownProjects, link.project );
    const QStringList named = fieldsOf( link.fieldJa ) + fieldsOf( link.fieldEn );
    for ( const QString &field : named )
      addOnce( knownFields, field );
  }
  const auto unknown = [error]( const QString &asked, const QStringList &known )
  {
    *error = tr( "No link with a partner abroad has “%1”. There are: %2." ).arg( asked, known.join( QStringLiteral( "; " ) ) );
    return std::nullopt;
  };
  for ( const QString &country : countries )
  {
    if ( !knownCountries.contains( country.toUpper() ) )
      return unknown( country, knownCountries );
  }
  for ( const QString &project : projects )
  {
    if ( !knownProjects.contains( project ) )
      return unknown( project, knownProjects );
  }
  for ( const QString &field : fields )
  {
    if ( !hasAnyOf( knownFields, { field } ) )
      return unknown( field, knownFields );
  }

  QVector<CaPartnerLink> result;
  for ( const CaPartnerLink &link : mLinks )
  {
    const QStringList named = fieldsOf( link.fieldJa ) + fieldsOf( link.fieldEn );
    if ( ( fields.isEmpty() || hasAnyOf( named, fields ) ) &&
         ( countries.isEmpty() || countries.contains( link.country, Qt::CaseInsensitive ) ) &&
         ( projects.isEmpty() || projects.contains( link.project ) ) )
      result << link;
  }
  return result;
}

CaFlowWidth::CaFlowWidth( Rule rule, double largest, double widest )
    : mRule( rule )
    , mLargest( largest )
    , mWidest( widest )
{
}

std::optional<double> CaFlowWidth::of( const std::optional<double> &value ) const
{
  if ( !value || !std::isfinite( *value ) || *value < 0 )
    return std::nullopt;
  if ( !( mLargest > 0 ) )
    return 0;
  const double part = *value / mLargest;
  return mWidest * ( mRule == Rule::Area ? std::sqrt( part ) : part );
}
