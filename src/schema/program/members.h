#pragma once

#include <algorithm>
#include <cstddef>

#include "accord/document/node.h"

#include "schema/program/program.h"
#include "schema/program/string_set.h"

namespace accord::schema {

/// From this many members on, Node::Find is faster than a walk.
inline constexpr std::size_t kManyMembers = 16;

inline bool HasKey(const document::Member& member,
                   const char* key,
                   std::uint32_t size,
                   std::uint32_t hash) {
  return member.key_hash == hash && member.key_size == size &&
         SameBytes(member.key_data, key, size);
}

/// As Node::Find.
inline const document::Node* FindMember(const document::Node& object, const Text& key) {
  const auto members = object.members();
  const auto size = static_cast<std::uint32_t>(key.text.size());
  if (members.size() >= kManyMembers || object.has_repeated_keys()) {
    return object.Find(key.text, key.hash);
  }
  for (const document::Member& member : members) {
    if (HasKey(member, key.text.data(), size, key.hash)) {
      return &member.value;
    }
  }
  return nullptr;
}

/// Whether this member is the one that counts among those with the same key.
inline bool Counts(const document::Node& object, const document::Member& member) {
  return !object.has_repeated_keys() || object.Find(member.key(), member.key_hash) == &member.value;
}

inline std::size_t CountMembers(const document::Node& object) {
  const auto members = object.members();
  if (!object.has_repeated_keys()) {
    return members.size();
  }
  return static_cast<std::size_t>(
      std::count_if(members.begin(), members.end(), [&](const document::Member& member) {
        return Counts(object, member);
      }));
}

}  // namespace accord::schema
