// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QString>

/**
 * \brief Names of files made of titles. Thread safe.
 */
namespace CaFileName
{
//! Bytes that a name may have on every usual file system, with room for `.part` and a suffix.
constexpr int MOST_BYTES = 200;

/**
 * Returns \a text as the name of a file that Windows and Linux both take: without separators, marks that Windows forbids, control
 * characters, dots or blanks at its ends; not longer than MOST_BYTES in UTF-8; `_` if nothing is left.
 */
CA_EXPORT QString safe( const QString &text );
} // namespace CaFileName
