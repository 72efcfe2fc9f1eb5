// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

/**
 * \brief How hard Qt compresses the PDF of a page while it draws it.
 *
 * Qt has no setting for it, and spends a fifth of the time of a full page on it; CaPdfPage::finish() compresses it afterwards, and
 * smaller. So this program has a deflateInit_() of its own, which all libraries in it find before that of zlib.
 */
namespace PageCompression
{

//! From now on zlib only stores in this thread, which draws pages, where a library asks for its usual level.
void leaveOut();

} // namespace PageCompression
