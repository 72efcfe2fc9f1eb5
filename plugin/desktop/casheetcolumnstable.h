// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "casheetprofile.h"

#include <QTableWidget>

class CaMetricNames;
class CaSheetSample;
class QComboBox;

/**
 * \brief What each column of a sheet is: a row a column, with its header, an example and choices for role, metric, fiscal year and unit.
 */
class CaSheetColumnsTable : public QTableWidget
{
  Q_OBJECT

public:
  explicit CaSheetColumnsTable( QWidget *parent = nullptr );

  //! Shows the columns of \a profile with examples from \a sample.
  void show( const CaSheetProfile &profile, const CaSheetSample &sample, const CaMetricNames &metrics );

  //! Returns the columns as chosen.
  QVector<CaSheetColumn> columns() const;

signals:
  //! The user chose something else.
  void changed();

private:
  enum Field
  {
    HeaderField,
    ExampleField,
    RoleField,
    MetricField,
    YearField,
    UnitField,
    FieldCount
  };

  void addChoices( int row, Field field, const QVector<std::pair<QString, QString>> &choices, const QString &current );
  void updateRow( int row );
  QComboBox *choices( int row, Field field ) const;

  QVector<CaSheetColumn> mColumns;
};
