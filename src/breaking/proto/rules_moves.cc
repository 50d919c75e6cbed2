#include <array>

#include "breaking/proto/rules.h"

namespace accord::breaking {

using finding::Audience;
using finding::RuleInfo;
using finding::Severity;

namespace {

constexpr std::array kNames = {Audience::kSource, Audience::kReflection};
constexpr std::array kServiceNames = {Audience::kSource, Audience::kGrpc, Audience::kReflection};
constexpr std::array kImporters = {Audience::kSource};
constexpr std::array kTypeUrls = {Audience::kReflection, Audience::kJson};
constexpr std::array kFieldNumbers = {Audience::kBinary};

}  // namespace

const RuleInfo kMessageSameFullName{
    .id = "MESSAGE_SAME_FULL_NAME",
    .severity = Severity::kError,
    .summary = "A message got another name or package, its fields stayed as they were.",
    .explanation =
        "Bytes on the wire carry no message names, so stored and sent data can still be read. Code "
        "that was generated from the old definition refers to a type that no longer exists, and "
        "whoever looks the type up by name (`Any`, reflection, schema registries) finds nothing.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kNames,
    .remedy =
        "Keep the old message beside the new one, marked deprecated, until nobody refers to it any "
        "more. Inside `Any`, go on writing the old type until every reader knows both.",
    .example =
        "-message OrderItem {\n+message LineItem {\n   string sku = 1;\n   int32 count = 2;\n"
        " }"};

const RuleInfo kEnumSameFullName{
    .id = "ENUM_SAME_FULL_NAME",
    .severity = Severity::kError,
    .summary = "An enum got another name or package, its values stayed as they were.",
    .explanation =
        "Numbers and value names are unchanged, so neither the binary nor the JSON form notices. "
        "Generated code does: the type and, in most languages, the prefix of its constants change.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kNames,
    .remedy = "Keep the old enum, marked deprecated, until no code refers to it any more.",
    .example = "-enum State {\n+enum OrderState {\n   NEW = 0;\n   PAID = 1;\n }"};

const RuleInfo kServiceSameFullName{
    .id = "SERVICE_SAME_FULL_NAME",
    .severity = Severity::kError,
    .summary = "A service got another name or package, its methods stayed as they were.",
    .explanation =
        "The full name of the service is the first part of the path that every call is sent to. "
        "Clients built from the old definition call the old path and get UNIMPLEMENTED, until they "
        "are generated and released again.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kServiceNames,
    .remedy =
        "Serve both names: register the same implementation under the old and the new service, and "
        "remove the old one when its traffic has ended.",
    .example =
        "-service Orders {\n+service OrderService {\n"
        "   rpc GetOrder(GetOrderRequest) returns (Order);\n }"};

const RuleInfo kFileSamePath{
    .id = "FILE_SAME_PATH",
    .severity = Severity::kError,
    .summary = "A file is gone and everything in it stands in other files now.",
    .explanation =
        "Nothing changes on the wire. Files that import the old path no longer compile, and code "
        "that includes generated headers or modules named after the file has to be changed.",
    .categories = "FILE CSR",
    .breaks = kImporters,
    .remedy = "Leave a file at the old path whose only content is `import public` of the new one.",
    .example =
        "-// orders.proto\n+// acme/orders/v1/orders.proto\n package acme.orders.v1;\n"
        " message Order {}"};

const RuleInfo kPackageSameName{
    .id = "PACKAGE_SAME_NAME",
    .severity = Severity::kError,
    .summary = "Everything in a package moved to another package.",
    .explanation =
        "Every full name changes at once: the paths of all methods, the type URLs inside `Any`, "
        "the "
        "names of extensions and the namespaces of generated code. Plain fields are still read as "
        "before.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kServiceNames,
    .remedy =
        "Add the new package and keep the old one, served side by side, until clients have moved. "
        "If only the folder should change, move the files and leave the `package` line alone.",
    .example = "-package acme.pay.v1;\n+package acme.payments.v1;\n message Payment {}"};

const RuleInfo kMessageSameTypeUrl{
    .id = "MESSAGE_SAME_TYPE_URL",
    .severity = Severity::kWarning,
    .summary = "The full name of a message changed, and with it its type URL.",
    .explanation =
        "A message inside `google.protobuf.Any` travels with its full name. Readers that know only "
        "the other name cannot unpack it, and in the JSON form refuse the whole document. The same "
        "holds for reflection and for dead letters and events that are stored with their type.",
    .categories = "WIRE_JSON WIRE",
    .breaks = kTypeUrls,
    .remedy =
        "If the message is never put into `Any` nor looked up by name, ignore this finding for it. "
        "Otherwise keep the old message and go on packing it until every reader knows the new one.",
    .example =
        "-package acme.v1;\n+package acme.v2;\n message OrderPlaced {\n   string id = 1;\n"
        " }"};

const RuleInfo kFieldSameNumber{
    .id = "FIELD_SAME_NUMBER",
    .severity = Severity::kError,
    .summary = "Fields of the same wire type exchanged their numbers.",
    .explanation =
        "The number is all that the binary form knows of a field. As the types fit, nothing "
        "fails: what was written under one name is silently read under the other.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kFieldNumbers,
    .remedy =
        "Give both fields their old numbers back; the order of the lines is free. If meanings have "
        "to change, add new fields with new numbers and reserve the old ones.",
    .example =
        " message Transfer {\n-  string from = 1;\n-  string to = 2;\n+  string from = 2;\n"
        "+  string to = 1;\n }"};

}  // namespace accord::breaking
