#include "accord/schema/library.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace accord::schema {
namespace {

namespace fs = std::filesystem;

class LibraryTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("accord-library-" + std::to_string(getpid()));
    fs::create_directories(folder_ / "v1");
    std::ofstream(folder_ / "a b.json") << R"({"title": "space"})";
    std::ofstream(folder_ / "v1" / "id.json") << R"({"$id": "urn:x:id#", "title": "id"})";
    std::ofstream(folder_ / "bad.json") << "{";
    library_.Add(*document::OpenSources(folder_.string(), {.extensions = {".json"}}),
                 FileUri(folder_.string() + "/"));
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string TitleAt(const std::string& uri) {
    const auto document = library_.Load(uri);
    return document ? std::string((*document)->root().Find("title")->text())
                    : document.error().message;
  }

  fs::path folder_;
  Library library_;
};

TEST_F(LibraryTest, FindsByPlace) {
  EXPECT_EQ(TitleAt(FileUri((folder_ / "a b.json").string())), "space");
  EXPECT_EQ(TitleAt(FileUri((folder_ / "v1/id.json").string())), "id");
}

TEST_F(LibraryTest, FindsByIdentifier) {
  EXPECT_EQ(TitleAt("urn:x:id"), "id");
}

TEST_F(LibraryTest, FindsByTheEndOfAPath) {
  EXPECT_EQ(TitleAt("https://example.com/schemas/v1/id.json"), "id");
  EXPECT_EQ(TitleAt("https://example.com/a%20b.json"), "space");
}

TEST_F(LibraryTest, SaysWhatIsNotThere) {
  EXPECT_EQ(TitleAt("https://example.com/other.json"),
            "there is no document 'https://example.com/other.json'");
  EXPECT_FALSE(library_.Load(FileUri((folder_ / "none.json").string())).ok());
  EXPECT_FALSE(library_.Load(FileUri("/etc/hostname")).ok());
  EXPECT_FALSE(library_.Load(FileUri((folder_ / "bad.json").string())).ok());
}

TEST_F(LibraryTest, GivesTheSameDocumentAgain) {
  const auto first = library_.Load("urn:x:id");
  const auto again = library_.Load(FileUri((folder_ / "v1/id.json").string()));
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->get(), again->get());
}

}  // namespace
}  // namespace accord::schema
