#include <array>

#include "breaking/openapi/rules.h"

namespace accord::breaking::api {

using finding::RuleInfo;
using finding::Severity;

namespace {

constexpr std::array kCallers{finding::Audience::kRest};

}  // namespace

const RuleInfo kEndpointAdded{.id = "endpoint-added",
                              .severity = Severity::kInfo,
                              .summary = "An operation was added.",
                              .explanation = "Clients that know nothing of it are not touched.",
                              .categories = kOasdiffRule,
                              .breaks = kCallers,
                              .remedy = "Nothing has to be done.",
                              .example =
                                  " paths:\n"
                                  "   /orders:\n"
                                  "+    get:\n"
                                  "+      responses: {...}\n"};

const RuleInfo kRemovedWithoutDeprecation{
    .id = "api-removed-without-deprecation",
    .severity = Severity::kError,
    .summary = "An operation is gone that had not been deprecated.",
    .explanation = "Clients that call it get an error, and nothing told them beforehand.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy =
        "Mark it `deprecated: true`, with an `x-sunset` date, and remove it once the "
        "date has come.",
    .example =
        " paths:\n"
        "   /orders:\n"
        "-    delete:\n"
        "-      responses: {...}\n"};

const RuleInfo kRemovedWithDeprecation{
    .id = "api-removed-with-deprecation",
    .severity = Severity::kInfo,
    .summary = "A deprecated operation is gone.",
    .explanation = "It was announced: no sunset date stood in the way.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Make sure that nobody calls it any more.",
    .example =
        " paths:\n"
        "   /orders:\n"
        "-    delete:\n"
        "-      deprecated: true\n"};

const RuleInfo kRemovedBeforeSunset{
    .id = "api-removed-before-sunset",
    .severity = Severity::kError,
    .summary = "A deprecated operation is gone before its sunset date.",
    .explanation = "Clients were promised that they may call it until then.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Put it back until the date in `x-sunset` has come.",
    .example =
        " paths:\n"
        "   /orders:\n"
        "-    delete:\n"
        "-      deprecated: true\n"
        "-      x-sunset: '2099-12-31'\n"};

const RuleInfo kPathRemovedWithoutDeprecation{
    .id = "api-path-removed-without-deprecation",
    .severity = Severity::kError,
    .summary = "A path is gone with an operation that had not been deprecated.",
    .explanation =
        "Clients that call it get an error, and nothing told them beforehand. A path "
        "that was renamed counts as gone.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy =
        "Mark the operations `deprecated: true`, with an `x-sunset` date, and remove "
        "them once the date has come. A new path can stand beside the old one "
        "meanwhile.",
    .example =
        " paths:\n"
        "-  /orders:\n"
        "-    get:\n"
        "-      responses: {...}\n"};

const RuleInfo kPathRemovedWithDeprecation{
    .id = "api-path-removed-with-deprecation",
    .severity = Severity::kInfo,
    .summary = "A path is gone with an operation that had been deprecated.",
    .explanation = "It was announced: no sunset date stood in the way.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Make sure that nobody calls it any more.",
    .example =
        " paths:\n"
        "-  /orders:\n"
        "-    get:\n"
        "-      deprecated: true\n"};

const RuleInfo kPathRemovedBeforeSunset{
    .id = "api-path-removed-before-sunset",
    .severity = Severity::kError,
    .summary = "A path is gone with a deprecated operation whose sunset date has not come.",
    .explanation = "Clients were promised that they may call it until then.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Put it back until the date in `x-sunset` has come.",
    .example =
        " paths:\n"
        "-  /orders:\n"
        "-    get:\n"
        "-      deprecated: true\n"
        "-      x-sunset: '2099-12-31'\n"};

const RuleInfo kSunsetParse{
    .id = "api-path-sunset-parse",
    .severity = Severity::kError,
    .summary =
        "The sunset date of an operation that is gone, or whose date was edited, is no "
        "date.",
    .explanation =
        "Whether clients were given the time that they had been promised cannot be "
        "told.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Write the date as `2027-01-31` or with a time as in RFC 3339.",
    .example =
        " get:\n"
        "   deprecated: true\n"
        "-  x-sunset: '2027-01-31'\n"
        "+  x-sunset: 'end of January'\n"};

const RuleInfo kOperationIdAdded{
    .id = "api-operation-id-added",
    .severity = Severity::kInfo,
    .summary = "An operation got an id.",
    .explanation = "Generated code may name its function by the id from now on.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done; who generates code may see a function renamed.",
    .example =
        " get:\n"
        "+  operationId: listOrders\n"};

const RuleInfo kOperationIdRemoved{
    .id = "api-operation-id-removed",
    .severity = Severity::kInfo,
    .summary = "The id of an operation was changed or removed.",
    .explanation =
        "HTTP does not carry it, but generated code names its functions by it, and "
        "links refer to it.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep the id, for it costs nothing.",
    .example =
        " get:\n"
        "-  operationId: listOrders\n"
        "+  operationId: getOrders\n"};

const RuleInfo kTagAdded{
    .id = "api-tag-added",
    .severity = Severity::kInfo,
    .summary = "An operation got a tag.",
    .explanation = "HTTP does not carry tags; generated code may group its functions by them.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " get:\n"
        "-  tags: [orders]\n"
        "+  tags: [orders, sales]\n"};

const RuleInfo kTagRemoved{
    .id = "api-tag-removed",
    .severity = Severity::kInfo,
    .summary = "An operation lost a tag.",
    .explanation = "HTTP does not carry tags; generated code may group its functions by them.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done; who generates code may see a function move.",
    .example =
        " get:\n"
        "-  tags: [orders, sales]\n"
        "+  tags: [orders]\n"};

const RuleInfo kWebhookAdded{.id = "webhook-added",
                             .severity = Severity::kInfo,
                             .summary = "A webhook was added.",
                             .explanation = "Clients that do not subscribe to it are not touched.",
                             .categories = kOasdiffRule,
                             .breaks = kCallers,
                             .remedy = "Nothing has to be done.",
                             .example =
                                 " webhooks:\n"
                                 "+  orderShipped:\n"
                                 "+    post: {...}\n"};

const RuleInfo kWebhookRemoved{.id = "webhook-removed",
                               .severity = Severity::kError,
                               .summary = "A webhook is gone.",
                               .explanation = "Clients that wait for its requests wait in vain.",
                               .categories = kOasdiffRule,
                               .breaks = kCallers,
                               .remedy = "Keep sending it until nobody subscribes to it any more.",
                               .example =
                                   " webhooks:\n"
                                   "-  orderShipped:\n"
                                   "-    post: {...}\n"};

const RuleInfo kCallbackAdded{.id = "callback-added",
                              .severity = Severity::kInfo,
                              .summary = "A callback was added to an operation.",
                              .explanation = "Clients that do not ask for it are not called.",
                              .categories = kOwnRule,
                              .breaks = kCallers,
                              .remedy = "Nothing has to be done.",
                              .example =
                                  " post:\n"
                                  "+  callbacks:\n"
                                  "+    onPaid: {...}\n"};

const RuleInfo kCallbackRemoved{.id = "callback-removed",
                                .severity = Severity::kError,
                                .summary = "A callback of an operation is gone.",
                                .explanation = "Clients that wait for its requests wait in vain.",
                                .categories = kOwnRule,
                                .breaks = kCallers,
                                .remedy = "Keep sending it until nobody relies on it any more.",
                                .example =
                                    " post:\n"
                                    "-  callbacks:\n"
                                    "-    onPaid: {...}\n"};

const RuleInfo kDocumentRemoved{
    .id = "api-document-removed",
    .severity = Severity::kError,
    .summary = "An OpenAPI document is gone.",
    .explanation =
        "Nothing tells clients any more what they may call. A document that was renamed"
        " counts as gone when several are compared.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy =
        "Keep the document with its operations marked `deprecated: true` until nobody "
        "calls them any more.",
    .example =
        " # orders.yaml\n"
        "-openapi: 3.1.0\n"
        "-paths: {...}\n"};

const RuleInfo kServerAdded{.id = "server-added",
                            .severity = Severity::kInfo,
                            .summary = "A server was added.",
                            .explanation = "Clients that use the others are not touched.",
                            .categories = kOwnRule,
                            .breaks = kCallers,
                            .remedy = "Nothing has to be done.",
                            .example =
                                " servers:\n"
                                "   - url: https://a.example.com\n"
                                "+  - url: https://b.example.com\n"};

const RuleInfo kServerRemoved{
    .id = "server-removed",
    .severity = Severity::kWarning,
    .summary = "A server is no longer listed.",
    .explanation =
        "Clients that were set up with its URL may find nobody there. A warning, "
        "because the document does not say whether the server still runs.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Keep the server listed as long as it answers; announce when it goes.",
    .example =
        " servers:\n"
        "   - url: https://a.example.com\n"
        "-  - url: https://b.example.com\n"};

}  // namespace accord::breaking::api
