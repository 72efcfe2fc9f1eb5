// SPDX-License-Identifier: GPL-2.0-or-later
#include "cachoices.h"

#include "calanguage.h"

#include <qgsfilewidget.h>
#include <qgssettings.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

QComboBox *CaChoices::addFiscalYear( QFormLayout *form, const QVector<int> &years, int current )
{
  QComboBox *box = new QComboBox();
  box->setObjectName( QStringLiteral( "fiscalYear" ) );
  box->setToolTip( tr( "The year (April to March) whose figures are joined to the layers. It can be changed later." ) );
  box->setWhatsThis( box->toolTip() );
  for ( const int year : years )
    box->addItem( tr( "FY%1" ).arg( year ), year );
  box->setCurrentIndex( qMax( 0, box->findData( current ) ) );
  form->addRow( tr( "&Fiscal year" ), box );
  return box;
}

QComboBox *CaChoices::addLanguage( QFormLayout *form, const QString &current )
{
  QComboBox *box = new QComboBox();
  box->setObjectName( QStringLiteral( "language" ) );
  box->setToolTip( tr( "The language of layer names, labels, legends and printed pages." ) );
  box->setWhatsThis( box->toolTip() );
  const QStringList codes = CaLanguage::codes();
  for ( const QString &code : codes )
    box->addItem( code == QLatin1String( "ja" ) ? tr( "Japanese" ) : tr( "English" ), code );
  box->setCurrentIndex( qMax( 0, box->findData( current ) ) );
  form->addRow( tr( "&Language" ), box );
  return box;
}

QgsFileWidget *CaChoices::addFolder( QFormLayout *form, const QString &label, const QString &help, const QString &current )
{
  QgsFileWidget *widget = new QgsFileWidget();
  widget->setObjectName( QStringLiteral( "folder" ) );
  widget->setStorageMode( QgsFileWidget::GetDirectory );
  widget->setDialogTitle( tr( "Choose a Folder" ) );
  widget->setFilePath( QDir::toNativeSeparators( current ) );
  widget->setToolTip( help );
  widget->setWhatsThis( help );
  widget->lineEdit()->setMinimumWidth( 320 );
  QLabel *caption = new QLabel( label );
  caption->setBuddy( widget->lineEdit() );
  form->addRow( caption, widget );
  return widget;
}

QVector<std::pair<QString, QString>> CaChoices::ownerKinds()
{
  return { { QString(), tr( "any" ) },
           { QStringLiteral( "project" ), tr( "projects" ) },
           { QStringLiteral( "bureau" ), tr( "bureaus" ) },
           { QStringLiteral( "prefecture" ), tr( "prefectures" ) },
           { QStringLiteral( "municipality" ), tr( "municipalities" ) },
           { QStringLiteral( "subarea" ), tr( "sub-areas" ) },
           { QStringLiteral( "type_example" ), tr( "examples of types" ) },
           { QStringLiteral( "link" ), tr( "overseas links" ) },
           { QStringLiteral( "national" ), tr( "the nation" ) },
           { QStringLiteral( "other" ), tr( "codes of your own" ) } };
}

QDialogButtonBox *CaChoices::buttons( const QString &accept )
{
  QDialogButtonBox *box = new QDialogButtonBox( QDialogButtonBox::Ok | QDialogButtonBox::Cancel );
  box->button( QDialogButtonBox::Ok )->setText( accept );
  box->button( QDialogButtonBox::Cancel )->setText( tr( "Cancel" ) );
  return box;
}

QLabel *CaChoices::explanation( const QString &text )
{
  QLabel *label = new QLabel( text );
  label->setWordWrap( true );
  label->setMinimumWidth( 420 );
  return label;
}

QString CaChoices::defaultFolder()
{
  return QDir( QStandardPaths::writableLocation( QStandardPaths::DocumentsLocation ) ).filePath( QStringLiteral( "clusteratlas" ) );
}

QVariant CaChoices::last( const QString &key, const QVariant &fallback )
{
  return QgsSettings().value( QStringLiteral( "clusteratlas/" ) + key, fallback );
}

void CaChoices::remember( const QString &key, const QVariant &value )
{
  QgsSettings().setValue( QStringLiteral( "clusteratlas/" ) + key, value );
}
