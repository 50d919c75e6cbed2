#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/elements.h"
#include "breaking/proto/number_ranges.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

/// What a message or enum has reserved.
class Reserved {
 public:
  template <typename T>
  explicit Reserved(const T& owner) : numbers_(ReservedRanges(owner)) {
    for (int i = 0; i < owner.reserved_name_count(); ++i) {
      names_.insert(owner.reserved_name(i));
    }
  }

  bool Has(std::int64_t number) const { return numbers_.Has(number); }
  bool HasName(const std::string& name) const { return names_.count(name) != 0; }

 private:
  NumberSet numbers_;
  std::unordered_set<std::string_view> names_;
};

/// Adds `draft`, which has everything but rule and message.
void Add(Context& context,
         const finding::RuleInfo& rule,
         Draft draft,
         const std::string& what,
         const std::string& how) {
  draft.rule = &rule;
  draft.message = fmt::format("Previously present {} was deleted{}.", what, how);
  context.Add(std::move(draft));
}

void CheckField(Context& context,
                const MessagePair& messages,
                const pb::FieldDescriptor& field,
                const Reserved& reserved) {
  const Draft draft{.element = field.full_name(),
                    .after = PlaceOf(*messages.after),
                    .before = PlaceOf(field),
                    .subject = {.message_before = messages.before,
                                .message_after = messages.after,
                                .field_before = &field}};
  const std::string what = fmt::format(R"(field "{}" with name "{}" on message "{}")",
                                       field.number(),
                                       field.name(),
                                       messages.before->name());
  Add(context, kFieldNoDelete, draft, what, "");
  if (!reserved.Has(field.number())) {
    Add(context,
        kFieldNoDeleteUnlessNumberReserved,
        draft,
        what,
        fmt::format(R"( without reserving the number "{}")", field.number()));
  }
  if (!reserved.HasName(field.name())) {
    Add(context,
        kFieldNoDeleteUnlessNameReserved,
        draft,
        what,
        fmt::format(R"( without reserving the name "{}")", field.name()));
  }
}

using Names = std::vector<std::string>;  // Sorted.

void CheckValue(Context& context,
                const EnumPair& enums,
                const pb::EnumValueDescriptor& value,
                const Names& names,
                const Reserved& reserved) {
  const Draft draft{
      .element = NameInEnum(value),
      .after = PlaceOf(*enums.after),
      .before = PlaceOf(value),
      .subject = {
          .enum_before = enums.before, .enum_after = enums.after, .number = value.number()}};
  const std::string what =
      fmt::format(R"(enum value "{}" on enum "{}")", value.number(), enums.before->name());
  Add(context, kEnumValueNoDelete, draft, what, "");
  if (!reserved.Has(value.number())) {
    Add(context,
        kEnumValueNoDeleteUnlessNumberReserved,
        draft,
        what,
        fmt::format(R"( without reserving the number "{}")", value.number()));
  }
  const auto is_reserved = [&](const std::string& name) { return reserved.HasName(name); };
  if (!std::all_of(names.begin(), names.end(), is_reserved)) {
    Add(context,
        kEnumValueNoDeleteUnlessNameReserved,
        draft,
        what,
        fmt::format(R"( without reserving the name{} "{}")",
                    names.size() > 1 ? "s" : "",
                    fmt::join(names, R"(", ")")));
  }
}

}  // namespace

void CheckDeletedFields(Context& context, const MessagePair& messages) {
  std::optional<Reserved> reserved;
  for (int i = 0; i < messages.before->field_count(); ++i) {
    const pb::FieldDescriptor& field = *messages.before->field(i);
    if (messages.after->FindFieldByNumber(field.number()) != nullptr) {
      continue;
    }
    if (!reserved) {
      reserved.emplace(*messages.after);
    }
    CheckField(context, messages, field, *reserved);
  }
}

void CheckDeletedOneofs(Context& context, const MessagePair& messages) {
  for (int i = 0; i < messages.before->real_oneof_decl_count(); ++i) {
    const pb::OneofDescriptor& oneof = *messages.before->oneof_decl(i);
    if (messages.after->FindOneofByName(oneof.name()) == nullptr) {
      context.Add(
          {.rule = &kOneofNoDelete,
           .message = fmt::format(R"(Previously present oneof "{}" on message "{}" was deleted.)",
                                  oneof.name(),
                                  messages.before->name()),
           .element = oneof.full_name(),
           .after = PlaceOf(*messages.after),
           .before = PlaceOf(oneof),
           .subject = {.message_before = messages.before, .message_after = messages.after}});
    }
  }
}

void CheckDeletedEnumValues(Context& context, const EnumPair& enums) {
  std::map<int, std::pair<const pb::EnumValueDescriptor*, Names>> deleted;
  for (int i = 0; i < enums.before->value_count(); ++i) {
    const pb::EnumValueDescriptor& value = *enums.before->value(i);
    if (enums.after->FindValueByNumber(value.number()) == nullptr) {
      deleted.emplace(value.number(), std::pair(&value, Names()))
          .first->second.second.push_back(value.name());
    }
  }
  if (deleted.empty()) {
    return;
  }
  const Reserved reserved(*enums.after);
  for (auto& [number, entry] : deleted) {
    auto& [value, names] = entry;
    std::sort(names.begin(), names.end());
    CheckValue(context, enums, *value, names, reserved);
  }
}

void CheckDeletedMethods(Context& context, const ServicePair& services) {
  for (int i = 0; i < services.before->method_count(); ++i) {
    const pb::MethodDescriptor& method = *services.before->method(i);
    if (services.after->FindMethodByName(method.name()) == nullptr) {
      context.Add(
          {.rule = &kRpcNoDelete,
           .message = fmt::format(R"(Previously present RPC "{}" on service "{}" was deleted.)",
                                  method.name(),
                                  services.before->name()),
           .element = method.full_name(),
           .after = PlaceOf(*services.after),
           .before = PlaceOf(method),
           .subject = {.method_before = &method}});
    }
  }
}

}  // namespace accord::breaking
