// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsapplication.h>

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <functional>

//! Ends the measurement with what went \a wrong unless \a good.
inline void check( bool good, const QString &wrong )
{
  if ( !good )
    qFatal( "%s", qPrintable( wrong ) );
}

//! QGIS without windows, as long as this lives, with the boundaries and options given on the command line.
class Bench
{
public:
  using Options = QList<QCommandLineOption>;

  Bench( int &argc, char *argv[], const Options &options )
      : mApplication( withoutDisplay( argc ), argv, false )
  {
    mParser.addHelpOption();
    mParser.addPositionalArgument( QStringLiteral( "FILE" ), QStringLiteral( "N03" ) );
    mParser.addOptions( options );
    mParser.process( mApplication );
    qputenv( "CLUSTERATLAS_DATA_DIR", QByteArray( CA_PREFIX_DIR "/share/clusteratlas" ) );
    QgsApplication::init();
    QgsApplication::initQgis();
  }
  ~Bench() { QgsApplication::exitQgis(); }
  Bench( const Bench &other ) = delete;
  Bench &operator=( const Bench &other ) = delete;

  //! An option with a value.
  static QCommandLineOption option( const char *name, const char *description, const char *usual )
  {
    return { QLatin1String( name ), QLatin1String( description ), QStringLiteral( "value" ), QLatin1String( usual ) };
  }

  //! An option without a value.
  static QCommandLineOption option( const char *name, const char *description )
  {
    return { QLatin1String( name ), QLatin1String( description ) };
  }

  //! Returns the file of boundaries, empty if none was given.
  QString file() const { return mParser.positionalArguments().value( 0 ); }
  bool isSet( const char *option ) const { return mParser.isSet( QLatin1String( option ) ); }
  QString text( const char *option ) const { return mParser.value( QLatin1String( option ) ); }
  int number( const char *option ) const { return text( option ).toInt(); }

private:
  static int &withoutDisplay( int &argc )
  {
    if ( qEnvironmentVariableIsEmpty( "DISPLAY" ) )
      qputenv( "QT_QPA_PLATFORM", "offscreen" );
    return argc;
  }

  QgsApplication mApplication;
  QCommandLineParser mParser;
};

//! User and system time of this process so far.
inline double cpuSeconds()
{
  rusage usage{};
  getrusage( RUSAGE_SELF, &usage );
  return static_cast<double>( usage.ru_utime.tv_sec + usage.ru_stime.tv_sec ) +
         1e-6 * static_cast<double>( usage.ru_utime.tv_usec + usage.ru_stime.tv_usec );
}

inline double peakMegabytes()
{
  rusage usage{};
  getrusage( RUSAGE_SELF, &usage );
  return static_cast<double>( usage.ru_maxrss ) / 1024;
}

//! Wall and processor time since it was made.
class Clock
{
public:
  Clock() { mTimer.start(); }
  double seconds() const { return 1e-9 * static_cast<double>( mTimer.nsecsElapsed() ); }
  void say( const char *what ) const
  {
    std::printf( "  %-52s %8.3f s wall %8.3f s cpu, peak %.0f MB\n", what, seconds(), cpuSeconds() - mCpu, peakMegabytes() );
    std::fflush( stdout );
  }

private:
  QElapsedTimer mTimer;
  double mCpu = cpuSeconds();
};

//! Runs \a work in a process of its own, so that its memory is its own and start-up is not counted; \returns what it returns.
inline double inProcess( const std::function<double()> &work )
{
  int ends[2];
  if ( pipe( ends ) != 0 )
    qFatal( "pipe" );
  std::fflush( stdout );
  const pid_t child = fork();
  if ( child == 0 )
  {
    const double result = work();
    std::fflush( stdout );
    const ssize_t written = write( ends[1], &result, sizeof result );
    _exit( written == sizeof result ? 0 : 1 );
  }
  close( ends[1] ); // else nothing ends the wait for a process that failed
  double result = -1;
  const ssize_t got = read( ends[0], &result, sizeof result );
  int status = 0;
  waitpid( child, &status, 0 );
  close( ends[0] );
  if ( got != sizeof result || status != 0 )
    qFatal( "a measured step failed" );
  return result;
}

//! Runs a program to its end; \returns what it prints, nothing if it is not there or fails.
inline QString outputOf( const QString &program, const QStringList &arguments )
{
  QProcess process;
  process.setProcessChannelMode( QProcess::ForwardedErrorChannel );
  process.start( program, arguments );
  if ( !process.waitForFinished( -1 ) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 )
    return QString();
  return QString::fromUtf8( process.readAllStandardOutput() ).trimmed();
}
