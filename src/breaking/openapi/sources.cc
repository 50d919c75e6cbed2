#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "accord/base/strings.h"
#include "accord/breaking/openapi.h"
#include "accord/document/document.h"
#include "accord/schema/library.h"

namespace accord::breaking {
namespace {

/// The same on both sides, so that what did not move has the same URI in both.
constexpr std::string_view kRoot = "file:///";
constexpr std::array<std::string_view, 2> kMarks{"openapi", "swagger"};

bool HasExtension(std::string_view path, const std::vector<std::string>& extensions) {
  const std::string lower = base::ToLowerAscii(path);
  return std::ranges::any_of(
      extensions, [&lower](const std::string& extension) { return lower.ends_with(extension); });
}

/// Whether one of the marks is there as a key, somewhere: without it a file is not worth parsing.
bool MayBeOpenApi(std::string_view bytes) {
  return std::ranges::any_of(kMarks, [bytes](std::string_view mark) {
    for (std::size_t at = bytes.find(mark); at != std::string_view::npos;
         at = bytes.find(mark, at + 1)) {
      const std::size_t next = bytes.find_first_not_of("\"' \t", at + mark.size());
      if (next != std::string_view::npos && bytes[next] == ':') {
        return true;
      }
    }
    return false;
  });
}

}  // namespace

base::Result<std::shared_ptr<const OpenApiSources>> OpenApiSources::Open(
    const std::string& argument) {
  document::SourceOptions options;
  options.extensions = {".json", ".yaml", ".yml"};
  auto set = document::OpenSources(argument, options);
  if (!set) {
    return set.error();
  }
  std::shared_ptr<OpenApiSources> sources(new OpenApiSources());
  sources->set_ = std::move(*set);
  const document::SourceSet& files = *sources->set_;
  auto library = std::make_shared<schema::Library>();
  library->Add(sources->set_, std::string(kRoot));
  std::vector<std::pair<document::SourceFile, document::DocumentPtr>> documents;
  for (const document::SourceFile& file : files.files()) {
    if (!HasExtension(file.path, options.extensions)) {
      continue;
    }
    auto bytes = files.Read(file.path);
    if (!bytes) {
      return bytes.error();
    }
    if (!MayBeOpenApi(*bytes)) {
      continue;
    }
    document::LoadResult loaded = document::Parse(files.DisplayName(file.path), std::move(*bytes));
    if (!loaded.document || openapi::IsOpenApi(loaded.document->root())) {
      std::ranges::move(loaded.findings, std::back_inserter(sources->findings_));
    }
    if (loaded.document) {
      library->Keep(schema::FileUri("/" + file.path), loaded.document);
      documents.emplace_back(file, std::move(loaded.document));
    }
  }
  for (const auto& [file, document] : documents) {
    if (!openapi::IsOpenApi(document->root())) {
      continue;
    }
    openapi::LoadResult loaded =
        openapi::Load(document,
                      {.uri = schema::FileUri("/" + file.path),
                       .load = [library](const std::string& uri) { return library->Load(uri); }});
    std::ranges::move(loaded.findings, std::back_inserter(sources->findings_));
    if (loaded.description) {
      sources->entries_.push_back({file.path, document->name(), std::move(loaded.description)});
    }
  }
  return std::shared_ptr<const OpenApiSources>(std::move(sources));
}

}  // namespace accord::breaking
