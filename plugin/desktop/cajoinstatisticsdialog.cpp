// SPDX-License-Identifier: GPL-2.0-or-later
#include "cajoinstatisticsdialog.h"

#include "cachoices.h"
#include "cacompat.h"
#include "calanguage.h"
#include "calayerproperties.h"

#include <qgsfieldcombobox.h>
#include <qgsmaplayercombobox.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBrowser>

namespace
{

constexpr int METRICS_SHOWN = 7;

//! Adds \a widget to \a form with a caption that leads to it, and a help text.
void addRow( QFormLayout *form, const QString &text, QWidget *widget, const QString &name, const QString &help )
{
  widget->setObjectName( name );
  widget->setToolTip( help );
  widget->setWhatsThis( help );
  form->addRow( text, widget );
}

//! The tables of figures that other layers have joined: not what a user means by a layer.
QList<QgsMapLayer *> joinTables( const QgsProject *project )
{
  QList<QgsMapLayer *> tables;
  const QMap<QString, QgsMapLayer *> layers = project->mapLayers();
  for ( const QgsMapLayer *layer : layers )
  {
    if ( QgsMapLayer *table = project->mapLayer( layer->customProperty( CaLayerProperties::joinTable() ).toString() ) )
      tables << table;
  }
  return tables;
}

} // namespace

CaJoinStatisticsDialog::CaJoinStatisticsDialog( const QString &packFile, QgsMapLayer *layer, int fiscalYear, QWidget *parent )
    : QDialog( parent )
    , mPackFile( packFile )
    , mFiscalYearWanted( fiscalYear )
{
  setObjectName( QStringLiteral( "caJoinStatisticsDialog" ) );
  setWindowTitle( tr( "Join Statistics" ) );
  QString error;
  mEngine = CaJoinEngine::open( packFile, &error );

  QVBoxLayout *layout = new QVBoxLayout( this );
  layout->addWidget( makeChoices( layer ) );
  mReport = new QTextBrowser();
  mReport->setObjectName( QStringLiteral( "report" ) );
  mReport->setOpenLinks( false );
  mReport->setPlaceholderText( tr( "“Check” shows here what matches and what does not." ) );
  layout->addWidget( mReport, 1 );
  mMessage = CaChoices::explanation( error );
  mMessage->setObjectName( QStringLiteral( "message" ) );
  mMessage->setTextFormat( Qt::PlainText ); // it quotes the layer
  layout->addWidget( mMessage );
  mButtons = CaChoices::buttons( tr( "&Join" ) );
  QPushButton *checkButton = mButtons->addButton( tr( "&Check" ), QDialogButtonBox::ActionRole );
  checkButton->setObjectName( QStringLiteral( "check" ) );
  checkButton->setToolTip( tr( "Says what would be joined. Nothing is changed." ) );
  QPushButton *takeOffButton = mButtons->addButton( tr( "&Take off" ), QDialogButtonBox::ActionRole );
  takeOffButton->setObjectName( QStringLiteral( "takeOff" ) );
  takeOffButton->setToolTip( tr( "Removes the statistics that were joined to the layer before." ) );
  layout->addWidget( mButtons );

  connect( checkButton, &QPushButton::clicked, this, &CaJoinStatisticsDialog::check );
  connect( takeOffButton, &QPushButton::clicked, this, &CaJoinStatisticsDialog::takeOff );
  connect( mButtons, &QDialogButtonBox::accepted, this, &CaJoinStatisticsDialog::accept );
  connect( mButtons, &QDialogButtonBox::rejected, this, &CaJoinStatisticsDialog::reject );
  connect( mLayer, &QgsMapLayerComboBox::layerChanged, this, &CaJoinStatisticsDialog::layerChanged );
  connect( mField, &QgsFieldComboBox::fieldChanged, this, &CaJoinStatisticsDialog::updateButtons );
  connect( mOwnerKind, qOverload<int>( &QComboBox::currentIndexChanged ), this, &CaJoinStatisticsDialog::kindChanged );
  connect( mMetrics, &QListWidget::itemChanged, this, &CaJoinStatisticsDialog::showYears );
  kindChanged();
  layerChanged();
  resize( 760, 720 );
}

