#include "schema/build/context.h"

#include <limits>

#include "accord/schema/uri.h"

#include "schema/build/builder.h"

namespace accord::schema {
namespace {

std::string_view WithArticle(document::Kind kind) {
  switch (kind) {
    case document::Kind::kNull:
      return "null";
    case document::Kind::kBool:
      return "a boolean";
    case document::Kind::kNumber:
      return "a number";
    case document::Kind::kString:
      return "a string";
    case document::Kind::kArray:
      return "an array";
    case document::Kind::kObject:
      return "an object";
  }
  return "";
}

}  // namespace

const CompileOptions& SchemaContext::options() const {
  return builder_.options();
}

const SchemaNode* SchemaContext::Child(const document::Node& value, std::string_view keyword) {
  if (!CheckSchema(value, keyword)) {
    return nullptr;
  }
  SchemaPlace* place = builder_.registry().Find(value);
  return place == nullptr ? nullptr : builder_.NodeOf(*place);
}

bool SchemaContext::CheckSchema(const document::Node& value, std::string_view keyword) {
  const bool may_be_boolean = language().has_boolean_schemas() || keyword.starts_with("additional");
  if (!value.is_object() && !(value.is_bool() && may_be_boolean)) {
    Invalid(value,
            Quoted(keyword) + " takes a schema, which is an object" +
                (may_be_boolean ? " or a boolean" : "") + ", not " +
                std::string(WithArticle(value.kind())));
    return false;
  }
  return true;
}

const SchemaNode* SchemaContext::Follow(const document::Member& reference) {
  if (!Expect(reference, document::Kind::kString)) {
    return nullptr;
  }
  ReferenceResolver::Target target =
      builder_.references().Resolve(*place_.scope, reference.value.text());
  if (target.place != nullptr) {
    return builder_.NodeOf(*target.place);
  }
  if (builder_.faults().Wants(kSchemaReference)) {
    builder_.faults().Add(kSchemaReference,
                          Quoted(reference.key()) + " to " + Quoted(reference.value.text()) +
                              " leads to no schema: " + target.problem,
                          MemberSpan(document(), reference));
  }
  return nullptr;
}

std::optional<std::uint64_t> SchemaContext::Count(const document::Member& member) {
  const document::Node& value = member.value;
  if (value.is_number()) {
    const Decimal number = Decimal::Parse(value.text());
    if (number.is_integer() && !number.negative()) {
      constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
      return static_cast<std::uint64_t>(number.ToInt64().value_or(kMost));
    }
  }
  Invalid(value, Quoted(member.key()) + " must be an integer that is not negative");
  return std::nullopt;
}

std::optional<Decimal> SchemaContext::Number(const document::Member& member) {
  return Expect(member, document::Kind::kNumber)
             ? std::optional(Decimal::Parse(member.value.text()))
             : std::nullopt;
}

bool SchemaContext::Expect(const document::Member& member, document::Kind kind) {
  if (member.value.kind() == kind) {
    return true;
  }
  Invalid(member.value,
          Quoted(member.key()) + " must be " + std::string(WithArticle(kind)) + ", not " +
              std::string(WithArticle(member.value.kind())));
  return false;
}

std::vector<std::string> SchemaContext::Names(const document::Node& array,
                                              std::string_view keyword) {
  std::vector<std::string> names;
  names.reserve(array.items().size());
  for (const document::Node& item : array.items()) {
    if (item.is_string()) {
      names.emplace_back(item.text());
    } else {
      Invalid(item,
              Quoted(keyword) + " takes names of properties, which are strings, not " +
                  std::string(WithArticle(item.kind())));
    }
  }
  return names;
}

PatternPtr SchemaContext::CompilePattern(std::string_view source, const document::Member& member) {
  const auto [entry, is_new] = builder_.patterns().try_emplace(std::string(source));
  if (!is_new) {
    return entry->second;
  }
  base::Result<PatternPtr> pattern = Pattern::Compile(source);
  if (!pattern.ok()) {
    builder_.faults().Add(kSchemaPattern,
                          "the regular expression cannot be read: " + pattern.error().message,
                          MemberSpan(document(), member));
    return nullptr;
  }
  if ((*pattern)->lenient()) {
    builder_.faults().Add(
        kSchemaPatternLenient,
        "the regular expression " + Quoted(source) + " is only valid without the flag 'u'",
        MemberSpan(document(), member));
  }
  entry->second = *pattern;
  return entry->second;
}

void SchemaContext::Invalid(const document::Node& value, std::string message) {
  if (builder_.faults().Wants(kSchemaInvalid)) {
    builder_.faults().Add(kSchemaInvalid, std::move(message), document().SpanOf(value));
  }
}

void SchemaContext::Annotate(const document::Member& member) {
  node_.annotations.emplace_back(std::string(member.key()), &member.value);
}

}  // namespace accord::schema
