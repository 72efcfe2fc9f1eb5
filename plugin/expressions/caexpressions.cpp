// SPDX-License-Identifier: GPL-2.0-or-later
#include "caexpressions.h"

#include "cafiscaldate.h"
#include "cajoinengine.h"
#include "camarks.h"
#include "canumbers.h"
#include "caownerresolver.h"
#include "capaths.h"
#include "catext.h"
#include "caunits.h"

#include <qgsexpression.h>
#include <qgsexpressioncontext.h>
#include <qgsexpressionfunction.h>

#include <QDate>
#include <QDateTime>
#include <QFileInfo>
#include <QMutex>

#include <array>
#include <memory>

namespace
{

using Evaluate = QVariant ( * )( const QVariantList &values, const QgsExpressionContext *context, QgsExpression *expression );

//! A function of QGIS that calls a function of ours. (QgsStaticExpressionFunction would do, but is not exported.)
class CaExpressionFunction : public QgsExpressionFunction
{
public:
  CaExpressionFunction( const QString &name, const ParameterList &parameters, Evaluate evaluate, const QString &group, const QString &help )
      : QgsExpressionFunction( name, parameters, group, help )
      , mEvaluate( evaluate )
  {
  }

  QVariant func( const QVariantList &values, const QgsExpressionContext *context, QgsExpression *expression,
                 const QgsExpressionNodeFunction * ) override
  {
    return mEvaluate( values, context, expression );
  }

private:
  Evaluate mEvaluate;
};

QVariant fail( QgsExpression *expression, const QString &problem )
{
  expression->setEvalErrorString( problem );
  return QVariant();
}

QVariant variable( const QgsExpressionContext *context, const char *name )
{
  return context ? context->variable( QLatin1String( name ) ) : QVariant();
}

//! Returns the data pack whose figures are meant: the one beside the project, the one its layers were made of, or the shipped one.
QString packFile( const QgsExpressionContext *context )
{
  const QString folder = variable( context, "project_folder" ).toString();
  for ( const QString &candidate : { folder.isEmpty() ? QString() : CaPaths::packIn( folder ), variable( context, "ca_pack" ).toString() } )
  {
    if ( !candidate.isEmpty() && QFileInfo::exists( candidate ) )
      return candidate;
  }
  return CaPaths::installedPack();
}

//! The engine of the pack that was asked last, opened anew when the file is another.
class LastEngine
{
public:
  std::shared_ptr<const CaJoinEngine> of( const QString &fileName, QString *error )
  {
    const QMutexLocker locker( &mMutex );
    const QDateTime changed = QFileInfo( fileName ).lastModified();
    if ( mEngine && mFileName == fileName && mChanged == changed )
      return mEngine;
    std::optional<CaJoinEngine> opened = CaJoinEngine::open( fileName, error );
    mEngine = opened ? std::make_shared<const CaJoinEngine>( *opened ) : nullptr;
    mFileName = fileName;
    mChanged = changed;
    return mEngine;
  }
  void clear()
  {
    const QMutexLocker locker( &mMutex );
    mEngine.reset();
  }

private:
  QMutex mMutex;
  QString mFileName;
  QDateTime mChanged;
  std::shared_ptr<const CaJoinEngine> mEngine;
};

LastEngine &lastEngine()
{
  static LastEngine engine;
  return engine;
}

//! Returns the owners of the shipped data, read at first use.
const std::optional<CaOwnerResolver> &owners( QString *error )
{
  static QString loadError;
  static const std::optional<CaOwnerResolver> resolver = CaOwnerResolver::load( CaPaths::installedPack(), &loadError );
  *error = loadError;
  return resolver;
}

} // namespace

//! The functions themselves: what QGIS calls, and what it shows of them.
class CaExpressionFunctions
{
  Q_DECLARE_TR_FUNCTIONS( CaExpressions )

public:
  struct Function
  {
    const char *name;
    std::array<const char *, 3> parameters;
    int needed; //!< How many of the parameters must be given
    Evaluate evaluate;
    QString ( *help )();
  };

