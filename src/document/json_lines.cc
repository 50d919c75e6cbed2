#include "accord/document/json_lines.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "accord/document/rules.h"

#include "document/line_splitter.h"
#include "document/parse.h"

namespace accord::document {
namespace {

base::Result<std::size_t> ReadFrom(std::istream* source,
                                   const std::string& name,
                                   char* buffer,
                                   std::size_t size) {
  source->read(buffer, static_cast<std::streamsize>(size));
  if (source->bad()) {
    return base::InputError(fmt::format("cannot read {}", name));
  }
  return static_cast<std::size_t>(source->gcount());
}

base::Result<std::size_t> ReadFrom(int source,
                                   const std::string& name,
                                   char* buffer,
                                   std::size_t size) {
  ssize_t count = -1;
  do {
    count = ::read(source, buffer, size);
  } while (count < 0 && errno == EINTR);
  if (count < 0) {
    return base::InputError(fmt::format("cannot read {}: {}", name, std::strerror(errno)));
  }
  return static_cast<std::size_t>(count);
}

template <typename Source>
std::unique_ptr<LineSplitter> SplitterOf(Source source,
                                         const std::string& name,
                                         std::size_t max_bytes) {
  return std::make_unique<LineSplitter>(
      [source, name](char* buffer, std::size_t size) {
        return ReadFrom(source, name, buffer, size);
      },
      max_bytes);
}

LoadOptions AsJson(LoadOptions options) {
  options.format = Format::kJson;
  return options;
}

}  // namespace

JsonParser::JsonParser(std::string name, const LoadOptions& options)
    : name_(std::move(name)),
      options_(AsJson(options)),
      builder_(std::make_unique<TreeBuilder>(std::make_shared<SpareDocument>())) {}
JsonParser::~JsonParser() = default;

LoadResult JsonParser::Parse(std::string_view text, std::uint32_t first_line) {
  if (const std::size_t limit = LargestSource(options_); text.size() > limit) {
    return TooLarge(name_, text.size(), limit);
  }
  builder_->Restart(name_, text, first_line);
  return ParseInto(*builder_, options_);
}

JsonLines::JsonLines(std::istream& source, std::string name, const LoadOptions& options)
    : name_(std::move(name)),
      max_bytes_(LargestSource(options)),
      lines_(SplitterOf(&source, name_, max_bytes_)),
      parser_(name_, options) {}

JsonLines::JsonLines(int source, std::string name, const LoadOptions& options)
    : name_(std::move(name)),
      max_bytes_(LargestSource(options)),
      lines_(SplitterOf(source, name_, max_bytes_)),
      parser_(name_, options) {}

JsonLines::~JsonLines() = default;

std::optional<JsonLine> JsonLines::Next() {
  const std::optional<LineSplitter::Line> line = lines_->Next();
  if (!line) {
    return std::nullopt;
  }
  const auto number = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(line->number, std::numeric_limits<std::uint32_t>::max()));
  JsonLine out{.number = line->number, .offset = line->offset};
  if (line->too_long) {
    out.result.findings.push_back(
        finding::Make(kTooLarge,
                      fmt::format("the line has more than {} bytes, the limit", max_bytes_),
                      {.file = name_}));
  } else {
    out.result = parser_.Parse(line->text, number);
  }
  for (finding::Finding& finding : out.result.findings) {
    if (!finding.span.known()) {
      finding.span.start = finding.span.end = {.line = number, .column = 1};
    }
  }
  return out;
}

std::uint64_t JsonLines::position() const {
  return lines_->position();
}
const std::optional<base::Error>& JsonLines::error() const {
  return lines_->error();
}

}  // namespace accord::document
