#include <cstdlib>
#include <filesystem>
#include <iostream>

#include <gtest/gtest.h>

#include "accord/schema/includes.h"
#include "accord/schema/validate.h"

#include "tests/conformance/json_schema_compat/case.h"
#include "tests/support/conformance.h"
#include "tests/support/tally.h"

namespace accord::schema::test {
namespace {

/// Verdicts of one source; unsound ones fail at once.
class Source {
 public:
  Source(const std::filesystem::path& file, accord::test::Tally& tally)
      : name_(file.stem().string()), tally_(tally) {
    for (const Case& test : ReadCases(file)) {
      Run(test);
    }
  }

  double share() const { return total_ == 0 ? 0 : static_cast<double>(decided_) / total_; }
  void Print() const {
    std::cout << "json-schema-compat/" << name_ << ": decided " << decided_ << " of " << total_
              << "\n";
  }

 private:
  void Run(const Case& test) {
    std::string fault;
    const SchemaPtr original = CompileCase(test.original, test.original_dialect, fault);
    const SchemaPtr update = CompileCase(test.update, test.update_dialect, fault);
    if (original == nullptr || update == nullptr) {
      tally_.Count(test.id, false, fault);
      total_ += (test.backward ? 1 : 0) + (test.forward ? 1 : 0);
      return;
    }
    Judge(test.id + ":backward", *original, *update, test.backward);
    Judge(test.id + ":forward", *update, *original, test.forward);
  }

  void Judge(const std::string& id, const Schema& a, const Schema& b, std::optional<bool> truth) {
    const InclusionResult result = Includes(a, b);
    if (result.inclusion == Inclusion::kNo) {
      ASSERT_NE(result.witness, nullptr) << id;
      EXPECT_TRUE(IsValid(a, result.witness->root())) << id;
      EXPECT_FALSE(IsValid(b, result.witness->root())) << id;
      EXPECT_FALSE(result.differences.empty()) << id;
    }
    if (!truth) {
      return;
    }
    const bool decided = result.inclusion != Inclusion::kUnknown;
    const Inclusion expected = *truth ? Inclusion::kYes : Inclusion::kNo;
    EXPECT_TRUE(!decided || result.inclusion == expected)
        << id << " is unsound: " << ToString(result.inclusion)
        << (result.witness ? " by " + document::WriteJson(result.witness->root(), {.indent = 0})
                           : "");
    ++total_;
    decided_ += decided ? 1 : 0;
    tally_.Count(id, decided, std::string(ToString(result.reason)) + ": " + result.detail);
  }

  std::string name_;
  accord::test::Tally& tally_;
  int decided_ = 0;
  int total_ = 0;
};

TEST(JsonSchemaCompat, Corpus) {
  const auto corpus = accord::test::ConformanceDir("json-schema-compat");
  if (!corpus) {
    GTEST_SKIP() << "the json-schema-compat corpus is not there";
  }
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const std::string_view name : {"own",
                                      "jsonsubschema",
                                      "is-json-schema-subset",
                                      "json-schema-diff",
                                      "json-schema-diff-validator"}) {
    const Source source(*corpus / (std::string(name) + ".json"), tally);
    source.Print();
    constexpr double kOwnShare = 0.95;
    constexpr double kShare = 0.9;
    EXPECT_GE(source.share(), name == "own" ? kOwnShare : kShare) << name;
  }
  tally.Print("json-schema-compat");
}

}  // namespace
}  // namespace accord::schema::test
