// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <string>
#include <vector>

class QPDF;

/**
 * \brief The content of a PDF page, operator by operator: base of what rewrites it while it is written.
 *
 * Space is written anew, an operator a line; comments are left out. What a derived class does not know it passes on by write().
 * For one content stream; not thread safe.
 */
class CaPdfOperators : public QPDFObjectHandle::TokenFilter
{
public:
  using Token = QPDFTokenizer::Token;

  void handleToken( const Token &token ) final;
  void handleEOF() final;

  //! Returns \a content as \a filter rewrites it.
  static std::string rewritten( const std::string &content, CaPdfOperators &filter );

protected:
  //! Called with each operator and what stands before it.
  virtual void handle( const std::string &name, const std::vector<Token> &operands ) = 0;

  /**
   * Called with a line or the start of a path (l, m), of which pages of maps have most: these need no tokens.
   * \returns false to be called as handle() instead
   */
  virtual bool handlePoint( char name, double x, double y );

  //! Called before the end of the content, for what a derived class still holds back.
  virtual void finish() {}

  //! Writes \a content, whole operators each with the end of its line.
  void put( const std::string &content );

  //! Returns how many bytes have been written.
  std::size_t written() const { return mWritten; }

  //! Writes an operator and its operands as they are, numbers without the zeros at their ends.
  void write( const std::string &name, const std::vector<Token> &operands );

  //! Returns true if there are \a count operands and all are numbers; then \a numbers are these.
  static bool areNumbers( const std::vector<Token> &operands, std::size_t count, std::vector<double> &numbers );

  //! Returns \a value with at most \a decimals decimals, from 0 to 9, without zeros at the end.
  static std::string number( double value, int decimals );

private:
  void rewrite( const std::string &content );
  const char *takePoint( const char *at, const char *end );

  std::vector<Token> mOperands;
  std::string *mTarget = nullptr;
  bool mInlineImage = false;
  std::size_t mWritten = 0;
};
