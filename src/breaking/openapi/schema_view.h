#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/document/value.h"
#include "accord/openapi/description.h"

namespace accord::breaking::api {

/// A schema with its `$ref` followed. Empty when there is none, or the reference leads nowhere.
class SchemaView {
 public:
  SchemaView() = default;
  /// Opens a schema of `description`, as written.
  SchemaView(const openapi::Description& description, document::Value written);

  explicit operator bool() const { return static_cast<bool>(schema_); }

  const document::Value& written() const { return written_; }
  /// Where the reference leads; `written()` when there is none.
  const document::Value& schema() const { return schema_; }
  /// What stands beside a `$ref`, in versions of OpenAPI in which that counts.
  const document::Value& beside() const { return beside_; }

  /// `#/components/schemas/Pet`; empty: no reference.
  std::string_view reference() const;
  /// The schema `false`.
  bool forbids() const { return schema_ && schema_->is_bool() && !schema_->boolean(); }

  const document::Node* Find(std::string_view keyword) const;
  /// As Find, with its document.
  document::Value At(std::string_view keyword) const;
  bool Has(std::string_view keyword) const { return Find(keyword) != nullptr; }
  /// Whether a keyword is `true`.
  bool Flag(std::string_view keyword) const;
  std::string_view Text(std::string_view keyword) const;
  /// The types as written; empty: any.
  std::vector<std::string_view> Types() const;
  /// Elements of a list of schemas.
  std::vector<document::Value> List(std::string_view keyword) const;
  /// A property as written; empty: there is none.
  document::Value Property(std::string_view name) const;

  /// Whether all that the schema demands is under one of these keywords.
  bool DemandsOnly(std::initializer_list<std::string_view> keywords) const;

 private:
  document::Value written_;
  document::Value schema_;
  document::Value beside_;
};

}  // namespace accord::breaking::api
