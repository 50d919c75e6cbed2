#include "accord/match/multipart_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::match {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

std::vector<MultipartPart> Parts(std::string_view body, std::string_view boundary = "b") {
  auto parts = ParseMultipart(body, boundary);
  EXPECT_TRUE(parts.ok()) << (parts.ok() ? "" : parts.error().message);
  return parts.ok() ? *std::move(parts) : std::vector<MultipartPart>();
}

std::string Error(std::string_view body, std::string_view boundary = "b") {
  const auto parts = ParseMultipart(body, boundary);
  return parts.ok() ? "" : parts.error().message;
}

TEST(MultipartParser, SplitsAtTheBoundary) {
  const auto parts = Parts(
      "preamble\r\n--b\r\nContent-Type: text/plain\r\n\r\none\r\n\r\n--b  "
      "\r\n\r\ntwo--b\r\n--b--\r\n"
      "epilogue --b");
  ASSERT_THAT(parts, SizeIs(2));
  EXPECT_EQ(parts[0].ContentType(), "text/plain");
  EXPECT_EQ(parts[0].content, "one\r\n");
  EXPECT_EQ(parts[1].content, "two--b");
  EXPECT_EQ(parts[1].ContentType(), "");
}

TEST(MultipartParser, AcceptsBareLineFeeds) {
  const auto parts = Parts("--b\nA: 1\nB:  2 \n\nx\ny\n--b--");
  ASSERT_THAT(parts, SizeIs(1));
  ASSERT_THAT(parts[0].headers, SizeIs(2));
  EXPECT_EQ(parts[0].headers[1].name, "B");
  EXPECT_EQ(parts[0].headers[1].values.front(), "2");
  EXPECT_EQ(parts[0].content, "x\ny");
}

TEST(MultipartParser, ALongerBoundaryIsAnother) {
  const auto parts = Parts("--b\r\n\r\n--bx\r\ninner\r\n--bx--\r\n--b--");
  ASSERT_THAT(parts, SizeIs(1));
  EXPECT_EQ(parts[0].content, "--bx\r\ninner\r\n--bx--");
}

TEST(MultipartParser, NoPartsAndEmptyParts) {
  EXPECT_THAT(Parts("--b--"), SizeIs(0));
  const auto parts = Parts("--b\r\n\r\n\r\n--b\r\n--b--");
  ASSERT_THAT(parts, SizeIs(2));
  EXPECT_EQ(parts[0].content, "");
  EXPECT_EQ(parts[1].content, "");
}

struct DispositionCase {
  std::string_view value;
  std::string_view name;
  bool is_file;
};

TEST(MultipartParser, ReadsTheDisposition) {
  constexpr auto kCases = std::to_array<DispositionCase>({
      {"form-data; name=\"a\"", "a", false},
      {"form-data; name=a", "a", false},
      {"form-data;NAME = \"a b\" ; filename=\"x;y.txt\"", "a b", true},
      {"form-data; filename=\"a; name=z\"; name=\"n\"", "n", true},
      {R"(form-data; name="q\"uote\\"; x)", "q\"uote\\", false},
      {R"(form-data; filename="C:\dir\f.txt"; name=n)", "n", true},
      {"attachment; filename*=UTF-8''x", "", true},
      {"form-data; name=\"open", "open", false},
      {"form-data; name", "", false},
      {"form-data", "", false},
      {"", "", false},
  });
  for (const DispositionCase& item : kCases) {
    const auto parts =
        Parts("--b\r\nContent-Disposition: " + std::string(item.value) + "\r\n\r\nx\r\n--b--");
    ASSERT_THAT(parts, SizeIs(1)) << item.value;
    EXPECT_EQ(parts[0].name, item.name) << item.value;
    EXPECT_EQ(parts[0].is_file, item.is_file) << item.value;
  }
}

