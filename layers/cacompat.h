// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

/**
 * \file cacompat.h
 * \brief The only place that knows QGIS versions: names in the vocabulary of newer QGIS, defined for 3.22 as well.
 */

#include <qgis.h>
#include <qgsabstractvaliditycheck.h>
#include <qgsconfig.h>
#include <qgsdataprovider.h>
#include <qgsattributeeditorcontainer.h>
#include <qgseditformconfig.h>
#include <qgsfeaturerequest.h>
#include <qgsfield.h>
#include <qgsfields.h>
#include <qgsmaplayerproxymodel.h>
#include <qgsgeos.h>
#include <qgsmapthemecollection.h>
#include <qgsproject.h>
#include <qgsprocessing.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingparameters.h>
#include <qgswkbtypes.h>

namespace CaCompat
{

#if _QGIS_VERSION_INT >= 33000
using WkbType = Qgis::WkbType;
using GeometryType = Qgis::GeometryType;
constexpr auto LayoutMillimeters = Qgis::LayoutUnit::Millimeters;
constexpr auto DistanceKilometers = Qgis::DistanceUnit::Kilometers;
constexpr auto DistanceMeters = Qgis::DistanceUnit::Meters;
constexpr auto AreaSquareKilometers = Qgis::AreaUnit::SquareKilometers;
constexpr auto PointGeometry = Qgis::GeometryType::Point;
constexpr auto LineGeometry = Qgis::GeometryType::Line;
constexpr auto PolygonGeometry = Qgis::GeometryType::Polygon;
constexpr auto MultiPolygon = Qgis::WkbType::MultiPolygon;
constexpr auto NoGeometryType = Qgis::WkbType::NoGeometry;
#else
using WkbType = QgsWkbTypes::Type;
using GeometryType = QgsWkbTypes::GeometryType;
constexpr auto LayoutMillimeters = QgsUnitTypes::LayoutMillimeters;
constexpr auto DistanceKilometers = QgsUnitTypes::DistanceKilometers;
constexpr auto DistanceMeters = QgsUnitTypes::DistanceMeters;
constexpr auto AreaSquareKilometers = QgsUnitTypes::AreaSquareKilometers;
constexpr auto PointGeometry = QgsWkbTypes::PointGeometry;
constexpr auto LineGeometry = QgsWkbTypes::LineGeometry;
constexpr auto PolygonGeometry = QgsWkbTypes::PolygonGeometry;
constexpr auto MultiPolygon = QgsWkbTypes::MultiPolygon;
constexpr auto NoGeometryType = QgsWkbTypes::NoGeometry;
#endif

#if _QGIS_VERSION_INT >= 33600
using AlgorithmFlags = Qgis::ProcessingAlgorithmFlags;
constexpr auto NoThreading = Qgis::ProcessingAlgorithmFlag::NoThreading;
constexpr auto RequiresProject = Qgis::ProcessingAlgorithmFlag::RequiresProject;
constexpr auto IntegerNumber = Qgis::ProcessingNumberParameterType::Integer;
constexpr auto DoubleNumber = Qgis::ProcessingNumberParameterType::Double;
constexpr auto AdvancedParameter = Qgis::ProcessingParameterFlag::Advanced;
constexpr auto NoGeometry = Qgis::FeatureRequestFlag::NoGeometry;
constexpr auto NoGeometryCheck = Qgis::InvalidGeometryCheck::NoCheck;
constexpr auto AbortOnInvalid = Qgis::InvalidGeometryCheck::AbortOnInvalid;
constexpr auto ExactIntersect = Qgis::FeatureRequestFlag::ExactIntersect;
using BrowserCapabilities = Qgis::DataItemProviderCapabilities;
constexpr auto BrowserDatabases = Qgis::DataItemProviderCapability::Databases;
constexpr auto FileParameter = Qgis::ProcessingFileParameterBehavior::File;
constexpr auto FolderParameter = Qgis::ProcessingFileParameterBehavior::Folder;
constexpr auto AnyVector = Qgis::ProcessingSourceType::Vector;
constexpr auto PolygonSource = Qgis::ProcessingSourceType::VectorPolygon;
constexpr auto PointSource = Qgis::ProcessingSourceType::VectorPoint;
constexpr auto AnyField = Qgis::ProcessingFieldParameterDataType::Any;
constexpr auto NumericField = Qgis::ProcessingFieldParameterDataType::Numeric;
#else
using AlgorithmFlags = QgsProcessingAlgorithm::Flags;
constexpr auto NoThreading = QgsProcessingAlgorithm::FlagNoThreading;
constexpr auto RequiresProject = QgsProcessingAlgorithm::FlagRequiresProject;
constexpr auto IntegerNumber = QgsProcessingParameterNumber::Integer;
constexpr auto DoubleNumber = QgsProcessingParameterNumber::Double;
constexpr auto AdvancedParameter = QgsProcessingParameterDefinition::FlagAdvanced;
constexpr auto NoGeometry = QgsFeatureRequest::NoGeometry;
constexpr auto NoGeometryCheck = QgsFeatureRequest::GeometryNoCheck;
constexpr auto AbortOnInvalid = QgsFeatureRequest::GeometryAbortOnInvalid;
constexpr auto ExactIntersect = QgsFeatureRequest::ExactIntersect;
using BrowserCapabilities = int;
constexpr auto BrowserDatabases = QgsDataProvider::Database;
constexpr auto FileParameter = QgsProcessingParameterFile::File;
constexpr auto FolderParameter = QgsProcessingParameterFile::Folder;
constexpr auto AnyVector = QgsProcessing::TypeVector;
constexpr auto PolygonSource = QgsProcessing::TypeVectorPolygon;
constexpr auto PointSource = QgsProcessing::TypeVectorPoint;
constexpr auto AnyField = QgsProcessingParameterField::Any;
constexpr auto NumericField = QgsProcessingParameterField::Numeric;
#endif

#if _QGIS_VERSION_INT >= 32600
using ProjectReadFlags = Qgis::ProjectReadFlags;
constexpr auto DontLoadLayouts = Qgis::ProjectReadFlag::DontLoadLayouts;
#else
using ProjectReadFlags = QgsProject::ReadFlags;
constexpr auto DontLoadLayouts = QgsProject::ReadFlag::FlagDontLoadLayouts;
#endif

#if _QGIS_VERSION_INT >= 33400
constexpr auto VectorLayers = Qgis::LayerFilter::VectorLayer;
#else
constexpr auto VectorLayers = QgsMapLayerProxyModel::VectorLayer;
#endif

#if _QGIS_VERSION_INT >= 33200
constexpr auto DragAndDropForm = Qgis::AttributeFormLayout::DragAndDrop;
#else
constexpr auto DragAndDropForm = QgsEditFormConfig::TabLayout;
#endif

#if _QGIS_VERSION_INT >= 33800
constexpr auto TextField = QMetaType::Type::QString;
constexpr auto IntegerField = QMetaType::Type::Int;
constexpr auto LongField = QMetaType::Type::LongLong;
constexpr auto RealField = QMetaType::Type::Double;
#else
constexpr auto TextField = QVariant::String;
constexpr auto IntegerField = QVariant::Int;
constexpr auto LongField = QVariant::LongLong;
constexpr auto RealField = QVariant::Double;
#endif

#if _QGIS_VERSION_INT >= 33600
constexpr int LayoutCheck = static_cast<int>( QgsAbstractValidityCheck::Type::LayoutCheck );
#else
constexpr int LayoutCheck = QgsAbstractValidityCheck::TypeLayoutCheck;
#endif

#if _QGIS_VERSION_INT >= 33800
constexpr auto JoinedField = Qgis::FieldOrigin::Join;
#else
constexpr auto JoinedField = QgsFields::OriginJoin;
#endif

//! Returns the names of fields chosen for the parameter \a definition.
inline QStringList fieldNames( const QgsProcessingParameterDefinition *definition, const QVariantMap &parameters,
                               QgsProcessingContext &context )
{
#if _QGIS_VERSION_INT >= 33400
  return QgsProcessingParameters::parameterAsStrings( definition, parameters, context );
#else
  return QgsProcessingParameters::parameterAsFields( definition, parameters, context );
#endif
}

//! Returns a field \a name of a \a type.
inline QgsField field( const QString &name, QMetaType::Type type )
{
#if _QGIS_VERSION_INT >= 33800
  return QgsField( name, type );
#else
  return QgsField( name, static_cast<QVariant::Type>( type ) );
#endif
}

//! Makes \a container a tab of an attribute form.
inline void makeTab( QgsAttributeEditorContainer *container )
{
#if _QGIS_VERSION_INT >= 33200
  container->setType( Qgis::AttributeEditorContainerType::Tab );
#else
  container->setIsGroupBox( false );
#endif
}

//! Returns the GEOS context of QGIS for this thread.
inline GEOSContextHandle_t geosContext()
{
#if _QGIS_VERSION_INT >= 33800
  return QgsGeosContext::get();
#else
  return QgsGeos::getGEOSHandler();
#endif
}

} // namespace CaCompat
