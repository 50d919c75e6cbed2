#include "proto/built_in.h"

#include <array>
#include <cassert>
#include <string>
#include <utility>

#include <google/protobuf/any.pb.h>
#include <google/protobuf/api.pb.h>
#include <google/protobuf/compiler/parser.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/duration.pb.h>
#include <google/protobuf/empty.pb.h>
#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/source_context.pb.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/type.pb.h>
#include <google/protobuf/wrappers.pb.h>

#include "proto/built_in_texts.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

using NamedText = std::pair<std::string_view, std::string_view>;

constexpr std::array kEmbedded{
    NamedText{"google/protobuf/cpp_features.proto", kCppFeatures},
    NamedText{"google/protobuf/java_features.proto", kJavaFeatures},
    NamedText{"google/protobuf/go_features.proto", kGoFeatures},
    NamedText{"google/protobuf/compiler/plugin.proto", kPlugin},
};

// Takes what the tokenizer says; embedded texts give it no reason.
class NoErrors : public pb::io::ErrorCollector {
 public:
  void AddError(int /*line*/, pb::io::ColumnNumber /*column*/, const std::string&) override {
    assert(false);
  }
};

void ParseEmbedded(std::string_view text, pb::FileDescriptorProto& file) {
  pb::io::ArrayInputStream input(text.data(), static_cast<int>(text.size()));
  NoErrors errors;
  pb::io::Tokenizer tokenizer(&input, &errors);
  pb::compiler::Parser parser;
  parser.RecordErrorsTo(&errors);
  parser.Parse(&tokenizer, &file);
  file.clear_source_code_info();
}

void MergeNewer(pb::FileDescriptorProto& descriptor) {
  pb::FileDescriptorProto newer;
  ParseEmbedded(kNewerDescriptor, newer);
  descriptor.mutable_enum_type()->MergeFrom(newer.enum_type());
  for (const pb::DescriptorProto& addition : newer.message_type()) {
    pb::DescriptorProto* target = nullptr;
    for (pb::DescriptorProto& known : *descriptor.mutable_message_type()) {
      target = known.name() == addition.name() ? &known : target;
    }
    if (target == nullptr) {
      target = descriptor.add_message_type();
    }
    target->MergeFrom(addition);
    target->set_name(addition.name());
  }
}

// Naming one type of each file keeps the linker from dropping it.
void LinkGenerated() {
  pb::Any::descriptor();
  pb::Api::descriptor();
  pb::Duration::descriptor();
  pb::Empty::descriptor();
  pb::FieldMask::descriptor();
  pb::SourceContext::descriptor();
  pb::Struct::descriptor();
  pb::Timestamp::descriptor();
  pb::Type::descriptor();
  pb::BoolValue::descriptor();
}

}  // namespace

bool LoadBuiltIn(std::string_view path, pb::FileDescriptorProto& file) {
  file.Clear();
  for (const auto& [name, text] : kEmbedded) {
    if (name == path) {
      ParseEmbedded(text, file);
      file.set_name(std::string(path));
      return true;
    }
  }
  LinkGenerated();
  const pb::FileDescriptor* generated =
      path.starts_with("google/protobuf/")
          ? pb::DescriptorPool::generated_pool()->FindFileByName(std::string(path))
          : nullptr;
  if (generated == nullptr) {
    return false;
  }
  generated->CopyTo(&file);

  if (path == "google/protobuf/descriptor.proto") {
    MergeNewer(file);
  }
  return true;
}

}  // namespace accord::proto
