#include "openapi/structure_check.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/openapi/rules.h"

#include "openapi/quoted.h"
#include "openapi/reader.h"

namespace accord::openapi {
namespace {

using document::Kind;
using document::Member;
using document::Node;
using document::Value;

std::string_view WithArticle(Kind kind) {
  switch (kind) {
    case Kind::kNull:
      return "null";
    case Kind::kBool:
      return "a boolean";
    case Kind::kNumber:
      return "a number";
    case Kind::kString:
      return "a string";
    case Kind::kArray:
      return "an array";
    case Kind::kObject:
      return "an object";
  }
  return "";
}

// What a value must be; empty when it may be what it is.
std::string_view Demand(const Node& value, Part part) {
  switch (part) {
    case Part::kAnything:
      return {};
    case Part::kText:  // `version: 1.0` is meant as a text.
      return value.is_container() ? "a string" : std::string_view();
    case Part::kFlag:
      return value.is_bool() ? std::string_view() : "a boolean";
    case Part::kTexts:
      return value.is_array() ? std::string_view() : "an array";
    case Part::kSchema:
      return value.is_object() || value.is_bool() ? std::string_view() : "a schema";
    default:
      return value.is_object() ? std::string_view() : "an object";
  }
}

bool IsScalar(Part part) {
  return part >= Part::kAnything;
}

bool IsExtension(std::string_view name) {
  return name.starts_with("x-");
}

bool HidesSiblings(Version version) {
  return version == Version::k2_0 || version == Version::k3_0;
}

}  // namespace

void StructureCheck::Check(const Value& root) {
  root_ = root;
  Walk(root, Part::kDescription, false);
  FollowReferences();
}

void StructureCheck::Walk(const Value& from, Part part, bool note_seen) {
  document_ = from.document();
  note_seen_ = note_seen;
  steps_.push_back({from.get(), part});
  while (!steps_.empty()) {
    const Step step = steps_.back();
    steps_.pop_back();
    if (!note_seen_ || seen_.insert(step.node).second) {
      Visit(step);
    }
  }
}

void StructureCheck::Visit(const Step& step) {
  if (step.part == Part::kSchema) {
    VisitSchema(*step.node);
  } else if (const Structure* structure = StructureOf(step.part); structure != nullptr) {
    VisitObject(*step.node, *structure);
  }
}

// What keywords of schemas must look like is known where schemas are compiled.
void StructureCheck::VisitSchema(const Node& node) {
  if (!node.is_object()) {
    return;
  }
  if (!ReferenceOf(node).empty()) {
    references_.push_back({At(node), Part::kSchema});
    if (HidesSiblings(version_)) {
      return;
    }
  }
  const auto push = [&](const Node& schema) {
    if (schema.is_object()) {
      steps_.push_back({&schema, Part::kSchema});
    }
  };
  ForEachMember(node, [&](const Member& member) {
    const auto shape =
        member.value.is_container() ? SchemasIn(member.key()) : std::optional<SchemaShape>();
    if (!shape) {
      return;
    }
    if (*shape == SchemaShape::kMap) {
      ForEachMember(member.value, [&](const Member& entry) { push(entry.value); });
      return;
    }
    if (*shape != SchemaShape::kOne) {
      std::ranges::for_each(member.value.items(), push);
    }
    if (*shape != SchemaShape::kList) {
      push(member.value);
    }
  });
  VisitMapping(node);
}

// The values of a discriminator's mapping are names of schemas, or references to them.
void StructureCheck::VisitMapping(const Node& schema) {
  const Node* discriminator = schema.Find("discriminator");
  const Node* mapping = discriminator != nullptr ? discriminator->Find("mapping") : nullptr;
  if (mapping == nullptr) {
    return;
  }
  const Value named = MemberOf(MemberOf(Value(document_), "components"), "schemas");
  ForEachMember(*mapping, [&](const Member& member) {
    const std::string_view text = member.value.text();
    if (!member.value.is_string() || MemberOf(named, text)) {
      return;
    }
    Documents::Problem why;
    if (!documents_.Follow(At(schema), text, faults_.wanted() ? &why : nullptr)) {
      faults_
          .Warn(kReferenceUnresolved,
                fmt::format(
                    "the mapping of {} leads to no schema: {}", Quoted(member.key()), why.message),
                MemberSpan(*document_, member))
          .help = why.help;
    }
  });
}

void StructureCheck::VisitObject(const Node& node, const Structure& structure) {
  if (structure.may_be_reference && VisitReference(node, structure)) {
    return;
  }
  ForEachMember(node, [&](const Member& member) { VisitMember(member, structure); });
  CheckFields(node, structure);
  switch (structure.part) {
    case Part::kParameter:
      CheckParameter(node);
      CheckCarrier(node, structure);
      break;
    case Part::kHeader:
      CheckCarrier(node, structure);
      break;
    case Part::kSecurityScheme:
      CheckSecurityScheme(node);
      break;
    case Part::kPathItem:
    case Part::kOperation:
      CheckParameterList(node);
      break;
    default:
      break;
  }
}

bool StructureCheck::VisitReference(const Node& node, const Structure& structure) {
  const Node* reference = node.Find("$ref");
  // A callback or the like may have a key of that name with something else in it.
  if (reference == nullptr || reference->is_object()) {
    return false;
  }
  if (!reference->is_string()) {
    faults_.Add(
        kStructureInvalid,
        fmt::format("`$ref` must be a string, but it is {}", WithArticle(reference->kind())),
        MemberSpan(At(node), "$ref"));
    return true;
  }
  if (reference->text().empty()) {
    faults_.Add(kStructureInvalid, "`$ref` is empty", MemberSpan(At(node), "$ref"));
    return true;
  }
  references_.push_back({At(node), structure.part});
  return structure.part != Part::kPathItem;
}

void StructureCheck::VisitMember(const Member& member, const Structure& structure) {
  const auto field = std::ranges::find(structure.fields, member.key(), &Field::name);
  if (field != structure.fields.end()) {
    PushField(member.value, *field, structure);
  } else if (structure.others && !IsExtension(member.key())) {
    if (structure.part == Part::kResponses) {
      CheckStatus(member);
    }
    PushValue(member.value,
              {member.key(), *structure.others, Shape::kOne, Weight::kMeaning},
              structure,
              "");
  } else if (!structure.others) {
    VisitUnknown(member, structure);
  }
}

// Many documents have fields of their own; only what looks like a slip is worth a word.
void StructureCheck::VisitUnknown(const Member& member, const Structure& structure) {
  if (IsExtension(member.key()) || !faults_.wanted() || ++unknown_fields_ > kMostUnknown) {
    return;
  }
  std::vector<std::string> names;
  for (const Field& field : structure.fields) {
    names.emplace_back(field.name);
  }
  if (const auto nearest = base::NearestWord(member.key(), names); nearest) {
    faults_
        .Add(kFieldUnknown,
             fmt::format("{} has no field {}", structure.name, Quoted(member.key())),
             document_->KeySpanOf(member))
        .help = fmt::format("did you mean '{}'?", *nearest);
  }
}

void StructureCheck::PushField(const Node& value, const Field& field, const Structure& structure) {
  if (value.is_null() || field.shape == Shape::kOne) {
    PushValue(value, field, structure, "");
    return;
  }
  const bool is_list = field.shape == Shape::kList;
  if (is_list ? !value.is_array() : !value.is_object()) {
    finding::Finding& fault = faults_.Add(kStructureInvalid,
                                          fmt::format("`{}` of {} must be {}, but it is {}",
                                                      field.name,
                                                      structure.name,
                                                      is_list ? "an array" : "an object",
                                                      WithArticle(value.kind())),
                                          document_->SpanOf(value));
    if (field.weight == Weight::kMinor) {
      fault.severity = finding::Severity::kWarning;
    }
    return;
  }
  for (const Node& item : value.items()) {
    PushValue(item, field, structure, "each of ");
  }
  ForEachMember(
      value, [&](const Member& member) { PushValue(member.value, field, structure, "each of "); });
}

void StructureCheck::PushValue(const Node& value,
                               const Field& field,
                               const Structure& structure,
                               std::string_view each) {
  // A key without a value is like no key.
  if (value.is_null() && each.empty() && !structure.others) {
    return;
  }
  const std::string_view demand = Demand(value, field.part);
  if (demand.empty()) {
    NoteSchema(At(value), field.part);
    if (!IsScalar(field.part) || field.part == Part::kSchema) {
      steps_.push_back({&value, field.part});
    }
    return;
  }
  if (!faults_.wanted()) {
    return;
  }
  finding::Finding& fault = faults_.Add(kStructureInvalid,
                                        fmt::format("{}`{}` of {} must be {}, but it is {}",
                                                    each,
                                                    field.name,
                                                    structure.name,
                                                    demand,
                                                    WithArticle(value.kind())),
                                        document_->SpanOf(value));
  if (field.weight == Weight::kMinor || value.is_null()) {
    fault.severity = finding::Severity::kWarning;
  }
}

// One that is only a reference is looked at where it leads.
void StructureCheck::NoteSchema(const Value& schema, Part part) {
  if (part == Part::kSchema && (ReferenceOf(*schema).empty() || schema->members().size() > 1)) {
    schemas_.push_back(schema);
  }
}

void StructureCheck::CheckFields(const Node& node, const Structure& structure) {
  for (const Field& field : structure.fields) {
    if (field.weight < Weight::kExpected) {
      continue;
    }
    const Node* value = node.Find(field.name);
    if (value == nullptr || value->is_null()) {
      const bool required = field.weight == Weight::kRequired;
      faults_.Add(required ? kStructureInvalid : kFieldMissing,
                  fmt::format("{} has no `{}`", structure.name, field.name),
                  document_->SpanOf(node));
    }
  }
  // Later versions do without.
  const bool expects_paths = structure.part == Part::kDescription;
  const bool expects_responses = structure.part == Part::kOperation;
  if (version_ <= Version::k3_0 && (expects_paths || expects_responses)) {
    const std::string_view field = expects_paths ? "paths" : "responses";
    if (node.Find(field) == nullptr) {
      faults_.Add(kFieldMissing,
                  fmt::format("{} has no `{}`", structure.name, field),
                  document_->SpanOf(node));
    }
  }
  const Node* description = node.Find("description");
  if (structure.part == Part::kResponse && description == nullptr) {
    faults_.Add(kFieldMissing, "a response has no `description`", document_->SpanOf(node));
  }
}

void StructureCheck::CheckCarrier(const Node& node, const Structure& structure) {
  const Node* content = node.Find("content");
  if (content == nullptr || content->is_null()) {
    return;
  }
  if (node.Find("schema") != nullptr) {
    faults_.Add(kStructureInvalid,
                fmt::format("{} has both `schema` and `content`", structure.name),
                document_->SpanOf(node));
  } else if (content->is_object() && content->members().size() != 1) {
    faults_.Add(kStructureInvalid,
                fmt::format("`content` of {} must hold exactly one media type, but it holds {}",
                            structure.name,
                            content->members().size()),
                MemberSpan(At(node), "content"));
  }
}

void StructureCheck::CheckParameter(const Node& node) {
  const Node* in = node.Find("in");
  if (in == nullptr || in->is_container() || in->is_null()) {
    return;
  }
  if (!ParseIn(in->text())) {
    faults_.Add(kStructureInvalid,
                fmt::format("`in` of a parameter must be query, header, path or cookie, not {}",
                            Quoted(in->text())),
                MemberSpan(At(node), "in"));
  }
}

void StructureCheck::CheckSecurityScheme(const Node& node) {
  struct Need {
    std::string_view type;
    std::array<std::string_view, 2> fields;
  };
  static constexpr std::array<Need, 5> kNeeds = {{{"apiKey", {"name", "in"}},
                                                  {"http", {"scheme", "scheme"}},
                                                  {"oauth2", {"flows", "flows"}},
                                                  {"openIdConnect", {}},
                                                  {"mutualTLS", {}}}};
  const Node* type = node.Find("type");
  if (type == nullptr || !type->is_string()) {
    return;
  }
  const auto* need = std::ranges::find(kNeeds, type->text(), &Need::type);
  if (need == kNeeds.end()) {
    faults_.Add(kStructureInvalid,
                fmt::format("the type of a security scheme must be apiKey, http, mutualTLS, oauth2 "
                            "or openIdConnect, not {}",
                            Quoted(type->text())),
                MemberSpan(At(node), "type"));
    return;
  }
  for (const std::string_view field : need->fields) {
    if (!field.empty() && node.Find(field) == nullptr) {
      faults_.Add(kFieldMissing,
                  fmt::format("a security scheme of type {} has no `{}`", need->type, field),
                  document_->SpanOf(node));
    }
  }
}

void StructureCheck::CheckStatus(const Member& member) {
  const std::string_view key = member.key();
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool is_code = key.size() == 3 && is_digit(key[0]) && is_digit(key[1]) && is_digit(key[2]);
  const bool is_range =
      key.size() == 3 && is_digit(key[0]) && base::EqualsIgnoreCase(key.substr(1), "XX");
  if (!is_code && !is_range && key != "default") {
    faults_.Warn(kStructureInvalid,
                 fmt::format("a response is named by a status such as 200, 2XX or default, not {}",
                             Quoted(key)),
                 document_->KeySpanOf(member));
  }
}

void StructureCheck::CheckParameterList(const Node& node) {
  const Node* list = node.Find("parameters");
  if (list == nullptr || list->items().size() < 2) {
    return;
  }
  std::unordered_map<std::string, const Node*> known;
  for (const Node& item : list->items()) {
    const Value parameter = documents_.Resolve(At(item));
    if (!parameter || TextOf(*parameter, "name").empty()) {
      continue;
    }
    const std::string_view in = TextOf(*parameter, "in");
    const std::string_view name = TextOf(*parameter, "name");
    std::string key(in);
    key.append(" ").append(in == "header" ? base::ToLowerAscii(name) : std::string(name));
    const auto [entry, is_new] = known.emplace(std::move(key), &item);
    if (!is_new) {
      faults_
          .Add(kDuplicateParameter,
               fmt::format("{} parameter {} is in the list twice", in, Quoted(name)),
               document_->SpanOf(item))
          .related.push_back({"the other one is here", document_->SpanOf(*entry->second)});
    }
  }
}

void StructureCheck::FollowReferences() {
  while (!references_.empty()) {
    const std::vector<Reference> found = std::move(references_);
    references_.clear();
    for (const Reference& reference : found) {
      FollowReference(reference);
    }
  }
}

void StructureCheck::FollowReference(const Reference& reference) {
  const Value& holder = reference.holder;
  const std::string_view text = ReferenceOf(*holder);
  Documents::Problem why;
  const Value target = documents_.Follow(holder, text, faults_.wanted() ? &why : nullptr);
  if (!target) {
    faults_
        .Add(kReferenceUnresolved,
             fmt::format("{} leads nowhere: {}", Quoted(text), why.message),
             MemberSpan(holder, "$ref"))
        .help = why.help;
    return;
  }
  if (LeadsInCircle(holder, target)) {
    faults_.Add(kReferenceCycle,
                fmt::format("{} leads in a circle", Quoted(text)),
                MemberSpan(holder, "$ref"));
    return;
  }
  if (WasWalked(reference, target)) {
    return;
  }
  const std::string_view demand = Demand(*target, reference.part);
  if (!demand.empty()) {
    faults_.Add(kStructureInvalid,
                fmt::format("{} must lead to {}, but there is {}",
                            Quoted(text),
                            NameOf(reference.part),
                            WithArticle(target->kind())),
                MemberSpan(holder, "$ref"));
    return;
  }
  NoteSchema(target, reference.part);
  Walk(target, reference.part, true);
}

// Also where the circle starts only further on: there is nothing at its end either.
bool StructureCheck::LeadsInCircle(const Value& holder, const Value& target) const {
  Value at = target;
  for (int hops = 0; at && hops < Documents::kMaxHops; ++hops) {
    if (at.get() == holder.get()) {
      return true;
    }
    const std::string_view reference = ReferenceOf(*at);
    if (reference.empty()) {
      return false;
    }
    at = documents_.Follow(at, reference);
  }
  return at.get() != nullptr;
}

// The components of the main document were gone through with it, as what their section says.
bool StructureCheck::WasWalked(const Reference& reference, const Value& target) {
  constexpr std::string_view kComponents = "#/components/";
  std::string_view text = ReferenceOf(*reference.holder);
  if (target.document() != root_.document() || !text.starts_with(kComponents) ||
      std::ranges::count(text, '/') != 3) {
    return false;
  }
  text.remove_prefix(kComponents.size());
  const std::string_view section = text.substr(0, text.find('/'));
  const Structure& components = *StructureOf(Part::kComponents);
  const auto field = std::ranges::find(components.fields, section, &Field::name);
  if (field == components.fields.end()) {
    return false;
  }
  if (field->part != reference.part) {
    faults_.Add(kStructureInvalid,
                fmt::format("{} leads to {}, where {} is expected",
                            Quoted(ReferenceOf(*reference.holder)),
                            NameOf(field->part),
                            NameOf(reference.part)),
                MemberSpan(reference.holder, "$ref"));
  }
  return true;
}

}  // namespace accord::openapi
