// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QVector>

//! What stands in a place of a table on a sheet.
struct CaSheetCell
{
  QString text;
  QString small;          //!< Under it, smaller
  QString warning;        //!< Under that
  bool isNumber = false;  //!< Set to the right
  bool isMissing = false; //!< Nothing is known; said quietly
  bool isSame = false;    //!< The same as above, and not said again
};

//! A table of a sheet, with what stands over and under it.
struct CaSheetTable
{
  QString heading;
  QVector<double> widths; //!< Of the columns, as shares of the whole
  QVector<CaSheetCell> head;
  QVector<QVector<CaSheetCell>> rows;
  QString none; //!< In its place if it has no rows
  QString note; //!< Under it
};
