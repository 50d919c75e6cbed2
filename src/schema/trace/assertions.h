#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "accord/schema/ir.h"

namespace accord::schema {

/// The one bit of the value's type. A number is an integer by its value, not by its spelling.
TypeSet TypeOf(const document::Node& value);
bool FitsType(const SchemaNode& schema, const document::Node& value);
bool FitsValues(const std::vector<const document::Node*>& values, const document::Node& value);
bool FitsMinimum(const Bound& bound, const Decimal& number);
bool FitsMaximum(const Bound& bound, const Decimal& number);
/// Distinct names of an object.
std::uint64_t CountProperties(const document::Node& object);
/// A repeated key's earlier value, which does not count.
bool IsShadowed(const document::Node& object, const document::Member& member);
/// Those of `names` that the object does not have.
std::vector<std::string> Missing(const std::vector<std::string>& names,
                                 const document::Node& object);

}  // namespace accord::schema
