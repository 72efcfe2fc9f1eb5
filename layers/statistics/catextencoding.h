// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

struct UConverter;

/**
 * \brief The encodings that Japanese sheets come in, recognised and strictly read and written.
 *
 * Names are `UTF-8`, `CP932`, `EUC-JP`, `UTF-16LE` and `UTF-16BE`. CP932 is what Windows calls Shift_JIS, with 髙, ① and ㈱.
 * Thread safe.
 */
class CA_EXPORT CaTextEncoding
{
  Q_DECLARE_TR_FUNCTIONS( CaTextEncoding )

public:
  CaTextEncoding() = delete;

  //! What the bytes of a file say about their encoding.
  struct Guess
  {
    QString name;          //!< Empty if no known encoding fits
    int markLength = 0;    //!< Length of a byte order mark in bytes
    bool isCertain = true; //!< False if another encoding fits about as well
  };

  //! Returns the names of all encodings.
  static QStringList names();

  //! Guesses the encoding of text that begins with \a sample, which may end in the middle of a character.
  static Guess guess( const QByteArray &sample );

  //! Returns the start of \a fileName as far as it is needed for guess(): to the end for plain ASCII, which fits every encoding.
  static std::optional<QByteArray> sampleOf( const QString &fileName, QString *error );

  //! Returns the text of \a bytes, nothing if a byte does not belong to the encoding.
  static std::optional<QString> decode( const QByteArray &bytes, const QString &encoding );

  //! Returns the bytes of \a text, nothing if the encoding lacks a character; \a missing is set to the first such.
  static std::optional<QByteArray> encode( const QString &text, const QString &encoding, QString *missing = nullptr );
};

/**
 * \brief Decodes a stream piece by piece, and stops at a byte that does not belong to the encoding.
 */
class CA_EXPORT CaTextDecoder
{
public:
  //! Makes a decoder for one of CaTextEncoding::names(); isValid() tells whether it is one.
  explicit CaTextDecoder( const QString &encoding );
  ~CaTextDecoder();
  CaTextDecoder( const CaTextDecoder & ) = delete;
  CaTextDecoder &operator=( const CaTextDecoder & ) = delete;

  bool isValid() const { return static_cast<bool>( mConverter ); }

  /**
   * Decodes \a size bytes to \a to, which has room for as many characters and 16 more.
   * \param isLast is true for the last piece: a character must not be cut short by its end
   * \param count is set to the number of characters written, also on failure: those before the bad byte
   * \returns false at a byte that does not belong to the encoding; badOffset() tells which
   */
  bool decode( const char *bytes, qsizetype size, bool isLast, char16_t *to, qsizetype *count );

  //! Returns how many bytes after the first decoded one the bad byte is.
  qint64 badOffset() const { return mBadOffset; }

private:
  struct Closer
  {
    void operator()( UConverter *converter ) const;
  };
  std::unique_ptr<UConverter, Closer> mConverter;
  qint64 mDecoded = 0;
  qint64 mBadOffset = -1;
};
