// SPDX-License-Identifier: GPL-2.0-or-later
#include "caogrsource.h"

#include "catextencoding.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>

namespace
{

//! A setting of GDAL for this thread, put back at the end of the block.
class ThreadOption
{
public:
  ThreadOption( const char *key, const char *value )
      : mKey( key )
  {
    const char *before = CPLGetThreadLocalConfigOption( key, nullptr );
    mHadValue = before != nullptr;
    mBefore = before;
    CPLSetThreadLocalConfigOption( key, value );
  }
  ~ThreadOption() { CPLSetThreadLocalConfigOption( mKey, mHadValue ? mBefore.constData() : nullptr ); }
  ThreadOption( const ThreadOption & ) = delete;
  ThreadOption &operator=( const ThreadOption & ) = delete;

private:
  const char *mKey;
  QByteArray mBefore;
  bool mHadValue = false;
};

//! Returns our name for the encoding in a `.cpg`, empty if we have none.
QString encodingOfMark( const QByteArray &mark )
{
  const QString name = QString::fromLatin1( mark.trimmed() )
                           .toUpper()
                           .remove( QLatin1Char( '-' ) )
                           .remove( QLatin1Char( '_' ) )
                           .remove( QLatin1Char( ' ' ) );
  if ( name == QLatin1String( "UTF8" ) || name == QLatin1String( "65001" ) )
    return QStringLiteral( "UTF-8" );
  if ( name.contains( QLatin1String( "932" ) ) || name.contains( QLatin1String( "SJIS" ) ) ||
       name.contains( QLatin1String( "SHIFTJIS" ) ) || name.contains( QLatin1String( "31J" ) ) )
    return QStringLiteral( "CP932" );
  return name.startsWith( QLatin1String( "EUC" ) ) ? QStringLiteral( "EUC-JP" ) : QString();
}

} // namespace

struct CaOgrSource::Handles
{
  GDALDatasetUniquePtr dataset;
  OGRLayer *layer = nullptr;
};

CaOgrSource::CaOgrSource( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback )
    : CaTableSource( fileName, options, feedback )
    , mIsDbf( QFileInfo( fileName ).suffix().compare( QLatin1String( "dbf" ), Qt::CaseInsensitive ) == 0 )
    , mHandles( std::make_unique<Handles>() )
{
}

CaOgrSource::~CaOgrSource() = default;

std::unique_ptr<CaTableSource> CaOgrSource::open( const QString &fileName, const CaTableOptions &options, QgsFeedback *feedback,
                                                  QString *error )
{
  std::unique_ptr<CaOgrSource> source( new CaOgrSource( fileName, options, feedback ) );
  if ( !source->openDataset( error ) )
    return nullptr;
  return source;
}

bool CaOgrSource::openDataset( QString *error )
{
  GDALAllRegister();
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  const ThreadOption headers( "OGR_XLS_HEADERS", "DISABLE" ), types( "OGR_XLS_FIELD_TYPES", "STRING" );
  const char *const drivers[] = { mIsDbf ? "ESRI Shapefile" : "XLS", nullptr };
  const char *const dbfOptions[] = { "ENCODING=", "ADJUST_TYPE=NO", nullptr };
  mHandles->dataset.reset(
      GDALDataset::Open( fileName().toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, mIsDbf ? dbfOptions : nullptr ) );
  if ( !mHandles->dataset || mHandles->dataset->GetLayerCount() == 0 )
  {
    *error = mIsDbf
                 ? tr( "%1 cannot be read as a DBF: it is damaged or another kind of file. Save it again from the program it comes from." )
                       .arg( fileName() )
                 : tr( "%1 cannot be read as an Excel workbook: it is damaged, has a password, or GDAL lacks its XLS driver. Save it as "
                       "XLSX without a password." )
                       .arg( fileName() );
    return false;
  }
  for ( int i = 0; i < mHandles->dataset->GetLayerCount(); ++i )
  {
    OGRLayer *layer = mHandles->dataset->GetLayer( i );
    layer->GetLayerDefn(); // looks for a header now, while the options say that there is none
    const CaSheet sheet{ mIsDbf ? QString() : QString::fromUtf8( layer->GetName() ) };
    if ( std::any_of( mSheets.cbegin(), mSheets.cend(), [&sheet]( const CaSheet &other ) { return other.name == sheet.name; } ) )
    {
      *error =
          tr( "%1 has two sheets named “%2”, so that a cell could not be found again. Rename one of them." ).arg( fileName(), sheet.name );
      return false;
    }
    mSheets << sheet;
  }
  if ( mIsDbf )
    mEncoding = options().encoding.isEmpty() ? dbfEncoding() : options().encoding;
  return true;
}

