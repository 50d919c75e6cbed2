#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/value.h"
#include "accord/finding/finding.h"
#include "accord/openapi/description.h"

// What only this family needs is in a namespace of its own: the families have words in common.
namespace accord::breaking::api {

/// Who writes what a schema describes. The reader must get along with all of it.
enum class Flow : std::uint8_t {
  kRequest,   ///< Clients write, the provider reads: what was valid must stay valid.
  kResponse,  ///< The provider writes, clients read: nothing new may come.
};

/// A place in one version: a value, and the keyword of it that matters.
struct Place {
  document::Value value;  ///< Empty: that version has nothing there.
  std::string_view keyword = {};
};

/// What carries the values that a schema describes.
enum class Carrier : std::uint8_t { kBody, kParameter, kHeader };

/// A schema in both versions, where the contract uses it: the body of a request in one media type,
/// a parameter, a response header. Inclusion is decided for these.
struct SchemaUse {
  Flow flow = Flow::kRequest;
  Carrier carrier = Carrier::kBody;
  std::string where;   ///< For people: "request body (application/json)", "query parameter limit".
  std::string name;    ///< Of the media type, parameter or header.
  std::string status;  ///< Of the response; empty for requests.
  openapi::In in = openapi::In::kQuery;  ///< Of a parameter.
  /// Of a parameter in the new version: each item of an array is a parameter of its own, so one
  /// value and an array of one look alike.
  bool exploded_form = false;
  /// Values arrive as text (parameters, headers, forms, XML): numbers and strings are no different.
  bool as_text = false;
  document::Value before;
  document::Value after;
  std::string method;  ///< Of the operation, as in Change.
  std::string path;
  std::string operation_id;
  bool differs = false;                 ///< In what the versions demand, or in how they say it.
  std::optional<finding::Touch> touch;  ///< What consumers use of it; nullopt: it is not recorded.
};

/// Where a change inside of a schema shows: SchemaPairings knows the rest.
struct Sighting {
  std::uint32_t use = 0;      ///< Number of the use.
  std::uint32_t way = 0;      ///< From its schema to the one that changed.
  std::uint32_t finding = 0;  ///< Of those of that schema.

  friend bool operator==(const Sighting&, const Sighting&) = default;
};

/// Something that differs between two versions of an API: what it is called, and where it is. What
/// follows from it is for the profile to say.
struct Change {
  const finding::RuleInfo* rule = nullptr;  ///< Never null; its severity is oasdiff's level.
  std::vector<std::string> args;  ///< What the message names, in order: a property path, values …
  std::string message;            ///< One line for people.

  std::string method;        ///< `GET`; empty when it is about no operation.
  std::string path;          ///< `/orders/{id}`; of webhooks `webhook:NAME`.
  std::string operation_id;  ///< Of the new version, else the old.
  std::string section;  ///< `security`, `components`, `info` …; for changes without operation.

  Place before;
  Place after;

  /// What the strict profile makes of it, where that is not what its rule says. Schemas apart:
  /// those are judged.
  std::optional<finding::Severity> strict;
  std::vector<finding::Witness> witnesses;  ///< Payloads that prove it.
  std::string help;                         ///< What else there is to know, one line.

  /// What recorded contracts have to use for the change to hit them; nullopt: that of the use, or
  /// it cannot be told.
  std::optional<finding::Touch> touch;

  // For changes inside of schemas; the others are what their rule says.
  const SchemaUse* use = nullptr;  ///< Where the contract uses the schema.
  document::Value schema_before;   ///< The innermost schema around the change, as written.
  document::Value schema_after;
  std::string schema_path;          ///< From the use's schema: `/items/properties/name`.
  std::string property;             ///< When it is about a property of that schema.
  std::vector<std::string> values;  ///< Old and new ones, the same wherever the schema is used.
  Sighting sighting;                ///< This one.
  std::vector<Sighting> elsewhere;  ///< Where else the same change shows; only when told once.
};

}  // namespace accord::breaking::api
