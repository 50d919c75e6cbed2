#include <array>

#include "breaking/openapi/rules.h"

namespace accord::breaking::api {

using finding::RuleInfo;
using finding::Severity;

namespace {

constexpr std::array kCallers{finding::Audience::kRest};

}  // namespace

const RuleInfo kSuccessStatusAdded{
    .id = "response-success-status-added",
    .severity = Severity::kInfo,
    .summary = "A response of success was added.",
    .explanation = "Clients that follow the classes of statuses take it like the others.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Say in its description when it comes.",
    .example =
        " responses:\n"
        "   '200': {...}\n"
        "+  '202': {...}\n"};

const RuleInfo kSuccessStatusRemoved{
    .id = "response-success-status-removed",
    .severity = Severity::kError,
    .summary = "A response of success is gone.",
    .explanation = "Clients that wait for the status wait in vain.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep it as long as it may come.",
    .example =
        " responses:\n"
        "   '200': {...}\n"
        "-  '202': {...}\n"};

const RuleInfo kNonSuccessStatusAdded{
    .id = "response-non-success-status-added",
    .severity = Severity::kInfo,
    .summary = "A response other than of success was added.",
    .explanation = "Clients have to expect any error in any case.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " responses:\n"
        "   '200': {...}\n"
        "+  '404': {...}\n"};

const RuleInfo kNonSuccessStatusRemoved{
    .id = "response-non-success-status-removed",
    .severity = Severity::kInfo,
    .summary = "A response other than of success is gone.",
    .explanation =
        "Clients that treat the status specially do so in vain. Raise it where error "
        "statuses are part of the contract: `--severity response-non-success-status-"
        "removed=error`.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep it as long as it may come.",
    .example =
        " responses:\n"
        "   '200': {...}\n"
        "-  '404': {...}\n"};

const RuleInfo kSuccessRangeAdded{
    .id = "response-success-range-added",
    .severity = Severity::kInfo,
    .summary = "A response for all statuses of success was added.",
    .explanation = "Clients that follow the classes of statuses take it like the others.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Say in its description when it comes.",
    .example =
        " responses:\n"
        "   '404': {...}\n"
        "+  '2XX': {...}\n"};

const RuleInfo kSuccessRangeRemoved{
    .id = "response-success-range-removed",
    .severity = Severity::kError,
    .summary = "The response for all statuses of success is gone.",
    .explanation = "Clients read successful answers by it; what comes now is not described.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Keep it, or list the statuses that may come.",
    .example =
        " responses:\n"
        "   '404': {...}\n"
        "-  '2XX': {...}\n"};

const RuleInfo kNonSuccessRangeAdded{
    .id = "response-non-success-range-added",
    .severity = Severity::kInfo,
    .summary = "A response for a class of statuses other than of success was added.",
    .explanation = "Clients have to expect any error in any case.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " responses:\n"
        "   '200': {...}\n"
        "+  '4XX': {...}\n"};

const RuleInfo kNonSuccessRangeRemoved{
    .id = "response-non-success-range-removed",
    .severity = Severity::kInfo,
    .summary = "The response for a class of statuses other than of success is gone.",
    .explanation = "Clients that read such answers by it do so in vain.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Keep it as long as it holds.",
    .example =
        " responses:\n"
        "   '200': {...}\n"
        "-  '4XX': {...}\n"};

const RuleInfo kDefaultResponseAdded{
    .id = "response-default-added",
    .severity = Severity::kInfo,
    .summary = "A response for all other statuses was added.",
    .explanation = "More is promised to clients than before, which none of them can mind.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " responses:\n"
        "   '200': {...}\n"
        "+  default: {...}\n"};

const RuleInfo kDefaultResponseRemoved{
    .id = "response-default-removed",
    .severity = Severity::kWarning,
    .summary = "The response for all other statuses is gone.",
    .explanation =
        "Clients read what they do not expect, most of all errors, by it. A warning, "
        "because the document does not say that something else comes.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Keep it as long as it holds.",
    .example =
        " responses:\n"
        "   '200': {...}\n"
        "-  default: {...}\n"};

const RuleInfo kResponseMediaTypeAdded{
    .id = "response-media-type-added",
    .severity = Severity::kInfo,
    .summary = "Responses may come in another media type.",
    .explanation = "Clients get what they accept: the new type is for those that ask for it.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Send it only to clients that ask for it.",
    .example =
        " '200':\n"
        "   content:\n"
        "     application/json: {...}\n"
        "+    application/xml: {...}\n"};

const RuleInfo kResponseMediaTypeRemoved{
    .id = "response-media-type-removed",
    .severity = Severity::kError,
    .summary = "Responses no longer come in a media type.",
    .explanation = "Clients that accept nothing else get an error.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep it until nobody asks for it any more.",
    .example =
        " '200':\n"
        "   content:\n"
        "     application/json: {...}\n"
        "-    application/xml: {...}\n"};

const RuleInfo kResponseMediaTypeNameChanged{
    .id = "response-media-type-name-changed",
    .severity = Severity::kInfo,
    .summary = "The parameters of the media type of a response were changed.",
    .explanation = "Clients that compare the whole header see a difference.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done as long as the content is the same.",
    .example =
        " '200':\n"
        "   content:\n"
        "-    application/json;q=0.9: {...}\n"
        "+    application/json;q=0.8: {...}\n"};

const RuleInfo kResponseMediaTypeGeneralized{
    .id = "response-media-type-name-generalized",
    .severity = Severity::kError,
    .summary = "The media type of a response became a more general one.",
    .explanation = "Clients that look for the special one do not find it.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep the special one.",
    .example =
        " '200':\n"
        "   content:\n"
        "-    application/problem+json: {...}\n"
        "+    application/json: {...}\n"};

const RuleInfo kResponseMediaTypeSpecialized{
    .id = "response-media-type-name-specialized",
    .severity = Severity::kInfo,
    .summary = "The media type of a response became a special kind of what it was.",
    .explanation = "Clients that read the general one can read it.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " '200':\n"
        "   content:\n"
        "-    application/json: {...}\n"
        "+    application/problem+json: {...}\n"};

const RuleInfo kResponseHeaderAdded{
    .id = "response-header-added",
    .severity = Severity::kInfo,
    .summary = "A response header was added.",
    .explanation = "Clients that do not know it ignore it, so that none of them breaks.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " '200':\n"
        "   headers:\n"
        "+    X-Total: {...}\n"};

const RuleInfo kRequiredResponseHeaderRemoved{
    .id = "required-response-header-removed",
    .severity = Severity::kError,
    .summary = "A response header that always came is gone.",
    .explanation = "Clients rely on it being there and may fail when it is not.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep sending it until nobody reads it any more.",
    .example =
        " '200':\n"
        "   headers:\n"
        "-    X-Total: {required: true}\n"};

const RuleInfo kOptionalResponseHeaderRemoved{
    .id = "optional-response-header-removed",
    .severity = Severity::kWarning,
    .summary = "A response header that may come is gone.",
    .explanation = "Clients that use it where it comes lose what it said.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep sending it until nobody reads it any more.",
    .example =
        " '200':\n"
        "   headers:\n"
        "-    X-Total: {...}\n"};

const RuleInfo kResponseHeaderBecameOptional{
    .id = "response-header-became-optional",
    .severity = Severity::kError,
    .summary = "A response header that always came may be absent.",
    .explanation = "Clients rely on it being there and may fail when it is not.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep sending it always.",
    .example =
        " '200':\n"
        "   headers:\n"
        "     X-Total:\n"
        "-      required: true\n"
        "+      required: false\n"};

const RuleInfo kResponseHeaderBecameRequired{
    .id = "response-header-became-required",
    .severity = Severity::kInfo,
    .summary = "A response header that may come comes always.",
    .explanation = "More is promised to clients than before, which none of them can mind.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " '200':\n"
        "   headers:\n"
        "     X-Total:\n"
        "-      required: false\n"
        "+      required: true\n"};

const RuleInfo kResponseHeaderDeprecated{
    .id = "response-header-deprecated",
    .severity = Severity::kInfo,
    .summary = "A response header was deprecated.",
    .explanation = "It still comes, but clients should not rely on it.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Say in its description what to use instead.",
    .example =
        " '200':\n"
        "   headers:\n"
        "     X-Total:\n"
        "+      deprecated: true\n"};

const RuleInfo kResponseHeaderReactivated{
    .id = "response-header-reactivated",
    .severity = Severity::kInfo,
    .summary = "A response header is no longer deprecated.",
    .explanation = "Clients may use it as before; nothing has to be done.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " '200':\n"
        "   headers:\n"
        "     X-Total:\n"
        "-      deprecated: true\n"};

const RuleInfo kResponseHeaderExplodeChanged{
    .id = "response-header-explode-changed",
    .severity = Severity::kError,
    .summary =
        "Objects in a response header are written differently; an info where it holds "
        "none.",
    .explanation = "Clients read `a,1,b,2` where `a=1,b=2` comes, or the other way round.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Send a header of another name for the new form.",
    .example =
        " '200':\n"
        "   headers:\n"
        "     X-Limits:\n"
        "-      explode: false\n"
        "+      explode: true\n"};

const RuleInfo kLinkAdded{
    .id = "response-link-added",
    .severity = Severity::kInfo,
    .summary = "A link was added to a response.",
    .explanation = "Clients that do not know it ignore it, so that none of them breaks.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " '201':\n"
        "   links:\n"
        "+    order: {operationId: getOrder}\n"};

const RuleInfo kLinkRemoved{
    .id = "response-link-removed",
    .severity = Severity::kWarning,
    .summary = "A link of a response is gone.",
    .explanation =
        "Clients that follow it find no way. A warning, because links describe what is "
        "possible in any case.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Keep the link as long as it holds.",
    .example =
        " '201':\n"
        "   links:\n"
        "-    order: {operationId: getOrder}\n"};

const RuleInfo kLinkChanged{
    .id = "response-link-changed",
    .severity = Severity::kWarning,
    .summary = "A link of a response leads elsewhere, or with other values.",
    .explanation =
        "Clients that follow it get something else. A warning, because links describe "
        "what is possible in any case.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Add a link of another name.",
    .example =
        " '201':\n"
        "   links:\n"
        "-    order: {operationId: getOrder}\n"
        "+    order: {operationId: findOrder}\n"};

}  // namespace accord::breaking::api
