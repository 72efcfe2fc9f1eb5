// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "casheetprofile.h"
#include "casheetsample.h"

#include <QCoreApplication>

class CaMetricNames;
class CaOwnerResolver;

/**
 * \brief Guesses how a sheet is to be read, from its first rows: a proposal to show and correct, never the last word.
 *
 * What a text means is asked of the cleaning functions; here is only where things are in Japanese sheets. Immutable.
 */
class CA_EXPORT CaSheetUnderstanding
{
  Q_DECLARE_TR_FUNCTIONS( CaSheetUnderstanding )

public:
  //! Guesses with names of \a metrics and \a owners, which must outlive it.
  CaSheetUnderstanding( const CaMetricNames &metrics, const CaOwnerResolver &owners );

  //! Returns the guess; its problem() says what is still missing.
  CaSheetProfile guess( const CaSheetSample &sample ) const;

  /**
   * Returns the guess with what a user decided for a sheet of the same kind before.
   * \param isKnown is set to whether there was one
   */
  CaSheetProfile recognise( const CaSheetSample &sample, const CaSheetProfiles &known, bool *isKnown = nullptr ) const;

private:
  bool isHeaderRow( const CaSheetSample &sample, int row ) const;
  bool isSecondHeaderRow( const CaSheetSample &sample, int header, int row ) const;
  int findHeader( const CaSheetSample &sample ) const;
  int wordsIn( const CaSheetSample &sample, int row ) const;
  CaSheetProfile withHeader( const CaSheetSample &sample, int row, int rows ) const;
  void readTitles( const CaSheetSample &sample, CaSheetProfile &profile ) const;
  void readHeader( const CaSheetSample &sample, CaSheetProfile &profile ) const;
  void leaveOutParts( CaSheetProfile &profile, const QVector<QString> &headings ) const;
  void readUnitRow( const CaSheetSample &sample, CaSheetProfile &profile ) const;
  void chooseOwner( const CaSheetSample &sample, CaSheetProfile &profile, QVector<QString> kinds ) const;
  int resolvedIn( const CaSheetSample &sample, const CaSheetProfile &profile, int column, const QString &kind, QString *mostCommon ) const;

  const CaMetricNames &mMetrics;
  const CaOwnerResolver &mOwners;
};
