#include "proto/options.h"

#include <memory>

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include "tests/unit/proto/memory_sources.h"

namespace accord::proto {
namespace {

namespace pb = google::protobuf;

constexpr const char* kText =
    "syntax = \"proto3\";\n"
    "import \"google/protobuf/descriptor.proto\";\n"
    "message Rule { string get = 2; repeated Rule more = 11; }\n"
    "extend google.protobuf.MethodOptions { Rule http = 72295728; }\n"
    "message M {}\n"
    "service S {\n"
    "  rpc A(M) returns (M) { option (http) = { get: \"/a\" more { get: \"/b\" } }; }\n"
    "  rpc B(M) returns (M);\n"
    "  rpc C(M) returns (M) { option idempotency_level = IDEMPOTENT; }\n"
    "}\n";

class Options : public testing::Test {
 protected:
  Options()
      : image_(CompileAll(
            std::make_shared<MemorySources>(std::map<std::string, std::string>{{"a.proto", kText}}),
            findings_)) {
    EXPECT_THAT(findings_, testing::IsEmpty()) << findings_[0].message;
  }

  std::unique_ptr<pb::Message> Decode(const std::string& method) {
    return image_->DecodeOptions(image_->pool().FindMethodByName(method)->options());
  }

  std::vector<finding::Finding> findings_;
  std::unique_ptr<Image> image_;
};

TEST_F(Options, ExtensionsAreDecodedByTheFilesOwnDefinitions) {
  const std::unique_ptr<pb::Message> options = Decode("S.A");
  ASSERT_NE(options, nullptr);
  EXPECT_EQ(options->ShortDebugString(), "[http] { get: \"/a\" more { get: \"/b\" } }");
  const pb::FieldDescriptor* http = image_->pool().FindExtensionByName("http");
  EXPECT_TRUE(options->GetReflection()->HasField(*options, http));
}

TEST_F(Options, NothingSetIsNothingDecoded) {
  EXPECT_EQ(Decode("S.B"), nullptr);
}

TEST_F(Options, BuiltInOptionsAreThereAsWell) {
  const std::unique_ptr<pb::Message> options = Decode("S.C");
  ASSERT_NE(options, nullptr);
  EXPECT_EQ(options->ShortDebugString(), "idempotency_level: IDEMPOTENT");
}

TEST_F(Options, KindsThatNoFileDefinesAreNotDecoded) {
  EXPECT_EQ(image_->DecodeOptions(pb::FileDescriptorProto::default_instance()), nullptr);
  pb::SourceCodeInfo::Location location;
  location.add_path(1);
  EXPECT_NE(image_->DecodeOptions(location), nullptr);
}

}  // namespace
}  // namespace accord::proto
