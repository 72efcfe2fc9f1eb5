// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cafigure.h"
#include "caexport.h"

#include <qgspointxy.h>

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

//! A link of a project with a partner abroad, with its two ends.
struct CA_EXPORT CaPartnerLink
{
  QString code;
  QString titleJa;
  QString titleEn;
  QString country; //!< ISO 3166-1 code of two letters
  QString fieldJa; //!< As the source has it; may name several
  QString fieldEn;
  QString project;
  QString subarea; //!< Empty if it is of the project as a whole
  QString bureau;
  QString partner;            //!< Code of the partner's place
  bool projectJudged = false; //!< Which project it is was judged
  bool partnerJudged = false; //!< Where the partner is was judged
  QString source;
  QgsPointXY from; //!< In Japan, degrees (EPSG:4326)
  QgsPointXY to;
};

/**
 * \brief The links with partners abroad, read once from a data pack, to be chosen by country, field and project. A plain value.
 */
class CA_EXPORT CaPartnerLinks
{
  Q_DECLARE_TR_FUNCTIONS( CaPartnerLinks )

public:
  //! Reads \a packFileName. \returns nothing and sets \a error
  static std::optional<CaPartnerLinks> load( const QString &packFileName, QString *error );

  const QVector<CaPartnerLink> &links() const { return mLinks; }

  /**
   * Returns the links with one of \a countries, one of \a fields and one of \a projects; an empty list lets all through.
   * A field is any that a link names, in either language, whatever the width and case of its letters: `IT`, `ものづくり`.
   * \returns nothing and sets \a error if one of them is of no link at all, naming those that there are
   */
  std::optional<QVector<CaPartnerLink>> chosen( const QStringList &countries, const QStringList &fields, const QStringList &projects,
                                                QString *error ) const;

private:
  QVector<CaPartnerLink> mLinks;
};

/**
 * \brief The widths of lines that show figures, in millimetres: the largest figure has the largest width.
 */
class CA_EXPORT CaFlowWidth
{
public:
  enum class Rule
  {
    Area,  //!< The square of the width is in proportion to the figure: for the eye, as for symbols that grow by area
    Linear //!< The width is
  };

  //! \a largest is the largest figure, \a widest its width in millimetres.
  CaFlowWidth( Rule rule, double largest, double widest );

  //! Returns the width for \a value, nothing if there is none or it is negative; 0 for 0.
  std::optional<double> of( const std::optional<double> &value ) const;

private:
  Rule mRule;
  double mLargest;
  double mWidest;
};
