#include "accord/match/multipart_parser.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"

namespace accord::match {
namespace {

constexpr std::size_t kMaxParts = 10'000;
constexpr std::size_t kMaxHeaders = 100;
constexpr std::size_t kMaxHeaderBytes = 16'384;
constexpr std::size_t kMaxBoundaryBytes = 200;  // RFC 2046 allows 70; nobody checks.

// A line of the body without its line break.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t next = 0;
};

class Splitter {
 public:
  Splitter(std::string_view body, std::string_view boundary)
      : body_(body), delimiter_("--" + std::string(boundary)) {}

  base::Result<std::vector<MultipartPart>> Run() {
    std::size_t content = 0;
    auto delimiter = FindDelimiter(content);
    if (!delimiter) {
      return base::InputError(
          fmt::format("the boundary '{}' was not found",
                      base::Ellipsize(delimiter_.substr(2), kMaxBoundaryBytes)));
    }
    std::vector<MultipartPart> parts;
    while (!IsLast(*delimiter)) {
      content = delimiter->next;
      delimiter = FindDelimiter(content);
      if (!delimiter) {
        return base::InputError(
            fmt::format("the part that starts at offset {} has no end", content));
      }
      if (parts.size() == kMaxParts) {
        return base::InputError(fmt::format("there are more than {} parts", kMaxParts));
      }
      auto part = ReadPart(content, ContentEnd(content, delimiter->begin));
      if (!part) {
        return part.error();
      }
      parts.push_back(std::move(part).value());
    }
    return parts;
  }

 private:
  Line LineAt(std::size_t begin) const {
    const std::size_t feed = body_.find('\n', begin);
    if (feed == std::string_view::npos) {
      return {begin, body_.size(), body_.size()};
    }
    const bool carriage = feed > begin && body_[feed - 1] == '\r';
    return {begin, carriage ? feed - 1 : feed, feed + 1};
  }

  std::string_view Text(const Line& line) const {
    return body_.substr(line.begin, line.end - line.begin);
  }

  bool IsLast(const Line& delimiter) const {
    return Text(delimiter).substr(delimiter_.size()).starts_with("--");
  }

  // The next line that is a delimiter, blanks behind it allowed.
  std::optional<Line> FindDelimiter(std::size_t from) const {
    for (std::size_t found = body_.find(delimiter_, from); found != std::string_view::npos;
         found = body_.find(delimiter_, found + 1)) {
      if (found != from && body_[found - 1] != '\n') {
        continue;
      }
      const Line line = LineAt(found);
      const std::string_view rest = base::Trim(Text(line).substr(delimiter_.size()));
      if (rest.empty() || rest == "--") {
        return line;
      }
    }
    return std::nullopt;
  }

  // The line break before a delimiter belongs to the delimiter.
  std::size_t ContentEnd(std::size_t begin, std::size_t delimiter) const {
    std::size_t end = delimiter;
    if (end > begin && body_[end - 1] == '\n') {
      --end;
    }
    if (end > begin && body_[end - 1] == '\r') {
      --end;
    }
    return end;
  }

  base::Result<MultipartPart> ReadPart(std::size_t begin, std::size_t end) const {
    MultipartPart part;
    std::size_t position = begin;
    while (position < end) {
      const Line line = LineAt(position);
      position = std::min(line.next, end);
      if (line.begin == line.end) {
        break;
      }
      if (auto problem = ReadHeader(line, part)) {
        return base::InputError(fmt::format("{} at offset {}", *problem, line.begin));
      }
    }
    Finish(part, body_.substr(position, end - position));
    return part;
  }

