// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QVector>

class CaReport;

/**
 * \brief What a boundary source says of its features in columns of text and whole numbers, in an encoding that may have to be found.
 *
 * A row a feature. Used while boundaries are read.
 */
class CaBoundaryTable
{
  Q_DECLARE_TR_FUNCTIONS( CaBoundaryTable )

public:
  //! A column and its values.
  struct Column
  {
    QString name;
    QVector<QByteArray> values; //!< One a feature, in the encoding of the source
  };

  //! \a name is that of the source, for messages.
  explicit CaBoundaryTable( const QString &name );

  //! Says that texts are bytes of a Shapefile, whose encoding is still to be found.
  void setRaw() { mIsRaw = true; }

  void addColumn( const QString &name ) { mColumns << Column{ name, {} }; }
  void addValue( int column, const QByteArray &value ) { mColumns[column].values << value; }

  //! Finds the encoding of raw texts. \returns FALSE and sets \a error if all of it is in none
  bool findEncoding( CaReport *report, QString *error );

  /**
   * Finds the column with JIS codes: \a wanted, if that is not empty, else the one with most codes of municipalities or prefectures.
   * \returns FALSE and sets \a error if there is none
   */
  bool findCodes( const QString &wanted, CaReport *report, QString *error );

  //! Returns whether codes of municipalities are among those that were found.
  bool hasMunicipalities() const { return mHasMunicipalities; }

  //! Returns the canonical code of the feature \a row, empty if it has none.
  QString code( int row ) const;

  //! Returns the column called \a name in any case, null if there is none.
  const Column *column( const QString &name ) const;

  //! Returns the text of \a column in \a row, empty if there is no such column.
  QString text( const Column *column, int row ) const;

private:
  //! How well a column fits as the one with codes.
  struct Fit
  {
    int score = 0; //!< 0 if it does not fit at all
    int codes = 0; //!< Features with a code
    bool hasMunicipalities = false;
  };
  Fit fit( const Column &column, bool isWanted ) const;
  QString names() const;

  QString mName;
  QVector<Column> mColumns;
  const Column *mCodes = nullptr;
  QString mEncoding;
  bool mIsRaw = false;
  bool mHasMunicipalities = false;
};