  // A function more is a line more. Alphabetical; registered in this order and unregistered in the reverse.
  static constexpr int COUNT = 4;
  static const std::array<Function, COUNT> &all()
  {
    static const std::array<Function, COUNT> functions{ { { "ca_code", { "text", "kind" }, 1, &code, &codeHelp },
                                                          { "ca_fiscal_year", { "text" }, 1, &fiscalYear, &fiscalYearHelp },
                                                          { "ca_number", { "text", "unit" }, 1, &number, &numberHelp },
                                                          { "ca_stat", { "owner", "metric", "fiscal_year" }, 2, &stat, &statHelp } } };
    return functions;
  }

private:
  static QVariant code( const QVariantList &values, const QgsExpressionContext *, QgsExpression *expression )
  {
    const QStringList known{ QStringLiteral( "national" ),     QStringLiteral( "bureau" ),  QStringLiteral( "prefecture" ),
                             QStringLiteral( "municipality" ), QStringLiteral( "project" ), QStringLiteral( "subarea" ),
                             QStringLiteral( "type_example" ), QStringLiteral( "link" ) };
    const QString kind = values.value( 1 ).toString();
    if ( !kind.isEmpty() && !known.contains( kind ) )
      return fail(
          expression,
          CaExpressions::tr( "“%1” is no kind of owner. Kinds: %2." ).arg( CaText::quoted( kind ), known.join( QStringLiteral( ", " ) ) ) );
    QString error;
    const std::optional<CaOwnerResolver> &resolver = owners( &error );
    if ( !resolver )
      return fail( expression, error );
    const QString text = values.at( 0 ).toString();
    const QStringList kinds = kind.isEmpty() ? QStringList() : QStringList( kind );
    const CaResolved owner = resolver->resolve( text, kinds );
    if ( owner.ok() )
      return owner.code;
    const QStringList nearest = owner.candidates.isEmpty() ? resolver->nearest( text, kinds ) : QStringList();
    if ( nearest.isEmpty() )
      return fail( expression, owner.problem );
    return fail( expression, CaExpressions::tr( "%1 Nearest: %2." ).arg( owner.problem, nearest.join( QStringLiteral( ", " ) ) ) );
  }

  static QVariant fiscalYear( const QVariantList &values, const QgsExpressionContext *, QgsExpression *expression )
  {
    const QVariant &value = values.at( 0 );
    if ( value.userType() == QMetaType::QDate || value.userType() == QMetaType::QDateTime )
      return value.toDate().isValid() ? QVariant( CaFiscalDate::fiscalYearOf( value.toDate() ) ) : QVariant();
    const CaFiscalDate date = CaFiscalDate::parse( value.toString() );
    if ( !date.ok() )
      return fail( expression, date.problem );
    if ( date.fiscalYear == 0 )
      return fail( expression, CaExpressions::tr( "“%1” is no fiscal year. %2" ).arg( CaText::quoted( value.toString() ), date.note ) );
    return date.fiscalYear;
  }

  static QVariant number( const QVariantList &values, const QgsExpressionContext *, QgsExpression *expression )
  {
    const QVariant &value = values.at( 0 );
    const QString text = value.toString();
    QString unit = values.value( 1 ).toString();
    if ( !unit.isEmpty() && !CaUnits::builtIn().unit( unit ) )
      return fail(
          expression,
          CaExpressions::tr( "“%1” is no unit of Cluster Atlas: write its code, such as oku_yen." ).arg( CaText::quoted( unit ) ) );
    if ( value.userType() != QMetaType::QString )
    {
      bool isNumber = false;
      const double number = value.toDouble( &isNumber );
      return isNumber ? QVariant( number ) : fail( expression, CaExpressions::tr( "“%1” is not a number." ).arg( CaText::quoted( text ) ) );
    }
    if ( const std::optional<CaFlag> flag = CaMarks::builtIn().flag( text ) )
      return *flag == CaFlag::Zero ? QVariant( 0.0 ) : QVariant(); // understood: there is no value
    CaParsedNumber number = CaNumbers::parse( text );
    // 3億円 and 3億5千万円 must not be counted in different units.
    if ( unit.isEmpty() && !number.unit.isEmpty() )
      unit = CaUnits::builtIn().unit( number.unit )->base;
    if ( number.value && !unit.isEmpty() )
      number = CaNumbers::parse( text, unit );
    return number.value ? QVariant( *number.value ) : fail( expression, number.problem );
  }

  static QVariant stat( const QVariantList &values, const QgsExpressionContext *context, QgsExpression *expression )
  {
    const QVariant given = values.at( 2 ).toString().isEmpty() ? variable( context, "ca_fiscal_year" ) : values.at( 2 );
    bool isYear = false;
    const int year = given.toInt( &isYear );
    if ( !isYear )
      return fail(
          expression,
          CaExpressions::tr( "“%1” is no fiscal year: write four digits, such as 2009." ).arg( CaText::quoted( given.toString() ) ) );
    QString error;
    const std::shared_ptr<const CaJoinEngine> engine = lastEngine().of( packFile( context ), &error );
    const std::optional<CaStatistic> statistic =
        engine ? engine->value( CaJoin::keyText( values.at( 0 ) ), values.at( 1 ).toString(), year, &error ) : std::nullopt;
    if ( !error.isEmpty() )
      return fail( expression, error );
    return statistic && statistic->figure.value ? QVariant( *statistic->figure.value ) : QVariant();
  }

