// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

/**
 * \brief Texts that come again and again, as numbers in the order of their first coming.
 */
class CA_EXPORT CaTextNumbers
{
public:
  //! Returns the number of \a text, the next one if it is new.
  quint32 numberOf( const QString &text );

  quint32 size() const { return static_cast<quint32>( mTexts.size() ); }
  const QString &text( quint32 number ) const { return mTexts[number].text; }

  //! Returns the text as UTF-8, which does not move as long as this lives.
  const QByteArray &utf8( quint32 number ) const { return mTexts[number].utf8; }

private:
  struct Text
  {
    QString text;
    QByteArray utf8;
  };

  QHash<QString, quint32> mNumbers;
  std::vector<Text> mTexts;
};
