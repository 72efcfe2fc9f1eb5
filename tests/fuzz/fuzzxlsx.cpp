// SPDX-License-Identifier: GPL-2.0-or-later
#include "fuzzsheet.h"

#include <QMap>

#include <cpl_vsi.h>

namespace
{

const QByteArray RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

//! Zips \a parts without compression being worth it: what is fuzzed is what is in them.
QString zipped( const QString &name, const QMap<QByteArray, QByteArray> &parts )
{
  const QString fileName = caFuzzFolder() + QLatin1Char( '/' ) + name;
  QFile::remove( fileName );
  QFile::remove( fileName + QStringLiteral( ".zip" ) );
  const QByteArray zip = QStringLiteral( "/vsizip/{%1.zip}" ).arg( fileName ).toUtf8();
  VSILFILE *archive = VSIFOpenL( zip.constData(), "wb" );
  for ( auto it = parts.constBegin(); archive && it != parts.constEnd(); ++it )
  {
    VSILFILE *part = VSIFOpenL( ( zip + '/' + it.key() ).constData(), "wb" );
    VSIFWriteL( it->constData(), 1, static_cast<size_t>( it->size() ), part );
    VSIFCloseL( part );
  }
  if ( archive )
    VSIFCloseL( archive );
  caPromise( QFile::rename( fileName + QStringLiteral( ".zip" ), fileName ), "a workbook can be written", fileName );
  return fileName;
}

QMap<QByteArray, QByteArray> xlsxParts()
{
  return { { "_rels/.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"" + RELATION +
                                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
           { "xl/workbook.xml",
             "<workbook><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\" xmlns:r=\"" + RELATION + "\"/></sheets></workbook>" },
           { "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"" + RELATION +
                                               "/worksheet\" Target=\"sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + RELATION +
                                               "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"" + RELATION +
                                               "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>" },
           { "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>" },
           { "xl/sharedStrings.xml", "<sst><si><t>a</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>" },
           { "xl/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c s=\"1\"><v>39904</v></c><c "
                              "s=\"2\"><v>0.5</v></c></row></sheetData></worksheet>" } };
}

} // namespace

//! The first byte chooses which part of which workbook the others are.
extern "C" int LLVMFuzzerTestOneInput( const uint8_t *data, size_t size )
{
  static const QByteArray parts[] = { "xl/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
                                      "xl/_rels/workbook.xml.rels" };
  if ( size < 1 )
    return 0;
  const QByteArray bytes( reinterpret_cast<const char *>( data + 1 ), static_cast<int>( size - 1 ) );
  CaTableOptions options;
  options.limits = caFuzzLimits();
  // A name of its own each time: GDAL remembers what is in an archive.
  static int count = 0;
  const QString number = QString::number( ++count );
  QString fileName;
  switch ( const int part = data[0] % 8 )
  {
    case 5:
      fileName = zipped( number + QStringLiteral( ".ods" ), { { "content.xml", bytes } } );
      break;
    case 6:
      fileName = caFuzzFile( number + QStringLiteral( ".dbf" ), bytes );
      break;
    case 7:
      fileName = caFuzzFile( number + QStringLiteral( ".xlsx" ), "PK\x03\x04" + bytes );
      break;
    default:
    {
      QMap<QByteArray, QByteArray> book = xlsxParts();
      book[parts[part]] = bytes;
      fileName = zipped( number + QStringLiteral( ".xlsx" ), book );
    }
  }
  caFuzzRead( fileName, options );
  QFile::remove( fileName );
  return 0;
}
