// SPDX-License-Identifier: GPL-2.0-or-later
#include "pagecompression.h"

#include <zlib.h>

namespace
{

thread_local int usualLevel = Z_DEFAULT_COMPRESSION;

} // namespace

void PageCompression::leaveOut()
{
  usualLevel = Z_NO_COMPRESSION;
}

//! As zlib's own, but for the level.
extern "C" __attribute__( ( visibility( "default" ) ) ) int deflateInit_( z_streamp stream, int level, const char *version, int streamSize )
{
  constexpr int USUAL_MEMORY = 8;
  return deflateInit2_( stream, level == Z_DEFAULT_COMPRESSION ? usualLevel : level, Z_DEFLATED, MAX_WBITS, USUAL_MEMORY,
                        Z_DEFAULT_STRATEGY, version, streamSize );
}
