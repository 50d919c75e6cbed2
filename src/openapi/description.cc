#include "accord/openapi/description.h"

#include "openapi/storage.h"

namespace accord::openapi {

std::string_view ToString(In in) {
  switch (in) {
    case In::kQuery:
      return "query";
    case In::kHeader:
      return "header";
    case In::kPath:
      return "path";
    case In::kCookie:
      return "cookie";
    case In::kQueryString:
      return "querystring";
  }
  return "";
}

Description::Description() : storage_(std::make_unique<Storage>()) {}
Description::~Description() = default;

document::Value Description::Resolve(const document::Value& at) const {
  return storage_->documents->Resolve(at);
}

schema::Dialect Description::dialect() const {
  return storage_->dialect;
}

schema::CompileOptions Description::CompileOptionsFor(const document::DocumentPtr& document) const {
  schema::CompileOptions options;
  options.dialect = storage_->dialect;
  options.uri = UriOf(document);
  options.check_meta_schema = false;
  options.load = [documents = storage_->documents](const std::string& uri) {
    return documents->Load(uri);
  };
  return options;
}

std::string Description::UriOf(const document::DocumentPtr& document) const {
  return storage_->documents->UriOf(*document);
}

bool IsOpenApi(const document::Node& root) {
  const document::Node* version = root.Find("openapi");
  version = version != nullptr ? version : root.Find("swagger");
  return version != nullptr && (version->is_string() || version->is_number());
}

}  // namespace accord::openapi
