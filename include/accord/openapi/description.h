#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accord/document/value.h"
#include "accord/finding/finding.h"
#include "accord/schema/schema.h"

namespace accord::openapi {

enum class Version : std::uint8_t {
  k2_0,  // NOLINT(readability-identifier-naming) Upgraded on load: the model speaks 3.0.
  k3_0,  // NOLINT(readability-identifier-naming)
  k3_1,  // NOLINT(readability-identifier-naming)
  k3_2,  // NOLINT(readability-identifier-naming)
};

/// Where a parameter travels.
enum class In : std::uint8_t { kQuery, kHeader, kPath, kCookie, kQueryString };
std::string_view ToString(In in);

// Every element keeps `source`: the object it was read from, after references were followed, with
// its document; extensions (`x-…`) and what the model leaves out are found there. Elements that
// could not be read are left out; a finding says so.

/// A media type of a body, a parameter or a header.
struct MediaType {
  std::string name;  ///< As written: `application/json; charset=utf-8`.
  document::Value source;
  document::Value schema;  ///< As written, `$ref` included; empty: anything.
};

struct Parameter {
  std::string name;
  In in = In::kQuery;
  bool required = false;
  bool deprecated = false;
  bool allow_empty_value = false;
  bool allow_reserved = false;
  std::string style;  ///< The default of its place when none is written.
  bool explode = false;
  bool shared = false;     ///< Written at the path, for all its operations.
  document::Value schema;  ///< Empty when it has `content`.
  std::vector<MediaType> content;
  document::Value source;
};

struct Header {
  std::string name;  ///< As written.
  bool required = false;
  bool deprecated = false;
  bool explode = false;
  document::Value schema;
  std::vector<MediaType> content;
  document::Value source;
};

struct RequestBody {
  bool required = false;
  std::vector<MediaType> content;
  document::Value source;
};

struct Link {
  std::string name;
  document::Value source;
};

struct Response {
  std::string status;  ///< `200`, `2XX` (upper case), `default`.
  std::vector<Header> headers;
  std::vector<MediaType> content;
  std::vector<Link> links;
  document::Value source;
};

struct Server {
  std::string url;   ///< With the defaults of its variables put in.
  std::string path;  ///< Of the URL, without a slash at its end: `/v1`; empty: none.
  document::Value source;
};

/// One way to be let in: all its schemes together. Without any: anonymous access.
struct SecurityRequirement {
  struct Scheme {
    std::string name;
    std::vector<std::string> scopes;
  };
  std::vector<Scheme> schemes;
  document::Value source;
};
/// Alternatives. An empty list asks for nothing.
using Security = std::vector<SecurityRequirement>;

struct SecurityScheme {
  std::string name;
  std::string type;       ///< `apiKey`, `http`, `oauth2`, `openIdConnect`, `mutualTLS`.
  std::string scheme;     ///< Of `http`, lower case: `basic`, `bearer`.
  In in = In::kHeader;    ///< Of `apiKey`.
  std::string parameter;  ///< Of `apiKey`: the name of the header, query parameter or cookie.
  document::Value source;
};

struct PathItem;

/// Requests that the provider sends: `{$request.body#/url}` and what it sends there.
struct Callback {
  std::string name;
  std::vector<PathItem> items;
  document::Value source;
};

struct Operation {
  std::string method;  ///< Upper case: `GET`.
  std::string id;      ///< `operationId`; empty: none.
  bool deprecated = false;
  std::vector<std::string> tags;
  std::vector<Parameter> parameters;  ///< Its own first, then those of the path that it keeps.
  std::optional<RequestBody> body;
  std::vector<Response> responses;
  std::vector<Callback> callbacks;
  std::optional<Security> security;  ///< nullopt: that of the document holds.
  std::vector<Server> servers;       ///< Its own; empty: those of the path, else the document's.
  document::Value source;
};

struct PathItem {
  std::string path;  ///< Template as written; of a webhook its name, of a callback its expression.
  std::vector<Operation> operations;
  std::vector<Parameter> parameters;  ///< Those written at the path.
  std::vector<Server> servers;        ///< Its own.
  document::Value source;
};

/// A named part of `components`.
struct Component {
  std::string name;
  document::Value source;  ///< As written, `$ref` included.
};

/// An API as its OpenAPI document describes it, with all the files that it is split over.
/// Immutable; safe to share between threads.
class Description {
 public:
  ~Description();
  Description(const Description&) = delete;
  Description& operator=(const Description&) = delete;

  Version version = Version::k3_0;
  std::string version_text;  ///< As written: `3.0.3`.
  std::string title;         ///< `info.title`.
  std::string api_version;   ///< `info.version`.
  std::vector<Server> servers;
  std::vector<PathItem> paths;
  std::vector<PathItem> webhooks;  ///< Requests that the provider sends.
  std::vector<Component> schemas;  ///< `components/schemas`.
  std::vector<SecurityScheme> security_schemes;
  Security security;
  document::Value root;

  /// What stands at `at` once its `$ref` chain is followed, through files too; empty when a
  /// reference leads nowhere or in circles. A value without `$ref` is returned as it is. What
  /// stands beside a `$ref` is left out, which 3.1 allows: see schema::Compile for all of it.
  document::Value Resolve(const document::Value& at) const;

  /// The dialect of Schema Objects without `$schema`.
  schema::Dialect dialect() const;
  /// For schema::Compile of a schema that stands in `document`, one of this description's. Slips of
  /// form that leave the meaning clear (`required: []` in 3.0) are overlooked.
  schema::CompileOptions CompileOptionsFor(const document::DocumentPtr& document) const;
  /// The URI under which references find a document of this description.
  std::string UriOf(const document::DocumentPtr& document) const;

 private:
  friend class DescriptionBuilder;
  friend std::vector<finding::Finding> CheckSchemas(const Description&,
                                                    const std::vector<finding::Finding>&);
  Description();
  struct Storage;
  std::unique_ptr<Storage> storage_;
};
using DescriptionPtr = std::shared_ptr<const Description>;

struct LoadOptions {
  std::string uri;            ///< Where the document was found; base of its references.
  schema::LoadDocument load;  ///< Delivers other documents. Empty: references to them are faults.
};

struct LoadResult {
  DescriptionPtr description;  ///< nullptr when the document is no OpenAPI document at all.
  /// What is wrong with it, with places. What could not be read is left out of the model.
  std::vector<finding::Finding> findings;
};

/// Whether a document says that it is an OpenAPI (or Swagger) document, of whatever version.
bool IsOpenApi(const document::Node& root);

/// Reads an OpenAPI document of version 2.0, 3.0, 3.1, or what 3.2 has in common with them.
LoadResult Load(const document::DocumentPtr& document, const LoadOptions& options);

/// Compiles every schema of a description, and says what is wrong with them: as a warning what only
/// the meta-schema objects to. What is among the `known` findings of Load() is not said again.
std::vector<finding::Finding> CheckSchemas(const Description& description,
                                           const std::vector<finding::Finding>& known);

/// The path template without the names of its parameters: `/orders/{}/lines`. Two templates of one
/// shape are the same path (OpenAPI 3.0.3, Paths Object).
std::string PathShape(std::string_view path);
/// The names between braces, in order.
std::vector<std::string> PathParameters(std::string_view path);

}  // namespace accord::openapi
