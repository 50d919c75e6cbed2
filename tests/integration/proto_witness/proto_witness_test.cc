#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include <gmock/gmock.h>
#include <google/protobuf/any.pb.h>
#include <google/protobuf/compiler/importer.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/descriptor_database.h>
#include <google/protobuf/duration.pb.h>
#include <google/protobuf/empty.pb.h>
#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/wrappers.pb.h>
#include <gtest/gtest.h>

#include "accord/breaking/proto.h"

#include "tests/integration/proto_witness/loss.h"
#include "tests/support/conformance.h"

namespace accord::breaking::test {
namespace {

namespace fs = std::filesystem;
namespace pb = google::protobuf;
using Witnessed = std::map<std::string, std::set<std::string>>;  ///< Case → rules.

/// The well-known types, which no folder of the corpus holds.
const pb::DescriptorPool& WellKnown() {
  for (const pb::Descriptor* type : {pb::Any::descriptor(),
                                     pb::Duration::descriptor(),
                                     pb::Empty::descriptor(),
                                     pb::FieldMask::descriptor(),
                                     pb::FileDescriptorProto::descriptor(),
                                     pb::Int32Value::descriptor(),
                                     pb::Struct::descriptor(),
                                     pb::Timestamp::descriptor()}) {
    EXPECT_NE(type, nullptr);
  }
  return *pb::DescriptorPool::generated_pool();
}

/// One version, read by protobuf alone.
class Version {
 public:
  explicit Version(const fs::path& root)
      : known_(WellKnown()), database_(&tree_, &known_), pool_(&database_) {
    tree_.MapPath("", root.string());
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      if (entry.path().extension() == ".proto") {
        pool_.FindFileByName(entry.path().lexically_relative(root).generic_string());
      }
    }
    pool_.FindFileByName("google/protobuf/any.proto");
    pool_.FindFileByName("google/protobuf/empty.proto");
  }
  const pb::DescriptorPool& pool() const { return pool_; }

 private:
  pb::compiler::DiskSourceTree tree_;
  pb::DescriptorPoolDatabase known_;
  pb::compiler::SourceTreeDescriptorDatabase database_;
  pb::DescriptorPool pool_;
};

ProtoComparison Compare(const fs::path& folder, const std::string& category, bool like_buf) {
  ProtoOptions options;
  options.modules.push_back({RuleSelection::Make(ProtoRules(), {category}, {}).value()});
  options.like_buf = like_buf;
  const auto before = proto::Open((folder / "previous").string(), {});
  const auto after = proto::Open((folder / "current").string(), {});
  return CompareProto(before.value(), after.value(), options);
}

/// What the reader calls the message: the same, or what both sides of the method take or return.
std::string TypeThere(const finding::Finding& finding,
                      const finding::Witness& witness,
                      const pb::DescriptorPool& writer,
                      const pb::DescriptorPool& reader) {
  const pb::MethodDescriptor* from = writer.FindMethodByName(finding.element);
  const pb::MethodDescriptor* to = reader.FindMethodByName(finding.element);
  if (from == nullptr || to == nullptr) {
    return witness.type;
  }
  return finding.rule->id == "RPC_SAME_REQUEST_TYPE" ? to->input_type()->full_name()
                                                     : to->output_type()->full_name();
}

/// Whether the old version wrote the example: it is the one that can read it back, if not both.
std::string DoubtEitherWay(const finding::Finding& finding,
                           const finding::Witness& witness,
                           const Version& before,
                           const Version& after) {
  const auto doubt = [&](const pb::DescriptorPool& writer, const pb::DescriptorPool& reader) {
    return Doubt(witness, writer, reader, TypeThere(finding, witness, writer, reader));
  };
  const std::string forward = doubt(before.pool(), after.pool());
  if (forward.empty() || witness.direction == finding::Direction::kStoredData) {
    return forward;
  }
  return doubt(after.pool(), before.pool());
}

class ProtoWitness : public testing::Test {
 protected:
  void SetUp() override {
    corpus_ = accord::test::ConformanceDir("proto-breaking");
    if (!corpus_) {
      GTEST_SKIP() << "the proto-breaking corpus is not there";
    }
  }

  /// Checks every example of a case; the rules that have one.
  std::set<std::string> Check(const fs::path& folder, const std::string& category, bool like_buf) {
    const pb::LogSilencer silence;
    std::set<std::string> rules;
    const ProtoComparison comparison = Compare(folder, category, like_buf);
    std::unique_ptr<Version> before;
    std::unique_ptr<Version> after;
    for (const finding::Finding& finding : comparison.findings) {
      for (const finding::Witness& witness : finding.witnesses) {
        if (before == nullptr) {
          before = std::make_unique<Version>(folder / "previous");
          after = std::make_unique<Version>(folder / "current");
        }
        rules.insert(std::string(finding.rule->id));
        EXPECT_EQ(DoubtEitherWay(finding, witness, *before, *after), "")
            << folder.filename() << " " << finding.rule->id << " " << finding.message << "\n"
            << witness.type << "\n"
            << witness.written << "\n"
            << witness.bytes << "\n"
            << witness.read;
        EXPECT_NE(
            std::find(finding.directions.begin(), finding.directions.end(), witness.direction),
            finding.directions.end())
            << finding.message;
        ++checked_;
      }
    }
    return rules;
  }

  std::optional<fs::path> corpus_;
  int checked_ = 0;
};

TEST_F(ProtoWitness, EveryExampleOfTheCorpusLosesSomething) {
  for (const fs::directory_entry& entry : fs::directory_iterator(*corpus_)) {
    if (!fs::exists(entry.path() / "case.json")) {
      continue;
    }
    for (const char* category : {"FILE", "PACKAGE", "WIRE_JSON", "WIRE", "CSR"}) {
      Check(entry.path(), category, false);
      Check(entry.path(), category, true);
    }
  }
  EXPECT_GT(checked_, 1000);
}

TEST_F(ProtoWitness, RulesOfTheWireHaveExamples) {
  const Witnessed expected = {
      {"matrix_proto3_all_type_pairs", {"FIELD_WIRE_COMPATIBLE_TYPE"}},
      {"matrix_proto2_label_pairs",
       {"FIELD_WIRE_COMPATIBLE_CARDINALITY", "MESSAGE_SAME_REQUIRED_FIELDS"}},
      {"orders_numbers_swapped", {"FIELD_SAME_NUMBER"}},
      {"orders_field_deleted_unreserved", {"FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED"}},
      {"orders_enum_value_renamed_and_deleted", {"ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED"}},
      {"legacy_defaults_changed", {"FIELD_SAME_DEFAULT"}},
  };
  for (const auto& [name, rules] : expected) {
    EXPECT_THAT(Check(*corpus_ / name, "WIRE", false), testing::IsSupersetOf(rules)) << name;
  }
}

TEST_F(ProtoWitness, RulesOfJsonHaveExamples) {
  const Witnessed expected = {
      {"breaking_field_same_json_name", {"FIELD_SAME_JSON_NAME"}},
      {"breaking_field_same_name", {"FIELD_SAME_NAME"}},
      {"orders_enum_value_renamed_and_deleted",
       {"ENUM_VALUE_SAME_NAME", "ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED"}},
      {"orders_field_deleted_number_reserved_only", {"FIELD_NO_DELETE_UNLESS_NAME_RESERVED"}},
  };
  for (const auto& [name, rules] : expected) {
    EXPECT_THAT(Check(*corpus_ / name, "WIRE_JSON", false), testing::IsSupersetOf(rules)) << name;
  }
}

}  // namespace
}  // namespace accord::breaking::test
