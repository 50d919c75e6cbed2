#include "net/curl_library.h"

#include <fstream>
#include <string>

#include <gmock/gmock.h>

namespace accord::net {
namespace {

using testing::HasSubstr;

bool IsLoaded(const std::string& library) {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    if (line.find(library) != std::string::npos) {
      return true;
    }
  }
  return false;
}

TEST(CurlLibrary, IsLoadedAtFirstUseOnly) {
  if (!std::ifstream("/proc/self/maps")) {
    GTEST_SKIP() << "this system has no /proc/self/maps";
  }
  EXPECT_FALSE(IsLoaded("libcurl"));
  ASSERT_TRUE(CurlLibrary::Load().ok());
  EXPECT_TRUE(IsLoaded("libcurl.so.4"));
}

TEST(CurlLibrary, IsLoadedOnce) {
  ASSERT_TRUE(CurlLibrary::Load().ok());
  EXPECT_EQ(*CurlLibrary::Load(), *CurlLibrary::Load());
}

TEST(CurlLibrary, NamesTheLibraryThatIsMissing) {
  const auto opened = CurlLibrary::Open("libcurl-that-is-nowhere.so.4");
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().kind, base::ErrorKind::kEnvironment);
  EXPECT_THAT(opened.error().message, HasSubstr("libcurl-that-is-nowhere.so.4"));
}

TEST(CurlLibrary, NamesTheFunctionThatIsMissing) {
  const auto opened = CurlLibrary::Open("libm.so.6");
  ASSERT_FALSE(opened.ok());
  EXPECT_THAT(opened.error().message, HasSubstr("libm.so.6 has no function curl_global_init"));
}

}  // namespace
}  // namespace accord::net
