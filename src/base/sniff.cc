#include <algorithm>
#include <array>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"

namespace accord::base {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t offset;
  std::string_view bytes;
  std::string_view type;
  std::string_view subtype;
  // A second piece that must be there too.
  std::size_t more_offset = 0;
  std::string_view more = {};
};

/// The first row that fits wins. Signatures that could begin a text carry a byte that cannot.
constexpr auto kSignatures = std::to_array<Signature>({
    // NOLINT(modernize-avoid-c-arrays): the rows are counted
    {0, "\xFF\xD8\xFF"sv, "image", "jpeg"},
    {0, "\x89PNG\r\n\x1A\n"sv, "image", "png"},
    {0, "GIF87a"sv, "image", "gif"},
    {0, "GIF89a"sv, "image", "gif"},
    {0, "RIFF"sv, "image", "webp", 8, "WEBP"sv},
    {0, "BM"sv, "image", "bmp", 6, "\0\0\0\0"sv},
    {0, "II*\0"sv, "image", "tiff"},
    {0, "MM\0*"sv, "image", "tiff"},
    {0, "\0\0\1\0"sv, "image", "vnd.microsoft.icon"},
    {0, "8BPS\0"sv, "image", "vnd.adobe.photoshop"},
    {0, "\0\0\0\x0CjP  "sv, "image", "jp2"},
    {0, "%PDF-"sv, "application", "pdf"},
    {0, "%!PS"sv, "application", "postscript"},
    {0, R"({\rtf)"sv, "application", "rtf"},
    {0, "PK\5\6"sv, "application", "zip"},
    {0, "PK\7\x08"sv, "application", "zip"},
    {0, "\x1F\x8B"sv, "application", "gzip"},
    {0, "BZh"sv, "application", "x-bzip2", 4, "1AY&SY"sv},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "application",
     "x-xz"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "application", "x-7z-compressed"},
    {0, "Rar!\x1A\x07"sv, "application", "vnd.rar"},
    {0, "\x28\xB5\x2F\xFD"sv, "application", "zstd"},
    {0, "\x04\x22\x4D\x18"sv, "application", "x-lz4"},
    {0, "MSCF\0\0\0\0"sv, "application", "vnd.ms-cab-compressed"},
    {0, "!<arch>\ndebian-binary"sv, "application", "vnd.debian.binary-package"},
    {257, "ustar"sv, "application", "x-tar"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "application", "x-ole-storage"},
    {0, "SQLite format 3\0"sv, "application", "vnd.sqlite3"},
    {0, "PAR1"sv, "application", "vnd.apache.parquet"},
    {0, "Obj\1"sv, "application", "avro"},
    {0, "\0asm"sv, "application", "wasm"},
    {0,
     "\x7F"
     "ELF"sv,
     "application",
     "x-executable"},
    {0, "MZ\x90\0"sv, "application", "vnd.microsoft.portable-executable"},
    {0, "\xCA\xFE\xBA\xBE"sv, "application", "java-vm"},
    {0, "ID3\2"sv, "audio", "mpeg"},
    {0, "ID3\3"sv, "audio", "mpeg"},
    {0, "ID3\4"sv, "audio", "mpeg"},
    {0, "\xFF\xFB"sv, "audio", "mpeg"},
    {0, "\xFF\xF3"sv, "audio", "mpeg"},
    {0, "\xFF\xF2"sv, "audio", "mpeg"},
    {0, "\xFF\xF1"sv, "audio", "aac"},
    {0, "\xFF\xF9"sv, "audio", "aac"},
    {0, "fLaC\0"sv, "audio", "flac"},
    {0, "RIFF"sv, "audio", "wav", 8, "WAVE"sv},
    {0, "OggS\0"sv, "audio", "ogg", 28, "\1vorbis"sv},
    {0, "OggS\0"sv, "audio", "ogg", 28, "OpusHead"sv},
    {0, "OggS\0"sv, "video", "ogg", 28, "\x80theora"sv},
    {0, "OggS\0"sv, "application", "ogg"},
    {0, "#!AMR"sv, "audio", "amr"},
    {0, "MThd\0\0\0\6"sv, "audio", "midi"},
    {0, "RIFF"sv, "video", "x-msvideo", 8, "AVI "sv},
    {0, "FLV\1"sv, "video", "x-flv"},
    {0, "\0\0\1\xBA"sv, "video", "mpeg"},
    {0, "\0\0\1\xB3"sv, "video", "mpeg"},
    {4, "ftypavif"sv, "image", "avif"},
    {4, "ftypheic"sv, "image", "heic"},
    {4, "ftypmif1"sv, "image", "heif"},
    {4, "ftypM4A"sv, "audio", "mp4"},
    {4, "ftypqt"sv, "video", "quicktime"},
    {4, "ftyp"sv, "video", "mp4"},
    {0, "wOFF"sv, "font", "woff"},
    {0, "wOF2"sv, "font", "woff2"},
    {0, "\0\1\0\0\0"sv, "font", "ttf"},
    {0, "OTTO\0"sv, "font", "otf"},
    {0, "ttcf\0"sv, "font", "collection"},
});

