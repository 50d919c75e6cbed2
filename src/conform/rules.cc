#include "conform/rules.h"

#include <array>

#include "accord/conform/check.h"

namespace accord::conform {

using finding::RuleInfo;
using finding::Severity;

const RuleInfo kSpecificationUnknown{
    .id = "specification.unknown",
    .severity = Severity::kError,
    .summary = "A document is no specification that contracts can be checked against.",
    .explanation =
        "It must be an OpenAPI description (2.0 to 3.2), an AsyncAPI document (3.x) or a JSON "
        "Schema with a `$schema` of its own."};

const RuleInfo kRequestSpecMissing{
    .id = "request.spec.missing",
    .severity = Severity::kError,
    .summary = "An HTTP interaction is checked, but there is no OpenAPI description.",
    .explanation = "Nothing can be said about the interaction.",
    .remedy = "Name the provider's OpenAPI description with `--spec`."};

const RuleInfo kPathOrMethodUnknown{
    .id = "request.path-or-method.unknown",
    .severity = Severity::kError,
    .summary = "The specification has no operation for the method and path of a request.",
    .explanation =
        "No path template fits, the method is not described for it, or a value in the path does "
        "not fit its parameter. The provider will answer that there is nothing.",
    .remedy = "Correct the path in the consumer, or describe the operation."};

const RuleInfo kAcceptUnknown{
    .id = "request.accept.unknown",
    .severity = Severity::kWarning,
    .summary =
        "A request has an Accept header, but no response of the operation has a described media "
        "type.",
    .explanation = "Nobody promised that the provider looks at the header.",
    .remedy = "Describe the content of the responses."};

const RuleInfo kAcceptIncompatible{
    .id = "request.accept.incompatible",
    .severity = Severity::kError,
    .summary = "A request accepts none of the media types in which the operation responds.",
    .explanation = "The provider may answer 406, or in a form that the consumer cannot read.",
    .remedy = "Accept a media type that the specification lists."};

const RuleInfo kRequestTypeUnknown{
    .id = "request.content-type.unknown",
    .severity = Severity::kWarning,
    .summary = "A request has a Content-Type, but the operation describes no request body.",
    .explanation = "Nobody promised that the provider reads the body.",
    .remedy = "Describe the request body, or send none."};

const RuleInfo kRequestTypeIncompatible{
    .id = "request.content-type.incompatible",
    .severity = Severity::kError,
    .summary = "A request body comes in a media type that the operation does not take.",
    .explanation = "The provider may answer 415. The body was not looked at.",
    .remedy = "Send a media type that the specification lists."};

const RuleInfo kRequestTypeMissing{
    .id = "request.content-type.missing",
    .severity = Severity::kWarning,
    .summary = "A request has a body, but no Content-Type.",
    .explanation =
        "The operation takes certain media types only; what the provider makes of a body without "
        "one is open. It was checked as JSON.",
    .remedy = "Send the Content-Type header."};

const RuleInfo kAuthorizationMissing{
    .id = "request.authorization.missing",
    .severity = Severity::kError,
    .summary = "A request lacks the credentials that the operation asks for.",
    .explanation =
        "Requirements are alternatives, each of which needs all its schemes. None of them is met.",
    .remedy = "Let the consumer send the credentials in its test, too."};

const RuleInfo kAuthorizationUnproven{
    .id = "request.authorization.unproven",
    .severity = Severity::kWarning,
    .summary =
        "A request to an operation behind OAuth 2 or OpenID Connect has no Authorization header.",
    .explanation =
        "Tokens of these schemes mostly travel in that header, but the specification does not say "
        "so; whether the request will be let in cannot be told.",
    .remedy = "Let the consumer send a token in its test, too."};

const RuleInfo kRequestHeaderIncompatible{
    .id = "request.header.incompatible",
    .severity = Severity::kError,
    .summary = "A request header does not fit its description, or a required one is missing.",
    .explanation = "The provider may refuse the request, by what it says about itself.",
    .remedy = "Send the header as the specification describes it."};

const RuleInfo kRequestHeaderUnknown{
    .id = "request.header.unknown",
    .severity = Severity::kWarning,
    .summary = "A request header is not described and no standard one.",
    .explanation = "Nobody promised that the provider looks at it.",
    .remedy = "Describe the header as a parameter."};

const RuleInfo kQueryIncompatible{
    .id = "request.query.incompatible",
    .severity = Severity::kError,
    .summary = "A query parameter does not fit its description, or a required one is missing.",
    .explanation = "The provider may refuse the request, by what it says about itself.",
    .remedy = "Send the parameter as the specification describes it."};

const RuleInfo kQueryUnknown{
    .id = "request.query.unknown",
    .severity = Severity::kWarning,
    .summary = "A query parameter is not described.",
    .explanation = "Nobody promised that the provider looks at it; it may be misspelt.",
    .remedy = "Describe the parameter, or correct its name."};

const RuleInfo kCookieIncompatible{
    .id = "request.cookie.incompatible",
    .severity = Severity::kError,
    .summary = "A cookie does not fit its description, or a required one is missing.",
    .explanation =
        "Cookie parameters and keys that travel in cookies are looked for in the Cookie header.",
    .remedy = "Send the cookie as the specification describes it."};

const RuleInfo kRequestBodyIncompatible{
    .id = "request.body.incompatible",
    .severity = Severity::kError,
    .summary = "A request body does not fit its schema.",
    .explanation =
        "The consumer's example is validated as it stands; `readOnly` properties are not demanded. "
        "The provider may refuse the request, by what it says about itself.",
    .remedy = "Send the body as the specification describes it."};

const RuleInfo kRequestBodyUnknown{.id = "request.body.unknown",
                                   .severity = Severity::kWarning,
                                   .summary = "A request has a body that no schema describes.",
                                   .explanation =
                                       "The operation has no request body, or none of that media "
                                       "type with a schema. The body was not looked at.",
                                   .remedy = "Describe the request body."};

const RuleInfo kRequestBodyUnvalidatable{
    .id = "request.body.unvalidatable",
    .severity = Severity::kWarning,
    .summary = "A request body is of a media type that cannot be held against a schema.",
    .explanation = "JSON, forms and multipart forms can. The body was not looked at."};

const RuleInfo kRequestPropertyUndocumented{
    .id = "consumer.property.undocumented",
    .severity = Severity::kWarning,
    .summary = "A request body has a property that the specification does not describe.",
    .explanation =
        "JSON Schema allows it where `additionalProperties` does not forbid it, but the provider "
        "will hardly read it; it may be misspelt.",
    .remedy = "Describe the property, or correct its name."};

const RuleInfo kFailureUnexplained{
    .id = "consumer.failure.unexplained",
    .severity = Severity::kWarning,
    .summary =
        "A request is expected to fail for one reason, but the specification gives it another.",
    .explanation =
        "A test of a status such as 404 or 409 should send a request that is well formed apart "
        "from that; else the provider may answer with another status. Where the status says that "
        "the request itself is bad (400, 422 …), its parts are not looked at.",
    .remedy = "Correct the request in the consumer's test."};

const RuleInfo kStatusUnknown{
    .id = "response.status.unknown",
    .severity = Severity::kError,
    .summary = "The operation has no response of the status that the consumer expects.",
    .explanation = "Neither the status, nor its range (`4XX`), nor `default` is described.",
    .remedy = "Expect a status that the specification lists, or describe it."};

const RuleInfo kStatusDefault{
    .id = "response.status.default",
    .severity = Severity::kWarning,
    .summary = "Only the `default` response covers the status that the consumer expects.",
    .explanation = "The specification does not promise that this status can come.",
    .remedy = "Describe the status by itself."};

const RuleInfo kResponseTypeUnknown{
    .id = "response.content-type.unknown",
    .severity = Severity::kWarning,
    .summary = "A Content-Type is expected of a response that has no described content.",
    .explanation = "The specification promises no body there.",
    .remedy = "Describe the content of the response."};

const RuleInfo kResponseTypeIncompatible{
    .id = "response.content-type.incompatible",
    .severity = Severity::kError,
    .summary = "A response is expected in a media type that the specification does not list.",
    .explanation = "The provider never sends it. The body was not looked at.",
    .remedy = "Expect a media type that the specification lists."};

const RuleInfo kResponseHeaderIncompatible{
    .id = "response.header.incompatible",
    .severity = Severity::kError,
    .summary = "An expected response header does not fit its description.",
    .explanation =
        "The provider does not send such a value: the consumer relies on what never comes.",
    .remedy = "Expect the header as the specification describes it."};

const RuleInfo kResponseHeaderUndefined{
    .id = "response.header.undefined",
    .severity = Severity::kWarning,
    .summary = "An expected response header is a standard one, but not described.",
    .explanation = "The provider may send it or not: its description does not say.",
    .remedy = "Describe the header."};

const RuleInfo kResponseHeaderUnknown{
    .id = "response.header.unknown",
    .severity = Severity::kError,
    .summary = "An expected response header is not described and no standard one.",
    .explanation = "The provider promised nothing of the kind.",
    .remedy = "Describe the header, or do without it in the consumer."};

const RuleInfo kResponseHeaderOptional{
    .id = "provider.header.optional",
    .severity = Severity::kWarning,
    .summary = "The consumer expects a response header that the provider may leave out.",
    .explanation = "Its description does not say `required: true`.",
    .remedy = "Make the header required in the specification, or let the consumer do without it."};

const RuleInfo kResponseBodyIncompatible{
    .id = "response.body.incompatible",
    .severity = Severity::kError,
    .summary = "An expected response body is not what the specification promises.",
    .explanation =
        "What the consumer expects must be a part of what the provider may send: nothing has to be "
        "there, but what is there must fit, and properties must be described.",
    .remedy = "Expect what the specification promises, or describe what the provider sends."};

const RuleInfo kResponseBodyUnknown{
    .id = "response.body.unknown",
    .severity = Severity::kError,
    .summary = "A response body is expected that no schema describes.",
    .explanation =
        "The response has no content of that media type with a schema. The body was not looked at.",
    .remedy = "Describe the content of the response."};

const RuleInfo kResponseBodyUnvalidatable{
    .id = "response.body.unvalidatable",
    .severity = Severity::kWarning,
    .summary = "An expected response body is of a media type that cannot be held against a schema.",
    .explanation = "JSON, forms and multipart forms can. The body was not looked at."};

const RuleInfo kMessageSpecMissing{
    .id = "message.spec.missing",
    .severity = Severity::kError,
    .summary = "A message is checked, but there is no AsyncAPI document and no JSON Schema.",
    .explanation = "Nothing can be said about the message: no document describes it.",
    .remedy = "Name the AsyncAPI document with `--spec`."};

const RuleInfo kMessageReferencesMissing{
    .id = "message.references.missing",
    .severity = Severity::kError,
    .summary = "A message does not say which operation of the AsyncAPI document it belongs to.",
    .explanation = "The interaction's comments must hold `references.AsyncAPI.operationId`.",
    .remedy = "Let the consumer's test set the reference."};

const RuleInfo kMessageOperationUnknown{
    .id = "message.operation.unknown",
    .severity = Severity::kError,
    .summary = "A message belongs to an operation that the AsyncAPI document does not have.",
    .explanation = "A message belongs to an operation that the AsyncAPI document does not have.",
    .remedy = "Correct the `operationId`, or describe the operation."};

const RuleInfo kMessageMatched{
    .id = "message.matched",
    .severity = Severity::kInfo,
    .summary = "A message fits one that the AsyncAPI document describes.",
    .explanation = "A message fits one that the AsyncAPI document describes."};

const RuleInfo kMessageNoMatch{
    .id = "message.no.match",
    .severity = Severity::kError,
    .summary = "A message fits none that its operation describes.",
    .explanation = "The notes say why each of them was refused.",
    .remedy = "Expect what the specification promises, or describe what the provider sends."};

const RuleInfo kMessagePayloadIncompatible{
    .id = "message.payload.incompatible",
    .severity = Severity::kError,
    .summary = "The payload of a message is not what its schema promises.",
    .explanation = "What the consumer expects must be a part of what the provider may send."};

const RuleInfo kMessageHeadersIncompatible{
    .id = "message.headers.incompatible",
    .severity = Severity::kError,
    .summary = "The metadata of a message is not what the schema of its headers promises.",
    .explanation = "The metadata of a message is not what the schema of its headers promises."};

const RuleInfo kMessagePayloadUnknown{
    .id = "message.payload.unknown",
    .severity = Severity::kWarning,
    .summary = "A message has a payload that no schema describes.",
    .explanation = "It was not looked at, and counts neither as right nor as wrong.",
    .remedy = "Describe the payload."};

const RuleInfo kMessagePayloadUnvalidatable{
    .id = "message.payload.unvalidatable",
    .severity = Severity::kWarning,
    .summary =
        "The payload of a message is of a media type, or "
        "its schema of a format, that cannot be checked.",
    .explanation = "It was not looked at, and counts neither as right nor as wrong."};

const RuleInfo kMessageReplyMissing{
    .id = "message.reply.missing",
    .severity = Severity::kError,
    .summary = "A reply is expected of an operation that has none.",
    .explanation = "The operation describes no reply, or no message for it.",
    .remedy = "Describe the reply."};

const RuleInfo kMessageResponseMissing{
    .id = "message.response.missing",
    .severity = Severity::kWarning,
    .summary = "An operation replies, but the contract expects no reply.",
    .explanation = "The reply was not looked at, and counts neither as right nor as wrong."};

const RuleInfo kPropertyOptional{
    .id = "provider.property.optional",
    .severity = Severity::kWarning,
    .summary = "The consumer depends on a property that the provider may leave out.",
    .explanation =
        "The schema describes the property, but does not require it, so a response without it is "
        "one that the provider may send; the consumer was never tested with it.",
    .remedy =
        "Make the property required in the specification, or let the consumer do without it."};

const RuleInfo kPropertyUndocumented{
    .id = "provider.property.undocumented",
    .severity = Severity::kWarning,
    .summary =
        "The consumer depends on a property that the specification does not describe, where others "
        "are allowed.",
    .explanation =
        "`additionalProperties: true`, or a schema that does not say `type: object`, leaves room "
        "for it, but nobody promised it.",
    .remedy = "Describe the property."};

const RuleInfo kPropertyWriteOnly{
    .id = "provider.property.write-only",
    .severity = Severity::kError,
    .summary = "The consumer expects a property that is never sent.",
    .explanation = "`writeOnly` properties are part of requests only.",
    .remedy = "Do without the property in the consumer."};

const RuleInfo kValueImpossible{
    .id = "provider.value.impossible",
    .severity = Severity::kError,
    .summary = "No value that the provider may send satisfies the consumer's matching rule.",
    .explanation =
        "The example fits the specification, but verification will fail whatever the provider "
        "sends.",
    .remedy = "Correct the matching rule in the consumer's test."};

const RuleInfo kValueWider{
    .id = "provider.value.wider",
    .severity = Severity::kWarning,
    .summary = "The provider may send a value that the consumer's matching rule refuses.",
    .explanation =
        "The finding shows such a value. The consumer demands more than the specification "
        "promises.",
    .remedy = "Promise more in the specification, or demand less in the consumer."};

const RuleInfo kExampleImpossible{
    .id = "provider.example.impossible",
    .severity = Severity::kWarning,
    .summary =
        "The consumer's example is none that the provider may send, but its matching rule is "
        "satisfied by others.",
    .explanation = "Verification will pass; the consumer was tested with a value that never comes.",
    .remedy = "Use a value as an example that fits the specification."};

const RuleInfo kEnumUnexercised{
    .id = "provider.enum.unexercised",
    .severity = Severity::kWarning,
    .summary = "The provider may send values that the consumer was not tested with.",
    .explanation = "The schema lists several values, and the contract holds the consumer to one.",
    .remedy =
        "Add an interaction for each of the others, or use a matching rule that accepts them."};

const RuleInfo kNullUnexercised{
    .id = "provider.null.unexercised",
    .severity = Severity::kWarning,
    .summary = "The provider may send null, which the consumer was not tested with.",
    .explanation = "The provider may send null, which the consumer was not tested with.",
    .remedy = "Add an interaction with null, or exclude null in the specification."};

const RuleInfo kExampleEmpty{
    .id = "provider.example.empty",
    .severity = Severity::kInfo,
    .summary = "An empty array or object is expected, so nothing is said about what it holds.",
    .explanation = "The specification describes its contents; the contract does not use them."};

const RuleInfo kOperationUnused{
    .id = "specification.operation.unused",
    .severity = Severity::kInfo,
    .summary = "No consumer uses an operation.",
    .explanation = "It can be changed without breaking a contract that was checked."};

const RuleInfo kStatusUnused{
    .id = "specification.status.unused",
    .severity = Severity::kInfo,
    .summary = "No consumer expects a status that is described.",
    .explanation = "It can be changed without breaking a contract that was checked."};

const RuleInfo kFieldUnused{
    .id = "specification.field.unused",
    .severity = Severity::kInfo,
    .summary = "No consumer uses a field of a request or response.",
    .explanation = "It can be changed without breaking a contract that was checked."};

std::span<const RuleInfo* const> Rules() {
  static constexpr std::array kRules = {
      &kSpecificationUnknown,
      &kRequestSpecMissing,
      &kPathOrMethodUnknown,
      &kAcceptUnknown,
      &kAcceptIncompatible,
      &kRequestTypeUnknown,
      &kRequestTypeIncompatible,
      &kRequestTypeMissing,
      &kAuthorizationMissing,
      &kAuthorizationUnproven,
      &kRequestHeaderIncompatible,
      &kRequestHeaderUnknown,
      &kQueryIncompatible,
      &kQueryUnknown,
      &kCookieIncompatible,
      &kRequestBodyIncompatible,
      &kRequestBodyUnknown,
      &kRequestBodyUnvalidatable,
      &kRequestPropertyUndocumented,
      &kFailureUnexplained,
      &kStatusUnknown,
      &kStatusDefault,
      &kResponseTypeUnknown,
      &kResponseTypeIncompatible,
      &kResponseHeaderIncompatible,
      &kResponseHeaderUndefined,
      &kResponseHeaderUnknown,
      &kResponseHeaderOptional,
      &kResponseBodyIncompatible,
      &kResponseBodyUnknown,
      &kResponseBodyUnvalidatable,
      &kMessageSpecMissing,
      &kMessageReferencesMissing,
      &kMessageOperationUnknown,
      &kMessageMatched,
      &kMessageNoMatch,
      &kMessagePayloadIncompatible,
      &kMessageHeadersIncompatible,
      &kMessagePayloadUnknown,
      &kMessagePayloadUnvalidatable,
      &kMessageReplyMissing,
      &kMessageResponseMissing,
      &kPropertyOptional,
      &kPropertyUndocumented,
      &kPropertyWriteOnly,
      &kValueImpossible,
      &kValueWider,
      &kExampleImpossible,
      &kEnumUnexercised,
      &kNullUnexercised,
      &kExampleEmpty,
      &kOperationUnused,
      &kStatusUnused,
      &kFieldUnused,
  };
  return kRules;
}

}  // namespace accord::conform
