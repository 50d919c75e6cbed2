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
      : description_(new Description), root_(document) {
    const std::string uri = version == Version::k3_2
                                ? schema::ResolveUri(options.uri, TextOf(*root_, "$self"))
                                : options.uri;
    description_->version = version;
    description_->version_text = version_text;
    description_->root = root_;
    description_->storage_->dialect = DialectOf(version);
    description_->storage_->documents = std::make_shared<const Documents>(
        document, uri, options.load, version == Version::k3_1 || version == Version::k3_2);
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
    if (reader.too_large()) {
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
  schema::Dialect DialectOf(Version version) const {
    if (version == Version::k2_0 || version == Version::k3_0) {
      return schema::Dialect::kOpenApi30;
    }
    return schema::DialectOf(TextOf(*root_, "jsonSchemaDialect"))
        .value_or(schema::Dialect::kOpenApi31);
  }

  std::shared_ptr<Description> description_;
  Value root_;
};

namespace {

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

std::string UnknownVersion(std::string_view text) {
  return fmt::format("version {} of OpenAPI is not known; 2.0, 3.0, 3.1 and 3.2 are", Quoted(text));
}

}  // namespace

LoadResult Load(const DocumentPtr& document, const LoadOptions& options) {
  const Value root(document);
  Faults faults(document->name());
  LoadResult result;
  if (!IsOpenApi(*root)) {
    faults.Add(kNotOpenApi,
               "this is no OpenAPI document: it has neither `openapi` nor `swagger` with a version",
               root.Span());
    result.findings = std::move(faults).Take();
    return result;
  }
  const std::string_view text = TextOf(*root, "openapi");
  const std::optional<Version> version = ParseVersion(text);
  if (!version) {
    faults.Add(kVersionUnknown, UnknownVersion(text), MemberSpan(root, "openapi"));
  }
  DescriptionBuilder builder(document, options, version.value_or(Version::k3_2), text);
  builder.Read(faults);
  builder.Check(faults);
  result.description = std::move(builder).Take();
  result.findings = std::move(faults).Take();
  return result;
}

}  // namespace accord::openapi
