#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "accord/schema/schema.h"

namespace accord::schema::test {

/// Two versions of a schema, and whether each includes the other as plain sets.
struct Case {
  std::string id;
  document::Value original;
  document::Value update;
  Dialect original_dialect = Dialect::k2020_12;
  Dialect update_dialect = Dialect::k2020_12;
  std::optional<bool> backward;  ///< nullopt: not established.
  std::optional<bool> forward;
};

std::vector<Case> ReadCases(const std::filesystem::path& file);
/// nullptr when the schema cannot be used; `fault` then says why.
SchemaPtr CompileCase(const document::Value& schema, Dialect dialect, std::string& fault);

}  // namespace accord::schema::test
