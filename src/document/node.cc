#include "accord/document/node.h"

#include <algorithm>

#include "accord/base/hash.h"

#include "document/member_index.h"

namespace accord::document {
namespace {

bool EqualNumbers(const Node& a, const Node& b, bool by_value) {
  if (a.text() == b.text()) {
    return true;
  }
  return (by_value || a.is_integer_text() == b.is_integer_text()) && CompareNumbers(a, b) == 0;
}

bool EqualArrays(const Node& a, const Node& b, bool by_value) {
  return std::equal(a.items().begin(),
                    a.items().end(),
                    b.items().begin(),
                    b.items().end(),
                    [=](const Node& x, const Node& y) { return Equal(x, y, by_value); });
}

// Of a repeated key only the value that counts is compared, as Find() would give it.
bool Holds(const Node& object, const Node& other, bool by_value) {
  return std::all_of(object.members().begin(), object.members().end(), [&](const Member& member) {
    const Node* mine = object.Find(member.key());
    const Node* theirs = other.Find(member.key());
    return theirs != nullptr && (mine != &member.value || Equal(*mine, *theirs, by_value));
  });
}

bool EqualObjects(const Node& a, const Node& b, bool by_value) {
  if (!Holds(a, b, by_value)) {
    return false;
  }
  return std::all_of(b.members().begin(), b.members().end(), [&](const Member& member) {
    return a.Find(member.key()) != nullptr;
  });
}

}  // namespace

std::string_view ToString(Kind kind) {
  switch (kind) {
    case Kind::kNull:
      return "null";
    case Kind::kBool:
      return "boolean";
    case Kind::kNumber:
      return "number";
    case Kind::kString:
      return "string";
    case Kind::kArray:
      return "array";
    case Kind::kObject:
      return "object";
  }
  return "";
}

const Node* Node::Find(std::string_view key) const {
  return Find(key, base::Hash32(key));
}

const Node* Node::Find(std::string_view key, std::uint32_t hash) const {
  if (!is_object() || size_ == 0) {
    return nullptr;
  }
  const auto* members = static_cast<const Member*>(data_);
  if (indexed_) {
    const std::size_t capacity = IndexCapacity(size_);
    const auto* table = static_cast<const std::uint32_t*>(data_) - capacity;
    const std::uint32_t entry = *IndexEntry(table, capacity, members, key, hash);
    return entry == 0 ? nullptr : &members[entry - 1].value;
  }
  for (std::size_t i = size_; i-- > 0;) {
    if (members[i].key_hash == hash && members[i].key() == key) {
      return &members[i].value;
    }
  }
  return nullptr;
}

bool Node::is_integer_text() const {
  return is_number() && text().find_first_not_of("-0123456789") == std::string_view::npos;
}

bool Equal(const Node& a, const Node& b, bool numbers_by_value) {
  if (a.kind() != b.kind()) {
    return false;
  }
  switch (a.kind()) {
    case Kind::kNull:
      return true;
    case Kind::kBool:
      return a.boolean() == b.boolean();
    case Kind::kNumber:
      return EqualNumbers(a, b, numbers_by_value);
    case Kind::kString:
      return a.text() == b.text();
    case Kind::kArray:
      return EqualArrays(a, b, numbers_by_value);
    case Kind::kObject:
      return EqualObjects(a, b, numbers_by_value);
  }
  return false;
}

}  // namespace accord::document
