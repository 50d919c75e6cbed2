#pragma once

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace accord::benchmark {

using Clock = std::chrono::steady_clock;

inline double NanosecondsSince(Clock::time_point start) {
  return std::chrono::duration<double, std::nano>(Clock::now() - start).count();
}

inline std::string ReadFile(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> ReadLines(const char* path) {
  std::vector<std::string> lines;
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    if (line.find_first_not_of(" \t\r") != std::string::npos) {
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

/// Nanoseconds of the median pass of those that fit into `seconds`, at least `least`. The first
/// quarter only warms up.
template <typename Pass>
double MedianPass(double seconds, std::size_t least, Pass pass) {
  std::vector<double> times;
  const Clock::time_point start = Clock::now();
  while (times.size() < least || NanosecondsSince(start) < seconds * 1e9) {
    const Clock::time_point begin = Clock::now();
    pass();
    times.push_back(NanosecondsSince(begin));
  }
  times.erase(
      times.begin(),
      times.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(times.size() / 4, 50)));
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

}  // namespace accord::benchmark
