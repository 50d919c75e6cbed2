#include "schema/trace/repeat.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

#include "accord/base/hash.h"
#include "accord/schema/decimal.h"

namespace accord::schema {
namespace {

using document::Kind;
using document::Node;

std::uint64_t Mix(std::uint64_t seed, std::uint64_t value) {
  const std::uint64_t mixed = (seed ^ value) * 0x9E3779B97F4A7C15U;
  return mixed ^ (mixed >> 29U);
}

std::uint64_t HashOf(const Node& node);

// Members in any order give the same hash; of a repeated key the last value counts.
std::uint64_t HashMembers(const Node& node) {
  std::uint64_t sum = 0;
  for (const document::Member& member : node.members()) {
    if (node.Find(member.key()) == &member.value) {
      sum += Mix(base::Hash64(member.key()), HashOf(member.value));
    }
  }
  return sum;
}

// Equal values have equal hashes.
std::uint64_t HashOf(const Node& node) {
  const auto seed = static_cast<std::uint64_t>(node.kind()) + 1;
  switch (node.kind()) {
    case Kind::kNull:
      return seed;
    case Kind::kBool:
      return Mix(seed, node.boolean() ? 1 : 0);
    case Kind::kNumber:
      return base::Hash64(Decimal::Parse(node.text()).ToString(), seed);
    case Kind::kString:
      return base::Hash64(node.text(), seed);
    case Kind::kArray: {
      std::uint64_t hash = seed;
      for (const Node& item : node.items()) {
        hash = Mix(hash, HashOf(item));
      }
      return hash;
    }
    case Kind::kObject:
      return Mix(seed, HashMembers(node));
  }
  return seed;
}

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> FirstRepeat(std::span<const Node> items) {
  std::vector<std::pair<std::uint64_t, std::size_t>> hashes;
  hashes.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    hashes.emplace_back(HashOf(items[i]), i);
  }
  std::sort(hashes.begin(), hashes.end());
  std::optional<std::pair<std::size_t, std::size_t>> first;
  for (auto run = hashes.begin(); run != hashes.end();) {
    const auto end = std::find_if(
        run, hashes.end(), [&](const auto& entry) { return entry.first != run->first; });
    // Different values of one hash are next to impossible, so the inner search ends at once.
    for (auto later = std::next(run); later != end; ++later) {
      const auto earlier = std::find_if(run, later, [&](const auto& entry) {
        return document::Equal(items[entry.second], items[later->second], true);
      });
      if (earlier != later && (!first || later->second < first->second)) {
        first = {earlier->second, later->second};
      }
      if (earlier != later) {
        break;
      }
    }
    run = end;
  }
  return first;
}

}  // namespace accord::schema
