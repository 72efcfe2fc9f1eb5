// SPDX-License-Identifier: GPL-2.0-or-later
#include "caexportatlasdialog.h"

#include "caalgorithmrunner.h"
#include "caatlaspreview.h"
#include "cachoices.h"
#include "cacompat.h"
#include "calanguage.h"
#include "calayerproperties.h"
#include "caprogressdialog.h"
#include "careplacequestion.h"

#include <qgscheckablecombobox.h>
#include <qgsfeedback.h>
#include <qgsfilewidget.h>
#include <qgsguiutils.h>
#include <qgslayoutmanager.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QThread>
#include <QTreeWidget>

#include <algorithm>

namespace
{

//! Returns the name of the layout of \a kind, without “Atlas:”.
QString titleOfKind( const QgsProject *project, const QString &kind )
{
  const QList<QgsPrintLayout *> layouts = project->layoutManager()->printLayouts();
  for ( const QgsPrintLayout *layout : layouts )
  {
    if ( layout->customProperty( CaLayerProperties::layoutKind() ).toString() == kind )
      return CaAtlasPlan::chapterTitle( layout->name() );
  }
  return kind;
}

QVector<QgsVectorLayer *> layersOf( const QgsProject *project, const QString &id )
{
  QVector<QgsVectorLayer *> found;
  const QVector<QgsVectorLayer *> layers = project->layers<QgsVectorLayer *>();
  for ( QgsVectorLayer *layer : layers )
  {
    if ( layer->customProperty( CaLayerProperties::id() ).toString() == id )
      found << layer;
  }
  return found;
}

} // namespace

CaExportAtlasDialog::CaExportAtlasDialog( QgsProject *project, QWidget *parent )
    : QDialog( parent )
    , mProject( project )
{
  constexpr int PLAN_MILLISECONDS = 300;
  setObjectName( QStringLiteral( "caExportAtlasDialog" ) );
  setWindowTitle( tr( "Print Atlas" ) );
  mFolder = project->fileName().isEmpty() ? CaChoices::last( QStringLiteral( "exportAtlas/folder" ), CaChoices::defaultFolder() ).toString()
                                          : project->absolutePath();
  mPreview = new CaAtlasPreview( this );

  auto *layout = new QVBoxLayout( this );
  layout->addWidget(
      CaChoices::explanation( tr( "Prints the layouts of the project as an atlas. The fiscal year is that of the project." ) ) );
  auto *columns = new QHBoxLayout();
  auto *form = new QFormLayout();
  addKinds( form );
  addWhich( form );
  addLanguage( form );
  addOutput( form );
  columns->addLayout( form, 2 );
  auto *planColumn = new QVBoxLayout();
  addPlan( planColumn );
  columns->addLayout( planColumn, 3 );
  layout->addLayout( columns );
  mButtons = CaChoices::buttons( tr( "&Print" ) );
  layout->addWidget( mButtons );

  mPlanTimer.setSingleShot( true );
  mPlanTimer.setInterval( PLAN_MILLISECONDS );
  mCheckTimer.setInterval( 0 );
  connect( &mCheckTimer, &QTimer::timeout, this, &CaExportAtlasDialog::checkOn );
  connect( &mPlanTimer, &QTimer::timeout, this, &CaExportAtlasDialog::plan );
  connect( mButtons, &QDialogButtonBox::accepted, this, &CaExportAtlasDialog::accept );
  connect( mButtons, &QDialogButtonBox::rejected, this, &CaExportAtlasDialog::reject );
  proposeOutput();
  takeLanguage();
}

void CaExportAtlasDialog::addKinds( QFormLayout *form )
{
  mKinds = new QListWidget();
  mKinds->setObjectName( QStringLiteral( "kinds" ) );
  mKinds->setToolTip( tr( "What the atlas has pages of. They are printed in this order." ) );
  const QStringList last = CaChoices::last( QStringLiteral( "exportAtlas/kinds" ), QStringList() ).toStringList();
  const QStringList all = CaAtlasPlan::kinds( mProject );
  for ( const QString &kind : all )
  {
    auto *item = new QListWidgetItem( titleOfKind( mProject, kind ), mKinds );
    item->setData( Qt::UserRole, kind );
    item->setCheckState( last.isEmpty() || last.contains( kind ) ? Qt::Checked : Qt::Unchecked );
  }
  form->addRow( tr( "&Kinds of pages" ), mKinds );
  connect( mKinds, &QListWidget::itemChanged, this, &CaExportAtlasDialog::planLater );
}

