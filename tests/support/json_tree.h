#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/document.h"

namespace accord::test {

/// A JSON value that can be changed: what generators, mutators and shrinkers work on.
struct Json {
  document::Kind kind = document::Kind::kNull;
  std::string text;                ///< A string's value, a number's text, `true` or `false`.
  std::vector<std::string> names;  ///< An object's, in the order of `items`.
  std::vector<Json> items;         ///< Items of an array, values of an object.

  static Json Bool(bool value);
  static Json Number(std::string_view text);
  static Json String(std::string_view text);
  static Json Array(std::vector<Json> items = {});
  static Json Object();
  static Json From(const document::Node& node);
  /// `json` is valid; anything else is a fault of the test.
  static Json Parse(std::string_view json);

  bool is_object() const { return kind == document::Kind::kObject; }
  bool is_array() const { return kind == document::Kind::kArray; }
  const Json* Find(std::string_view name) const;
  Json* Find(std::string_view name);
  /// Adds a member or replaces its value.
  void Set(std::string_view name, Json value);
  /// Takes away an item or a member.
  void Erase(std::size_t index);

  /// JSON on one line.
  std::string ToText() const;
  document::DocumentPtr ToDocument(std::string name) const;

  friend bool operator==(const Json& a, const Json& b) = default;
};

}  // namespace accord::test
