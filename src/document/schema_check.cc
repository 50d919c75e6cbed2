#include "accord/document/schema_check.h"

#include <cassert>
#include <map>
#include <memory>
#include <mutex>

#include "document/embedded_schemas.h"
#include "document/form_schema.h"

namespace accord::document {
namespace {

// Compiled on first use and kept: schemas are few and never change.
const FormSchema* CompiledSchema(std::string_view format) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<FormSchema>, std::less<>> schemas;
  const std::lock_guard lock(mutex);
  auto found = schemas.find(format);
  if (found == schemas.end()) {
    auto compiled = FormSchema::Compile(std::string(format), std::string(FormatSchema(format)));
    assert(compiled.ok());
    found = schemas.emplace(format, compiled ? std::move(*compiled) : nullptr).first;
  }
  return found->second.get();
}

}  // namespace

std::vector<finding::Finding> CheckFormat(std::string_view format,
                                          const Document& document,
                                          const Node& node) {
  const FormSchema* schema = CompiledSchema(format);
  return schema != nullptr ? schema->Check(document, node) : std::vector<finding::Finding>{};
}

std::string_view FormatSchema(std::string_view format) {
  for (const EmbeddedSchema& schema : EmbeddedSchemas()) {
    if (schema.name == format) {
      return schema.text;
    }
  }
  return {};
}

}  // namespace accord::document
