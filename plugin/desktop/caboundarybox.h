// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "camapboundaries.h"

#include <QComboBox>
#include <QVector>

/**
 * \brief Lets the user choose the boundaries that the map tools ask: those of the project, a layer of polygons in it, or a file.
 */
class CaBoundaryBox : public QComboBox
{
  Q_OBJECT

public:
  //! \a boundaries is borrowed and must live longer.
  explicit CaBoundaryBox( CaMapBoundaries *boundaries, QWidget *parent = nullptr );

  void showPopup() override;

private:
  void fill();
  void chosen( int index );
  void askForFile();

  CaMapBoundaries *mBoundaries = nullptr;
  QVector<CaMapBoundaryChoice> mChoices; //!< Of the items but the last
};
