#include <memory>

#include "match/generate/generate_body.h"
#include "match/json/json_comparison.h"

namespace accord::match {
namespace {

using document::Node;

// Which variant of an arrayContains rule an element of the example belongs to.
class VariantFinder {
 public:
  explicit VariantFinder(document::DocumentPtr document) : document_(std::move(document)) {}

  const pact::Variant* Find(const pact::Rule& rule, const Node& array, std::size_t index) {
    for (const pact::Variant& variant : rule.details->variants) {
      if (variant.index == index) {
        return &variant;
      }
    }
    for (const pact::Variant& variant : rule.details->variants) {
      if (tries_left_ > 0 && variant.index < array.items().size() &&
          Fits(variant, array.items()[variant.index], array.items()[index])) {
        return &variant;
      }
    }
    return nullptr;
  }

 private:
  bool Fits(const pact::Variant& variant, const Node& expected, const Node& element) {
    --tries_left_;
    if (!variant.rules) {
      return document::Equal(expected, element);
    }
    const Options options;
    JsonRun run{options, true, document_};
    const RuleIndex rules(*variant.rules);
    return JsonComparison(run, rules).Compare(expected, element);
  }

  document::DocumentPtr document_;
  std::size_t tries_left_ = 100'000;  // Many variants times many elements.
};

class Rebuilder {
 public:
  Rebuilder(const document::Value& value, GenerateRun& run)
      : run_(run), finder_(value.document()) {}

  document::DocumentPtr Run(const Node& root, const GeneratorPaths& paths) {
    Value(root, GeneratorPlaces(paths));
    return changed_ ? builder_.Finish("generated") : nullptr;
  }

 private:
  void Value(const Node& node, const GeneratorPlaces& places) {
    if (places.empty()) {
      builder_.Copy(node);
      return;
    }
    if (Replaced(node, places)) {
      return;
    }
    if (node.is_object()) {
      builder_.StartObject();
      for (const document::Member& member : node.members()) {
        builder_.Key(member.key());
        Value(member.value, places.Field(member.key()));
      }
      builder_.EndObject();
    } else if (node.is_array()) {
      Array(node, places);
    } else {
      builder_.Copy(node);
    }
  }

  bool Replaced(const Node& node, const GeneratorPlaces& places) {
    const pact::GeneratorEntry* entry = places.entry();
    if (entry == nullptr || entry->generator.kind == pact::GeneratorKind::kArrayContains) {
      return false;
    }
    const auto made = run_.Make(entry->generator, node.is_string(), entry->key);
    if (made) {
      made->Write(builder_);
      changed_ = true;
    }
    return made.has_value();
  }

  void Array(const Node& node, const GeneratorPlaces& places) {
    builder_.StartArray();
    for (std::size_t i = 0; i < node.items().size(); ++i) {
      GeneratorPlaces next = places.Index(i);
      for (const pact::Rule* rule : places.variants()) {
        const pact::Variant* variant = finder_.Find(*rule, node, i);
        if (variant != nullptr && variant->generators) {
          next.Add(PlacesOf(*variant));
        }
      }
      Value(node.items()[i], next);
    }
    builder_.EndArray();
  }

  GeneratorPlaces PlacesOf(const pact::Variant& variant) {
    auto& paths = variant_paths_[&variant];
    if (!paths) {
      static const pact::RuleCategory no_rules;
      paths = std::make_unique<GeneratorPaths>(
          IndexGenerators(variant.generators->body, variant.rules ? *variant.rules : no_rules));
    }
    return GeneratorPlaces(*paths);
  }

  GenerateRun& run_;
  VariantFinder finder_;
  document::Builder builder_;
  bool changed_ = false;
  std::map<const pact::Variant*, std::unique_ptr<GeneratorPaths>> variant_paths_;
};

}  // namespace

document::DocumentPtr GenerateJson(const document::Value& value,
                                   const GeneratorPaths& paths,
                                   GenerateRun& run) {
  return Rebuilder(value, run).Run(*value, paths);
}

}  // namespace accord::match
