// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "catablesource.h"
#include "catextencoding.h"

#include <QFile>

#include <array>
#include <memory>
#include <vector>

/**
 * \brief A CSV or TSV file (RFC 4180; lines end in LF, CR LF or CR), decoded and cut into cells in one pass.
 *
 * Cells are views of the decoded buffer: nothing is allocated for a row. A blank line is a row, as it is in Excel.
 * `="01"`, which keeps a zero in Excel, is read as 01; all else that looks like a formula is text.
 */
class CaCsvSource final : public CaTableSource
{
  Q_DECLARE_TR_FUNCTIONS( CaCsvSource )

public:
  //! Opens \a fileName; see CaTableSource::open().
  static std::unique_ptr<CaTableSource> open( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback,
                                              QString *error );

  QString encoding() const override { return mEncoding; }
  QChar delimiter() const override { return mDelimiter; }
  double progress() const override;

protected:
  bool rewind( int sheet, QString *error ) override;
  CaRead readRow( CaTableRow &row, QString *error ) override;

private:
  //! Where a cell is in the row.
  struct Span
  {
    size_t begin;
    size_t size;
  };
  enum class Cut
  {
    Cell, //!< A delimiter follows
    Line, //!< The row ends here
    Failed
  };

  CaCsvSource( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback );
  bool chooseEncoding( const QByteArray &sample, QString *error );
  void chooseDelimiter( const QByteArray &sample );
  bool fill();
  int peek( size_t offset );
  Cut bareCell( size_t &offset, QString *error );
  Cut quotedCell( size_t &offset, QString *error );
  Cut cutAfter( size_t &offset, QString *error );
  Cut endOfLine( size_t &offset );
  Cut fail( const QString &reason, QString *error ) const;
  CaRead finishRow( CaTableRow &row );
  QString undecodable() const;

  QString mEncoding;
  QChar mDelimiter;
  int mMarkLength = 0;
  QFile mFile;
  std::unique_ptr<CaTextDecoder> mDecoder;
  QByteArray mBytes;
  std::vector<char16_t> mText;
  size_t mRow = 0;     //!< Where the row begins in mText
  size_t mEnd = 0;     //!< Where decoded text ends in mText
  bool mAtEnd = false; //!< No more bytes, or a bad one
  bool mIsBad = false;
  int mNumber = 0;  //!< Of the row
  qint64 mLine = 1; //!< Of the file, as an editor counts
  std::vector<Span> mSpans;
  std::array<bool, 128> mIsSpecial{};
};
