#pragma once

#include <algorithm>
#include <cstddef>

#include "accord/document/node.h"

#include "schema/program/key.h"

namespace accord::schema {

/// From this many members on, Node::Find is faster than a walk.
inline constexpr std::size_t kManyMembers = 16;

/// As Node::Find.
inline const document::Node* FindMember(const document::Node& object, const Key& key) {
  const auto members = object.members();
  if (members.size() >= kManyMembers || object.has_repeated_keys()) {
    return object.Find(key.text(), key.hash());
  }
  for (const document::Member& member : members) {
    if (key.Is(member)) {
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
