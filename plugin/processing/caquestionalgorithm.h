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
  //! The areas asked about, first in the set, and behind them the bureaus and prefectures in which they lie.
  struct Asked
  {
    std::shared_ptr<const CaAreaSet> set; //!< Nothing if cancelled
    int count = 0;                        //!< Of areas asked about
  };

  bool prepareAlgorithm( const QVariantMap &parameters, QgsProcessingContext &context, QgsProcessingFeedback *feedback ) override;

  //! Adds the optional parameter PACK, the working data pack.
  void addPackParameter();

  //! Adds KINDS, the kinds of areas to ask about, \a chosen to begin with.
  void addKindsParameter( const QStringList &chosen );

  //! Adds KINDS and MEMBERSHIP.
  void addAskedParameters( const QStringList &chosen );

  //! Returns the pack asked for, that of the project's layers, or the shipped one.
  QString packFile() const { return mPackFile; }

  //! Returns the pack. \throws QgsProcessingException if it cannot be read
  CaPack pack() const;

  //! Returns areas of \a kinds, behind \a own if given. \throws QgsProcessingException; nothing if cancelled
  std::shared_ptr<const CaAreaSet> areaSet( const QStringList &kinds, const QVariantMap &parameters, QgsProcessingContext &context,
                                            QgsProcessingFeedback *feedback, const std::optional<CaAreaLists> &own = std::nullopt ) const;

  //! Returns the KINDS chosen, perhaps none. \throws QgsProcessingException if there is no such kind
  QStringList kinds( const QVariantMap &parameters, QgsProcessingContext &context ) const;

  //! Returns the lists of the pack of \a kinds, and behind them those of MEMBERSHIP. \throws QgsProcessingException if they cannot be read
  QVector<CaAreaList> listsOf( const QStringList &kinds, const QVariantMap &parameters, QgsProcessingContext &context ) const;

  //! \throws QgsProcessingException if there are no \a lists to ask about
  static void requireAreas( const QVector<CaAreaList> &lists );

  //! Returns \a lists as areas. \throws QgsProcessingException if there are none or they cannot be read
  Asked ask( const QVector<CaAreaList> &lists, const QVariantMap &parameters, QgsProcessingContext &context,
             QgsProcessingFeedback *feedback ) const;

  //! Adds to \a report how the answer was got. \param fiscalYear is 0 if the answer has no figures
  void addBasis( CaReport &report, const CaAreaSet &set, int fiscalYear, const QString &rule ) const;

  //! Says the \a report and writes it to REPORT with the tables \a body, HTML, if asked. \returns the file
  QString writeAnswer( const CaReport &report, const QString &title, const QString &body, const QVariantMap &parameters,
                       QgsProcessingContext &context, QgsProcessingFeedback *feedback, const QString &style = QString() ) const;

private:
  QString mPackFile;
};
