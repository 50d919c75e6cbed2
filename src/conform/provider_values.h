#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "accord/match/accepts.h"
#include "accord/schema/includes.h"

#include "conform/schemas.h"

namespace accord::conform {

using SchemaNodes = std::vector<const schema::SchemaNode*>;

/// What a consumer accepts at one place.
struct Acceptance {
  const match::ActiveRules& rules;
  const document::Node& example;
  bool as_text = false;  ///< Values come as texts, as in headers.

  bool operator()(const document::Node& value) const;
  /// Values are held to the example itself.
  bool IsEquality() const;
};

/// The values that a provider may send at one place: those that fit all of `nodes`.
class ProviderValues {
 public:
  /// `nodes` are schemas of the same graph as `schema`.
  ProviderValues(const CompiledSchema& schema, const SchemaNodes& nodes)
      : schema_(schema), nodes_(nodes) {}

  bool Hold(const document::Node& value) const;
  bool HoldNull() const;
  /// All of them, null left out, when the schema lists them.
  std::optional<std::vector<const document::Node*>> Listed() const;
  /// One of them, null left out, for which `wanted` holds; nullptr when none was found, which does
  /// not mean that there is none.
  const document::Node* Find(const std::function<bool(const document::Node&)>& wanted) const;
  /// One of them, null left out, that is refused; the same.
  const document::Node* FindRefused(const Acceptance& accepts) const;
  /// Whether none is accepted: proved, not guessed.
  bool Exclude(const Acceptance& accepts) const;

 private:
  schema::TypeSet Types() const;
  std::string Format() const;
  bool HasPattern() const;
  bool ExcludePattern(const Acceptance& accepts) const;
  /// A value outside of what a schema written as JSON allows, null left out; for values that are
  /// described by one schema alone.
  const document::Node* FindOutside(const std::string& other) const;

  const CompiledSchema& schema_;
  const SchemaNodes& nodes_;
};

}  // namespace accord::conform
