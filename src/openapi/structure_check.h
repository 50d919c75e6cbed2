#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "accord/document/value.h"
#include "accord/openapi/description.h"

#include "openapi/documents.h"
#include "openapi/faults.h"
#include "openapi/structure.h"

namespace accord::openapi {

/// Goes through a description and all that its references lead to, and says what does not have the
/// form that it should have, and which references lead nowhere.
class StructureCheck {
 public:
  StructureCheck(const Documents& documents, Version version, Faults& faults)
      : documents_(documents), version_(version), faults_(faults) {}

  void Check(const document::Value& root);
  /// The schemas that do not stand in other schemas of their file.
  std::vector<document::Value> TakeSchemas() { return std::move(schemas_); }

 private:
  struct Step {
    const document::Node* node;
    Part part;
  };
  struct Reference {
    document::Value holder;
    Part part;  // What it should lead to.
  };

  // More unknown fields are no slips.
  static constexpr std::size_t kMostUnknown = 2000;

  /// Goes through what is below a value.
  void Walk(const document::Value& from, Part part, bool note_seen);
  void Visit(const Step& step);
  void VisitSchema(const document::Node& node);
  void VisitMapping(const document::Node& schema);
  void VisitObject(const document::Node& node, const Structure& structure);
  /// Whether the object is a reference and nothing else.
  bool VisitReference(const document::Node& node, const Structure& structure);
  void VisitMember(const document::Member& member, const Structure& structure);
  void VisitUnknown(const document::Member& member, const Structure& structure);
  void PushField(const document::Node& value, const Field& field, const Structure& structure);
  void PushValue(const document::Node& value,
                 const Field& field,
                 const Structure& structure,
                 std::string_view each);
  void NoteSchema(const document::Value& schema, Part part);
  void CheckFields(const document::Node& node, const Structure& structure);
  void CheckCarrier(const document::Node& node, const Structure& structure);
  void CheckParameter(const document::Node& node);
  void CheckSecurityScheme(const document::Node& node);
  void CheckStatus(const document::Member& member);
  void CheckParameterList(const document::Node& node);

  void FollowReferences();
  void FollowReference(const Reference& reference);
  bool LeadsInCircle(const document::Value& holder, const document::Value& target) const;
  bool WasWalked(const Reference& reference, const document::Value& target);

  document::Value At(const document::Node& node) const { return {document_, &node}; }

  const Documents& documents_;
  Version version_;
  Faults& faults_;
  document::Value root_;
  document::DocumentPtr document_;  // That is gone through.
  std::vector<Step> steps_;
  std::vector<Reference> references_;
  std::vector<document::Value> schemas_;
  bool note_seen_ = false;
  std::size_t unknown_fields_ = 0;
  std::unordered_set<const document::Node*> seen_;  // Outside of the tree of the main document.
};

}  // namespace accord::openapi
