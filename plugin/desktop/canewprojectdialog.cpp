// SPDX-License-Identifier: GPL-2.0-or-later
#include "canewprojectdialog.h"

#include "cachoices.h"
#include "cafiscalyear.h"
#include "calanguage.h"
#include "capaths.h"
#include "careplacequestion.h"

#include <qgsfilewidget.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

CaNewProjectDialog::CaNewProjectDialog( const QVector<int> &fiscalYears, QWidget *parent )
    : QDialog( parent )
{
  setObjectName( QStringLiteral( "caNewProjectDialog" ) );
  setWindowTitle( tr( "New Cluster Project" ) );

  QVBoxLayout *layout = new QVBoxLayout( this );
  layout->addWidget( CaChoices::explanation( tr( "Makes a project of all layers in a folder of yours, with its own copy of the data pack "
                                                 "beside it. The shipped data stays as it is." ) ) );

  QFormLayout *form = new QFormLayout();
  mFolder = CaChoices::addFolder( form, tr( "F&older" ),
                                  tr( "clusteratlas.qgz and clusteratlas.gpkg are written here. The folder is made if it is not there." ),
                                  CaChoices::last( QStringLiteral( "newProject/folder" ), CaChoices::defaultFolder() ).toString() );
  mFiscalYear = CaChoices::addFiscalYear( form, fiscalYears,
                                          CaChoices::last( QStringLiteral( "newProject/fiscalYear" ), CaFiscalYear::DEFAULT ).toInt() );
  mLanguage =
      CaChoices::addLanguage( form, CaChoices::last( QStringLiteral( "newProject/language" ), CaLanguage::ofInterface() ).toString() );
  layout->addLayout( form );
  layout->addStretch();

  mButtons = CaChoices::buttons( tr( "&Make Project" ) );
  layout->addWidget( mButtons );
  connect( mButtons, &QDialogButtonBox::accepted, this, &CaNewProjectDialog::accept );
  connect( mButtons, &QDialogButtonBox::rejected, this, &CaNewProjectDialog::reject );
  connect( mFolder, &QgsFileWidget::fileChanged, this, &CaNewProjectDialog::updateButtons );
  updateButtons();
}

QString CaNewProjectDialog::folder() const
{
  return QDir::cleanPath( QDir::fromNativeSeparators( mFolder->filePath().trimmed() ) );
}

int CaNewProjectDialog::fiscalYear() const
{
  return mFiscalYear->currentData().toInt();
}

QString CaNewProjectDialog::language() const
{
  return mLanguage->currentData().toString();
}

void CaNewProjectDialog::updateButtons()
{
  mButtons->button( QDialogButtonBox::Ok )->setEnabled( !mFolder->filePath().trimmed().isEmpty() && mFiscalYear->count() > 0 );
}

void CaNewProjectDialog::accept()
{
  QStringList present;
  const QStringList targets{ CaPaths::projectIn( folder() ), CaPaths::packIn( folder() ) };
  for ( const QString &target : targets )
  {
    if ( QFileInfo::exists( target ) )
      present << QFileInfo( target ).fileName();
  }
  if ( !present.isEmpty() )
  {
    const QString text = tr( "%1 holds %2 already. Changes made to them are lost if you replace them." )
                             .arg( QDir::toNativeSeparators( folder() ), present.join( tr( " and " ) ) );
    if ( !CaReplaceQuestion::ask( QMessageBox::Warning, tr( "Replace the Project?" ), text, this ) )
      return;
  }
  mOverwrite = !present.isEmpty();

  CaChoices::remember( QStringLiteral( "newProject/folder" ), folder() );
  CaChoices::remember( QStringLiteral( "newProject/fiscalYear" ), fiscalYear() );
  CaChoices::remember( QStringLiteral( "newProject/language" ), language() );
  QDialog::accept();
}
