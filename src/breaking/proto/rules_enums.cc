#include <array>

#include "breaking/proto/rules.h"

namespace accord::breaking {

using finding::Audience;
using finding::RuleInfo;
using finding::Severity;

namespace {

constexpr std::array kReaders = {Audience::kBinary, Audience::kJson, Audience::kSource};
constexpr std::array kNameReaders = {Audience::kJson, Audience::kSource};
constexpr std::array kImporters = {Audience::kSource};

}  // namespace

const RuleInfo kEnumClosedNoAddValue{
    .id = "ENUM_CLOSED_NO_ADD_VALUE",
    .severity = Severity::kWarning,
    .summary = "A closed enum got a new value.",
    .explanation =
        "Readers of a closed enum (proto2's kind) put numbers that they do not know aside: the "
        "field looks as if it was never set, and an element of a list is missing. If a `required` "
        "field has the type, the whole message cannot be parsed; the finding is an error then.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kReaders,
    .remedy =
        "Update all readers before anybody writes the new value. Do not use enums in `required` "
        "fields.",
    .example = " enum State {  // proto2\n   NEW = 1;\n   PAID = 2;\n+  REFUNDED = 3;\n }"};

const RuleInfo kEnumZeroValueSameName{
    .id = "ENUM_ZERO_VALUE_SAME_NAME",
    .severity = Severity::kWarning,
    .summary = "The value 0 of an enum got another name.",
    .explanation =
        "Zero is what a reader sees when nothing was sent. If its meaning changes with its name, "
        "every message that leaves the field out changes its meaning too; in the JSON form and in "
        "text, documents with the old name are refused.",
    .categories = "WIRE_JSON WIRE",
    .breaks = kNameReaders,
    .remedy =
        "Keep the name of 0 and its meaning of \"not said\". A new name may be added as an alias "
        "with `allow_alias`.",
    .example = " enum State {\n-  STATE_UNSPECIFIED = 0;\n+  STATE_NEW = 0;\n }"};

const RuleInfo kImportPublicNoDelete{
    .id = "IMPORT_PUBLIC_NO_DELETE",
    .severity = Severity::kError,
    .summary = "A file no longer passes on what it imports.",
    .explanation =
        "Whoever imports a file also sees what that file imports with `import public`. Without it, "
        "files that rely on the passed-on types no longer compile.",
    .categories = "FILE PACKAGE",
    .breaks = kImporters,
    .remedy = "Keep the `import public` line until all importers import the other file directly.",
    .example = " // orders.proto\n-import public \"money.proto\";\n+import \"money.proto\";"};

}  // namespace accord::breaking
