// SPDX-License-Identifier: GPL-2.0-or-later
#include "caexportatlasdialog.h"

#include "cachoices.h"

#include <qgsfilewidget.h>
#include <qgsproject.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

CaExportAtlasDialog::CaExportAtlasDialog( const QgsProject *project, QWidget *parent )
    : QDialog( parent )
{
  setObjectName( QStringLiteral( "caExportAtlasDialog" ) );
  setWindowTitle( tr( "Export Atlas" ) );
  mFolder = project->fileName().isEmpty() ? CaChoices::last( QStringLiteral( "exportAtlas/folder" ), CaChoices::defaultFolder() ).toString()
                                          : project->absolutePath();

  QVBoxLayout *layout = new QVBoxLayout( this );
  layout->addWidget( CaChoices::explanation( tr( "Prints the current project as an atlas: one PDF with a page for each project or bureau. "
                                                 "Fiscal year and language are those of the project." ) ) );
  QFormLayout *form = new QFormLayout();
  mKinds = new QComboBox();
  mKinds->setObjectName( QStringLiteral( "kinds" ) );
  mKinds->setToolTip( tr( "What the atlas has a page for." ) );
  mKinds->setWhatsThis( mKinds->toolTip() );
  mKinds->addItem( tr( "Everything" ), QString() );
  mKinds->addItem( tr( "Overview and projects" ), QStringLiteral( "overview,project" ) );
  mKinds->addItem( tr( "Overview and regional bureaus" ), QStringLiteral( "overview,bureau" ) );
  mKinds->setCurrentIndex( qMax( 0, mKinds->findData( CaChoices::last( QStringLiteral( "exportAtlas/kinds" ), QVariant() ) ) ) );
  form->addRow( tr( "&Pages for" ), mKinds );

  mOutput = new QgsFileWidget();
  mOutput->setObjectName( QStringLiteral( "output" ) );
  mOutput->setStorageMode( QgsFileWidget::SaveFile );
  mOutput->setConfirmOverwrite( false ); // accept() asks, also for a name that was typed
  mOutput->setFilter( tr( "PDF files" ) + QStringLiteral( " (*.pdf *.PDF)" ) );
  mOutput->setDialogTitle( tr( "Save Atlas As" ) );
  mOutput->setToolTip( tr( "The PDF is finished or not there: a stopped export leaves an older file as it is." ) );
  mOutput->setWhatsThis( mOutput->toolTip() );
  mOutput->lineEdit()->setMinimumWidth( 320 );
  QLabel *caption = new QLabel( tr( "PDF &file" ) );
  caption->setBuddy( mOutput->lineEdit() );
  form->addRow( caption, mOutput );
  layout->addLayout( form );
  layout->addStretch();

  mButtons = CaChoices::buttons( tr( "&Export" ) );
  layout->addWidget( mButtons );
  connect( mButtons, &QDialogButtonBox::accepted, this, &CaExportAtlasDialog::accept );
  connect( mButtons, &QDialogButtonBox::rejected, this, &CaExportAtlasDialog::reject );
  connect( mKinds, qOverload<int>( &QComboBox::currentIndexChanged ), this, &CaExportAtlasDialog::proposeOutput );
  connect( mOutput, &QgsFileWidget::fileChanged, this, &CaExportAtlasDialog::updateButtons );
  proposeOutput();
  updateButtons();
}

QString CaExportAtlasDialog::kinds() const
{
  return mKinds->currentData().toString();
}

QString CaExportAtlasDialog::output() const
{
  const QString typed = QDir::cleanPath( QDir::fromNativeSeparators( mOutput->filePath().trimmed() ) );
  return typed.endsWith( QLatin1String( ".pdf" ), Qt::CaseInsensitive ) ? typed : typed + QStringLiteral( ".pdf" );
}

void CaExportAtlasDialog::proposeOutput()
{
  if ( mOutput->filePath() != mProposed )
    return;
  const QString kind = kinds().section( QLatin1Char( ',' ), -1 );
  const QString name = kind.isEmpty() ? QStringLiteral( "atlas.pdf" ) : QStringLiteral( "atlas_%1.pdf" ).arg( kind );
  mProposed = QDir::toNativeSeparators( QDir( mFolder ).filePath( name ) );
  mOutput->setFilePath( mProposed );
}

void CaExportAtlasDialog::updateButtons()
{
  mButtons->button( QDialogButtonBox::Ok )->setEnabled( !mOutput->filePath().trimmed().isEmpty() && mKinds->count() > 0 );
}

void CaExportAtlasDialog::accept()
{
  if ( QFileInfo::exists( output() ) )
  {
    QMessageBox question( QMessageBox::Question, tr( "Replace the File?" ),
                          tr( "%1 is there already." ).arg( QDir::toNativeSeparators( output() ) ), QMessageBox::NoButton, this );
    question.setObjectName( QStringLiteral( "caReplaceQuestion" ) );
    const QPushButton *replace = question.addButton( tr( "&Replace" ), QMessageBox::DestructiveRole );
    QPushButton *cancel = question.addButton( tr( "Cancel" ), QMessageBox::RejectRole );
    question.setDefaultButton( cancel );
    question.setEscapeButton( cancel );
    question.exec();
    if ( static_cast<const QAbstractButton *>( question.clickedButton() ) != replace )
      return;
  }
  CaChoices::remember( QStringLiteral( "exportAtlas/kinds" ), kinds() );
  CaChoices::remember( QStringLiteral( "exportAtlas/folder" ), QFileInfo( output() ).path() );
  QDialog::accept();
}
