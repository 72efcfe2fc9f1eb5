// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "catablesource.h"

#include <QStringList>

#include <memory>

/**
 * \brief An old Excel workbook (XLS) or a DBF, read through GDAL.
 *
 * GDAL tells neither merged cells nor kinds of cells of an XLS. The field names of a DBF are row 1, as in Excel. The encoding
 * of a DBF is what its `.cpg` or its own mark says; without a mark UTF-8 if its bytes are valid UTF-8, CP932 otherwise.
 */
class CaOgrSource final : public CaTableSource
{
  Q_DECLARE_TR_FUNCTIONS( CaOgrSource )

public:
  ~CaOgrSource() override;

  //! Opens \a fileName; see CaTableSource::open().
  static std::unique_ptr<CaTableSource> open( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback,
                                              QString *error );

  QVector<CaSheet> sheets() const override { return mSheets; }
  QString encoding() const override { return mEncoding; }
  double progress() const override;

protected:
  bool rewind( int sheet, QString *error ) override;
  CaRead readRow( CaTableRow &row, QString *error ) override;

private:
  struct Handles;

  CaOgrSource( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback );
  bool openDataset( QString *error );
  QString dbfEncoding() const;
  bool addText( const QByteArray &bytes, int column, QString *error );

  bool mIsDbf = false;
  std::unique_ptr<Handles> mHandles;
  QVector<CaSheet> mSheets;
  QString mEncoding; //!< Of a DBF
  int mNumber = 0;
  QStringList mTexts; //!< Of the row
};
