#include "schema/automaton/recogniser.h"

#include <algorithm>
#include <utility>

namespace accord::schema {
namespace {

using Kind = Regexp::Kind;
using Parts = std::vector<Regexp>;

constexpr int kMaxBranches = 64;
constexpr std::uint64_t kMaxFixedLength = 10'000;

bool IsLook(const Regexp& node) {
  return node.kind == Kind::kLookAhead || node.kind == Kind::kLookBehind;
}

bool HasLook(const Regexp& node) {
  return IsLook(node) || std::any_of(node.parts.begin(), node.parts.end(), HasLook);
}

Regexp Sequence(Parts parts) {
  Regexp result;
  result.parts = std::move(parts);
  return result;
}

Regexp Plain(Kind kind) {
  Regexp result;
  result.kind = kind;
  return result;
}

/// Any `count` code points.
Regexp Anything(std::uint64_t count) {
  Regexp any = Plain(Kind::kSet);
  any.set = CodePoints::All();
  Regexp result = Plain(Kind::kRepeat);
  result.min = static_cast<std::uint32_t>(count);
  result.max = result.min;
  result.parts.push_back(std::move(any));
  return result;
}

/// Sequences and groups within each other as one list.
void Flatten(const Regexp& node, Parts& out) {
  if (node.kind == Kind::kSequence || node.kind == Kind::kGroup) {
    for (const Regexp& part : node.parts) {
      Flatten(part, out);
    }
  } else {
    out.push_back(node);
  }
}

/// How many code points `node` reads, when that is always the same.
std::optional<std::uint64_t> FixedLength(const Regexp& node);

std::optional<std::uint64_t> SumOfLengths(const Parts& parts) {
  std::uint64_t sum = 0;
  for (const Regexp& part : parts) {
    const std::optional<std::uint64_t> length = FixedLength(part);
    if (!length || sum + *length > kMaxFixedLength) {
      return std::nullopt;
    }
    sum += *length;
  }
  return sum;
}

std::optional<std::uint64_t> CommonLength(const Parts& parts) {
  const std::optional<std::uint64_t> first = FixedLength(parts.front());
  const bool same = std::all_of(
      parts.begin(), parts.end(), [&](const Regexp& part) { return FixedLength(part) == first; });
  return same ? first : std::nullopt;
}

std::optional<std::uint64_t> FixedLength(const Regexp& node) {
  switch (node.kind) {
    case Kind::kSet:
      return 1;
    case Kind::kSequence:
    case Kind::kGroup:
      return SumOfLengths(node.parts);
    case Kind::kChoice:
      return CommonLength(node.parts);
    case Kind::kRepeat: {
      const std::optional<std::uint64_t> length = FixedLength(node.parts.front());
      const bool fixed = length && node.min == node.max && *length * node.min <= kMaxFixedLength;
      return fixed ? std::optional(*length * node.min) : std::nullopt;
    }
    case Kind::kBackReference:
      return std::nullopt;
    default:
      return 0;
  }
}

std::optional<std::uint64_t> FixedLength(const Parts& parts, std::size_t first, std::size_t end) {
  const auto begin = parts.begin();
  return FixedLength(Sequence(
      {begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(end)}));
}

class Recogniser {
 public:
  explicit Recogniser(std::size_t max_states) : max_states_(max_states) {}

  std::optional<Automaton> Of(const Regexp& root);

 private:
  std::optional<Automaton> OfPlain(const Regexp& root) const;
  std::optional<Automaton> OfParts(Parts parts);
  std::optional<Automaton> OfBranches(const Parts& parts, std::size_t at);
  std::optional<Automaton> OfTempered(const Parts& parts);
  /// The texts in which the look-around at `parts[at]` holds.
  std::optional<Automaton> OfLook(const Parts& parts, std::size_t at);
  std::optional<Automaton> Both(const Automaton& a, const Automaton& b) const {
    const std::optional<Automaton> both = Intersect(a, b, max_states_);
    return both ? std::optional(Minimise(*both)) : std::nullopt;
  }

