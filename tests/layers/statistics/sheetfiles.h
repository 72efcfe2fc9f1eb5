// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "catablesource.h"
#include "catextencoding.h"

#include <cpl_vsi.h>

#include <QFile>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>

//! Sheets that a test makes, and what is read from them.
namespace SheetFiles
{

inline QString write( const QString &fileName, const QByteArray &bytes )
{
  QFile file( fileName );
  if ( !file.open( QIODevice::WriteOnly ) || file.write( bytes ) != bytes.size() )
    qFatal( "%s cannot be written", qPrintable( fileName ) );
  return fileName;
}

//! Returns \a text in an encoding; the test ends if it cannot be written in it.
inline QByteArray encoded( const QString &text, const QString &encoding )
{
  const std::optional<QByteArray> bytes = CaTextEncoding::encode( text, encoding );
  if ( !bytes )
    qFatal( "cannot be written in %s", qPrintable( encoding ) );
  return *bytes;
}

//! Zips \a parts, by name, to \a fileName.
inline QString writeZip( const QString &fileName, const QMap<QString, QByteArray> &parts )
{
  const QByteArray zip = QStringLiteral( "/vsizip/{%1.zip}" ).arg( fileName ).toUtf8();
  VSILFILE *archive = VSIFOpenL( zip.constData(), "wb" );
  for ( auto it = parts.constBegin(); it != parts.constEnd(); ++it )
  {
    VSILFILE *part = VSIFOpenL( ( zip + '/' + it.key().toUtf8() ).constData(), "wb" );
    if ( !part || VSIFWriteL( it->constData(), 1, static_cast<size_t>( it->size() ), part ) != static_cast<size_t>( it->size() ) )
      qFatal( "%s cannot be zipped", qPrintable( fileName ) );
    VSIFCloseL( part );
  }
  VSIFCloseL( archive );
  if ( !QFile::rename( fileName + QStringLiteral( ".zip" ), fileName ) )
    qFatal( "%s cannot be renamed", qPrintable( fileName ) );
  return fileName;
}

//! The parts of an XLSX as Excel writes it, with one sheet called 集計 unless told otherwise.
struct Xlsx
{
  QByteArray sheet;              //!< What is in `worksheet`: `sheetData`, `mergeCells`
  QByteArray sharedStrings = ""; //!< What is in `sst`
  QByteArray styles = "";        //!< What is in `styleSheet`
  QByteArray sheets = "<sheet name=\"集計\" sheetId=\"1\" r:id=\"rId1\"/>";
  QByteArray bookProperties = "";

  QMap<QString, QByteArray> parts() const
  {
    const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const QByteArray main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const QByteArray relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    return {
      { "_rels/.rels", head + "<Relationships " + package + "><Relationship Id=\"rId1\" Type=\"" + relation +
                           "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
      { "xl/workbook.xml",
        head + "<workbook " + main + " xmlns:r=\"" + relation + "\">" + bookProperties + "<sheets>" + sheets + "</sheets></workbook>" },
      { "xl/_rels/workbook.xml.rels", head + "<Relationships " + package + ">" + "<Relationship Id=\"rId1\" Type=\"" + relation +
                                          "/worksheet\" Target=\"worksheets/sheet1.xml\"/>" + "<Relationship Id=\"rId2\" Type=\"" +
                                          relation + "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>" +
                                          "<Relationship Id=\"rId3\" Type=\"" + relation + "/styles\" Target=\"styles.xml\"/>" +
                                          "<Relationship Id=\"rId4\" Type=\"" + relation +
                                          "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>" },
      { "xl/styles.xml", head + "<styleSheet " + main + ">" + styles + "</styleSheet>" },
      { "xl/sharedStrings.xml", head + "<sst " + main + ">" + sharedStrings + "</sst>" },
      { "xl/worksheets/sheet1.xml", head + "<worksheet " + main + ">" + sheet + "</worksheet>" },
      { "xl/worksheets/sheet2.xml",
        head + "<worksheet " + main +
            "><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>2</t></is></c></row></sheetData></worksheet>" },
    };
  }
};

//! Returns an ODS with \a tables in its `spreadsheet`.
inline QMap<QString, QByteArray> odsParts( const QByteArray &tables, const QByteArray &styles = QByteArray() )
{
  const QByteArray names =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";
  return { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
           { "META-INF/manifest.xml", "<manifest/>" },
           { "content.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content " + names + "><office:automatic-styles>" +
                                styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
                                "</office:spreadsheet></office:body></office:document-content>" } };
}

//! A sheet as read: cells that are not blank, each as `ADDRESS=text`, marked `#` for numbers, `@` for dates and `!` for errors.
struct Read
{
  QStringList cells;
  QString error;
  QString encoding;
  QChar delimiter;
};

inline QStringList cellsOf( const CaTableRow &row )
{
  QStringList cells;
  for ( int column = 0; column < row.cells.size(); ++column )
  {
    const CaCell cell = row.at( column );
    const QString mark = cell.kind == CaCellKind::Number  ? "#"
                         : cell.kind == CaCellKind::Date  ? "@"
                         : cell.kind == CaCellKind::Error ? "!"
                                                          : "";
    if ( cell.kind != CaCellKind::Blank )
      cells << CaTableSource::address( column, row.number ) + "=" + mark + cell.text.toString();
  }
  return cells;
}

inline Read readSheet( const QString &fileName, int sheet = 0, const CaTableOptions &options = {}, QgsFeedback *feedback = nullptr )
{
  Read result;
  const std::unique_ptr<CaTableSource> source = CaTableSource::open( fileName, options, feedback, &result.error );
  if ( !source || !source->openSheet( sheet, &result.error ) )
    return result;
  result.encoding = source->encoding();
  result.delimiter = source->delimiter();
  CaTableRow row;
  while ( source->next( row, &result.error ) == CaRead::Row )
    result.cells << cellsOf( row );
  return result;
}

} // namespace SheetFiles
