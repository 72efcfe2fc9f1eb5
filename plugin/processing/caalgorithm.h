// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caanswersink.h"
#include "cacompat.h"
#include "calayercatalogue.h"
#include "capack.h"

#include <qgscoordinatetransform.h>
#include <qgsfields.h>
#include <qgsprocessingalgorithm.h>

#include <QCoreApplication>

#include <memory>

class CaReport;
class CaProjectFile;

/**
 * \brief What the algorithms of Cluster Atlas share: they work on projects, hence on the main thread, and fail in sentences.
 */
class CaAlgorithm : public QgsProcessingAlgorithm
{
  Q_DECLARE_TR_FUNCTIONS( CaAlgorithm )

public:
  QString group() const override;
  QString groupId() const override;
  QIcon icon() const override;
  QString svgIconPath() const override;
  CaCompat::AlgorithmFlags flags() const override;
  bool checkParameterValues( const QVariantMap &parameters, QgsProcessingContext &context, QString *message = nullptr ) const override;

protected:
  //! Adds the parameter FISCAL_YEAR.
  void addFiscalYearParameter();

  //! Adds the parameter METRICS, codes separated by commas.
  void addMetricsParameter( bool optional );

  //! Adds the parameter FISCAL_YEARS, years separated by commas.
  void addFiscalYearsParameter( bool optional );

  //! Adds the parameter LANGUAGE.
  void addLanguageParameter();

  //! Adds the optional parameter PROJECT, a project file to use instead of the current project.
  void addProjectParameter();

  //! Returns the project asked for. \throws QgsProcessingException if there is none or it cannot be read
  std::unique_ptr<CaProjectFile> projectFile( const QVariantMap &parameters, QgsProcessingContext &context ) const;

  //! Returns the fiscal year asked for. \throws QgsProcessingException if \a pack has no figures of that year
  int fiscalYear( const QVariantMap &parameters, QgsProcessingContext &context, const CaPack &pack ) const;

  //! Returns the texts of the parameter \a name, which are separated by commas or semicolons, each once.
  QStringList codes( const QString &name, const QVariantMap &parameters, QgsProcessingContext &context ) const;

  //! Returns the codes in METRICS.
  QStringList metrics( const QVariantMap &parameters, QgsProcessingContext &context ) const;

  //! Returns the years in FISCAL_YEARS, texts separated by commas, none if all. \throws QgsProcessingException if one is no year
  QVector<int> fiscalYears( const QVariantMap &parameters, QgsProcessingContext &context ) const;

  //! Returns the language asked for.
  QString language( const QVariantMap &parameters, QgsProcessingContext &context ) const;

  /**
   * Returns the layer \a name, nothing if none is given. QGIS checks none of its features: what is invalid is ours to mend and to report,
   * not a reason to stop. \throws QgsProcessingException if it has, say, lines where the parameter takes polygons
   */
  std::unique_ptr<QgsProcessingFeatureSource> featureSource( const QString &name, const QVariantMap &parameters,
                                                             QgsProcessingContext &context ) const;

  /**
   * Returns the way from the coordinates of \a source to those of \a target.
   * \throws QgsProcessingException if the layer is a table, or does not say its coordinate reference system, or PROJ knows no way: QGIS
   * would then take the coordinates as they are
   */
  static QgsCoordinateTransform transformTo( const QgsCoordinateReferenceSystem &target, const QgsProcessingFeatureSource &source,
                                             const QgsProcessingContext &context );

  //! Whether \a geometry has vertices, and each of them is somewhere.
  static bool hasCoordinates( const QgsGeometry &geometry );

  //! Adds REPORT, for writeReport(). \a asPdf says that the algorithm writes it as a PDF, too.
  void addReportParameter( bool asPdf = false );

  //! Says the \a report and writes it to REPORT, if asked. \returns the file. \throws QgsProcessingException if it cannot be written
  QString writeReport( const CaReport &report, const QString &title, const QVariantMap &parameters, QgsProcessingContext &context,
                       QgsProcessingFeedback *feedback ) const;

  //! Adds the table \a name.
  void addTableParameter( const QString &name, const QString &description, bool optional = false );

  //! Adds a number to the outputs.
  void addCount( const QString &name, const QString &description );

  //! Returns fields by name and type, such as `area_km2:real`; text if no type is said.
  static QgsFields tableFields( const QStringList &names );

  //! Opens the table \a name, which stays only if it is kept. \throws QgsProcessingException if it cannot be written
  std::unique_ptr<CaAnswerSink> table( const QString &name, const QgsFields &fields, const QVariantMap &parameters,
                                       QgsProcessingContext &context, QString *id, CaCompat::WkbType type = CaCompat::NoGeometryType,
                                       const QgsCoordinateReferenceSystem &crs = QgsCoordinateReferenceSystem() ) const;

  //! Whether the table \a name is asked for.
  static bool isAsked( const QString &name, const QVariantMap &parameters );

  //! Opens the table \a name if it is asked for. \throws QgsProcessingException if it cannot be written
  std::unique_ptr<CaAnswerSink> optionalTable( const QString &name, const QgsFields &fields, const QVariantMap &parameters,
                                               QgsProcessingContext &context, QString *id,
                                               CaCompat::WkbType type = CaCompat::NoGeometryType,
                                               const QgsCoordinateReferenceSystem &crs = QgsCoordinateReferenceSystem() ) const;

  //! Writes a row. \throws QgsProcessingException if it cannot
  static void addRow( QgsFeatureSink &sink, const QgsAttributes &values, const QgsGeometry &geometry = QgsGeometry() );

  //! Returns the shipped data pack. \throws QgsProcessingException if it cannot be read
  static CaPack installedPack();

  //! Returns the list of layers. \throws QgsProcessingException if it cannot be read
  static CaLayerCatalogue layerCatalogue();
};
