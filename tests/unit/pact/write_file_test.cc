#include <array>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>

#include "accord/document/input.h"

#include "tests/unit/pact/writing.h"

namespace accord::pact {
namespace {

using ::testing::HasSubstr;

/// A folder of its own for every test.
class WriteFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "pact-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    path_ = (folder_ / "a.json").string();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string Contents() const { return *document::ReadFile(path_, 1U << 30U); }
  std::size_t FilesInFolder() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder_), {}));
  }
  void Put(const std::string& text) const { std::ofstream(path_) << text; }

  static Pact Load(const std::string& version, const std::string& description) {
    return *ReadText(
                PactOf(version,
                       R"({"type": "Synchronous/HTTP", "description": ")" + description + "\"}"))
                .pact;
  }

  std::filesystem::path folder_;
  std::string path_;
};

TEST_F(WriteFileTest, WritesANewFileAndLeavesNothingElse) {
  const Pact pact = Load("3.0.0", "a");
  ASSERT_TRUE(WriteFile(pact, SpecVersion::kV3, path_, false).ok());
  EXPECT_EQ(Contents(), *Write(pact, SpecVersion::kV3));
  EXPECT_EQ(FilesInFolder(), 1U);
}

TEST_F(WriteFileTest, MergesIntoWhatIsThere) {
  ASSERT_TRUE(WriteFile(Load("3.0.0", "b"), SpecVersion::kV3, path_, false).ok());
  ASSERT_TRUE(WriteFile(Load("3.0.0", "a"), SpecVersion::kV3, path_, false).ok());
  const ReadResult read = ReadText(Contents());
  ASSERT_EQ(read.pact->interactions.size(), 2U);
  EXPECT_EQ(read.pact->interactions[0].description, "a");
}

TEST_F(WriteFileTest, UpgradesToTheNewerOfBothVersions) {
  ASSERT_TRUE(WriteFile(Load("4.0", "b"), SpecVersion::kV4, path_, false).ok());
  ASSERT_TRUE(WriteFile(Load("2.0.0", "a"), SpecVersion::kV2, path_, false).ok());
  EXPECT_EQ(ReadText(Contents()).pact->version, SpecVersion::kV4);
  Put(PactOf("1.0.0", ""));
  ASSERT_TRUE(WriteFile(Load("2.0.0", "a"), SpecVersion::kV2, path_, false).ok());
  EXPECT_EQ(ReadText(Contents()).pact->version, SpecVersion::kV2);
}

TEST_F(WriteFileTest, OverwritesWhenAsked) {
  Put("no JSON at all");
  ASSERT_TRUE(WriteFile(Load("3.0.0", "a"), SpecVersion::kV3, path_, true).ok());
  EXPECT_EQ(ReadText(Contents()).pact->interactions.size(), 1U);
}

TEST_F(WriteFileTest, LeavesAContractAloneThatItCannotReadWhole) {
  for (const std::string& text : {std::string("{\"interactions\": "),
                                  std::string("[]"),
                                  PactOf("3.0.0", R"({"description": 1}, {"description": "b"})")}) {
    Put(text);
    const base::Result<void> written =
        WriteFile(Load("3.0.0", "a"), SpecVersion::kV3, path_, false);
    ASSERT_FALSE(written.ok()) << text;
    EXPECT_THAT(written.error().message, HasSubstr("the existing contract is left as it is"));
    EXPECT_THAT(written.error().message, HasSubstr(path_ + ":1:"));
    EXPECT_EQ(Contents(), text);
    EXPECT_EQ(FilesInFolder(), 1U);
  }
}

TEST_F(WriteFileTest, NamesTheFileInAConflict) {
  Put(PactOf("3.0.0", R"({"description": "a", "response": {"status": 404}})"));
  const base::Result<void> written = WriteFile(Load("3.0.0", "a"), SpecVersion::kV3, path_, false);
  ASSERT_FALSE(written.ok());
  EXPECT_THAT(written.error().message, HasSubstr(path_ + ": "));
  EXPECT_THAT(written.error().message, HasSubstr("$.response.status was 404, is now 200"));
}

TEST_F(WriteFileTest, ReportsAFolderThatIsNotThere) {
  const std::string path = (folder_ / "none" / "a.json").string();
  EXPECT_FALSE(WriteFile(Load("3.0.0", "a"), SpecVersion::kV3, path, false).ok());
}

TEST_F(WriteFileTest, LosesNothingWhenManyWriteAtOnce) {
  constexpr int kWriters = 8;
  std::array<bool, kWriters> written{};
  std::vector<std::thread> writers;
  for (int i = 0; i < kWriters; ++i) {
    writers.emplace_back([&, i] {
      const Pact pact = Load("4.0", std::to_string(i));
      written.at(static_cast<std::size_t>(i)) =
          WriteFile(pact, SpecVersion::kV4, path_, false).ok();
    });
  }
  for (std::thread& writer : writers) {
    writer.join();
  }
  EXPECT_THAT(written, ::testing::Each(true));
  EXPECT_EQ(ReadText(Contents()).pact->interactions.size(), static_cast<std::size_t>(kWriters));
  EXPECT_EQ(FilesInFolder(), 1U);
}

}  // namespace
}  // namespace accord::pact
