#include "pact/rules.h"

#include <array>

#include "accord/pact/read.h"

namespace accord::pact {

using finding::RuleInfo;
using finding::Severity;

const RuleInfo kNotAPact{
    .id = "contract-not-a-pact",
    .severity = Severity::kError,
    .summary = "A file that was named as a contract is no Pact file.",
    .explanation =
        "A Pact file is an object with `interactions` or `messages`. Check whether the right file "
        "was named; an error page saved by a download looks like this too."};

const RuleInfo kWrongType{
    .id = "wrong-type",
    .severity = Severity::kError,
    .summary = "A member of a contract has another JSON type than the Pact format gives it.",
    .explanation =
        "The interaction cannot be understood and is left out; the others are still used. Write "
        "the value in the type that the message names, or repair the program that wrote the file."};

const RuleInfo kMissingMember{
    .id = "missing-member",
    .severity = Severity::kError,
    .summary = "An interaction lacks a member that its kind cannot do without.",
    .explanation =
        "A synchronous message needs its `request` and an array of expected messages under "
        "`response`. The interaction is left out until they are there."};

const RuleInfo kUnknownSpecVersion{
    .id = "unknown-spec-version",
    .severity = Severity::kWarning,
    .summary = "A contract names a version of the Pact specification that does not exist.",
    .explanation =
        "Versions 1.0.0, 1.1.0, 2.0.0, 3.0.0 and 4.0 are known. Any other is read as version 3, "
        "which may misread bodies and rules. Correct `metadata.pactSpecification.version`."};

const RuleInfo kUnknownInteractionType{
    .id = "unknown-interaction-type",
    .severity = Severity::kError,
    .summary = "An interaction of a version 4 contract has no type, or one that does not exist.",
    .explanation =
        "Write `Synchronous/HTTP`, `Asynchronous/Messages` or `Synchronous/Messages`. Without it "
        "nobody can tell what the interaction promises, so it is left out."};

const RuleInfo kMisplacedMessages{
    .id = "misplaced-messages",
    .severity = Severity::kWarning,
    .summary = "A version 4 contract has a `messages` array, which only version 3 knows.",
    .explanation =
        "In version 4 messages stand among the `interactions`, each with its type. What stands "
        "under `messages` is not checked. Move it, or declare version 3.0.0."};

const RuleInfo kInvalidRulePath{
    .id = "invalid-rule-path",
    .severity = Severity::kError,
    .summary = "The path of a matching rule or generator cannot be parsed.",
    .explanation =
        "A path starts with `$`, followed by `.name`, `['name']`, `[0]`, `[*]` or `.*`. Filters, "
        "slices and `..` do not exist in Pact. A rule on a path nobody can read would never be "
        "applied, so the interaction is left out."};

const RuleInfo kInvalidMatchingRule{
    .id = "invalid-matching-rule",
    .severity = Severity::kError,
    .summary = "A matching rule lacks what its matcher needs, or says something impossible.",
    .explanation =
        "Each matcher has its own members: `regex` needs `regex`, `include` and `contentType` need "
        "`value`, `arrayContains` needs `variants`; `min` and `max` are counts. A rule that is "
        "ignored would make the contract weaker than it looks, so the interaction is left out."};

const RuleInfo kUnknownRuleCategory{
    .id = "unknown-rule-category",
    .severity = Severity::kWarning,
    .summary = "Matching rules or generators stand under a name that is no part of a message.",
    .explanation =
        "The categories are `body`, `header`, `query`, `path`, `status`, `method` and `metadata`. "
        "Anything else is read as rules of the body, as other Pact tools do; a misspelt category "
        "is the usual reason."};

const RuleInfo kInvalidGenerator{
    .id = "invalid-generator",
    .severity = Severity::kError,
    .summary = "A generator lacks what it needs, or says something impossible.",
    .explanation =
        "Each generator has a `type` and members of its own: `Regex` needs `regex`, "
        "`ProviderState` "
        "needs `expression`, `MockServerURL` needs `regex` and `example`. Without them no value "
        "can "
        "be made, so the interaction is left out."};

const RuleInfo kInvalidBase64{
    .id = "invalid-base64",
    .severity = Severity::kWarning,
    .summary = "A body is declared as base64 but does not decode.",
    .explanation =
        "The text itself is taken as the body, which is rarely what was meant. Encode the content "
        "with the alphabet of RFC 4648 §4 and with padding, or drop `encoded`."};

const RuleInfo kUnknownBodyEncoding{
    .id = "unknown-body-encoding",
    .severity = Severity::kWarning,
    .summary = "A body is declared with an encoding that does not exist.",
    .explanation =
        "`encoded` is `false`, `\"base64\"` or `\"json\"`. With anything else the content is taken "
        "as it stands."};

const RuleInfo kMalformedBody{
    .id = "malformed-body",
    .severity = Severity::kWarning,
    .summary = "A body of a version 4 contract is not an object with `content`.",
    .explanation =
        "In version 4 the payload stands under `content`, beside `contentType` and `encoded`. A "
        "body written in the older form is taken as the payload itself; write "
        "`{\"content\": …}` around it."};

std::span<const RuleInfo* const> Rules() {
  static constexpr std::array<const RuleInfo*, 13> kRules = {&kNotAPact,
                                                             &kWrongType,
                                                             &kMissingMember,
                                                             &kUnknownSpecVersion,
                                                             &kUnknownInteractionType,
                                                             &kMisplacedMessages,
                                                             &kInvalidRulePath,
                                                             &kInvalidMatchingRule,
                                                             &kUnknownRuleCategory,
                                                             &kInvalidGenerator,
                                                             &kInvalidBase64,
                                                             &kUnknownBodyEncoding,
                                                             &kMalformedBody};
  return kRules;
}

}  // namespace accord::pact
