#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "accord/finding/finding.h"
#include "accord/openapi/description.h"
#include "accord/pact/pact.h"
#include "accord/schema/schema.h"

namespace accord::conform {

/// What consumers recorded, for telling which of them a change of the interface hits. The `hits` of
/// a finding are set, possibly to none, when it tells what it touches; else they stay unset.
class Consumers {
 public:
  /// Interactions whose payload cannot be looked into are said in `findings`, as warnings.
  Consumers(std::vector<pact::Pact> pacts, std::vector<finding::Finding>& findings);
  ~Consumers();
  Consumers(const Consumers&) = delete;
  Consumers& operator=(const Consumers&) = delete;

  /// Findings about an HTTP API, by their `touches`. `apis` are the versions that consumers know,
  /// which their interactions are looked up in.
  void JoinApi(const std::vector<openapi::DescriptionPtr>& apis,
               std::span<finding::Finding> findings) const;

  /// Findings about JSON Schemas, by their `touches`. `known` are the versions that consumers know,
  /// by the names that touches call them: a message is about the schemas that its contents fit.
  void JoinMessages(const std::map<std::string, schema::SchemaPtr>& known,
                    std::span<finding::Finding> findings) const;

  /// Findings about .proto files, by their `element`: rpcs, messages, fields and enum values that
  /// recorded gRPC calls use.
  void JoinProto(std::span<finding::Finding> findings) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

/// The rules about contracts that are given to tell who is hit.
std::span<const finding::RuleInfo* const> ConsumerRules();

}  // namespace accord::conform
