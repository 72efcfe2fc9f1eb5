// SPDX-License-Identifier: GPL-2.0-or-later
#include "caalgorithmrunner.h"

#include "cabackgroundtask.h"
#include "cacompat.h"
#include "caprogressdialog.h"
#include "caprovider.h"

#include <qgsapplication.h>
#include <qgsexception.h>
#include <qgsmessagelog.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingparameters.h>
#include <qgsprocessingregistry.h>
#include <qgsproject.h>

#include <QEventLoop>
#include <QThread>

namespace
{

//! Keeps the warnings apart from the rest of the log.
class Feedback : public QgsProcessingFeedback
{
public:
  Feedback()
      : QgsProcessingFeedback( false )
  {
  }

  void pushWarning( const QString &warning ) override
  {
    warnings << warning;
    QgsProcessingFeedback::pushWarning( warning );
  }

  void reportError( const QString &error, bool fatalError = false ) override
  {
    errors << error;
    QgsProcessingFeedback::reportError( error, fatalError );
  }

  QStringList warnings;
  QStringList errors;
};

QString fullId( const QString &name )
{
  return CaProvider::providerId() + QLatin1Char( ':' ) + name;
}

QVariantMap runOnThisThread( const QgsProcessingAlgorithm &algorithm, const QVariantMap &parameters, QgsProcessingContext &context,
                             Feedback &feedback, bool *ok )
{
  return algorithm.run( parameters, context, &feedback, ok, QVariantMap(), false );
}

//! Runs \a algorithm in a thread of its own while this thread goes on drawing. \throws QgsProcessingException as the algorithm does
QVariantMap runInThread( const QgsProcessingAlgorithm &algorithm, const QVariantMap &parameters, QgsProcessingContext &context,
                         Feedback &feedback, bool *ok )
{
  const std::unique_ptr<QgsProcessingAlgorithm> instance( algorithm.create() );
  if ( !instance->prepare( parameters, context, &feedback ) )
    return QVariantMap();
  QVariantMap outputs;
  QString failure;
  const std::unique_ptr<QThread> thread( QThread::create(
      [&]
      {
        try
        {
          outputs = instance->runPrepared( parameters, context, &feedback );
          *ok = true;
        }
        catch ( const QgsException &exception )
        {
          failure = exception.what();
        }
      } ) );
  QEventLoop loop;
  QObject::connect( thread.get(), &QThread::finished, &loop, &QEventLoop::quit );
  thread->start();
  loop.exec();
  thread->wait();
  if ( !*ok )
    throw QgsProcessingException( failure );
  outputs.insert( instance->postProcess( context, &feedback ) );
  return outputs;
}

QVariantMap runAlgorithm( const QgsProcessingAlgorithm &algorithm, const QVariantMap &parameters, QgsProcessingContext &context,
                          Feedback &feedback, bool *ok )
{
  return algorithm.flags() & CaCompat::NoThreading ? runOnThisThread( algorithm, parameters, context, feedback, ok )
                                                   : runInThread( algorithm, parameters, context, feedback, ok );
}

//! Puts what an algorithm said into \a result, and into QGIS's log.
void conclude( const QgsProcessingAlgorithm &algorithm, const Feedback &feedback, CaRunResult &result )
{
  // Stopped: an algorithm then returns nothing. If it was done before it noticed, it was not stopped.
  result.cancelled = feedback.isCanceled() && ( !result.ok || result.outputs.isEmpty() );
  result.ok = result.ok && !result.cancelled;
  result.warnings = feedback.warnings;
  result.log = feedback.textLog();
  if ( !result.ok && result.error.isEmpty() )
    result.error = feedback.errors.isEmpty() ? CaAlgorithmRunner::tr( "It did not work, and no reason was given. See the details." )
                                             : feedback.errors.join( QLatin1Char( ' ' ) );
  QgsMessageLog::logMessage(
      algorithm.displayName() + QLatin1Char( '\n' ) + ( result.ok ? QString() : result.error + QLatin1Char( '\n' ) ) + result.log,
      QStringLiteral( "Cluster Atlas" ), result.ok || result.cancelled ? Qgis::MessageLevel::Info : Qgis::MessageLevel::Warning, false );
}

//! An algorithm in the background, with all it needs until it is over.
struct BackgroundRun
{
  std::unique_ptr<QgsProcessingAlgorithm> algorithm;
  QVariantMap parameters;
  Feedback feedback;
  QgsProcessingContext context;
  CaRunResult result;

