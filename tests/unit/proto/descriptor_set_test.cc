#include "proto/descriptor_set.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "accord/proto/rules.h"

#include "proto/parse.h"

namespace accord::proto {
namespace {

namespace pb = google::protobuf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

pb::FileDescriptorSet MakeSet(const std::vector<std::pair<std::string, std::string>>& files) {
  pb::FileDescriptorSet set;
  std::vector<finding::Finding> findings;
  for (const auto& [path, text] : files) {
    EXPECT_TRUE(ParseText({path, path}, text, true, *set.add_file(), findings)) << path;
  }
  return set;
}

pb::FileDescriptorSet Example() {
  return MakeSet({{"b.proto", "syntax = 'proto3'; package p; import 'a.proto'; message B {}"},
                  {"a.proto", "syntax = 'proto3'; message A { string text = 1; }"}});
}

std::shared_ptr<const Sources> OpenSet(std::string_view bytes) {
  return OpenDescriptorSet("set.binpb", bytes);
}

std::string Complaint(const Sources& sources) {
  EXPECT_THAT(sources.entries(), IsEmpty());
  EXPECT_THAT(sources.findings(), SizeIs(1));
  if (sources.findings().empty()) {
    return {};
  }
  EXPECT_EQ(sources.findings()[0].rule, &kProtoUnreadable);
  EXPECT_EQ(sources.findings()[0].span.file, "set.binpb");
  return sources.findings()[0].message;
}

void ExpectExample(const Sources& sources) {
  EXPECT_THAT(sources.findings(), IsEmpty());
  ASSERT_THAT(sources.entries(), SizeIs(2));
  EXPECT_EQ(sources.entries()[0].path, "a.proto");
  EXPECT_EQ(sources.entries()[1].path, "b.proto");
  EXPECT_EQ(sources.entries()[1].package, "p");
  EXPECT_THAT(sources.entries()[1].imports, ElementsAre("a.proto"));
  pb::FileDescriptorProto file;
  std::vector<finding::Finding> findings;
  ASSERT_TRUE(sources.Load("a.proto", false, file, findings));
  EXPECT_EQ(file.message_type(0).field(0).name(), "text");
  EXPECT_FALSE(file.has_source_code_info());
  EXPECT_FALSE(sources.Load("c.proto", false, file, findings));
  EXPECT_EQ(sources.Text("a.proto"), "");
}

TEST(DescriptorSet, Binary) {
  const auto sources = OpenSet(Example().SerializeAsString());
  ExpectExample(*sources);
  pb::FileDescriptorProto file;
  std::vector<finding::Finding> findings;
  ASSERT_TRUE(sources->Load("b.proto", true, file, findings));
  EXPECT_GT(file.source_code_info().location_size(), 0);
}

TEST(DescriptorSet, Json) {
  std::string json;
  ASSERT_TRUE(pb::util::MessageToJsonString(Example(), &json).ok());
  ExpectExample(*OpenSet(json));
  ExpectExample(*OpenSet("\n " + json));
}

TEST(DescriptorSet, AnImageOfBufInJsonHasMoreMembers) {
  const auto sources = OpenSet(
      R"({"file": [{"name": "a.proto", "bufExtension": {"isImport": true, "moduleInfo": {}}}]})");
  EXPECT_THAT(sources->findings(), IsEmpty());
  EXPECT_THAT(sources->entries(), SizeIs(1));
}

TEST(DescriptorSet, PlacesAndWhatBufAddsAreNoContent) {
  pb::FileDescriptorSet set = Example();
  const auto first = OpenSet(set.SerializeAsString());
  for (pb::FileDescriptorProto& file : *set.mutable_file()) {
    file.clear_source_code_info();
    file.GetReflection()->MutableUnknownFields(&file)->AddLengthDelimited(8042, "\x08\x01");
  }
  const auto second = OpenSet(set.SerializeAsString());
  ASSERT_THAT(second->entries(), SizeIs(2));
  EXPECT_EQ(SelectChanged(*first, *second).unchanged, 2U);
  set.mutable_file(1)->mutable_message_type(0)->set_name("Other");
  EXPECT_THAT(SelectChanged(*first, *OpenSet(set.SerializeAsString())).after,
              ElementsAre("a.proto", "b.proto"));
}

TEST(DescriptorSet, CutInTheMiddle) {
  const std::string bytes = Example().SerializeAsString();
  EXPECT_EQ(Complaint(*OpenSet(std::string_view(bytes).substr(0, bytes.size() - 3))),
            "set.binpb is cut off: it ends inside of its file number 2");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto sources = OpenSet(std::string_view(bytes).substr(0, size));
    // A cut between two files cannot be seen.
    EXPECT_TRUE(sources->entries().empty() ? sources->findings().size() == 1
                                           : sources->entries().size() == 1)
        << size;
  }
}

TEST(DescriptorSet, ACutSetThatBeginsLikeJson) {
  pb::FileDescriptorSet set;
  set.add_file()->set_name("a.proto");
  set.mutable_file(0)->set_package(std::string(123 - 11, 'p'));
  const std::string bytes = set.SerializeAsString();
  ASSERT_EQ(bytes.substr(0, 3), "\n{\n");
  EXPECT_THAT(OpenSet(bytes)->entries(), SizeIs(1));
  EXPECT_EQ(Complaint(*OpenSet(bytes.substr(0, 100))),
            "set.binpb is cut off: it ends inside of its file number 1");
}

TEST(DescriptorSet, WhatIsSomethingElse) {
  EXPECT_EQ(Complaint(*OpenSet("")), "set.binpb is empty");
  for (const std::string_view text : {"\x7F"
                                      "ELF....",
                                      "hello",
                                      "<html>",
                                      "[1]",
                                      "\x12\x00"}) {
    EXPECT_EQ(Complaint(*OpenSet(text)), "set.binpb is neither a descriptor set nor a .proto file")
        << text;
  }
  EXPECT_THAT(Complaint(*OpenSet("{\"file\": 7}")), HasSubstr("is no descriptor set in JSON: "));
  EXPECT_THAT(Complaint(*OpenSet("{\"file\": [")), HasSubstr("is no descriptor set in JSON: "));
  EXPECT_EQ(Complaint(*OpenSet("{\"openapi\": \"3.0.0\"}")), "set.binpb holds no files");
  EXPECT_EQ(Complaint(*OpenSet("{\"file\": [{}]}")), "set.binpb holds a file without a name");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "{\"file\": [";
  }
  EXPECT_THAT(Complaint(*OpenSet(deep)), HasSubstr("is no descriptor set in JSON: "));
}

