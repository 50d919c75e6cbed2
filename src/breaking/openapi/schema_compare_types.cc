#include <algorithm>
#include <array>
#include <optional>

#include "accord/base/strings.h"

#include "breaking/openapi/schema_compare.h"

namespace accord::breaking::api {

using Types = std::vector<std::string_view>;
using Null = SchemaTransition::Null;

namespace {

bool Contains(const Types& types, std::string_view type) {
  return std::ranges::count(types, type) != 0;
}

/// Whether values of type `sub` are values of type `super`.
bool IsSubtype(std::string_view sub, std::string_view super) {
  return sub == super || (sub == "integer" && super == "number");
}

/// Whether every one of some types is covered by others.
bool AreSubtypes(const Types& sub, const Types& super) {
  return !sub.empty() && std::ranges::all_of(sub, [&](std::string_view type) {
    return std::ranges::any_of(super, [&](std::string_view s) { return IsSubtype(type, s); });
  });
}

Types Minus(const Types& from, const Types& minus) {
  Types out;
  for (const std::string_view type : from) {
    if (!Contains(minus, type) && !Contains(out, type)) {
      out.push_back(type);
    }
  }
  return out;
}

Types WithoutNull(const Types& types) {
  return Minus(types, {"null"});
}

/// The type and format of one version. `nullable` is null among the types when either version
/// spells it so.
struct Typing {
  Types types;
  std::string_view format;
  bool nullable = false;  ///< By the keyword.
};

struct TypeChange {
  Typing before;
  Typing after;
  Types added;
  Types removed;

