#include <string>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/elements.h"
#include "breaking/proto/moves.h"
#include "breaking/proto/rules.h"
#include "breaking/proto/uncompiled.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

Place NameOf(const pb::ServiceDescriptor& service) {
  return PartOf(service, {pb::ServiceDescriptorProto::kNameFieldNumber});
}

Place NameOf(const pb::MethodDescriptor& method) {
  return PartOf(method, {pb::MethodDescriptorProto::kNameFieldNumber});
}

// The file that `before` was in, if there is still one.
Place FileNow(const Context& context, const pb::FileDescriptor& before) {
  const pb::FileDescriptor* after = FindFile(context.after, before.name());
  return after == nullptr ? Place() : PlaceOf(*after);
}

void ReportService(Context& context, const pb::ServiceDescriptor& before) {
  const std::string now(context.moves.NewName(before.full_name()));
  const pb::ServiceDescriptor* after =
      now.empty() ? nullptr : context.after.pool().FindServiceByName(now);
  context.Add(
      {.rule = &kServicePathNoDelete,
       .message = fmt::format(
           R"(Service "{}" is no longer served under "/{}/"{}.)",
           before.name(),
           before.full_name(),
           after == nullptr ? ": it was deleted" : fmt::format(R"(: it moved to "/{}/")", now)),
       .element = before.full_name(),
       .after = after == nullptr ? FileNow(context, *before.file()) : NameOf(*after),
       .before = NameOf(before),
       .before_fallback = {PlaceOf(before)},
       .help = after == nullptr
                   ? "Keep the service, marked deprecated, until its traffic has ended."
                   : fmt::format("Register the implementation under {} too, until old clients are "
                                 "gone.",
                                 before.full_name())});
}

bool SameSignature(const Context& context, const MethodPair& methods) {
  const auto& [before, after] = methods;
  return before->client_streaming() == after->client_streaming() &&
         before->server_streaming() == after->server_streaming() &&
         context.moves.Same(before->input_type()->full_name(), after->input_type()->full_name()) &&
         context.moves.Same(before->output_type()->full_name(), after->output_type()->full_name());
}

// The one new method with the same types, which may be the old one under a new name.
const pb::MethodDescriptor* LikelyRename(const Context& context,
                                         const pb::MethodDescriptor& before,
                                         const pb::ServiceDescriptor& after) {
  const pb::MethodDescriptor* found = nullptr;
  for (int i = 0; i < after.method_count(); ++i) {
    const pb::MethodDescriptor* method = after.method(i);
    if (before.service()->FindMethodByName(method->name()) == nullptr &&
        SameSignature(context, {&before, method})) {
      if (found != nullptr) {
        return nullptr;
      }
      found = method;
    }
  }
  return found;
}

void CheckMethods(Context& context, const ServicePair& services) {
  for (int i = 0; i < services.before->method_count(); ++i) {
    const pb::MethodDescriptor& before = *services.before->method(i);
    if (services.after->FindMethodByName(before.name()) != nullptr) {
      continue;
    }
    const pb::MethodDescriptor* rename = LikelyRename(context, before, *services.after);
    Draft draft{
        .rule = &kRpcPathNoDelete,
        .message = fmt::format(R"(RPC "{}" on service "{}" is no longer served under "/{}/{}".)",
                               before.name(),
                               before.service()->name(),
                               before.service()->full_name(),
                               before.name()),
        .element = before.full_name(),
        .after = rename == nullptr ? PlaceOf(*services.after) : NameOf(*rename),
        .fallback = {PlaceOf(*services.after)},
        .before = NameOf(before),
        .before_fallback = {PlaceOf(before)},
        .help = "Keep the method, marked deprecated, until nobody calls it."};
    if (rename != nullptr) {
      draft.help = fmt::format("\"{}\" has the same types; if it is the same method, serve both.",
                               rename->name());
    }
    draft.subject.method_before = &before;
    context.Add(std::move(draft));
  }
}

}  // namespace

void CheckServicePaths(Context& context) {
  if (context.like_buf) {
    return;
  }
  const Uncompiled unknown(context.after, context.before);
  for (const pb::FileDescriptor* file : context.before.files()) {
    for (int i = 0; i < file->service_count(); ++i) {
      const pb::ServiceDescriptor* before = file->service(i);
      const pb::ServiceDescriptor* after =
          context.after.pool().FindServiceByName(before->full_name());
      if (after != nullptr) {
        CheckMethods(context, {before, after});
      } else if (!unknown.MayHold(*file)) {
        ReportService(context, *before);
      }
    }
  }
}

}  // namespace accord::breaking
