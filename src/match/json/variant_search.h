#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "match/json/json_comparison.h"

namespace accord::match {

/// Finds the elements of an actual list that satisfy the variants of an arrayContains rule.
class VariantSearch {
 public:
  VariantSearch(JsonRun& run, std::span<const document::Node> items) : run_(run), items_(items) {}

  bool IsSatisfied(const pact::Variant& variant, const document::Node& example);
  /// Elements that satisfy the variant, at most `limit`.
  std::vector<std::uint32_t> FindAll(const pact::Variant& variant,
                                     const document::Node& example,
                                     std::size_t limit);
  /// Which element came closest and what differs in it; empty when none is like the example.
  /// `path` is that of the list.
  std::string Nearest(const pact::Variant& variant,
                      const document::Node& example,
                      const std::string& path);

 private:
  using HashedItem = std::pair<std::uint64_t, std::uint32_t>;
  /// Elements that may be equal to the example, in their order.
  std::span<const HashedItem> MayEqual(const document::Node& example);

  JsonRun& run_;
  std::span<const document::Node> items_;
  std::vector<HashedItem> by_hash_;  // Filled when first asked.
};

/// Gives each variant an element of its own. `candidates[v]` are the elements that satisfy variant
/// v. Returns for each variant whether it got one; as many as possible do.
std::vector<bool> AssignElements(const std::vector<std::vector<std::uint32_t>>& candidates);

/// A number that is the same for equal values.
std::uint64_t StructuralHash(const document::Node& node, bool numbers_by_value);

}  // namespace accord::match
