#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "accord/breaking/schema.h"

namespace accord::breaking {

/// Two versions of schema documents in folders of their own.
class SchemaVersions : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              (std::string("accord-") + test->name() + std::to_string(getpid()));
    std::filesystem::create_directories(folder_ / "old");
    std::filesystem::create_directories(folder_ / "new");
    options_.rules = *RuleSelection::Make(SchemaRules(), {"SCHEMA"}, {});
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void Write(const std::string& path, const std::string& text) {
    std::filesystem::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path) << text;
  }

  std::shared_ptr<const SchemaSources> Open(const std::string& path, bool all = true) const {
    return *SchemaSources::Open((folder_ / path).string(), all);
  }

  SchemaComparison Compare() { return CompareSchemas(*Open("old"), *Open("new"), options_); }
  /// Of one document.
  SchemaComparison Compare(const std::string& before, const std::string& after) {
    Write("old/a.json", before);
    Write("new/a.json", after);
    return Compare();
  }

  /// `rule element`, with `(suppressed)` where that is so.
  static std::vector<std::string> Told(const SchemaComparison& comparison) {
    std::vector<std::string> lines;
    for (const finding::Finding& finding : comparison.findings) {
      std::string line = std::string(finding.rule->id) + " " + finding.element;
      line += finding.suppressed.empty() ? "" : " (" + finding.suppressed + ")";
      lines.push_back(std::move(line));
    }
    return lines;
  }

  std::filesystem::path folder_;
  SchemaOptions options_;
};

}  // namespace accord::breaking
