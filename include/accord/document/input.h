#pragma once

#include <functional>
#include <string>
#include <vector>

#include "accord/base/result.h"
#include "accord/document/document.h"

namespace accord::document {

/// Fetches a URL; injected, because this module opens no socket.
using FetchUrl = std::function<base::Result<std::string>(const std::string& url)>;

struct InputOptions {
  std::vector<std::string> extensions = {".json", ".yaml", ".yml"};  ///< Taken from folders.
  std::size_t max_bytes = 256U << 20U;
  FetchUrl fetch;                                         ///< Empty: URLs are refused.
  std::function<base::Result<std::string>()> read_stdin;  ///< Empty: the process's own.
};

/// One input, ready to be read.
struct Input {
  std::string name;  ///< As it appears in messages; `<stdin>` for `-`.
  enum class Source { kFile, kStdin, kUrl } source = Source::kFile;
};

/// Expands what a user names: a file, a folder (recursively, sorted), a glob (`*`, `?`, `[…]`,
/// `**`), `-`, or an http(s) URL. Something that names nothing is an error.
base::Result<std::vector<Input>> ExpandInputs(const std::vector<std::string>& arguments,
                                              const InputOptions& options);

/// The bytes of one input; an error names it and says why it could not be read.
base::Result<std::string> ReadInput(const Input& input, const InputOptions& options);

/// Reads a whole regular file.
base::Result<std::string> ReadFile(const std::string& path, std::size_t max_bytes);

}  // namespace accord::document
