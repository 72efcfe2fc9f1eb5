// SPDX-License-Identifier: GPL-2.0-or-later
#include "caheregroups.h"

#include "caareaprecision.h"
#include "cafiguretext.h"
#include "caunits.h"

#include <QHash>

#include <algorithm>

namespace
{

constexpr int FEW = 10;

QString nameOf( const CaHere &here, const QString &language )
{
  const QString &name = language == QLatin1String( "ja" ) ? here.nameJa : here.nameEn;
  return name.isEmpty() ? here.nameJa : name;
}

QString unitOf( const CaFigure &figure, const QString &language )
{
  const CaUnit *unit = CaUnits::builtIn().unit( figure.unit );
  if ( !unit )
    return figure.unit;
  return language == QLatin1String( "ja" ) ? unit->nameJa : unit->nameEn;
}

} // namespace

QVector<CaHereGroup> CaHereGroups::of( const QVector<CaHere> &found, const QString &language, int fiscalYear )
{
  const QVector<std::pair<QString, QString>> kinds{ { QStringLiteral( "municipality" ), tr( "Municipality" ) },
                                                    { QStringLiteral( "prefecture" ), tr( "Prefecture" ) },
                                                    { QStringLiteral( "bureau" ), tr( "Bureau" ) },
                                                    { QStringLiteral( "project" ), tr( "Projects" ) },
                                                    { QStringLiteral( "subarea" ), tr( "Sub-areas" ) },
                                                    { QStringLiteral( "type_example" ), tr( "Examples of types" ) },
                                                    { QStringLiteral( "area" ), tr( "Areas of your own" ) },
                                                    { QStringLiteral( "link" ), tr( "Links with partners abroad" ) },
                                                    { QStringLiteral( "figure" ), tr( "Figures of fiscal year %1" ).arg( fiscalYear ) },
                                                    { QStringLiteral( "outside" ), tr( "Elsewhere" ) } };
  QVector<CaHere> sorted = found;
  std::stable_sort( sorted.begin(), sorted.end(),
                    []( const CaHere &a, const CaHere &b ) { return a.share.value_or( 0 ) > b.share.value_or( 0 ); } );
  QHash<QString, QString> names;
  for ( const CaHere &here : found )
  {
    if ( here.kind != QLatin1String( "link" ) && here.kind != QLatin1String( "figure" ) )
      names.insert( here.code, nameOf( here, language ) );
  }
  QVector<CaHereGroup> groups;
  for ( const auto &[kind, title] : kinds )
  {
    CaHereGroup group{ title, {} };
    for ( const CaHere &here : sorted )
    {
      const bool isOther = std::none_of( kinds.begin(), kinds.end(), [&here]( const auto &known ) { return known.first == here.kind; } );
      if ( here.kind != kind && !( isOther && kind == QLatin1String( "area" ) ) )
        continue;
      CaHereRow row;
      QStringList details;
      if ( here.share )
        details << CaFigureText::percent( *here.share );
      if ( kind == QLatin1String( "figure" ) )
      {
        row.name = QStringLiteral( "%1: %2" ).arg( names.value( here.owner, here.owner ), nameOf( here, language ) );
        const QString text = CaFigureText::of( here.figure );
        details << ( here.figure.value ? tr( "%1 %2", "figure and unit" ).arg( text, unitOf( here.figure, language ) ) : text );
      }
      else if ( kind == QLatin1String( "link" ) )
      {
        row.name = QStringLiteral( "%1 (%2)" ).arg( nameOf( here, language ), here.code );
        details << names.value( here.owner, here.owner ) << CaAreaPrecision::basisLabel( here.basis );
      }
      else if ( kind == QLatin1String( "outside" ) )
      {
        row.name = here.note;
      }
      else
      {
        row.name = QStringLiteral( "%1 (%2)" ).arg( nameOf( here, language ), here.code );
        if ( !here.basis.isEmpty() )
          details << CaAreaPrecision::basisLabel( here.basis );
        if ( !here.precision.isEmpty() && here.kind != QLatin1String( "municipality" ) && here.kind != QLatin1String( "prefecture" ) )
          details << CaAreaPrecision::label( here.precision );
      }
      row.detail = details.join( tr( ", ", "between the parts of a list" ) );
      row.note = kind == QLatin1String( "outside" ) ? QString() : here.note;
      group.rows << row;
    }
    if ( !group.rows.isEmpty() )
      groups << group;
  }
  // A long list of municipalities, of a polygon, would hide the rest.
  if ( !groups.isEmpty() && groups.constFirst().title == tr( "Municipality" ) && groups.constFirst().rows.size() > FEW )
    groups.append( groups.takeFirst() );
  return groups;
}

QString CaHereGroups::toHtml( const QVector<CaHereGroup> &groups )
{
  QString html;
  for ( const CaHereGroup &group : groups )
  {
    html += QStringLiteral( "<h4 style=\"margin:8px 0 2px 0\">%1</h4>" ).arg( group.title.toHtmlEscaped() );
    for ( const CaHereRow &row : group.rows )
    {
      html += QStringLiteral( "<p style=\"margin:0 0 4px 10px\">%1" ).arg( row.name.toHtmlEscaped() );
      if ( !row.detail.isEmpty() )
        html += QStringLiteral( "<br><span style=\"color:#1f4e79\">%1</span>" ).arg( row.detail.toHtmlEscaped() );
      if ( !row.note.isEmpty() )
        html += QStringLiteral( "<br><i style=\"color:#666\">%1</i>" ).arg( row.note.toHtmlEscaped() );
      html += QLatin1String( "</p>" );
    }
  }
  return html;
}

QString CaHereGroups::toText( const QVector<CaHereGroup> &groups, const QStringList &heading )
{
  // A tabulator or line break in a name would tear a sheet's row.
  const auto plain = []( const QString &text )
  {
    return text.simplified();
  };
  QString text;
  for ( const QString &line : heading )
    text += plain( line ) + QLatin1Char( '\n' );
  for ( const CaHereGroup &group : groups )
  {
    text += QLatin1Char( '\n' ) + plain( group.title ) + QLatin1Char( '\n' );
    for ( const CaHereRow &row : group.rows )
    {
      QStringList cells{ plain( row.name ), plain( row.detail ), plain( row.note ) };
      while ( !cells.isEmpty() && cells.constLast().isEmpty() )
        cells.removeLast();
      text += cells.join( QLatin1Char( '\t' ) ) + QLatin1Char( '\n' );
    }
  }
  return text;
}
