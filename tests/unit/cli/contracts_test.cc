#include "cli/contracts.h"

#include <filesystem>

#include <gmock/gmock.h>

#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ContractsTest : public CliTest {
 protected:
  static Contracts Load(std::vector<std::string> inputs,
                        std::string provider = {},
                        document::FetchUrl fetch = {}) {
    auto contracts = LoadContracts({std::move(inputs), std::move(provider), std::move(fetch)});
    EXPECT_TRUE(contracts.ok());
    return contracts ? std::move(*contracts) : Contracts();
  }

  static std::vector<std::string> ConsumersOf(const Contracts& contracts) {
    std::vector<std::string> names;
    for (const pact::Pact& pact : contracts.pacts) {
      names.push_back(pact.consumer);
    }
    return names;
  }
};

TEST_F(ContractsTest, FolderKeepsTheOrderOfNamesAndSkipsOtherFiles) {
  Write("pacts/b.json", ContractOf("b", {"/"}));
  Write("pacts/a.json", ContractOf("a", {"/"}));
  Write("pacts/package.json", R"({"name": "x"})");
  const Contracts contracts = Load({"pacts"});
  EXPECT_THAT(ConsumersOf(contracts), ElementsAre("a", "b"));
  EXPECT_THAT(contracts.findings, IsEmpty());
  EXPECT_EQ(contracts.unreadable, 0U);
}

TEST_F(ContractsTest, NamedFileOfAnotherKindIsUnreadable) {
  Write("package.json", R"({"name": "x"})");
  const Contracts contracts = Load({"package.json"});
  EXPECT_EQ(contracts.unreadable, 1U);
  ASSERT_EQ(contracts.findings.size(), 1U);
  EXPECT_EQ(contracts.findings.front().rule->id, "contract-not-a-pact");
}

TEST_F(ContractsTest, BrokenFileInAFolderIsNotSkipped) {
  Write("pacts/a.json", "{");
  Write("pacts/b.json", ContractOf("b", {"/"}));
  const Contracts contracts = Load({"pacts"});
  EXPECT_EQ(contracts.unreadable, 1U);
  EXPECT_THAT(ConsumersOf(contracts), ElementsAre("b"));
}

TEST_F(ContractsTest, SameFileUnderSeveralNamesIsReadOnce) {
  Write("pacts/a.json", ContractOf("a", {"/"}));
  std::filesystem::create_symlink("pacts/a.json", "link.json");
  const Contracts contracts =
      Load({"pacts/a.json", "pacts", "./pacts/../pacts/a.json", "link.json"});
  EXPECT_THAT(ConsumersOf(contracts), ElementsAre("a"));
}

TEST_F(ContractsTest, OtherProvidersAreLeftOutWithTheirFindings) {
  Write("a.json", ContractOf("a", {"/"}));
  Write("b.json", R"({"provider": {"name": "stock"}, "interactions": [{"request": {"path": 5}}]})");
  const Contracts contracts = Load({"a.json", "b.json"}, "orders");
  EXPECT_THAT(ConsumersOf(contracts), ElementsAre("a"));
  EXPECT_THAT(contracts.findings, IsEmpty());
}

TEST_F(ContractsTest, UrlIsFetchedWithItsPasswordAndNamedWithoutIt) {
  std::string fetched;
  const Contracts contracts = Load({"http://me:secret@broker/a"}, {}, [&](const std::string& url) {
    fetched = url;
    return base::Result<std::string>(ContractOf("a", {"/"}));
  });
  EXPECT_EQ(fetched, "http://me:secret@broker/a");
  ASSERT_EQ(contracts.pacts.size(), 1U);
  EXPECT_EQ(contracts.pacts.front().document->name(), "http://broker/a");
}

TEST_F(ContractsTest, UrlThatCannotBeFetchedIsNamedWithoutItsPassword) {
  const Contracts contracts = Load({"http://me:secret@broker/a"}, {}, [](const std::string&) {
    return base::Result<std::string>(base::EnvironmentError("gone"));
  });
  ASSERT_EQ(contracts.findings.size(), 1U);
  EXPECT_EQ(ToString(contracts.findings.front().span), "http://broker/a");
  EXPECT_EQ(contracts.findings.front().message, "gone");
}

TEST_F(ContractsTest, AtSignInAFileNameIsNoPassword) {
  Write("web@orders.json", "[");
  const Contracts contracts = Load({"web@orders.json"});
  ASSERT_EQ(contracts.findings.size(), 1U);
  EXPECT_EQ(contracts.findings.front().span.file, "web@orders.json");
}

TEST_F(ContractsTest, EmptyNameIsAUsageError) {
  const auto contracts = LoadContracts({{"a.json", ""}, {}, {}});
  ASSERT_FALSE(contracts.ok());
  EXPECT_EQ(contracts.error().kind, base::ErrorKind::kUsage);
}

TEST_F(ContractsTest, EveryMissingInputIsAFindingOfItsOwn) {
  const Contracts contracts = Load({"a.json", "b.json", "c/*.json"});
  EXPECT_EQ(contracts.unreadable, 3U);
  ASSERT_EQ(contracts.findings.size(), 3U);
  EXPECT_THAT(contracts.findings[0].message, HasSubstr("a.json"));
  EXPECT_THAT(contracts.findings[2].message, HasSubstr("c/*.json"));
}

}  // namespace
}  // namespace accord::cli
