// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"
#include "capdfstrings.h"

#include <QCoreApplication>
#include <QImage>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

class CaPrintedAtlas;
class CaReport;
class QgsFeedback;

/**
 * \brief What has changed between two atlases: pages that are new, gone, changed or the same; of changed ones, which texts and where.
 *
 * A page is found again by kind and code where a folder has the list of its pages, by its bookmarks or file name otherwise. Pages of the
 * same bytes are the same; others are compared by what they say and how they look. The foot of a page, which has its number and the date,
 * is left out unless asked for: it changes with every run.
 */
class CA_EXPORT CaAtlasComparison
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasComparison )

public:
  enum class State
  {
    Same,
    Changed,
    Added,
    Removed
  };

  struct Options
  {
    int dpi = 100;     //!< Of the pictures that are compared
    bool foot = false; //!< Compare page numbers and dates too
  };

  //! A page of either atlas. What it looked like before and after is there only while it is handed out.
  struct Page
  {
    State state = State::Same;
    QString title;
    int before = -1;  //!< Place in the atlas before, from 0; -1 if it is not there
    int after = -1;   //!< Place in the atlas after
    QStringList gone; //!< Texts that are not there any more
    QStringList come; //!< Texts that were not there before
    QImage pictureBefore;
    QImage pictureAfter;
  };

  //! Called with each changed page, with its pictures.
  using Changed = std::function<void( const Page &page )>;

  /**
   * Compares \a before with \a after.
   * \returns nothing and sets \a error if a page cannot be read or drawn; the error is empty if it was cancelled
   */
  static std::optional<CaAtlasComparison> compare( CaPrintedAtlas &before, CaPrintedAtlas &after, const Options &options,
                                                   const Changed &changed, QString *error, QgsFeedback *feedback = nullptr );

  //! Returns the pages in the order after; those that are gone come last.
  const QVector<Page> &pages() const { return mPages; }

  int count( State state ) const;

  //! Returns how many pages there are of each state, and which.
  CaReport report() const;

  //! Returns \a after, pale, with what differs from \a before in red on yellow; null if they have not the same size.
  static QImage difference( const QImage &before, const QImage &after );

private:
  CaAtlasComparison() = default;
  static QVector<Page> matched( const CaPrintedAtlas &before, const CaPrintedAtlas &after );
  static bool look( Page &page, const QByteArray &before, const QByteArray &after, const Options &options );

  QVector<Page> mPages;
};
