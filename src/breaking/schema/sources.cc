#include <algorithm>
#include <utility>

#include "accord/base/strings.h"
#include "accord/breaking/schema.h"
#include "accord/document/document.h"
#include "accord/openapi/description.h"

namespace accord::breaking {
namespace {

constexpr std::string_view kMark = "$schema";

/// How a file came to be looked at.
struct Selection {
  bool all = false;    ///< Everything is to be taken for a schema.
  bool named = false;  ///< It was named itself.
};

/// `$schema` may also name what a document is an instance of; of a file that was named it counts
/// in any case, so that a dialect nobody knows is told. OpenAPI documents are another family's.
bool IsSchema(const document::Node& root, const Selection& selection) {
  const document::Node* dialect = root.Find(kMark);
  return selection.all ||
         (dialect != nullptr && dialect->is_string() &&
          (selection.named || schema::DialectOf(dialect->text())) && !openapi::IsOpenApi(root));
}

/// Whether a file that cannot be parsed is worth a word.
bool WasMeantAsSchema(std::string_view bytes, const Selection& selection) {
  return selection.all || selection.named ||
         bytes.find("//json-schema.org/") != std::string_view::npos;
}

bool IsNamedFile(const std::string& argument, const document::SourceSet& set) {
  return set.files().size() == 1 && argument.ends_with(set.files().front().path) &&
         argument.find('*') == std::string::npos;
}

bool HasExtension(std::string_view path, const std::vector<std::string>& extensions) {
  const std::string lower = base::ToLowerAscii(path);
  return std::ranges::any_of(
      extensions, [&lower](const std::string& extension) { return lower.ends_with(extension); });
}

}  // namespace

base::Result<std::shared_ptr<const SchemaSources>> SchemaSources::Open(const std::string& argument,
                                                                       bool all) {
  document::SourceOptions options;
  options.extensions = {".json", ".yaml", ".yml"};
  auto set = document::OpenSources(argument, options);
  if (!set) {
    return set.error();
  }
  std::shared_ptr<SchemaSources> sources(new SchemaSources());
  sources->set_ = std::move(*set);
  const document::SourceSet& files = *sources->set_;
  const Selection selection{all, IsNamedFile(argument, files)};
  for (const document::SourceFile& file : files.files()) {
    if (!all && !HasExtension(file.path, options.extensions)) {
      continue;
    }
    auto bytes = files.Read(file.path);
    if (!bytes) {
      return bytes.error();
    }
    if (!all && bytes->find(kMark) == std::string::npos) {
      continue;
    }
    const bool meant = WasMeantAsSchema(*bytes, selection);
    const std::string display = files.DisplayName(file.path);
    document::LoadResult loaded = document::Parse(display, std::move(*bytes));
    const bool is_schema = loaded.document ? IsSchema(loaded.document->root(), selection) : meant;
    if (!is_schema) {
      continue;
    }
    sources->findings_.insert(
        sources->findings_.end(), loaded.findings.begin(), loaded.findings.end());
    if (loaded.document) {
      sources->entries_.push_back({file.path, display, std::move(loaded.document)});
    }
  }
  return std::shared_ptr<const SchemaSources>(std::move(sources));
}

}  // namespace accord::breaking
