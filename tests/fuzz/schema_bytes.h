#pragma once

#include <string>
#include <string_view>

#include "accord/schema/schema.h"

namespace accord::fuzz {

inline document::DocumentPtr ParseBytes(std::string_view bytes) {
  document::LoadOptions options;
  options.format = document::Format::kJson;
  return document::Parse("input.json", std::string(bytes), options).document;
}

inline schema::CompileResult CompileBytes(std::string_view bytes, bool check_meta_schema) {
  schema::CompileOptions options;
  options.check_meta_schema = check_meta_schema;
  options.max_schemas = 10000;
  const document::DocumentPtr document = ParseBytes(bytes);
  return document == nullptr ? schema::CompileResult()
                             : schema::Compile(document::Value(document), options);
}

}  // namespace accord::fuzz