  std::size_t max_states_;
  int branches_ = 0;
};

std::optional<Automaton> Recogniser::OfPlain(const Regexp& root) const {
  const std::optional<Nfa> nfa = MakeNfa(root, max_states_ * 10 + 1000);
  if (!nfa) {
    return std::nullopt;
  }
  const std::optional<Automaton> automaton = Determinise(*nfa, max_states_);
  return automaton ? std::optional(Minimise(*automaton)) : std::nullopt;
}

std::optional<Automaton> Recogniser::Of(const Regexp& root) {
  if (!HasLook(root)) {
    return OfPlain(root);
  }
  if (++branches_ > kMaxBranches) {
    return std::nullopt;
  }
  Parts parts;
  Flatten(root, parts);
  return OfParts(std::move(parts));
}

std::optional<Automaton> Recogniser::OfParts(Parts parts) {
  if (std::optional<Automaton> tempered = OfTempered(parts)) {
    return tempered;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!IsLook(parts[i]) && HasLook(parts[i])) {
      return OfBranches(parts, i);
    }
  }
  // What must stand before the whole match, or behind it, is as well part of the match.
  if (parts.front().kind == Kind::kLookBehind && !parts.front().negative) {
    parts.front() = Sequence(std::move(parts.front().parts));
    return Of(Sequence(std::move(parts)));
  }
  if (parts.back().kind == Kind::kLookAhead && !parts.back().negative) {
    parts.back() = Sequence(std::move(parts.back().parts));
    return Of(Sequence(std::move(parts)));
  }
  Parts rest;
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(rest), [](const Regexp& part) {
    return !IsLook(part);
  });
  std::optional<Automaton> result = OfPlain(Sequence(std::move(rest)));
  for (std::size_t i = 0; i < parts.size() && result; ++i) {
    if (IsLook(parts[i])) {
      const std::optional<Automaton> look = OfLook(parts, i);
      result = look ? Both(*result, *look) : std::nullopt;
    }
  }
  return result;
}

std::optional<Automaton> Recogniser::OfLook(const Parts& parts, std::size_t at) {
  const Regexp& look = parts[at];
  const Regexp content = Sequence(look.parts);
  std::optional<Automaton> holds;
  if (look.kind == Kind::kLookAhead && parts.front().kind == Kind::kStart) {
    const std::optional<std::uint64_t> before = FixedLength(parts, 0, at);
    holds = before ? Of(Sequence({Plain(Kind::kStart), Anything(*before), content})) : std::nullopt;
  } else if (look.kind == Kind::kLookBehind && parts.back().kind == Kind::kEnd) {
    const std::optional<std::uint64_t> after = FixedLength(parts, at + 1, parts.size());
    holds = after ? Of(Sequence({content, Anything(*after), Plain(Kind::kEnd)})) : std::nullopt;
  }
  if (holds && look.negative) {
    holds->accepting.flip();
  }
  return holds;
}

/// A choice or an optional part with look-around in it: one sequence for each way.
std::optional<Automaton> Recogniser::OfBranches(const Parts& parts, std::size_t at) {
  const Regexp& part = parts[at];
  Parts ways = part.parts;
  if (part.kind == Kind::kRepeat && part.min == 0 && part.max == 1) {
    ways.emplace_back();
  } else if (part.kind != Kind::kChoice) {
    return std::nullopt;
  }
  std::optional<Automaton> none;
  for (Regexp& way : ways) {
    Parts sequence = parts;
    sequence[at] = std::move(way);
    std::optional<Automaton> accepted = Of(Sequence(std::move(sequence)));
    if (!accepted) {
      return std::nullopt;
    }
    accepted->accepting.flip();
    none = none ? Both(*none, *accepted) : std::move(accepted);
    if (!none) {
      return std::nullopt;
    }
  }
  none->accepting.flip();
  return none;
}

/// `^(?:(?!x).)*$`: x is found nowhere.
std::optional<Automaton> Recogniser::OfTempered(const Parts& parts) {
  if (parts.size() != 3 || parts[0].kind != Kind::kStart || parts[1].kind != Kind::kRepeat ||
      parts[2].kind != Kind::kEnd || parts[1].min > 1 || parts[1].max != Regexp::kUnbounded) {
    return std::nullopt;
  }
  Parts body;
  Flatten(parts[1].parts.front(), body);
  if (body.size() != 2 || body[0].kind != Kind::kLookAhead || !body[0].negative ||
      body[1].kind != Kind::kSet || HasLook(body[0].parts.front())) {
    return std::nullopt;
  }
  std::optional<Automaton> found = OfPlain(body[0].parts.front());
  // Found in the empty text it may be found at the very end, where nothing is read any more.
  if (!found || found->accepting[found->start]) {
    return std::nullopt;
  }
  found->accepting.flip();
  Parts plain = parts;
  plain[1].parts.front() = body[1];
  const std::optional<Automaton> all = OfPlain(Sequence(std::move(plain)));
  return all ? Both(*all, *found) : std::nullopt;
}

}  // namespace

std::optional<Automaton> Recognise(const Regexp& root, std::size_t max_states) {
  return Recogniser(max_states).Of(root);
}

}  // namespace accord::schema
