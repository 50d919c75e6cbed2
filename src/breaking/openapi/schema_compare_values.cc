#include <algorithm>
#include <unordered_set>

#include "breaking/openapi/schema_compare.h"

namespace accord::breaking::api {

using document::Node;

namespace {

/// What one list has that another does not, each value once.
std::vector<const Node*> Missing(const Node* from, const Node* in) {
  std::unordered_set<std::uint64_t> known;
  if (in != nullptr) {
    for (const Node& value : in->items()) {
      known.insert(HashOfValue(value));
    }
  }
  std::vector<const Node*> out;
  if (from != nullptr) {
    for (const Node& value : from->items()) {
      if (known.insert(HashOfValue(value)).second) {
        out.push_back(&value);
      }
    }
  }
  return out;
}

void CompareEnum(PairComparison& pair) {
  const Node* before = pair.before.Find("enum");
  const Node* after = pair.after.Find("enum");
  if (before == nullptr && after == nullptr) {
    return;
  }
  if (before == nullptr) {
    pair.Add(SchemaEdit::kBecameEnum, "enum");
  }
  // Where one version lists nothing, oasdiff also speaks of each value of the other.
  const bool each = pair.oasdiff() || (before != nullptr && after != nullptr);
  if (!each) {
    if (after == nullptr) {
      pair.Add(SchemaEdit::kEnumRemoved, "enum");
    }
    return;
  }
  for (const Node* value : Missing(before, after)) {
    pair.Add(SchemaEdit::kEnumValueRemoved, "enum", {TextOf(*value)});
    pair.Add(SchemaEdit::kMediaTypeEnumValueRemoved, "enum", {TextOf(*value)});
  }
  for (const Node* value : Missing(after, before)) {
    pair.Add(SchemaEdit::kEnumValueAdded, "enum", {TextOf(*value)});
  }
}

void CompareExtensibleEnum(PairComparison& pair) {
  constexpr std::string_view kKeyword = "x-extensible-enum";
  const Node* before = pair.before.Find(kKeyword);
  const Node* after = pair.after.Find(kKeyword);
  if (before == nullptr || after == nullptr) {
    return;
  }
  for (const Node* value : Missing(before, after)) {
    pair.Add(SchemaEdit::kExtensibleEnumValueRemoved, kKeyword, {TextOf(*value)});
  }
}

struct ValueEdits {
  std::string_view keyword;
  SchemaEdit added, removed, changed;
};

void CompareValue(PairComparison& pair, const ValueEdits& edits) {
  const Node* before = pair.before.Find(edits.keyword);
  const Node* after = pair.after.Find(edits.keyword);
  if (before == nullptr && after != nullptr) {
    pair.Add(edits.added, edits.keyword, {TextOf(*after)});
  } else if (before != nullptr && after == nullptr) {
    pair.Add(edits.removed, edits.keyword, {TextOf(*before)});
  } else if (before != nullptr && !document::Equal(*before, *after, true)) {
    pair.Add(edits.changed, edits.keyword, {TextOf(*before), TextOf(*after)});
  }
}

void ComparePattern(PairComparison& pair) {
  const std::string before(pair.before.Text("pattern"));
  const std::string after(pair.after.Text("pattern"));
  if (before == after) {
    return;
  }
  if (before.empty()) {
    pair.Add(SchemaEdit::kPatternAdded, "pattern", {after});
  } else if (after.empty()) {
    pair.Add(SchemaEdit::kPatternRemoved, "pattern", {before});
  } else {
    const bool generalized = after == ".*" && IsRequest(pair.mode);
    pair.Add(generalized ? SchemaEdit::kPatternGeneralized : SchemaEdit::kPatternChanged,
             "pattern",
             {before, after});
  }
}

void CompareContent(PairComparison& pair, std::string_view keyword, SchemaEdit edit) {
  const std::string before(pair.before.Text(keyword));
  const std::string after(pair.after.Text(keyword));
  if (before != after) {
    pair.Add(edit, keyword, {before, after});
  }
}

void CompareUniqueItems(PairComparison& pair) {
  const bool before = pair.before.Flag("uniqueItems");
  const bool after = pair.after.Flag("uniqueItems");
  if (before != after) {
    pair.Add(after ? SchemaEdit::kUniqueItemsAdded : SchemaEdit::kUniqueItemsRemoved,
             "uniqueItems");
  }
}

}  // namespace

void CompareValues(PairComparison& pair) {
  CompareEnum(pair);
  CompareExtensibleEnum(pair);
  CompareValue(
      pair,
      {"const", SchemaEdit::kConstAdded, SchemaEdit::kConstRemoved, SchemaEdit::kConstChanged});
  CompareValue(pair,
               {"default",
                SchemaEdit::kDefaultAdded,
                SchemaEdit::kDefaultRemoved,
                SchemaEdit::kDefaultChanged});
  CompareValue(pair,
               {"multipleOf",
                SchemaEdit::kMultipleOfAdded,
                SchemaEdit::kMultipleOfRemoved,
                SchemaEdit::kMultipleOfChanged});
  ComparePattern(pair);
  CompareUniqueItems(pair);
  CompareContent(pair, "contentMediaType", SchemaEdit::kContentMediaTypeChanged);
  CompareContent(pair, "contentEncoding", SchemaEdit::kContentEncodingChanged);
}

}  // namespace accord::breaking::api
