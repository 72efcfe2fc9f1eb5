// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

//! Ends the run with the text that broke a promise, as a crash for libFuzzer to keep.
inline void caPromise( bool kept, const char *promise, const QString &text )
{
  if ( kept )
    return;
  fprintf( stderr, "broken promise: %s: \"%s\"\n", promise, text.toUtf8().constData() );
  abort();
}

//! Returns the text of a cell made of the bytes of a fuzzer.
inline QString caFuzzText( const uint8_t *data, size_t size )
{
  return QString::fromUtf8( reinterpret_cast<const char *>( data ), static_cast<int>( size ) );
}
