// SPDX-License-Identifier: GPL-2.0-or-later
#include "caimportstatisticsdialog.h"

#include "caalgorithmrunner.h"
#include "cachoices.h"
#include "cafiscalyear.h"
#include "calanguage.h"
#include "casheetcolumnstable.h"
#include "castatistics.h"
#include "castatisticstemplate.h"
#include "catextencoding.h"

#include <qgsfilewidget.h>
#include <qgsproject.h>

#include <QComboBox>
#include <QCryptographicHash>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTextBrowser>

namespace
{

constexpr int PREVIEW_ROWS = 60;
constexpr int LAST_YEAR = 2100;
const QColor HEADER_COLOUR( 0xd6, 0xe4, 0xf0 );
const QColor FIGURES_COLOUR( 0xff, 0xff, 0xff );
const QColor OTHER_COLOUR( 0xee, 0xee, 0xea );

//! Returns the settings key under which the encoding chosen for a file is kept.
QString encodingKey( const QString &fileName )
{
  const QByteArray name = QFileInfo( fileName ).absoluteFilePath().toUtf8();
  return QStringLiteral( "importStatistics/encoding/%1" )
      .arg( QString::fromLatin1( QCryptographicHash::hash( name, QCryptographicHash::Sha1 ).toHex() ) );
}

QSpinBox *makeRowBox( const QString &name, int minimum, const QString &nothing )
{
  QSpinBox *box = new QSpinBox();
  box->setObjectName( name );
  box->setRange( minimum, 10000000 );
  box->setSpecialValueText( nothing );
  return box;
}

//! Adds \a row to \a form with a caption that leads to \a first.
void addRow( QFormLayout *form, const QString &text, QWidget *first, QLayout *row )
{
  QLabel *caption = new QLabel( text );
  caption->setBuddy( first );
  form->addRow( caption, row );
}

} // namespace

CaImportStatisticsDialog::CaImportStatisticsDialog( const QString &packFile, const QString &fileName, QWidget *parent )
    : QDialog( parent )
    , mPackFile( packFile )
{
  setObjectName( QStringLiteral( "caImportStatisticsDialog" ) );
  setWindowTitle( tr( "Import Statistics" ) );
  QVBoxLayout *layout = new QVBoxLayout( this );
  layout->addWidget( makeSource() );
  layout->addWidget( makeTabs(), 1 );
  mMessage = CaChoices::explanation( QString() );
  mMessage->setObjectName( QStringLiteral( "message" ) );
  mMessage->setTextFormat( Qt::PlainText ); // it quotes the sheet
  layout->addWidget( mMessage );
  mButtons = CaChoices::buttons( tr( "&Import" ) );
  QPushButton *checkButton = mButtons->addButton( tr( "&Check" ), QDialogButtonBox::ActionRole );
  checkButton->setObjectName( QStringLiteral( "check" ) );
  checkButton->setToolTip( tr( "Reads the whole sheet and says what would be imported. Nothing is changed." ) );
  mButtons->addButton( makeTemplateButton(), QDialogButtonBox::HelpRole );
  layout->addWidget( mButtons );
  connect( checkButton, &QPushButton::clicked, this, &CaImportStatisticsDialog::check );
  connect( mButtons, &QDialogButtonBox::accepted, this, &CaImportStatisticsDialog::accept );
  connect( mButtons, &QDialogButtonBox::rejected, this, &CaImportStatisticsDialog::reject );
  resize( 900, 680 );
  updateButtons();
  if ( !fileName.isEmpty() )
    mFile->setFilePath( fileName ); // opens it
}

QPushButton *CaImportStatisticsDialog::makeTemplateButton()
{
  QPushButton *button = new QPushButton( tr( "&Make a Sheet to Fill In" ) );
  button->setObjectName( QStringLiteral( "makeTemplate" ) );
  button->setToolTip(
      tr( "Writes an empty sheet with codes and names for a bureau to fill in. What comes back is read without a correction." ) );
  QMenu *menu = new QMenu( button );
  const QVector<std::pair<QString, QString>> kinds = CaChoices::ownerKinds();
  for ( const auto &kind : kinds )
  {
    if ( !CaStatisticsTemplate::ownerKinds().contains( kind.first ) )
      continue;
    QAction *action = menu->addAction( tr( "With a row for each of the %1…" ).arg( kind.second ) );
    action->setObjectName( QStringLiteral( "template_" ) + kind.first );
    connect( action, &QAction::triggered, this, [this, kind = kind.first] { makeTemplate( kind ); } );
  }
  button->setMenu( menu );
  return button;
}

