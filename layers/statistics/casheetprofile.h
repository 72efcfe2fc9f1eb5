// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "catablesource.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

//! What a column of a sheet holds.
struct CA_EXPORT CaSheetColumn
{
  enum class Role
  {
    Ignore,
    Code,       //!< Code of the owner
    Name,       //!< Name of the owner
    FiscalYear, //!< Fiscal year of the row
    Metric,     //!< Metric of the row
    Value,      //!< Figures
    Unit,       //!< Unit of the row's figures
    Note        //!< Remarks
  };

  Role role = Role::Ignore;
  QString header;     //!< As in the sheet; lines of the header joined with ` / `
  QString metric;     //!< Of the figures in this column; empty if a column or the profile says
  int fiscalYear = 0; //!< Of the figures in this column; 0 if a column or the profile says
  QString unit;       //!< Code of the unit of the figures in this column; empty if a column, the profile or the metric says

  bool operator==( const CaSheetColumn &other ) const;
};

/**
 * \brief How a sheet is to be read: guessed by CaSheetUnderstanding, corrected by the user, saved, and known again by its header.
 *
 * A value that goes to JSON and back. Rows are counted from 1 as in the sheet, columns from 0.
 */
class CA_EXPORT CaSheetProfile
{
  Q_DECLARE_TR_FUNCTIONS( CaSheetProfile )

public:
  //! What to do with rows such as 合計.
  enum class Totals
  {
    Ignore,  //!< They are no figures of an owner
    National //!< They are figures of the nation
  };

  QString file;                  //!< Name of the file without its folder
  QString sheet;                 //!< Name of the sheet; empty for files without
  QString encoding;              //!< Of a text file or DBF
  QString delimiter;             //!< Of a text file
  int headerRow = 0;             //!< First row of the header; 0 if there is none
  int headerRows = 1;            //!< Rows of the header, a row of units not counted
  int unitRow = 0;               //!< Row of units below the header; 0 if there is none
  int firstRow = 1;              //!< First row of figures
  int lastRow = 0;               //!< Last row of figures; 0 for all rows up to notes or the end
  QString ownerKind;             //!< As in CaFigureRecord::ownerKind; empty for any
  QString metric;                //!< Of all figures for which nothing else says
  int fiscalYear = 0;            //!< Of all figures for which nothing else says
  QString unit;                  //!< Code, of all figures for which nothing else says
  QString era;                   //!< Of years such as 21年度; empty if unknown
  bool calendarIsFiscal = false; //!< 2009年 means FY2009
  bool fillDown = false;         //!< A blank owner is the one of the row above
  Totals totals = Totals::Ignore;
  QVector<CaSheetColumn> columns;

  bool operator==( const CaSheetProfile &other ) const;
  bool operator!=( const CaSheetProfile &other ) const { return !( *this == other ); }

  //! Returns the first column with \a role, -1 if there is none.
  int column( CaSheetColumn::Role role ) const;

  //! Returns a sentence that says what is missing before anything can be imported, empty if nothing is.
  QString problem() const;

  //! Returns what the headers of sheets of one kind have in common, whatever their years: empty without a header.
  QString signature() const;

  /**
   * Takes over from \a known, a profile of a sheet of the same kind, what the user decided: what columns mean. Rows and years stay
   * those of this sheet.
   */
  void adopt( const CaSheetProfile &known );

  QJsonObject toJson() const;
  static std::optional<CaSheetProfile> fromJson( const QJsonObject &json, QString *error );

  static QString wordOf( CaSheetColumn::Role role );
  //! Returns the name of a role in the language of the interface.
  static QString textOf( CaSheetColumn::Role role );
  static std::optional<CaSheetColumn::Role> role( const QString &word );
};

/**
 * \brief The profiles a user has saved, a file each, in one folder.
 *
 * A file that is no profile is passed over. Not thread safe.
 */
class CA_EXPORT CaSheetProfiles
{
  Q_DECLARE_TR_FUNCTIONS( CaSheetProfiles )

public:
  //! Profiles in \a folder, which is made when the first one is saved.
  explicit CaSheetProfiles( const QString &folder )
      : mFolder( folder )
  {
  }

  //! Saves \a profile in the place of an earlier one for the same kind of sheet; the file is whole or not there.
  bool save( const CaSheetProfile &profile, QString *error ) const;

  //! Returns the saved profile for sheets with the header of \a guessed.
  std::optional<CaSheetProfile> find( const CaSheetProfile &guessed ) const;

  //! Returns how to open \a fileName: with the encoding that a file of this name had, if the file leaves it open.
  CaTableOptions optionsFor( const QString &fileName ) const;

  //! Returns all saved profiles.
  QVector<CaSheetProfile> all() const;

private:
  QString fileOf( const CaSheetProfile &profile ) const;

  QString mFolder;
};
