#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "accord/document/value.h"
#include "accord/schema/ir.h"

#include "schema/build/keywords.h"
#include "schema/build/language.h"
#include "schema/build/languages.h"
#include "schema/build/report.h"

namespace accord::schema {

struct SchemaPlace;

/// A resource with what only compiling needs to know about it.
struct ResourceScope {
  Resource* resource = nullptr;
  const Language* language = nullptr;
  document::DocumentPtr document;
  const document::Node* root = nullptr;
  bool used = false;      ///< Something of it is in the graph.
  bool surveyed = false;  ///< Of an API description: its named schemas are known.
  std::unordered_map<std::string_view, SchemaPlace*> anchors;
  std::vector<std::pair<std::string_view, SchemaPlace*>> dynamic_anchors;
};

/// A JSON value that is a schema, or is used as one.
struct SchemaPlace {
  const document::Node* node = nullptr;
  ResourceScope* scope = nullptr;
  std::string pointer;           ///< From the root of the resource.
  SchemaNode* schema = nullptr;  ///< Once it is needed.
};

/// Knows where schemas stand in documents, and which identifiers and anchors they have.
class SchemaRegistry {
 public:
  SchemaRegistry(Languages& languages, SchemaFaults& faults, std::size_t max_schemas)
      : languages_(languages), faults_(faults), max_schemas_(max_schemas) {}

  /// Makes a document known under `uri`. Unless `is_schema`, its root is no schema but may hold
  /// some. Gives the scope of its root.
  ResourceScope& AddDocument(const document::DocumentPtr& document,
                             const std::string& uri,
                             const Language& language,
                             bool is_schema);
  /// Makes the schemas at and below a place known that none of the keywords around it declares;
  /// their identifiers count only when `claims_ids`. nullptr when there are too many schemas.
  SchemaPlace* AddPlace(const document::Node& node,
                        ResourceScope& scope,
                        std::string pointer,
                        bool claims_ids);

  /// A limit was reached, which is a fault; not every schema is known.
  bool too_large() const { return too_large_; }

  SchemaPlace* Find(const document::Node& node);
  ResourceScope* FindResource(const std::string& uri);
  /// Every resource with what is known about it.
  const std::deque<ResourceScope>& scopes() const { return scopes_; }
  /// Every place found so far, in the order in which they were met.
  const std::deque<SchemaPlace*>& places() const { return order_; }
  std::deque<Resource>& resources() { return resources_; }
  std::deque<Resource> TakeResources() { return std::move(resources_); }

 private:
  struct Step {
    const document::Node* node;
    ResourceScope* scope;
    std::string pointer;
  };

  ResourceScope& NewScope(const document::DocumentPtr& document,
                          const document::Node& root,
                          std::string uri,
                          const Language& language);
  void Survey(Step first, bool claims_ids);
  void Visit(Step step, bool claims_ids);
  ResourceScope* EnterResource(const Step& step, bool claims_ids);
  void ClaimUri(ResourceScope& scope, const document::Member& id);
  void NotePlainNameId(SchemaPlace& place, std::string_view keyword);
  void NoteAnchors(SchemaPlace& place);
  void NoteAnchor(SchemaPlace& place, std::string_view keyword);
  void AddAnchor(SchemaPlace& place, std::string_view name, std::string_view keyword);
  void PushChildren(const SchemaPlace& place);
  void PushValue(const SchemaPlace& place,
                 KeywordShape shape,
                 const document::Node& value,
                 const std::string& pointer);
  void Push(const SchemaPlace& place, const document::Node& node, std::string pointer);
  bool WithinLimits(const Step& step);

  Languages& languages_;
  SchemaFaults& faults_;
  std::size_t max_schemas_;
  std::size_t pointer_bytes_ = 0;
  bool too_large_ = false;
  std::deque<Resource> resources_;
  std::deque<ResourceScope> scopes_;
  std::unordered_map<const document::Node*, SchemaPlace> places_;
  std::deque<SchemaPlace*> order_;
  std::unordered_map<std::string, ResourceScope*> by_uri_;
  std::unordered_map<const document::Node*, ResourceScope*> documents_;  // By their roots.
  std::vector<Step> steps_;
};

}  // namespace accord::schema
