// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackviews.h"
#include "capackschema.h"

#include <QStringList>

namespace
{

QString bureauProjects()
{
  return QStringLiteral(
      "SELECT b.fid AS fid, b.code AS owner_code, (SELECT p.as_of_fy FROM projects p ORDER BY p.fid LIMIT 1) AS fiscal_year, "
      "b.projects_count AS projects FROM bureaus b" );
}

//! What counts as an amount of the nation that is not part of another.
QString nationalAmounts( const QString &alias )
{
  return QStringLiteral( "%1.owner_kind = 'national' AND %1.part_of IS NULL AND %1.status IN ('new', 'continuing', 'ended', 'budget')" )
      .arg( alias );
}

QString nationalRequests( const QString &alias )
{
  return QStringLiteral( "%1.owner_kind = 'national' AND %1.part_of IS NULL AND %1.status = 'request'" ).arg( alias );
}

QString budgetByType()
{
  const QString cell =
      QStringLiteral( "(SELECT b.%1 FROM budget b WHERE b.type_code = o.type_code AND b.fiscal_year = o.fiscal_year AND %2) AS %3" );
  const QString amounts = nationalAmounts( QStringLiteral( "b" ) );
  const QString either = QStringLiteral( "((%1) OR (%2))" );
  return QStringLiteral(
             "SELECT o.fid AS fid, o.type_code AS type_code, o.fiscal_year AS fiscal_year, %1, %2, %3, %4 FROM budget o WHERE %5 AND NOT "
             "EXISTS "
             "(SELECT 1 FROM budget e WHERE %6 AND e.type_code = o.type_code AND e.fiscal_year = o.fiscal_year AND e.fid < o.fid)" )
      .arg( cell.arg( QStringLiteral( "amount_oku_yen" ), amounts, QStringLiteral( "amount_oku_yen" ) ),
            cell.arg( QStringLiteral( "status" ), amounts, QStringLiteral( "amount_status" ) ),
            cell.arg( QStringLiteral( "source" ), amounts, QStringLiteral( "amount_source" ) ),
            cell.arg( QStringLiteral( "amount_oku_yen" ), nationalRequests( QStringLiteral( "b" ) ), QStringLiteral( "request_oku_yen" ) ),
            either.arg( nationalAmounts( QStringLiteral( "o" ) ), nationalRequests( QStringLiteral( "o" ) ) ),
            either.arg( nationalAmounts( QStringLiteral( "e" ) ), nationalRequests( QStringLiteral( "e" ) ) ) );
}

QString budgetNational()
{
  const QString cell =
      QStringLiteral( "(SELECT t.%1 FROM budget_by_type t WHERE t.type_code = '%2' AND t.fiscal_year = o.fiscal_year) AS %3" );
  return QStringLiteral( "SELECT o.fid AS fid, (SELECT n.code FROM national n ORDER BY n.fid LIMIT 1) AS owner_code, o.fiscal_year AS "
                         "fiscal_year, %1, %2, %3, %4 "
                         "FROM budget_by_type o WHERE NOT EXISTS (SELECT 1 FROM budget_by_type e WHERE e.fiscal_year = o.fiscal_year AND "
                         "e.fid < o.fid)" )
      .arg(
          cell.arg( QStringLiteral( "amount_oku_yen" ), QStringLiteral( "regional" ), QStringLiteral( "regional_oku_yen" ) ),
          cell.arg( QStringLiteral( "amount_oku_yen" ), QStringLiteral( "leading" ), QStringLiteral( "leading_oku_yen" ) ),
          cell.arg( QStringLiteral( "amount_oku_yen" ), QStringLiteral( "whole_plan" ), QStringLiteral( "whole_plan_oku_yen" ) ),
          cell.arg( QStringLiteral( "request_oku_yen" ), QStringLiteral( "whole_plan" ), QStringLiteral( "whole_plan_request_oku_yen" ) ) );
}

QString fiscalYears()
{
  return QStringLiteral( "SELECT fiscal_year AS fid, fiscal_year FROM participation WHERE fiscal_year IS NOT NULL "
                         "UNION SELECT fiscal_year, fiscal_year FROM budget UNION SELECT fiscal_year, fiscal_year FROM figures WHERE "
                         "fiscal_year IS NOT NULL" );
}

/**
 * Every figure that stands, one a row: the rule of CaFigureMerge in SQL. A figure of the user's goes before a shipped one, of several
 * sheets the one imported last, and one without a value never before one with a value.
 */
QString figureList()
{
  const QString same = QStringLiteral( "%1.owner_code = o.owner_code AND %1.fiscal_year = o.fiscal_year AND %1.metric = o.metric" );
  // The user's first: a view has the types of the columns of its first part.
  const QString ofUser =
      QStringLiteral( "SELECT o.fid AS fid, o.owner_kind AS owner_kind, o.owner_code AS owner_code, o.fiscal_year AS fiscal_year, "
                      "o.metric AS metric, o.value AS value, o.unit AS unit, o.qualifier AS qualifier, o.flag AS flag, o.source_file "
                      "AS source FROM statistics o WHERE NOT EXISTS (SELECT 1 FROM statistics l WHERE %1 AND (l.value IS NOT NULL) >= "
                      "(o.value IS NOT NULL) AND ((l.value IS NOT NULL) > (o.value IS NOT NULL) OR l.fid > o.fid)) AND (o.value IS "
                      "NOT NULL OR NOT EXISTS (SELECT 1 FROM participation s WHERE %2))" )
          .arg( same.arg( QStringLiteral( "l" ) ), same.arg( QStringLiteral( "s" ) ) );
  const QString shipped =
      QStringLiteral( "SELECT o.fid + (SELECT coalesce(max(fid), 0) FROM statistics), o.owner_kind, o.owner_code, o.fiscal_year, "
                      "o.metric, o.value, o.unit, o.qualifier, NULL, o.source FROM participation o WHERE NOT EXISTS (SELECT 1 FROM "
                      "participation e WHERE %1 AND e.fid < o.fid) AND NOT EXISTS (SELECT 1 FROM statistics s WHERE %2 AND s.value "
                      "IS NOT NULL)" )
          .arg( same.arg( QStringLiteral( "e" ) ), same.arg( QStringLiteral( "s" ) ) );
  return ofUser + QLatin1String( " UNION ALL " ) + shipped;
}

//! Returns whether \a column holds ids of the table sources.
bool citesSources( const CaPackColumn &column )
{
  const QStringList words = column.check.split( QLatin1Char( ' ' ) );
  return column.origin == CaPackColumn::Origin::Pack
             ? column.name == QLatin1String( "source" )
             : column.origin == CaPackColumn::Origin::Both &&
                   ( words.contains( QLatin1String( "sources" ) ) || column.check.startsWith( QLatin1String( "basis:" ) ) );
}

/**
 * The sources that anything in the pack cites, and the files that the user's statistics came from. By what the schema says of its columns,
 * so a new one counts at once. A shipped figure that gave way to one of the user's cites nothing.
 */
QString usedSources( const CaPackSchema &schema )
{
  const QString stands =
      QStringLiteral( " AND NOT EXISTS (SELECT 1 FROM statistics s WHERE s.owner_code = t.owner_code AND s.fiscal_year = "
                      "t.fiscal_year AND s.metric = t.metric AND s.value IS NOT NULL)" );
  QStringList cited;
  const QVector<CaPackTable> tables = schema.tables();
  for ( const CaPackTable &table : tables )
  {
    for ( const CaPackColumn &column : table.columns )
    {
      if ( !table.isView && citesSources( column ) )
        cited << QStringLiteral( "EXISTS (SELECT 1 FROM %1 t WHERE instr(';' || t.%2 || ';', ';' || o.id || ';')%3)" )
                     .arg( table.name, column.name, table.name == QLatin1String( "participation" ) ? stands : QString() );
    }
  }
  const QString shipped = QStringLiteral( "SELECT o.fid AS fid, o.id AS id, o.title AS title, o.publisher AS publisher, o.year AS year, "
                                          "o.url AS url FROM sources o WHERE %1" )
                              .arg( cited.join( QLatin1String( " OR " ) ) );
  return shipped + QLatin1String( " UNION ALL SELECT min(o.fid) + (SELECT max(fid) FROM sources), o.source_file, group_concat(DISTINCT "
                                  "o.sheet), NULL, NULL, NULL FROM statistics o GROUP BY o.source_file" );
}

} // namespace

