#include "schema/pattern/engine.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <ctime>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "accord/base/strings.h"

namespace accord::schema {
namespace {

using Match = Pattern::Match;

/// `$` is the very end, a back-reference to a group that is not set matches nothing, as ECMA-262
/// says. \C could stop inside a character.
constexpr std::uint32_t kOptions = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_DOTALL |
                                   PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C |
                                   PCRE2_USE_OFFSET_LIMIT;
constexpr std::uint32_t kNesting = 2500;

/// Backtracking steps per start position.
constexpr std::uint32_t kMatchLimit = 100'000;
/// One step may scan the whole subject, so long subjects get fewer: steps × bytes stay below this.
constexpr std::size_t kScanLimit = std::size_t{4} * 1024 * 1024 * 1024;
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

std::chrono::nanoseconds ThreadTime() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::size_t NextCharacter(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<std::uint8_t>(text[at]) & 0xC0U) == 0x80U) {
    ++at;
  }
  return at;
}

/// Tries start positions from `first` on, up to but not including `end`.
Match Try(const pcre2_code* code, std::string_view text, std::size_t first, std::size_t end) {
  Workspace& workspace = ThisThread();
  pcre2_match_context* context = workspace.context.get();
  pcre2_set_offset_limit(context, end >= text.size() ? PCRE2_UNSET : end - 1);
  const std::size_t steps = kScanLimit / std::max<std::size_t>(text.size(), 1);
  pcre2_set_match_limit(context,
                        static_cast<std::uint32_t>(std::min<std::size_t>(steps, kMatchLimit)));
  const int result = pcre2_match(
      code, Units(text), text.size(), first, PCRE2_NO_UTF_CHECK, workspace.data.get(), context);
  if (result >= 0) {
    return Match::kYes;
  }
  return result == PCRE2_ERROR_NOMATCH ? Match::kNo : Match::kTooExpensive;
}

/// PCRE2 bounds the steps per start position only, so a pattern that scans the rest of a long
/// text from each would be quadratic: start positions are tried window by window, against time.
Match TryInWindows(const pcre2_code* code, std::string_view text) {
  const std::chrono::nanoseconds begin = ThreadTime();
  std::chrono::nanoseconds before = begin;
  std::size_t window = kFirstWindow;
  std::size_t start = 0;
  for (;;) {
    const std::size_t end = NextCharacter(text, start + window);
    const Match match = Try(code, text, start, end);
    if (match != Match::kNo || end >= text.size()) {
      return match;
    }
    const std::chrono::nanoseconds now = ThreadTime();
    if (now - begin > kTimeLimit) {
      return Match::kTooExpensive;
    }
    window = now - before < kWindowTime ? window * 2 : std::max<std::size_t>(window / 2, 1);
    before = now;
    start = end;
  }
}

}  // namespace

struct Engine::Code {
  Owned<pcre2_code> code;
  bool anchored = false;
};

base::Result<Engine> Engine::Compile(const std::string& expression) {
  const Owned<pcre2_compile_context> context(pcre2_compile_context_create(nullptr));
  pcre2_set_parens_nest_limit(context.get(), kNesting);
  int error = 0;
  std::size_t offset = 0;
  Owned<pcre2_code> code(pcre2_compile(
      Units(expression), expression.size(), kOptions, &error, &offset, context.get()));
  if (code == nullptr) {
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return base::InputError(reinterpret_cast<const char*>(text.data()));
  }
  // Without JIT the interpreter matches the same, only slower.
  pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE);
  std::uint32_t all = 0;
  pcre2_pattern_info(code.get(), PCRE2_INFO_ALLOPTIONS, &all);
  return Engine(std::make_shared<const Code>(Code{std::move(code), (all & PCRE2_ANCHORED) != 0}));
}

Match Engine::Search(std::string_view text) const {
  if (!base::IsUtf8(text)) {
    return Match::kNo;
  }
  if (text.size() <= kFirstWindow || code_->anchored) {
    return Try(code_->code.get(), text, 0, text.size());
  }
  return TryInWindows(code_->code.get(), text);
}

}  // namespace accord::schema