  std::optional<std::string> ReadHeader(const Line& line, MultipartPart& part) const {
    const std::string_view text = Text(line);
    if (text.size() > kMaxHeaderBytes || part.headers.size() > kMaxHeaders) {
      return "the header of a part is too long";
    }
    if (text.front() == ' ' || text.front() == '\t') {  // RFC 822 §3.1.1: a folded line.
      if (part.headers.empty() ||
          part.headers.back().values.front().size() + text.size() > kMaxHeaderBytes) {
        return "a folded header line does not belong to a header";
      }
      part.headers.back().values.front() += " " + std::string(base::Trim(text));
      return std::nullopt;
    }
    const std::size_t colon = text.find(':');
    const std::string_view name = base::Trim(text.substr(0, colon));
    if (colon == std::string_view::npos || name.empty()) {
      return "a header line has no name";
    }
    part.headers.push_back({std::string(name), {std::string(base::Trim(text.substr(colon + 1)))}});
    return std::nullopt;
  }

  static void Finish(MultipartPart& part, std::string_view content) {
    const pact::Header* encoding = pact::FindHeader(part.headers, "Content-Transfer-Encoding");
    if (encoding != nullptr && base::EqualsIgnoreCase(encoding->values.front(), "base64")) {
      part.content = Decoded(content);
    } else {
      part.content = content;
    }
    const pact::Header* disposition = pact::FindHeader(part.headers, "Content-Disposition");
    if (disposition != nullptr) {
      const std::string& value = disposition->values.front();
      part.name = Parameter(value, "name").value_or("");
      part.is_file = Parameter(value, "filename") || Parameter(value, "filename*");
    } else {
      const auto type = base::MediaType::Parse(part.ContentType());
      part.is_file = type && !type->IsText();
    }
  }

  // What does not decode stays as it is.
  static std::string Decoded(std::string_view content) {
    std::string packed;
    std::ranges::copy_if(content, std::back_inserter(packed), [](char c) {
      return c != '\r' && c != '\n' && c != ' ' && c != '\t';
    });
    return base::Base64Decode(packed).value_or(std::string(content));
  }

  // A parameter of a header value, quoted or not (RFC 6266 §4.1).
  static std::optional<std::string> Parameter(std::string_view value, std::string_view name) {
    std::size_t position = value.find(';');
    while (position != std::string_view::npos) {
      value.remove_prefix(position + 1);
      const std::size_t equals = value.find('=');
      if (equals == std::string_view::npos) {
        return std::nullopt;
      }
      const std::string_view key = base::Trim(value.substr(0, equals));
      value.remove_prefix(equals + 1);
      std::string text;
      position = TakeValue(value, text);
      if (base::EqualsIgnoreCase(key, name)) {
        return text;
      }
    }
    return std::nullopt;
  }

  // Returns where the `;` behind the value stands.
  static std::size_t TakeValue(std::string_view value, std::string& text) {
    const std::size_t start = value.find_first_not_of(" \t");
    if (start == std::string_view::npos || value[start] != '"') {
      text = base::Trim(value.substr(0, value.find(';')));
      return value.find(';');
    }
    std::size_t i = start + 1;
    for (; i < value.size() && value[i] != '"'; ++i) {
      // Browsers leave backslashes of Windows paths alone: only quotes and backslashes are escaped.
      if (value[i] == '\\' && i + 1 < value.size() &&
          (value[i + 1] == '"' || value[i + 1] == '\\')) {
        ++i;
      }
      text.push_back(value[i]);
    }
    return value.find(';', i);
  }

  std::string_view body_;
  std::string delimiter_;
};

}  // namespace

std::string_view MultipartPart::ContentType() const {
  const pact::Header* header = pact::FindHeader(headers, "Content-Type");
  return header == nullptr ? std::string_view() : header->values.front();
}

base::Result<std::vector<MultipartPart>> ParseMultipart(std::string_view body,
                                                        std::string_view boundary) {
  if (boundary.empty()) {
    return base::InputError("the content type names no boundary");
  }
  const bool control = std::ranges::any_of(
      boundary, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
  if (control || boundary.size() > kMaxBoundaryBytes) {
    return base::InputError(control ? "the boundary holds a control character"
                                    : "the boundary is too long");
  }
  return Splitter(body, boundary).Run();
}

}  // namespace accord::match
