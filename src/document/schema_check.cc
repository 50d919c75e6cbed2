#include "accord/document/schema_check.h"

#include <cassert>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "document/embedded_schemas.h"
#include "document/form_schema.h"

namespace accord::document {
namespace {

// `pact-v4#/definitions/interaction` is the schema `pact-v4` entered at one of its definitions.
std::string SchemaText(std::string_view format) {
  const std::size_t hash = format.find('#');
  std::string text(FormatSchema(format.substr(0, hash)));
  if (hash != std::string_view::npos) {
    // Draft 7 ignores what stands beside `$ref`, but references still find the definitions.
    const std::string entry = "\"$ref\": " + QuoteJson(format.substr(hash)) + ",";
    text.insert(text.find('{') + 1, entry);
  }
  return text;
}

// Compiled on first use and kept: schemas are few and never change.
const FormSchema* CompiledSchema(std::string_view format) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<FormSchema>, std::less<>> schemas;
  const std::lock_guard lock(mutex);
  auto found = schemas.find(format);
  if (found == schemas.end()) {
    auto compiled = FormSchema::Compile(std::string(format), SchemaText(format));
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
