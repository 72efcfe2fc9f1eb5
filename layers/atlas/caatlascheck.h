// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlasplan.h"
#include "caexport.h"
#include "calayoutlabel.h"

#include <QCoreApplication>
#include <QString>
#include <QVector>

#include <memory>
#include <optional>

class CaAtlasEditions;
class QgsExpressionContext;
class QgsFeedback;
class QgsLayout;
class QgsPrintLayout;
class QgsProject;

//! Something about an atlas that should be mended before it is printed.
struct CA_EXPORT CaAtlasFinding
{
  enum Severity
  {
    Warning, //!< Somebody should look at it
    Blocks   //!< The atlas would be wrong or incomplete
  };
  Severity severity = Warning;
  QString topic;  //!< Stable word for programs: `font`, `glyph`, `expression`, `layer`, `join`, `credits`, `overflow`, `title`, `disk`
  int page = -1;  //!< Place in the plan, -1 if it is of no page
  QString layout; //!< Name of the layout, empty if it is of none
  QString item;   //!< Id of the item in the layout, empty if it is of none
  QString text;   //!< A sentence that names what and where, and says what to do
};

/**
 * \brief Looks a planned atlas through before anything is drawn.
 *
 * Fonts and characters, expressions of labels, layers and joins, credits, texts that overflow, titles, disk space. Main thread only, as
 * layouts are: a window looks page after page through and stays alive between them.
 */
class CA_EXPORT CaAtlasCheck
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasCheck )

public:
  /**
   * Returns the findings of \a plan of \a editions, those that block first.
   * \param output the PDF or folder to be written, empty if not known yet
   */
  static QVector<CaAtlasFinding> check( const CaAtlasEditions &editions, const CaAtlasPlan &plan, const QString &output,
                                        QgsFeedback *feedback = nullptr );

  //! Begins with what is of no page. \a editions are borrowed; \a output as for check()
  CaAtlasCheck( const CaAtlasEditions &editions, const CaAtlasPlan &plan, const QString &output );
  ~CaAtlasCheck();

  //! Looks the next page through, some hundredths of a second. \returns false when there is none
  bool checkNextPage();

  //! Returns what was found so far, what blocks first.
  QVector<CaAtlasFinding> findings() const;

  /**
   * Returns the findings of \a layout as it is shown, for a designer: on the page it shows, or the first one of its atlas. Of a layout that
   * is not ours only what is sure, fonts and characters.
   */
  static QVector<CaAtlasFinding> checkLayout( const QgsPrintLayout &layout );

  //! Returns what an atlas of \a sheets is expected to take, in bytes.
  static qint64 expectedBytes( int sheets );

  //! Returns what printing \a sheets in \a workers processes is expected to take, in seconds.
  static int expectedSeconds( int sheets, int workers );

private:
  explicit CaAtlasCheck( const QString &layout );
  void checkLayers( const QgsProject *project );
  void checkDisk( const QString &output, int sheets );
  void checkNames( const QgsProject *project, const QString &language, const CaAtlasPlan &plan );
  void checkTitles( const CaAtlasPlan &plan );
  void takeLayout( QgsProject *project, const CaAtlasPage &page );
  void checkFonts( const QVector<CaLayoutLabel> &labels );
  void checkCredits( const QgsLayout &layout );
  void checkLabel( const CaLayoutLabel &label, const QgsExpressionContext &context );
  void checkCharacters( const CaLayoutLabel &label, const QString &text );
  void add( CaAtlasFinding::Severity severity, const QString &topic, const QString &text, const QString &item = QString() );

  const CaAtlasEditions *mEditions = nullptr;
  std::optional<CaAtlasPlan> mPlan;
  int mNext = 0; //!< Place of the next page in the plan
  QVector<CaAtlasFinding> mFindings;

  // What is being looked at.
  int mPage = -1;
  QString mPageTitle;
  QString mLayout;
  QString mLanguage;
  std::unique_ptr<QgsPrintLayout> mCopy; //!< Turns the pages; null if the layout cannot be had
  QVector<CaLayoutLabel> mLabels;
};
