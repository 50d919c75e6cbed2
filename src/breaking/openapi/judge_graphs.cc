#include "breaking/openapi/judge_graphs.h"

#include "accord/schema/validate.h"

#include "breaking/openapi/judge_text.h"
#include "breaking/schema/walk.h"

namespace accord::breaking::api {
namespace {

using schema::SchemaNode;
using schema::View;

View ViewOf(Flow flow, bool writer) {
  if (flow == Flow::kRequest) {
    return writer ? View::kSentRequest : View::kRequest;
  }
  return writer ? View::kSentResponse : View::kResponse;
}

schema::SchemaSet CompileFor(const openapi::Description& description,
                             const std::vector<document::Value>& values,
                             View view,
                             bool as_text) {
  schema::CompileOptions options = description.CompileOptionsFor(description.root.document());
  options.check_meta_schema = false;
  options.view = view;
  options.as_text = as_text;
  std::vector<schema::PlacedSchema> places;
  places.reserve(values.size());
  for (const document::Value& value : values) {
    places.push_back({value, description.UriOf(value.document())});
  }
  return schema::CompileAll(places, options);
}

}  // namespace

UseGraphs::UseGraphs(const Parties& parties,
                     const std::vector<const SchemaUse*>& uses,
                     const schema::InclusionOptions& limits)
    : parties_(parties) {
  std::vector<document::Value> written;
  std::vector<document::Value> read;
  for (const SchemaUse* use : uses) {
    written.push_back(parties.old_writer ? use->before : use->after);
    read.push_back(parties.old_writer ? use->after : use->before);
  }
  schema::SchemaSet writers =
      CompileFor(parties.writer, written, ViewOf(parties.flow, true), false);
  schema::SchemaSet readers =
      CompileFor(parties.reader, read, ViewOf(parties.flow, false), parties.as_text);
  if (!writers.schema || !readers.schema) {
    return;
  }
  writer_ = std::move(writers.schema);
  reader_ = std::move(readers.schema);
  for (std::size_t i = 0; i < uses.size(); ++i) {
    written_.emplace(uses[i], writers.roots[i]);
    read_.emplace(uses[i], readers.roots[i]);
  }
  session_ = std::make_unique<schema::InclusionSession>(*writer_, *reader_, limits);
}

const SchemaNode* UseGraphs::Find(const Indices& indices, const SchemaUse& use) {
  const auto found = indices.find(&use);
  return found == indices.end() || found->second == nullptr ? nullptr : &Behind(*found->second);
}

const SchemaNode* UseGraphs::WrittenAt(const document::Value& place) const {
  return NodeAt(writer_, place);
}

const SchemaNode* UseGraphs::ReadAt(const document::Value& place) const {
  return NodeAt(reader_, place);
}

const SchemaNode* UseGraphs::NodeAt(const schema::SchemaPtr& graph,
                                    const document::Value& place) const {
  const SchemaNode* node = graph && place ? graph->NodeAt(*place) : nullptr;
  if (node == nullptr || !session_->Knows(*node)) {
    return nullptr;
  }
  return &Behind(*node);
}

bool UseGraphs::IsRefused(const SchemaNode& written,
                          const SchemaNode& read,
                          const document::Node& payload,
                          bool exploded) const {
  if (!IsValid(*writer_, written, payload)) {
    return false;
  }
  return parties_.as_text ? FitsAsText(*reader_, read, payload, exploded) == false
                          : !IsValid(*reader_, read, payload);
}

}  // namespace accord::breaking::api
