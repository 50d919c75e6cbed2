#pragma once

#include <map>
#include <string>
#include <utility>

#include "accord/openapi/description.h"
#include "accord/schema/schema.h"

namespace accord::conform {

/// The schemas that were needed so far, compiled. `format` decides validity in all of them.
class Schemas {
 public:
  struct Compiled {
    schema::SchemaPtr schema;  ///< nullptr: it cannot be used.
    std::string problem;       ///< Why.
  };

  const Compiled& Of(const openapi::Description& api,
                     const document::Value& schema,
                     schema::View view);
  /// `options.formats` and `check_meta_schema` do not matter.
  const Compiled& Of(const document::Value& schema, schema::CompileOptions options);

 private:
  std::map<std::pair<const document::Node*, schema::View>, Compiled> known_;
};

}  // namespace accord::conform
