// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

//! A code with its names: of a bureau, a type, a country.
struct CA_EXPORT CaNamedCode
{
  QString code;
  QString nameJa;
  QString nameEn;

  //! Returns the name in \a language, the code if there is none.
  QString name( const QString &language ) const;
};

//! A field of a project.
struct CA_EXPORT CaClusterField
{
  QString nameJa;
  QString nameEn;
  QString group; //!< Such as `BIO`

  QString name( const QString &language ) const { return language == QLatin1String( "ja" ) ? nameJa : nameEn; }
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

//! What is known of a project, a sub-area or an example of a type beside its area and figures.
struct CA_EXPORT CaClusterFact
{
  QString project;                //!< Its own code, or that of its project; an example of a type may have none
  QString bureau;                 //!< The bureau in charge
  QVector<CaClusterField> fields; //!< A sub-area has those of its project, an example of a type none
  QStringList types;              //!< Codes of the types of 2010 that it, or a part of it, is an example of
  QVector<CaClusterLink> links;   //!< A sub-area has only its own, an example of a type none
};

/**
 * \brief Fields, bureaus, types and partners of projects, sub-areas and examples of types, read once from a data pack. Immutable; thread
 * safe.
 */
class CA_EXPORT CaClusterFacts
{
public:
  //! Reads \a packFileName. \returns nothing and sets \a error
  static std::optional<CaClusterFacts> load( const QString &packFileName, QString *error );

  //! Returns what is known of a `project`, `subarea` or `type_example`; of others nothing.
  CaClusterFact of( const QString &kind, const QString &code ) const;

  //! Returns the bureaus, with their short names.
  const QVector<CaNamedCode> &bureaus() const { return mBureaus; }

  //! Returns the types of 2010.
  const QVector<CaNamedCode> &types() const { return mTypes; }

  //! Returns the countries with a partner.
  const QVector<CaNamedCode> &countries() const { return mCountries; }

  //! Returns the codes of the metrics in the order in which people want them.
  QStringList metrics() const { return mMetrics; }

  //! Returns the fields of all projects, each once.
  const QVector<CaClusterField> &fields() const { return mFields; }

  //! Returns the name of a code among \a codes, the code itself if it is not there.
  static QString nameOf( const QVector<CaNamedCode> &codes, const QString &code, const QString &language );

private:
  QHash<QString, CaClusterFact> mProjects;
  QHash<QString, CaClusterFact> mSubareas;
  QHash<QString, CaClusterFact> mTypeExamples;
  QVector<CaNamedCode> mBureaus;
  QVector<CaNamedCode> mTypes;
  QStringList mMetrics;
  QVector<CaNamedCode> mCountries;
  QVector<CaClusterField> mFields;
};