  static QString codeHelp()
  {
    return tr(
        "Returns the code of whom a text names: a prefecture (JIS X 0401), a municipality (JIS X 0402, five digits), a METI bureau, a "
        "project, … "
        "Names may be short or in another spelling; codes may be in full width, with a check digit, or without leading zeros. "
        "NULL, and an error that names the candidates, if the text is unknown or may mean several.<br><br>"
        "<b>kind</b>: national, bureau, prefecture, municipality, project, subarea, type_example or link, to look among these only.<br><br>"
        "ca_code('１３') → '13'<br>ca_code('府中市（東京都）') → '13206'<br>ca_code('132063') → '13206'<br>ca_code('北海道', 'bureau') → "
        "'HOKKAIDO'" );
  }

  static QString fiscalYearHelp()
  {
    return tr( "Returns the fiscal year (April to March) that a text or a date lies in. "
               "NULL, and an error, for a calendar year, for a year that may be of either kind (2009), and for text that is ambiguous "
               "(21年度).<br><br>"
               "ca_fiscal_year('平成21年度') → 2009<br>ca_fiscal_year('H21') → 2009<br>ca_fiscal_year('2010-03-31') → "
               "2009<br>ca_fiscal_year('令和元年5月') → 2019" );
  }

  static QString numberHelp()
  {
    return tr( "Returns the number that a text says: with thousands separators, in full width, with △ or brackets for a negative, with 万 "
               "or 億, with a unit. "
               "An amount of money is returned in yen, unless a unit is given. A mark for nothing at all (-) is 0; a mark for a figure "
               "that is not known, withheld or not applicable (…, x) is NULL. "
               "NULL, and an error, if the text cannot be read.<br><br>"
               "<b>unit</b>: code of the unit to convert to, such as oku_yen, million_yen or persons.<br><br>"
               "ca_number('１，２３４') → 1234<br>ca_number('△12.5') → -12.5<br>ca_number('3.5万人') → 35000<br>ca_number('12,345百万円', "
               "'oku_yen') → 123.45" );
  }

  static QString statHelp()
  {
    return tr( "Returns a figure of the data pack, shipped or imported: of an owner, a metric and a fiscal year (April to March). "
               "The pack is the one beside the project. "
               "NULL if there is no figure, or one without a value: suppressed, not available, not applicable. "
               "NULL, and an error, if the owner or the metric is not known or ambiguous.<br><br>"
               "<b>owner</b>: a code, or a name.<br><b>metric</b>: a code as in the table of metrics, such as firms.<br>"
               "<b>fiscal_year</b>: that of the project if it is left out.<br><br>"
               "ca_stat('NATIONAL', 'firms', 2009) → 10200<br>ca_stat('HOKKAIDO_IT', 'sales', 2010) → 4125" );
  }
};

QStringList CaExpressions::names()
{
  QStringList names;
  for ( const CaExpressionFunctions::Function &function : CaExpressionFunctions::all() )
    names << QLatin1String( function.name );
  return names;
}

bool CaExpressions::registerFunctions()
{
  if ( QgsExpression::isFunctionName( names().first() ) )
    return false;
  for ( const CaExpressionFunctions::Function &function : CaExpressionFunctions::all() )
  {
    QgsExpressionFunction::ParameterList parameters;
    for ( const char *parameter : function.parameters )
    {
      if ( parameter )
        parameters << QgsExpressionFunction::Parameter( QLatin1String( parameter ), parameters.size() >= function.needed,
                                                        QStringLiteral( "" ) ); // a null one would make the result NULL
    }
    auto registered = std::make_unique<CaExpressionFunction>( QLatin1String( function.name ), parameters, function.evaluate,
                                                              tr( "Cluster Atlas" ), function.help() );
    // QGIS takes it over, and keeps it until it ends; but not if the name is taken.
    if ( QgsExpression::registerFunction( registered.get(), true ) )
      registered.release();
  }
  return true;
}

void CaExpressions::unregisterFunctions()
{
  lastEngine().clear();
  // From the last to the first: functions of others that were registered before ours keep their places.
  const QStringList registered = names();
  for ( auto name = registered.crbegin(); name != registered.crend(); ++name )
  {
    const int index = QgsExpression::functionIndex( *name );
    if ( index >= 0 && dynamic_cast<CaExpressionFunction *>( QgsExpression::Functions().at( index ) ) )
      QgsExpression::unregisterFunction( *name );
  }
}
