// SPDX-License-Identifier: GPL-2.0-or-later
#include "camembershipdock.h"

#include "caareabuilder.h"
#include "caareacode.h"
#include "caareaprecision.h"
#include "caboundarybox.h"
#include "cadockwidgets.h"
#include "cacompat.h"
#include "cafiguretext.h"
#include "camapboundaries.h"
#include "camunicipalities.h"

#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsmapcanvas.h>
#include <qgsrubberband.h>
#include <qgssettings.h>

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QToolButton>
#include <QToolTip>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace
{

const QColor AREA( 224, 123, 57 ); // no bureau has it
const QColor HOVER( 40, 40, 40 );
const QColor MISSING( 179, 56, 44 );

QString folderSetting()
{
  return QStringLiteral( "clusteratlas/membershipFolder" );
}

QLineEdit *makeEdit( const QString &name )
{
  QLineEdit *edit = new QLineEdit();
  edit->setObjectName( name );
  return edit;
}

} // namespace

CaMembershipDock::CaMembershipDock( QgisInterface *iface, CaMapBoundaries *boundaries, QWidget *parent )
    : QgsDockWidget( tr( "Pick an Area" ), parent )
    , mIface( iface )
    , mBoundaries( boundaries )
{
  setObjectName( QStringLiteral( "caMembershipDock" ) );
  QWidget *content = new QWidget();
  QVBoxLayout *layout = new QVBoxLayout( content );
  addButtons( layout );
  mSource = CaDockWidgets::label( QStringLiteral( "caMembershipSource" ) );
  layout->addWidget( new CaBoundaryBox( boundaries ) );
  layout->addWidget( mSource );
  addNames( layout );
  mMembers = new QTreeWidget();
  mMembers->setObjectName( QStringLiteral( "caMembershipTree" ) );
  mMembers->setHeaderLabels( { tr( "Code" ), tr( "Name" ), tr( "Basis" ) } );
  mMembers->setRootIsDecorated( false );
  mMembers->setSelectionMode( QAbstractItemView::ExtendedSelection );
  mMembers->setColumnWidth( 0, 70 );
  mMembers->setColumnWidth( 1, 190 );
  layout->addWidget( mMembers, 1 );
  mSummary = CaDockWidgets::label( QStringLiteral( "caMembershipSummary" ) );
  mStatus = CaDockWidgets::label( QStringLiteral( "caMembershipStatus" ) );
  layout->addWidget( mSummary );
  layout->addWidget( mStatus );
  setWidget( content );

  connect( boundaries, &CaMapBoundaries::changed, this, &CaMembershipDock::boundariesChanged );
  connect( this, &QgsDockWidget::visibilityChanged, this,
           [this]( bool visible )
           {
             if ( mBand )
               mBand->setVisible( visible );
           } );
  mIface->registerApplicationExitBlocker( this ); // ownership stays here
  say( tr( "Click on a place to put it in or take it out; drag a rectangle to add all in it." ) );
  refresh();
  boundariesChanged();
}

CaMembershipDock::~CaMembershipDock()
{
  mIface->unregisterApplicationExitBlocker( this );
}

QToolButton *CaMembershipDock::addButton( QHBoxLayout *row, const QString &name, const QIcon &icon, const QString &tip )
{
  QToolButton *button = CaDockWidgets::button( name, icon, tip );
  row->addWidget( button );
  return button;
}

