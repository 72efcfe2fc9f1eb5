// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>
#include <QStringList>

//! What the text of a date or year may leave unsaid.
struct CA_EXPORT CaFiscalDateOptions
{
  QString defaultEra;            //!< Name of the era of years without one (21年度), such as 平成
  bool bareYearIsFiscal = false; //!< 2009 means FY2009: the header 年度 says so
  bool excelSerial = false;      //!< 39904 is a day as Excel counts them
};

/**
 * \brief Reads the text of a cell or a header as a fiscal year, a calendar year, a month or a day.
 *
 * A fiscal year runs from April of its year to March of the next: 2010-03-31 lies in FY2009. Read: 平成21年度, 平成二十一年度, 平成元年度,
 * H21, H21年度, FY2009, 2009年度, 2009年, 2009, 2009-04, 2009/4/1, 平成21年4月1日, H21.4.1, 20090401, 平成21(2009)年度; half or full width,
 * with a time of day, 末, 現在 or 時点 behind.
 *
 * Decisions:
 * - A calendar year (2009年, 平成21年) overlaps two fiscal years: fiscalYear stays 0, and note says so. A bare 2009 may be either kind.
 * - An era without 年 or 年度 (H21, 平成21) is a fiscal year, as headers of METI's tables have it; note says so.
 * - A year of an era that had ended (平成32年度, in plans published before) is read for 年度 up to PLANNED_YEARS after, with a note; a
 * calendar year or a date after the end, or before the start, of an era is a problem.
 * - Two digits without an era (21年度, FY09) are a problem with all candidates, unless the options give an era.
 * - 2009.1 is a problem: a spreadsheet makes it of 2009.10.
 *
 * Thread safe.
 */
class CA_EXPORT CaFiscalDate
{
  Q_DECLARE_TR_FUNCTIONS( CaFiscalDate )

public:
  enum class Kind
  {
    None,          //!< There is a problem
    FiscalYear,    //!< 平成21年度
    CalendarYear,  //!< 2009年: no fiscal year
    UndefinedYear, //!< 2009: a calendar or a fiscal year
    Month,         //!< 2009-04
    Date           //!< 2009-04-01
  };

  //! How many years after the end of an era a 年度 of it is still read.
  static constexpr int PLANNED_YEARS = 30;

  Kind kind = Kind::None;
  int fiscalYear = 0;     //!< 0 for a calendar year, a year of undefined kind, or a problem
  int year = 0;           //!< As in the text, of the common era
  int month = 0;          //!< 0 if the text names none
  int day = 0;            //!< 0 if the text names none
  QString note;           //!< What to know, if anything
  QString problem;        //!< A sentence that quotes the text and says what to do; empty if all is well
  QStringList candidates; //!< What an ambiguous text might mean, to be written instead

  bool ok() const { return problem.isEmpty(); }

  //! Reads \a text.
  static CaFiscalDate parse( const QString &text, const CaFiscalDateOptions &options = {} );

  //! Returns the fiscal year in which \a date lies.
  static int fiscalYearOf( QDate date ) { return date.month() < 4 ? date.year() - 1 : date.year(); }

  //! Returns 1 April of \a fiscalYear.
  static QDate firstDay( int fiscalYear ) { return QDate( fiscalYear, 4, 1 ); }

  //! Returns 31 March of the year after \a fiscalYear.
  static QDate lastDay( int fiscalYear ) { return QDate( fiscalYear + 1, 3, 31 ); }
};
