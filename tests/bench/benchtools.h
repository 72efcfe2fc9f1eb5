// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <functional>

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
  double result = -1;
  const ssize_t got = read( ends[0], &result, sizeof result );
  int status = 0;
  waitpid( child, &status, 0 );
  close( ends[0] );
  close( ends[1] );
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