void CaExportAtlasDialog::addWhich( QFormLayout *form )
{
  mWhich = new QgsCheckableComboBox();
  mWhich->setObjectName( QStringLiteral( "which" ) );
  mWhich->setDefaultText( tr( "All" ) );
  mWhich->setToolTip( tr( "Pages of these bureaus and of their projects only." ) );
  const QString name = QStringLiteral( "name_%1" ).arg( CaLanguage::ofInterface() );
  for ( QgsVectorLayer *layer : layersOf( mProject, QStringLiteral( "bureaus" ) ) )
  {
    QgsFeature feature;
    QgsFeatureIterator features = layer->getFeatures( QgsFeatureRequest().setFlags( CaCompat::NoGeometry ) );
    while ( features.nextFeature( feature ) )
      mWhich->addItemWithCheckState( feature.attribute( name ).toString(), Qt::Unchecked, feature.attribute( QStringLiteral( "code" ) ) );
  }
  form->addRow( tr( "&Bureaus" ), mWhich );
  connect( mWhich, &QgsCheckableComboBox::checkedItemsChanged, this, &CaExportAtlasDialog::planLater );
}

void CaExportAtlasDialog::addLanguage( QFormLayout *form )
{
  mLanguage = new QComboBox();
  mLanguage->setObjectName( QStringLiteral( "language" ) );
  mLanguage->setToolTip( tr( "In another language than the project's, layouts are made anew from their templates: what you have changed in "
                             "them is printed in the project's language only." ) );
  mLanguage->setWhatsThis( mLanguage->toolTip() );
  const QMap<QString, QString> texts{ { QStringLiteral( "project" ), tr( "That of the project" ) },
                                      { QStringLiteral( "ja" ), tr( "Japanese" ) },
                                      { QStringLiteral( "en" ), tr( "English" ) },
                                      { QStringLiteral( "both" ), tr( "Japanese, then English" ) } };
  const QVector<CaAlgorithmRunner::Choice> choices =
      CaAlgorithmRunner::choices( QStringLiteral( "exportatlas" ), QStringLiteral( "LANGUAGE" ) );
  for ( const CaAlgorithmRunner::Choice &choice : choices )
    mLanguage->addItem( texts.value( choice.text, choice.text ), choice.value );
  form->addRow( tr( "&Language" ), mLanguage );
  connect( mLanguage, qOverload<int>( &QComboBox::currentIndexChanged ), this, &CaExportAtlasDialog::takeLanguage );
}

void CaExportAtlasDialog::takeLanguage()
{
  mEditionsError.clear();
  mPlanTimer.stop();
  mCheckTimer.stop();
  mCheck.reset(); // it looks through the editions that go now
  QgsFeedback feedback;
  {
    const CaProgressDialog progress( windowTitle(), tr( "Making the pages in this language…" ), &feedback, this );
    mEditions = CaAtlasEditions::make( mProject, mLanguage->currentData().toString(), &mEditionsError, &feedback );
  }
  if ( feedback.isCanceled() )
    mLanguage->setCurrentIndex( 0 ); // that of the project is there at once, and comes here again
  else
    plan();
}

void CaExportAtlasDialog::addOutput( QFormLayout *form )
{
  mFormat = new QComboBox();
  mFormat->setObjectName( QStringLiteral( "format" ) );
  const QMap<QString, QString> texts{ { QStringLiteral( "pdf" ), tr( "One PDF" ) },
                                      { QStringLiteral( "pdf_per_bureau" ), tr( "A PDF for each bureau" ) },
                                      { QStringLiteral( "pdf_per_page" ), tr( "A PDF for each page" ) },
                                      { QStringLiteral( "geopdf" ), tr( "A GeoPDF for each page" ) },
                                      { QStringLiteral( "png" ), tr( "Pictures (PNG)" ) },
                                      { QStringLiteral( "svg" ), tr( "Drawings (SVG)" ) } };
  const QVector<CaAlgorithmRunner::Choice> choices =
      CaAlgorithmRunner::choices( QStringLiteral( "exportatlas" ), QStringLiteral( "FORMAT" ) );
  for ( const CaAlgorithmRunner::Choice &choice : choices )
    mFormat->addItem( texts.value( choice.text, choice.text ), choice.value );
  form->addRow( tr( "&Format" ), mFormat );

  mOutput = new QgsFileWidget();
  mOutput->setObjectName( QStringLiteral( "output" ) );
  mOutput->setConfirmOverwrite( false ); // accept() asks, also for a name that was typed
  mOutput->setFilter( tr( "PDF files" ) + QStringLiteral( " (*.pdf *.PDF)" ) );
  mOutput->setDialogTitle( tr( "Save Atlas As" ) );
  mOutput->setToolTip( tr( "The atlas is finished or not there: a stopped export leaves an older file as it is." ) );
  mOutput->setWhatsThis( mOutput->toolTip() );
  mOutput->lineEdit()->setMinimumWidth( 280 );
  auto *caption = new QLabel( tr( "F&ile or folder" ) );
  caption->setBuddy( mOutput->lineEdit() );
  form->addRow( caption, mOutput );

  mText = new QCheckBox( tr( "&Text for readers who cannot see the maps" ) );
  mText->setObjectName( QStringLiteral( "text" ) );
  mText->setToolTip( tr( "An HTML page beside the atlas with what its pages say." ) );
  form->addRow( mText );
  connect( mFormat, qOverload<int>( &QComboBox::currentIndexChanged ), this, &CaExportAtlasDialog::proposeOutput );
  connect( mOutput, &QgsFileWidget::fileChanged, this, &CaExportAtlasDialog::updateButtons );
}

