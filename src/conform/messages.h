#pragma once

#include "accord/conform/check.h"
#include "accord/pact/pact.h"

#include "conform/async_api.h"
#include "conform/promise.h"
#include "conform/remarks.h"
#include "conform/schemas.h"

namespace accord::conform {

/// Holds one interaction of messages against what describes it.
class MessageCheck {
 public:
  MessageCheck(const pact::Interaction& interaction,
               const Specification& specification,
               Schemas& schemas,
               Remarks& remarks)
      : interaction_(interaction),
        specification_(specification),
        schemas_(schemas),
        remarks_(remarks) {}

  void Run();

 private:
  /// Consumers expect what a provider sends; they send the request of a synchronous one.
  enum class Way { kReceived, kSent };
  struct Subject {
    const pact::Message* message = nullptr;
    Way way = Way::kReceived;
    std::string path;  ///< `response[0].`, or empty.
  };

  bool FindOperation();
  bool MatchAny(const Subject& subject, const std::vector<AsyncMessage>& candidates);
  void CheckReplies();
  void CheckCandidate(const Subject& subject, const AsyncMessage& candidate, Remarks& remarks);
  void CheckPayload(const Subject& subject, const AsyncMessage& candidate, Remarks& remarks);
  void CheckHeaders(const Subject& subject, const AsyncMessage& candidate, Remarks& remarks);
  void CheckAgainst(const AsyncSchema& schema,
                    const document::Value& example,
                    const std::string& path,
                    const Subject& subject,
                    const finding::RuleInfo& rule,
                    Remarks& remarks);
  void CheckSchema();
  /// What a message is held against that belongs to no operation; nullptr: nothing, which is said.
  const CompiledSchema* SchemaFor(const Subject& subject);
  void Judge(const CompiledSchema& schema,
             const Payload& payload,
             Way way,
             const finding::RuleInfo& rule,
             Remarks& remarks);
  finding::Span SpanOf(const Subject& subject) const;

  const pact::Interaction& interaction_;
  const Specification& specification_;
  Schemas& schemas_;
  Remarks& remarks_;
  const AsyncApi* api_ = nullptr;
  const AsyncOperation* operation_ = nullptr;
};

}  // namespace accord::conform
