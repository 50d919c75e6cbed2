#include "verify/rules.h"

#include <array>

#include "accord/verify/publish.h"
#include "accord/verify/verify.h"

namespace accord::verify {

using finding::RuleInfo;
using finding::Severity;

namespace {

const RuleInfo kStatusMismatch{
    .id = "response-status-mismatch",
    .severity = Severity::kError,
    .summary = "Response status did not match",
    .explanation =
        "The provider answered with another status than the consumer recorded. The consumer's code "
        "takes another branch than it was tested with. Restore the status, or agree on the new one "
        "with the consumer and let it record its contract again."};
const RuleInfo kHeaderMismatch{
    .id = "response-header-mismatch",
    .severity = Severity::kError,
    .summary = "Headers had differences",
    .explanation =
        "A response header that the consumer depends on is missing or has another value. Headers "
        "that the contract does not name are never compared."};
const RuleInfo kBodyMismatch{
    .id = "response-body-mismatch",
    .severity = Severity::kError,
    .summary = "Body had differences",
    .explanation =
        "A part of the body that the consumer reads is missing or does not follow the contract's "
        "matching rules. Additional fields are always allowed; removed, renamed or retyped ones "
        "are "
        "not. Add the new field beside the old one until every consumer has moved."};
const RuleInfo kBodyTypeMismatch{
    .id = "response-body-type-mismatch",
    .severity = Severity::kError,
    .summary = "Body content type did not match",
    .explanation =
        "The body came in another media type than the consumer expects, so its content was not "
        "compared. Check the Content-Type header and content negotiation of the provider."};
const RuleInfo kMetadataMismatch{
    .id = "message-metadata-mismatch",
    .severity = Severity::kError,
    .summary = "Metadata had differences",
    .explanation =
        "Metadata of a message that the consumer depends on is missing or has another value."};
const RuleInfo kRequestMismatch{
    .id = "request-mismatch",
    .severity = Severity::kError,
    .summary = "Request did not match",
    .explanation = "Method, path or query of a request differ from what the contract says."};

}  // namespace

const RuleInfo kProviderFailed{
    .id = "provider-request-failed",
    .severity = Severity::kError,
    .summary = "The provider gave no complete answer",
    .explanation =
        "The request could not be sent, or the answer was broken off, too large or too late. "
        "Nothing is said about the contract: check that the provider runs, its address and its "
        "log, then run again."};
const RuleInfo kStateSetupFailed{
    .id = "provider-state-setup-failed",
    .severity = Severity::kError,
    .summary = "State change request failed",
    .explanation =
        "The provider could not be brought into the state that the interaction needs, so the "
        "interaction was not tried. The state endpoint must answer 2xx to the set-up call."};
const RuleInfo kStateTeardownFailed{
    .id = "provider-state-teardown-failed",
    .severity = Severity::kWarning,
    .summary = "State teardown request failed",
    .explanation =
        "The interaction was verified, but the state could not be torn down. Later interactions "
        "may see what it left behind. Switch teardown off when the provider does not need it."};
const RuleInfo kResponseTooSlow{
    .id = "response-too-slow",
    .severity = Severity::kError,
    .summary = "The response took longer than allowed",
    .explanation = "The time to the last byte was above the limit given for this run."};
const RuleInfo kPluginRequired{
    .id = "plugin-required",
    .severity = Severity::kError,
    .summary = "The interaction needs a transport or plugin that is not available",
    .explanation =
        "The contract was made with a Pact plugin or another transport than HTTP and messages. "
        "It was read and kept, but this interaction was not verified."};

const RuleInfo& RuleFor(match::Part part) {
  switch (part) {
    case match::Part::kStatus:
      return kStatusMismatch;
    case match::Part::kHeader:
      return kHeaderMismatch;
    case match::Part::kBody:
      return kBodyMismatch;
    case match::Part::kBodyType:
      return kBodyTypeMismatch;
    case match::Part::kMetadata:
      return kMetadataMismatch;
    case match::Part::kMethod:
    case match::Part::kPath:
    case match::Part::kQuery:
      break;
  }
  return kRequestMismatch;
}

std::span<const RuleInfo* const> Rules() {
  static constexpr std::array kRules = {
      &kStatusMismatch,
      &kHeaderMismatch,
      &kBodyMismatch,
      &kBodyTypeMismatch,
      &kMetadataMismatch,
      &kRequestMismatch,
      &kProviderFailed,
      &kStateSetupFailed,
      &kResponseTooSlow,
      &kStateTeardownFailed,
      &kPluginRequired,
      &kPublishFailed,
  };
  return kRules;
}

}  // namespace accord::verify
