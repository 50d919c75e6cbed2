#include "match/pattern_cache.h"

#include <functional>
#include <string>
#include <unordered_map>

namespace accord::match {
namespace {

/// More than a contract uses; when it is full everything is forgotten.
constexpr std::size_t kMaxPatterns = 512;
/// A longer pattern is compiled each time rather than kept.
constexpr std::size_t kMaxPatternBytes = 16'384;

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

template <typename Compiled>
class PatternCache {
 public:
  using Entry = std::shared_ptr<const base::Result<Compiled>>;

  template <typename Compile>
  Entry Get(std::string_view pattern, const Compile& compile) {
    if (const auto found = entries_.find(pattern); found != entries_.end()) {
      return found->second;
    }
    Entry entry = std::make_shared<const base::Result<Compiled>>(compile(pattern));
    if (pattern.size() <= kMaxPatternBytes) {
      if (entries_.size() >= kMaxPatterns) {
        entries_.clear();
      }
      entries_.emplace(pattern, entry);
    }
    return entry;
  }

 private:
  std::unordered_map<std::string, Entry, TextHash, std::equal_to<>> entries_;
};

}  // namespace

CompiledRegex WholeRegex(std::string_view pattern) {
  thread_local PatternCache<base::Regex> cache;
  return cache.Get(
      pattern, [](std::string_view text) { return base::Regex::Compile(text, {.whole = true}); });
}

CompiledDate CompiledDatePattern(std::string_view pattern) {
  thread_local PatternCache<DatePattern> cache;
  return cache.Get(pattern, [](std::string_view text) { return DatePattern::Compile(text); });
}

}  // namespace accord::match
