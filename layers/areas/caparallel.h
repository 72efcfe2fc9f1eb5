// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

/**
 * Calls \a work( i ) for each i below \a count, on as many threads as there are cores; returns when all are done.
 * The first exception thrown by \a work stops the rest and is thrown again here.
 */
template <typename Work>
void caParallel( size_t count, const Work &work )
{
  const size_t threads = std::min<size_t>( count, std::max( 1U, std::thread::hardware_concurrency() ) );
  std::atomic<size_t> next{ 0 };
  std::exception_ptr thrown;
  std::mutex mutex;
  const auto run = [&]
  {
    try
    {
      for ( size_t i = next++; i < count; i = next++ )
        work( i );
    }
    catch ( ... )
    {
      const std::lock_guard<std::mutex> lock( mutex );
      thrown = thrown ? thrown : std::current_exception();
      next = count;
    }
  };
  std::vector<std::thread> others;
  for ( size_t i = 1; i < threads; ++i )
    others.emplace_back( run );
  run();
  for ( std::thread &other : others )
    other.join();
  if ( thrown )
    std::rethrow_exception( thrown );
}
