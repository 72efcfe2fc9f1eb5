// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "caexport.h"

#include <qgsfeaturesink.h>

#include <initializer_list>
#include <memory>

class QgsProcessingContext;

/**
 * \brief An output that stays only if it is whole: what is written into it is removed again, unless keep() says that all of it is there.
 *
 * So neither a cancel nor an error, at whatever moment, leaves half an answer that looks like one. A layer that was there before and that
 * rows are only appended to is left as it is.
 */
class CA_EXPORT CaAnswerSink : public QgsFeatureSink
{
public:
  //! Writes to \a sink, which is the layer \a id. \a isAppended says that it was there before.
  CaAnswerSink( std::unique_ptr<QgsFeatureSink> sink, const QString &id, bool isAppended, QgsProcessingContext &context );
  ~CaAnswerSink() override;
  CaAnswerSink( const CaAnswerSink & ) = delete;
  CaAnswerSink &operator=( const CaAnswerSink & ) = delete;

  bool addFeature( QgsFeature &feature, QgsFeatureSink::Flags flags = QgsFeatureSink::Flags() ) override;
  bool addFeatures( QgsFeatureList &features, QgsFeatureSink::Flags flags = QgsFeatureSink::Flags() ) override;
  bool addFeatures( QgsFeatureIterator &iterator, QgsFeatureSink::Flags flags = QgsFeatureSink::Flags() ) override;
  QString lastError() const override { return mSink->lastError(); }

  //! Says that \a sinks are whole; those that are nothing were not asked for.
  static void keep( std::initializer_list<CaAnswerSink *> sinks );

private:
  void discard();
  static void removeLayer( const QString &fileName, const QString &layerName );

  std::unique_ptr<QgsFeatureSink> mSink;
  QString mId;
  bool mIsKept;
  QgsProcessingContext &mContext;
};