QString CaPackViews::select( const QString &name, const CaPackSchema &schema )
{
  if ( name == QLatin1String( "bureau_projects" ) )
    return bureauProjects();
  if ( name == QLatin1String( "budget_by_type" ) )
    return budgetByType();
  if ( name == QLatin1String( "budget_national" ) )
    return budgetNational();
  if ( name == QLatin1String( "fiscal_years" ) )
    return fiscalYears();
  if ( name == QLatin1String( "figure_list" ) )
    return figureList();
  if ( name == QLatin1String( "used_sources" ) )
    return usedSources( schema );
  return QString();
}

QStringList CaPackViews::fillFigures( const QStringList &metrics )
{
  const QString cell = QStringLiteral( "(SELECT p.%1 FROM participation p WHERE p.owner_code = o.owner_code AND p.fiscal_year IS "
                                       "o.fiscal_year AND p.metric = '%2')" );
  const QString wanted = QStringLiteral( "'%1'" ).arg( metrics.join( QLatin1String( "', '" ) ) );
  QStringList columns{ QStringLiteral( "fid" ), QStringLiteral( "owner_kind" ), QStringLiteral( "owner_code" ),
                       QStringLiteral( "fiscal_year" ) };
  QStringList values{ QStringLiteral( "o.fid" ), QStringLiteral( "o.owner_kind" ), QStringLiteral( "o.owner_code" ),
                      QStringLiteral( "o.fiscal_year" ) };
  for ( const QString &metric : metrics )
  {
    columns << metric << metric + QLatin1String( "_qualifier" ) << metric + QLatin1String( "_source" );
    values << cell.arg( QStringLiteral( "value" ), metric ) << cell.arg( QStringLiteral( "qualifier" ), metric )
           << cell.arg( QStringLiteral( "source" ), metric );
  }
  // The first of the rows of an owner and year stands for all of them.
  const QString fill = QStringLiteral( "INSERT INTO figures (%1) SELECT %2 FROM participation o WHERE o.metric IN (%3) AND NOT EXISTS "
                                       "(SELECT 1 FROM participation e WHERE e.metric IN (%3) AND e.owner_code = o.owner_code AND "
                                       "e.fiscal_year IS o.fiscal_year AND e.fid < o.fid)" )
                           .arg( columns.join( QLatin1String( ", " ) ), values.join( QLatin1String( ", " ) ), wanted );
  return { fill, QStringLiteral( "CREATE UNIQUE INDEX figures_owner_year ON figures (owner_code, fiscal_year)" ),
           QStringLiteral( "CREATE INDEX figures_year ON figures (fiscal_year)" ),
           QStringLiteral( "CREATE INDEX statistics_owner_year ON statistics (owner_code, fiscal_year)" ) };
}
