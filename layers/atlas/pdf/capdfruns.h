// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "capdfoperators.h"

#include <QString>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

/**
 * \brief Text of a page in fonts that were merged: glyphs get their new ids, and those of a line become one string.
 *
 * Qt positions each glyph by itself. Here glyphs of a line become one TJ, placed as exactly. Where letters were spaced apart,
 * readers take each for a word: there the run says its text (ActualText).
 */
class CaPdfRuns final : public CaPdfOperators
{
public:
  //! A glyph of the merged font.
  struct Glyph
  {
    int id = 0;
    //! In thousandths of the font's height.
    int width = 0;
    QString text;
  };

  //! The glyphs by the ids that the page knows.
  using Font = std::vector<Glyph>;

  //! \param fonts the merged fonts by their names on the page; text in others stays as it is
  explicit CaPdfRuns( std::unordered_map<std::string, std::shared_ptr<const Font>> fonts );

protected:
  void handle( const std::string &name, const std::vector<Token> &operands ) override;
  void finish() override { flush(); }

private:
  //! What q and Q keep of the text state.
  struct State
  {
    const Font *font = nullptr;
    double size = 0;
  };

  //! A glyph of the run and where it stands, in the units of its text.
  struct Placed
  {
    Glyph glyph;
    double x = 0;
  };

  void move();
  bool show( const std::string &name, const std::vector<Token> &operands );
  void add( const std::string &codes );
  void writePlain( const std::string &name, const std::vector<Token> &operands );
  std::string recoded( const std::string &codes ) const;
  void keep( const std::string &name, const std::vector<Token> &operands );
  void catchUp( const std::string &name );
  void restart();
  void writePosition( double x, double y );
  void flush();
  std::string array() const;
  QString spacedText() const;

  std::unordered_map<std::string, std::shared_ptr<const Font>> mFonts;
  State mState;
  std::vector<State> mOuter;
  std::vector<double> mNumbers;
  //! Since the text matrix was set: where the line starts, the same as written, and where the next glyph stands.
  double mX = 0;
  double mY = 0;
  double mWrittenX = 0;
  double mWrittenY = 0;
  double mPen = 0;
  //! False after text of unknown width.
  bool mPenIsKnown = true;
  //! True once text is spaced by other means than Td and TJ: then glyphs get their ids and no more.
  bool mIsPlain = false;
  std::vector<Placed> mRun;
  double mRunY = 0;
};
