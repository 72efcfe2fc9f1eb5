// SPDX-License-Identifier: GPL-2.0-or-later
#include "caaddlayersdialog.h"

#include "cachoices.h"
#include "cacommands.h"
#include "cafiscalyear.h"
#include "calanguage.h"

#include <qgsfilewidget.h>
#include <qgsproject.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

namespace
{
constexpr int ID_ROLE = Qt::UserRole; //!< Id of the layer; groups have none

QString languageOf( const QgsProject *project )
{
  const QString ofProject = project->customVariables().value( QStringLiteral( "ca_language" ) ).toString();
  return CaLanguage::codes().contains( ofProject )
             ? ofProject
             : CaChoices::last( QStringLiteral( "addLayers/language" ), CaLanguage::ofInterface() ).toString();
}

int fiscalYearOf( const QgsProject *project )
{
  const int ofProject = CaFiscalYear::of( project );
  return ofProject ? ofProject : CaChoices::last( QStringLiteral( "addLayers/fiscalYear" ), CaFiscalYear::DEFAULT ).toInt();
}

QString folderOf( const QgsProject *project )
{
  return project->fileName().isEmpty() ? CaChoices::last( QStringLiteral( "addLayers/folder" ), CaChoices::defaultFolder() ).toString()
                                       : project->absolutePath();
}
} // namespace

CaAddLayersDialog::CaAddLayersDialog( const CaPack &pack, const CaLayerCatalogue &catalogue, const QgsProject *project, QWidget *parent )
    : QDialog( parent )
    , mPack( pack )
    , mCatalogue( catalogue )
{
  setObjectName( QStringLiteral( "caAddLayersDialog" ) );
  setWindowTitle( tr( "Add Cluster Layers" ) );

  QVBoxLayout *layout = new QVBoxLayout( this );
  QLabel *caption = new QLabel( tr( "La&yers to add:" ) );
  layout->addWidget( caption );
  mTree = new QTreeWidget();
  mTree->setObjectName( QStringLiteral( "layers" ) );
  mTree->setHeaderHidden( true );
  mTree->setUniformRowHeights( true );
  mTree->setMinimumHeight( 260 );
  mTree->setWhatsThis( tr( "Layers that are joined to a checked layer, such as the figures, are added with it." ) );
  caption->setBuddy( mTree );
  layout->addWidget( mTree, 1 );

  QHBoxLayout *selection = new QHBoxLayout();
  QPushButton *all = new QPushButton( tr( "&All" ) );
  QPushButton *none = new QPushButton( tr( "&None" ) );
  all->setObjectName( QStringLiteral( "all" ) );
  none->setObjectName( QStringLiteral( "none" ) );
  all->setAutoDefault( false );
  none->setAutoDefault( false );
  mCount = new QLabel();
  selection->addWidget( all );
  selection->addWidget( none );
  selection->addWidget( mCount, 1 );
  layout->addLayout( selection );

  QFormLayout *form = new QFormLayout();
  mFiscalYear = CaChoices::addFiscalYear( form, mPack.fiscalYears(), fiscalYearOf( project ) );
  mLanguage = CaChoices::addLanguage( form, languageOf( project ) );
  mFolder = CaChoices::addFolder( form, tr( "F&older of the working copy" ),
                                  tr( "The layers read clusteratlas.gpkg in this folder. If it is not there, the shipped data pack is "
                                      "copied; if it is, it is used as it is." ),
                                  folderOf( project ) );
  layout->addLayout( form );
  layout->addWidget( CaChoices::explanation( tr( "The layers work on a copy of the data pack in this folder. Statistics you import are "
                                                 "kept in it; the shipped data stays as it is." ) ) );

  mButtons = CaChoices::buttons( tr( "A&dd Layers" ) );
  layout->addWidget( mButtons );

  QStringList present;
  const QMap<QString, QgsMapLayer *> projectLayers = project->mapLayers();
  for ( const QgsMapLayer *layer : projectLayers )
    present << CaCommands::clusterId( layer );
  fillTree( CaChoices::last( QStringLiteral( "addLayers/layers" ), QStringList() ).toStringList(), present );

  connect( all, &QPushButton::clicked, this, [this] { checkAll( Qt::Checked ); } );
  connect( none, &QPushButton::clicked, this, [this] { checkAll( Qt::Unchecked ); } );
  connect( mTree, &QTreeWidget::itemChanged, this, &CaAddLayersDialog::updateButtons );
  connect( mLanguage, qOverload<int>( &QComboBox::currentIndexChanged ), this, &CaAddLayersDialog::nameTree );
  connect( mFiscalYear, qOverload<int>( &QComboBox::currentIndexChanged ), this, &CaAddLayersDialog::nameTree );
  connect( mFolder, &QgsFileWidget::fileChanged, this, &CaAddLayersDialog::updateButtons );
  connect( mButtons, &QDialogButtonBox::accepted, this, &CaAddLayersDialog::accept );
  connect( mButtons, &QDialogButtonBox::rejected, this, &CaAddLayersDialog::reject );
  nameTree();
  resize( sizeHint().expandedTo( QSize( 600, 640 ) ) );
}

