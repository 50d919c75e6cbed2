#include "proto/built_in.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include "tests/unit/proto/memory_sources.h"

namespace accord::proto {
namespace {

namespace pb = google::protobuf;

TEST(BuiltIn, EachFileCompilesWhenImported) {
  for (const char* name : {"any",
                           "api",
                           "descriptor",
                           "duration",
                           "empty",
                           "field_mask",
                           "source_context",
                           "struct",
                           "timestamp",
                           "type",
                           "wrappers",
                           "cpp_features",
                           "java_features",
                           "go_features",
                           "compiler/plugin"}) {
    const std::string path = "google/protobuf/" + std::string(name) + ".proto";
    std::vector<finding::Finding> findings;
    const auto image =
        CompileAll(std::make_shared<MemorySources>(std::map<std::string, std::string>{
                       {"a.proto", "syntax = \"proto3\"; import \"" + path + "\";"}}),
                   findings);
    EXPECT_THAT(findings, testing::IsEmpty()) << findings[0].message;
    EXPECT_NE(image->pool().FindFileByName(path), nullptr) << path;
  }
}

TEST(BuiltIn, NothingElseIsThere) {
  pb::FileDescriptorProto file;
  EXPECT_FALSE(LoadBuiltIn("google/protobuf/other.proto", file));
  EXPECT_FALSE(LoadBuiltIn("timestamp.proto", file));
}

TEST(BuiltIn, OptionsThatAreNewerThanTheLibraryAreKnown) {
  std::vector<finding::Finding> findings;
  const auto image = CompileAll(
      std::make_shared<MemorySources>(std::map<std::string, std::string>{
          {"a.proto",
           "syntax = \"proto2\";\nmessage M {\n"
           "  optional string secret = 1 [debug_redact = true, retention = RETENTION_SOURCE];\n"
           "  extensions 5 to 9 [verification = UNVERIFIED];\n}\n"}}),
      findings);
  EXPECT_THAT(findings, testing::IsEmpty()) << findings[0].message;
  EXPECT_TRUE(image->SpanOf(*image->files().at(0), {4, 0, 2, 0, 8, 16}).known());
}

TEST(BuiltIn, SourcesThatDefineDescriptorProtoElsewhereDoNotClash) {
  std::vector<finding::Finding> findings;
  const auto image = CompileAll(
      std::make_shared<MemorySources>(std::map<std::string, std::string>{
          {"src/google/protobuf/descriptor.proto",
           "syntax = \"proto2\";\npackage google.protobuf;\nmessage FileDescriptorProto {}\n"}}),
      findings);
  EXPECT_THAT(findings, testing::IsEmpty()) << findings[0].message;
  EXPECT_EQ(image->files().size(), 1U);
}

}  // namespace
}  // namespace accord::proto