void CaImportStatisticsDialog::makeTemplate( const QString &ownerKind )
{
  QString error;
  const std::unique_ptr<CaStatistics> statistics = CaStatistics::open( mPackFile, &error );
  if ( !statistics )
  {
    say( error );
    return;
  }
  QStringList metrics; // those that every bureau counts; for others there is the algorithm
  for ( const CaMetric &metric : statistics->metrics() )
  {
    if ( metric.kind == QLatin1String( "participant" ) )
      metrics << metric.code;
  }
  const QString folder = CaChoices::last( QStringLiteral( "importStatistics/folder" ), CaChoices::defaultFolder() ).toString();
  const QString fileName = QFileDialog::getSaveFileName( this, tr( "Make a Sheet to Fill In" ),
                                                         QDir( folder ).filePath( QStringLiteral( "%1.xlsx" ).arg( ownerKind ) ),
                                                         tr( "Excel files (*.xlsx);;CSV files (*.csv)" ) );
  if ( fileName.isEmpty() )
    return;
  const CaRunResult result =
      CaAlgorithmRunner::run( QStringLiteral( "statisticstemplate" ),
                              { { QStringLiteral( "OWNER_KIND" ), ownerKind },
                                { QStringLiteral( "METRICS" ), metrics.join( QLatin1Char( ',' ) ) },
                                { QStringLiteral( "FISCAL_YEARS" ), QString::number( CaFiscalYear::of( QgsProject::instance() ) ) },
                                { QStringLiteral( "LANGUAGE" ), CaLanguage::ofInterface() },
                                { QStringLiteral( "PACK" ), mPackFile },
                                { QStringLiteral( "OUTPUT" ), fileName } },
                              tr( "Making the sheet…" ), this );
  say( result.ok ? tr( "The sheet to fill in is %1." ).arg( QDir::toNativeSeparators( fileName ) ) : result.error );
}

QWidget *CaImportStatisticsDialog::makeSource()
{
  QWidget *widget = new QWidget();
  QFormLayout *form = new QFormLayout( widget );
  form->setContentsMargins( 0, 0, 0, 0 );
  mFile = new QgsFileWidget();
  mFile->setObjectName( QStringLiteral( "file" ) );
  mFile->setFilter( tr( "Sheets" ) + QStringLiteral( " (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.dbf *.CSV *.XLSX *.XLS *.DBF)" ) );
  mFile->setDialogTitle( tr( "Choose a Sheet" ) );
  mFile->setToolTip( tr( "CSV, TSV, Excel (XLSX, XLS), ODS or DBF, as it was published." ) );
  mFile->setDefaultRoot( CaChoices::last( QStringLiteral( "importStatistics/folder" ), QString() ).toString() );
  QLabel *caption = new QLabel( tr( "&File" ) );
  caption->setBuddy( mFile->lineEdit() );
  form->addRow( caption, mFile );
  mSheet = new QComboBox();
  mSheet->setObjectName( QStringLiteral( "sheet" ) );
  mEncoding = new QComboBox();
  mEncoding->setObjectName( QStringLiteral( "encoding" ) );
  mEncoding->addItem( tr( "detected" ), QString() );
  const QStringList encodings = CaTextEncoding::names();
  for ( const QString &name : encodings )
    mEncoding->addItem( name, name );
  mEncoding->setToolTip( tr( "Of text files. CP932 is what Windows calls Shift_JIS." ) );
  QHBoxLayout *row = new QHBoxLayout();
  row->addWidget( mSheet, 1 );
  QLabel *encodingCaption = new QLabel( tr( "&Encoding" ) );
  encodingCaption->setBuddy( mEncoding );
  row->addWidget( encodingCaption );
  row->addWidget( mEncoding );
  addRow( form, tr( "&Sheet" ), mSheet, row );
  connect( mFile, &QgsFileWidget::fileChanged, this,
           [this]
           {
             mEncoding->setCurrentIndex( qMax( 0, mEncoding->findData( CaChoices::last( encodingKey( mFile->filePath() ), QString() ) ) ) );
             openFile();
           } );
  connect( mEncoding, qOverload<int>( &QComboBox::activated ), this, &CaImportStatisticsDialog::openFile );
  connect( mSheet, qOverload<int>( &QComboBox::activated ), this, &CaImportStatisticsDialog::openSheet );
  return widget;
}