TEST(DescriptorSet, NestedTooDeep) {
  pb::FileDescriptorSet set;
  pb::FileDescriptorProto* file = set.add_file();
  file->set_name("a.proto");
  pb::DescriptorProto* message = file->add_message_type();
  for (int i = 0; i < 5000; ++i) {
    message = message->add_nested_type();
  }
  EXPECT_EQ(Complaint(*OpenSet(set.SerializeAsString())),
            "set.binpb holds a file that is damaged, or nested deeper than 100 messages");
}

TEST(DescriptorSet, ANameThatIsNotUtf8) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(Complaint(*OpenSet("\x0A\x04\x0A\x02\xFF\x41")),
            "set.binpb holds a file that is damaged, or nested deeper than 100 messages");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(DescriptorSet, OneFileTwice) {
  pb::FileDescriptorSet set = Example();
  *set.add_file() = set.file(0);
  const auto sources = OpenSet(set.SerializeAsString());
  EXPECT_THAT(sources->entries(), SizeIs(2));
  ASSERT_THAT(sources->findings(), SizeIs(1));
  EXPECT_EQ(sources->findings()[0].rule, &kProtoDuplicateFile);
  EXPECT_EQ(sources->findings()[0].message, "b.proto stands in set.binpb more than once");
}

}  // namespace
}  // namespace accord::proto
