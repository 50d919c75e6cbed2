#include <array>

#include "breaking/proto/rules.h"

namespace accord::breaking {

using finding::Audience;
using finding::RuleInfo;
using finding::Severity;

namespace {

// What a server demands it demands of every form a request can come in.
constexpr std::array kEverySender = {
    Audience::kBinary, Audience::kJson, Audience::kGrpc, Audience::kRest};

}  // namespace

const RuleInfo kFieldBehaviorNoAddRequired{
    .id = "FIELD_BEHAVIOR_NO_ADD_REQUIRED",
    .severity = Severity::kError,
    .summary = "A field that senders could leave out is declared REQUIRED.",
    .explanation =
        "Requests without the field were valid and are now refused with INVALID_ARGUMENT. Messages "
        "that occur in responses only are left alone, since there it is a promise.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE",
    .breaks = kEverySender,
    .remedy =
        "Leave the field optional and let the server fill in what old clients leave out, or demand "
        "it in a new method or version.",
    .example =
        " message CreateOrderRequest {\n-  string region = 2;\n"
        "+  string region = 2 [(google.api.field_behavior) = REQUIRED];\n }"};

const RuleInfo kFieldBehaviorNoAddOutputOnly{
    .id = "FIELD_BEHAVIOR_NO_ADD_OUTPUT_ONLY",
    .severity = Severity::kError,
    .summary = "A field that senders could set is declared OUTPUT_ONLY.",
    .explanation =
        "Servers ignore what a request says about an output-only field. Clients that set it get no "
        "error and not what they asked for.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE",
    .breaks = kEverySender,
    .remedy = "Keep the field settable, and add another field for what the server computes.",
    .example =
        " message Order {\n-  string state = 3;\n"
        "+  string state = 3 [(google.api.field_behavior) = OUTPUT_ONLY];\n }"};

const RuleInfo kFieldBehaviorNoAddImmutable{
    .id = "FIELD_BEHAVIOR_NO_ADD_IMMUTABLE",
    .severity = Severity::kWarning,
    .summary = "A field that could be changed later is declared IMMUTABLE.",
    .explanation =
        "Updates that change the field were accepted; now they are refused or without effect. "
        "Creating is not touched.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE",
    .breaks = kEverySender,
    .remedy = "Go on accepting updates of the field, or offer a new version where it is fixed.",
    .example =
        " message Order {\n-  string currency = 4;\n"
        "+  string currency = 4 [(google.api.field_behavior) = IMMUTABLE];\n }"};

const RuleInfo kFieldNoAddRequired{
    .id = "FIELD_NO_ADD_REQUIRED",
    .severity = Severity::kError,
    .summary = "A message that clients send already got a new field that they must set.",
    .explanation =
        "Clients built from the old definition do not know the field and cannot set it. Each of "
        "their requests is refused. `google.api.field_behavior`, protovalidate and "
        "protoc-gen-validate are looked at; proto2's `required` has a rule of its own.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE",
    .breaks = kEverySender,
    .remedy = "Add the field without the demand and let the server choose a default.",
    .example =
        " message CreateOrderRequest {\n   string id = 1;\n"
        "+  string region = 2 [(google.api.field_behavior) = REQUIRED];\n }"};

const RuleInfo kFieldConstraintNoTighten{
    .id = "FIELD_CONSTRAINT_NO_TIGHTEN",
    .severity = Severity::kError,
    .summary = "A validation rule refuses field values that it used to accept.",
    .explanation =
        "Values that senders may use today fail validation in the new version. Rules of "
        "protovalidate and protoc-gen-validate are compared by meaning where that can be done: "
        "bounds, lengths, sets, formats. Patterns and CEL expressions cannot be compared; each "
        "change of them is reported. Messages that occur in responses only are left alone.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE",
    .breaks = kEverySender,
    .remedy =
        "Go on accepting the old values. Measure which of them occur, and tighten in a new method "
        "or version.",
    .example =
        " message ListRequest {\n"
        "-  int32 page_size = 1 [(buf.validate.field).int32.lte = 1000];\n"
        "+  int32 page_size = 1 [(buf.validate.field).int32.lte = 100];\n }"};

const RuleInfo kFieldConstraintNoLoosen{
    .id = "FIELD_CONSTRAINT_NO_LOOSEN",
    .severity = Severity::kWarning,
    .summary = "A validation rule of a response accepts field values that it used to refuse.",
    .explanation =
        "Readers rely on what the rule promised and may validate what they receive. Values that "
        "could not occur before can now reach them.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE",
    .breaks = kEverySender,
    .remedy =
        "Keep the promise in responses to old clients, or make sure that all readers cope with "
        "the new values first.",
    .example =
        " message Order {\n-  string note = 1 [(buf.validate.field).string.max_len = 80];\n"
        "+  string note = 1;\n }"};

const RuleInfo kMessageConstraintNoTighten{
    .id = "MESSAGE_CONSTRAINT_NO_TIGHTEN",
    .severity = Severity::kError,
    .summary = "A message or oneof got a validation rule, or one that reads differently.",
    .explanation =
        "Rules on messages relate several fields to each other. Senders that meet the old rules "
        "may fail the new ones. A CEL expression that changed cannot be compared by meaning and is "
        "reported as changed. Messages that occur in responses only are left alone.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE",
    .breaks = kEverySender,
    .remedy = "Go on accepting what was valid, and enforce the rule in a new method or version.",
    .example =
        " message Range {\n+  option (buf.validate.message).cel = {\n+    id: \"ordered\"\n"
        "+    expression: \"this.low <= this.high\"\n+  };\n   int32 low = 1;\n"
        "   int32 high = 2;\n }"};

const RuleInfo kOneofNoAddField{
    .id = "ONEOF_NO_ADD_FIELD",
    .severity = Severity::kInfo,
    .summary = "A oneof that clients receive got a further member.",
    .explanation =
        "Readers that do not know the member see a oneof in which nothing is set, which they may "
        "never have met before. They do not fail on the wire, but may take the wrong branch.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE",
    .breaks = kEverySender,
    .remedy =
        "Say in the documentation that the oneof grows and that readers need a default branch, or "
        "send the new member only to clients that ask for it.",
    .example = " oneof method {\n   Card card = 1;\n+  Wallet wallet = 2;\n }"};

}  // namespace accord::breaking
