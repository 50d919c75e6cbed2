#include "cli/local_files.h"

#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/input.h"

namespace accord::cli {
namespace {

constexpr std::size_t kLargestFile = 256U << 20U;

/// As the user would name it from the working folder.
std::string ShortName(const std::string& path) {
  std::error_code error;
  const std::filesystem::path here = std::filesystem::current_path(error);
  const std::string relative = std::filesystem::path(path).lexically_relative(here).string();
  return error || relative.empty() || relative.starts_with("..") ? path : relative;
}

}  // namespace

schema::LoadDocument LocalFiles() {
  return [](const std::string& uri) -> base::Result<document::DocumentPtr> {
    constexpr std::string_view kScheme = "file://";
    if (!uri.starts_with(kScheme)) {
      return base::InputError("only files are read; keep a copy beside the document");
    }
    const std::string path =
        base::PercentDecode(std::string_view(uri).substr(kScheme.size()), false);
    auto bytes = document::ReadFile(path, kLargestFile);
    if (!bytes) {
      return bytes.error();
    }
    document::LoadResult loaded = document::Parse(ShortName(path), std::move(*bytes));
    if (!loaded.document) {
      const finding::Finding& fault = loaded.findings.front();
      return base::InputError(fmt::format("{}: {}", ToString(fault.span), fault.message));
    }
    return std::move(loaded.document);
  };
}

}  // namespace accord::cli
