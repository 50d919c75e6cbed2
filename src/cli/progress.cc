#include "cli/progress.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::cli {
namespace {

constexpr std::chrono::milliseconds kInterval{100};

}  // namespace

Progress::Progress(Streams& streams, bool enabled)
    : streams_(streams), enabled_(enabled && streams.err_is_terminal) {}

Progress::~Progress() {
  if (shown_) {
    streams_.err << "\r\x1b[K" << std::flush;
  }
}

void Progress::OnChecked(const finding::Check& check, std::size_t done, std::size_t total) {
  if (check.outcome == finding::Outcome::kFailed || check.outcome == finding::Outcome::kError) {
    ++failed_;
  }
  if (!IsTime(done == total)) {
    return;
  }
  Show(fmt::format("[{}/{}]{} {}",
                   done,
                   total,
                   failed_ == 0 ? "" : fmt::format(" {} failed", failed_),
                   check.name));
}

void Progress::OnRead(const std::string& name,
                      std::size_t checked,
                      std::size_t failed,
                      double share) {
  if (!IsTime(false)) {
    return;
  }
  Show(fmt::format("[{}{}]{} {}",
                   checked,
                   share < 0 ? "" : fmt::format(", {:.0f} %", std::min(share, 1.0) * 100),
                   failed == 0 ? "" : fmt::format(" {} failed", failed),
                   name));
}

bool Progress::IsTime(bool last) {
  if (!enabled_) {
    return false;
  }
  const auto now = std::chrono::steady_clock::now();
  if (shown_ && now - last_ < kInterval && !last) {
    return false;
  }
  last_ = now;
  shown_ = true;
  return true;
}

void Progress::Show(const std::string& line) {
  streams_.err << "\r\x1b[K" << base::Ellipsize(line, static_cast<std::size_t>(streams_.width) - 1)
               << std::flush;
}

}  // namespace accord::cli
