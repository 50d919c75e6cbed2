#include <utility>

#include "accord/breaking/schema.h"
#include "accord/document/document.h"

namespace accord::breaking {
namespace {

/// Files of a folder are looked into only when they may be schemas at all.
constexpr std::string_view kMark = "$schema";

bool NamesADialect(const document::Node& root) {
  const document::Node* dialect = root.Find(kMark);
  return dialect != nullptr && dialect->is_string() && schema::DialectOf(dialect->text());
}

bool IsNamedFile(const std::string& argument, const document::SourceSet& set) {
  if (set.files().size() != 1) {
    return false;
  }
  const std::string& path = set.files().front().path;
  return argument.ends_with(path) && argument.find('*') == std::string::npos;
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
  const bool any = all || IsNamedFile(argument, files);
  for (const document::SourceFile& file : files.files()) {
    const std::string display = files.DisplayName(file.path);
    auto bytes = files.Read(file.path);
    if (!bytes) {
      if (any) {
        return bytes.error();
      }
      continue;
    }
    if (!any && bytes->find(kMark) == std::string::npos) {
      continue;
    }
    // A broken file is worth a word when it was a schema.
    const bool names_json_schema = bytes->find("//json-schema.org/") != std::string::npos;
    document::LoadResult loaded = document::Parse(display, std::move(*bytes));
    if (loaded.document) {
      if (!any && !NamesADialect(loaded.document->root())) {
        continue;
      }
      sources->entries_.push_back({file.path, display, std::move(loaded.document)});
    } else if (!any && !names_json_schema) {
      continue;
    }
    sources->findings_.insert(
        sources->findings_.end(), loaded.findings.begin(), loaded.findings.end());
  }
  return std::shared_ptr<const SchemaSources>(std::move(sources));
}

}  // namespace accord::breaking
