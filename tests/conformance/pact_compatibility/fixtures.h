#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "accord/document/value.h"
#include "accord/pact/body.h"

namespace accord::compatibility {

/// The suite's `fixtures` folder, and cells of its tables that refer to it.
class Fixtures {
 public:
  explicit Fixtures(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::string Read(std::string_view name) const;
  /// `JSON: …` or the name of a JSON fixture, with or without `file:`.
  document::Value Json(std::string_view cell) const;

  /// `file: name`, `JSON: …`, `XML: …`, `EMPTY` or plain text. The media type is `declared`, else
  /// what the cell implies, else `current`, else text. nullopt for an empty cell.
  std::optional<pact::Body> Body(std::string_view cell,
                                 std::string_view declared,
                                 std::string_view current) const;

 private:
  pact::Body FileBody(std::string_view name,
                      std::string_view declared,
                      std::string_view current) const;

  std::filesystem::path folder_;
};

/// The same body as a contract holds it: JSON as a value.
pact::Body AsContract(pact::Body body);

document::Value ParseJson(std::string_view text);
/// The value of a JSON body; fails when it is none.
document::Value JsonOf(const pact::Body& body);
/// `JSON: …` as that value, anything else as a string.
document::Value ValueOf(std::string_view cell);

}  // namespace accord::compatibility
