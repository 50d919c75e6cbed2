#include "cli/document_opener.h"

#include <utility>

#include <fmt/format.h>

#include "accord/document/source_set.h"

#include "cli/url_fetcher.h"

namespace accord::cli {
namespace {

constexpr std::size_t kLargest = 256U << 20U;

base::Result<document::LoadResult> Parsed(const std::string& name,
                                          base::Result<std::string> bytes) {
  if (!bytes) {
    return bytes.error();
  }
  return document::Parse(name, std::move(*bytes));
}

base::Result<document::DocumentPtr> Fetch(const document::FetchUrl& fetch, const std::string& uri) {
  auto loaded = Parsed(uri, fetch(uri));
  if (!loaded) {
    return loaded.error();
  }
  if (!loaded->document) {
    const finding::Finding& fault = loaded->findings.front();
    return base::InputError(fmt::format("{}: {}", ToString(fault.span), fault.message));
  }
  return std::move(loaded->document);
}

}  // namespace

bool IsUrl(std::string_view name) {
  return name.starts_with("http://") || name.starts_with("https://");
}

DocumentOpener::DocumentOpener(bool allow_fetch, std::string folder_option)
    : library_(std::make_shared<schema::Library>()),
      fetch_(LazyFetcher()),
      allow_fetch_(allow_fetch),
      folder_option_(std::move(folder_option)) {}

base::Result<void> DocumentOpener::AddFolder(const std::string& folder) {
  auto set = document::OpenSources(folder, {.extensions = {".json", ".yaml", ".yml"}});
  if (!set) {
    return base::InputError(fmt::format("{}: {}", folder_option_, set.error().message));
  }
  library_->Add(std::move(*set), schema::FileUri(folder + "/"));
  return {};
}

base::Result<document::LoadResult> DocumentOpener::Read(const std::string& name,
                                                        std::string_view what) {
  if (IsUrl(name)) {
    uri_ = name;
    return Parsed(name, fetch_(name));
  }
  if (name == "-") {
    return Parsed("<stdin>", document::ReadInput({"<stdin>", document::Input::Source::kStdin}, {}));
  }
  auto set = document::OpenSources(name, {.extensions = {}, .max_bytes = kLargest});
  if (!set) {
    return set.error();
  }
  if ((*set)->files().size() != 1) {
    return base::InputError(fmt::format("'{}' is no file with a {}", name, what));
  }
  const std::string path = (*set)->files().front().path;
  auto loaded = Parsed((*set)->DisplayName(path), (*set)->Read(path));
  if (!loaded) {
    return loaded.error();
  }
  uri_ = name.starts_with("git:") ? "file:///" + path : schema::FileUri(name);
  if (loaded->document) {
    library_->Keep(uri_, loaded->document);
  }
  library_->Add(std::move(*set), uri_.substr(0, uri_.rfind('/') + 1));
  return loaded;
}

schema::LoadDocument DocumentOpener::Others() const {
  return [library = library_, fetch = fetch_, allowed = allow_fetch_, option = folder_option_](
             const std::string& uri) -> base::Result<document::DocumentPtr> {
    auto found = library->Load(uri);
    if (found || !IsUrl(uri)) {
      return found;
    }
    if (allowed) {
      return Fetch(fetch, uri);
    }
    return base::InputError(
        option.empty() ? fmt::format("'{}': nothing is fetched without --allow-fetch", uri)
                       : fmt::format("'{}' is in no folder that was named ({}), and nothing is "
                                     "fetched without --allow-fetch",
                                     uri,
                                     option));
  };
}

}  // namespace accord::cli