  void prepare( bool *ok )
  {
    context.setProject( QgsProject::instance() );
    context.setFeedback( &feedback );
    *ok = algorithm->checkParameterValues( parameters, context, &result.error ) && algorithm->prepare( parameters, context, &feedback );
  }

  //! In the thread of the task, whose progress and cancelling are passed on.
  void run( QgsFeedback *task )
  {
    QObject::connect( task, &QgsFeedback::canceled, &feedback, &QgsFeedback::cancel, Qt::DirectConnection );
    QObject::connect( &feedback, &QgsFeedback::progressChanged, task, &QgsFeedback::setProgress, Qt::DirectConnection );
    if ( task->isCanceled() )
      feedback.cancel();
    try
    {
      result.outputs = algorithm->runPrepared( parameters, context, &feedback );
      result.ok = true;
    }
    catch ( const QgsException &exception )
    {
      result.error = exception.what();
    }
  }

  void conclude()
  {
    if ( result.ok )
      result.outputs.insert( algorithm->postProcess( context, &feedback ) );
    ::conclude( *algorithm, feedback, result );
  }
};

//! Returns the algorithm, or says in \a error that it is not there.
std::unique_ptr<QgsProcessingAlgorithm> create( const QString &name, QString *error )
{
  std::unique_ptr<QgsProcessingAlgorithm> algorithm( QgsApplication::processingRegistry()->createAlgorithmById( fullId( name ) ) );
  if ( !algorithm )
    *error = CaAlgorithmRunner::tr( "The algorithm %1 is not there. Switch the plugin off and on again; if that does not help, install "
                                    "Cluster Atlas anew." )
                 .arg( fullId( name ) );
  return algorithm;
}

} // namespace

CaRunResult CaAlgorithmRunner::run( const QString &name, const QVariantMap &parameters, const QString &title, QWidget *parent )
{
  CaRunResult result;
  const std::unique_ptr<QgsProcessingAlgorithm> algorithm = create( name, &result.error );
  if ( !algorithm )
    return result;

  Feedback feedback;
  const CaProgressDialog progress( algorithm->displayName(), title, &feedback, parent );

  QgsProcessingContext context;
  context.setProject( QgsProject::instance() );
  context.setFeedback( &feedback );
  try
  {
    if ( algorithm->checkParameterValues( parameters, context, &result.error ) )
      result.outputs = runAlgorithm( *algorithm, parameters, context, feedback, &result.ok );
  }
  catch ( const QgsException &exception )
  {
    result.ok = false;
    result.error = exception.what();
  }

  conclude( *algorithm, feedback, result );
  return result;
}

QPointer<CaBackgroundTask> CaAlgorithmRunner::start( const QString &name, const QVariantMap &parameters, const QString &title,
                                                     QWidget *parent, QObject *owner,
                                                     const std::function<void( const CaRunResult & )> &done )
{
  const std::shared_ptr<BackgroundRun> run = std::make_shared<BackgroundRun>();
  run->parameters = parameters;
  run->algorithm = create( name, &run->result.error );
  bool ok = static_cast<bool>( run->algorithm );
  if ( ok )
  {
    const CaProgressDialog progress( run->algorithm->displayName(), title, &run->feedback, parent );
    run->prepare( &ok );
  }
  if ( !ok )
  {
    if ( run->algorithm )
      run->conclude();
    done( run->result );
    return nullptr;
  }
  const QPointer<CaBackgroundTask> task =
      CaBackgroundTask::start( run->algorithm->displayName(), [run]( QgsFeedback *feedback ) { run->run( feedback ); } );
  QObject::connect( task, &CaBackgroundTask::done, owner,
                    [run, done]
                    {
                      run->conclude();
                      done( run->result );
                    } );
  return task;
}

QVector<CaAlgorithmRunner::Choice> CaAlgorithmRunner::choices( const QString &name, const QString &parameter )
{
  QVector<Choice> choices;
  const QgsProcessingAlgorithm *algorithm = QgsApplication::processingRegistry()->algorithmById( fullId( name ) );
  const auto *definition =
      algorithm ? dynamic_cast<const QgsProcessingParameterEnum *>( algorithm->parameterDefinition( parameter ) ) : nullptr;
  if ( !definition )
    return choices;
  const QStringList options = definition->options();
  for ( int i = 0; i < options.size(); ++i )
    choices << Choice{ definition->usesStaticStrings() ? QVariant( options.at( i ) ) : QVariant( i ), options.at( i ) };
  return choices;
}
