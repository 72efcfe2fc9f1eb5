// SPDX-License-Identifier: GPL-2.0-or-later
#include "caheredock.h"

#include "cabackgroundtask.h"
#include "caboundarybox.h"
#include "cacompat.h"
#include "cadockwidgets.h"
#include "cafiguretext.h"
#include "cafiscalyear.h"
#include "calanguage.h"
#include "camapboundaries.h"

#include <qgsapplication.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsrubberband.h>

#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace
{

const QColor PLACE( 224, 123, 57 );
constexpr int POINT_SIZE = 14; // pixels

} // namespace

CaHereDock::CaHereDock( QgsMapCanvas *canvas, CaMapBoundaries *boundaries, QWidget *parent )
    : QgsDockWidget( tr( "What Is Here?" ), parent )
    , mCanvas( canvas )
    , mBoundaries( boundaries )
{
  setObjectName( QStringLiteral( "caHereDock" ) );
  mSource = CaDockWidgets::label( QStringLiteral( "caHereSource" ) );
  mStatus = CaDockWidgets::label( QStringLiteral( "caHereStatus" ) );
  mCopy = CaDockWidgets::button( QStringLiteral( "caHereCopy" ), QgsApplication::getThemeIcon( QStringLiteral( "/mActionEditCopy.svg" ) ),
                                 tr( "Copy the answer as text" ) );
  mCancel = CaDockWidgets::button( QStringLiteral( "caHereCancel" ), QgsApplication::getThemeIcon( QStringLiteral( "/mTaskCancel.svg" ) ),
                                   tr( "Stop looking" ) );
  mProgress = new QProgressBar();
  mProgress->setRange( 0, 100 );
  mProgress->setMaximumHeight( mProgress->sizeHint().height() / 2 );
  mAnswer = new QTextBrowser();
  mAnswer->setObjectName( QStringLiteral( "caHereAnswer" ) );
  mAnswer->setOpenLinks( false );

  QHBoxLayout *top = new QHBoxLayout();
  top->addWidget( new CaBoundaryBox( boundaries ), 1 );
  top->addWidget( mCopy );
  top->addWidget( mCancel );
  QWidget *content = new QWidget();
  QVBoxLayout *layout = new QVBoxLayout( content );
  layout->addLayout( top );
  layout->addWidget( mSource );
  layout->addWidget( mProgress );
  layout->addWidget( mStatus );
  layout->addWidget( mAnswer, 1 );
  setWidget( content );

  connect( mCopy, &QToolButton::clicked, this, &CaHereDock::copy );
  connect( mCancel, &QToolButton::clicked, this, &CaHereDock::cancel );
  connect( boundaries, &CaMapBoundaries::changed, this, &CaHereDock::boundariesChanged );
  connect( boundaries, &CaMapBoundaries::progressed, this,
           [this]( double percent ) { mProgress->setValue( static_cast<int>( percent ) ); } );
  clear();
}

CaHereDock::~CaHereDock()
{
  const QPointer<CaBackgroundTask> task = mTask;
  dropTask();
  CaBackgroundTask::stop( task );
}

//! Gives up what is being looked for; nobody hears of its end.
void CaHereDock::dropTask()
{
  if ( !mTask )
    return;
  disconnect( mTask, nullptr, this, nullptr );
  mTask->cancel();
  mTask.clear();
}

void CaHereDock::clear()
{
  dropTask();
  mPlace = QgsGeometry();
  mIsPending = false;
  mBand.reset();
  mAnswer->clear();
  mGroups.clear();
  say( tr( "Click on the map, drag a rectangle, or hold Shift and draw a shape." ) );
  setBusy( false );
  mCopy->setEnabled( false );
}

void CaHereDock::ask( const QgsGeometry &place )
{
  dropTask();
  mPlace = place;
  mPlaceCrs = mCanvas->mapSettings().destinationCrs();
  const bool isPoint = place.type() != CaCompat::PolygonGeometry;
  mBand = std::make_unique<QgsRubberBand>( mCanvas, place.type() );
  mBand->setColor( isPoint ? PLACE : QColor( PLACE.red(), PLACE.green(), PLACE.blue(), 40 ) );
  mBand->setStrokeColor( PLACE );
  mBand->setWidth( isPoint ? 3 : 2 );
  mBand->setIcon( QgsRubberBand::ICON_CIRCLE );
  mBand->setIconSize( POINT_SIZE );
  mBand->setToGeometry( place, mPlaceCrs );
  mIsPending = true;
  mBoundaries->load();
  boundariesChanged();
}

