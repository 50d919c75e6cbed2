#include "conform/schema_facts.h"

#include "accord/document/document.h"
#include "accord/schema/validate.h"

namespace accord::conform {
namespace {

constexpr schema::InclusionOptions kLimits{.max_steps = 20000, .max_automaton_states = 2000};
constexpr std::size_t kMaxSessions = 64;  // Each holds an index of the graph.

schema::SchemaPtr CompileText(const std::string& json) {
  const document::DocumentPtr document =
      document::Parse("", json, {.format = document::Format::kJson}).document;
  schema::CompileOptions options;
  options.check_meta_schema = false;
  return schema::Compile(document::Value(document), options).schema;
}

}  // namespace

const std::vector<const document::Node*>& SchemaFacts::Fitting(const schema::SchemaNode& node,
                                                               const document::Node& values) {
  const auto [entry, is_new] = fitting_.try_emplace({&node, &values});
  if (is_new) {
    for (const document::Node& value : values.items()) {
      if (schema::IsValid(graph_, node, value)) {
        entry->second.push_back(&value);
      }
    }
  }
  return entry->second;
}

const schema::InclusionResult& SchemaFacts::Compare(const schema::SchemaNode& node,
                                                    const std::string& other) {
  Comparisons& comparisons = comparisons_[other];
  const auto [entry, is_new] = comparisons.known.try_emplace(&node);
  if (!is_new) {
    return entry->second;
  }
  if (comparisons.session == nullptr) {
    if (++sessions_ > kMaxSessions) {
      for (auto& [text, old] : comparisons_) {
        old.session.reset();
      }
      sessions_ = 1;
    }
    comparisons.other = comparisons.other == nullptr ? CompileText(other) : comparisons.other;
    comparisons.session =
        std::make_unique<schema::InclusionSession>(graph_, *comparisons.other, kLimits);
  }
  entry->second = comparisons.session->Decide(node, comparisons.other->root());
  return entry->second;
}

bool IncludesText(const std::string& schema, const std::string& other) {
  return schema::Includes(*CompileText(schema), *CompileText(other), kLimits).inclusion ==
         schema::Inclusion::kYes;
}

}  // namespace accord::conform
