// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caarealists.h"
#include "caexport.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

class CaBoundaries;

/**
 * \brief A membership table being edited: areas as lists of codes, one of them current, with undo and redo, read from CSV and saved as CSV.
 *
 * What cannot be drawn (sub-regions named in words, notes, sources) stays as it is. A place is in the list by its own code, by its
 * designated city, or by its prefecture; if it is taken out of a city or prefecture, the others of it that the boundaries have take the
 * place of the whole. A plain value; each edit is one step of undo. No widgets; may be used in any one thread.
 */
class CA_EXPORT CaMembershipList
{
  Q_DECLARE_TR_FUNCTIONS( CaMembershipList )

public:
  //! A new table with one empty area.
  CaMembershipList();

  //! Opens \a fileName. \returns nothing and sets \a error to a sentence that names the file and row and says what to do
  static std::optional<CaMembershipList> open( const QString &fileName, QString *error );

  /**
   * Saves to \a fileName, beside it first and then renamed; areas in their order, codes ascending, so that versions can be compared.
   * \returns false and sets \a error if an area has no code, the same code as another, or no place, if somebody else has changed the file
   * since it was opened or saved here, or if it cannot be written
   */
  bool save( const QString &fileName, QString *error );

  //! Returns the file it was opened from or saved to last; empty for a new one.
  QString fileName() const { return mFileName; }

  //! Returns the columns of the file that are not kept: saving over it would lose them.
  QStringList otherColumns() const { return mOtherColumns; }

  //! Whether there is something to save.
  bool isChanged() const { return mUndo.size() != mSavedDepth; }

  const QVector<CaAreaList> &areas() const { return mState.areas; }
  int current() const { return mState.current; }
  const CaAreaList &area() const { return mState.areas.at( mState.current ); }

  //! Makes another area the current one; no step of undo.
  void setCurrent( int area );

  //! Adds an empty area and makes it the current one.
  void addArea();

  //! Takes the current area out; the last one is emptied instead.
  void removeArea();

  //! Sets code and names of the current area. \returns false and sets \a error if another has that code, or it is empty
  bool setName( const QString &code, const QString &nameJa, const QString &nameEn, QString *error );

  //! Sets the basis of places added from now on: `sourced`, `inferred` or `judgement`.
  void setBasis( const QString &basis ) { mBasis = basis; }

  //! Whether the current area has \a code, itself or by its city or prefecture.
  bool contains( const QString &code ) const;

  //! Puts \a code in, or takes it out, of the current area. \returns a sentence that says what was done
  QString toggle( const QString &code, const CaBoundaries &boundaries );

  //! Adds those of \a codes that are not in the current area. \returns a sentence that says what was done
  QString add( const QStringList &codes );

  //! Takes the members at the positions \a rows out of the current area. \returns a sentence that says what was done
  QString remove( const QVector<int> &rows );

  bool canUndo() const { return !mUndo.isEmpty(); }
  bool canRedo() const { return !mRedo.isEmpty(); }
  void undo();
  void redo();

private:
  struct State
  {
    QVector<CaAreaList> areas;
    int current = 0;
  };
  void remember();
  bool isListed( const QString &code ) const;
  CaAreaMember member( const QString &code ) const;
  QString codeError() const;

  State mState;
  QVector<State> mUndo;
  QVector<State> mRedo;
  int mSavedDepth = 0; //!< Steps of undo at which it was saved, -1 if they are gone
  QString mBasis = QStringLiteral( "judgement" );
  QString mFileName;
  QDateTime mFileTime;
  QStringList mOtherColumns;
};
