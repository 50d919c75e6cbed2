#include "schema/automaton/nfa.h"

namespace accord::schema {
namespace {

using Kind = Regexp::Kind;

/// Builds from the end to the start: every part is told what follows it.
class NfaBuilder {
 public:
  explicit NfaBuilder(std::size_t max_states) : max_states_(max_states) {}

  std::optional<Nfa> Build(const Regexp& root) {
    const std::uint32_t match = Add({.kind = Nfa::Kind::kMatch});
    nfa_.first = Before(root, match);
    return failed_ ? std::nullopt : std::optional(std::move(nfa_));
  }

 private:
  std::uint32_t Add(Nfa::State state) {
    failed_ = failed_ || nfa_.states.size() >= max_states_;
    if (failed_) {
      return 0;
    }
    nfa_.states.push_back(state);
    return static_cast<std::uint32_t>(nfa_.states.size() - 1);
  }

  std::uint32_t Before(const Regexp& node, std::uint32_t next);
  std::uint32_t BeforeRepeat(const Regexp& node, std::uint32_t next);

  std::size_t max_states_;
  bool failed_ = false;
  Nfa nfa_;
};

std::uint32_t NfaBuilder::BeforeRepeat(const Regexp& node, std::uint32_t next) {
  const Regexp& part = node.parts.front();
  std::uint32_t state = next;
  if (node.max == Regexp::kUnbounded) {
    state = Add({.kind = Nfa::Kind::kFork, .other = next});
    const std::uint32_t body = Before(part, state);
    nfa_.states[state].next = body;
  } else {
    for (std::uint32_t i = node.min; i < node.max && !failed_; ++i) {
      const std::uint32_t body = Before(part, state);
      state = Add({.kind = Nfa::Kind::kFork, .next = body, .other = next});
    }
  }
  for (std::uint32_t i = 0; i < node.min && !failed_; ++i) {
    const std::uint32_t before = Before(part, state);
    if (before == state) {
      break;  // The part is empty; once is as good as any number.
    }
    state = before;
  }
  return state;
}

std::uint32_t NfaBuilder::Before(const Regexp& node, std::uint32_t next) {
  if (failed_) {
    return 0;
  }
  switch (node.kind) {
    case Kind::kSet:
      return Add({.kind = Nfa::Kind::kRead, .next = next, .set = &node.set});
    case Kind::kSequence: {
      std::uint32_t state = next;
      for (std::size_t i = node.parts.size(); i > 0; --i) {
        state = Before(node.parts[i - 1], state);
      }
      return state;
    }
    case Kind::kChoice: {
      std::uint32_t state = Before(node.parts.back(), next);
      for (auto part = node.parts.rbegin() + 1; part != node.parts.rend(); ++part) {
        const std::uint32_t first = Before(*part, next);
        state = Add({.kind = Nfa::Kind::kFork, .next = first, .other = state});
      }
      return state;
    }
    case Kind::kRepeat:
      return BeforeRepeat(node, next);
    case Kind::kGroup:
      return Before(node.parts.front(), next);
    case Kind::kStart:
      return Add({.kind = Nfa::Kind::kStart, .next = next});
    case Kind::kEnd:
      return Add({.kind = Nfa::Kind::kEnd, .next = next});
    case Kind::kWordBoundary:
      nfa_.word_boundaries = true;
      return Add({.kind = node.negative ? Nfa::Kind::kNoWordBoundary : Nfa::Kind::kWordBoundary,
                  .next = next});
    case Kind::kBackReference:
    case Kind::kLookAhead:
    case Kind::kLookBehind:
      failed_ = true;
      return 0;
  }
  return 0;
}

}  // namespace

std::optional<Nfa> MakeNfa(const Regexp& root, std::size_t max_states) {
  return NfaBuilder(max_states).Build(root);
}

}  // namespace accord::schema