void CaHereDock::setPlaceVisible( bool visible )
{
  if ( mBand )
    mBand->setVisible( visible );
}

void CaHereDock::boundariesChanged()
{
  mSource->setText( mBoundaries->isLoading() ? tr( "Reading the boundaries…" ) : mBoundaries->description() );
  setBusy( mBoundaries->isLoading() );
  if ( !mIsPending || mBoundaries->isLoading() )
    return;
  if ( mBoundaries->here() )
    find();
  else if ( !mBoundaries->error().isEmpty() )
  {
    mIsPending = false;
    mAnswer->clear();
    say( mBoundaries->error() );
  }
  else
    mBoundaries->load(); // others were chosen meanwhile
}

void CaHereDock::find()
{
  mIsPending = false;
  mAnswer->clear();
  mGroups.clear();
  mCopy->setEnabled( false );
  const std::shared_ptr<const CaWhatIsHere> here = mBoundaries->here();
  const bool isPoint = mPlace.type() != CaCompat::PolygonGeometry;
  QString error;
  const std::optional<QgsGeometry> transformed = mBoundaries->inBoundaries( mPlace, mPlaceCrs, &error );
  if ( !transformed )
  {
    say( error );
    return;
  }
  const QgsGeometry place = *transformed;
  const QgsPointXY centre = isPoint ? place.asPoint() : place.boundingBox().center();
  const QString position = tr( "%1 E, %2 N" ).arg( centre.x(), 0, 'f', 5 ).arg( centre.y(), 0, 'f', 5 );
  mPlaceText =
      isPoint ? position : tr( "A polygon of %1 km² around %2" ).arg( CaFigureText::sqKm( here->set().measure( place ) ), position );
  say( mPlaceText );

  const int year = CaFiscalYear::of( QgsProject::instance() );
  const int fiscalYear = year == 0 ? CaFiscalYear::DEFAULT : year;
  struct Answer
  {
    QVector<CaHere> found;
    QString error;
  };
  const std::shared_ptr<Answer> answer = std::make_shared<Answer>();
  setBusy( true );
  mTask = CaBackgroundTask::start( tr( "What is here?" ),
                                   [answer, here, place, isPoint, fiscalYear]( QgsFeedback *feedback )
                                   {
                                     answer->found =
                                         isPoint ? here->at( place.asPoint(), fiscalYear )
                                                 : here->in( place, fiscalYear, &answer->error, feedback ).value_or( QVector<CaHere>() );
                                   } );
  connect( mTask, &CaBackgroundTask::done, this,
           [this, answer, fiscalYear]( bool ok )
           {
             mTask.clear();
             setBusy( false );
             if ( !ok )
               say( tr( "%1: stopped." ).arg( mPlaceText ) );
             else if ( !answer->error.isEmpty() )
               say( answer->error );
             else
               show( answer->found, fiscalYear );
           } );
}

void CaHereDock::show( const QVector<CaHere> &found, int fiscalYear )
{
  mGroups = CaHereGroups::of( found, CaLanguage::ofInterface(), fiscalYear );
  if ( mGroups.isEmpty() )
    say( tr( "%1: nothing. It is in the sea, in a lake, or abroad." ).arg( mPlaceText ) );
  mAnswer->setHtml( CaHereGroups::toHtml( mGroups ) );
  mCopy->setEnabled( !mGroups.isEmpty() );
}

void CaHereDock::setBusy( bool busy )
{
  const bool isBusy = busy || mTask || mBoundaries->isLoading();
  mProgress->setVisible( isBusy );
  mCancel->setEnabled( isBusy );
}

void CaHereDock::say( const QString &text )
{
  mStatus->setText( text );
}

void CaHereDock::copy() const
{
  QApplication::clipboard()->setText( CaHereGroups::toText( mGroups, { mPlaceText, mSource->text() } ) );
}

void CaHereDock::cancel()
{
  if ( mTask )
    mTask->cancel();
  else if ( mIsPending )
    mBoundaries->cancel();
}
