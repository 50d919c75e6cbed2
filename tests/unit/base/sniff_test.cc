#include <gtest/gtest.h>

#include "accord/base/media_type.h"

namespace accord::base {
namespace {

using namespace std::string_literals;

struct Guess {
  std::string bytes;
  const char* essence;
};

std::ostream& operator<<(std::ostream& out, const Guess& value) {
  out << value.essence << ' ';
  for (const char c : value.bytes.substr(0, 16)) {
    out << (c > ' ' && c <= '~' ? c : '.');
  }
  return out;
}

class Text : public ::testing::TestWithParam<Guess> {};

TEST_P(Text, IsSniffed) {
  const std::optional<MediaType> media = SniffText(GetParam().bytes);
  ASSERT_TRUE(media.has_value());
  EXPECT_EQ(media->ToString(), GetParam().essence);
  EXPECT_EQ(SniffBytes(GetParam().bytes).ToString(), GetParam().essence);
}

INSTANTIATE_TEST_SUITE_P(Json,
                         Text,
                         ::testing::Values(Guess{R"({"a": 1})", "application/json"},
                                           Guess{" \r\n\t{ \n\"a\":1}", "application/json"},
                                           Guess{R"({"$ref": "x"})", "application/json"},
                                           Guess{"{}", "application/json"},
                                           Guess{"{ }", "application/json"},
                                           Guess{"[]", "application/json"},
                                           Guess{"[ 1, 2]", "application/json"},
                                           Guess{"\"text\"", "application/json"},
                                           Guess{"true", "application/json"},
                                           Guess{"false", "application/json"},
                                           Guess{"null", "application/json"},
                                           Guess{"123.5", "application/json"},
                                           Guess{"\xEF\xBB\xBF{\"a\":1}", "application/json"}));

INSTANTIATE_TEST_SUITE_P(Markup,
                         Text,
                         ::testing::Values(Guess{"<?xml version=\"1.0\"?><a/>", "application/xml"},
                                           Guess{"\n <?xml  version='1.0'?>", "application/xml"},
                                           Guess{"<blah/>", "application/xml"},
                                           Guess{"<ns:blah xmlns:ns='x'>", "application/xml"},
                                           Guess{"<!DOCTYPE html><html>", "text/html"},
                                           Guess{"<!doctype HTML>", "text/html"},
                                           Guess{"  <html><body>", "text/html"},
                                           Guess{"<HTML>", "text/html"}));

INSTANTIATE_TEST_SUITE_P(Plain,
                         Text,
                         ::testing::Values(Guess{"", "text/plain"},
                                           Guess{" \n", "text/plain"},
                                           Guess{"hello", "text/plain"},
                                           Guess{"héllo", "text/plain"},
                                           Guess{"{", "text/plain"},
                                           Guess{"{a: 1}", "text/plain"},
                                           Guess{"< 5", "text/plain"},
                                           Guess{"<", "text/plain"},
                                           Guess{"-5", "text/plain"},
                                           Guess{"nul", "text/plain"},
                                           Guess{"<!-- -->", "text/plain"},
                                           // Texts that begin like a signature.
                                           Guess{"BMW builds cars", "text/plain"},
                                           Guess{"ID3 tags", "text/plain"},
                                           Guess{"RIFF raff WEB", "text/plain"},
                                           Guess{"PK fire", "text/plain"},
                                           Guess{"MZ was here", "text/plain"},
                                           Guess{"Rar! said the bear", "text/plain"}));

TEST(SniffText, KnowsNothingAboutBytesThatAreNotUtf8) {
  EXPECT_FALSE(SniffText("\xFF\xFE").has_value());
  EXPECT_FALSE(SniffText("{\"a\": \"\xE9\"}").has_value());
}

class Magic : public ::testing::TestWithParam<Guess> {};

TEST_P(Magic, IsSniffed) {
  EXPECT_EQ(SniffBytes(GetParam().bytes).ToString(), GetParam().essence);
  const std::string file = GetParam().bytes + std::string(300, '\xFE');
  EXPECT_EQ(SniffBytes(file).ToString(), GetParam().essence);
}

INSTANTIATE_TEST_SUITE_P(Pictures,
                         Magic,
                         ::testing::Values(Guess{"\xFF\xD8\xFF\xE0\0\x10JFIF"s, "image/jpeg"},
                                           Guess{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "image/png"},
                                           Guess{"GIF89a\1\0\1\0"s, "image/gif"},
                                           Guess{"GIF87a\1\0\1\0"s, "image/gif"},
                                           Guess{"RIFF\x10\0\0\0WEBPVP8 "s, "image/webp"},
                                           Guess{"BM\x46\0\0\0\0\0\0\0\x36\0\0\0"s, "image/bmp"},
                                           Guess{"II*\0\x08\0\0\0"s, "image/tiff"},
                                           Guess{"MM\0*\0\0\0\x08"s, "image/tiff"},
                                           Guess{"\0\0\1\0\1\0\x10\x10"s,
                                                 "image/vnd.microsoft.icon"},
                                           Guess{"\0\0\0\x20"s + "ftypavif\0\0\0\0"s, "image/avif"},
                                           Guess{"\0\0\0\x20"s + "ftypheic\0\0\0\0"s, "image/heic"},
                                           Guess{"8BPS\0\1"s, "image/vnd.adobe.photoshop"}));

INSTANTIATE_TEST_SUITE_P(
    SoundAndFilm,
    Magic,
    ::testing::Values(Guess{"ID3\4\0\0\0"s, "audio/mpeg"},
                      Guess{"\xFF\xFB\x90\x64"s, "audio/mpeg"},
                      Guess{"fLaC\0\0\0\x22"s, "audio/flac"},
                      Guess{"RIFF\x24\0\0\0WAVEfmt "s, "audio/wav"},
                      Guess{"RIFF\x24\0\0\0AVI LIST"s, "video/x-msvideo"},
                      Guess{"OggS\0\2"s + std::string(22, '\0') + "\1vorbis", "audio/ogg"},
                      Guess{"OggS\0\2"s + std::string(22, '\0') + "OpusHead", "audio/ogg"},
                      Guess{"OggS\0\2"s + std::string(22, '\0') + "\x80theora", "video/ogg"},
                      Guess{"OggS\0\2"s + std::string(22, '\0') + "fishead", "application/ogg"},
                      Guess{"\0\0\0\x18"s + "ftypisom"s, "video/mp4"},
                      Guess{"\0\0\0\x18"s + "ftypqt  "s, "video/quicktime"},
                      Guess{"\0\0\0\x18"s + "ftypM4A "s, "audio/mp4"},
                      Guess{"\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm"s, "video/webm"},
                      Guess{"\x1A\x45\xDF\xA3\xA3\x42\x82\x88matroska"s, "video/x-matroska"},
                      Guess{"MThd\0\0\0\6\0\1"s, "audio/midi"}));

INSTANTIATE_TEST_SUITE_P(
    Files,
    Magic,
    ::testing::Values(Guess{"%PDF-1.7\n"s, "application/pdf"},
                      Guess{"{\\rtf1\\ansi"s, "application/rtf"},
                      Guess{"\x1F\x8B\x08\0"s, "application/gzip"},
                      Guess{"BZh91AY&SY"s, "application/x-bzip2"},
                      Guess{"\xFD\x37zXZ\0"s, "application/x-xz"},
                      Guess{"7z\xBC\xAF\x27\x1C"s, "application/x-7z-compressed"},
                      Guess{"Rar!\x1A\x07\1\0"s, "application/vnd.rar"},
                      Guess{"\x28\xB5\x2F\xFD\4"s, "application/zstd"},
                      Guess{"name.txt"s + std::string(249, '\0') + "ustar", "application/x-tar"},
                      Guess{"SQLite format 3\0"s, "application/vnd.sqlite3"},
                      Guess{"\0asm\1\0\0\0"s, "application/wasm"},
                      Guess{"\x7F\x45LF\2\1\1"s, "application/x-executable"},
                      Guess{"wOFF\0\1\0\0"s, "font/woff"},
                      Guess{"wOF2\0\1\0\0"s, "font/woff2"},
                      Guess{"\0\1\0\0\0\x10"s, "font/ttf"},
                      Guess{"OTTO\0\x0B"s, "font/otf"}));

std::string ZipEntry(const std::string& name, const std::string& content) {
  return "PK\3\4"s + std::string(26, '\0') + name + content;
}

INSTANTIATE_TEST_SUITE_P(
    Archives,
    Magic,
    ::testing::Values(
        Guess{ZipEntry("readme.txt", "hello"), "application/zip"},
        Guess{"PK\5\6"s + std::string(18, '\0'), "application/zip"},
        Guess{ZipEntry("mimetype", "application/epub+zip") + ZipEntry("a", "b"),
              "application/epub+zip"},
        Guess{ZipEntry("mimetype", "application/vnd.oasis.opendocument.text") + ZipEntry("a", "b"),
              "application/vnd.oasis.opendocument.text"},
        Guess{ZipEntry("mimetype", "application/ nonsense") + ZipEntry("a", "b"),
              "application/zip"},
        Guess{ZipEntry("[Content_Types].xml", "") + ZipEntry("word/document.xml", ""),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        Guess{ZipEntry("_rels/.rels", "") + ZipEntry("xl/workbook.xml", ""),
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        Guess{ZipEntry("[Content_Types].xml", "") + ZipEntry("ppt/presentation.xml", ""),
              "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
        Guess{ZipEntry("words.txt", "") + ZipEntry("word/x", ""), "application/zip"}));

TEST(SniffBytes, CallsTheRestOctets) {
  EXPECT_EQ(SniffBytes("\xFE\xED\xFA").ToString(), "application/octet-stream");
  EXPECT_EQ(SniffBytes("text, then \xFF").ToString(), "application/octet-stream");
}

TEST(SniffBytes, SurvivesEveryCutOfASignature) {
  const std::string whole = "RIFF\x24\0\0\0WAVEfmt "s;
  for (std::size_t length = 0; length < 12; ++length) {
    EXPECT_NE(SniffBytes(whole.substr(0, length)).Essence(), "audio/wav") << length;
  }
  EXPECT_EQ(SniffBytes(whole.substr(0, 12)).Essence(), "audio/wav");
}

}  // namespace
}  // namespace accord::base
