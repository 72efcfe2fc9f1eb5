// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caareaalgorithm.h"
#include "caareaset.h"

/**
 * \brief What algorithms share that answer questions about areas: the data pack, tables, and an answer that says how it was got.
 */
class CaQuestionAlgorithm : public CaAreaAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaQuestionAlgorithm )

public:
  QString group() const override;
  QString groupId() const override;

protected:
  bool prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

  //! Adds the optional parameter PACK, the working data pack.
  void addPackParameter();

  //! Returns the pack asked for, that of the project's layers, or the shipped one.
  QString packFile() const { return mPackFile; }

  //! Returns the pack. \throws QgsProcessingException if it cannot be read
  CaPack pack() const;

  //! Returns areas of \a kinds, or those of MEMBERSHIP if given. \throws QgsProcessingException; nothing if cancelled
  std::shared_ptr<const CaAreaSet> areaSet( const QStringList &kinds, const QVariantMap &parameters, QgsProcessingContext &context,
                                            QgsProcessingFeedback *feedback, const std::optional<CaAreaLists> &own = std::nullopt ) const;

  //! Adds to \a report how the answer was got. \param fiscalYear is 0 if the answer has no figures
  void addBasis( CaAreaReport &report, const CaAreaSet &set, int fiscalYear, const QString &rule ) const;

  //! Says the \a report and writes it to REPORT with the tables \a body, HTML, if asked. \returns the file
  QString writeAnswer( const CaAreaReport &report, const QString &title, const QString &body, const QVariantMap &parameters,
                       QgsProcessingContext &context, QgsProcessingFeedback *feedback ) const;

private:
  QString mPackFile;
};
