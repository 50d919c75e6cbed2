#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "accord/pact/generators.h"
#include "accord/pact/matching_rules.h"

namespace accord::match {

/// Generators by path: a tree of path tokens.
struct GeneratorPaths {
  std::map<std::string, std::unique_ptr<GeneratorPaths>, std::less<>> fields;
  std::map<std::size_t, std::unique_ptr<GeneratorPaths>> indexes;
  std::unique_ptr<GeneratorPaths> any_index;
  std::unique_ptr<GeneratorPaths> any_step;
  const pact::GeneratorEntry* entry = nullptr;  ///< Of the path that ends here.
  std::vector<const pact::Rule*> variants;      ///< arrayContains rules of the path that ends here.

  /// No path at all.
  bool empty() const {
    return fields.empty() && indexes.empty() && !any_index && !any_step && entry == nullptr &&
           variants.empty();
  }
};

/// Refers to its arguments. Of two generators of one path the first wins.
GeneratorPaths IndexGenerators(const std::vector<pact::GeneratorEntry>& entries,
                               const pact::RuleCategory& rules);

/// The places in the trees where a walk through a value stands; exact steps before wildcards.
class GeneratorPlaces {
 public:
  GeneratorPlaces() = default;
  explicit GeneratorPlaces(const GeneratorPaths& root) : places_{&root} {}

  bool empty() const { return places_.empty(); }
  /// nullptr when no path ends here.
  const pact::GeneratorEntry* entry() const;
  std::vector<const pact::Rule*> variants() const;

  GeneratorPlaces Field(std::string_view name) const;
  GeneratorPlaces Index(std::size_t index) const;
  /// XML: only the index steps `[0]` and `[*]`.
  GeneratorPlaces Sibling(std::size_t index) const;
  void Add(const GeneratorPlaces& other);

 private:
  std::vector<const GeneratorPaths*> places_;
};

}  // namespace accord::match
