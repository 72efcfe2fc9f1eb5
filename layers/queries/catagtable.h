// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "casqlite.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <vector>

class QgsFields;

/**
 * \brief Writes which areas points are in as a table of a new GeoPackage, several times as fast as feature by feature.
 *
 * It writes in a thread of its own, beside the file, which is put in its place when it is finished; otherwise nothing is left. Of the
 * rows only one batch is kept.
 */
class CA_EXPORT CaTagTable
{
  Q_DECLARE_TR_FUNCTIONS( CaTagTable )

public:
  //! Returns the fields of the table: `point_id`, `areas`, `number`.
  static QgsFields fields();

  //! Returns the codes of \a areas in one text.
  static QString text( const std::vector<int> &areas, const QStringList &codes );

  //! Makes the table in \a fileName. \a codes are those of the areas. \returns nothing and sets \a error if it cannot be written
  static std::unique_ptr<CaTagTable> create( const QString &fileName, const QStringList &codes, QString *error );

  ~CaTagTable();
  CaTagTable( const CaTagTable & ) = delete;
  CaTagTable &operator=( const CaTagTable & ) = delete;

  /**
   * Adds a row for each point that is in any area, and gives back vectors to use again.
   * \returns false and sets \a error if rows could not be written
   */
  bool add( std::vector<int64_t> &ids, std::vector<std::vector<int>> &areas, QString *error );

  //! Puts the table in its place, where it replaces a file.
  bool finish( QString *error );

private:
  static constexpr int ROWS = 100; // in one statement, which costs more than a row

  CaTagTable() = default;
  bool open( QString *error );
  bool wait( QString *error );
  bool writeBatch();
  void bind( CaSqliteQuery &insert, int row, size_t point );

  QString mFileName;
  QString mBeside;
  QString mLayer;
  QStringList mCodes;
  QStringList mTriggers; //!< That count rows one by one, as SQL
  CaSqlite mDatabase;
  CaSqliteQuery mInsert;
  CaSqliteQuery mInsertRows; //!< ROWS at once
  std::map<std::vector<int>, QString> mTexts;
  std::vector<int64_t> mIds;
  std::vector<std::vector<int>> mAreas;
  qlonglong mRows = 0;
  std::future<bool> mWriting; //!< Last, so that it has ended before what it writes to is gone
};
