// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>
#include <QIODevice>

#include <memory>

/**
 * \brief A part of a zipped workbook, unzipped while it is read, and no more of it than is allowed.
 *
 * The budget is counted in bytes that really come out, whatever the file says of itself. A run of bytes without any `<` is
 * the text of a cell: it ends at a limit too, before an XML parser collects it in memory.
 */
class CaZipPart final : public QIODevice
{
  Q_DECLARE_TR_FUNCTIONS( CaZipPart )

public:
  /**
   * Makes a device for the part \a name of the workbook \a fileName.
   * \param budget is the number of bytes that may still be unzipped; shared between parts, must live as long as the device
   * \param longestText is the limit for a run without `<`, in bytes
   */
  CaZipPart( const QString &fileName, const QString &name, qint64 *budget, qint64 longestText );
  ~CaZipPart() override;

  //! Opens the part for reading, whatever \a mode says; returns false if it is not there.
  bool open( OpenMode mode ) override;

  bool isSequential() const override { return true; }

  //! Returns the bytes read so far, as a share of what the file says the part has.
  double progress() const { return mSize > 0 ? static_cast<double>( mRead ) / mSize : 0; }

  //! Returns true if a text was longer than allowed.
  bool isTextTooLong() const { return mTextTooLong; }

  //! Returns true if the budget was used up.
  bool isTooLarge() const { return mTooLarge; }

protected:
  qint64 readData( char *data, qint64 size ) override;
  qint64 writeData( const char *, qint64 ) override { return -1; }

private:
  struct File;
  QByteArray mPath;
  std::unique_ptr<File> mFile;
  qint64 *mBudget;
  qint64 mLongestText;
  qint64 mTextLength = 0;
  qint64 mRead = 0;
  qint64 mSize = 0;
  bool mTextTooLong = false;
  bool mTooLarge = false;
};