QWidget *CaJoinStatisticsDialog::makeChoices( QgsMapLayer *layer )
{
  QWidget *widget = new QWidget();
  QFormLayout *form = new QFormLayout( widget );
  form->setContentsMargins( 0, 0, 0, 0 );
  form->setFieldGrowthPolicy( QFormLayout::AllNonFixedFieldsGrow );
  mLayer = new QgsMapLayerComboBox();
  mLayer->setFilters( CaCompat::VectorLayers );
  mLayer->setExceptedLayerList( joinTables( QgsProject::instance() ) );
  if ( qobject_cast<QgsVectorLayer *>( layer ) )
    mLayer->setLayer( layer );
  addRow( form, tr( "&Layer" ), mLayer, QStringLiteral( "layer" ),
          tr( "Any layer or table with a column of codes or names; its own data is not touched." ) );
  mField = new QgsFieldComboBox();
  addRow( form, tr( "&Field with codes or names" ), mField, QStringLiteral( "field" ),
          tr( "Proposed is the field that means most. 01, 1 and 北海道 are the same." ) );
  mOwnerKind = new QComboBox();
  const QMap<QString, CaOwner> owners = mEngine ? mEngine->statistics().owners() : QMap<QString, CaOwner>();
  QStringList withFigures;
  for ( const CaOwner &owner : owners )
    withFigures << owner.kind;
  const QVector<std::pair<QString, QString>> kinds = CaChoices::ownerKinds();
  for ( const auto &kind : kinds )
  {
    if ( kind.first.isEmpty() || withFigures.contains( kind.first ) )
      mOwnerKind->addItem( kind.second, kind.first );
  }
  addRow( form, tr( "Figures &of" ), mOwnerKind, QStringLiteral( "ownerKind" ),
          tr( "Whom the field names. Choosing tells 北海道, the prefecture, from the bureau." ) );
  mMetrics = new QListWidget();
  mMetrics->setMinimumHeight( METRICS_SHOWN * mMetrics->fontMetrics().lineSpacing() + METRICS_SHOWN * 4 );
  mMetrics->setMaximumHeight( mMetrics->minimumHeight() );
  addRow( form, tr( "&Metrics" ), mMetrics, QStringLiteral( "metrics" ), tr( "Those there are figures of." ) );
  mFiscalYear = new QComboBox();
  addRow( form, tr( "Fiscal &year" ), mFiscalYear, QStringLiteral( "fiscalYear" ),
          tr( "The years (April to March) with figures of the chosen metrics. Joined fields follow when the project's fiscal year is "
              "changed." ) );
  return widget;
}

QgsVectorLayer *CaJoinStatisticsDialog::layer() const
{
  return qobject_cast<QgsVectorLayer *>( mLayer->currentLayer() );
}

QStringList CaJoinStatisticsDialog::kinds() const
{
  const QString kind = mOwnerKind->currentData().toString();
  return kind.isEmpty() ? QStringList() : QStringList{ kind };
}

QStringList CaJoinStatisticsDialog::metrics() const
{
  QStringList codes;
  for ( int i = 0; i < mMetrics->count(); ++i )
  {
    if ( mMetrics->item( i )->checkState() == Qt::Checked )
      codes << mMetrics->item( i )->data( Qt::UserRole ).toString();
  }
  return codes;
}

void CaJoinStatisticsDialog::layerChanged()
{
  mField->setLayer( layer() );
  mReport->clear();
  proposeField();
}

void CaJoinStatisticsDialog::proposeField()
{
  if ( mEngine && layer() )
    mField->setField( mEngine->keyField( *layer(), kinds() ) );
  updateButtons();
}

void CaJoinStatisticsDialog::kindChanged()
{
  if ( !mEngine )
    return;
  const QStringList chosen = metrics();
  const CaStatistics &statistics = mEngine->statistics();
  const QMap<QString, CaMetric> all = statistics.metrics();
  const QMap<QString, QVector<int>> years = statistics.years( kinds(), all.keys() );
  {
    const QSignalBlocker filling( mMetrics );
    mMetrics->clear();
    for ( const CaMetric &metric : all )
    {
      if ( years.value( metric.code ).isEmpty() )
        continue;
      const bool japanese = CaLanguage::ofInterface() == QLatin1String( "ja" );
      QListWidgetItem *item =
          new QListWidgetItem( tr( "%1 (%2)" ).arg( japanese ? metric.nameJa : metric.nameEn, japanese ? metric.unitJa : metric.unitEn ),
                               mMetrics ); // which owns it
      item->setData( Qt::UserRole, metric.code );
      item->setCheckState( chosen.contains( metric.code ) ? Qt::Checked : Qt::Unchecked );
    }
    if ( metrics().isEmpty() && mMetrics->count() > 0 )
      mMetrics->item( 0 )->setCheckState( Qt::Checked );
  }
  showYears();
  proposeField();
}

