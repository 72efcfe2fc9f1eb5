// SPDX-License-Identifier: GPL-2.0-or-later
#include "capdfmetadata.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <QXmlStreamWriter>

namespace
{

const QString PRODUCER = QStringLiteral( "Cluster Atlas" );
const QString RDF = QStringLiteral( "http://www.w3.org/1999/02/22-rdf-syntax-ns#" );
const QString DC = QStringLiteral( "http://purl.org/dc/elements/1.1/" );
const QString PDF = QStringLiteral( "http://ns.adobe.com/pdf/1.3/" );
const QString XMP = QStringLiteral( "http://ns.adobe.com/xap/1.0/" );

QString keywords( const CaPdfInfo &info )
{
  return info.keywords.join( QStringLiteral( ", " ) );
}

//! Returns a date as PDF has it: D:20261125081500+09'00'.
QString pdfDate( const QDateTime &date )
{
  const int minutes = date.offsetFromUtc() / 60;
  return date.toString( QStringLiteral( "'D:'yyyyMMddHHmmss" ) ) + QLatin1Char( minutes < 0 ? '-' : '+' ) +
         QStringLiteral( "%1'%2'" )
             .arg( qAbs( minutes ) / 60, 2, 10, QLatin1Char( '0' ) )
             .arg( qAbs( minutes ) % 60, 2, 10, QLatin1Char( '0' ) );
}

//! Returns \a date with its offset written out, whatever kind of time it is.
QString xmpDate( const QDateTime &date )
{
  return date.toOffsetFromUtc( date.offsetFromUtc() ).toString( Qt::ISODate );
}

void setText( QPDFObjectHandle &dictionary, const char *key, const QString &text )
{
  if ( !text.isEmpty() )
    dictionary.replaceKey( key, QPDFObjectHandle::newUnicodeString( text.toStdString() ) );
}

//! Writes a property of Dublin Core: a list of \a kind (Alt, Seq, Bag) of \a values.
void writeList( QXmlStreamWriter &xml, const QString &property, const QString &kind, const QStringList &values )
{
  if ( values.isEmpty() || values.first().isEmpty() )
    return;
  xml.writeStartElement( DC, property );
  xml.writeStartElement( RDF, kind );
  for ( const QString &value : values )
  {
    xml.writeStartElement( RDF, QStringLiteral( "li" ) );
    if ( kind == QLatin1String( "Alt" ) )
      xml.writeAttribute( QStringLiteral( "xml:lang" ), QStringLiteral( "x-default" ) );
    xml.writeCharacters( value );
    xml.writeEndElement();
  }
  xml.writeEndElement();
  xml.writeEndElement();
}

void writeText( QXmlStreamWriter &xml, const QString &space, const QString &property, const QString &text )
{
  if ( !text.isEmpty() )
    xml.writeTextElement( space, property, text );
}

} // namespace

QByteArray CaPdfMetadata::xmp( const CaPdfInfo &info )
{
  QByteArray packet;
  QXmlStreamWriter xml( &packet );
  xml.setAutoFormatting( true );
  xml.setAutoFormattingIndent( 1 );
  // The id is the same in every packet: it marks where one begins.
  xml.writeProcessingInstruction( QStringLiteral( "xpacket" ), QStringLiteral( "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"" ) );
  xml.writeNamespace( QStringLiteral( "adobe:ns:meta/" ), QStringLiteral( "x" ) );
  xml.writeStartElement( QStringLiteral( "adobe:ns:meta/" ), QStringLiteral( "xmpmeta" ) );
  xml.writeNamespace( RDF, QStringLiteral( "rdf" ) );
  xml.writeStartElement( RDF, QStringLiteral( "RDF" ) );
  xml.writeNamespace( DC, QStringLiteral( "dc" ) );
  xml.writeNamespace( PDF, QStringLiteral( "pdf" ) );
  xml.writeNamespace( XMP, QStringLiteral( "xmp" ) );
  xml.writeStartElement( RDF, QStringLiteral( "Description" ) );
  xml.writeAttribute( RDF, QStringLiteral( "about" ), QString() );
  writeText( xml, DC, QStringLiteral( "format" ), QStringLiteral( "application/pdf" ) );
  writeList( xml, QStringLiteral( "title" ), QStringLiteral( "Alt" ), { info.title } );
  writeList( xml, QStringLiteral( "creator" ), QStringLiteral( "Seq" ), { info.author } );
  writeList( xml, QStringLiteral( "description" ), QStringLiteral( "Alt" ), { info.subject } );
  writeList( xml, QStringLiteral( "subject" ), QStringLiteral( "Bag" ), info.keywords );
  writeList( xml, QStringLiteral( "language" ), QStringLiteral( "Bag" ), { info.language } );
  writeText( xml, PDF, QStringLiteral( "Keywords" ), keywords( info ) );
  writeText( xml, PDF, QStringLiteral( "Producer" ), PRODUCER );
  writeText( xml, XMP, QStringLiteral( "CreatorTool" ), PRODUCER );
  if ( info.date.isValid() )
  {
    for ( const char *property : { "CreateDate", "ModifyDate", "MetadataDate" } )
      writeText( xml, XMP, QString::fromLatin1( property ), xmpDate( info.date ) );
  }
  xml.writeEndElement();
  xml.writeEndElement();
  xml.writeEndElement();
  xml.writeProcessingInstruction( QStringLiteral( "xpacket" ), QStringLiteral( "end=\"r\"" ) );
  return packet.trimmed() + '\n';
}

void CaPdfMetadata::set( QPDF &pdf, const CaPdfInfo &info )
{
  QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
  setText( dictionary, "/Title", info.title );
  setText( dictionary, "/Author", info.author );
  setText( dictionary, "/Subject", info.subject );
  setText( dictionary, "/Keywords", keywords( info ) );
  setText( dictionary, "/Creator", PRODUCER );
  setText( dictionary, "/Producer", PRODUCER );
  if ( info.date.isValid() )
  {
    setText( dictionary, "/CreationDate", pdfDate( info.date ) );
    setText( dictionary, "/ModDate", pdfDate( info.date ) );
  }
  pdf.getTrailer().replaceKey( "/Info", pdf.makeIndirectObject( dictionary ) );

  QPDFObjectHandle catalogue = pdf.getRoot();
  QPDFObjectHandle packet = pdf.newStream( xmp( info ).toStdString() );
  packet.getDict().replaceKey( "/Type", QPDFObjectHandle::newName( "/Metadata" ) );
  packet.getDict().replaceKey( "/Subtype", QPDFObjectHandle::newName( "/XML" ) );
  catalogue.replaceKey( "/Metadata", packet );
  catalogue.replaceKey( "/ViewerPreferences", QPDFObjectHandle::parse( "<< /DisplayDocTitle true >>" ) );
  setText( catalogue, "/Lang", info.language );
}
