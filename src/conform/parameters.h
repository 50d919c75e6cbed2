#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/openapi/description.h"
#include "accord/pact/pact.h"
#include "accord/schema/ir.h"

#include "conform/wire.h"

namespace accord::conform {

/// How a parameter, header or cookie spells its value.
struct Spelling {
  std::string name;
  std::string style;
  bool explode = false;
};

/// What the text of a header, cookie or piece of a path can stand for; the likeliest first, never
/// empty.
std::vector<Wire> ReadText(const Spelling& spelling, std::string_view text, schema::TypeSet types);

/// The value of a cookie in the Cookie headers; nullopt when it is not there.
std::optional<std::string> FindCookie(const std::vector<pact::Header>& headers,
                                      std::string_view name);

/// Pairs of a form as one map; `a[b]=1` and `a.b=1` nest.
Wire MapOfPairs(const std::vector<pact::QueryParameter>& pairs);

/// The query of a request, from which parameters are taken.
class Query {
 public:
  explicit Query(const std::vector<pact::QueryParameter>& query);

  /// What stands for a parameter; empty when nothing does. `properties`: those that its schema
  /// names, which an exploded object spreads over the query.
  std::vector<Wire> Take(const Spelling& spelling,
                         schema::TypeSet types,
                         const std::vector<std::string>& properties);
  bool Holds(std::string_view name) const;
  /// Names that nothing was taken from; without brackets and dots at their ends, each once.
  std::vector<std::string> Rest() const;

 private:
  struct Entry {
    std::string name;
    std::vector<std::string> values;
    bool taken = false;
  };

  Wire TakeNested(std::string_view name, schema::TypeSet types);
  Wire TakeProperties(const std::vector<std::string>& properties);

  std::vector<Entry> entries_;
};

}  // namespace accord::conform
