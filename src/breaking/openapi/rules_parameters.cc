#include <array>

#include "breaking/openapi/rules.h"

namespace accord::breaking::api {

using finding::RuleInfo;
using finding::Severity;

namespace {

constexpr std::array kCallers{finding::Audience::kRest};

}  // namespace

const RuleInfo kNewRequiredParameter{
    .id = "new-required-request-parameter",
    .severity = Severity::kError,
    .summary = "A required parameter was added.",
    .explanation = "Requests of clients that do not know it are refused.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Make it optional, with a default that means what its absence meant.",
    .example =
        " parameters:\n"
        "+  - name: tenant\n"
        "+    in: query\n"
        "+    required: true\n"};

const RuleInfo kNewOptionalParameter{.id = "new-optional-request-parameter",
                                     .severity = Severity::kInfo,
                                     .summary = "An optional parameter was added.",
                                     .explanation = "Clients that do not know it leave it out.",
                                     .categories = kOasdiffRule,
                                     .breaks = kCallers,
                                     .remedy = "Nothing has to be done.",
                                     .example =
                                         " parameters:\n"
                                         "+  - name: tenant\n"
                                         "+    in: query\n"};

const RuleInfo kNewPathParameter{.id = "new-request-path-parameter",
                                 .severity = Severity::kError,
                                 .summary = "A path parameter was added.",
                                 .explanation = "Clients that do not know it cannot build the URL.",
                                 .categories = kOasdiffRule,
                                 .breaks = kCallers,
                                 .remedy = "Add a new path beside the old one.",
                                 .example =
                                     " parameters:\n"
                                     "+  - name: tenant\n"
                                     "+    in: path\n"
                                     "+    required: true\n"};

const RuleInfo kNewRequiredSharedParameter{
    .id = "new-required-request-default-parameter-to-existing-path",
    .severity = Severity::kError,
    .summary = "A required parameter was added to all operations of a path.",
    .explanation = "Requests of clients that do not know it are refused.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Make it optional, with a default that means what its absence meant.",
    .example =
        " /orders:\n"
        "+  parameters:\n"
        "+    - name: tenant\n"
        "+      in: query\n"
        "+      required: true\n"};

const RuleInfo kNewOptionalSharedParameter{
    .id = "new-optional-request-default-parameter-to-existing-path",
    .severity = Severity::kInfo,
    .summary = "An optional parameter was added to all operations of a path.",
    .explanation = "Clients that do not know it leave it out.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " /orders:\n"
        "+  parameters:\n"
        "+    - name: tenant\n"
        "+      in: query\n"};

const RuleInfo kParameterRemoved{
    .id = "request-parameter-removed",
    .severity = Severity::kWarning,
    .summary = "A parameter is gone that had not been deprecated.",
    .explanation =
        "Clients still send it: what it did is lost, and strict servers refuse it. A "
        "warning, because most servers ignore what they do not know.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy =
        "Mark it `deprecated: true`, with an `x-sunset` date, and remove it once the "
        "date has come.",
    .example =
        " parameters:\n"
        "-  - name: page\n"
        "-    in: query\n"};

const RuleInfo kParameterRemovedWithDeprecation{
    .id = "request-parameter-removed-with-deprecation",
    .severity = Severity::kInfo,
    .summary = "A deprecated parameter is gone.",
    .explanation = "It was announced: no sunset date stood in the way.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Make sure that nobody sends it any more.",
    .example =
        " parameters:\n"
        "-  - name: page\n"
        "-    in: query\n"
        "-    deprecated: true\n"};

const RuleInfo kParameterRemovedBeforeSunset{
    .id = "request-parameter-removed-before-sunset",
    .severity = Severity::kError,
    .summary = "A deprecated parameter is gone before its sunset date.",
    .explanation = "Clients were promised that they may use it until then.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Put it back until the date in `x-sunset` has come.",
    .example =
        " parameters:\n"
        "-  - name: page\n"
        "-    in: query\n"
        "-    deprecated: true\n"
        "-    x-sunset: '2099-12-31'\n"};

const RuleInfo kParameterBecameRequired{
    .id = "request-parameter-became-required",
    .severity = Severity::kError,
    .summary = "A parameter became required.",
    .explanation = "Requests that leave it out, which was fine, are refused.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep it optional and let the server fill in a default.",
    .example =
        " parameters:\n"
        "   - name: page\n"
        "     in: query\n"
        "-    required: false\n"
        "+    required: true\n"};

const RuleInfo kParameterBecameOptional{.id = "request-parameter-became-optional",
                                        .severity = Severity::kInfo,
                                        .summary = "A parameter became optional.",
                                        .explanation = "Clients that send it are served as before.",
                                        .categories = kOasdiffRule,
                                        .breaks = kCallers,
                                        .remedy = "Nothing has to be done.",
                                        .example =
                                            " parameters:\n"
                                            "   - name: page\n"
                                            "     in: query\n"
                                            "-    required: true\n"
                                            "+    required: false\n"};

const RuleInfo kParameterStyleChanged{
    .id = "request-parameter-style-changed",
    .severity = Severity::kError,
    .summary = "A parameter is written in another style.",
    .explanation =
        "Clients write lists and objects as before, and the server reads something "
        "else.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Add a parameter of another name for the new style.",
    .example =
        " parameters:\n"
        "   - name: ids\n"
        "     in: query\n"
        "-    style: form\n"
        "+    style: pipeDelimited\n"};

const RuleInfo kParameterExplodeChanged{
    .id = "request-parameter-explode-changed",
    .severity = Severity::kError,
    .summary =
        "Lists or objects in a parameter are taken apart where they were not, or the "
        "other way round; an info where it holds neither.",
    .explanation = "Clients write them as before, and the server reads something else.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Add a parameter of another name for the new form.",
    .example =
        " parameters:\n"
        "   - name: ids\n"
        "     in: query\n"
        "-    explode: true\n"
        "+    explode: false\n"};

const RuleInfo kParameterReservedAllowed{
    .id = "request-parameter-reserved-allowed",
    .severity = Severity::kInfo,
    .summary = "Reserved characters in a parameter need no escapes any more.",
    .explanation = "Clients that escape them are served as before.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " parameters:\n"
        "   - name: path\n"
        "     in: query\n"
        "+    allowReserved: true\n"};

const RuleInfo kParameterReservedForbidden{
    .id = "request-parameter-reserved-forbidden",
    .severity = Severity::kError,
    .summary = "Reserved characters in a parameter have to be escaped.",
    .explanation = "Clients that send them as they are get something else than they asked for.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Keep `allowReserved` until all clients escape them.",
    .example =
        " parameters:\n"
        "   - name: path\n"
        "     in: query\n"
        "-    allowReserved: true\n"};

const RuleInfo kParameterEmptyAllowed{
    .id = "request-parameter-empty-allowed",
    .severity = Severity::kInfo,
    .summary = "A parameter may be sent without a value.",
    .explanation = "Clients that send a value are served as before.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " parameters:\n"
        "   - name: verbose\n"
        "     in: query\n"
        "+    allowEmptyValue: true\n"};

const RuleInfo kParameterEmptyForbidden{
    .id = "request-parameter-empty-forbidden",
    .severity = Severity::kError,
    .summary = "A parameter may no longer be sent without a value.",
    .explanation = "Clients that send its name alone are refused.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Keep `allowEmptyValue` until all clients send a value.",
    .example =
        " parameters:\n"
        "   - name: verbose\n"
        "     in: query\n"
        "-    allowEmptyValue: true\n"};

const RuleInfo kParameterContentChanged{
    .id = "request-parameter-content-changed",
    .severity = Severity::kError,
    .summary = "A parameter is written in another format.",
    .explanation =
        "Clients write it as before (by `style`, as JSON), and the server reads "
        "something else.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Add a parameter of another name for the new format.",
    .example =
        " parameters:\n"
        "   - name: filter\n"
        "     in: query\n"
        "-    schema: {type: object}\n"
        "+    content: {application/json: {schema: {type: object}}}\n"};

}  // namespace accord::breaking::api
