#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "accord/verify/verify.h"

#include "cli/streams.h"

namespace accord::cli {

/// One line on the terminal's standard error that says how far a run is; wiped at the end.
class Progress : public verify::Observer {
 public:
  /// Silent when `enabled` is false or standard error is no terminal.
  Progress(Streams& streams, bool enabled);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() override;

  void OnChecked(const finding::Check& check, std::size_t done, std::size_t total) override;
  /// How far reading `name` is; `share` (0 to 1) of it, negative when its size is not known.
  void OnRead(const std::string& name, std::size_t checked, std::size_t failed, double share);

 private:
  bool IsTime(bool last);
  void Show(const std::string& line);

  Streams& streams_;
  bool enabled_;
  bool shown_ = false;
  std::size_t failed_ = 0;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace accord::cli
