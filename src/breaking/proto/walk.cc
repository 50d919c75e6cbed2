#include "breaking/proto/walk.h"

#include <map>
#include <utility>

#include "breaking/proto/checks.h"
#include "breaking/proto/elements.h"
#include "breaking/proto/moves.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

/// What an element of the old version is called in the new one.
std::string NameNow(const Context& context, const std::string& before) {
  const std::string_view moved = context.moves.NewName(before);
  return moved.empty() ? before : std::string(moved);
}

void WalkFiles(Context& context) {
  for (const pb::FileDescriptor* before : context.before.files()) {
    const pb::FileDescriptor* after = FindFile(context.after, before->name());
    if (after == nullptr) {
      continue;
    }
    const FilePair files{before, after};
    CheckDeletedInFile(context, files);
    CheckFileOptions(context, files);
    CheckPublicImports(context, files);
  }
}

void CheckFields(Context& context, const FieldPair& fields) {
  CheckFieldName(context, fields);
  CheckFieldType(context, fields);
  CheckFieldCardinality(context, fields);
  CheckFieldOneof(context, fields);
  CheckFieldDefault(context, fields);
  CheckFieldOptions(context, fields);
  CheckFieldBehavior(context, fields);
  CheckFieldConstraints(context, fields);
}

void WalkMessage(Context& context, const MessagePair& messages) {
  CheckMessage(context, messages);
  CheckRequiredFields(context, messages);
  CheckDeletedFields(context, messages);
  CheckDeletedOneofs(context, messages);
  CheckReserved(context, messages);
  CheckExtensionRanges(context, messages);
  CheckSwappedNumbers(context, messages);
  CheckAddedFields(context, messages);
  CheckMessageConstraints(context, messages);
  for (int i = 0; i < messages.before->field_count(); ++i) {
    const pb::FieldDescriptor* before = messages.before->field(i);
    const pb::FieldDescriptor* after = messages.after->FindFieldByNumber(before->number());
    if (after != nullptr) {
      CheckFields(context, {before, after});
    }
  }
}

void WalkMessages(Context& context) {
  ForEachMessage(context.before, [&](const pb::Descriptor& before) {
    const pb::Descriptor* after =
        context.after.pool().FindMessageTypeByName(NameNow(context, before.full_name()));
    if (after != nullptr) {
      WalkMessage(context, {&before, after});
    }
  });
}

void WalkExtensions(Context& context) {
  std::map<std::pair<std::string, int>, const pb::FieldDescriptor*> after;
  ForEachExtension(context.after, [&](const pb::FieldDescriptor& extension) {
    after.emplace(std::pair(extension.containing_type()->full_name(), extension.number()),
                  &extension);
  });
  ForEachExtension(context.before, [&](const pb::FieldDescriptor& before) {
    const auto found =
        after.find({NameNow(context, before.containing_type()->full_name()), before.number()});
    if (found != after.end()) {
      CheckFields(context, {&before, found->second});
    }
  });
}

void WalkEnums(Context& context) {
  ForEachEnum(context.before, [&](const pb::EnumDescriptor& before) {
    const pb::EnumDescriptor* after =
        context.after.pool().FindEnumTypeByName(NameNow(context, before.full_name()));
    if (after == nullptr) {
      return;
    }
    const EnumPair enums{&before, after};
    CheckEnum(context, enums);
    CheckEnumValueNames(context, enums);
    CheckDeletedEnumValues(context, enums);
    CheckReserved(context, enums);
    CheckAddedEnumValues(context, enums);
  });
}

void WalkService(Context& context, const ServicePair& services) {
  CheckDeletedMethods(context, services);
  for (int i = 0; i < services.before->method_count(); ++i) {
    const pb::MethodDescriptor* before = services.before->method(i);
    const pb::MethodDescriptor* after = services.after->FindMethodByName(before->name());
    if (after != nullptr) {
      CheckMethod(context, {before, after});
      CheckHttp(context, {before, after});
      CheckMethodAnnotations(context, {before, after});
    }
  }
}

void WalkServices(Context& context) {
  for (const pb::FileDescriptor* file : context.before.files()) {
    for (int i = 0; i < file->service_count(); ++i) {
      const pb::ServiceDescriptor* before = file->service(i);
      const pb::ServiceDescriptor* after =
          context.after.pool().FindServiceByName(NameNow(context, before->full_name()));
      if (after != nullptr) {
        WalkService(context, {before, after});
      }
    }
  }
}

}  // namespace

void Walk(Context& context) {
  CheckMoves(context);
  CheckDeletedFiles(context);
  CheckDeletedPackages(context);
  CheckUnusedBuiltIns(context);
  CheckServicePaths(context);
  WalkFiles(context);
  WalkMessages(context);
  WalkExtensions(context);
  WalkEnums(context);
  WalkServices(context);
}

}  // namespace accord::breaking