void CaAddLayersDialog::fillTree( const QStringList &checked, const QStringList &present )
{
  const QVector<CaGroupEntry> groups = mCatalogue.groups();
  for ( const CaGroupEntry &group : groups )
  {
    const QVector<CaLayerEntry> layers = mCatalogue.layersOf( group.id );
    if ( layers.isEmpty() )
      continue;
    QTreeWidgetItem *groupItem = new QTreeWidgetItem( mTree );
    groupItem->setFlags( Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate );
    for ( const CaLayerEntry &layer : layers )
    {
      QTreeWidgetItem *item = new QTreeWidgetItem( groupItem );
      item->setFlags( Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren );
      item->setData( 0, ID_ROLE, layer.id );
      if ( present.contains( layer.id ) )
        item->setDisabled( true ); // and without a check box, so that the group cannot check it
      else
        item->setCheckState( 0, checked.isEmpty() || checked.contains( layer.id ) ? Qt::Checked : Qt::Unchecked );
    }
    groupItem->setExpanded( group.id != QLatin1String( "tables" ) );
  }
}

void CaAddLayersDialog::nameTree()
{
  const QSignalBlocker blocker( mTree );
  const QVector<CaGroupEntry> groups = mCatalogue.groups();
  for ( QTreeWidgetItemIterator it( mTree ); *it; ++it )
  {
    const CaLayerEntry layer = mCatalogue.layer( ( *it )->data( 0, ID_ROLE ).toString() );
    if ( layer.id.isEmpty() )
      continue;
    const QString title = QString( layer.title.value( language() ) ).replace( QStringLiteral( "%1" ), QString::number( fiscalYear() ) );
    ( *it )->setText( 0, ( *it )->isDisabled() ? tr( "%1 (in the project already)" ).arg( title ) : title );
    ( *it )->setToolTip( 0, mPack.table( layer.table ).abstractText.value( language() ) );
    for ( const CaGroupEntry &group : groups )
    {
      if ( group.id == layer.group )
        ( *it )->parent()->setText( 0, group.title.value( language() ) );
    }
  }
  updateButtons();
}

void CaAddLayersDialog::checkAll( Qt::CheckState state )
{
  for ( QTreeWidgetItemIterator it( mTree, QTreeWidgetItemIterator::Enabled | QTreeWidgetItemIterator::NoChildren ); *it; ++it )
    ( *it )->setCheckState( 0, state );
}

void CaAddLayersDialog::updateButtons()
{
  const int count = layers().size();
  mCount->setText( tr( "%n layer(s) checked", nullptr, count ) );
  mButtons->button( QDialogButtonBox::Ok )->setEnabled( count > 0 && !mFolder->filePath().trimmed().isEmpty() );
}

QStringList CaAddLayersDialog::layers() const
{
  QStringList ids;
  for ( QTreeWidgetItemIterator it( mTree, QTreeWidgetItemIterator::Enabled | QTreeWidgetItemIterator::Checked |
                                               QTreeWidgetItemIterator::NoChildren );
        *it; ++it )
    ids << ( *it )->data( 0, ID_ROLE ).toString();
  return ids;
}

int CaAddLayersDialog::fiscalYear() const
{
  return mFiscalYear->currentData().toInt();
}

QString CaAddLayersDialog::language() const
{
  return mLanguage->currentData().toString();
}

QString CaAddLayersDialog::folder() const
{
  return QDir::cleanPath( QDir::fromNativeSeparators( mFolder->filePath().trimmed() ) );
}

void CaAddLayersDialog::accept()
{
  CaChoices::remember( QStringLiteral( "addLayers/layers" ), layers() );
  CaChoices::remember( QStringLiteral( "addLayers/fiscalYear" ), fiscalYear() );
  CaChoices::remember( QStringLiteral( "addLayers/language" ), language() );
  CaChoices::remember( QStringLiteral( "addLayers/folder" ), folder() );
  QDialog::accept();
}
