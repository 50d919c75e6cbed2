#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "accord/openapi/description.h"
#include "accord/schema/includes.h"

#include "breaking/openapi/change.h"

namespace accord::breaking::api {

/// Who writes and who reads what some uses of schemas describe.
struct Parties {
  const openapi::Description& writer;
  const openapi::Description& reader;
  bool old_writer = true;  ///< The writer follows the old version, the reader the new one.
  Flow flow = Flow::kRequest;
  bool as_text = false;
};

/// Schemas of some uses, compiled: of one version as their writer follows them, of the other as
/// their reader does. Questions about all of them share what is found out.
class UseGraphs {
 public:
  UseGraphs(const Parties& parties,
            const std::vector<const SchemaUse*>& uses,
            const schema::InclusionOptions& limits);

  const Parties& parties() const { return parties_; }
  /// The schema of a use, references followed; nullptr when it cannot be used.
  const schema::SchemaNode* Written(const SchemaUse& use) const { return Find(written_, use); }
  const schema::SchemaNode* Read(const SchemaUse& use) const { return Find(read_, use); }
  /// What was read from a place of a document, references followed; nullptr when nothing was.
  const schema::SchemaNode* WrittenAt(const document::Value& place) const;
  const schema::SchemaNode* ReadAt(const document::Value& place) const;

  /// Only when some use can be used.
  schema::InclusionSession& session() { return *session_; }

  /// Whether a payload fits the writer's schema and not the reader's.
  bool IsRefused(const schema::SchemaNode& written,
                 const schema::SchemaNode& read,
                 const document::Node& payload,
                 bool exploded) const;

 private:
  using Indices = std::unordered_map<const SchemaUse*, const schema::SchemaNode*>;

  static const schema::SchemaNode* Find(const Indices& indices, const SchemaUse& use);
  const schema::SchemaNode* NodeAt(const schema::SchemaPtr& graph,
                                   const document::Value& place) const;

  Parties parties_;
  schema::SchemaPtr writer_;
  schema::SchemaPtr reader_;
  Indices written_;
  Indices read_;
  std::unique_ptr<schema::InclusionSession> session_;
};

}  // namespace accord::breaking::api