  bool types_differ() const { return !added.empty() || !removed.empty(); }
  bool formats_differ() const { return before.format != after.format; }
  bool only_null() const {
    return types_differ() && WithoutNull(added).empty() && WithoutNull(removed).empty();
  }
  TypeChange Reversed() const { return {after, before, removed, added}; }
};

/// `nullable` as a type among the others; without types it says nothing.
void SpellAsType(Typing& side) {
  if (!side.nullable || side.types.empty()) {
    return;
  }
  if (!Contains(side.types, "null")) {
    side.types.push_back("null");
  }
  side.nullable = false;
}

TypeChange TypeChangeOf(const SchemaView& before, const SchemaView& after) {
  TypeChange out;
  out.before = {before.Types(), before.Text("format"), before.Flag("nullable")};
  out.after = {after.Types(), after.Text("format"), after.Flag("nullable")};
  if (Contains(out.before.types, "null") || Contains(out.after.types, "null")) {
    SpellAsType(out.before);
    SpellAsType(out.after);
  }
  out.added = Minus(out.after.types, out.before.types);
  out.removed = Minus(out.before.types, out.after.types);
  return out;
}

bool IsFormatCovered(const TypeChange& change) {
  struct Step {
    std::string_view type, narrow, wide;
  };
  static constexpr std::array<Step, 6> kSteps{{
      {"number", "float", "double"},
      {"integer", "int32", "int64"},
      {"integer", "int32", "bigint"},
      {"integer", "int64", "bigint"},
      {"string", "date", "date-time"},
      {"string", "time", "date-time"},
  }};
  if (change.after.format.empty()) {
    return true;
  }
  return change.after.types.size() == 1 && std::ranges::any_of(kSteps, [&](const Step& step) {
           return step.type == change.after.types.front() && step.narrow == change.before.format &&
                  step.wide == change.after.format;
         });
}

bool AreTypesCovered(const Types& added, const Types& removed, bool as_text) {
  if (added.size() == 1 && removed.size() == 1 && IsSubtype(removed.front(), added.front())) {
    return true;
  }
  // In text, everything looks like a string.
  return as_text && (added.empty() || (added.size() == 1 && added.front() == "string"));
}

/// Whether a reader of the old values can fail on the new description, types and formats taken
/// apart.
bool Breaks(const TypeChange& change, bool ignore_types, bool as_text) {
  const bool types = !ignore_types && change.types_differ();
  return (types && !AreTypesCovered(change.added, change.removed, as_text)) ||
         (change.formats_differ() && !IsFormatCovered(change));
}

bool BreaksUnlessUntyped(const TypeChange& change, bool ignore_types, bool as_text) {
  if (!ignore_types && change.types_differ() && change.after.types.empty()) {
    return false;
  }
  return Breaks(change, ignore_types, as_text);
}

bool Widened(const TypeChange& change) {
  return change.types_differ() && AreSubtypes(change.before.types, change.after.types);
}

/// One type in place of another, which is no question of more or less.
bool IsSwap(const TypeChange& change, bool covered) {
  return change.types_differ() && !change.before.types.empty() && !change.after.types.empty() &&
         !covered;
}

SchemaEdit EditOfRequest(const TypeChange& change, bool as_text) {
  if (BreaksUnlessUntyped(change, Widened(change), as_text)) {
    return SchemaEdit::kTypeChanged;
  }
  return IsSwap(change, Widened(change)) ? SchemaEdit::kTypeCompatible
                                         : SchemaEdit::kTypeGeneralized;
}

SchemaEdit EditOfResponse(const TypeChange& change, bool as_text) {
  const TypeChange reversed = change.Reversed();
  if (BreaksUnlessUntyped(reversed, Widened(reversed), as_text)) {
    return Widened(change) ? SchemaEdit::kTypeGeneralized : SchemaEdit::kTypeChanged;
  }
  return IsSwap(change, Widened(reversed)) ? SchemaEdit::kTypeStillReadable
                                           : SchemaEdit::kTypeSpecialized;
}

/// Members of object parameters can be written as text or as JSON.
SchemaEdit EditOfPart(const TypeChange& change) {
  const bool as_json = Breaks(change, false, false);
  if (as_json != Breaks(change, false, true)) {
    return SchemaEdit::kTypeMaybeChanged;
  }
  return as_json ? SchemaEdit::kTypeSpecialized : SchemaEdit::kTypeGeneralized;
}

/// Whether one value became an array whose items take that value; written as separate parameters,
/// an array of one looks like the value.
bool BecameArrayOfIt(const PairComparison& pair, const TypeChange& change) {
  const Types added = WithoutNull(change.added);
  const Types old_types = WithoutNull(change.before.types);
  if (pair.mode != SchemaMode::kExplodedParameter || added.size() != 1 ||
      added.front() != "array" || old_types.empty() || Contains(old_types, "array")) {
    return false;
  }
  const SchemaView items = pair.ViewAfter(pair.after.At("items"));
  const Types item_types = WithoutNull(items.Types());
  return items && !item_types.empty() &&
         (AreTypesCovered(Minus(item_types, old_types), Minus(old_types, item_types), true)) &&
         pair.graph().hashes().EqualApartFrom(
             {"type", "nullable", "default"}, pair.before.schema(), items.schema());
}

SchemaEdit EditOf(const PairComparison& pair, const TypeChange& change) {
  switch (pair.mode) {
    case SchemaMode::kRequest:
      return EditOfRequest(change, false);
    case SchemaMode::kRequestText:
      return EditOfRequest(change, true);
    case SchemaMode::kResponse:
      return EditOfResponse(change, false);
    case SchemaMode::kResponseText:
      return EditOfResponse(change, true);
    case SchemaMode::kParameterPart:
      return EditOfPart(change);
    case SchemaMode::kParameter:
    case SchemaMode::kExplodedParameter:
      break;
  }
  return Breaks(change, false, true) && !BecameArrayOfIt(pair, change)
             ? SchemaEdit::kTypeChanged
             : SchemaEdit::kTypeGeneralized;
}

constexpr int kShownDepth = 4;

std::string InWords(const openapi::Description& description,
                    const SchemaView& schema,
                    const Typing& typing,
                    int depth = 0) {
  std::vector<std::string> words;
  for (const std::string_view type : typing.types) {
    const SchemaView items = type == "array" && depth < kShownDepth
                                 ? SchemaView(description, schema.At("items"))
                                 : SchemaView();
    const Typing of_items{items.Types(), items.Text("format")};
    words.push_back(items ? "array<" + InWords(description, items, of_items, depth + 1) + ">"
                          : std::string(type));
  }
  if (words.empty()) {
    return std::string(typing.format.empty() ? "any" : typing.format);
  }
  const std::string types = base::Join(words, ", ");
  return typing.format.empty() ? types : types + "/" + std::string(typing.format);
}

std::vector<std::string> ValuesOf(const PairComparison& pair, const TypeChange& change) {
  if (!change.types_differ()) {
    const auto name = [](std::string_view format) {
      return std::string(format.empty() ? "none" : format);
    };
    return {"format", name(change.before.format), name(change.after.format)};
  }
  const bool both = change.formats_differ();
  const auto words =
      [&](const openapi::Description& description, const SchemaView& schema, Typing typing) {
        typing.format = both ? typing.format : std::string_view();
        return InWords(description, schema, typing);
      };
  return {both ? "type/format" : "type",
          words(pair.graph().before(), pair.before, change.before),
          words(pair.graph().after(), pair.after, change.after)};
}

/// nullopt: null is as it was.
std::optional<SchemaEdit> NullEditOf(const PairComparison& pair, const TypeChange& change) {
  if (change.before.nullable != change.after.nullable) {
    return change.after.nullable ? SchemaEdit::kBecameNullable : SchemaEdit::kBecameNotNullable;
  }
  // Without types everything is allowed, null too.
  if (Contains(change.removed, "null") && !change.after.types.empty()) {
    return SchemaEdit::kBecameNotNullable;
  }
  if (Contains(change.added, "null") && !change.before.types.empty()) {
    return SchemaEdit::kBecameNullable;
  }
  switch (pair.transition.null) {
    case Null::kWrapped:
      return SchemaEdit::kBecameNullable;
    case Null::kUnwrapped:
      return SchemaEdit::kBecameNotNullable;
    case Null::kNone:
      break;
  }
  return std::nullopt;
}

std::string Listed(const Types& types) {
  std::string out;
  for (std::size_t i = 0; i < types.size(); ++i) {
    out += i == 0 ? "" : i + 1 == types.size() ? " and " : ", ";
    out += types[i];
  }
  return out;
}

void CompareTypeLists(PairComparison& pair) {
  const SchemaTransition& transition = pair.transition;
  if (!transition.types_listed()) {
    return;
  }
  const bool narrowed =
      IsRequest(pair.mode) ? !transition.types_removed.empty() : transition.types_added.empty();
  pair.Add(narrowed ? SchemaEdit::kTypesNarrowed : SchemaEdit::kTypesWidened,
           "type",
           {Listed(narrowed ? transition.types_removed : transition.types_added)});
}

}  // namespace

void CompareTypes(PairComparison& pair) {
  if (pair.before.forbids() != pair.after.forbids()) {
    pair.Add(pair.after.forbids() ? SchemaEdit::kForbidden : SchemaEdit::kAllowed, {});
    return;
  }
  const TypeChange change = TypeChangeOf(pair.before, pair.after);
  pair.only_null = change.only_null() && !change.formats_differ();
  if (const std::optional<SchemaEdit> edit = NullEditOf(pair, change)) {
    pair.Add(*edit, change.before.nullable != change.after.nullable ? "nullable" : "type");
  }
  CompareTypeLists(pair);
  if (change.types_differ() || change.formats_differ()) {
    pair.Add(
        EditOf(pair, change), change.types_differ() ? "type" : "format", ValuesOf(pair, change));
  }
}

}  // namespace accord::breaking::api
