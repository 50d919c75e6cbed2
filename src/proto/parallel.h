#pragma once

#include <atomic>
#include <cstddef>
#include <thread>

namespace accord::proto {

/// Calls `work(i)` for all i below `count`, each once, from two threads when that pays.
template <typename Work>
void ForEachIndex(std::size_t count, const Work& work) {
  constexpr std::size_t kBatch = 16;
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t begin = next.fetch_add(kBatch); begin < count;
         begin = next.fetch_add(kBatch)) {
      for (std::size_t i = begin; i < begin + kBatch && i < count; ++i) {
        work(i);
      }
    }
  };
  if (count <= kBatch) {
    run();
    return;
  }
  std::thread second(run);
  run();
  second.join();
}

}  // namespace accord::proto
