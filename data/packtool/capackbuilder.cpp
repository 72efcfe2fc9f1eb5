// SPDX-License-Identifier: GPL-2.0-or-later
#include "capackbuilder.h"
#include "capackchecks.h"
#include "capackcontent.h"
#include "capackinput.h"
#include "capackproblems.h"
#include "capackwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <gdal.h>

#include <cstdio>

namespace
{

//! A file that is removed, with what SQLite leaves beside it, unless it was moved to its place.
class TemporaryPack
{
public:
  explicit TemporaryPack( const QString &output )
  {
    const QFileInfo info( output );
    mPath = info.dir().filePath(
        QStringLiteral( ".%1.%2.part.gpkg" ).arg( info.completeBaseName() ).arg( QCoreApplication::applicationPid() ) );
    remove();
  }

  ~TemporaryPack() { remove(); }

  TemporaryPack( const TemporaryPack & ) = delete;
  TemporaryPack &operator=( const TemporaryPack & ) = delete;

  QString path() const { return mPath; }

  //! Puts the file in the place of \a output in one step.
  bool moveTo( const QString &output ) const
  {
    return std::rename( QFile::encodeName( mPath ).constData(), QFile::encodeName( output ).constData() ) == 0;
  }

private:
  void remove() const
  {
    for ( const char *suffix : { "", "-journal", "-wal", "-shm" } )
      QFile::remove( mPath + QLatin1String( suffix ) );
  }

  QString mPath;
};

QMap<QString, QString> readStyles( const QString &stylesDir, const CaPackSchema &schema, CaPackProblems &problems )
{
  QMap<QString, QString> styles;
  const QVector<CaPackTable> tables = schema.tables();
  for ( const CaPackTable &table : tables )
  {
    const QString name = table.name + QLatin1String( ".qml" );
    QFile file( QDir( stylesDir ).filePath( name ) );
    if ( !file.exists() )
      continue;
    if ( file.open( QIODevice::ReadOnly ) )
      styles.insert( table.name, QString::fromUtf8( file.readAll() ) );
    else
      problems.add( name, 0, QString(), QStringLiteral( "cannot be read; make it readable" ) );
  }
  return styles;
}

} // namespace

QStringList CaPackBuilder::build( const QString &dataDir, const QString &stylesDir, const QString &output )
{
  GDALAllRegister();
  CaPackProblems problems;
  if ( !QFileInfo( dataDir ).isDir() || !QFileInfo( stylesDir ).isDir() )
  {
    problems.add( QFileInfo( dataDir ).isDir() ? stylesDir : dataDir, 0, QString(),
                  QStringLiteral( "is no folder; name the folder with the data and the one with the styles" ) );
    return problems.lines();
  }
  const CaPackInput input = CaPackInput::read( dataDir, problems );
  if ( !problems.isEmpty() )
    return problems.lines();
  CaPackChecks( input, problems ).run();
  const QMap<QString, QString> styles = readStyles( stylesDir, input.schema, problems );
  if ( !problems.isEmpty() )
    return problems.lines();

  const CaPackContent content( input, problems );
  if ( !problems.isEmpty() )
    return problems.lines();

  const int dateRow = input.rowWith( QStringLiteral( "pack_info" ), QStringLiteral( "key" ), QStringLiteral( "data_date" ) );
  const QString date = input.tables.value( QStringLiteral( "pack_info" ) ).value( dateRow, QStringLiteral( "value" ) );
  QDir().mkpath( QFileInfo( output ).absolutePath() );
  const TemporaryPack temporary( output );
  const QString error = CaPackWriter( input.schema, content, styles, date ).write( temporary.path() );
  if ( !error.isEmpty() )
    problems.add( output, 0, QString(), QStringLiteral( "cannot be written: %1" ).arg( error ) );
  else if ( !temporary.moveTo( output ) )
    problems.add( output, 0, QString(), QStringLiteral( "cannot be put in place; make its folder writable" ) );
  return problems.lines();
}
