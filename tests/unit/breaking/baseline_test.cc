#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <unistd.h>

#include "accord/breaking/policy.h"

namespace accord::breaking {
namespace {

using ::testing::HasSubstr;

const finding::RuleInfo kRule{.id = "FIELD_SAME_TYPE"};

class BaselineFile : public ::testing::Test {
 protected:
  BaselineFile()
      : path_(std::filesystem::temp_directory_path() /
              ("accord-baseline-" + std::to_string(::getpid()) + ".json")) {}
  ~BaselineFile() override { std::filesystem::remove(path_); }

  base::Result<Baseline> ReadBack(const std::string& text) {
    std::ofstream(path_) << text;
    return ReadBaseline(path_.string());
  }

  std::filesystem::path path_;
};

TEST_F(BaselineFile, ReadsWhatItWrites) {
  finding::Finding second = finding::Make(kRule, "Field \"2\" changed.");
  second.element = "a.M.y";
  finding::Finding first = finding::Make(kRule, "Field \"1\" changed.");
  first.element = "a.M.x";
  const std::vector<finding::Finding> findings = {second, first};
  const auto baseline = ReadBack(WriteBaseline(findings));
  ASSERT_TRUE(baseline) << baseline.error().message;
  ASSERT_EQ(baseline->entries.size(), 2U);
  EXPECT_EQ(baseline->entries[0].element, "a.M.x");
  EXPECT_EQ(baseline->entries[0].fingerprint, finding::Fingerprint(first));
  EXPECT_EQ(baseline->entries[1].message, "Field \"2\" changed.");
}

TEST_F(BaselineFile, AnotherFileIsRefusedWithItsPlace) {
  auto baseline = ReadBack("{\"version\": 1,\n \"findings\": 3}");
  ASSERT_FALSE(baseline);
  EXPECT_THAT(baseline.error().message, HasSubstr(".json:2:14: not a baseline"));
  baseline = ReadBack("{\"version\": 1, ");
  ASSERT_FALSE(baseline);
  EXPECT_THAT(baseline.error().message, HasSubstr("not a baseline"));
}

TEST_F(BaselineFile, AMissingFileIsAnError) {
  const auto baseline = ReadBaseline("/nowhere/baseline.json");
  ASSERT_FALSE(baseline);
  EXPECT_THAT(baseline.error().message, HasSubstr("/nowhere/baseline.json"));
}

}  // namespace
}  // namespace accord::breaking
