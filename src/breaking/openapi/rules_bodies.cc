#include <array>

#include "breaking/openapi/rules.h"

namespace accord::breaking::api {

using finding::RuleInfo;
using finding::Severity;

namespace {

constexpr std::array kCallers{finding::Audience::kRest};

}  // namespace

const RuleInfo kBodyAddedRequired{
    .id = "request-body-added-required",
    .severity = Severity::kError,
    .summary = "A required request body was added.",
    .explanation = "Requests without a body, which was all there was, are refused.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Make the body optional.",
    .example =
        " post:\n"
        "+  requestBody:\n"
        "+    required: true\n"
        "+    content: {...}\n"};

const RuleInfo kBodyAddedOptional{.id = "request-body-added-optional",
                                  .severity = Severity::kInfo,
                                  .summary = "An optional request body was added.",
                                  .explanation = "Clients that do not know it leave it out.",
                                  .categories = kOasdiffRule,
                                  .breaks = kCallers,
                                  .remedy = "Nothing has to be done.",
                                  .example =
                                      " post:\n"
                                      "+  requestBody:\n"
                                      "+    content: {...}\n"};

const RuleInfo kBodyRemoved{
    .id = "request-body-removed",
    .severity = Severity::kError,
    .summary = "The request body is gone.",
    .explanation = "Clients still send it: what it said is lost, or the request is refused.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep the body, and ignore it where it is no longer needed.",
    .example =
        " post:\n"
        "-  requestBody:\n"
        "-    content: {...}\n"};

const RuleInfo kBodyBecameRequired{
    .id = "request-body-became-required",
    .severity = Severity::kError,
    .summary = "The request body became required.",
    .explanation = "Requests without it, which was fine, are refused.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep it optional.",
    .example =
        " requestBody:\n"
        "-  required: false\n"
        "+  required: true\n"};

const RuleInfo kBodyBecameOptional{.id = "request-body-became-optional",
                                   .severity = Severity::kInfo,
                                   .summary = "The request body became optional.",
                                   .explanation = "Clients that send it are served as before.",
                                   .categories = kOasdiffRule,
                                   .breaks = kCallers,
                                   .remedy = "Nothing has to be done.",
                                   .example =
                                       " requestBody:\n"
                                       "-  required: true\n"
                                       "+  required: false\n"};

const RuleInfo kRequestMediaTypeAdded{
    .id = "request-body-media-type-added",
    .severity = Severity::kInfo,
    .summary = "Requests may come in another media type.",
    .explanation = "Clients that use the others are served as before.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " requestBody:\n"
        "   content:\n"
        "     application/json: {...}\n"
        "+    application/xml: {...}\n"};

const RuleInfo kRequestMediaTypeRemoved{
    .id = "request-body-media-type-removed",
    .severity = Severity::kError,
    .summary = "Requests of a media type are no longer taken.",
    .explanation = "Clients that send it are refused as soon as the change is live.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep taking it until nobody sends it any more.",
    .example =
        " requestBody:\n"
        "   content:\n"
        "     application/json: {...}\n"
        "-    application/xml: {...}\n"};

const RuleInfo kRequestMediaTypeSpecialized{
    .id = "request-body-media-type-specialized",
    .severity = Severity::kError,
    .summary = "The media type of requests became a special kind of what it was.",
    .explanation = "Clients that send the general one are refused.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Take both.",
    .example =
        " requestBody:\n"
        "   content:\n"
        "-    application/json: {...}\n"
        "+    application/merge-patch+json: {...}\n"};

const RuleInfo kRequestMediaTypeSchemaAdded{
    .id = "request-body-media-type-schema-added",
    .severity = Severity::kError,
    .summary = "Request bodies that could be anything got a schema.",
    .explanation = "Bodies that do not fit it were fine before.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy =
        "Publish the schema under a new media type, or keep it so wide that it takes "
        "what is sent.",
    .example =
        " requestBody:\n"
        "   content:\n"
        "     application/json:\n"
        "+      schema: {type: object}\n"};

const RuleInfo kRequestMediaTypeSchemaRemoved{
    .id = "request-body-media-type-schema-removed",
    .severity = Severity::kInfo,
    .summary = "Request bodies lost their schema: they may be anything.",
    .explanation = "What clients send fits as before: nothing is refused that was accepted.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " requestBody:\n"
        "   content:\n"
        "     application/json:\n"
        "-      schema: {type: object}\n"};

const RuleInfo kRequestEncodingChanged{
    .id = "request-body-encoding-changed",
    .severity = Severity::kWarning,
    .summary = "How the parts of a request body are written was changed.",
    .explanation =
        "Clients write them as before. A warning, because servers often take several "
        "forms.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Take the old form beside the new one.",
    .example =
        " multipart/form-data:\n"
        "   encoding:\n"
        "-    file: {contentType: image/png}\n"
        "+    file: {contentType: image/jpeg}\n"};

const RuleInfo kResponseMediaTypeSchemaAdded{
    .id = "response-body-media-type-schema-added",
    .severity = Severity::kInfo,
    .summary = "Responses that could be anything got a schema.",
    .explanation = "What clients get is one of what they had to expect.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " '200':\n"
        "   content:\n"
        "     application/json:\n"
        "+      schema: {type: object}\n"};

const RuleInfo kResponseMediaTypeSchemaRemoved{
    .id = "response-body-media-type-schema-removed",
    .severity = Severity::kWarning,
    .summary = "Responses lost their schema: they may be anything.",
    .explanation =
        "Clients read by the old schema. A warning, because the document does not say "
        "that something else comes.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep the schema as long as it holds.",
    .example =
        " '200':\n"
        "   content:\n"
        "     application/json:\n"
        "-      schema: {type: object}\n"};

}  // namespace accord::breaking::api
