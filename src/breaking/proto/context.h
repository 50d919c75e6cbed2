#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <google/protobuf/descriptor.h>

#include "accord/breaking/policy.h"
#include "accord/finding/finding.h"
#include "accord/proto/image.h"

namespace accord::breaking {

class Moves;
class Reach;
class RequiredEnums;

/// The same element in both versions. Neither is null.
template <typename T>
struct Pair {
  const T* before;
  const T* after;
};
using FilePair = Pair<google::protobuf::FileDescriptor>;
using MessagePair = Pair<google::protobuf::Descriptor>;
using FieldPair = Pair<google::protobuf::FieldDescriptor>;
using OneofPair = Pair<google::protobuf::OneofDescriptor>;
using EnumPair = Pair<google::protobuf::EnumDescriptor>;
using ServicePair = Pair<google::protobuf::ServiceDescriptor>;
using MethodPair = Pair<google::protobuf::MethodDescriptor>;

/// Where something stands on one side: a file and a path inside it. Without a file: nowhere.
struct Place {
  const google::protobuf::FileDescriptor* file = nullptr;
  proto::ElementPath path;  ///< Empty: the file as a whole.
};

/// The place of an element as a whole, from its first token to its end.
template <typename T>
Place PlaceOf(const T& element) {
  return {element.file(), proto::PathOf(element)};
}
inline Place PlaceOf(const google::protobuf::FileDescriptor& file) {
  return {&file, {}};
}

/// The place of one statement inside an element: `PartOf(field, {1})` is a field's name. The
/// numbers are those of descriptor.proto. Falls back to `otherwise` when it is not written.
template <typename T>
Place PartOf(const T& element, std::initializer_list<int> steps) {
  return {element.file(), proto::Child(proto::PathOf(element), steps)};
}

/// What a draft is about, for those who explain it further: at most one pair is set (one side of
/// it may be null: added or gone).
struct Subject {
  const google::protobuf::Descriptor* message_before = nullptr;
  const google::protobuf::Descriptor* message_after = nullptr;
  const google::protobuf::FieldDescriptor* field_before = nullptr;
  const google::protobuf::FieldDescriptor* field_after = nullptr;
  const google::protobuf::EnumDescriptor* enum_before = nullptr;
  const google::protobuf::EnumDescriptor* enum_after = nullptr;
  const google::protobuf::MethodDescriptor* method_before = nullptr;
  const google::protobuf::MethodDescriptor* method_after = nullptr;
  int number = 0;  ///< Of the enum value, when it is about one.
};

/// A finding on its way: places are looked up when it is certain to be kept.
struct Draft {
  const finding::RuleInfo* rule = nullptr;
  std::string message = {};
  std::string element = {};
  Place after = {};                  ///< In the new version; file null: the finding names none.
  std::vector<Place> fallback = {};  ///< Tried in turn when `after` is not written anywhere.
  Place before = {};                 ///< In the old version, as precise as `after`.
  std::vector<Place> before_fallback = {};  ///< As `fallback`, for `before`.
  Subject subject = {};
  std::string help = {};
  std::optional<finding::Severity> severity = {};  ///< When it is not the rule's.
};

/// What every check gets.
struct Context {
  const proto::Image& before;
  const proto::Image& after;
  const RuleSelection& rules;
  bool like_buf = false;
  /// Moved and renamed elements; empty when `like_buf`.
  const Moves& moves;
  /// Of the new version.
  const Reach& reach;
  /// Of the old version.
  const RequiredEnums& required_enums;
  std::vector<Draft>& drafts;

  bool Wants(const finding::RuleInfo& rule) const { return rules.Enabled(rule); }
  /// Adds a draft of an enabled rule; others are forgotten.
  void Add(Draft draft) {
    if (Wants(*draft.rule)) {
      drafts.push_back(std::move(draft));
    }
  }
};

}  // namespace accord::breaking