void CaMembershipDock::addButtons( QVBoxLayout *layout )
{
  QHBoxLayout *row = new QHBoxLayout();
  const auto icon = []( const char *name )
  {
    return QgsApplication::getThemeIcon( QStringLiteral( "/%1" ).arg( QLatin1String( name ) ) );
  };
  connect( addButton( row, QStringLiteral( "caMembershipNew" ), icon( "mActionFileNew.svg" ), tr( "New table" ) ), &QToolButton::clicked,
           this, &CaMembershipDock::startNew );
  connect( addButton( row, QStringLiteral( "caMembershipOpen" ), icon( "mActionFileOpen.svg" ), tr( "Open a membership table (CSV)…" ) ),
           &QToolButton::clicked, this, &CaMembershipDock::open );
  mSave = addButton( row, QStringLiteral( "caMembershipSave" ), icon( "mActionFileSave.svg" ), tr( "Save the table" ) );
  connect( mSave, &QToolButton::clicked, this, &CaMembershipDock::save );
  connect( addButton( row, QStringLiteral( "caMembershipSaveAs" ), icon( "mActionFileSaveAs.svg" ), tr( "Save the table as…" ) ),
           &QToolButton::clicked, this, &CaMembershipDock::saveAs );
  row->addStretch( 1 );
  mUndo = addButton( row, QStringLiteral( "caMembershipUndo" ), icon( "mActionUndo.svg" ), tr( "Undo" ) );
  mRedo = addButton( row, QStringLiteral( "caMembershipRedo" ), icon( "mActionRedo.svg" ), tr( "Redo" ) );
  connect( mUndo, &QToolButton::clicked, this,
           [this]
           {
             mList.undo();
             refresh();
           } );
  connect( mRedo, &QToolButton::clicked, this,
           [this]
           {
             mList.redo();
             refresh();
           } );
  connect(
      addButton( row, QStringLiteral( "caMembershipTakeOut" ), icon( "mActionDeleteSelected.svg" ), tr( "Take the selected rows out" ) ),
      &QToolButton::clicked, this, &CaMembershipDock::takeOut );
  layout->addLayout( row );
}

void CaMembershipDock::addNames( QVBoxLayout *layout )
{
  QHBoxLayout *row = new QHBoxLayout();
  mAreas = new QComboBox();
  mAreas->setObjectName( QStringLiteral( "caMembershipAreas" ) );
  row->addWidget( mAreas, 1 );
  connect( mAreas, qOverload<int>( &QComboBox::activated ), this,
           [this]( int area )
           {
             mList.setCurrent( area );
             refresh();
           } );
  connect( addButton( row, QStringLiteral( "caMembershipAddArea" ), QgsApplication::getThemeIcon( QStringLiteral( "/symbologyAdd.svg" ) ),
                      tr( "Another area in this table" ) ),
           &QToolButton::clicked, this,
           [this]
           {
             mList.addArea();
             refresh();
           } );
  connect( addButton( row, QStringLiteral( "caMembershipRemoveArea" ),
                      QgsApplication::getThemeIcon( QStringLiteral( "/symbologyRemove.svg" ) ), tr( "Take this area out of the table" ) ),
           &QToolButton::clicked, this,
           [this]
           {
             mList.removeArea();
             refresh();
           } );
  mCode = makeEdit( QStringLiteral( "caMembershipCode" ) );
  mNameJa = makeEdit( QStringLiteral( "caMembershipNameJa" ) );
  mNameEn = makeEdit( QStringLiteral( "caMembershipNameEn" ) );
  mLevel = new QComboBox();
  mLevel->setObjectName( QStringLiteral( "caMembershipLevel" ) );
  mLevel->addItem( tr( "Municipalities" ), false );
  mLevel->addItem( tr( "Prefectures" ), true );
  mBasis = new QComboBox();
  mBasis->setObjectName( QStringLiteral( "caMembershipBasis" ) );
  for ( const char *basis : { "judgement", "inferred", "sourced" } )
    mBasis->addItem( CaAreaPrecision::basisLabel( QString::fromLatin1( basis ) ), QString::fromLatin1( basis ) );
  connect( mBasis, qOverload<int>( &QComboBox::currentIndexChanged ), this,
           [this] { mList.setBasis( mBasis->currentData().toString() ); } );
  QFormLayout *form = new QFormLayout();
  form->addRow( tr( "Area" ), row );
  form->addRow( tr( "Code" ), mCode );
  form->addRow( tr( "Japanese name" ), mNameJa );
  form->addRow( tr( "English name" ), mNameEn );
  form->addRow( tr( "Pick" ), mLevel );
  form->addRow( tr( "Basis of what is added" ), mBasis );
  layout->addLayout( form );
  for ( QLineEdit *edit : { mCode, mNameJa, mNameEn } )
    connect( edit, &QLineEdit::editingFinished, this, &CaMembershipDock::setNames );
}

void CaMembershipDock::say( const QString &text )
{
  mStatus->setText( text );
}

