// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgsapplication.h>
#include <QCoreApplication>
#include <QtTest>

#include <sys/resource.h>

//! QGIS keeps files open for a minute: a test that makes many projects needs more than the usual 1,024.
inline void caAllowManyFiles()
{
  rlimit limit{};
  getrlimit( RLIMIT_NOFILE, &limit );
  limit.rlim_cur = limit.rlim_max;
  setrlimit( RLIMIT_NOFILE, &limit );
}

//! main() of a test that needs a running QGIS: settings of its own, everything taken down again at the end.
#define CA_TEST_MAIN( TestClass )                                                                                                          \
  int main( int argc, char *argv[] )                                                                                                       \
  {                                                                                                                                        \
    QCoreApplication::setOrganizationName( QStringLiteral( "ClusterAtlasTest" ) );                                                         \
    QCoreApplication::setOrganizationDomain( QStringLiteral( "test.invalid" ) );                                                           \
    QCoreApplication::setApplicationName( QStringLiteral( #TestClass ) );                                                                  \
    caAllowManyFiles();                                                                                                                    \
    QgsApplication application( argc, argv, false );                                                                                       \
    QgsApplication::init();                                                                                                                \
    QgsApplication::initQgis();                                                                                                            \
    int result = 0;                                                                                                                        \
    {                                                                                                                                      \
      TestClass test;                                                                                                                      \
      result = QTest::qExec( &test, argc, argv );                                                                                          \
    }                                                                                                                                      \
    QgsApplication::exitQgis();                                                                                                            \
    return result;                                                                                                                         \
  }