void CaJoinStatisticsDialog::showYears()
{
  const int wanted = mFiscalYear->count() > 0 ? mFiscalYear->currentData().toInt() : mFiscalYearWanted;
  const QMap<QString, QVector<int>> byMetric = mEngine->statistics().years( kinds(), metrics() );
  QMap<int, bool> years;
  for ( const QVector<int> &some : byMetric )
  {
    for ( const int year : some )
      years.insert( year, true );
  }
  mFiscalYear->clear();
  const QList<int> sorted = years.keys();
  for ( const int year : sorted )
    mFiscalYear->addItem( tr( "FY%1" ).arg( year ), year );
  const int index = mFiscalYear->findData( wanted );
  mFiscalYear->setCurrentIndex( index < 0 ? mFiscalYear->count() - 1 : index );
  updateButtons();
}

bool CaJoinStatisticsDialog::run( bool isDryRun )
{
  const QTemporaryDir folder;
  const QString reportFile = folder.filePath( QStringLiteral( "report.html" ) );
  mResult = CaAlgorithmRunner::run( QStringLiteral( "joinlayer" ),
                                    { { QStringLiteral( "INPUT" ), layer()->id() },
                                      { QStringLiteral( "KEY_FIELD" ), mField->currentField() },
                                      { QStringLiteral( "OWNER_KINDS" ), kinds() },
                                      { QStringLiteral( "METRICS" ), metrics().join( QLatin1Char( ',' ) ) },
                                      { QStringLiteral( "FISCAL_YEAR" ), mFiscalYear->currentData() },
                                      { QStringLiteral( "PACK" ), mPackFile },
                                      { QStringLiteral( "DRY_RUN" ), isDryRun },
                                      { QStringLiteral( "REPORT" ), reportFile } },
                                    isDryRun ? tr( "Checking the join…" ) : tr( "Joining statistics…" ), this );
  QFile report( reportFile );
  if ( report.open( QIODevice::ReadOnly ) )
    mReport->setHtml( QString::fromUtf8( report.readAll() ) );
  if ( mResult.cancelled )
    mMessage->setText( tr( "Stopped at your request; nothing was changed." ) );
  else if ( !mResult.ok )
    mMessage->setText( mResult.error );
  else
    mMessage->setText( tr( "%L1 of %L2 features match; %L3 owners with figures have no feature." )
                           .arg( mResult.outputs.value( QStringLiteral( "MATCHED" ) ).toLongLong() )
                           .arg( mResult.outputs.value( QStringLiteral( "FEATURES" ) ).toLongLong() )
                           .arg( mResult.outputs.value( QStringLiteral( "OWNERS_WITHOUT_FEATURE" ) ).toLongLong() ) );
  return mResult.ok;
}

void CaJoinStatisticsDialog::accept()
{
  const QString name = layer() ? layer()->name() : QString(); // which says afterwards what was not joined
  if ( !run( false ) )
    return;
  mSummary = tr( "Statistics were joined to “%1”." ).arg( name );
  QDialog::accept();
}

void CaJoinStatisticsDialog::takeOff()
{
  mResult = CaAlgorithmRunner::run( QStringLiteral( "unjoinlayer" ), { { QStringLiteral( "INPUT" ), layer()->id() } },
                                    tr( "Taking statistics off…" ), this );
  if ( !mResult.ok )
  {
    mMessage->setText( mResult.error );
    return;
  }
  mSummary = tr( "The statistics were taken off “%1”." ).arg( layer()->name() );
  QDialog::accept();
}

void CaJoinStatisticsDialog::updateButtons()
{
  const bool ready = mEngine && layer() && !mField->currentField().isEmpty() && !metrics().isEmpty() && mFiscalYear->currentIndex() >= 0;
  mButtons->button( QDialogButtonBox::Ok )->setEnabled( ready );
  mButtons->findChild<QPushButton *>( QStringLiteral( "check" ) )->setEnabled( ready );
  mButtons->findChild<QPushButton *>( QStringLiteral( "takeOff" ) )
      ->setEnabled( layer() && layer()->customProperty( CaLayerProperties::joinTable() ).isValid() );
}
