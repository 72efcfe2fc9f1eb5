// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlascheck.h"
#include "caatlasinputs.h"
#include "caatlasjob.h"
#include "caatlasplan.h"
#include "caexport.h"
#include "capdfmetadata.h"
#include "capdfnavigation.h"

#include <QCoreApplication>
#include <QDate>
#include <QLockFile>
#include <QVector>

#include <memory>

class CaAtlasEditions;
class CaAtlasJournal;
class CaReport;
class QgsFeedback;

//! How an atlas is written.
enum class CaAtlasForm
{
  Book,     //!< All pages in one PDF
  Groups,   //!< A PDF for each bureau, and one for the pages of the nation
  Pages,    //!< A PDF for each page
  GeoPages, //!< A georeferenced PDF with named layers for each page
  Pictures, //!< A PNG for each page
  Drawings  //!< An SVG for each page
};

//! What to export and how.
struct CA_EXPORT CaAtlasOptions
{
  CaAtlasChoice choice;
  CaAtlasForm form = CaAtlasForm::Book;
  QString output;     //!< The PDF of a book; a folder for the other forms
  int dpi = 300;      //!< Of pictures, and of what cannot be drawn as vectors
  bool text = false;  //!< Write an HTML page beside it with what the pages say, for readers who cannot see them
  QDate date;         //!< Printed as the day the pages were made; today if it is none
  int workers = 0;    //!< Processes that print; as many as cores if 0
  bool resume = true; //!< Keep pages of an export that was interrupted, if what they are made of is as it was
  bool check = true;  //!< Print nothing if CaAtlasCheck finds something that blocks
};

/**
 * \brief Makes an atlas: plans its pages, prints them in worker processes, and puts them together.
 *
 * Pages go to a folder beside the output (`.NAME.pages`), with a journal of what is done; it stays if something fails or is cancelled, so
 * that the next export goes on from there, and goes when all is whole. The output itself is old or new, never half.
 */
class CA_EXPORT CaAtlasExporter
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasExporter )

public:
  //! What became of a page.
  enum class State
  {
    Planned, //!< Not printed, because the export was cancelled
    Made,
    Kept, //!< Printed by an export before
    Failed
  };
  struct Result
  {
    State state = State::Planned;
    QString error;
  };

  /**
   * Makes the folder that the atlas of \a options goes to. To be asked first, as it takes no time: nobody should wait for pages to hear
   * that there is no place for them. \returns FALSE and sets \a error if nothing can be written there
   */
  static bool prepareOutput( const CaAtlasOptions &options, QString *error );

  /**
   * Plans the atlas of \a editions and writes what the workers need. Main thread only.
   * \returns nothing and sets \a error, empty if it was cancelled; pages of an earlier export that can be gone on from stay
   */
  static std::unique_ptr<CaAtlasExporter> prepare( const CaAtlasEditions &editions, const CaAtlasOptions &options, QString *error,
                                                   QgsFeedback *feedback = nullptr );
  ~CaAtlasExporter();

  /**
   * Prints the pages and puts them together. Any thread; the project is not needed any more.
   * \returns false and sets \a error if a page is missing or the output cannot be written; the error is empty if it was cancelled
   */
  bool run( QString *error, QgsFeedback *feedback = nullptr );

  const CaAtlasPlan &plan() const { return mPlan; }

  //! Returns what the check before printing found, empty if it was not asked for.
  const QVector<CaAtlasFinding> &findings() const { return mFindings; }

  //! Returns the file that \a options write the text of the pages to; an empty text if they do not.
  static QString textFile( const CaAtlasOptions &options );

  //! Returns the options, with defaults filled in.
  const CaAtlasOptions &options() const { return mOptions; }

  //! Returns the number of pages of a \a state.
  int count( State state ) const;

  //! Returns what became of each page of the plan.
  const QVector<Result> &results() const { return mResults; }

  //! Returns the files that make up the atlas, empty unless run() succeeded.
  const QStringList &files() const { return mFiles; }

  //! Returns pages planned and made, and of those that are missing, why.
  CaReport report() const;

private:
  CaAtlasExporter( const CaAtlasOptions &options, const CaAtlasPlan &plan );
  bool checkPlan( const CaAtlasEditions &editions, QString *error, QgsFeedback *feedback );
  bool prepareFolders( QString *error );
  bool prepareJob( const CaAtlasEditions &editions, QString *error );
  bool readInputs( const CaAtlasEditions &editions, QString *error );
  bool printPages( QString *error, QgsFeedback *feedback );
  bool putTogether( QString *error );
  bool writeText( QString *error );
  bool joinBook( const QVector<int> &pages, const QString &target, QString *error );
  QVector<CaPdfEntry> outline( const QVector<int> &places ) const;
  bool writeLayouts( const CaAtlasEditions &editions, QString *error ) const;
  bool prepareLinks( const CaAtlasEditions &editions, QString *error );
  QString working( const QString &name ) const;
  //! Returns files in the output's folder that are called like pages and are none of this atlas.
  QStringList strangers() const;

  CaAtlasOptions mOptions;
  CaAtlasPlan mPlan;
  CaAtlasJob mJob;
  CaPdfInfo mInfo;
  QVector<CaPdfLink> mLinks; //!< Of the tables of contents, in the whole book
  QString mFolder;           //!< Of the pages
  std::unique_ptr<QLockFile> mLock;
  std::unique_ptr<CaAtlasJournal> mJournal;
  std::optional<CaAtlasInputs> mInputs;
  QVector<CaAtlasFinding> mFindings;
  QVector<Result> mResults;
  QStringList mFiles;
};
