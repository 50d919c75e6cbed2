#include <bit>
#include <charconv>

#include "accord/base/hash.h"

#include "match/json/variant_search.h"

namespace accord::match {
namespace {

using document::Kind;
using document::Node;

std::uint64_t Mix(std::uint64_t seed, std::uint64_t value) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
  seed ^= value + kOdd + (seed << 6U) + (seed >> 2U);
  return seed * 0xFF51AFD7ED558CCD;
}

/// Numbers of the same value round to the same double, whatever their spelling.
std::uint64_t NumberHash(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value == 0 ? 0 : std::bit_cast<std::uint64_t>(value);
}

}  // namespace

std::uint64_t StructuralHash(const Node& node, bool numbers_by_value) {
  auto hash = static_cast<std::uint64_t>(node.kind());
  switch (node.kind()) {
    case Kind::kNull:
      break;
    case Kind::kBool:
      hash = Mix(hash, node.boolean() ? 1 : 0);
      break;
    case Kind::kNumber:
      hash = Mix(hash, NumberHash(node.text()));
      hash = Mix(hash, !numbers_by_value && node.is_integer_text() ? 1 : 0);
      break;
    case Kind::kString:
      hash = Mix(hash, base::Hash32(node.text()));
      break;
    case Kind::kArray:
      for (const Node& item : node.items()) {
        hash = Mix(hash, StructuralHash(item, numbers_by_value));
      }
      break;
    case Kind::kObject:
      for (const document::Member& member : node.members()) {
        if (node.Find(member.key()) == &member.value) {
          hash += Mix(member.key_hash, StructuralHash(member.value, numbers_by_value));
        }
      }
      break;
  }
  return hash;
}

}  // namespace accord::match
