#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/value.h"

#include "openapi/documents.h"
#include "openapi/upgrade_writer.h"

namespace accord::openapi {

/// Writes schemas of Swagger 2.0 as OpenAPI 3.0 has them.
class SchemaUpgrader {
 public:
  SchemaUpgrader(UpgradeWriter& writer,
                 const document::DocumentPtr& document,
                 const Documents& originals)
      : writer_(writer), document_(document), originals_(originals) {}

  void WriteSchema(const document::Value& schema) { Write(schema, Form::kSchema); }
  /// The schema of a parameter, a header or an item, whose keywords stand among other fields.
  void WriteInlineSchema(const document::Value& carrier) { Write(carrier, Form::kCarrier); }
  /// A document of which it is not known where schemas stand in it.
  void WriteDocument(const document::Value& root) { Write(root, Form::kAnything); }
  /// Where a reference leads, as it must be written in the upgraded document.
  std::string Rewritten(const document::Value& holder, std::string_view reference) const;

 private:
  enum class Form : std::uint8_t { kSchema, kCarrier, kMap, kList, kAnything };
  struct Frame {
    document::Value value;
    Form form;
    std::size_t next = 0;  // Of its children.
  };

  // What is written again and again may not grow without bound; the rest is taken over as it is.
  static constexpr std::size_t kMaxWritten = 5000000;

  void Write(const document::Value& value, Form form);
  void Open(const document::Value& value, Form form);
  void WriteNext(Frame& frame);
  void WriteKeyword(const document::Value& schema, const document::Member& member, Form form);
  void WriteSpecials(const document::Value& schema, Form form);

  UpgradeWriter& writer_;
  const document::DocumentPtr& document_;
  const Documents& originals_;
  std::vector<Frame> frames_;
  std::size_t written_ = 0;
};

}  // namespace accord::openapi