void CaExportAtlasDialog::addPlan( QVBoxLayout *column )
{
  constexpr QSize PICTURE( 421, 298 );
  mSummary = new QLabel();
  mSummary->setObjectName( QStringLiteral( "summary" ) );
  mSummary->setWordWrap( true );
  column->addWidget( mSummary );
  mPages = new QTreeWidget();
  mPages->setObjectName( QStringLiteral( "pages" ) );
  mPages->setRootIsDecorated( false );
  mPages->setHeaderLabels( { tr( "Page" ), tr( "Title" ), tr( "Kind" ) } );
  mPages->header()->setSectionResizeMode( 0, QHeaderView::ResizeToContents );
  mPages->header()->setSectionResizeMode( 1, QHeaderView::Stretch );
  mPages->header()->setStretchLastSection( false );
  column->addWidget( mPages, 2 );
  mPicture = new QLabel();
  mPicture->setObjectName( QStringLiteral( "picture" ) );
  mPicture->setFixedSize( PICTURE );
  mPicture->setAlignment( Qt::AlignCenter );
  mPicture->setFrameShape( QFrame::StyledPanel );
  mPicture->setWordWrap( true );
  column->addWidget( mPicture, 0, Qt::AlignHCenter );
  mProblems = new QListWidget();
  mProblems->setObjectName( QStringLiteral( "problems" ) );
  mProblems->setToolTip( tr( "Double-click to see the place in the layout designer." ) );
  mProblems->setWordWrap( true );
  column->addWidget( mProblems, 1 );
  connect( mPages, &QTreeWidget::currentItemChanged, this, &CaExportAtlasDialog::showPage );
  connect( mProblems, &QListWidget::itemActivated, this, &CaExportAtlasDialog::showFinding );
  connect( mPreview, &CaAtlasPreview::ready, this,
           [this]( const QImage &image, const QString &error )
           {
             if ( image.isNull() )
               mPicture->setText( error );
             else
               mPicture->setPixmap(
                   QPixmap::fromImage( image.scaled( mPicture->contentsRect().size(), Qt::KeepAspectRatio, Qt::SmoothTransformation ) ) );
           } );
}

bool CaExportAtlasDialog::isBook() const
{
  return mFormat->currentIndex() <= 0;
}

QStringList CaExportAtlasDialog::kinds() const
{
  QStringList chosen;
  for ( int i = 0; i < mKinds->count(); ++i )
  {
    if ( mKinds->item( i )->checkState() == Qt::Checked )
      chosen << mKinds->item( i )->data( Qt::UserRole ).toString();
  }
  return chosen;
}

bool CaExportAtlasDialog::isChecked() const
{
  return !mCheck && std::none_of( mFindings.cbegin(), mFindings.cend(),
                                  []( const CaAtlasFinding &finding ) { return finding.severity == CaAtlasFinding::Blocks; } );
}

QVariantMap CaExportAtlasDialog::parameters() const
{
  return { { QStringLiteral( "KINDS" ), kinds().join( QLatin1Char( ',' ) ) },
           { QStringLiteral( "WHICH" ), QVariant( mWhich->checkedItemsData() ).toStringList().join( QLatin1Char( ',' ) ) },
           { QStringLiteral( "LANGUAGE" ), mLanguage->currentData() },
           { QStringLiteral( "FORMAT" ), mFormat->currentData() },
           { QStringLiteral( "TEXT" ), mText->isChecked() },
           { QStringLiteral( "CHECK" ), !isChecked() },
           { isBook() ? QStringLiteral( "OUTPUT" ) : QStringLiteral( "OUTPUT_FOLDER" ), output() } };
}

QString CaExportAtlasDialog::output() const
{
  const QString typed = QDir::cleanPath( QDir::fromNativeSeparators( mOutput->filePath().trimmed() ) );
  return !isBook() || typed.endsWith( QLatin1String( ".pdf" ), Qt::CaseInsensitive ) ? typed : typed + QStringLiteral( ".pdf" );
}

void CaExportAtlasDialog::proposeOutput()
{
  mOutput->setStorageMode( isBook() ? QgsFileWidget::SaveFile : QgsFileWidget::GetDirectory );
  if ( mOutput->filePath() == mProposed )
  {
    mProposed =
        QDir::toNativeSeparators( QDir( mFolder ).filePath( isBook() ? QStringLiteral( "atlas.pdf" ) : QStringLiteral( "atlas" ) ) );
    mOutput->setFilePath( mProposed );
  }
  updateButtons();
}

