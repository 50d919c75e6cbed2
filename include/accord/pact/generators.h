#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/value.h"
#include "accord/pact/path.h"

namespace accord::pact {

enum class GeneratorKind : std::uint8_t {
  kRandomInt,
  kRandomDecimal,
  kRandomHexadecimal,
  kRandomString,
  kRandomBoolean,
  kRegex,
  kUuid,
  kDate,
  kTime,
  kDateTime,
  kProviderState,
  kMockServerUrl,
  kArrayContains,
  kPlugin,  ///< Any other name: kept as it is.
};
/// The name as it is written in contract files.
std::string_view ToString(GeneratorKind kind);

/// How one value is made at run time.
struct Generator {
  GeneratorKind kind = GeneratorKind::kPlugin;
  std::string name;         ///< For kPlugin: the type as written.
  std::string format;       ///< Date formats, UUID format.
  std::string expression;   ///< Date expressions, provider state expression.
  std::string regex;        ///< kRegex, kMockServerUrl.
  std::string example;      ///< kMockServerUrl.
  std::string data_type;    ///< kProviderState: STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, RAW.
  std::int64_t min = 0;     ///< kRandomInt.
  std::int64_t max = 10;    ///< kRandomInt.
  std::uint32_t size = 10;  ///< Digits or characters.
  document::Value source;   ///< As written in the contract.
};

struct GeneratorEntry {
  std::string key;      ///< As written.
  PathExpression path;  ///< Parsed key, for body.
  Generator generator;
};

struct Generators {
  // nullptr: none. Rare, so contracts with thousands of interactions do not pay for them.
  std::shared_ptr<const Generator> method;
  std::shared_ptr<const Generator> path;
  std::shared_ptr<const Generator> status;
  std::vector<GeneratorEntry> header;
  std::vector<GeneratorEntry> query;
  std::vector<GeneratorEntry> metadata;
  std::vector<GeneratorEntry> body;

  bool empty() const {
    return !method && !path && !status && header.empty() && query.empty() && metadata.empty() &&
           body.empty();
  }
};

}  // namespace accord::pact
