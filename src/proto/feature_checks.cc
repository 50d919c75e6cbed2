#include "proto/feature_checks.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/unknown_field_set.h>

#include "accord/proto/rules.h"

#include "proto/feature_fields.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

constexpr std::uint64_t kImplicit = 2;
constexpr std::uint64_t kLegacyRequired = 3;

// A kind of element that has options.
struct Kind {
  std::string_view options;
  int features;  // Field number.
  std::string_view name;
};
constexpr std::array kKinds{
    Kind{"FileOptions", kFileFeatures, "file"},
    Kind{"MessageOptions", kMessageFeatures, "message"},
    Kind{"FieldOptions", kFieldFeatures, "field"},
    Kind{"OneofOptions", kOneofFeatures, "oneof"},
    Kind{"EnumOptions", kEnumFeatures, "enum"},
    Kind{"EnumValueOptions", kEnumValueFeatures, "enum value"},
    Kind{"ExtensionRangeOptions", kExtensionRangeFeatures, "extension range"},
    Kind{"ServiceOptions", kServiceFeatures, "service"},
    Kind{"MethodOptions", kMethodFeatures, "method"},
};

// Where a feature may be set, besides on files.
struct Feature {
  int number;
  std::string_view name;
  std::string_view first;
  std::string_view second;
};
constexpr std::array kFeatures{
    Feature{kPresenceFeature, "field_presence", "field", ""},
    Feature{kEnumTypeFeature, "enum_type", "enum", ""},
    Feature{kRepeatedEncodingFeature, "repeated_field_encoding", "field", ""},
    Feature{kUtf8Feature, "utf8_validation", "field", ""},
    Feature{kMessageEncodingFeature, "message_encoding", "field", ""},
    Feature{kJsonFormatFeature, "json_format", "message", "enum"},
};

std::string_view WrongPlace(const Feature& feature, const Kind& kind) {
  const bool allowed =
      kind.name == "file" || kind.name == feature.first || kind.name == feature.second;
  return allowed ? "" : "has no meaning here";
}

// What protobuf's rules about presence say against `value` on that field.
std::string_view WrongPresence(const pb::FieldDescriptorProto& field, std::uint64_t value) {
  if (field.has_oneof_index()) {
    return "cannot be set on a member of a oneof";
  }
  if (field.label() == pb::FieldDescriptorProto::LABEL_REPEATED) {
    return "cannot be set on a repeated field";
  }
  if (field.type() == pb::FieldDescriptorProto::TYPE_MESSAGE && value == kImplicit) {
    return "cannot be IMPLICIT on a message field";
  }
  if (field.has_extendee() && value == kLegacyRequired) {
    return "cannot be LEGACY_REQUIRED on an extension";
  }
  return "";
}

class FeatureWalk {
 public:
  FeatureWalk(const std::string& file,
              Locations& locations,
              std::vector<finding::Finding>& findings)
      : file_(file), locations_(locations), findings_(findings) {}

  // `at` is a part of the file, at `path`.
  void Walk(const pb::Message& at, const ElementPath& path) {
    const pb::Reflection& reflection = *at.GetReflection();
    std::vector<const pb::FieldDescriptor*> fields;
    reflection.ListFields(at, &fields);
    for (const pb::FieldDescriptor* field : fields) {
      if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) {
        continue;
      }
      if (field->name() == "options") {
        CheckOptions(at, reflection.GetMessage(at, field), Child(path, {field->number()}));
      }
      for (int i = 0; field->is_repeated() && i < reflection.FieldSize(at, field); ++i) {
        Walk(reflection.GetRepeatedMessage(at, field, i), Child(path, {field->number(), i}));
      }
    }
  }

 private:
  void CheckOptions(const pb::Message& element,
                    const pb::Message& options,
                    const ElementPath& path) {
    for (const Kind& kind : kKinds) {
      if (kind.options != options.GetDescriptor()->name()) {
        continue;
      }
      const pb::UnknownFieldSet& unknown = options.GetReflection()->GetUnknownFields(options);
      for (int i = 0; i < unknown.field_count(); ++i) {
        pb::UnknownFieldSet features;
        if (unknown.field(i).number() == kind.features &&
            unknown.field(i).type() == pb::UnknownField::TYPE_LENGTH_DELIMITED &&
            features.ParseFromString(unknown.field(i).length_delimited())) {
          CheckSet(element, kind, features, Child(path, {kind.features}));
        }
      }
    }
  }

  void CheckSet(const pb::Message& element,
                const Kind& kind,
                const pb::UnknownFieldSet& features,
                const ElementPath& path) {
    const auto* field = dynamic_cast<const pb::FieldDescriptorProto*>(&element);
    for (int i = 0; i < features.field_count(); ++i) {
      for (const Feature& feature : kFeatures) {
        if (features.field(i).number() != feature.number ||
            features.field(i).type() != pb::UnknownField::TYPE_VARINT) {
          continue;
        }
        std::string_view wrong = WrongPlace(feature, kind);
        if (wrong.empty() && feature.number == kPresenceFeature && field != nullptr) {
          wrong = WrongPresence(*field, features.field(i).varint());
        }
        if (!wrong.empty()) {
          Say(fmt::format("features.{} {}", feature.name, wrong), path, feature.number);
        }
      }
    }
  }

  void Say(std::string message, const ElementPath& features, int number) {
    ElementPath element(features.begin(), features.end() - 2);
    finding::Span span =
        locations_.FindFirst(file_, {Child(features, {number}), features, std::move(element)});
    findings_.push_back(finding::Make(kProtoInvalid, std::move(message), std::move(span)));
  }

  const std::string& file_;
  Locations& locations_;
  std::vector<finding::Finding>& findings_;
};

}  // namespace

bool CheckFeatures(const pb::FileDescriptor& file,
                   Locations& locations,
                   std::vector<finding::Finding>& findings) {
  pb::FileDescriptorProto parts;
  file.CopyTo(&parts);
  const std::size_t said = findings.size();
  FeatureWalk(file.name(), locations, findings).Walk(parts, {});
  return findings.size() == said;
}

}  // namespace accord::proto
