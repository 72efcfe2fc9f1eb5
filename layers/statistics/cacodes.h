// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

//! The code of an area that a cell says.
struct CA_EXPORT CaParsedCode
{
  QString kind;           //!< `prefecture` or `municipality`; empty if there is a problem
  QString code;           //!< Two digits (JIS X 0401), or five without check digit (JIS X 0402)
  QString problem;        //!< A sentence that quotes the text and says what to do; empty if all is well
  QStringList candidates; //!< Codes that an ambiguous text might mean

  bool ok() const { return problem.isEmpty(); }
};

//! How many digits the codes of municipalities in a column have: one text alone may not tell.
enum class CaCodeWidth
{
  Unknown, //!< Five or six
  Five,    //!< JIS X 0402 without check digit
  Six      //!< With check digit
};

/**
 * \brief Reads the text of a cell as the code of a prefecture or municipality, and never guesses.
 *
 * Read: two digits or one (`13`, `1`), five (`13206`), six with a check digit that is verified (`132063`), `JP-13`; half or full width;
 * with lost leading zeros (`1100`), with `.0` from a spreadsheet, with a guard (`'01100`, `="01100"`), with the name behind (`13000
 * 東京都`), which must be the right one. A municipality must be in the list (data/municipalities.csv). Five digits that are one code as
 * they stand and another with a lost leading zero are a problem with both as candidates, unless a name behind or the width of the column's
 * codes decides. Thread safe.
 */
class CA_EXPORT CaCodes
{
  Q_DECLARE_TR_FUNCTIONS( CaCodes )

public:
  CaCodes() = delete;

  /**
   * Reads \a text.
   * \param kind `prefecture` or `municipality` to read only such codes, empty for either
   * \param width the width of the codes in the column that \a text is of, as far as it is known
   */
  static CaParsedCode parse( const QString &text, const QString &kind = QString(), CaCodeWidth width = CaCodeWidth::Unknown );

  //! Returns how wide the codes are of which \a texts, the cells of a column or some of them, are examples.
  static CaCodeWidth widthOf( const QStringList &texts );

  /**
   * Returns the check digit of a code of five digits, -1 for other text.
   *
   * The digits are multiplied by 6, 5, 4, 3, 2 and added; eleven minus the sum modulo eleven, of which the last digit is taken
   * (Ministry of Internal Affairs, 全国地方公共団体コード). As 10 and 11 become 0 and 1, a few wrong digits go undetected.
   */
  static int checkDigit( const QString &code );
};
