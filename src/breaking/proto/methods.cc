#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/moves.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

// Field numbers of descriptor.proto.
constexpr int kInputType = 2;
constexpr int kOutputType = 3;
constexpr int kOptions = 4;
constexpr int kIdempotencyLevel = 34;

/// Where a method says something; nothing: the whole method.
using Steps = std::initializer_list<int>;

void Add(Context& context,
         const finding::RuleInfo& rule,
         const MethodPair& methods,
         const std::string& what,
         Steps steps = {}) {
  Draft draft{.rule = &rule,
              .message = fmt::format(R"(RPC "{}" on service "{}" changed {}.)",
                                     methods.after->name(),
                                     methods.after->service()->name(),
                                     what),
              .element = methods.after->full_name(),
              .after = PartOf(*methods.after, steps),
              .before = PartOf(*methods.before, steps),
              .before_fallback = {PlaceOf(*methods.before)},
              .subject = {.method_before = methods.before, .method_after = methods.after}};
  if (!context.like_buf) {
    draft.fallback = {PlaceOf(*methods.after)};
  }
  context.Add(std::move(draft));
}

void CheckTypes(Context& context, const MethodPair& methods) {
  const std::string& request = methods.before->input_type()->full_name();
  const std::string& new_request = methods.after->input_type()->full_name();
  if (!context.moves.Same(request, new_request)) {
    Add(context,
        kRpcSameRequestType,
        methods,
        fmt::format(R"(request type from "{}" to "{}")", request, new_request),
        {kInputType});
  }
  const std::string& response = methods.before->output_type()->full_name();
  const std::string& new_response = methods.after->output_type()->full_name();
  if (!context.moves.Same(response, new_response)) {
    Add(context,
        kRpcSameResponseType,
        methods,
        fmt::format(R"(response type from "{}" to "{}")", response, new_response),
        {kOutputType});
  }
}

std::string Streaming(std::string_view side, bool streaming) {
  return streaming ? fmt::format("from {0} streaming to {0} unary", side)
                   : fmt::format("from {0} unary to {0} streaming", side);
}

void CheckStreaming(Context& context, const MethodPair& methods) {
  const pb::MethodDescriptor& before = *methods.before;
  if (before.client_streaming() != methods.after->client_streaming()) {
    Add(context, kRpcSameClientStreaming, methods, Streaming("client", before.client_streaming()));
  }
  if (before.server_streaming() != methods.after->server_streaming()) {
    Add(context, kRpcSameServerStreaming, methods, Streaming("server", before.server_streaming()));
  }
}

/// How much a level promises to callers.
int Promise(pb::MethodOptions::IdempotencyLevel level) {
  switch (level) {
    case pb::MethodOptions::NO_SIDE_EFFECTS:
      return 2;
    case pb::MethodOptions::IDEMPOTENT:
      return 1;
    default:
      return 0;
  }
}

void CheckIdempotency(Context& context, const MethodPair& methods) {
  const auto before = methods.before->options().idempotency_level();
  const auto after = methods.after->options().idempotency_level();
  if (before == after || (!context.like_buf && Promise(before) < Promise(after))) {
    return;
  }
  Add(context,
      kRpcSameIdempotencyLevel,
      methods,
      fmt::format(R"(option "idempotency_level" from "{}" to "{}")",
                  pb::MethodOptions::IdempotencyLevel_Name(before),
                  pb::MethodOptions::IdempotencyLevel_Name(after)),
      {kOptions, kIdempotencyLevel});
}

}  // namespace

void CheckMethod(Context& context, const MethodPair& methods) {
  CheckTypes(context, methods);
  CheckStreaming(context, methods);
  CheckIdempotency(context, methods);
}

}  // namespace accord::breaking
