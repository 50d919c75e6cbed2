#pragma once

#include <string>

#include <gtest/gtest.h>

#include "accord/document/document.h"
#include "accord/schema/schema.h"

namespace accord::schema::test {

inline document::DocumentPtr MustParse(const std::string& json) {
  document::LoadResult loaded = document::Parse("instance.json", json);
  EXPECT_TRUE(loaded.ok()) << json;
  return loaded.document;
}

inline SchemaPtr MustCompile(const std::string& json, CompileOptions options = {}) {
  options.check_meta_schema = false;
  const CompileResult compiled =
      Compile(document::Value(document::Parse("schema.json", json).document), options);
  EXPECT_NE(compiled.schema, nullptr)
      << json << (compiled.findings.empty() ? "" : "\n" + compiled.findings.front().message);
  return compiled.schema;
}

}  // namespace accord::schema::test
