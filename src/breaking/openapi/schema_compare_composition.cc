#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "breaking/openapi/schema_branches.h"
#include "breaking/openapi/schema_compare.h"

namespace accord::breaking::api {

using document::Member;
using document::Node;
using document::Value;

namespace {

struct ListEdits {
  std::string_view keyword;
  bool with_slash;  ///< In paths.
  SchemaEdit added, removed;
};

constexpr std::array<ListEdits, 4> kLists{{
    {"allOf", false, SchemaEdit::kAllOfAdded, SchemaEdit::kAllOfRemoved},
    {"anyOf", false, SchemaEdit::kAnyOfAdded, SchemaEdit::kAnyOfRemoved},
    {"oneOf", false, SchemaEdit::kOneOfAdded, SchemaEdit::kOneOfRemoved},
    {"prefixItems", true, SchemaEdit::kPrefixItemsAdded, SchemaEdit::kPrefixItemsRemoved},
}};

std::string NamesOf(const std::vector<const Branch*>& branches) {
  std::vector<std::string> names;
  names.reserve(branches.size());
  for (const Branch* branch : branches) {
    names.push_back(branch->Name());
  }
  return base::Join(names, ", ");
}

void AddBranches(PairComparison& pair,
                 SchemaEdit edit,
                 std::string_view keyword,
                 const std::vector<const Branch*>& branches) {
  if (!branches.empty()) {
    pair.Add(edit, keyword, {NamesOf(branches)});
  }
}

/// Takes those out that demand nothing.
std::vector<const Branch*> TakeIdle(std::vector<const Branch*>& branches) {
  std::vector<const Branch*> idle;
  std::erase_if(branches, [&](const Branch* branch) {
    if (branch->view.DemandsOnly({})) {
      idle.push_back(branch);
      return true;
    }
    return false;
  });
  return idle;
}

void CompareList(PairComparison& pair, const ListEdits& edits) {
  const BranchLists lists(pair.graph(), pair.before, pair.after, edits.keyword);
  BranchMatch match = MatchBranches(lists);
  if (edits.keyword == "allOf") {
    AddBranches(pair, SchemaEdit::kAllOfAnnotationAdded, "allOf", TakeIdle(match.added));
    AddBranches(pair, SchemaEdit::kAllOfAnnotationRemoved, "allOf", TakeIdle(match.removed));
  }
  AddBranches(pair, edits.added, edits.keyword, match.added);
  AddBranches(pair, edits.removed, edits.keyword, match.removed);
  for (const auto& [before, after] : match.modified) {
    const std::string old_name = before->FullName();
    const std::string new_name = after->FullName();
    const std::string name =
        old_name == new_name ? old_name : fmt::format("{} -> {}", old_name, new_name);
    pair.StepInto({fmt::format("{}[{}]", edits.keyword, name),
                   false,
                   edits.with_slash,
                   fmt::format("/{}/{}", edits.keyword, after->index)},
                  before->view.written(),
                  after->view.written());
  }
}

constexpr std::string_view kSchemas = "#/components/schemas/";

/// Where a mapping leads: `Dog` and `#/components/schemas/Dog` are the same.
std::string TargetOf(const Node& mapped) {
  const std::string text(mapped.text());
  return text.find_first_of("/#.") == std::string::npos ? std::string(kSchemas) + text : text;
}

/// Whether a schema with a discriminator takes a value of it to mean that schema anyway, because it
/// is the name of a component and of a branch, if there are any.
bool IsImplied(const SchemaView& schema, const Member& mapping) {
  const std::string target = TargetOf(mapping.value);
  if (target != std::string(kSchemas) + std::string(mapping.key())) {
    return false;
  }
  std::vector<Value> branches = schema.List("oneOf");
  std::ranges::move(schema.List("anyOf"), std::back_inserter(branches));
  return branches.empty() || std::ranges::any_of(branches, [&](const Value& branch) {
           const Node* reference = branch->Find("$ref");
           return reference != nullptr && reference->text() == target;
         });
}

void CompareMapping(PairComparison& pair, const Node* before, const Node* after) {
  const auto members = [](const Node* mapping) {
    return mapping != nullptr ? mapping->members() : std::span<const Member>();
  };
  std::vector<std::string> added;
  for (const Member& member : members(after)) {
    const Node* old_one = before != nullptr ? before->Find(member.key()) : nullptr;
    if (old_one == nullptr) {
      if (pair.oasdiff() || !IsImplied(pair.before, member)) {
        added.emplace_back(member.key());
      }
    } else if (pair.oasdiff() ? old_one->text() != member.value.text()
                              : TargetOf(*old_one) != TargetOf(member.value)) {
      pair.Add(SchemaEdit::kMappingChanged,
               "discriminator",
               {std::string(member.key()),
                std::string(old_one->text()),
                std::string(member.value.text())});
    }
  }
  std::vector<std::string> removed;
  for (const Member& member : members(before)) {
    const bool gone = after == nullptr || after->Find(member.key()) == nullptr;
    if (gone && (pair.oasdiff() || !IsImplied(pair.after, member))) {
      removed.emplace_back(member.key());
    }
  }
  if (!added.empty()) {
    pair.Add(SchemaEdit::kMappingAdded, "discriminator", {base::Join(added, ", ")});
  }
  if (!removed.empty()) {
    pair.Add(SchemaEdit::kMappingRemoved, "discriminator", {base::Join(removed, ", ")});
  }
}

void CompareDiscriminator(PairComparison& pair) {
  const Node* before = pair.before.Find("discriminator");
  const Node* after = pair.after.Find("discriminator");
  if (before == nullptr || after == nullptr) {
    if (before != after) {
      pair.Add(
          after != nullptr ? SchemaEdit::kDiscriminatorAdded : SchemaEdit::kDiscriminatorRemoved,
          "discriminator");
    }
    return;
  }
  const auto property = [](const Node& discriminator) {
    const Node* name = discriminator.Find("propertyName");
    return name != nullptr ? std::string(name->text()) : std::string();
  };
  if (property(*before) != property(*after)) {
    pair.Add(
        SchemaEdit::kDiscriminatorRenamed, "discriminator", {property(*before), property(*after)});
  }
  CompareMapping(pair, before->Find("mapping"), after->Find("mapping"));
}

bool TakesArrays(const SchemaView& schema) {
  const std::vector<std::string_view> types = schema.Types();
  return types.empty() || std::ranges::count(types, "array") != 0;
}

/// One schema under a keyword; what allows everything is none.
Value PartOf(const SchemaView& schema, SchemaPart part) {
  const Value value = schema.At(KeywordOf(part));
  const bool is_schema = value && (value->is_object() || (value->is_bool() && !value->boolean()));
  return is_schema ? value : Value();
}

}  // namespace

void CompareComposition(PairComparison& pair) {
  for (const ListEdits& edits : kLists) {
    if (pair.before.Has(edits.keyword) || pair.after.Has(edits.keyword)) {
      CompareList(pair, edits);
    }
  }
  if (pair.transition.wrapped()) {
    pair.Add(SchemaEdit::kWrappedInOneOf, "oneOf");
  }
  CompareDiscriminator(pair);
}

void CompareParts(PairComparison& pair) {
  for (std::size_t i = 0; i < kSchemaParts; ++i) {
    const auto part = static_cast<SchemaPart>(i);
    const Value before = PartOf(pair.before, part);
    const Value after = PartOf(pair.after, part);
    const std::string keyword(KeywordOf(part));
    if (part == SchemaPart::kItems && !(TakesArrays(pair.before) && TakesArrays(pair.after))) {
      continue;  // That arrays come or go is what the type says.
    }
    if (static_cast<bool>(before) != static_cast<bool>(after)) {
      pair.Add(EditRowOf(part, static_cast<bool>(after)), KeywordOf(part));
    } else if (before) {
      pair.StepInto({keyword, false, part != SchemaPart::kItems, "/" + keyword}, before, after);
    }
  }
}

}  // namespace accord::breaking::api
