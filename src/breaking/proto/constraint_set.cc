#include "breaking/proto/constraint_set.h"

#include <algorithm>

#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/constraint_reader.h"
#include "breaking/proto/custom_option.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using Kind = Constraint::Kind;

// The same numbers are used on fields, oneofs and messages.
constexpr int kProtovalidate = 1159;
constexpr int kPgv = 1071;
constexpr int kPgvIgnored = 1072;

void Read(const proto::Image& image,
          const pb::Message& options,
          int options_number,
          ConstraintSet& out) {
  for (const int number : {kProtovalidate, kPgv}) {
    const CustomOption option(image, options, number);
    if (option.message() != nullptr) {
      ConstraintReader(out).Read(*option.message(), {options_number, number});
    }
  }
}

// Whether zero, or the empty string, fails the rule.
bool Refuses(const std::string& meaning, const Constraint& rule) {
  const bool text = meaning.starts_with("string.") || meaning.starts_with("bytes.");
  const bool lists_zero = text ? rule.values.count("") != 0
                               : rule.values.count("0") != 0 || rule.values.count("false") != 0;
  switch (rule.kind) {
    case Kind::kLower:
      return rule.bound > 0 || (rule.bound == 0 && rule.open);
    case Kind::kUpper:
      return rule.bound < 0 || (rule.bound == 0 && rule.open);
    case Kind::kAllowed:
      return !lists_zero;
    case Kind::kExcluded:
      return lists_zero;
    case Kind::kFlag:
      return text && meaning != "string.uri_ref";
    case Kind::kPrefix:
    case Kind::kSuffix:
    case Kind::kContains:
      return !rule.text.empty();
    case Kind::kExemption:
    case Kind::kNotContains:
    case Kind::kOpaque:
      break;
  }
  return false;
}

}  // namespace

ConstraintSet ConstraintSet::Of(const proto::Image& image, const pb::FieldDescriptor& field) {
  ConstraintSet out;
  Read(image, field.options(), pb::FieldDescriptorProto::kOptionsFieldNumber, out);
  return out;
}

ConstraintSet ConstraintSet::Of(const proto::Image& image, const pb::OneofDescriptor& oneof) {
  constexpr int kOptions = pb::OneofDescriptorProto::kOptionsFieldNumber;
  ConstraintSet out;
  Read(image, oneof.options(), kOptions, out);
  if (CustomOption(image, oneof.options(), kPgv).flag()) {
    out.by_meaning.emplace(
        "required", Constraint{.kind = Kind::kFlag, .rule = "required", .steps = {kOptions, kPgv}});
  }
  return out;
}

ConstraintSet ConstraintSet::Of(const proto::Image& image, const pb::Descriptor& message) {
  ConstraintSet out;
  Read(image, message.options(), pb::DescriptorProto::kOptionsFieldNumber, out);
  out.switched_off = out.switched_off || CustomOption(image, message.options(), kPgv).flag() ||
                     CustomOption(image, message.options(), kPgvIgnored).flag();
  return out;
}

const Constraint* ConstraintSet::RefusesUnset() const {
  const bool exempt = std::any_of(by_meaning.begin(), by_meaning.end(), [](const auto& entry) {
    return entry.second.kind == Kind::kExemption;
  });
  if (switched_off || exempt) {
    return nullptr;
  }
  for (const auto& [meaning, rule] : by_meaning) {
    const bool of_elements = meaning.starts_with("repeated.items.") ||
                             meaning.starts_with("map.keys.") || meaning.starts_with("map.values.");
    if (!of_elements && Refuses(meaning, rule)) {
      return &rule;
    }
  }
  return nullptr;
}

bool SameConstraints(const pb::Message& before, const pb::Message& after) {
  return SameBytes(before, after, kProtovalidate) && SameBytes(before, after, kPgv) &&
         SameBytes(before, after, kPgvIgnored);
}

}  // namespace accord::breaking
