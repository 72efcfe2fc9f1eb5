// SPDX-License-Identifier: GPL-2.0-or-later
#include "caatlaseditions.h"

#include "calanguage.h"
#include "calayouts.h"
#include "capartfeedback.h"
#include "caprojectfile.h"
#include "caprojectinplace.h"
#include "caprojecttranslation.h"

#include <qgsproject.h>

namespace
{

std::unique_ptr<QgsProject> translated( QgsProject *original, const QString &language, QString *error, QgsFeedback *feedback )
{
  constexpr double COPIED = 20; // per cent of the work
  const std::optional<CaLayerCatalogue> catalogue = CaLayerCatalogue::load( error );
  const std::unique_ptr<CaProjectFile> file = catalogue ? CaProjectFile::current( original, error ) : nullptr;
  std::unique_ptr<QgsProject> project = file ? file->copy( error, CaProjectFile::Layouts::Ignore ) : nullptr;
  if ( !project )
    return nullptr;
  if ( feedback )
    feedback->setProgress( COPIED );
  CaPartFeedback layouts( feedback, COPIED, 100 );
  const CaProjectInPlace inPlace( project.get() );
  if ( !CaLayouts::copyOwn( original, project.get(), error ) ||
       !CaProjectTranslation::translate( project.get(), *catalogue, language, error ) ||
       !CaLayouts::renew( original, project.get(), *catalogue, error, &layouts ) )
    return nullptr;
  return project;
}

} // namespace

CaAtlasEditions::CaAtlasEditions( QgsProject *project )
    : mOriginal( project )
    , mLanguages( CaLanguage::of( project ) )
{
}

CaAtlasEditions::~CaAtlasEditions() = default;
CaAtlasEditions::CaAtlasEditions( CaAtlasEditions &&other ) noexcept = default;
CaAtlasEditions &CaAtlasEditions::operator=( CaAtlasEditions &&other ) noexcept = default;

QStringList CaAtlasEditions::choices()
{
  return QStringList{ QStringLiteral( "project" ) } + CaLanguage::codes() + QStringList{ QStringLiteral( "both" ) };
}

std::optional<CaAtlasEditions> CaAtlasEditions::make( QgsProject *project, const QString &choice, QString *error, QgsFeedback *feedback )
{
  if ( !choices().contains( choice ) )
  {
    *error = tr( "“%1” is no choice of languages. Choose one of %2." ).arg( choice, choices().join( QStringLiteral( ", " ) ) );
    return std::nullopt;
  }
  CaAtlasEditions editions( project );
  const QString own = CaLanguage::of( project );
  if ( choice == choices().constLast() )
    editions.mLanguages = CaLanguage::codes();
  else if ( choice != choices().constFirst() )
    editions.mLanguages = QStringList( choice );
  for ( const QString &language : std::as_const( editions.mLanguages ) )
  {
    if ( language == own )
      continue;
    std::unique_ptr<QgsProject> translation = translated( project, language, error, feedback );
    if ( !translation )
      return std::nullopt;
    editions.mTranslations[language] = std::move( translation );
  }
  return editions;
}

QString CaAtlasEditions::nameOf( const QString &language )
{
  return language == QLatin1String( "ja" ) ? QStringLiteral( "日本語" ) : QStringLiteral( "English" );
}

QgsProject *CaAtlasEditions::project( const QString &language ) const
{
  const auto translation = mTranslations.find( language );
  return translation == mTranslations.end() ? mOriginal : translation->second.get();
}

QString CaAtlasEditions::title() const
{
  QStringList titles;
  for ( const QString &language : mLanguages )
    titles << project( language )->title();
  titles.removeDuplicates();
  return titles.join( QStringLiteral( " / " ) );
}

bool CaAtlasEditions::writeCopy( const QString &language, const QString &fileName, QString *error ) const
{
  const std::unique_ptr<CaProjectFile> file = CaProjectFile::current( project( language ), error );
  return file && file->writeCopy( fileName, error );
}
