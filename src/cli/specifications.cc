#include "cli/specifications.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/input.h"
#include "accord/document/source_set.h"
#include "accord/proto/sources.h"
#include "accord/schema/library.h"

#include "cli/url_fetcher.h"

namespace accord::cli {
namespace {

constexpr std::size_t kLargest = 256U << 20U;

bool IsUrl(const std::string& name) {
  return name.starts_with("http://") || name.starts_with("https://");
}

/// A .proto file or a descriptor set.
bool IsProto(const std::string& name) {
  constexpr std::array<std::string_view, 6> kEndings = {
      ".proto", ".binpb", ".pb", ".desc", ".protoset", ".fds"};
  const std::string lower = base::ToLowerAscii(name);
  return !IsUrl(name) && std::ranges::any_of(kEndings, [&](std::string_view ending) {
    return lower.ends_with(ending);
  });
}

/// One document, where it was found, and how others are found from there.
class Opener {
 public:
  explicit Opener(bool allow_fetch)
      : library_(std::make_shared<schema::Library>()),
        fetch_(LazyFetcher()),
        allow_fetch_(allow_fetch) {}

  base::Result<document::LoadResult> Read(const std::string& name) {
    if (name == "-" || IsUrl(name)) {
      uri_ = name == "-" ? "" : name;
      const bool url = IsUrl(name);
      auto bytes = url ? fetch_(name)
                       : document::ReadInput({"<stdin>", document::Input::Source::kStdin}, {});
      if (!bytes) {
        return bytes.error();
      }
      return document::Parse(url ? name : "<stdin>", std::move(*bytes));
    }
    auto set = document::OpenSources(name, {.extensions = {}, .max_bytes = kLargest});
    if (!set) {
      return set.error();
    }
    if ((*set)->files().size() != 1) {
      return base::InputError(fmt::format("'{}' is no file with a specification", name));
    }
    const std::string path = (*set)->files().front().path;
    auto bytes = (*set)->Read(path);
    if (!bytes) {
      return bytes.error();
    }
    document::LoadResult loaded = document::Parse((*set)->DisplayName(path), std::move(*bytes));
    uri_ = name.starts_with("git:") ? "file:///" + path : schema::FileUri(name);
    if (loaded.document) {
      library_->Keep(uri_, loaded.document);
    }
    library_->Add(std::move(*set), uri_.substr(0, uri_.rfind('/') + 1));
    return loaded;
  }

  conform::LoadOptions Options() const {
    return {uri_,
            [library = library_, fetch = fetch_, allowed = allow_fetch_](
                const std::string& uri) -> base::Result<document::DocumentPtr> {
              auto found = library->Load(uri);
              if (found || !IsUrl(uri)) {
                return found;
              }
              if (!allowed) {
                return base::InputError(
                    fmt::format("'{}': nothing is fetched without --allow-fetch", uri));
              }
              auto bytes = fetch(uri);
              if (!bytes) {
                return bytes.error();
              }
              document::LoadResult loaded = document::Parse(uri, std::move(*bytes));
              if (!loaded.document) {
                const finding::Finding& fault = loaded.findings.front();
                return base::InputError(fmt::format("{}: {}", ToString(fault.span), fault.message));
              }
              return std::move(loaded.document);
            }};
  }

 private:
  std::shared_ptr<schema::Library> library_;
  document::FetchUrl fetch_;
  bool allow_fetch_;
  std::string uri_;
};

}  // namespace

base::Result<Specifications> OpenSpecifications(const std::vector<std::string>& names,
                                                const std::string& message,
                                                bool allow_fetch) {
  Specifications out;
  const auto take = [&out](conform::LoadResult read) {
    std::ranges::move(read.findings, std::back_inserter(out.findings));
    out.unusable += read.usable ? 0 : 1;
  };
  for (const std::string& name : names) {
    if (IsProto(name)) {
      const auto sources = proto::Open(name, {});
      if (!sources) {
        return sources.error();
      }
      take(conform::LoadProto(*sources, out.described));
      continue;
    }
    Opener opener(allow_fetch);
    auto loaded = opener.Read(name);
    if (!loaded) {
      return loaded.error();
    }
    std::ranges::move(loaded->findings, std::back_inserter(out.findings));
    if (!loaded->document) {
      ++out.unusable;
      continue;
    }
    take(conform::Load(loaded->document, opener.Options(), out.described));
  }
  if (!message.empty() && out.unusable == 0) {
    if (out.described.FindType(message) == nullptr) {
      return base::UsageError(fmt::format(
          "--message {}: no .proto file of the specification has one message of that name",
          message));
    }
    out.described.type = message;
  }
  return out;
}

}  // namespace accord::cli
