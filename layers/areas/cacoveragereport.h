// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

class CaCoverage;
class CaReport;

//! \brief Says in a report how clean a coverage is: overlaps, crossings, what had to be mended, slivers and gaps.
class CaCoverageReport
{
  Q_DECLARE_TR_FUNCTIONS( CaCoverageReport )

public:
  //! \a coverage is borrowed; \a labels are what members are called, by their number.
  CaCoverageReport( const CaCoverage &coverage, const QStringList &labels );

  void addTo( CaReport *report ) const;

private:
  void addProblems( CaReport *report ) const;
  void addGaps( CaReport *report ) const;
  QStringList problems() const;

  const CaCoverage &mCoverage;
  const QStringList mLabels;
};
