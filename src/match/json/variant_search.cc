#include "match/json/variant_search.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "match/value_text.h"

namespace accord::match {
namespace {

using document::Node;
using pact::Variant;

/// Elements that are compared in full to find the closest.
constexpr std::size_t kExplained = 64;

}  // namespace

std::span<const VariantSearch::HashedItem> VariantSearch::MayEqual(const Node& example) {
  const bool by_value = run_.options().numbers_by_value;
  if (by_hash_.empty()) {
    by_hash_.reserve(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      by_hash_.emplace_back(StructuralHash(items_[i], by_value), static_cast<std::uint32_t>(i));
    }
    std::sort(by_hash_.begin(), by_hash_.end());
  }
  const std::uint64_t hash = StructuralHash(example, by_value);
  const auto begin = std::lower_bound(by_hash_.begin(), by_hash_.end(), HashedItem{hash, 0});
  const auto end = std::find_if(
      begin, by_hash_.end(), [hash](const HashedItem& item) { return item.first != hash; });
  return {begin, end};
}

bool VariantSearch::IsSatisfied(const Variant& variant, const Node& example) {
  return !FindAll(variant, example, 1).empty();
}

std::vector<std::uint32_t> VariantSearch::FindAll(const Variant& variant,
                                                  const Node& example,
                                                  std::size_t limit) {
  std::vector<std::uint32_t> found;
  if (!variant.rules) {
    for (const auto& [hash, i] : MayEqual(example)) {
      if (found.size() < limit &&
          document::Equal(example, items_[i], run_.options().numbers_by_value)) {
        found.push_back(i);
      }
    }
    return found;
  }
  const RuleIndex& rules = run_.IndexOf(variant);
  for (std::size_t i = 0; i < items_.size() && found.size() < limit; ++i) {
    if (JsonComparison(run_, rules).Compare(example, items_[i])) {
      found.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return found;
}

std::string VariantSearch::Nearest(const Variant& variant,
                                   const Node& example,
                                   const std::string& path) {
  if (!run_.MayExplain()) {
    return {};
  }
  run_.set_explaining(true);
  const RuleIndex& rules = run_.IndexOf(variant);
  std::optional<std::size_t> best;
  std::vector<Mismatch> fewest;
  for (std::size_t i = 0; i < std::min(items_.size(), kExplained); ++i) {
    if (items_[i].kind() != example.kind()) {
      continue;
    }
    std::vector<Mismatch> found;
    JsonComparison(run_, rules, &found, fmt::format("{}[{}]", path, i)).Compare(example, items_[i]);
    if (!best || found.size() < fewest.size()) {
      best = i;
      fewest = std::move(found);
    }
  }
  run_.set_explaining(false);
  if (!best) {
    return {};
  }
  std::string text = fmt::format("; the closest is the element at index {}", *best);
  if (fewest.empty()) {
    return text + ", which has more members than the example";
  }
  text += fmt::format(": {}: {}", fewest.front().name, fewest.front().message);
  if (fewest.size() > 1) {
    text += fmt::format(" (and {} more)", fewest.size() - 1);
  }
  return text;
}

void JsonComparison::CheckVariants(Pair pair, const pact::Rule& rule, const ActiveRules& rules) {
  // Without variants, every element of the example is one.
  std::vector<Variant> variants =
      rule.details == nullptr ? std::vector<Variant>() : rule.details->variants;
  if (variants.empty()) {
    variants.resize(pair.expected.items().size());
    for (std::size_t i = 0; i < variants.size(); ++i) {
      variants[i].index = i;
    }
  }
  const auto examples = pair.expected.items();
  VariantSearch search(run_, pair.actual.items());
  std::vector<const Variant*> satisfied;
  for (const Variant& variant : variants) {
    if (Done()) {
      return;
    }
    if (variant.index >= examples.size()) {
      Fail(pair, &rule, rules, [&] {
        return fmt::format("Variant at index {} has no example in the expected list",
                           variant.index);
      });
      continue;
    }
    const Node& example = examples[variant.index];
    if (search.IsSatisfied(variant, example)) {
      satisfied.push_back(&variant);
      continue;
    }
    Fail({example, pair.actual}, &rule, rules, [&] {
      return fmt::format("Variant at index {} ({}) was not found in the actual list",
                         variant.index,
                         ShownJson(example));
    });
    if (out_ != nullptr) {
      out_->back().demand += search.Nearest(variant, example, Path());
    }
  }
  if (!run_.options().one_to_one_variants) {
    return;
  }
  std::vector<std::vector<std::uint32_t>> candidates;
  candidates.reserve(satisfied.size());
  for (const Variant* variant : satisfied) {
    candidates.push_back(search.FindAll(*variant, examples[variant->index], satisfied.size()));
  }
  const std::vector<bool> assigned = AssignElements(candidates);
  for (std::size_t i = 0; i < satisfied.size(); ++i) {
    if (!assigned[i]) {
      const Node& example = examples[satisfied[i]->index];
      Fail({example, pair.actual}, &rule, rules, [&] {
        return fmt::format(
            "Variant at index {} ({}) has no element of its own: those that match it are needed "
            "for other variants",
            satisfied[i]->index,
            ShownJson(example));
      });
    }
  }
}

}  // namespace accord::match