TEST(MultipartParser, WithoutDispositionTheTypeTellsFilesFromFields) {
  const auto parts = Parts(
      "--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b\r\nContent-Type: "
      "text/html\r\n\r\nx\r\n--b\r\n"
      "\r\nx\r\n--b--");
  ASSERT_THAT(parts, SizeIs(3));
  EXPECT_TRUE(parts[0].is_file);
  EXPECT_FALSE(parts[1].is_file);
  EXPECT_FALSE(parts[2].is_file);
}

TEST(MultipartParser, DecodesBase64) {
  const auto parts = Parts(
      "--b\r\nContent-Transfer-Encoding: BASE64\r\n\r\naGVs\r\nbG8=\r\n--b\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\nnot base64!\r\n--b--");
  ASSERT_THAT(parts, SizeIs(2));
  EXPECT_EQ(parts[0].content, "hello");
  EXPECT_EQ(parts[1].content, "not base64!");
}

TEST(MultipartParser, JoinsFoldedHeaders) {
  const auto parts = Parts("--b\r\nContent-Disposition: form-data;\r\n  name=a\r\n\r\nx\r\n--b--");
  ASSERT_THAT(parts, SizeIs(1));
  EXPECT_EQ(parts[0].name, "a");
}

TEST(MultipartParser, SaysWhatIsWrong) {
  EXPECT_EQ(Error("--b--", ""), "the content type names no boundary");
  EXPECT_EQ(Error("--b--", std::string(201, 'x')), "the boundary is too long");
  EXPECT_EQ(Error("--b\r\n", "b\r"), "the boundary holds a control character");
  EXPECT_EQ(Error("nothing"), "the boundary 'b' was not found");
  EXPECT_EQ(Error(""), "the boundary 'b' was not found");
  EXPECT_EQ(Error("--b\r\n\r\nx"), "the part that starts at offset 5 has no end");
  EXPECT_EQ(Error("--b\r\n\r\nx\r\n--b"), "the part that starts at offset 13 has no end");
  EXPECT_EQ(Error("--b\r\noops\r\n\r\nx\r\n--b--"), "a header line has no name at offset 5");
  EXPECT_EQ(Error("--b\r\n: x\r\n\r\nx\r\n--b--"), "a header line has no name at offset 5");
  EXPECT_EQ(Error("--b\r\n x\r\n\r\nx\r\n--b--"),
            "a folded header line does not belong to a header at offset 5");
}

TEST(MultipartParser, LimitsWhatHostileBodiesAsk) {
  std::string many;
  for (int i = 0; i < 10'001; ++i) {
    many += "--b\r\n\r\nx\r\n";
  }
  EXPECT_EQ(Error(many + "--b--"), "there are more than 10000 parts");

  EXPECT_THAT(Error("--b\r\nA: " + std::string(20'000, 'x') + "\r\n\r\n\r\n--b--"),
              HasSubstr("the header of a part is too long"));
  std::string headers = "--b\r\n";
  for (int i = 0; i < 200; ++i) {
    headers += "A: 1\r\n";
  }
  EXPECT_THAT(Error(headers + "\r\n\r\n--b--"), HasSubstr("the header of a part is too long"));
  std::string folded = "--b\r\nA: 1\r\n";
  for (int i = 0; i < 20'000; ++i) {
    folded += " x\r\n";
  }
  EXPECT_THAT(Error(folded + "\r\n\r\n--b--"), HasSubstr("a folded header line"));
}

TEST(MultipartParser, FalseBoundariesCostLinearTime) {
  std::string body = "--b\r\n\r\n";
  for (int i = 0; i < 200'000; ++i) {
    body += "--b-";
  }
  EXPECT_THAT(Error(body), HasSubstr("has no end"));
  std::string lines = "--b\r\n\r\n";
  for (int i = 0; i < 100'000; ++i) {
    lines += "--bx\n";
  }
  EXPECT_THAT(Parts(lines + "--b--"), SizeIs(1));
}

}  // namespace
}  // namespace accord::match
