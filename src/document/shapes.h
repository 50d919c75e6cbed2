#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "accord/document/node.h"

namespace accord::document {

/// The keys of an object, in their order and none of them repeated, and what typical objects with
/// these keys have as values. Numbered once for the process; never changes, never goes away.
class Shape {
 public:
  /// Of the members of an object whose keys are all different. They make it typical.
  Shape(std::uint16_t number, std::uint64_t hash, std::span<const Member> members);

  /// 0: of no object.
  std::uint16_t number() const { return number_; }
  /// Whether these are its keys; `hash` is theirs.
  bool HasKeysOf(std::span<const Member> members, std::uint64_t hash) const;
  /// Whether these values, of the keys it has, are as in typical objects.
  bool HasValuesLike(std::span<const Member> members) const;

  static std::uint64_t HashOf(std::span<const Member> members);

 private:
  struct Key {
    std::uint32_t hash;
    std::uint32_t begin;  ///< In text_.
    std::uint32_t size;
    std::uint32_t value;  ///< Kind, shape and whether typical.
  };
  static std::uint32_t Describe(const Node& value);

  std::uint16_t number_;
  std::uint64_t hash_;
  std::vector<Key> keys_;
  std::string text_;
};

/// Finds shapes for one thread. An object gets one when the thread has met its keys before, so
/// that keys which come once only use nothing up.
class ShapeFinder {
 public:
  /// That of the calling thread.
  static ShapeFinder& Here();

  /// The shape of an object with these members; nullptr when it has none yet.
  const Shape* Find(std::span<const Member> members, std::uint64_t hash) const {
    const Shape* shape = places_[hash % kPlaces].shape;
    return shape != nullptr && shape->HasKeysOf(members, hash) ? shape : nullptr;
  }
  /// The same after Find found none, for keys that are all different: it is given one the second
  /// time. nullptr for the first time, or when there are too many shapes.
  const Shape* Meet(std::span<const Member> members, std::uint64_t hash);

 private:
  static constexpr std::size_t kPlaces = 512;
  struct Place {
    std::uint64_t hash = 0;  ///< Of the keys met last.
    const Shape* shape = nullptr;
  };
  std::array<Place, kPlaces> places_;
};

}  // namespace accord::document
