// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cabackgroundtask.h"
#include "cawhatishere.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsgeometry.h>

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

//! Which boundaries to ask on the map.
struct CaMapBoundaryChoice
{
  QString file;      //!< Empty for the areas of the project itself
  QString layerName; //!< Layer of the file; empty for the only one with codes
  QString datum;     //!< CRS, such as EPSG:6668, of a file that does not say its own; empty if it must

  bool operator==( const CaMapBoundaryChoice &other ) const
  {
    return file == other.file && layerName == other.layerName && datum == other.datum;
  }
};

/**
 * \brief The boundaries that the map tools ask: read once, in the background, and kept while the project is open.
 *
 * By default the areas that were built in the project, and where there are none the prefectures of its data pack. Main thread only.
 */
class CaMapBoundaries : public QObject
{
  Q_OBJECT

public:
  explicit CaMapBoundaries( QObject *parent = nullptr );
  //! Stops reading.
  ~CaMapBoundaries() override;

  CaMapBoundaryChoice choice() const { return mChoice; }

  //! Takes other boundaries, and reads them when they are needed.
  void choose( const CaMapBoundaryChoice &choice );

  //! Reads the boundaries if they are not there, or if their file has changed; emits changed() when they are.
  void load();

  //! Stops reading.
  void cancel();

  //! Gives everything back: another project.
  void forget();

  bool isLoading() const { return mTask; }

  //! Returns the boundaries, nothing if they are not there or out of date.
  std::shared_ptr<const CaBoundaries> boundaries() const;

  //! Returns what can be asked, nothing if it is not there or out of date.
  std::shared_ptr<const CaWhatIsHere> here() const;

  /**
   * Returns \a place, in \a crs, in the coordinates of the boundaries, which must be there.
   * \returns nothing and sets \a error if it is outside of what can be transformed
   */
  std::optional<QgsGeometry> inBoundaries( const QgsGeometry &place, const QgsCoordinateReferenceSystem &crs, QString *error ) const;

  //! Returns a sentence that says which boundaries these are; empty if they are not there.
  QString description() const { return mDescription; }

  //! Returns why there are none; empty if there are some, or none were asked for.
  QString error() const { return mError; }

signals:
  void changed();
  void progressed( double percent );

private:
  struct Result;
  static void read( const CaMapBoundaryChoice &choice, const QString &pack, Result &result, QgsFeedback *feedback );
  void take( const Result &result, bool ok );
  void drop();
  QString stamp() const;

  CaMapBoundaryChoice mChoice;
  QString mPack;
  QString mStamp; //!< Of the files that were read
  QPointer<CaBackgroundTask> mTask;
  std::shared_ptr<const CaBoundaries> mBoundaries;
  std::shared_ptr<const CaWhatIsHere> mHere;
  QString mDescription;
  QString mError;
};
