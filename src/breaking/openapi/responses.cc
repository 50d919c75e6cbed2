#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "accord/base/media_type.h"

#include "breaking/openapi/bodies.h"
#include "breaking/openapi/rules.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {
namespace {

using finding::RuleInfo;
using openapi::MediaType;
using openapi::Response;
using enum finding::Touch::Part;

Place At(const MediaType& type, std::string_view keyword = {}) {
  return {type.source, keyword};
}

/// `2XX`.
bool IsRange(const std::string& status) {
  return status.ends_with("XX");
}
bool IsSuccess(const std::string& status) {
  return status.starts_with('2');
}

const RuleInfo& RuleOfRemoved(const std::string& status) {
  if (status == "default") {
    return kDefaultResponseRemoved;
  }
  if (IsRange(status)) {
    return IsSuccess(status) ? kSuccessRangeRemoved : kNonSuccessRangeRemoved;
  }
  return IsSuccess(status) ? kSuccessStatusRemoved : kNonSuccessStatusRemoved;
}

const RuleInfo& RuleOfAdded(const std::string& status) {
  if (status == "default") {
    return kDefaultResponseAdded;
  }
  if (IsRange(status)) {
    return IsSuccess(status) ? kSuccessRangeAdded : kNonSuccessRangeAdded;
  }
  return IsSuccess(status) ? kSuccessStatusAdded : kNonSuccessStatusAdded;
}

void CompareName(Context& context,
                 const OperationPair& pair,
                 const std::string& status,
                 const MediaType& before,
                 const MediaType& after) {
  if (before.name == after.name) {
    return;
  }
  const auto one = base::MediaType::Parse(before.name);
  const auto other = base::MediaType::Parse(after.name);
  auto old_parameters = one->parameters;
  auto new_parameters = other->parameters;
  std::ranges::sort(old_parameters);
  std::ranges::sort(new_parameters);
  const bool alike = old_parameters == new_parameters;
  const Kinship kinship = KinshipOf(before.name, after.name);
  if (context.strict() && kinship == Kinship::kSame) {
    return;  // Parameters of a media type (`charset`, `q`) change nothing about what it is.
  }
  const RuleInfo* rule = &kResponseMediaTypeNameChanged;
  if (alike || context.strict()) {
    rule = kinship == Kinship::kGeneralized ? &kResponseMediaTypeGeneralized
                                            : &kResponseMediaTypeSpecialized;
  }
  Add(context,
      pair,
      {*rule,
       {before.name, after.name, status},
       fmt::format(
           "The media type '{}' of response {} became '{}'.", before.name, status, after.name)},
      At(before),
      At(after));
}

void CompareSchemas(Context& context,
                    const OperationPair& pair,
                    const std::string& status,
                    const MediaType& before,
                    const MediaType& after) {
  SchemaUse use;
  use.flow = Flow::kResponse;
  use.where = fmt::format("response {} ({})", status, after.name);
  use.name = after.name;
  use.status = status;
  use.as_text = IsTextCarrier(after.name);
  use.before = before.schema;
  use.after = after.schema;
  CompareUse(context, pair, std::move(use));
}

void CompareMediaType(Context& context,
                      const OperationPair& pair,
                      const std::string& status,
                      const MediaType& before,
                      const MediaType& after) {
  CompareName(context, pair, status, before, after);
  if (before.schema && after.schema) {
    CompareSchemas(context, pair, status, before, after);
  } else if (after.schema) {
    Add(context,
        pair,
        {kResponseMediaTypeSchemaAdded,
         {after.name, status},
         fmt::format("The media type '{}' of response {} got a schema.", after.name, status)},
        At(before),
        At(after, "schema"));
  } else if (before.schema) {
    Add(context,
        pair,
        {kResponseMediaTypeSchemaRemoved,
         {after.name, status},
         fmt::format("The media type '{}' of response {} lost its schema.", after.name, status)},
        At(before, "schema"),
        At(after));
  }
}

void CompareContent(Context& context,
                    const OperationPair& pair,
                    const Response& old_one,
                    const Response& new_one) {
  const std::string& status = old_one.status;
  for (const auto& [before, after] : PairMediaTypes(old_one.content, new_one.content)) {
    const SubjectScope scope(context,
                             {.part = kResponseBody,
                              .status = status,
                              .media_type = before != nullptr ? before->name : after->name});
    if (before == nullptr) {
      Add(context,
          pair,
          {kResponseMediaTypeAdded,
           {after->name, status},
           fmt::format("The media type '{}' of response {} was added.", after->name, status)},
          {old_one.source, "content"},
          At(*after));
    } else if (after == nullptr) {
      Add(context,
          pair,
          {kResponseMediaTypeRemoved,
           {before->name, status},
           fmt::format("The media type '{}' of response {} was removed.", before->name, status)},
          At(*before),
          {new_one.source, "content"});
    } else {
      CompareMediaType(context, pair, status, *before, *after);
    }
  }
}

const Response* Find(const std::vector<Response>& responses, const std::string& status) {
  const auto found = std::ranges::find(responses, status, &Response::status);
  return found == responses.end() ? nullptr : &*found;
}

/// What one version describes by itself and the other as part of `default`: the bodies that both
/// have must still go together.
void CompareWithDefault(Context& context,
                        const OperationPair& pair,
                        const Response* before,
                        const Response* after) {
  const std::string& status = before != nullptr ? before->status : after->status;
  before = before != nullptr ? before : Find(pair.before->responses, "default");
  after = after != nullptr ? after : Find(pair.after->responses, "default");
  if (!context.strict() || before == nullptr || after == nullptr) {
    return;
  }
  for (const auto& [old_type, new_type] : PairMediaTypes(before->content, after->content)) {
    if (old_type == nullptr || new_type == nullptr || !old_type->schema || !new_type->schema) {
      continue;
    }
    const SubjectScope scope(
        context, {.part = kResponseBody, .status = status, .media_type = old_type->name});
    CompareSchemas(context, pair, status, *old_type, *new_type);
  }
}

/// Statuses by name; `200` and `2XX` stand for each other where one version has the one and the
/// other the other.
Pairs<Response> PairResponses(const Context& context, const OperationPair& pair) {
  const std::vector<Response>& before = pair.before->responses;
  const std::vector<Response>& after = pair.after->responses;
  const auto range_in = [](const std::vector<Response>& responses, const std::string& status) {
    return IsRange(status) || status == "default" ? nullptr
                                                  : Find(responses, status.substr(0, 1) + "XX");
  };
  Pairs<Response> pairs;
  std::set<const Response*> covered;
  for (const Response& one : after) {
    const Response* range = range_in(before, one.status);
    if (context.strict() && range != nullptr && Find(before, one.status) == nullptr) {
      pairs.emplace_back(range, &one);
      covered.insert({range, &one});
    }
  }
  for (const Response& one : before) {
    const Response* same = Find(after, one.status);
    const Response* range = range_in(after, one.status);
    if (same == nullptr && context.strict() && range != nullptr) {
      same = range;
    }
    if (same != nullptr || covered.count(&one) == 0) {
      pairs.emplace_back(&one, same);
    }
    covered.insert(same);
  }
  for (const Response& one : after) {
    if (covered.count(&one) == 0) {
      pairs.emplace_back(nullptr, &one);
    }
  }
  return pairs;
}

}  // namespace

void CompareResponses(Context& context, const OperationPair& pair) {
  for (const auto& [before, after] : PairResponses(context, pair)) {
    const std::string& status = before != nullptr ? before->status : after->status;
    const SubjectScope scope(context, {.part = kResponse, .status = status});
    if (before == nullptr) {
      Add(context,
          pair,
          {RuleOfAdded(after->status),
           {after->status},
           fmt::format("The response {} was added.", after->status)},
          {pair.before->source, "responses"},
          {after->source, {}});
      CompareWithDefault(context, pair, nullptr, after);
    } else if (after == nullptr) {
      Add(context,
          pair,
          {RuleOfRemoved(before->status),
           {before->status},
           fmt::format("The response {} was removed.", before->status)},
          {before->source, {}},
          {pair.after->source, "responses"});
      CompareWithDefault(context, pair, before, nullptr);
    } else {
      CompareResponseHeaders(context, pair, *before, *after);
      CompareContent(context, pair, *before, *after);
      CompareLinks(context, pair, *before, *after);
    }
  }
}

}  // namespace accord::breaking::api
