// SPDX-License-Identifier: GPL-2.0-or-later
#include "caprojectbuilder.h"

#include "cacompat.h"
#include "cafiscalyear.h"
#include "calayerproperties.h"

#include <qgsattributeeditorfield.h>
#include <qgsattributeeditorrelation.h>
#include <qgscoordinatetransform.h>
#include <qgseditformconfig.h>
#include <qgsexpression.h>
#include <qgsexpressioncontextutils.h>
#include <qgsfeedback.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgslayertreemodel.h>
#include <qgsmapthemecollection.h>
#include <qgsnullsymbolrenderer.h>
#include <qgsproject.h>
#include <qgsprojectmetadata.h>
#include <qgsprojectviewsettings.h>
#include <qgsreferencedgeometry.h>
#include <qgsrelation.h>
#include <qgsrelationcontext.h>
#include <qgsrelationmanager.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerjoininfo.h>
#include <qgsvectorlayertemporalproperties.h>

#include <QColor>
#include <QFileInfo>

#include <memory>

namespace
{

//! Equal-area, centred on Japan: no area error, angles off by 0.6 degrees at most on the main islands.
constexpr char JAPAN_CRS[] = "PROJ:+proj=laea +lat_0=38.5 +lon_0=138 +ellps=GRS80 +units=m +no_defs +type=crs";
constexpr char GRS80_ELLIPSOID[] = "EPSG:7019";
constexpr QRgb SEA = 0xffe6eef3;

QString geoPackageUri( const QString &fileName, const QString &table, const QString &filter )
{
  const QString uri = QStringLiteral( "%1|layername=%2" ).arg( fileName, table );
  return filter.isEmpty() ? uri : QStringLiteral( "%1|subset=%2" ).arg( uri, filter );
}

} // namespace

CaProjectBuilder::CaProjectBuilder( QgsProject *project, const CaPack &pack, const CaLayerCatalogue &catalogue, const QString &language,
                                    int fiscalYear )
    : mProject( project )
    , mPack( pack )
    , mCatalogue( catalogue )
    , mLanguage( language )
    , mFiscalYear( fiscalYear )
    , mTexts( pack, catalogue, language, fiscalYear )
    , mStyle( language )
{
  const QVector<QgsVectorLayer *> layers = mProject->layers<QgsVectorLayer *>();
  for ( QgsVectorLayer *layer : layers )
  {
    const QString id = layer->customProperty( CaLayerProperties::id() ).toString();
    if ( !id.isEmpty() )
      mLayers.insert( id, layer );
  }
}

void CaProjectBuilder::prepareProject()
{
  const QgsCoordinateReferenceSystem crs( QString::fromLatin1( JAPAN_CRS ) );
  mProject->setCrs( crs );
  mProject->setEllipsoid( QString::fromLatin1( GRS80_ELLIPSOID ) );
  mProject->setBackgroundColor( QColor( SEA ) );
  mProject->setFilePathStorage( Qgis::FilePathType::Relative );
  mProject->setTitle( mPack.info( QStringLiteral( "title_" ) + mLanguage ) );
  // Kyushu to Hokkaido with the northern islands; the far islands are a scroll away.
  const QgsReferencedRectangle mainIslands( QgsRectangle( -950000, -980000, 950000, 880000 ), crs );
  mProject->viewSettings()->setDefaultViewExtent( mainIslands );
  mProject->viewSettings()->setPresetFullExtent( mainIslands );
}

