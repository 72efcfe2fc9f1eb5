// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caatlaspage.h"
#include "caexport.h"
#include "calayoutpaper.h"
#include "capdfnavigation.h"

#include <QCoreApplication>
#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

/**
 * \brief What a worker process needs to print pages: the project, how pages look, where they go. Travels as a JSON file.
 *
 * A plain value.
 */
struct CA_EXPORT CaAtlasJob
{
  Q_DECLARE_TR_FUNCTIONS( CaAtlasJob )

public:
  //! What a page becomes.
  enum class Format
  {
    Pdf,
    GeoPdf, //!< With a layer for each map layer, and georeferenced
    Png,
    Svg
  };

  QString working;             //!< Folder of the copies of the project and of what is done; nobody else writes to it
  QString folder;              //!< Where the pages go
  Format format = Format::Pdf; //!< Of the pages
  int dpi = 300;               //!< Of pictures, and of what cannot be drawn as vectors
  QDate date;                  //!< Printed on the pages as the day they were made
  CaLayoutPaper::Sheet sheet = CaLayoutPaper::Sheet::A4Landscape;
  int sheets = 0;                              //!< Of the whole book
  bool text = false;                           //!< Whether a page is written as text as well
  bool alone = false;                          //!< Whether pages stay files of their own
  QString title;                               //!< Of the whole book
  QStringList svgPaths;                        //!< Where symbols look for their pictures
  QVector<CaAtlasPage> pages;                  //!< Of the whole book
  QMap<QString, QVector<CaPdfEntry>> contents; //!< Tables of contents, by language

  //! Returns the suffix of a page's file, such as `pdf`.
  QString suffix() const;

  //! Returns the copy of the project in \a language.
  QString projectFile( const QString &language ) const;

  //! Returns the copy of the layout of \a page, turned to the paper already.
  QString layoutFile( const CaAtlasPage &page ) const;

  //! Returns the file a page is printed to.
  QString fileOf( const CaAtlasPage &page ) const;

  //! Returns the file with the text of a page, a part of an HTML page.
  QString textFileOf( const CaAtlasPage &page ) const;

  bool write( const QString &fileName, QString *error ) const;
  static std::optional<CaAtlasJob> read( const QString &fileName, QString *error );
};
