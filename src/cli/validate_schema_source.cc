#include "cli/validate_schema_source.h"

#include <utility>

#include <fmt/format.h>

#include "accord/document/pointer.h"

#include "cli/document_opener.h"

namespace accord::cli {
namespace {

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

schema::CompileOptions OptionsFor(const SchemaValidation& settings,
                                  const DocumentOpener& opener,
                                  const document::Node& root) {
  schema::CompileOptions options;
  options.dialect = settings.dialect.empty()
                        ? DialectOfDocument(root)
                        : schema::ParseDialect(settings.dialect).value_or(options.dialect);
  options.uri = opener.uri();
  options.formats =
      settings.assert_formats ? schema::Formats::kAssert : schema::Formats::kByDialect;
  options.load = opener.Others();
  return options;
}

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
  const Place place = Split(settings.schema);
  DocumentOpener opener(settings.allow_fetch, "--schema-dir");
  for (const std::string& folder : settings.schema_dirs) {
    if (const auto added = opener.AddFolder(folder); !added) {
      return added.error();
    }
  }
  auto loaded = opener.Read(place.name, "schema");
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
  const document::DocumentPtr& document = loaded->document;
  const document::Node* node = pointer->Resolve(document->root());
  if (node == nullptr) {
    return base::InputError(
        fmt::format("there is nothing at '#{}' of {}", place.pointer, document->name()));
  }
  result = schema::Compile(document::Value(document, node),
                           OptionsFor(settings, opener, document->root()));
  result.findings.insert(result.findings.begin(), loaded->findings.begin(), loaded->findings.end());
  return result;
}

}  // namespace accord::cli
