#pragma once

#include <map>
#include <string>
#include <string_view>

#include "accord/schema/schema.h"

#include "schema/build/languages.h"
#include "schema/build/registry.h"

namespace accord::schema {

/// Finds the schemas that references lead to, and loads the documents that hold them.
class ReferenceResolver {
 public:
  ReferenceResolver(SchemaRegistry& registry, Languages& languages, const LoadDocument& load)
      : registry_(registry), languages_(languages), load_(load) {}

  struct Target {
    SchemaPlace* place = nullptr;
    std::string problem;  ///< Why there is none.
  };
  Target Resolve(ResourceScope& from, std::string_view reference);
  /// The schema at a JSON pointer below the root of `scope`.
  Target At(ResourceScope& scope, std::string_view pointer);

 private:
  struct Loaded {
    ResourceScope* scope = nullptr;
    std::string problem;
  };
  Loaded FindScope(const std::string& uri, const Language& otherwise);
  Loaded Load(const std::string& uri, const Language& otherwise);

  SchemaRegistry& registry_;
  Languages& languages_;
  const LoadDocument& load_;
  std::map<std::string, std::string> failed_;
};

}  // namespace accord::schema
