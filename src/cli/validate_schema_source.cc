#include "cli/validate_schema_source.h"

#include <memory>
#include <utility>

#include <fmt/format.h>

#include "accord/document/pointer.h"
#include "accord/document/source_set.h"
#include "accord/schema/library.h"

#include "cli/url_fetcher.h"

namespace accord::cli {
namespace {

using document::DocumentPtr;

constexpr std::size_t kLargestSchema = 256U << 20U;

bool IsUrl(const std::string& name) {
  return name.starts_with("http://") || name.starts_with("https://");
}

/// What is named, and the place in it.
struct Place {
  std::string name;
  std::string pointer;
};

/// A file may have a `#` in its name; only one in front of a pointer, or at the end, splits.
Place Split(const std::string& argument) {
  const std::size_t hash = argument.rfind('#');
  if (hash == std::string::npos || (hash + 1 < argument.size() && argument[hash + 1] != '/')) {
    return {argument, {}};
  }
  return {argument.substr(0, hash), argument.substr(hash + 1)};
}

class SchemaOpener {
 public:
  explicit SchemaOpener(const SchemaValidation& settings)
      : settings_(settings), library_(std::make_shared<schema::Library>()), fetch_(LazyFetcher()) {}

  base::Result<schema::CompileResult> Open() {
    const Place place = Split(settings_.schema);
    if (const auto added = AddFolders(); !added) {
      return added.error();
    }
    auto loaded = Read(place.name);
    if (!loaded) {
      return loaded.error();
    }
    schema::CompileResult result;
    if (!loaded->document) {
      result.findings = std::move(loaded->findings);
      return result;
    }
    const auto pointer = document::Pointer::Parse(place.pointer);
    if (!pointer) {
      return base::UsageError("--schema: " + pointer.error().message);
    }
    const DocumentPtr& document = loaded->document;
    const document::Node* node = pointer->Resolve(document->root());
    if (node == nullptr) {
      return base::InputError(
          fmt::format("there is nothing at '#{}' of {}", place.pointer, document->name()));
    }
    result = schema::Compile(document::Value(document, node), Options(document->root()));
    result.findings.insert(
        result.findings.begin(), loaded->findings.begin(), loaded->findings.end());
    return result;
  }

 private:
  base::Result<void> AddFolders() {
    for (const std::string& folder : settings_.schema_dirs) {
      auto set = document::OpenSources(folder, {.extensions = {".json", ".yaml", ".yml"}});
      if (!set) {
        return base::InputError("--schema-dir: " + set.error().message);
      }
      library_->Add(std::move(*set), schema::FileUri(folder + "/"));
    }
    return {};
  }

  base::Result<document::LoadResult> Read(const std::string& name) {
    if (IsUrl(name)) {
      uri_ = name;
      auto bytes = fetch_(name);
      if (!bytes) {
        return bytes.error();
      }
      return document::Parse(name, std::move(*bytes));
    }
    if (name == "-") {
      auto bytes = document::ReadInput({"<stdin>", document::Input::Source::kStdin}, {});
      if (!bytes) {
        return bytes.error();
      }
      return document::Parse("<stdin>", std::move(*bytes));
    }
    auto set = document::OpenSources(name, {.extensions = {}, .max_bytes = kLargestSchema});
    if (!set) {
      return set.error();
    }
    if ((*set)->files().size() != 1) {
      return base::InputError(fmt::format("'{}' is no file with a schema", name));
    }
    const std::string path = (*set)->files().front().path;
    auto bytes = (*set)->Read(path);
    if (!bytes) {
      return bytes.error();
    }
    document::LoadResult loaded = document::Parse((*set)->DisplayName(path), std::move(*bytes));
    uri_ = name.starts_with("git:") ? "file:///" + path : schema::FileUri(name);
    // Its neighbours may be referred to.
    const std::string base = uri_.substr(0, uri_.rfind('/') + 1);
    if (loaded.document) {
      library_->Keep(uri_, loaded.document);
    }
    library_->Add(std::move(*set), base);
    return loaded;
  }

  schema::CompileOptions Options(const document::Node& root) {
    schema::CompileOptions options;
    options.dialect = settings_.dialect.empty()
                          ? DialectOfDocument(root)
                          : schema::ParseDialect(settings_.dialect).value_or(options.dialect);
    options.uri = uri_;
    options.formats =
        settings_.assert_formats ? schema::Formats::kAssert : schema::Formats::kByDialect;
    options.load = [library = library_, fetch = fetch_, allowed = settings_.allow_fetch](
                       const std::string& uri) -> base::Result<DocumentPtr> {
      auto found = library->Load(uri);
      if (found || !IsUrl(uri)) {
        return found;
      }
      if (!allowed) {
        return base::InputError(fmt::format(
            "'{}' is in no folder that was named (--schema-dir), and nothing is fetched without "
            "--allow-fetch",
            uri));
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
    };
    return options;
  }

  const SchemaValidation& settings_;
  std::shared_ptr<schema::Library> library_;
  document::FetchUrl fetch_;
  std::string uri_;
};

}  // namespace

schema::Dialect DialectOfDocument(const document::Node& root) {
  const document::Node* version = root.Find("openapi");
  if (version == nullptr || !version->is_string()) {
    return schema::Dialect::k2020_12;
  }
  return version->text().starts_with("3.0") ? schema::Dialect::kOpenApi30
                                            : schema::Dialect::kOpenApi31;
}

base::Result<schema::CompileResult> OpenSchema(const SchemaValidation& settings) {
  return SchemaOpener(settings).Open();
}

}  // namespace accord::cli
