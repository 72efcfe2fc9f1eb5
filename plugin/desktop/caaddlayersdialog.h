// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "calayercatalogue.h"
#include "capack.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QgsFileWidget;
class QgsProject;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

/**
 * \brief Asks which layers of the data pack to add to a project, for which fiscal year, in which language, and where the working
 * copy of the data pack is.
 *
 * What the project says of itself (its fiscal year, language, folder) is proposed. Remembers the choices when accepted.
 */
class CaAddLayersDialog : public QDialog
{
  Q_OBJECT

public:
  //! \a project is borrowed and only looked at.
  CaAddLayersDialog( const CaPack &pack, const CaLayerCatalogue &catalogue, const QgsProject *project, QWidget *parent );

  //! Returns the ids of the checked layers, from top to bottom.
  QStringList layers() const;
  int fiscalYear() const;
  //! Returns `ja` or `en`.
  QString language() const;
  QString folder() const;

  void accept() override;

private:
  void fillTree( const QStringList &checked, const QStringList &present );
  void nameTree();
  void checkAll( Qt::CheckState state );
  void updateButtons();

  const CaPack mPack;
  const CaLayerCatalogue mCatalogue;
  QTreeWidget *mTree = nullptr;
  QLabel *mCount = nullptr;
  QComboBox *mFiscalYear = nullptr;
  QComboBox *mLanguage = nullptr;
  QgsFileWidget *mFolder = nullptr;
  QDialogButtonBox *mButtons = nullptr;
};
