#include "schema/trace/assertions.h"

#include <algorithm>

#include "accord/schema/validate.h"

namespace accord::schema {

using document::Kind;
using document::Member;
using document::Node;

TypeSet TypeOf(const Node& value) {
  switch (value.kind()) {
    case Kind::kNull:
      return kNullType;
    case Kind::kBool:
      return kBooleanType;
    case Kind::kNumber:
      return Decimal::Parse(value.text()).is_integer() ? kIntegerType : kFractionType;
    case Kind::kString:
      return kStringType;
    case Kind::kArray:
      return kArrayType;
    case Kind::kObject:
      return kObjectType;
  }
  return kNullType;
}

bool FitsType(const SchemaNode& schema, const Node& value) {
  const TypeSet type = TypeOf(value);
  if ((schema.types & type) == 0) {
    return false;
  }
  const bool only_integers = (schema.types & kNumberType) == kIntegerType;
  return type != kIntegerType || !only_integers || !schema.strict_integer ||
         value.is_integer_text();
}

bool FitsValues(const std::vector<const Node*>& values, const Node& value) {
  return std::any_of(values.begin(), values.end(), [&](const Node* allowed) {
    return document::Equal(*allowed, value, true);
  });
}

bool FitsMinimum(const Bound& bound, const Decimal& number) {
  return bound.exclusive ? number > bound.value : number >= bound.value;
}

bool FitsMaximum(const Bound& bound, const Decimal& number) {
  return bound.exclusive ? number < bound.value : number <= bound.value;
}

std::uint64_t CountProperties(const Node& object) {
  const auto members = object.members();
  return static_cast<std::uint64_t>(
      std::count_if(members.begin(), members.end(), [&](const Member& member) {
        return !IsShadowed(object, member);
      }));
}

bool IsShadowed(const Node& object, const Member& member) {
  return object.Find(member.key()) != &member.value;
}

std::vector<std::string> Missing(const std::vector<std::string>& names, const Node& object) {
  std::vector<std::string> missing;
  for (const std::string& name : names) {
    if (object.Find(name) == nullptr) {
      missing.push_back(name);
    }
  }
  return missing;
}

}  // namespace accord::schema
