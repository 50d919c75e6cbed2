#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "accord/document/node.h"

namespace accord::document {

/// Objects from this size on carry an open-addressing table right in front of their members, whose
/// entries are member positions + 1; 0 is a free entry.
inline constexpr std::size_t kIndexedFrom = 16;

/// A power of two, so that the members behind the table stay aligned.
inline std::size_t IndexCapacity(std::size_t members) {
  return std::bit_ceil(members + members / 2);
}

/// The entry of `key`, or the free one where it would go.
template <typename Entry>
Entry* IndexEntry(Entry* table,
                  std::size_t capacity,
                  const Member* members,
                  std::string_view key,
                  std::uint32_t hash) {
  std::size_t at = hash & (capacity - 1);
  while (table[at] != 0) {
    const Member& member = members[table[at] - 1];
    if (member.key_hash == hash && member.key() == key) {
      break;
    }
    at = (at + 1) & (capacity - 1);
  }
  return table + at;
}

}  // namespace accord::document
