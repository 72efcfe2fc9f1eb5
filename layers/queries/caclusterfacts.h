// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

//! A field of a project.
struct CA_EXPORT CaClusterField
{
  QString nameJa;
  QString nameEn;
  QString group; //!< Such as `BIO`
};

//! A link of a project with a partner abroad.
struct CA_EXPORT CaClusterLink
{
  QString code;
  QString titleJa;
  QString titleEn;
  QString country; //!< ISO 3166-1 code of two letters
  QString subarea; //!< Empty if it is of the project as a whole
  bool judgement;  //!< Whether project or partner had to be judged from the label
};

//! What is known of a project or sub-area beside its area and figures.
struct CA_EXPORT CaClusterFact
{
  QString project; //!< Its own code, or that of its project
  QString bureau;
  QVector<CaClusterField> fields; //!< A sub-area has those of its project
  QStringList types;              //!< Codes of the types of 2010 that it is an example of
  QVector<CaClusterLink> links;   //!< A sub-area has only its own
};

/**
 * \brief Fields, bureaus, types and partners of projects and sub-areas, read once from a data pack. Immutable; thread safe.
 */
class CA_EXPORT CaClusterFacts
{
public:
  //! Reads \a packFileName. \returns nothing and sets \a error
  static std::optional<CaClusterFacts> load( const QString &packFileName, QString *error );

  //! Returns what is known of a project or sub-area; of others nothing.
  CaClusterFact of( const QString &kind, const QString &code ) const;

  //! Returns the codes that there are, for messages.
  QStringList bureaus() const { return mBureaus; }
  QStringList types() const { return mTypes; }
  QStringList countries() const { return mCountries; }

private:
  QHash<QString, CaClusterFact> mProjects;
  QHash<QString, CaClusterFact> mSubareas;
  QStringList mBureaus;
  QStringList mTypes;
  QStringList mCountries;
};
