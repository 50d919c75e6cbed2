#include "document/shapes.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <deque>
#include <limits>
#include <mutex>
#include <unordered_map>

namespace accord::document {
namespace {

constexpr std::uint64_t kOddFactor = 0x9E3779B97F4A7C15U;
// What all shapes of the process may take.
constexpr std::size_t kMaxKeys = 200'000;
constexpr std::size_t kMaxText = 8'000'000;

template <typename Word>
bool HaveSame(const char* a, const char* b) {
  Word of_a = 0;
  Word of_b = 0;
  std::memcpy(&of_a, a, sizeof of_a);
  std::memcpy(&of_b, b, sizeof of_b);
  return of_a == of_b;
}

// As memcmp() == 0, without a call for short texts.
bool AreSame(const char* a, const char* b, std::size_t size) {
  if (size > 16) {
    return std::memcmp(a, b, size) == 0;
  }
  if (size >= 8) {
    return HaveSame<std::uint64_t>(a, b) && HaveSame<std::uint64_t>(a + size - 8, b + size - 8);
  }
  if (size >= 4) {
    return HaveSame<std::uint32_t>(a, b) && HaveSame<std::uint32_t>(a + size - 4, b + size - 4);
  }
  return size == 0 ||
         (a[0] == b[0] && (size == 1 || HaveSame<std::uint16_t>(a + size - 2, b + size - 2)));
}

/// All shapes of the process.
class Registry {
 public:
  static Registry& Get() {
    static auto& registry = *new Registry;  // Shapes outlive everything.
    return registry;
  }

  /// Made when it is not there. nullptr: there are too many, or other keys have this hash.
  const Shape* FindOrAdd(std::span<const Member> members, std::uint64_t hash) {
    const std::scoped_lock lock(mutex_);
    const auto found = by_hash_.find(hash);
    if (found != by_hash_.end()) {
      return found->second->HasKeysOf(members, hash) ? found->second : nullptr;
    }
    if (!HasRoomFor(members)) {
      return nullptr;
    }
    const auto number = static_cast<std::uint16_t>(shapes_.size() + 1);
    const Shape* shape = &shapes_.emplace_back(number, hash, members);
    by_hash_.emplace(hash, shape);
    return shape;
  }

 private:
  bool HasRoomFor(std::span<const Member> members) {
    std::size_t text = 0;
    for (const Member& member : members) {
      text += member.key_size;
    }
    if (shapes_.size() == std::numeric_limits<std::uint16_t>::max() ||
        members.size() > kMaxKeys - keys_ || text > kMaxText - text_) {
      return false;
    }
    keys_ += members.size();
    text_ += text;
    return true;
  }

  std::mutex mutex_;
  std::deque<Shape> shapes_;
  std::unordered_map<std::uint64_t, const Shape*> by_hash_;
  std::size_t keys_ = 0;
  std::size_t text_ = 0;
};

}  // namespace

Shape::Shape(std::uint16_t number, std::uint64_t hash, std::span<const Member> members)
    : number_(number), hash_(hash) {
  keys_.reserve(members.size());
  for (const Member& member : members) {
    keys_.push_back({.hash = member.key_hash,
                     .begin = static_cast<std::uint32_t>(text_.size()),
                     .size = member.key_size,
                     .value = Describe(member.value)});
    text_ += member.key();
  }
}

std::uint64_t Shape::HashOf(std::span<const Member> members) {
  std::uint64_t hash = members.size();
  for (const Member& member : members) {
    hash = std::rotl(hash, 5) + member.key_hash;
  }
  hash *= kOddFactor;
  return hash ^ (hash >> 32);
}

bool Shape::HasKeysOf(std::span<const Member> members, std::uint64_t hash) const {
  return hash == hash_ && members.size() == keys_.size() &&
         std::equal(members.begin(),
                    members.end(),
                    keys_.begin(),
                    [&](const Member& member, const Key& key) {
                      return member.key_hash == key.hash && member.key_size == key.size &&
                             AreSame(member.key_data, text_.data() + key.begin, key.size);
                    });
}

bool Shape::HasValuesLike(std::span<const Member> members) const {
  return std::equal(
      members.begin(), members.end(), keys_.begin(), [](const Member& member, const Key& key) {
        return Describe(member.value) == key.value;
      });
}

std::uint32_t Shape::Describe(const Node& value) {
  return std::uint32_t{value.shape()} << 16 | (value.is_typical() ? 0x100U : 0U) |
         static_cast<std::uint32_t>(value.kind());
}

ShapeFinder& ShapeFinder::Here() {
  static thread_local constinit ShapeFinder finder;
  return finder;
}

const Shape* ShapeFinder::Meet(std::span<const Member> members, std::uint64_t hash) {
  Place& place = places_[hash % kPlaces];
  if (place.hash != hash) {
    place = {.hash = hash, .shape = nullptr};
    return nullptr;
  }
  place.shape = Registry::Get().FindOrAdd(members, hash);
  return place.shape;
}

}  // namespace accord::document
