// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <type_traits>
#include <utility>

/**
 * \brief An array of plain values that grows without a second copy of itself.
 *
 * std::vector needs old and new memory at the same time to grow, which for hundreds of megabytes of coordinates is most of
 * the peak. realloc() moves pages instead. What resize() adds is not initialised.
 */
template <typename T>
class CaBuffer
{
  static_assert( std::is_trivially_copyable_v<T>, "values are moved as bytes" );

public:
  CaBuffer() = default;
  explicit CaBuffer( size_t size ) { resize( size ); }
  CaBuffer( CaBuffer &&other ) noexcept { swap( other ); }
  CaBuffer &operator=( CaBuffer &&other ) noexcept
  {
    swap( other );
    return *this;
  }
  CaBuffer( const CaBuffer & ) = delete;
  CaBuffer &operator=( const CaBuffer & ) = delete;
  ~CaBuffer() { std::free( mData ); }

  size_t size() const { return mSize; }
  bool empty() const { return mSize == 0; }
  T *data() { return mData; }
  const T *data() const { return mData; }
  T &operator[]( size_t i ) { return mData[i]; }
  const T &operator[]( size_t i ) const { return mData[i]; }
  T *begin() { return mData; }
  T *end() { return mData + mSize; }
  const T *begin() const { return mData; }
  const T *end() const { return mData + mSize; }
  T &back() { return mData[mSize - 1]; }

  void push_back( const T &value )
  {
    const T copy = value;
    resize( mSize + 1 );
    mData[mSize - 1] = copy;
  }

  void resize( size_t size )
  {
    if ( size > mCapacity )
      reserve( std::max( size, mCapacity + mCapacity / 2 + 16 ) );
    mSize = size;
  }

  void reserve( size_t capacity )
  {
    if ( capacity <= mCapacity )
      return;
    void *data = std::realloc( static_cast<void *>( mData ), capacity * sizeof( T ) );
    if ( !data )
      throw std::bad_alloc();
    mData = static_cast<T *>( data );
    mCapacity = capacity;
  }

  void fill( const T &value ) { std::fill( begin(), end(), value ); }

  //! Gives the memory back.
  void clear() { CaBuffer().swap( *this ); }

  void swap( CaBuffer &other ) noexcept
  {
    std::swap( mData, other.mData );
    std::swap( mSize, other.mSize );
    std::swap( mCapacity, other.mCapacity );
  }

private:
  T *mData = nullptr;
  size_t mSize = 0;
  size_t mCapacity = 0;
};