void CaMembershipDock::boundariesChanged()
{
  hoverNowhere();
  mSource->setText( mBoundaries->isLoading()          ? tr( "Reading the boundaries…" )
                    : !mBoundaries->error().isEmpty() ? mBoundaries->error()
                                                      : mBoundaries->description() );
  if ( !mBoundaries->isLoading() && !mBoundaries->here() && mBoundaries->error().isEmpty() && isUserVisible() )
  {
    mBoundaries->load();
    return;
  }
  const std::shared_ptr<const CaBoundaries> boundaries = mBoundaries->boundaries();
  if ( boundaries && !boundaries->hasMunicipalities() )
    mLevel->setCurrentIndex( mLevel->findData( true ) );
  mLevel->setEnabled( !boundaries || boundaries->hasMunicipalities() );
  refresh();
}

std::optional<QgsGeometry> CaMembershipDock::inBoundaries( const QgsGeometry &place )
{
  const std::shared_ptr<const CaBoundaries> boundaries = mBoundaries->boundaries();
  if ( !boundaries )
  {
    mBoundaries->load();
    say( mBoundaries->error().isEmpty() ? tr( "The boundaries are being read; click again in a moment." ) : mBoundaries->error() );
    return std::nullopt;
  }
  QString error;
  const std::optional<QgsGeometry> transformed =
      mBoundaries->inBoundaries( place, mIface->mapCanvas()->mapSettings().destinationCrs(), &error );
  if ( !transformed )
    say( error );
  return transformed;
}

QString CaMembershipDock::codeOf( int member ) const
{
  const CaBoundaryMember &place = mBoundaries->boundaries()->members().at( member );
  if ( !mLevel->currentData().toBool() )
    return place.code;
  return place.prefecture.isEmpty() ? place.code.left( 2 ) : place.prefecture;
}

void CaMembershipDock::toggleAt( const QgsPointXY &point )
{
  const std::optional<QgsGeometry> place = inBoundaries( QgsGeometry::fromPointXY( point ) );
  if ( !place )
    return;
  const QVector<int> members = mBoundaries->here()->membersAt( place->asPoint() );
  if ( members.isEmpty() )
    return say( tr( "No place is there in these boundaries: it is in the sea, in a lake, or abroad." ) );
  const QString code = codeOf( members.constFirst() );
  if ( code.isEmpty() )
    return say( tr( "This piece of land belongs to no municipality and has no code." ) );
  say( mList.toggle( code, *mBoundaries->boundaries() ) );
  refresh();
}

void CaMembershipDock::hoverAt( const QgsPointXY &point )
{
  const std::shared_ptr<const CaBoundaries> boundaries = mBoundaries->boundaries();
  if ( !boundaries )
    return;
  const std::optional<QgsGeometry> place = inBoundaries( QgsGeometry::fromPointXY( point ) );
  const QVector<int> members = place ? mBoundaries->here()->membersAt( place->asPoint() ) : QVector<int>();
  const QString code = members.isEmpty() ? QString() : codeOf( members.constFirst() );
  if ( code == mHovered )
    return;
  hoverNowhere();
  if ( code.isEmpty() )
    return;
  mHovered = code;
  QgsGeometry outline = mBoundaries->here()->set().geometryOfMember( members.constFirst() );
  if ( CaAreaCode::isPrefecture( code ) )
    outline.fromWkb( boundaries->coverage()->assemble( boundaries->membersOfPrefecture( code ) ).wkb );
  mHoverBand = std::make_unique<QgsRubberBand>( mIface->mapCanvas(), CaCompat::PolygonGeometry );
  mHoverBand->setColor( Qt::transparent );
  mHoverBand->setStrokeColor( HOVER );
  mHoverBand->setWidth( 1 );
  mHoverBand->setToGeometry( outline, boundaries->crs() );
  const QString name = CaMunicipalities::builtIn().fullName( code );
  QToolTip::showText( QCursor::pos(), QStringLiteral( "%1 %2" ).arg( code, name ).toHtmlEscaped(), mIface->mapCanvas() );
}

void CaMembershipDock::hoverNowhere()
{
  mHoverBand.reset();
  mHovered.clear();
}

