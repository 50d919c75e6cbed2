#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/document.h"
#include "accord/finding/report.h"
#include "accord/openapi/description.h"
#include "accord/pact/pact.h"
#include "accord/proto/sources.h"
#include "accord/schema/schema.h"

namespace accord::conform {

class AsyncApi;

/// What a provider says about itself. HTTP interactions are looked up in all `apis`, messages in
/// all `events`; where there are none of these, a message is held against the one of `types` that
/// it names, and each other one against `messages`, else against `type`.
struct Specification {
  std::vector<openapi::DescriptionPtr> apis;
  std::vector<std::shared_ptr<const AsyncApi>> events;
  schema::SchemaPtr messages;
  std::map<std::string, document::Value> types;  ///< Schemas of protobuf messages, by full name.
  std::string type;                              ///< One of them; empty: none.

  bool describes_messages() const {
    return !events.empty() || messages != nullptr || !types.empty();
  }
  bool empty() const { return apis.empty() && !describes_messages(); }
  /// The type with that full name, or the only one that ends with it; nullptr: none.
  const document::Value* FindType(std::string_view name) const;
};

struct LoadOptions {
  std::string uri;            ///< Where the document was found; base of its references.
  schema::LoadDocument load;  ///< Delivers other documents. Empty: references to them are faults.
};

struct LoadResult {
  bool usable = false;  ///< Something of the document can be checked against.
  std::vector<finding::Finding> findings;
};

/// Adds what a document describes: OpenAPI 2.0 to 3.2, AsyncAPI 3, or JSON Schema.
LoadResult Load(const document::DocumentPtr& document,
                const LoadOptions& options,
                Specification& specification);

/// Adds the messages of .proto files or of a descriptor set, as they are in JSON. When there is one
/// only, it becomes the `type`.
LoadResult LoadProto(const std::shared_ptr<const proto::Sources>& sources,
                     Specification& specification);

/// Holds contracts against a specification; no provider has to run. What was compiled stays for
/// the next contract. Not safe to share between threads.
class Checker {
 public:
  explicit Checker(Specification specification);
  ~Checker();
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;

  /// One check for each interaction, in their order. A check that passed was looked at; what of it
  /// was not is said in its notes.
  std::vector<finding::Check> Check(const pact::Pact& pact);

  /// Operations, statuses and fields that none of the contracts so far uses, as findings.
  std::vector<finding::Finding> Unused() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Every rule about contracts and specifications.
std::span<const finding::RuleInfo* const> Rules();

}  // namespace accord::conform
