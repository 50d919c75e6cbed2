#include "cli/progress.h"

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
  const auto now = std::chrono::steady_clock::now();
  if (!enabled_ || (shown_ && now - last_ < kInterval && done != total)) {
    return;
  }
  last_ = now;
  shown_ = true;
  const std::string line = fmt::format("[{}/{}]{} {}",
                                       done,
                                       total,
                                       failed_ == 0 ? "" : fmt::format(" {} failed", failed_),
                                       check.name);
  streams_.err << "\r\x1b[K" << base::Ellipsize(line, static_cast<std::size_t>(streams_.width) - 1)
               << std::flush;
}

}  // namespace accord::cli
