#include "schema/pattern/position_search.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include "schema/pattern/utf8.h"

namespace accord::schema {
namespace {

using Kind = Regexp::Kind;
/// Sorted, each once.
using Positions = std::vector<std::uint32_t>;

constexpr std::size_t kMaxWork = 20'000'000;

class PositionSearch {
 public:
  explicit PositionSearch(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      text_.push_back(DecodeUtf8(text, at));
    }
    everywhere_.resize(text_.size() + 1);
    std::iota(everywhere_.begin(), everywhere_.end(), 0U);
  }

  Pattern::Match Run(const Regexp& root) {
    const bool found = !Follow(root, everywhere_, true).empty();
    if (exhausted()) {
      return Pattern::Match::kTooExpensive;
    }
    return found ? Pattern::Match::kYes : Pattern::Match::kNo;
  }

 private:
  bool exhausted() const { return work_ > kMaxWork; }

  /// Where `node` can end when it begins at one of `from`; backwards: where it can begin when it
  /// ends there.
  Positions Follow(const Regexp& node, const Positions& from, bool forwards);
  Positions FollowSet(const Regexp& node, const Positions& from, bool forwards) const;
  Positions FollowSequence(const Regexp& node, const Positions& from, bool forwards);
  Positions FollowRepeat(const Regexp& node, Positions from, bool forwards);
  template <typename Holds>
  static Positions Filter(const Positions& from, const Holds& holds) {
    Positions result;
    std::copy_if(from.begin(), from.end(), std::back_inserter(result), holds);
    return result;
  }
  bool IsBoundary(std::uint32_t at) const {
    const bool before = at > 0 && WordCharacters().Contains(text_[at - 1]);
    const bool after = at < text_.size() && WordCharacters().Contains(text_[at]);
    return before != after;
  }
  /// By position: whether the look-around finds its content there.
  const std::vector<bool>& Found(const Regexp& look);

  std::vector<std::uint32_t> text_;
  Positions everywhere_;
  std::map<const Regexp*, std::vector<bool>> found_;
  std::size_t work_ = 0;
};

Positions PositionSearch::FollowSet(const Regexp& node,
                                    const Positions& from,
                                    bool forwards) const {
  Positions result;
  for (const std::uint32_t at : from) {
    if (forwards && at < text_.size() && node.set.Contains(text_[at])) {
      result.push_back(at + 1);
    } else if (!forwards && at > 0 && node.set.Contains(text_[at - 1])) {
      result.push_back(at - 1);
    }
  }
  return result;
}

Positions PositionSearch::FollowSequence(const Regexp& node, const Positions& from, bool forwards) {
  Positions at = from;
  for (std::size_t i = 0; i < node.parts.size(); ++i) {
    at = Follow(node.parts[forwards ? i : node.parts.size() - 1 - i], at, forwards);
  }
  return at;
}

Positions PositionSearch::FollowRepeat(const Regexp& node, Positions from, bool forwards) {
  const Regexp& part = node.parts.front();
  for (std::uint32_t i = 0; i < node.min && !from.empty() && !exhausted(); ++i) {
    Positions next = Follow(part, from, forwards);
    if (next == from) {
      break;
    }
    from = std::move(next);
  }
  std::vector<bool> seen(text_.size() + 1, false);
  Positions result;
  const auto add = [&](Positions positions) {
    std::erase_if(positions, [&](std::uint32_t at) { return seen[at]; });
    for (const std::uint32_t at : positions) {
      seen[at] = true;
    }
    result.insert(result.end(), positions.begin(), positions.end());
    return positions;
  };
  Positions newest = add(std::move(from));
  work_ += seen.size() / 64;
  for (std::uint32_t i = node.min; i < node.max && !newest.empty() && !exhausted(); ++i) {
    newest = add(Follow(part, newest, forwards));
  }
  std::sort(result.begin(), result.end());
  return result;
}

const std::vector<bool>& PositionSearch::Found(const Regexp& look) {
  const auto entry = found_.find(&look);
  if (entry != found_.end()) {
    return entry->second;
  }
  std::vector<bool> found(text_.size() + 1, false);
  const bool behind = look.kind == Kind::kLookBehind;
  for (const std::uint32_t at : Follow(look.parts.front(), everywhere_, behind)) {
    found[at] = true;
  }
  return found_.emplace(&look, std::move(found)).first->second;
}

Positions PositionSearch::Follow(const Regexp& node, const Positions& from, bool forwards) {
  work_ += from.size() + 1;
  if (exhausted() || from.empty()) {
    return {};
  }
  switch (node.kind) {
    case Kind::kSet:
      return FollowSet(node, from, forwards);
    case Kind::kSequence:
      return FollowSequence(node, from, forwards);
    case Kind::kChoice: {
      Positions all;
      for (const Regexp& part : node.parts) {
        const Positions some = Follow(part, from, forwards);
        Positions both;
        std::set_union(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(both));
        work_ += both.size();
        all = std::move(both);
      }
      return all;
    }
    case Kind::kRepeat:
      return FollowRepeat(node, from, forwards);
    case Kind::kGroup:
      return Follow(node.parts.front(), from, forwards);
    case Kind::kBackReference:
      return {};
    case Kind::kStart:
      return Filter(from, [](std::uint32_t at) { return at == 0; });
    case Kind::kEnd:
      return Filter(from, [this](std::uint32_t at) { return at == text_.size(); });
    case Kind::kWordBoundary:
      return Filter(from, [&](std::uint32_t at) { return IsBoundary(at) != node.negative; });
    case Kind::kLookAhead:
    case Kind::kLookBehind: {
      const std::vector<bool>& found = Found(node);
      return Filter(from, [&](std::uint32_t at) { return found[at] != node.negative; });
    }
  }
  return {};
}

}  // namespace

Pattern::Match SearchByPositions(const Regexp& root, std::string_view text) {
  return PositionSearch(text).Run(root);
}

}  // namespace accord::schema
