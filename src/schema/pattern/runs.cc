#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "schema/pattern/forms.h"
#include "schema/pattern/utf8.h"

namespace accord::schema {
namespace {

using Kind = Regexp::Kind;

/// `min` to `max` code points of a set.
struct Run {
  std::array<bool, 128> ascii{};
  CodePoints set;
  std::uint32_t min = 1;
  std::uint32_t max = 1;

  /// Goes past as many as there are; false when they are too few.
  bool Take(std::string_view text, std::size_t& at) const {
    std::uint32_t count = 0;
    while (at < text.size() && count < max) {
      const auto byte = static_cast<std::uint8_t>(text[at]);
      if (byte < 0x80) {
        if (!ascii[byte]) {
          break;
        }
        ++at;
      } else {
        std::size_t next = at;
        if (!set.Contains(DecodeUtf8(text, next))) {
          break;
        }
        at = next;
      }
      ++count;
    }
    return count >= min;
  }
};

class Runs final : public Pattern {
 public:
  Runs(std::string source, bool lenient, std::vector<Run> runs, bool to_end)
      : Pattern(std::move(source), lenient), runs_(std::move(runs)), to_end_(to_end) {}

  Match Search(std::string_view text) const override {
    std::size_t at = 0;
    for (const Run& run : runs_) {
      if (!run.Take(text, at)) {
        return Match::kNo;
      }
    }
    return !to_end_ || at == text.size() ? Match::kYes : Match::kNo;
  }

 private:
  std::vector<Run> runs_;
  bool to_end_;
};

/// False when `node` has other parts than repeated sets.
bool Collect(const Regexp& node, std::vector<Run>& runs) {
  const bool repeated = node.kind == Kind::kRepeat;
  const Regexp& inner = repeated ? node.parts.front() : node;
  if (inner.kind == Kind::kSet) {
    Run run;
    run.set = inner.set;
    run.min = repeated ? node.min : 1;
    run.max = repeated ? node.max : 1;
    for (std::uint32_t c = 0; c < run.ascii.size(); ++c) {
      run.ascii[c] = run.set.Contains(c);
    }
    runs.push_back(std::move(run));
    return true;
  }
  const bool list = !repeated && (inner.kind == Kind::kSequence || inner.kind == Kind::kGroup);
  return list && std::all_of(inner.parts.begin(), inner.parts.end(), [&](const Regexp& part) {
           return part.kind != Kind::kStart && part.kind != Kind::kEnd && Collect(part, runs);
         });
}

/// Taking as many as there are is right when what may follow cannot be of the same set.
bool IsDeterministic(const std::vector<Run>& runs) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].min == runs[i].max) {
      continue;
    }
    for (std::size_t next = i + 1; next < runs.size(); ++next) {
      if (runs[i].set.Intersects(runs[next].set)) {
        return false;
      }
      if (runs[next].min > 0) {
        break;
      }
    }
  }
  return true;
}

}  // namespace

PatternPtr MakeRuns(const ParsedPattern& pattern, std::string_view source) {
  static constexpr std::size_t kMaxRuns = 32;
  const std::vector<Regexp>& parts = pattern.root.parts;
  if (pattern.root.kind != Kind::kSequence || parts.empty() || parts.front().kind != Kind::kStart) {
    return nullptr;
  }
  const bool to_end = parts.back().kind == Kind::kEnd;
  std::vector<Run> runs;
  for (std::size_t i = 1; i < parts.size() - (to_end ? 1 : 0); ++i) {
    if (!Collect(parts[i], runs) || runs.size() > kMaxRuns) {
      return nullptr;
    }
  }
  if (!IsDeterministic(runs)) {
    return nullptr;
  }
  return std::make_shared<Runs>(std::string(source), pattern.lenient, std::move(runs), to_end);
}

}  // namespace accord::schema
