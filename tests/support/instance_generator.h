#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/random.h"
#include "accord/schema/pattern.h"

#include "tests/support/json_tree.h"

namespace accord::test {

/// Random instances near the borders of two schemas: built along one of them or both, from their
/// constants and what lies beside these.
class InstanceGenerator {
 public:
  InstanceGenerator(base::Random& random, const Json& a, const Json& b);

  Json Next();

 private:
  /// A schema that the value under construction should fit, with the document it stands in.
  struct Wish {
    const Json* schema;
    const Json* document;
  };
  using Wishes = std::vector<Wish>;

  void Collect(const Json& value);
  void Expand(const Wish& wish, int depth, Wishes& out);
  void ExpandChoices(const Wish& wish, int depth, Wishes& out);

  Json Make(const Wishes& wishes, int depth);
  Json MakeOfType(std::string_view type, const Wishes& wishes, int depth);
  Json MakeAnything(int depth);
  Json MakeNumber(const Wishes& wishes, bool integer);
  Json MakeString(const Wishes& wishes);
  Json MakeArray(const Wishes& wishes, int depth);
  Json MakeObject(const Wishes& wishes, int depth);
  std::string TypeFor(const Wishes& wishes);
  std::size_t Size(const Wishes& wishes, std::string_view low, std::string_view high);
  std::vector<std::string> NamesFor(const Wishes& wishes);
  Wishes WishesForItem(const Wishes& wishes, std::size_t index);
  Wishes WishesForMember(const Wishes& wishes, const std::string& name);
  bool Matches(const std::string& pattern, const std::string& text);

  base::Random& random_;
  Json a_;
  Json b_;
  std::vector<Json> constants_;  // Every scalar and every value of an enum in the schemas.
  std::vector<std::string> names_;
  std::map<std::string, schema::PatternPtr> patterns_;
};

}  // namespace accord::test
