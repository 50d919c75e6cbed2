#include "schema/program/unique.h"

#include <span>

#include "schema/trace/repeat.h"

namespace accord::schema {
namespace {

using document::Node;

// Up to so many, comparing each with each beats hashing.
constexpr std::size_t kFew = 24;

bool SameValue(const Node& a, const Node& b) {
  if (a.kind() != b.kind()) {
    return false;
  }
  if (a.is_string()) {
    return a.text() == b.text();
  }
  return document::Equal(a, b, true);
}

}  // namespace

bool HasUniqueItems(const Node& array) {
  const std::span<const Node> items = array.items();
  if (items.size() > kFew) {
    return !FirstRepeat(items);
  }
  for (std::size_t i = 1; i < items.size(); ++i) {
    for (std::size_t earlier = 0; earlier < i; ++earlier) {
      if (SameValue(items[earlier], items[i])) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace accord::schema
