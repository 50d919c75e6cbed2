#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "accord/document/node.h"
#include "accord/schema/dialect.h"

namespace accord::schema::test {

/// One schema as valijson understands it (draft 4, 6, 7).
class ValijsonOracle {
 public:
  ValijsonOracle(const document::Node& schema, Dialect dialect, std::filesystem::path suite);
  ~ValijsonOracle();
  ValijsonOracle(const ValijsonOracle&) = delete;
  ValijsonOracle& operator=(const ValijsonOracle&) = delete;

  /// nullopt when it cannot use the schema.
  std::optional<bool> IsValid(const document::Node& instance) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace accord::schema::test
