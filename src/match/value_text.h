#pragma once

#include <span>
#include <string>
#include <string_view>

#include "accord/document/node.h"

namespace accord::match {

/// A text as a sentence shows it: in single quotes, cut.
std::string Quoted(std::string_view text);

/// A value as a sentence shows it: strings in single quotes, the rest as JSON, cut. Never looks at
/// more of a large value than it shows.
std::string Shown(const document::Node& value);
/// JSON of any value, strings too, members by name, cut.
std::string ShownJson(const document::Node& value);
/// As Shown(), with the type behind it: `'b' (String)`.
std::string ShownWithType(const document::Node& value);
/// A list with blanks after its commas: `[1, 2]`, cut.
std::string ShownList(const document::Node& list);
/// `one, two`, cut.
std::string ShownNames(std::span<const std::string_view> names);
/// A value for the `expected` and `actual` fields: text of a string, JSON of the rest, cut.
std::string Excerpt(const document::Node& value);
std::string Excerpt(std::string_view text);

/// `Null`, `Boolean`, `Integer`, `Decimal`, `String`, `Array`, `Object`.
std::string_view TypeName(const document::Node& value);

/// The text that text matchers see: that of a string, else the JSON. `buffer` holds it when it had
/// to be made.
std::string_view TextForm(const document::Node& value, std::string& buffer);

}  // namespace accord::match
