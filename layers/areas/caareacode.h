// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QString>

/**
 * \brief Codes of prefectures (JIS X 0401, two digits) and municipalities (JIS X 0402, five digits) as they are found in boundary files.
 *
 * Thread safe.
 */
namespace CaAreaCode
{
/**
 * Returns \a text as two or five digits: leading zeros put back, a sixth digit checked and taken off.
 * \returns nothing for other text, and for codes of no prefecture
 */
CA_EXPORT QString canonical( const QString &text );

//! Whether \a code is of a prefecture.
CA_EXPORT bool isPrefecture( const QString &code );

//! Whether \a code is of a designated city, or of the special wards of Tokyo together.
CA_EXPORT bool isDesignatedCity( const QString &code );

//! Returns the code of the designated city that \a code is a ward of, nothing if it is none. The special wards are of 13100.
CA_EXPORT QString cityOfWard( const QString &code );
} // namespace CaAreaCode
