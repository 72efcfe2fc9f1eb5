// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

//! Text of files in the two encodings that boundaries and membership tables come in, read strictly.
namespace CaTextBytes
{
//! Returns \a bytes as text, nothing if a byte does not belong to \a encoding.
std::optional<QString> decode( const QByteArray &bytes, const char *encoding );

//! Returns \a bytes, with or without a mark at the start, as UTF-8 or else as CP932; nothing if they are neither.
std::optional<QString> decodeAny( const QByteArray &bytes );
} // namespace CaTextBytes
