#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "breaking/proto/context.h"

namespace accord::breaking {

/// `Field "3" with name "total" on message "Order"`; for extensions with full names.
std::string DescriptionOf(const google::protobuf::FieldDescriptor& field);

/// A draft about a field that changed: `change` follows its description. It stands at `part` of the
/// field, else at the whole field.
Draft FieldDraft(const finding::RuleInfo& rule,
                 const FieldPair& fields,
                 std::initializer_list<int> part,
                 std::string_view change);

}  // namespace accord::breaking
