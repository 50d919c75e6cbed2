#pragma once

#include <string_view>
#include <vector>

#include "accord/document/value.h"

#include "openapi/documents.h"
#include "openapi/reader.h"
#include "openapi/upgrade.h"
#include "openapi/upgrade_schemas.h"
#include "openapi/upgrade_writer.h"

namespace accord::openapi {

/// One Swagger 2.0 document while it is written anew as OpenAPI 3.0.
class Upgrader {
 public:
  Upgrader(const document::DocumentPtr& document, const Documents& originals)
      : originals_(originals),
        root_(document),
        writer_(document),
        schemas_(writer_, root_.document(), originals) {}

  Upgraded Run();

 private:
  /// A parameter with the place at which it is listed.
  struct Listed {
    document::Value written;    // As in the list; may be a reference.
    document::Value parameter;  // Where that leads; empty when nowhere.
    std::string_view in;

    bool is_body() const { return in == "body" || in == "formData"; }
  };

  void WriteServers(const document::Value& schemes);
  void WriteServer(const document::Value& at, std::string_view scheme);
  void WriteComponents();
  void WriteSecurityScheme(const document::Value& scheme);
  void WriteFlows(const document::Value& scheme);

  void WritePaths(const document::Value& paths);
  void WritePathItem(const document::Value& written);
  void WriteOperation(const document::Value& operation, const std::vector<Listed>& shared);
  void WriteResponses(const document::Value& responses, const document::Value& operation);
  void WriteResponse(const document::Value& written, const document::Value& produces);
  void WriteContent(const document::Value& response, const document::Value& produces);
  void WriteHeader(const document::Value& header);

  Listed ListedAs(const document::Value& written) const;
  std::vector<Listed> List(const document::Value& object) const;
  void WriteParameters(const std::vector<Listed>& parameters, const document::Value& at);
  void WriteParameter(const Listed& listed);
  void WriteStyle(const document::Value& parameter);
  /// The body of an operation out of its `body` and `formData` parameters.
  void WriteRequestBody(const document::Value& operation, const std::vector<Listed>& parameters);
  void WriteBody(const document::Value& body, const document::Value& consumes);
  void WriteForm(const std::vector<const Listed*>& fields, const document::Value& consumes);
  void WriteFormSchema(const std::vector<const Listed*>& fields);
  void WriteFormEncoding(const std::vector<const Listed*>& fields);

  /// Writes a reference to something that the document shares, where it is shared now; false when
  /// it is no such reference.
  bool WriteShared(const document::Value& written,
                   std::string_view old_place,
                   std::string_view new_place);
  /// `consumes` or `produces` of an operation, else of the document; empty when neither has one.
  document::Value TypesOf(const document::Value& operation, std::string_view key) const;
  /// Takes over the members of an object that `special` does not say to have dealt with.
  template <typename Special>
  void WriteMembers(const document::Value& object, const Special& special) {
    ForEachMember(*object, [&](const document::Member& member) {
      if (!special(member)) {
        writer_.PutMember(object, member);
      }
    });
  }

  const Documents& originals_;
  document::Value root_;
  UpgradeWriter writer_;
  SchemaUpgrader schemas_;
};

}  // namespace accord::openapi
