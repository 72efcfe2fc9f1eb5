// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetcolumnstable.h"

#include "calanguage.h"
#include "cametricnames.h"
#include "casheetsample.h"
#include "caunits.h"

#include <QComboBox>
#include <QHeaderView>

namespace
{
constexpr int FIRST_YEAR = 1990;
constexpr int LAST_YEAR = 2040;
} // namespace

CaSheetColumnsTable::CaSheetColumnsTable( QWidget *parent )
    : QTableWidget( parent )
{
  setColumnCount( FieldCount );
  setHorizontalHeaderLabels( { tr( "Column" ), tr( "Example" ), tr( "Is" ), tr( "Metric" ), tr( "Fiscal year" ), tr( "Unit" ) } );
  setEditTriggers( QAbstractItemView::NoEditTriggers );
  setSelectionMode( QAbstractItemView::NoSelection );
  horizontalHeader()->setStretchLastSection( true );
}

void CaSheetColumnsTable::show( const CaSheetProfile &profile, const CaSheetSample &sample, const CaMetricNames &metrics )
{
  using Role = CaSheetColumn::Role;
  QVector<std::pair<QString, QString>> roles;
  for ( const Role role : { Role::Ignore, Role::Code, Role::Name, Role::FiscalYear, Role::Metric, Role::Value, Role::Unit, Role::Note } )
    roles.append( { CaSheetProfile::wordOf( role ), CaSheetProfile::textOf( role ) } );
  QVector<std::pair<QString, QString>> metricChoices{ { QString(), tr( "(as the sheet says)" ) } };
  const QStringList codes = metrics.codes();
  for ( const QString &code : codes )
    metricChoices.append( { code, metrics.name( code ) } );
  QVector<std::pair<QString, QString>> years{ { QStringLiteral( "0" ), tr( "(as the sheet says)" ) } };
  for ( int year = FIRST_YEAR; year <= LAST_YEAR; ++year )
    years.append( { QString::number( year ), tr( "FY%1" ).arg( year ) } );

  mColumns = profile.columns;
  setRowCount( 0 );
  setRowCount( mColumns.size() );
  for ( int row = 0; row < mColumns.size(); ++row )
  {
    const CaSheetColumn &column = mColumns.at( row );
    setVerticalHeaderItem( row, new QTableWidgetItem( CaTableSource::address( row, 1 ).remove( QLatin1Char( '1' ) ) ) );
    setItem( row, HeaderField, new QTableWidgetItem( column.header ) );
    setItem( row, ExampleField, new QTableWidgetItem( sample.text( profile.firstRow, row ) ) );
    addChoices( row, RoleField, roles, CaSheetProfile::wordOf( column.role ) );
    addChoices( row, MetricField, metricChoices, column.metric );
    addChoices( row, YearField, years, QString::number( column.fiscalYear ) );
    QVector<std::pair<QString, QString>> units{ { QString(), tr( "(as the sheet says)" ) } };
    const CaUnit *unit = CaUnits::builtIn().unit( column.unit );
    if ( unit )
      units.append( { unit->code, CaLanguage::ofInterface() == QLatin1String( "ja" ) ? unit->nameJa : unit->nameEn } );
    addChoices( row, UnitField, units, column.unit );
    updateRow( row );
  }
  resizeColumnsToContents();
  resizeRowsToContents();
}

void CaSheetColumnsTable::addChoices( int row, Field field, const QVector<std::pair<QString, QString>> &choices, const QString &current )
{
  QComboBox *box = new QComboBox();
  for ( const auto &choice : choices )
    box->addItem( choice.second, choice.first );
  box->setCurrentIndex( qMax( 0, box->findData( current ) ) );
  setCellWidget( row, field, box ); // takes ownership
  connect( box, qOverload<int>( &QComboBox::currentIndexChanged ), this,
           [this, row]
           {
             updateRow( row );
             emit changed();
           } );
}

QComboBox *CaSheetColumnsTable::choices( int row, Field field ) const
{
  return qobject_cast<QComboBox *>( cellWidget( row, field ) );
}

void CaSheetColumnsTable::updateRow( int row )
{
  // The other choices are about figures only.
  const bool isValue = choices( row, RoleField )->currentData().toString() == CaSheetProfile::wordOf( CaSheetColumn::Role::Value );
  for ( const Field field : { MetricField, YearField, UnitField } )
  {
    if ( QComboBox *box = choices( row, field ) )
      box->setEnabled( isValue );
  }
}

QVector<CaSheetColumn> CaSheetColumnsTable::columns() const
{
  QVector<CaSheetColumn> columns = mColumns;
  for ( int row = 0; row < columns.size(); ++row )
  {
    CaSheetColumn &column = columns[row];
    column.role = CaSheetProfile::role( choices( row, RoleField )->currentData().toString() ).value_or( CaSheetColumn::Role::Ignore );
    column.metric = choices( row, MetricField )->currentData().toString();
    column.fiscalYear = choices( row, YearField )->currentData().toInt();
    column.unit = choices( row, UnitField )->currentData().toString();
  }
  return columns;
}
