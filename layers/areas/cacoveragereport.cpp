// SPDX-License-Identifier: GPL-2.0-or-later
#include "cacoveragereport.h"

#include "cacoverage.h"
#include "careport.h"

#include <cmath>

namespace
{

//! A gap thinner than this, by area and perimeter of a circle, is called a sliver.
constexpr double SLIVER_ROUNDNESS = 0.02;

bool isSliver( const CaCoverageGap &gap )
{
  return 4 * M_PI * gap.area < SLIVER_ROUNDNESS * gap.perimeter * gap.perimeter;
}

QString coordinates( const CaPoint &point )
{
  return QStringLiteral( "%1, %2" ).arg( point.x, 0, 'f', 6 ).arg( point.y, 0, 'f', 6 );
}

} // namespace

CaCoverageReport::CaCoverageReport( const CaCoverage &coverage, const QStringList &labels )
    : mCoverage( coverage )
    , mLabels( labels )
{
}

void CaCoverageReport::addTo( CaReport *report ) const
{
  addProblems( report );
  addGaps( report );
}

QStringList CaCoverageReport::problems() const
{
  QStringList problems;
  const QVector<CaCoverageProblem> found = mCoverage.problems();
  for ( const CaCoverageProblem &problem : found )
  {
    const QString where = coordinates( problem.where );
    const QString a = mLabels.value( problem.member );
    const QString b = mLabels.value( problem.other );
    switch ( problem.kind )
    {
      case CaCoverageProblem::CrossesItself:
        problems << tr( "%1: the border crosses itself at %2" ).arg( a, where );
        break;
      case CaCoverageProblem::Crosses:
        problems << tr( "%1 and %2: the borders cross or do not share their vertices at %3" ).arg( a, b, where );
        break;
      case CaCoverageProblem::Overlaps:
        problems << tr( "%1 and %2 overlap at %3" ).arg( a, b, where );
        break;
      case CaCoverageProblem::Inside:
        problems << tr( "%1 and %2: one lies inside the other at %3" ).arg( a, b, where );
        break;
    }
  }
  return problems;
}

void CaCoverageReport::addProblems( CaReport *report ) const
{
  QStringList mended;
  for ( int member = 0; member < mLabels.size(); ++member )
  {
    if ( !mCoverage.isClean( member ) )
      mended << mLabels.at( member );
  }
  if ( mended.isEmpty() )
  {
    report->add( CaReport::Information, QStringLiteral( "clean" ),
                 tr( "The boundaries are a clean coverage: no overlaps, no invalid polygons." ) );
    return;
  }
  const QStringList where = problems();
  report->add( CaReport::Warning, QStringLiteral( "problems" ),
               tr( "%n place(s) where boundaries are not as they should be.", nullptr, where.size() ), where );
  report->add( CaReport::Warning, QStringLiteral( "mended" ), tr( "%n code(s) had to be mended.", nullptr, mended.size() ), mended );
}

void CaCoverageReport::addGaps( CaReport *report ) const
{
  QStringList slivers;
  int lakes = 0;
  const QVector<CaCoverageGap> gaps = mCoverage.gaps();
  for ( const CaCoverageGap &gap : gaps )
  {
    if ( !isSliver( gap ) )
    {
      ++lakes;
      continue;
    }
    QStringList around;
    for ( const int member : gap.members )
      around << mLabels.value( member );
    slivers << QStringLiteral( "%1 (%2)" ).arg( coordinates( gap.where ), around.join( QStringLiteral( ", " ) ) );
  }
  if ( !slivers.isEmpty() )
    report->add( CaReport::Warning, QStringLiteral( "slivers" ),
                 tr( "%n thin gap(s) between neighbours. If they are no waters, try again with snapping.", nullptr, slivers.size() ),
                 slivers );
  if ( lakes > 0 )
    report->add( CaReport::Information, QStringLiteral( "gaps" ),
                 tr( "%n place(s) within the land belong to no code, such as lakes.", nullptr, lakes ) );
}
