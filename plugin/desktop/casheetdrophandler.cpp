// SPDX-License-Identifier: GPL-2.0-or-later
#include "casheetdrophandler.h"

#include "cacommands.h"

#include <qgsproject.h>

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

bool CaSheetDropHandler::handleFileDrop( const QString &file )
{
  static const QStringList sSheets{ QStringLiteral( "csv" ), QStringLiteral( "tsv" ), QStringLiteral( "xlsx" ), QStringLiteral( "xls" ),
                                    QStringLiteral( "ods" ) };
  const QFileInfo info( file );
  if ( !sSheets.contains( info.suffix().toLower() ) || !CaCommands::hasClusterLayers( QgsProject::instance() ) )
    return false;
  QMessageBox question( QMessageBox::Question, tr( "Import Statistics?" ),
                        tr( "%1: import its figures into the cluster project, or add it as a table?" ).arg( info.fileName() ),
                        QMessageBox::NoButton, QApplication::activeWindow() );
  question.setObjectName( QStringLiteral( "caDropQuestion" ) );
  question.setTextFormat( Qt::PlainText );
  const QPushButton *import = question.addButton( tr( "&Import Figures…" ), QMessageBox::AcceptRole );
  question.addButton( tr( "Add as &Table" ), QMessageBox::RejectRole );
  question.exec();
  if ( static_cast<const QAbstractButton *>( question.clickedButton() ) != import )
    return false;
  // QGIS is still in the middle of the drop.
  QTimer::singleShot( 0, this, [this, file] { emit sheetDropped( file ); } );
  return true;
}
