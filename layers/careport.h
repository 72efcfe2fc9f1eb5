// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

/**
 * \brief What an algorithm found on its way, for people (HTML) and programs (JSON).
 */
class CA_EXPORT CaReport
{
  Q_DECLARE_TR_FUNCTIONS( CaReport )

public:
  enum Severity
  {
    Information, //!< As it should be
    Warning      //!< Somebody should look at it
  };
  struct Line
  {
    Severity severity;
    QString topic;       //!< Stable word for programs: `encoding`, `code_column`, `no_code`, ...
    QString text;        //!< A sentence
    QStringList details; //!< What the sentence counts, one by one
  };

  void add( Severity severity, const QString &topic, const QString &text, const QStringList &details = {} );
  //! Adds the lines and values of \a other.
  void add( const CaReport &other );

  //! Sets a figure or word for programs.
  void setValue( const QString &key, const QJsonValue &value ) { mValues.insert( key, value ); }

  QVector<Line> lines() const { return mLines; }

  //! Returns the lines of \a topic.
  QVector<Line> about( const QString &topic ) const;

  //! Writes the report to \a fileName, as JSON if it ends so, as HTML otherwise; beside it first, then renamed.
  bool write( const QString &fileName, const QString &title, QString *error ) const;

  QString toHtml( const QString &title ) const;

  //! Returns the lines as an HTML list, with at most so many \a details of each, for a page that has more than the report.
  QString toHtmlList( int details ) const;

  QJsonObject toJson( const QString &title ) const;

private:
  QVector<Line> mLines;
  QJsonObject mValues;
};
