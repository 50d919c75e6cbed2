#include <array>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "accord/openapi/description.h"
#include "accord/openapi/rules.h"
#include "accord/schema/uri.h"

#include "openapi/faults.h"
#include "openapi/path_checks.h"
#include "openapi/quoted.h"
#include "openapi/reader.h"
#include "openapi/storage.h"
#include "openapi/structure_check.h"
#include "openapi/upgrade.h"

namespace accord::openapi {

using document::DocumentPtr;
using document::Value;

/// Puts a description together.
class DescriptionBuilder {
 public:
  DescriptionBuilder(const DocumentPtr& document,
                     const LoadOptions& options,
                     Version version,
                     std::string_view version_text)
      : description_(new Description) {
    description_->version = version;
    description_->version_text = version_text;
    description_->storage_->documents =
        version == Version::k2_0 ? AsUpgraded(document, options) : AsWritten(document, options);
    description_->root = root_;
    description_->storage_->dialect = DialectOf(version);
  }

  void Read(Faults& faults) {
    Reader reader(*description_->storage_->documents);
    const Value components = MemberOf(root_, "components");
    if (const Value info = MemberOf(root_, "info"); info) {
      description_->title = TextOf(*info, "title");
      description_->api_version = TextOf(*info, "version");
    }
    description_->servers = reader.Servers(root_);
    description_->paths = reader.PathItems(MemberOf(root_, "paths"));
    description_->webhooks = reader.PathItems(MemberOf(root_, "webhooks"));
    description_->schemas = Reader::Components(MemberOf(components, "schemas"));
    description_->security_schemes =
        reader.SecuritySchemes(MemberOf(components, "securitySchemes"));
    description_->security = reader.SecurityOf(root_).value_or(Security{});
    if (reader.too_large() || !complete_) {
      faults.Add(kTooLarge, "the description has too many parts", root_.Span());
    }
  }

  void Check(Faults& faults) {
    StructureCheck structure(*description_->storage_->documents, description_->version, faults);
    structure.Check(root_);
    description_->storage_->schemas = structure.TakeSchemas();
    CheckPaths(*description_, faults);
  }

  DescriptionPtr Take() && { return std::move(description_); }

 private:
  std::shared_ptr<const Documents> AsWritten(const DocumentPtr& document,
                                             const LoadOptions& options) {
    root_ = Value(document);
    const std::string uri = schema::ResolveUri(
        options.uri,
        description_->version == Version::k3_2 ? TextOf(*root_, "$self") : std::string_view());
    const bool has_identifiers = description_->version >= Version::k3_1;
    return std::make_shared<const Documents>(document, uri, options.load, has_identifiers);
  }

  std::shared_ptr<const Documents> AsUpgraded(const DocumentPtr& document,
                                              const LoadOptions& options) {
    const auto originals =
        std::make_shared<const Documents>(document, options.uri, options.load, false);
    const auto upgraded = Upgrade(document, *originals);
    root_ = Value(upgraded.document);
    complete_ = upgraded.complete;
    return std::make_shared<const Documents>(
        upgraded.document,
        options.uri,
        [originals](const std::string& uri) -> base::Result<DocumentPtr> {
          base::Result<DocumentPtr> loaded = originals->Load(uri);
          if (!loaded || (*loaded)->root().Find("openapi") != nullptr) {
            return loaded;
          }
          const bool is_description = (*loaded)->root().Find("swagger") != nullptr;
          return is_description ? Upgrade(*loaded, *originals).document
                                : UpgradeSchemas(*loaded, *originals);
        },
        false);
  }

  schema::Dialect DialectOf(Version version) const {
    if (version == Version::k2_0 || version == Version::k3_0) {
      return schema::Dialect::kOpenApi30;
    }
    return schema::DialectOf(TextOf(*root_, "jsonSchemaDialect"))
        .value_or(schema::Dialect::kOpenApi31);
  }

  std::shared_ptr<Description> description_;
  Value root_;
  bool complete_ = true;
};

namespace {

std::string_view VersionText(const document::Node& root) {
  const std::string_view text = TextOf(root, "openapi");
  return text.empty() ? TextOf(root, "swagger") : text;
}

std::optional<Version> ParseSwagger(std::string_view text) {
  return text == "2.0" || text == "2" ? std::optional(Version::k2_0) : std::nullopt;
}

bool IsVersion(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) && (text.size() == prefix.size() || text[prefix.size()] == '.');
}

std::optional<Version> ParseVersion(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, Version>, 3> kVersions = {
      {{"3.0", Version::k3_0}, {"3.1", Version::k3_1}, {"3.2", Version::k3_2}}};
  for (const auto& [prefix, version] : kVersions) {
    if (IsVersion(text, prefix)) {
      return version;
    }
  }
  return std::nullopt;
}

// nullopt when the document cannot be read.
std::optional<Version> VersionOf(const Value& root, Faults& faults) {
  if (!IsOpenApi(*root)) {
    faults.Add(kNotOpenApi,
               "this is no OpenAPI document: it has neither `openapi` nor `swagger` with a version",
               root.Span());
    return std::nullopt;
  }
  const bool is_swagger = root->Find("openapi") == nullptr;
  const std::string_view text = VersionText(*root);
  const std::optional<Version> version = is_swagger ? ParseSwagger(text) : ParseVersion(text);
  if (version) {
    return version;
  }
  faults.Add(
      kVersionUnknown,
      fmt::format("version {} of OpenAPI is not known; 2.0, 3.0, 3.1 and 3.2 are", Quoted(text)),
      MemberSpan(root, is_swagger ? "swagger" : "openapi"));
  return is_swagger ? std::nullopt : std::optional(Version::k3_2);
}

}  // namespace

LoadResult Load(const DocumentPtr& document, const LoadOptions& options) {
  const Value root(document);
  Faults faults(document->name());
  LoadResult result;
  const std::optional<Version> version = VersionOf(root, faults);
  if (version) {
    DescriptionBuilder builder(document, options, *version, VersionText(*root));
    builder.Read(faults);
    builder.Check(faults);
    result.description = std::move(builder).Take();
  }
  result.findings = std::move(faults).Take();
  return result;
}

}  // namespace accord::openapi
