#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/field_text.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using proto::Features;

// Numbers inside FieldDescriptorProto, FieldOptions, FeatureSet and the feature sets of languages.
constexpr int kOptions = 8;
constexpr int kCtype = 1;
constexpr int kJstype = 6;
constexpr int kFeatures = 21;
constexpr int kUtf8Validation = 4;
constexpr int kCpp = 1000;
constexpr int kCppStringType = 2;
constexpr int kJava = 1001;
constexpr int kJavaUtf8Validation = 2;
// Inside FileDescriptorProto.
constexpr int kFileOptions = 8;
constexpr int kJavaStringCheckUtf8 = 27;

bool BothAreStrings(const FieldPair& fields) {
  return fields.before->type() == pb::FieldDescriptor::TYPE_STRING &&
         fields.after->type() == pb::FieldDescriptor::TYPE_STRING;
}

bool Is64BitInteger(const pb::FieldDescriptor& field) {
  return field.cpp_type() == pb::FieldDescriptor::CPPTYPE_INT64 ||
         field.cpp_type() == pb::FieldDescriptor::CPPTYPE_UINT64;
}

void CheckJstype(Context& context, const FieldPair& fields) {
  const auto before = fields.before->options().jstype();
  const auto after = fields.after->options().jstype();
  if (!Is64BitInteger(*fields.before) || !Is64BitInteger(*fields.after) || before == after) {
    return;
  }
  context.Add(FieldDraft(kFieldSameJstype,
                         fields,
                         {kOptions, kJstype},
                         fmt::format(R"(changed option "jstype" from "{}" to "{}".)",
                                     pb::FieldOptions::JSType_Name(before),
                                     pb::FieldOptions::JSType_Name(after))));
}

std::string_view CppStringOf(const proto::Image& image, const pb::FieldDescriptor& field) {
  if (field.options().has_ctype() && field.options().ctype() == pb::FieldOptions::STRING_PIECE) {
    return "STRING_PIECE";
  }
  switch (image.FeaturesOf(field).cpp_string) {
    case Features::CppString::kCord:
      return "CORD";
    case Features::CppString::kView:
      return "VIEW";
    case Features::CppString::kString:
      break;
  }
  return "STRING";
}

/// Where a feature of one language may be written, most precise first.
std::vector<Place> PlacesOfFeature(const pb::FieldDescriptor& field, int language, int feature) {
  return {PartOf(field, {kOptions, kFeatures, language, feature}), PlaceOf(field)};
}

void CheckCppString(Context& context, const FieldPair& fields) {
  const auto both = [&](auto holds) { return holds(*fields.before) && holds(*fields.after); };
  const bool in_map =
      both([](const auto& field) { return field.containing_type()->options().map_entry(); });
  const bool strings = both(
      [](const auto& field) { return field.cpp_type() == pb::FieldDescriptor::CPPTYPE_STRING; });
  if (in_map || !strings) {
    return;
  }
  const std::string_view before = CppStringOf(context.before, *fields.before);
  const std::string_view after = CppStringOf(context.after, *fields.after);
  if (before == after || (before == "STRING_PIECE" && after == "STRING")) {
    return;
  }
  Draft draft =
      FieldDraft(kFieldSameCppStringType,
                 fields,
                 {kOptions, kCtype},
                 fmt::format(R"(changed C++ string type from "{}" to "{}".)", before, after));
  draft.fallback = PlacesOfFeature(*fields.after, kCpp, kCppStringType);
  draft.before_fallback = PlacesOfFeature(*fields.before, kCpp, kCppStringType);
  context.Add(std::move(draft));
}

std::string_view ToString(Features::Utf8 utf8) {
  return utf8 == Features::Utf8::kVerify ? "VERIFY" : "NONE";
}

void CheckUtf8(Context& context, const FieldPair& fields) {
  const Features::Utf8 before = context.before.FeaturesOf(*fields.before).utf8;
  const Features::Utf8 after = context.after.FeaturesOf(*fields.after).utf8;
  if (before == after) {
    return;
  }
  context.Add(FieldDraft(
      kFieldSameUtf8Validation,
      fields,
      {kOptions, kFeatures, kUtf8Validation},
      fmt::format("changed UTF8 validation from {} to {}.", ToString(before), ToString(after))));
}

std::string_view JavaUtf8Of(const proto::Image& image, const pb::FieldDescriptor& field) {
  const Features features = image.FeaturesOf(field);
  const pb::FileOptions& file = field.file()->options();
  const bool verify = file.has_java_string_check_utf8()
                          ? file.java_string_check_utf8()
                          : features.java_utf8 == Features::JavaUtf8::kVerify;
  return verify ? "VERIFY" : ToString(features.utf8);
}

Place JavaOptionOf(const pb::FieldDescriptor& field) {
  return {field.file(), {kFileOptions, kJavaStringCheckUtf8}};
}

void CheckJavaUtf8(Context& context, const FieldPair& fields) {
  const std::string_view before = JavaUtf8Of(context.before, *fields.before);
  const std::string_view after = JavaUtf8Of(context.after, *fields.after);
  if (before == after) {
    return;
  }
  Draft draft = FieldDraft(
      kFieldSameJavaUtf8Validation,
      fields,
      {},
      fmt::format(R"(changed Java string UTF8 validation from "{}" to "{}".)", before, after));
  draft.fallback = PlacesOfFeature(*fields.after, kJava, kJavaUtf8Validation);
  draft.before_fallback = PlacesOfFeature(*fields.before, kJava, kJavaUtf8Validation);
  draft.after = JavaOptionOf(*fields.after);
  draft.before = JavaOptionOf(*fields.before);
  context.Add(std::move(draft));
}

}  // namespace

void CheckFieldOptions(Context& context, const FieldPair& fields) {
  CheckJstype(context, fields);
  CheckCppString(context, fields);
  if (BothAreStrings(fields)) {
    CheckUtf8(context, fields);
    CheckJavaUtf8(context, fields);
  }
}

}  // namespace accord::breaking
