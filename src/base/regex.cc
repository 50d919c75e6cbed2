#include "accord/base/regex.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <ctime>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "accord/base/strings.h"

namespace accord::base {
namespace {

/// Backtracking steps per start position.
constexpr std::uint32_t kMatchLimit = 100'000;
/// One step may scan the whole subject, so long subjects get fewer: steps × bytes stay below this.
constexpr std::size_t kScanLimit = std::size_t{4} * 1024 * 1024 * 1024;
/// Of schemas, which nest their groups themselves.
constexpr std::uint32_t kNesting = 2500;
constexpr std::uint32_t kHeapLimitKib = 20'000;
constexpr std::size_t kJitStackStart = std::size_t{32} * 1024;
constexpr std::size_t kJitStackMax = std::size_t{1024} * 1024;

/// Start positions tried before the time is looked at; grows while they are cheap.
constexpr std::size_t kFirstWindow = 256;
constexpr std::chrono::milliseconds kWindowTime{5};
/// Processor time for one subject.
constexpr std::chrono::milliseconds kTimeLimit{1000};

struct Free {
  void operator()(pcre2_code* p) const { pcre2_code_free(p); }
  void operator()(pcre2_match_data* p) const { pcre2_match_data_free(p); }
  void operator()(pcre2_match_context* p) const { pcre2_match_context_free(p); }
  void operator()(pcre2_compile_context* p) const { pcre2_compile_context_free(p); }
  void operator()(pcre2_jit_stack* p) const { pcre2_jit_stack_free(p); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

/// What every match needs and one thread may reuse.
struct Workspace {
  Owned<pcre2_jit_stack> stack{pcre2_jit_stack_create(kJitStackStart, kJitStackMax, nullptr)};
  Owned<pcre2_match_context> context{pcre2_match_context_create(nullptr)};
  Owned<pcre2_match_data> data{pcre2_match_data_create(1, nullptr)};

  Workspace() {
    pcre2_set_heap_limit(context.get(), kHeapLimitKib);
    pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
  }
};

Workspace& ThisThread() {
  thread_local Workspace workspace;
  return workspace;
}

PCRE2_SPTR Units(std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();
  return reinterpret_cast<PCRE2_SPTR>(data);
}

std::string Describe(std::string_view pattern, int code, std::size_t offset) {
  std::array<PCRE2_UCHAR, 256> text{};
  pcre2_get_error_message(code, text.data(), text.size());
  return "invalid regular expression \"" + Ellipsize(pattern, 200) +
         "\": " + reinterpret_cast<const char*>(text.data()) + " (at offset " +
         std::to_string(offset) + ")";
}

std::chrono::nanoseconds ThreadTime() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

bool IsAnchored(const pcre2_code* code) {
  std::uint32_t options = 0;
  pcre2_pattern_info(code, PCRE2_INFO_ALLOPTIONS, &options);
  return (options & PCRE2_ANCHORED) != 0;
}

std::size_t NextCharacter(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<std::uint8_t>(text[at]) & 0xC0U) == 0x80U) {
    ++at;
  }
  return at;
}

struct Attempt {
  const pcre2_code* code;
  std::string_view subject;  ///< Well-formed UTF-8.
  pcre2_match_data* data;
};

/// Tries start positions from `first` on, up to but not including `end`.
RegexOutcome Try(const Attempt& attempt, std::size_t first, std::size_t end) {
  const bool to_end = end >= attempt.subject.size();
  pcre2_match_context* context = ThisThread().context.get();
  pcre2_set_offset_limit(context, to_end ? PCRE2_UNSET : end - 1);
  const std::size_t steps = kScanLimit / std::max<std::size_t>(attempt.subject.size(), 1);
  pcre2_set_match_limit(context,
                        static_cast<std::uint32_t>(std::min<std::size_t>(steps, kMatchLimit)));
  const int code = pcre2_match(attempt.code,
                               Units(attempt.subject),
                               attempt.subject.size(),
                               first,
                               PCRE2_NO_UTF_CHECK,
                               attempt.data,
                               context);
  if (code >= 0) {
    return RegexOutcome::kMatch;
  }
  return code == PCRE2_ERROR_NOMATCH ? RegexOutcome::kNoMatch : RegexOutcome::kTooExpensive;
}

/// PCRE2 bounds the steps per start position only, so a pattern that scans the rest of a long
/// subject from each would be quadratic: start positions are tried window by window, against time.
RegexOutcome TryInWindows(const Attempt& attempt) {
  const std::chrono::nanoseconds begin = ThreadTime();
  std::chrono::nanoseconds before = begin;
  std::size_t window = kFirstWindow;
  std::size_t start = 0;
  for (;;) {
    const std::size_t end = NextCharacter(attempt.subject, start + window);
    const RegexOutcome outcome = Try(attempt, start, end);
    if (outcome != RegexOutcome::kNoMatch || end >= attempt.subject.size()) {
      return outcome;
    }
    const std::chrono::nanoseconds now = ThreadTime();
    if (now - begin > kTimeLimit) {
      return RegexOutcome::kTooExpensive;
    }
    window = now - before < kWindowTime ? window * 2 : std::max<std::size_t>(window / 2, 1);
    before = now;
    start = end;
  }
}

RegexOutcome Run(const Attempt& attempt) {
  if (!IsUtf8(attempt.subject)) {
    return RegexOutcome::kInvalidSubject;
  }
  if (attempt.subject.size() <= kFirstWindow || IsAnchored(attempt.code)) {
    return Try(attempt, 0, attempt.subject.size());
  }
  return TryInWindows(attempt);
}

}  // namespace

struct Regex::Impl {
  Owned<pcre2_code> code;
};

Result<Regex> Regex::Compile(std::string_view pattern, const Options& options) {
  // \C could stop inside a character.
  std::uint32_t flags = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT;
  if (options.ignore_case) {
    flags |= PCRE2_CASELESS;
  }
  if (options.whole) {
    flags |= PCRE2_ANCHORED | PCRE2_ENDANCHORED;
  }
  const Owned<pcre2_compile_context> context(pcre2_compile_context_create(nullptr));
  if (options.ecma) {
    flags |= PCRE2_DOLLAR_ENDONLY | PCRE2_DOTALL | PCRE2_MATCH_UNSET_BACKREF;
    pcre2_set_parens_nest_limit(context.get(), kNesting);
  }
  int error = 0;
  std::size_t offset = 0;
  Owned<pcre2_code> code(
      pcre2_compile(Units(pattern), pattern.size(), flags, &error, &offset, context.get()));
  if (code == nullptr) {
    return InputError(Describe(pattern, error, offset));
  }
  // Without JIT the interpreter matches the same, only slower.
  pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE);
  return Regex(std::make_shared<const Impl>(Impl{std::move(code)}));
}

RegexOutcome Regex::Match(std::string_view subject) const {
  return Run({impl_->code.get(), subject, ThisThread().data.get()});
}

RegexOutcome Regex::MatchGroup(std::string_view subject, int index, std::string& group) const {
  const Owned<pcre2_match_data> data(
      pcre2_match_data_create_from_pattern(impl_->code.get(), nullptr));
  const RegexOutcome outcome = Run({impl_->code.get(), subject, data.get()});
  if (outcome != RegexOutcome::kMatch) {
    return outcome;
  }
  group.clear();
  const auto slot = static_cast<std::uint32_t>(index);
  if (index < 0 || slot >= pcre2_get_ovector_count(data.get())) {
    return outcome;
  }
  const std::size_t* bounds = pcre2_get_ovector_pointer(data.get()) + std::size_t{slot} * 2;
  if (bounds[0] != PCRE2_UNSET && bounds[0] <= bounds[1]) {
    group = subject.substr(bounds[0], bounds[1] - bounds[0]);
  }
  return outcome;
}

}  // namespace accord::base
