#include <deque>
#include <mutex>
#include <string>

#include "accord/schema/schema.h"

#include "schema/meta_schemas.h"

namespace accord::schema {
namespace {

// Parsed when first asked for, then kept.
class BuiltInDocument {
 public:
  explicit BuiltInDocument(const EmbeddedMetaSchema& embedded) : embedded_(embedded) {}

  std::string_view name() const { return embedded_.name; }
  const document::DocumentPtr& Get() {
    std::call_once(parsed_, [this] {
      document_ =
          document::Parse(std::string(embedded_.name), std::string(embedded_.text)).document;
    });
    return document_;
  }

 private:
  EmbeddedMetaSchema embedded_;
  std::once_flag parsed_;
  document::DocumentPtr document_;
};

std::deque<BuiltInDocument>& BuiltInDocuments() {
  static std::deque<BuiltInDocument>& documents = *[] {
    auto* all = new std::deque<BuiltInDocument>();  // Lives as long as the process.
    for (const EmbeddedMetaSchema& embedded : EmbeddedMetaSchemas()) {
      all->emplace_back(embedded);
    }
    return all;
  }();
  return documents;
}

std::string_view NameOf(std::string_view uri) {
  if (uri.ends_with('#')) {
    uri.remove_suffix(1);
  }
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (uri.starts_with(scheme)) {
      return uri.substr(scheme.size());
    }
  }
  return {};
}

}  // namespace

document::DocumentPtr MetaSchema(std::string_view uri) {
  const std::string_view name = NameOf(uri);
  for (BuiltInDocument& built_in : BuiltInDocuments()) {
    if (!name.empty() && built_in.name() == name) {
      return built_in.Get();
    }
  }
  return nullptr;
}

}  // namespace accord::schema
