#include <fmt/format.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/elements.h"
#include "breaking/proto/field_text.h"
#include "breaking/proto/moves.h"
#include "breaking/proto/quoted.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

constexpr int kName = 1;
constexpr int kJsonName = 10;

/// Extensions are known by full name; one that went with its package keeps its name.
bool SameName(const Context& context,
              const pb::FieldDescriptor& before,
              const pb::FieldDescriptor& after) {
  if (!before.is_extension()) {
    return before.name() == after.name();
  }
  if (before.full_name() == after.full_name()) {
    return true;
  }
  const std::string_view package = context.moves.NewPackage(before.file()->package());
  return !package.empty() && package == after.file()->package() &&
         NestedName(before) == NestedName(after);
}

void CheckName(Context& context, const FieldPair& fields) {
  const pb::FieldDescriptor& after = *fields.after;
  if (SameName(context, *fields.before, after)) {
    return;
  }
  const bool extension = after.is_extension();
  Draft draft = FieldDraft(kFieldSameName, fields, {kName}, {});
  draft.message = fmt::format(
      R"({} "{}" on message "{}" changed name from "{}" to "{}".)",
      extension ? "Extension" : "Field",
      after.number(),
      extension ? after.containing_type()->full_name() : after.containing_type()->name(),
      extension ? fields.before->full_name() : fields.before->name(),
      extension ? after.full_name() : after.name());
  context.Add(std::move(draft));
}

void CheckJsonName(Context& context, const FieldPair& fields) {
  const std::string& before = fields.before->json_name();
  const std::string& after = fields.after->json_name();
  if (fields.before->is_extension() || before == after) {
    return;
  }
  context.Add(FieldDraft(
      kFieldSameJsonName,
      fields,
      {kJsonName},
      fmt::format(R"(changed option "json_name" from {} to {}.)", Quoted(before), Quoted(after))));
}

}  // namespace

void CheckFieldName(Context& context, const FieldPair& fields) {
  CheckName(context, fields);
  CheckJsonName(context, fields);
}

}  // namespace accord::breaking
