// SPDX-License-Identifier: GPL-2.0-or-later
#include "catextnumbers.h"

quint32 CaTextNumbers::numberOf( const QString &text )
{
  const auto known = mNumbers.constFind( text );
  if ( known != mNumbers.constEnd() )
    return *known;
  mTexts.push_back( { text, text.toUtf8() } );
  return *mNumbers.insert( text, size() - 1 );
}
