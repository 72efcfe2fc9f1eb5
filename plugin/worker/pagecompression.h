// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

/**
 * \brief How hard Qt compresses the PDF of a page while it draws it.
 *
 * Qt has no setting for it, and spends a fifth of the time of a full page on it; a page that is finished afterwards is compressed then, and
 * smaller. So this program has a deflateInit_() of its own, which all libraries in it find before that of zlib.
 */
namespace PageCompression
{

//! From now on zlib stores without compressing where a library asks for its usual level. For processes whose files are all finished later.
void leaveOut();

} // namespace PageCompression
