// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caalgorithm.h"
#include "caatlaseditions.h"
#include "caatlasplan.h"
#include "capartfeedback.h"

/**
 * \brief What algorithms about atlases share: which pages of which project.
 */
class CaAtlasAlgorithm : public CaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasAlgorithm )

protected:
  //! Adds PROJECT, KINDS, WHICH, FISCAL_YEAR, LANGUAGE and PAPER.
  void addChoiceParameters();

  //! How much of the work editions() is, in per cent.
  static constexpr double EDITIONS_MADE = 40;

  /**
   * Returns \a project in the languages asked for, none if it was cancelled.
   * \throws QgsProcessingException if it cannot be had in one
   */
  std::optional<CaAtlasEditions> editions( QgsProject *project, const QVariantMap &parameters, QgsProcessingContext &context,
                                           QgsFeedback *feedback ) const;

  //! Returns the pages asked for. \throws QgsProcessingException if a year is none
  CaAtlasChoice choice( const QVariantMap &parameters, QgsProcessingContext &context ) const;

private:
  //! Returns the words of the text parameter \a name, separated by commas or blanks.
  QStringList words( const QString &name, const QVariantMap &parameters, QgsProcessingContext &context ) const;
};
