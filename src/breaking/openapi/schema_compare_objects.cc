#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/schema/uri.h"

#include "breaking/openapi/schema_compare.h"

namespace accord::breaking::api {

using document::Member;
using document::Node;
using document::Value;
using Names = std::unordered_set<std::string_view>;

namespace {

std::string PointerTo(std::string_view keyword, std::string_view name) {
  std::string pointer = fmt::format("/{}", keyword);
  schema::AppendToken(pointer, name);
  return pointer;
}

/// Strings of an array.
Names StringsOf(const Node* list) {
  Names out;
  if (list != nullptr) {
    for (const Node& item : list->items()) {
      if (item.is_string()) {
        out.insert(item.text());
      }
    }
  }
  return out;
}

struct Required {
  Names before;
  Names after;
};

// ---- Properties

void AddRemoved(PairComparison& pair, const Required& required, std::string_view name) {
  if (pair.transition.moved_properties.contains(name)) {
    return;  // It moved into the alternatives of a oneOf.
  }
  if (!IsRequest(pair.mode)) {
    pair.AddAbout(required.before.contains(name) ? SchemaEdit::kRequiredPropertyRemoved
                                                 : SchemaEdit::kOptionalPropertyRemoved,
                  name,
                  "properties");
  } else if (!pair.ViewBefore(pair.before.Property(name)).Flag("readOnly")) {
    pair.AddAbout(SchemaEdit::kPropertyRemoved, name, "properties");
  }
}

void AddAdded(PairComparison& pair, const Required& required, std::string_view name) {
  const bool needed = required.after.contains(name);
  if (!IsRequest(pair.mode)) {
    pair.AddAbout(needed ? SchemaEdit::kRequiredPropertyAdded : SchemaEdit::kOptionalPropertyAdded,
                  name,
                  "properties");
    return;
  }
  const SchemaView property = pair.ViewAfter(pair.after.Property(name));
  if (property.Flag("readOnly")) {
    return;
  }
  const bool in_body = pair.mode == SchemaMode::kRequest || pair.mode == SchemaMode::kRequestText;
  pair.AddAbout(!needed                              ? SchemaEdit::kNewOptionalProperty
                : in_body && property.Has("default") ? SchemaEdit::kNewRequiredPropertyWithDefault
                                                     : SchemaEdit::kNewRequiredProperty,
                name,
                "properties");
}

void CompareDirections(PairComparison& pair, const Required& required, std::string_view name) {
  const SchemaView before = pair.ViewBefore(pair.before.Property(name));
  const SchemaView after = pair.ViewAfter(pair.after.Property(name));
  struct Toggle {
    std::string_view keyword;
    SchemaEdit required_on, required_off, optional_on, optional_off;
  };
  static constexpr std::array kToggles{
      Toggle{"writeOnly",
             SchemaEdit::kRequiredBecameWriteOnly,
             SchemaEdit::kRequiredBecameNotWriteOnly,
             SchemaEdit::kOptionalBecameWriteOnly,
             SchemaEdit::kOptionalBecameNotWriteOnly},
      Toggle{"readOnly",
             SchemaEdit::kRequiredBecameReadOnly,
             SchemaEdit::kRequiredBecameNotReadOnly,
             SchemaEdit::kOptionalBecameReadOnly,
             SchemaEdit::kOptionalBecameNotReadOnly},
  };
  for (const Toggle& toggle : kToggles) {
    const bool on = after.Flag(toggle.keyword);
    if (on == before.Flag(toggle.keyword)) {
      continue;
    }
    const SchemaEdit edit = required.before.contains(name)
                                ? (on ? toggle.required_on : toggle.required_off)
                                : (on ? toggle.optional_on : toggle.optional_off);
    pair.AddAbout(edit, name, toggle.keyword);
  }
}

// ---- What is required

/// Whether a change of `required` is about a property of this schema.
bool IsAboutIt(const PairComparison& pair, std::string_view name) {
  const Value before = pair.before.Property(name);
  const Value after = pair.after.Property(name);
  if (!before && !after) {
    return !pair.oasdiff();  // It is described elsewhere, or not at all.
  }
  if (!before || !after) {
    return false;  // It came or went.
  }
  return !IsRequest(pair.mode) || !pair.ViewAfter(after).Flag("readOnly");
}

void CompareRequired(PairComparison& pair, const Required& required) {
  const bool in_body = pair.mode == SchemaMode::kRequest || pair.mode == SchemaMode::kRequestText;
  const Node* after = pair.after.Find("required");
  const Node* before = pair.before.Find("required");
  for (const Node& item : after != nullptr ? after->items() : std::span<const Node>()) {
    if (!item.is_string() || required.before.contains(item.text()) ||
        !IsAboutIt(pair, item.text())) {
      continue;
    }
    const bool with_default =
        in_body && pair.ViewAfter(pair.after.Property(item.text())).Has("default");
    pair.AddAbout(
        with_default ? SchemaEdit::kBecameRequiredWithDefault : SchemaEdit::kBecameRequired,
        item.text(),
        "required");
  }
  for (const Node& item : before != nullptr ? before->items() : std::span<const Node>()) {
    if (item.is_string() && !required.after.contains(item.text()) && IsAboutIt(pair, item.text())) {
      pair.AddAbout(SchemaEdit::kBecameOptional, item.text(), "required");
    }
  }
}

// ---- Other rules of objects

enum class Openness : std::uint8_t { kOpen, kSchema, kClosed };

Openness OpennessOf(const SchemaView& schema) {
  const Node* additional = schema.Find("additionalProperties");
  if (additional == nullptr || (additional->is_bool() && additional->boolean())) {
    return Openness::kOpen;
  }
  if (additional->is_bool()) {
    return Openness::kClosed;
  }
  return additional->is_object() && additional->members().empty() ? Openness::kOpen
                                                                  : Openness::kSchema;
}

void CompareAdditionalProperties(PairComparison& pair) {
  constexpr std::string_view kKeyword = "additionalProperties";
  const Openness before = OpennessOf(pair.before);
  const Openness after = OpennessOf(pair.after);
  if (before == after) {
    if (after == Openness::kSchema) {
      pair.StepInto({std::string(kKeyword), false, false, "/additionalProperties"},
                    pair.before.At(kKeyword),
                    pair.after.At(kKeyword));
    }
    return;
  }
  const bool stricter = after > before;
  if (before == Openness::kClosed || after == Openness::kClosed) {
    pair.Add(stricter ? SchemaEdit::kAdditionalPropertiesForbidden
                      : SchemaEdit::kAdditionalPropertiesAllowed,
             kKeyword);
  } else {
    pair.Add(stricter ? SchemaEdit::kAdditionalPropertiesRestricted
                      : SchemaEdit::kAdditionalPropertiesRelaxed,
             kKeyword);
  }
}

/// Strings of an array, in its order.
std::vector<std::string> ListOf(const Node& list, const Names& without) {
  std::vector<std::string> out;
  for (const Node& item : list.items()) {
    if (item.is_string() && !without.contains(item.text())) {
      out.emplace_back(item.text());
    }
  }
  return out;
}

void CompareDependency(PairComparison& pair,
                       const std::string& name,
                       const Node& before,
                       const Node& after) {
  const std::string added = base::Join(ListOf(after, StringsOf(&before)), ", ");
  const std::string removed = base::Join(ListOf(before, StringsOf(&after)), ", ");
  if (added.empty() && removed.empty()) {
    return;
  }
  std::string what = added.empty() ? "" : added + " added";
  if (!removed.empty()) {
    what += (what.empty() ? "" : ", ") + removed + " removed";
  }
  pair.Add(SchemaEdit::kDependentRequiredChanged, "dependentRequired", {name, what});
}

void CompareDependentRequired(PairComparison& pair) {
  constexpr std::string_view kKeyword = "dependentRequired";
  const Node* before = pair.before.Find(kKeyword);
  const Node* after = pair.after.Find(kKeyword);
  for (const Member& member : after != nullptr ? after->members() : std::span<const Member>()) {
    const Node* old_one = before != nullptr ? before->Find(member.key()) : nullptr;
    const std::string name(member.key());
    if (old_one != nullptr) {
      CompareDependency(pair, name, *old_one, member.value);
    } else {
      pair.Add(SchemaEdit::kDependentRequiredAdded,
               kKeyword,
               {name, base::Join(ListOf(member.value, {}), ", ")});
    }
  }
  for (const Member& member : before != nullptr ? before->members() : std::span<const Member>()) {
    if (after == nullptr || after->Find(member.key()) == nullptr) {
      pair.Add(SchemaEdit::kDependentRequiredRemoved,
               kKeyword,
               {std::string(member.key()), base::Join(ListOf(member.value, {}), ", ")});
    }
  }
}

/// Schemas under names that are no properties.
void CompareNamedSchemas(PairComparison& pair,
                         std::string_view keyword,
                         SchemaEdit added,
                         SchemaEdit removed) {
  const Value before = pair.before.At(keyword);
  const Value after = pair.after.At(keyword);
  if (after) {
    for (const Member& member : after->members()) {
      const Node* old_one = before ? before->Find(member.key()) : nullptr;
      if (old_one == nullptr) {
        pair.Add(added, keyword, {std::string(member.key())});
        continue;
      }
      pair.StepInto({fmt::format("{}[{}]", keyword, member.key()),
                     false,
                     true,
                     PointerTo(keyword, member.key())},
                    before.Child(old_one),
                    after.Child(&member.value));
    }
  }
  if (before) {
    for (const Member& member : before->members()) {
      if (!after || after->Find(member.key()) == nullptr) {
        pair.Add(removed, keyword, {std::string(member.key())});
      }
    }
  }
}

}  // namespace

void CompareProperties(PairComparison& pair) {
  const Required required{StringsOf(pair.before.Find("required")),
                          StringsOf(pair.after.Find("required"))};
  const Value before = pair.before.At("properties");
  const Value after = pair.after.At("properties");
  if (before) {
    for (const Member& member : before->members()) {
      const Value new_one = pair.after.Property(member.key());
      if (!new_one) {
        AddRemoved(pair, required, member.key());
      } else if (pair.graph().Differ(before.Child(&member.value), new_one)) {
        CompareDirections(pair, required, member.key());
        pair.StepInto(
            {std::string(member.key()), true, false, PointerTo("properties", member.key())},
            before.Child(&member.value),
            new_one);
      }
    }
  }
  if (after) {
    for (const Member& member : after->members()) {
      if (!pair.before.Property(member.key())) {
        AddAdded(pair, required, member.key());
      }
    }
  }
  CompareRequired(pair, required);
}

void CompareObjectRules(PairComparison& pair) {
  CompareAdditionalProperties(pair);
  CompareDependentRequired(pair);
  CompareNamedSchemas(pair,
                      "dependentSchemas",
                      SchemaEdit::kDependentSchemaAdded,
                      SchemaEdit::kDependentSchemaRemoved);
  CompareNamedSchemas(pair,
                      "patternProperties",
                      SchemaEdit::kPatternPropertyAdded,
                      SchemaEdit::kPatternPropertyRemoved);
}

}  // namespace accord::breaking::api
