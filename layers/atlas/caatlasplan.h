// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlaspage.h"
#include "caexport.h"
#include "calayoutpaper.h"
#include "capdfnavigation.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

class CaAtlasEditions;
class QgsFeature;
class QgsFeedback;
class QgsPrintLayout;
class QgsProject;

//! Which pages an atlas has.
struct CA_EXPORT CaAtlasChoice
{
  QStringList kinds; //!< Kinds of layouts; all of the project if empty
  QStringList which; //!< Codes: pages of these features, and of what belongs to these bureaus and projects; all if empty
  CaLayoutPaper::Sheet sheet = CaLayoutPaper::Sheet::A4Landscape;
  QVector<int> fiscalYears; //!< A book's pages once for each year; that of the project if empty
};

/**
 * \brief The pages of an atlas, planned before anything is drawn: kinds, order, numbers, titles and file names.
 *
 * Languages come one after the other, each with all its pages. Layouts come in the order of their property `clusteratlas/order`, layouts of
 * a user's own last; their pages in the order of their atlas. A plain value. Made on the main thread, since layouts live there.
 */
class CA_EXPORT CaAtlasPlan
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasPlan )

public:
  /**
   * Plans the pages of \a editions, all of one language, then all of the next; layouts are not changed.
   * \returns nothing and sets \a error if a kind is unknown, an expression of a layout fails, a layout has no features, or nothing matches;
   * the error is empty if it was cancelled
   */
  static std::optional<CaAtlasPlan> make( const CaAtlasEditions &editions, const CaAtlasChoice &choice, QString *error,
                                          QgsFeedback *feedback = nullptr );

  //! Returns the kinds of the layouts of \a project in their order.
  static QStringList kinds( const QgsProject *project );

  //! Returns what the pages of a layout are called together: its name without “Atlas:”, with a capital letter.
  static QString chapterTitle( const QString &layoutName );

  const QVector<CaAtlasPage> &pages() const { return mPages; }

  //! Returns the paper.
  CaLayoutPaper::Sheet sheet() const { return mSheet; }

  //! Returns languages (if there are several), chapters and pages, as they stand among bookmarks.
  const QVector<CaPdfEntry> &outline() const { return mOutline; }

  //! Returns the table of contents of the pages in \a language: these, and where the pages in other languages begin.
  QVector<CaPdfEntry> contents( const QString &language ) const;

  //! Returns the number of sheets of paper.
  int sheets() const { return mSheets; }

  //! Returns what a reader should know, such as kinds that have no pages for what was chosen.
  const QStringList &notes() const { return mNotes; }

private:
  CaAtlasPlan() = default;
  bool addLayout( const QgsProject *project, const QString &name, const CaAtlasChoice &choice, QString *error, QgsFeedback *feedback );
  bool addFeatures( QgsPrintLayout *layout, const QStringList &which, QString *error, QgsFeedback *feedback );
  bool addEdition( QgsProject *project, const QString &language, const CaAtlasChoice &choice, QString *error, QgsFeedback *feedback );
  bool addYear( QgsProject *project, const QString &language, int year, const CaAtlasChoice &choice, QString *error,
                QgsFeedback *feedback );
  bool isInSeveralLanguages() const;
  void makeOutline();
  QString bureauOf( const QgsFeature &feature, const QString &kind ) const;
  //! What a page is chosen by, and whose it is then.
  struct Member
  {
    QStringList codes;
    QString bureau;
  };
  Member memberOf( const QgsFeature &feature, const QString &kind ) const;
  //! Returns what the filtered pages of \a layout stand for: the page of a country, which is that of one link, for all links with its name.
  QHash<QString, QVector<Member>> membersByName( QgsPrintLayout *layout ) const;
  void number();

  CaLayoutPaper::Sheet mSheet = CaLayoutPaper::Sheet::A4Landscape;
  QVector<CaAtlasPage> mPages;
  QVector<CaPdfEntry> mOutline;
  QVector<int> mOutlinePages; //!< Of each entry, the place of its page in mPages
  QHash<QString, QString> mBureausOfProjects;
  QHash<QString, int> mRowsOfContents; //!< Of layouts with a table of contents, the rows on a sheet
  int mSheets = 0;
  QStringList mNotes;
};
