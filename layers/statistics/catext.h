// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QString>

//! Text as it is found in cells, made comparable. Thread safe.
namespace CaText
{

/**
 * Returns \a text with full-width ASCII (`１２３`, `（`, `％`) as half-width and without space around it.
 *
 * Not a compatibility normalisation: that would make `12①` the number 121.
 */
CA_EXPORT QString halfWidth( const QString &text );

/**
 * Returns what two spellings of one name have in common: NFKC, no spaces, lower case, and one form for the characters in
 * data/name_variants.csv (`髙` and `高`, `ヶ` and `ケ`). A key is its own key.
 */
CA_EXPORT QString nameKey( const QString &text );

//! Returns \a text to be quoted in a message: on one line, and cut if it is long.
CA_EXPORT QString quoted( const QString &text );

} // namespace CaText