bool CaProjectBuilder::addLayers( const QStringList &ids, QString *error, QgsFeedback *feedback )
{
  QStringList missing;
  const QStringList wanted = mCatalogue.withJoined( ids );
  for ( const QString &id : wanted )
  {
    if ( !mLayers.contains( id ) )
      missing << id;
  }

  // Made first, added together: a table that cannot be read must not leave half a project.
  std::vector<std::unique_ptr<QgsVectorLayer>> made;
  for ( const QString &id : std::as_const( missing ) )
  {
    if ( feedback && feedback->isCanceled() )
    {
      *error = tr( "Canceled: nothing was added." );
      return false;
    }
    made.emplace_back( makeLayer( mCatalogue.layer( id ), error ) );
    if ( !made.back() )
      return false;
    if ( feedback )
      feedback->setProgress( 100.0 * static_cast<double>( made.size() ) / missing.size() );
  }
  for ( std::size_t i = 0; i < made.size(); ++i )
  {
    QgsVectorLayer *layer = made[i].release();
    mProject->addMapLayer( layer, false ); // the project owns it now
    mLayers.insert( missing.at( static_cast<int>( i ) ), layer );
  }
  for ( const QString &id : std::as_const( missing ) )
  {
    joinLayers( mLayers.value( id ), mCatalogue.layer( id ) );
    mTexts.nameFields( mLayers.value( id ), mCatalogue.layer( id ) );
  }
  placeInTree( missing );
  addRelations();
  for ( const QString &id : std::as_const( missing ) )
    makeForm( mLayers.value( id ), mCatalogue.layer( id ) );
  mAdded << missing;

  QgsExpressionContextUtils::setProjectVariable( mProject, QStringLiteral( "ca_language" ), mLanguage );
  QgsExpressionContextUtils::setProjectVariable( mProject, QStringLiteral( "ca_pack_version" ), mPack.info( QStringLiteral( "version" ) ) );
  QgsExpressionContextUtils::setProjectVariable( mProject, QStringLiteral( "ca_data_date" ), mPack.info( QStringLiteral( "data_date" ) ) );
  // A pack beside the project moves with it, and is found there.
  if ( QFileInfo( mPack.fileName() ).absolutePath() != mProject->homePath() )
    QgsExpressionContextUtils::setProjectVariable( mProject, QStringLiteral( "ca_pack" ), mPack.fileName() );
  // Styles ask variables, not layers: QGIS evaluates them in threads of its own, where a layer that is just changing must not be touched.
  if ( const QgsVectorLayer *projects = mLayers.value( QStringLiteral( "projects" ) ) )
    QgsExpressionContextUtils::setProjectVariable( mProject, QStringLiteral( "ca_projects_layer" ), projects->id() );
  const int shownYear = CaFiscalYear::of( mProject );
  QgsExpressionContextUtils::setProjectVariable( mProject, QStringLiteral( "ca_fiscal_year" ), mFiscalYear );
  // Layers that were there before follow the year of the new ones.
  return shownYear == 0 || shownYear == mFiscalYear || CaFiscalYear::set( mProject, mFiscalYear, error );
}

QgsVectorLayer *CaProjectBuilder::makeLayer( const CaLayerEntry &entry, QString *error ) const
{
  QgsVectorLayer::LayerOptions options;
  options.loadDefaultStyle = false;
  auto layer = std::make_unique<QgsVectorLayer>( geoPackageUri( mPack.fileName(), entry.table, entry.filter ), entry.id,
                                                 QStringLiteral( "ogr" ), options );
  if ( !layer->isValid() )
  {
    *error = tr( "The table “%1” of the data pack %2 cannot be read. Take a fresh copy of the pack." ).arg( entry.table, mPack.fileName() );
    return nullptr;
  }
  layer->setCustomProperty( CaLayerProperties::id(), entry.id );
  if ( entry.ofFiscalYear )
  {
    layer->setCustomProperty( CaLayerProperties::filter(), entry.filter );
    CaFiscalYear::filterLayer( layer.get(), entry.filter, mFiscalYear );
  }
  if ( !entry.style.isEmpty() && !mStyle.apply( layer.get(), entry.style, error ) )
    return nullptr;
  if ( entry.style.isEmpty() && layer->isSpatial() )
    layer->setRenderer( new QgsNullSymbolRenderer() );
  // Facts come from the code lists and sheets, never from the mouse.
  layer->setReadOnly( true );
  mTexts.nameLayer( layer.get(), entry );
  makeTemporal( layer.get(), entry );
  return layer.release();
}

void CaProjectBuilder::makeForm( QgsVectorLayer *layer, const CaLayerEntry &entry ) const
{
  const QVector<CaPackColumn> columns = mPack.table( entry.table ).columns;
  if ( columns.isEmpty() )
    return;
  QMap<QString, QString> groupOf;
  for ( const CaPackColumn &column : columns )
    groupOf.insert( column.name, column.formGroup );

  QgsEditFormConfig form = layer->editFormConfig();
  form.clearTabs();
  form.setLayout( CaCompat::DragAndDropForm );
  QgsAttributeEditorContainer *root = form.invisibleRootContainer();
  const QStringList groups{ QStringLiteral( "overview" ), QStringLiteral( "figures" ), QStringLiteral( "source" ) };
  const QgsFields fields = layer->fields();
  for ( const QString &group : groups )
  {
    auto tab = std::make_unique<QgsAttributeEditorContainer>( mCatalogue.word( group, mLanguage ), root );
    CaCompat::makeTab( tab.get() );
    for ( int i = 0; i < fields.count(); ++i )
    {
      const bool joined = fields.fieldOrigin( i ) == CaCompat::JoinedField;
      if ( ( joined ? QStringLiteral( "figures" ) : groupOf.value( fields.at( i ).name() ) ) == group )
        tab->addChildElement( new QgsAttributeEditorField( fields.at( i ).name(), i, tab.get() ) );
    }
    if ( !tab->children().isEmpty() )
      root->addChildElement( tab.release() );
  }
  const QList<QgsRelation> relations = mProject->relationManager()->referencedRelations( layer );
  if ( !relations.isEmpty() )
  {
    auto *tab = new QgsAttributeEditorContainer( mCatalogue.word( QStringLiteral( "related" ), mLanguage ), root );
    CaCompat::makeTab( tab );
    for ( const QgsRelation &relation : relations )
      tab->addChildElement( new QgsAttributeEditorRelation( relation.id(), tab ) );
    root->addChildElement( tab );
  }
  layer->setEditFormConfig( form );
}