void CaMembershipDock::addIn( const QgsGeometry &polygon )
{
  const std::optional<QgsGeometry> place = inBoundaries( polygon );
  if ( !place )
    return;
  QStringList codes;
  const QVector<int> members = mBoundaries->here()->set().membersTouching( *place );
  for ( const int member : members )
    codes << codeOf( member );
  say( mList.add( codes ) );
  refresh();
}

void CaMembershipDock::refresh()
{
  mIsGivenUp = false;
  {
    const QSignalBlocker blocker( mAreas );
    mAreas->clear();
    for ( const CaAreaList &area : mList.areas() )
      mAreas->addItem( QStringLiteral( "%1 %2" ).arg( area.code, area.nameJa ).trimmed() );
    mAreas->setCurrentIndex( mList.current() );
  }
  mCode->setText( mList.area().code );
  mNameJa->setText( mList.area().nameJa );
  mNameEn->setText( mList.area().nameEn );
  mUndo->setEnabled( mList.canUndo() );
  mRedo->setEnabled( mList.canRedo() );
  mSave->setEnabled( mList.isChanged() );
  const QString file = mList.fileName().isEmpty() ? tr( "not saved yet" ) : QFileInfo( mList.fileName() ).fileName();
  setWindowTitle( tr( "Pick an Area: %1" ).arg( file ) + ( mList.isChanged() ? QStringLiteral( " *" ) : QString() ) );

  const std::shared_ptr<const CaBoundaries> boundaries = mBoundaries->boundaries();
  if ( !boundaries )
  {
    fillMembers( {} );
    mBand.reset();
    mSummary->setText( tr( "%n row(s) in the list.", nullptr, mList.area().members.size() ) );
    return;
  }
  CaAreaBuilder builder( boundaries );
  builder.setFallback( false );
  const CaBuiltArea area = builder.resolve( CaAreaLists( { mList.area() } ) ).constFirst();
  fillMembers( area.missing );
  showArea( area.members );
  QString summary =
      tr( "%1 of %2 codes are in the boundaries; %3 km²; %4." )
          .arg( area.found )
          .arg( area.listed )
          .arg( CaFigureText::sqKm( mBoundaries->here()->set().sqKm( area.members ) ), CaAreaPrecision::label( area.precision ) );
  if ( !area.missing.isEmpty() )
    summary += QLatin1Char( '\n' ) + tr( "Not found: %1" ).arg( area.missing.join( QStringLiteral( "; " ) ) );
  mSummary->setText( summary );
}

void CaMembershipDock::fillMembers( const QStringList &missing )
{
  mMembers->clear();
  QVector<int> order;
  for ( int row = 0; row < mList.area().members.size(); ++row )
    order << row;
  std::stable_sort( order.begin(), order.end(),
                    [this]( int a, int b ) { return mList.area().members.at( a ).code < mList.area().members.at( b ).code; } );
  for ( const int row : std::as_const( order ) )
  {
    const CaAreaMember &member = mList.area().members.at( row );
    QTreeWidgetItem *item = new QTreeWidgetItem( mMembers, { member.code, member.name, CaAreaPrecision::basisLabel( member.basis ) } );
    item->setData( 0, Qt::UserRole, row );
    if ( member.precision == QLatin1String( "subregion" ) )
      item->setText( 1, tr( "%1 (named in words)" ).arg( member.name ) );
    for ( const QString &one : missing )
    {
      if ( !one.startsWith( member.code + QLatin1Char( ' ' ) ) || member.precision == QLatin1String( "subregion" ) )
        continue;
      for ( int column = 0; column < 3; ++column )
      {
        item->setForeground( column, MISSING );
        item->setToolTip( column, one.toHtmlEscaped() );
      }
    }
  }
}

void CaMembershipDock::showArea( const QVector<int> &members )
{
  QgsGeometry geometry;
  geometry.fromWkb( mBoundaries->boundaries()->coverage()->assemble( members ).wkb );
  if ( geometry.isEmpty() )
  {
    mBand.reset();
    return;
  }
  if ( !mBand )
  {
    mBand = std::make_unique<QgsRubberBand>( mIface->mapCanvas(), CaCompat::PolygonGeometry );
    mBand->setColor( QColor( AREA.red(), AREA.green(), AREA.blue(), 110 ) );
    mBand->setStrokeColor( AREA.darker() );
    mBand->setWidth( 2 );
  }
  mBand->setToGeometry( geometry, mBoundaries->boundaries()->crs() );
  mBand->setVisible( isUserVisible() );
}

