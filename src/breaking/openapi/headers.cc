#include <fmt/format.h>

#include "breaking/openapi/rules.h"
#include "breaking/openapi/scalars.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {
namespace {

using openapi::Header;
using openapi::Response;

void CompareValues(Context& context,
                   const OperationPair& pair,
                   const std::string& status,
                   const Header& before,
                   const Header& after) {
  SchemaUse use;
  use.flow = Flow::kResponse;
  use.carrier = Carrier::kHeader;
  use.where = fmt::format("response {} header {}", status, before.name);
  use.name = before.name;
  use.status = status;
  use.as_text = true;
  use.before = before.schema;
  use.after = after.schema;
  if (context.strict() && !before.content.empty() && !after.content.empty()) {
    use.as_text = false;
    use.before = before.content[0].schema;
    use.after = after.content[0].schema;
  }
  CompareUse(context, pair, std::move(use));
}

void CompareHeader(Context& context,
                   const OperationPair& pair,
                   const std::string& status,
                   const Header& before,
                   const Header& after) {
  const auto say =
      [&](const finding::RuleInfo& rule, std::string message, std::string_view key) -> Change& {
    return Add(context,
               pair,
               {rule, {before.name, status}, std::move(message)},
               {before.source, key},
               {after.source, key});
  };
  if (before.required && !after.required) {
    say(kResponseHeaderBecameOptional,
        fmt::format("The header '{}' of response {} became optional.", before.name, status),
        "required");
  } else if (!before.required && after.required && context.strict()) {
    say(kResponseHeaderBecameRequired,
        fmt::format("The header '{}' of response {} became required.", before.name, status),
        "required");
  }
  if (before.deprecated != after.deprecated && context.strict()) {
    say(after.deprecated ? kResponseHeaderDeprecated : kResponseHeaderReactivated,
        fmt::format("The header '{}' of response {} {} deprecated.",
                    before.name,
                    status,
                    after.deprecated ? "was" : "is no longer"),
        "deprecated");
  }
  if (before.explode != after.explode && context.strict()) {
    Change& change =
        say(kResponseHeaderExplodeChanged,
            fmt::format("Objects in the header '{}' of response {} are written {} now.",
                        before.name,
                        status,
                        after.explode ? "as key=value" : "as key,value"),
            "explode");
    if (HoldsScalars(context.before, before.schema) && HoldsScalars(context.after, after.schema)) {
      change.strict = finding::Severity::kInfo;
    }
  }
  CompareValues(context, pair, status, before, after);
}

}  // namespace

void CompareResponseHeaders(Context& context,
                            const OperationPair& pair,
                            const Response& old_one,
                            const Response& new_one) {
  const std::string& status = old_one.status;
  for (const auto& [before, after] : PairHeaders(old_one.headers, new_one.headers)) {
    if (before == nullptr) {
      Change& change =
          Add(context,
              pair,
              {kResponseHeaderAdded,
               {after->name, status},
               fmt::format("The header '{}' of response {} was added.", after->name, status)},
              {old_one.source, "headers"},
              {after->source, {}});
      if (pair.paths.outbound && after->required && context.strict()) {
        change.strict = finding::Severity::kError;  // Clients have to send it.
      }
    } else if (after == nullptr) {
      Add(context,
          pair,
          {before->required ? kRequiredResponseHeaderRemoved : kOptionalResponseHeaderRemoved,
           {before->name, status},
           fmt::format("The {} header '{}' of response {} was removed.",
                       before->required ? "required" : "optional",
                       before->name,
                       status)},
          {before->source, {}},
          {new_one.source, "headers"});
    } else {
      CompareHeader(context, pair, status, *before, *after);
    }
  }
}

}  // namespace accord::breaking::api
