#include "pact/difference.h"

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/pact/path.h"

namespace accord::pact {
namespace {

using document::Node;

constexpr std::size_t kMaxShown = 60;

std::string Show(const Node* node) {
  return node == nullptr ? "nothing"
                         : base::Ellipsize(document::WriteJson(*node, {.indent = 0}), kMaxShown);
}

/// Walks down to the first place where one side has something else.
class Search {
 public:
  std::string Run(const Node& before, const Node& after) {
    const Node* left = &before;
    const Node* right = &after;
    while (left != nullptr && right != nullptr && Descend(left, right)) {
    }
    return fmt::format("{} was {}, is now {}", path_, Show(left), Show(right));
  }

 private:
  /// Steps to a part that differs; false when the two as a whole do.
  bool Descend(const Node*& left, const Node*& right) {
    if (left->is_object() && right->is_object()) {
      return DescendObject(left, right);
    }
    return left->is_array() && right->is_array() && DescendArray(left, right);
  }

  bool DescendObject(const Node*& left, const Node*& right) {
    for (const document::Member& member : left->members()) {
      const Node* other = right->Find(member.key());
      if (other == nullptr || !document::Equal(member.value, *other)) {
        return Step(member.key(), left, &member.value, right, other);
      }
    }
    for (const document::Member& member : right->members()) {
      if (left->Find(member.key()) == nullptr) {
        return Step(member.key(), left, nullptr, right, &member.value);
      }
    }
    return false;
  }

  bool Step(std::string_view key,
            const Node*& left,
            const Node* left_part,
            const Node*& right,
            const Node* right_part) {
    AppendField(path_, key);
    left = left_part;
    right = right_part;
    return true;
  }

  bool DescendArray(const Node*& left, const Node*& right) {
    const std::size_t shared = std::min(left->items().size(), right->items().size());
    for (std::size_t i = 0; i < shared; ++i) {
      if (!document::Equal(left->items()[i], right->items()[i])) {
        AppendIndex(path_, i);
        left = &left->items()[i];
        right = &right->items()[i];
        return true;
      }
    }
    return false;
  }

  std::string path_ = "$";
};

}  // namespace

std::string FirstDifference(const Node& before, const Node& after) {
  return document::Equal(before, after) ? std::string() : Search().Run(before, after);
}

document::Value MergeObjects(const document::Value& existing, const document::Value& update) {
  if (!existing) {
    return update;
  }
  document::Builder out;
  out.StartObject();
  for (const document::Member& member : existing->members()) {
    const Node* other = update->Find(member.key());
    out.Key(member.key());
    out.Copy(other != nullptr ? *other : member.value);
  }
  for (const document::Member& member : update->members()) {
    if (existing->Find(member.key()) == nullptr) {
      out.Key(member.key());
      out.Copy(member.value);
    }
  }
  out.EndObject();
  return document::Value(out.Finish());
}

}  // namespace accord::pact
