#include <memory>
#include <optional>
#include <utility>

#include "accord/openapi/description.h"

#include "openapi/reader.h"
#include "openapi/storage.h"

namespace accord::openapi {

using document::Value;

/// Puts a description together.
class DescriptionBuilder {
 public:
  DescriptionBuilder(const document::DocumentPtr& document, const LoadOptions& options)
      : description_(new Description),
        documents_(std::make_shared<const Documents>(document, options.uri, options.load)) {
    description_->root = Value(document);
    description_->storage_->documents = documents_;
  }

  void SetVersion(Version version, std::string_view text) {
    description_->version = version;
    description_->version_text = text;
    description_->storage_->dialect = DialectOf(version);
  }

  void Read() {
    Reader reader(*documents_);
    const Value& root = description_->root;
    const Value components = MemberOf(root, "components");
    if (const Value info = MemberOf(root, "info"); info) {
      description_->title = TextOf(*info, "title");
      description_->api_version = TextOf(*info, "version");
    }
    description_->servers = reader.Servers(root);
    description_->paths = reader.PathItems(MemberOf(root, "paths"));
    description_->webhooks = reader.PathItems(MemberOf(root, "webhooks"));
    description_->schemas = Reader::Components(MemberOf(components, "schemas"));
    description_->security_schemes =
        reader.SecuritySchemes(MemberOf(components, "securitySchemes"));
    description_->security = reader.SecurityOf(root).value_or(Security{});
  }

  DescriptionPtr Take() && { return std::move(description_); }

 private:
  schema::Dialect DialectOf(Version version) const {
    if (version == Version::k2_0 || version == Version::k3_0) {
      return schema::Dialect::kOpenApi30;
    }
    return schema::DialectOf(TextOf(*description_->root, "jsonSchemaDialect"))
        .value_or(schema::Dialect::kOpenApi31);
  }

  std::shared_ptr<Description> description_;
  std::shared_ptr<const Documents> documents_;
};

namespace {

std::optional<Version> ParseVersion(std::string_view text) {
  static constexpr std::pair<std::string_view, Version> kVersions[] = {
      {"3.0", Version::k3_0}, {"3.1", Version::k3_1}, {"3.2", Version::k3_2}};
  for (const auto& [prefix, version] : kVersions) {
    if (text.starts_with(prefix) && (text.size() == prefix.size() || text[prefix.size()] == '.')) {
      return version;
    }
  }
  return std::nullopt;
}

}  // namespace

LoadResult Load(const document::DocumentPtr& document, const LoadOptions& options) {
  LoadResult result;
  const document::Node* version = document->root().Find("openapi");
  const auto known = version != nullptr ? ParseVersion(version->text()) : std::nullopt;
  if (!known) {
    return result;
  }
  DescriptionBuilder builder(document, options);
  builder.SetVersion(*known, version->text());
  builder.Read();
  result.description = std::move(builder).Take();
  return result;
}

}  // namespace accord::openapi
