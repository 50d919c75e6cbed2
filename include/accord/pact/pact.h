#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accord/document/value.h"
#include "accord/pact/body.h"
#include "accord/pact/generators.h"
#include "accord/pact/matching_rules.h"

namespace accord::pact {

/// Version of the Pact specification a file is written in.
enum class SpecVersion : std::uint8_t {
  kV1,
  kV1_1,  // NOLINT(readability-identifier-naming): stands for the dot in 1.1.
  kV2,
  kV3,
  kV4,
};
/// `1.0.0`, `1.1.0`, `2.0.0`, `3.0.0`, `4.0`.
std::string_view ToString(SpecVersion version);

/// Members of the contract file that this model has no field for; kept for writing.
using Extras = std::vector<std::pair<std::string, document::Value>>;

struct ProviderState {
  std::string name;
  document::Value params;  ///< An object, or empty.
};

struct QueryParameter {
  std::string name;
  std::vector<std::optional<std::string>> values;  ///< Decoded; nullopt = name without `=`.
};

struct Header {
  std::string name;
  std::vector<std::string> values;
};

/// Name without case; nullptr when absent.
const Header* FindHeader(const std::vector<Header>& headers, std::string_view name);
/// Exact name; nullptr when absent.
const QueryParameter* FindParameter(const std::vector<QueryParameter>& query,
                                    std::string_view name);

struct Request {
  std::string method = "GET";  ///< Upper case.
  std::string path = "/";      ///< As on the wire, not decoded.
  std::vector<QueryParameter> query;
  std::vector<Header> headers;
  Body body;
  MatchingRules rules;
  Generators generators;
  Extras extras;
  document::Value source;

  /// Declared beside the body, else the Content-Type header; empty when neither is there.
  std::string ContentType() const;
};

struct Response {
  int status = 200;
  std::vector<Header> headers;
  Body body;
  MatchingRules rules;
  Generators generators;
  Extras extras;
  document::Value source;

  std::string ContentType() const;
};

using Metadata = std::vector<std::pair<std::string, document::Value>>;

/// Contents and metadata of one message.
struct Message {
  Body contents;
  Metadata metadata;
  MatchingRules rules;
  Generators generators;
  Extras extras;
  document::Value source;

  /// Declared beside the contents, else metadata `contentType` or `content-type` (any case).
  std::string ContentType() const;
};

enum class InteractionKind : std::uint8_t { kHttp, kAsyncMessage, kSyncMessage };
/// `Synchronous/HTTP`, `Asynchronous/Messages`, `Synchronous/Messages`.
std::string_view ToString(InteractionKind kind);

/// One thing a consumer expects.
struct Interaction {
  InteractionKind kind = InteractionKind::kHttp;
  std::string description;
  std::string key;        ///< v4; empty when absent.
  std::string id;         ///< The broker's `_id`; empty when absent.
  bool pending = false;   ///< v4: a failure does not count yet.
  std::string transport;  ///< v4; empty when absent.
  std::vector<ProviderState> states;
  document::Value comments;              ///< v4 object, or empty.
  document::Value plugin_configuration;  ///< v4 object, or empty.
  document::Value markup;                ///< v4 `interactionMarkup`, or empty.

  // kHttp
  Request request;
  Response response;
  // kAsyncMessage: one message. kSyncMessage: the request, and the expected replies.
  Message message;
  std::vector<Message> replies;

  Extras extras;
  document::Value source;  ///< Where the contract defines it.
};

/// A plugin the contract was made with.
struct Plugin {
  std::string name;
  std::string version;
  document::Value configuration;
};

/// One contract: what a consumer expects of a provider.
struct Pact {
  SpecVersion version = SpecVersion::kV4;
  std::string consumer;
  std::string provider;
  std::vector<Interaction> interactions;  ///< HTTP, then messages, as in the file.
  std::vector<Plugin> plugins;
  Extras consumer_extras, provider_extras;
  Extras metadata;                 ///< Other than `pactSpecification` and `plugins`.
  Extras extras;                   ///< Top-level members such as `_links`.
  document::DocumentPtr document;  ///< The file; nullptr for a pact made in memory.
};

}  // namespace accord::pact