QString CaOgrSource::dbfEncoding() const
{
  const QFileInfo info( fileName() );
  const QStringList marks = info.dir().entryList(
      { info.completeBaseName() + QStringLiteral( ".cpg" ), info.completeBaseName() + QStringLiteral( ".CPG" ) }, QDir::Files );
  if ( !marks.isEmpty() )
  {
    QFile file( info.dir().filePath( marks.first() ) );
    const QString encoding = file.open( QIODevice::ReadOnly ) ? encodingOfMark( file.read( 64 ) ) : QString();
    if ( !encoding.isEmpty() )
      return encoding;
  }
  constexpr int MARK = 29, SHIFT_JIS = 0x13, WINDOWS_932 = 0x7B, SAMPLE = 1 << 20;
  QFile file( fileName() );
  QByteArray bytes = file.open( QIODevice::ReadOnly ) ? file.read( SAMPLE ) : QByteArray();
  const QString windows = QStringLiteral( "CP932" );
  if ( bytes.size() <= MARK || bytes.at( MARK ) == SHIFT_JIS || bytes.at( MARK ) == WINDOWS_932 )
    return windows;
  const int header = static_cast<unsigned char>( bytes.at( 8 ) ) + 256 * static_cast<unsigned char>( bytes.at( 9 ) );
  bytes = bytes.mid( header );
  bytes.replace( '\0', ' ' );
  const CaTextEncoding::Guess guess = CaTextEncoding::guess( bytes );
  return guess.isCertain && guess.name == QLatin1String( "UTF-8" ) ? guess.name : windows;
}

double CaOgrSource::progress() const
{
  const qint64 rows = mHandles->layer ? mHandles->layer->GetFeatureCount() : 0;
  return rows > 0 ? std::min( 1.0, static_cast<double>( mNumber ) / rows ) : 1;
}

bool CaOgrSource::rewind( int sheet, QString * )
{
  mHandles->layer = mHandles->dataset->GetLayer( sheet );
  mHandles->layer->ResetReading();
  mNumber = 0;
  return true;
}

CaRead CaOgrSource::readRow( CaTableRow &row, QString *error )
{
  const CPLErrorStateBackuper errorState;
  const CPLErrorHandlerPusher quiet( CPLQuietErrorHandler );
  const ThreadOption headers( "OGR_XLS_HEADERS", "DISABLE" ), types( "OGR_XLS_FIELD_TYPES", "STRING" );
  OGRFeatureDefn *fields = mHandles->layer->GetLayerDefn();
  const int columns = fields->GetFieldCount();
  if ( columns > options().limits.columns )
    return tooManyColumns( mNumber + 1, error );
  mTexts.clear();
  row.cells.clear();
  row.cells.resize( columns );
  QVector<CaCellKind> kinds( columns, CaCellKind::Text );
  if ( mIsDbf && mNumber == 0 )
  {
    mNumber = 1;
    for ( int i = 0; i < columns; ++i )
    {
      if ( !addText( fields->GetFieldDefn( i )->GetNameRef(), i, error ) )
        return CaRead::Failed;
    }
  }
  else
  {
    CPLErrorReset();
    const OGRFeatureUniquePtr feature( mHandles->layer->GetNextFeature() );
    if ( !feature && CPLGetLastErrorType() >= CE_Failure )
    {
      *error = tr( "%1 is damaged after row %2 (%3). Save it again from the program it comes from." )
                   .arg( fileName(), QString::number( mNumber ), QString::fromUtf8( CPLGetLastErrorMsg() ) );
      return CaRead::Failed;
    }
    if ( !feature )
      return CaRead::End;
    // Deleted records of a DBF are left out by GDAL, but keep their numbers.
    mNumber = static_cast<int>( std::min<GIntBig>( feature->GetFID() + ( mIsDbf ? 2 : 0 ), INT_MAX ) );
    for ( int i = 0; i < columns; ++i )
    {
      const OGRFieldType type = fields->GetFieldDefn( i )->GetType();
      QByteArray bytes = feature->IsFieldSetAndNotNull( i ) ? QByteArray( feature->GetFieldAsString( i ) ) : QByteArray();
      if ( type == OFTDate )
        bytes.replace( '/', '-' );
      kinds[i] = type == OFTDate ? CaCellKind::Date : type == OFTString ? CaCellKind::Text : CaCellKind::Number;
      if ( !addText( bytes, i, error ) )
        return CaRead::Failed;
    }
  }
  row.number = mNumber;
  for ( int i = 0; i < columns; ++i )
  {
    const QStringView text( mTexts.at( i ) );
    const bool isBlank = std::all_of( text.begin(), text.end(), []( QChar c ) { return c.isSpace(); } );
    row.cells[i] = { text, isBlank ? CaCellKind::Blank : isErrorText( text ) ? CaCellKind::Error : kinds.at( i ) };
  }
  return CaRead::Row;
}

bool CaOgrSource::addText( const QByteArray &bytes, int column, QString *error )
{
  const std::optional<QString> text = mIsDbf ? CaTextEncoding::decode( bytes, mEncoding ) : QString::fromUtf8( bytes );
  if ( !text )
  {
    *error = tr( "%1 the text is not in %2. Choose the encoding the file was written in." ).arg( place( column, mNumber ), mEncoding );
    return false;
  }
  if ( text->size() > options().limits.cellLength )
  {
    tooLong( column, mNumber, error );
    return false;
  }
  mTexts << *text;
  return true;
}
