#include "breaking/openapi/schema_compare.h"

namespace accord::breaking::api {

using document::Value;
using Null = SchemaTransition::Null;

namespace {

bool IsNullEdit(SchemaEdit edit) {
  return edit == SchemaEdit::kBecameNullable || edit == SchemaEdit::kBecameNotNullable;
}

/// What is never sent the way that a schema is used for.
bool Unsent(const SchemaView& schema, SchemaMode mode) {
  return schema.Flag(IsRequest(mode) ? "readOnly" : "writeOnly");
}

}  // namespace

std::string TextOf(const document::Node& value) {
  if (value.is_string() || value.is_number()) {
    return std::string(value.text());
  }
  return document::WriteJson(value, {.indent = 0});
}

bool PairComparison::Explained(const SchemaEditRow& row) const {
  const SchemaFacet facet = row.facet;
  if (transition.null != Null::kNone && facet != SchemaFacet::kLife && !IsNullEdit(row.edit)) {
    return true;
  }
  const bool shape = facet == SchemaFacet::kType || facet == SchemaFacet::kStructure;
  if (transition.wrapped() && shape && row.edit != SchemaEdit::kWrappedInOneOf &&
      row.edit != SchemaEdit::kOneOfAdded) {
    return true;
  }
  if (transition.types_listed() && shape && row.edit != SchemaEdit::kTypesWidened &&
      row.edit != SchemaEdit::kTypesNarrowed) {
    return true;
  }
  return only_null && facet == SchemaFacet::kType;
}

void PairComparison::Add(const SchemaEditRow& row,
                         std::string_view keyword,
                         std::vector<std::string> values) {
  if (Explained(row)) {
    return;
  }
  SchemaFinding& finding = pair_.findings.emplace_back();
  finding.row = &row;
  finding.values = std::move(values);
  finding.keyword = keyword;
  finding.unsent = Unsent(after, mode);
  finding.inside_only = transition.wrapped() && row.edit == SchemaEdit::kOneOfAdded;
  finding.before = before.schema();
  finding.after = after.schema();
}

void PairComparison::AddAbout(SchemaEdit edit,
                              std::string_view property,
                              std::string_view keyword) {
  const SchemaEditRow& row = EditRowOf(edit);
  if (Explained(row)) {
    return;
  }
  const Value old_one = before.Property(property);
  const Value new_one = after.Property(property);
  SchemaFinding& finding = pair_.findings.emplace_back();
  finding.row = &row;
  finding.keyword = keyword;
  finding.property = property;
  finding.about_property = true;
  finding.unsent = Unsent(new_one ? ViewAfter(new_one) : ViewBefore(old_one), mode);
  finding.before = keyword == "required" ? before.schema() : old_one;
  finding.after = keyword == "required" ? after.schema() : new_one;
}

void PairComparison::StepInto(SchemaStep step, const Value& old_one, const Value& new_one) {
  if (!old_one || !new_one || !graph_.Differ(old_one, new_one)) {
    return;
  }
  const bool parameter = mode == SchemaMode::kParameter || mode == SchemaMode::kExplodedParameter;
  step.pair = graph_.PairOf(old_one, new_one, parameter ? SchemaMode::kParameterPart : mode);
  pair_.steps.push_back(std::move(step));
}

}  // namespace accord::breaking::api