void CaMembershipDock::setNames()
{
  QString error;
  if ( !mList.setName( mCode->text(), mNameJa->text(), mNameEn->text(), &error ) )
    say( error );
  refresh();
}

void CaMembershipDock::takeOut()
{
  QVector<int> rows;
  const QList<QTreeWidgetItem *> selected = mMembers->selectedItems();
  for ( const QTreeWidgetItem *item : selected )
    rows << item->data( 0, Qt::UserRole ).toInt();
  say( mList.remove( rows ) );
  refresh();
}

void CaMembershipDock::startNew()
{
  if ( !offerToSave( true ) )
    return;
  mList = CaMembershipList();
  mList.setBasis( mBasis->currentData().toString() );
  say( tr( "A new table with one area." ) );
  refresh();
}

void CaMembershipDock::open()
{
  if ( !offerToSave( true ) )
    return;
  QgsSettings settings;
  const QString file = QFileDialog::getOpenFileName( window(), tr( "Open a Membership Table" ),
                                                     settings.value( folderSetting() ).toString(), tr( "Membership tables (*.csv)" ) );
  if ( file.isEmpty() )
    return;
  settings.setValue( folderSetting(), QFileInfo( file ).path() );
  QString error;
  const std::optional<CaMembershipList> list = CaMembershipList::open( file, &error );
  if ( !list )
    return say( error );
  mList = *list;
  mList.setBasis( mBasis->currentData().toString() );
  say( mList.otherColumns().isEmpty()
           ? tr( "%n area(s) opened.", nullptr, mList.areas().size() )
           : tr( "%1 has columns that are not kept here: %2. Save under another name so as not to lose them." )
                 .arg( QFileInfo( file ).fileName(), mList.otherColumns().join( tr( ", ", "between the parts of a list" ) ) ) );
  refresh();
}

bool CaMembershipDock::save()
{
  return mList.fileName().isEmpty() || !mList.otherColumns().isEmpty() ? saveAs() : saveTo( mList.fileName() );
}

bool CaMembershipDock::saveAs()
{
  QgsSettings settings;
  QString file =
      QFileDialog::getSaveFileName( window(), tr( "Save the Membership Table" ),
                                    settings.value( folderSetting() ).toString() + QStringLiteral( "/%1.csv" ).arg( mList.area().code ),
                                    tr( "Membership tables (*.csv)" ) );
  if ( file.isEmpty() )
    return false;
  if ( QFileInfo( file ).suffix().isEmpty() )
    file += QLatin1String( ".csv" );
  settings.setValue( folderSetting(), QFileInfo( file ).path() );
  return saveTo( file );
}

bool CaMembershipDock::saveTo( const QString &fileName )
{
  QString error;
  const bool ok = mList.save( fileName, &error );
  say( ok ? tr( "Saved to %1. “Build areas” reads it as a membership table." ).arg( QDir::toNativeSeparators( fileName ) ) : error );
  refresh();
  return ok;
}

bool CaMembershipDock::offerToSave( bool canCancel )
{
  if ( !mList.isChanged() || mIsGivenUp )
    return true;
  QMessageBox question( QMessageBox::Question, tr( "Pick an Area" ),
                        tr( "The list %1 has not been saved. Save it?" ).arg( mList.area().code ), QMessageBox::Save | QMessageBox::Discard,
                        window() );
  question.setObjectName( QStringLiteral( "caMembershipQuestion" ) );
  question.setTextFormat( Qt::PlainText );
  if ( canCancel )
    question.addButton( QMessageBox::Cancel );
  const int answer = question.exec();
  if ( answer == QMessageBox::Save )
    return save() || !canCancel;
  mIsGivenUp = answer == QMessageBox::Discard;
  return mIsGivenUp || !canCancel;
}

bool CaMembershipDock::allowExit()
{
  return offerToSave( true );
}
