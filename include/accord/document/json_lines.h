#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "accord/base/result.h"
#include "accord/document/document.h"

namespace accord::document {

/// Parses one JSON text after another. A document's memory is used for the next one as soon as
/// nobody else holds the document. For one thread; the documents are as safe to share as all are.
class JsonParser {
 public:
  /// `options.format` does not matter.
  explicit JsonParser(std::string name, const LoadOptions& options = {});
  ~JsonParser();
  JsonParser(const JsonParser&) = delete;
  JsonParser& operator=(const JsonParser&) = delete;

  /// Like document::Parse(). Places count from `first_line`, which is where the text starts in
  /// what is called by the parser's name.
  LoadResult Parse(std::string_view text, std::uint32_t first_line = 1);

 private:
  std::string name_;
  LoadOptions options_;
  std::unique_ptr<class TreeBuilder> builder_;
};

/// A line of a stream of JSON texts.
struct JsonLine {
  std::uint64_t number = 0;  ///< From 1; blank lines count.
  std::uint64_t offset = 0;  ///< Of its first byte in the stream.
  LoadResult result;
};

/// Reads NDJSON (one JSON text a line, lines end in LF or CRLF) of any length with memory for the
/// longest line. Blank lines are skipped. A line that is no JSON, or longer than
/// `options.max_bytes`, gives its findings; reading goes on behind it. Fastest when a line is let
/// go of before the next but one is asked for.
class JsonLines {
 public:
  /// `name` appears in spans. The source must outlive this.
  JsonLines(std::istream& source, std::string name, const LoadOptions& options = {});
  /// An open file descriptor, which is not closed.
  JsonLines(int source, std::string name, const LoadOptions& options = {});
  ~JsonLines();
  JsonLines(const JsonLines&) = delete;
  JsonLines& operator=(const JsonLines&) = delete;

  /// nullopt at the end of the stream, or when it could not be read on: see error().
  std::optional<JsonLine> Next();
  /// Bytes of the stream up to the end of the last line.
  std::uint64_t position() const;
  const std::optional<base::Error>& error() const;

 private:
  std::string name_;
  std::size_t max_bytes_;
  std::unique_ptr<class LineSplitter> lines_;
  JsonParser parser_;
};

}  // namespace accord::document
