// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

class CaPack;

/**
 * \brief A sheet for a bureau to fill in and send back: a row an owner and fiscal year, a column a metric, and the list of codes.
 *
 * What is filled in is read again without a correction. Codes are text, so that no program takes them for numbers or dates.
 */
class CA_EXPORT CaStatisticsTemplate
{
  Q_DECLARE_TR_FUNCTIONS( CaStatisticsTemplate )

public:
  enum class Format
  {
    Xlsx,    //!< With the codes on the second sheet
    CsvUtf8, //!< UTF-8 with byte order mark, which Excel needs; with the codes in a second file
    CsvCp932 //!< CP932; with the codes in a second file
  };

  QString language = QStringLiteral( "ja" );       //!< Of headers and names: `ja` or `en`
  QString ownerKind = QStringLiteral( "project" ); //!< `project`, `subarea`, `bureau` or `prefecture`
  QVector<int> fiscalYears;
  QStringList metrics; //!< Codes

  /**
   * Writes the template to \a fileName: whole or not at all.
   * \param overwrite allows other files to be replaced
   */
  bool write( const CaPack &pack, const QString &fileName, Format format, bool overwrite, QString *error ) const;

  //! Returns the kinds of owners there are templates for.
  static QStringList ownerKinds();

  //! Returns the file with the codes that comes with the CSV file \a fileName.
  static QString codesFileName( const QString &fileName );

private:
  //! A sheet of texts; the first row is the header.
  struct Sheet
  {
    QString name;
    QVector<QStringList> rows;
  };

  std::optional<QVector<Sheet>> sheets( const CaPack &pack, QString *error ) const;
  bool addOwners( const CaPack &pack, const QString &kind, QVector<QStringList> &rows, QString *error ) const;
  QString word( const QString &key ) const;
  static bool writeXlsx( const QVector<Sheet> &sheets, const QString &fileName, bool overwrite, QString *error );
  static bool writeCsv( const Sheet &sheet, const QString &fileName, Format format, bool overwrite, QString *error );
};
