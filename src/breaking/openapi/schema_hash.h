#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accord/document/value.h"
#include "accord/openapi/description.h"

namespace accord::breaking::api {

/// Hash of a value that is no schema.
std::uint64_t HashOfValue(const document::Node& node);

/// Hashes of the schemas of two descriptions: equal when the schemas demand the same in the same
/// words, whether they are written out or referred to. Documentation does not count.
///
/// Schemas that references lead to are hashed once. Those that lead back to themselves are told
/// apart by rounds of refinement over both descriptions at once, until no round tells more.
class SchemaHashes {
 public:
  SchemaHashes(const openapi::Description& before, const openapi::Description& after);

  std::uint64_t OfBefore(const document::Value& schema) { return Of(before_, schema); }
  std::uint64_t OfAfter(const document::Value& schema) { return Of(after_, schema); }
  /// Whether the schemas demand the same, some of their own keywords left out.
  bool EqualApartFrom(std::initializer_list<std::string_view> keywords,
                      const document::Value& before,
                      const document::Value& after) {
    return Of(before_, before, keywords) == Of(after_, after, keywords);
  }

 private:
  /// A hash, or where it comes from as long as it is not known.
  struct Term {
    std::uint64_t hash = 0;
    std::int32_t from = 0;  ///< 0: `hash` it is. n > 0: expression n - 1. n < 0: unit -n - 1.
  };
  struct Operand {
    std::uint64_t key;
    Term term;
  };
  struct Expression {
    std::uint64_t sum = 0;  ///< Of all operands that are known.
    std::vector<Operand> operands;
  };
  /// What references lead to.
  struct Unit {
    const openapi::Description* description;
    document::Value schema;
    Term term;
    std::uint64_t hash = 0;
    bool final = false;
    std::vector<std::int32_t> references;
  };
  class Builder;

  std::uint64_t Of(const openapi::Description& description,
                   const document::Value& schema,
                   std::span<const std::string_view> left_out = {});
  std::int32_t UnitOf(const openapi::Description& description, const document::Value& reference);
  std::int32_t AddUnit(const openapi::Description& description, const document::Value& schema);
  std::uint64_t Evaluate(const Term& term) const;
  /// Makes the hashes of all units final.
  void Settle();
  void SettleLeaves(std::size_t first);
  void SettleCircles(std::size_t first);

  const openapi::Description& before_;
  const openapi::Description& after_;
  std::vector<Unit> units_;
  std::vector<Expression> expressions_;
  std::size_t built_ = 0;  ///< Units whose term is known.
  std::unordered_map<const document::Node*, std::int32_t> unit_of_schema_;
  std::unordered_map<const document::Node*, std::int32_t> unit_of_reference_;  ///< -1: nowhere.
};

}  // namespace accord::breaking::api