std::optional<CaAtlasPlan> CaExportAtlasDialog::makePlan( const CaAtlasChoice &choice, QString *error )
{
  const QgsTemporaryCursorOverride busy( Qt::WaitCursor );
  QgsFeedback feedback;
  connect( &feedback, &QgsFeedback::progressChanged, this,
           [this]( double percent )
           {
             mSummary->setText( tr( "Planning the pages: %1 %" ).arg( qRound( percent ) ) );
             QCoreApplication::processEvents( QEventLoop::ExcludeUserInputEvents );
           } );
  return CaAtlasPlan::make( *mEditions, choice, error, &feedback );
}

void CaExportAtlasDialog::plan()
{
  QString error = mEditionsError;
  CaAtlasChoice choice;
  choice.kinds = kinds();
  choice.which = QVariant( mWhich->checkedItemsData() ).toStringList();
  mPages->clear();
  mProblems->clear();
  mPicture->clear();
  mFindings.clear();
  mCheck.reset();
  mCheckTimer.stop();
  mPlan = choice.kinds.isEmpty() || !mEditions ? std::nullopt : makePlan( choice, &error );
  if ( mPlan )
  {
    for ( const CaAtlasPage &page : mPlan->pages() )
      new QTreeWidgetItem( mPages, { QString::number( page.number ), page.title, titleOfKind( mProject, page.kind ) } );
    mCheck = std::make_unique<CaAtlasCheck>( *mEditions, *mPlan, output() );
    showFindings();
    mCheckTimer.start();
    mPages->setCurrentItem( mPages->topLevelItem( 0 ) );
  }
  mSummary->setText( mPlan ? tr( "%n sheet(s), about %1 s", nullptr, mPlan->sheets() )
                                 .arg( CaAtlasCheck::expectedSeconds( mPlan->sheets(), QThread::idealThreadCount() ) )
                           : ( error.isEmpty() ? tr( "Choose at least one kind of pages." ) : error ) );
  updateButtons();
}

void CaExportAtlasDialog::checkOn()
{
  if ( mCheck && mCheck->checkNextPage() )
    return;
  mCheckTimer.stop();
  if ( mCheck )
    showFindings();
  mCheck.reset();
}

void CaExportAtlasDialog::showFindings()
{
  mFindings = mCheck->findings();
  mProblems->clear();
  for ( const CaAtlasFinding &finding : std::as_const( mFindings ) )
  {
    const bool blocks = finding.severity == CaAtlasFinding::Blocks;
    new QListWidgetItem( style()->standardIcon( blocks ? QStyle::SP_MessageBoxCritical : QStyle::SP_MessageBoxWarning ), finding.text,
                         mProblems );
  }
  mProblems->setVisible( !mFindings.isEmpty() );
}

void CaExportAtlasDialog::showPage()
{
  const int row = mPages->indexOfTopLevelItem( mPages->currentItem() );
  if ( !mPlan || row < 0 )
    return;
  mPicture->setText( tr( "Drawing…" ) );
  mPreview->show( *mEditions, mPlan->pages().at( row ) );
}

void CaExportAtlasDialog::showFinding()
{
  const int row = mProblems->currentRow();
  // A layout in another language than the project's is not in the project.
  if ( row < 0 || !mProject->layoutManager()->layoutByName( mFindings.at( row ).layout ) )
    return;
  mToShow = mFindings.at( row );
  reject();
}

void CaExportAtlasDialog::updateButtons()
{
  if ( mButtons )
    mButtons->button( QDialogButtonBox::Ok )->setEnabled( mPlan && !mOutput->filePath().trimmed().isEmpty() );
}

bool CaExportAtlasDialog::mayReplace()
{
  if ( !isBook() || !QFileInfo::exists( output() ) )
    return true;
  return CaReplaceQuestion::ask( QMessageBox::Question, tr( "Replace the File?" ),
                                 tr( "%1 is there already." ).arg( QDir::toNativeSeparators( output() ) ), this );
}

void CaExportAtlasDialog::accept()
{
  if ( !mayReplace() )
    return;
  CaChoices::remember( QStringLiteral( "exportAtlas/kinds" ), kinds().size() == mKinds->count() ? QStringList() : kinds() );
  CaChoices::remember( QStringLiteral( "exportAtlas/folder" ), QFileInfo( output() ).path() );
  QDialog::accept();
}

void CaExportAtlasDialog::done( int result )
{
  // What is printed next should not have to wait for a picture that nobody sees.
  mPreview->stop();
  mCheckTimer.stop();
  QDialog::done( result );
}