QTabWidget *CaImportStatisticsDialog::makeTabs()
{
  mTabs = new QTabWidget();
  mTabs->setObjectName( QStringLiteral( "tabs" ) );
  mTabs->addTab( makeUnderstanding(), tr( "How it is understood" ) );
  mPreview = new QTableWidget();
  mPreview->setObjectName( QStringLiteral( "preview" ) );
  mPreview->setEditTriggers( QAbstractItemView::NoEditTriggers );
  mTabs->addTab( mPreview, tr( "The sheet" ) );
  mReport = new QTextBrowser();
  mReport->setObjectName( QStringLiteral( "report" ) );
  mReport->setOpenLinks( false );
  mTabs->addTab( mReport, tr( "Report" ) );
  return mTabs;
}

QWidget *CaImportStatisticsDialog::makeUnderstanding()
{
  QWidget *widget = new QWidget();
  QVBoxLayout *layout = new QVBoxLayout( widget );
  QFormLayout *form = new QFormLayout();
  mHeaderRow = makeRowBox( QStringLiteral( "headerRow" ), 0, tr( "none" ) );
  mHeaderRows = makeRowBox( QStringLiteral( "headerRows" ), 1, QString() );
  mHeaderRows->setMaximum( 3 );
  mFirstRow = makeRowBox( QStringLiteral( "firstRow" ), 1, QString() );
  mLastRow = makeRowBox( QStringLiteral( "lastRow" ), 0, tr( "the end" ) );
  QHBoxLayout *rows = new QHBoxLayout();
  rows->addWidget( mHeaderRow );
  rows->addWidget( new QLabel( tr( "rows:" ) ) );
  rows->addWidget( mHeaderRows );
  rows->addSpacing( 16 );
  rows->addWidget( new QLabel( tr( "figures from row" ) ) );
  rows->addWidget( mFirstRow );
  rows->addWidget( new QLabel( tr( "to" ) ) );
  rows->addWidget( mLastRow );
  rows->addStretch();
  addRow( form, tr( "&Header in row" ), mHeaderRow, rows );

  mOwnerKind = new QComboBox();
  mOwnerKind->setObjectName( QStringLiteral( "ownerKind" ) );
  const QVector<std::pair<QString, QString>> kinds = CaChoices::ownerKinds();
  for ( const auto &kind : kinds )
    mOwnerKind->addItem( kind.second, kind.first );
  mMetric = new QComboBox();
  mMetric->setObjectName( QStringLiteral( "metric" ) );
  mFiscalYear = new QSpinBox();
  mFiscalYear->setObjectName( QStringLiteral( "fiscalYear" ) );
  mFiscalYear->setRange( 0, LAST_YEAR );
  mFiscalYear->setSpecialValueText( tr( "as the columns say" ) );
  QHBoxLayout *all = new QHBoxLayout();
  all->addWidget( mOwnerKind );
  all->addSpacing( 16 );
  all->addWidget( new QLabel( tr( "all figures are of the metric" ) ) );
  all->addWidget( mMetric, 1 );
  all->addWidget( new QLabel( tr( "fiscal year" ) ) );
  all->addWidget( mFiscalYear );
  addRow( form, tr( "Figures are &of" ), mOwnerKind, all );
  layout->addLayout( form );
  mColumns = new CaSheetColumnsTable();
  mColumns->setObjectName( QStringLiteral( "columns" ) );
  layout->addWidget( mColumns, 1 );
  for ( QSpinBox *box : { mHeaderRow, mHeaderRows, mFirstRow, mLastRow, mFiscalYear } )
    connect( box, qOverload<int>( &QSpinBox::valueChanged ), this, &CaImportStatisticsDialog::profileChanged );
  for ( QComboBox *box : { mOwnerKind, mMetric } )
    connect( box, qOverload<int>( &QComboBox::currentIndexChanged ), this, &CaImportStatisticsDialog::profileChanged );
  connect( mColumns, &CaSheetColumnsTable::changed, this, &CaImportStatisticsDialog::profileChanged );
  return widget;
}

