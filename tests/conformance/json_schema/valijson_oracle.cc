#include "tests/conformance/json_schema/valijson_oracle.h"

#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "document/rapidjson_value.h"
#include "tests/conformance/json_schema/suite.h"

namespace accord::schema::test {
namespace {

using Adapter = valijson::adapters::RapidJsonAdapter;

}  // namespace

struct ValijsonOracle::Compiled {
  rapidjson::Document::AllocatorType allocator;
  rapidjson::Value values;
  valijson::Schema schema;
  bool usable = false;
};

ValijsonOracle::ValijsonOracle(const document::Node& schema,
                               Dialect dialect,
                               std::filesystem::path suite)
    : compiled_(std::make_unique<Compiled>()) {
  rapidjson::Document::AllocatorType& allocator = compiled_->allocator;
  compiled_->values = document::ToRapidJson(schema, std::string::npos, allocator);
  const auto fetch = [&](const std::string& uri) -> const rapidjson::Document* {
    const auto loaded = Remotes(suite)(uri);
    if (!loaded) {
      return nullptr;
    }
    auto document = std::make_unique<rapidjson::Document>();
    const std::string_view text = (*loaded)->source();
    document->Parse(text.data(), text.size());
    return document.release();
  };
  try {
    valijson::SchemaParser parser(dialect == Dialect::kDraft4 ? valijson::SchemaParser::kDraft4
                                                              : valijson::SchemaParser::kDraft7);
    parser.populateSchema<Adapter>(Adapter(compiled_->values),
                                   compiled_->schema,
                                   fetch,
                                   [](const rapidjson::Document* document) { delete document; });
    compiled_->usable = true;
  } catch (const std::exception&) {
    compiled_->usable = false;
  }
}

ValijsonOracle::~ValijsonOracle() = default;

std::optional<bool> ValijsonOracle::IsValid(const document::Node& instance) const {
  if (!compiled_->usable) {
    return std::nullopt;
  }
  rapidjson::Document::AllocatorType allocator;
  const rapidjson::Value value = document::ToRapidJson(instance, std::string::npos, allocator);
  try {
    valijson::Validator validator;
    return validator.validate(compiled_->schema, Adapter(value), nullptr);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace accord::schema::test