bool HasAt(std::string_view bytes, std::size_t offset, std::string_view piece) {
  return bytes.size() >= offset && bytes.substr(offset, piece.size()) == piece;
}

MediaType Type(std::string_view type, std::string_view subtype) {
  return {std::string(type), std::string(subtype), {}};
}

/// Office documents are ZIP archives; their first entries tell which.
MediaType SniffZip(std::string_view bytes) {
  constexpr std::size_t kFirstName = 30;
  constexpr std::size_t kFirstContent = kFirstName + "mimetype"sv.size();
  constexpr std::size_t kSearched = 8192;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kOffice = {{
      {"word/", "vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {"xl/", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {"ppt/", "vnd.openxmlformats-officedocument.presentationml.presentation"},
  }};
  if (HasAt(bytes, kFirstName, "mimetypeapplication/")) {
    std::string_view content = bytes.substr(kFirstContent, 100);
    content = content.substr(0, content.find("PK\3\4"sv));
    if (std::optional<MediaType> named = MediaType::Parse(content)) {
      return *std::move(named);
    }
  }
  if (HasAt(bytes, kFirstName, "[Content_Types].xml") || HasAt(bytes, kFirstName, "_rels/.rels")) {
    const std::string_view head = bytes.substr(0, kSearched);
    for (const auto& [folder, subtype] : kOffice) {
      if (head.find(folder) != std::string_view::npos) {
        return Type("application", subtype);
      }
    }
  }
  return Type("application", "zip");
}

/// Matroska and WebM differ by the document type named in the header.
MediaType SniffMatroska(std::string_view bytes) {
  constexpr std::size_t kSearched = 64;
  const bool webm = bytes.substr(0, kSearched).find("webm") != std::string_view::npos;
  return Type("video", webm ? "webm" : "x-matroska");
}

std::optional<MediaType> SniffMagic(std::string_view bytes) {
  if (HasAt(bytes, 0, "PK\3\4")) {
    return SniffZip(bytes);
  }
  if (HasAt(bytes, 0, "\x1A\x45\xDF\xA3")) {
    return SniffMatroska(bytes);
  }
  for (const Signature& row : kSignatures) {
    if (HasAt(bytes, row.offset, row.bytes) && HasAt(bytes, row.more_offset, row.more)) {
      return Type(row.type, row.subtype);
    }
  }
  return std::nullopt;
}

bool IsWordChar(char c) {
  const char lower = ToLowerAscii(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool StartsWithIgnoreCase(std::string_view text, std::string_view word) {
  return EqualsIgnoreCase(text.substr(0, word.size()), word);
}

bool LooksLikeJson(std::string_view text) {
  if (text.starts_with("true") || text.starts_with("false") || text.starts_with("null")) {
    return true;
  }
  if (text.front() == '{') {
    text = Trim(text.substr(1));
    return text.starts_with('}') || text.starts_with('"');
  }
  return text.front() == '[' || text.front() == '"' || (text.front() >= '0' && text.front() <= '9');
}

}  // namespace

std::optional<MediaType> SniffText(std::string_view bytes) {
  if (!IsUtf8(bytes)) {
    return std::nullopt;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  const std::string_view text = Trim(bytes);
  if (text.empty()) {
    return Type("text", "plain");
  }
  if (text.starts_with("<?xml")) {
    return Type("application", "xml");
  }
  if (StartsWithIgnoreCase(text, "<!DOCTYPE") || StartsWithIgnoreCase(text, "<HTML>")) {
    return Type("text", "html");
  }
  if (text.size() > 1 && text[0] == '<' && IsWordChar(text[1])) {
    return Type("application", "xml");
  }
  return LooksLikeJson(text) ? Type("application", "json") : Type("text", "plain");
}

MediaType SniffBytes(std::string_view bytes) {
  if (std::optional<MediaType> magic = SniffMagic(bytes)) {
    return *std::move(magic);
  }
  return SniffText(bytes).value_or(Type("application", "octet-stream"));
}

}  // namespace accord::base