void CaImportStatisticsDialog::openFile()
{
  CaTableOptions options;
  options.encoding = mEncoding->currentData().toString();
  QString error;
  mImport = CaSheetImport::open( mFile->filePath(), mPackFile, options, nullptr, &error );
  mSheet->clear();
  if ( mImport )
  {
    const QVector<CaSheet> sheets = mImport->sheets();
    for ( const CaSheet &sheet : sheets )
      mSheet->addItem( sheet.name.isEmpty() ? tr( "(the file has no sheets)" ) : sheet.name, sheet.name );
    const auto visible = std::find_if( sheets.constBegin(), sheets.constEnd(), []( const CaSheet &sheet ) { return !sheet.isHidden; } );
    mSheet->setCurrentIndex( visible == sheets.constEnd() ? 0 : static_cast<int>( visible - sheets.constBegin() ) );
    mSheet->setEnabled( sheets.size() > 1 );
    openSheet();
    return;
  }
  mColumns->setRowCount( 0 );
  mPreview->setRowCount( 0 );
  say( error );
  updateButtons();
}

void CaImportStatisticsDialog::openSheet()
{
  QString error;
  if ( !mImport->chooseSheet( mSheet->currentData().toString(), &error ) )
  {
    mImport.reset();
    say( error );
    updateButtons();
    return;
  }
  mIsFilling = true;
  mMetric->clear();
  mMetric->addItem( tr( "as the columns say" ), QString() );
  const QStringList codes = mImport->metrics().codes();
  for ( const QString &code : codes )
    mMetric->addItem( mImport->metrics().name( code ), code );
  mIsFilling = false;
  mReport->clear();
  mTabs->setCurrentIndex( 0 );
  showProfile( mImport->profile() );
  const QString encoding = mImport->sample().encoding();
  const QString known = mImport->isKnown() ? tr( "A sheet of this kind was imported before: it is read the same way. " ) : QString();
  say( known + ( encoding.isEmpty()
                     ? tr( "Look at how the sheet is understood, correct it if need be, and check it." )
                     : tr( "Read as %1. Look at how the sheet is understood, correct it if need be, and check it." ).arg( encoding ) ) );
}

void CaImportStatisticsDialog::showProfile( const CaSheetProfile &profile )
{
  mIsFilling = true;
  mHeaderRow->setValue( profile.headerRow );
  mHeaderRows->setValue( profile.headerRows );
  mFirstRow->setValue( profile.firstRow );
  mLastRow->setValue( profile.lastRow );
  mFiscalYear->setValue( profile.fiscalYear );
  mOwnerKind->setCurrentIndex( qMax( 0, mOwnerKind->findData( profile.ownerKind ) ) );
  mMetric->setCurrentIndex( qMax( 0, mMetric->findData( profile.metric ) ) );
  mColumns->show( profile, mImport->sample(), mImport->metrics() );
  mIsFilling = false;
  showSheet();
  updateButtons();
}

void CaImportStatisticsDialog::showSheet()
{
  const CaSheetSample &sample = mImport->sample();
  const CaSheetProfile shown = profile();
  mPreview->setColumnCount( sample.columnCount() );
  mPreview->setRowCount( qMin( PREVIEW_ROWS, sample.rowCount() ) );
  for ( int column = 0; column < sample.columnCount(); ++column )
    mPreview->setHorizontalHeaderItem( column, new QTableWidgetItem( CaTableSource::address( column, 1 ).remove( QLatin1Char( '1' ) ) ) );
  for ( int row = 1; row <= mPreview->rowCount(); ++row )
  {
    const bool isHeader = shown.headerRow > 0 && row >= shown.headerRow && row < shown.firstRow;
    const bool isFigures = row >= shown.firstRow && ( shown.lastRow == 0 || row <= shown.lastRow );
    for ( int column = 0; column < sample.columnCount(); ++column )
    {
      QTableWidgetItem *item = new QTableWidgetItem( sample.text( row, column ) );
      item->setBackground( isHeader ? HEADER_COLOUR : isFigures ? FIGURES_COLOUR : OTHER_COLOUR );
      item->setForeground( Qt::black );
      mPreview->setItem( row - 1, column, item ); // takes ownership
    }
  }
  mPreview->resizeColumnsToContents();
}