void CaProjectBuilder::makeTemporal( QgsVectorLayer *layer, const CaLayerEntry &entry ) const
{
  if ( entry.dateFrom.isEmpty() )
    return;
  auto *temporal = qobject_cast<QgsVectorLayerTemporalProperties *>( layer->temporalProperties() );
  temporal->setMode( Qgis::VectorTemporalMode::FeatureDateTimeStartAndEndFromFields );
  temporal->setStartField( entry.dateFrom );
  temporal->setEndField( entry.dateTo );
  temporal->setIsActive( true );
}

void CaProjectBuilder::joinLayers( QgsVectorLayer *layer, const CaLayerEntry &entry ) const
{
  for ( const CaJoinEntry &entryJoin : entry.joins )
  {
    QgsVectorLayerJoinInfo join;
    join.setJoinLayer( mLayers.value( entryJoin.layer ) );
    join.setTargetFieldName( entryJoin.keyField );
    join.setJoinFieldName( entryJoin.joinKeyField );
    join.setPrefix( entryJoin.prefix );
    join.setUsingMemoryCache( true );
    layer->addJoin( join );
  }
}

void CaProjectBuilder::placeInTree( const QStringList &ids )
{
  QgsLayerTreeGroup *root = mProject->layerTreeRoot();
  QgsLayerTreeGroup *top = root->findGroup( mCatalogue.title().value( mLanguage ) );
  if ( !top )
    top = root->insertGroup( 0, mCatalogue.title().value( mLanguage ) );
  const QVector<CaGroupEntry> groups = mCatalogue.groups();
  for ( const CaGroupEntry &entry : groups )
  {
    QgsLayerTreeGroup *group = top->findGroup( entry.title.value( mLanguage ) );
    const QVector<CaLayerEntry> layers = mCatalogue.layersOf( entry.id );
    for ( const CaLayerEntry &layer : layers )
    {
      if ( !ids.contains( layer.id ) )
        continue;
      if ( !group )
        group = top->addGroup( entry.title.value( mLanguage ) );
      QgsLayerTreeLayer *node = group->addLayer( mLayers.value( layer.id ) );
      node->setItemVisibilityChecked( layer.visible );
      node->setExpanded( false );
    }
    if ( group )
      group->setExpanded( entry.expanded );
  }
}

void CaProjectBuilder::addRelations()
{
  const QVector<CaRelationEntry> relations = mCatalogue.relations();
  for ( const CaRelationEntry &entry : relations )
  {
    const QgsVectorLayer *parent = mLayers.value( entry.parent );
    const QgsVectorLayer *child = mLayers.value( entry.child );
    const QString id = QStringLiteral( "clusteratlas_%1" ).arg( entry.id );
    if ( !parent || !child || mProject->relationManager()->relation( id ).isValid() )
      continue;
    QgsRelation relation{ QgsRelationContext( mProject ) };
    relation.setId( id );
    relation.setName( entry.title.value( mLanguage ) );
    relation.setReferencedLayer( parent->id() );
    relation.setReferencingLayer( child->id() );
    relation.addFieldPair( entry.childField, entry.parentField );
    mProject->relationManager()->addRelation( relation );
  }
}

void CaProjectBuilder::addThemes()
{
  QgsLayerTree *root = mProject->layerTreeRoot();
  QgsLayerTreeModel model( root );
  QStringList visibleBefore;
  const QList<QgsLayerTreeLayer *> nodes = root->findLayers();
  for ( const QgsLayerTreeLayer *node : nodes )
  {
    if ( node->itemVisibilityChecked() )
      visibleBefore << node->layerId();
  }
  const QVector<CaThemeEntry> themes = mCatalogue.themes();
  for ( const CaThemeEntry &theme : themes )
  {
    if ( !std::all_of( theme.layers.constBegin(), theme.layers.constEnd(),
                       [this]( const QString &id ) { return mLayers.contains( id ); } ) )
      continue;
    for ( QgsLayerTreeLayer *node : nodes )
      node->setItemVisibilityChecked( node->layer() &&
                                      theme.layers.contains( node->layer()->customProperty( CaLayerProperties::id() ).toString() ) );
    mProject->mapThemeCollection()->insert( theme.title.value( mLanguage ),
                                            QgsMapThemeCollection::createThemeFromCurrentState( root, &model ) );
  }
  for ( QgsLayerTreeLayer *node : nodes )
    node->setItemVisibilityChecked( visibleBefore.contains( node->layerId() ) );
}