CaSheetProfile CaImportStatisticsDialog::profile() const
{
  CaSheetProfile profile = mImport->profile();
  profile.headerRow = mHeaderRow->value();
  profile.headerRows = mHeaderRows->value();
  profile.firstRow = mFirstRow->value();
  profile.lastRow = mLastRow->value();
  profile.fiscalYear = mFiscalYear->value();
  profile.ownerKind = mOwnerKind->currentData().toString();
  profile.metric = mMetric->currentData().toString();
  profile.columns = mColumns->columns();
  return profile;
}

void CaImportStatisticsDialog::profileChanged()
{
  if ( mIsFilling || !mImport )
    return;
  showSheet();
  say( profile().problem() );
  updateButtons();
}

bool CaImportStatisticsDialog::run( bool isDryRun )
{
  const QTemporaryDir folder;
  const QString profileFile = folder.filePath( QStringLiteral( "profile.json" ) );
  const QString reportFile = folder.filePath( QStringLiteral( "report.html" ) );
  QFile file( profileFile );
  if ( !file.open( QIODevice::WriteOnly ) || file.write( QJsonDocument( profile().toJson() ).toJson() ) < 0 )
  {
    say( tr( "Nothing can be written to %1. Is the disk full?" ).arg( folder.path() ) );
    return false;
  }
  file.close();
  QVariantMap parameters{ { QStringLiteral( "INPUT" ), mFile->filePath() }, { QStringLiteral( "SHEET" ), mSheet->currentData() },
                          { QStringLiteral( "PROFILE" ), profileFile },     { QStringLiteral( "PROFILE_EXACT" ), true },
                          { QStringLiteral( "DRY_RUN" ), isDryRun },        { QStringLiteral( "OUTPUT" ), mPackFile },
                          { QStringLiteral( "REPORT" ), reportFile } };
  if ( !mEncoding->currentData().toString().isEmpty() )
    parameters.insert( QStringLiteral( "ENCODING" ), mEncoding->currentData() );
  const CaRunResult result = CaAlgorithmRunner::run( QStringLiteral( "importstatistics" ), parameters,
                                                     isDryRun ? tr( "Checking the sheet…" ) : tr( "Importing the sheet…" ), this );
  QFile report( reportFile );
  if ( report.open( QIODevice::ReadOnly ) )
  {
    mReport->setHtml( QString::fromUtf8( report.readAll() ) );
    mTabs->setCurrentWidget( mReport );
  }
  if ( result.cancelled )
    say( tr( "Stopped at your request; nothing was changed." ) );
  else if ( !result.ok )
    say( result.error );
  else
    say( tr( "%L1 figures: %L2 new, %L3 changed, %L4 removed, %L5 as before; %L6 cells to look at." )
             .arg( result.outputs.value( QStringLiteral( "FIGURES" ) ).toLongLong() )
             .arg( result.outputs.value( QStringLiteral( "ADDED" ) ).toLongLong() )
             .arg( result.outputs.value( QStringLiteral( "CHANGED" ) ).toLongLong() )
             .arg( result.outputs.value( QStringLiteral( "REMOVED" ) ).toLongLong() )
             .arg( result.outputs.value( QStringLiteral( "UNCHANGED" ) ).toLongLong() )
             .arg( result.outputs.value( QStringLiteral( "DOUBTS" ) ).toLongLong() ) );
  return result.ok;
}

void CaImportStatisticsDialog::accept()
{
  if ( !run( false ) )
    return;
  mSummary = mMessage->text();
  QString error;
  if ( !CaSheetProfiles( CaSheetImport::profilesFolder() ).save( profile(), &error ) )
    mSummary += QLatin1Char( ' ' ) + error;
  CaChoices::remember( encodingKey( mFile->filePath() ), mEncoding->currentData() );
  CaChoices::remember( QStringLiteral( "importStatistics/folder" ), QFileInfo( mFile->filePath() ).path() );
  QDialog::accept();
}

void CaImportStatisticsDialog::say( const QString &text )
{
  mMessage->setText( text );
}

void CaImportStatisticsDialog::updateButtons()
{
  const bool ready = mImport && profile().problem().isEmpty();
  mButtons->button( QDialogButtonBox::Ok )->setEnabled( ready );
  mButtons->findChild<QPushButton *>( QStringLiteral( "check" ) )->setEnabled( ready );
}
